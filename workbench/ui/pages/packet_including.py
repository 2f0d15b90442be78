"""Documents that a packet leaves out since nobody can tell by their name what they show: looked at here, then printed or kept."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from workbench.actions import filing, including
from workbench.records.words import of
from workbench.ui.kit.check_list import CheckList
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.labels import note, small
from workbench.ui.kit.preview import Preview
from workbench.ui.pages.packet_made import Made
from workbench.ui.pages.seen_document import seen

WORDS = (
    "Nothing in their names says what they show, so they stay out of the packet. Look at each: what shows a birth date, a home "
    "address, a Social Security number, health, a photograph or the Data Bank's answer is kept in the office. What is said here "
    "holds for every packet."
)
HIGH, WIDE = 440, 480
"""Logical pixels of the preview, where the screen has them."""


class IncludeDocuments(Sheet):
    """Which of them are printed with the packet, from now on, and which stay in the office and are asked about no more."""

    def __init__(self, page: Any, left_out: Sequence[Any]) -> None:
        super().__init__("Left out of the packet, kind unknown", WORDS, page.window())
        self._page, self._left_out = page, left_out
        self._looked: set[int] = set()
        self._at = -1
        self.list = CheckList("Documents", [_called(each) for each in left_out])
        self.list.changed.connect(self._tell)
        self.list.reached.connect(self.look_at)
        self.preview = Preview(page.session.jobs, "the document")
        self.about = small()
        self.unseen = note("").kind("warn")
        self._lay_out()
        self.add_button("Cancel", "", self.reject)
        self.keep = self.add_button("Keep in the office", "", self._keep)
        self.go = self.add_button("Print with the packet", "primary", self._include, default=True)
        self._tell()
        self.look_at(0)
        self.list.boxes[0].setFocus()

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.addWidget(self.about)
        beside.addWidget(self.preview, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list, 5)
        row.addLayout(beside, 6)
        self.body.addLayout(row, 1)
        self.body.addWidget(self.unseen)

    def fit(self) -> None:
        """The preview as large as the screen lets it be."""
        room = self.screen().availableGeometry()
        self.preview.setMinimumSize(min(WIDE, room.width() // 3), min(HIGH, room.height() // 2))

    def chosen(self) -> list[int]:
        """The ids of those that are ticked."""
        return [self._left_out[place].document for place in self.list.checked()]

    # Looking at it

    def look_at(self, place: int) -> None:
        """Show a document; its content is fetched beside the window."""
        if place == self._at:
            return
        self._at, shown = place, self._left_out[place]
        self.about.setText(_dated(shown))
        self.preview.clear("Being fetched…")
        self._page.session.reader.ask(self, lambda: seen(shown.document), lambda found: self._show(place, found))

    def _show(self, place: int, found: tuple[str, bytes | str]) -> None:
        if place != self._at:
            return
        name, content = found
        if isinstance(content, bytes):
            if self.preview.show_pdf(content, name):
                self._looked.add(place)
                pages = of(self.preview.count, "page")
                self.about.setText(" · ".join(filter(None, (_dated(self._left_out[place]), pages))))
        else:
            head, _, rest = content.partition(". ")
            self.preview.clear(f"{head}.", rest)
        self._tell()

    # Saying it

    def _tell(self) -> None:
        count, free = len(self.chosen()), not self._page.session.read_only
        which = f"{of(count, 'document')} " if count else ""
        self.go.setText(f"Print {which}with the packet")
        self.keep.setText(f"Keep {which}in the office")
        for each in (self.go, self.keep):
            each.setEnabled(bool(count) and free)
        unseen = len(set(self.list.checked()) - self._looked)
        self.unseen.setText(f"{of(unseen, 'ticked document')} {'was' if unseen == 1 else 'were'} not looked at here.")
        self.unseen.setVisible(bool(unseen))

    def _include(self) -> None:
        self._say(including.print_with_the_packet)

    def _keep(self) -> None:
        self._say(including.keep_in_the_office)

    def _say(self, call: Callable[[Sequence[int]], int]) -> None:
        """What was said of is done with; the others can be said otherwise of."""
        places = self.list.checked()
        if self._page.session.do(call, self.chosen()) is None:
            return
        self.list.drop(places)
        left = self.list.left()
        if not left:
            self.accept()
            return
        self.list.boxes[left[0]].setFocus()
        self.look_at(left[0])


class NotInIt(Sheet):
    """Before a packet goes out: how many documents are not in it, and the way to them."""

    def __init__(self, page: Any, made: Made, verb: str, go: Callable[[], object]) -> None:
        super().__init__(f"{of(len(made.left_out), 'document')} not in this packet", made.not_in_it, page.window())
        self._page, self._made, self._go = page, made, go
        self.add_button("Cancel", "", self.reject)
        self.anyway = self.add_button(f"{verb} without {'it' if len(made.left_out) == 1 else 'them'}", "", self._do)
        self.look = self.add_button("&Left out…", "primary", self._look, default=True)

    def _do(self) -> None:
        self.accept()
        self._go()

    def _look(self) -> None:
        self.accept()
        IncludeDocuments(self._page, self._made.left_out).open()


def _called(each: Any) -> str:
    return " · ".join(filter(None, (f"{each.whose}: {each.title}", each.dated)))


def _dated(each: Any) -> str:
    file_name = "" if filing.titled(each.file_name) == each.title else each.file_name
    return " · ".join(filter(None, (each.title, file_name, each.dated and f"dated {each.dated}")))
