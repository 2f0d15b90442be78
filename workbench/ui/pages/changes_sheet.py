"""The audit sample of changed verifications: from when to when, how many, by which seed; then the list, Excel and paper."""

import secrets
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.actions import auditing_changes
from workbench.errors import Problem
from workbench.lists import changed_verifications
from workbench.lists.changed_verifications import HEADINGS, Sample
from workbench.records.days import months_on
from workbench.records.words import of
from workbench.ui.credential_sheets import day_or_problem
from workbench.ui.kit import plain
from workbench.ui.kit.dialogs import Sheet, ask_save_file
from workbench.ui.kit.labels import note
from workbench.ui.kit.table import Table
from workbench.ui.lines import Lines

WORDS = (
    "Who changed what of a verification, when and why, as the trail has it. A sample is drawn by lot: the seed and the same days "
    "draw the same again (NCQA, credentialing information integrity: audited once a year)."
)
XLSX = "Excel (*.xlsx)"
COLUMNS = tuple(plain.Column(str(place), text, bold=place == 0) for place, text in enumerate(HEADINGS))
SHARES = (15, 24, 14, 9, 8, 17, 13)


class ChangesSheet(Sheet):
    """A sample, and what can be made of it."""

    def __init__(self, page: Any, parent: QWidget | None = None) -> None:
        super().__init__("Audit sample of changed verifications", WORDS, parent)
        self._page, self._session = page, page.session
        self.sample: Sample | None = None
        today = page.session.today
        since = months_on(today, -12) + timedelta(days=1)
        wanted = changed_verifications.usual(changed_verifications.count(since, today))
        self.lines = Lines(across=4)
        self.lines.add("since", "&From", value=f"{since:%m/%d/%Y}", hint="mm/dd/yyyy")
        self.lines.add("until", "&To", value=f"{today:%m/%d/%Y}", hint="mm/dd/yyyy")
        self.lines.add("wanted", "&How many", value=str(wanted))
        self.lines.add("seed", "&Seed", value=f"{secrets.randbelow(10**8):08}", hint="A number or a word")
        self.body.addWidget(self.lines)
        self.said = note()
        self.body.addWidget(self.said)
        self.listed = plain.PlainList("changed_verifications", "Changed verifications", COLUMNS)
        self.table = Table(self.listed, lambda: today, name="Changed verifications")
        self.table.columns.share(SHARES)
        self.table.setMinimumHeight(220)
        self.table.set_empty("No verification was changed in these days.")
        self.table.opened.connect(self._open)
        self.body.addWidget(self.table, 1)
        self.setMinimumWidth(1200)
        self.add_button("Close", "", self.reject)
        self.excel = self.add_button("&Export to Excel…", "", self._ask_excel)
        self.paper = self.add_button("&Print…", "", self._print)
        self.add_button("Draw the sample", "primary", self.draw, default=True)
        self.draw()

    def draw(self) -> None:
        """Draw by what the lines say, or say what is wrong with them."""
        days = {name: day_or_problem(name, self.lines.text(name), self._session.today) for name in ("since", "until")}
        wrong = [each for each in days.values() if isinstance(each, Problem)]
        wrong += [Problem(name, "Say which day.") for name, each in days.items() if each is None]
        said, seed = self.lines.text("wanted").strip(), " ".join(self.lines.text("seed").split())
        wrong += [] if said.isascii() and said.isdigit() else [Problem("wanted", "Say how many, as a number.")]
        wrong += [] if seed else [Problem("seed", "Without a seed nobody could draw the same again.")]
        self.lines.show_problems(wrong)
        since, until = days["since"], days["until"]
        if wrong or not isinstance(since, date) or not isinstance(until, date):
            return
        self.sample = changed_verifications.sample(since, until, int(said), seed)
        self.said.setText(self.sample.said)
        self.listed.replace([plain.Row(n, each.texts, keys=each.texts) for n, each in enumerate(self.sample.changes)])
        self.table.refresh()
        for each in (self.excel, self.paper):
            each.setEnabled(bool(self.sample.changes))

    def _open(self, place: int) -> None:
        changed = self.sample.changes[place] if self.sample and place < len(self.sample.changes) else None
        if changed is not None and changed.provider:
            self.accept()
            self._page.open_file(changed.provider, None)

    def _ask_excel(self) -> None:
        name = f"Changed verifications {self._session.today.isoformat()}.xlsx"
        ask_save_file(self, auditing_changes.TITLE, name, XLSX, self._session.seat.last_folder, self.write)

    def write(self, path: Path) -> None:
        """Write the sample as a workbook."""
        sample = self.sample
        if sample is None:
            return
        self._session.seat.last_folder = str(path.parent)
        count = self._session.do(auditing_changes.sheet, sample, path)
        if count is not None:
            self._session.messages.toast(f"{of(len(sample.changes), 'change')} written to {path.name}")

    def _print(self) -> None:
        from workbench.ui.paper_sheet import show_paper

        if self.sample is not None:
            pdf = auditing_changes.paper(self.sample, self._session.today)
            name = f"Changed verifications {self._session.today.isoformat()}.pdf"
            show_paper(self._session, pdf, auditing_changes.TITLE, name, self)
