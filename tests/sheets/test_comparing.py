"""Comparing: rows as literals against a small office, and the plan as text."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sheets.sheet_tables import book
from workbench.lists.expirables import EXPIRABLES
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort, Department, Specialty
from workbench.records.provider import OtherName, Provider
from workbench.sheets import comparing, known, taken
from workbench.sheets.asking import Replies
from workbench.sheets.comparison.terms import PAST
from workbench.sheets.decisions import Answers, Choices
from workbench.sheets.plan import RESULTS
from workbench.sheets.recognizing import recognize
from workbench.store import history

HEADINGS = [
    "Last Name",
    "First Name",
    "MI",
    "Degree",
    "NPI",
    "License #",
    "Lic State",
    "Lic Exp",
    "Office Phone",
    "Dept",
]
OKAFOR = [
    "Okafor",
    "Adaeze",
    "N",
    "MD",
    "1382810863",
    "036-119204",
    "IL",
    date(2027, 7, 31),
    "(312) 555-0101",
    "Surgery",
]


def row(**other):
    """Okafor's row, but for what matters."""
    names = ("last", "first", "mi", "degree", "npi", "license", "state", "exp", "phone", "dept")
    return [other.get(name, value) for name, value in zip(names, OKAFOR, strict=True)]


def plan(*rows, choices=None, headings=HEADINGS, encrypted=True, file="roster.xlsx"):
    workbook = book([headings, *map(list, rows)], file=file)
    sheets = taken.Sheets.of(workbook, recognize(workbook))
    return comparing.compare(sheets, known.fetch(sheets.days), choices or Choices(), encrypted=encrypted)


def told(made):
    return [f"{each.result}: {each.provider}: {each.happens}" for each in made.rows]


@pytest.fixture
def okafor(office, make):
    """Okafor as the office knows her."""
    person = make(
        Provider,
        last="Okafor",
        first="Adaeze",
        middle="N",
        degree="MD",
        npi="1382810863",
        phone="(312) 555-0101",
        provider_type="Physician",
        department=Department.get(name="Surgery"),
    )
    make(
        Credential,
        provider=person,
        sort=CredentialSort.get(key="license"),
        number="036-119204",
        state="IL",
        expires=date(2027, 7, 31),
    )
    return person


def test_someone_new_is_added_with_everything_the_row_says(office):
    made = plan(row())
    assert told(made) == ["new: Okafor, Adaeze N., MD: Add provider, 1 license"]
    assert made.rows[0].license_expires == "Jul 31 2027" and made.writes


def test_a_department_that_is_not_in_the_list_is_kept_as_written_and_proposed(okafor):
    ngo = row(last="Ngo", npi="1234567893", license="9", dept="wound care")
    made = plan(row(dept="Wound Care"), ngo, row(last="Xu", npi="", license="8", dept="SURGERY"))
    assert made.new_list_entries == [("Department", "Wound Care")]


def test_a_blank_erases_nothing_and_other_spelling_is_the_same(okafor):
    made = plan(row(last="OKAFOR", mi="", license="036119204", phone="312.555.0101", dept="", exp="", degree="M.D."))
    assert told(made) == ["same: Okafor, Adaeze N., MD: Nothing changes"]
    assert not made.writes


def test_another_license_of_the_same_state_asks_unless_ours_is_stated_too(okafor):
    made = plan(row(license="77"))
    assert told(made) == [
        "doubtful: Okafor, Adaeze N., MD: Matches Okafor, Adaeze N., MD by NPI 1382810863, "
        "but the license differs: ours is 036-119204 IL"
    ]
    ruled = plan(row(license="77"), choices=Choices(rulings={made.rows[0].place: okafor.id}))
    asks = "Is license 77 a second one beside 036-119204 IL, or does it replace that?"
    assert told(ruled) == [f"changed: Okafor, Adaeze N., MD: Add 1 license. {asks}"]
    stateless = plan(row(license="77", state=""))
    assert stateless.rows[0].result == "doubtful"
    both = plan([*row(), "77", "IL"], headings=[*HEADINGS, "License # 2", "Lic State 2"])
    assert told(both) == ["changed: Okafor, Adaeze N., MD: Add 1 license"]


def test_a_dea_number_of_somebody_else_asks_and_one_of_many_is_told(okafor, make):
    headings = ["Last Name", "First Name", "NPI", "DEA #"]
    dea = CredentialSort.get(key="dea")
    make(Credential, provider=okafor, sort=dea, number="FN8090855")
    made = plan(["Ngo", "Ann", "1234567893", "FN8090855"], headings=headings)
    assert told(made) == ["doubtful: Ngo, Ann: Matches Okafor, Adaeze N., MD by DEA FN8090855, but under another name"]
    own = plan(["Okafor", "Adaeze", "1382810863", "FF8909066"], headings=headings)
    assert "the DEA number differs: ours is FN8090855" in own.rows[0].happens
    apart = plan(["Ngo", "Ann", "1234567893", "FN8090855"], headings=headings, choices=Choices(keep_apart=True))
    assert apart.rows[0].result == "new"
    said = [each["about"] for each in apart.summary()["questions"]]
    assert said == ["Row 2, Ngo, Ann: DEA FN8090855 of row 2 is also that of Okafor, Adaeze N., MD."]
    make(Credential, provider=make(Provider, last="Xu", first="Li"), sort=dea, number="FN8090855")
    shared = plan(["Ngo", "Ann", "1234567893", "FN8090855"], headings=headings)
    assert shared.rows[0].result == "new" and "also that of Okafor" in shared.summary()["questions"][0]["about"]


