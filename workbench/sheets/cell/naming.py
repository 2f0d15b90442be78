"""Columns of names understood: full names taken apart, companies told from people, what stands beside a name in brackets."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from workbench.errors import Problem
from workbench.sheets import likeness
from workbench.sheets.cell import asides, incorporated, name_order, names, nobody, standings, words
from workbench.sheets.cell.honors import NO_PART
from workbench.sheets.cell.incorporated import Apart

NAME_PARTS = ("last", "first", "middle", "suffix", "degree", "former_names", "preferred", "alias")
PERSONAL = frozenset(["MD", "DO", "DPM", "DDS", "DMD", "OD", "DC", "RN", "NP", "PA", "PA-C", "APRN", "PhD", "LCSW"])
"""Degrees that stand beside no company's name; CO and MED do."""
WORD = re.compile(r"[^\W\d_]+")
Column = tuple[str, Sequence[Any]]
Wrongs = dict[int, list[Problem]]
Notes = dict[int, list[str]]
UNCLEAR = "is no part of a name: take it out, or write a former name as Last (Former), First and one in use in quotes."


def people(
    column: list[str | None], others: dict[str, Any], wrong: Wrongs, notes: Notes, remarks: dict[int, list[str]]
) -> Iterable[Column]:
    """Full names taken apart; what stands behind them and is no name goes to the remarks."""
    nothing = (None,) * len(names.Name._fields)
    read: dict[str | None, tuple] = {None: nothing, "": nothing}
    for name in {text for text in column if text}:
        read[name] = tuple(part or None for part in names.parse(name))
    split = {"provider.last", "provider.first"} <= others.keys()
    for index, text in enumerate(column) if not split else ():
        if text and (said := _no_person(text, read[text])):
            wrong.setdefault(index, []).append(Problem("provider.full_name", said))
    apart = [read[text] for text in column]
    for index, parts in enumerate(apart):
        if parts[9]:
            remarks.setdefault(index, []).append(parts[9])
            notes.setdefault(index, []).append(f"Name: “{parts[9]}” {NO_PART}")
        if parts[8]:
            told = f"“{parts[8]}” in “{column[index]}” {UNCLEAR}"
            if split:  # columns of their own say the name
                notes.setdefault(index, []).append(f"Name: {told}")
            else:
                wrong.setdefault(index, []).append(Problem("provider.full_name", told))
    for position, part in enumerate(NAME_PARTS):
        yield f"provider.{part}", [parts[position] for parts in apart]


def set_apart(
    column: list[str | None], others: dict[str, Any], companies: set[int], wrong: Wrongs, *, people: bool = False
) -> tuple[list[str | None], dict[int, str]]:
    """Companies among full names: by their names, by license numbers that only companies have, by the type of provider.

    Returns the names without the legal forms behind those of people, and by row that form. `people`: somebody said that all are."""
    apart = _set_apart(column, others, companies, wrong, people)
    if not people:
        _set_apart_by_type(column, others.get("provider.provider_type"), companies, wrong)
    names_alone = [apart[index].name if index in apart else text for index, text in enumerate(column)]
    return names_alone, {index: found.form for index, found in apart.items() if found.form}


def _set_apart(
    column: list[str | None], others: dict[str, Any], companies: set[int], wrong: Wrongs, people: bool
) -> dict[int, Apart]:
    """Companies by the name or by the number of the license; by row the names of people who practice as a corporation.

    A number of a person, an NPI or a license that no company has, tells beside a name that can be a person's."""
    company = {text for text in set(column) if text and names.is_company(text) and not names.parse(text).several}
    licenses, npis = (others.get(target) for target in ("license.number", "provider.npi"))
    prefixes, apart = words.words().company_licenses, dict[int, Apart]()
    for index, text in enumerate(column):
        number = licenses[index] if licenses else None
        of_company = bool(number and number.startswith(prefixes))
        if not text or text not in company and not (of_company and names.may_be_company(text)):
            continue
        is_numbered = bool(number or npis and npis[index])
        if people:
            apart[index] = incorporated.without_form(text)
        elif not of_company and (found := incorporated.person(text)):
            apart[index] = found
        elif of_company or not (is_numbered and incorporated.reads_as_person(text)):
            companies.add(index)
            said = f"“{text.strip(' ,')}” is a company, not a person."
            wrong.setdefault(index, []).append(Problem("provider.full_name", said))
    return apart


