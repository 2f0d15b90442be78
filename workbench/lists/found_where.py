"""Where on a person's file the words stand by which a search found the person: the note, the document, the practice."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from workbench.records import SEARCHED
from workbench.records.appointment import Appointment
from workbench.records.background import Affiliation, Education, WorkHistory
from workbench.records.desk import Document, Note
from workbench.records.practice import PracticeMember
from workbench.records.provider import Identifier, OtherName, Provider
from workbench.rules import sealed
from workbench.store import search

_LONG, _BEFORE = 64, 24
"""Letters of a text that are shown around what was found, and how many of them before it."""
_WORD = re.compile(r"\w+")


class Place(NamedTuple):
    """A record on somebody's file, and what of it was found."""

    said: str
    """“Note: … every fourth weekend …”"""
    tab: str
    """The tab of the file on which it stands."""
    table: str
    id: int


class _Source(NamedTuple):
    model: Any
    called: str
    tab: str
    through: str = ""
    """The link to the record whose words are meant."""
    hidden: Callable[[], Any] | None = None


_SOURCES = (
    _Source(Note, "Note", "desk"),
    _Source(Document, "Document", "documents", hidden=sealed.documents),
    _Source(PracticeMember, "Practice", "summary", "practice"),
    _Source(Appointment, "Facility", "summary", "facility"),
    _Source(Education, "Education", "background"),
    _Source(WorkHistory, "Work history", "background"),
    _Source(Affiliation, "Other hospital", "background"),
    _Source(Provider, "", "summary"),
    _Source(Provider, "Supervising physician", "summary", "supervisor"),
    _Source(Provider, "Department", "summary", "department"),
)
"""Where words are looked for, in this order; what a person is called and numbered by needs no telling."""
_OWN = ("last", "first", "middle", "suffix", "preferred", "npi", "degree")


def told(people: Sequence[int], text: str) -> dict[int, Place]:
    """By person the record that holds most of the words by which nobody is called; absent where the name and numbers say all."""
    words = [_plain(word) for word in re.findall(r"[\w.@/-]+", search.untitled(text))]
    own = _called(people)
    lacking = {person: [word for word in words if not _holds(own.get(person, ""), word)] for person in people}
    found: dict[int, tuple[int, Place]] = {}
    for source in _SOURCES:
        for person, record, texts in _texts(source, [each for each in people if lacking[each]]):
            for field, value in texts:
                held = [word for word in lacking[person] if _holds(_plain(value), word)]
                if held and len(held) > found.get(person, (0, None))[0]:
                    called = source.called or field
                    said = f"{called}: {_around(value, held[0])}"
                    found[person] = len(held), Place(said, source.tab, source.model._meta.table_name, record)
    return {person: place for person, (_, place) in found.items()}


def around_words(value: str, text: str) -> str:
    """The part of a text in which a word of those typed stands; empty where none does."""
    words = [_plain(word) for word in re.findall(r"[\w.@/-]+", text)]
    held = next((word for word in words if _holds(_plain(value), word)), "")
    return _around(value, held) if held else ""


def _called(people: Sequence[int]) -> dict[int, str]:
    """What people are called and numbered by."""
    said: dict[int, list[str]] = {}
    for each in Provider.select().where(Provider.id.in_(list(people))):
        said[each.id] = [str(getattr(each, name) or "") for name in _OWN]
    for model, names in ((OtherName, ("last", "first")), (Identifier, ("value",))):
        for each in model.select().where(model.provider.in_(list(people))):
            said[each.provider_id] += [str(getattr(each, name) or "") for name in names]
    return {person: _plain(" ".join(parts)) for person, parts in said.items()}


def _texts(source: _Source, people: Sequence[int]) -> list[tuple[int, int, list[tuple[str, str]]]]:
    """Of these people: (person, id of the record, its texts by what their fields are called)."""
    model, is_own = source.model, source.model is Provider
    if not people:
        return []
    query = model.select().where((model.id if is_own else model.provider).in_(list(people)))
    if source.hidden:
        query = query.where(model.id.not_in(source.hidden()))
    found = []
    for each in query:
        record = getattr(each, source.through) if source.through else each
        if record is None:
            continue
        own = () if source.through or not is_own else _OWN
        names = [name for name in SEARCHED.get(record._meta.table_name, ()) if name not in own]
        texts = [(str(type(record).field(name).verbose_name), str(getattr(record, name) or "")) for name in names]
        if source.through:  # whose contact it is, or of which department the chair
            texts = [
                (field, record.title if text in record.title else f"{record.title}, {text}")
                for field, text in texts
                if text
            ]
        found.append((each.id if is_own else each.provider_id, each.id, texts))
    return found


def _plain(text: str) -> str:
    low = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in low if not unicodedata.combining(letter))


def _holds(plain: str, word: str) -> bool:
    """Whether a word of the text begins so, or the digits of a number do."""
    if any(c.isdigit() for c in word) and (digits := re.sub(r"\W", "", word)) in re.sub(r"[^\w\s]", "", plain):
        return bool(digits)
    return any(plain.startswith(word, met.start()) for met in _WORD.finditer(plain))


def _around(value: str, word: str) -> str:
    """A text cut to what stands around a word."""
    line = " ".join(value.split())
    met = next((each.start() for each in _WORD.finditer(line) if _plain(line[each.start() :]).startswith(word)), 0)
    start = 0 if len(line) <= _LONG else max(min(met - _BEFORE, len(line) - _LONG), 0)
    start = line.find(" ", start) + 1 if start else 0
    end = start + _LONG if start + _LONG < len(line) else len(line)
    end = line.rfind(" ", start, end) if end < len(line) and " " in line[start:end] else end
    return f"{'… ' if start else ''}{line[start:end]}{' …' if end < len(line) else ''}"
