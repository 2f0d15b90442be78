"""The tabs of an application: what is asked for, disclosures, references, claims, evidence, privileges, the chair's report."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.actions import applications, verifying_history
from workbench.lists.application_file import ApplicationFile
from workbench.lists.application_parts import (
    ACTIVITY_PART,
    CHECKS_PART,
    CLAIMS_PART,
    DISCLOSURES_PART,
    FLAGS_PART,
    OPPE_PART,
    REFERENCES_PART,
)
from workbench.records import texts
from workbench.records.application import Disclosure
from workbench.ui.kit.action import own_action
from workbench.ui.kit.button_row import ButtonRow
from workbench.ui.kit.buttons import button
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.heights import Heights
from workbench.ui.kit.labels import Line, note
from workbench.ui.pages.application_forms import ASKED, REPORTED, ApplicationForms
from workbench.ui.pages.asked_privileges import AskedPrivileges
from workbench.ui.pages.file_looks import LooksCard
from workbench.ui.pages.file_records import RecordsCard
from workbench.ui.pages.file_stacked import Stacked
from workbench.ui.pages.file_summary import FactsCard, scrolled
from workbench.ui.pages.file_verifying import VerifiedCard
from workbench.ui.pages.npdb_queries import NpdbQueries

HOW = "Choose a referee to read the comment."
QUESTIONS = "The questions are a starting point in plain words: have counsel and your bylaws replace them."


class Asked(QWidget):
    """What is asked for, and when it came."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self.forms = ApplicationForms(page, ASKED)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(self.forms))

    def show_file(self, file: ApplicationFile) -> None:
        """Show an application."""
        self.forms.show_file(file)

    def go_to(self, name: str) -> None:
        """Go to a field."""
        self.forms.go_to(name)


class Disclosures(RecordsCard):
    """The questions of the application; no is one key, a yes needs its explanation."""

    def __init__(self, page: Any) -> None:
        super().__init__(DISCLOSURES_PART, page, fill=True)
        Heights(self.table, 0)  # what was asked is read whole before it is answered
        self.no = own_action(self, "Answer no", "", "F7", self._no)
        self.yes = own_action(self, "Answer yes…", "", "F8", self._yes)
        self.rest = own_action(self, "The rest are no", "", "Ctrl+F7", self._rest)
        self.begin = own_action(self, "Add the starting questions", "", "", self._begin)
        self.head.insertWidget(self.head.count() - 3, ButtonRow([self.no, self.yes, self.rest]))
        self.whole = note("")
        self.whole.setContentsMargins(14, 8, 14, 12)
        self.add(self.whole)
        self.table.current_changed.connect(lambda _: self._show_whole())
        self.table.set_actions([self.no, self.yes, self.rest, self.change, self.drop, self.past])
        self.table.set_empty("No questions yet.", "Add the starting questions", self.begin)

    def show_file(self, file: Any) -> None:
        super().show_file(file)
        self.table.setVisible(True)
        self._empty.setVisible(False)
        self._show_whole()

    def weigh(self) -> None:
        super().weigh()
        if hasattr(self, "rest"):
            free, chosen = self._page.can_write(), bool(self._chosen())
            self.no.setEnabled(free and chosen)
            self.yes.setEnabled(free and chosen)
            self.rest.setEnabled(free and self.table.count() > 0)

    def _show_whole(self) -> None:
        """The chosen question in full; without one, where the questions come from."""
        row = self.table.row(self.table.current() or 0)
        said = f"{row.texts[0]} {row.texts[2]}".strip() if row is not None else QUESTIONS
        self.whole.setText(said)

    def _no(self) -> None:
        for each in self._chosen():
            self._page.session.do(applications.answer, each, False)
        self._next()

    def _next(self) -> None:
        """On to the question below, so that a whole form is answered with one key."""
        ids, current = list(self.table.ids()), self.table.current()
        place = ids.index(current) + 1 if current in ids else 0
        if place < len(ids):
            self.table.go_to(ids[place])
            self.table.select([ids[place]])

    def _yes(self) -> None:
        record = Disclosure.get_or_none(Disclosure.id == (self._chosen() or [0])[0])
        if record is None:
            return
        session = self._page.session
        form = Form(Disclosure, ("explanation",), today=lambda: session.today)
        form.load(record)

        def save() -> list:
            return session.do(applications.answer, record.id, True, form.values()["explanation"] or "") or []

        FormDialog("Answered yes", form, save, words=str(record.question), parent=self.window()).open()

    def _rest(self) -> None:
        self._page.session.do(applications.answer_no, self._page.file.application)

    def _begin(self) -> None:
        self._page.session.do(applications.add_questions, self._page.file.application)


