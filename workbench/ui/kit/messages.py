"""Everything that the program says by itself: errors, refusals, questions, and what was done."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.errors import WorkbenchError
from workbench.ui.kit.dialogs import PROGRAM, Sheet, short
from workbench.ui.kit.toast import Toast


class Messages:
    """The one door through which the program speaks; tests put Recorded in its place."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.passing = Toast(window)
        """What was done, in passing."""

    def error(self, error: WorkbenchError | str) -> None:
        """What happened, what it means for the data, what to do."""
        headline, _, rest = str(error).partition(". ")
        self.tell(headline if headline.endswith(".") or not rest else f"{headline}.", rest)

    def tell(self, headline: str, words: str = "") -> None:
        """Something to read, with one button."""
        sheet = Sheet(headline, words, self._window)
        sheet.setWindowTitle(PROGRAM)
        sheet.add_button("Close", "primary", sheet.accept, default=True)
        sheet.open()

    def confirm(
        self,
        question: str,
        verb: str,
        call: Callable[[], object],
        *,
        detail: str = "",
        danger: bool = True,
        refusal: str = "Cancel",
    ) -> None:
        """Ask before something that is hard to take back; the verb carries its count ("Delete 3 references"). The refusal is
        another word than Cancel where that is what is asked about."""
        sheet = Sheet(question, detail, self._window)
        sheet.setWindowTitle(f"{short(verb)} – {PROGRAM}")

        def go() -> None:
            sheet.accept()
            call()

        cancel = sheet.add_button(refusal, "", sheet.reject, default=True)
        sheet.add_button(verb, "danger" if danger else "primary", go)
        sheet.open()
        cancel.setFocus()

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """What was done, in passing."""
        self.passing.say(text, undo)


class Recorded(Messages):
    """Remembers what would have been said; confirms when told to."""

    def __init__(self, *, yes: bool = True) -> None:
        self.yes = yes
        self.errors: list[str] = []
        self.told: list[str] = []
        self.asked: list[str] = []
        self.refusals: list[str] = []
        self.toasts: list[str] = []

    def error(self, error: WorkbenchError | str) -> None:
        self.errors.append(str(error))

    def tell(self, headline: str, words: str = "") -> None:
        self.told.append(f"{headline} {words}".strip())

    def confirm(
        self,
        question: str,
        verb: str,
        call: Callable[[], object],
        *,
        detail: str = "",
        danger: bool = True,
        refusal: str = "Cancel",
    ) -> None:
        self.asked.append(f"{question} [{verb}]")
        self.refusals.append(refusal)
        if self.yes:
            call()

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        self.toasts.append(text)
