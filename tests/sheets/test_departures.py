"""People who are gone, said by the name of their sheet, its title, a line or the file's name: never active silently."""

import pytest

from tests.sheets.sheet_tables import asked, book, saved, told
from workbench.sheets import comparing, known, taken
from workbench.sheets.asking import Replies
from workbench.sheets.decisions import Choices
from workbench.sheets.recognizing import recognize

NPIS = ["1382810863", "1683432102", "2347597421", "2143696229"]
NAMES = ["Ngo, Ruth, MD", "Morris, Vikram, DO", "Okafor, Pieter, MD", "Smith, Ann, MD"]
HEAD = ["Name", "NPI", "License #"]


def people(*which):
    return [HEAD, *[[NAMES[i], NPIS[i], f"036-{i}"] for i in which]]


def planned(workbook, **answers):
    sheets = taken.Sheets.of(workbook, recognize(workbook, answers=Replies(**answers)))
    return comparing.compare(sheets, known.fetch(sheets.days), Choices(), encrypted=True)


def statuses(made):
    return [row[known.AT["provider"]["status"]] for row in made.drafts.added["provider"]]


CERTAIN = [
    ("Resigned 2025", "Resigned"),
    ("Terminated 2024", "Terminated"),
    ("2025 Resignations", "Resigned"),
    ("Retirees", "Retired"),
    ("Resigned Medical Staff Members 2025", "Resigned"),
    ("Deceased members", "Deceased"),
    ("Inactive (2023-2025)", "Inactive"),
    ("LOA 2025", "Leave of absence"),
    ("Resigs", "Resigned"),
    ("Non-Active", "Inactive"),
    ("Recently resigned", "Resigned"),
    ("In Memoriam", "Deceased"),
]
OPEN = [
    "Terms 2025",
    "TERMINATIONS",
    "Former Members",
    "Inactive - Resigned",
    "Past Staff",
    "Deceased & Retired",
    "No longer on staff",
    "Resigned - Surgery",
    "Active & Resigned",
    "Active Staff and Retired Staff",
    "Ex-Staff",
    "Removed",
    "Not Renewed",
    "Lapsed",
    "Do Not Use",
    "On Hold",
    "Do Not Renew",
    "Not Credentialed",
    "Non-Staff",
    "Referring only",
    "Candidates",
    "Recruits 2027",
    "Incoming July",
    "Old",
    "Res",
    "New Apps",
    "Denied",
    "Withdrawn",
    "Denied Applications 2025",
    "Leaving 12-31-26",
]


@pytest.mark.parametrize("name,status", CERTAIN)
def test_the_name_of_a_sheet_gives_the_status(tmp_path, name, status):
    book = saved(tmp_path / "r.xlsx", people(0), people(1, 2), names=("Active", name[:31]))
    assert [row.get("provider.status") for row in told(book)][1:] == [status] * 2


@pytest.mark.parametrize("name,status", CERTAIN)
def test_a_title_gives_the_status(name, status):
    table = [["Riverbend Medical Center"], [name], [""], *people(0, 1)]
    assert [row["provider.status"] for row in told(book(table))] == [status] * 2


@pytest.mark.parametrize("line,status", CERTAIN)
def test_a_line_gives_the_status_to_the_rows_below(line, status):
    assert [row.get("provider.status") for row in told(book([*people(0), [line], *people(1)[1:]]))] == [None, status]


