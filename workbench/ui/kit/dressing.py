"""Other colors at once on what shows, and on what is hidden when it next shows: nobody waits for pages that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

_POLISHED, _OWN_STYLE = Qt.WidgetAttribute.WA_WState_Polished, Qt.WidgetAttribute.WA_SetStyle


class Dressing(QObject):
    """Exchanges the application's style sheet. To Qt a widget that was never polished has nothing to change, and one with a style of
    its own need not be told: so are passed over those that are hidden, and each is dressed when what hides it shows."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._keeps = QWidget()
        self._keeps.setStyleSheet("QWidget { }")
        """With the last style sheet Qt forgets what a widget's palette was before; there is always one."""

    def change(self, sheet: str) -> None:
        """Put on another style sheet."""
        hidden = self._passed_over()
        for each in hidden:
            each.setAttribute(_POLISHED, False)
            each.setAttribute(_OWN_STYLE, True)
        self._app.setStyleSheet("")  # taken off first: to exchange one sheet for another takes Qt five times as long
        self._app.setStyleSheet(sheet)
        for each in hidden:
            each.setAttribute(_OWN_STYLE, False)
            each.setAttribute(_POLISHED, True)

    def _passed_over(self) -> list[QWidget]:
        """What does not show and was polished; whatever hides others is watched from now on."""
        shown: list[QWidget] = []
        hidden: list[QWidget] = []
        for top in self._app.topLevelWidgets():
            if top is not self._keeps:
                self._part(top, shown, hidden)
        passed = set(hidden) - set(shown)  # a sheet shows, whatever page it belongs to
        return [each for each in passed if each.testAttribute(_POLISHED) and not each.testAttribute(_OWN_STYLE)]

    def _part(self, root: QWidget, shown: list[QWidget], hidden: list[QWidget]) -> None:
        if root.isHidden():
            root.installEventFilter(self)
            hidden.append(root)
            hidden += root.findChildren(QWidget)
            return
        shown.append(root)
        for each in _children(root):
            self._part(each, shown, hidden)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            shown: list[QWidget] = []
            self._part(watched, shown, [])
            for each in shown:
                self._dress(each)
        return False

    def _dress(self, widget: QWidget) -> None:
        style = widget.style()
        if widget.testAttribute(_POLISHED):
            style.unpolish(widget)
            style.polish(widget)
            QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def _children(widget: QWidget) -> Iterator[QWidget]:
    return (each for each in widget.children() if isinstance(each, QWidget) and not each.isWindow())
