"""The agenda of a meeting, and beside it the packet that it makes."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from workbench.actions import meetings
from workbench.lists import ready
from workbench.lists.agenda_parts import Agenda, Item
from workbench.records.meeting import AgendaItem
from workbench.records.meeting_words import CONSENT, OF_SORT
from workbench.records.texts import clock, day
from workbench.records.words import of
from workbench.rules.remark import Remark
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.card import Card
from workbench.ui.kit.dialogs import ask_open_file
from workbench.ui.kit.labels import status
from workbench.ui.pages.agenda_table import AgendaTable
from workbench.ui.pages.meeting_packet import MeetingPacket
from workbench.ui.pages.meeting_sheets import ask_item, edit_item
from workbench.ui.remarks import Remarks

READY_PAUSE = 60
"""Milliseconds after the agenda is shown before the files that are ready are counted: the agenda comes first."""

LEAST = 130
"""Logical pixels of the table's height."""


class MeetingAgenda(QWidget):
    """The agenda at the left, the packet at the right."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self._page = page
        self.table = AgendaTable(lambda: page.session.today, page.session.seat)
        self.remarks, self.said = Remarks("What to mend about the meeting", folds=True), status("agenda-time")
        self.packet = MeetingPacket(page)
        self._make_actions(page)
        self._lay_out()
        self._counting = QTimer(self, singleShot=True, interval=READY_PAUSE)
        self._counting.timeout.connect(self._count_ready)
        self.table.opened.connect(lambda _: self._open())
        self.table.picked.connect(self.weigh)
        self.table.current_changed.connect(lambda _: self._follow())
        self.table.dropped.connect(self._dropped)
        self.table.section_dropped.connect(self._section_dropped)
        self.remarks.asked.connect(self._show)

    def _make_actions(self, page: Any) -> None:
        self.new = page.add("&Add item…", "plus", "Ctrl+N", self._add, "Add an item to the agenda")
        self.fill = page.add("Add every file that is &ready", "user-check", "Ctrl+Shift+R", self._add_ready)
        self.up = page.add("Move up", "chevron-up", "Alt+Up", lambda: self._move(-1))
        self.down = page.add("Move down", "chevron-down", "Alt+Down", lambda: self._move(1))
        self.change = page.add("Edit item…", "pencil", "F2", self._edit)
        self.open_file = page.add("Open the application", "clipboard-list", "Ctrl+Return", self._open_file)
        self.consent = page.add("Put on the consent list", "check", "Ctrl+Alt+C", self._to_consent)
        self.inform = page.add("For information", "info", "Ctrl+I", self._inform)
        self.attach = page.add("Attach a document…", "upload", "Ctrl+Shift+A", self._ask_document)
        self.report = page.add("Add expirables report", "file-text", "Ctrl+Shift+E", self._add_report)
        self.drop = page.add("Take off the agenda", "trash-2", "Del", self._remove)
        menu = (
            self.open_file,
            self.change,
            self.up,
            self.down,
            self.consent,
            self.inform,
            self.attach,
            self.report,
            self.drop,
        )
        self.table.set_actions(menu)

    def _lay_out(self) -> None:
        left = Card(margins=False)
        left.head.setContentsMargins(0, 0, 0, 0)
        self.table.setMinimumHeight(LEAST)
        left.add(self.table, 1)
        left.add(self.remarks)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 8, 8)
        foot.setSpacing(4)
        foot.addWidget(ButtonRow([self.new, self.fill, self.report], kind="link", gap=4))
        foot.addStretch(1)
        foot.addWidget(self.said)
        left.body.addLayout(foot)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(14)
        split.addWidget(left)
        split.addWidget(self.packet)
        split.setStretchFactor(0, 58)
        split.setStretchFactor(1, 42)
        split.setSizes([580, 420])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)

    def header_buttons(self) -> list[QAction | tuple[QAction, str]]:
        """The page's buttons: they are about the packet."""
        return self.packet.header_buttons()

    # What is shown

    def take_focus(self) -> None:
        """The keyboard goes to the table, and there to a row."""
        self.table.setFocus()
        if self.table.current() is None and self.table.count():
            self.table.go_to(self.table.ids()[0])

    def show_agenda(self, agenda: Agenda) -> None:
        """Show an agenda."""
        other = self.table.agenda is None or self.table.agenda.meeting != agenda.meeting
        self.table.show_agenda(agenda)
        if other:
            self.table.clearSelection()
        self.show_changes()
        ends = agenda.length - agenda.minutes
        room = f"{ends} left" if ends >= 0 else f"{-ends} over"
        self.said.setText(f"{agenda.minutes} of {agenda.length} min{f', {-ends} over' if ends < 0 else ''}")
        self.said.setToolTip(f"The items take {agenda.minutes} of the meeting's {agenda.length} minutes: {room}.")
        self.table.can_drag = self._page.can_write()
        if other:
            self.fill.setText("Add every file that is &ready")
        self._counting.start()
        self.weigh()
        self.packet.show_agenda(agenda)
        self._follow()

    def show_changes(self) -> None:
        """Say what is to be mended, and what changed since the packet went out."""
        agenda, changes = self._page.agenda, self._page.changes
        said = list(agenda.problems)
        if changes is not None and changes.any:  # before all else: readers hold what is not so any more
            issued = f"Issue {changes.issue} of {day(changes.made)} was {changes.said}."
            said.insert(0, Remark("bad", f"{issued} {changes.told}", "Issue a supplement, or the whole packet again."))
        self.remarks.show_remarks(said)
        self.packet.show_changes(changes)

    def _count_ready(self) -> None:
        agenda = self._page.agenda
        count = len(ready.files(agenda.meeting, self._page.session.today)) if agenda else 0
        self.fill.setText(f"Add every file that is &ready ({count})")
        self.fill.setEnabled(bool(count) and self._page.can_write())

    def weigh(self) -> None:
        """Only what can be done now can be pressed; what is done to the chosen items, only while one sees them."""
        free, here = self._page.can_write(), self._page.tabs.current() in ("", "agenda")
        items = self.items() if here else []
        files = [each for each in items if each.application]
        one = len(items) == 1 and not self.table.on_head()
        for each in (self.up, self.down):
            each.setEnabled(free and here and self.table.current() is not None)
        for each in (self.new, self.report):
            each.setEnabled(free)
        self.drop.setEnabled(free and bool(items))
        self.change.setEnabled(free and one)
        self.attach.setEnabled(free and one and not files)
        self.open_file.setEnabled(bool(files) and one)
        self.consent.setEnabled(free and bool(files) and len(files) == len(items))
        all_there = all(each.section == CONSENT for each in items)
        self.consent.setText("Take off the consent list" if items and all_there else "Put on the consent list")
        self.inform.setEnabled(free and bool(items))

    def items(self) -> list[Item]:
        """The chosen items."""
        agenda = self._page.agenda
        found = [agenda.item(each) for each in self.table.items()] if agenda else []
        return [each for each in found if each is not None]

    def _follow(self) -> None:
        """The packet shows the page of the item that is chosen, and the status bar says when its turn comes."""
        items = self.items()
        if items:
            self.packet.go_to(items[0])
            self._page.shell.say(f"{items[0].number} begins at {clock(items[0].at)}" if self.isVisible() else "")

    def _show(self, remark: Remark) -> None:
        if remark.item:
            self.table.go_to(remark.item)
            self.table.setFocus()
        elif remark.seat:
            self._page.shell.go("committee", committee=self._page.agenda.committee, seat=remark.seat)

    # What can be done

    def _add(self) -> None:
        self._page.tabs.choose("agenda")
        section = self.table.section()
        fits = section if section not in ("Call to order", "Minutes") else ""
        ask_item(self._page, self._page.agenda, fits, self.table.go_to)

    def _add_ready(self) -> None:
        self._page.do(meetings.add_ready, self._page.agenda.meeting, self._page.session.today)

    def _add_report(self) -> None:
        from workbench.actions import agenda_reports  # brings the libraries of paper

        meeting, today = self._page.agenda.meeting, self._page.session.today
        self._page.session.run(
            "Making the expirables report", lambda progress: agenda_reports.add_expirables(meeting, today, progress)
        )

    def _move(self, by: int) -> None:
        if self.table.on_head():
            self._page.do(meetings.move_section, self._page.agenda.meeting, self.table.section(), by)
        elif items := self.items():
            self._page.do(meetings.move_item, items[0].id, by)

    def _dropped(self, ids: list[int], before: int | None, section: str) -> None:
        if ids and before not in ids:
            self._page.do(meetings.place_items, ids, before, section)

    def _section_dropped(self, section: str, by: int) -> None:
        if by:
            self._page.do(meetings.move_section, self._page.agenda.meeting, section, by)

    def _edit(self) -> None:
        for each in self.items()[:1]:
            edit_item(self._page, self._page.agenda, each.id)

    def _open(self) -> None:
        if self.open_file.isEnabled():
            self._open_file()
        elif self.change.isEnabled():
            self._edit()

    def _open_file(self) -> None:
        for each in self.items()[:1]:
            among = [item.application for item in self._page.agenda.items if item.application]
            self._page.shell.go("application", application=each.application, among=among)

    def _to_consent(self) -> None:
        items = self.items()
        if all(each.section == CONSENT for each in items):
            rows = AgendaItem.select().where(AgendaItem.id.in_([each.id for each in items]))
            by_section: dict[str, list[int]] = {}
            for row in rows:
                by_section.setdefault(OF_SORT[row.application.sort], []).append(row.id)
            self._page.do(meetings.place_in_sections, by_section)
        else:
            self._page.do(meetings.place_in_sections, {CONSENT: [each.id for each in items]})

    def _inform(self) -> None:
        items = self.items()
        wrong = self._page.do(
            meetings.set_information, [each.id for each in items], not all(each.information for each in items)
        )
        if wrong:
            self._page.session.messages.tell("Nothing was changed.", wrong[0].message)

    def _remove(self) -> None:
        items = self.items()
        if not items:
            return
        decided = [each for each in items if each.outcome]
        if decided:
            self._page.session.messages.tell(
                f"{of(len(decided), 'item')} of these had an outcome.",
                "What was decided stays on the agenda. Nothing was taken off. Take the outcome back first.",
            )
            return
        gone, ids = {each.id for each in items}, [each for each in self.table.ids() if each > 0]  # heads are below zero
        last = max((place for place, each in enumerate(ids) if each in gone), default=-1)
        stays = [each for each in (*ids[last + 1 :], *reversed(ids[:last])) if each not in gone]
        self._page.do(meetings.remove_items, list(gone))
        if stays and self.table.row(stays[0]) is not None:
            self.table.go_to(stays[0])  # the next one, so that Del again takes it and the preview stays near

    def _ask_document(self) -> None:
        items = self.items()

        def take(path: Path) -> None:
            self._page.session.seat.last_folder = str(path.parent)
            try:
                content = path.read_bytes()
            except OSError as error:
                said = f"{path.name} could not be read: {error.strerror}. Nothing was changed. Close it elsewhere and try again."
                self._page.session.messages.error(said)
                return
            wrong = self._page.do(meetings.attach, items[0].id, path.name, content, self._page.session.today)
            if wrong:
                self._page.session.messages.error(f"{wrong[0].message} Nothing was attached.")
            elif wrong is not None and (said := AgendaItem.get_by_id(items[0].id).document.prints_why):
                self._page.session.messages.tell(f"{path.name} is attached, and there is something about it.", said)

        if items:
            folder = self._page.session.seat.last_folder
            ask_open_file(
                self, f"Attach to {items[0].title}", "Documents (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)", folder, take
            )


__all__ = ["MeetingAgenda"]
