"""Commands that only read: they work while a window is open."""

import re
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from workbench.actions import exporting
from workbench.cli import narrowing
from workbench.cli.speaking import (
    FILE,
    AsJson,
    OfficeFile,
    PassphraseFile,
    Refused,
    a_past_day,
    an_id,
    answer,
    opened,
    progress,
    refuse_over,
    table,
    today,
)
from workbench.lists.found_where import Place
from workbench.lists.listing import ListOf
from workbench.lists.named import LISTS, list_named
from workbench.lists.saved import Asked, saved_of
from workbench.lists.then import ListThen
from workbench.papers.listing import in_words
from workbench.records import BYTES, KINDS
from workbench.records.kind import Kind
from workbench.records.private_texts import DOTS, masked
from workbench.records.words import within
from workbench.store import auditing, places, search, trail
from workbench.store import history as steps
from workbench.store.asof import Past
from workbench.store.trail import Entry

WHERE = (
    "Rows with words that begin like these, in what they are called or elsewhere on their files (notes, practices, contacts); "
    "people who are called so come first, and a table says where it was found for the others. Words, not a condition: what "
    "expires is a --view."
)
_SEAL = re.compile("[0-9a-f]{64}")
MOST_STEPS = 1000
"""What a person reads of the trail at once; a program gets all of it."""
MOST_TOLD = 500
"""Rows of a search up to which it is told where the words stand."""
FOUND_IN = "Found in"
_COMPARES = re.compile(r"[<>=]|\bbetween\b", re.IGNORECASE)
"""Signs in words to look for that are meant as a condition."""


def list_(
    name: Annotated[str, typer.Argument(help="One of: " + " ".join(each.name for each in LISTS))],
    view: Annotated[
        str, typer.Option(help="A view of the list: a built-in one by its key, or a saved one by its name.")
    ] = "",
    where: Annotated[str, typer.Option(help=WHERE)] = "",
    filters: Annotated[list[str] | None, typer.Option("--filter", metavar="COLUMN=WHAT", help=narrowing.HELP)] = None,
    as_of: Annotated[str | None, typer.Option(help="As it stood at the end of that day (ISO).")] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", parser=places.to_write, metavar=FILE, help="Write an .xlsx, .csv or .pdf instead."),
    ] = None,
    office: OfficeFile = None,
    passphrase_file: PassphraseFile = None,
    json: AsJson = False,
) -> None:
    """Any list that a page shows."""
    listed, day = _list_called(name), a_past_day(as_of)
    if where.strip() and not search.query(where):
        raise typer.BadParameter(f"--where looks for words, and “{where}” has none.")
    with opened(office, passphrase_file) as found:
        refuse_over(output, found.path)
        asked = narrowing.narrowed(listed, _asked(listed, view), filters or (), day or today())
        words = " ".join(filter(None, (asked.words, where)))
        if day is None:
            return _listed(listed, asked, day, words, output, json)
        with closing(Past(day)) as past:
            return _listed(ListThen(listed, past), asked, day, words, output, json)


def _listed(
    listed: ListOf | ListThen, asked: Asked, day: date | None, words: str, output: Path | None, json: bool
) -> None:
    filters = dict(asked.filters)
    shown = today() if day is None else day
    rows = asked.found(listed, shown, words)
    ids = rows.ids
    if not ids and _COMPARES.search(words):
        raise typer.BadParameter(
            f"--where looks for words, and nothing in {within(listed.title)} has “{words}”. It compares nothing: "
            f"choose a --view. {listed.title} has: {', '.join(_views(listed)) or 'none'}."
        )
    if output:
        said = in_words(
            listed, view=asked.base, search=words, filters=filters, order=asked.order, group=asked.group, as_of=day
        )
        heard = progress(f"Writing {output.name}")
        written = exporting.export(listed, ids, output, shown, said=said, groups=rows.headings(), progress=heard)
        return answer(json, {"written": str(output), "rows": written}, f"Wrote {written:,} rows to {output}.")
    shown_ids, places = _called_so_first(listed, asked, ids, words)
    values = [*listed.values(shown_ids, shown)]
    headings = ["ID", *(column.heading for column in listed.sheet)]
    text = _table(headings, values, places) if values else f"No {listed.title.lower()}."
    answer(json, {"columns": headings, "rows": values}, text)


