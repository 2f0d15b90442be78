"""Cases in a period: what is certain is told from what might be."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.rules.counting import count, first_day, named

ON = date(2026, 12, 1)


@dataclass
class Row:
    starts: date
    ends: date
    number: int
    name: str = "Cases"


@pytest.mark.parametrize(
    ("months", "ends", "first"),
    [
        (24, date(2026, 10, 31), date(2024, 11, 1)),
        (24, date(2026, 11, 30), date(2024, 12, 1)),
        (24, date(2026, 2, 28), date(2024, 3, 1)),
        (12, date(2028, 2, 29), date(2027, 3, 1)),
        (6, date(2026, 6, 30), date(2026, 1, 1)),
        (24, date(2026, 12, 1), date(2024, 12, 2)),
        (1, date(2026, 3, 30), date(2026, 3, 1)),
    ],
)
def test_months_that_end_on_a_day_begin_the_day_after_their_own_number_before(months, ends, first):
    assert first_day(months, ends) == first


def test_a_count_to_the_end_of_last_month_is_whole():
    found = count([Row(date(2024, 11, 1), date(2026, 10, 31), 94)], 24, ON, 180)
    assert (found.certain, found.most, found.ends) == (94, 94, date(2026, 10, 31))
    assert found.covered == found.days and not found.reaches and not found.overlaps


def test_a_count_is_of_its_own_months_until_it_is_too_old():
    rows = [Row(date(2024, 6, 5), date(2026, 6, 4), 94)]
    assert count(rows, 24, ON, 180).certain == 94  # 180 days before
    late = count(rows, 24, ON + timedelta(1), 180)
    assert (late.certain, late.most, late.reaches) == (0, 94, True)


def test_a_period_that_reaches_beyond_the_months_is_never_counted_as_certain():
    found = count([Row(date(2024, 10, 31), date(2026, 10, 31), 94)], 24, ON, 180)
    assert (found.certain, found.most, found.reaches) == (0, 94, True)


def test_periods_that_touch_add_up_and_those_that_overlap_do_not():
    first, second = Row(date(2025, 1, 1), date(2025, 12, 31), 40), Row(date(2026, 1, 1), date(2026, 10, 31), 30)
    assert count([first, second], 24, ON, 180).certain == 70
    second.starts = date(2025, 12, 31)
    found = count([first, second], 24, ON, 180)
    assert (found.certain, found.most, found.overlaps) == (40, 70, True)


def test_a_long_period_that_holds_two_short_ones_overlaps_both():
    rows = [
        Row(date(2025, 1, 1), date(2026, 10, 31), 50),
        Row(date(2025, 2, 1), date(2025, 3, 31), 30),
        Row(date(2026, 2, 1), date(2026, 3, 31), 30),
    ]
    found = count(rows, 24, ON, 180)
    assert (found.certain, found.most, found.overlaps) == (60, 110, True)


def test_what_is_still_to_come_is_not_counted():
    assert count([Row(ON + timedelta(1), ON + timedelta(30), 9)], 24, ON, 180).most == 0


def test_activity_is_found_by_what_the_form_calls_it():
    rows = [Row(ON, ON, 1, "Hip  and Knee replacements"), Row(ON, ON, 2, "Hips")]
    assert named(rows, "hip and knee Replacements") == (rows[0],)
    assert named(rows, " ") == ()


DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))


@given(st.lists(st.tuples(DAYS, st.integers(0, 500), st.integers(0, 60)), max_size=7), st.integers(1, 36))
def test_the_truth_lies_between_certain_and_most(periods, months):
    """Every case is given a day of its period; whatever day that is, the months hold no fewer and no more than said."""
    rows = [Row(start, start + timedelta(long), number) for start, long, number in periods]
    found = count(rows, months, ON, 180)
    touching = [row for row in rows if row.starts <= found.ends and row.ends >= found.starts]
    inside = [row for row in touching if row.starts >= found.starts and row.ends <= found.ends]
    assert found.most == sum(row.number for row in touching)
    assert max((row.number for row in inside), default=0) <= found.certain <= sum(row.number for row in inside)
    assert 0 <= found.covered <= found.days
    if not found.overlaps:
        assert found.certain == sum(row.number for row in inside)