def test_one_npi_never_ends_on_two_people(okafor):
    smith = row(last="Smith", first="John", license="5")
    place = ("Sheet", 2)
    for choices in (Choices(keep_apart=True), Choices(rulings={place: "new"})):
        made = plan(smith, choices=choices)
        assert told(made) == ["rejected: Smith, John N., MD: NPI 1382810863 is that of Okafor, Adaeze N., MD."]
        assert made.summary()["problems"][0]["column"] == "E: NPI"
    without = plan(smith, choices=Choices(rulings={place: "new"}, without=frozenset({place})))
    assert without.rows[0].result == "new" and without.drafts.added["provider"][0][known.AT["provider"]["npi"]] == ""
    mended = Choices(rulings={place: "new"}, corrections={("Sheet", 2, "provider.npi"): "1234567893"})
    assert plan(smith, choices=mended).rows[0].npi == "1234567893"


def test_an_npi_of_somebody_else_is_not_given_to_whom_the_user_ruled(okafor, make):
    other = make(Provider, last="Smith", first="John")
    smith = row(last="Smith", first="John", license="5")
    made = plan(smith, choices=Choices(rulings={("Sheet", 2): other.id}))
    assert made.rows[0].result == "rejected" and "is that of Okafor" in made.rows[0].happens


def test_two_people_who_share_an_npi_already_are_told_apart_by_name(okafor, make):
    other = make(Provider, last="Smith", first="John", npi="1382810863")
    made = plan(row(license="", state="", exp=""), row(last="Smith", first="John", mi="", license="", exp="", phone=""))
    assert [each.provider_id for each in made.rows] == [okafor.id, other.id]


def test_what_is_filled_in_is_stated_and_not_verified(okafor):
    with history.step("Verified without its expiration"):
        Credential.update(expires=None, verified=date(2026, 1, 5), source="Board", verified_by="Ann").execute()
    made = plan(row())
    assert [tuple(c)[:3] for c in made.rows[0].changes] == [
        ("License expires", "", "Jul 31 2027"),
        ("License verified", "Jan 5 2026", ""),
    ]
    (term,) = made.drafts.changed["credential"].values()
    assert dict(zip(known.COLUMNS["credential"], term, strict=True)) | {
        "expires": "2027-07-31",
        "verified": None,
        "source": "",
        "verified_by": "",
    } == dict(zip(known.COLUMNS["credential"], term, strict=True))
    with history.step("Verified with all that the roster says"):
        Credential.update(expires=date(2027, 7, 31)).execute()
    assert told(plan(row())) == ["same: Okafor, Adaeze N., MD: Nothing changes"]


def test_what_is_said_and_not_taken_is_told(okafor):
    made = plan(row(exp="Pending"), row(last="Ngo", npi="TBD", license="applied", exp="n/a"))
    assert [(q["about"], q["rows"]) for q in made.summary()["questions"]] == [
        ("License expires: “Pending” is no date.", 1),
        ("NPI: “TBD” is no number.", 1),
        ("License number: “applied” is no number.", 1),
        ("License state: “IL” stands without a number or a day; left out.", 1),
    ]
    headings = ["Last Name", "First Name", "NPI", "Group", "Tax ID"]
    tins = plan(
        ["Ngo", "Ann", "1234567893", "Lake Clinic", "36-1111111"],
        ["Poe", "Tim", "", "Lake Clinic", "36-2222222"],
        headings=headings,
    )
    assert "Tax ID 36-1111111, of Lake Clinic; the file says 36-2222222." in tins.summary()["questions"][0]["about"]
    named = plan(
        ["Mary Ngo (Bell), MD", "Xu", "1234567893", "", ""],
        ["Dr. Tim (Tiny) Poe", "Poe", "", "", ""],
        headings=["Provider Name", "Last Name", "NPI", "Maiden Name", "Group"],
    )
    assert [q["about"] for q in named.summary()["questions"]] == [
        "Last name: another column says “Ngo”, not “Xu”.",
        "Row 3, Poe, Tim: “Tiny” in the name may be a former name or the one in use; it is kept as an alias.",
    ]


MENDED = [
    ("provider.npi", "138281086", "1382810863", "E"),
    ("license.number", "3.6E+07", "036-119204", "F"),
    ("license.expires", "2/30/2027", "7/31/2027", "G"),
    ("provider.email", "no", "ada@example.org", "H"),
    ("liability.limits", "?", "1M/3M", "I"),
]