@pytest.mark.parametrize("name", OPEN)
@pytest.mark.parametrize("place", ["sheet", "title", "file"])
def test_gone_in_a_way_that_is_not_said_is_asked_and_nobody_new_comes_in(tmp_path, office, name, place):
    if (name, place) == ("Old", "file"):  # an edition of a file
        assert [row.result for row in planned(saved(tmp_path / "Old.xlsx", people(0, 1))).rows] == ["new", "new"]
        return
    table = people(0, 1)
    path = tmp_path / (f"{name}.xlsx" if place == "file" else "roster.xlsx")
    made = planned(
        saved(path, [[name], *table] if place == "title" else table, names=(name if place == "sheet" else "Sheet1",))
    )
    assert [row.result for row in made.rows] == ["skipped", "skipped"]
    (question,) = [question for question in made.questions if name in question.about]
    assert question.rows == 2
    options = [option.key for option in question.options]
    assert options[-1] == "out" and {"Resigned", "Retired", "Deceased", "Inactive", "Active"} <= set(options)
    chosen = planned(
        saved(path, [[name], *table] if place == "title" else table, names=(name if place == "sheet" else "Sheet1",)),
        chosen={question.key: "Retired"},
    )
    assert [row.result for row in chosen.rows] == ["new", "new"] and statuses(chosen) == ["Retired", "Retired"]


def test_a_line_that_says_only_gone_asks_for_the_rows_below(office, tmp_path):
    made = planned(saved(tmp_path / "r.xlsx", [*people(0), ["FORMER MEMBERS"], *people(1, 2)[1:]]))
    assert [row.result for row in made.rows] == ["new", "skipped", "skipped"] and statuses(made) == ["Active"]


@pytest.mark.parametrize(
    "title",
    [
        "Yellow = resigned",
        "Resigned members are struck through",
        "Excludes resigned members",
        "* Retired",
        "Active Medical Staff (no longer includes AHP)",
    ],
)
def test_a_legend_above_the_headings_says_nothing(title):
    table = [[title], *people(0, 1)]
    assert [row.get("provider.status") for row in told(book(table))] == [None] * 2 and asked(book(table)) == []


def test_on_a_sheet_of_the_gone_a_column_of_statuses_says_how(tmp_path, office):
    rows = [["Name", "NPI", "Status"], *[[NAMES[i], NPIS[i], s] for i, s in enumerate(["Resigned", "Retired", ""])]]
    made = planned(saved(tmp_path / "r.xlsx", rows, names=("Former Members",)))
    assert [row.result for row in made.rows] == ["new", "new", "skipped"] and statuses(made) == ["Resigned", "Retired"]


def test_active_in_the_column_on_a_sheet_of_the_resigned_is_asked(tmp_path, office):
    rows = [["Name", "NPI", "Status"], *[[NAMES[i], NPIS[i], s] for i, s in enumerate(["Active", "", "LOA"])]]
    workbook = saved(tmp_path / "r.xlsx", rows, names=("Resigned",))
    made = planned(workbook)
    assert [row.result for row in made.rows] == ["skipped", "new", "new"]
    assert statuses(made) == ["Resigned", "Leave of absence"]
    (question,) = [question for question in made.questions if "Resigned" in question.about]
    assert question.rows == 1
    assert statuses(planned(workbook, chosen={question.key: "cells"}))[0] == "Active"
    assert statuses(planned(workbook, chosen={question.key: "Resigned"}))[0] == "Resigned"


def test_active_in_the_column_of_a_list_called_old_is_asked_in_words_that_are_true(tmp_path, office):
    workbook = saved(tmp_path / "r.xlsx", [["Name", "NPI", "Status"], [NAMES[0], NPIS[0], "Active"]], names=("Old",))
    (question,) = [question for question in planned(workbook).questions if "Old" in question.about]
    assert question.about == "“Old” is said of people whom the column of statuses calls active"
    assert statuses(planned(workbook, chosen={question.key: "cells"})) == ["Active"]


@pytest.mark.parametrize("name", ["Dec", "Oct", "Jan", "Dec 2025"])
def test_a_sheet_of_a_month_says_nothing_of_anybody(tmp_path, name):
    workbook = saved(tmp_path / "r.xlsx", people(0), people(1), names=("Nov", name))
    assert not any("provider.status" in row for row in told(workbook)) and asked(workbook) == []


@pytest.mark.parametrize("name", ["Applicants", "Pending Apps", "Pending Applications", "In Process", "Prospects"])
def test_applicants_are_no_active_members(tmp_path, name):
    rows = told(saved(tmp_path / "r.xlsx", people(0), people(1), names=("Active", name)))
    assert rows[1]["provider.status"] == "Pending"


