"""Everyone the office keeps: saved views, search as one types, a quick look at the side, many at once."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from workbench.actions import pulling
from workbench.lists.saved import MARK
from workbench.lists.staff import STAFF
from workbench.records.provider import PROVIDERS
from workbench.records.words import of
from workbench.ui.as_of import AsOf, in_a_row
from workbench.ui.commanding import ALIKE, WORDS, needing
from workbench.ui.counting import count_views
from workbench.ui.in_place import InPlace
from workbench.ui.kit import going
from workbench.ui.kit.bulk import BulkBar
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.header import Header
from workbench.ui.kit.menus import divider
from workbench.ui.kit.page import Page
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.table import Table
from workbench.ui.list_exporting import export_list
from workbench.ui.list_printing import print_action
from workbench.ui.many import Many
from workbench.ui.nobody import say_nobody
from workbench.ui.pages import face, file_adding
from workbench.ui.pages.looking import Looking
from workbench.ui.saved_views import SavedViews

if TYPE_CHECKING:
    from workbench.ui.pages.quick_look import QuickLook

AT_FIRST = ("email", "provider_type", "cell", "pager")
"""Columns that the heading's menu brings back: a name in full is worth more."""
SHOWS = frozenset(
    [
        "provider",
        "specialty",
        "department",
        "category",
        "other_name",
        "identifier",
        "credential",
        "setting",
        "appointment",
        "practice",
    ]
)


