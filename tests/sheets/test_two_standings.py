"""Cells of statuses that say two things, columns headed by a status, and statuses nobody understands: never active in silence."""

from datetime import date, timedelta

import pytest

from tests.sheets.sheet_tables import book
from workbench.records.provider import Provider
from workbench.sheets import comparing, known, taken
from workbench.sheets.asking import Replies
from workbench.sheets.cell import two_standings
from workbench.sheets.decisions import Answers, Choices
from workbench.sheets.recognizing import folded, recognize
from workbench.store.database import database

NPIS = ["1382810863", "1683432102", "2347597421", "2143696229", "2266886383"]
NAMES = ["Ngo, Ruth, MD", "Morris, Vikram, DO", "Okafor, Pieter, MD", "Smith, Ann, MD", "Johnson, Arjun, MD"]
AT = known.AT["provider"]
NGO = {"last": "Ngo", "first": "Ruth", "degree": "MD", "npi": NPIS[0], "provider_type": "Physician"}


def plan(heads, *columns, replies=None, meanings=None):
    rows = [[NAMES[i], NPIS[i], *row] for i, row in enumerate(zip(*columns, strict=True))]
    answers, meant = Replies(replies or {}), meanings or {}
    workbook = book([["Name", "NPI", *heads], *rows])
    readings = recognize(workbook, answers=answers, meanings=meant)
    for reading in readings:
        reading.meanings = meant
    sheets = taken.Sheets.of(workbook, readings)
    choices = Choices(answers=Answers(replies=answers), meanings=meant)
    return comparing.compare(sheets, known.fetch(sheets.days), choices, encrypted=True)


def standing(row):
    return (row.person.row[AT["status"]], row.person.row[AT["status_since"]]) if row.person else row.result


def asked(made):
    return [each for each in made.questions if each.key]


@pytest.mark.parametrize(
    ("text", "statuses", "gone"),
    [
        ("Active - Resigned 1/1/26", ("Active", "Resigned"), False),
        ("Active - Deceased 5/5/26", ("Active", "Deceased"), False),
        ("Active (expired 6/1/26)", ("Active",), True),
        ("Active\nResigned 1/1/26", ("Active", "Resigned"), False),
        ("Active/LOA", ("Active", "Leave of absence"), False),
        ("A - resigned", ("Active", "Resigned"), False),
        ("LOA - resigned 5/1/26", ("Leave of absence", "Resigned"), False),
        ("Retired - Deceased 5/5/26", ("Retired", "Deceased"), False),
        ("Inactive (retired)", ("Inactive", "Retired"), False),
        ("Active; resigning 6/30/25", ("Active",), True),
        ("Active until 6/30/25", ("Active",), True),
        ("Active - left 5/1/25 for Ohio", ("Active",), True),
        ("No longer active", (), True),
        ("Was active", (), True),
        ("Ex-active", (), True),
        ("Gone", (), True),
    ],
)
def test_what_says_two_standings_or_takes_one_back(text, statuses, gone):
    found = two_standings.told(text)
    assert found and (found.statuses, found.gone) == (statuses, gone)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Active",
            "Not active",
            "Active as of 1/1/26",
            "Active, reappointed 1/1/26",
            "Active (pending reappointment)",
        ),
        *("Active, pending resignation", "Active - 2 year term", "Active - in good standing", "Active; DEA expired"),
        *("Resigned in good standing", "Resigned - was active", "Suspended - medical records", "LOA 1/5-4/1"),
        *("Resigned eff. 6/30/2025", "Active Provisional", "Leave of absence (maternity)"),
    ],
)
def test_what_says_one_standing(text):
    assert two_standings.told(text) is None


def test_a_day_that_is_to_come_says_nothing_yet(office):
    later = f"{database.clock().date() + timedelta(60):%m/%d/%Y}"
    made = plan(["Status"], [f"Active - Resigned {later}", "Active", f"Active until {later}"])
    assert [standing(row)[0] for row in made.rows] == ["Active"] * 3 and not asked(made)


