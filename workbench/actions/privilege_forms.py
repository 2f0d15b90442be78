"""Forms for privileges: editions, what is in force, and their lines in order."""

from collections.abc import Sequence
from datetime import date

from workbench.errors import Problem, WorkbenchError
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm, PrivilegeRequest
from workbench.rules import editions, form_lint
from workbench.store import history

_OF_FORM = ("specialty", "remarks")
_OF_LINE = tuple(
    field.name for field in Privilege._meta.sorted_fields if not field.primary_key and field.name != "form"
)


def lines_of(form: int) -> list[Privilege]:
    """The lines of a form in their order."""
    return list(Privilege.select().where(Privilege.form == form).order_by(Privilege.position, Privilege.id))


def new_edition(form: int, edition: str) -> PrivilegeForm | Problem:
    """Begin a new edition as a draft with the same lines, in one step. The old one stays in force until it is put in force,
    and what is held of it stays held."""
    old, edition = PrivilegeForm.get_by_id(form), edition.strip()
    if not edition:
        return Problem("edition", "Say how the new edition is called.")
    name = editions.dated(old.name, edition)
    if edition.casefold() == old.edition.casefold() or PrivilegeForm.get_or_none(PrivilegeForm.name == name):
        return Problem("edition", f"There is an edition “{edition}” of {editions.base(old.name)} already.")
    with history.step(f"Begin edition {edition} of {editions.base(old.name)}"):
        new, _ = copied(old, edition)
    return new


def copied(old: PrivilegeForm, edition: str) -> tuple[PrivilegeForm, dict[int, Privilege]]:
    """A draft with the same lines under another edition, inside a step; and each new line by the id of the old one."""
    kept = {each: getattr(old, each) for each in _OF_FORM}
    new = PrivilegeForm.create(name=editions.dated(old.name, edition), edition=edition, state="Draft", **kept)
    lines = {
        line.id: Privilege.create(form=new, **{each: getattr(line, each) for each in _OF_LINE})
        for line in lines_of(old.id)
    }
    return new, lines


def put_in_force(form: int, effective: date) -> list[Problem]:
    """Put a form in force since a day, in one step. The edition that was in force retires; what is held of it stays held.

    A form whose lint says “bad” is not put in force."""
    new = PrivilegeForm.get_by_id(form)
    if wrong := next((each for each in form_lint.lint(lines_of(form)) if each.tone == "bad"), None):
        said = f"{wrong.line}: {wrong.message}" if wrong.line else wrong.message
        return [Problem("state", f"{said} {wrong.remedy}")]
    name = editions.base(new.name)
    before = [each for each in PrivilegeForm.select() if editions.base(each.name).casefold() == name.casefold()]
    before = [each for each in before if each.id != new.id and (each.state == "In force" or each.name == name)]
    with history.step(f"Put {new.name} in force"):
        for old in before:
            old.state = "Retired"
            old.name = _free(old)
            old.save()
        new.name, new.state, new.effective, new.starting_point = name, "In force", effective, False
        new.save()
    return []


def retire(form: int) -> None:
    """Retire a form: nobody asks for its lines any more, what is held stays held."""
    old = PrivilegeForm.get_by_id(form)
    with history.step(f"Retire {old.name}"):
        old.state = "Retired"
        old.save()


def move_line(line: int, by: int) -> bool:
    """Move a line up (-1) or down (1) among its form's lines, in one step; False at the end."""
    moved = Privilege.get_by_id(line)
    lines = lines_of(moved.form_id)
    at = next(place for place, each in enumerate(lines) if each.id == line)
    if not 0 <= at + by < len(lines):
        return False
    lines.insert(at + by, lines.pop(at))
    with history.step(f"Move {moved.name}"):
        for place, each in enumerate(lines):
            if each.position != place:
                each.position = place  # type: ignore[assignment]
                each.save()
    return True


def delete_lines(lines: Sequence[int]) -> int:
    """Delete lines that nobody holds or asked for, in one step; how many. Raises WorkbenchError for the others."""
    found = list(Privilege.select().where(Privilege.id.in_(list(lines))))
    for line in found:
        used = [
            f"held by {held} people"
            if (held := _count(HeldPrivilege, line)) > 1
            else "held by one person"
            if held
            else "",
            "asked for on an application" if _count(PrivilegeRequest, line) else "",
        ]
        if any(used):
            raise WorkbenchError(
                f"“{line.name}” is {' and '.join(filter(None, used))}. Nothing was deleted. "
                "Begin a new edition without it: what is held stays held."
            )
    if found:
        what = found[0].name if len(found) == 1 else f"{len(found)} lines"
        with history.step(f"Delete {what} of {found[0].form.name}"):
            for line in found:
                line.delete_instance()
    return len(found)


def _count(model: type[HeldPrivilege] | type[PrivilegeRequest], line: Privilege) -> int:
    return model.select().where(model.privilege == line.id).count()


def _free(old: PrivilegeForm) -> str:
    """A name for a retired edition that no other form has."""
    since = f"of {old.effective:%Y-%m-%d}" if old.effective else "before"
    name = editions.dated(old.name, old.edition or since)
    others, turn = {each.name.casefold() for each in PrivilegeForm.select() if each.id != old.id}, 2
    free = name
    while free.casefold() in others:
        free, turn = f"{name} ({turn})", turn + 1
    return free
