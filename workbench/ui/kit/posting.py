"""From threads to the main thread: what a thread has to tell goes by one object that lives as long as the program.

A signal of an object that is being taken down on the main thread must not be sent from another, and the last one to hold a widget,
a model or what belongs to them must not be a thread: it would be taken down there, beside the window that draws it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from shiboken6 import isValid


class Post(QObject):
    """Hands out on the main thread what threads sent, in the order it was sent."""

    _came = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._came.connect(self._hand_out, Qt.ConnectionType.QueuedConnection)

    def send(self, receiver: QObject, call: Callable[..., object], *what: Any) -> None:
        """Call this on the main thread, unless the receiver is gone by then. Called from a thread."""
        self._came.emit([receiver, call, what])

    def hand_out_now(self) -> None:
        """All that was sent so far is told before this returns. Called from the main thread."""
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def _hand_out(self, letter: list[Any]) -> None:
        receiver, call, what = letter
        letter.clear()  # the thread may still hold it: all that it holds from here on is an empty list
        if isValid(receiver):
            call(*what)


_posts: list[Post] = []


def post() -> Post:
    """The one of this program; whoever has a thread fetches it on the main thread before."""
    if not _posts or not isValid(_posts[0]):
        _posts[:] = [Post(QCoreApplication.instance())]
    return _posts[0]