@pytest.mark.parametrize("target, wrong, right, letter", MENDED)
def test_a_mended_value_is_judged_like_one_that_stood_in_the_file(okafor, target, wrong, right, letter):
    headings = ["Last Name", "First Name", "MI", "Degree", "NPI", "IL License #", "IL Lic Exp", "E-mail", "Limits"]
    table = [
        ["Okafor", "Adaeze", "N", "MD", "1382810863", "036-119204", "7/31/2027", "ada@example.org", "1M/3M"],
        ["Xu", "Li", "", "MD", "1234567893", "036-2", "7/31/2027", "li@example.org", "1M/3M"],
    ]
    at = ord(letter) - ord("A")
    table[0][at] = right
    stood = plan(*table, headings=headings)
    table[0][at] = wrong
    mended = plan(*table, headings=headings, choices=Choices(corrections={("Sheet", 2, target): right}))
    assert told(mended) == told(stood) and dict(mended.rows[0].values) == dict(stood.rows[0].values)
    assert [r.effects for r in mended.rows] == [r.effects for r in stood.rows]


def test_a_later_expiration_is_a_renewal_that_keeps_the_old_term(okafor):
    made = plan(row(exp=date(2029, 7, 31), phone="(312) 555-0199"))
    assert told(made) == ["changed: Okafor, Adaeze N., MD: Update 1 phone, 1 license"]
    assert [tuple(c)[:3] for c in made.rows[0].changes] == [
        ("Office phone", "(312) 555-0101", "(312) 555-0199"),
        ("License expires", "Jul 31 2027", "Jul 31 2029"),
    ]
    assert made.rows[0].was("license.expires") == "Jul 31 2027"
    old, new = made.drafts.changed["credential"].values(), made.drafts.added["credential"]
    assert [(r[8], r[PAST]) for r in old] == [("2027-07-31", 1)] and [(r[8], r[PAST]) for r in new] == [
        ("2029-07-31", 0)
    ]
    change = made.summary()["changes"][1]
    assert change == {
        "provider": "Okafor, Adaeze N., MD",
        "field": "License expires",
        "old": "2027-07-31",
        "new": "2029-07-31",
    }


def test_an_earlier_expiration_is_not_taken_and_is_shown(okafor):
    made = plan(row(exp=date(2026, 7, 31)))
    kept = "Kept ours: License expires Jul 31 2027; the file says Jul 31 2026."
    assert told(made) == [f"same: Okafor, Adaeze N., MD: Nothing changes. {kept}"]


def test_an_expiration_that_we_lack_is_filled_in(okafor):
    with history.step("Clear the expiration"):
        Credential.update(expires=None).execute()
    assert told(plan(row())) == ["changed: Okafor, Adaeze N., MD: Update 1 license"]


def test_a_second_license_is_added(okafor):
    assert told(plan(row(license="77", state="WI"))) == ["changed: Okafor, Adaeze N., MD: Add 1 license"]


def test_a_second_row_about_the_same_person_merges_into_the_first(office):
    made = plan(row(), row(license="77", state="WI"), row(), row(npi="", license="77", state="WI"))
    assert [r.result for r in made.rows] == ["new", "changed", "same", "same"]
    assert len(made.drafts.added["provider"]) == 1 and len(made.drafts.added["credential"]) == 2


def test_a_license_with_the_same_name_is_the_person_and_with_another_name_asks(okafor):
    made = plan(row(npi=""), row(npi="", last="Smith", first="John", license="036-119204"))
    assert [r.result for r in made.rows] == ["same", "doubtful"]
    assert "license 036-119204, but under another name" in made.rows[1].happens
    other = row(npi="", last="Smith", first="John", license="036-119204", state="WI")
    assert plan(other).rows[0].result == "new"


def test_a_license_under_a_compound_name_asks(okafor):
    made = plan(row(npi="", last="Okafor-Bell"))
    assert told(made) == ["doubtful: Okafor-Bell, Adaeze N., MD: Matches Okafor, Adaeze N., MD by license 036-119204"]
    candidate = made.rows[0].candidates[0]
    assert (candidate.key, candidate.license, candidate.expires) == (okafor.id, "036-119204 IL", "Jul 31 2027")
    place = made.rows[0].place
    assert (
        plan(row(npi="", last="Okafor-Bell"), choices=Choices(rulings={place: okafor.id})).rows[0].result == "changed"
    )
    assert plan(row(npi="", last="Okafor-Bell"), choices=Choices(rulings={place: "new"})).rows[0].result == "new"


def test_the_same_name_without_numbers_asks_and_so_it_does_with_other_numbers(okafor):
    made = plan(
        row(npi="", license="", state="", exp=""),
        row(npi="1234567893", license="5"),
        row(npi="", license="99", mi="", phone="", dept=""),
    )
    assert [r.result for r in made.rows] == ["doubtful"] * 3
    assert [r.happens.partition(" by ")[2] for r in made.rows[1:]] == [
        "name, but the NPI differs, and the license differs: ours is 036-119204 IL",
        "name, but the license differs: ours is 036-119204 IL",
    ]


