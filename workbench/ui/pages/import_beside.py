"""Values side by side in the card of a row: what changes, and someone known beside what the roster says of the row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from workbench.records import texts
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.records.words import plural
from workbench.sheets import targets
from workbench.sheets.wording import is_private
from workbench.ui.kit.boxes import DOTS
from workbench.ui.kit.breaking import breakable
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.labels import Words, small

if TYPE_CHECKING:  # what the plan is made with costs a third of the start, and is loaded with the first file
    from workbench.sheets.plan import Plan
    from workbench.sheets.plan_row import Candidate, PlanRow
    from workbench.sheets.wording import Change

COMPARED = (
    *("last", "first", "middle", "suffix", "degree", "npi", "specialty", "department", "category", "birth_date"),
    *("email", "phone"),
)
TELLING = tuple(map(targets.title, ("provider.npi", "provider.birth_date"))) + ("License",)
"""What tells whether two are one: it stands above their names, which are mostly alike."""
_ORDER = {f"provider.{name}": place for place, name in enumerate(COMPARED)}
DIFFERS = "≠"
SHOW, HIDE = "Show what is private", "Hide what is private"
LONGEST = 24
SHORT = 9
"""Letters from which on an address may be broken where two stand side by side."""


class Line(NamedTuple):
    """A value of ours beside one of the roster."""

    field: str
    ours: str
    theirs: str
    differs: bool = False
    private: bool = False


def columns_of(found: Iterable[Change]) -> str:
    """Where changes were read: columns H “Lic Exp”, M “Office #”; empty where they come from no column."""
    labels = [each.column.split(": ", 1) for each in found if each.column]
    named = dict.fromkeys(f"{label[0]} “{label[1]}”" if len(label) > 1 else label[0] for label in labels)
    return f"Read from {plural(len(named), 'column')} {', '.join(named)}." if named else ""


def lines_of(row: PlanRow, candidate: Candidate, plan: Plan) -> list[Line]:
    """Someone a row may be about beside the row, field by field; what neither of them says is left out."""
    from workbench.sheets.agreeing import SAME

    ours = _known(candidate, plan)
    found = []
    for name in COMPARED:
        target = f"provider.{name}"
        mine, theirs = ours(name), row.shown(target)
        same = SAME.get(name, _alike)
        differs = bool(mine and theirs and not same(mine, theirs))
        found.append(Line(targets.title(target), mine, theirs, differs, is_private(target)))
    number = f"{row.shown('license.number')} {row.shown('license.state')}".strip()
    for field, mine, theirs in (
        ("License", candidate.license, number),
        ("License expires", candidate.expires, row.license_expires),
    ):
        found.append(Line(field, mine, theirs, bool(mine and theirs and not _alike(mine, theirs))))
    said = [line for line in found if line.ours or line.theirs]
    return sorted(said, key=lambda line: (line.field not in TELLING, not line.differs))


def called(candidate: Candidate, plan: Plan) -> tuple[str, str]:
    """Who would be merged with, and what tells them from others of that name."""
    ours = _known(candidate, plan)
    if candidate.npi:
        return candidate.name, f"NPI {candidate.npi}"
    where = f"row {candidate.key[1]} of the file" if isinstance(candidate.key, tuple) else f"ID {candidate.key}"
    return candidate.name, " · ".join(part for part in (ours("department"), where) if part)


def short(text: str) -> str:
    """A name that fits on a button of the card."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _known(candidate: Candidate, plan: Plan) -> Callable[[str], str]:
    """Asks a person of the office, or another row of the file, for a value by its field."""
    if isinstance(candidate.key, tuple):
        other = plan.row(candidate.key)
        return lambda name: other.shown(f"provider.{name}")
    person = Provider.get_or_none(Provider.id == candidate.key)

    def ask(name: str) -> str:
        value = getattr(person, name, None)
        return value.title if isinstance(value, Record) else texts.text(Provider.field(name), value)

    return ask


def _alike(ours: str, theirs: str) -> bool:
    return "".join(filter(str.isalnum, ours)).casefold() == "".join(filter(str.isalnum, theirs)).casefold()


def breaking(text: str) -> str:
    """An address of e-mail has no blank to break at, and stands beside another one here."""
    return breakable(text, SHORT) if "@" in text else text


class Beside(QWidget):
    """A grid of lines; private values are dots, with a button that shows them."""

    def __init__(self, heads: tuple[str, str, str], lines: Iterable[Line]) -> None:
        super().__init__()
        self._hidden: list[tuple[Words, str]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1 if heads[1] else 0)
        self._grid.setColumnStretch(3, 1)
        column.addLayout(self._grid)
        self._places = [place for place, text in zip((0, 1, 3), heads, strict=True) if text]
        for place, text in zip((0, 1, 3), heads, strict=True):
            if text:
                self._grid.addWidget(small(text), 0, place)
        for line in lines:
            self._add(line)
        if self._hidden:
            self.show_button = bare_button(SHOW, "link", self._show)
            column.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add(self, line: Line) -> None:
        row = self._grid.rowCount()
        name, ours, theirs = small(line.field), self._value(line, line.ours), self._value(line, line.theirs)
        for place, part in ((0, name), (1, ours), (3, theirs)):
            if place not in self._places:
                continue
            part.setWordWrap(True)
            part.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(part, row, place)
        if line.differs:
            mark = Words(DIFFERS, bold=True).kind("warn")
            mark.setAccessibleName(f"{line.field} differs")
            mark.setToolTip("They differ")
            theirs.kind("warn")
            self._grid.addWidget(mark, row, 2, Qt.AlignmentFlag.AlignTop)

    def _value(self, line: Line, text: str) -> Words:
        made = Words(DOTS if line.private and text else breaking(text) or "—", bold=line.differs)
        if line.private and text:
            self._hidden.append((made, text))
        return made

    def _show(self) -> None:
        shown = self.show_button.text().startswith("Show")
        for words, text in self._hidden:
            words.setText(text if shown else DOTS)
        self.show_button.setText(HIDE if shown else SHOW)


def changes(found: Iterable[Change]) -> Beside:
    """Field, now, roster; of somebody new, of whom nothing is known, only what the roster says."""
    found = list(found)
    known = any(each.old for each in found)
    if not known:  # who it is comes before what is said of them
        found.sort(key=lambda each: _ORDER.get(each.target, len(_ORDER)))
    lines = [Line(each.field, each.old, each.new, False, is_private(each.target)) for each in found]
    return Beside(("Field", "Now", "Roster") if known else ("Field", "", "Roster"), lines)
