"""Parts that a page no longer shows: they outlive the event that sent them away, and no longer."""

import re
import weakref
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

import workbench.ui
from workbench.ui.kit.parting import empty, part_with
from workbench.ui.kit.scrolling import Scrolling


def test_a_part_is_off_its_page_at_once_and_gone_when_the_event_is_over(qapp):
    page = QWidget()
    made = [QPushButton("Away", page)]
    part_with(made[0])
    assert made[0].parent() is None and made[0].isHidden()
    alone = made.pop()
    address = shiboken6.getCppPointer(alone)[0]
    del alone
    assert any(shiboken6.getCppPointer(each)[0] == address for each in qapp.topLevelWidgets())
    qapp.processEvents()
    assert not any(shiboken6.getCppPointer(each)[0] == address for each in qapp.topLevelWidgets())


def test_a_button_may_send_away_what_holds_it(qapp, qtbot):
    scrolled = Scrolling()
    qtbot.addWidget(scrolled)
    inner = QWidget()
    button = QPushButton("Anew", inner)
    button.clicked.connect(lambda: scrolled.setWidget(QWidget()))
    scrolled.setWidget(inner)
    del inner
    button.click()
    assert shiboken6.isValid(button)
    del button
    qapp.processEvents()


def test_what_leaves_together_is_gone_when_the_event_is_over_but_what_somebody_holds(qapp):
    page = QWidget()
    column = QVBoxLayout(page)
    kept, back = QPushButton("Kept"), QPushButton("Back")
    for part in (kept, back, QPushButton("Away")):
        column.addWidget(part)
    away = weakref.ref(column.itemAt(2).widget())
    empty(column)
    assert page.findChildren(QPushButton) == [] and kept.isHidden()
    column.addWidget(back)
    del part
    qapp.processEvents()
    assert shiboken6.isValid(kept) and kept.parent() is None and back.parent() is page
    assert away() is None


def test_a_layout_is_emptied_with_what_lies_within_it(qapp):
    page = QWidget()
    column, row = QVBoxLayout(page), QHBoxLayout()
    column.addLayout(row)
    row.addWidget(QPushButton("In"))
    column.addWidget(QPushButton("Out"))
    empty(column)
    assert column.count() == row.count() == 0 and page.findChildren(QPushButton) == []


def test_no_page_takes_a_part_away_by_itself():
    folder = Path(workbench.ui.__file__).parent
    own = {"parting.py", "waiting.py"}  # a dialog that closes itself
    found = [p.name for p in folder.rglob("*.py") if re.search(r"setParent\(None\)", p.read_text("utf-8"))]
    assert set(found) <= own