def test_who_has_only_the_name_of_somebody_of_ours_is_kept_apart_by_one_answer(okafor):
    rows = (
        row(npi="1234567893", license="5"),
        row(last="Ngo", npi="1245319599", license="6"),
        row(first="Adaez", npi="", license="7"),
    )
    made = plan(*rows)
    assert [r.result for r in made.rows] == ["doubtful", "new", "doubtful"]
    (question,) = [each for each in made.questions if each.key.startswith("namesakes")]
    assert question.rows == 2 and [each.key for each in question.options] == ["ask", "apart"]
    choices = Choices(answers=Answers(replies=Replies({question.key: "apart"})))
    assert [r.result for r in plan(*rows, choices=choices).rows] == ["new"] * 3
    assert "namesakes=apart" in next(
        q["answers"] for q in made.summary()["questions"] if "namesakes=ask" in q.get("answers", ())
    )
    ours = Choices(rulings={made.rows[0].place: okafor.id})
    assert plan(*rows, choices=ours).rows[0].result == "changed"


def test_the_same_full_name_with_another_license_of_the_state_asks_where_something_else_agrees(okafor):
    headings = ["Name", "City", "License #", "Lic State", "Practice", "Suffix"]
    lrcp = ["Philip Allen Childers, LRCP", "El Dorado", "E-3525", "AR", "Delta Health", ""]
    same = {
        "spelled-out middle name": ["Philip Allen Childers, PA", "Benton", "E-743", "AR", "", ""],
        "city": ["Philip A. Childers, PA", "El Dorado", "E-743", "AR", "", ""],
        "practice": ["Philip A. Childers, PA", "", "E-743", "AR", "Delta Health", ""],
    }
    another = {
        "nothing besides an initial": ["Philip A. Childers, PA", "Benton", "E-743", "AR", "", ""],
        "a son": ["Philip Allen Childers, PA", "El Dorado", "E-743", "AR", "", "Jr"],
        "another middle name": ["Philip Aaron Childers, PA", "El Dorado", "E-743", "AR", "", ""],
    }
    for what, other in same.items():
        assert [r.result for r in plan(lrcp, other, headings=headings).rows] == ["new", "doubtful"], what
    for what, other in another.items():
        assert [r.result for r in plan(lrcp, other, headings=headings).rows] == ["new", "new"], what
    asked = plan(lrcp, same["spelled-out middle name"], headings=headings).rows[1]
    assert asked.happens == (
        "Matches Childers, Philip Allen, LRCP by full name, but the license differs: ours is E-3525 AR, "
        "the city differs: ours is El Dorado, the degree differs: ours is LRCP"
    )
    city = plan(lrcp, same["city"], headings=headings).rows[1]
    assert city.happens.startswith(
        "Matches Childers, Philip Allen, LRCP by name, city El Dorado, but the license differs"
    )


def test_john_smith_and_john_smith_with_nothing_else_in_common_are_two_people(okafor):
    smiths = [
        row(last="Smith", first="John", mi="", npi="1234567893", license="1"),
        row(last="Smith", first="John", mi="", npi="1245319599", license="2"),
        row(last="Smith", first="John", mi="", npi="", license="3", phone="", dept="Medicine"),
    ]
    assert [r.result for r in plan(*smiths).rows] == ["new", "new", "new"]


def test_a_row_that_asks_carries_what_the_office_has_of_the_person(okafor):
    (candidate,) = plan(row(npi="", license="99", mi="")).rows[0].candidates
    assert candidate.known == {
        "provider.last": "Okafor",
        "provider.first": "Adaeze",
        "provider.middle": "N",
        "provider.degree": "MD",
        "provider.npi": "1382810863",
        "provider.phone": "(312) 555-0101",
        "provider.department": "Surgery",
        "license.number": "036-119204",
        "license.state": "IL",
        "license.expires": "Jul 31 2027",
    }
    of_file = (
        plan(row(last="Ngo", npi="", license="7", dept="Wound Care"), row(last="Ngo", npi="", license="99"))
        .rows[1]
        .candidates[0]
    )
    assert of_file.known["provider.department"] == "Wound Care" and of_file.key == ("Sheet", 2)


def test_choices_for_the_command_line(okafor):
    nameless = row(npi="", license="", state="", exp="")
    assert plan(nameless, choices=Choices(keep_apart=True)).rows[0].result == "new"
    assert plan(nameless, choices=Choices(merge_certain=True)).rows[0].result == "doubtful", "a name is not enough"
    differs = row(license="77")
    assert plan(differs).rows[0].result == "doubtful"
    merged = plan(differs, choices=Choices(merge_certain=True))
    assert merged.rows[0].result == "changed"
    assert any("the license differs: ours is 036-119204 IL" in each.about for each in merged.questions)
    for unlike in (row(license="77", first="Ada"), row(license="77", mi="R"), row(last="Bell", license="77")):
        assert plan(unlike, choices=Choices(merge_certain=True)).rows[0].result == "doubtful"


