"""A status written with more than its word: "LOA 1/5-4/1", "Resigned eff. 6/30/2025", and what stands of it beside a name."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from workbench.sheets.cell import dates, two_standings, words
from workbench.sheets.comparison import choosing

Column = tuple[str, Sequence[Any]]
Notes = dict[int, list[str]]
_FULL = rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})|{dates.YEAR_FIRST}|[A-Z][a-z]{{2,8}}\.? \d{{1,2}},? \d{{4}}"
_SINCE = re.compile(rf"^(?:eff(?:ective|\.)?|since|as of|on|from|dated?)?[:\s]*({_FULL})(?![\d/])", re.IGNORECASE)
_YEAR = r"\bPGY[\s-]?([1-9]|[IV]{1,3})\b"
_TRAINING = re.compile(rf"[\s,(\[{{–-]*{_YEAR}[)\]}}]*", re.IGNORECASE)
_TRAINING_AND_MORE = re.compile(rf"[\s,–-]*[(\[{{]\s*([^()\[\]{{}}]*{_YEAR}[^()\[\]{{}}]*?)\s*[)\]}}]", re.IGNORECASE)
"""A year of training in brackets, with what else stands there: "(Surgery PGY-3)"."""
_BESIDE_NAMES = (
    "leave of absence",
    "on leave",
    "loa",
    "resigned",
    "retired",
    "deceased",
    "suspended",
    "inactive",
    "terminated",
)
"""Words that are no name; "Active" and "Term" are too short to tell beside one."""
_LEAST = 3
_SHORT = ("ret'd", "ret")
"""Short for a status in brackets behind a name; behind a rank they are of the rank."""

_OFFICE = re.compile(
    r"\s*(?:[(\[]\s*|\s[-–—]\s+)((?:(?:vice|past|co|interim|acting|dept\.?|department|section|medical|assistant|associate)[- ]+)*"
    r"(?:chair(?:man|woman|person)?|chief|director|president|vp|secretary|treasurer|lead)\b[^)\]]*?)(?:[)\]]|$)",
    re.IGNORECASE,
)
"""The office that somebody holds, beside the name: (Chair), - Chief of Surgery."""
_NUMBERED = re.compile(r"^\d{1,3}[.)]\s+(?=[^\W\d_])")
_PAIR = re.compile(r"\s*(?:/|\s[-–—]\s|,)\s*")


MARKS = re.compile(rf"PGY|[(\[*]|\d[.)]\s|\s[-–—]\s|{'|'.join(_BESIDE_NAMES)}", re.IGNORECASE)
"""What a name has in it that something stands beside."""


class Standing(NamedTuple):
    """What a text says of a person's status."""

    word: str = ""
    since: date | None = None
    rest: str = ""
    """What stands beside the word: kept as a remark."""


class Beside(NamedTuple):
    """A name without what was written beside it."""

    name: str
    standing: Standing = Standing()
    training: str = ""


def told(text: str) -> Standing | None:
    """The status a text begins with and what follows it, of two that contradict each other the last one; None where the word stands
    alone or none does."""
    if both := two_standings.told(text):
        return Standing(both.last, both.since, text)
    match = _begins().match(text)
    if not match or not (rest := match[2].strip(" -–—,:;()")):
        return None
    if (
        words.category(rest)
        or words.status(rest) not in (None, "Active", words.status(match[1]))
        or not (any(map(str.isdigit, rest)) or match[2].lstrip()[:1] in "-–—(,:;")
    ):
        return None
    since = _SINCE.match(rest)
    return Standing(match[1], _day(since[1]) if since else None, rest)


@cache
def _begins() -> re.Pattern[str]:
    known = [word for word in words.words().statuses if len(word) >= _LEAST]
    return re.compile(rf"^({'|'.join(map(re.escape, sorted(known, key=len, reverse=True)))})\b(.+)$", re.IGNORECASE)


def _day(text: str) -> date | None:
    try:
        return dates.day_of(text, "day")
    except ValueError:
        return None


