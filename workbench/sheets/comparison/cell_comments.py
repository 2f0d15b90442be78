"""Comments at cells become notes about the person of the row: one line each that says where it stood."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from workbench.records import private_texts, texts
from workbench.sheets.look import Comment, Look
from workbench.sheets.recognizing import SheetReading

STOOD = re.compile(r"^Comment in .+?, sheet .+?, cell [A-Z]+\d+(?: \([^)]*\))?: ")


def by_row(look: Look, reading: SheetReading, file: str, left_out: Collection[int]) -> Mapping[int, str]:
    """By row of a sheet its comments as lines of a note, but for those in columns that are left out."""
    found: dict[int, list[str]] = defaultdict(list)
    for comment in look.comments:
        if comment.column not in left_out:
            found[comment.row].append(_line(comment, reading, file))
    return {row: "\n".join(lines) for row, lines in found.items()}


def _line(comment: Comment, reading: SheetReading, file: str) -> str:
    """Of a social security number that somebody put into a comment only the last four are kept, of a birth date nothing."""
    when = _day(comment.day)
    by = ", ".join(part for part in (comment.author, when) if part)
    where = f"{reading.letter(comment.column)}{comment.row}{f' ({by})' if by else ''}"
    said = private_texts.masked(" ".join(comment.text.split()))
    return f"Comment in {file}, sheet {reading.name}, cell {where}: {said}"


def _day(iso: str) -> str:
    try:
        return texts.day(date.fromisoformat(iso))
    except ValueError:
        return ""


def unsaid(ours: str, theirs: str) -> str:
    """The lines of a note that ours does not hold; a comment is held also if it stood in another file then."""
    known = {STOOD.sub("", line).casefold() for line in ours.splitlines()}
    return "\n".join(line for line in theirs.splitlines() if STOOD.sub("", line).casefold() not in known)
