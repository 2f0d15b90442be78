"""Draws what a person sees of a small roster: its first rows as they stand, and below them the review of the import, by its own parts."""

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.picturing.layouts import Layout
from workbench.actions import importing
from workbench.ui.kit.labels import small
from workbench.ui.pages.import_plan import PlanStep
from workbench.ui.pages.import_raw import RawRows
from workbench.ui.pages.import_row import Decisions

WIDE, COLORS = 980, 40
ROW, EDGES = 24, 6
REVIEW = 280
"""Logical pixels that the review below the rows gets at least."""


class Seen(QWidget):
    """The first rows of a sheet above what they were understood as."""

    def __init__(self, layout: Layout, prepared: Any, today: date) -> None:
        super().__init__()
        self.setObjectName("page")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        nothing = lambda *_: None  # noqa: E731 - a picture is not pressed
        self.review = PlanStep(lambda: today, Decisions(*[nothing] * len(fields(Decisions))), nothing, nothing)
        self.review.low, self.review.part = 0, 1  # a picture has the room that it needs
        for reading in prepared.readings[:2]:
            sheet = next(each for each in prepared.workbook.sheets if each.name == reading.name)
            column.addWidget(small(f"{prepared.workbook.name}, sheet “{sheet.name}”, as it stands"))
            raw = RawRows(nothing, nothing)
            raw.show_sheet(sheet, reading.heading_rows or (sheet.first_row,), ())
            raw.setCurrentCell(-1, -1)
            raw.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            raw.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            raw.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            raw.setFixedHeight(raw.horizontalHeader().sizeHint().height() + ROW * raw.rowCount() + EDGES)
            column.addWidget(raw)
        column.addWidget(small("What the review shows"))
        column.addWidget(self.review, 1)
        self.review.show_plan(prepared.plan)
        self.review.search_box.hide()
        self.review.setMinimumHeight(REVIEW)
        rows = self.review.listed.rows
        place = next((n for n, row in enumerate(rows, 1) if row.number == layout.row), 1)
        self.review.table.go_to(place)


def draw(layout: Layout, folder: Path, into: Path, today: date) -> Path:
    """Read the roster, plan its import over the open office, and keep the picture in few colors."""
    prepared = importing.prepare(layout.write(folder), today=today)
    shown = Seen(layout, prepared, today)
    shown.resize(WIDE, 900)
    shown.show()
    for _ in range(3):  # layouts, then what follows from them, then the paint
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        shown.adjustSize()
        shown.resize(WIDE, shown.sizeHint().height())
    path = into / f"{layout.name}.png"
    shown.grab().save(str(path))
    shown.close()
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    return path
