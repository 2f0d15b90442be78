"""A list on paper: what a page shows, its view and filters in words, each status as a shape and a word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from workbench.errors import Progress, quiet
from workbench.records.policy import Policy
from workbench.records.texts import day
from workbench.records.words import of
from workbench.store import settings

AT_ONCE = 500
"""Rows fetched at once."""
LABEL = "CONFIDENTIAL: for the medical staff office"
Order = Sequence[tuple[str, bool]]


class Listed(Protocol):
    """What is asked of a list: any ListOf, and any list that a table shows."""

    @property
    def title(self) -> str: ...
    @property
    def columns(self) -> Sequence[Any]: ...
    def page(self, ids: Sequence[int], today: date) -> Sequence[Any]: ...


@dataclass(frozen=True)
class Column:
    """A column on paper."""

    heading: str
    right: bool = False
    bold: bool = False
    pill: bool = False


@dataclass(frozen=True)
class Row:
    """A row on paper: a text and a tone for each column."""

    texts: tuple[str, ...]
    tones: tuple[str, ...]


@dataclass(frozen=True)
class Listing:
    """All that a printed list says."""

    title: str
    said: str
    """Which of the rows, in words; empty for all of them."""
    hospital: str
    printed: date
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    label: str = LABEL
    groups: tuple[tuple[int, str], ...] = ()
    """Before which row a group begins, and what its heading says."""
    empty: tuple[str, ...] = ()
    """Headings of columns that are left out, since nothing stands in them."""

    @property
    def count(self) -> str:
        """“1,298 rows”."""
        return of(len(self.rows), "row")


def listing_of(
    listed: Listed,
    ids: Sequence[int],
    today: date,
    said: str = "",
    *,
    title: str = "",
    keys: Sequence[str] = (),
    label: str = LABEL,
    groups: Sequence[tuple[int, str]] = (),
    progress: Progress = quiet,
) -> Listing:
    """The rows of these ids as they are today; keys are the columns in their order. Without them it is all in which something
    stands."""
    by_key = {column.key: place for place, column in enumerate(listed.columns)}
    places = [by_key[key] for key in keys if key in by_key] or list(range(len(listed.columns)))
    rows: list[Row] = []
    same: dict[Any, Any] = {}  # most values come again and again: each is kept once
    for start in range(0, len(ids), AT_ONCE):
        progress(start, 2 * len(ids))
        for row in listed.page(ids[start : start + AT_ONCE], today):
            texts = tuple(same.setdefault(text, text) for text in (row.texts[place] for place in places))
            tones = tuple(row.tones[place] for place in places)
            rows.append(Row(texts, same.setdefault(tones, tones)))
    columns = tuple(_column(listed.columns[place]) for place in places)
    hospital = settings.load(Policy).hospital
    made = Listing(title or listed.title, said, hospital, today, columns, tuple(rows), label, tuple(groups))
    return made if keys else _filled(made)


def _filled(made: Listing) -> Listing:
    """The list without the columns that are empty in every row; nobody asked for just these."""
    kept = [place for place in range(len(made.columns)) if any(row.texts[place] for row in made.rows)]
    if not kept or len(kept) == len(made.columns):
        return made
    rows = (Row(tuple(row.texts[n] for n in kept), tuple(row.tones[n] for n in kept)) for row in made.rows)
    left_out = tuple(each.heading for place, each in enumerate(made.columns) if place not in kept)
    return replace(made, columns=tuple(made.columns[n] for n in kept), rows=tuple(rows), empty=left_out)


def in_words(
    listed: Any,
    *,
    view: str = "",
    named: str = "",
    search: str = "",
    filters: Mapping[str, str] | None = None,
    order: Order = (),
    group: str = "",
    chosen: int = 0,
    as_of: date | None = None,
) -> str:
    """Which rows, as a sentence of parts: “Expiring · found by “oka” · Department holds “Surg” · by Expires, last first”."""
    headings = {each.key: each.heading for each in (*getattr(listed, "filterable", ()), *listed.columns)}
    picked = next((each for each in getattr(listed, "views", ()) if each.key == view), None)
    parts = [f"as of {day(as_of)}"] if as_of else []
    parts += [f"“{named}”"] if named else []
    parts += [picked.title] if picked else []
    parts += [f"{chosen:,} chosen"] if chosen else []
    parts += [f"found by “{search.strip()}”"] if search.strip() else []
    parts += [f"{headings.get(key, key)} holds “{text}”" for key, text in (filters or {}).items() if text]
    parts += [f"grouped by {headings[group]}"] if group in headings else []
    parts += [f"by {headings[key]}{', last first' if down else ''}" for key, down in order if key in headings]
    said = " · ".join(parts)
    return said[:1].upper() + said[1:]


def _column(column: Any) -> Column:
    return Column(column.heading, column.align == "right", column.bold, column.pill)
