"""The matrix of requirements: its lines as of any kind, and from each the way to except one person from it."""

from workbench.records.requirement import EXCEPTIONS, REQUIREMENTS, Requirement, RequirementException
from workbench.ui.kit.page import Shell
from workbench.ui.pages import face
from workbench.ui.pages.kind_page import KindPage
from workbench.ui.record_sheet import ask_record
from workbench.ui.session import Session


class Requirements(KindPage):
    """What is asked of whom, and who is excepted."""

    key, title, icon, group, under = face("requirements")
    kind = REQUIREMENTS

    def __init__(self, session: Session, shell: Shell) -> None:
        super().__init__(session, shell)
        self.excepted = self.add(
            "Exceptions…", "users", "Ctrl+Shift+A", lambda: shell.go("exceptions"), "Of whom something is not asked"
        )
        self.exempt = self.add(
            "Except one person…",
            "user",
            "Ctrl+Shift+P",
            self.ask_exception,
            "Say why what is chosen is not asked of one person",
        )
        self.header.buttons([self.bring, self.print_, self.export, self.excepted, self.exempt, (self.new, "primary")])
        self.table.set_actions([self.edit, self.exempt, *self.many.actions(), self.delete])
        self._weigh()

    def ask_exception(self) -> None:
        """Who is excepted from the line that is chosen, and why."""
        if not self.free:
            return
        line = Requirement.get_or_none(Requirement.id == self.table.current())
        made = RequirementException(
            element=line.element if line else "", since=self.session.today, by=self.session.seat_name
        )
        ask_record(self, self.session, EXCEPTIONS, made)

    def _weigh(self) -> None:
        super()._weigh()
        if hasattr(self, "exempt"):
            self.exempt.setEnabled(self.free)
