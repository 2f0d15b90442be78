"""Qt's own inputs with what we ask of them besides: the keys they leave alone, and an arrow and a tick that are ours."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QWidget,
)

from workbench.ui.kit import ink
from workbench.ui.kit.icons import drawn
from workbench.ui.kit.passing_on import PassingOn
from workbench.ui.kit.shapes import draw_tick

X11_ALONE = frozenset([Qt.Key.Key_D, Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_U])
"""Keys that with Ctrl go to the end of a line, or delete it, on X11 and nowhere else: a command that has one is the same on every
system, also while a box has the keyboard."""
PAUSE = 1.0
"""Seconds within which letters belong to one word."""
Block = list[list[str]]
"""The cells of a block that was copied from a sheet, row by row."""


def copied_block() -> Block:
    """What was copied, as cells; of a single text one cell."""
    text = QGuiApplication.clipboard().text().replace("\r\n", "\n").removesuffix("\n")
    return [[cell.strip() for cell in line.split("\t")] for line in text.split("\n")]


def is_for_the_window(event: QEvent) -> bool:
    """Whether a box leaves this key to whichever command has it, though Qt would take it for the box."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in X11_ALONE


def take_back_typing(box: QWidget | None) -> bool:
    """Take back what was typed into a box and not kept; False where there is none, or it is no box for typing."""
    line = box.lineEdit() if isinstance(box, QComboBox) else box
    if isinstance(line, QLineEdit) and line.isUndoAvailable() and not line.isReadOnly():
        line.undo()
    elif isinstance(box, QPlainTextEdit) and box.document().isUndoAvailable() and not box.isReadOnly():
        box.undo()
    else:
        return False
    return True


class LineEdit(QLineEdit):
    """A line that leaves Ctrl+Z to the window where there is no typing of its own to take back."""

    takes_block: Callable[[Block], object] | None = None
    """Gets what is pasted where it is more than one cell; without it the cells are pasted as one text."""

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Of a text that is chosen whole the beginning shows, where it is longer than its box; else one goes on at its end."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason and not self.cursorPosition():
            self.end(False)
        if self.hasSelectedText() and self.selectedText() == self.text():
            self.select_whole()

    def select_whole(self) -> None:
        """Choose all of it, so that what is typed next takes its place; its beginning shows."""
        self.setSelection(len(self.text()), -len(self.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not (event.matches(QKeySequence.StandardKey.Paste) and self._hand_on()):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Its Paste does as the keys do."""
        menu = self.createStandardContextMenu()
        for each in menu.actions():
            if each.objectName() == "edit-paste":
                each.triggered.disconnect()
                each.triggered.connect(self._paste)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _paste(self) -> None:
        if not self._hand_on():
            self.paste()

    def _hand_on(self) -> bool:
        """Several cells go to whoever takes them, a single one without the end of its row; False: paste as Qt does."""
        if self.isReadOnly():
            return False
        block = copied_block()
        if len(block) == len(block[0]) == 1:
            self.insert(block[0][0])
        elif self.takes_block is not None:
            self.takes_block(block)
        return len(block) == len(block[0]) == 1 or self.takes_block is not None

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redoes = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undoes or redoes or is_for_the_window(event):
                event.ignore()
                return False
        return super().event(event)


class LongEdit(QPlainTextEdit):
    """Several lines; Tab goes on to the next box."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        if is_for_the_window(event):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.left.emit()


class Combo(QComboBox):
    """A choice whose arrow is ours, which the wheel does not change in passing, and which is found by typing its words."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._typed_at = "", 0.0
        self._passing: PassingOn | None = None
        self.setItemDelegate(QStyledItemDelegate(self))  # else the style sheet does not reach what drops down

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter = QPainter(self)
        arrow = drawn("chevron-down", ink.colors().muted, 32)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = QRectF(self.width() - 24, (self.height() - 16) / 2, 16, 16)
        painter.drawPixmap(side, arrow, QRectF(arrow.rect()))

    def showPopup(self) -> None:  # noqa: N802
        if self._passing is None:
            self._passing = PassingOn(self.view().window())
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self.isEditable():
            self.setCurrentIndex(self.findData(""))
            self.activated.emit(self.currentIndex())
        elif not self.isEditable() and self._is_word(event):
            self._seek(event.text())
        else:
            super().keyPressEvent(event)

    def _is_word(self, event: QKeyEvent) -> bool:
        """Letters, and a space within words: Qt would open the list at “approved with”."""
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        typing = time.monotonic() - self._typed_at < PAUSE
        return plain and event.text().isprintable() and bool(event.text().strip() or event.text() and typing)

    def _seek(self, text: str) -> None:
        """Go to the next choice that begins with what was typed; one letter again and again goes through all of its own."""
        now = time.monotonic()
        self._words = self._words + text.casefold() if now - self._typed_at < PAUSE else text.casefold()
        self._typed_at = now
        again = len(self._words) > 1 and len(set(self._words)) == 1
        wanted = self._words[0] if again else self._words
        first = self.currentIndex() + (again or len(self._words) == 1)
        places = [(first + n) % self.count() for n in range(self.count())]
        found = next((n for n in places if self.itemText(n).casefold().startswith(wanted)), None)
        if found is not None and found != self.currentIndex():
            self.setCurrentIndex(found)
            self.activated.emit(found)


class Count(QSpinBox):
    """A whole number in a box like the others: the arrow keys change it, the wheel does not in passing."""

    def __init__(self) -> None:
        super().__init__()
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)

    def event(self, event: QEvent) -> bool:
        """Its words fill it: where a style sheet draws the edge, Qt leaves them a single pixel."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange, QEvent.Type.Show):
            self.lineEdit().setGeometry(self.rect().adjusted(8, 3, -8, -3))
        return done

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()


class Check(QCheckBox):
    """A check box whose tick is ours, so that it shows in every palette."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self.isChecked():
            option = QStyleOptionButton()
            self.initStyleOption(option)
            box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
            colors = ink.colors()  # a box that cannot be changed has no accent behind its tick
            draw_tick(QPainter(self), QRectF(box), colors.on_accent if self.isEnabled() else colors.muted)
