"""Who holds what on a day: a list with views, a search, and a day to look at."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.actions import editing
from workbench.errors import Problem
from workbench.lists.privileges import HELD
from workbench.records import texts
from workbench.records.privilege import HELD_PRIVILEGES, HeldPrivilege
from workbench.records.words import of
from workbench.ui.as_of import AsOf, past_day_or_problem
from workbench.ui.credential_sheets import day_or_problem
from workbench.ui.in_place import InPlace
from workbench.ui.kit.bulk import BulkBar
from workbench.ui.kit.buttons import button
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.labels import small
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.table import Table
from workbench.ui.lines import Lines
from workbench.ui.linking import links_of
from workbench.ui.list_exporting import export_list
from workbench.ui.list_printing import print_action
from workbench.ui.many import Many
from workbench.ui.pages import held_doubts
from workbench.ui.pages.privilege_sheets import HINT, ask_conditions, ask_end
from workbench.ui.saved_views import SavedViews

FIELDS = ("provider", "privilege", "facility", "starts", "ends", "conditions")
TABLES = {"held_privilege", "privilege", "privilege_form", "provider", "facility", "specialty", "setting"}
EDITED = ("ends", "starts", "conditions")
TONES = {"ending": "warn", "conditional": "info", "standing": "bad"}
DEFAULT = "in_force"
SELDOM = ("form", "specialty", "status")


class Holders(QWidget):
    """The list of held privileges, on a day."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self._page, self._session = page, page.session
        self._past: date | None = None
        self._make_actions()
        self.table = Table(
            HELD, lambda: self.day, name=page.title, seat=self._session.seat, checks=True, reader=self._session.reader
        )
        self.print_ = print_action(page, self.table)
        self._hide_seldom()
        self._lay_out()
        self.table.set_actions(
            [self.open_file, self.conditions, self.end, self.correct, *self.many.actions(), self.drop]
        )
        self.table.opened.connect(lambda _: self._open())
        self.table.picked.connect(self.weigh)
        self.table.counted.connect(lambda _: self.weigh())
        self.show_view(DEFAULT)

    def _make_actions(self) -> None:
        add = self._page.add
        self.new = add("&Add a held privilege…", "plus", "Ctrl+N", self._add)
        self.open_file = add("&Open the person's file", "user", "Ctrl+Return", self._open)
        self.conditions = add("Con&ditions…", "pencil", "Ctrl+Shift+C", self._ask_conditions)
        self.end = add("En&d…", "calendar-clock", "Ctrl+Shift+L", lambda: ask_end(self._chosen(), self._session, self))
        self.correct = add("Co&rrect…", "pencil", "F4", self._correct, hint="Correct a held privilege")
        self.drop = add("Dele&te…", "trash-2", "Ctrl+Del", self._ask_delete, hint="Delete what was never held")
        self.export = add("&Export to Excel…", "file-spreadsheet", "Ctrl+E", self._export)
        self.as_of = add("Today ▾", "calendar", "Ctrl+Shift+D", self._ask_day, hint="Show who held what on a day")
        self.actions_ = (
            *(self.new, self.open_file, self.conditions, self.end, self.correct, self.drop, self.export),
            self.as_of,
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.chips = Chips("Views of privileges")
        self.chips.set([*((v.key, v.title, None, TONES.get(v.key, "")) for v in HELD.views), ("", "All", None, "")])
        column.addWidget(self.chips)
        self.searching = SearchBox("Search by person, privilege or facility…")
        self.searching.narrow(self.table)
        self.searching.went_down.connect(self.table.setFocus)
        self.searching.setFixedWidth(300)
        self.views = SavedViews(self._page, self.table, self.chips, self.searching, self._turn_to)
        row = QHBoxLayout()
        row.addWidget(self.searching)
        row.addWidget(self.views.filtered, 1)
        row.addWidget(small("As of"))
        row.addWidget(button(self.as_of))
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.cells = InPlace(self._page, self.table, HELD, only=EDITED)
        column.addWidget(self.cells.bar)
        self.then = AsOf(self._page, self.table, self.cells, self.views, self.count)
        self.table.model_.today = lambda: self.day
        column.insertWidget(2, self.then.bar)
        how: dict[str, Any] = {"one": "row", "fields": EDITED, "shown": lambda: self._page.shows(self)}
        self.many = Many(self._page, self.table, HELD_PRIVILEGES, self.cells, **how)
        column.addWidget(BulkBar(self.table, [self.end, *self.many.actions()]))

    def _hide_seldom(self) -> None:
        """Room for names: what is seldom read is one click away, until the user chose columns."""
        kept = f"columns/{HELD.name}/{len(HELD.columns)}"
        if self._session.seat.state(kept).isEmpty():
            for place, column in enumerate(HELD.columns):
                self.table.heading.setSectionHidden(place, column.key in SELDOM)
            self.table.columns.fit()

    @property
    def day(self) -> date:
        """The day that the list is of."""
        return self._page.past or self._past or self._session.today

    def show_view(self, key: str) -> None:
        """Show one of the views, the office's saved ones among them."""
        self.views.open(key)

    def _turn_to(self, key: str) -> None:
        self.views.leave()
        self.chips.choose(key)
        self.table.set_view(key)
        self._say_empty(key)

    def _say_empty(self, key: str) -> None:
        view = HELD.view(key)
        if self.then.listed.count(today=self.day) == 0:
            sentence = (
                "Nobody holds a privilege yet. They come when an application is approved, or are added one by one."
            )
            self.table.set_empty(sentence, "Add a held privilege…", self.new)
        elif view:
            self.table.set_empty(f"Nothing here: no privilege is “{view.title}” on {texts.day(self.day)}.")
        self.count()

    def show_day(self, day: date | None) -> None:
        """Show who holds what on another day; None is today."""
        self._past = day if day != self._session.today else None
        self.table.refresh()
        self._say_empty(self.table.view)
        self.views.count()

    def refresh(self, tables: set[str]) -> None:
        """Show what changed."""
        self.views.refresh(tables)
        if tables & TABLES:
            self.table.refresh()
            self._say_empty(self.table.view)

    def count(self) -> dict[str, int]:
        """How many rows each view has; the chips say it."""
        counts = {view.key: self.then.listed.count(today=self.day, view=view.key) for view in HELD.views}
        counts[""] = self.then.listed.count(today=self.day)
        for key, count in counts.items():
            self.chips.set_count(key, count)
        self.as_of.setText(f"{texts.day(self.day)} ▾" if self.day != self._session.today else "Today ▾")
        self.weigh()
        return counts

    def weigh(self) -> None:
        """Only what can be done now can be pressed."""
        here, free = self._page.shows(self), self._page.free
        self.many.weigh()
        chosen, current = bool(self._chosen()), self.table.current() is not None
        self.new.setEnabled(free)  # from the forms too: Ctrl+K finds it
        for each, can in (
            (self.open_file, current),
            (self.conditions, free and current),
            (self.end, free and chosen),
            (self.correct, free and current),
            (self.drop, free and chosen),
            (self.export, self.table.count() > 0),
            (self.print_, self.table.count() > 0),
            (self.as_of, True),
        ):
            each.setEnabled(here and can)

    def _chosen(self) -> list[int]:
        return self.table.chosen()

    def _one(self) -> HeldPrivilege | None:
        return HeldPrivilege.get_or_none(HeldPrivilege.id == self.table.current())

    # What can be done

    def _open(self) -> None:
        held = self._one()
        if held is not None:
            self._page.shell.go("file", provider=held.provider_id, tab="privileges")

    def _ask_conditions(self) -> None:
        held = self._one()
        if held is not None:
            ask_conditions(held.id, held.conditions, self._session, self)

    def _add(self) -> None:
        self._page.tabs.choose("holders")
        self.table.setFocus()
        self._edit(HeldPrivilege(starts=self._session.today), "Add a held privilege")

    def _correct(self) -> None:
        held = self._one()
        if held is not None:
            self._edit(held, "Correct a held privilege")

    def _edit(self, record: HeldPrivilege, title: str) -> None:
        today = self._session.today
        form = Form(HeldPrivilege, FIELDS, today=lambda: today, links=links_of(HeldPrivilege, FIELDS, today))
        form.load(record)

        def save() -> list[Problem]:
            form.store(record)
            wrong = self._session.do(editing.save, record, HELD_PRIVILEGES)
            return [Problem("", "It was not saved.")] if wrong is None else wrong

        doubts = lambda: list(held_doubts.of_held(form, record))  # noqa: E731
        FormDialog(title, form, save, doubts=doubts, parent=self.window()).open()

    def _ask_delete(self) -> None:
        ids = self._chosen()
        self._session.messages.confirm(
            f"Delete {of(len(ids), 'held privilege')}?",
            f"Delete {of(len(ids), 'held privilege')}",
            lambda: self._session.do(editing.delete, HELD_PRIVILEGES, ids),
            detail="For what was never held. What was held is ended, so that it can still be asked for any day.",
        )

    def _export(self) -> None:
        export_list(self._session, self.table, f"Privileges {self.day.isoformat()}", "row", self)

    def _ask_day(self) -> Sheet:
        words = (
            "By the days from which and to which privileges are held, as the office knows them now; or as it knew them at the "
            "end of that day."
        )
        sheet, lines = Sheet("Who holds what on", words, self.window()), Lines()
        lines.add("day", "&Day", value=f"{self.day:%m/%d/%Y}", hint=HINT)

        def show(day: date | None, known_then: bool = False) -> None:
            sheet.accept()
            self.show_day(None if known_then else day)
            self.then.show(day if known_then else None)

        def go(known_then: bool = False) -> None:
            read = past_day_or_problem if known_then else day_or_problem
            day = read("day", lines.text("day"), self._session.today)
            if isinstance(day, Problem):
                lines.show_problems([day])
            else:
                show(day, known_then)

        sheet.body.addWidget(lines)
        sheet.add_button("Today", "", lambda: show(None))
        sheet.add_button("Show as &known then", "", lambda: go(True))
        sheet.add_button("Show", "primary", go, default=True)
        sheet.open()
        lines.focus("day")
        return sheet
