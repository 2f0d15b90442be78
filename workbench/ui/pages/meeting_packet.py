"""The packet of a meeting beside its agenda: made anew as the agenda changes, printed, saved, issued; and the invitation."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox

from workbench.actions import inviting
from workbench.errors import Cancelled, Progress, WorkbenchError
from workbench.lists.agenda_parts import Agenda, Item
from workbench.papers.changed import Changes
from workbench.records.meeting import IssuedPacket, PacketCopy
from workbench.records.meeting_words import CANCELLED, EDITIONS, ON_PAPER_ALONE
from workbench.records.words import of
from workbench.rules.remark import Remark
from workbench.store.saving import put
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.card import Card
from workbench.ui.kit.dialogs import ask_save_file
from workbench.ui.kit.inputs import Combo
from workbench.ui.kit.labels import giving_status
from workbench.ui.kit.preview import Preview
from workbench.ui.pages.packet_made import Made, in_sight, make
from workbench.ui.remarks import Remarks

PAUSE = 350
"""Milliseconds after a change before the packet is made anew: several changes in a row make it once."""


class MeetingPacket(Card):
    """The preview at the right of the agenda."""

    def __init__(self, page: Any) -> None:
        super().__init__("Packet")
        self._page = page
        self._turn, self._stale, self._ever = 0, False, False
        self._wanted, self._reading = "", ""
        self._then: Callable[[], object] | None = None
        self.made: Made | None = None
        self._make_actions(page.add)
        self._hints = {each: each.toolTip() for each in (self.print_, self.save)}
        self.preview = Preview(page.session.jobs, "Packet")
        self.preview.printed.connect(page.session.messages.toast)
        self.edition: QComboBox = Combo()
        self.edition.addItems(list(EDITIONS))
        self.edition.setAccessibleName("Edition")
        self.edition.currentTextChanged.connect(lambda _: self._turn_edition())
        self.said, self.warned = giving_status("packet-made"), Remarks("What to know about the packet", folds=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.head.addWidget(self.edition)
        self.head.addWidget(self.said, 1)
        self.out = ButtonRow(
            (self.include, self.copies, self.recall), kind="link", gap=14
        )  # of what went out: below, else the head is cut
        self.add(self.out)
        self.add(self.warned)
        self.add(self.preview, 1)
        self._soon = QTimer(self, singleShot=True, interval=0 if page.session.jobs.at_once else PAUSE)
        self._soon.timeout.connect(self._make)

    def _make_actions(self, add: Callable[..., QAction]) -> None:
        self.invite = add("&Invite (.ics)…", "mail", "Ctrl+Shift+I", self._ask_invite)
        self.print_ = add("&Print…", "printer", "Ctrl+P", self._print)
        self.save = add("&Save as PDF…", "download", "Ctrl+S", self._save)
        self.issue = add("Issue pac&ket…", "file-text", "Ctrl+Shift+K", self._ask_issue)
        self.include = add("&Left out…", "file-text", "", self._ask_include)
        self.copies = add("&Copies…", "copy", "", self._show_copies)
        self.recall = add("Recall an issued packet…", "undo-2", "Ctrl+Shift+Y", self._ask_recall)

    def header_buttons(self) -> list[QAction | tuple[QAction, str]]:
        """The page's buttons, the primary one last."""
        return [self.invite, self.save, self.print_, (self.issue, "primary")]

    def show_agenda(self, agenda: Agenda) -> None:
        """The agenda changed, or something that its packet says."""
        free = not self._page.session.read_only
        self.invite.setEnabled(free)
        self.issue.setEnabled(free and agenda.state != CANCELLED)
        ever = PacketCopy.select().join(IssuedPacket).where(IssuedPacket.meeting == agenda.meeting)
        out = ever.where(PacketCopy.back.is_null()).count()
        self._ever = ever.exists()
        self._show_out()
        self.recall.setEnabled(free and ever.where(IssuedPacket.recalled.is_null()).exists())
        self.copies.setEnabled(ever.exists())  # those of a recalled issue too: somebody still has them
        self.copies.setText(f"&Copies ({out} out)…" if out else "&Copies…")
        self._changed()

    def _show_out(self) -> None:
        """The links below the head: what is left out of this packet, and what went out of those before."""
        left = self.made.left_out if self.made else ()
        self.include.setVisible(bool(left))
        self.include.setText(f"&Left out ({len(left)})…")
        self.out.setVisible(self._ever or bool(left))

    def show_changes(self, changes: Changes | None) -> None:
        """What went out would print otherwise now: then it is issued again."""
        again = changes is not None and changes.any
        self.issue.setText("Issue pac&ket again…" if again else "Issue pac&ket…")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What changed while nobody looked is made now."""
        super().showEvent(event)
        if self._stale:
            self._soon.start()
        elif self.made is not None and not self.preview.count:
            self.preview.show_pdf(self.made.pdf, "Packet")
            self._jump()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """What nobody looks at is not kept open."""
        super().hideEvent(event)
        self.preview.clear()

    def go_to(self, item: Item) -> None:
        """Show the page of an item; once it is made, if it is being made."""
        self._wanted = item.number
        if self.made is not None and not self._stale:
            self._jump()

    def _jump(self) -> None:
        page = self.made.pages.get(self._wanted) if self.made else None
        if page is not None:
            self.preview.jump_to(page)

    def _turn_edition(self) -> None:
        """Another edition is read on at the item that was in sight: its pages have other numbers."""
        if self.made is not None and not self._stale:
            self._reading = in_sight(self.made.pages, self.preview.page)
        self._changed()

    def _read_on(self) -> None:
        """At the same item; at its section, or at the first page, where this edition does not show it."""
        pages = self.made.pages if self.made else {}
        page = pages.get(self._reading) or pages.get(self._reading.partition(".")[0]) or 1
        self.preview.jump_to(page)
        self._reading = ""

    # Making it

    def _changed(self) -> None:
        self._stale = True
        self._turn += 1  # what is being made is not wanted any more
        self._weigh()
        if self.isVisible():
            self.said.setText("being made…")
            self._soon.start()

    def _make(self) -> None:
        agenda, turn = self._page.agenda, self._turn
        if agenda is None or not self.isVisible():
            return
        meeting, today, edition = agenda.meeting, self._page.session.today, self.edition.currentText()

        def work(progress: Progress) -> Made:
            def told(done: int, total: int) -> None:
                if turn != self._turn:
                    raise Cancelled
                progress(done, total)

            return make(meeting, today, edition, told)

        self._page.session.jobs.start(
            "Making the packet",
            work,
            lambda made: self._show(turn, made),
            lambda error: self._fail(turn, error),
            beside=True,
        )

    def _show(self, turn: int, made: Made) -> None:
        if turn != self._turn:
            return
        self._stale, self.made = False, made
        if self.isVisible():  # else it is shown, and opened, once somebody looks
            self.preview.show_pdf(made.pdf, "Packet")
        self.said.setText(f"{of(made.count, 'page')} · made in {made.seconds:.1f} s")
        told = [each.sentence for each in self._page.agenda.problems]  # beside the agenda already
        new = [each for each in made.warnings if not any(each.startswith(sentence) for sentence in told)]
        self.warned.show_remarks([Remark("warn", each, "") for each in new])
        self._show_out()
        (self._read_on if self._reading else self._jump)()
        self._weigh()
        then, self._then = self._then, None
        if then is not None:
            self._once_made(then)

    def _fail(self, turn: int, error: WorkbenchError) -> None:
        if turn == self._turn:
            self._stale, self.made, self._then = False, None, None
            head, _, rest = str(error).partition(". ")
            self.preview.clear(f"{head}.", rest)
            self.said.setText("")
            self._weigh()

    def _weigh(self) -> None:
        """What is being made can be asked for: it comes as soon as it is there."""
        there = self._stale or self.made is not None
        shows = self.made.kept_in if self.made else ""  # until the next one is there, the one before is seen
        self.preview.keep_in(shows)
        kept_in = "" if self._stale else shows
        for each, hint in self._hints.items():
            each.setEnabled(there and not kept_in)
            each.setToolTip(kept_in or hint)

    def _once_made(self, call: Callable[[], object]) -> None:
        self._page.tabs.choose("agenda")
        if self._stale:
            self._then = call
        else:
            call()

    def look_for(self) -> None:
        """Find words in the packet, as soon as it is there."""
        self._once_made(self.preview.ask_find)

    # Printing and saving

    def _print(self) -> None:
        self._once_made(lambda: self._let_out("Print", self.preview.ask_print))

    def _let_out(self, verb: str, call: Callable[[], object]) -> None:
        """What is not in it is said before it goes out, with the way to it."""
        made = self.made
        if made is not None and made.kept_in:
            self._page.session.messages.error(made.kept_in)
        elif made is not None and made.left_out:
            from workbench.ui.pages.packet_including import NotInIt

            NotInIt(self._page, made, verb, call).open()
        else:
            call()

    def _save(self) -> None:
        self._once_made(lambda: self._let_out("Save", self._ask_save))

    def _ask_save(self) -> None:
        made, session = self.made, self._page.session
        if made is None or made.kept_in:
            return

        def write(path: Path) -> None:
            session.seat.last_folder = str(path.parent)
            try:
                put(path, made.pdf)
            except WorkbenchError as error:
                session.messages.error(error)
            else:
                said = f"{of(made.count, 'page')} written to {path.name}"
                session.messages.toast(f"{said}. {made.not_in_it}" if made.not_in_it else said)

        # Each edition has a name of its own, so that a confidential one is neither written over nor mailed as an open one.
        edition = self.edition.currentText().lower()
        kind = edition if self.edition.currentText() in ON_PAPER_ALONE else f"{edition} edition"
        name = inviting.file_name(self._page.agenda.meeting, "pdf").replace(".pdf", f", {kind}.pdf")
        ask_save_file(self, "Save the packet", name, "PDF (*.pdf)", session.seat.last_folder, write)

    # Issuing

    def _ask_issue(self) -> None:
        self._once_made(self._issue)

    def _issue(self) -> None:
        from workbench.ui.pages.meeting_issue import IssuePacket  # brings the libraries of paper

        IssuePacket(self._page, self._page.agenda, self.edition.currentText(), self.made).open()

    def _ask_include(self) -> None:
        from workbench.ui.pages.packet_including import IncludeDocuments

        if self.made is not None and self.made.left_out:
            IncludeDocuments(self._page, self.made.left_out).open()

    def _show_copies(self) -> None:
        from workbench.ui.pages.meeting_issue import Copies

        Copies(self._page, self._page.agenda).open()

    def _ask_recall(self) -> None:
        from workbench.ui.pages.packet_recall import RecallPacket

        RecallPacket(self._page, self._page.agenda).open()

    # The invitation

    def _ask_invite(self) -> None:
        meeting, session = self._page.agenda.meeting, self._page.session

        def write(path: Path) -> None:
            session.seat.last_folder = str(path.parent)
            sent = self._page.do(inviting.invite, meeting, path, datetime.now().astimezone())
            if sent is not None and (told := inviting.said(sent)):
                session.messages.tell(f"{sent.path.name} was written.", told)

        name = inviting.file_name(meeting)
        ask_save_file(self, "Write the invitation", name, "Calendar (*.ics)", session.seat.last_folder, write)
