"""Applications in process: cards by stage, or a list; what each lacks, whom it waits for, which meeting it can make."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from workbench.actions import applications
from workbench.lists import in_process
from workbench.lists.applications import in_process_judged
from workbench.lists.in_process import Standing
from workbench.records.application import APPLICATION_SORTS, APPLICATIONS, Application
from workbench.ui import application_sheets as sheets
from workbench.ui.as_of import AsOf
from workbench.ui.in_place import InPlace
from workbench.ui.kit.board import Board
from workbench.ui.kit.bulk import BulkBar
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.header import Header
from workbench.ui.kit.labels import small
from workbench.ui.kit.page import Page
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.stacking import stacked
from workbench.ui.kit.table import Table
from workbench.ui.list_exporting import export_list
from workbench.ui.list_printing import print_action
from workbench.ui.many import Many
from workbench.ui.pages import face
from workbench.ui.pages.application_cards import in_a_sentence, lanes
from workbench.ui.pages.application_filters import Filters
from workbench.ui.pages.side_look import PersonLook, about_application
from workbench.ui.saved_views import SavedViews

SET_TOGETHER = ("department", "category", "facility")
VIEWS = ("initial", "reappointment", "added", "ready", "stuck", "closed")
SHARES, WIDE = (19, 11, 11, 16, 5, 29, 13, 7, 12), (17, 12, 11, 16, 5, 26, 13, 7, 12)
"""Of the list's columns, where it is narrow and where it is wide: what is missing is what the list is for."""
SHARES_FROM, WIDE_FROM = 1050, 1300
"""Logical pixels of room: below the first, the list scrolls sideways; below the other it has no specialties, which the quick look
tells."""
SELDOM = frozenset({"department"})
"""Columns that are one click away: the filter says which department it is."""
BESIDE = ("department", "meeting", "review")
"""Columns of the list that make room for the quick look."""
_SORTS = dict(zip(VIEWS[:3], APPLICATION_SORTS, strict=True))


