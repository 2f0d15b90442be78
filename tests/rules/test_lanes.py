"""Times side by side: what follows shares a lane, what overlaps has its own, and nothing is left out."""

from datetime import date

from workbench.rules import lanes
from workbench.rules.timeline import WORK, Span


def span(title: str, start: date, end: date) -> Span:
    return Span(WORK, title, start, end)


def titles(*spans: Span) -> list[str]:
    return ["".join(each.title for each in lane) for lane in lanes.lanes(spans)]


def test_what_follows_shares_a_lane_also_where_only_the_month_is_known():
    first = span("a", date(2001, 1, 1), date(2003, 6, 30))
    assert titles(first, span("b", date(2003, 6, 1), date(2005, 1, 1))) == ["ab"]
    assert titles(first, span("b", date(2003, 5, 30), date(2005, 1, 1))) == ["ab"], "31 days"
    assert titles(first, span("b", date(2003, 5, 29), date(2005, 1, 1))) == ["a", "b"]
    assert titles() == []


def test_a_fourth_beside_three_lies_in_the_last_lane_and_one_after_it_where_there_is_room():
    long = [span(each, date(2000 + n, 1, 1), date(2020, 1, 1)) for n, each in enumerate("abcd")]
    short = span("e", date(2004, 1, 1), date(2005, 1, 1))
    assert titles(*long, short, span("f", date(2010, 1, 1), date(2011, 1, 1)), span("g", date(2020, 1, 1), date(2021, 1, 1))) == [
        "ag", "b", "cdef",
    ]  # fmt: skip
