"""Asking for privileges on an application, and keeping what the chair, the committee and the board say of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workbench.actions import privilege_forms, privileging
from workbench.errors import Problem
from workbench.lists import asked
from workbench.records.application import Application
from workbench.records.privilege import Privilege, PrivilegeForm
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.inputs import Check
from workbench.ui.kit.labels import note
from workbench.ui.kit.parting import empty
from workbench.ui.kit.scrolling import Scrolling
from workbench.ui.lines import Lines
from workbench.ui.session import Session


class AskFor(Sheet):
    """A form in force, its core privileges as one choice, and each special one."""

    def __init__(self, application: int, session: Session, parent: QWidget) -> None:
        super().__init__(
            "Ask for privileges", "Core privileges are asked for together, special ones one by one.", parent
        )
        self._session, self._application = session, application
        self.setMinimumWidth(560)
        about = Application.get_by_id(application)
        self._asked = {row.privilege_id for row in about.privilege_requests}
        self._held = asked.held_lines(about, session.today)
        forms = list(PrivilegeForm.select().where(PrivilegeForm.state == "In force").order_by(PrivilegeForm.name))
        self.form = ChoiceBox([(form.id, form.name) for form in forms], empty=False)
        self.form.set_name("Form")
        self.checks: dict[int, Check] = {}
        self.core = Check("")
        self.wrong = note("" if forms else "No form is in force. Put one in force on the page Privileges.").kind("bad")
        self.wrong.setAccessibleIdentifier("problems")
        self.wrong.setVisible(not forms)
        self._lay_out()
        self.add_button("Cancel" if forms else "Close", "", self.reject)
        if forms:
            self.add_button("Ask", "primary", self.go, default=True)
            person = about.provider.specialty_id
            own = next((form.id for form in forms if person and form.specialty_id == person), forms[0].id)
            self.form.combo.activated.connect(lambda _: self._show_form())
            self.form.set_value(own)
            self._show_form()
            self.form.setFocus()

    def _lay_out(self) -> None:
        label = QLabel("&Form")
        label.setBuddy(self.form.inner)
        self._inner = QWidget()
        self._inner.setObjectName("clear")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        area = Scrolling()
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(330)
        area.setWidget(self._inner)
        for part in (label, self.form, area, self.wrong):
            self.body.addWidget(part)

    def _show_form(self) -> None:
        empty(self._column)
        lines = privilege_forms.lines_of(self.form.value())
        core = [line for line in lines if line.sort == "Core"]
        self._core = [line.id for line in core if line.id not in self._asked]
        held = core and all(line.id in self._held for line in core)
        self.core, self.core_names = Check("All core privileges"), note(", ".join(map(self._called, core)))
        self.core_names.setContentsMargins(24, 0, 0, 4)
        self.core.setChecked(bool(core) and not (held and self._core))
        self.core.setEnabled(bool(self._core))
        self.core.setAccessibleDescription(self.core_names.text())
        for part in (self.core, self.core_names):
            part.setVisible(bool(core))
            self._column.addWidget(part)
        self.checks = {}
        for line in lines:
            if line.sort != "Core":
                check = Check(self._called(line).replace("&", "&&"))
                check.setChecked(line.id in self._asked)
                check.setEnabled(line.id not in self._asked)
                check.setToolTip(line.description)
                self.checks[line.id] = check
                self._column.addWidget(check)
        self._column.addStretch(1)

    def _called(self, line: Privilege) -> str:
        """A line with what the person holds of it already."""
        return f"{line.name}: {self._held[line.id]}" if line.id in self._held else str(line.name)

    def go(self) -> None:
        """Ask for what is checked and not asked for yet."""
        special = [each for each, check in self.checks.items() if check.isChecked() and check.isEnabled()]
        chosen = [*(self._core if self.core.isChecked() else ()), *special]
        if not chosen:
            self.wrong.setText("Check at least one that is not asked for yet.")
            self.wrong.show()
        elif self._session.do(privileging.ask, self._application, chosen) is not None:
            self.accept()


class Say(Sheet):
    """A choice and its conditions; keep(choice, conditions) says what is wrong, or nothing."""

    def __init__(
        self,
        headline: str,
        choices: Sequence[str],
        first: str,
        conditions: str,
        keep: Callable[[str, str], list[Problem]],
        parent: QWidget,
    ) -> None:
        super().__init__(headline, "One action, one undo. Empty takes back what was said.", parent)
        self._keep = keep
        self.choice = ChoiceBox([(each, each) for each in choices])
        self.choice.set_name("View")
        label = QLabel("&View")
        label.setBuddy(self.choice.inner)
        self.choice.set_value(first)
        self.lines = Lines()
        self.lines.add("conditions", "&Conditions", value=conditions, hint="Only with conditions")
        self.wrong = note().kind("bad")
        self.wrong.setAccessibleIdentifier("problems")
        self.wrong.hide()
        for part in (label, self.choice, self.lines, self.wrong):
            self.body.addWidget(part)
        self.add_button("Cancel", "", self.reject)
        self.add_button("Keep", "primary", self.go, default=True)
        self.choice.setFocus()

    def go(self) -> None:
        """Keep it, or say what is missing."""
        problems = self._keep(self.choice.value() or "", self.lines.text("conditions"))
        self.lines.show_problems(problems)
        rest = " ".join(each.message for each in problems if each.field != "conditions")
        self.wrong.setText(rest)
        self.wrong.setVisible(bool(rest))
        if not problems:
            self.accept()


class Seen(Sheet):
    """What the office saw, criterion by criterion: each line answers its own and no other."""

    def __init__(
        self,
        name: str,
        parts: Sequence[tuple[str, str]],
        keep: Callable[[dict[str, str]], object],
        parent: QWidget,
    ) -> None:
        """parts: the key of each criterion, and what was shown for it before."""
        super().__init__(
            f"What was shown for {name}",
            "What the office saw where no record holds it: a letter, a log, a course. It answers the criterion under which it "
            "stands, and is printed beside it.",
            parent,
        )
        self.setMinimumWidth(560)
        self.lines, self._keep = Lines(), keep
        self._keys = {f"part{place}": key for place, (key, _) in enumerate(parts)}
        for line, (key, shown) in zip(self._keys, parts, strict=True):
            what, _, asks = key.partition(": ")
            self.lines.add(line, f"{what.capitalize()}: {asks}".replace("&", "&&"), value=shown)
        self.body.addWidget(self.lines)
        self.add_button("Cancel", "", self.reject)
        self.add_button("Keep", "primary", self.go, default=True)
        if parts:
            self.lines.focus("part0")

    def go(self) -> None:
        """Keep all lines, in one step."""
        self._keep({key: self.lines.text(line) for line, key in self._keys.items()})
        self.accept()