def _set_apart_by_type(
    column: list[str | None], types: Sequence[str | None] | None, companies: set[int], wrong: Wrongs
) -> None:
    """Names without a given name beside a type that companies have: LINCOLN YELLOW CAB, a TAXICAB / LIVERY CO."""
    of_companies = {text for text in set(types or ()) if text and _is_of_companies(text)}
    for index, text in enumerate(column) if of_companies else ():
        if text and types and types[index] in of_companies and index not in companies and not _names_a_person(text):
            companies.add(index)
            said = f"“{text}” is a {types[index]} and has no given name: it is taken for a company, not a person."
            wrong.setdefault(index, []).append(Problem("provider.full_name", said))


def _is_of_companies(text: str) -> bool:
    return not words.words().company_types.isdisjoint(WORD.findall(text.casefold()))


def _names_a_person(text: str) -> bool:
    return "," in text or any(
        likeness.is_given(word) or PERSONAL.intersection(words.degrees_in(word) or ()) for word in text.split()
    )


def _no_person(text: str, parts: tuple) -> str:
    """Why a full name cannot be a person's as it stands."""
    if nobody.is_one(text):
        return nobody.told(text)
    if parts[10]:
        return f"“{text}” names more than one person: give each a row of their own."
    if any(map(str.isdigit, "".join(filter(None, parts[:9])))):
        return f"“{text}” holds digits, which no name does."
    return "" if parts[1] else f"“{text}” is one name alone: a last and a first name are needed."


def in_order(column: list[str | None], order: str, wrong: Wrongs, *, people: bool = False) -> list[str | None]:
    """Full names without a comma brought to last name, first name; which one is which may not be sure."""
    told = {text for text in column if text and (people or not names.is_company(text))}
    read = {text: name_order.with_comma(text, order) for text in told}
    for index, text in enumerate(column):
        if text in read and read[text] is None:
            said = f"It is not sure which word of “{text}” is the last name: write it as Last, First."
            wrong.setdefault(index, []).append(Problem("provider.full_name", said))
    return [read.get(text, text) if text else None for text in column]


def without_standing(
    column: list[str | None], remarks: dict[int, list[str]], *, alone: bool = False
) -> tuple[list[str | None], list[Column]]:
    """Names without the status or the year of training beside them; these follow as columns and remarks.

    `alone`: the column holds surnames or given names, where only what stands in brackets is no part of them.
    """
    different = {text for text in column if text}
    if not (alone or standings.MARKS.search("\0".join(different))):
        return column, []
    marked = {t for t in different if not alone or asides.MARKS.search(t) or standings.AFTER_SURNAME.search(t)}
    read = {text: standings.beside_name(text) for text in marked}
    read = {text: found for text, found in read.items() if found.name != text}
    if not read:
        return column, []
    for index, text in enumerate(column):
        if text in read:
            found = read[text]
            said = [
                found.training,
                f"Status: {found.standing.word} {found.standing.rest}" if found.standing.rest else "",
            ]
            if any(said):
                remarks.setdefault(index, []).extend(filter(None, said))
    status = [words.status(read[text].standing.word) if text in read else None for text in column]
    since = [read[text].standing.since if text in read else None for text in column]
    names_alone = [read[text].name if text in read else text for text in column]
    return names_alone, [("provider.status", status), ("provider.status_since", since)]


