"""Sheets of one row a credential, whose kind stands in a column: "DEA", "Medical License", "ACLS" under Type or Document.

There "License #" is the number of whatever the row names, so that its neighbors are that credential's and no license's.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from workbench.sheets import targets
from workbench.sheets.column import profile
from workbench.sheets.column.headings import Meaning, Synonyms, load_synonyms, meaning, normal
from workbench.sheets.column.neighbors import is_to_come
from workbench.sheets.column.profile import Profile
from workbench.sheets.reading import Cell, Sheet

KIND = "credential.kind"
_SHARE = 0.5
_LONGEST = 40
"""Letters of a line that names a kind."""
_DROPPED = re.compile(r"\b(?:certificates?|copy|card|current|active|number|no|verification|#)(?=\W|$)", re.IGNORECASE)
_CERTIFIED = re.compile(r"\bcert(?:ification|ified|s)?(?=\W|$)", re.IGNORECASE)
"""ACLS Certification: what is one of a board names the board."""
_AUTHORITY = re.compile(
    r"\b(?:medical|state|nursing) board\b|\bboard of (?:medicine|nursing|pharmacy|registration)\b", re.IGNORECASE
)
_PLACES = ("number", "state", "issued", "expires", "issuer")
_PARTS = frozenset({"number", "state", "issued", "expires"})
_HEADINGS = frozenset(
    [
        "credentialing",
        "credential",
        "credential type",
        "credentialing type",
        "document",
        "document type",
        "item",
        "expirable",
        "doctor type",
    ]
)
_OF_KINDS = re.compile(r"^\s*(?:cred(?:ential)?s?|doc(?:ument)?|item|expirable|certificate)\b\.?\s*", re.IGNORECASE)
"""How a heading begins that says a part of whatever the row names: "Credential #", "Doc Number"."""
_ISSUERS = frozenset(["issuer", "issued", "issuing", "agency", "authority"])
_PRIVILEGES = frozenset(["privilege", "privileges", "procedure", "procedures", "competency", "competencies"])
"""What somebody may do: sedation under such a heading is no card of it."""
_ADDRESS = frozenset(f"provider.{name}" for name in ("street", "street2", "city", "zip"))


@lru_cache(maxsize=4096)
def sort_of(text: str) -> str:
    """The sort of credential that a text names: "State Medical License", "ACLS card"; "" where it names none."""
    synonyms = load_synonyms()
    if _AUTHORITY.search(text):  # it licenses, and certifies nobody
        return "license"
    for candidate in (text, _DROPPED.sub(" ", text), _CERTIFIED.sub(" ", text)):
        sort = meaning(candidate, synonyms).sort if candidate.strip() else ""
        if sort in targets.SORTS and sort not in targets.BACKGROUNDS:
            return sort
    return ""


def columns(
    texts: Mapping[int, str], look: Callable[[int], Profile], synonyms: Synonyms
) -> tuple[int, dict[int, str | None]] | None:
    """The column of the kinds, and by column what it and its neighbors mean; None where no column holds kinds.

    What may be the credential's or the person's, as a status beside the kind, is left out.
    """
    at = next(
        (
            at
            for at in sorted(texts)
            if _may_hold(texts[at], synonyms) and _holds_kinds(look(at)) or _is_named(texts[at], look(at), synonyms)
        ),
        None,
    )
    if at is None:
        return None
    means = {column: _meant(text, synonyms) for column, text in texts.items() if text and column != at}
    found: dict[int, str | None] = {at: KIND}
    for column in sorted(means, key=lambda column: (column < at, column)):
        if _is_any_day(texts[column], look(column), synonyms):
            found[column] = None
        elif (place := _place(column, means, found)) is not None:
            found[column] = f"credential.{place}"
        elif column > at and means[column].targets == ("provider.category", "provider.status"):
            found[column] = None
    return at, found


def _meant(text: str, synonyms: Synonyms) -> Meaning:
    """What a heading means beside kinds: "Credential Number" is a number, and "Doc Number" is no doctor's."""
    rest = meaning(_OF_KINDS.sub("", text), synonyms)
    is_part = not rest.known and _PARTS.intersection(rest.attributes)
    return rest if is_part and _OF_KINDS.match(text) else meaning(text, synonyms)


def in_table(sheet: Sheet, heading: int, texts: Mapping[int, str], synonyms: Synonyms) -> bool:
    """Whether the cells under these headings name a credential in each row, as a report of expirables does."""
    rows = sheet.rows[heading + 1 : heading + 1 + profile.SAMPLE]
    found = columns(texts, lambda column: Profile([row[column] for row in rows]), synonyms)
    return found is not None and not {"credential.expires", "credential.number"}.isdisjoint(found[1].values())


def in_lines(sheet: Sheet) -> bool:
    """Whether a line of one cell names a credential, of which the rows below it are."""
    return any(sort_of(text) for row in sheet.rows if (text := alone(row)))


def alone(row: tuple[Cell, ...]) -> str:
    """The text of a short line of one cell, without the signs around it; "" of any other row."""
    if len(row) - row.count(None) != 1:
        return ""
    cell = next(cell for cell in row if cell is not None)
    return cell.strip(" :-–—*\t\n") if isinstance(cell, str) and len(cell) <= _LONGEST else ""


def _is_any_day(text: str, look: Profile, synonyms: Synonyms) -> bool:
    """Whether a bare "Date" has days to come among its cells, which are of no issue."""
    return normal(text, synonyms.words) == "date" and look.count > 0 and look.share(is_to_come) > 0


def _may_hold(text: str, synonyms: Synonyms) -> bool:
    """Whether a heading does not say that its cells are who issued something, "CA Medical Board", "DEA", or are privileges."""
    return (_ISSUERS | _PRIVILEGES).isdisjoint(normal(text, synonyms.words).split())


def _holds_kinds(look: Profile) -> bool:
    """Whether most cells of a column name credentials, of more than one sort."""
    sorts: list[str] = []
    least, left = _SHARE * max(look.count, 1), len(look.texts)
    for text in look.texts:
        if len(sorts) + left < least:  # they can no longer be most of them: nearly every column ends here
            return False
        left -= 1
        if sort := sort_of(text):
            sorts.append(sort)
    return len(set(sorts)) > 1 and len(sorts) >= least


def _is_named(text: str, look: Profile, synonyms: Synonyms) -> bool:
    """Whether the heading says that the cells name credentials, and each names one: an Expirables report of licenses alone."""
    is_so = normal(text, synonyms.words) in _HEADINGS
    return is_so and look.count > 0 and all(sort_of(each) for each in look.texts)


def _place(column: int, means: Mapping[int, Meaning], found: Mapping[int, str | None]) -> str | None:
    """Which part of the credential a column holds; None where it holds none."""
    meant = means[column]
    if meant.number > 1 or meant.sort not in ("", "license") or meant.targets and not meant.weak:
        return None
    attributes = meant.attributes or (("number",) if meant.sort else ())
    left = means.get(column - 1)
    if "state" in attributes and left is not None and _ADDRESS & set(left.targets):
        return None
    return next((name for name in _PLACES if name in attributes and f"credential.{name}" not in found.values()), None)
