"""Words sought through a document on a thread of its own, page by page from the one in sight; the window stays at hand."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from workbench.errors import WorkbenchError
from workbench.papers.finding_words import Spot
from workbench.papers.pictures import Pages
from workbench.ui.kit.posting import post

Hit = tuple[Spot, ...]
"""One place where the words stand: a rectangle for each line it runs over."""


@dataclass(frozen=True)
class Found:
    """Where the words stand on one page; the last one of a search says that it is over."""

    turn: int
    page: int
    hits: tuple[Hit, ...]
    over: bool = False


class Seeking(QObject):
    """The newest search stops the one before."""

    found = Signal(object)

    def __init__(self, parent: QObject, *, at_once: bool = False) -> None:
        """With at_once everything is found before seek() returns."""
        super().__init__(parent)
        self._at_once = at_once
        self._pool: ThreadPoolExecutor | None = None
        self.turn = 0
        self._post = post()

    def seek(self, pages: Pages, words: str, first: int) -> None:
        """Look through all pages, from one page on and then from the beginning."""
        self.stop()
        order = [*range(first, pages.count + 1), *range(1, first)]
        if self._at_once:
            self._work(self.turn, pages, words, order)
            return
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="seeking")
        self._pool.submit(self._work, self.turn, pages, words, order)

    def stop(self) -> None:
        """What is being sought is not wanted any more."""
        self.turn += 1

    def _work(self, turn: int, pages: Pages, words: str, order: list[int]) -> None:
        try:
            for page in order:
                if turn != self.turn:
                    return
                if hits := pages.find(page, words):
                    self._tell(Found(turn, page, hits))
        except WorkbenchError:
            return  # the document was closed meanwhile
        self._tell(Found(turn, 0, (), over=True))

    def _tell(self, found: Found) -> None:
        if self._at_once:
            self._pass_on(found)
        else:
            self._post.send(self, self._pass_on, found)

    def _pass_on(self, found: Found) -> None:
        if found.turn == self.turn:
            self.found.emit(found)
