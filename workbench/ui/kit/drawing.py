"""Pictures of pages, drawn on a thread of their own while the window stays at hand; what is seen first comes first."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from workbench.errors import WorkbenchError
from workbench.papers.pictures import Pages
from workbench.ui.kit.posting import post


@dataclass(frozen=True)
class Wanted:
    """A page at a scale, in device pixels a point; the round tells one document from the next."""

    page: int
    scale: float
    round: int


@dataclass(frozen=True)
class Drawn:
    """A page's picture and its words, or what is wrong with it."""

    wanted: Wanted
    image: QImage
    text: str = ""
    error: str = ""


class Drawing(QObject):
    """Draws what is wanted, one after the other. The worker touches no QObject: all it does is send by the post."""

    drawn = Signal(object)

    def __init__(self, parent: QObject, *, at_once: bool = False) -> None:
        """With at_once a picture is there before want() returns."""
        super().__init__(parent)
        self._at_once = at_once
        self._lock = threading.Lock()
        self._queue: list[tuple[Pages, Wanted]] = []
        self._busy: Wanted | None = None
        self._pool: ThreadPoolExecutor | None = None
        self._post = post()

    def want(self, pages: Pages, wanted: Sequence[Wanted]) -> None:
        """Draw these instead of whatever else is still waiting."""
        if self._at_once:
            for each in wanted:
                self.drawn.emit(_draw(pages, each))
            return
        with self._lock:
            self._queue = [(pages, each) for each in wanted if each != self._busy]
        if self._queue and self._busy is None:
            self._submit(self._work)

    def let_go(self, pages: Pages) -> None:
        """Close a document as soon as nothing of it is being drawn, without waiting for that."""
        with self._lock:
            self._queue = [each for each in self._queue if each[0] is not pages]
        if self._at_once:
            pages.close()
        else:
            self._submit(pages.close)

    def _submit(self, call: Callable[[], object]) -> None:
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="drawing")
        self._pool.submit(call)

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._queue:
                    self._busy = None
                    return
                pages, self._busy = self._queue.pop(0)
            self._post.send(self, self._tell, _draw(pages, self._busy))

    def _tell(self, made: Drawn) -> None:
        self.drawn.emit(made)


def _draw(pages: Pages, wanted: Wanted) -> Drawn:
    try:
        width, height, pixels = pages.image(wanted.page, wanted.scale)
        image = QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGB32).copy()
        return Drawn(wanted, image, pages.text(wanted.page))
    except WorkbenchError as error:
        return Drawn(wanted, QImage(), error=str(error))
