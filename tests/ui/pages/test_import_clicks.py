"""A roster whose look is known takes few clicks: what was decided last month is decided."""

from datetime import date

import openpyxl
import pytest
from openpyxl.styles import Font
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.ui.pages.over_office import page_of, session_over
from workbench.records.provider import Provider
from workbench.ui.pages import import_review
from workbench.ui.pages.import_review import Import

TODAY = date(2026, 11, 24)
HEADS = ["Name", "NPI", "Dept", "Staff St.", "Field 7", "License #", "Lic State", "Lic Exp"]
PEOPLE = [
    ["Okafor, Adaeze N., MD", "1477552867", "Emerg Med", "Active", "Renal", "036-1", "IL", "7/31/2027"],
    ["Adams, Bo, MD", "1932102084", "Surgery", "Active", "Ortho", "036-2", "IL", "7/31/2027"],
    ["Young, Cy, DO", "", "Surgery", "Active", "", "036-3", "IL", "7/31/2027"],
    ["Novak, Eva, MD", "1679576722", "Emerg Med", "Active", "", "036-4", "IL", "7/31/2027"],
]
MOST = 6
IN_DIALOG = 2
"""Clicks in the system's own dialog: the file, and Open."""


def write(path, rows, struck):
    book = openpyxl.Workbook()
    for row in (HEADS, *rows):
        book.active.append(row)
    for number in struck:
        for cell in book.active[number]:
            cell.font = Font(strike=True)
    book.save(path)
    return path


class Hand:
    """Presses what shows, with the mouse, and counts."""

    def __init__(self, page, qtbot, monkeypatch):
        self.page, self.qtbot, self.clicks, self.file = page, qtbot, 0, None
        monkeypatch.setattr(import_review, "ask_open_file", self._choose)

    def _choose(self, *asked):
        self.clicks += IN_DIALOG
        asked[-1](self.file)

    def press(self, beginning):
        shown = [b for b in self.page.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]
        button = next(b for b in shown if b.text().replace("&", "").startswith(beginning))
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.clicks += 1


def decide_once(page):
    """What a person decides the first time: a column, a word, what struck means, who somebody is."""
    page._correct(page.prepared.readings[0].name, None, {4: "provider.section"})
    page._settle(next(u for u in page.prepared.plan.unsettled if u.said == "Emerg Med"), "Emergency Medicine")
    page._answer(page.prepared.plan.marks[0].mark, "Resigned")
    doubtful = next(row for row in page.prepared.plan.rows if row.result == "doubtful")
    page._rule(doubtful, doubtful.candidates[0].key)


@pytest.fixture
def page(office, qtbot, tmp_path):
    return page_of(Import, session_over(office, TODAY, tmp_path), qtbot)


def test_a_known_roster_takes_at_most_six_clicks(page, qtbot, monkeypatch, make, tmp_path):
    make(Provider, last="Young", first="Cy", degree="DO", city="Evanston")
    page.read(write(tmp_path / "Agape roster 2026-10.xlsx", PEOPLE, (5,)))
    decide_once(page)
    page._import()
    page.open()
    later = [[*row[:7], "7/31/2029"] for row in PEOPLE]
    later.append(["Reyes, Ana, MD", "1003000126", "Emerg Med", "Active", "Renal", "036-5", "IL", "7/31/2029"])
    hand = Hand(page, qtbot, monkeypatch)
    hand.file = write(tmp_path / "Agape roster 2026-11.xlsx", later, (5,))
    hand.press("Choose file")
    assert [row.result for row in page.prepared.plan.rows] == ["changed"] * 4 + ["new"]
    assert page.prepared.plan.unsettled[0].chosen == "Emergency Medicine"
    hand.press("Import 5 rows")
    assert page.tabs.current() == "done" and hand.clicks <= MOST
    assert {p.last: (p.department.name, p.section, p.status) for p in Provider.select()} == {
        "Okafor": ("Emergency Medicine", "Renal", "Active"),
        "Adams": ("Surgery", "Ortho", "Active"),
        "Young": ("Surgery", "", "Active"),
        "Novak": ("Emergency Medicine", "", "Resigned"),
        "Reyes": ("Emergency Medicine", "Renal", "Active"),
    }
    assert hand.clicks == 4, "choose, the file, open, import"
