"""The dialog of renewal notices: to whom, about whom and what, as drafts, letters or a mailing list."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.lists import chasing
from workbench.lists.chasing import Chase, Message
from workbench.records import texts
from workbench.records.notice import EMAIL, EXPIRED, LETTER, MAILING, called
from workbench.records.words import of
from workbench.ui.kit import plain
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.kit.dialogs import Sheet, ask_folder
from workbench.ui.kit.heights import Heights
from workbench.ui.kit.inputs import Check
from workbench.ui.kit.labels import note, small
from workbench.ui.kit.table import Table
from workbench.ui.naming_seat import once_asked
from workbench.ui.session import Session

WORDS = "Written where you choose, and logged as sent. Nothing is sent from here: look the drafts over and send them."
HOWS = (
    (EMAIL, "E-mail drafts (.eml)"),
    (LETTER, "Letters for Word (.docx)"),
    (MAILING, "Mailing list for Excel (.xlsx)"),
)
FILES = {EMAIL: "draft", LETTER: "letter", MAILING: "line"}
COLUMNS = (
    plain.Column("to", "To", bold=True),
    plain.Column("address", "E-mail"),
    plain.Column("people", "Providers", align="right"),
    plain.Column("items", "Credentials", align="right"),
    plain.Column("first", "First to expire"),
    plain.Column("stage", "This notice"),
    plain.Column("last", "Last notice"),
    plain.Column("then", "Next due"),
)
COUNTING = "Counting the notices…"
NONE_DUE = "No notice is due: all were sent, or nothing expires soon."
TO = 0
"""Whose name has its practice below it where there is no room behind it: nothing is cut short, an address least of all."""
SHARES = 17, 31, 7, 8, 16, 9, 9, 9
WIDE, BESIDE = 1320, 32
"""Logical pixels of the sheet where the screen has them, and what it leaves of a smaller one."""


class ChaseSheet(Sheet):
    """What is due of the credentials of a list."""

    def __init__(self, session: Session, ids: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__("Renewal notices", WORDS, parent)
        self._session, self._ids, self._chase = session, list(ids), Chase((), ())
        self.setMinimumWidth(min(WIDE, self.screen().availableGeometry().width() - BESIDE))
        self.how, self.who = (
            ChoiceBox(HOWS, empty=False),
            ChoiceBox(
                (("practice", "One for each practice contact"), ("person", "One for each provider")), empty=False
            ),
        )
        self.again = Check("Al&so those who were told already")
        self.listed = plain.PlainList("notices", "Notices", COLUMNS)
        self.table = Table(self.listed, lambda: session.today, name="Notices to write")
        self.table.setMinimumHeight(260)
        self.table.columns.share(SHARES)
        Heights(self.table, TO, most=2)
        self._left = note("")
        self.body.addLayout(self._choices())
        self.body.addWidget(self.table)
        self.body.addWidget(self._left)
        self.add_button("Cancel", "", self.reject)
        self.go = self.add_button("", "primary", self._ask_folder, default=True)
        self.how.typed.connect(self._weigh)
        self.who.typed.connect(self._read)
        self.again.toggled.connect(self._read)
        self.finished.connect(lambda _: session.reader.drop(self))
        self._read()

    def _choices(self) -> QHBoxLayout:
        """As what and to whom, in one row."""
        row = QHBoxLayout()
        for label, box in (("&As", self.how), ("&To", self.who)):
            said = small(label)
            said.setBuddy(box.combo)
            box.set_name(label.replace("&", ""))
            row.addWidget(said)
            row.addWidget(box)
        row.addWidget(self.again)
        row.addStretch(1)
        return row

    def _read(self) -> None:
        """Read and count them beside the window: of all that a large office has it takes seconds."""
        per_person, again = self.who.value() == "person", self.again.isChecked()
        self._tell((Chase((), ()), []))
        self.table.set_empty(COUNTING)
        self.go.setText("Write…")
        ask = partial(_due, self._ids, self._session.today, per_person=per_person, again=again)
        self._session.reader.ask(self, ask, self._arrived)

    def _arrived(self, found: tuple[Chase, list[plain.Row]]) -> None:
        self.table.set_empty(NONE_DUE)
        self._tell(found)

    def _tell(self, found: tuple[Chase, list[plain.Row]]) -> None:
        self._chase, rows = found
        self.listed.replace(rows)
        self.table.refresh()
        told = any(each.last for each in self._chase.messages)
        self.table.columns.hide_at_first(() if told else ("last",))  # where nobody was told, it is room for addresses
        self._left.setText(" ".join(self._chase.left_out))
        self._left.setVisible(bool(self._chase.left_out))
        self._weigh()

    def _weigh(self) -> None:
        """What is written as what is chosen, and how much of it."""
        self.go.setText(f"Write {of(self._written(), FILES[self.how.value()])}…")
        self.go.setEnabled(bool(self._chase.messages))  # that nobody has an address is said when it is pressed

    def _written(self) -> int:
        """How many there will be: no draft of those who have no address, and of a mailing list a line for each credential."""
        messages = self._chase.messages
        if self.how.value() == MAILING:
            return sum(len(each.items) for each in messages)
        if self.how.value() == EMAIL:
            from workbench.papers.invitation import address

            return sum(bool(address(each.address)) for each in messages)
        return len(messages)

    def _ask_folder(self) -> None:
        """Drafts and letters are signed: the first time it is asked by whom."""
        if not self._written():
            from workbench.actions import chasing as actions  # brings the libraries of paper

            self._session.messages.error(actions.UNREACHED)
            return
        ask = partial(ask_folder, self, "Where the notices go", self._session.seat.last_folder, self.write)
        if self.how.value() == MAILING:
            ask()
        else:
            once_asked(self._session, self, "The notices are signed with it, and history and tasks say it", ask)

    def write(self, folder: Path) -> None:
        """Write and log them, on the worker; said is what was written and who was left out."""
        from workbench.actions import chasing as actions  # brings the libraries of paper

        session, messages, how = self._session, self._chase.messages, self.how.value()
        session.seat.last_folder = str(folder)
        today, signed = session.today, session.seat_name

        def done(made: actions.Chased) -> None:
            if made.left_out:
                session.messages.tell(
                    f"{of(made.notices, 'notice')} written to {folder.name}", "\n".join(made.left_out)
                )
            self.accept()

        session.run(
            "Writing the notices", lambda progress: actions.write(messages, how, folder, today, signed, progress), done
        )


def _due(ids: Sequence[int], today: date, *, per_person: bool, again: bool) -> tuple[Chase, list[plain.Row]]:
    """The notices of these credentials, and a row for each; on whichever thread reads."""
    found = chasing.chase(ids, today, per_person=per_person, again=again)
    return found, [plain.Row(place, _texts(each, today)) for place, each in enumerate(found.messages, 1)]


def _texts(message: Message, today: date) -> tuple[str, ...]:
    first = min(message.items, key=lambda each: each.expires)
    to = f"{message.to} · {message.practice}" if message.practice and message.practice != message.to else message.to
    far = f"{texts.day(first.expires)}, {texts.distance(first.expires, today)}"
    stages = sorted({each.stage for each in message.items}, reverse=True)
    return (
        to,
        message.address or "no address",
        f"{message.people:,}",
        f"{len(message.items):,}",
        far,
        called_together(stages),
        message.last,
        message.then,
    )


def called_together(stages: Sequence[int]) -> str:
    """Which notices one message is, the earliest first: “90, 30 days, expired”."""
    days = [each for each in stages if each != EXPIRED]
    said = [*map(str, days[:-1]), *map(called, days[-1:]), *(called(each) for each in stages if each == EXPIRED)]
    return ", ".join(said)
