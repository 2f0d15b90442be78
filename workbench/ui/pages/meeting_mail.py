"""E-mail drafts: the invitation, each reader's own copy of the packet, the minutes; saved where the person chooses."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from workbench.actions import drafting, inviting
from workbench.actions.drafting import Drafted, Wanted
from workbench.lists.agenda_parts import Agenda
from workbench.papers.changed import Changes
from workbench.records import zones
from workbench.records.meeting_words import CANCELLED, HELD, OPEN
from workbench.records.policy import Policy
from workbench.records.words import of
from workbench.store import settings
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.check_list import CheckList
from workbench.ui.kit.dialogs import Sheet, ask_folder
from workbench.ui.kit.inputs import Check, Combo
from workbench.ui.kit.labels import heading, note

WORDS = "Each is a file that the mail program opens as a draft, to look over and send. Nothing is sent from here."
SORTS = ("E-mail drafts (.eml), the calendar file attached", "Calendar files (.ics)")


class MailDrafts(Sheet):
    """What to draft of one meeting."""

    def __init__(self, page: Any, agenda: Agenda) -> None:
        super().__init__("E-mail drafts", WORDS, page.window())
        self._page, self._agenda = page, agenda
        self.copies_in: Path | None = None
        self.copies = drafting.copies_of(agenda.meeting)
        reached, missing = drafting.reach(agenda.meeting)
        self._reached = bool(reached)
        self.invitation = self._check(
            "&Calling off, with the calendar file"
            if agenda.state == CANCELLED
            else "&Invitation, with the calendar file"
        )
        self.invitation.setEnabled(self._reached and not page.session.read_only)
        self.minutes = self._check("&Minutes, attached as PDF")
        self.minutes.setEnabled(self._reached and agenda.state != CANCELLED and agenda.held <= page.session.today)
        self.body.addWidget(note(f"{_told(reached, missing)} {_clock_said()}"))
        self.boxes = self._copy_part()
        self.add_button("Cancel", "", self.reject)
        self.go = self.add_button("Save drafts…", "primary", self._ask_folder, default=True)
        planned = agenda.state in OPEN and agenda.held >= page.session.today
        self.invitation.setChecked(self.invitation.isEnabled() and planned)
        self.minutes.setChecked(self.minutes.isEnabled() and agenda.state == HELD)
        self._tell()

    def _check(self, text: str) -> Check:
        box = Check(text)
        box.toggled.connect(self._tell)
        self.body.addWidget(box)
        return box

    def _copy_part(self) -> list[Check]:
        self.body.addSpacing(4)
        self.body.addWidget(heading("Each reader's own copy of the packet"))
        words = "Confidential: a copy goes to the reader whose name and number it carries, and to nobody else."
        if not self.copies:
            words = "No copies are out that may be e-mailed. Issue the packet first; the insert and the action sheet never go by e-mail."
        self.body.addWidget(note(words))
        self.stale = note("").kind("warn")
        self.stale.hide()
        self.body.addWidget(self.stale)
        if self.copies:
            self._page.session.reader.ask(self, lambda: drafting.changes_of(self._agenda.meeting), self._say_changed)
        part = CheckList("Copies of the packet", [_copy(each) for each in self.copies])
        for each, box in zip(self.copies, part.boxes, strict=True):
            box.setEnabled(each.reached)
        part.changed.connect(self._tell)
        self.body.addWidget(part)
        self.where, self.choose = note(""), bare_button("&Where the copies lie…", "", self._ask_copies)
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addWidget(self.where, 1)
        self.body.addLayout(row)
        for shown in (part, self.where, self.choose):
            shown.setVisible(bool(self.copies))
        return part.boxes

    def _say_changed(self, found: Sequence[tuple[str, Changes]]) -> None:
        """A copy that goes out now would say what is not so any more."""
        self.stale.setText(" ".join(drafting.changes_said(each) for _, each in found))
        self.stale.setVisible(bool(found))

    def wanted(self) -> Wanted:
        """What is checked."""
        copies = tuple(each.copy for each, box in zip(self.copies, self.boxes, strict=True) if box.isChecked())
        return Wanted(self.invitation.isChecked(), self.minutes.isChecked(), copies, self.copies_in)

    def _tell(self) -> None:
        if not hasattr(self, "go"):
            return
        wanted = self.wanted()
        count = wanted.invitation + wanted.minutes + len(wanted.copies)
        lost = bool(wanted.copies) and self.copies_in is None
        self.go.setText(f"Save {of(count, 'draft')}…" if count else "Save drafts…")
        self.go.setEnabled(bool(count) and not lost)
        self.where.setText(
            f"in {self.copies_in.name}" if self.copies_in else "Choose the folder into which they were issued."
        )

    def _ask_copies(self) -> None:
        ask_folder(self, "Where the issued copies lie", self._page.session.seat.last_folder, self.copies_lie_in)

    def copies_lie_in(self, folder: Path) -> None:
        """The folder in which the issued copies lie."""
        self.copies_in = folder
        if not any(box.isChecked() for box in self.boxes):
            for box in self.boxes:
                box.setChecked(box.isEnabled())
        self._tell()

    def _ask_folder(self) -> None:
        ask_folder(self, "Where the drafts go", self._page.session.seat.last_folder, self.write)

    def write(self, folder: Path) -> None:
        """Write the drafts into a folder, on the worker, and say what was made."""
        session, meeting, wanted = self._page.session, self._agenda.meeting, self.wanted()
        session.seat.last_folder = str(folder)
        today, sent = session.today, datetime.now().astimezone()
        session.run(
            "Writing e-mail drafts",
            lambda progress: drafting.draft(meeting, wanted, folder, sent, today, progress),
            lambda made: tell(self._page, made, folder),
        )
        self.accept()


class Invitations(Sheet):
    """The invitations to several meetings at once."""

    def __init__(self, page: Any, meetings: Sequence[int]) -> None:
        count = of(len(meetings), "meeting")
        words = "A meeting that calendars know already is moved in them, a cancelled one is taken out."
        super().__init__(f"Invitations to {count}", words, page.window())
        self._page, self._meetings = page, list(meetings)
        self.sort: QComboBox = Combo()
        self.sort.addItems(list(SORTS))
        self.sort.setAccessibleName("What is written")
        self.body.addWidget(self.sort)
        missing = {name: None for each in meetings for name in drafting.reach(each)[1]}
        self.said = note(
            (f"Without an e-mail address: {'; '.join(missing)}. " if missing else "Everybody has an address. ")
            + _clock_said()
        )
        self.body.addWidget(self.said)
        self.add_button("Cancel", "", self.reject)
        self.go = self.add_button(f"Save {of(len(meetings), 'invitation')}…", "primary", self._ask_folder, default=True)

    def _ask_folder(self) -> None:
        ask_folder(self, "Where the invitations go", self._page.session.seat.last_folder, self.write)

    def write(self, folder: Path) -> None:
        """Write the invitations into a folder, as one step, and say what was made."""
        session, ids, drafts = self._page.session, self._meetings, self.sort.currentIndex() == 0
        session.seat.last_folder = str(folder)
        sent = datetime.now().astimezone()

        def work(progress: Any) -> Drafted:
            if drafts:
                return drafting.draft_invitations(ids, folder, sent, progress)
            made = inviting.invite_all(ids, folder, sent)
            left = dict.fromkeys(name for each in made for name in each.unreached)
            said = f"{of(len(made), 'calendar file')}."
            return Drafted(
                tuple(each.path for each in made), (said,), tuple(f"{name}: no e-mail address." for name in left)
            )

        session.run("Writing invitations", work, lambda made: tell(self._page, made, folder))
        self.accept()


def tell(page: Any, made: Drafted, folder: Path) -> None:
    """Say what was written, for whom, and who was left out."""
    head = f"{of(len(made.files), 'file')} written to {folder.name}." if made.files else "Nothing was written."
    left = "\nLeft out:\n" + "\n".join(made.left_out) if made.left_out else ""
    page.session.messages.tell(head, "\n".join(made.said) + left)


def _copy(each: Any) -> str:
    """“Issue 2, copy 3 of 9: Marsh, Helen, MD (open edition) · no e-mail address”."""
    edition = "" if each.edition == "Committee" else f" ({each.edition.lower()} edition)"
    why = f" · {each.why.partition('.')[0]}" if each.why else ""
    return f"{each.called.capitalize()}: {each.reader}{edition}{why}"


def _clock_said() -> str:
    """By whose clock a calendar shows the time: another time zone than the hospital's would put everybody at another hour."""
    zone = settings.load(Policy).zone
    return (
        f"Times are {zones.said(zone)}; Settings has it."
        if zone
        else "Enter the hospital's time zone in Settings first."
    )


def _told(reached: Sequence[str], missing: Sequence[str]) -> str:
    said = f"To {of(len(reached), 'member')} of that day." if reached else "No member has an e-mail address yet."
    return f"{said} Without an e-mail address: {'; '.join(missing)}." if missing else said
