"""What the tests of lists that come back share: a small office, a list out, the file edited as a person does it, and its plan."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from tests.conftest import TODAY, make_record
from workbench.actions import exporting, returning
from workbench.lists.named import list_named
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort, Department
from workbench.records.provider import Provider
from workbench.sheets import marks

KEY = marks.KEY
ROOT = Path(__file__).parents[2]
LAUNCH = [
    sys.executable,
    "-c",
    f"import sys; sys.path.insert(0, {str(ROOT)!r}); "
    "from workbench.sheets.child import main; sys.exit(main(sys.argv[2:]))",
]
NPIS = ("1477552867", "1932102084", "1245319599")
PEOPLE = (("Adams", "Bo", "MD"), ("Okafor", "Adaeze", "MD"), ("Young", "Cy", "DO"))


def people() -> list[Provider]:
    """Three people of one department, each with a license that was verified."""
    department = Department.select().order_by(Department.name).first()
    made = []
    for (last, first, degree), npi in zip(PEOPLE, NPIS, strict=True):
        person = make_record(
            Provider,
            last=last,
            first=first,
            degree=degree,
            provider_type="Physician",
            npi=npi,
            department=department,
            phone="(312) 555-0101",
            zip="02139",
            status_since=date(2024, 2, 29),
        )
        license = CredentialSort.get(CredentialSort.key == "license")
        make_record(
            Credential,
            provider=person,
            sort=license,
            number=f"036-{last}",
            state="IL",
            issued=date(2023, 8, 1),
            expires=date(2027, 7, 31),
            verified=date(2026, 1, 2),
            source="State licensing board",
        )
        made.append(person)
    return made


def sent(path: Path, name: str = "providers") -> Path:
    """A list that went out."""
    listed = list_named(name)
    assert listed is not None
    exporting.export(listed, listed.ids(today=TODAY), path, TODAY)
    return path


class Edited:
    """The visible sheet of a list, to be edited by heading and row; rows count from 2, under the headings."""

    def __init__(self, path: Path) -> None:
        self.path, self.book = path, openpyxl.load_workbook(path)
        self.sheet = self.book.worksheets[0]

    def at(self, heading: str) -> int:
        return next(cell.column for cell in self.sheet[1] if cell.value == heading)

    def row_of(self, text: str, heading: str = "Last name") -> int:
        at = self.at(heading)
        return next(n for n in range(2, self.sheet.max_row + 1) if self.sheet.cell(n, at).value == text)

    def set(self, row: int, heading: str, value: Any) -> None:
        self.sheet.cell(row, self.at(heading)).value = value

    def get(self, row: int, heading: str) -> Any:
        return self.sheet.cell(row, self.at(heading)).value

    def values(self, row: int) -> list[Any]:
        return [cell.value for cell in self.sheet[row]]

    def write(self, row: int, values: list[Any]) -> None:
        for at, value in enumerate(values, 1):
            self.sheet.cell(row, at).value = value

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path


def edit(path: Path, change: Callable[[Edited], Any]) -> Path:
    """Open, change, save."""
    edited = Edited(path)
    change(edited)
    return edited.save()


def back(path: Path, **how: Any) -> Any:
    """The plan of a file."""
    return returning.prepare(path, today=TODAY, launch=LAUNCH, **how)


def results(plan: Any) -> dict[str, int]:
    return {group: count for group, count in plan.counts.items() if count}
