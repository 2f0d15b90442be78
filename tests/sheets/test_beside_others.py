"""Whose the title, address, phone and numbers beside somebody else are: a contact's, a carrier's, a hospital's; never the member's."""

from datetime import date

import pytest

from tests.sheets.made_people import npi
from tests.sheets.sheet_tables import book
from tests.sheets.test_whose_column import columns_of
from workbench.sheets.recognizing import recognize

CALL, MAIL, STREET = "312-555-0100", "hill@example.org", "1 Oak Ln"
TOWN = {"Address": STREET, "City": "Plano", "State": "TX", "Zip": "75023"}
CARRIER = ("Malpractice Carrier", "ISMIE", "liability.issuer")
CONTACT = ("Credentialing Contact", "Pat Smith", "practice.contact")
HOSPITAL = ("Hospital Affiliation", "Mercy Hospital", "affiliation.hospital")
PHYSICIAN = ("Supervising Physician", "Hill, Al, MD", "provider.supervisor")


def nobodys(**said):
    return [(heading.replace("_", " "), cell, None) for heading, cell in said.items()]


# Headings behind name and NPI with their cells, and what they mean
BESIDE = {
    "an emergency contact": nobodys(Emergency_Contact="Omar Hill", Relationship="Spouse", **TOWN, Cell=CALL),
    "a spouse": nobodys(Spouse="Omar Hill", DOB=date(1970, 1, 1), Phone=CALL),
    "next of kin": nobodys(Next_of_Kin="Omar Hill", Relationship="Brother", Phone=CALL, Email=MAIL, **TOWN),
    "an attorney": nobodys(Attorney="Omar Hill", Title="Partner", Phone=CALL, **TOWN),
    "a manager's phone between": nobodys(Office_Manager="Sue Hill", Office_Manager_Phone=CALL, Email=MAIL),
    "a manager beside a provider's own": [
        *nobodys(Office_Manager="Jo Roe", Email="jo@example.org"), ("Provider Email", MAIL, "provider.email"),
    ],
    "a reference": nobodys(Reference_1="Hill, Al, MD", Title="Chief", Phone=CALL, Email=MAIL),
    "an alternate supervisor": nobodys(Alternate_Supervisor="Omar Hill", Degree="MD", License="MD64347962", DEA="FB1086253"),
    "a contact with a title": [
        CONTACT, ("Title", "Coordinator", None), ("Phone", CALL, "practice.phone"), ("Fax", CALL, "practice.fax"),
        ("Email", MAIL, "practice.email"),
    ],
    "a contact beside own ways": [
        ("Phone", "219-555-0001", "provider.phone"), ("Email", "w@example.org", "provider.email"), CONTACT,
        ("Title", "Coordinator", None), ("Phone", CALL, "practice.phone"), ("Fax", CALL, "practice.fax"),
    ],
    "a carrier behind its phone": [
        CARRIER, *nobodys(Carrier_Phone=CALL, Address=STREET, City="Fort Wayne", State="IN"),
        ("Policy #", "P-1", "liability.number"), ("Malpractice Exp", date(2029, 7, 1), "liability.expires"),
    ],
    "a carrier's address": [
        CARRIER, ("Policy #", "P-1", "liability.number"), *nobodys(Carrier_Address=STREET, City="Fort Wayne", State="IN"),
        ("Exp", date(2029, 7, 1), "liability.expires"),
    ],
    "a hospital": [HOSPITAL, *nobodys(City="Dallas", State="TX", Phone=CALL)],
    "own columns behind a hospital": [
        HOSPITAL, ("Category", "Courtesy", None), ("City", "Dallas", "provider.city"),
        ("Phone", CALL, "provider.phone"),
    ],
    "own columns behind a policy": [
        CARRIER, ("Expires", date(2029, 7, 1), "liability.expires"), ("City", "Gary", "provider.city"),
        ("Zip", "46402", "provider.zip"),
    ],
    "a zip behind a carrier": [CARRIER, ("Zip", "46402", "provider.zip")],
    "an office behind a contact": [
        *nobodys(Emergency_Contact="Omar Hill", Emergency_Phone=CALL), ("Office Address", STREET, "provider.street"),
        ("City", "Plano", "provider.city"), ("Phone", CALL, "provider.phone"),
    ],
    "a phone behind a hospital's": [*nobodys(Hospital_Phone=CALL), ("Phone", CALL, "provider.phone")],
    "a license behind a spouse": [*nobodys(Spouse="Omar Hill"), ("License #", "036-1", "license.number")],
}  # fmt: skip


