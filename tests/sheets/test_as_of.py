"""The day that a roster stands for: said in its title or a name, never one that is still to come, never another's."""

from datetime import date

import pytest

from workbench.sheets import as_of
from workbench.sheets.reading import Sheet

TODAY, NOV_2 = date(2026, 11, 28), date(2026, 11, 2)


def said(*title, file="Roster.xlsx", sheet="Sheet1"):
    rows = [line if isinstance(line, tuple) else (line,) for line in title]
    found = as_of.said_in(Sheet(sheet, True, rows, 1), len(rows), file, TODAY)
    return found and found.day


@pytest.mark.parametrize(
    "title",
    [
        "As of 11/02/2026",
        "AS OF: 2026-11-02 08:14",
        "as of 2 Nov 2026",
        "As of Monday, November 2nd, 2026",
        "Medical Staff Roster - November 2, 2026",
        "Medical Staff Roster, revised 11/2/26",
        "Page 1 of 3   Printed: 11/02/2026 08:15 AM",
        "Run Date 11/02/2026",
        "Report date: 02-NOV-2026",
        "Date: 11.2.26",
        "Last updated on 11/02/2026",
        "Last revised by Sue on 11/02/2026",
        "Rev. 11/2/26",
        "Current to 11/2/2026",
        "Data as of 11/2/2026; appointments through 12/31/2028",
        "11/02/2026",
        ("As of", NOV_2),
        ("Medical Staff", None, NOV_2),
    ],
)
def test_a_title_says_it(title):
    assert said("Mercy Hospital", title) == NOV_2


@pytest.mark.parametrize(
    "title",
    [
        "Medical Staff Roster - appointments through 12/31/2028",
        "Medical Staff Roster, appointments through 12/31/2024",
        "Appointments current through 6/30/2026",
        "Effective 11/01/2026",
        "Licenses expiring before 11/02/2026",
        "Bylaws of the medical staff revised 1/2/2020",
        "Form 12, Rev. 1/2/2020",
        "Committee meeting list 11/02/2026",
        "Roster 1/1/2026 - 11/2/2026",
        "Roster as of 12/1/2026",
        "Staff as of 13/11/2026",
        "Roster 2026",
        ("Meeting date:", NOV_2),
        ("Effective", NOV_2),
    ],
)
def test_a_day_of_something_else_or_still_to_come_is_none(title):
    assert said(title) is None


@pytest.mark.parametrize("title", ["Revised March 2026", "As of Mar. 2026", "Staff roster 03/2026"])
def test_a_month_is_its_first_day_so_that_nothing_set_in_it_is_overwritten(title):
    assert said(title) == date(2026, 3, 1)


@pytest.mark.parametrize(
    "name",
    [
        "Roster_2026-11-02",
        "Roster 11.2.26",
        "roster_20261102",
        "Roster 02NOV2026",
        "roster_11_02_2026",
        "Agape (11-02-26) v3",
    ],
)
def test_a_name_says_it_and_the_title_comes_first(name):
    assert said("Mercy Hospital", file=f"{name}.xlsx") == NOV_2
    assert said("As of 10/1/2026", file=f"{name}.xlsx", sheet="Staff 9-1-26") == date(2026, 10, 1)


@pytest.mark.parametrize("name", ["Roster 110226", "Roster v2.1.26", "x11-02-2026", "expirables through 11-02-2026"])
def test_a_name_that_may_mean_anything_says_nothing(name):
    assert said(file=f"{name}.xlsx") is None


def test_a_month_of_a_name_and_the_name_of_the_sheet():
    assert said(file="Roster Nov 2026.xlsx") == date(2026, 11, 1)
    assert said(file="Agape 2026-10.xlsx") == date(2026, 10, 1)
    assert said(sheet="Active 11-2-26") == NOV_2
