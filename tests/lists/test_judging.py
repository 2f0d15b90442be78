"""Findings are kept up to date: only what a step touched, or whose day has come, is judged again, and it is what judging all says."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.rules.files_by_hand import ON, Clean, back, change
from workbench.actions import offices, undoing
from workbench.lists import judging
from workbench.lists.findings import FINDINGS_LIST
from workbench.records.credential import Credential
from workbench.records.evidence import Check, NpdbQuery
from workbench.records.policy import Policy
from workbench.records.provider import Provider
from workbench.rules import standing
from workbench.rules.findings import Judge
from workbench.store import asof, database, derived, history, settings
from workbench.store.database import connect
from workbench.store.office import Seat

Three = list[Clean]


@pytest.fixture
def three(office: Any, make: Any) -> Three:
    with history.step("Where it is"):
        settings.save(state="IL")
    return [Clean(make, last) for last in ("Abbott", "Baker", "Cohen")]


def kept() -> list[tuple[Any, ...]]:
    """What is kept, without the numbers of its rows."""
    rows = database.execute_sql("SELECT provider, rule, severity, message, worse_on FROM finding").fetchall()
    return sorted(tuple(str(each) for each in row) for row in rows)


def anew(on: date) -> list[tuple[Any, ...]]:
    """What judging everybody now says."""
    judge = Judge(on, settings.load(Policy))
    all = [judge.office(), *judge.people(standing.everybody())]
    return sorted(
        (str(file.provider), each.rule, each.severity, each.message, str(each.worse_on))
        for file in all
        for each in file.findings
    )


def test_only_the_file_that_a_step_touched_is_judged_again(three: Three) -> None:
    assert judging.bring_up_to_date(ON) == 3
    assert judging.bring_up_to_date(ON) == 0
    change(three[1].license, expires=back(1))
    assert judging.bring_up_to_date(ON) == 1
    assert [row[1] for row in kept() if row[0] == str(three[1].person.id)] == ["LIC_EXP"]
    undoing.undo()
    assert judging.bring_up_to_date(ON) == 1 and kept() == anew(ON)
    assert [row for row in kept() if row[0] != "0"] == []


def test_many_are_judged_a_few_at_a_time(three: Three) -> None:
    for each in three:
        change(each.license, expires=back(1))
    assert [judging.bring_up_to_date(ON, most=2), judging.left(ON)] == [2, 1]
    assert {row[0] for row in kept()} - {"0"} == {str(each.person.id) for each in three[:2]}
    change(three[0].license, expires=back(2))
    assert [judging.bring_up_to_date(ON, most=1), judging.left(ON)] == [1, 1]
    assert [judging.bring_up_to_date(ON, most=2), judging.left(ON)] == [1, 0]
    assert judging.bring_up_to_date(ON, most=2) == 0 and kept() == anew(ON)


def test_the_next_day_judges_those_whose_day_has_come(three: Three) -> None:
    change(three[2].license, expires=ON)
    judging.bring_up_to_date(ON)
    assert judging.bring_up_to_date(ON + timedelta(days=1)) == 1
    assert kept() == anew(ON + timedelta(days=1))
    assert judging.bring_up_to_date(ON) == 3  # a day back is another matter


def test_another_policy_or_requirement_judges_everybody(three: Three) -> None:
    judging.bring_up_to_date(ON)
    offices.set_policy(packs="npdb")
    assert judging.bring_up_to_date(ON) == 3
    with history.step("Ask for less"):
        database.execute_sql("DELETE FROM requirement WHERE element = 'liability'")
    assert judging.bring_up_to_date(ON) == 3


def test_who_left_or_was_deleted_has_no_finding(three: Three) -> None:
    for each in three:
        change(each.license, expires=back(1))
    judging.bring_up_to_date(ON)
    change(three[0].person, status="Resigned")
    with history.step("Delete"):
        three[1].person.delete_instance()
    judging.bring_up_to_date(ON)
    assert {row[0] for row in kept()} == {"0", str(three[2].person.id)}


def test_a_walk_of_edits_undos_and_days_ends_where_judging_all_does(three: Three, make: Callable[..., Any]) -> None:
    rng, day = random.Random(6), ON
    for _ in range(25):
        _edit(rng.choice(three), rng, make)
        day += timedelta(days=rng.choice([0, 0, 1, 20]))
        judging.bring_up_to_date(day)
        assert kept() == anew(day)


def _edit(file: Clean, rng: random.Random, make: Callable[..., Any]) -> None:
    """One of the things that happen to a file."""
    happens = [
        lambda: change(file.license, expires=ON + timedelta(days=rng.randrange(-60, 60))),
        lambda: change(file.query, queried=back(rng.randrange(0, 800))),
        lambda: change(file.oppe, reviewed=back(rng.randrange(0, 400))),
        lambda: change(rng.choice(list(Check.select())), done=back(rng.randrange(0, 90))),
        lambda: make(NpdbQuery, provider=file.person, queried=back(1)),
        undoing.undo,
        undoing.redo,
    ]
    rng.choice(happens)()


def test_the_list_is_up_to_date_and_found_by_the_person(three: Three) -> None:
    change(three[1].license, expires=back(1))
    change(three[1].query, enrolled_until=ON + timedelta(days=3))
    ids = FINDINGS_LIST.ids(today=ON, search="bak")
    rows = list(FINDINGS_LIST.values(ids, ON))
    headings = [column.heading for column in FINDINGS_LIST.sheet]
    assert [row[1 + headings.index("Severity")] for row in rows] == ["Not ready", "Warning"]
    assert FINDINGS_LIST.count(today=ON, view="block") == 1
    assert FINDINGS_LIST.page(ids, ON)[0].tones[3] == "bad"
    assert len(FINDINGS_LIST.ids(today=ON, search="abb")) == 0


def test_an_office_open_for_reading_is_judged_without_being_written(three: Three, office: Any, seat: Seat) -> None:
    change(three[0].license, expires=back(1))
    path = office.path
    office.close()
    before = Path(path).read_bytes()
    reading = offices.open_office(path, seat, read_only=True)
    assert FINDINGS_LIST.count(today=ON, view="block") == 1
    assert kept() == anew(ON)
    reading.close()
    assert Path(path).read_bytes() == before


def test_findings_as_of_a_day_are_of_the_files_as_they_stood(three: Three, clock: Any) -> None:
    judging.bring_up_to_date(ON)
    clock.now += timedelta(days=2)
    change(three[0].license, expires=back(1))
    judging.bring_up_to_date(ON)
    assert FINDINGS_LIST.count(today=ON, view="block") == 1
    with asof.as_of(ON):
        assert FINDINGS_LIST.count(today=ON, view="block") == 0
    assert FINDINGS_LIST.count(today=ON, view="block") == 1


def test_while_somebody_else_writes_nothing_is_kept_and_nothing_is_lost(three: Three, office: Any) -> None:
    judging.bring_up_to_date(ON)
    change(three[0].license, expires=back(1))
    before, other = kept(), connect(Path(office.path), None)
    database.execute_sql("PRAGMA busy_timeout = 0")
    other.execute("BEGIN IMMEDIATE")
    assert judging.bring_up_to_date(ON) == 0 and kept() == before
    other.execute("ROLLBACK")
    other.close()
    assert judging.bring_up_to_date(ON) == 1 and kept() == anew(ON)


def test_inside_a_step_nothing_is_judged(three: Three) -> None:
    with history.step("Something"):
        Provider.update(first="Ann").execute()
        assert judging.bring_up_to_date(ON) == 0
    assert derived.state() is None
    assert Credential.select().count() == 6


def test_two_pages_may_count_the_same_day_at_once(office: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    day, real = date(2026, 11, 30), database.execute_sql

    def counted_elsewhere_meanwhile(sql: str, params: Any = ()) -> Any:
        found = real(sql, params)
        if not sql.startswith("SELECT files"):
            return found
        row = found.fetchone()
        real("INSERT INTO readiness(day, files, ready) VALUES (?, 3, 1)", (day.isoformat(),))
        return SimpleNamespace(fetchone=lambda: row)

    monkeypatch.setattr(derived.database, "execute_sql", counted_elsewhere_meanwhile)
    derived.note_readiness(day, 3, 2)
    assert derived.readiness(day, day) == [(day, 3, 2)]
