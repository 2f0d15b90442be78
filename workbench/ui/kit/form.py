"""A form: boxes from the model's fields, labels with mnemonics that are their buddies, Problems beside them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget

from workbench.errors import Problem
from workbench.records.record import Record
from workbench.ui.kit.boxes import Box, FlagBox, LongBox
from workbench.ui.kit.fields import Making, box_for, label_of
from workbench.ui.kit.labels import Words, small
from workbench.ui.kit.link_box import Found
from workbench.ui.kit.mnemonics import letters_of, marked

GAP = 12


class Form(QWidget):
    """Some fields of one model; several forms and tables make a page."""

    changed = Signal(str)
    left = Signal(str)

    def __init__(
        self,
        model: type[Record],
        fields: Sequence[str] = (),
        *,
        today: Callable[[], date] = date.today,
        links: Mapping[str, Callable[[str], Found]] | None = None,
        masked: Collection[str] = (),
        columns: int = 1,
        taken: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Links say by field what can be chosen; taken are letters that other labels of the page have as mnemonics."""
        super().__init__(parent)
        self.model = model
        self._fields = {name: model.field(name) for name in fields or _own(model)}
        self._boxes: dict[str, Box] = {}
        self._notes: dict[str, Words] = {}
        self._left_out: set[str] = set()
        for name, field in self._fields.items():
            making = Making(today, (links or {}).get(name, lambda text: ()), name in masked)
            self._boxes[name] = box_for(field, making)
        self._lay_out(columns, taken)

    def _lay_out(self, columns: int, taken: str) -> None:
        self._columns, self._shown_in = columns, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(8)
        labels = marked([label_of(field) for field in self._fields.values()], taken)
        self._words = [
            self._label(name, box, label) for (name, box), label in zip(self._boxes.items(), labels, strict=True)
        ]
        self.letters = letters_of(labels)
        """What Alt leads to here."""
        self._arrange(columns)

    def leave_out(self, names: Collection[str]) -> None:
        """Hide the boxes of these fields and show all others; one that holds something shows in any case."""
        before = self._left_out
        self._left_out = {name for name in names if not self._boxes[name].text()}
        if self._left_out != before:
            for (name, box), words in zip(self._boxes.items(), self._words, strict=True):
                for part in (box, words):
                    part.setVisible(name not in self._left_out)
            columns, self._shown_in = self._shown_in, 0
            self._arrange(columns)
            self.updateGeometry()

    def _pairs(self) -> list[tuple[QLabel, Box]]:
        """The labels and boxes that show, in their order."""
        named = zip(self._boxes.items(), self._words, strict=True)
        return [(words, box) for (name, box), words in named if name not in self._left_out]

    def _arrange(self, columns: int) -> None:
        """Lay the boxes in so many columns."""
        if columns == self._shown_in:
            return
        while self._grid.takeAt(0) is not None:
            pass
        for each in range(self._columns):
            self._grid.setColumnStretch(each * 2 + 1, 0)
        for each in range(self._grid.rowCount()):
            self._grid.setRowStretch(each, 0)
        pairs, across_all = self._side_by_side(columns)
        self._shown_in, new = columns, max(1, -(-len(pairs) // columns))
        for place, (words, box) in enumerate(pairs):
            across, down = divmod(place, new)
            self._put(words, box, down, across * 2, 1)
        for place, (words, box) in enumerate(across_all, new):
            self._put(words, box, place, 0, columns * 2 - 1)
        for each in range(columns):
            self._grid.setColumnStretch(each * 2 + 1, 1)
        self._grid.setRowStretch(new + len(across_all), 1)

    def _put(self, words: QLabel, box: Box, down: int, across: int, wide: int) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(words, down, across, top | Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(box, down, across + 1, 1, wide, top)

    def _side_by_side(self, columns: int) -> tuple[list[tuple[QLabel, Box]], list[tuple[QLabel, Box]]]:
        """The boxes that stand in columns, and the high ones at the end, which would pull a line beside them apart."""
        pairs = self._pairs()
        at = len(pairs)
        while columns > 1 and at and isinstance(pairs[at - 1][1], LongBox):
            at -= 1
        return pairs[:at], pairs[at:]

    def _needs(self, columns: int) -> int:
        """The least width of so many columns."""
        pairs, across_all = self._side_by_side(columns)
        if not pairs:
            pairs, across_all = across_all, []
        deep = -(-len(pairs) // columns)
        wide = 0
        for start in range(0, len(pairs), deep):
            labels, boxes = zip(*pairs[start : start + deep], strict=True)
            wide += max(each.sizeHint().width() for each in labels) + GAP
            wide += max(max(each.minimumSizeHint().width(), each.minimumWidth()) for each in boxes)
        return wide + GAP * (columns - 1)

    def sizeHint(self) -> QSize:  # noqa: N802
        return super().sizeHint().expandedTo(QSize(self._needs(self._columns), 0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._needs(1), super().minimumSizeHint().height())

    def lay_for(self, width: int) -> None:
        """Where two columns have no room, one is below the other."""
        if self._columns > 1:
            self._arrange(self._columns if self._needs(self._columns) <= width else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.lay_for(self.width())

    def _label(self, name: str, box: Box, label: str) -> QLabel:
        words = QLabel("" if isinstance(box, FlagBox) else label)
        words.setBuddy(box.inner)
        words.setProperty("kind", "muted")
        words.setContentsMargins(0, 7, 0, 0)
        if isinstance(box, FlagBox):
            box.check.setText(label)
        hint = self._fields[name].help_text or ""
        box.inner.setToolTip(hint)
        box.inner.setAccessibleDescription(hint)
        box.inner.setAccessibleIdentifier(name)
        box.set_name(label_of(self._fields[name]))  # Qt looks for a label's buddy among siblings only
        wrong = small().kind("bad")
        wrong.setAccessibleIdentifier(f"problem-{name}")
        wrong.setWordWrap(True)
        wrong.hide()
        box.column.addWidget(wrong)
        self._notes[name] = wrong
        box.typed.connect(lambda: self._typed(name))
        box.left.connect(lambda: self._was_left(name))
        return words

    # Values

    def load(self, record: Record) -> None:
        """Show a record; every box counts as unchanged."""
        self.set_values(record.__data__)

    def store(self, record: Record) -> None:
        """Put into the record what can be read; what cannot is told by problems()."""
        for name, value in self.values().items():
            if not self._boxes[name].problem():
                setattr(record, self._column(name), value)

    def values(self) -> dict[str, Any]:
        """By field, what the boxes hold, in the types of the fields; empty is None where a field may be, else ""."""
        return {name: self._value(name) for name in self._boxes}

    def _value(self, name: str) -> Any:
        value = self._boxes[name].value()
        return None if value == "" and self._fields[name].null else value

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these values; fields that are not named become empty."""
        for name, box in self._boxes.items():
            box.set_value(values.get(name))
        self.show_problems([])

    def _column(self, name: str) -> str:
        """A link is written by its id: reading it would fetch the other record."""
        return getattr(self._fields[name], "object_id_name", name)

    # Problems

    def problems(self) -> list[Problem]:
        """Texts that cannot be read as what their fields hold."""
        told = ((name, box.problem()) for name, box in self._boxes.items())
        return [Problem(name, message) for name, message in told if message]

    def show_problems(self, problems: Iterable[Problem]) -> list[Problem]:
        """Say beside each box what is wrong, and go to the first; those without a box here are handed back."""
        by_name: dict[str, list[str]] = {}
        homeless, problems = [], list(problems)
        self.leave_out(self._left_out - {each.field for each in problems})
        for each in problems:
            if each.field in self._boxes:
                by_name.setdefault(each.field, []).append(each.message)
            else:
                homeless.append(each)
        for name in self._boxes:
            self._tell(name, " ".join(by_name.get(name, ())))
        if by_name:
            self.focus(next(name for name in self._boxes if name in by_name))
        return homeless

    def keep_problems(self, problems: Iterable[Problem]) -> list[Problem]:
        """Of what is said beside the boxes, keep only what still holds, where these are all that does; those without a box here
        are handed back. Nothing new is said: somebody is still typing."""
        holds = [(each.field, each.message) for each in problems]
        for name, note in self._notes.items():
            said = " ".join(message for field, message in holds if field == name)
            if note.text() and note.text() not in said:
                self._tell(name, said if said and said in note.text() else "")
        return [each for each in problems if each.field not in self._boxes]

    def show_doubts(self, doubts: Iterable[Problem], go: bool = True) -> list[Problem]:
        """Say beside each box what may be wrong and can be kept, and go there; those without a box here are handed back."""
        homeless = []
        for each in doubts:
            if each.field in self._boxes:
                self._tell(each.field, each.message, doubt=True)
                if go:
                    self.focus(each.field)
            else:
                homeless.append(each)
        return homeless

    def _tell(self, name: str, message: str, doubt: bool = False) -> None:
        note = self._notes[name]
        if note.text() != message:
            note.kind("warn" if doubt else "bad")
            note.setText(message)
            note.setVisible(bool(message))
            self._boxes[name].show_wrong(bool(message) and not doubt)

    # Typing

    def _typed(self, name: str) -> None:
        self._tell(name, "")
        self.changed.emit(name)

    def _was_left(self, name: str) -> None:
        self._tell(name, self._boxes[name].problem())
        self.left.emit(name)

    def dirty(self) -> bool:
        """Whether a box holds what was not kept yet."""
        return any(box.changed() for box in self._boxes.values())

    def keep(self, name: str = "") -> None:
        """What stands in the box, or in all, was kept."""
        for each in [name] if name else list(self._boxes):
            self._boxes[each].keep()

    def revert(self, name: str = "") -> None:
        """Back to what was kept, in one box or in all."""
        for each in [name] if name else list(self._boxes):
            self._boxes[each].revert()
            self._tell(each, "")

    def set_read_only(self, only: bool) -> None:
        """Look, do not touch: a file as it stood on a day."""
        for box in self._boxes.values():
            box.set_read_only(only)

    def box(self, name: str) -> Box:
        """The box of a field."""
        return self._boxes[name]

    def focused(self) -> Box | None:
        """The box that the keyboard is in, with what is said under it."""
        return next((box for box in self._boxes.values() if box.isAncestorOf(QApplication.focusWidget() or self)), None)

    def focus(self, name: str = "") -> None:
        """Go to a box; to the first without a name."""
        target = self._boxes.get(name) or next(iter(self._boxes.values()), None)
        if target is not None:
            target.inner.setFocus(Qt.FocusReason.OtherFocusReason)


def _own(model: type[Record]) -> list[str]:
    return [field.name for field in model._meta.sorted_fields if not field.primary_key]
