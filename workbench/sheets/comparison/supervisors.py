"""The supervising physicians that rows name: linked at the end, when everyone is known."""

from collections.abc import Callable, Sequence
from datetime import date

from workbench.sheets.cell import names
from workbench.sheets.comparison.effects import KEPT, UPDATE, Effect
from workbench.sheets.comparison.matching import Register
from workbench.sheets.comparison.persons import Person
from workbench.sheets.decisions import Preferred
from workbench.sheets.known import AT, Drafts
from workbench.sheets.plan_row import PlanRow

_AT = AT["provider"]["supervisor_id"]
_TARGET, _SAID = "provider.supervisor", "supervising physician"


def link(
    supervised: Sequence[tuple[PlanRow, str]],
    register: Register,
    drafts: Drafts,
    preferred: Preferred,
    day_of: Callable[[date | None], date | None],
) -> None:
    """Link a supervisor where exactly one has the name; ours stays where it is newer and nobody preferred the file's.

    `day_of`: from the day that a sheet says it stands for to the one that holds."""
    for row, text in supervised:
        name, person = names.parse(text), row.person
        drafts.speaks_of(day_of(row.reading.as_of))
        found = [each for each in register.called(name.last, name.first) if each is not person]
        if len(found) != 1 or person is None:
            several = "Several people are" if found else "Nobody is"
            row.notes.append(f"{several} called “{text}”; the supervising physician was left open.")
        elif person.row[_AT] == found[0].row[0]:
            continue
        elif _TARGET not in preferred.of(row.place) and (why := drafts.newer("provider", person.row, _AT)):
            row.effects.append(Effect(KEPT, _SAID, _TARGET, "ours", text, why))
        else:
            _supervise(row, person, found[0], text, drafts)


def _supervise(row: PlanRow, person: Person, supervisor: Person, text: str, drafts: Drafts) -> None:
    person.row = drafts.changing("provider", person.row)
    row.effects.append(Effect(UPDATE, _SAID, _TARGET, "", text))
    person.row[_AT] = supervisor.row[0]
    row.result = "changed" if row.result == "same" else row.result
