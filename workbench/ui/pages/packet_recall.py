"""Recalling an issued packet: which issue, whose copies that voids, and why."""

from typing import Any

from PySide6.QtWidgets import QComboBox

from workbench.actions import copies, recalling
from workbench.errors import Problem
from workbench.lists.agenda_parts import Agenda
from workbench.records import texts
from workbench.records.meeting import IssuedPacket
from workbench.records.words import of
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.inputs import Combo
from workbench.ui.kit.plain import Column, PlainList, Row
from workbench.ui.kit.table import Table

COLUMNS = (
    Column("copy", "Copy", bold=True),
    Column("reader", "Reader"),
    Column("seal", "Seal"),
    Column("state", "Where it is", pill=True),
)
WORDS = (
    "From today its copies do not count: a check of one says so, none is mailed or handed out again, and those that are out "
    "stay in the log until they come back. Its number is never given again."
)
NOT_RECALLED = [Problem("", "Nothing was recalled.")]


class RecallPacket(FormDialog):
    """The issues that count, the copies of the chosen one with where they are, and the reason."""

    def __init__(self, page: Any, agenda: Agenda, issue: int = 0) -> None:
        """issue is the one that is chosen at first; else it is the newest."""
        self._page = page
        self.issues = recalling.standing(agenda.meeting)
        form = Form(IssuedPacket, ("recalled_why",), today=lambda: page.session.today)
        super().__init__("Recall an issued packet", form, self._recall, words=WORDS, parent=page.window())
        self._replaced = copies.replaced(agenda.meeting)
        self.which: QComboBox = Combo()
        self.which.setAccessibleName("Which issue")
        for each in self.issues:
            self.which.addItem(self._named(each), each.id)
        self.which.setCurrentIndex(max(self.which.findData(issue), 0))
        self.listed = PlainList("copies_recalled", "Copies", COLUMNS)
        self.table = Table(self.listed, lambda: page.session.today, name="Copies that will not count")
        self.table.heading.setSectionsClickable(False)
        self.table.setMinimumSize(560, 170)
        self.body.insertWidget(0, self.which)
        self.body.insertWidget(1, self.table)
        self.press.setProperty("kind", "danger")
        self.press.setDefault(False)
        self.which.currentIndexChanged.connect(lambda _: self._tell())
        self._tell()
        self.which.setFocus()

    def _named(self, issue: IssuedPacket) -> str:
        said = f"{recalling.called(issue)}, of {texts.day(issue.made)}"
        also = len(recalling.supplements(issue))
        said += f", with {of(also, 'supplement')}" if also else ""
        replaced = self._replaced.get(issue.id)
        return said[:1].upper() + said[1:] + (f" (replaced by issue {replaced})" if replaced else "")

    def issue(self) -> IssuedPacket:
        """The one that is chosen."""
        return next(each for each in self.issues if each.id == self.which.currentData())

    def _tell(self) -> None:
        rows = recalling.copies_of(self.issue())
        self.listed.replace([_row(each) for each in rows])
        self.table.refresh()
        self.press.setText(f"Recall {of(len(rows), 'copy', 'copies')}")

    def _forget_doubts(self) -> None:
        """The verb carries its count."""
        super()._forget_doubts()
        if hasattr(self, "table"):
            self._tell()

    def _recall(self) -> list[Problem]:
        why = str(self.form.values()["recalled_why"] or "")
        wrong = self._page.session.do(recalling.recall, self.issue().id, why, self._page.session.today)
        return NOT_RECALLED if wrong is None else wrong


def _row(each: Any) -> Row:
    state, tone = (
        (f"back {texts.day(each.back)}", "good") if each.back else (f"out since {texts.day(each.out)}", "warn")
    )
    issue = f" (supplement {each.packet.number})" if each.packet.supplement else ""
    return Row(each.id, (f"{each.number}{issue}", each.reader, each.packet.seal, state), ("", "", "quiet", tone))