@pytest.mark.parametrize(
    ("heading", "value", "why"),
    [
        ("E-mail", "A.Okafor@example.org", "e-mail A.Okafor@example.org"),
        ("License #", "036119204", "license 036-119204, but under another name"),
        ("DEA #", "FN8090855", "DEA FN8090855, but under another name"),
        ("Office Phone", "312-555-0101", "last name, phone (312) 555-0101"),
        ("Cell Phone", "312-555-0101", "last name, phone (312) 555-0101"),
    ],
)
def test_a_short_first_name_asks_where_something_else_of_the_person_agrees(okafor, make, heading, value, why):
    make(Credential, provider=okafor, sort=CredentialSort.get(key="dea"), number="FN8090855")
    with history.step("Her e-mail"):
        Provider.update(email="a.okafor@example.org").where(Provider.id == okafor.id).execute()
    headings = ["Last Name", "First Name", heading, "NPI"]
    made = plan(["Okafor", "Ada", value, None], headings=headings)
    assert told(made) == [f"doubtful: Okafor, Ada: Matches Okafor, Adaeze N., MD by {why}"]
    assert plan(["Okafor", "Ada", None, None], headings=headings).rows[0].result == "new"


def test_of_one_last_name_and_one_address_another_npi_is_another_person_and_without_one_it_asks(okafor):
    with history.step("The clinic's e-mail"):
        Provider.update(email="clinic@example.org", middle="").where(Provider.id == okafor.id).execute()
    headings = ["Last Name", "First Name", "E-mail", "Office Phone", "NPI"]
    brother = ["Okafor", "Chidi", "clinic@example.org", "(312) 555-0101"]
    assert plan([*brother, "1234567893"], headings=headings).rows[0].result == "new"
    assert plan([*brother, None], headings=headings).rows[0].result == "doubtful"
    assert plan(["Okafor", "Chidi", None, "(312) 555-0101", None], headings=headings).rows[0].result == "new"


def test_a_former_name_asks(okafor, make):
    make(OtherName, provider=okafor, last="Eze")
    assert told(plan(row(last="Eze", npi="", license="", state="", exp=""))) == [
        "doubtful: Eze, Adaeze N., MD: Matches Okafor, Adaeze N., MD by former name"
    ]


def test_a_new_last_name_under_the_same_npi_keeps_the_old_one(okafor):
    made = plan(row(last="Bell"))
    assert told(made) == ["changed: Bell, Adaeze N., MD: Update 1 name; add 1 former name"]


def test_one_npi_under_another_name_asks(okafor):
    made = plan(row(last="Smith", first="John", license="5"))
    assert made.rows[0].result == "doubtful" and "under another name" in made.rows[0].happens


def test_wrong_values_are_refused_beside_the_value_and_can_be_mended_or_left_out(office):
    wrong = [row(npi="1382810864"), row(npi="", exp="02/30/2027", license="5", last="Ngo")]
    made = plan(*wrong)
    assert [r.result for r in made.rows] == ["rejected", "rejected"]
    assert [(p.target, p.typed, p.column) for r in made.rows for p in r.problems] == [
        ("provider.npi", "1382810864", "E: NPI"),
        ("license.expires", "02/30/2027", "H: Lic Exp"),
    ]
    assert (
        made.rows[0].npi == "1382810864"
        and made.rows[0].wrong("provider.npi")
        and "check digit" in made.rows[0].happens
    )
    sheet = made.rows[0].sheet
    mended = plan(
        *wrong,
        choices=Choices(corrections={(sheet, 2, "provider.npi"): "1382810863", (sheet, 3, "license.expires"): ""}),
    )
    assert [(r.result, r.npi, r.license_expires) for r in mended.rows] == [
        ("new", "1382810863", "Jul 31 2027"),
        ("new", "", ""),
    ]
    without = plan(*wrong, choices=Choices(without=frozenset({(sheet, 2), (sheet, 3)})))
    assert [(r.result, r.values.get("provider.npi")) for r in without.rows] == [("new", None), ("new", None)]
    assert len(without.rows[0].problems) == 1
    still = plan(*wrong, choices=Choices(corrections={(sheet, 2, "provider.npi"): "12"}))
    assert still.rows[0].result == "rejected"


def test_a_row_without_a_name_is_refused_even_without_its_problem(office):
    nameless = row(last="", first="")
    choices = Choices(without=frozenset({("Sheet", 2)}))
    made = plan(nameless, row(last="Ngo", npi="1234567893", license="4"), choices=choices)
    assert [r.result for r in made.rows] == ["rejected", "new"]


def test_rows_left_out_and_companies_are_skipped(office):
    made = plan(
        ["Bob Smith, MD", "7"],
        ["Pain Clinic of Example, PLLC,", "8"],
        headings=["Name", "License #"],
        choices=Choices(skipped=frozenset({("Sheet", 2)})),
    )
    assert told(made) == [
        "skipped: Smith, Bob, MD: Left out by choice",
        "skipped: Pain Clinic of Example, PLLC,: A company, not a person",
    ]