def split_companies(whole: list[Column], companies: set[int], wrong: Wrongs) -> None:
    """Companies in the columns of surnames and given names."""
    table = dict(whole)
    last, first = table.get("provider.last"), table.get("provider.first")
    if last is None:
        return
    inside = {text for column in (last, first or ()) for text in set(column) if text and " " in text.strip()}
    found = {text for text in inside if names.is_company(text)}
    for index, text in enumerate(last) if found else ():
        given = first[index] if first else None
        if text in found and (not given or given in found) or given in found:
            companies.add(index)
            said = f"“{' '.join(filter(None, (text, given)))}” is a company, not a person."
            wrong.setdefault(index, []).append(Problem("provider.full_name", said))


def middles(column: list[str | None], remarks: dict[int, list[str]]) -> list[str | None]:
    """Middle names without other names of the person, which are kept as a remark."""
    marked = {text: asides.OTHER_NAMES.search(text) for text in set(column) if text}
    marked = {text: match for text, match in marked.items() if match}
    for index, text in enumerate(column) if marked else ():
        if text in marked:
            remarks.setdefault(index, []).append(f"Middle name: {text}")
    return [_before(text, marked[text]) if text in marked else text for text in column]


GENERATION = re.compile(r"(?:^|[\s,]+)(jr|sr|ii|iii|iv|2nd|3rd|4th)\.?$", re.IGNORECASE)
"""At the end of a middle name; V alone is an initial."""


def without_generations(column: list[str | None]) -> tuple[list[str | None], list[str | None]]:
    """Middle names without the generation in their place or behind them ("JR", "Clarence, Sr."), and that."""
    found = {text: match for text in set(column) if text and (match := GENERATION.search(text))}
    if not found:
        return column, [None] * len(column)
    plain = [(text[: found[text].start()].strip(" ,") or None) if text in found else text for text in column]
    known = words.words().suffixes
    return plain, [known[found[text][1].lower()] if text in found else None for text in column]


def _before(text: str, match: re.Match[str] | None) -> str | None:
    """What stands before "aka"; before "or" nothing is sure."""
    if match is None or match[0].strip().lower().strip(".") not in ("aka", "a/k/a", "fka", "f/k/a"):
        return None
    return text[: match.start()].strip(" ,(") or None


def without_asides(columns: list[Column], wrong: Wrongs, remarks: dict[int, list[str]]) -> Iterator[Column]:
    """Surnames and given names without what they carry in quotes or brackets, which follows as columns of its own."""
    for target, column in columns:
        surname = target == "provider.last"
        marked = (
            {t for t in set(column) if t and asides.MARKS.search(t)} if surname or target == "provider.first" else ()
        )
        if not marked:
            yield target, column
            continue
        read = {text: asides.apart_in_column(text, surname=surname) for text in marked}
        yield target, [read[text].rest if text in read else text for text in column]
        yield "provider.former_names", [read[text].former or None if text in read else None for text in column]
        yield "provider.preferred", [read[text].nickname or None if text in read else None for text in column]
        yield "provider.alias", [read[text].alias or None if text in read else None for text in column]
        for index, text in enumerate(column):
            if text in read and read[text].remark:
                remarks.setdefault(index, []).append(read[text].remark)
            if text in read and (unclear := read[text].unclear):
                wrong.setdefault(index, []).append(Problem(target, f"“{unclear}” in “{text}” {UNCLEAR}"))


_FEW = 10
"""Of so many names one may be Null; a database that has none to say says it of more."""


def with_null(column: Sequence[Any], read: list[Any]) -> list[Any]:
    """Names with the one person who is called Null, in a column of many others."""
    at = [n for n, cell in enumerate(column) if isinstance(cell, str) and cell.strip().casefold() == "null"]
    if not at or len(at) * _FEW > sum(1 for name in read if name):
        return read
    return ["Null" if n in at else name for n, name in enumerate(read)]
