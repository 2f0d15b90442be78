"""What a word of a file means, said once for all its rows; and which words wait for it."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import book
from tests.sheets.test_comparing import HEADINGS, row
from workbench.sheets import comparing, known, taken
from workbench.sheets.decisions import Choices
from workbench.sheets.recognizing import recognize


def plan(*rows, headings=HEADINGS, meanings=None):
    workbook = book([headings, *map(list, rows)])
    readings = recognize(workbook)
    for reading in readings:
        reading.meanings = meanings or {}
    sheets = taken.Sheets.of(workbook, readings)
    choices = Choices(meanings=meanings or {})
    return comparing.compare(sheets, known.fetch(sheets.days), choices, encrypted=True)


def waiting(made):
    return [(each.target, each.said, each.rows, each.chosen, each.proposed) for each in made.unsettled]


def test_a_word_that_is_in_no_list_waits_with_what_it_may_mean(office):
    made = plan(row(dept="Emerg Med"), row(last="Ngo", npi="", license="9", dept="EMERG MED"))
    assert waiting(made) == [("provider.department", "Emerg Med", 2, None, "Emergency Medicine")]


def test_its_meaning_is_read_in_its_place_and_stays_shown(office):
    meanings = {("provider.department", "emerg med"): "Emergency Medicine"}
    made = plan(row(dept="Emerg  Med"), row(last="Ngo", npi="", license="9", dept="Surgery"), meanings=meanings)
    assert [each.values["provider.department"] for each in made.rows] == ["Emergency Medicine", "Surgery"]
    assert made.new_list_entries == []
    assert waiting(made) == [("provider.department", "Emerg Med", 1, "Emergency Medicine", "Emergency Medicine")]


def test_a_section_line_takes_a_meaning_too(office):
    workbook = book([HEADINGS[:9], ["GENERAL SURG SVC"], row()[:9]])
    readings = recognize(workbook)
    carried = {text for each in readings for data in each.rows for text in data.carried.values()}
    if not carried:
        pytest.fail("the line was not read as a section")
    readings[0].meanings = {("provider.department", carried.pop().casefold()): "Surgery"}
    sheets = taken.Sheets.of(workbook, readings)
    made = comparing.compare(sheets, known.fetch(()), Choices(meanings=readings[0].meanings), encrypted=True)
    assert made.rows[0].values["provider.department"] == "Surgery"


def test_a_status_that_is_not_known_waits_and_a_meaning_lets_its_rows_in(office):
    headings = [*HEADINGS, "Status"]
    words = ["Active", "Resigned", "Active", "Zed", "ZED"]
    rows = [[*row(last=last, npi="", license=last), word] for last, word in zip("ABCDE", words, strict=True)]
    made = plan(*rows, headings=headings)
    assert made.counts["rejected"] == 2
    assert [(each.said, each.rows) for each in made.unsettled] == [("Zed", 2)]
    settled = plan(*rows, headings=headings, meanings={("provider.status", "zed"): "Leave of absence"})
    assert settled.counts["new"] == 5
    assert [each.values["provider.status"] for each in settled.rows[3:]] == ["Leave of absence"] * 2


def test_a_wrong_value_is_asked_about_once_when_it_comes_again_and_may_mean_nothing(office):
    rows = [
        row(exp="soonish"),
        row(last="Ngo", npi="", license="9", exp="Soonish"),
        row(last="Xu", npi="", license="8", exp="31.31.26"),
    ]
    made = plan(*rows)
    assert waiting(made) == [("license.expires", "soonish", 2, None, "")]
    blank = plan(*rows, meanings={("license.expires", "soonish"): ""})
    assert blank.counts["rejected"] == 1 and blank.counts["new"] == 2


def test_a_meaning_is_judged_like_any_other_value(office):
    made = plan(row(npi="unknown"), meanings={("provider.npi", "unknown"): "1234567890"})
    assert made.counts["rejected"] == 1


def test_dates_that_are_dates_are_left_alone(office):
    made = plan(row(exp=date(2027, 7, 31)), meanings={("license.expires", "tbd"): ""})
    assert made.rows[0].license_expires == "Jul 31 2027"
