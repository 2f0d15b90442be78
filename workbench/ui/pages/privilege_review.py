"""What an import of privilege forms would change: box by box, what stands there and what the file says, before it is written."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from workbench.errors import Problem
from workbench.records.privilege import Privilege
from workbench.records.words import of
from workbench.rules.editions import dated
from workbench.ui.kit import plain
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.fitting import Fitting
from workbench.ui.kit.labels import Words, note
from workbench.ui.kit.table import Table

if TYPE_CHECKING:
    from workbench.actions.form_exchange import Change, InForce, Plan
    from workbench.sheets.form_sheets import Row

COLUMNS = (
    plain.Column("what", "What", pill=True),
    plain.Column("row", "Row", align="right"),
    plain.Column("form", "Form"),
    plain.Column("line", "Line", bold=True),
    plain.Column("box", "Box"),
    plain.Column("was", "Is now"),
    plain.Column("will_be", "Will be"),
)
SHARES = (13, 5, 13, 19, 15, 17, 18)
"""Percent of the width."""
WIDE, HIGH = 980, 240
"""Logical pixels: of the review, and of its table."""
NOT_NAMED = "Not in file"
STAYS = " What the file does not name stays as it is; delete a line on its form."
TOLD, TOLD_HIGH, WHOLE_HIGH = 36, 112, 80
"""Logical pixels: of what is said about one form in force, about all of them at most, and of the chosen row below the table."""


class Review(Sheet):
    """Old and new stand side by side; what happens to a form in force is said above, and the chosen row whole below."""

    def __init__(self, plan: "Plan", session: Any, parent: QWidget, done: Callable[[str], object]) -> None:
        """done gets the name of the form to show once it is written."""
        super().__init__(f"Import of forms from {plan.file}", _summary(plan), parent)
        self._plan, self._session, self._done = plan, session, done
        self.setMinimumWidth(min(WIDE, self.screen().availableGeometry().width() - 40))
        self.in_force = Fitting(TOLD_HIGH)
        self.in_force.setMinimumHeight(min(TOLD * (len(plan.in_force) + len(plan.refused)), TOLD_HIGH))
        self.in_force.column.setContentsMargins(0, 0, 0, 0)
        for each in plan.in_force:
            self.in_force.column.addWidget(note(said_of(each)).kind("warn"))
        for row, wrong in plan.refused:  # whole: a cell would cut the reason
            self.in_force.column.addWidget(note(_refused(row, wrong)).kind("bad"))
        self.in_force.setVisible(bool(plan.in_force or plan.refused))
        self.body.addWidget(self.in_force)
        self._lay_table(list(_rows(plan)))
        if plan.unknown:
            self.body.addWidget(note(f"Columns that are not read: {', '.join(plan.unknown)}."))
        self.add_button("Cancel" if plan.writes else "Close", "", self.reject, default=not plan.writes)
        if plan.writes:
            self.add_button(_verb(plan), "primary", self.go, default=True)

    def _lay_table(self, rows: list[plain.Row]) -> None:
        listed = plain.PlainList("form_import", "What the file changes", COLUMNS, rows)
        self.table = Table(listed, self._session.today)
        self.table.heading.setSectionsClickable(False)
        self.table.columns.shares = SHARES
        self.table.heading.setMinimumSectionSize(36)
        self.table.setMinimumHeight(HIGH)
        self.whole = Words("", 0.95)
        self.whole.setWordWrap(True)
        self.whole.setAccessibleIdentifier("whole")
        below = Fitting(WHOLE_HIGH)
        below.column.setContentsMargins(2, 0, 2, 0)
        below.column.addWidget(self.whole)
        below.column.addStretch(1)
        below.setMinimumHeight(WHOLE_HIGH)
        for part in (self.table, below):
            part.setVisible(bool(rows))
            self.body.addWidget(part)
        self.table.current_changed.connect(lambda _: self._tell())
        if rows:
            self.table.go_to(rows[0].id)
        self._tell()

    def _tell(self) -> None:
        """The chosen row whole: criteria are long, and cells are not."""
        row = self.table.row(self.table.current() or 0)
        if row is not None:
            what, _, form, line, box, was, will_be = row.texts
            if what == NOT_NAMED:
                self.whole.setText(
                    f"{form}: {line}\nThe file does not name it, and it stays as it is. Delete it on its form."
                )
            elif what == "Changed":
                self.whole.setText(f"{line}, {box}\nIs now: {was or 'empty'}\nWill be: {will_be or 'empty'}")
            else:
                self.whole.setText(f"{line}: {will_be or what}")

    def go(self) -> None:
        """Write it as one step."""
        from workbench.actions import form_exchange

        begun = [each for each in self._plan.in_force if each.new_edition]
        said = f"{of(self._plan.writes, 'line')} imported"
        said += (
            f"; {of(len(begun), 'new edition')} begun as {'a draft' if len(begun) == 1 else 'drafts'}" if begun else ""
        )
        if self._session.do(form_exchange.apply, self._plan, said=said):
            self.accept()
            if begun:
                self._done(dated(begun[0].name, begun[0].new_edition))


def said_of(each: "InForce") -> str:
    """What happens to a form in force that the file changes."""
    hung = [of(each.holders, "person holds", "people hold") + " privileges of it"] if each.holders else []
    hung += [f"{of(each.asked, 'open application asks', 'open applications ask')} for some"] if each.asked else []
    if each.new_edition:
        why = f"{' and '.join(hung)}: " if hung else ""
        return (
            f"{each.name} is in force. {why}its lines stay as they are, and edition {each.new_edition} begins as a draft "
            "with these changes. Put it in force once the medical staff has approved it."
        )
    return (
        f"{each.name} is in force. Nobody holds or has asked for a privilege of it, so the lines in force are changed "
        "themselves, from today on."
    )


def _refused(row: "Row", wrong: Sequence[Problem]) -> str:
    """“Row 4, Robotic: In the last (months): “-3” must be above 0.”"""
    line = row.line.get("name") or row.form.get("name") or ""
    return f"Row {row.number:,}{f', {line}' if line else ''}: {' '.join(_named(each) for each in wrong)}"


def _named(wrong: Problem) -> str:
    boxes = {name: str(Privilege.field(name).verbose_name) for name in ("position", "cases", "months")}
    return f"{boxes[wrong.field]}: {wrong.message}" if wrong.field in boxes else wrong.message


def _verb(plan: "Plan") -> str:
    begun = sum(bool(each.new_edition) for each in plan.in_force)
    return f"Import {of(plan.writes, 'line')}" + (f", begin {of(begun, 'edition')}" if begun else "")


def _summary(plan: "Plan") -> str:
    parts = (
        (len(plan.new_forms), "new form"),
        (len(plan.added), "new line"),
        (len(plan.changes), "changed line"),
        (plan.same, "line as it is"),
        (len(plan.refused), "row that cannot be taken"),
        (len(plan.unnamed), "line that the file does not name"),
    )
    plurals = {"line as it is": "lines as they are", "row that cannot be taken": "rows that cannot be taken"}
    plurals["line that the file does not name"] = "lines that the file does not name"
    said = ", ".join(of(count, one, plurals.get(one, "")) for count, one in parts if count)
    if not plan.rows:
        return (
            "The file has headings and no rows below them. Nothing would change. Choose the file that holds the forms."
        )
    return f"{of(plan.rows, 'row')}: {said or 'nothing would change'}.{STAYS if plan.unnamed else ''}"


def _rows(plan: "Plan") -> Iterator[plain.Row]:
    """The rows that need a look: those that cannot be taken, each box that changes, then the lines that are new, and those that the file
    does not name."""
    shown: list[tuple[str, str, Row, tuple[str, str, str]]] = [
        *(("Cannot", "bad", row, ("", "", " ".join(map(_named, wrong)))) for row, wrong in plan.refused),
        *(("Changed", "info", each.row, _sides(each)) for changes in plan.changes.values() for each in changes),
        *(("New", "good", row, ("", "", "")) for row, _ in plan.added),
    ]
    for place, (what, tone, row, sides) in enumerate(shown, 1):
        form, line = row.form.get("name") or "—", str(row.line.get("name") or "—")
        yield plain.Row(place, (what, f"{row.number:,}", form, line, *sides), (tone, "quiet", "quiet", "", "", "quiet"))
    for place, left in enumerate(plan.unnamed, len(shown) + 1):
        texts = (NOT_NAMED, "", str(left.form.name), str(left.name), "", "", "")
        yield plain.Row(place, texts, ("quiet", "quiet", "quiet", "", "", "quiet"))


def _sides(each: "Change") -> tuple[str, str, str]:
    return each.label, " ".join(each.was.split()), " ".join(each.will_be.split())
