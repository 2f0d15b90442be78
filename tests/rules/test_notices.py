"""Renewal notices: each once, the nearest first, a day before the line and a day after."""

from datetime import date, timedelta

import pytest

from workbench.errors import Problem
from workbench.rules import notices

TODAY = date(2026, 11, 24)
USUAL = (90, 60, 30, 14, 7)


@pytest.mark.parametrize(
    ("left", "sent", "due"),
    [(91, [], None), (90, [], 90), (89, [90], None), (61, [90], None), (60, [90], 60), (31, [90], 60), (30, [90, 60], 30),
     (20, [], 30), (20, [30], None), (14, [30], 14), (7, [14], 7), (3, [7], None), (-1, [14], 0), (-5, [], 0), (-5, [0], None),
     (0, [], 7), (-5, [7], None),
     (20, [14], None)],
)  # fmt: skip
def test_the_nearest_notice_whose_day_has_come_is_due_once(left, sent, due):
    assert notices.due(TODAY + timedelta(days=left), TODAY, USUAL, sent) == due


@pytest.mark.parametrize(
    ("text", "found"),
    [("90, 60,30 ; 14, 7", USUAL), ("7", (7,)), ("7, 30, 7", (30, 7)), ("", None), ("90, x", None), ("0", None)],
)
def test_the_offices_days_are_read_or_refused(text, found):
    read = notices.stages(text)
    assert isinstance(read, Problem) if found is None else read == found


@pytest.mark.parametrize(
    ("left", "sent", "stage", "days"),
    [(100, [], 90, 10), (90, [], 90, 0), (89, [90], 60, 29), (20, [30], 14, 6), (8, [14], 7, 1), (5, [7], None, 0),
     (-2, [7], None, 0), (-2, [], 0, 0), (-2, [0], None, 0), (15, [14], 7, 8)],
)  # fmt: skip
def test_the_next_notice_has_a_day(left, sent, stage, days):
    found = notices.following(TODAY + timedelta(days=left), TODAY, USUAL, sent)
    assert found == (None if stage is None else (stage, TODAY + timedelta(days=days)))
