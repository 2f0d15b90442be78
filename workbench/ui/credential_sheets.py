"""Renewing credentials: a line each, until when and under which number."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from workbench.actions import renewals
from workbench.errors import Problem
from workbench.records import texts
from workbench.records.credential import Credential
from workbench.records.days import NotADay, read_day
from workbench.records.words import of
from workbench.ui import credential_lines
from workbench.ui.kit.boxes import mark_wrong
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.labels import Words, small
from workbench.ui.session import Session

AHEAD = ("+", "-")
"""How a day begins that is so much after, or before, another."""
LONG_AGO = timedelta(days=365)
"""A term that is over for longer is not renewed from its end: a new one begins."""


def day_or_problem(field: str, text: str, today: date) -> date | None | Problem:
    """The day that was typed, or what is wrong with it; +1y and the like count from the day given."""
    try:
        return read_day(text, today)
    except NotADay as error:
        return Problem(field, str(error))


def counts_from(credential: Credential, today: date) -> date:
    """From which day +3y counts: the end of the term, as a board counts; from today where it lapsed long ago or never ends."""
    ends = credential.expires
    return ends if ends is not None and today - ends < LONG_AGO else today


class Renew(Sheet):
    """One line for each credential: until when, and its number if that changed."""

    def __init__(self, ids: Sequence[int], session: Session, parent: QWidget | None = None) -> None:
        said = (
            "The old term is kept; a new one opens, not yet verified. +3y counts from the end of the old one, "
            "and from today where that is over a year ago. Leave a date empty "
            "to skip that one."
        )
        super().__init__(f"Renew {of(len(ids), 'credential')}", f"{said}{credential_lines.left_over(ids)}", parent)
        self._session = session
        self._found = credential_lines.shown(ids)
        self._by_id = {each.id: each for each in self._found}
        self._filled = ""
        """The end for all that stands in the boxes."""
        self.renewed: list[int] = []
        """The new terms, once they are there."""
        self.days: dict[int, QLineEdit] = {}
        self.numbers: dict[int, QLineEdit] = {}
        self._wrong: dict[int, Words] = {}
        self.setMinimumWidth(740)
        self.same = QLineEdit()
        if len(self._found) > 1:
            self._ask_same()
        headings = ("Credential", "Ends now", "New end", "Number")
        self.body.addWidget(credential_lines.laid_out(headings, self._found, self._line, tall=58, most=430))
        self.add_button("Cancel", "", self.reject)
        self._press = self.add_button("Renew", "primary", self.go, default=True)
        if self._found:
            self.days[self._found[0].id].setFocus()

    def _ask_same(self) -> None:
        """One end for all that have none yet, such as +2y of each."""
        self.same.setPlaceholderText("mm/dd/yyyy or +1y")
        self.same.setFixedWidth(150)
        self.same.setAccessibleName("The same end for all")
        words, row = small("The &same end for all:"), QHBoxLayout()
        words.setBuddy(self.same)
        for part in (words, self.same):
            row.addWidget(part)
        row.addStretch(1)
        self.body.addLayout(row)
        self.same.editingFinished.connect(self._fill)

    def _fill(self) -> None:
        """What was typed for one alone stays."""
        text, before = self.same.text().strip(), self._filled
        if text == before:
            return
        self._filled = text
        for credential, day in self.days.items():
            if day.text().strip() in ("", before):
                day.setText(text)
                self._understand(credential, left=True)

    def _line(self, grid: QGridLayout, row: int, credential: Credential) -> None:
        what = credential_lines.said(credential)
        said = Words(f"{credential.provider.title}\n{what}")
        day, number, wrong = QLineEdit(), QLineEdit(credential.number), Words("", 0.9).kind("bad")
        day.setPlaceholderText("mm/dd/yyyy or +1y")
        day.setFixedWidth(150)
        day.setAccessibleName(f"New end of {what}, {credential.provider.title}")
        number.setAccessibleName(f"Number of {what}, {credential.provider.title}")
        number.setFixedWidth(150)
        wrong.setWordWrap(True)
        wrong.setAlignment(Qt.AlignmentFlag.AlignRight)
        wrong.hide()
        grid.addWidget(said, row, 0)
        grid.addWidget(Words(texts.day(credential.expires) or "—"), row, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(day, row, 2)
        grid.addWidget(number, row, 3)
        grid.addWidget(wrong, row + 1, 0, 1, 4)
        day.textEdited.connect(lambda _: self._understand(credential.id))
        day.editingFinished.connect(lambda: self._understand(credential.id, left=True))
        self.days[credential.id], self.numbers[credential.id], self._wrong[credential.id] = day, number, wrong

    def _understand(self, credential: int, left: bool = False) -> None:
        """Show what was understood before it is kept; once the box is left, also what was not."""
        dated = sum(bool(each.text().strip()) for each in self.days.values())
        if len(self.days) > 1:
            self._press.setText(f"Renew {of(dated, 'credential')}" if dated else "Renew")
        day, text = self._day(credential), self.days[credential].text().strip()
        if isinstance(day, Problem):
            self._say(credential, day.message if left else "")
            return
        counted = ""
        if text.startswith(AHEAD):
            begins = self._begins(credential)
            ended = self._by_id[credential].expires
            counted = (
                f", counted from the end of the term, {texts.day(begins)}"
                if begins == ended
                else ", counted from today"
            )
        far = f"until {texts.day(day)} · {texts.distance(day, self._session.today)}{counted}" if day else ""
        self._say(credential, far, "note")

    def _begins(self, credential: int) -> date:
        return counts_from(self._by_id[credential], self._session.today)

    def _day(self, credential: int) -> date | None | Problem:
        """What was typed; only what is said as so much more counts from the end of the term."""
        text = self.days[credential].text()
        begins = self._begins(credential) if text.strip().startswith(AHEAD) else self._session.today
        return day_or_problem("expires", text, begins)

    def _say(self, credential: int, text: str, kind: str = "bad") -> None:
        said = self._wrong[credential].kind(kind)
        said.setText(text)
        said.setVisible(bool(text))
        mark_wrong(self.days[credential], bool(text) and kind == "bad")

    def go(self) -> None:
        """Renew all that have a date, or say what is wrong, beside each."""
        wanted: dict[int, tuple[date | None, str]] = {}
        wrong: dict[int, list[Problem]] = {}
        for each in self._found:
            day = self._day(each.id)
            if isinstance(day, Problem):
                wrong[each.id] = [day]
            elif day or len(self._found) == 1:
                wanted[each.id] = (day, self.numbers[each.id].text().strip())
        if not wrong and not wanted:
            wrong = {self._found[0].id: [Problem("expires", "Write a date on at least one line.")]}
        if not wrong:
            before = newest_credential()
            answered = self._session.do(renewals.renew_each, wanted)
            if answered == {}:
                self.renewed = credentials_after(before)
                self.accept()
                return
            wrong = answered or {}
        for credential in self._wrong:
            said = " ".join(each.message for each in wrong.get(credential, []))
            day = wanted.get(credential, (None, ""))[0]
            if day is not None:  # it is quoted as it was typed
                said = said.replace(f"“{day.isoformat()}”", f"“{self.days[credential].text().strip()}”")
            self._say(credential, said)


def newest_credential() -> int:
    """The id of the credential that was made last; ids only grow."""
    newest = Credential.select(Credential.id).order_by(Credential.id.desc()).first()
    return newest.id if newest else 0


def credentials_after(before: int) -> list[int]:
    """The ids of the credentials made since."""
    return [each.id for each in Credential.select(Credential.id).where(Credential.id > before).order_by(Credential.id)]
