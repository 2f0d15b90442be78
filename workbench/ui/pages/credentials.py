"""Everything that expires or awaits verification, as an inbox: renew, record a verification, export, in bulk."""

from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent

from workbench.actions import editing, filing, snoozing
from workbench.errors import Problem
from workbench.lists.expirables import EXPIRABLES
from workbench.records.credential import CREDENTIALS, Credential
from workbench.records.policy import Policy
from workbench.records.words import of, within
from workbench.store import settings
from workbench.ui.as_of import AsOf, in_a_row
from workbench.ui.commanding import ROWLESS, needing
from workbench.ui.counting import count_views
from workbench.ui.credential_form import ask_credential
from workbench.ui.credential_sheets import Renew
from workbench.ui.in_place import InPlace
from workbench.ui.kit import going
from workbench.ui.kit.bulk import BulkBar
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.header import Header
from workbench.ui.kit.page import Page, Shell
from workbench.ui.kit.searchbox import SearchBox
from workbench.ui.kit.table import Table
from workbench.ui.list_exporting import export_list
from workbench.ui.list_printing import print_action
from workbench.ui.many import Many
from workbench.ui.pages import face
from workbench.ui.pages.credentials_snooze import Snooze
from workbench.ui.pages.side_look import PersonLook, about_credential
from workbench.ui.saved_views import SavedViews
from workbench.ui.session import Session
from workbench.ui.verification_sheets import record_verification

TONES = {"expiring": "warn", "lapsed": "bad", "month": "warn"}
DEFAULT = "expiring"
BESIDE = ("contact", "noticed", "expires", "number", "department", "verified")
"""Columns that make room for the quick look."""
ROOM = {"number": 1100, "department": 1400, "verified": 1400}
"""Logical pixels of the page from which on there is room for these columns too: the number is what is asked on the phone."""
SEEN = "Verify: add what was seen at the primary source"
SELDOM = frozenset({"number", "issuer", "department", "notice_to", "snoozed", "verified", "source"})
SHOWS = frozenset({"credential", "credential_sort", "provider", "department", "practice", "practice_member", "setting"})