@cache
def _in_brackets() -> re.Pattern[str]:
    spelled = [word for word in words.words().statuses if words.spelled_status(word)]
    known = sorted((*spelled, *_SHORT), key=len, reverse=True)
    return re.compile(rf"\s*[(\[*]+\s*((?:{'|'.join(map(re.escape, known))})\b[^)\]*]*)[)\]*]+", re.IGNORECASE)


_AFTER_NAME = re.compile(
    rf"(?:\s*[-–—]\s+|\s+[-–—]\s*|,\s*|\s+)((?:{'|'.join(_BESIDE_NAMES)})\b(?:[\s:–-]*[\d/.\s–-]*)?)$", re.IGNORECASE
)
_BEFORE_NAME = re.compile(
    rf"^[*\s]*(?:((?i:{'|'.join(_BESIDE_NAMES)})\b[\s:]*(?:\d[\d/.-]*)?)\s*[-–—:/*]+|"
    rf"({'|'.join(_BESIDE_NAMES).upper()})(?=\s+[^\W\d_]*[a-z]))\s*(?=[^\W\d_])"
)
"""A status before a name: "RESIGNED - Ple, Al, MD", "LOA 1/5/26: Poe, Ed", "RETIRED Coe, Ann"."""
AFTER_SURNAME = re.compile(
    rf"{_BEFORE_NAME.pattern}|\w\s*[-–—,]\s+(?i:{'|'.join(_BESIDE_NAMES)})\b|[a-z]\s+(?:{'|'.join(_BESIDE_NAMES).upper()})\b"
    rf"|\w\s+(?i:{'|'.join(_BESIDE_NAMES)})\s+\d"
)
"""A status that stands beside a surname alone and can be no part of it: "Poe - LOA", "Coe RESIGNED 5/1/26"."""


def beside_name(text: str) -> Beside:
    """A full name without the status and the year of training that stand beside it."""
    text, training = _NUMBERED.sub("", text), ""
    if match := _OFFICE.search(text):
        training, text = match[1].strip(), _without(text, match)
    if (match := _TRAINING_AND_MORE.search(text)) and not _TRAINING.fullmatch(match[0]):
        training, text = match[1], _without(text, match)
    elif match := _TRAINING.search(text):
        training, text = f"PGY-{match[1].upper()}", _without(text, match)
    match = _BEFORE_NAME.search(text) or _bracketed(text) or _AFTER_NAME.search(text)
    if not match or not (text[: match.start()] + text[match.end() :]).strip():
        return Beside(text, training=training)
    said = next(filter(None, match.groups())).strip(" :")
    rest = " ".join(f"{text[: match.start()]} {text[match.end() :]}".split()).replace(" ,", ",").strip(" ,")
    return Beside(rest, told(said) or Standing(said), training)


def _without(text: str, match: re.Match[str]) -> str:
    return (text[: match.start()] + text[match.end() :]).strip(" ,-")


def _bracketed(text: str) -> re.Match[str] | None:
    """A status in brackets; "Col. Smith (Ret.)" says it of the rank."""
    match = _in_brackets().search(text)
    if match and match[1].lower().strip(" .") in _SHORT:
        ranks = words.words().ranks
        return None if any(word.strip(" .,").lower() in ranks for word in text.split()) else match
    return match


def taken_apart(column: Sequence[Any], remarks: dict[int, list[str]]) -> tuple[list[Any], list[date | None]] | None:
    """A column of statuses or categories without what stands beside the words, and since when; None where nothing does."""
    read = {text: found for text in set(column) if isinstance(text, str) and (found := told(text))}
    if not read:
        return None
    for index, text in enumerate(column):
        if text in read:
            remarks.setdefault(index, []).append(f"Status: {text}")
    plain = [words.status(read[text].word) if text in read else text for text in column]
    return plain, [read[text].since if text in read else None for text in column]


def paired(target: str, column: Sequence[Any]) -> tuple[list[Any], Column] | None:
    """ "Active/Courtesy", "Provisional - LOA": a column of statuses or categories alone, and the other of the two; None
    where no cell says both."""
    read = {text: found for text in set(column) if isinstance(text, str) and (found := pair(text))}
    if not read:
        return None
    own = 0 if target == "provider.status" else 1
    other = [read[text][1 - own] if text in read else None for text in column]
    alone = [read[text][own] if text in read else text for text in column]
    return alone, (("provider.status", "provider.category")[1 - own], other)


