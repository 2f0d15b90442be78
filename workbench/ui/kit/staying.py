"""Where what has the keyboard goes, because it was pressed: the keyboard stays in the page, at its list.

Qt goes to whatever comes next, and after the last part of a page that is the first of the window: the search for anything."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QMainWindow, QStackedWidget, QWidget


class Staying(QMainWindow):
    """A window of pages that keeps the keyboard in the one that shows."""

    ground: QWidget | None = None
    """What holds its pages."""

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802
        """Tab goes on from a part that is still there; from one that went, or that is off now, the keyboard goes to the list."""
        at = self.focusWidget()
        gone = at is not None and not (at.isVisible() and at.isEnabled())
        home = self._home(at) if at is not None and gone and self.isVisible() else None
        if home is None:
            return super().focusNextPrevChild(next)
        home.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _home(self, gone: QWidget) -> QWidget | None:
        """The list of the page that shows, else the one that is nearest to what went; None where there is none."""
        page = self.ground.currentWidget() if isinstance(self.ground, QStackedWidget) else None
        if page is None or not page.isVisible():
            return None
        main = getattr(page, "table", None)
        if isinstance(main, QWidget) and _takes(main):
            return main
        around: QWidget | None = gone if page.isAncestorOf(gone) else page
        while around is not None and around is not page.parentWidget():
            if lists := [each for each in around.findChildren(QAbstractItemView) if _takes(each)]:
                return lists[0]
            around = around.parentWidget()
        return None


def _takes(part: QWidget) -> bool:
    return part.isVisible() and part.isEnabled() and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
