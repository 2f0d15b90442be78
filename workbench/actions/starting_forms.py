"""The forms that come with the program, as starting points that an office makes its own."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.records.office_lists import Specialty
from workbench.records.privilege import Privilege, PrivilegeForm
from workbench.store import history

FOLDER = Path(__file__).parents[2] / "resources" / "privilege_forms"
REMARKS = "A starting point: the numbers are the office's to set, and the medical staff decides what it asks for."


@dataclass(frozen=True)
class Line:
    """One line of a form that nobody keeps yet, with the fields of a Privilege."""

    name: str
    sort: str = "Core"
    code: str = ""
    description: str = ""
    training: str = ""
    board: str = ""
    counted: str = ""
    cases: int | None = None
    months: int | None = None
    life_support: str = ""
    fppe: str = ""


@dataclass(frozen=True)
class Shipped:
    """A form that comes with the program."""

    key: str
    name: str
    specialty: str
    """The specialty it is for; empty for several."""
    lines: tuple[Line, ...]


@cache
def shipped() -> tuple[Shipped, ...]:
    """Every form that comes with the program, by name."""
    return tuple(sorted((_read(path) for path in FOLDER.glob("*.toml")), key=lambda each: each.name))


def missing() -> tuple[Shipped, ...]:
    """Those that the office does not have yet, by their names."""
    names = {row[0].casefold() for row in PrivilegeForm.select(PrivilegeForm.name).tuples()}
    return tuple(each for each in shipped() if each.name.casefold() not in names)


def bring_in(*keys: str) -> int:
    """Bring starting forms into the office as drafts, in one step; those it has already stay as they are. How many came."""
    found = [each for each in missing() if each.key in keys]
    if unknown := set(keys) - {each.key for each in shipped()}:
        raise WorkbenchError(
            f"There is no starting form “{min(unknown)}”. Nothing was brought in. Choose one of the list."
        )
    if found:
        what = found[0].name if len(found) == 1 else f"{len(found)} starting forms"
        with history.step(f"Bring in {what}"):
            for each in found:
                write(each)
    return len(found)


def write(each: Shipped) -> PrivilegeForm:
    """Keep one as a draft, inside a step."""
    specialty = Specialty.get_or_none(Specialty.name == each.specialty)
    form = PrivilegeForm.create(name=each.name, specialty=specialty, starting_point=True, remarks=REMARKS)
    for position, line in enumerate(each.lines):
        Privilege.create(form=form, position=position, **vars(line))
    return form


def _read(path: Path) -> Shipped:
    said = tomllib.loads(path.read_text("utf-8"))
    return Shipped(path.stem, said["name"], said["specialty"], tuple(Line(**line) for line in said["privilege"]))
