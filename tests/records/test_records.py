"""What a record must have, what a value may be, how it reads and how it is typed."""

import dataclasses
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import TODAY
from workbench.actions import editing, undoing
from workbench.errors import Problem
from workbench.records import KINDS, Kind, checks, texts
from workbench.records.appointment import Appointment
from workbench.records.background import Education
from workbench.records.checks import dea_is_valid, npi_is_valid
from workbench.records.credential import Credential
from workbench.records.days import NotADay, read_day
from workbench.records.fields import Email, State, Zip
from workbench.records.office_lists import CredentialSort, Department
from workbench.records.practice import PRACTICE_MEMBERS, Practice, PracticeMember
from workbench.records.provider import PROVIDERS, Provider
from workbench.records.reading import read_text
from workbench.sheets.values import understand_value

ROOT = Path(__file__).parents[2]


def test_a_kind_declares_eight_things_at_most_and_nothing_that_nobody_reads() -> None:
    declared = {each.name for each in dataclasses.fields(Kind)}
    modules = [path for path in (ROOT / "workbench").rglob("*.py") if path.parent.name != "records"]
    read = {name for path in modules for name in re.findall(r"\bkind\.([a-z_]+)", path.read_text("utf-8"))}
    assert len(declared) <= 8 and declared <= read


@pytest.mark.parametrize("npi", ["1234567893", "1477552867", "1245319599"])
def test_a_good_npi_passes(npi: str) -> None:
    assert npi_is_valid(npi)


@pytest.mark.parametrize(
    "npi", ["1234567890", "3234567893", "123456789", "12345678933", "", "123456789a", "１234567893"]
)
def test_a_bad_npi_fails(npi: str) -> None:
    assert not npi_is_valid(npi)


@pytest.mark.parametrize(
    ("npi", "said"),
    [
        ("6159514846", "An NPI begins with 1 or 2."),
        ("1234567890", "NPI fails its check digit."),
        ("123", "An NPI has ten digits."),
    ],
)
def test_the_form_and_the_import_refuse_an_npi_by_the_same_rule_and_say_which(npi: str, said: str) -> None:
    assert [p.message for p in Provider.problems_in({"last": "Okafor", "npi": npi})] == [said]
    imported = understand_value("provider.npi", npi)[1]
    assert imported == (said if len(npi) == 10 else "NPI has 3 digits, not 10.")


@pytest.mark.parametrize(("dea", "good"), [("AB1234563", True), ("F91234563", True), ("AB1234564", False), ("A11234563", False),
                                           ("AB123456", False), ("AB12345²3", False), ("ÄB1234563", False)])  # fmt: skip
def test_a_dea_number_has_a_check_digit(dea: str, good: bool) -> None:
    assert dea_is_valid(dea) is good


@pytest.mark.parametrize(
    ("dea", "fault"),
    [
        ("AB1234563", ""),
        ("ab 1234563", ""),
        ("AB1234560", "DEA number fails its check digit."),
        ("AB123456", "DEA number “AB123456” is not two letters and seven digits."),
        ("", ""),
    ],
)
def test_a_registration_says_what_its_number_breaks(office: Any, make: Any, dea: str, fault: str) -> None:
    sort = CredentialSort.get(CredentialSort.key == "dea")
    record = Credential(provider=make(Provider, last="Okafor"), sort=sort, number=dea)
    assert [each.message for each in record.problems() if each.field == "number"] == [fault] * bool(fault)
    assert understand_value("dea.number", dea)[1] == (fault or None)  # the import says the same


