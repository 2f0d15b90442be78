"""What is asked when an application begins, goes back, or is reported on: one sheet each, one step each. How it ends: ending_sheets."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from workbench.actions import applications, stages
from workbench.errors import Problem
from workbench.records.application import Application
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


def _form(session: Session, names: tuple[str, ...]) -> Form:
    links = links_of(Application, names, session.today, session)
    return Form(Application, names, today=lambda: session.today, links=links)


def _shown(dialog: FormDialog) -> FormDialog:
    dialog.open()
    return dialog
