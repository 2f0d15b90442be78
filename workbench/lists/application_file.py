"""One application as its page shows it: read in a few queries and then only looked at."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.lists import in_process
from workbench.lists.application_parts import OF_APPLICATION, OF_PERSON
from workbench.lists.file import called
from workbench.lists.file_parts import DOCUMENTS_PART, Line
from workbench.lists.in_process import Standing
from workbench.records import texts
from workbench.records.application import Application
from workbench.records.credential import Credential
from workbench.records.policy import Policy
from workbench.records.provider import Provider
from workbench.rules import chain, review
from workbench.store import settings

_LINKS = ("facility", "category", "department")


@dataclass(frozen=True)
class ApplicationFile:
    """Everything that the page of one application shows; no record escapes."""

    application: int
    id: int
    """The person's, as parts of a person's file expect it."""
    title: str
    initials: str
    line: str
    """“Initial appointment · Orthopedic Surgery · Provisional, Orthopedics · Jan 1 2027 to Dec 31 2028”."""
    pills: tuple[tuple[str, str], ...]
    standing: Standing
    closed: str
    """“Approved on Dec 18 2026”; empty while it is in process."""
    reopenable: bool
    cure: str
    values: dict[str, Any]
    """By field, what the form shows; a link is (id, title)."""
    names: dict[int, str]
    """By credential of the person, what it is called."""
    parts: dict[str, tuple[Line, ...]]
    comments: dict[int, str]
    """By reference, what the referee wrote."""


def read(application: int, today: date) -> ApplicationFile | None:
    """The file of an application; None when there is none."""
    record = Application.get_or_none(Application.id == application)
    if record is None:
        return None
    standing = in_process.standings(today, [application])[0]
    policy, person = settings.load(Policy), record.provider
    parts = {part.key: part.lines(application, today, policy) for part in OF_APPLICATION}
    parts |= {part.key: part.lines(person.id, today, policy) for part in (*OF_PERSON, DOCUMENTS_PART)}
    credentials = Credential.select().where((Credential.provider == person) & ~Credential.past)
    return ApplicationFile(
        application,
        person.id,
        person.title,
        f"{person.first[:1]}{person.last[:1]}".upper(),
        _line(record, person),
        _pills(record, standing),
        standing,
        f"{record.outcome} on {texts.day(record.decided)}" if record.stage == "Closed" else "",
        record.stage == "Closed",
        review.cure(standing.why),
        _values(record),
        {each.id: called(each) for each in credentials},
        parts,
        {each.id: str(each.comment) for each in record.references if each.comment},
    )


def _line(record: Application, person: Provider) -> str:
    where = ", ".join(each.name for each in (record.category, record.department) if each)
    term = ""
    if record.term_starts and record.term_ends:
        term = f"{texts.day(record.term_starts)} to {texts.day(record.term_ends)}"  # type: ignore[arg-type]
    specialty = person.specialty.name if person.specialty else ""
    return " · ".join(part for part in (str(record.sort), specialty, where, term) if part)


def _pills(record: Application, standing: Standing) -> tuple[tuple[str, str], ...]:
    if record.stage == "Closed":
        return ((str(record.outcome), "good" if chain.is_approved(record) else "quiet"),)
    ready = ("Ready", "good") if standing.ready else (f"{len(standing.kept)} missing", "bad")
    lapses = ((standing.lapses, "bad"),) if standing.lapses else ()
    category = (standing.category, "info" if standing.why else "good")
    return (*lapses, (str(record.stage), "quiet"), ready, category)


def _values(record: Application) -> dict[str, Any]:
    values = dict(record.__data__)
    for name in _LINKS:
        if values.get(name) is not None:
            values[name] = (values[name], getattr(record, name).title)
    return values