def test_a_number_stands_once_on_a_file_by_its_sort_and_state(office: Any, make: Any) -> None:
    sort = CredentialSort.get(CredentialSort.key == "license")
    person, other = make(Provider, last="Okafor"), make(Provider, last="Beck")
    kept = make(Credential, provider=person, sort=sort, number="036-119204", state="IL", expires=date(2027, 7, 31))

    def wrong(**values: Any) -> list[str]:
        record = Credential(**{"provider": person, "sort": sort, "number": "036119204", "state": "IL"} | values)
        return [each.message for each in record.problems() if each.field == "number"]

    assert wrong() == ["036-119204 is on this file already, until Jul 31 2027. Renew that one, or correct it."]
    assert wrong(state="WI") == wrong(provider=other) == wrong(number="036-119205") == wrong(past=True) == []
    assert list(kept.problems()) == []
    board = CredentialSort.get(CredentialSort.key == "board")
    make(Credential, provider=person, sort=board, title="Internal Medicine", number="284410")
    assert wrong(sort=board, title="Cardiovascular Disease", number="284410", state="") == []
    assert len(wrong(sort=board, title="internal medicine", number="284410", state="")) == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1/2/26", date(2026, 1, 2)), ("01/02/2026", date(2026, 1, 2)), ("2026-01-02", date(2026, 1, 2)),
        ("Jan 2 2026", date(2026, 1, 2)), ("jan. 2nd, 2026", date(2026, 1, 2)), ("January 2, 26", date(2026, 1, 2)),
        ("Sept 3 2026", date(2026, 9, 3)), ("2 Jan 2026", date(2026, 1, 2)), ("2-jan-26", date(2026, 1, 2)),
        ("20260102", date(2026, 1, 2)), ("1.2.2026", date(2026, 1, 2)), ("1/2/70", date(1970, 1, 2)), ("today", TODAY),
        ("T", TODAY), ("+30d", date(2026, 12, 24)), ("+30", date(2026, 12, 24)), ("-1w", date(2026, 11, 17)),
        ("+3m", date(2027, 2, 24)), ("+1y", date(2027, 11, 24)), ("-12m", date(2025, 11, 24)), (" ", None), ("", None),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_type_it(typed: str, meant: date | None) -> None:
    assert read_day(typed, TODAY) == meant


def test_a_month_ahead_stays_in_its_month() -> None:
    assert read_day("+1m", date(2027, 1, 31)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    "typed", ["soon", "13/1/2026", "2/30/2026", "0/0/0", "Foo 2 2026", "+9999y", "-9999y", "1/2", "99999999"]
)
def test_what_is_no_day_is_said(typed: str) -> None:
    with pytest.raises(NotADay, match="not a|no |too far"):
        read_day(typed, TODAY)


def test_how_values_read() -> None:
    assert texts.day(date(2026, 11, 20)) == "Nov 20 2026"
    assert texts.day(None) == ""
    assert [texts.fuzzy(v) for v in ("2014", "2014-07", "2014-07-15")] == ["2014", "Jul 2014", "Jul 15 2014"]
    far = {
        -3: "3 days ago",
        -1: "yesterday",
        0: "today",
        1: "tomorrow",
        8: "in 8 days",
        800: "in 2 years",
        -800: "2 years ago",
    }
    assert {n: texts.distance(date.fromordinal(TODAY.toordinal() + n), TODAY) for n in far} == far
    assert texts.text(Credential.field("per_claim"), 1000000) == "$1,000,000"
    assert texts.text(Credential.field("past"), True) == "Yes"
    assert texts.text(Credential.field("number"), None) == ""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_empty_record_reports_what_it_needs(kind: Any) -> None:
    needed = {f.name for f in kind.model._meta.sorted_fields if not f.primary_key and checks.is_needed(f)}
    assert {problem.field for problem in kind.model().problems()} == needed
    assert needed