class References(VerifiedCard):
    """Who was asked, how they know the applicant, and what they say of the six competencies."""

    def __init__(self, page: Any) -> None:
        super().__init__(REFERENCES_PART, page, fill=True, defaults=lambda: {"requested": page.session.today})
        self.table.columns.share((37, 38, 23, *[17] * 6), 760)  # the whole of a long acquaintance stands below
        legend = Line("●●●● excellent  ●●●○ good  ●●○○ fair  ●○○○ poor  ? could not say", 0.88)
        legend.kind("muted")
        legend.setContentsMargins(14, 6, 14, 0)
        self.add(legend)
        self.whole = note("")
        self.whole.setContentsMargins(14, 8, 14, 12)
        self.add(self.whole)
        self.table.current_changed.connect(lambda _: self._show_whole())

    def _show_whole(self) -> None:
        """What the chosen referee wrote."""
        current, file = self.table.current(), self._page.file
        row = self.table.row(current) if current is not None else None
        said = f"“{file.comments[current]}”" if current in file.comments else "No comment."
        self.whole.setText(f"{row.texts[0]}: {row.texts[1]}. {said}{self._seen()}" if row is not None else HOW)

    def _seen(self) -> str:
        """When somebody made sure that the reference is the referee's."""
        about = self._about()
        look = verifying_history.standing_look(about) if about else None
        return f" {look.result}, {texts.day(look.done)}, {look.source.name}." if look else ""

    def show_file(self, file: Any) -> None:
        super().show_file(file)
        self.table.setVisible(True)
        self._empty.setVisible(False)
        self._show_whole()
        self.table.set_empty("Nobody was asked yet.", "Add a reference…" if self._page.can_write() else "", self._add)


def claims(page: Any) -> Stacked:
    """Red flags and liability claims."""
    flags = RecordsCard(FLAGS_PART, page, defaults=lambda: {"by": page.session.seat_name})
    return Stacked([flags, RecordsCard(CLAIMS_PART, page)])


def evidence(page: Any) -> Stacked:
    """What was looked into, and what the person did."""
    by = {"by": page.session.seat_name}
    return Stacked(
        [
            NpdbQueries(page),
            RecordsCard(CHECKS_PART, page, defaults=lambda: {"done": page.session.today, **by}),
            LooksCard(page),
            RecordsCard(OPPE_PART, page),
            RecordsCard(ACTIVITY_PART, page),
        ]
    )


class Privileges(AskedPrivileges):
    """The privileges asked for, judged for the day of the meeting."""

    def __init__(self, page: Any) -> None:
        super().__init__(page.session)

    def show_file(self, file: ApplicationFile) -> None:
        """Show what an application asks for."""
        self.show_application(file.application, file.standing.on)


class Chair(QWidget):
    """The department chair's report, and how the file is reviewed."""

    def __init__(self, page: Any) -> None:
        super().__init__()
        self.report = FactsCard("Chair's report")
        self.report.head.addWidget(button(page.report, letter=False))
        self.words = note()
        self.report.body.insertWidget(1, self.words)
        self.forms = ApplicationForms(page, REPORTED)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.report)
        column.addWidget(self.forms)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner))

    def show_file(self, file: ApplicationFile) -> None:
        """Show an application."""
        values = file.values
        facts = [
            ("Recommendation", values["chair_view"], {"Recommend": "good", "": ""}.get(values["chair_view"], "warn")),
            ("By", values["chair"]),
            ("On", texts.day(values["chair_on"])),
        ]
        self.report.show_facts(facts if values["chair_view"] else [("By", values["chair"])])
        self.words.setText(values["chair_report"] or "The chair has not reported yet.")
        self.forms.show_file(file)
