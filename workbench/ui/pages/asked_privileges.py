"""The privileges that an application asks for, with what their criteria show and who said what; stands on its page.

Whoever embeds it calls show_application() and, when some of TABLES changed, refresh(); line_actions belong into its help."""

from datetime import date
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.actions import privileging
from workbench.errors import Problem
from workbench.lists import asked
from workbench.lists.asked import Asked
from workbench.records.application import VIEWS, Application
from workbench.records.privilege import DECISIONS
from workbench.records.words import of
from workbench.rules.criteria import TO_JUDGE, VERDICT_TONES
from workbench.ui.kit import plain
from workbench.ui.kit.action import own_action
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.buttons import icon_button
from workbench.ui.kit.card import Card
from workbench.ui.kit.fitting import Fitting
from workbench.ui.kit.labels import note, small
from workbench.ui.kit.parting import empty
from workbench.ui.kit.pill import Pill
from workbench.ui.kit.table import Table
from workbench.ui.pages.asking_sheets import AskFor, Say, Seen
from workbench.ui.session import Session

TABLES = {
    *("privilege_request", "criterion_shown", "privilege", "privilege_form", "application", "activity", "education"),
    "credential",
    *("held_privilege", "setting"),
}
ROOM = 900
"""Logical pixels of width below which one column has no room."""
LEAST, MOST = 96, 150
"""Of the table at least, and of the criteria at most, in logical pixels of height."""
COLUMNS = (
    plain.Column("privilege", "Privilege", bold=True),
    plain.Column("verdict", "Criteria", pill=True),
    plain.Column("chair", "Chair", pill=True),
    plain.Column("committee", "Committee", pill=True),
    plain.Column("decision", "Decision", pill=True),
    plain.Column("sort", "Sort"),
    plain.Column("shows", "The file shows"),
)