@pytest.mark.parametrize(
    ("model", "values", "field"),
    [
        (Provider, {"npi": "1234567890"}, "npi"), (Provider, {"npi": "12"}, "npi"), (Provider, {"ssn_last4": "12345"}, "ssn_last4"),
        (Provider, {"status": "Gone fishing"}, "status"), (Provider, {"email": "no"}, "email"), (Provider, {"state": "XX"}, "state"),
        (Provider, {"zip": "123"}, "zip"), (Provider, {"birth_date": date(1066, 1, 1)}, "birth_date"),
        (Credential, {"issued": date(2026, 2, 1), "expires": date(2026, 1, 1)}, "expires"),
        (Credential, {"lifetime": True, "expires": TODAY}, "expires"), (Credential, {"verified": TODAY}, "source"),
        (Credential, {"per_claim": -1}, "per_claim"), (Credential, {"per_claim": 10**20}, "per_claim"),
        (Appointment, {"starts": TODAY, "ends": date(2020, 1, 1)}, "ends"),
        (Education, {"started": "2014-07", "ended": "2013"}, "ended"), (Education, {"started": "2014-02-31"}, "started"),
        (Education, {"started": "14"}, "started"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_a_problem_of_its_field(model: Any, values: dict[str, Any], field: str) -> None:
    assert field in {problem.field for problem in model.problems_in(values)}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_an_import_asks_of_every_row_reads_nothing_of_the_office(kind: Any, office: Any, queries: Any) -> None:
    values = {"number": "FR1234563", "sort": 1, "provider": 1, "starts": TODAY, "ends": TODAY, "expires": TODAY}
    assert queries(lambda: list(kind.model.problems_between(values))) == 0


def test_good_values_are_no_problem() -> None:
    good = {
        "last": "A",
        "npi": "1234567893",
        "ssn_last4": "1234",
        "email": "a@b.org",
        "state": "IL",
        "zip": "60601-1234",
    }
    assert list(Provider.problems_in(good)) == []
    assert {type(Provider.field(name)) for name in ("email", "state", "zip")} == {Email, State, Zip}


def test_what_is_typed_is_read_by_its_field(office: Any) -> None:
    def read(name: str, text: str, model: Any = Provider) -> Any:
        return read_text(model.field(name), text, TODAY)

    assert read("state", "il") == "IL"
    assert read("status", "active") == "Active"
    assert read("department", "medicine") == Department.get(name="Medicine").id
    assert read("department", "") is None
    assert isinstance(read("department", "Nowhere"), Problem)
    assert isinstance(read("status_since", "soon"), Problem)
    assert read("per_claim", "$1,000,000", Credential) == 1000000
    assert read("per_claim", "", Credential) is None
    assert isinstance(read("per_claim", "much", Credential), Problem)
    assert (read("past", "yes", Credential), read("past", "no", Credential)) == (True, False)
    assert isinstance(read("past", "perhaps", Credential), Problem)


def test_titles_are_the_trades() -> None:
    assert (
        Provider(last="Okafor", first="Adaeze", middle="N", suffix="Jr", degree="MD").title
        == "Okafor Jr, Adaeze N., MD"
    )
    assert PROVIDERS.name == "providers"


def test_a_practice_has_a_group_npi_and_a_tax_number_that_can_be_right() -> None:
    wrong = list(Practice.problems_in({"name": "A", "npi": "1234567890", "tin": "12345"}))
    assert [(each.field, each.message) for each in wrong] == [
        ("tin", "Tax ID has 5 digits, not 9."),
        ("npi", "NPI fails its check digit."),
    ]
    for right in ({"npi": "1234567893", "tin": "12-3456789"}, {"npi": "", "tin": ""}, {"tin": "asked for"}):
        assert list(Practice.problems_in({"name": "A", **right})) == []


def test_one_practice_of_a_person_is_preferred_and_undo_knows_which_it_was(office: Any, make: Any) -> None:
    one, other = make(Provider, last="Abell"), make(Provider, last="Bell")
    first = make(PracticeMember, provider=one, practice=make(Practice, name="P1"), preferred=True)
    theirs = make(PracticeMember, provider=other, practice=first.practice, preferred=True)
    assert (
        editing.save(PracticeMember(provider=one, practice=make(Practice, name="P2"), preferred=True), PRACTICE_MEMBERS)
        == []
    )
    assert [each.practice.name for each in one.practices if each.preferred] == ["P2"]
    assert PracticeMember.get_by_id(theirs.id).preferred
    undoing.undo()
    assert [each.practice.name for each in Provider.get_by_id(one.id).practices if each.preferred] == ["P1"]


def test_nobody_supervises_themself() -> None:
    assert [each.field for each in Provider.problems_in({"id": 7, "last": "A", "supervisor": 7})] == ["supervisor"]
    assert list(Provider.problems_in({"id": 7, "last": "A", "supervisor": 8})) == []
