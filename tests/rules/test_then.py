"""The office's own limits: what was decided before they changed keeps those of its day."""

from datetime import date, datetime
from typing import Any

from workbench.records.policy import Policy
from workbench.rules import findings
from workbench.rules.then import Then
from workbench.store import history, settings, undoing

from .files_by_hand import Clean, change


def say(clock: Any, on: date, **values: Any) -> None:
    clock.now = datetime.combine(on, datetime.min.time())
    with history.step("Amend the bylaws"):
        settings.save(**values)


def months(on: date) -> int:
    return Then(settings.load(Policy)).of(on).term_months


def test_a_limit_holds_since_the_day_on_which_the_office_changed_it(office: Any, clock: Any) -> None:
    began = clock.now.date()
    change_on = began.replace(year=began.year + 1)
    say(clock, change_on, term_months=24)
    assert [months(began), months(change_on.replace(day=change_on.day - 1)), months(change_on)] == [36, 36, 24]
    undoing.undo()
    assert months(change_on) == 36, "an undo is a change too"


def test_what_an_office_writes_down_while_it_settles_in_held_before_it_was_made(office: Any, clock: Any) -> None:
    began = clock.now.date()
    say(clock, began.replace(month=12, day=20), term_months=24)
    assert [months(date(2020, 1, 1)), months(began)] == [24, 24]


def test_a_term_keeps_the_limit_of_its_day_and_the_next_one_has_the_new_limit(
    office: Any, clock: Any, make: Any
) -> None:
    began = clock.now.date()
    amended = began.replace(year=began.year + 1)
    file = Clean(make, "Kept")
    change(file.term, starts=began, ends=date(began.year + 3, began.month, began.day - 1))
    say(clock, amended, term_months=24, packs="bylaws")
    assert not long_terms(file, amended)
    change(file.term, starts=amended, ends=date(amended.year + 3, amended.month, amended.day - 1))
    assert long_terms(file, amended) == [24]


def test_who_asks_by_one_body_is_told_of_no_other_that_was_in_force_then(office: Any, clock: Any, make: Any) -> None:
    began = clock.now.date()
    amended = began.replace(year=began.year + 1)
    file = Clean(make, "Audited")
    change(file.term, starts=began, ends=date(began.year + 3, began.month, began.day))  # a day longer than 36 months
    say(clock, amended, packs="bylaws, ncqa")
    assert long_terms(file, amended) == [36]
    assert not long_terms(file, amended, Policy(packs="oig", state="IL"))


def test_a_term_of_the_days_of_24_months_is_judged_by_them(office: Any, make: Any) -> None:
    """The Joint Commission allowed 24 months until October 31 2022, and 36 since."""
    policy = Policy(packs="joint_commission", state="IL")
    file = Clean(make, "Older")
    change(file.term, starts=date(2022, 10, 31), ends=date(2025, 10, 30))
    assert long_terms(file, date(2024, 3, 1), policy) == [24]
    change(file.term, starts=date(2022, 11, 1), ends=date(2025, 10, 31))
    assert not long_terms(file, date(2024, 3, 1), policy)


def long_terms(file: Clean, on: date, policy: Policy | None = None) -> list[int]:
    """By findings of terms too long, the limit that each names."""
    judge = findings.Judge(on, policy or settings.load(Policy))
    (judged,) = judge.people([file.person.id])
    said = [each.message for each in judged.findings if each.rule == "APPT_MAX" and "longer than" in each.message]
    return [int(each.partition("longer than ")[2].split()[0]) for each in said]
