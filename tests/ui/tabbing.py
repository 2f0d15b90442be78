"""Where the Tab key goes, by pressing it: what it visits before it comes round, and what it should."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def wanted(window: QWidget) -> list[QWidget]:
    """Every control of a window that can be worked now and takes the keyboard by Tab."""
    return [
        each
        for each in window.findChildren(QWidget)
        if each.window() is window
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and each.isEnabled()
        and each.isVisible()
    ]


def visited(window: QWidget, backwards: bool = False) -> list[QWidget]:
    """What Tab goes to from where the keyboard is; what it comes to a second time ends the walk."""
    key = Qt.Key.Key_Backtab if backwards else Qt.Key.Key_Tab
    found: list[QWidget] = []
    at = window.focusWidget() or window
    while at not in found:
        found.append(at)
        QTest.keyClick(at, key)
        QApplication.processEvents()
        at = window.focusWidget() or window
    return found


def called(part: QWidget) -> str:
    """A control by its sort and its words."""
    words = part.accessibleName() or getattr(part, "text", lambda: "")() or part.objectName()
    return f"{type(part).__name__} “{words}”"


def missed(window: QWidget, ways: tuple[bool, ...] = (False, True)) -> list[str]:
    """What Tab never comes to, one way or the other (True is backwards); and where it does not come round to where it began."""
    lacking: list[str] = []
    for back in ways:
        before = wanted(window)
        found = visited(window, back)
        lacking += [called(each) for each in before if each.isEnabled() and each.isVisible() and each not in found]
        again = window.focusWidget()
        lacking += [f"it comes round to {called(again)}"] if again is not found[0] and found[0] in before else []
    return lacking