class Applications(Page):
    """The page of all applications."""

    key, title, icon, group, under = face("applications")

    def __init__(self, session: Any, shell: Any) -> None:
        super().__init__(session, shell)
        self._standings: list[Standing] = []
        self._in_process = 0
        self.list = in_process_judged()  # judged beside the window, and shown by every cell that asks
        if session.reader.beside:  # asked first: the rows, which come after it, are not judged again by the window
            self._judge()
        self._make_actions()
        self.look = PersonLook(self, Application, self.current, about_application, self.open_it, BESIDE)
        self.table = Table(self.list, lambda: session.today, seat=session.seat, reader=session.reader, late=True)
        self.print_ = print_action(self, self.table)
        self.table.columns.share(SHARES, SHARES_FROM)
        self.table.columns.wide = WIDE_FROM, WIDE
        self._hide_seldom(self.width())
        self.cells = InPlace(self, self.table, self.list)
        self.board = Board(self.title)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self._show_face("cards")
        if not session.reader.beside:
            self._judge()

    def _hide_seldom(self, width: int) -> None:
        self.table.columns.hide_at_first(SELDOM if width >= WIDE_FROM else SELDOM | {"specialty"})

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        before, now = event.oldSize().width(), event.size().width()
        if (before < WIDE_FROM) != (now < WIDE_FROM):
            self.look.close()
            self._hide_seldom(now)

    def _make_actions(self) -> None:
        self.new = self.add("&New application", "plus", "Ctrl+N", self._new)
        self.open_it = self.add("&Open", "folder-open", "Ctrl+Return", lambda: self._open(self.current()))
        self.forward = self.add("Move to the next stage", "arrow-right", "Ctrl+Right", lambda: self._move(1))
        self.back = self.add("Move &back…", "arrow-left", "Ctrl+Left", lambda: self._move(-1))
        self.person = self.add("Open the &person's file", "user", "Ctrl+Shift+P", self._to_person)
        self.export = self.add("&Export to Excel…", "file-spreadsheet", "Ctrl+E", self._export)
        self.as_cards = self.add("Show as cards", "columns-3", "Ctrl+Shift+K", lambda: self._show_face("cards"))
        self.as_list = self.add("Show as a list", "list", "Ctrl+Shift+L", lambda: self._show_face("list"))

    def _lay_out(self) -> None:
        self.header = Header(self.title)
        self.faces = Chips("Cards or list")
        self.faces.set([("cards", "Cards"), ("list", "List")])
        self.header.buttons([self.print_, self.export, (self.new, "primary")])
        self.body.addWidget(self.header)
        row = QHBoxLayout()
        row.setSpacing(10)
        self.chips = Chips("Views of applications")
        titles = {view.key: view.title for view in self.list.views}
        self.chips.set([("", "All", None, ""), *((key, titles[key], None, "") for key in VIEWS)])
        row.addWidget(self.chips, 1)
        row.addWidget(self.faces)
        self.body.addLayout(row)
        self.body.addLayout(self._second_line())
        self.body.addWidget(self.then.bar)
        how: dict[str, Any] = {"one": "application", "fields": SET_TOGETHER, "shown": lambda: not self._cards_show()}
        self.many = Many(self, self.table, APPLICATIONS, self.cells, **how)
        bulk = BulkBar(self.table, [self.forward, *self.many.actions()])
        self.listed = stacked(self.table, self.cells.bar, bulk)
        self._stack.addWidget(self.board)
        self._stack.addWidget(self.listed)
        self.body.addLayout(self.look.beside(self._stack, self.table, self.board), 1)
        self.none = small()
        self.body.insertWidget(4, self.none)

    def _second_line(self) -> QHBoxLayout:
        second = QHBoxLayout()
        second.setSpacing(10)
        self.searching = self.search_box = SearchBox("Search applications…")
        self.searching.setFixedWidth(300)
        self.views = SavedViews(self, self.table, self.chips, self.searching, self._show_view, before=self.look.close)
        second.addWidget(self.searching)
        second.addWidget(self.views.filtered, 1)
        self.then = AsOf(self, self.table, self.cells, self.views, lambda: self.refresh(set()))
        second.addWidget(self.then.button())
        self.filters = Filters(self.table, second)
        return second

    def _connect(self) -> None:
        menu = [self.open_it, *self.look.actions(), self.forward, self.back, self.person]
        self.table.set_actions([*menu, *self.many.actions()])
        self.board.set_actions(menu)
        for each in (self.table, self.board):
            each.opened.connect(self._open)
            each.current_changed.connect(lambda _: self._weigh())
        self.table.picked.connect(self._weigh)
        self.table.counted.connect(lambda _: self._lay_cards())
        self.board.moved.connect(lambda id, stage: self._move_to([id], stage))
        self.faces.chosen.connect(self._show_face)
        self.searching.asked.connect(lambda _: self._draw())
        self.searching.went_down.connect(self.shown)

    # What is shown

    def shown(self) -> None:
        """The keyboard goes to the cards or the list."""
        (self.board if self._cards_show() else self.table).setFocus()

    def refresh(self, tables: set[str]) -> None:
        """Judge the applications again, in bulk and beside the window."""
        self.views.refresh(tables)
        self._judge()

    def _judge(self) -> None:
        then = getattr(self, "then", None)  # before the page is laid out it shows today
        day, read = (then.day, then.read) if then is not None else (self.session.today, lambda call: call())
        self.session.reader.ask(self, lambda: read(lambda: in_process.standings(day)), self._stand)

    def _stand(self, found: list[Standing]) -> None:
        self._standings = found
        self.list.judged({each.id: each for each in found})
        self.table.refresh()
        self._count()
        self.filters.offer(found)
        self._draw()

    def open(self, view: str = "", application: int | None = None, face: str = "", **_: Any) -> None:
        """Show a view, or go to one application."""
        self.searching.clear()
        self.views.open(view)
        self._show_face(face or ("list" if view == "closed" else self.faces.current()))
        if application is not None:
            self.board.go_to(application, focus=False)
            self.table.go_to(application)

    def recount(self, tables: set[str]) -> None:
        """The sidebar says how many are in process, whatever page shows."""
        if tables & {"application", "provider"}:
            self._in_process = in_process.count()
            self.badge_changed.emit()

    def badge(self) -> str:
        """How many are in process."""
        return f"{self._in_process:,}" if self._in_process else ""

    def current(self) -> int | None:
        """The application that the keys are about."""
        return self.board.current() if self._cards_show() else self.table.current()

    def _cards_show(self) -> bool:
        return self._stack.currentWidget() is self.board

    def _count(self) -> None:
        today, found = self.then.day, self._standings
        self._in_process = self._in_process if self.past else len(found)
        sorts = Counter(each.sort for each in found)
        counts = {"": len(found), "ready": sum(each.ready for each in found)}
        counts |= {key: sorts[sort] for key, sort in _SORTS.items()}
        counts |= {key: self.then.listed.count(today=today, view=key) for key in ("stuck", "closed")}
        self.chips.set_counts(counts)
        self.header.subtitle(in_a_sentence(found))
        self.badge_changed.emit()

    def _show_view(self, key: str) -> None:
        self.views.leave()
        self.table.set_view(key)
        self._draw()

    def _draw(self) -> None:
        """Show what the chips, the filters and the search leave."""
        view = self.table.view
        self.table.search(self.searching.text().strip())
        self._say_empty(view)
        if not self.table.model_.awaited:  # else they come when the rows do
            self._lay_cards()

    def _lay_cards(self) -> None:
        self.filters.follow()
        ids = set(self.table.ids())
        self.board.may_move = self.free
        self.board.show_lanes(lanes(self._standings, ids))
        self._weigh()
        self.look.follow()

    def _say_empty(self, view: str) -> None:
        if view or not self._standings:
            none = "No applications yet. Begin one, or open the sample hospital."
            sentence = "No applications here." if view else none
            self.table.set_empty(sentence, "" if view else "New application…", None if view else self.new)
        none = "" if self._standings else "No applications yet. A new one begins here, or on the person's file."
        hint = "Closed applications have no stage: the list shows them." if view == "closed" else none
        self.none.setText(hint)
        self.none.setVisible(bool(hint) and self._cards_show())

    def _show_face(self, key: str) -> None:
        self.faces.choose(key)
        self._stack.setCurrentWidget(self.board if key == "cards" else self.listed)
        self.many.weigh()
        self._draw()

    def _weigh(self) -> None:
        """Only what can be done now can be pressed."""
        chosen, free = self._chosen(), self.free
        stages = [each.stage for each in self._standings if each.id in chosen]
        self.new.setEnabled(free)
        self.forward.setEnabled(free and bool(stages) and all(stage != applications.OPEN[-1] for stage in stages))
        self.back.setEnabled(free and bool(stages) and all(stage != applications.OPEN[0] for stage in stages))
        for each in (self.open_it, self.person):
            each.setEnabled(self.current() is not None)
        self.look.weigh()
        self.export.setEnabled(self.table.count() > 0)

    def _chosen(self) -> list[int]:
        current = self.current()
        chosen = [] if self._cards_show() else self.table.selected()
        return chosen or ([current] if current is not None else [])

    # What can be done

    def _export(self) -> None:
        export_list(self.session, self.table, f"Applications {self.then.day.isoformat()}", "application", self)

    def _new(self) -> None:
        sheets.new(self.session, self.window(), lambda made: self.shell.go("application", application=made))

    def _open(self, application: int | None) -> None:
        if self.past:
            self._to_person()  # an application has no page of the past; the file has
        elif application is not None:
            among = list(self.table.ids())
            self.shell.go("application", application=application, among=among)

    def _to_person(self) -> None:
        current = self.current()
        whose = self.then.read(lambda: Application.get_or_none(Application.id == current))
        if whose is not None:
            self.shell.go("file", provider=whose.provider_id, tab="applications", day=self.past)

    def _move(self, by: int) -> None:
        """The chosen ones to the stage after or before the one that each is in."""
        chosen = set(self._chosen())
        stages = {each.stage for each in self._standings if each.id in chosen}
        if len(stages) != 1:
            if stages:
                self.session.messages.tell("They are in different stages.", "Choose applications of one stage.")
            return
        place = applications.OPEN.index(stages.pop()) + by
        if 0 <= place < len(applications.OPEN):
            self._move_to(sorted(chosen), applications.OPEN[place])

    def _move_to(self, ids: Sequence[int], stage: str) -> None:
        sheets.move(ids, stage, self.session, self.window())
