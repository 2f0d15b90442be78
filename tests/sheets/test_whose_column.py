"""Whose a column is: the group over it, the heading on its left, and what its values tell; nobody's own where that is not sure."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import book, told
from tests.sheets.test_by_values import NAMES, NPIS
from workbench.sheets.recognizing import recognize

THEIRS = ["1376542386", "1659378804", "1003000126", "1124021324", "1780681092", "1942201433"]
ANN = "1382810863"
OWN = {"provider.last": "Adams", "provider.first": "Ann", "provider.npi": ANN}


def columns_of(*heads, cells, rows=6):
    """What the columns right of name, degree and NPI are taken for; `cells`: those of a row, or one row after the other."""
    many = cells if isinstance(cells[0], tuple) else [cells] * rows
    table = [["Name", "NPI", *heads], *[[n, p, *row] for n, p, row in zip(NAMES, NPIS, many, strict=False)]]
    (reading,) = recognize(book(table))
    return [reading.columns[at] for at in range(2, 2 + len(heads))]


# Two rows of headings: (upper row, lower row, merged columns, cells, what the row says besides name and NPI)
GROUPED = {
    "the NPI and the DEA number of the collaborating MD": (
        ["APP", "", "NPI", "Collaborating MD", "", ""],
        ["Last", "First", "", "Name", "NPI", "DEA"],
        [(0, 1), (3, 5)],
        ["Adams", "Ann", ANN, "Hill, Al MD", THEIRS[0], "BH1234563"],
        {"provider.supervisor": "Hill, Al MD"},
    ),
    "the supervising physician's NPI, and the office's phone": (
        ["Name", "", "NPI", "Supervising Physician", "", "", "Office", ""],
        ["Last", "First", "", "Name", "NPI", "Phone", "Phone", "Email"],
        [(0, 1), (3, 5), (6, 7)],
        ["Adams", "Ann", ANN, "Hill, Al MD", THEIRS[0], "312-555-0001", "219-555-0001", "w@example.org"],
        {
            "provider.supervisor": "Hill, Al MD",
            "provider.phone": "(219) 555-0001",
            "provider.email": "w@example.org",
        },
    ),
    "a home before the practice": (
        ["Practitioner", "", "NPI", "Home Address", "", "", "", "Practice Address", "", "", ""],
        ["Last", "First", "", "Street", "City", "ST", "Zip", "Street", "City", "ST", "Zip"],
        [(0, 1), (3, 6), (7, 10)],
        ["Adams", "Ann", ANN, "9 Z St", "Chicago", "IL", "60601", "1 A St", "Gary", "IN", "46402"],
        {
            "provider.street": "1 A St",
            "provider.city": "Gary",
            "provider.state": "IN",
            "provider.zip": "46402",
        },
    ),
    "a home alone": (
        ["Name", "", "NPI", "Home", "", ""],
        ["Last", "First", "", "Street", "City", "Phone"],
        [(0, 1), (3, 5)],
        ["Adams", "Ann", ANN, "9 Z St", "Chicago", "312-555-0001"],
        {},
    ),
    "personal before work": (
        ["Practitioner", "", "NPI", "Personal", "", "", "Work", "", ""],
        ["Last", "First", "", "Phone", "Email", "City", "Phone", "Email", "City"],
        [(0, 1), (3, 5), (6, 8)],
        ["Adams", "Ann", ANN, "312-555-0001", "me@example.org", "Chicago", "219-555-0001", "w@example.org", "Gary"],
        {"provider.phone": "(219) 555-0001", "provider.email": "w@example.org", "provider.city": "Gary"},
    ),
    "a spouse": (
        ["Practitioner", "", "NPI", "Spouse", "", "", "Office", ""],
        ["Last", "First", "", "Name", "Phone", "Email", "Phone", "Email"],
        [(0, 1), (3, 5), (6, 7)],
        ["Adams", "Ann", ANN, "Al", "312-555-0001", "me@example.org", "219-555-0001", "w@example.org"],
        {"provider.phone": "(219) 555-0001", "provider.email": "w@example.org"},
    ),
    "a chair of the department": (
        ["Name", "", "", "NPI", "Department Chair", "", "", "Practice", "", ""],
        ["Last", "First", "Degree", "", "Name", "Email", "Cell", "Name", "City", "Phone"],
        [(4, 6), (7, 9)],
        ["Adams", "Ann", "MD", ANN, "Dr. Hill", "h@example.org", "312-555-0007", "Acme", "Gary", "219-555-0001"],
        {
            "provider.degree": "MD",
            "practice.name": "Acme",
            "provider.city": "Gary",
            "provider.phone": "(219) 555-0001",
        },
    ),
    "billing without merged cells": (
        ["Practitioner", "", "NPI", "Billing", "", "", "Office", ""],
        ["Last", "First", "", "Street", "City", "Phone", "City", "Phone"],
        [],
        ["Adams", "Ann", ANN, "PO Box 1", "Dallas", "214-555-0001", "Gary", "219-555-0001"],
        {"provider.city": "Gary", "provider.phone": "(219) 555-0001"},
    ),
    "somebody under a word that is not known": (
        ["Practitioner", "", "NPI", "Buddy", ""],
        ["Last", "First", "", "Name", "Phone"],
        [(0, 1), (3, 4)],
        ["Adams", "Ann", ANN, "Hill, Al MD", "312-555-0001"],
        {},
    ),
    "one group alone, merged": (
        ["", "", "", "Home", "", ""],
        ["Last", "First", "NPI", "Phone", "City", "Zip"],
        [(3, 5)],
        ["Adams", "Ann", ANN, "312-555-0001", "Gary", "46402"],
        {},
    ),
    "one group alone": (
        ["", "", "", "Home", ""],
        ["Last", "First", "NPI", "Phone", "City"],
        [],
        ["Adams", "Ann", ANN, "312-555-0001", "Gary"],
        {},
    ),
    "groups that say nothing": (
        ["Practitioner", "", "NPI", "Contact Info", "", "Credentials", ""],
        ["Last", "First", "", "Phone", "Fax", "License #", "Exp"],
        [(0, 1), (3, 4), (5, 6)],
        ["Adams", "Ann", ANN, "219-555-0001", "219-555-0002", "A1", date(2027, 7, 31)],
        {
            "provider.phone": "(219) 555-0001",
            "provider.fax": "(219) 555-0002",
            "license.number": "A1",
            "license.expires": date(2027, 7, 31),
        },
    ),
    "the three days of an appointment": (
        ["Practitioner", "", "NPI", "License", "", "Appointment", "", ""],
        ["Last", "First", "", "No.", "Exp", "Initial", "Current", "Next"],
        [(0, 1), (3, 4), (5, 7)],
        ["Adams", "Ann", ANN, "A1", date(2027, 7, 31), date(2010, 1, 1), date(2025, 1, 1), date(2027, 1, 1)],
        {
            "license.number": "A1",
            "license.expires": date(2027, 7, 31),
            "appointment.initial": date(2010, 1, 1),
            "appointment.starts": date(2025, 1, 1),
            "appointment.ends": date(2027, 1, 1),
        },
    ),
}


@pytest.mark.parametrize("name", GROUPED)
def test_a_group_counts_like_the_words_before_a_heading(name):
    upper, lower, merged, cells, truth = GROUPED[name]
    found = book([upper, lower, cells], merged=[(1, left, 1, right) for left, right in merged])
    assert told(found) == [OWN | truth]


CALLS = ("312-555-0100", "hill@example.org")
# Headings behind name and NPI, the cells under them, what they are taken for
BESIDE = {
    "a chair": (("Dept", "Chair", "Phone", "Email"), ("Surgery", "Dr. Hill", *CALLS), ["provider.department"]),
    "a manager in short": (("Practice", "Mgr", "Phone", "E-mail"), ("Acme", "Sue", *CALLS), ["practice.name"]),
    "an administrator": (("Practice Administrator", "Email", "Phone"), ("Sue", CALLS[1], CALLS[0]), []),
    "a nurse": (("Nurse", "Email"), ("Sue", CALLS[1]), []),
    "a recruiter": (("Recruiter", "Email", "Agency Phone", "Phone"), ("Sue", CALLS[1], CALLS[0], CALLS[0]), []),
    "a proctor": (("Proctor", "Specialty", "Phone"), ("Dr. Hill", "Cardiology", CALLS[0]), []),
    "a reference in short": (("Peer Ref 1", "Phone", "Email"), ("Hill, Al MD", *CALLS), []),
    "a billing contact": (
        ("Billing Contact", "Address", "City", "State", "Zip", "Fax"),
        ("Sue", "PO Box 1", "Gary", "IN", "46402", CALLS[0]),
        [],
    ),
    "somebody whose heading is not known": (("Buddy", "Phone", "Email"), ("Dr. Hill", *CALLS), []),
    "a name of its own": (("Spouse", "Name", "Phone"), ("Pat", "Pat Doe", CALLS[0]), []),
    "another name of their own": (("Badge Name", "Phone"), ("Annie", CALLS[0]), [None, "provider.phone"]),
    "whoever typed the row": (("Entered By", "Phone"), ("Sue Doe", CALLS[0]), [None, "provider.phone"]),
    "no person": (("Hire Class", "Phone", "Email"), ("B-2", *CALLS), [None, "provider.phone", "provider.email"]),
}


@pytest.mark.parametrize("name", BESIDE)
def test_what_stands_beside_somebody_else_is_theirs(name):
    heads, cells, truth = BESIDE[name]
    assert columns_of(*heads, cells=cells) == truth + [None] * (len(heads) - len(truth))


def test_the_numbers_of_a_supervising_physician_are_theirs():
    cells = [(f"Hill{n}, Al, MD", THEIRS[n], f"036-{n}", *CALLS) for n in range(6)]
    found = columns_of("Supervising MD", "NPI", "License", "Phone", "Email", cells=cells)
    assert found == ["provider.supervisor"] + [None] * 4


@pytest.mark.parametrize(
    "heads",
    [
        ("Supervising Physician", "Supervising Physician NPI"),
        ("Dept Chair", "Chair Email"),
        ("Reference", "Reference Phone"),
    ],
)
def test_what_stands_behind_somebody_of_whom_no_row_says_anything_is_the_persons(heads):
    own = ("DEA Number", "License #", "Phone", "Email")
    cells = [("", "", f"BA123456{n}", f"036-{n}", *CALLS) for n in range(6)]
    found = columns_of(*heads, *own, cells=cells)
    assert found[2:] == ["dea.number", "license.number", "provider.phone", "provider.email"]


def test_a_phone_behind_an_emergency_contact_without_a_name_stays_out():
    assert columns_of("Emergency Contact", "Phone", cells=("", CALLS[0]))[1] is None
    assert columns_of("Emergency Contact", "Emergency Phone", "Email", cells=("", *CALLS)) == [None] * 3


def test_values_that_differ_beside_one_name_are_each_persons_own():
    cells = [("Hill, Al, MD", f"312-555-010{n}") for n in range(6)]
    assert columns_of("Supervising MD", "Phone", cells=cells)[1] == "provider.phone"
    cells = [("Hill, Al, MD" if n < 3 else "", f"312-555-010{n}") for n in range(6)]
    assert columns_of("Supervising MD", "Phone", cells=cells)[1] == "provider.phone"


def test_the_license_behind_a_supervisor_is_the_persons_where_nothing_else_is_theirs():
    cells = [(f"Hill{n}, Al, MD", f"085-{n}", date(2027, 7, 31)) for n in range(6)]
    found = columns_of("Supervising MD", "License #", "Exp", cells=cells)
    assert found[1:] == ["license.number", "license.expires"]


DAY, LATER, PAST = date(2029, 12, 31), date(2027, 1, 4), date(2019, 8, 1)
L = ["license.number", "license.expires"]
# Headings, cells, what they are taken for: a bare heading takes its meaning from the column on its left, or has none.
PLACES = {
    "a start that is to come": (("Lic #", "Lic Exp", "Start Date"), ("A-1", DAY, LATER), [*L, None]),
    "a start behind an end": (("Lic #", "Lic Exp", "Start"), ("A-1", DAY, PAST), [*L, None]),
    "a start before an end": (
        ("Carrier", "Policy #", "Start", "End"), ("ISMIE", "P-1", PAST, DAY),
        ["liability.issuer", "liability.number", "liability.issued", "liability.expires"],
    ),
    "an engagement behind a DEA number": (
        ("DEA", "DEA Exp", "Start", "End"), ("BA1111119", DAY, LATER, DAY), ["dea.number", "dea.expires", None, None],
    ),
    "what an application received": (
        ("Board", "Board Exp", "Date Received", "Completed"), ("ABIM", DAY, PAST, PAST),
        ["board.issuer", "board.expires", None, None],
    ),
    "a last day that says not of what": (("Lic #", "Lic Exp", "Last"), ("A-1", DAY, PAST), [*L, None]),
    "the term of a license": (("License", "Effective Date", "Renewal Date"), ("A-1", PAST, DAY), [
        "license.number", "license.issued", "license.expires",
    ]),
    "a number of nothing": (("#", "St", "Exp"), ("A-1", "IL", DAY), [None, None, None]),
    "an agency": (("Lic #", "Lic Exp", "Agency"), ("A-1", DAY, "Locum Co"), [*L, None]),
    "the day of a fit test": (("License", "Fit Test", "Exp"), ("036-1", "Y", DAY), ["license.number", None, None]),
    "the day of a controlled substance license": (
        ("License", "IL CS", "Exp", "Laser Permit", "Exp"), ("036-1", "336-1", DAY, "Y", LATER),
        ["license.number", "cds.number", "cds.expires", None, None],
    ),
    "a state before its number": (
        ("State CS", "CS #", "CS Exp"), ("IL", "336-1", DAY), ["cds.state", "cds.number", "cds.expires"],
    ),
    "the status of a license": (
        ("License", "Status", "Exp", "Verified By", "DEA", "Status", "Exp"),
        ("036-1", "Active", DAY, "SS", "BA1111119", "Active", DAY),
        ["license.number", None, "license.expires", None, "dea.number", None, "dea.expires"],
    ),
    "the status of somebody": (("License", "Exp", "Status"), ("036-1", DAY, "Resigned"), [*L, "provider.status"]),
    "limits under a sign": (
        ("PLI Carrier", "PLI $", "PLI Exp"), ("ISMIE", "1M/3M", DAY),
        ["liability.issuer", "liability.limits", "liability.expires"],
    ),
    "limits under a second heading": (
        ("Insurance", "Insurance 2", "Ins. Exp."), ("ISMIE", "1M/3M", DAY),
        ["liability.issuer", "liability.limits", "liability.expires"],
    ),
    "an amount of nothing": (("PLI", "PLI $", "PLI Exp"), ("ISMIE", "250", DAY), ["liability.issuer", None, "liability.expires"]),
    "dues": (("Malpractice", "Mal Exp", "Amount"), ("ISMIE", DAY, "$250"), ["liability.issuer", "liability.expires", None]),
    "a board's renewal before its end": (
        ("Board", "Board Cert Date", "Recert Date", "Board Exp"), ("ABIM", date(1999, 8, 1), PAST, DAY),
        ["board.issuer", "board.issued", None, "board.expires"],
    ),
    "a renewal in one word": (
        ("Board", "Recertification", "Board Expiration"), ("ABIM", PAST, DAY), ["board.issuer", None, "board.expires"],
    ),
    "a DEA number's renewal": (
        ("DEA", "DEA Renewal Date", "DEA Exp"), ("BA1111119", PAST, DAY), ["dea.number", None, "dea.expires"],
    ),
    "a policy's renewal": (
        ("Malp. Carrier", "Malp. Renewal", "Malp. Exp"), ("ISMIE", PAST, DAY),
        ["liability.issuer", None, "liability.expires"],
    ),
    "a renewal alone, to come": (("Board", "Recert Date"), ("ABIM", DAY), ["board.issuer", "board.expires"]),
    "a renewal alone, over": (("Board", "Recert Date"), ("ABIM", PAST), ["board.issuer", None]),
    "a certificate's days": (
        ("Board Name", "Cert #", "Initial", "Last Recert", "Expires"), ("ABIM", "1234", date(1999, 8, 1), PAST, DAY),
        ["board.issuer", "board.number", "board.issued", None, "board.expires"],
    ),
    "two boards side by side": (
        ("Board 1", "Cert 1", "Initial Cert 1", "Exp 1", "Board 2", "Cert 2", "Initial Cert 2", "Exp 2"),
        ("ABIM", "Internal Medicine", PAST, DAY, "ABIM", "Cardiovascular Disease", PAST, DAY),
        [f"{board}.{name}" for board in ("board", "board2") for name in ("issuer", "title", "issued", "expires")],
    ),
    "licenses under the names of their states": (
        ("IL", "IL Exp", "IN", "IN Exp"), ("036-111111", DAY, "01012345A", DAY), [*L, "license2.number", "license2.expires"],
    ),
    "a tracker of days": (("State Lic", "DEA", "CSR"), (DAY, DAY, DAY), ["license.expires", "dea.expires", "cds.expires"]),
    "the last and the next appointment": (
        ("Appointed", "Date of Reappt", "Next Reappt"), (date(2015, 1, 1), date(2025, 1, 1), LATER),
        ["appointment.initial", "appointment.last_reappointed", "appointment.ends"],
    ),
    "the end of a reappointment": (
        ("Orig Appt", "Last Reappt", "Reappt Exp"), (date(2015, 1, 1), date(2025, 1, 1), LATER),
        ["appointment.initial", "appointment.last_reappointed", "appointment.ends"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_a_bare_heading_is_about_the_column_on_its_left(name):
    heads, cells, truth = PLACES[name]
    assert columns_of(*heads, cells=cells) == truth


def test_an_ordinary_roster_of_short_headings_is_read():
    heads = {
        "Sfx": ("Jr", "provider.suffix"), "Ttl": ("MD", "provider.degree"), "Dept": ("Medicine", "provider.department"),
        "Curr Appt Start": (PAST, "appointment.starts"), "Curr Appt End": (LATER, "appointment.ends"),
        "IL Lic #": ("036-1", "license.number"), "IL Lic Exp": (DAY, "license.expires"),
        "IL CS #": ("336-1", "cds.number"), "IL CS Exp": (DAY, "cds.expires"),
        "Ins Carrier": ("ISMIE", "liability.issuer"), "Pol #": ("P-1", "liability.number"),
        "Ins Exp": (DAY, "liability.expires"), "Ofc Addr": ("12 Oak St", "provider.street"),
        "Ofc Ste": ("Ste 3", "provider.street2"), "Ofc City": ("Oak Park", "provider.city"),
        "Ofc St": ("IL", "provider.state"), "Ofc Zip": ("60301", "provider.zip"),
        "Ofc Ph": ("708-555-0101", "provider.phone"), "Ofc Fax": ("708-555-0201", "provider.fax"),
        "Sponsoring MD": ("Hill, Al, MD", "provider.supervisor"),
    }  # fmt: skip
    assert columns_of(*heads, cells=tuple(cell for cell, _ in heads.values())) == [t for _, t in heads.values()]


def test_the_issuer_of_another_number_is_no_kind_of_credential():
    heads = ("License Number 1", "License Number State Code 1", "Other Identifier Issuer")
    cells = [("A21395", "CA", "CA Medical Board" if n % 2 else "DEA") for n in range(6)]
    assert columns_of(*heads, cells=cells) == ["license.number", "license.state", None]


def test_a_status_merged_under_a_license_and_a_name_under_an_employer_are_nobodys_own():
    upper = ["Practitioner", "", "NPI", "License", "", "Employer", ""]
    lower = ["Last", "First", "", "No.", "Status", "Name", "Phone"]
    cells = ["Adams", "Ann", ANN, "A1", "Inactive", "Acme", "312-555-0001"]
    found = told(book([upper, lower, cells], merged=[(1, 0, 1, 1), (1, 3, 1, 4), (1, 5, 1, 6)]))
    assert "provider.status" not in found[0] and "provider.full_name" not in found[0]
    assert {**found[0], **OWN} == found[0]


def test_a_row_of_data_above_headings_that_come_again_is_no_group():
    heads = ["Last", "First", "Role", "Town"]
    table = [heads, ["Adams", "Ann", "Nurse", ""], ["Low", "Bo", "Chief", "Gary"], ["Hu", "", "Director", ""], heads]
    (reading,) = recognize(book([*table, ["Ray", "Al", "Nurse", "Gary"]], file="Medical Staff.xlsx"))
    assert reading.heading_row == 1 and len(reading.rows) == 4


@pytest.mark.parametrize("group", ["Malpractice Insurance", "Professional Liability", "Malpractice"])
def test_the_company_under_an_insurance_named_alone_above_it_is_the_carrier(group):
    heads = ["Last", "First", "NPI", "Company", "Policy #", "Exp Date", "Phone"]
    rows = [["Adams", f"Ann{n}", npi, "MedPro", f"PL-{n}", date(2029, 7, 1), CALLS[0]] for n, npi in enumerate(THEIRS)]
    (reading,) = recognize(book([["", "", "", group], heads, *rows]))
    assert [reading.columns[at] for at in range(3, 7)] == [
        *("liability.issuer", "liability.number", "liability.expires", "provider.phone")
    ]


def test_the_state_and_zip_of_a_primary_address_are_the_persons_and_those_of_a_second_one_nobodys():
    town = ["1 A St", "Peoria", "IL", "61602"]
    heads = [f"{place} {part}" for place in ("Primary", "Secondary") for part in ("Address", "City", "State", "Zip")]
    found = columns_of(*heads, cells=(*town, "9 Z St", "St. Louis", "MO", "63101"))
    assert found == ["provider.street", "provider.city", "provider.state", "provider.zip"] + [None] * 4
    assert columns_of("Address", "City", "Zip", "2nd State", cells=("1 A St", "Peoria", "61602", "MO"))[3] is None