def test_birth_dates_and_social_security_numbers_wait_for_encryption(office):
    headings, said = (
        ["Last Name", "First Name", "NPI", "DOB", "SSN"],
        ["Ngo", "Ann", "1234567893", date(1970, 1, 2), "123-45-6789"],
    )
    made = plan(said, headings=headings, encrypted=False)
    assert (
        len(made.left_out) == 2
        and "D: DOB" in made.left_out[0]
        and made.drafts.added["provider"][0][-3:-1] == [None, ""]
    )
    assert [q["about"] for q in made.summary()["questions"]] == [
        "Column D: DOB (birth dates)",
        "Column E: SSN (social security numbers)",
    ]
    sealed = plan(said, headings=headings)
    assert sealed.drafts.added["provider"][0][-3:-1] == ["1970-01-02", "6789"] and not sealed.left_out


def test_a_lifetime_certificate_and_life_support_become_terms(office):
    made = plan(
        ["Ngo", "Ann", "1234567893", "", "Lifetime", date(2027, 5, 31), "MedPro", date(2027, 1, 1)],
        headings=["Last Name", "First Name", "NPI", "Board", "Board Exp", "ACLS Exp", "Malpractice Carrier", "Ins Exp"],
    )
    assert told(made) == ["new: Ngo, Ann: Add provider, 1 certification, 1 life support card, 1 liability coverage"]
    assert [(r[3], r[6], r[8], r[9]) for r in made.drafts.added["credential"]] == [
        ("", "", None, 1),
        ("ACLS", "", "2027-05-31", 0),
        ("", "MedPro", "2027-01-01", 0),
    ]


def test_a_sort_of_credential_that_the_office_does_not_keep_is_left_out_and_said(office):
    with history.step("Keep no DEA registrations"):
        CredentialSort.delete().where(CredentialSort.key == "dea").execute()
    made = plan(["Ngo", "Ann", "1234567893", "FN8090855"], headings=["Last Name", "First Name", "NPI", "DEA #"])
    assert told(made) == ["new: Ngo, Ann: Add provider"] and "Column D: DEA #" in made.questions[0].about


def test_of_two_rows_that_differ_the_first_counts_so_that_the_file_again_changes_nothing(okafor):
    rows = [row(phone="(312) 555-0188"), row(phone="(312) 555-0199", dept="Medicine"), row(mi="Nneka")]
    made = plan(*rows)
    assert told(made) == [
        "changed: Okafor, Adaeze Nneka, MD: Update 1 phone",
        "same: Okafor, Adaeze Nneka, MD: Nothing changes. Kept ours: Office phone (312) 555-0188; the file says (312) 555-0199. "
        "Kept ours: Department Surgery; the file says Medicine.",
        "changed: Okafor, Adaeze Nneka, MD: Update 1 name. Kept ours: Office phone (312) 555-0188; the file says (312) 555-0101.",
    ]
    with history.step("What the plan says"):
        Provider.update(phone="(312) 555-0188", middle="Nneka").execute()
    assert [each.result for each in plan(*rows).rows] == ["same"] * 3


def test_two_addresses_of_one_person_do_not_become_one(office):
    headings = ["Last Name", "First Name", "NPI", "Street", "Suite", "City", "State", "ZIP"]
    first, second = ["1 Oak St", "", "Peoria", "IL", "61602"], ["9 Elm St", "Suite 4", "Joliet", "IL", "60432"]
    made = plan(["Ngo", "Ann", "1234567893", *first], ["Ngo", "Ann", "1234567893", *second], headings=headings)
    assert [each.result for each in made.rows] == ["new", "same"]
    person = dict(zip(known.COLUMNS["provider"], made.drafts.added["provider"][0], strict=True))
    assert [person[name] for name in ("street", "street2", "city", "state", "zip")] == first


def test_a_supervisor_is_linked_where_one_person_has_the_name(okafor):
    headings = ["Last Name", "First Name", "Degree", "NPI", "Supervising Physician"]
    made = plan(
        ["Ngo", "Ann", "PA-C", "1234567893", "Okafor, Adaeze"],
        ["Poe", "Tim", "PA-C", "", "Nobody, Such"],
        headings=headings,
    )
    rows = made.drafts.added["provider"]
    at = known.AT["provider"]["supervisor_id"]
    assert [r[at] for r in rows] == [okafor.id, None] and "left open" in made.rows[1].notes[0]
    assert [r[known.AT["provider"]["provider_type"]] for r in rows] == ["Physician assistant"] * 2


def test_the_plan_does_not_touch_what_is_known_so_that_it_can_be_made_again(okafor):
    table = [row(exp=date(2029, 7, 31)), row(last="Ngo", npi="", license="3")]
    workbook = book([HEADINGS, *table])
    sheets, office_then = taken.Sheets.of(workbook, recognize(workbook)), known.fetch()
    first, second = (comparing.compare(sheets, office_then, Choices(), encrypted=True) for _ in range(2))
    assert told(first) == told(second) and first.drafts.added == second.drafts.added


