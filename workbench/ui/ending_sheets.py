"""What is asked when an application ends, granted outside a meeting or closed without a grant, and when it is taken up again."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.actions import applications, granting, taking_back
from workbench.errors import Problem
from workbench.lists import path
from workbench.records.application import Application
from workbench.records.texts import day
from workbench.rules import chain
from workbench.ui.credential_sheets import day_or_problem
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.form import Form
from workbench.ui.kit.labels import note
from workbench.ui.lines import Lines
from workbench.ui.session import Session

TERM = ("term_starts", "term_ends")


class Grant(Sheet):
    """The governing body's approval, where no meeting of this office recorded it."""

    def __init__(self, application: int, session: Session, parent: QWidget | None = None) -> None:
        record = Application.get_by_id(application)
        term = () if record.sort == "Added privileges" else TERM
        does = "Sets the appointment with its term, grants the privileges" if term else "Grants the privileges"
        words = (
            f"For a decision that no meeting here recorded: an expedited or temporary route, a vote on paper. {does} and closes "
            "the application. One action, one undo."
        )
        super().__init__(f"Grant {record.sort.lower()} of {record.provider.title}", words, parent)
        self._record, self._session, self._term = record, session, term
        self.doubts = note("").kind("warn")
        self.body.addWidget(self.doubts)
        self.form = Form(Application, ("decided", "conditions", *self._term), today=lambda: session.today, taken="BW")
        self.form.load(self._record)
        self.form.box("decided").set_value(session.today)
        self.body.addWidget(self.form)
        self.lines = Lines()
        self.lines.add("where", "Decided &by", hint="Governing board, by vote on paper; or its committee, and when")
        self.lines.add("why", "&Why so", hint="Where it did not wait for its turn, or the file is not complete")
        self.body.addWidget(self.lines)
        self.add_button("Cancel", "", self.reject)
        self.add_button("Grant", "primary", self.go, default=True)
        self._say_doubts()
        self.lines.focus("where")

    def _say_doubts(self) -> None:
        today = self._session.today
        said = granting.doubts(self._record.id, today, today)
        if stops := path.open_stops(self._record.id):
            said.append(f"It is on the agenda of {path.named(stops)}, where it then shows as closed.")
        self.doubts.setText(" ".join(said))
        self.doubts.setVisible(bool(said))

    def go(self) -> None:
        """Grant it, or say what is missing."""
        unread, v = self.form.problems(), self.form.values()
        if unread:
            self.form.show_problems(unread)
            return
        term = {"starts": v["term_starts"], "ends": v["term_ends"]} if self._term else {}
        told = (
            v["decided"],
            self.lines.text("where"),
            self.lines.text("why"),
            self._session.today,
            v["conditions"] or "",
        )
        wrong = self._session.do(granting.grant_outside, self._record.id, *told, **term)
        self.lines.show_problems(wrong or [])
        self.form.show_problems([each for each in wrong or [] if each.field == "decided"])
        if wrong == []:
            self.accept()


class Close(Sheet):
    """How an application ends without a grant, when, and why."""

    def __init__(self, application: int, session: Session, parent: QWidget | None = None) -> None:
        record = Application.get_by_id(application)
        what = f"{record.sort} of {record.provider.title}"
        stops = path.open_stops(application)
        there = (
            f" It is on the agenda of {path.named(stops)}: there it shows as closed, and no packet prints it."
            if stops
            else ""
        )
        words = f"{what}. An appointment that is in force stays as it is.{there}"
        super().__init__("Close without a grant", words, parent)
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
        decided: Any = day_or_problem("decided", self.lines.text("decided"), self._session.today)
        if isinstance(decided, Problem):
            self.lines.show_problems([decided])
            return
        wrong = self._session.do(applications.close, self._id, self.outcome.value(), decided, self.lines.text("reason"))
        self.lines.show_problems(wrong or [])
        if wrong == []:
            self.accept()


class Reopen(Sheet):
    """Where a closed application goes on, and why; an approval is taken back with all that it set."""

    def __init__(self, application: int, session: Session, parent: QWidget | None = None) -> None:
        record = Application.get_by_id(application)
        granted = chain.is_approved(record)
        headline = "Take back the approval" if granted else "Reopen the application"
        super().__init__(headline, _granted(record) if granted else "It was closed without a grant.", parent)
        self._id, self._session = application, session
        self.stage = ChoiceBox([(each, each) for each in applications.OPEN], empty=False)
        self.stage.set_name("Goes on at")
        self.stage.set_value((granted and taking_back.stood(record)) or "Verification")
        self.body.addWidget(self.stage)
        self.lines = Lines()
        self.lines.add("reason", "&Why", hint="In a sentence")
        self.body.addWidget(self.lines)
        self.add_button("Cancel", "", self.reject)
        if granted:
            self.add_button("Take back", "danger", self.go)
        else:
            self.add_button("Reopen", "primary", self.go, default=True)
        self.lines.focus("reason")

    def go(self) -> None:
        """Reopen it, or say what is missing."""
        today: date = self._session.today
        wrong = self._session.do(applications.reopen, self._id, self.stage.value(), today, self.lines.text("reason"))
        self.lines.show_problems(wrong or [])
        if wrong == []:
            self.accept()


def _granted(record: Application) -> str:
    """What goes with an approval that is taken back."""
    told = f" The applicant was told on {day(record.told)}: say to them that it does not stand." if record.told else ""
    term = "the term and the privileges" if record.sort != "Added privileges" else "the privileges"
    return (
        f"It was {record.outcome.lower()} on {day(record.decided)}. With the approval go {term} that it set and the outcome on "
        f"the agenda; what they had ended runs again. What somebody has changed since stays.{told}"
    )
