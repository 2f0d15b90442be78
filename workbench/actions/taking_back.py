"""A governing body's approval that was recorded wrongly: what it set is taken back, whatever else was done since.

Undo takes back a whole step, and only while nothing that it touched changed. Here the rows of one application are taken back out of
the step that closed it: what it made goes, what it changed is again as it was where nobody has changed it since."""

from collections.abc import Iterator
from typing import Any

from workbench.errors import Problem
from workbench.records import KINDS
from workbench.records.application import Application
from workbench.records.appointment import Appointment
from workbench.records.meeting import AgendaItem
from workbench.records.privilege import HeldPrivilege, PrivilegeRequest
from workbench.records.provider import Provider
from workbench.records.recommendation import Recommendation
from workbench.records.record import Record
from workbench.records.texts import day
from workbench.store import trail
from workbench.store.trail import Entry

Made = tuple[type[Record], int, dict[str, Any] | None, dict[str, Any] | None]
"""A model, the id of its row, and the row before and after."""
_ALL = 1_000_000
_TABLES = {each.table: each.model for each in KINDS}


def problems(application: Application) -> list[Problem]:
    """Why an approval cannot be taken back."""
    step = _step(application)
    if step is None:
        said = "The trail does not say what this approval set: it was brought in as it is. Correct the term and the privileges on the file."
        return [Problem("stage", said)]
    mine = {row for model, row, before, _ in _rows(application, step) if model is Appointment and before is None}
    for term in Appointment.select().where(Appointment.provider == application.provider_id):  # type: ignore[attr-defined]
        same = term.facility_id == application.facility_id  # type: ignore[attr-defined]
        if mine and same and term.id not in mine and term.starts and term.starts > application.term_starts:
            said = f"A later term, from {day(term.starts)}, follows on this one. Take that approval back first."
            return [Problem("stage", said)]
    return []


def take_back(application: Application) -> None:
    """Take back what an approval set, inside a step; the application stands where it stood before. Nothing changes of a row that
    somebody has changed since but what nobody has. Has problems() answered by the caller."""
    step = _step(application)
    assert step is not None
    rows = list(_rows(application, step))
    for model, row, before, after in reversed(rows):
        if before is None:
            model.delete().where(model._meta.primary_key == row).execute()
        elif after is None:
            model.insert(**_values(model, before)).execute()
        else:
            _restore(model, row, before, after)


def _restore(model: type[Record], row: int, before: dict[str, Any], after: dict[str, Any]) -> None:
    record = model.get_or_none(model._meta.primary_key == row)
    if record is None:
        return
    was, became = _values(model, before), _values(model, after)
    back = [name for name in was if was[name] != became.get(name) and record.__data__.get(name) == became.get(name)]
    if model is Application and "remarks" in back:
        back.remove("remarks")  # they are the file's diary
    if back:
        model.update(**{name: was[name] for name in back}).where(model._meta.primary_key == row).execute()


def stood(application: Application) -> str:
    """The stage at which it was closed; "" where it came into the office closed."""
    entry = _closing(application)
    return str((entry.before or {}).get("stage", "")) if entry else ""


def _closing(application: Application) -> Entry | None:
    return next(
        (
            each
            for each in trail.of(Application._meta.table_name, application.id)
            if (each.after or {}).get("stage") == "Closed" and (each.before or {}).get("stage") != "Closed"
        ),
        None,
    )


def _step(application: Application) -> int | None:
    """The newest step that closed it; None where it came into the office closed."""
    entry = _closing(application)
    return entry.step.id if entry and entry.before else None


def _rows(application: Application, step: int) -> Iterator[Made]:
    """What a step did to this application, and to what was granted on it; it may have approved a whole list."""
    person, place = application.provider_id, application.facility_id  # type: ignore[attr-defined]
    for table, row, before, after in trail.in_step(step, _ALL)[0]:
        model, said = _TABLES.get(table), after or before or {}
        of_file = said.get("application_id") == application.id
        of_person = said.get("provider_id") == person and said.get("facility_id") == place
        mine = {
            Application: row == application.id,
            Provider: row == person,
            Appointment: of_person,
            HeldPrivilege: of_file or (of_person and before is not None),
            PrivilegeRequest: of_file,
            AgendaItem: of_file,
            Recommendation: model is Recommendation and _is_of(said, application),
        }
        if model is not None and mine.get(model):
            yield model, row, before, after


def _is_of(said: dict[str, Any], application: Application) -> bool:
    request = PrivilegeRequest.get_or_none(PrivilegeRequest.id == said.get("request_id"))
    return request is not None and request.application_id == application.id


def _values(model: type[Record], said: dict[str, Any]) -> dict[str, Any]:
    """A row of the log as the model's values, by field."""
    columns = {field.column_name: field for field in model._meta.sorted_fields}
    return {columns[name].name: columns[name].python_value(value) for name, value in said.items() if name in columns}