def test_nobody_with_two_standings_comes_in_until_it_is_said_which_holds(office):
    column = ["Active - Resigned 1/1/26", "Active - resigned 3/4/25", "Active"]
    made = plan(["Status"], column)
    assert [row.result for row in made.rows] == ["skipped", "skipped", "new"]
    (question,) = asked(made)
    assert question.rows == 2 and [each.key for each in question.options] == ["Active", "Resigned", "out"]
    assert "Active and Resigned of these people, as “Active - Resigned 1/1/26”" in question.about
    assert "both=Resigned" in next(q["answers"] for q in made.summary()["questions"] if "answers" in q)
    resigned = plan(["Status"], column, replies={question.key: "Resigned"})
    assert [standing(row) for row in resigned.rows] == [
        ("Resigned", "2026-01-01"), ("Resigned", "2025-03-04"), ("Active", None)
    ]  # fmt: skip
    active = plan(["Status"], column, replies={question.key: "Active"})
    assert [standing(row) for row in active.rows] == [("Active", None)] * 3


def test_somebody_known_keeps_the_status_of_ours_and_the_rest_comes_in(office, make):
    make(Provider, **NGO, status="Leave of absence")
    made = plan(["Status", "Office Phone"], ["Active (expired 6/1/26)", "Active", "Active"], ["312-555-0101", "", ""])
    assert standing(made.rows[0]) == ("Leave of absence", None)
    assert [each.target for each in made.rows[0].effects] == ["provider.phone", "provider.notes"]


def test_a_word_of_which_somebody_said_what_it_means_is_not_asked_about(office):
    said = "Active - Resigned 1/1/26"
    meant = {("provider.status", folded(said)): "Retired"}
    made = plan(["Status"], [said, "Active", "Active"], meanings=meant)
    assert standing(made.rows[0]) == ("Retired", None) and not asked(made)


def test_of_a_column_that_nobody_understands_those_are_asked_about_who_are_gone_by_it(office):
    made = plan(["Status"], ["Lapsed 5/1/26", "Full", "Part"])
    assert [row.result for row in made.rows] == ["skipped", "new", "new"]
    assert [each.about.partition("”")[0] for each in asked(made)] == ["“Status: lapsed"]


def test_how_a_license_stands_says_nothing_of_its_holder(office):
    made = plan(["License #", "Status"], ["036-1", "036-2", "036-3"], ["Expired", "Active", "Active"])
    assert [row.result for row in made.rows] == ["new"] * 3


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Suspended", "Suspended"),
        ("Resigned?", "Resigned"),
        ("Deceased", "Deceased"),
        ("Retired (Y/N)", "Retired"),
        ("Terminated", "Terminated"),
        ("Inactive", "Inactive"),
        ("On LOA", "Leave of absence"),
        ("IsSuspended", "Suspended"),
    ],
)
@pytest.mark.parametrize("cells", [("Y", ""), ("Yes", "No"), ("x", None), ("5/5/2026", ""), (date(2026, 5, 5), None)])
def test_a_column_headed_by_a_status_says_who_has_it(office, heading, status, cells):
    made = plan([heading], [cells[0], cells[1], cells[1]])
    since = "2026-05-05" if "5" in str(cells[0]) else None
    assert [standing(row) for row in made.rows] == [(status, since), ("Active", None), ("Active", None)]
    assert not asked(made) and not any(row.notes for row in made.rows)


@pytest.mark.parametrize(
    ("heading", "cells", "text"),
    [("Gone", ("Y", ""), "Gone"), ("Active?", ("No", "Yes"), "Active: no"), ("On Staff", ("N", "Y"), "On Staff: no"),
     ("Resigned", ("moved to Ohio", ""), "Resigned")],
)  # fmt: skip
def test_what_such_a_column_does_not_say_whole_is_asked(office, heading, cells, text):
    made = plan([heading], [cells[0], cells[1], cells[1]])
    assert [row.result for row in made.rows] == ["skipped", "new", "new"]
    (question,) = asked(made)
    assert question.about.startswith(f"“{text}” does not say") and question.rows == 1
    done = plan([heading], [cells[0], cells[1], cells[1]], replies={question.key: "Retired"})
    assert standing(done.rows[0])[0] == "Retired"


