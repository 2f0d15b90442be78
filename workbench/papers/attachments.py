"""Which scans go with a packet: those on the files of its people and of its agenda items, but never a sealed NPDB response,
and nothing that shows what a packet leaves out: identity papers, health records, home and birth."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.papers.editions import Edition
from workbench.records import texts
from workbench.rules.dossier import Dossier, Row

KEPT_BACK = re.compile(
    r"^photo\b(?! of)|\b(passport|driver|drivers|driver['’]s|photo ?id|photograph|headshot|birth|ssn|social security|i-?9|w-?9|"
    r"visa|green card|health (?:record|form|screen)s?|medical record|immunizations?|vaccin\w*|titers?|tb|ppd|quantiferon|"
    r"mask fit|fit test|hepatitis|mmr|varicella|influenza|flu shot|covid\w*|drug screen|drug test|physical exam\w*|npdb)\b",
    re.IGNORECASE,
)
"""Words in a document's title or file name; such a document stays in the office."""


@dataclass(frozen=True)
class Attachment:
    """A document that is printed behind the profiles."""

    key: str
    """“document 12”: by which its page is found."""
    document: int
    title: str
    file_name: str
    dated: str
    sha256: str
    item: str
    """The number of the agenda item."""
    whose: str
    """“Morris, Kevin T., DO”, or the title of the item."""
    provider: int | None = None


def of_dossier(dossier: Dossier, item: str, edition: Edition) -> tuple[Attachment, ...]:
    """The scans of a person's file that an edition shows."""
    if edition.scans == "none":
        return ()
    return tuple(_attached(row, item, dossier) for row in _printed(dossier, edition))


def kept_back(dossier: Dossier) -> tuple[str, ...]:
    """The titles of documents that stay in the office, so that whoever prints knows."""
    sealed = _sealed(dossier)
    return tuple(row.title for row in dossier.documents if row.id not in sealed and _is_private(row, dossier))


def _printed(dossier: Dossier, edition: Edition) -> Iterator[Row]:
    sealed, current = _sealed(dossier), {each.id for each in dossier.credentials}
    for row in dossier.documents:
        if row.id in sealed or _is_private(row, dossier):
            continue
        # The proof of an earlier term says nothing about today.
        if row.credential in current or (row.credential is None and edition.scans == "all"):
            yield row


def _sealed(dossier: Dossier) -> set[int]:
    return {each.response for each in dossier.queries if each.response is not None}


def _is_private(row: Row, dossier: Dossier) -> bool:
    of_health = {each.id for each in dossier.credentials_of("health")}
    return row.credential in of_health or bool(KEPT_BACK.search(f"{row.title} {row.file_name}".replace("_", " ")))


def _attached(row: Row, item: str, dossier: Dossier) -> Attachment:
    return Attachment(
        key=f"document {row.id}",
        document=row.id,
        title=row.title,
        file_name=row.file_name,
        dated=texts.day(row.dated),
        sha256=row.sha256,
        item=item,
        whose=dossier.title,
        provider=dossier.person.id,
    )