class Providers(Page):
    """The list of people."""

    key, title, icon, group, under = face("providers")

    def __init__(self, session: Any, shell: Any) -> None:
        super().__init__(session, shell)
        self._make_actions()
        self.table = Table(STAFF, lambda: session.today, seat=session.seat, checks=True, reader=session.reader)
        self.print_ = print_action(self, self.table)
        self._lay_out()
        self.looking = Looking(self)
        of_some = [self.department, self.category, self.status, *self.many.actions(), self.pull, self.drop]
        self.table.set_actions([self.open_file, self.quick, self.call, divider(self), *of_some])
        self.table.opened.connect(self._open)
        self.table.picked.connect(self._weigh)
        self.table.counted.connect(lambda _: self._weigh())
        self.table.current_changed.connect(lambda _: self.looking.follow())
        self._show_view("")
        self._count()
        self._weigh()
        self.looking.weigh()

    def _make_actions(self) -> None:
        self.new = self.add("&Add provider", "user-plus", "Ctrl+N", lambda: self._sheets.add(self))
        self.bring = self.add("&Import roster…", "upload", "Ctrl+I", lambda: self.shell.go("import"))
        self.bring.setProperty(ALIKE, True)
        self.export_all = self.add("&Export to Excel…", "file-spreadsheet", "Ctrl+E", self._export)
        self.payers = self.add("Export for a pa&yer…", "mail", "Ctrl+Shift+Y", lambda: self.shell.go("payers"))
        self.open_file = self.add(
            "&Open the file", "folder-open", "Ctrl+Return", lambda: self._open(self.table.current())
        )
        self.quick = self.add("&Quick look", "panel-right", "Space", lambda: self.looking.toggle())
        hint = "Keep who called about the chosen person"
        self.call = self.add("&Log a call…", "phone", "Ctrl+J", lambda: self._sheets.ask_call(self), hint)
        self.close_look = self.add("Close the quick look", "x", "Esc", lambda: self.looking.hide())
        self._make_many_actions()
        for each in (self.quick, self.drop):  # of the table alone: a space and a Del elsewhere mean something else
            self.removeAction(each)

    def _make_many_actions(self) -> None:
        """What can be done to several people at once."""
        self.department = self.add(
            "Set &department…",
            "building-2",
            "Ctrl+Shift+D",
            lambda: self._sheets.set_field(self, self.chosen(), "department"),
        )
        self.category = self.add(
            "Set &category…", "list", "Ctrl+Shift+C", lambda: self._sheets.set_field(self, self.chosen(), "category")
        )
        self.status = self.add(
            "Set &status…", "user-check", "Ctrl+Shift+S", lambda: self._sheets.set_status(self, self.chosen())
        )
        self.merge = self.add(
            "&Merge two files…", "merge", "Ctrl+M", lambda: self._sheets.ask_merge(self, self.chosen())
        )
        self.doubles = self.add("Find dou&bles…", "users", "Ctrl+Shift+F", lambda: self._sheets.find_doubles(self))
        needing(self.merge, what="choose two people first")
        for each in (self.merge, self.doubles):
            each.setProperty(WORDS, "merge duplicates doubles same person twice tidy clean up dedupe join combine")
        self.export_chosen = self.add(
            "E&xport selection…", "download", "Ctrl+Shift+E", lambda: self._export(self.chosen())
        )
        self.pull = self.add("P&ull these files for an audit", "shield-check", "Ctrl+Shift+U", self._pull)
        self.drop = self.add("Dele&te…", "trash-2", "Del", lambda: self._sheets.ask_delete(self, self.chosen()))
        several = (self.department, self.category, self.status, self.export_chosen, self.pull, self.drop)
        needing(*several, self.open_file, self.quick, self.call, what="choose somebody first")
        self.further = file_adding.of_chosen(self, lambda: self.table.current())

    def _lay_out(self) -> None:
        self.table.columns.whole = frozenset({self._place("provider")})  # specialties give way
        self.table.columns.hide_at_first(AT_FIRST)
        self.header = Header(self.title)
        self.header.buttons([self.bring, self.print_, self.export_all, self.doubles, (self.new, "primary")])
        self.body.addWidget(self.header)
        self.chips = Chips("Views of providers")
        self.chips.set([("", "Everyone", None, ""), *((view.key, view.title, None, "") for view in STAFF.views)])
        self.body.addWidget(self.chips)
        self.search_box: SearchBox = SearchBox("Search providers…")
        close = lambda: self.looking.close()  # noqa: E731  # columns are read and laid as they are meant
        self.views = SavedViews(self, self.table, self.chips, self.search_box, self._show_view, before=close)
        self.search_box.narrow(self.table)
        self.search_box.went_down.connect(self._down)
        self.search_box.setFixedWidth(380)
        self.cells = InPlace(self, self.table, STAFF)
        self.then = AsOf(self, self.table, self.cells, self.views, self._turned)
        self.body.addLayout(in_a_row(self.search_box, self.views.filtered, self.then.button()))
        self.body.addWidget(self.then.bar)
        self._side = QHBoxLayout()
        self._side.setSpacing(14)
        self._side.addWidget(self.table, 1)
        self.body.addLayout(self._side, 1)
        self.body.addWidget(self.cells.bar)
        self.many = Many(self, self.table, PROVIDERS, self.cells, one="provider", export=self.export_chosen)
        bulk = [self.department, self.category, self.status, *self.many.actions(), self.pull, self.merge, self.drop]
        self.body.addWidget(BulkBar(self.table, bulk, least=2))

    # What is shown

    def refresh(self, tables: set[str]) -> None:
        """Show what changed."""
        self.views.refresh(tables)
        if tables & SHOWS:
            self.table.refresh()
            self._count()
            self.looking.follow()

    def open(self, view: str = "", current: int | None = None, search: str = "", **_: Any) -> None:
        """Show a view, or come back to a person."""
        if current is None or view or search:
            self.views.open(view)
            if not view.startswith(MARK):
                self.search_box.setText(search)
                self.table.search(search)
        if current is not None:
            self.table.go_to(current)
        self.table.setFocus()

    def shown(self) -> None:
        """Ready for the arrows."""
        self.table.setFocus()

    def badge(self) -> str:
        """How many people there are."""
        count = STAFF.count(today=self.session.today)
        return f"{count:,}" if count else ""

    def _show_view(self, key: str) -> None:
        self.views.leave()
        self.table.set_view(key)
        view = STAFF.view(key)
        if view:
            self.table.set_empty(f"Nobody here: “{view.title}” is empty.", "Show everyone", lambda: self.open())
        else:
            say_nobody(self.table, self.session, self.shell, self.bring)

    def _count(self) -> None:
        count_views(self.session, self, self.then.listed, self._tell_counts, self.then.day)

    def _turned(self) -> None:
        """The list shows another day."""
        self._count()
        self.looking.follow()

    def _tell_counts(self, counts: dict[str, int]) -> None:
        for key, count in counts.items():
            self.chips.set_count(key, count)
        self.header.subtitle(f"{of(counts[''], 'person', 'people')} · {counts['current']:,} on staff")
        self.badge_changed.emit()

    def _weigh(self) -> None:
        """Only what can be done now can be pressed."""
        chosen, free = self.table.has_chosen(), self.free
        for each in (self.department, self.category, self.status, self.drop):
            each.setEnabled(chosen and free)
        for each in (self.new, self.bring):
            each.setEnabled(free)
        self.pull.setEnabled(self.table.has_chosen() and self.past is None and self.session.may_pull)
        self.merge.setEnabled(self.table.count_selected() == 2 and free)
        self.doubles.setEnabled(self.table.count() > 0 and free)
        self.open_file.setEnabled(self.table.current() is not None)
        for each in (self.call, *self.further):
            each.setEnabled(self.table.current() is not None and free)
        self.export_chosen.setEnabled(chosen)
        self.export_all.setEnabled(self.table.count() > 0)

    def _pull(self) -> None:
        made = self.session.do(pulling.chosen, self.chosen(), self.session.today)
        if isinstance(made, int):
            self.shell.go("standards", pull=made)
        elif made:
            self.session.messages.error(made[0].message)

    def chosen(self) -> list[int]:
        """The ids of the people that an action is about."""
        return self.table.chosen()

    def _down(self) -> None:
        going.go_first(self.table)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def look(self) -> "QuickLook":
        """The quick look; it is made when it is first asked for."""
        return self.looking.look

    def _place(self, key: str) -> int:
        return next(place for place, column in enumerate(STAFF.columns) if column.key == key)

    # What can be done

    @property
    def _sheets(self) -> Any:
        """What this page asks; its forms are loaded when one is asked for."""
        from workbench.ui.pages import provider_sheets

        return provider_sheets

    def _export(self, ids: Sequence[int] | None = None) -> None:
        name = f"Providers {self.then.day.isoformat()}"
        export_list(self.session, self.table, name, "provider", self, ids)

    def _open(self, provider: int | None) -> None:
        if provider is not None:
            self.shell.go("file", provider=provider, among=self.table.ids(), day=self.past)