@pytest.mark.parametrize("name", BESIDE)
def test_what_stands_beside_somebody_else_is_not_the_members(name):
    heads, cells, truth = zip(*BESIDE[name], strict=True)
    assert columns_of(*heads, cells=cells) == list(truth)


def test_the_degree_behind_a_supervisor_is_the_members_where_no_physician_has_it():
    cells = [("Hill, Al, MD", degree, f"085-{n}") for n, degree in enumerate(["PA-C", "NP"] * 3)]
    found = columns_of(PHYSICIAN[0], "Degree", "License #", cells=cells)
    assert found == [PHYSICIAN[2], "provider.degree", "license.number"]


def test_degrees_behind_a_contact_are_the_members():
    cells = ("Pat Smith", "MD", CALL)
    assert columns_of(CONTACT[0], "Title", "Phone", cells=cells)[1] == "provider.degree"


def test_towns_that_differ_beside_one_hospital_are_the_members():
    cells = [("Mercy Hospital", f"Town {'ABCDEF'[n]}", f"312-555-010{n}") for n in range(6)]
    assert columns_of(HOSPITAL[0], "City", "Phone", cells=cells)[1:] == ["provider.city", "provider.phone"]


def test_an_email_that_differs_in_each_row_of_a_practice_is_not_the_practices():
    cells = [("Acme", f"a{n}@example.org") for n in range(6)]
    assert columns_of("Practice Name", "Contact Email", cells=cells) == ["practice.name", "provider.email"]
    own = [("Acme", f"b{n}@example.org", f"a{n}@example.org") for n in range(6)]
    found = columns_of("Practice Name", "Email", "Contact Email", cells=own)
    assert found == ["practice.name", "provider.email", None]
    shared = [("Acme" if n < 3 else "Lake", "x@example.org" if n < 3 else "y@example.org") for n in range(6)]
    assert columns_of("Practice Name", "Contact Email", cells=shared)[1] == "practice.email"


@pytest.mark.parametrize(
    "heading", ["Doc Number", "Document Number", "Credential Number", "Credential #", "Credential No."]
)
def test_beside_a_kind_of_credential_its_number_is_its_own(heading):
    cells = [("State License" if n % 2 else "DEA", f"X{n}", date(2029, 7, 1)) for n in range(6)]
    found = columns_of("Credential Type", heading, "Credential Exp", cells=cells)
    assert found == ["credential.kind", "credential.number", "credential.expires"]
    before = [(number, kind) for kind, number, _ in cells]
    assert columns_of(heading, "Credential Type", cells=before)[0] == "credential.number"


def test_a_doctor_number_where_no_credential_is_named_is_the_doctors():
    assert columns_of("Doc Number", cells=[(f"40{n}",) for n in range(6)]) == ["identifier.doctor_number"]


@pytest.mark.parametrize(
    "heading", ["Emergency Contact", "Emergency Contact Name", "Spouse", "Next of Kin", "Reference 1", "Attorney"]
)
def test_beside_somebody_who_can_only_be_another_nothing_is_the_members_whatever_the_values_say(heading):
    cells = [("Maria" if n < 2 else f"Omar Hill{n}", f"312-555-010{n}", f"a{n}@example.org") for n in range(6)]
    assert columns_of(heading, "Phone", "Email", cells=cells) == [None] * 3
    said = [(who if n < 2 else "", call, mail) for n, (who, call, mail) in enumerate(cells)]
    assert columns_of(heading, "Phone", "Email", cells=said) == [None] * 3
    with_own = [(who, call, STREET, f"219-555-010{n}") for n, (who, call, _) in enumerate(cells)]
    found = columns_of(heading, "Phone", "Office Address", "Phone", cells=with_own)
    assert found == [None, None, "provider.street", "provider.phone"]


