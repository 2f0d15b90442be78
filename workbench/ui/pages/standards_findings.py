"""All findings, and all verifications, as lists; each row opens its person's file."""

from typing import Any

from workbench.actions.tasks import About
from workbench.lists.findings import FINDINGS_LIST
from workbench.lists.verifications import VERIFICATION_LOG
from workbench.records.finding import KeptFinding
from workbench.records.verification import Verification
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.buttons import button
from workbench.ui.pages.standards_list import ListPart
from workbench.ui.verification_sheets import strike_look


class FindingsPart(ListPart):
    """What is found."""

    listed, one = FINDINGS_LIST, "finding"
    shares = (18, 12, 20, 9, 41, 22, 8, 16)
    hidden = frozenset({"department", "remedy", "worse_on", "citation"})  # the file's card says them whole
    nothing = "Nothing is found: every file is as the standards ask."
    tones = {"block": "bad", "warn": "warn"}

    def __init__(self, page: Any) -> None:
        super().__init__(page)
        self.assign = page.add("Assign a task…", "clipboard-list", "Ctrl+Shift+T", self._assign)
        self.head.addWidget(button(self.assign, "link"))
        self.act_on_rows(self.assign)

    def weigh(self) -> None:
        """A task is about findings that are looked at, and none is made of a day gone by."""
        free = self._page.free and self._page.past is None
        self.assign.setEnabled(self.isVisible() and free and self.table.has_chosen())

    def _assign(self) -> None:
        """A task about each chosen finding: it leads to the credential that the finding is about, or is about the person."""
        from workbench.ui import many_sheets

        ids = self.table.chosen()
        found = {each.id: each for each in KeptFinding.select().where(KeptFinding.id.in_(ids))}
        rows: list[Any] = [found[each] for each in ids if each in found]
        about = list(dict.fromkeys(About(each.provider or None, each.credential) for each in rows))
        said = (rows[0].remedy.partition(". ")[0].rstrip("."), rows[0].message) if len(rows) == 1 else ("", "")
        if rows:
            many_sheets.ask_task(self._page, about, said[0], "finding", remarks=said[1])

    def of_department(self, name: str) -> None:
        """What keeps the files of a department from being ready."""
        self.chips.choose("block")
        self.table.set_view("block")
        self.table.filter({"department": name})

    def open_row(self, id: int | None) -> None:
        """The file, at the credential if it is about one."""
        found: Any = None
        if id is not None:
            found = self._page.as_shown(lambda: KeptFinding.get_or_none(KeptFinding.id == id))
        if found is not None and found.provider:
            self._page.open_file(found.provider, found.credential)


class VerificationsPart(ListPart):
    """The log of verifications."""

    listed, one = VERIFICATION_LOG, "verification"
    shares = (19, 13, 14, 11, 14, 9, 10, 9, 11, 11, 14)
    hidden = frozenset({"method", "struck", "reason"})
    nothing = "Nothing was verified yet. A verification is recorded on a person's file, or on Credentials for several."
    tones = {"unlike": "warn"}
    chips_below = True

    def __init__(self, page: Any) -> None:
        super().__init__(page)
        self.strike = page.add("Stri&ke the verification…", "x", "Ctrl+Shift+K", self._strike)
        self.head.addWidget(ButtonRow([self.strike, page.export_log], kind="link"))
        self.act_on_rows(self.strike)

    def weigh(self) -> None:
        """One is struck at a time, with its own reason; none that is struck already."""
        free = self._page.free and self._page.past is None and self.isVisible()
        self.strike.setEnabled(free and self._standing() is not None)

    def _standing(self) -> Verification | None:
        """The one that is chosen, unless it is struck."""
        chosen = self.table.chosen()
        found = Verification.get_or_none(Verification.id == chosen[0]) if len(chosen) == 1 else None
        return None if found is None or found.struck else found

    def _strike(self) -> None:
        strike_look(self._standing(), self._page.session, self.window())

    def open_row(self, id: int | None) -> None:
        """The file, at the credential if it is of one."""
        found: Any = None
        if id is not None:
            found = self._page.as_shown(lambda: Verification.get_or_none(Verification.id == id))
        if found is not None:
            self._page.open_file(found.provider_id, found.credential_id)