class Credentials(Page):
    """The list of credentials, the first to lapse on top."""

    key, title, icon, group, under = face("credentials")

    def __init__(self, session: Session, shell: Shell) -> None:
        super().__init__(session, shell)
        self._counts: dict[str, int] = {}
        self.new = self.add("&Add credential", "plus", "Ctrl+N", self._add)
        self.renew = self.add("&Renew…", "refresh-cw", "Ctrl+R", self._renew)
        self.verify = self.add("Record &verification…", "shield-check", "Ctrl+Shift+V", self._verify, SEEN)
        self.chase = self.add("Renewal notices…", "mail", "Ctrl+Shift+C", self._chase)
        self.chase.setProperty(ROWLESS, True)
        self.snooze = Snooze(self, lambda: self.table.chosen(), lambda place: self._follow([], place))
        self.open_file = self.add("&Open the file", "user", "Ctrl+Return", lambda: self._open(self.table.current()))
        self.look = PersonLook(self, Credential, lambda: self.table.current(), about_credential, self.open_file, BESIDE)
        self.export_chosen = self.add(
            "E&xport selection…", "download", "Ctrl+Shift+E", lambda: self._export(self.table.chosen())
        )
        self.bring = self.add("&Import from Excel…", "upload", "Ctrl+I", lambda: self.shell.go("import"))
        self.export_all = self.add("&Export to Excel…", "file-spreadsheet", "Ctrl+E", self._export)
        how: dict[str, Any] = {"reader": session.reader, "view": DEFAULT, "late": True}
        self.table = Table(EXPIRABLES, lambda: session.today, seat=session.seat, checks=True, **how)
        self.print_ = print_action(self, self.table)
        self._hide_seldom()
        self._lay_out()
        self._connect()
        self.chips.choose(DEFAULT)
        self._show_view(DEFAULT)
        self._count()

    def _connect(self) -> None:
        some = [self.renew, self.verify, self.chase, *self.snooze.actions(), *self.many.actions()]
        of_one = [
            self.renew,
            self.verify,
            self.open_file,
            self.export_chosen,
            *self.look.actions(),
            *self.snooze.actions(),
        ]
        needing(*of_one, what="choose a credential first")
        self.table.set_actions([self.open_file, *self.look.actions(), *some])
        self.table.opened.connect(self._open)
        self.table.picked.connect(self._weigh)
        self.table.counted.connect(lambda _: self._weigh())

    def _lay_out(self) -> None:
        self.header = Header(self.title)
        self.header.buttons([self.bring, self.print_, self.export_all, self.chase, (self.new, "primary")])
        self.body.addWidget(self.header)
        self.chips = Chips("Views of credentials")
        self.chips.set(
            [("", "All", None, ""), *((v.key, v.title, None, TONES.get(v.key, "")) for v in EXPIRABLES.views)]
        )
        self.body.addWidget(self.chips)
        self.searching = self.search_box = SearchBox("Search credentials…")
        self.views = SavedViews(self, self.table, self.chips, self.searching, self._show_view, before=self.look.close)
        self.searching.narrow(self.table)
        self.searching.went_down.connect(self.table.setFocus)
        self.searching.setFixedWidth(340)
        self.cells = InPlace(self, self.table, EXPIRABLES)
        self.then = AsOf(self, self.table, self.cells, self.views, self._count)
        self.body.addLayout(in_a_row(self.searching, self.views.filtered, self.then.button()))
        self.body.addWidget(self.then.bar)
        self.body.addLayout(self.look.beside(self.table), 1)
        self.body.addWidget(self.cells.bar)
        self.many = Many(
            self, self.table, CREDENTIALS, self.cells, one="credential", export=self.export_chosen, about=self._about
        )
        some = [self.verify, self.renew, self.chase, *self.snooze.actions(), *self.many.actions()]
        self.body.addWidget(BulkBar(self.table, some, least=1))

    def _hide_seldom(self) -> None:
        """Room for names and numbers, which are never cut short; of a credential the state stands first, of a contact the phone.
        What is seldom read is one click away, until the user chose columns."""
        keys = [column.key for column in EXPIRABLES.columns]
        shown = {"snoozed"} if self.table.view == "snoozed" else set()
        shown |= _roomy(self.width())
        told = "number" if "number" in shown else "contact"
        self.table.columns.whole = frozenset(keys.index(each) for each in ("provider", told, "noticed"))
        self.table.columns.hide_at_first(SELDOM - shown)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if _roomy(event.size().width()) != _roomy(event.oldSize().width()):
            self._hide_seldom()

    # What is shown

    def shown(self) -> None:
        """The keyboard goes to the list."""
        self.table.setFocus()

    def recount(self, tables: set[str]) -> None:
        """The sidebar says how many are due, whatever page shows."""
        if tables & SHOWS:
            ask = partial(EXPIRABLES.count, today=self.session.today, view=DEFAULT)
            self.session.reader.ask((self, "badge"), ask, self._tell_due)

    def _tell_due(self, count: int) -> None:
        self._counts[DEFAULT] = count
        self.badge_changed.emit()

    def refresh(self, tables: set[str]) -> None:
        """Show what changed."""
        self.views.refresh(tables)
        if tables & SHOWS:
            self.table.refresh()
            self._count()
            self.look.follow()

    def open(self, view: str = "", credential: int | None = None, expires: str = "", **_: Any) -> None:
        """Show a view, of it what expires on some days, or go to one credential."""
        self.searching.clear()
        self.views.open(view)
        if expires:
            self.table.filter({"expires": expires})
        if credential is not None:
            self.table.go_to(credential)

    def badge(self) -> str:
        """How many lapsed or soon will."""
        count = self._counts.get(DEFAULT, 0)
        return f"{count:,}" if count else ""

    def _show_view(self, key: str) -> None:
        self.views.leave()
        self.table.set_view(key)
        self._hide_seldom()
        self._say_empty()
        self._weigh()

    def _say_empty(self) -> None:
        """What a list without rows says: of a view that it has none, of an office that nobody filled yet what to do."""
        view = EXPIRABLES.view(self.table.view)
        if view and view.key != "past" and self._counts.get("", 1):
            self.table.set_empty(f"Nothing here: no credential is “{view.title}”.", "Show all", lambda: self.open())
        elif self.session.read_only:
            self.table.set_empty("No credentials yet.")
        else:
            self.table.set_empty(
                "No credentials yet. They come with the roster, or are added one by one.",
                "Import roster…",
                self._import,
            )

    def _import(self) -> None:
        self.shell.go("import")

    def _count(self) -> None:
        count_views(self.session, self, self.then.listed, self._tell_counts, self.then.day)

    def _tell_counts(self, counts: dict[str, int]) -> None:
        self._counts = self._counts if self.past else counts  # the sidebar speaks of today
        self._say_empty()
        self.session.reader.drop((self, "badge"))  # this is newer
        for key, count in counts.items():
            self.chips.set_count(key, count)
        days, lapsed = settings.load(Policy).lead_days, counts["lapsed"]
        self.header.subtitle(
            f"{counts['']:,} on file · {lapsed:,} expired · {counts[DEFAULT] - lapsed:,} expiring within {of(days, 'day')}"
        )
        self.badge_changed.emit()

    def _weigh(self) -> None:
        """Only what can be done now can be pressed."""
        chosen, free = self.table.has_chosen(), self.free
        for each in (self.renew, self.verify):
            each.setEnabled(chosen and free and self.table.view != "past")
        for each in (self.new, self.bring):
            each.setEnabled(free)
        self.snooze.weigh(self.table.view)
        self.chase.setEnabled(free and self.table.count() > 0 and self.table.view != "past")
        self.open_file.setEnabled(self.table.current() is not None)
        self.look.weigh()
        self.export_chosen.setEnabled(chosen)
        self.export_all.setEnabled(self.table.count() > 0)

    def _chosen(self) -> list[int]:
        return self.table.chosen()

    # What can be done

    def _open(self, credential: int | None) -> None:
        found = self.then.read(lambda: Credential.get_or_none(Credential.id == credential))
        if found is not None:
            self.shell.go("file", provider=found.provider_id, credential=found.id, day=self.past)

    def _renew(self) -> None:
        place = self.table.currentIndex().row()
        sheet = Renew(self._chosen(), self.session, self.window())
        sheet.accepted.connect(lambda: self._follow(sheet.renewed, place))
        sheet.open()

    def _follow(self, renewed: list[int], place: int) -> None:
        """What was renewed stays chosen as its new terms. Where this view no longer has them the keyboard goes to what came
        next, and nothing is chosen: no tick goes over to somebody else's credential."""
        ids = self.table.ids()
        shown = [each for each in ids if each in frozenset(renewed)]
        if shown:
            self.table.go_to(shown[0])
        elif ids:
            going.go_near(self.table, place)
        self.table.select(shown)
        self.table.setFocus()

    def _verify(self) -> None:
        record_verification(self._chosen(), self.session, self.window())

    def _about(self) -> str:
        """What a task about the chosen rows is called until somebody calls it otherwise."""
        ids = self._chosen()
        if len(ids) != 1:
            return "Renew what expires"
        one = Credential.get_by_id(ids[0])
        return f"{'Verify' if one.verified is None else 'Renew'} {within(snoozing.called(one))}"

    def _chase(self) -> None:
        """Notices of the rows that are ticked, else of all that the view shows."""
        from workbench.ui.pages.chase_sheet import ChaseSheet

        ChaseSheet(self.session, self.table.selected() or list(self.table.ids()), self.window()).open()

    def _add(self) -> None:
        def keep(record: Credential) -> list[Problem] | None:
            how = (
                (filing.keep, record, CREDENTIALS, "credential")
                if record.provider_id
                else (editing.save, record, CREDENTIALS)
            )
            return self.session.do(*how)

        record = Credential()
        sheet = ask_credential("Add credential", record, keep, self.session, self.window(), whose=True)
        sheet.accepted.connect(lambda: self._show_new(sheet.added[-1]))

    def _show_new(self, credential: int) -> None:
        """What was added is what is chosen; where this view has no place for it, all show."""
        if not self.table.go_to(credential):
            self.open(credential=credential)
        self.table.setFocus()

    def _export(self, ids: Any = None) -> None:
        export_list(self.session, self.table, f"Credentials {self.then.day.isoformat()}", "credential", self, ids)


def _roomy(width: int) -> set[str]:
    """The columns for which a page so wide has room."""
    return {key for key, least in ROOM.items() if width >= least}
