"""The sample hospital under the standards: every rule is crossed by somebody, and most files are ready."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from workbench.actions import offices, sample
from workbench.actions.sampling import beyond
from workbench.lists import changed_verifications, found
from workbench.records.elements import ELEMENTS
from workbench.records.evidence import Check, Oppe
from workbench.records.policy import Policy
from workbench.records.provider import Provider
from workbench.records.requirement import RequirementException
from workbench.records.verification import Verification
from workbench.rules import aged, packs, standards
from workbench.rules.catalog import RULES
from workbench.rules.findings import Judged
from workbench.rules.pack_rows import Standard
from workbench.store import history, settings
from workbench.store.office import Seat

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module", params=[TODAY, date(2027, 3, 3)], ids=str)
def judged(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Judged]]:
    path: Path = tmp_path_factory.mktemp("judged") / "riverbend.workbench"
    today: date = request.param
    office = offices.new_office(path, Seat("Tester", lambda: datetime(2026, 11, 24, 9)), sample.HOSPITAL)
    sample.fill(today)
    yield found.judged(today, settings.load(Policy))
    office.close()


NOT_SHOWN: frozenset[tuple[str, str]] = frozenset()
"""By pack the rules that the sample does not show: none."""


def test_every_rule_is_crossed_by_somebody(judged: list[Judged]) -> None:
    """By the packs that the sample's hospital has, and of what others ask once they are turned on."""
    asked = {row.id for row in standards.asked(settings.load(Policy), TODAY)}
    assert asked - {each.rule for file in judged for each in file.findings} == set()
    everything = replace(settings.load(Policy), packs=", ".join(packs.shipped()))
    met = {each.rule for file in found.judged(_day_of(judged), everything) for each in file.findings}
    assert set(RULES) - met == set()


@pytest.mark.parametrize("pack", sorted(packs.shipped()))
def test_the_sample_shows_every_rule_of_every_pack(judged: list[Judged], pack: str) -> None:
    """By each pack alone: every row of the day and the sample's state, with its severity, and of its element where the rule is of
    several."""
    on, alone = _day_of(judged), replace(settings.load(Policy), packs=pack)
    found_of = {(each.rule, each.severity, each.element) for file in found.judged(on, alone) for each in file.findings}
    missing = {
        (pack, row.id)
        for row in standards.asked(alone, on)
        if not any((row.id, row.severity, element) in found_of for element in _elements(row))
    }
    assert missing == {each for each in NOT_SHOWN if each[0] == pack}


def _elements(row: Standard) -> tuple[str, ...]:
    """What a finding of a row is of: of one that asks of a whole application whatever it is asked of."""
    return ("", *ELEMENTS) if row.element == aged.EVERY else ("", row.element)


def _day_of(judged: list[Judged]) -> date:
    return max(each.until for each in judged if not each.provider)


def test_the_sample_begins_with_verifications_that_were_struck(tmp_path: Path) -> None:
    """For the yearly audit; no undo reaches them, and what was verified before counts again."""
    seat = Seat("Tester", lambda: datetime(2026, 11, 24, 9))
    office = sample.make(tmp_path / "riverbend.workbench", seat, TODAY)
    drawn = changed_verifications.sample(TODAY, TODAY, 10, "a seed")
    assert [(each.done, bool(each.why)) for each in drawn.changes] == [("Struck", True)] * 3
    assert {each.by for each in drawn.changes} == {each.struck_by for each in Verification.select() if each.struck}
    assert history.next_undo() is None
    office.close()


def test_most_files_are_ready_and_what_was_seen_is_on_record(judged: list[Judged]) -> None:
    files = [each for each in judged if each.provider]
    assert len(files) > 100 and 0.5 < sum(each.is_ready for each in files) / len(files) < 1
    assert Verification.select().count() > 1_000
    assert not any(list(each.problems()) for each in Verification.select().limit(200))


def test_a_survey_finds_exceptions_with_their_reasons(judged: list[Judged]) -> None:
    kept = list(RequirementException.select())
    assert len(kept) == 2 and all(each.reason and each.by for each in kept)
    assert {bool(each.until) for each in kept} == {True, False}
    excepted = {each.provider_id: each.element for each in kept}
    assert not [
        found.rule for file in judged for found in file.findings
        if file.provider in excepted and found.rule.startswith("ACLS")
    ]  # fmt: skip


def test_who_has_nothing_of_it_is_passed_over(office: Any, make: Any) -> None:
    """Of some numbers of people somebody whom nobody evaluated or searched yet is whom a fault falls to."""
    person = make(Provider, last="Okafor")
    beyond.matched(person, TODAY)
    beyond.not_followed(person, TODAY)
    assert not Check.select().exists() and not Oppe.select().exists()
