"""Forms in from a sheet and out to one, and the lookup card for units."""

from datetime import date
from pathlib import Path
from typing import Any

from workbench.errors import Problem
from workbench.records import texts
from workbench.records.words import of
from workbench.ui.kit.dialogs import Sheet, ask_open_file, ask_save_file
from workbench.ui.pages.privilege_review import Review
from workbench.ui.pages.privilege_sheets import OneDay

WORKBOOK, PAGE, PAPER = "Excel workbook (*.xlsx)", "Web page (*.html)", "PDF (*.pdf)"
READABLE = "Spreadsheets (*.xlsx *.xls *.xlsb *.ods *.csv)"


class Exchange:
    """What the page's buttons for files do."""

    def __init__(self, page: Any) -> None:
        self._page, self._session = page, page.session
        self.html = page.add("&Lookup card…", "file-text", "Ctrl+Alt+L", lambda: self._ask_card("html"))
        self.pdf = page.add("Lookup card as P&DF…", "printer", "Ctrl+Shift+P", lambda: self._ask_card("pdf"))
        self.bring = page.add("&Import forms…", "upload", "Ctrl+I", self._ask_forms)
        self.export = page.add("E&xport forms…", "file-spreadsheet", "Ctrl+Shift+E", self._ask_where)

    def weigh(self) -> None:
        """Only what can be done now can be pressed."""
        forms = self._page.shows(self._page.forms)
        self.bring.setEnabled(forms and not self._session.read_only)
        self.export.setEnabled(forms and bool(self._page.forms.rows()))

    # The lookup card

    def _ask_card(self, ending: str) -> Sheet:
        """Until when the card is good, then where it goes."""
        from workbench.papers import lookup_card

        today, window = self._session.today, self._page.window()

        def answer(day: date) -> list[Problem]:
            if day < today:
                return [Problem("day", "That day is over; a card is good through today at least.")]
            name = f"Privileges {today.isoformat()}.{ending}"
            patterns = PAGE if ending == "html" else PAPER
            folder = self._session.seat.last_folder
            ask_save_file(self._page, "Lookup card", name, patterns, folder, lambda path: self._write(path, day))
            return []

        words = (
            "For the units: who may do what, searchable, without a network. It holds names, specialties and privileges, "
            "nothing private; after its last day it says itself that it is out of date."
        )
        last = lookup_card.usual_last_day(today)
        sheet = OneDay("Lookup card", words, "&Good through", "Choose a place…", last, self._session, answer, window)
        sheet.open()
        return sheet

    def _write(self, path: Path, good_through: date) -> None:
        from workbench.papers import lookup, lookup_card

        self._session.seat.last_folder = str(path.parent)
        card = lookup_card.card_of(self._session.today, good_through)
        self._session.jobs.start(
            "Writing the lookup card",
            lambda progress: lookup.write(card, path, progress),
            done=lambda count: self._session.messages.toast(
                f"{of(count, 'person', 'people')} on {path.name}, good through {texts.day(good_through)}"
            ),
        )

    # Forms out and in

    def _ask_where(self) -> None:
        ids = [row.id for row in self._page.forms.rows() if row.state != "Retired"]

        def write(path: Path) -> None:
            from workbench.actions import form_exchange  # the spreadsheet library costs a third of the start

            self._session.seat.last_folder = str(path.parent)
            self._session.jobs.start(
                "Exporting forms",
                lambda progress: form_exchange.export(ids, path),
                done=lambda count: self._session.messages.toast(f"{of(count, 'line')} written to {path.name}"),
            )

        name = f"Privilege forms {self._session.today.isoformat()}.xlsx"
        ask_save_file(self._page, "Export forms", name, WORKBOOK, self._session.seat.last_folder, write)

    def _ask_forms(self) -> None:
        ask_open_file(self._page, "Import forms", READABLE, self._session.seat.last_folder, self.read)

    def read(self, path: Path) -> None:
        """Read a file of forms and show what it would change."""
        from workbench.actions import form_exchange

        session = self._session
        session.seat.last_folder = str(path.parent)
        session.jobs.start(
            f"Reading {path.name}",
            lambda progress: form_exchange.plan(path, session.today, progress=progress),
            done=lambda plan: Review(plan, session, self._page.window(), self._page.go_to_form).open(),
        )