def _called_so_first(
    listed: ListOf | ListThen, asked: Asked, ids: Sequence[int], words: str
) -> tuple[Sequence[int], Mapping[int, Place]]:
    """The rows of a search, before all others those that are called so, unless a view orders them; and of the others where the
    words stand."""
    if listed.found_where is None or not words or len(ids) > MOST_TOLD:
        return ids, {}
    places = listed.found_where(ids, words)
    return ids if asked.order or asked.group else sorted(ids, key=lambda id: id in places), places


def _table(headings: list[str], rows: list[list[Any]], places: Mapping[int, Place]) -> str:
    """The rows for a person, with where the words stand behind the ID of each that is not called so."""
    if not places:
        return table(headings, rows)
    where = [places[row[0]].said if row[0] in places else "" for row in rows]
    return table(
        [headings[0], FOUND_IN, *headings[1:]],
        [[row[0], said, *row[1:]] for row, said in zip(rows, where, strict=True)],
    )


def history(
    kind: Annotated[str | None, typer.Argument(help="A kind of record: provider, credential, ...")] = None,
    id: Annotated[str | None, typer.Argument(metavar="ID", help="Its ID, the first column of every list.")] = None,
    as_of: Annotated[str | None, typer.Option(help="The record as it stood at the end of that day (ISO).")] = None,
    office: OfficeFile = None,
    passphrase_file: PassphraseFile = None,
    json: AsJson = False,
) -> None:
    """The trail of steps, the history of a record, or a record as it stood."""
    found, number = _kind_called(kind) if kind else None, an_id(id, "its list")
    if found and number is None:
        raise typer.BadParameter("Say which record: history KIND ID.")
    with opened(office, passphrase_file):
        day = a_past_day(as_of)
        if found is None or number is None:
            entries = [_step(step) for step in steps.steps(-1 if json else MOST_STEPS + 1, until=day)]
        elif day:
            stood = trail.as_stood(found.table, number, day)
            entries = [_masked(found, stood)] if stood else []
        else:
            entries = [_entry(found, entry) for entry in trail.of(found.table, number)]
        if found and not entries:
            raise Refused(
                f"No record {id} of {found.title.lower()} is known then. Nothing was changed. Check the ID in its list."
            )
        lines = [] if json else [_line(entry, _fields(found)) for entry in entries]
    answer(json, entries, "\n".join(lines if found else _cut(lines)) or "Nothing was done yet.")


def _cut(lines: list[str]) -> list[str]:
    if len(lines) <= MOST_STEPS:
        return lines
    more = f"Only the newest {MOST_STEPS:,} steps are shown; --as-of DATE shows earlier ones, --json all."
    return [*lines[:MOST_STEPS], more]


def verify(
    head: Annotated[
        str | None, typer.Option(help="A head that was noted earlier: nothing up to it may be gone from the trail.")
    ] = None,
    office: OfficeFile = None,
    passphrase_file: PassphraseFile = None,
    json: AsJson = False,
) -> None:
    """Check the file against its log and the sealed trail: records, bytes, rows of imports, triggers."""
    with opened(office, passphrase_file) as found:
        flaws = auditing.flaws(BYTES, progress("Verifying"))
        if head and not _SEAL.fullmatch(head):
            raise Refused(
                f"“{head}” is no head of a trail: verify says it in 64 signs. Nothing was checked. Copy it whole."
            )
        if head and not trail.holds(head):
            flaws.append("The head that was noted earlier is not in the trail: steps that were there are gone.")
        fields = {"ok": not flaws, **counts(), "head": trail.head()} | ({"flaws": flaws} if flaws else {})
        name = found.path.name
    said = (
        f"{name} is sound, and its trail is whole."
        if not flaws
        else "\n".join([f"{name} does not fit its log:", *flaws])
    )
    answer(json, fields, said)
    if flaws:
        raise Refused(
            f"{name} was changed from outside the program. This check changed nothing. Compare with a backup from before."
        )


