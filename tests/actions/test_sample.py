"""The sample hospital: invented, dated relative to a day, and with exactly the faults that its docstring names."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from workbench.actions import offices, sample, undoing
from workbench.actions.sampling import terms
from workbench.actions.sampling.numbers import initial
from workbench.errors import WorkbenchError
from workbench.lists import today as day_of
from workbench.lists.named import LISTS, list_named
from workbench.records import KINDS
from workbench.records.appointment import Appointment
from workbench.records.checks import dea_is_valid, npi_is_valid
from workbench.records.credential import Credential
from workbench.records.desk import Document, Note, Task
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.provider import GONE, Provider
from workbench.store import blobs, database, history
from workbench.store.office import Seat

TODAY = date(2026, 11, 24)


def _new(path: Path) -> offices.Office:
    return offices.new_office(path, Seat("Tester", lambda: datetime(2026, 11, 24, 9)), sample.HOSPITAL)


def _everything() -> dict[str, list[tuple]]:
    """Of an office all but its own number, which no other has."""
    settings = database.execute_sql("SELECT name, value FROM setting ORDER BY name").fetchall()
    return {
        kind.table: database.execute_sql(f'SELECT * FROM "{kind.table}" ORDER BY id').fetchall() for kind in KINDS
    } | {"setting": [row for row in settings if row[0] not in ("office_number", "file_secret")]}


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, int]]:
    office = _new(tmp_path_factory.mktemp("sample") / "riverbend.workbench")
    sample.fill(TODAY)
    yield sample.counts(TODAY)
    office.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[None]:
    office = _new(tmp_path / "empty.workbench")
    yield
    office.close()


def _person(last: str) -> Provider:
    return Provider.get(Provider.last == last)


def _current(last: str, sort: str) -> list[Credential]:
    return [c for c in _person(last).credentials if c.sort.key == sort and not c.past]


def _staff() -> list[Provider]:
    return [p for p in Provider.select() if p.status not in GONE]


def test_the_counts_are_those_of_the_lists(counts: dict[str, int]) -> None:
    assert counts["providers"] == 120
    assert counts == {
        each.name: count for each in LISTS if each.kind in KINDS and (count := len(each.ids(today=TODAY)))
    }
    assert counts["credentials"] == Credential.select().where(~Credential.past).count() < Credential.select().count()
    assert history.newest().name == "Sample hospital of 120 people"
    policy = offices.policy()
    assert (policy.hospital, policy.state, policy.invented) == ("Riverbend Medical Center", "IL", True)


def test_nothing_is_wrong_with_any_value(counts: dict[str, int]) -> None:
    assert [(kind.name, row.id, p) for kind in KINDS for row in kind.model.select() for p in row.problems()] == []


def test_check_digits_and_uniqueness(counts: dict[str, int]) -> None:
    npis = [p.npi for p in Provider.select() if p.npi]
    assert all(npi_is_valid(npi) and npi[0] == "1" for npi in npis)
    assert len(set(npis)) == len(npis)
    deas = [c for c in Credential.select() if c.sort.key == "dea"]
    assert all(dea_is_valid(c.number) and c.number[1] == initial(c.provider.last) for c in deas)
    assert all((c.number[0] == "M") == (c.provider.degree in ("PA-C", "APRN", "CNM")) for c in deas)
    owners = {(c.number, c.provider_id) for c in Credential.select() if c.sort.key == "license"}
    twice = [number for number, times in Counter(number for number, _ in owners).items() if times > 1]
    assert twice == [c.number for c in _current("Reyes", "license")]


def test_everybody_is_invented(counts: dict[str, int]) -> None:
    for person in Provider.select():
        assert person.email.endswith("@example.org") and person.email.isascii()
        for number in (person.phone, person.cell, person.pager, person.answering_service, person.fax):
            assert not number or number[6:12] == "555-01"


def test_illinois_renews_on_its_own_days(counts: dict[str, int]) -> None:
    days = {"036": (7, 31), "336": (7, 31), "085": (3, 1), "209": (5, 31), "041": (5, 31)}
    for credential in Credential.select():
        prefix = credential.number[:3]
        if credential.state == "IL" and prefix in days:
            assert (credential.expires.month, credential.expires.day) == days[prefix]
            assert (credential.expires.year - 2026) % (3 if prefix in ("036", "336") else 2) == 0


@pytest.mark.parametrize(
    ("after", "ends"),
    [(date(2026, 7, 30), date(2026, 7, 31)), (date(2026, 7, 31), date(2029, 7, 31)), (TODAY, date(2029, 7, 31))],
)
def test_a_physicians_license_ends_every_third_july(after: date, ends: date) -> None:
    assert terms.ending(terms.ILLINOIS["036"], after) == ends


@pytest.mark.parametrize(
    ("today", "went_by"),
    [
        (date(2026, 7, 31), date(2023, 7, 31)),
        (date(2026, 8, 1), date(2026, 7, 31)),
        (date(2029, 7, 1), date(2026, 7, 31)),
    ],
)
def test_a_lapsed_license_ended_on_the_last_renewal_date_before_the_day(today: date, went_by: date) -> None:
    assert terms.gone_by(terms.ILLINOIS["036"], today) == went_by


def test_terms_of_appointment_are_two_years_at_most(counts: dict[str, int]) -> None:
    assert all(a.ends <= terms.months_on(a.starts, 24) and a.initial <= a.starts for a in Appointment.select())
    assert len({a.ends for a in Appointment.select() if a.ends > TODAY}) >= 20


def test_careers_have_no_gap_but_the_two(counts: dict[str, int]) -> None:
    staff = Provider.select().where(Provider.status != "Applicant")  # an application may be about a gap
    assert {p.last for p in staff if _longest_gap(p) > 6} == {"Petrosyan", "Hollis"}


def _longest_gap(person: Provider) -> int:
    def months(text: str) -> int:
        return int(text[:4]) * 12 + int(text[5:7])

    rows = sorted([*person.education, *person.work_history], key=lambda row: row.started)
    return max((months(after.started) - months(row.ended) for row, after in pairwise(rows)), default=0)


def test_lapsed_credentials_are_the_seeded_ones(counts: dict[str, int]) -> None:
    lapsed = {
        (c.provider.last, c.sort.key)
        for c in Credential.select()
        if not c.past and c.expires and c.expires < TODAY and c.provider.status not in GONE
    }
    assert lapsed == {
        ("Okafor", "license"),
        ("Whitcomb", "license"),
        ("Delacroix", "license"),
        ("Fitzgerald-Osei", "liability"),
        ("Ramaswamy", "board"),
        ("O'Donnell", "life_support"),
        # and those by whom a rule of the standards is crossed (sampling/judged.py)
        ("Booker", "dea"),
        ("Nwosu-Bekele", "cds"),
        ("Singh", "health"),
    }


def test_enough_is_about_to_lapse_and_not_all_at_once(counts: dict[str, int]) -> None:
    limit = TODAY + timedelta(days=90)
    soon = [
        c
        for c in Credential.select()
        if not c.past and c.expires and c.expires <= limit and c.provider.status not in GONE
    ]
    assert 30 <= len(soon) <= 65
    assert len({c.expires.isocalendar()[:2] for c in soon}) >= 10


def test_dea_in_a_state_without_a_license(counts: dict[str, int]) -> None:
    astray = set()
    for person in _staff():
        licensed = {c.state for c in person.credentials if c.sort.key == "license" and not c.past}
        astray |= {
            (person.last, c.state)
            for c in person.credentials
            if c.sort.key == "dea" and not c.past and c.state not in licensed
        }
    assert astray == {("Tran", "MO"), ("Kowalczyk", "WI")}


def test_the_duplicate_stands_under_the_maiden_name(counts: dict[str, int]) -> None:
    twin, original = _person("Reyes"), _person("Reyes-Whitfield")
    assert (twin.first, twin.birth_date, twin.npi) == (original.first, original.birth_date, "")
    assert [c.number for c in _current("Reyes", "license")] == [
        c.number for c in _current("Reyes-Whitfield", "license")[:1]
    ]


def test_the_other_faults(counts: dict[str, int]) -> None:
    assert {p.last for p in Provider.select() if not p.npi} == {"Reyes", "Abernathy"}
    assert any(not c.verified for c in _current("Nakagawa", "license"))
    alone = [p.last for p in _staff() if p.provider_type == "Physician assistant" and not p.supervisor_id]
    assert alone == ["Castellanos"]
    ended = {a.provider.last for a in Appointment.select() if a.ends < TODAY and a.provider.status not in GONE}
    assert ended == {"van der Meer"}


def test_the_showcase_file(counts: dict[str, int]) -> None:
    okafor = _person("Okafor")
    assert (okafor.title, okafor.npi) == ("Okafor, Adaeze N., MD", "1477552867")
    license = next(c for c in _current("Okafor", "license") if c.number == "036-119204")
    assert license.expires == date(2026, 7, 31) and license.verified < license.expires
    assert [c.expires for c in _current("Okafor", "dea")] == [date(2026, 12, 31)]
    assert "58821-20" in [c.number for c in _current("Okafor", "license")]
    for tab in (
        okafor.education,
        okafor.work_history,
        okafor.affiliations,
        okafor.documents,
        okafor.identifiers,
        okafor.appointments,
    ):
        assert tab.count() >= 2
    assert Note.select().where(Note.provider == okafor).count() and Task.select().where(Task.provider == okafor).count()


def test_documents_are_there(counts: dict[str, int]) -> None:
    for document in Document.select():
        content = blobs.fetch(document.sha256)
        assert content and content.startswith(b"%PDF-") and len(content) == document.size
        assert not document.credential_id or document.credential.provider_id == document.provider_id


def test_the_same_seed_makes_the_same_hospital(counts: dict[str, int], tmp_path: Path) -> None:
    script = (
        "import sys, hashlib; from pathlib import Path; sys.path[:0] = ['.', 'tests/actions'];"
        "import test_sample as t; t._new(Path(sys.argv[1])); t.sample.fill(t.TODAY, 60, int(sys.argv[2]));"
        "print(hashlib.sha256(repr(t._everything()).encode()).hexdigest())"
    )

    def made(name: str, seed: int) -> str:
        call = [sys.executable, "-c", script, str(tmp_path / name), str(seed)]
        return subprocess.run(call, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]).stdout

    first = made("a", 7)
    assert first == made("b", 7) != made("c", 8)


@pytest.mark.parametrize("size", [1, 9, 20])
@pytest.mark.parametrize(
    "today", [date(2024, 2, 29), date(2026, 1, 1), date(2026, 7, 31), date(2027, 10, 5), date(2029, 12, 31)]
)
def test_any_day_and_any_size(size: int, today: date, tmp_path: Path) -> None:
    office = _new(tmp_path / "any.workbench")
    try:
        sample.fill(today, size)
        assert Provider.select().count() == size
        assert not [p for kind in KINDS for row in kind.model.select() for p in row.problems()]
    finally:
        office.close()


def test_undo_leaves_the_office_as_before(empty: None) -> None:
    before = _everything()
    sample.fill(TODAY, 30)
    assert undoing.undo() == "Sample hospital of 30 people"
    assert _everything() == before
    undoing.redo()
    assert Provider.select().count() == 30


def test_an_office_with_people_is_refused(empty: None) -> None:
    sample.fill(TODAY, 2)
    with pytest.raises(WorkbenchError, match="has people already"):
        sample.fill(TODAY, 2)
    assert Provider.select().count() == 2


def test_a_large_hospital_has_eight_credentials_each(empty: None) -> None:
    sample.fill(TODAY, sample.LARGE)
    counts = sample.counts(TODAY)
    assert counts["providers"] == sample.LARGE
    assert 7.8 <= counts["credentials"] / counts["providers"] <= 8.2
    numbers = [p.npi for p in Provider.select(Provider.npi) if p.npi]
    assert len(numbers) == len(set(numbers))


def test_a_large_hospital_does_its_work(empty: None) -> None:
    """Numbers, education and OPPE in proportion; what was met about is closed, with who came and what was decided."""
    sample.fill(TODAY, sample.LARGE)
    counts, people = sample.counts(TODAY), sample.LARGE
    assert counts["identifiers"] > 3 * people and counts["education"] > 2 * people and counts["oppe"] > 1.3 * people
    past = list(Meeting.select().where(Meeting.held < TODAY))
    assert past and all(each.state == "Held" and each.attendance.count() for each in past)
    decided = AgendaItem.select().where(AgendaItem.meeting.in_(past) & AgendaItem.application.is_null(False))
    assert decided.count() and all(each.outcome for each in decided)
    assert list_named("meetings").count(today=TODAY, view="unclosed") == 0
    assert not [each for each in day_of.read(TODAY).doings if each.what == "Record the outcomes"]
    assert list_named("applications").count(today=TODAY, view="ready") > 0
