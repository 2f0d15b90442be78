"""Over all lists: search narrows and clearing restores, every column sorts as Python would, every view is what it says."""

import contextlib
import csv
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from peewee import IntegrityError

from tests.conftest import TODAY, Clock, make_record
from workbench.actions import exporting, offices
from workbench.errors import WorkbenchError
from workbench.lists import judging
from workbench.lists.named import LISTS, list_named
from workbench.records import KINDS, SUPPORTING
from workbench.records.credential import Credential
from workbench.records.desk import Task
from workbench.records.evidence import NpdbQuery
from workbench.records.fields import Code, Day, Flag, FuzzyDay, Link, Money, Several, Whole, Zip
from workbench.records.finding import FINDINGS, KeptFinding
from workbench.records.notice import RenewalNotice
from workbench.records.office_lists import CredentialSort, Department
from workbench.records.policy import Policy
from workbench.records.provider import GONE, OtherName, Provider
from workbench.records.record import Record
from workbench.rules import dossier, readiness
from workbench.store import database, history
from workbench.store.office import Seat

EACH = pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.name)


@pytest.fixture(scope="module")
def crowded_once(templates: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Several records of every kind, with values in every field and gaps among them; closed."""
    path = Path(shutil.copyfile(templates["plain"], tmp_path_factory.mktemp("lists") / "crowded.workbench"))
    opened = offices.open_office(path, Seat("Ann", Clock()))
    walk = random.Random(8)
    with history.step("Crowd"):
        for kind in KINDS:
            for n in range(7):
                values = {
                    field.name: value
                    for field in kind.model._meta.sorted_fields
                    if not field.primary_key and (value := _value(field, walk, n)) is not None
                }
                with contextlib.suppress(IntegrityError):  # what only one record may have, and another drew
                    make_record(kind.model, **values)
    judging.bring_up_to_date(TODAY)
    opened.close()
    return path


@pytest.fixture
def crowded(crowded_once: Path, seat: Seat, tmp_path: Path) -> Iterator[None]:
    """A fresh copy of it, open for writing."""
    opened = offices.open_office(Path(shutil.copyfile(crowded_once, tmp_path / "office.workbench")), seat)
    yield
    opened.close()


def _value(field: Any, walk: random.Random, n: int) -> Any:
    if field.null and walk.random() < 0.3:
        return None
    if isinstance(field, Link):
        return walk.choice(list(field.rel_model.select()) or [None])
    if field.choices:
        return walk.choice(field.choices)[0]
    if isinstance(field, Day):
        return TODAY + timedelta(walk.randrange(-200, 200))
    if isinstance(field, Flag):
        return walk.random() < 0.3
    if isinstance(field, Money | Whole):
        return walk.randrange(9)
    if isinstance(field, FuzzyDay):
        return walk.choice(["", "2014", "2014-07"])
    return f"{walk.choice('abAB')}{field.name}{n}{walk.randrange(999)}"


def _by_hand(model: type[Record]) -> list[Any]:
    return list(model.select().order_by(model.id))


def _at(record: Any, path: str) -> Any:
    *links, name = path.split(".")
    for link in links:
        record = getattr(record, link) if record.__data__.get(link) is not None else None
        if record is None:
            return None
    value = record.__data__.get(name)
    return value


def test_every_kind_has_one_list_and_no_model_is_forgotten() -> None:
    assert [listed.kind for listed in LISTS] == [*KINDS, FINDINGS]
    models = {kind.model for kind in KINDS} | set(SUPPORTING) | {KeptFinding}
    concrete = {each for each in _subclasses(Record) if not each.__subclasses__()}
    assert concrete == models
    assert list_named("none") is None


def _subclasses(model: type) -> set[type]:
    return {each for sub in model.__subclasses__() for each in (sub, *_subclasses(sub)) if sub._meta.sorted_field_names}


@EACH
def test_search_narrows_and_clearing_restores(listed: Any, crowded: None) -> None:
    everything = set(listed.ids(today=TODAY))
    assert len(everything) == listed.count(today=TODAY) > 0
    if listed.kind.searched:
        one = next(iter(everything))
        word = str(_at(listed.kind.model.get_by_id(one), listed.kind.searched[0]))
        found = set(listed.ids(today=TODAY, search=word))
        assert one in found
        # What people choose from few words may be the same everywhere.
        assert found < everything or listed.kind.model.field(listed.kind.searched[0]).choices and found == everything
        assert len(found) == listed.count(today=TODAY, search=word)
        typed = set(listed.ids(today=TODAY, search=word[:-1]))
        assert typed >= found, "a longer word finds no more than a shorter one"
    assert set(listed.ids(today=TODAY, search="")) == everything
    assert listed.ids(today=TODAY, search="nobodyiscalledthis").tolist() == []
    assert set(listed.ids(today=TODAY, search=" ,-")) == everything


@EACH
def test_every_column_sorts_as_python_would(listed: Any, crowded: None) -> None:
    rows = {record.id: record for record in _by_hand(listed.kind.model)}
    for column in {column.key: column for column in (*listed.sheet, *listed.columns) if not column.judged}.values():
        for descends in (False, True):
            ids = listed.ids(today=TODAY, order=((column.key, descends),)).tolist()
            wanted = sorted(ids)
            own = [
                (listed.column(key), falls) for key, falls in listed.order
            ]  # what is equal stands as the list has it
            for each, falls in [
                *reversed([one for one in own if one[0].sorts_by != column.sorts_by]),
                (column, descends),
            ]:
                _sort(wanted, rows, each, falls)
            if descends:  # a reversed stable sort keeps the ids rising among equals
                assert [_values(rows, each, column) for each in ids] == [_values(rows, each, column) for each in wanted]
            else:
                assert ids == wanted, column.key
            assert listed.ids(today=TODAY, order=((column.key, descends),), limit=3).tolist() == ids[:3]


def _sort(ids: list[int], rows: Any, column: Any, descends: bool) -> None:
    for place, path in reversed(list(enumerate(column.sorts_by))):
        blank = (None,) if place else (None, "")  # what says nothing stands last either way
        ids.sort(key=lambda each, path=path: _key(_at(rows[each], path)), reverse=descends)
        ids.sort(key=lambda each, path=path, blank=blank: _at(rows[each], path) in blank)


def _values(rows: Any, each: int, column: Any) -> list[Any]:
    return [_key(_at(rows[each], path)) for path in column.sorts_by]


def _key(value: Any) -> Any:
    if isinstance(value, str):
        return (1, value.lower())
    return (0, "") if value is None else (1, value)


def _said(column: Any, value: Any) -> str:
    """As it is kept; of several keys, as they are called."""
    return (column.field.words(value) if isinstance(column.field, Several) and value else str(value or "")).lower()


@EACH
def test_a_grouped_list_has_every_row_in_one_group_and_counts_them(listed: Any, crowded: None) -> None:
    rows = {record.id: record for record in _by_hand(listed.kind.model)}
    for column in listed.groupable:
        found = listed.grouped(column.key, today=TODAY)
        plain = listed.ids(today=TODAY).tolist()
        assert sorted(found.ids) == sorted(plain), column.key
        assert sum(each.count for each in found.groups) == len(plain)
        assert len({each.key for each in found.groups}) == len(found.groups)
        start, place = 0, {each: n for n, each in enumerate(plain)}
        for group in found.groups:
            there = found.ids[start : start + group.count].tolist()
            start += group.count
            assert there == sorted(there, key=place.__getitem__), "within a group it is the list's own order"
            if column.judged:
                continue  # what the rules say stands in no field
            said = {_group(rows[each], column) for each in there}
            assert len(said) == 1, f"{column.key}: {group.title} holds {said}"
            assert (said == {("",)}) == (group.title in ("(empty)", "No date"))


def _group(record: Any, column: Any) -> tuple[str, ...]:
    found = [_at(record, path) for path in column.sorts_by]
    if isinstance(found[0], date):
        return (found[0].isoformat()[:7],)
    if isinstance(column.field, FuzzyDay):
        return (str(found[0] or "")[:4],)
    said = tuple(str(each if each is not None else "").casefold() for each in found)
    return said if any(said) else ("",)


@EACH
def test_a_filter_keeps_the_rows_that_hold_the_text(listed: Any, crowded: None) -> None:
    rows = {record.id: record for record in _by_hand(listed.kind.model)}
    everything = listed.ids(today=TODAY).tolist()
    for column in listed.columns:
        if column.judged:
            continue
        wanted = [each for each in everything if any("a" in _said(column, _at(rows[each], p)) for p in column.sorts_by)]
        if all(not isinstance(_at(rows[each], p), date | int) for each in everything for p in column.sorts_by):
            assert listed.ids(today=TODAY, filters={column.key: "A"}).tolist() == wanted


@EACH
def test_a_page_and_an_export_hold_the_rows_in_their_order(listed: Any, crowded: None) -> None:
    ids = listed.ids(today=TODAY)
    page = listed.page(ids, TODAY)
    assert [row.id for row in page] == ids.tolist()
    assert all(len(row.texts) == len(row.tones) == len(listed.columns) for row in page)
    values = list(listed.values(ids))
    assert [row[0] for row in values] == ids.tolist()
    assert all(len(row) == len(listed.sheet) + 1 for row in values)
    assert [row.id for row in listed.page([ids[-1], 10**9, ids[0]], TODAY)] == [ids[-1], ids[0]]


@EACH
def test_masked_fields_are_in_no_list(listed: Any) -> None:
    fields = {column.field for column in (*listed.columns, *listed.sheet)}
    for kind in KINDS:
        assert not fields & {kind.model.field(name) for name in kind.masked}
        assert not set(kind.searched) & kind.masked


def test_every_view_is_what_it_says(crowded: None) -> None:
    dea, license = CredentialSort.get(key="dea"), CredentialSort.get(key="license")
    with history.step("More"):
        person = make_record(Provider, last="Here", status="Active")
        make_record(Credential, provider=person, sort=dea, state="IL")
        make_record(Credential, provider=person, sort=license, state="WI")
    soon = TODAY + timedelta(90)

    def staffed(c: Any) -> bool:
        return not c.past and c.provider.status not in GONE

    def awake(c: Any) -> bool:
        return staffed(c) and (c.snoozed is None or c.snoozed <= TODAY)

    def elsewhere(c: Any) -> bool:
        here = [x for x in c.provider.credentials if x.sort.key == "license" and x.state == c.state and not x.past]
        return staffed(c) and c.sort.key == "dea" and bool(c.state) and not here

    advanced = (
        "Physician assistant",
        "Nurse practitioner",
        "Nurse anesthetist",
        "Nurse midwife",
        "Clinical nurse specialist",
    )

    def in_force(held: Any) -> bool:
        return held.starts <= TODAY and (held.ends is None or held.ends >= TODAY)

    def to_do(task: Any) -> bool:
        return not task.done and (task.snoozed is None or task.snoozed <= TODAY)

    sunday = TODAY - timedelta((TODAY.weekday() + 1) % 7)
    by_hand: dict[str, dict[str, Callable[[Any], Any]]] = {
        "documents": {"": lambda d: all(q.response_id != d.id for q in NpdbQuery.select())},
        "credentials": {
            "": lambda c: not c.past,
            "expiring": lambda c: awake(c) and c.expires and c.expires <= soon,
            "lapsed": lambda c: awake(c) and c.expires and c.expires < TODAY,
            "snoozed": lambda c: staffed(c) and not awake(c),
            "month": lambda c: (
                staffed(c) and c.expires and (c.expires.year, c.expires.month) == (TODAY.year, TODAY.month)
            ),
            "licenses": lambda c: not c.past and c.sort.key == "license",
            "dea_elsewhere": elsewhere,
            "unverified": lambda c: awake(c) and not c.verified,
            "past": lambda c: c.past,
        },
        "applications": {
            "": lambda a: a.stage != "Closed",
            "in_process": lambda a: a.stage != "Closed",
            "initial": lambda a: a.stage != "Closed" and a.sort == "Initial appointment",
            "reappointment": lambda a: a.stage != "Closed" and a.sort == "Reappointment",
            "added": lambda a: a.stage != "Closed" and a.sort == "Added privileges",
            "ready": lambda a: readiness.is_ready(dossier.of_application(a.id), TODAY, TODAY, Policy()),
            "stuck": lambda a: a.stage != "Closed" and a.stage_since and (TODAY - a.stage_since).days > 30,
            "closed": lambda a: a.stage == "Closed",
        },
        "meetings": {
            "": lambda m: True,
            "upcoming": lambda m: m.held >= TODAY and m.state in ("Planned", "Packet issued"),
            "without_packet": lambda m: (
                m.state == "Planned" and TODAY <= m.held <= TODAY + timedelta(m.committee.lead_days)
            ),
            "unclosed": lambda m: m.held < TODAY and m.state in ("Planned", "Packet issued"),
            "past": lambda m: m.held < TODAY or m.state == "Held",
            "cancelled": lambda m: m.state == "Cancelled",
        },
        "committees": {
            "": lambda c: True,
            "active": lambda c: c.active,
            "chain": lambda c: c.level != "Other",
        },
        "privileges": {
            "": lambda h: True,
            "in_force": lambda h: in_force(h) and h.provider.status not in (*GONE, "Suspended"),
            "ending": lambda h: in_force(h) and h.ends is not None and h.ends <= TODAY + timedelta(90),
            "conditional": lambda h: in_force(h) and bool(h.conditions),
            "standing": lambda h: in_force(h) and h.provider.status in (*GONE, "Suspended"),
            "upcoming": lambda h: h.starts > TODAY,
            "ended": lambda h: h.ends is not None and h.ends < TODAY,
        },
        "providers": {
            "": lambda p: True,
            "current": lambda p: p.status not in GONE,
            "applicants": lambda p: p.status == "Applicant",
            "app": lambda p: p.provider_type in advanced,
            "leave": lambda p: p.status in ("Leave of absence", "Suspended"),
            "gone": lambda p: p.status in GONE,
            "no_npi": lambda p: not p.npi,
        },
        "findings": {
            "": lambda f: True,
            "block": lambda f: f.severity == "block",
            "warn": lambda f: f.severity == "warn",
            "info": lambda f: f.severity == "info",
            "office": lambda f: f.provider == 0,
        },
        "tasks": {
            "": lambda t: True,
            "open": to_do,
            "mine": lambda t: to_do(t) and t.owner.casefold() == database.seat.casefold(),
            "overdue": lambda t: to_do(t) and t.due and t.due < TODAY,
            "week": lambda t: to_do(t) and t.due and sunday <= t.due <= sunday + timedelta(6),
            "unowned": lambda t: to_do(t) and not t.owner,
            "snoozed": lambda t: not t.done and t.snoozed and t.snoozed > TODAY,
            "done": lambda t: t.done,
        },
        "verifications": {
            "": lambda v: True,
            "month": lambda v: v.done and (v.done.year, v.done.month) >= (TODAY.year, TODAY.month),
            "year": lambda v: v.done and v.done > TODAY.replace(year=TODAY.year - 1),
            "unlike": lambda v: not v.struck and v.result in ("Differs", "Not found"),
            "reasoned": lambda v: v.reason,
            "struck": lambda v: v.struck,
        },
    }
    judging.bring_up_to_date(TODAY)
    for listed in LISTS:
        known = by_hand.get(listed.name, {"": lambda record: True})
        assert {view.key for view in listed.views} == known.keys() - {""}, (
            f"views of {listed.name} that no test recomputes"
        )
        for key, holds in known.items():
            wanted = {record.id for record in _by_hand(listed.kind.model) if holds(record)}
            assert set(listed.ids(today=TODAY, view=key)) == wanted, (listed.name, key)
            assert listed.count(today=TODAY, view=key) == len(wanted)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("okafor", True), ("OKA", True), ("adaeze ok", True), ("036-119204", True), ("036119204", True), ("036.119", True),
        ("1477", True), ("(312) 555-0100", True), ("3125550100", True), ("obrien", True), ("o'brien", True), ("O’Bri", True),
        ("jurgen", True), ("Ju\u0308rgen", True), ("cardio", True), ("medicine", True), ("maiden", True), ("kafor", False),
        ('"', True), ("okafor smith", False), ("AND", False),
    ],
)  # fmt: skip
def test_people_are_found_by_whatever_is_typed(office: Any, make: Any, typed: str, found: bool) -> None:
    with history.step("Add"):
        department = Department.get(name="Medicine")
        person = Provider.create(
            last="Okafor", first="Adaeze", middle="O'Brien", preferred="Jürgen", npi="1477552867", phone="(312) 555-0100",
            department=department, specialty=Provider.specialty.rel_model.get(name="Cardiovascular Disease"),
        )  # fmt: skip
        OtherName.create(provider=person, last="Maiden")
        Credential.create(provider=person, sort=1, number="036-119204")
    listed = list_named("providers")
    assert (person.id in listed.ids(today=TODAY, search=typed)) is found


def test_an_export_has_true_dates_and_text_that_stays_text(crowded: None, tmp_path: Path) -> None:
    with history.step("Add"):
        person = make_record(Provider, last='=HYPERLINK("x")', first="+1", npi="0123456789", zip="02139")
        make_record(Credential, provider=person, number="007", expires=date(2027, 1, 2), issuer="@SUM(A1)")
    for name in ("providers", "credentials"):
        listed = list_named(name)
        ids = listed.ids(today=TODAY)
        assert exporting.export(listed, ids, tmp_path / f"{name}.xlsx") == len(ids)
        sheet = openpyxl.load_workbook(tmp_path / f"{name}.xlsx").active
        headings = [cell.value for cell in sheet[1]]
        assert headings[:-1] == ["ID", *(column.heading for column in listed.sheet)]
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
        assert sheet.max_row == len(ids) + 1
        for row in sheet.iter_rows(min_row=2):
            for cell, column in zip(row[1:-1], listed.sheet, strict=True):
                assert cell.data_type != "f", cell.value
                if cell.value not in (None, "") and isinstance(column.field, Code | Zip):
                    assert isinstance(cell.value, str), column.key
                if cell.value not in (None, "") and isinstance(column.field, Day):
                    assert cell.is_date, column.key


def test_an_export_to_csv_has_iso_dates(crowded: None, tmp_path: Path) -> None:
    listed = list_named("credentials")
    exporting.export(listed, listed.ids(today=TODAY), tmp_path / "a.csv")
    with open(tmp_path / "a.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == listed.count(today=TODAY)
    assert all(date.fromisoformat(row["Expires"]) for row in rows if row["Expires"])


def test_an_export_to_another_ending_is_refused(office: Any, tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="none of .xlsx, .csv and .pdf"):
        exporting.export(LISTS[0], [], tmp_path / "a.doc")
    assert list(tmp_path.glob("a.*")) == []


@EACH
def test_a_list_shows_as_of_a_day_too(listed: Any, crowded: None) -> None:
    from workbench.store import asof

    with asof.as_of(TODAY - timedelta(1)):
        of_office = {"view": "block"} if listed.kind is FINDINGS else {}  # an empty office lacks the limit of its state
        assert listed.ids(today=TODAY, **of_office).tolist() == []
        assert listed.ids(today=TODAY, search="a").tolist() == []
    assert database.execute_sql("SELECT count(*) FROM provider").fetchone()[0] == 7


def test_tasks_come_by_their_day_those_without_one_last(office: Any) -> None:
    with history.step("Add"):
        for title, due in (("C", None), ("B", TODAY), ("D", TODAY - timedelta(3)), ("A", TODAY), ("B2", None)):
            make_record(Task, title=title, due=due)
    tasks = list_named("tasks")
    assert [row[1] for row in tasks.values(tasks.ids(today=TODAY))] == ["D", "A", "B", "B2", "C"]


@pytest.mark.parametrize("name", ["categories", "credential_kinds"])
def test_lists_that_the_office_orders_come_in_that_order(office: Any, name: str) -> None:
    listed = list_named(name)
    places = [row[-1] for row in listed.values(listed.ids(today=TODAY))]
    assert len(places) > 3 and places == sorted(places)
    names = [row[1] for row in listed.values(listed.ids(today=TODAY))]
    assert names != sorted(names), "otherwise this shows nothing"


@EACH
def test_the_order_of_a_list_names_columns_that_it_has(listed: Any) -> None:
    assert listed.order and all(listed.column(key) for key, _ in listed.order)


OFFICE_MATTERS = {
    "file_pulls",
    "practices",
    "practice_addresses",
    "tasks",
    "meetings",
    "action_items",
    "privilege_forms",
    "verification_sources",
    "requirements",
}


@pytest.mark.parametrize(
    "listed", [each for each in LISTS if "remarks" in each.kind.model._meta.fields], ids=lambda each: each.name
)
def test_remarks_about_the_office_stand_in_its_lists_and_those_about_a_person_stay_on_the_file(listed):
    told = any("remarks" in path.split(".") for column in listed.sheet for path in column.paths)
    assert told == (listed.name in OFFICE_MATTERS)


def test_a_list_of_notices_says_whose_they_are(office: Any, make: Any) -> None:
    """A license's title does not; a list whose rows belong to nobody says no name."""
    license = make(Credential, provider=make(Provider, last="Okafor", first="Ada"), number="036-1")
    make(RenewalNotice, credential=license, stage=30, sent=TODAY, how="Letter")
    listed = next(each for each in LISTS if each.name == "renewal_notices")
    (row,) = listed.page(listed.ids(today=TODAY), TODAY)
    assert row.texts[0] == "Okafor, Ada" and "036-1" in row.texts[1]
    attended = next(each for each in LISTS if each.name == "attendance")
    assert "provider" not in {each.key for each in attended.columns}