def test_ten_thousand_namesakes_are_not_compared_pair_by_pair(office):
    rows = [["Smith", "John", f"{n}"] for n in range(1, 10_001)]
    made = plan(*rows, headings=["Last Name", "First Name", "License #"])
    assert made.counts["new"] == 10_000
    rows = [["Smith", "John", f"{n}", "Reno"] for n in range(5_000)]
    apart = plan(*rows, headings=["Last Name", "First Name", "License #", "City"], choices=Choices(keep_apart=True))
    assert apart.counts["new"] == 5_000 and 1 < len(apart.rows[-1].matches) < 20


names = st.sampled_from(["Okafor", "Okafor-Bell", "Ngo", "Nguyen", "", "Smith", "Smyth"])
firsts = st.sampled_from(["Adaeze", "A", "Bob", "Robert", "", "Ann"])
npis = st.sampled_from(["1382810863", "1234567893", "1382810864", "", "12"])
cells = st.tuples(
    names,
    firsts,
    st.sampled_from(["", "N", "Ray"]),
    st.sampled_from(["MD", "", "PA-C"]),
    npis,
    st.sampled_from(["036-119204", "5", ""]),
    st.sampled_from(["IL", "", "WI"]),
    st.sampled_from([date(2027, 7, 31), date(2029, 7, 31), "02/30/2027", ""]),
    st.just(""),
    st.sampled_from(["Surgery", "New"]),
)
anything = st.builds(
    Choices,
    keep_apart=st.booleans(),
    merge_certain=st.booleans(),
    without=st.frozensets(st.tuples(st.just("Sheet"), st.integers(2, 9))),
    skipped=st.frozensets(st.tuples(st.just("Sheet"), st.integers(2, 9)), max_size=2),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(cells, min_size=1, max_size=8), anything)
def test_rows_are_conserved_and_nothing_wrong_is_written(okafor, rows, choices):
    made = plan(row(last="Adams", npi="", license="1"), *rows, choices=choices)
    summary = made.summary()
    results = ("added", "changed", "same", "skipped", "rejected", "doubtful")
    assert summary["rows"] == len(made.rows) == sum(summary[key] for key in results)
    assert len(made.rows) + len(made.readings[0].skipped) >= len([r for r in rows if any(r[:5])]) and set(
        made.counts
    ) == set(RESULTS)
    for drafted in (*made.drafts.added["provider"], *made.drafts.changed["provider"].values()):
        assert not list(
            Provider.problems_in(dict(zip([f.name for f in Provider._meta.sorted_fields], drafted, strict=True)))
        )
    npis = {okafor.id: okafor.npi}
    for drafted in (*made.drafts.added["provider"], *made.drafts.changed["provider"].values()):
        npis[drafted[0]] = drafted[known.AT["provider"]["npi"]]
    held = [npi for npi in npis.values() if npi]
    assert len(held) == len(set(held)), "two people end with one NPI"
    assert all(each.happens for each in made.rows)


def test_names_in_quotes_and_brackets_come_in_whatever_column_they_stand_in(office):
    headings = ["Name", "License #"]
    made = plan(
        ['O\'Hara, Patrick "Pat" J.', "1"], ["AMATO (KELLER), RUTH, MD", "2"], ["Amato, Rita (Weiss), MD", "3"],
        ["Poe, Tim (x-ray only)", "4"], headings=headings,
    )  # fmt: skip
    apart = plan(
        ["O'Hara", 'Patrick "Pat" J.', "1"], ["Amato (Keller)", "Ruth", "2"], ["Amato", "Rita (Weiss)", "3"],
        ["Poe", "Tim (x-ray only)", "4"], headings=["Last Name", "First Name", "License #"],
    )  # fmt: skip
    kept = known.AT["other_name"]
    for each in (made, apart):
        assert [row.result for row in each.rows] == ["new", "new", "new", "rejected"]
        assert [row[known.AT["provider"]["preferred"]] for row in each.drafts.added["provider"]] == ["Pat", "", ""]
        others = [(row[kept["sort"]], row[kept["last"]]) for row in each.drafts.added["other_name"]]
        assert others == [("Former name", "Keller"), ("Alias", "Weiss")]
        told = [asked["about"] for asked in each.summary()["questions"]]
        assert any("“Weiss” in the name may be a former name" in about for about in told)
        assert "x-ray" in each.summary()["problems"][0]["value"] and "no part of a name" in each.rows[3].happens


def test_a_number_that_somebody_else_gave_is_called_by_its_name(okafor):
    made = plan(["Okafor", "Adaeze", "1382810863", "D-77"], headings=["Last Name", "First Name", "NPI", "Doctor #"])
    assert [(c["field"], c["new"]) for c in made.summary()["changes"]] == [("Doctor number", "D-77")]


