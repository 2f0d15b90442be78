"""The page of a kind that nobody designed one for: its list, a form, and deletion that says what is in the way."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout

from workbench.actions import editing
from workbench.actions.in_use import in_use
from workbench.lists.named import LISTS
from workbench.records.kind import Kind
from workbench.records.record import Record
from workbench.records.words import of, within
from workbench.ui.as_of import AsOf
from workbench.ui.counting import count_views
from workbench.ui.in_place import InPlace
from workbench.ui.kit.bulk import BulkBar
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.header import Header
from workbench.ui.kit.page import Page, Shell
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.table import Table
from workbench.ui.list_exporting import export_list
from workbench.ui.list_printing import print_action
from workbench.ui.many import Many
from workbench.ui.pages import PAGES, PageOf, face, kind_views
from workbench.ui.pages.kind_joining import Joining
from workbench.ui.pages.side_look import SideLook
from workbench.ui.record_sheet import ask_record
from workbench.ui.saved_views import SavedViews
from workbench.ui.session import Session

SELDOM = {
    "credential_kinds": ("key",),
    "practices": ("npi", "fax", "street", "street2", "zip", "remarks"),
}
"""By kind the columns that are not shown at first: whom to call, and where they are, stands whole on a small screen."""


class KindPage(Page):
    """A table, and a form in a dialog. One class a kind is made by page_of."""

    kind: Kind
    fields: tuple[str, ...] = ()
    """What the form holds; everything without it."""
    first = ""
    """The view that shows at first; all without it."""
    nothing = ""
    """What is said besides while there are none: what they are for."""
    tones: Mapping[str, str] = {}
    """By view, the tone of its count."""

    def __init__(self, session: Session, shell: Shell) -> None:
        super().__init__(session, shell)
        self.one = editing.one(self.kind)
        self.list = next(each for each in LISTS if each.kind is self.kind)
        self.new = self.add(f"&Add {self.one}", "plus", "Ctrl+N", self._add)
        self.edit = self.add(f"&Edit {self.one}…", "pencil", "F4", lambda: self._edit(self.table.current()))
        of_people = "provider" in self.kind.model._meta.fields
        self.file = self.add("&Open the person's file", "user", "Ctrl+Return" if of_people else "", self._to_file)
        self.file.setVisible(of_people)
        self.delete = self.add("&Delete…", "trash-2", "Delete", self._delete)
        self.joining = Joining(self)
        self.join, self.tidy, self.alike = self.joining.join, self.joining.tidy, self.joining.alike
        self.export = self.add("E&xport to Excel…", "file-spreadsheet", "Ctrl+E", self._export)
        self.bring = self.add("&Import from Excel…", "upload", "Ctrl+I", lambda: self.shell.go("import"))
        self.parts = [self._to_part(part) for part in PAGES if part.under == self.key and part.kind is not None]
        self.look = SideLook(self, [each.key for each in self.list.columns[2:]])
        self._whose: dict[str, int] = {}
        """Of a list that hangs on another: whose rows are shown, by the link's field."""
        self._named: dict[str, str] = {}
        """What they are called."""
        self._make_parts()
        self.table.nothing_of = self._nothing_of
        self._lay_out()
        self.table.opened.connect(self._edit)
        self.table.picked.connect(self._weigh)
        self.table.counted.connect(lambda _: self._weigh())
        self.chips.choose(self.first)
        self._show_view(self.first)
        self._count()
        self._weigh()

    def _make_parts(self) -> None:
        session = self.session
        self.table = Table(self.list, lambda: session.today, seat=session.seat, checks=True, reader=session.reader)
        if seldom := SELDOM.get(self.kind.name):
            self.table.columns.hide_at_first(seldom)
        self.print_ = print_action(self, self.table)
        self.header = Header(self.kind.title)
        tidy = [self.tidy] if self.tidy.isVisible() else []
        self.header.buttons([self.bring, self.print_, self.export, *self.parts, *tidy, (self.new, "primary")])
        self.searching = self.search_box = SearchBox(f"Search {within(self.kind.title)}…")
        self.searching.setFixedWidth(340)

    def _lay_out(self) -> None:
        self.searching.narrow(self.table)
        self.searching.went_down.connect(self.table.setFocus)
        self.chips = Chips(f"Views of {within(self.kind.title)}")
        self.chips.shy = True
        self.chips.set(kind_views.chips(self.list, self.tones))
        self.views = SavedViews(self, self.table, self.chips, self.searching, self._show_view, before=self.look.close)
        row = QHBoxLayout()
        row.addWidget(self.searching)
        row.addWidget(self.views.filtered, 1)
        self.cells = InPlace(self, self.table, self.list)
        self.then = AsOf(self, self.table, self.cells, self.views, self._count)
        self.body.addWidget(self.header)
        self.body.addWidget(self.chips)
        row.addWidget(self.then.button())
        self.body.addLayout(row)
        self.body.addWidget(self.alike, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.then.bar)
        self.body.addLayout(self.look.beside(self.table), 1)
        self.body.addWidget(self.cells.bar)
        self.many = Many(self, self.table, self.kind, self.cells, one=self.one)
        own = [self.join] if self.join.isVisible() else self.own_actions()
        some = [*own, *self.many.actions(), self.delete]
        to_file = [self.file] if self.file.isVisible() else []
        self.table.set_actions([self.edit, *self.look.actions(), *to_file, *self.parts, *some])
        self.body.addWidget(BulkBar(self.table, some))

    def own_actions(self) -> list[QAction]:
        """What can be done with the chosen rows of this kind alone."""
        return []

    def shown(self) -> None:
        """The keyboard goes to the list."""
        self.table.setFocus()

    def refresh(self, tables: set[str]) -> None:
        """Show what changed."""
        self.views.refresh(tables)
        if tables & {self.kind.table, "setting", *(target._meta.table_name for target in self._targets())}:
            self.table.refresh()
            self._count()
            self.look.follow()

    def _targets(self) -> list[type[Record]]:
        links = (getattr(self.kind.model.field(name), "rel_model", None) for name in self.kind.columns)
        return [target for target in links if target is not None]

    def _to_part(self, part: PageOf) -> QAction:
        """A page of what belongs to the records here: it shows what belongs to the current one."""
        assert part.kind is not None
        model = part.kind.model
        link = next(
            name for name in part.kind.columns if getattr(model.field(name), "rel_model", None) is self.kind.model
        )

        def go() -> None:
            current = self.table.current()
            self.shell.go(part.key, whose={link: current} if current is not None else {})

        words = part.title.removeprefix(f"{self.one} ".capitalize()).capitalize()
        return self.add(f"{words}…", part.icon, "Ctrl+Shift+A", go, hint=f"{part.title} of the current {self.one}")

    def _show_whose(self, whose: dict[str, int]) -> None:
        """What belongs to one record alone, until the filter is cleared."""
        self._whose = whose
        titles = {name: self.kind.model.field(name).rel_model.get_by_id(each).title for name, each in whose.items()}
        self.views.open("")
        self._named = titles
        self.table.filter(titles)

    def _nothing_of(self) -> tuple[Any, ...]:
        """What is said where a record has nothing of this kind yet: no filter is in the way."""
        if not self._named or dict(self.table.filters) != self._named:
            return ()
        said = f"{' and '.join(self._named.values())} has no {within(self.kind.title)} yet."
        return (said, f"Add {self.one}", self._add) if self.free else (said, "", None)

    def open(
        self, record: int | None = None, view: str | None = None, whose: dict[str, int] | None = None, **_: Any
    ) -> None:
        """Go to one record, show a view, or what belongs to a record of another list."""
        if whose is not None:
            self._show_whose(whose)
        if view is not None:
            self.searching.drop()
            self.views.open(view)
        if record is not None:
            self.views.open("")
            self.searching.drop()
            self.table.go_to(record)

    def _show_view(self, key: str) -> None:
        self.views.leave()
        self.table.set_view(key)
        kind_views.say_nothing(self, key)

    def _count(self) -> None:
        count_views(self.session, self, self.then.listed, self._tell_counts, self.then.day)
        self.joining.look()

    def _tell_counts(self, counts: dict[str, int]) -> None:
        self.chips.set_counts(counts)
        self.header.subtitle(of(counts[""], self.one, within(self.kind.title)))

    def _weigh(self) -> None:
        free, at = self.free, self.table.current() is not None
        for each in (self.new, self.bring):
            each.setEnabled(free)
        self.edit.setEnabled(at and self.past is None)
        self.file.setEnabled(at and self.file.isVisible())
        self.joining.weigh()
        self.look.weigh()
        self.delete.setEnabled(free and bool(self.table.chosen()))
        self.export.setEnabled(self.table.count() > 0)

    # What can be done

    def _add(self) -> None:
        filtered = {name: each for name, each in self._whose.items() if name in self.table.filters}
        self._ask(self.kind.model(**filtered))

    def _edit(self, record: int | None) -> None:
        found = self.kind.model.get_or_none(self.kind.model.id == record)
        if found is not None and self.past is None:
            self._ask(found)

    def _to_file(self) -> None:
        """The file of whom the current row is about, at the credential if it is about one."""
        found: Any = self.kind.model.get_or_none(self.kind.model.id == self.table.current())
        if found is None or found.provider_id is None:
            self.session.messages.toast(f"This {self.one} is about nobody's file")
            return
        credential = getattr(found, "credential_id", None)
        self.shell.go("file", provider=found.provider_id, **({"credential": credential} if credential else {}))

    def _ask(self, record: Record) -> None:
        show = self._show_new if record.get_id() is None else self.table.go_to
        ask_record(self, self.session, self.kind, record, show, self.fields)

    def _show_new(self, record: int) -> None:
        """What was added is what is chosen; where the view has no place for it, all show."""
        if not self.table.go_to(record):
            self.open(record=record)

    def _delete(self) -> None:
        ids = self.table.chosen()
        if not ids:
            return
        what = of(len(ids), self.one, within(self.kind.title))
        held = in_use(self.kind, ids)
        if held:
            self.session.messages.tell(
                f"{what[:1].upper()}{what[1:]} cannot be deleted",
                f"It is still named by {held}. Nothing was changed. Give them another {self.one} first.",
            )
            return
        self.session.messages.confirm(
            f"Delete {what}?",
            f"Delete {what}",
            lambda: self.session.do(editing.delete, self.kind, ids),
            detail="It can be undone.",
        )

    def _export(self) -> None:
        export_list(self.session, self.table, f"{self.kind.title} {self.then.day.isoformat()}", "row", self)


def page_of(kind: Kind) -> type[KindPage]:
    """The page of a kind; it stands in the sidebar where the kind says."""

    class OfKind(KindPage):
        """Made for one kind."""

        key, title, icon, group, under = face(kind.name)

    OfKind.kind = kind
    OfKind.__name__ = f"{kind.name}_page"
    return OfKind
