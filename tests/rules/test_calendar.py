"""A committee's calendar: the usual day of every month that has one, and a day that is open."""

from datetime import date
from types import SimpleNamespace

import pytest

from workbench.records.committee import ORDINALS, WEEKDAYS
from workbench.rules import calendar


def committee(
    ordinal: str = "First", weekday: str = "Tuesday", every: int = 1, first_month: int = 1
) -> SimpleNamespace:
    return SimpleNamespace(ordinal=ordinal, weekday=weekday, every=every, first_month=first_month)


def test_the_first_tuesday_of_every_month() -> None:
    days = [each.held for each in calendar.planned(committee(), 2027, {})]
    assert len(days) == 12 and days[:3] == [date(2027, 1, 5), date(2027, 2, 2), date(2027, 3, 2)]
    assert not [each for each in calendar.planned(committee(), 2027, {}) if each.said]


@pytest.mark.parametrize("ordinal", ORDINALS)
@pytest.mark.parametrize("weekday", WEEKDAYS)
def test_every_usual_day_is_of_its_month_its_weekday_and_its_week(ordinal: str, weekday: str) -> None:
    for month in range(1, 13):
        found = calendar.usual_day(2028, month, ordinal, weekday)
        assert found.month == month and WEEKDAYS[found.weekday()] == weekday
        if ordinal == "Last":
            assert (found + calendar.WEEK).month != month
        else:
            assert (found.day - 1) // 7 == ORDINALS.index(ordinal)


@pytest.mark.parametrize(
    ("every", "first", "months"),
    [(3, 2, (2, 5, 8, 11)), (3, 11, (2, 5, 8, 11)), (2, 1, (1, 3, 5, 7, 9, 11)), (12, 6, (6,)), (5, 3, (3, 8))],
)
def test_months_are_counted_from_one(every: int, first: int, months: tuple[int, ...]) -> None:
    assert calendar.months(first, every) == months


def test_what_falls_on_a_closed_day_moves_a_week_and_says_so() -> None:
    closed = {date(2027, 1, 5): "Retreat"}
    first, second = calendar.planned(committee(), 2027, closed)[:2]
    assert (first.held, first.usual) == (date(2027, 1, 12), date(2027, 1, 5))
    assert first.said == "Moved from Jan 5 2027, Retreat, to Jan 12 2027."
    assert second.said == "" and second.held == second.usual


def test_the_last_thursday_moves_a_week_back_and_stays_in_its_month() -> None:
    closed = {date(2026, 11, 26): "Thanksgiving Day"}
    november = calendar.planned(committee("Last", "Thursday"), 2026, closed)[10]
    assert november.held == date(2026, 11, 19)


def test_where_both_weeks_are_closed_the_next_open_working_day_is_taken() -> None:
    friday = date(2027, 1, 1)
    closed = {friday: "New Year's Day", date(2027, 1, 8): "Retreat", date(2027, 1, 4): "Bridge"}
    january = calendar.planned(committee("First", "Friday"), 2027, closed)[0]
    assert january.held == date(2027, 1, 5)  # not the week-end, not the bridge


def test_federal_holidays_are_kept_on_weekdays() -> None:
    days = calendar.federal_holidays(2026)
    assert days[date(2026, 7, 3)] == "Independence Day (observed)"
    assert days[date(2026, 11, 26)] == "Thanksgiving Day" and days[date(2026, 5, 25)] == "Memorial Day"
    assert days[date(2026, 1, 19)].startswith("Birthday of Martin Luther King")
    assert len(days) == 11 and all(each.weekday() < 5 for each in days)


def test_the_next_new_years_day_may_be_kept_in_december() -> None:
    assert date(2027, 12, 31) in calendar.federal_holidays(2027)  # January 1 2028 is a Saturday
    assert date(2028, 1, 1) not in calendar.federal_holidays(2028)
    assert date(2026, 12, 31) not in calendar.federal_holidays(2026)
