"""What is done on a person's file: one field at a time, a status with its day, a document."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from textwrap import shorten
from typing import Any

from workbench.actions import editing
from workbench.errors import Problem
from workbench.records import texts
from workbench.records.application import Application
from workbench.records.desk import Document
from workbench.records.fields import LongText
from workbench.records.kind import Kind
from workbench.records.provider import PROVIDERS, Provider
from workbench.records.record import Record
from workbench.records.words import within
from workbench.rules import sealed
from workbench.store import blobs, drafts, history

MOST_LETTERS = 48
"""Of what a record is called in the name of a step."""
MOST_BYTES = 50_000_000
"""Of one document: an office's file is copied whole for every backup."""
_MOST = f"{MOST_BYTES // 1_000_000} MB"


def set_field(provider: int, name: str, value: Any) -> list[Problem]:
    """Change one field of a person as one step; only what is wrong with that field is in the way."""
    person = Provider.get_by_id(provider)
    field = Provider.field(name)
    if person.__data__.get(name) == value:
        return []
    problems = [each for each in Provider.problems_in({**person.__data__, name: value}) if each.field == name]
    setattr(person, field.object_id_name if hasattr(field, "rel_model") else name, value)
    problems += [each for each in editing.taken(person, PROVIDERS) if each.field == name]
    if not problems:
        called = within(field.verbose_name)
        with history.step(f"Change {called} of {person.title}"):
            person.save()
    return problems


def set_status(ids: Sequence[int], status: str, since: date | None) -> list[Problem]:
    """Give people a status and the day it began, as one step."""
    people = list(Provider.select().where(Provider.id.in_(list(ids))))
    if not status:
        return [Problem("status", "Choose a status.")]
    if people:
        who = people[0].title if len(people) == 1 else f"{len(people):,} people"
        with history.step(f"Set status of {who} to {status}"):
            for person in people:
                person.status, person.status_since = status, since
                person.save()
    return []


def read(path: Path) -> bytes | Problem:
    """The bytes of a file that can be a document; a huge one is not read to be told so."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if 0 < size <= MOST_BYTES else b""
    except OSError as error:
        return Problem("file_name", f"{path.name} could not be read ({error.strerror}). Close it elsewhere.")
    if size > MOST_BYTES:
        return Problem("file_name", f"{path.name} is {size / 1_000_000:,.0f} MB, over {_MOST}; scan it more coarsely.")
    return content or Problem("file_name", f"{path.name} is empty (0 bytes). Ask for it again.")


def put(
    provider: int,
    file_name: str,
    content: bytes,
    today: date,
    looked: tuple[str, str] | None = None,
    *,
    title: str = "",
    proves: int | None = None,
    packet: str = "",
) -> list[Problem]:
    """Keep a document on a person's file, by its content, within a step; the same content twice on one file is refused.

    looked is what a packet prints of it and why, if that is known already; title is what it is called, if not as the file;
    proves is the id of the person's credential that it proves; packet is what the office says of packets, empty if nothing."""
    digest = blobs.keep(content)
    if wrong := refused(provider, file_name, digest):
        return [wrong]
    prints, why = looked or look_at(file_name, content)
    kept = {
        "sha256": digest,
        "size": len(content),
        "prints": prints,
        "prints_why": why,
        "dated": today,
        "packet": packet,
    }
    title = title or titled(file_name)
    Document.create(provider=provider, credential=proves, title=title, file_name=file_name, **kept)
    return []


def titled(file_name: str) -> str:
    """What a document is called after its file, until somebody calls it otherwise."""
    return file_name.rsplit(".", 1)[0].replace("_", " ")


def refused(provider: int, file_name: str, digest: str) -> Problem | None:
    """Why bytes are not kept on a file: they are under seal, or there already."""
    if sealed.is_sealed(digest):
        return Problem("file_name", sealed.SAID.format(name=file_name))
    if Document.select().where((Document.provider == provider) & (Document.sha256 == digest)).exists():
        return Problem("file_name", f"{file_name} is on this file already.")
    return None


def look_at(file_name: str, content: bytes) -> tuple[str, str]:
    """What a packet prints of a document, one of PRINTS, and why not all of it."""
    from workbench.papers import scans  # brings the libraries of paper

    return scans.looked_at(file_name, content)


def content_of(document: int) -> tuple[str, bytes] | None:
    """The name and the bytes of a document."""
    found = Document.get_or_none(Document.id == document)
    content = blobs.fetch(found.sha256) if found else None
    return (found.file_name or found.title, content) if found and content is not None else None


def keep_draft(provider: int, texts: dict[str, str]) -> None:
    """Keep what was typed and has a problem; nothing drops it."""
    drafts.keep("provider", provider, texts)


def draft_of(provider: int) -> dict[str, str]:
    """What was typed on a file and could not be kept, by field."""
    return drafts.of("provider", provider)


def said_of_draft(provider: int) -> str:
    """What is said of the texts that could not be kept on a file; empty where there are none."""
    names = ", ".join(Provider.field(name).verbose_name for name in draft_of(provider)) if provider else ""
    return f"Typed on this file and not kept, because something is wrong with it: {names}." if names else ""


def keep(record: Record, kind: Kind, one: str) -> list[Problem]:
    """Write a record that belongs to a person or an application, under a name that says what was done on whose file."""
    words = ["Change" if record.get_id() else "Add", one, _called(record), "of", _whose(record)]
    with history.step(" ".join(word for word in words if word)):
        return editing.save(record, kind)


def remove(kind: Kind, ids: Sequence[int], one: str, whose: str) -> int:
    """Delete records of one person as one step; how many."""
    with history.step(f"Delete {one if len(ids) == 1 else f'{len(ids)} records'} of {whose}"):
        return editing.delete(kind, ids)


def _called(record: Record) -> str:
    """Which one it is, cut short; of what is told in several lines nothing, since the name of a step shows everywhere."""
    if any(isinstance(record.field(name), LongText) for name in record.titled_by):
        return ""
    days = {str(day): texts.day(day) for name in record.titled_by if isinstance(day := record.__data__.get(name), date)}
    title = record.which
    for iso, read in days.items():
        title = title.replace(iso, read)
    return shorten(title, MOST_LETTERS, placeholder=" …")


def _whose(record: Record) -> str:
    """The person on whose file, or on whose application, it is."""
    if "provider" in record.__data__:
        return Provider.get_by_id(record.__data__["provider"]).title
    return Application.get_by_id(record.__data__["application"]).provider.title
