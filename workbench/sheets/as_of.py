"""The day that a roster stands for, as its title, the name of a sheet or the file's name says it.

Only a day that surely is one is taken, and none that is still to come: else the review asks.
"""

import re
import tomllib
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from workbench.records import texts
from workbench.sheets.asking import Option, Question
from workbench.sheets.cell import dates
from workbench.sheets.column.groups import one_line
from workbench.sheets.column.heading_words import resources
from workbench.sheets.reading import Sheet

KEY = "as of|"
"""Of the question which day a file stands for: its answer is a day (ISO), or TODAY."""
TODAY = Option("today", "the day of the import")
TITLE, SHEET, FILE = "title", "sheet's name", "file's name"
WIDEST = 12
"""Cells of a row of a title at most."""
EARLIEST = 1990
"""No list is older that anybody still imports."""
_MONTH = "|".join(sorted(dates.MONTHS, key=len, reverse=True))
_DAY = (
    rf"(?:(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})|(?:19|20)\d{{6}}"
    rf"|(?:{_MONTH})\.?[ -]?\d{{1,2}}(?:st|nd|rd|th)?[ ,-]+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ -]?(?:{_MONTH})\.?[ ,-]?(?:\d{{4}}|\d{{2}}(?!\d))"
    rf"|(?:{_MONTH})\.?[ -]?\d{{4}}|(?:19|20)\d\d[-/](?:0[1-9]|1[0-2])(?![-\d])|(?:0?[1-9]|1[0-2])[-/](?:19|20)\d\d)(?![\d/])"
)
_ANY_DAY = re.compile(rf"(?<![\w/.])(?<!\d-){_DAY}", re.IGNORECASE)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]*\s+)?"
_ANY_WEEKDAY = re.compile(_WEEKDAY.removesuffix("?"), re.IGNORECASE)
_BY = r"(?:\s+by\s+[\w. ]{1,30}?\s+on)?"
_BETWEEN_DIGITS = re.compile(r"(?<=\d)_(?=\d)")
_NAMED_MONTH = re.compile(rf"^({_MONTH})\.?[ -]?(\d{{4}})$", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")


class Said(NamedTuple):
    """The day that a sheet stands for, and where that is said."""

    day: date
    where: str
    """TITLE, SHEET or FILE."""


def said_in(sheet: Sheet, heading: int, file_name: str, today: date) -> Said | None:
    """The day that the rows above the headings say, else the sheet's name, else the file's; a month is its first day.

    `heading`: the index of the first row of the headings."""
    stem = file_name.rpartition(".")[0] or file_name
    above = [*sheet.above, *sheet.rows[: max(0, heading)]]
    for row in above:
        if (day := _in_row(row, today)) is not None:
            return Said(day, TITLE)
    for where, text in ((SHEET, _plain("" if sheet.name == stem else sheet.name)), (FILE, _plain(stem))):
        if (day := _led(text, today) or _bare(text, today, of_name=True)) is not None:
            return Said(day, where)
    return None


def asked(found: date | None, chosen: str | None, rows: int) -> Question:
    """The question which day a file stands for; open where neither the file nor anybody says it."""
    about = "As of which day this roster is: neither its title nor its name says" if found is None else ABOUT
    day = _iso(chosen) or (found if chosen is None else None)
    says = texts.day(day) if day else TODAY.says
    return Question("", about, rows, says, KEY, (TODAY,), takes_day=True)


ABOUT = "The day this roster stands for"


def holds(found: date | None, chosen: str | None) -> date | None:
    """The day that holds: what somebody said, else what the file says; None is the day of the import."""
    return found if chosen is None else _iso(chosen)


def _iso(chosen: str | None) -> date | None:
    return date.fromisoformat(chosen) if chosen and chosen != TODAY.key else None


def _in_row(row: tuple[Any, ...], today: date) -> date | None:
    """The day that a cell says, or the row as a whole: "As of" may stand beside its day."""
    cells = [_plain(text) for cell in row if (text := _text(cell))]
    whole = " ".join(cells) if len(cells) <= WIDEST else ""
    return next((day for text in (*cells, whole) if (day := _led(text, today))), None) or _bare(whole, today)


def _text(cell: Any) -> str:
    if isinstance(cell, date):
        return f"{cell:%Y-%m-%d}"
    return one_line(cell) if isinstance(cell, str) else ""


def _plain(text: str) -> str:
    return " ".join(_BETWEEN_DIGITS.sub("-", text).replace("_", " ").replace("’", "'").split())[:300]


def _led(text: str, today: date) -> date | None:
    """The day behind words that say that the list is of that day."""
    words = _words()
    for match in words.says.finditer(text):
        if (day := _day(match["day"], today)) is not None:
            return day
    for match in words.may_say.finditer(text):
        before = _told(text[: match.start()])
        of_the_list = not before or bool(before & words.about)
        if of_the_list and not before & words.others and (day := _day(match["day"], today)) is not None:
            return day
    return None


def _bare(text: str, today: date, *, of_name: bool = False) -> date | None:
    """A day that stands alone, or as the only one beside what the list is called; a file or a sheet is called anything."""
    found, words = list(_ANY_DAY.finditer(text)), _words()
    if len(found) != 1:
        return None
    others = _told(_ANY_WEEKDAY.sub(" ", text[: found[0].start()]) + " " + text[found[0].end() :])
    if others & words.others or others and not of_name and not others & words.about:
        return None
    return _day(found[0][0], today)


def _told(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _day(text: str, today: date) -> date | None:
    text = _ORDINAL.sub("", text)
    try:
        if named := _NAMED_MONTH.match(text):
            day: date | None = date(int(named[2]), dates.MONTHS[named[1].lower()], 1)
        else:
            day = date(*month, 1) if (month := dates.month_of(text)) else dates.day_of(text, "day")
    except ValueError:
        return None
    return day if day and day.year >= EARLIEST and day <= today else None


class _Words(NamedTuple):
    says: re.Pattern[str]
    may_say: re.Pattern[str]
    about: frozenset[str]
    others: frozenset[str]


@cache
def _words() -> _Words:
    with (resources() / "as_of.toml").open("rb") as file:
        data = tomllib.load(file)
    says, may_say = (
        re.compile(
            rf"(?<![A-Za-z])(?:{_either(data[name])})\.?{_BY}\s*[:\-–—]?\s*{_WEEKDAY}(?P<day>{_DAY})", re.IGNORECASE
        )
        for name in ("says", "may_say")
    )
    return _Words(says, may_say, frozenset(data["about"]), frozenset(data["not_of_the_list"]))


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