@pytest.mark.parametrize(
    ("heading", "gone", "stays"),
    [
        ("Action", "Term", "Add"),
        ("Action", "Delete", "Update"),
        ("Change Type", "Termination", "No Change"),
        ("Updates", "Please remove - no longer with group", "New phone"),
        ("ChangeType", "Resigned", "Add"),
        ("Add/Change/Term", "Term", "Change"),
        ("Current?", "No", "Yes"),
        ("Current", "N", "Y"),
        ("Remove", "X", ""),
        ("Remove?", "Yes", "No"),
    ],
)
def test_a_column_of_changes_brings_nobody_in_as_active_who_is_to_go(office, heading, gone, stays):
    says = [stays, gone, stays, stays]
    table = [[*HEAD, heading], *[[*row, said] for row, said in zip(people(0, 1, 2, 3)[1:], says, strict=True)]]
    made = planned(book(table))
    assert [row.result for row in made.rows] == ["new", "skipped", "new", "new"]
    assert any(heading.rstrip("?") in question.about for question in made.questions)


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (["App Received", "App Complete", "Missing Items"], ["10/1/2026", "", "2 refs"]),
        (["Reason for Leaving", "Last Day"], ["Moved", "1/4/2026"]),
    ],
)
def test_applicants_and_leavers_told_by_headings_alone_ask(office, tmp_path, heads, cells):
    made = planned(saved(tmp_path / "r.xlsx", [[*HEAD, *heads], *[[*row, *cells] for row in people(0, 1)[1:]]]))
    assert [row.result for row in made.rows] == ["skipped"] * 2


def test_the_steps_of_a_reappointment_make_nobody_an_applicant(office, tmp_path):
    heads, cells = ["Reappt Date", "App Sent", "App Rec'd"], ["12/31/2027", "8/1/2026", "9/1/2026"]
    made = planned(saved(tmp_path / "r.xlsx", [[*HEAD, *heads], *[[*row, *cells] for row in people(0, 1)[1:]]]))
    assert [row.result for row in made.rows] == ["new"] * 2


@pytest.mark.parametrize("name", ["ZZNgo, Ruth, MD", "zz Ngo, Ruth, MD", "X-Ngo, Ruth, MD", "xNgo, Ruth, MD"])
def test_a_name_that_is_put_last_asks(office, tmp_path, name):
    made = planned(saved(tmp_path / "r.xlsx", [HEAD, [name, NPIS[0], "036-1"], *people(1)[1:]]))
    assert [row.result for row in made.rows] == ["skipped", "new"]
    assert made.rows[0].values["provider.last"] == "Ngo"


def test_nobody_comes_in_without_a_first_name_unasked(office, tmp_path):
    table = [["Last Name", "Vorname", "NPI"], ["Ngo", "Ruth", NPIS[0]], ["Morris", "Vikram", NPIS[1]]]
    made = planned(saved(tmp_path / "r.xlsx", table))
    assert [row.result for row in made.rows] == ["skipped"] * 2 and "first names" in made.rows[0].notes[-1]


def test_a_test_row_is_nobody(office, tmp_path):
    made = planned(saved(tmp_path / "r.xlsx", [HEAD, ["Test, Provider", "", ""], *people(0)[1:]]))
    assert [row.result for row in made.rows] == ["rejected", "new"]


@pytest.mark.parametrize("heading", ["Reactivated", "Reinstatement Date", "Returned"])
def test_who_came_back_is_asked_about_and_not_taken_as_gone(office, heading):
    table = [
        ["Name", "NPI", "Inactive Date", heading],
        [NAMES[0], NPIS[0], "10/1/2024", "2/1/2026"],
        [NAMES[1], NPIS[1], "1/1/2024", ""],
    ]
    made = planned(book(table))
    assert statuses(made) == ["Inactive"]
    assert any("Inactive Date" in question.about for question in made.questions)
