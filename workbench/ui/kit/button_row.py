"""A line of buttons, of which those without room go into a menu."""

from collections.abc import Iterable
from itertools import accumulate

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from workbench.ui.kit.buttons import ActionButton, bare_button, button
from workbench.ui.kit.parting import part_with


class ButtonRow(QWidget):
    """The buttons of some actions. Where they have no room, the later ones stand under “More ▾”; the primary one stays."""

    def __init__(
        self,
        actions: Iterable[QAction | tuple[QAction, str]] = (),
        *,
        kind: str = "",
        icon: bool = False,
        gap: int = 10,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._icon, self._gap = kind, icon, gap
        self._shown: list[tuple[QAction, ActionButton]] = []
        self._set: list[tuple[QAction, str]] = []
        self._first: list[QAction] = []
        # No setMenu(): a button that only shows a menu cannot be pressed through the accessibility bus.
        self.more = bare_button("More ▾", kind, self._open, self)
        self.more.hide()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set(actions)

    def set(self, actions: Iterable[QAction | tuple[QAction, str]]) -> None:
        """Other buttons: actions, or (action, kind). The same ones stay: who is pressing one while its page is read again
        has pressed it, and the keyboard stays where it is."""
        wanted = [each if isinstance(each, tuple) else (each, self._kind) for each in actions]
        if wanted == self._set:
            self._fit()
            return
        self._set = wanted
        for doing, made in self._shown:
            doing.changed.disconnect(self._fit)
            part_with(made)
        self._shown = []
        for doing, kind in wanted:
            made = button(doing, kind, icon=self._icon)
            made.setParent(self)
            doing.changed.connect(self._fit)
            self._shown.append((doing, made))
        self._order()
        self._fit()

    def _order(self) -> None:
        """By Tab: the buttons, More, the primary one."""
        others = [made for _, made in self._shown if made.property("kind") != "primary"]
        first = [made for _, made in self._shown if made.property("kind") == "primary"]
        line = [*others, self.more, *first]
        for one, other in zip(line, line[1:], strict=False):
            QWidget.setTabOrder(one, other)

    # Room

    def hidden(self) -> list[QAction]:
        """What stands in the menu now."""
        return list(self._first)

    def _wanted(self) -> list[tuple[QAction, ActionButton]]:
        return [(doing, made) for doing, made in self._shown if doing.isVisible()]

    def _split(self, room: int) -> tuple[list[tuple[QAction, ActionButton]], list[QAction]]:
        """The buttons that have room, and the actions that have none."""
        wanted = self._wanted()
        if self._wide([made for _, made in wanted]) <= room:
            return wanted, []
        kept = [pair for pair in wanted if pair[1].property("kind") == "primary"]
        others = [pair for pair in wanted if pair not in kept]
        left = room - self._wide([self.more, *(made for _, made in kept)])
        needed = accumulate(made.sizeHint().width() + self._gap for _, made in others)
        count = sum(each <= left for each in needed)
        return [*others[:count], *kept], [doing for doing, _ in others[count:]]

    def used_of(self, room: int) -> int:
        """How many logical pixels of so much room the buttons take, “More” among them where some have none."""
        shown, left = self._split(room)
        return self._wide([*(made for _, made in shown), *([self.more] if left else [])])

    def _wide(self, parts: list[QPushButton]) -> int:
        return sum(part.sizeHint().width() for part in parts) + self._gap * max(len(parts) - 1, 0)

    def _fit(self) -> None:
        shown, self._first = self._split(self.width())
        line: list[QPushButton] = [made for _, made in shown if made.property("kind") != "primary"]
        line += [self.more] if self._first else []
        line += [made for _, made in shown if made.property("kind") == "primary"]
        left, high = 0, self.height()
        for part in line:
            size = part.sizeHint()
            part.setGeometry(left, (high - size.height()) // 2, size.width(), size.height())
            left += size.width() + self._gap
        for each in (self.more, *(made for _, made in self._shown)):
            each.setVisible(each in line)
        self.updateGeometry()

    def _open(self) -> None:
        menu = QMenu(self)
        menu.addActions(self._first)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def sizeHint(self) -> QSize:  # noqa: N802
        parts: list[QPushButton] = [made for _, made in self._wanted()]
        return QSize(self._wide(parts), max((part.sizeHint().height() for part in parts), default=0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        parts: list[QPushButton] = [made for _, made in self._wanted() if made.property("kind") == "primary"]
        least = self._wide([self.more, *parts])
        return QSize(min(least, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        return super().event(event)
