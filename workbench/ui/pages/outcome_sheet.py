"""What was decided on items of a meeting: the outcome with its reasons, the term, the day, and each privilege beside it."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workbench.actions import meetings
from workbench.actions.recommending import LIMITED
from workbench.errors import Problem
from workbench.lists import asked, recommended
from workbench.lists.agenda_parts import Agenda, Item
from workbench.records import texts
from workbench.records.committee import FINAL
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import OPEN
from workbench.records.words import of
from workbench.rules import chain
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import Doubt, FormDialog
from workbench.ui.kit.inputs import Check
from workbench.ui.pages.meeting_doubts import EARLY, not_yet_held
from workbench.ui.pages.outcome_privileges import Privileges

FIELDS = ("outcome", "conclusion", "reason", "conditions", "term_months", "deferred_until")
NOT_SAVED = [Problem("", "It was not saved.")]
LATER = 2
"""So many of the committee's next meetings are named."""


class Outcome(FormDialog):
    """The sheet; what an outcome cannot have is not asked for."""

    def __init__(self, page: Any, items: Sequence[Item], outcome: str = "") -> None:
        self._page, self._ids, self._early_meant = page, [each.id for each in items], False
        first = AgendaItem.get_by_id(items[0].id)
        meeting: Meeting = first.meeting
        form = Form(AgendaItem, (*FIELDS, *self._also(meeting)), today=lambda: page.session.today)
        form.load(first if len(items) == 1 else AgendaItem())
        self._bring(form, items, first)
        self.privileges = self._privileges(page.agenda, items)
        super().__init__(
            f"Outcome: {items[0].title if len(items) == 1 else f'{len(items)} items'}",
            form,
            self._record,
            verb="Record",
            words=self._words(meeting),
            doubts=self._doubts_of,
            refusals=self._refused_of,
            parent=page.window(),
        )
        self._beside(self.privileges)
        self.begin, self.recuse = self._early(), self._own()
        self._order()
        form.changed.connect(self._weigh)
        if outcome:
            form.box("outcome").set_value(LIMITED if outcome == "Approved" and self._limited else outcome)
            form.focus("conclusion")
        self._weigh("outcome")

    def _bring(self, form: Form, items: Sequence[Item], first: AgendaItem) -> None:
        """Fill in what comes with one file, and offer no decision on what is only told."""
        self._chairs = False
        if len(items) == 1 and not first.outcome and first.application_id and not first.information:
            # As the committees before, else the chair, recommended: whoever decides sees it, and keeps or drops it.
            form.box("term_months").set_value(first.application.term_months)
            form.box("conditions").set_value(recommended.conditions_of(first.application))
            self._chairs = recommended.chairs_alone(first.application)
        if any(each.information for each in items):
            outcomes: Any = form.box("outcome")
            outcomes.offer(chain.OF_INFORMATION)
        self._limited = self._chairs or len(items) == 1 and bool(str(form.box("conditions").value() or "").strip())

    def _also(self, meeting: Meeting) -> list[str]:
        """What is asked for where it is not the committee's turn, or too few were there."""
        early = bool(meetings.out_of_turn(self._ids)) and meeting.committee.level not in FINAL
        short = meetings.without_quorum(meeting.id, self._ids)
        unknown = meetings.unknown_quorum(meeting.id, self._page.session.today)
        return [name for name, asked in (("out_of_turn", early), ("quorum_choice", short or unknown)) if asked]

    def _words(self, meeting: Meeting) -> str:
        words = ["Key points and the reasons that bear the decision; no names of who said what."]
        if meetings.discussed(self._ids):
            words.append("A Category 2 file is approved with a conclusion or a reason.")
        words.append(meetings.unknown_quorum(meeting.id, self._page.session.today))
        early = meetings.out_of_turn(self._ids)
        if early and meeting.committee.level not in FINAL:
            words.append(f"It is not this committee's turn for {_first(early)}: a decision takes the reason why.")
        if self._limited:
            who = "The department chair" if self._chairs else "Earlier committees"
            words.append(f"{who} recommended conditions: Approved drops them, Approved with conditions keeps them.")
        words.append(meetings.only_told(self._ids))
        words += self._brought() if len(self._ids) > 1 else []
        later = [each.held for each in meeting.committee.meetings.where(_comes_after(meeting)).order_by(Meeting.held)]
        if later:
            words.append(f"The committee meets next on {_days(later[:LATER])}.")
        return " ".join(each for each in words if each)

    def _brought(self) -> list[str]:
        """What comes with each of several files from the committees before: an approval keeps it, file by file."""
        rows = AgendaItem.select().where(AgendaItem.id.in_(self._ids) & AgendaItem.application.is_null(False))
        said = [recommended.with_file(each.application) for each in rows.order_by(AgendaItem.position)]
        said = [each for each in said if each]
        kept = "Approved keeps them with each file; other conditions typed here take their place in all of them."
        return (
            [f"Earlier committees, else the department chair, recommended:\n{chr(10).join(said)}\n{kept}"]
            if said
            else []
        )

    def _privileges(self, agenda: Agenda, items: Sequence[Item]) -> Privileges | None:
        one = items[0]
        if len(items) != 1 or one.application is None or one.information or agenda.level not in chain.STAGE_OF:
            return None
        lines = [each for each in asked.read(one.application, agenda.held) if each.decision != "Withdrawn"]
        kept = recommended.of_items([one.id]).get(one.id, ())
        return Privileges(lines, kept, agenda.level) if lines else None

    def _beside(self, part: Privileges | None) -> None:
        """The privileges stand at the right of the form: one below the other would not fit a low screen."""
        if part is None:
            return
        for box in part.boxes():
            box.typed.connect(self._weigh_again)
        self.body.removeWidget(self._area)
        row = QHBoxLayout()
        row.addWidget(self._area)
        row.addWidget(part, 1)
        self.body.insertLayout(0, row, 1)

    def _doubts_of(self) -> list[Doubt]:
        """What is doubted about the outcome, in one text beside it."""
        rows = list(AgendaItem.select().where(AgendaItem.id.in_(self._ids)))
        gone = meetings.taken_off(rows, str(self.form.box("outcome").value() or ""))
        said = " ".join([*(each.message for each in self._too_early()), *([gone] if gone else [])])
        return [Doubt(said, "outcome")] if said else []

    def _too_early(self) -> list[Doubt]:
        """A decision of a meeting that has not begun is doubted once, beside what was decided."""
        agenda, session = self._page.agenda, self._page.session
        early = not_yet_held(agenda.held, agenda.starts, session.today, datetime.now())
        if not early or self._early_meant or not self.form.box("outcome").value():
            return []
        self._early_meant = True
        return [Doubt(f"{early} {EARLY}", "outcome")]

    def _order(self) -> None:
        """The keyboard goes from the form to the privileges, then to the checks and the buttons."""
        buttons = self.findChildren(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
        boxes = self.privileges.stops() if self.privileges is not None else []
        checks = [each for each in (self.begin, self.recuse) if each is not None]
        stops = [self.form.box(next(reversed(self.form.values()))).inner, *boxes, *checks, *buttons]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _early(self) -> Check | None:
        early = meetings.begun_early(self._ids)
        return self._check(f"Begin {of(len(early), 'term')} with the decision; asked for from an earlier day", early)

    def _own(self) -> Check | None:
        own = [each.name for each in meetings.own_items(self._ids).values()]
        who = " and ".join(dict.fromkeys(own))
        return self._check(f"{who} took no part: record the recusal as the applicant", own)

    def _check(self, words: str, wanted: Any) -> Check | None:
        if not wanted:
            return None
        made = Check(words.replace("&", "&&"))
        made.toggled.connect(lambda _: self._weigh_again())
        self.body.insertWidget(self.body.count() - 1, made)
        return made

    def _weigh(self, name: str) -> None:
        """Only what is deferred has a day, and only what is approved a term and privileges."""
        if name != "outcome":
            return
        outcome = self.form.box("outcome").value()
        approved = outcome in chain.APPROVED
        self.form.box("term_months").setEnabled(approved)
        self.form.box("deferred_until").setEnabled(outcome in chain.RETURNS)
        self.form.box("conditions").setEnabled(outcome == LIMITED)
        if self.privileges is not None:
            self.privileges.setEnabled(approved)

    def _record(self) -> list[Problem]:
        outcome, values = self._values()
        wrong = self._page.session.do(meetings.record_outcome, self._ids, outcome, self._page.session.today, **values)
        return NOT_SAVED if wrong is None else wrong

    def _refused_of(self) -> list[Problem]:
        """All that is missing, before anything is doubted."""
        outcome, values = self._values()
        if not outcome:
            return [Problem("outcome", "Choose an outcome.")]
        return meetings.outcome_refusals(self._ids, outcome, self._page.session.today, **values)

    def _values(self) -> tuple[str, dict[str, Any]]:
        """The outcome, and all that is said with it; what it cannot have is left out."""
        self._weigh("outcome")
        values = self.form.values()
        outcome = values.pop("outcome")
        values = {name: value for name, value in values.items() if self.form.box(name).isEnabled()}
        if self._limited and outcome == "Approved":
            values["conditions"] = ""  # they were seen, and are dropped
        if self.privileges is not None and self.privileges.isEnabled():
            values["privileges"] = self.privileges.values()
        for name, check in (("from_decision", self.begin), ("recuse_applicants", self.recuse)):
            values[name] = check is not None and check.isChecked()
        return outcome, values

    def say_missing(self) -> None:
        """Say what is missing before somebody asks for it."""
        self.refuse(self._refused_of())

    def unsaved(self) -> bool:
        """Whether something was typed or chosen."""
        return super().unsaved() or (self.privileges is not None and self.privileges.dirty())


def ask_outcome(page: Any, items: Sequence[Item], outcome: str = "") -> Outcome:
    """Record what was decided on items; outcome is chosen already where somebody pressed its button."""
    sheet = Outcome(page, items, outcome)
    sheet.open()
    return sheet


def _comes_after(meeting: Meeting) -> Any:
    return (Meeting.held > meeting.held) & Meeting.state.in_(OPEN)


def _first(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else of(len(names), "file")


def _days(days: Sequence[date]) -> str:
    return " and ".join(texts.day(each) for each in days)
