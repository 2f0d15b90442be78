"""The office's forms for privileges: which there are, the lines of one, and what is to mend on it."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from workbench.actions import privilege_forms
from workbench.lists import delineation
from workbench.records.privilege import PRIVILEGE_FORMS, PRIVILEGES, Privilege, PrivilegeForm
from workbench.records.record import Record
from workbench.records.words import of
from workbench.ui.kit import plain
from workbench.ui.kit.action import own_action
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.buttons import icon_button
from workbench.ui.kit.card import Card
from workbench.ui.kit.form_dialog import Doubt
from workbench.ui.kit.labels import giving_status, note
from workbench.ui.kit.pill import Pill
from workbench.ui.kit.table import Table
from workbench.ui.pages.privilege_findings import Findings
from workbench.ui.pages.privilege_sheets import OF_FORM, OF_LINE, BringIn, ask_edition, ask_in_force, ask_record
from workbench.ui.record_history import add_history

TABLES = {"privilege_form", "privilege", "held_privilege", "specialty"}
FORM_COLUMNS = (
    plain.Column("form", "Form", bold=True),
    plain.Column("state", "State", pill=True),
    plain.Column("lines", "Lines", align="right"),
)
LINE_COLUMNS = (
    plain.Column("line", "Privilege", bold=True),
    plain.Column("sort", "Sort"),
    plain.Column("mend", "To mend", pill=True),
    plain.Column("held", "Held by", align="right"),
    plain.Column("criteria", "Requires"),
)


class Forms(QWidget):
    """Forms at the left, the chosen one at the right."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self._page, self._session = page, page.session
        self._forms: dict[int, delineation.FormRow] = {}
        self._make_actions()
        seat = self._session.seat
        self._listed = plain.PlainList("privilege_forms_shown", "Privilege forms", FORM_COLUMNS)
        self._lines_listed = plain.PlainList("form_lines_shown", "Lines of the form", LINE_COLUMNS)
        self.table = Table(self._listed, lambda: self._session.today, name="Privilege forms", seat=seat)
        self.lines = Table(self._lines_listed, lambda: self._session.today, name="Lines of the form", seat=seat)
        self.table.columns.share((66, 22, 12), 340)
        self.lines.columns.whole = frozenset({0, 1, 2, 3})  # what is asked for stands whole below the lines
        self.lines.heading.setSectionsClickable(False)  # the order is the form's own
        self.findings = Findings()
        self._lay_out()
        self.table.set_actions([self.edit, self.edition, self.in_force, self.retire])
        self.lines.set_actions([self.edit_line, self.up, self.down, self.drop_line])
        add_history(self._page, (self.table, PRIVILEGE_FORMS), (self.lines, PRIVILEGES))
        self.table.current_changed.connect(lambda _: self._show_form())
        self.table.opened.connect(lambda _: self.lines.setFocus())
        self.lines.opened.connect(lambda _: self._edit_line())
        self.lines.current_changed.connect(lambda _: self._show_findings())
        self.lines.picked.connect(self.weigh)
        self.refresh(TABLES)

    def _make_actions(self) -> None:
        add = self._page.add
        self.new = add("&New form", "plus", "Ctrl+Shift+F", self._new)
        self.bring = add("&Bring in starting forms…", "download", "Ctrl+Shift+I", self._bring_in)
        self.edit = add("Edit t&he form…", "pencil", "F4", self._edit)
        self.edition = add("New edi&tion…", "copy", "Ctrl+Shift+V", self._new_edition)
        self.in_force = add("&Put in force…", "circle-check", "Ctrl+Shift+G", self._put_in_force)
        self.retire = add("Reti&re…", "circle-x", "Ctrl+Shift+R", self._retire)
        self.page_actions = (self.new, self.bring, self.edit, self.edition, self.in_force, self.retire)
        self.new_line = own_action(self, "Add a line", "plus", "Ins", self._add_line)
        self.edit_line = own_action(self, "Edit the line…", "pencil", "F2", self._edit_line)
        self.drop_line = own_action(self, "Delete the lines…", "trash-2", "Del", self._ask_delete)
        self.up = own_action(self, "Move the line up", "chevron-up", "Alt+Up", lambda: self._move(-1))
        self.down = own_action(self, "Move the line down", "chevron-down", "Alt+Down", lambda: self._move(1))
        self.line_actions = (self.new_line, self.edit_line, self.up, self.down, self.drop_line)

    def _lay_out(self) -> None:
        left = Card(margins=False)
        left.head.addWidget(ButtonRow([self.bring]))
        left.head.addStretch(1)
        left.head.addWidget(icon_button(self.new))
        left.add(self.table, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self._of_one())
        split.setStretchFactor(1, 1)
        split.setSizes([460, 660])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)

    def _of_one(self) -> Card:
        """The chosen form: its lines, what is to be mended about them, and what can be done with the form."""
        right = self.form = Card(" ", margins=False)
        self.state, self.about = Pill(), giving_status("form-about")
        right.head.addWidget(self.state)
        right.head.addStretch(1)
        for each in self.line_actions:
            right.head.addWidget(icon_button(each))
        self.about.setContentsMargins(14, 0, 14, 8)
        right.add(self.about)
        self.starting = note(
            "A starting point that came with the program: set the numbers and make it the office's own before it is put in force."
        )
        self.starting.setContentsMargins(14, 0, 14, 8)
        right.add(self.starting)
        right.add(self.lines, 1)
        right.add(self.findings)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(14, 8, 14, 10)
        buttons.addWidget(ButtonRow([self.edit, self.edition, self.in_force, self.retire]))
        buttons.addStretch(1)
        right.body.addLayout(buttons)
        return right

    # What is shown

    def refresh(self, tables: set[str]) -> None:
        """Show what changed."""
        if not tables & TABLES:
            return
        rows = delineation.forms()
        self._forms = {row.id: row for row in rows}
        self._listed.replace(
            [plain.Row(row.id, (row.name, row.state, f"{row.lines:,}"), ("", row.tone, "")) for row in rows]
        )
        self.table.set_empty(
            "No forms yet. Begin with one of the starting forms, and make it your own.", "Bring in…", self._bring_in
        )
        self.table.refresh()
        if self.table.current() is None and rows:
            self.table.go_to(rows[0].id)
        self._show_form()

    def go_to(self, form: int) -> None:
        """Show one form."""
        self.table.go_to(form)
        self.lines.setFocus()

    def rows(self) -> list[delineation.FormRow]:
        """Every form that is listed."""
        return list(self._forms.values())

    def chosen(self) -> delineation.FormRow | None:
        """The form that shows."""
        return self._forms.get(self.table.current() or 0)

    def _show_form(self) -> None:
        form = self.chosen()
        rows, self._of_form = delineation.lines(form.id, self._session.today) if form else ([], ())
        self._rows = {row.id: row for row in rows}
        self._lines_listed.replace([_line(row) for row in rows])
        self.lines.set_empty("No lines yet.", "Add a line…", self.new_line)
        self.lines.refresh()
        self.form.set_title(form.name if form else "")
        self.state.setVisible(form is not None)
        self.state.show_as(form.state if form else "", form.tone if form else "quiet")
        self.about.setText(form.about if form else "")
        self.starting.setVisible(bool(form and form.starting_point))
        self._show_findings()

    def _show_findings(self) -> None:
        """The findings of the chosen line first, else those of the whole form."""
        line = self._rows.get(self.lines.current() or 0)
        every = (*self._of_form, *(each for row in self._rows.values() for each in row.findings))
        self.findings.show_findings(line, every)
        self.weigh()

    def weigh(self) -> None:
        """Only what can be done now can be pressed."""
        here, free, form = self._page.shows(self), not self._session.read_only, self.chosen()
        line, open_ = self.lines.current() is not None, form is not None and form.state != "Retired"
        for each in (self.new, self.bring):  # from the other part too: Ctrl+K finds them
            each.setEnabled(free)
        for each in (self.edit, self.edition):
            each.setEnabled(here and free and form is not None)
        self.in_force.setEnabled(here and free and form is not None and form.state != "In force")
        self.retire.setEnabled(here and free and open_)
        self.new_line.setEnabled(free and open_)
        for each in (self.edit_line, self.drop_line, self.up, self.down):
            each.setEnabled(free and open_ and line)

    # What can be done with a form

    def _new(self) -> None:
        self._here()
        ask_record(
            self._session,
            self.window(),
            PrivilegeForm(),
            OF_FORM,
            "New form",
            lambda record: self.go_to(record.get_id()),
        )

    def _here(self) -> None:
        """What is asked for from the other part is done here, and the keyboard is here afterwards."""
        self._page.tabs.choose("forms")
        self.table.setFocus()

    def _edit(self) -> None:
        if (form := self.chosen()) is not None:
            ask_record(self._session, self.window(), PrivilegeForm.get_by_id(form.id), OF_FORM, "Edit the form")

    def _bring_in(self) -> None:
        self._here()
        BringIn(self._session, self.window(), self.table.setFocus).open()

    def _new_edition(self) -> None:
        if (form := self.chosen()) is not None:
            ask_edition(form.id, form.name, self._session, self.window(), self.go_to)

    def _put_in_force(self) -> None:
        if (form := self.chosen()) is not None:
            ask_in_force(form.id, form.name, self._session, self.window())

    def _retire(self) -> None:
        if (form := self.chosen()) is not None:
            self._session.messages.confirm(
                f"Retire {form.name}?",
                "Retire this form",
                lambda: self._session.do(privilege_forms.retire, form.id),
                detail="Nobody can ask for its lines any more. What is held of it stays held.",
            )

    # What can be done with its lines

    def _add_line(self) -> None:
        form = self.chosen()
        if form is not None:
            ask_record(
                self._session,
                self.window(),
                Privilege(form=form.id, position=form.lines),
                OF_LINE,
                "Add a line",
                self._to_line,
            )

    def _edit_line(self) -> None:
        line = Privilege.get_or_none(Privilege.id == self.lines.current())
        if line is not None and self.edit_line.isEnabled():
            held = self._rows[line.id].holders
            said = f"{of(held, 'person holds', 'people hold')} it as it stands. What is asked from now on goes into a new edition."
            doubt = Doubt(said, verb="New edition…", open=self._new_edition)
            ask_record(self._session, self.window(), line, OF_LINE, "Edit the line", doubts=(doubt,) if held else ())

    def _to_line(self, record: Record) -> None:
        self.lines.go_to(record.get_id())

    def _move(self, by: int) -> None:
        line = self.lines.current()
        if line is not None:
            self._session.do(privilege_forms.move_line, line, by)

    def _ask_delete(self) -> None:
        ids = self.lines.chosen()
        self._session.messages.confirm(
            f"Delete {of(len(ids), 'line')}?",
            f"Delete {of(len(ids), 'line')}",
            lambda: self._session.do(privilege_forms.delete_lines, ids),
            detail="It can be undone.",
        )


def _line(row: delineation.LineRow) -> plain.Row:
    text, tone = row.mend
    held = f"{row.holders:,}" if row.holders else "—"
    return plain.Row(row.id, (row.name, row.sort, text, held, row.criteria), ("", "", tone, "", ""))
