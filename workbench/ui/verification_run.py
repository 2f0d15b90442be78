"""A run of verifications at one source: what was seen of each credential stands on a line of its own, with what shows it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workbench.actions import verifying
from workbench.actions.unusual import LISTED
from workbench.actions.verifying import Look
from workbench.errors import Problem
from workbench.records import texts
from workbench.records.credential import Credential
from workbench.records.verification import AS_STATED, RESULTS, Verification
from workbench.records.words import of
from workbench.ui import credential_lines
from workbench.ui.credential_sheets import day_or_problem
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.dialogs import ask_open_file
from workbench.ui.kit.labels import Words, note
from workbench.ui.looked_sheets import PATTERNS, Looked
from workbench.ui.session import Session

SOURCE = "Source"
"""Of a run of several sorts, or of several states, each line has its own."""
HEADINGS = ("Credential", "Ends here", "Result", "Status, discipline there", "Ends there", "Remark", "Evidence")
WIDE, LEAST, AROUND = {False: 1020, True: 1140}, 840, 40
"""Logical pixels: as wide as a line needs without and with a source of its own, as far as the window goes."""
TALL = 72
"""Logical pixels of a line: a license has two boxes above each other."""
AT_ONCE = 4
"""Lines that are there when the sheet opens, as many as it shows; the others come in turns."""
OF_A_LIST = (
    "A dated list of the source that names every line shows them all: choose it, and take back the lines that differ."
)


class VerificationRun(Looked):
    """Several credentials at one source: what was seen of each, on a line of its own. A line without a result is left out."""

    across = 2

    def __init__(self, ids: Sequence[int], session: Session, parent: QWidget | None = None) -> None:
        said = "Look each up, and choose what it showed. Lines without a result are left out. One action, one undo."
        said += credential_lines.left_over(ids)
        self._found = credential_lines.shown(ids)
        shown = [each.id for each in self._found]
        last, where = verifying.last_look(shown), verifying.usual_source(shown)
        super().__init__(f"Verify {of(len(ids), 'credential')}", said, last, where, session, parent)
        self._several = len({(each.sort_id, each.state) for each in self._found}) > 1
        self.results: dict[int, ChoiceBox] = {}
        self.sources: dict[int, QLineEdit] = {}
        self.standings: dict[int, ChoiceBox] = {}
        self.disciplines: dict[int, ChoiceBox] = {}
        self.ends: dict[int, QLineEdit] = {}
        self.remarks: dict[int, QLineEdit] = {}
        self.wrong: dict[int, Words] = {}
        self.evidence: dict[int, Path] = {}
        self.shows: dict[int, QPushButton] = {}
        wide, room = WIDE[self._several], parent.window().width() - AROUND if parent is not None else WIDE[True]
        self.setMinimumWidth(max(LEAST, min(wide, room)))
        self.body.addWidget(self._of_list())
        headings = (*HEADINGS, SOURCE) if self._several else HEADINGS
        self._rows = credential_lines.laid_out(headings, self._found, self._line, tall=TALL, most=320, at_once=AT_ONCE)
        self.body.addWidget(self._rows)
        self.finished.connect(self._rows.stop)
        self.lines.typed.connect(lambda _: self._weigh())
        self._weigh()
        self._finish("Verify those with a result")

    def _of_list(self) -> QWidget:
        """Of a dated source list alone one result, and one file, may hold for all lines."""
        self.listed = QWidget()
        row = QHBoxLayout(self.listed)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(note(OF_A_LIST), 1)
        row.addWidget(bare_button("All are as stated", "", self._all_as_stated))
        row.addWidget(bare_button("Choose the &list…", "", self._ask_list))
        return self.listed

    def _weigh(self) -> None:
        self.listed.setVisible(self.lines.text("method") == LISTED)

    def _all_as_stated(self) -> None:
        self._rows.settle()
        for box in self.results.values():
            if not box.value():
                box.set_value(AS_STATED)

    def _ask_list(self) -> None:
        ask_open_file(self, "The dated list of the source", PATTERNS, self._session.seat.last_folder, self.take_list)

    def take_list(self, path: Path) -> None:
        """The list that names every line; a line that has a file of its own keeps it."""
        self._rows.settle()
        for id in self.results:
            if id not in self.evidence:
                self.take_evidence(id, path)

    def take_evidence(self, id: int, path: Path) -> None:
        """The file that shows what was seen of one credential; another one takes its place."""
        self.evidence[id] = path
        self._session.seat.last_folder = str(path.parent)
        self.shows[id].setText("Chosen")
        self.shows[id].setToolTip(path.name)

    def _ask_evidence(self, id: int) -> None:
        take = partial(self.take_evidence, id)
        ask_open_file(self, "Evidence of the verification", PATTERNS, self._session.seat.last_folder, take)

    def _line(self, grid: QGridLayout, row: int, credential: Credential) -> None:
        what = credential_lines.said(credential)
        wrong = self.wrong[credential.id] = Words("", 0.9).kind("bad")
        wrong.hide()
        who = Words(f"{credential.provider.title}\n{what} {credential.number}".strip())
        who.setWordWrap(True)
        shows = self.shows[credential.id] = bare_button("Choose…", "link", partial(self._ask_evidence, credential.id))
        shows.setAccessibleName(f"Choose the evidence of {what}, {credential.provider.title}")
        parts = (who, None, *self._found_there(credential, what), shows)
        for column, part in enumerate(parts):
            grid.addWidget(part or Words(texts.day(credential.expires) or "—"), row, column)
        if self._several:
            source = self.sources[credential.id] = QLineEdit(verifying.usual_source([credential.id]))
            source.setAccessibleName(f"Source of {what}, {credential.provider.title}")
            source.setMinimumWidth(98)
            source.setCursorPosition(0)
            grid.addWidget(source, row, len(HEADINGS))
        grid.addWidget(wrong, row + 1, 0, 1, len(HEADINGS) + 1)

    def _found_there(self, credential: Credential, what: str) -> Sequence[QWidget]:
        """The boxes for what the source showed: result, status, discipline, end, remark."""
        result = self.results[credential.id] = ChoiceBox([(each, each) for each in RESULTS])
        standing = self.standings[credential.id] = ChoiceBox(Verification.field("standing").choices)
        discipline = self.disciplines[credential.id] = ChoiceBox(Verification.field("discipline").choices)
        end, remark = self.ends[credential.id], self.remarks[credential.id] = QLineEdit(), QLineEdit()
        found = ((result.inner, "Result"), (standing.inner, "Status found"), (discipline.inner, "Discipline found"))
        for box, name in (*found, (end, "Expiration found"), (remark, "Remark")):
            box.setAccessibleName(f"{name} of {what}, {credential.provider.title}")
        end.setPlaceholderText("mm/dd/yyyy")
        end.setFixedWidth(104)
        remark.setPlaceholderText("Where it differs")
        remark.setMinimumWidth(72)
        for box in (result.inner, standing.inner, discipline.inner):
            box.setMaximumWidth(124)
        return result, _of_board(credential, standing, discipline), end, remark

    def go(self) -> None:
        """Record every line that has a result, or say what is wrong beside each."""
        self._rows.settle()
        look = self.look()
        self.lines.show_problems([look] if isinstance(look, Problem) else [])
        if isinstance(look, Problem):
            return
        looks: list[tuple[int, Look]] = []
        wrong: dict[int, list[Problem]] = {}
        for id in self.results:
            end = day_or_problem("expires", self.ends[id].text(), self._session.today)
            if isinstance(end, Problem):
                wrong[id] = [end]
            elif result := self.results[id].value():
                standing, discipline = self.standings[id].value() or "", self.disciplines[id].value() or ""
                own = self.sources[id].text().strip() if id in self.sources else ""
                seen = replace(look, result=result, standing=standing, expires=end, source=own or look.source)
                seen = replace(seen, discipline=discipline, remark=self.remarks[id].text().strip())
                looks.append((id, seen))
        if not wrong and not looks:
            self.lines.show_problems([Problem("method", "Choose a result on at least one line.")])
            return
        wrong = wrong or self._session.do(verifying.verify_each, looks, self._session.today, self.evidence) or {}
        for id, said in self.wrong.items():
            said.setText(" ".join(each.message for each in wrong.get(id, [])))
            said.setVisible(bool(said.text()))
        if not wrong:
            self.accept()


def _of_board(credential: Credential, standing: ChoiceBox, discipline: ChoiceBox) -> QWidget:
    """What a board says of a license, one above the other; nothing of what no board is asked about."""
    both = QWidget()
    both.setObjectName("clear")
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for box in (standing, discipline):
        column.addWidget(box)
        box.setVisible(credential.sort.key == verifying.LICENSE)
    return both
