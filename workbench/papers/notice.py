"""A renewal notice on paper or as a draft of an e-mail: who, what expires when, and what the office asks for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from docx import Document
from docx.shared import Pt

from workbench.papers.letter import Draft
from workbench.papers.private import veiled
from workbench.records.texts import day, distance
from workbench.records.words import of, plural


@dataclass(frozen=True)
class Line:
    """One term that runs out."""

    person: str
    what: str
    expires: date


@dataclass(frozen=True)
class Notice:
    """All that a notice says."""

    to: str
    """The name of whom it goes to, as on an envelope."""
    dear: str
    """Who is greeted, after “Dear”."""
    address: str
    practice: str
    lines: tuple[str, ...]
    items: tuple[Line, ...]
    on: date
    hospital: str
    signed: str

    @property
    def subject(self) -> str:
        """“Expires Dec 31 2026: State license 036-1, Okafor, Adaeze N., MD”, or how many for how many people."""
        people = len({each.person for each in self.items})
        if len(self.items) == 1:
            one = self.items[0]
            return f"{'Expired' if one.expires < self.on else 'Expires'} {day(one.expires)}: {one.what}, {one.person}"
        return f"{of(len(self.items), 'credential')} to renew{f', {people} providers' if people > 1 else f', {self.items[0].person}'}"


ASKED = "Please send us the renewed document as soon as you have it, or tell us when to expect it."
LEFT = "If somebody is no longer with you, please tell us that too."
"""Asked of a practice, and of nobody about themselves."""


def draft(notice: Notice) -> Draft:
    """The notice as a draft of an e-mail."""
    told = "\n\n".join(_by_person(notice))
    parts = (f"Dear {notice.dear},", _opening(notice), told, _asked(notice), _closing(notice))
    return Draft(((notice.to, notice.address),), notice.subject, "\n\n".join(parts) + "\n")


def docx(notices: Sequence[Notice]) -> bytes:
    """The notices as one Word document, a page each."""
    document = Document()
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)
    for number, notice in enumerate(map(veiled, notices)):
        if number:
            document.add_page_break()
        _write(document, notice)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _write(document: Any, notice: Notice) -> None:
    add = document.add_paragraph
    add(f"{notice.hospital}\nMedical Staff Office").runs[0].bold = True
    add(day(notice.on))
    add("\n".join(dict.fromkeys(part for part in (notice.to, notice.practice, *notice.lines) if part)))
    add(notice.subject).runs[0].bold = True
    add(f"Dear {notice.dear}:")
    add(_opening(notice))
    table = document.add_table(rows=1, cols=3, style="Light Grid Accent 1")
    for cell, text in zip(table.rows[0].cells, ("Provider", "Credential", "Expires"), strict=True):
        cell.text = text
    for item in notice.items:
        for cell, text in zip(table.add_row().cells, (item.person, item.what, _when(item, notice.on)), strict=True):
            cell.text = text
    add("")
    add(_asked(notice))
    add(_closing(notice))


def _asked(notice: Notice) -> str:
    return ASKED if all(each.person == notice.to for each in notice.items) else f"{ASKED} {LEFT}"


def _opening(notice: Notice) -> str:
    count, gone = len(notice.items), [each.expires < notice.on for each in notice.items]
    ends = plural(count, "has expired", "have expired") if all(gone) else plural(count, "expires", "expire")
    these = f"{plural(count, 'this credential', 'these credentials')} {ends}"
    these += " or have expired" if any(gone) and not all(gone) else ""
    return f"According to the records of {notice.hospital or 'our medical staff office'}, {these}:"


def _by_person(notice: Notice) -> Iterator[str]:
    people: dict[str, list[Line]] = {}
    for item in notice.items:
        people.setdefault(item.person, []).append(item)
    for person, items in people.items():
        yield "\n".join([person, *(f"  - {item.what}: {_when(item, notice.on)}" for item in items)])


def _when(item: Line, today: date) -> str:
    return f"{'expired' if item.expires < today else 'expires'} {day(item.expires)} ({distance(item.expires, today)})"


def _closing(notice: Notice) -> str:
    return "\n".join(part for part in ("Sincerely,", notice.signed, "Medical Staff Office", notice.hospital) if part)