def test_a_word_of_no_list_is_kept_as_written_and_one_close_to_an_entry_waits(office, make):
    for name in ("Interventional Cardiology", "Orthopedic Surgery"):
        Specialty.get_or_none(name=name) or make(Specialty, name=name)
    headings = ["Last Name", "First Name", "NPI", "Specialty"]
    made = plan(
        ["Ngo", "Ann", "1234567893", "Int Cardio"], ["Xu", "Li", "1382810863", "int cardio"],
        ["Poe", "Tim", "1245319599", "Wound Magic"], headings=headings,
    )  # fmt: skip
    assert made.new_list_entries == [("Specialty", "Wound Magic")]
    assert "provider.specialty" not in made.rows[0].values and made.rows[0].result == "new"
    assert [tuple(each.values()) for each in made.summary()["questions"]] == [
        (
            "Sheet",
            "Specialty “Int Cardio” is not in the office's list: is it “Interventional Cardiology”?",
            2,
            "left out until that is said; what the office has stays",
            ["int cardio=out", "int cardio=as written", "int cardio=interventional cardiology"],
        ),
        ("Sheet", "Specialty “Wound Magic” is not in the office's list", 1, "added to the list as written"),
    ]


def test_a_term_is_judged_as_its_form_judges_it(office):
    headings = ["ID", *(column.heading for column in EXPIRABLES.sheet)]
    said = {"Last name": "Ngo", "First name": "Ann", "Kind": "State license", "Number": "9", "State": "IL"}
    both = {**said, "Expires": date(2027, 7, 31), "Lifetime": "Lifetime"}
    early = {**said, "Issued": date(2027, 8, 1), "Expires": date(2027, 7, 31)}
    made = plan(*([each.get(heading) for heading in headings] for each in (both, early)), headings=headings)
    assert [row.happens for row in made.rows] == [
        "Credential expires: A lifetime credential has no expiration; clear one of the two.",
        "Credential expires: It expires before it was issued.",
    ]


@pytest.mark.parametrize(("ends", "renewed"), [(date(2027, 9, 28), False), (date(2027, 9, 29), True)])
def test_an_end_a_little_later_corrects_the_term_and_that_asks(okafor, ends, renewed):
    made = plan(row(exp=ends))
    assert bool(made.drafts.added["credential"]) is renewed
    if not renewed:
        assert made.rows[0].result == "same" and [each.title for each in made.rows[0].disputed] == ["License expires"]


def test_a_later_end_of_a_card_issued_on_the_same_day_is_no_renewal(okafor, make):
    card = CredentialSort.get(key="life_support")
    make(Credential, provider=okafor, sort=card, title="BLS", issued=date(2024, 8, 1), expires=date(2026, 7, 31))
    headings = [*HEADINGS, "BLS Issued", "BLS Expires"]
    made = plan([*row(), date(2024, 8, 1), date(2029, 7, 31)], headings=headings)
    assert made.drafts.added["credential"] == []
    assert "Kept ours: Life support card expires" in made.rows[0].happens or "Kept ours: BLS" in made.rows[0].happens
    later = plan([*row(), date(2027, 8, 1), date(2029, 7, 31)], headings=headings)
    assert len(later.drafts.added["credential"]) == 1


def test_the_day_a_license_was_first_issued_speaks_against_no_renewal(okafor):
    term = Credential.get()
    with history.step("Change"):
        term.issued = date(2024, 8, 1)
        term.save()
    made = plan([*row(exp=date(2029, 7, 31)), date(2024, 8, 1)], headings=[*HEADINGS, "License Issued"])
    assert len(made.drafts.added["credential"]) == 1


@pytest.mark.parametrize(("issued", "kept"), [(date(2029, 7, 31), "2029-07-31"), (date(2029, 8, 1), None)])
def test_a_renewed_term_carries_no_day_of_issue_after_its_end(okafor, issued, kept):
    with history.step("Change"):
        Credential.update(issued=issued).execute()  # a slip that no form would take
    (term,) = plan(row(exp=date(2029, 7, 31))).drafts.added["credential"]
    assert dict(zip(known.COLUMNS["credential"], term, strict=True))["issued"] == kept


def test_a_value_that_comes_where_there_was_none_is_an_addition(office, make):
    make(Provider, last="Okafor", first="Adaeze", npi="1477552867", phone="(312) 555-0188", zip="60601")
    headings = ["Last Name", "First Name", "NPI", "Phone", "Pager", "DOB", "SSN", "City"]
    said = ["Okafor", "Adaeze", "1477552867", "(312) 555-0101", "(312) 555-0102", "3/4/1971", "123-45-6789", "Chicago"]
    made = plan(said, headings=headings)
    assert made.rows[0].happens == "Update 1 phone, 1 address; add 1 phone, 1 birth date, 1 SSN"
    assert plan([*said[:3], "", *said[4:6], "", ""], headings=headings).rows[0].happens == "Add 1 phone, 1 birth date"


def test_a_hidden_sheet_and_one_without_headings_are_told_apart(okafor):
    workbook = book([HEADINGS, row()], [HEADINGS, row(last="Ngo")], [["Legend"], ["x"]], names=("Staff", "Old", "Key"))
    workbook.sheets[1].visible = False
    sheets = taken.Sheets.of(workbook, recognize(workbook))
    made = comparing.compare(sheets, known.fetch(sheets.days), Choices(), encrypted=True)
    assert {(q.sheet, q.about, q.rows) for q in made.questions if q.sheet in ("Old", "Key")} == {
        ("Old", "The sheet is hidden", 2),
        ("Key", "No heading on the sheet is known", 2),
    }
