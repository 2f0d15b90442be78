"""One application: where it stands, why it is not ready and what mends that, and everything it brings along."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget

from workbench.actions import applications
from workbench.lists import application_file
from workbench.rules.lack import Lack
from workbench.ui import application_sheets as sheets
from workbench.ui import ending_sheets as endings
from workbench.ui.kit.buttons import icon_button
from workbench.ui.kit.header import Header
from workbench.ui.kit.labels import status
from workbench.ui.kit.page import Page
from workbench.ui.kit.tabs import Tabs
from workbench.ui.kit.way_back import way_back
from workbench.ui.pages import application_tabs as tabs
from workbench.ui.pages import face
from workbench.ui.pages.application_cards import SHORT
from workbench.ui.pages.application_side import Side
from workbench.ui.pages.file_arriving import Drops
from workbench.ui.pages.file_tabs import Documents

TABS = (
    ("summary", "Summary"),
    ("disclosures", "Disclosures"),
    ("references", "References"),
    ("claims", "Flags and claims"),
    ("evidence", "Evidence"),
    ("privileges", "Privileges"),
    ("documents", "Documents"),
    ("chair", "Chair"),
)
MADE: dict[str, Callable[[Any], Any]] = {
    "summary": tabs.Asked,
    "disclosures": tabs.Disclosures,
    "references": tabs.References,
    "claims": tabs.claims,
    "evidence": tabs.evidence,
    "privileges": tabs.Privileges,
    "documents": Documents,
    "chair": tabs.Chair,
}
"""The tabs are made when they are first asked for."""
ON_PERSON = {"credentials": "credentials", "background": "background", "person": "summary"}
"""Parts that lie on the person's own file, and its tab."""


