"""What is asked when an application begins, goes back, is reported on, or ends: one sheet each, one step each."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.actions import applications, stages
from workbench.errors import Problem
from workbench.records.application import Application
from workbench.ui.credential_sheets import day_or_problem
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.lines import Lines
from workbench.ui.linking import links_of
from workbench.ui.session import Session

NOT_SAVED = [Problem("", "It was not saved.")]


def new(
    session: Session, parent: QWidget, opened: Callable[[int], object], provider: tuple[int, str] | None = None
) -> FormDialog:
    """Ask whose application it is and of which kind; opened gets its id."""
    names = ("sort",) if provider else ("provider", "sort")
    form = _form(session, names)
    again = provider is not None and applications.newest_term(provider[0]) is not None
    form.set_values({"sort": "Reappointment" if again else "Initial appointment"})

    def save() -> list[Problem]:
        values = form.values()
        whose = provider[0] if provider else values["provider"]
        if not whose:
            return [
                Problem("provider", "Say whose application it is. Somebody new is added among the providers first.")
            ]
        made = session.do(applications.begin, whose, values["sort"], session.today)
        if made is None:
            return NOT_SAVED
        opened(made)
        return []

    words = "A reappointment proposes the next term; the disclosure questions are a starting point."
    who = f" of {provider[1]}" if provider else ""
    return _shown(FormDialog(f"New application{who}", form, save, verb="Begin", words=words, parent=parent))


def report(session: Session, parent: QWidget, application: int) -> FormDialog:
    """The department chair's report."""
    form = _form(session, ("chair_view", "chair_on", "chair", "chair_report", "fppe"))
    record = Application.get_by_id(application)
    form.load(record)
    if record.chair_on is None:
        form.box("chair_on").set_value(session.today)

    def save() -> list[Problem]:
        v = form.values()
        told = (v["chair_view"] or "", v["chair_on"], v["chair_report"], v["chair"], v["fppe"])
        wrong = session.do(applications.report, application, *told)
        return NOT_SAVED if wrong is None else wrong

    return _shown(FormDialog("Chair's report", form, save, words=record.provider.title, parent=parent))


def grant(session: Session, parent: QWidget, application: int) -> FormDialog:
    """The governing board's approval, where it was not recorded in its meeting."""
    record = Application.get_by_id(application)
    term = () if record.sort == "Added privileges" else ("term_starts", "term_ends")
    form = _form(session, ("decided", "conditions", *term))
    form.load(record)
    form.box("decided").set_value(session.today)

    def save() -> list[Problem]:
        v = form.values()
        if not v["decided"]:
            return [Problem("decided", "Say on which day the board decided.")]
        said = f"Granted: {record.sort.lower()} of {record.provider.title}"
        dates = [v.get("term_starts"), v.get("term_ends")]
        before = record.stage
        session.do(applications.grant, application, v["decided"], v["conditions"], *dates, said=said)
        after = Application.get_by_id(application).stage
        return [] if after != before else NOT_SAVED

    words = "Sets the appointment with its term, grants the privileges, closes the application. One action, one undo."
    return _shown(FormDialog(f"Grant {record.sort.lower()}", form, save, verb="Grant", words=words, parent=parent))


def move(ids: Sequence[int], stage: str, session: Session, parent: QWidget | None = None) -> None:
    """Move applications to a stage; ask why first where they go back or past a committee that did not recommend them."""
    needed = stages.reason_needed(ids, stage)
    if needed:
        Move(ids, stage, needed, session, parent).open()
    else:
        session.do(applications.move_to_stage, ids, stage, session.today)


class Move(Sheet):
    """Why some applications move to a stage to which their committees did not send them."""

    def __init__(
        self, ids: Sequence[int], stage: str, needed: str, session: Session, parent: QWidget | None = None
    ) -> None:
        words = f"{needed} The reason stays among the remarks of the application."
        super().__init__(f"Move to {stage.lower()}", words, parent)
        self._ids, self._stage, self._session = list(ids), stage, session
        self.lines = Lines()
        self.lines.add("reason", "&Why", hint="What has to be done, or was done, and who asked for it")
        self.body.addWidget(self.lines)
        self.add_button("Cancel", "", self.reject)
        self.add_button("Move", "primary", self.go, default=True)
        self.lines.focus("reason")

    def go(self) -> None:
        """Move them, or say what is missing."""
        wrong = self._session.do(
            applications.move_to_stage, self._ids, self._stage, self._session.today, self.lines.text("reason")
        )
        self.lines.show_problems(wrong or [])
        if wrong == []:
            self.accept()


class Close(Sheet):
    """How an application ends without a grant, when, and why."""

    def __init__(self, application: int, session: Session, parent: QWidget | None = None) -> None:
        record = Application.get_by_id(application)
        what = f"{record.sort} of {record.provider.title}"
        super().__init__("Close without a grant", f"{what}. An appointment that is in force stays as it is.", parent)
        self._id, self._session = application, session
        self.outcome = ChoiceBox([(each, each) for each in ("Withdrawn", "Denied")], empty=False)
        self.outcome.set_name("How it ended")
        self.body.addWidget(self.outcome)
        self.lines = Lines()
        self.lines.add("decided", "&On", value=f"{session.today:%m/%d/%Y}", hint="mm/dd/yyyy")
        self.lines.add("reason", "&Why", hint="In a sentence")
        self.body.addWidget(self.lines)
        self.add_button("Cancel", "", self.reject, default=True)
        self.add_button("Close the application", "danger", self.go)
        self.lines.focus("reason")

    def go(self) -> None:
        """Close it, or say what is missing."""
        day: Any = day_or_problem("decided", self.lines.text("decided"), self._session.today)
        if isinstance(day, Problem):
            self.lines.show_problems([day])
            return
        wrong = self._session.do(applications.close, self._id, self.outcome.value(), day, self.lines.text("reason"))
        self.lines.show_problems(wrong or [])
        if wrong == []:
            self.accept()


class Reopen(Sheet):
    """Where a closed application goes on, and why."""

    def __init__(self, application: int, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Reopen the application", "It was closed without a grant.", parent)
        self._id, self._session = application, session
        self.stage = ChoiceBox([(each, each) for each in applications.OPEN], empty=False)
        self.stage.set_name("Goes on at")
        self.stage.set_value("Verification")
        self.body.addWidget(self.stage)
        self.lines = Lines()
        self.lines.add("reason", "&Why", hint="In a sentence")
        self.body.addWidget(self.lines)
        self.add_button("Cancel", "", self.reject)
        self.add_button("Reopen", "primary", self.go, default=True)
        self.lines.focus("reason")

    def go(self) -> None:
        """Reopen it, or say what is missing."""
        today: date = self._session.today
        wrong = self._session.do(applications.reopen, self._id, self.stage.value(), today, self.lines.text("reason"))
        self.lines.show_problems(wrong or [])
        if wrong == []:
            self.accept()


def _form(session: Session, names: tuple[str, ...]) -> Form:
    links = links_of(Application, names, session.today, session)
    return Form(Application, names, today=lambda: session.today, links=links)


def _shown(dialog: FormDialog) -> FormDialog:
    dialog.open()
    return dialog
