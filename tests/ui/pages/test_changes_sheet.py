"""The yearly audit of changed verifications: who changed what, when and why, drawn by lot, in Excel and on paper."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pytest

from tests.rules.files_by_hand import Clean
from tests.ui.pages.over_office import page_of, session_over
from workbench.actions import auditing_changes, undoing, verifying
from workbench.actions.verifying import Look
from workbench.lists import changed_verifications
from workbench.records.verification import Verification
from workbench.store import history
from workbench.ui.pages.standards import Standards

YEAR = timedelta(days=364)


@pytest.fixture
def changed(office: Any, make: Any, TODAY: date, clock: Any) -> list[Clean]:
    """Okafor's license was verified and struck, Chen's remark was mended, Ito's verification was taken back, Abe's stands."""
    people = [Clean(make, last) for last in ("Okafor", "Chen", "Ito", "Abe")]
    for each in people:
        assert verifying.verify([each.license.id], Look(TODAY, "State licensing board", "Ann", "Active"), TODAY) == []
    undone = history.newest()
    assert undone is not None
    first, second = Verification.select().order_by(Verification.id).limit(2)
    assert verifying.strike(first.id, "Bo", "It was another person's page", TODAY) == []
    with history.step("Change remark of a verification"):
        second.remark = "Seen twice"
        second.save()
    return people


def texts(sample: changed_verifications.Sample) -> list[tuple[str, ...]]:
    return [each.texts for each in sample.changes]


def test_each_change_says_who_what_when_and_why(changed: list[Clean], TODAY: date) -> None:
    found = texts(changed_verifications.sample(TODAY - YEAR, TODAY, 50, "1"))
    assert [(each[0], each[4]) for each in found] == [("Okafor, MD", "Struck"), ("Chen, MD", "Changed")]
    person, what, when, by, _, change, why = found[0]
    assert what == "State license, performed Nov 24 2026 at State licensing board" and when == "Nov 24 2026 09:00"
    assert (by, why) == ("Ann", "It was another person's page") and "Struck by: nothing → Bo" in change
    assert found[1][5:] == ("Remark: nothing → Seen twice", "Change remark of a verification") and person
    undoing.undo()
    undoing.undo()
    undoing.undo()
    last = texts(changed_verifications.sample(TODAY - YEAR, TODAY, 50, "1"))[-1]
    assert (last[0], last[4], last[6]) == ("Abe, MD", "Struck", "Taken back by Undo")
    assert "Struck by: nothing → Ann" in last[5]


def test_the_same_seed_draws_the_same_and_other_days_hold_none(changed: list[Clean], TODAY: date) -> None:
    drawn = [changed_verifications.sample(TODAY - YEAR, TODAY, 1, seed) for seed in ("a", "a", "b", "c", "d")]
    assert texts(drawn[0]) == texts(drawn[1]) and len({texts(each)[0] for each in drawn}) == 2
    assert drawn[0].said == "1 of 2 changes of verifications, Nov 25 2025 to Nov 24 2026, drawn by lot; seed a."
    assert changed_verifications.count(TODAY - 2 * YEAR, TODAY - YEAR) == 0
    assert [changed_verifications.usual(count) for count in (0, 4, 40, 400, 4000)] == [0, 4, 10, 20, 50]


def test_the_sheet_draws_exports_and_prints(
    changed: list[Clean], office: Any, qtbot: Any, TODAY: date, tmp_path: Path
) -> None:
    page = page_of(Standards, session_over(office, TODAY, tmp_path), qtbot)
    sheet = page.ask_audit()
    assert sheet.table.count() == 2 and sheet.said.text().startswith("2 of 2 changes of verifications, ")
    sheet.lines.set_text("wanted", "some")
    sheet.draw()
    assert sheet.table.count() == 2
    sheet.lines.set_text("wanted", "1")
    sheet.lines.set_text("seed", "a")
    sheet.draw()
    assert sheet.table.count() == 1 and sheet.sample is not None
    path = tmp_path / "changes.xlsx"
    sheet.write(path)
    book = openpyxl.load_workbook(path)
    rows = list(book[auditing_changes.TITLE].iter_rows(values_only=True))
    assert rows[0][-4:] == auditing_changes.ENTERED and rows[1][:7] == sheet.sample.changes[0].texts
    assert "seed a" in str(book["How it was made"]["B2"].value or book["How it was made"]["B1"].value)
    pdf = auditing_changes.paper(sheet.sample, TODAY)
    assert len(pikepdf.open(BytesIO(pdf)).pages) == 1
    sheet.table.opened.emit(0)
    assert page.shell.went[-1][0] == "file"
