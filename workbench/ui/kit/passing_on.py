"""Keys that were typed for a list of choices which is closed by now. Where the screen gives a list that drops down the keyboard of
its own, as X11 does, whoever is quick types on into a window that is gone: what comes there is for the box that has the keyboard."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})


class PassingOn(QObject):
    """Watches the window of one list, from when it first drops down."""

    def __init__(self, popup: QWidget) -> None:
        super().__init__(popup)
        self._popup = popup
        popup.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._popup:
            window = self._popup.windowHandle() if event.type() == QEvent.Type.Show else None
            if window is not None:
                window.installEventFilter(self)
            return False
        target = self._target() if event.type() in _KEYS and not self._popup.isVisible() else None
        if target is None:
            return False
        passed = event.clone()
        QApplication.sendEvent(target, passed)
        event.setAccepted(passed.isAccepted())
        return True

    def _target(self) -> QWidget | None:
        """Where one types in the window that the list dropped down in, or in the one that stands over it by now."""
        owner = self._popup.focusProxy() or self._popup.parentWidget()
        window = QApplication.activeModalWidget() or (owner.window() if owner is not None else None)
        return window.focusWidget() if window is not None and window.isVisible() else QApplication.focusWidget()
