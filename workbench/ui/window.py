"""The window: pages at the left, anything by Ctrl+K at the top, undo by name, the truth about the file below."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workbench.ui import commanding
from workbench.ui.kit.action import action, keys_of
from workbench.ui.kit.bars import Banners, Status, StatusBar, TopBar
from workbench.ui.kit.finder import Finder, Result
from workbench.ui.kit.inputs import take_back_typing
from workbench.ui.kit.keyhelp import key_help
from workbench.ui.kit.menus import answer_menu_key
from workbench.ui.kit.page import Described, Page
from workbench.ui.kit.roomy import Roomy
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.sidebar import WIDTH, Sidebar, key_to
from workbench.ui.kit.staying import Staying
from workbench.ui.list_printing import offer_print
from workbench.ui.session import Session
from workbench.ui.warming import Warming

__all__ = ["Result", "Status", "Window"]
TITLE = "Medical Staff Workbench"
LEAST, PAGE = (600, 340), QSize(844, 380)
"""Of the window and of a page, which else scrolls: a screen of 1366 x 768 has 683 x 384 logical pixels at 200 %."""
FRAME = 40
"""What the title and the lower edge of a window take of the screen, in logical pixels; known only once it shows."""
NARROW = 1040
"""Below this width the sidebar shows icons alone and the top bar leaves out what is said elsewhere."""
ONLY_READ = "This office is only read here: nothing can be changed, undone or redone."


class Window(Staying):
    """Shows one page at a time; knows no page by name."""

    def __init__(
        self,
        session: Session,
        pages: Sequence[Described],
        *,
        find: Callable[[str], Sequence[Result]] = lambda text: (),
        status: Callable[[], Status] = Status,
        counts: Callable[[], str] = str,
        sample: Callable[[], object] | None = None,
        begins: str = "",
    ) -> None:
        """Counts is asked on a thread of its own; sample goes to the sample hospital; begins is the key of the page that shows first."""
        super().__init__()
        self.session, self._find, self._status, self._counts, self.sample = session, find, status, counts, sample
        self._kinds = {page.key: page for page in pages}
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, set[str]] = {}
        self._key, listed = "", [page for page in pages if page.group != "hidden"]
        first = self._kinds[begins or pages[0].key](session, self) if pages else None  # it reads meanwhile
        self._make_actions(listed)
        self._lay_out(listed)
        self._warming = Warming(self, self._kinds)
        session.changed.connect(self._refresh)
        session.stepped.connect(self._tell)
        self._restore()
        self._tell()
        if first is not None:
            self._take_in(first.key, first)
            self.go(first.key)

    def _make_actions(self, listed: Sequence[Described]) -> None:
        self._undo = self._add("Undo", "undo-2", "Ctrl+Z", self._undo_or_untype)
        self._redo = self._add("Redo", "redo-2", "Ctrl+Shift+Z or Ctrl+Y", self.session.redo)
        if self.session.read_only:  # what is off says nothing: the keys tell why
            for keys, call in (("Ctrl+Z", self.session.undo), ("Ctrl+Y", self.session.redo)):
                QShortcut(QKeySequence(keys), self, call)
        self._add("Find a provider, practice, meeting, or command", "search", "Ctrl+K", self.start_finding)
        self._add("Search on this page", "search", "Ctrl+F", self._search_here)
        self._add("Keys of this page", "keyboard", "F1", self.show_keys)
        answer_menu_key(self)
        for place, page in enumerate(listed, 1):
            goes = self._add(f"Go to {page.title}", "", key_to(page, place), partial(self.go, page.key))
            goes.setProperty("kit_icon", page.icon)  # Ctrl+K draws it when it finds it; no button shows it

    def _add(self, text: str, icon: str, keys: str, call: Callable[[], object]) -> QAction:
        made = action(text, icon, keys, call, self)
        made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.addAction(made)
        return made

    def _lay_out(self, listed: Sequence[Described]) -> None:
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*LEAST)
        ground = QWidget()
        ground.setObjectName("ground")
        self.finder = Finder("Find a provider, practice, meeting, or command…", self.results, ground)
        self.topbar = TopBar(WIDTH, self.finder, self._undo)
        self.sidebar = Sidebar(listed)
        self.sidebar.chosen.connect(self.go)
        self.banners, self.bar, self._stack = Banners(), StatusBar(), QStackedWidget()
        self.ground, self._room = self._stack, Roomy(self._stack, PAGE)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.banners)
        right.addWidget(self._room, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sidebar)
        middle.addLayout(right, 1)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.topbar)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)
        self.setCentralWidget(ground)

    # Pages

    def page(self, key: str) -> Page:
        """A page; it is made when it is first asked for."""
        if key not in self._pages:
            self._take_in(key, self._kinds[key](self.session, self))
        return self._pages[key]

    def _take_in(self, key: str, made: Page) -> None:
        self._pages[key] = made
        offer_print(made)
        made.setAutoFillBackground(False)
        made.badge_changed.connect(lambda: self.sidebar.set_count(key, made.badge()))
        self._stack.addWidget(made)
        self.sidebar.set_count(key, made.badge())

    def go(self, key: str, **arguments: Any) -> None:
        """Show a page, with what it should show; the page before may object. One that is not there now is said so."""
        if key not in self._kinds:
            self.session.messages.toast("Survey mode does not show this")
            return
        if key != self._key and self._key and not self.page(self._key).leave():
            self._light(self._key)
            return
        self._unsearch(key)
        page, self._key = self.page(key), key
        self._light(key)
        self._catch_up(key)
        if arguments:
            page.open(**arguments)
        self._stack.setCurrentWidget(page)
        self._room.begin()
        page.shown()
        self.bar.say(page.says())
        if not page.isAncestorOf(self.focusWidget() or self):  # the window's own: at the start no window is active yet
            page.setFocus()

    def _unsearch(self, to: str) -> None:
        """Whoever goes to another page of the sidebar finds this one whole again; from a person's file it is as it was left."""
        left = self._pages.get(self._key) if to != self._key and self._kinds[to].group != "hidden" else None
        if left is not None and isinstance(left.search_box, SearchBox):
            left.search_box.drop()

    def page_keys(self, made: bool = False) -> tuple[str, ...]:
        """The keys of all pages, or of those that were made by now."""
        return tuple(self._pages if made else self._kinds)

    @property
    def key(self) -> str:
        """The key of the page that shows."""
        return self._key

    def _light(self, key: str) -> None:
        self.sidebar.light(self._kinds[key].under or key, not self._kinds[key].under)

    def _refresh(self, tables: set[str]) -> None:
        for key, page in self._pages.items():
            self._stale.setdefault(key, set()).update(tables)
            if key == self._key:
                self._catch_up(key)
            else:
                page.recount(tables)
                self.sidebar.set_count(key, page.badge())

    def _catch_up(self, key: str) -> None:
        tables = self._stale.pop(key, None)
        if tables:
            self._pages[key].refresh(tables)
            self.sidebar.set_count(key, self._pages[key].badge())

    # What a page may ask for

    def say(self, text: str) -> None:
        """Say something in the middle of the status bar."""
        self.bar.say(text)

    def banner(self, key: str, text: str, actions: Sequence[QAction] = (), tone: str = "warn") -> None:
        """Say something above every page until no_banner(key)."""
        self.banners.put(key, text, actions, tone)

    def no_banner(self, key: str) -> None:
        """Take that banner away."""
        self.banners.take(key)

    # Undo, find, help

    def _tell(self) -> None:
        """Undo by name, and what the status bar claims."""
        undo, redo = self.session.undo_name, self.session.redo_name
        free, short = not self.session.read_only, undo if len(undo) <= 48 else f"{undo[:47].rstrip()}…"
        for each, name, shown, word in ((self._undo, undo, short, "Undo"), (self._redo, redo, redo, "Redo")):
            named = bool(name) and free
            each.setText(f"{word}: {shown}".replace("&", "&&") if named else f"Nothing to {word.lower()}")
            each.setToolTip(f"{word}: {name} ({keys_of(each)})" if named else "" if free else ONLY_READ)
            each.setEnabled(named)
            each.setProperty(commanding.ALONE, word)
        self.bar.show_as(self._status())
        self.session.reader.ask(self, self._counts, self.bar.count)

    def _undo_or_untype(self) -> None:
        """In a box with text that was not kept, Ctrl+Z takes back typing; elsewhere the newest step."""
        if not take_back_typing(QApplication.focusWidget()):
            self.session.undo()

    def start_finding(self) -> None:
        """Ctrl+K."""
        self.finder.start(QApplication.focusWidget())

    def results(self, text: str) -> list[Result]:
        """What was found, and the commands whose names or hints hold the words, as they are offered; of no words every command."""
        found, commands = self._find(text) if text else (), self._commands(text)
        if text and not (found or commands):  # somebody is faster than warming: the pages that are missing are made now
            for key in [each for each, page in self._kinds.items() if page.group != "hidden"]:
                self.page(key)
            commands = self._commands(text)
        return commanding.in_order(text, found, commands)

    def _commands(self, text: str) -> list[Result]:
        others = [page for key, page in self._pages.items() if key != self._key]  # those that are there by now
        shown = [page for page in others if page.key not in commanding.OPENED]
        there = ((page, each) for page in shown for each in commanding.of_page(page))
        found = commanding.found(text, self.commands(), there, self._do_there)
        here = self.page(self._key) if self._key else None
        return commanding.with_those_off(found, text, here, others, self._say_why)

    def _say_why(self, page: Page, why: str) -> None:
        self.go(page.under if page.key in commanding.OPENED else page.key)
        self.session.messages.toast(why)

    def _do_there(self, page: Page, each: QAction) -> None:
        self.go(page.key)
        if self._key == page.key:  # else the page before would not be left
            each.trigger()

    def commands(self) -> list[QAction]:
        """Everything that can be done from here now: what this page and its parts have, then the window's."""
        here = commanding.on_page(self.page(self._key)) if self._key else []
        return [each for each in (*here, *self.actions()) if each.isEnabled()]

    def _search_here(self) -> None:
        if not self._key or not self.page(self._key).search_here():
            self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.finder.selectAll()

    def show_keys(self) -> None:
        """F1."""
        page = self.page(self._key)
        key_help(page.title, page.actions(), self.actions(), page).open()

    # Coming and going

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.activateWindow()  # where no window manager does it
        self._warming.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self.sidebar.narrow:
            self.sidebar.set_narrow(narrow)
            self.topbar.set_narrow(narrow)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self._key and not self.page(self._key).leave() or self.session.asks_to_drop(self.close):
            event.ignore()
            return
        self.session.seat.keep_state("window", self.saveGeometry())
        self.session.jobs.stop()
        self.session.reader.stop()
        self.session.forget_past()
        super().closeEvent(event)

    def has_room(self) -> bool:
        """Whether the screen has room for its size and for the frame that it gets when it shows; else it should fill it."""
        return self.size().boundedTo(self.screen().availableGeometry().size() - QSize(0, FRAME)) == self.size()

    def _restore(self) -> None:
        kept: QByteArray = self.session.seat.state("window")
        self.knows_its_place = not kept.isEmpty() and self.restoreGeometry(kept)
        if not self.knows_its_place:
            self.resize(1366, 768)
        self.resize(self.size().boundedTo(self.screen().availableGeometry().size()))