def counts() -> dict[str, int]:
    """How many people and current credentials the open office keeps."""
    return {name: _list_called(name).count(today=today()) for name in ("providers", "credentials")}


def _list_called(name: str) -> ListOf:
    listed = list_named(name)
    if listed is None:
        raise typer.BadParameter(f"There is no list “{name}”. There are: {', '.join(each.name for each in LISTS)}.")
    return listed


def _asked(listed: ListOf, view: str) -> Asked:
    """What a view asks of its list; a saved one may be called as the office likes."""
    if not view or listed.view(view) is not None:
        return Asked(view)
    kept = saved_of(listed)
    found = next((each.asked for each in kept if each.name.casefold() == view.casefold()), None)
    if found is None:
        there = ", ".join(_views(listed)) or "none"
        raise typer.BadParameter(f"{listed.title} has no view “{view}”. It has: {there}.")
    return found


def _views(listed: ListOf | ListThen) -> list[str]:
    """What --view takes of a list: its own views by their keys, saved ones by their names."""
    return [*(each.key for each in listed.views), *(f"“{each.name}”" for each in saved_of(listed))]


def _kind_called(name: str) -> Kind:
    for kind in KINDS:
        if name in (kind.name, kind.table):
            return kind
    raise typer.BadParameter(f"There is no kind “{name}”. There are: {', '.join(kind.table for kind in KINDS)}.")


def _step(step: steps.Step) -> dict[str, Any]:
    return {"id": step.id, "at": step.at.isoformat(), "by": step.seat, "step": step.name, "kind": step.kind}


def _entry(kind: Kind, entry: Entry) -> dict[str, Any]:
    before, after = _masked(kind, entry.before or {}), _masked(kind, entry.after or {})
    changes = {name: [before.get(name), after.get(name)] for name in entry.fields()}
    return {**_step(entry.step), "changes": changes}


def _masked(kind: Kind, values: dict[str, Any]) -> dict[str, Any]:
    """The values of a record, with dots for what is masked and filled in, and for what is private among other words."""
    return {
        name: DOTS if value and name in kind.masked else masked(value) if isinstance(value, str) else value
        for name, value in values.items()
    }


def _fields(kind: Kind | None) -> dict[str, Any]:
    """The fields of a kind by the names that JSON keeps; a person reads what each is called."""
    return {field.column_name: field for field in kind.model._meta.sorted_fields} if kind else {}


def _named(field: Any) -> str:
    return field.verbose_name or "ID"


def _told(field: Any, value: Any) -> Any:
    """A value; of another record what it is called, since nobody knows it by its number."""
    target = getattr(field, "rel_model", None)
    if target is None or value in (None, ""):
        return value
    other = target.get_or_none(target.id == value)
    return other.title if other is not None else f"{value} (deleted since)"


def _line(entry: dict[str, Any], fields: dict[str, Any]) -> str:
    if "step" not in entry:
        stood = [(fields[name], value) for name, value in entry.items() if value not in (None, "")]
        return "\n".join(f"{_named(field)}: {_told(field, value)}" for field, value in stood)
    line = f"{entry['at'].replace('T', ' ')}  {entry['by']}  {entry['step']}"
    shown = [
        f"    {_named(fields[name])}: {_told(fields[name], old) or '—'} -> {_told(fields[name], new) or '—'}"
        for name, (old, new) in entry.get("changes", {}).items()
        if old or new
    ]
    return "\n".join([line, *shown])


def _lists_and_views() -> str:
    """Which lists there are, those with views with the keys that --view takes."""
    lines = [f"  {each.name}: {', '.join(view.key for view in each.views)}" for each in LISTS if each.views]
    return "\n".join(["\b", "The views of the lists that have some, besides those that the office saved:", *lines])


COMMANDS = (list_, history, verify)
EPILOGS = {list_: _lists_and_views()}
"""What the help of a command says at its end."""
