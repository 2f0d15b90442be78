"""The credentials of a file: the table, what needs attention, and the card of the one that is chosen."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.actions import filing, verifying
from workbench.lists import why as whys
from workbench.lists.file import File
from workbench.lists.file_parts import CREDENTIAL_HEADINGS
from workbench.records.credential import CREDENTIALS, Credential
from workbench.records.words import of
from workbench.ui.credential_form import ask_credential
from workbench.ui.credential_sheets import Renew
from workbench.ui.kit import plain
from workbench.ui.kit.action import own_action
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.card import Card, Facts, scrolled
from workbench.ui.kit.chips import Chips
from workbench.ui.kit.labels import note
from workbench.ui.kit.parting import empty
from workbench.ui.kit.pill import LongPill, Pill
from workbench.ui.kit.table import Table
from workbench.ui.pages import file_adding
from workbench.ui.pages.file_ahead import Ahead
from workbench.ui.pages.file_records import rows
from workbench.ui.pages.file_why import WhyCard
from workbench.ui.verification_sheets import ask_strike, record_verification

COLUMNS = tuple(
    plain.Column(text.lower(), text, bold=place == 0, pill=place == 2) for place, text in enumerate(CREDENTIAL_HEADINGS)
)
SIDE, WIDEST = 252, 380
"""Logical pixels: a fifth of the page, between these."""
MOST = 5
"""Matters shown one by one; the others are counted."""


class FileCredentials(QWidget):
    """One person's credentials."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self._page = page
        self.chips = Chips("Terms")
        self.listed = plain.PlainList("file_credentials", page.title, COLUMNS)
        self.table = Table(self.listed, lambda: page.session.today, name=page.title, seat=page.session.seat)
        self.table.columns.whole = frozenset({0})  # which license, which board: it is what tells them apart
        except_from = partial(file_adding.to_add, page, "quality", "exceptions")
        self.why, self.matters, self.card, self.facts = (
            WhyCard(except_from, self.show_ahead, lambda: self.ahead.ask_day()),
            Card("What needs attention"),
            Card(),
            Facts(),
        )
        self._matters = QVBoxLayout()
        self.ahead = Ahead(self, page)
        self.strike = page.add("Stri&ke the verification…", "x", "Ctrl+Shift+K", self._ask_strike)
        self.chase = page.add("Renewal notices…", "mail", "Ctrl+Shift+C", self._chase, hint="Write to this person")
        self._lay_out()
        self.chips.chosen.connect(lambda _: self._show_terms())
        self.table.current_changed.connect(lambda _: self._show_one())
        self.table.picked.connect(self.weigh)
        self.table.opened.connect(lambda _: self.edit())

    def _lay_out(self) -> None:
        page = self._page
        left = Card(margins=False)
        left.head.addWidget(self.chips, 1)
        left.add(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(left, 4)
        row.addWidget(self._side(), 1)
        self.past = own_action(self, "History of the credential…", "history", "Ctrl+H", self._history)
        self.table.set_actions([page.renew, page.verify, page.change, page.drop, self.past])

    def _show_proof(self) -> None:
        page, proof = self._page, self._page.file.proofs.get(self.table.current())
        if proof is not None:
            page.tabs.choose("documents")
            page._show_tab("documents")
            page.part("documents").table.go_to(proof)

    def _history(self) -> None:
        from workbench.ui.record_history import ask_history

        if self.chosen():
            ask_history(self._page, CREDENTIALS, self.chosen()[0])

    def _side(self) -> QWidget:
        """What needs attention, and the chosen credential with what can be done about it."""
        page = self._page
        self.matters.body.addLayout(self._matters)
        self.card.add(self.facts)
        self.proof = own_action(self, "Show the &proof", "eye", "Ctrl+Return", self._show_proof)
        # Renew is the page's own, above
        for pair in ((page.verify,), (self.proof,), (self.strike,), (page.change, page.drop)):
            buttons = QHBoxLayout()
            buttons.addWidget(ButtonRow(pair, gap=6))
            buttons.addStretch(1)
            self.card.body.addLayout(buttons)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.why)
        column.addWidget(self.card)
        column.addWidget(self.matters)
        column.addStretch(1)
        area = scrolled(side)
        area.setMinimumWidth(SIDE)
        area.setMaximumWidth(WIDEST)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def show_file(self, file: File) -> None:
        """Show the credentials of a file."""
        self.chips.set([("current", "Current", len(file.current), ""), ("past", "Past", len(file.past), "")])
        self.show_findings()
        self._show_terms()

    def show_findings(self) -> None:
        """Show why the file is not ready, today or on the day to come that was asked for."""
        why = self.ahead.found()
        self.why.show_why(why, self._page.can_write())
        self._show_matters(self._page.file, why)
        self.ahead.tell()

    def show_ahead(self, day: date | None) -> None:
        """Show the findings of a day to come, or with None those of today."""
        self.ahead.show(day)

    def go_to(self, credential: int) -> None:
        """Show one credential."""
        past = any(line.id == credential for line in self._page.file.past)
        self.chips.choose("past" if past else "current")
        self._show_terms()
        self.table.go_to(credential)
        self.table.setFocus()

    def _show_terms(self) -> None:
        past, before = self.chips.current() == "past", self.table.current()
        shown = self._page.file.past if past else self._page.file.current
        self.listed.replace(rows(shown))
        if past:
            self.table.set_empty("No earlier terms. A renewal keeps the old term here.")
        else:
            self.table.set_empty("No credentials on this file yet.", "Add credential…", self.add)
        self.table.refresh()
        self._follow(before, [line.id for line in shown])
        if self.table.current() is None and self.table.count():
            self.table.go_to(self.table.ids()[0])
        self._show_one()

    def _follow(self, before: int | None, shown: list[int]) -> None:
        """A renewed credential goes on as its new term: the choice must not fall on its neighbor."""
        names = self._page.file.names
        if before is not None and before not in shown and before in names:
            heirs = [each for each in shown if names.get(each) == names[before]]
            if heirs:
                self.table.go_to(heirs[0])

    def _show_one(self) -> None:
        chosen = self.table.current()
        file = self._page.file
        self.card.setVisible(chosen is not None and chosen in file.names)
        if chosen is not None and chosen in file.names:
            self.card.set_title(file.names[chosen])
            self.facts.set(file.facts[chosen])
        self.weigh()

    def _show_matters(self, file: File, why: whys.Why | None) -> None:
        """What the standards do not say of the same credential."""
        empty(self._matters)
        said = {point.credential for point in why.points} - {None} if why else set()
        matters = [each for each in file.matters if each.credential not in said]
        self.matters.setVisible(bool(matters) or why is None)
        for each in matters[:MOST]:
            both = QVBoxLayout()
            both.setSpacing(1)
            both.addWidget(LongPill(each.headline, each.tone))
            both.addWidget(note(each.sentence))
            self._matters.addLayout(both)
        if len(matters) > MOST:
            self._matters.addWidget(note(f"and {len(matters) - MOST} more"))
        if not matters:
            self._matters.addWidget(Pill("Nothing needs attention", "good"), 0, Qt.AlignmentFlag.AlignLeft)

    def chosen(self) -> list[int]:
        """The ids of the credentials that an action is about."""
        return self.table.chosen()

    def weigh(self) -> None:
        """Only what can be done now can be pressed."""
        page, chosen = self._page, bool(self.chosen())
        self.ahead.weigh()
        self.proof.setEnabled(bool(page.file) and self.table.current() in page.file.proofs)
        free = page.can_write()
        here = page.tabs.current() == "credentials"
        can_renew = chosen and self.chips.current() != "past" if here else bool(page.file and page.file.current)
        page.renew.setEnabled(free and can_renew)
        page.verify.setEnabled(free and here and can_renew)
        for each in (page.change, page.drop):
            each.setEnabled(free and chosen and here)
        one = self.table.current()
        self.chase.setEnabled(free and bool(page.file and page.file.current))
        self.strike.setEnabled(free and here and one is not None and verifying.standing_look(one) is not None)

    # What can be done

    def _chase(self) -> None:
        """Notices of what is due of this person, chosen or not: as from the list of all credentials."""
        from workbench.ui.pages.chase_sheet import ChaseSheet

        page = self._page
        held = Credential.select(Credential.id).where((Credential.provider == page.file.id) & ~Credential.past)
        ChaseSheet(page.session, [row[0] for row in held.tuples()], page.window()).open()

    def renew(self) -> None:
        """Until when, in a sheet; from another tab it is the credential that lapses first."""
        page = self._page
        if page.tabs.current() != "credentials":
            page.tabs.choose("credentials")
            first = next((each.credential for each in page.file.matters if each.credential), None)
            if first is None:
                return
            self.go_to(first)
        sheet = Renew(self.chosen(), self._page.session, self.window())
        sheet.accepted.connect(self.table.setFocus)
        sheet.open()

    def verify(self) -> None:
        """What was seen at the source, in a sheet."""
        record_verification(self.chosen(), self._page.session, self.window())

    def _ask_strike(self) -> None:
        one = self.table.current()
        if one is not None:
            ask_strike(one, self._page.session, self.window())

    def add(self) -> None:
        """A new credential of this person."""
        self._open(Credential(provider=self._page.file.id), "Add credential")

    def edit(self) -> None:
        """Correct what stands; a renewal is another thing."""
        if self._page.can_write() and self.chosen():
            self._open(Credential.get_by_id(self.chosen()[0]), "Edit credential")

    def _open(self, record: Credential, title: str) -> None:
        session = self._page.session
        keep = lambda record: session.do(filing.keep, record, CREDENTIALS, "credential")  # noqa: E731
        new = record.get_id() is None
        sheet = ask_credential(title, record, keep, session, self.window(), words=self._page.file.title)
        sheet.accepted.connect(lambda: self._show_new(sheet.added[-1]) if new else self.table.setFocus())

    def _show_new(self, credential: int) -> None:
        """What was added is what is chosen."""
        self._page.tabs.choose("credentials")
        self.go_to(credential)

    def ask_delete(self) -> None:
        """Delete, by count."""
        ids, page = self.chosen(), self._page
        what = of(len(ids), "credential")
        page.session.messages.confirm(
            f"Delete {what}?",
            f"Delete {what}",
            lambda: page.session.do(filing.remove, CREDENTIALS, ids, "credential", page.file.title),
            detail="A lapsed credential is better renewed: the old term stays. Undo brings back what was deleted.",
        )


def actions_of(page: Any) -> tuple[QAction, ...]:
    """What a file's page can do with its credentials, from any of its parts: add, renew, verify, correct, delete."""

    def part() -> Any:
        return page.credentials

    hints = {"hint": "Correct the chosen credential"}, {"hint": "Delete the chosen credential"}
    return (
        page.add("&Add credential", "plus", "Ctrl+N", lambda: file_adding.add(page)),
        page.add("Rene&w…", "refresh-cw", "Ctrl+R", lambda: part().renew()),
        page.add("Record &verification…", "shield-check", "Ctrl+Shift+V", lambda: part().verify()),
        page.add("Co&rrect…", "pencil", "Ctrl+E", lambda: part().edit(), **hints[0]),
        page.add("&Delete…", "trash-2", "Ctrl+Del", lambda: part().ask_delete(), **hints[1]),
    )