def pair(text: str) -> tuple[str, str] | None:
    """The status and the category of a cell that says both; None for any other."""
    parts = _PAIR.split(text.strip())
    if len(parts) != 2 or words.status(text) or words.category(text):
        return None
    for standing, kind in (parts, parts[::-1]):
        status, category = words.status(standing), words.category(kind)
        if status and category and not words.status(kind):
            return status, category
    return None


def without_training(text: str) -> str:
    """A name without the year of training beside it."""
    return beside_name(text).name if "PGY" in text.upper() else text


def in_training(column: Sequence[Any], remarks: dict[int, list[str]]) -> list[Any]:
    """Degrees, categories or statuses without a year of training, which is kept as a remark."""
    found = {text for text in set(column) if isinstance(text, str) and _TRAINING.search(text)}
    for index, text in enumerate(column) if found else ():
        if text in found:
            remarks.setdefault(index, []).append(text)
    return [(_TRAINING.sub("", text).strip(" ,") or None) if text in found else text for text in column]


_ACTIVE = "Active"
"""The one name that a status and a staff category share."""


def without_categories(columns: Sequence[Column]) -> Iterator[Column]:
    """Columns of statuses without the staff categories among them, which follow behind all others: a column of categories
    holds, wherever it stands. Beside a category of its own "Active Staff" is the status."""
    own = [column for target, column in columns if target == "provider.category"]
    found: list[Column] = []
    for target, column in columns:
        texts = set(column) if target == "provider.status" else ()
        named = {text: words.category(text) for text in texts if text and not words.status(text)}
        named = {text: name for text, name in named.items() if name}
        if not named:
            yield target, column
            continue
        alone = [None if text in named and not choosing.choice("status", text) else text for text in column]
        for index, text in enumerate(column):
            if named.get(text) == _ACTIVE and any(each[index] for each in own):
                alone[index] = _ACTIVE
        yield target, alone
        found.append(("provider.category", [named.get(text) for text in column]))
    yield from found


def without_statuses(table: dict[str, Sequence[Any]], notes: Notes) -> dict[str, Sequence[Any]]:
    """The columns by target, where some of a column of categories are on leave or have resigned: those words are a status."""
    column = table.get("provider.category", ())
    leaving = {text for text in set(column) if text and words.status(text) == text and not words.category(text)}
    if not leaving:
        return table
    found = [text if text in leaving else None for text in column]
    if "provider.status" in table:
        found = both(table["provider.status"], found, notes)
    return {
        **table,
        "provider.category": [None if text in leaving else text for text in column],
        "provider.status": found,
    }


def both(before: Sequence[str | None], column: Sequence[str | None], notes: Notes) -> list[str | None]:
    """Of two columns of statuses in each row the one that says more than active, else the first; the other one is told."""
    found = []
    for index, (a, b) in enumerate(zip(before, column, strict=True)):
        chosen, other = (b, a) if a is None or a == "Active" and b else (a, b)
        found.append(chosen)
        if other and chosen and other.casefold() != chosen.casefold():
            notes.setdefault(index, []).append(f"Status: another column says “{other}”, not “{chosen}”.")
    return found


_WORDS = re.compile(r"[^\w']+")


def is_of_a_license(text: str) -> bool:
    """Whether it is how a license stands: among such words "Suspended" says nothing of a membership."""
    return words.bare(text) in words.words().departures.of_licenses


def says_revoked(text: str) -> bool:
    """Whether it is how a license stands that is none any more."""
    return is_of_a_license(text) and words.bare(text) not in ("clear", "probation", "on probation")


def says_away(text: str) -> bool:
    """Whether a word of it is a status of somebody who is away or gone."""
    return any(words.status(word) not in (None, "Active", "Pending") for word in _WORDS.split(text) if len(word) > 2)
