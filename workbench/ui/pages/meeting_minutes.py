"""What was decided, item by item, and the closing of the meeting."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.actions import meetings
from workbench.lists import recommended, recusals
from workbench.lists.agenda_parts import Agenda, Item
from workbench.lists.recusals import Recused
from workbench.records import texts
from workbench.records.committee import FINAL
from workbench.records.meeting_words import CANCELLED, CONSENT, HELD
from workbench.records.words import of
from workbench.rules import chain
from workbench.rules.quorum import OfItem
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.card import Card, Facts
from workbench.ui.kit.labels import note
from workbench.ui.kit.plain import Column, PlainList, Row
from workbench.ui.kit.table import Table
from workbench.ui.pages.agenda_table import outcome_tone
from workbench.ui.pages.meeting_doubts import EARLY, not_yet_held
from workbench.ui.pages.meeting_sheets import ask_closing
from workbench.ui.pages.outcome_sheet import ask_outcome
from workbench.ui.pages.recusal_sheets import Recusals

MOST = 6
"""So many names a question holds."""

COLUMNS = (
    Column("number", "No."),
    Column("item", "Item", bold=True),
    Column("asked", "Action asked"),
    Column("recused", "Recused", "right"),
    Column("outcome", "Outcome", pill=True),
    Column("conclusion", "Conclusion"),
)
SHARES = (5, 30, 19, 7, 18, 21)
"""Percent of the width: “Approved with conditions” is never cut by a long item."""


class MeetingMinutes(QWidget):
    """The items with their outcomes; what is chosen is told in full below."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self._page = page
        self.listed = PlainList("minutes_of_meeting", "Minutes and votes", COLUMNS)
        self.table = Table(self.listed, lambda: page.session.today, name="Minutes and votes", seat=page.session.seat)
        self.table.heading.setSectionsClickable(False)
        self.table.columns.shares = SHARES
        self.record = page.add("Record the &outcome…", "check", "Ctrl+Shift+O", self._record)
        self.approve = page.add("Appro&ve", "circle-check", "Ctrl+Shift+V", lambda: self._quick("Approved"))
        self.approve_list = page.add("Approve the consent &list", "square-check", "Ctrl+Shift+L", self._approve_list)
        self.take_back = page.add("Take the outcome back", "undo-2", "", lambda: self._quick(""))
        self.recuse = page.add("Rec&usals…", "log-out", "Ctrl+Shift+U", self._ask_recusals)
        self.close_it = page.add("&Close as held…", "lock", "Ctrl+Shift+H", self._close)
        self.paper = page.add("&Minutes on paper…", "file-text", "Ctrl+Shift+S", self._ask_paper)
        self.table.set_actions([self.record, self.approve, self.approve_list, self.recuse, self.take_back])
        self._approves = self.approve.toolTip()
        self._recused: dict[int, tuple[Recused, ...]] = {}
        self._quorums: dict[int, OfItem] = {}
        self._lines: Mapping[int, recommended.Lines] = {}
        self.facts, self.said = Facts(), note("")
        self._lay_out()
        self.table.opened.connect(lambda _: self._record())
        self.table.picked.connect(self._follow)
        self.table.current_changed.connect(lambda _: self._follow())

    def _lay_out(self) -> None:
        card = Card(margins=False)
        card.head.addWidget(ButtonRow([self.record, self.approve, self.approve_list, self.recuse, self.take_back]))
        card.head.addStretch(1)
        card.head.addWidget(ButtonRow([self.close_it, self.paper]))
        card.add(self.table, 1)
        below = Card("What was decided")
        below.add(self.facts)
        below.add(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(card, 1)
        column.addWidget(below)
        self.below = below

    # What is shown

    def take_focus(self) -> None:
        """The keyboard goes to the first item without an outcome."""
        self.table.setFocus()
        agenda = self._page.agenda
        if self.table.current() is None and agenda:
            open_ones = [each.id for each in agenda.items if not each.outcome]
            if open_ones or self.table.count():
                self.table.go_to(open_ones[0] if open_ones else self.table.ids()[0])

    def show_agenda(self, agenda: Agenda) -> None:
        """Show what was decided."""
        self._recused, self._quorums = recusals.of_meeting(agenda.meeting), recusals.quorums(agenda.meeting)
        self._lines = recommended.of_items([each.id for each in agenda.items])
        self.listed.replace([_row(each, len(self._recused.get(each.id, ()))) for each in agenda.items])
        self.table.refresh()
        self._follow()

    def _items(self) -> list[Item]:
        """What is chosen here, or on the agenda while that shows."""
        agenda, tab = self._page.agenda, self._page.tabs.current()
        if tab in ("", "agenda"):
            return self._page.parts["agenda"].items()
        if tab != "minutes":
            return []
        chosen = self.table.chosen()
        found = [agenda.item(each) for each in chosen] if agenda else []
        return [each for each in found if each is not None]

    def weigh(self) -> None:
        """Only what can be done now can be pressed."""
        self._follow()

    def _follow(self) -> None:
        items, agenda, free = self._items(), self._page.agenda, self._page.can_write()
        told = meetings.only_told([each.id for each in items if each.information])
        self.record.setEnabled(free and bool(items))
        self.approve.setEnabled(free and bool(items) and not told)
        self.approve.setToolTip(told or self._approves)
        self.take_back.setEnabled(free and any(each.outcome for each in items))
        self.recuse.setEnabled(free and len(items) == 1)
        self.approve_list.setEnabled(free and bool(self._consent()))
        self.close_it.setEnabled(free and agenda is not None and agenda.state != HELD)
        self.paper.setEnabled(
            agenda is not None and agenda.state != CANCELLED and agenda.held <= self._page.session.today
        )
        self.below.setVisible(len(items) == 1)
        if len(items) == 1:
            self._tell(items[0])

    def _tell(self, item: Item) -> None:
        self.below.set_title(f"{item.number} {item.title}")
        gone, left = self._recused.get(item.id, ()), self._quorums.get(item.id)
        parts = (
            ("Recused", "; ".join(each.said for each in gone)),
            ("Quorum", left.said if left and (gone or left.short) else ""),
            ("Chair's choice", item.quorum_choice),
            ("Out of turn", item.out_of_turn),
            ("Term", recommended.term_said(item)),
            ("Deferred", recommended.until_said(item)),
            ("Privileges", "; ".join(recommended.lines_said(self._lines.get(item.id, ()), self._page.agenda.level))),
            ("Conditions", item.conditions),
            ("Conclusion", item.conclusion),
            ("Reason", item.reason),
        )
        self.facts.set(
            [("Outcome", item.outcome or "not recorded yet"), *((name, text) for name, text in parts if text)]
        )
        self._warn(item, left)

    def _warn(self, item: Item, left: OfItem | None) -> None:
        agenda, today = self._page.agenda, self._page.session.today
        words = [meetings.only_told([item.id])] if item.information and not item.outcome else []
        if agenda.state == CANCELLED:
            words = ["The meeting is cancelled: nothing was decided at it."]
        elif agenda.held > today:
            words.append(f"{not_yet_held(agenda.held, agenda.starts, today, datetime.now())} {EARLY}")
        untold = item.quorum_choice or item.information or agenda.state == CANCELLED
        unknown = "" if untold else meetings.unknown_quorum(agenda.meeting, today)
        words += [unknown] if unknown else []
        if left is not None and left.short and not item.quorum_choice:
            words.append("Too few are left for a quorum: with the outcome, say what the chair chose.")
        self.said.setText(" ".join(words))
        self.said.kind("bad" if unknown or (words and words[-1].startswith("Too few")) else "note")
        self.said.setVisible(bool(words))

    def _consent(self) -> list[Item]:
        agenda = self._page.agenda
        items = agenda.items if agenda else ()
        open_ones = [each for each in items if not (each.outcome or each.information or each.closed)]
        return [each for each in open_ones if each.section == CONSENT]

    # What can be done

    def _record(self) -> None:
        if self.record.isEnabled() and (items := self._items()):
            ask_outcome(self._page, items)

    def _quick(self, outcome: str) -> None:
        self._write(self._items(), outcome)

    def _approve_list(self) -> None:
        self._write(self._consent(), "Approved")

    def _write(self, items: list[Item], outcome: str) -> None:
        ids = [each.id for each in items]
        own = meetings.own_items(ids) if outcome in chain.DECIDED else {}
        if outcome in chain.APPROVED and meetings.discussed(ids):
            ask_outcome(self._page, items, outcome)  # what is discussed takes its reasons
        elif outcome in chain.APPROVED and meetings.from_chair(ids):
            ask_outcome(
                self._page, items, outcome
            )  # the chair's report is read before it becomes the committee's conditions
        elif outcome in chain.DECIDED and self._page.agenda.level not in FINAL and meetings.out_of_turn(ids):
            ask_outcome(self._page, items, outcome)  # and so does what is decided out of turn
        elif own:
            who = " and ".join(dict.fromkeys(each.name for each in own.values()))
            self._page.session.messages.confirm(
                f"Record that {who} took no part?",
                f"Recuse as the applicant, and {'approve' if outcome in chain.APPROVED else 'record'}",
                lambda: self._once_held(ids, outcome, recuse_applicants=True),
                detail=meetings.own_said(own.values()),
                danger=False,
            )
        elif items:
            self._once_held(ids, outcome)

    def _once_held(self, ids: list[int], outcome: str, **how: Any) -> None:
        """What is missing is asked for first, and what a meeting decides that has not begun is asked about."""
        agenda, session = self._page.agenda, self._page.session
        meant = how | {"from_decision": True}  # whether a term begins with the decision is asked last
        if outcome and meetings.outcome_refusals(ids, outcome, session.today, **meant) and agenda.state != CANCELLED:
            ask_outcome(self._page, [each for each in agenda.items if each.id in ids], outcome).say_missing()
            return
        early = not_yet_held(agenda.held, agenda.starts, session.today, datetime.now()) if outcome else ""
        if not early:
            self._begin(ids, outcome, **how)
            return
        session.messages.confirm(
            f"{early} Record its outcomes already?",
            "Record all the same",
            lambda: self._begin(ids, outcome, **how),
            detail=EARLY,
            danger=False,
        )

    def _begin(self, ids: list[int], outcome: str, **how: Any) -> None:
        early = meetings.begun_early(ids) if outcome else ()
        if not early:
            self._keep(ids, outcome, **how)
            return
        on, one = texts.day(early[0].decided), len(early) == 1
        self._page.session.messages.confirm(
            f"Begin {of(len(early), 'term')} on {on}, the day of the decision?",
            f"Approve, and begin {'it' if one else 'them'} then",
            lambda: self._keep(ids, outcome, from_decision=True, **how),
            detail=" ".join([f"{each.who} asked for it from {texts.day(each.asked)}." for each in early[:MOST]])
            + " Before the governing body decides nobody is appointed or holds privileges.",
            danger=False,
        )

    def _keep(self, ids: list[int], outcome: str, **how: Any) -> None:
        wrong = self._page.do(meetings.record_outcome, ids, outcome, self._page.session.today, **how)
        if wrong:
            self._page.session.messages.tell("Nothing was recorded.", " ".join(each.message for each in wrong))

    def _ask_recusals(self) -> None:
        if items := self._items():
            Recusals(self._page, self._page.agenda, items[0]).open()

    def _close(self) -> None:
        ask_closing(self._page, self._page.agenda)

    def _ask_paper(self) -> None:
        """Draw them, then show them before they are printed or saved; what they lack is said as well."""
        from workbench.actions import taking_minutes  # brings the libraries of paper
        from workbench.ui.paper_sheet import show_paper

        agenda, session = self._page.agenda, self._page.session
        meeting, today = agenda.meeting, session.today
        title = f"Minutes of {agenda.committee_name}, {texts.day(agenda.held)}"
        name = taking_minutes.minutes_name(meeting)

        def show(pdf: bytes) -> None:
            show_paper(session, pdf, title, name, self._page, " ".join(taking_minutes.lacks(meeting, today)))

        session.jobs.start("Drawing the minutes", lambda progress: taking_minutes.minutes_pdf(meeting, today), show)


def _row(item: Item, recused: int) -> Row:
    title = f"{item.title} · {item.detail}" if item.detail and item.application else item.title
    said = " ".join((item.conditions or item.conclusion or item.reason).split())
    return Row(
        item.id,
        (item.number, title, item.asks, str(recused or ""), item.outcome or "—", said),
        ("quiet", "", "", "", outcome_tone(item.outcome), "quiet"),
    )
