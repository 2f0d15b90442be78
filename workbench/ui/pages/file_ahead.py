"""The findings of a file on a day to come: of a planned meeting, or of any day that is asked for."""

from datetime import date
from typing import Any

from workbench.errors import Problem
from workbench.lists import why
from workbench.records import texts
from workbench.ui.credential_sheets import day_or_problem
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.lines import Lines

WORDS = (
    "As the file stands now, by the standards that are in force on that day: what is verified today may be stale then."
)


class Ahead:
    """Knows the day whose findings the card of a file shows, and what the next meetings find."""

    def __init__(self, part: Any, page: Any) -> None:
        self._part, self._page = part, page
        self._of: tuple[int, date | None] = (0, None)
        hint = "What is found in this file on the day of a meeting"
        self.ask = page.add("Findings on a day to come…", "calendar", "Ctrl+Shift+Y", self.ask_day, hint=hint)
        self.ask.setProperty("words", "ready readiness board's day as of meeting stale")

    @property
    def day(self) -> date | None:
        """The day to come that is shown of the person who shows; None for today, and in survey mode, where it cannot be judged."""
        who, day = self._of
        file, page = self._page.file, self._page
        return day if file is not None and who == file.id and not page.past and not page.session.survey else None

    def show(self, day: date | None) -> None:
        """Show the findings of a day to come; None, today or a day before are today's."""
        file = self._page.file
        self._of = (file.id if file else 0, day if day and day > self._page.session.today else None)
        self._page.show_tab("credentials")
        self._part.show_findings()

    def found(self) -> why.Why | None:
        """What the card says."""
        file, page = self._page.file, self._page
        if self.day is not None:
            return why.of_person(file.id, self.day, page.session.today)
        found: why.Why | None = page.as_shown(lambda: why.of_person(file.id, page.day))
        return found

    def tell(self) -> None:
        """Find out beside the window what the next meetings find; of a day gone by nobody asks."""
        page, part = self._page, self._part
        reader = page.session.reader
        reader.drop((part, "coming"))
        self.weigh()
        if not self.ask.isEnabled() or self.day is not None:
            return
        who, today = page.file.id, page.session.today
        reader.ask((part, "coming"), lambda: why.coming(who, today), part.why.show_coming)

    def weigh(self) -> None:
        """No day to come is judged of a file as it stood, nor while something is left out."""
        page = self._page
        self.ask.setEnabled(not page.past and not page.session.survey and page.file is not None)

    def ask_day(self) -> Sheet:
        """A sheet with one line: a day that is still to come."""
        page = self._page
        sheet, lines = Sheet("Findings on a day to come", WORDS, page.window()), Lines()
        day = self.day or page.session.today
        lines.add("day", "&Day", value=f"{day:%m/%d/%Y}", hint="mm/dd/yyyy, Jan 2 2027, +30d")

        def read() -> None:
            chosen = coming_day_or_problem("day", lines.text("day"), page.session.today)
            if isinstance(chosen, Problem):
                lines.show_problems([chosen])
                return
            sheet.accept()
            self.show(chosen)

        sheet.body.addWidget(lines)
        sheet.add_button("Cancel", "", sheet.reject)
        sheet.add_button("Show", "primary", read, default=True)
        sheet.open()
        lines.focus("day")
        return sheet


def coming_day_or_problem(field: str, text: str, today: date) -> date | Problem:
    """Today or a day to come that was typed, or what is wrong with it."""
    day = day_or_problem(field, text, today)
    if day is None:
        return Problem(field, "Type today or a day to come.")
    if isinstance(day, date) and day < today:
        return Problem(field, f"{texts.day(day)} is gone by: As of above shows the file as it stood then.")
    return day
