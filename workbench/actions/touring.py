"""The whole job without a display: a sample office, a roster that is made and imported, lists, a packet and a backup."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from workbench.actions import exporting, importing, offices, refusing, sample
from workbench.errors import Progress, WorkbenchError, quiet
from workbench.lists.expirables import EXPIRABLES
from workbench.lists.staff import STAFF
from workbench.records.credential import Credential
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.provider import Provider
from workbench.records.words import of
from workbench.sheets import writing
from workbench.store.office import Office, Seat

HEADINGS = (
    "Provider Name",
    "NPI #",
    "Dept",
    "Specialty",
    "Category",
    "Status",
    "IL Lic #",
    "Lic Exp",
    "Office #",
    "Email",
)
MOVED, SAME = 6, 14
NEW = (
    ("Abernathy, Lucille K., MD", "1992000012", "Medicine", "Nephrology", "Provisional", "036-771201"),
    ("Brandvold, Erik, DO", "1992000020", "Family Med", "Family Medicine", "Provisional", "036-771318"),
    ("Castellanos-Reyes, Inés, MD", "1992000038", "Pediatrics", "Pediatrics", "Provsnl", "036-771442"),
    ("Dellacroce, Vincent T., Jr., MD", "1992000046", "Surgery", "Vascular Surgery", "Provisional", "036-771559"),
)
"""People whom no sample hospital has; invented, with valid check digits. Two words are as somebody in a hurry writes them."""
FAULTY = (
    ("Eastlake, Morgan, MD", "1992000053", "Medicine", "Internal Medicine", "Active", "036-771603", "02/30/2027"),
    ("Fairweather, Noel, MD", "1992000062", "Radiology", "Diagnostic Radiology", "Active", "036-771711", "07/31/2029"),
)
"""A day that does not exist, and an NPI whose check digit fails."""
TITLES = ("Riverbend Medical Center", "Medical staff roster")
STRUCK, YELLOW = "text-decoration:line-through", "background:#ffff00"
LEFT, WAITING = (9, 14), (7, 11)
"""Places of the rows that are struck through, and of those filled yellow."""


def make_roster(path: Path, today: date) -> int:
    """A roster as offices keep it: people of the open office, some changed, some new, some wrong; how many rows."""
    return writing.write_table(path, "Active", HEADINGS, _rows(today), texts={1, 6, 8})


def make_page(path: Path, today: date) -> int:
    """The same as a web system hands it out (.xls that is a page): under two titles, with struck and yellow rows and a column
    that no office imports; how many rows."""
    rows = _rows(today)
    lines = [f"<tr><td colspan={len(HEADINGS) + 1}>{title}</td></tr>" for title in TITLES]
    lines.append(_line((*HEADINGS, "Locker")))
    for place, row in enumerate(rows):
        said = (*(f"{cell:%m/%d/%Y}" if isinstance(cell, date) else cell for cell in row), f"{114 + place}")
        lines.append(_line(said, STRUCK if place in LEFT else YELLOW if place in WAITING else ""))
    path.write_text(f"<html><meta charset=utf-8><table>{''.join(lines)}</table></html>", "utf-8")
    return len(rows)


def _line(cells: Sequence[object], style: str = "") -> str:
    told = "".join(f"<td>{escape(str(cell or ''))}</td>" for cell in cells)
    return f'<tr style="{style}">{told}</tr>'


def _rows(today: date) -> list[tuple]:
    people = list(
        Provider.select()
        .where((Provider.status == "Active") & (Provider.npi != ""))
        .order_by(Provider.last)
        .limit(SAME + MOVED)
    )
    rows = [_row(each, place < MOVED) for place, each in enumerate(people)]
    rows += [
        (*who[:5], "Active", who[5], _three_years_on(today), f"(312) 555-01{place:02}", "")
        for place, who in enumerate(NEW, 40)
    ]
    return [*rows, *((*who[:5], "Active", who[5], who[6], "", "") for who in FAULTY)]


def _row(provider: Provider, moved: bool) -> tuple:
    """One person as the roster says it; who moved has a license that was renewed and another telephone."""
    license = (
        Credential.select()
        .where(
            (Credential.provider == provider)
            & ~Credential.past
            & (Credential.state == "IL")
            & Credential.expires.is_null(False)
        )
        .order_by(Credential.sort, Credential.expires.desc())
        .first()
    )
    kept = license is not None and license.sort.key == "license"
    expires = _three_years_on(license.expires) if kept and moved else license.expires if kept else None
    return (
        provider.title,
        provider.npi,
        provider.department.name if provider.department else "",
        provider.specialty.name if provider.specialty else "",
        provider.category.name if provider.category else "",
        provider.status,
        license.number if kept else "",
        expires,
        "(312) 555-0199" if moved else provider.phone,
        provider.email,
    )


def make_edited_list(path: Path, today: date) -> int:
    """The list of people as somebody edits it: every third office telephone is another; how many rows."""
    ids = STAFF.ids(today=today)
    count = exporting.export(STAFF, ids, path, today, said="Everyone")
    phones = [each.phone for each in Provider.select().where(Provider.phone != "").order_by(Provider.last)][::3]
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    for place, phone in enumerate(phones):
        parts[sheet] = parts[sheet].replace(f">{phone}<".encode(), f">(312) 555-{place + 200:04}<".encode())
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return count


def _three_years_on(day: date) -> date:
    return day.replace(year=day.year + 3, day=min(day.day, 28 if day.month == 2 else 31))


@dataclass
class Tour:
    """One stop after the other; what was written, and a sentence for each."""

    folder: Path
    seat: Seat
    today: date
    progress: Progress = quiet
    written: list[Path] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @property
    def roster(self) -> Path:
        """The workbook that is made and imported."""
        return self.folder / "roster.xlsx"

    def whole(self) -> Office:
        """Everything, in order; the office stays open. Refuses a folder in which a tour was made already."""
        if (self.folder / "riverbend.workbench").exists():
            raise WorkbenchError(
                f"{self.folder} holds a tour already. Nothing was changed. Name another folder, or delete that one."
            )
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / "riverbend.workbench"
        office = sample.make(path, self.seat, self.today, progress=self.progress)
        self._tell(path, "The sample hospital")
        try:
            self._import()
            self._lists()
            self._packet()
            self._tell(offices.backup(self.folder / "riverbend backup.workbench"), "A verified backup")
        except BaseException:
            office.close()
            raise
        return office

    def _import(self) -> None:
        count = make_roster(self.roster, self.today)
        self._tell(self.roster, f"A roster of {of(count, 'row')}")
        prepared = importing.prepare(self.roster, today=self.today, progress=self.progress)
        outcome = importing.apply(prepared.plan, today=self.today, progress=self.progress)
        self.said.append(
            f"Imported: {outcome.added} new, {outcome.changed} changed, {outcome.same} same, "
            f"{outcome.rejected} refused, {outcome.doubtful} perhaps the same person."
        )
        if outcome.rejected or outcome.doubtful:
            refused = self.folder / "roster refused.xlsx"
            refusing.save(prepared.plan, refused)
            self._tell(refused, "The rows that were refused, with the reasons")

    def _lists(self) -> None:
        for listed, view, name in (
            (STAFF, "", "providers.xlsx"),
            (EXPIRABLES, "", "credentials.xlsx"),
            (EXPIRABLES, "expiring", "expiring.csv"),
        ):
            ids: Sequence[int] = listed.ids(today=self.today, view=view)
            exporting.export(listed, ids, self.folder / name)
            self._tell(self.folder / name, f"{listed.title}, {of(len(ids), 'row')}")

    def _packet(self) -> None:
        """The packet of the next meeting on whose agenda files stand; nothing where there is none."""
        from workbench.actions import packets  # the document libraries, for papers alone

        asked = AgendaItem.select(AgendaItem.meeting).where(AgendaItem.application.is_null(False))
        coming = Meeting.select().where((Meeting.held >= self.today) & Meeting.id.in_(asked)).order_by(Meeting.held)
        if (meeting := coming.first()) is not None:
            path = self.folder / "packet.pdf"
            bound = packets.save(meeting.id, path, self.today, progress=self.progress)
            self._tell(path, f"The packet of {meeting.committee.name}, {meeting.held:%Y-%m-%d}, {bound.pages} pages")

    def _tell(self, path: Path, what: str) -> None:
        self.written.append(path)
        self.said.append(f"{what}: {path}")