class ApplicationPage(Page):
    """One application at a time; the others of the list one key away."""

    key, title, icon, group, under = face("application")

    def __init__(self, session: Any, shell: Any) -> None:
        super().__init__(session, shell)
        self.file: Any = None
        self._application = 0
        self._among: Sequence[int] = ()
        self._late: set[str] = set()
        self._parts: dict[str, Any] = {}
        self._make_actions()
        self.header, self.tabs, self._stack = Header(), Tabs("Parts of the application"), QStackedWidget(self)
        self.side = Side(self._mend)
        self._lay_out()
        self.tabs.chosen.connect(self._show_tab)
        self.drops = Drops(self)

    def _make_actions(self) -> None:
        self.back_to_list = self.add("&Back to the applications", "arrow-left", "Alt+Left or Esc", self._back_to_list)
        self.before = self.add("Previous application", "chevron-up", "Alt+Up", lambda: self._step(-1))
        self.after = self.add("Next application", "chevron-down", "Alt+Down", lambda: self._step(1))
        self.forward = self.add("&Move on", "arrow-right", "Ctrl+Right", lambda: self._move(1))
        self.back = self.add("Move bac&k…", "arrow-left", "Ctrl+Left", lambda: self._move(-1))
        self.report = self.add("C&hair's report…", "user-check", "Ctrl+R", self._report)
        self.grant = self.add("&Grant…", "badge-check", "Ctrl+G", lambda: self._opened(endings.Grant))
        self.close_it = self.add("&Close without a grant…", "circle-x", "Ctrl+Del", lambda: self._opened(endings.Close))
        self.reopen = self.add("Re&open…", "undo-2", "", lambda: self._opened(endings.Reopen))
        self.person = self.add("Open the &person's file", "user", "Ctrl+Shift+P", lambda: self._to_person("summary"))
        self.attach = self.add(
            "Attach doc&uments…", "upload", "Ctrl+Shift+A", lambda: self.part("documents").ask_which()
        )
        self.more = self.add("More ▾", "", "Ctrl+M", self._menu, hint="More that can be done with this application")
        self.add("Next part", "", "Ctrl+Tab or Ctrl+PgDown", lambda: self._turn(1))
        self.add("Previous part", "", "Ctrl+Shift+Tab or Ctrl+PgUp", lambda: self._turn(-1))

    def _lay_out(self) -> None:
        self.place = status("place")
        way_back(self.body, self.back_to_list, self.place, 6, icon_button(self.before), icon_button(self.after))
        self.header.buttons([self.more, self.report, (self.forward, "primary")])
        self.body.addWidget(self.header)
        self.body.addWidget(self.tabs)
        self.body.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._stack, 3)
        row.addWidget(self.side, 1)
        self.body.addLayout(row, 1)

    def part(self, key: str) -> Any:
        """The widget of a tab."""
        if key not in self._parts:
            self._parts[key] = MADE[key](self)
            self._stack.addWidget(self._parts[key])
        return self._parts[key]

    def to_make(self) -> list[Callable[[], object]]:
        """The tabs that nobody chose yet."""
        return [partial(self.part, key) for key in MADE]

    # What is shown

    def open(self, application: int = 0, among: Sequence[int] | None = None, tab: str = "", **_: Any) -> None:
        """Show an application; among are the ids of the list it was opened from."""
        self.leave()
        if among is not None:
            self._among = list(among)
        elif application not in self._among:
            self._among = ()
        self._application, self.file = application, None  # the part that is chosen now does not show the one before
        self.tabs.set([(key, title) for key, title in TABS])
        self.tabs.choose(tab or self.tabs.current() or "summary")
        self._read()

    def refresh(self, tables: set[str]) -> None:
        """Read the application again; it is a few queries."""
        if self._application:
            self._read()

    def leave(self) -> bool:
        """What is being written is kept first, or stays as a draft."""
        for key in ("summary", "chair"):
            if key in self._parts:
                self._parts[key].forms.finish()
        return True

    def can_write(self) -> bool:
        """Whether the office is open for writing."""
        return not self.session.read_only

    def _read(self) -> None:
        self.file = application_file.read(self._application, self.session.today)
        if self.file is None:
            self._application = 0
            self.shell.go("applications")
            return
        self._late = {key for key, _ in TABS}
        self._head()
        self._weigh()
        self.side.show_file(self.file)
        self._show_tab(self.tabs.current() or "summary")

    def _head(self) -> None:
        shown = self.file
        self.header.title(shown.title)
        self.header.subtitle(shown.line)
        self.header.initials(shown.initials)
        self.header.pills(shown.pills)
        parts = shown.parts
        counts = {
            "disclosures": len(parts["disclosures"]),
            "references": len(parts["references"]),
            "claims": len(parts["flags"]) + len(parts["claims"]),
            "documents": len(parts["documents"]),
        }
        self.tabs.set([(key, title, counts.get(key) or None) for key, title in TABS])
        where = self._where()
        self.place.setText(f"{where + 1:,} of {len(self._among):,}" if where >= 0 else "")

    def _show_tab(self, key: str) -> None:
        """Only the part that shows is drawn; the others when they are chosen."""
        if self.file is None:
            return
        if key in self._late:
            self._late.discard(key)
            self.part(key).show_file(self.file)
        self._stack.setCurrentWidget(self.part(key))

    def _weigh(self) -> None:
        """Only what can be done now can be pressed, and the primary button says where it leads."""
        free, stage, where = self.can_write(), self.file.standing.stage, self._where()
        place = applications.OPEN.index(stage) if stage in applications.OPEN else -1
        following = applications.OPEN[place + 1] if 0 <= place < len(applications.OPEN) - 1 else ""
        self.forward.setText(f"&Move to {SHORT.get(following, following.lower())}" if following else "&Move on")
        self.forward.setEnabled(free and bool(following))
        self.back.setEnabled(free and place > 0)
        for each in (self.report, self.grant, self.close_it):
            each.setEnabled(free and place >= 0)
        self.reopen.setEnabled(free and self.file.reopenable)
        self.attach.setEnabled(free)
        self.before.setEnabled(where > 0)
        self.after.setEnabled(0 <= where < len(self._among) - 1)

    # Going

    def _where(self) -> int:
        return self._among.index(self._application) if self._application in self._among else -1

    def _step(self, by: int) -> None:
        where = self._where() + by
        if 0 <= where < len(self._among):
            self.open(self._among[where], among=self._among)

    def _turn(self, by: int) -> None:
        self.tabs.turn(by)
        self.tabs.enter(self.part(self.tabs.current()))

    def _back_to_list(self) -> None:
        self.shell.go("applications", application=self._application)

    def _to_person(self, tab: str, credential: int | None = None) -> None:
        self.shell.go("file", provider=self.file.id, tab=tab, credential=credential)

    def _mend(self, lack: Lack) -> None:
        """Go to where a lack is mended: a field, a row, the person's file, or the chair's report."""
        part, _, field = lack.part.partition(".")
        if part in ON_PERSON:
            self._to_person(ON_PERSON[part], lack.record if part == "credentials" else None)
        elif part == "chair":
            self._report()
        else:
            self.tabs.choose(part)
            shown = self.part(part)
            if field:
                shown.go_to(field)
            elif lack.record is not None and hasattr(shown, "table"):
                shown.table.go_to(lack.record)
                shown.table.setFocus()

    # What can be done

    def _menu(self) -> None:
        menu = QMenu(self)
        menu.addActions([self.back, self.grant, self.close_it, self.reopen])
        menu.addSeparator()
        menu.addActions([self.attach, self.person])
        menu.popup(QCursor.pos())

    def _move(self, by: int) -> None:
        place = applications.OPEN.index(self.file.standing.stage) + by
        if not 0 <= place < len(applications.OPEN):
            return
        sheets.move([self._application], applications.OPEN[place], self.session, self.window())

    def _report(self) -> None:
        self._sheet(sheets.report)

    def _sheet(self, make: Callable[..., object]) -> None:
        make(self.session, self.window(), self._application)

    def _opened(self, kind: Callable[..., Any]) -> None:
        kind(self._application, self.session, self.window()).open()
