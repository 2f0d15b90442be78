"""The boxes that a value is written in: a few, chosen by the type of the field."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.inputs import Check, Combo, LineEdit, LongEdit

DOTS = "••••••••"


class Box(QWidget):
    """A place for one value. typed: the user changed it; left: the user went elsewhere after a change."""

    typed = Signal()
    left = Signal()

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inner = inner
        self._kept: Any = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.row = QHBoxLayout()
        self.row.setSpacing(6)
        self.row.addWidget(inner, 1)
        self.column.addLayout(self.row)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # noqa: N802
        """The keyboard goes to what is written in. No focus proxy: Tab goes back to where one stands in the chain, for ever."""
        self.inner.setFocus(reason)

    def value(self) -> Any:
        """What the box holds, in the field's own type."""
        return self.text()

    def set_value(self, value: Any) -> None:
        """Show a value; it counts as unchanged from here."""
        self._write("" if value is None else str(value))
        self.keep()

    def text(self) -> str:
        """What stands in the box."""
        raise NotImplementedError

    def _write(self, text: str) -> None:
        raise NotImplementedError

    def problem(self) -> str:
        """Why the text cannot be read as a value; empty if it can."""
        return ""

    def keep(self) -> None:
        """What stands here now is what was kept."""
        self._kept = self.text()

    def changed(self) -> bool:
        """Whether the text differs from what was kept."""
        return self.text() != self._kept

    def leave(self) -> None:
        """The user went elsewhere."""
        if self.changed():
            self.left.emit()

    def choose(self) -> None:
        """The user chose: that is typing and leaving at once."""
        self.typed.emit()
        self.leave()

    def revert(self) -> None:
        """Back to what was kept."""
        self._write(self._kept or "")

    def set_read_only(self, only: bool) -> None:
        """Look, do not touch."""
        self.inner.setEnabled(not only)

    def set_name(self, name: str) -> None:
        """What a screen reader calls the box."""
        self.inner.setAccessibleName(name)

    def show_wrong(self, wrong: bool) -> None:
        """Draw the edge of the box as wrong or right."""
        mark_wrong(self.inner, wrong)


def mark_wrong(widget: QWidget, wrong: bool) -> None:
    """Draw the edge of what is typed in as wrong or right."""
    widget.setProperty("wrong", wrong)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class LineBox(Box):
    """One line of text."""

    def __init__(self, hint: str = "") -> None:
        self.line = LineEdit()
        super().__init__(self.line)
        self.line.setPlaceholderText(hint)
        self._writing = False
        # textChanged, not textEdited: what a screen reader or dictation writes is typed too
        self.line.textChanged.connect(self._text_changed)
        self.line.editingFinished.connect(self.leave)

    def _text_changed(self) -> None:
        if not self._writing:
            self.typed.emit()

    def text(self) -> str:
        return self.line.text().strip()

    def _write(self, text: str) -> None:
        self._writing = True
        self.line.setText(text)
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)  # a long text is read from its beginning
        self._writing = False

    def set_read_only(self, only: bool) -> None:
        self.line.setReadOnly(only)


class MaskedBox(LineBox):
    """Dots until asked for; what is typed is seen while the line has the focus."""

    def __init__(self, hint: str = "") -> None:
        super().__init__(hint)
        self._words = ("Show", "Hide")
        self.show_button = bare_button("Show", "quiet", self.toggle)
        self.row.addWidget(self.show_button)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)

    def toggle(self) -> None:
        """Show or hide what it holds."""
        hidden = self.line.echoMode() == QLineEdit.EchoMode.Password
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self.show_button.setText(self._words[hidden])

    def set_words(self, show: str, hide: str) -> None:
        """What its button says."""
        self._words = (show, hide)
        self.show_button.setText(show)

    def set_value(self, value: Any) -> None:
        super().set_value(value)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.show_button.setText(self._words[0])


class LongBox(Box):
    """Several lines of text."""

    def __init__(self, hint: str = "") -> None:
        self.edit = LongEdit()
        super().__init__(self.edit)
        self.edit.setPlaceholderText(hint)
        self.edit.setFixedHeight(84)
        self._writing = False
        self.edit.textChanged.connect(lambda: None if self._writing else self.typed.emit())
        self.edit.left.connect(self.leave)

    def text(self) -> str:
        return self.edit.toPlainText().strip()

    def _write(self, text: str) -> None:
        self._writing = True
        self.edit.setPlainText(text)
        self._writing = False

    def set_read_only(self, only: bool) -> None:
        self.edit.setReadOnly(only)


class ChoiceBox(Box):
    """One of a few; a value that is none of them is shown and kept."""

    def __init__(self, choices: Sequence[tuple[Any, str]], *, empty: bool = True) -> None:
        self.combo = Combo()
        super().__init__(self.combo)
        if empty:
            self.combo.addItem("", "")
        for value, label in choices:
            self.combo.addItem(label, value)
        self.combo.activated.connect(self.choose)

    def value(self) -> Any:
        return self.combo.currentData()

    def set_value(self, value: Any) -> None:
        value = "" if value is None else value
        if self.combo.findData(value) < 0:
            self.combo.addItem(str(value), value)
        self.combo.setCurrentIndex(self.combo.findData(value))
        self.keep()

    def offer(self, values: Collection[Any]) -> None:
        """Offer these alone, and what is chosen; the empty one stays."""
        for place in reversed(range(self.combo.count())):
            value = self.combo.itemData(place)
            if value not in ("", self.value()) and value not in values:
                self.combo.removeItem(place)

    def text(self) -> str:
        return self.combo.currentText()

    def _write(self, text: str) -> None:
        self.combo.setCurrentIndex(self.combo.findText(text))


class FlagBox(Box):
    """Yes or no, with its words beside it."""

    def __init__(self, label: str) -> None:
        self.check = Check(label)
        super().__init__(self.check)
        self.check.toggled.connect(self.choose)  # a screen reader toggles and does not click

    def value(self) -> bool:
        return self.check.isChecked()

    def set_value(self, value: Any) -> None:
        self._write("yes" if value else "")
        self.keep()

    def text(self) -> str:
        return "yes" if self.check.isChecked() else ""

    def _write(self, text: str) -> None:
        self.check.blockSignals(True)
        self.check.setChecked(bool(text))
        self.check.blockSignals(False)