def test_two_members_of_one_house_have_their_phones_at_home():
    cells = [
        (STREET if n < 2 else f"{n} Elm St", "Gary", f"312-555-010{n}", f"{n} Z St", f"219-555-010{n}")
        for n in range(6)
    ]
    found = columns_of("Home Address", "City", "Phone", "Office Address", "Phone", cells=cells)
    assert found == [None, None, None, "provider.street", "provider.phone"]


@pytest.mark.parametrize("heading", ["Office Manager", "Supervising MD", "Covering Physician"])
def test_one_name_that_comes_again_does_not_tell_whose_a_phone_is(heading):
    cells = [(f"Hill{max(n, 1)}, Al, MD", f"312-555-010{n}") for n in range(6)]
    assert columns_of(heading, "Phone", cells=cells)[1] is None
    most = [(f"Hill{n % 2}, Al, MD", call) for n, (_, call) in enumerate(cells)]
    assert columns_of(heading, "Phone", cells=most)[1] == ("provider.phone" if heading == "Supervising MD" else None)


def test_a_manager_of_everyone_with_an_address_in_each_row_beside_the_providers_own():
    rows = [[f"Poe, Ed {n}", npi(f"12345678{n}"), "Jo Roe", f"m{n}@x.org", f"p{n}@x.org"] for n in range(9)]
    (reading,) = recognize(book([["Name", "NPI", "Office Manager", "Email", "Provider Email"], *rows]))
    assert reading.columns[3] is None and reading.columns[4] == "provider.email"


def asked_of(*heads, rows):
    """What the columns behind name and NPI are taken for, and of which headings it is asked what they mean."""
    people = [[f"Poe, Ann{chr(97 + n)} MD", npi(f"12345{n:04d}"), *row] for n, row in enumerate(rows)]
    (reading,) = recognize(book([["Name", "NPI", *heads], *people]))
    asked = [head for head in heads if any(f": {head} mean" in each.about for each in reading.questions)]
    return [reading.columns[at] for at in range(2, 2 + len(heads))], asked


def test_a_cell_and_an_email_behind_a_spouse_that_no_other_column_holds_are_asked():
    rows = [("Pat", "309-555-1111", "a@x.org"), ("Kim", "309-555-1112", "b@x.org"), ("Al", "309-555-1113", "c@x.org")]
    assert asked_of("Spouse", "Cell", "Email", rows=rows) == ([None, None, None], ["Cell", "Email"])
    rows = [(*row, f"309-555-222{n}") for n, row in enumerate(rows)]
    assert asked_of("Spouse", "Cell", "Email", "Mobile", rows=rows)[1] == ["Email"]


def test_an_email_and_a_phone_that_differ_beside_one_supervisor_are_asked():
    rows = [("Smith, Jane MD", f"{n}@x.org", f"309-555-111{n}") for n in range(2)] + [
        ("Kim, Al MD", "c@x.org", "309-555-1113")
    ]
    assert asked_of("Supervisor", "Email", "Phone", rows=rows) == (
        ["provider.supervisor", None, None],
        ["Email", "Phone"],
    )
    rows = [("Smith, Jane MD", "j@x.org", "309-555-1111")] * 2 + [("Kim, Al MD", "k@x.org", "309-555-1113")]
    assert asked_of("Supervisor", "Email", "Phone", rows=rows) == (["provider.supervisor", None, None], [])


@pytest.mark.parametrize(
    "ways", [("Text", "Email", "Text"), ("Cell", "Office phone", "Email"), ("Text/Call", "Email", "Any")]
)
def test_how_somebody_prefers_to_be_reached_is_no_person_whose_the_cell_is(ways):
    rows = [(way, f"309-555-111{n}") for n, way in enumerate(ways)]
    assert asked_of("Preferred Contact", "Mobile", rows=rows) == ([None, "provider.cell"], [])


def test_of_two_people_with_a_phone_each_neither_phone_is_the_persons():
    nurses = ("Sue Moss", "Jo Hall", "Pat Hill", "Ann Roe")
    cells = [(nurse, f"312-555-010{n}", "Al Fox", f"312-555-011{n}") for n, nurse in enumerate(nurses)]
    assert columns_of("Nurse", "Phone", "Scheduler", "Phone", cells=cells) == [None] * 4
