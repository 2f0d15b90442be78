"""What is asked in a sheet about forms and privileges: a form or a line in full, an edition, a day, conditions, which starting forms."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from workbench.actions import editing, privilege_forms, privileging, starting_forms
from workbench.errors import Problem
from workbench.records import texts
from workbench.records.kind import Kind
from workbench.records.privilege import PRIVILEGE_FORMS, PRIVILEGES
from workbench.records.record import Record
from workbench.records.words import of
from workbench.ui.credential_sheets import day_or_problem
from workbench.ui.kit.check_list import CheckList
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import Doubt, FormDialog
from workbench.ui.kit.labels import note, small
from workbench.ui.lines import Lines
from workbench.ui.linking import links_of
from workbench.ui.one_line import OneLine
from workbench.ui.session import Session


class Asked(NamedTuple):
    """The fields of a kind that are asked for."""

    kind: Kind
    fields: tuple[str, ...]


OF_FORM = Asked(PRIVILEGE_FORMS, ("name", "specialty", "edition", "effective", "remarks"))
OF_LINE = Asked(
    PRIVILEGES,
    (
        *("sort", "code", "name", "description", "training", "board"),
        *("counted", "cases", "months", "life_support", "fppe"),
    ),
)
HINT = "mm/dd/yyyy, Jan 2 2026, today, +30d"


class OneDay(Sheet):
    """One day, shown as it was understood; answer(day) says what is wrong with it, or nothing."""

    def __init__(
        self,
        headline: str,
        words: str,
        label: str,
        verb: str,
        day: date,
        session: Session,
        answer: Callable[[date], list[Problem]],
        parent: QWidget,
    ) -> None:
        super().__init__(headline, words, parent)
        self._session, self._answer = session, answer
        self.understood, self.lines = small(), Lines()
        self.line = self.lines.add("day", label, value=texts.in_box(day), hint=HINT, above=self.understood)
        self.lines.typed.connect(lambda _: self._understand())
        self.body.addWidget(self.lines)
        self.add_button("Cancel", "", self.reject)
        self.add_button(verb, "primary", self.go, default=True)
        self._understand()
        self.lines.focus("day")

    def _understand(self) -> None:
        day = day_or_problem("day", self.lines.text("day"), self._session.today)
        self.understood.setText(texts.day(day) if isinstance(day, date) else "")

    def go(self) -> None:
        """Do it, or say what is wrong."""
        day = day_or_problem("day", self.lines.text("day"), self._session.today)
        if day is None:
            day = Problem("day", "Say which day.")
        problems = [day] if isinstance(day, Problem) else self._answer(day)
        self.lines.show_problems([Problem("day", each.message) for each in problems])
        if not problems:
            self.accept()


class BringIn(Sheet):
    """Which of the forms that come with the program to bring into the office."""

    def __init__(self, session: Session, parent: QWidget, done: Callable[[], object]) -> None:
        super().__init__(
            "Bring in starting forms",
            "They come as drafts. Each is a starting point: the numbers are the office's to set, and the medical staff "
            "decides what it asks for before it is put in force.",
            parent,
        )
        self._session, self._done = session, done
        missing = starting_forms.missing()
        listed = CheckList("Starting forms", [f"{each.name} ({of(len(each.lines), 'line')})" for each in missing])
        listed.check_all(True)
        listed.setVisible(bool(missing))
        self.body.addWidget(listed)
        self.checks = {each.key: box for each, box in zip(missing, listed.boxes, strict=True)}
        self.wrong = note().kind("bad")
        self.wrong.setAccessibleIdentifier("problems")
        self.wrong.setVisible(not self.checks)
        self.wrong.setText("" if self.checks else "The office has all of them already.")
        self.body.addWidget(self.wrong)
        self.add_button("Cancel" if self.checks else "Close", "", self.reject)
        if self.checks:
            self.add_button("Bring in", "primary", self.go, default=True)

    def go(self) -> None:
        """Bring in those that are checked."""
        keys = [key for key, check in self.checks.items() if check.isChecked()]
        if not keys:
            self.wrong.setText("Check at least one.")
            self.wrong.show()
        elif self._session.do(starting_forms.bring_in, *keys) is not None:
            self.accept()
            self._done()


def ask_record(
    session: Session,
    parent: QWidget,
    record: Record,
    asked: Asked,
    title: str,
    then: Callable[[Record], object] = lambda record: None,
    doubts: tuple[Doubt, ...] = (),
) -> None:
    """Ask for the fields of a form or of a line; then gets it when it is kept. Doubts are said once something is edited."""
    today, (kind, fields) = session.today, asked
    form = Form(kind.model, fields, today=lambda: today, links=links_of(kind.model, fields, today))
    form.load(record)

    def save() -> list[Problem]:
        form.store(record)
        wrong = session.do(editing.save, record, kind)
        if wrong == []:
            then(record)
        return [Problem("", "It was not saved.")] if wrong is None else wrong

    FormDialog(title, form, save, doubts=lambda: doubts if form.dirty() else (), parent=parent).open()


def ask_edition(form: int, name: str, session: Session, parent: QWidget, done: Callable[[int], object]) -> Sheet:
    """Ask how a new edition is called; done gets its id."""

    def answer(text: str) -> list[Problem]:
        made = session.do(privilege_forms.new_edition, form, text)
        if made is None:
            return [Problem("edition", "It was not begun.")]
        if isinstance(made, Problem):
            return [made]
        done(made.id)
        return []

    words = "It begins as a draft with the same lines. What is held of the edition in force stays held."
    sheet = OneLine(f"New edition of {name}", words, "&Edition, as printed on it", "Begin edition", answer, parent)
    sheet.open()
    return sheet


def ask_in_force(form: int, name: str, session: Session, parent: QWidget) -> Sheet:
    """Ask since when a form is in force."""

    def answer(day: date) -> list[Problem]:
        wrong = session.do(privilege_forms.put_in_force, form, day)
        return [Problem("day", "It was not put in force.")] if wrong is None else wrong

    words = "The edition before it retires. What people hold of it stays held."
    sheet = OneDay(f"Put {name} in force", words, "&Since", "Put in force", session.today, session, answer, parent)
    sheet.open()
    return sheet


def ask_end(held: Sequence[int], session: Session, parent: QWidget) -> Sheet:
    """Ask for the last day of privileges."""

    def answer(day: date) -> list[Problem]:
        wrong = session.do(privileging.end, held, day)
        return [Problem("day", "They were not ended.")] if wrong is None else wrong

    count = of(len(held), "privilege")
    words = "The last day on which they are held. The record stays: who held what on any day can still be asked."
    sheet = OneDay(f"End {count}", words, "&Last day", f"End {count}", session.today, session, answer, parent)
    sheet.open()
    return sheet


def ask_conditions(held: int, now: str, session: Session, parent: QWidget) -> Sheet:
    """Ask under which conditions a privilege is held."""

    def answer(text: str) -> list[Problem]:
        session.do(privileging.set_conditions, held, text)
        return []

    words = "Empty when there are none. The lookup card says only that there are conditions."
    sheet = OneLine("Conditions of this privilege", words, "&Conditions", "Keep", answer, parent)
    sheet.lines.set_text("line", now)
    sheet.open()
    return sheet
