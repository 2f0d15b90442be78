"""A person's file on paper: who it is, how to reach them, and all that the file shows, today or as it stood on a day.

What the office noted for itself (notes and calls, tasks), what is evaluated, queried and done against a person (the tab Quality), and
what is masked on the screen, is not printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import IO

from workbench.lists.file import WORDS, File
from workbench.lists.file_parts import (
    AFFILIATIONS_PART,
    APPLICATIONS_PART,
    APPOINTMENTS_PART,
    CREDENTIAL_HEADINGS,
    DOCUMENTS_PART,
    EDUCATION_PART,
    HELD_PART,
    NAMES_PART,
    NUMBERS_PART,
    PRACTICES_PART,
    WORK_PART,
    Line,
)
from workbench.lists.file_quality import SHORT_TERM
from workbench.papers import blocks, flow, fonts, frame
from workbench.papers.block import Block
from workbench.papers.blocks import PLAIN
from workbench.papers.frame import Running
from workbench.papers.listing import LABEL
from workbench.papers.tables import Column, Table, filled
from workbench.records.policy import Policy
from workbench.records.texts import day
from workbench.store import settings

PARTS = (
    APPOINTMENTS_PART,
    HELD_PART,
    *SHORT_TERM,
    PRACTICES_PART,
    EDUCATION_PART,
    WORK_PART,
    AFFILIATIONS_PART,
    NUMBERS_PART,
    NAMES_PART,
    APPLICATIONS_PART,
    DOCUMENTS_PART,
)
"""In the order in which one reads them, behind the credentials."""
CREDENTIALS = (*CREDENTIAL_HEADINGS[:3], "Status", *CREDENTIAL_HEADINGS[3:])
"""As on the screen, whose tone stands as a word behind the day."""
TONES = {"Expired": "bad", "Expiring": "warn"}
"""Words of a status that somebody should see at once, also in grey."""
ON_SCREEN = frozenset({"File", "Size"})
"""Columns that say of a document what only a screen has to do with."""


@dataclass(frozen=True)
class Part:
    """A table of the file: texts by heading."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class FileProfile:
    """All that a printed file says."""

    name: str
    line: str
    status: tuple[tuple[str, str], ...]
    """Words and tone of its pills."""
    facts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """By heading, labels and values."""
    parts: tuple[Part, ...]
    nothing: tuple[str, ...]
    """Titles of parts without a row."""
    hospital: str
    printed: date
    as_of: date | None
    """The day that it is shown as of, if not today."""
    label: str = LABEL


def file_profile_of(file: File, today: date, as_of: date | None = None) -> FileProfile:
    """What is printed of a file that was read; as_of is its day where that is not today."""
    made = [Part("Credentials", CREDENTIALS, tuple(map(_credential, file.current)))]
    for part in PARTS:
        kept = [place for place, heading in enumerate(part.headings) if heading not in ON_SCREEN]
        rows = tuple(tuple(each.texts[place] for place in kept) for each in file.parts[part.key])
        made.append(Part(part.title, tuple(part.headings[place] for place in kept), rows))
    return FileProfile(
        name=file.title,
        line=file.line,
        status=file.pills,
        facts=tuple(
            (title, facts)
            for title, facts in (("Standing", file.standing), ("How to reach", file.contacts), ("Person", file.person))
            if facts
        ),
        parts=tuple(each for each in made if each.rows),
        nothing=tuple(each.title for each in made if not each.rows),
        hospital=settings.load(Policy).hospital,
        printed=today,
        as_of=as_of,
    )


def _credential(line: Line) -> tuple[str, ...]:
    name, number, ends, verified, source = line.texts
    return name, number, ends, WORDS[line.tones[2]], verified, source


def draw(profile: FileProfile, to: IO[bytes]) -> int:
    """Draw it, letter size, lying; how many pages."""
    fonts.ready()
    stood = f" as of {day(profile.as_of)}" if profile.as_of else ""
    running = Running(
        " · ".join(part for part in (profile.hospital, "Provider file") if part),
        f"{profile.name}{stood}",
        f"Printed {day(profile.printed)}",
        profile.label,
    )
    return flow.write(to, _blocks(profile), running, f"File of {profile.name}{stood}", frame.ACROSS)


def _blocks(profile: FileProfile) -> Iterator[Block]:
    yield blocks.title(profile.name)
    yield blocks.text(profile.line, tone="quiet", before=2)
    yield blocks.rich(" · ".join(blocks.toned(words, tone) for words, tone in profile.status), before=3)
    if profile.as_of:
        yield blocks.text(f"As it stood at the end of {day(profile.as_of)}.", before=3)
    columns = [_facts(title, facts) for title, facts in profile.facts]
    if columns:
        yield blocks.Beside(tuple(columns), tuple(1 for _ in columns))
    for part in profile.parts:
        yield blocks.heading(part.title, PLAIN)
        yield _table(part)
    if profile.nothing:
        yield blocks.text(f"Nothing on file: {' · '.join(profile.nothing)}", PLAIN, before=8, tone="quiet")


def _facts(title: str, facts: Sequence[tuple[str, str]]) -> list[Block]:
    rows = [(label, value.replace("\n", ", ")) for label, value in facts]
    return [blocks.heading(title, PLAIN), Table((Column(), Column()), rows, PLAIN, lines=False, fits=True)]


def _table(part: Part) -> Table:
    columns = [Column(heading) for heading in part.headings]
    rows = [tuple((text, TONES[text]) if text in TONES else text for text in row) for row in part.rows]
    return Table(*filled(columns, rows), PLAIN, title=part.title, fits=True)
