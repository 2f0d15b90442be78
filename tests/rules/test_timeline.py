"""The timeline: what is certain about gaps when dates are days, months or years."""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from workbench.records.days import months_on
from workbench.records.policy import Policy
from workbench.rules import timeline

TODAY = date(2026, 11, 24)
POLICY = Policy(gap_days=30)


def _dossier(*work: tuple[str, str, str], school: tuple[str, str] = ("2002-08", "2006-05"), remarks: str = ""):
    education = [_row(sort="Medical school", institution="School", program="MD", started=school[0], ended=school[1])]
    rows = [
        _row(
            employer=name,
            position="" if name[0].islower() else "Surgeon",
            started=start,
            ended=end,
            remarks=remarks,
            time_off="",
        )
        for name, start, end in work
    ]
    return SimpleNamespace(education=education, work=rows)


def _row(**values: str) -> SimpleNamespace:
    return SimpleNamespace(**values)


def _gaps(dossier) -> list[tuple[date, date, int]]:
    return [(gap.start, gap.end, gap.days) for gap in timeline.gaps(dossier, TODAY, POLICY)]


def test_a_gap_of_29_days_is_none_and_of_30_is_one():
    assert _gaps(_dossier(("First", "2006-06-30", ""), school=("2002-08-01", "2006-05-31"))) == []
    found = _gaps(_dossier(("First", "2006-07-01", ""), school=("2002-08-01", "2006-05-31")))
    assert found == [(date(2006, 6, 1), date(2006, 6, 30), 30)]


NCQA = Policy(packs="npdb, ncqa", gap_days=30)


def asked_about(start: str, end: str, policy: Policy) -> str:
    """Who asks about a time from a first to a last day; nobody is no word."""
    line = timeline.Asked(policy, TODAY).line(date.fromisoformat(start), date.fromisoformat(end))
    return line.said if line else ""


@pytest.mark.parametrize(("until", "asked"), (("2025-06-30", ""), ("2025-07-01", "6 months, NCQA Accreditation")))
def test_a_gap_of_six_months_by_the_calendar_is_not_more_than_six(until: str, asked: str):
    """From January 1 2025: 181 days are six months, 182 are more (NCQA)."""
    assert asked_about("2025-01-01", until, NCQA) == asked
    assert asked_about("2025-01-01", until, replace(NCQA, packs="ncqa, bylaws", gap_days=400)) == asked


def test_the_bylaws_days_are_asked_by_nobody_where_they_are_not_in_force():
    assert asked_about("2025-01-01", "2025-02-10", NCQA) == ""
    assert asked_about("2025-01-01", "2025-02-10", replace(NCQA, packs="ncqa, bylaws")) == "30 days, Bylaws"


def test_the_ncqa_looks_back_five_years_and_the_bylaws_to_the_beginning():
    """What of a gap lies within the five years is as long as is asked about, or is not."""
    assert asked_about("2015-01-01", "2015-12-31", NCQA) == ""
    assert (
        asked_about("2015-01-01", "2015-12-31", replace(NCQA, packs="ncqa, bylaws", gap_days=300)) == "300 days, Bylaws"
    )
    five_years_ago = months_on(TODAY, -60)
    end = months_on(five_years_ago, 6) - timedelta(days=1)
    assert asked_about("2021-01-01", end.isoformat(), NCQA) == ""
    assert asked_about("2021-01-01", (end + timedelta(days=1)).isoformat(), NCQA) == "6 months, NCQA Accreditation"


@pytest.mark.parametrize(
    ("ended", "started", "days"),
    (("2019-02", "2019-10", 214), ("2018", "2019-10", 273), ("2019-02", "2020", 306), ("2019", "2020", 0)),
)
def test_only_what_is_certain_of_months_and_years_counts(ended: str, started: str, days: int):
    found = _gaps(_dossier(("First", "2006-06", ended), ("Second", started, "")))
    assert [each[2] for each in found] == ([days] if days else [])


def test_work_beside_work_covers_a_gap():
    assert _gaps(_dossier(("First", "2006-06", "2012"), ("Long", "2010", "2021-01"), ("Third", "2021-02", ""))) == []


def test_not_working_now_is_a_gap_up_to_today():
    assert _gaps(_dossier(("First", "2006-06", "2026-08-31"))) == [(date(2026, 9, 1), TODAY, 85)]


def test_a_line_about_time_off_is_the_gaps_explanation_and_no_work():
    dossier = _dossier(
        ("First", "2006-06", "2019-02"),
        ("sabbatical", "2019-03", "2019-09"),
        ("Second", "2019-10", ""),
        remarks="Walked.",
    )
    (gap,) = timeline.gaps(dossier, TODAY, POLICY)
    assert gap.explained == "sabbatical: Walked." and gap.length == "7 months"


def test_a_hospital_whose_name_begins_like_a_leave_is_work():
    dossier = _dossier(("First", "2006-06", "2019-02"), ("Travelers Rest Clinic", "2019-03", ""))
    assert _gaps(dossier) == []


def test_before_medical_school_nobody_asks_and_without_any_beginning_nothing_is_said():
    dossier = _dossier(("First", "2006-06", ""))
    dossier.education.append(
        _row(sort="Undergraduate", institution="College", program="BA", started="1990", ended="1994")
    )
    assert _gaps(dossier) == []
    assert timeline.gaps(SimpleNamespace(education=[], work=[]), TODAY, POLICY) == ()


@pytest.mark.parametrize("wrong", ("", "soon", "2019-13", "2019-02-31"))
def test_a_line_whose_beginning_cannot_be_read_is_left_out(wrong: str):
    assert [span.title for span in timeline.spans(_dossier(("First", wrong, "")), TODAY)] == ["School"]


def test_what_begins_later_than_today_is_left_out_and_what_ends_later_ends_today():
    spans = timeline.spans(_dossier(("First", "2006-06", "2030"), ("Next", "2027-01", "")), TODAY)
    assert [(span.title, span.end) for span in spans] == [("School", date(2006, 5, 31)), ("First", TODAY)]


@pytest.mark.parametrize(
    ("days", "said"), ((40, "40 days"), (214, "7 months"), (730, "2 years"), (822, "2 years 3 months"))
)
def test_how_long_a_gap_is_reads_as_people_say_it(days: int, said: str):
    assert timeline.Gap(TODAY, TODAY, days, "").length == said