def test_words_and_days_to_come_in_such_a_column(office):
    later = database.clock().date() + timedelta(60)
    made = plan(["Suspended"], ["5/5/26 - medical records", later, ""])
    assert [standing(row) for row in made.rows] == [("Suspended", "2026-05-05"), ("Active", None), ("Active", None)]
    assert made.rows[0].values["provider.notes"] == "Suspended: 5/5/26 - medical records"
    assert "is still to come" in made.rows[1].notes[0]


def test_such_a_column_against_a_column_of_statuses_is_asked(office):
    made = plan(["Status", "Suspended"], ["Active", "Active", "Active"], ["Y", "", ""])
    assert [row.result for row in made.rows] == ["skipped", "new", "new"]
    (question,) = asked(made)
    assert "“Suspended” is said of people whom the column of statuses calls active" in question.about


@pytest.mark.parametrize("heading", ["Term", "Good Standing", "Active", "Pending", "Suspended By", "Active Since"])
def test_other_headings_and_checks_alone_say_no_status(office, heading):
    made = plan([heading], ["x", "", "x"])
    assert [standing(row) for row in made.rows] == [("Active", None)] * 3 and not asked(made)


@pytest.fixture
def resigned(office, make):
    return make(
        Provider,
        last="Ngo",
        first="Ruth",
        degree="MD",
        npi=NPIS[0],
        provider_type="Physician",
        status="Resigned",
        status_since=date(2026, 1, 1),
    )


def one(status, since="", **more):
    return plan(["Status", "Status Since"], [status, "Active", "Active"], [since, "", ""], **more)


def test_a_return_of_somebody_who_left_is_asked_and_then_does_not_hold_since_the_day_they_left(resigned):
    made = one("Active")
    assert made.rows[0].result == "same" and standing(made.rows[0]) == ("Resigned", "2026-01-01")
    (question,) = [each for each in asked(made) if each.key.startswith("differs")]
    assert "whether somebody who left is back" in made.rows[0].happens
    back = one("Active", replies={question.key: "file"})
    assert standing(back.rows[0]) == ("Active", None)
    assert [(each.target, each.new) for each in back.rows[0].effects][-1] == ("provider.status_since", "")


def test_the_day_of_a_return_goes_with_it(resigned):
    made = one("Active", "6/1/2026")
    assert standing(made.rows[0]) == ("Resigned", "2026-01-01")
    assert [each.target for each in made.rows[0].disputed] == ["provider.status", "provider.status_since"]
    key = next(each.key for each in asked(made) if each.key.endswith("provider.status"))
    assert standing(one("Active", "6/1/2026", replies={key: "file"}).rows[0]) == ("Active", "2026-06-01")


@pytest.mark.parametrize(("status", "since", "expected"), [
    ("Deceased", "5/5/2026", ("Deceased", "2026-05-05")),
    ("Retired", "6/1/2025", ("Retired", "2025-06-01")),
    ("Terminated", "", ("Terminated", None)),
    ("Resigned", "", ("Resigned", "2026-01-01")),
])  # fmt: skip
def test_another_way_of_having_left_has_its_own_day(resigned, status, since, expected):
    assert standing(one(status, since).rows[0]) == expected


def test_the_deceased_stay_so(office, make):
    make(
        Provider,
        last="Ngo",
        first="Ruth",
        degree="MD",
        npi=NPIS[0],
        provider_type="Physician",
        status="Deceased",
        status_since=date(2026, 1, 1),
    )
    assert standing(one("Resigned", "6/1/2026").rows[0]) == ("Deceased", "2026-01-01")


def test_a_slip_names_the_status_that_it_may_be_and_without_one_whoever_is_new_is_active(office):
    made = plan(["Status"], ["Actve", "Actve", "Active", "Active", "Active"])
    assert [row.happens.rpartition(": ")[2] for row in made.rows[:2]] == ["is it Active?"] * 2
    (question,) = [each for each in asked(made) if each.key.startswith("wrong")]
    assert question.options[1].says == "they come in without it, and whoever is new is active"