class AskedPrivileges(Card):
    """A table of what is asked for, and the criteria of the chosen line below it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Privileges asked for", margins=False, parent=parent)
        self._session, self._application, self._on = session, 0, session.today
        self._asked: dict[int, Asked] = {}
        self._open, self.lapses = False, ""
        self._make_actions()
        self._listed = plain.PlainList("asked_privileges", "Privileges asked for", COLUMNS)
        self.table = Table(self._listed, lambda: session.today, seat=session.seat)
        self.table.heading.setSectionsClickable(False)  # the order is the form's own
        self.table.setMinimumHeight(LEAST)
        self.said = small()
        self._criteria = Fitting(MOST)
        self._lay_out()
        self.table.set_actions([self.chair, self.committee, self.decide, self.shown_, self.off])
        self.table.opened.connect(lambda _: self.chair.trigger())
        self.table.current_changed.connect(lambda _: self._show_one())
        self.table.picked.connect(self.weigh)

    def _make_actions(self) -> None:
        self.ask = own_action(self, "&Ask for privileges…", "plus", "Ins", self._ask)
        self.chair = own_action(self, "Chair's v&iew…", "user-check", "F6", lambda: self._say("chair"))
        self.committee = own_action(self, "Co&mmittee's view…", "users", "F7", lambda: self._say("committee"))
        self.decide = own_action(self, "De&cision…", "badge-check", "F8", lambda: self._say("decision"))
        self.shown_ = own_action(self, "&What was shown…", "eye", "F2", self._ask_shown)
        self.off = own_action(self, "Take &off", "trash-2", "Del", self._take_off)
        self.line_actions = (self.ask, self.chair, self.committee, self.decide, self.shown_, self.off)

    def _lay_out(self) -> None:
        self.head.addWidget(self.said)
        self.head.addStretch(1)
        self.head.addWidget(icon_button(self.off))
        self.head.addWidget(ButtonRow([self.ask]))
        self.add(self.table, 1)
        self._criteria.column.setContentsMargins(14, 10, 14, 0)
        self._criteria.column.setSpacing(5)
        self.add(self._criteria)
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 14, 12)
        row.addWidget(ButtonRow([self.chair, self.committee, self.decide, self.shown_]))
        row.addStretch(1)
        self.body.addLayout(row)

    # What is shown

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """What the file shows stands below as well: the column gives way where there is no room for all."""
        super().resizeEvent(event)
        self.table.columns.hide_at_first({"shows"} if self.width() < ROOM else ())

    def show_application(self, application: int | None, on: date | None = None) -> None:
        """Show what an application asks for, judged for a day: its meeting's, or today."""
        self._application, self._on = application or 0, on or self._session.today
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        found = Application.get_or_none(Application.id == self._application)
        self._open = found is not None and found.stage != "Closed"
        self._asked = {each.id: each for each in asked.read(self._application, self._on)}
        self._listed.replace([_row(each) for each in self._asked.values()])
        self.table.set_empty("It asks for no privileges yet.", *(("Ask…", self._ask) if self._open else ()))
        self.table.refresh()
        if self.table.current() is None and self._asked:
            self.table.go_to(next(iter(self._asked)))
        self.said.setText(_summary(list(self._asked.values())))
        lapses = asked.lapses(self._application, self._on) if self._open and self._asked else ()
        self.lapses = f"Held, and not asked for again: {' · '.join(lapses)}" if lapses else ""
        self._show_one()

    def _show_one(self) -> None:
        """Each criterion of the chosen line, with its verdict; before them what a reappointment leaves out."""
        empty(self._criteria.column)
        if self.lapses:
            self._criteria.column.addWidget(note(self.lapses).kind("warn"))
        one = self._asked.get(self.table.current() or 0)
        if one is not None:
            if one.held:
                again = f"{one.held[0].upper()}{one.held[1:]}. Take it off, or keep it if its conditions are to change."
                self._criteria.column.addLayout(_fact("Held", "warn", again))
            for part in one.parts:
                self._criteria.column.addLayout(
                    _fact(part.verdict.capitalize(), VERDICT_TONES[part.verdict], part.said)
                )
            for key, text in _orphans(one):
                self._criteria.column.addLayout(
                    _fact("Shown", "quiet", f"{text} (for “{key}”, which the form does not ask now)")
                )
            if one.conditions:
                self._criteria.column.addLayout(_fact("Conditions", "warn", one.conditions))
            if not one.parts:
                self._criteria.column.addWidget(note("The form asks for nothing in particular."))
        self._criteria.fit()
        self.weigh()

    def weigh(self) -> None:
        """Only what can be done now can be pressed."""
        free, chosen = self._open and not self._session.read_only, bool(self._chosen())
        self.ask.setEnabled(free)
        for each in (self.chair, self.committee, self.decide, self.off):
            each.setEnabled(free and chosen)
        one = self._asked.get(self.table.current() or 0)
        self.shown_.setEnabled(free and one is not None and bool(_answerable(one)))

    def _chosen(self) -> list[int]:
        return self.table.chosen()

    # What can be done

    def _ask(self) -> None:
        AskFor(self._application, self._session, self.window()).open()

    def _say(self, by: str) -> None:
        ids = self._chosen()
        now = [self._asked[each] for each in ids]
        values = {getattr(each, by) for each in now}
        conditions = {each.conditions for each in now}
        choices = DECISIONS if by == "decision" else VIEWS

        def keep(value: str, text: str) -> list[Problem]:
            call: Any = privileging.decide if by == "decision" else privileging.say
            more = () if by == "decision" else (by,)
            kept = text if text or same else None  # several with conditions of their own keep them
            wrong = self._session.do(call, ids, value, *more, conditions=kept)
            return [Problem("view", "It was not kept.")] if wrong is None else wrong

        who = {"chair": "Chair's view", "committee": "Committee's view", "decision": "Decision"}[by]
        what = now[0].name if len(now) == 1 else of(len(now), "privilege")
        first = values.pop() if len(values) == 1 else ""
        same = len(conditions) == 1
        text = conditions.pop() if same else ""
        Say(f"{who}: {what}", choices, first or choices[0], text, keep, self.window()).open()

    def _ask_shown(self) -> None:
        one = self._asked.get(self.table.current() or 0)
        if one is not None:
            keep = lambda shown: self._session.do(privileging.keep_shown, one.id, shown)  # noqa: E731
            Seen(one.name, _answerable(one), keep, self.window()).open()

    def _take_off(self) -> None:
        self._session.do(privileging.take_off, self._chosen())


def _orphans(one: Asked) -> list[tuple[str, str]]:
    """What was shown for criteria that the form words otherwise now."""
    asks = {part.key for part in one.parts}
    return [(key, text) for key, text in one.shown if key not in asks]


def _answerable(one: Asked) -> list[tuple[str, str]]:
    """The criteria for which something can be shown, by their keys, each with what was."""
    open_ones = [(part.key, part.shown) for part in one.parts if part.verdict == TO_JUDGE or part.shown]
    return [*open_ones, *_orphans(one)]


def _row(each: Asked) -> plain.Row:
    view = asked.VIEW_TONES.get
    texts = (each.name, each.verdict.capitalize(), each.chair, each.committee, each.decision)
    tones = ("", each.verdict_tone, view(each.chair, ""), view(each.committee, ""))
    sort = f"{each.sort}, {'held' if each.held else 'new'}" if each.held or each.new else each.sort
    return plain.Row(each.id, (*texts, sort, each.shows), (*tones, asked.DECISION_TONES.get(each.decision, ""), "", ""))


def _summary(every: list[Asked]) -> str:
    counts = [(word, sum(each.verdict == word for each in every)) for word in VERDICT_TONES]
    return " · ".join(f"{count:,} {word}" for word, count in counts if count)


def _fact(word: str, tone: str, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Pill(word, tone))
    row.addWidget(note(text), 1)
    return row
