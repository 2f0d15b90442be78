"""Which scans go with a packet: those on the files of its people and of its agenda items, but never what is under seal, and
nothing that shows what a packet leaves out: identity papers, health records, home and birth."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.papers.editions import Edition
from workbench.records import texts
from workbench.rules import kept_back as keeping
from workbench.rules.dossier import Dossier, Row


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
    return tuple(_attached(row, item, dossier, edition) for row in _printed(dossier, edition))


@dataclass(frozen=True)
class LeftOut:
    """A document of which nobody can tell what it shows: the office looks, and says whether it is printed."""

    document: int
    title: str
    whose: str
    file_name: str = ""
    dated: str = ""
    """“Oct 3 2026”."""


def kept_back(dossier: Dossier) -> tuple[str, ...]:
    """The titles of documents that stay in the office by what they are called or prove, each with the reason, so that whoever
    prints knows; of what the office itself keeps in nobody is told again."""
    found = ((row, _why(row, dossier)) for row in dossier.documents)
    return tuple(f"{row.title} ({why})" for row, why in found if why and why not in (keeping.UNKNOWN, keeping.SAID))


def left_out(dossier: Dossier) -> tuple[LeftOut, ...]:
    """The documents of a kind that is not known."""
    found = (row for row in dossier.documents if _why(row, dossier) == keeping.UNKNOWN)
    return tuple(
        LeftOut(row.id, row.title or row.file_name, dossier.title, row.file_name, texts.day(row.dated)) for row in found
    )


def left_out_of(dossiers: Iterable[Dossier]) -> tuple[LeftOut, ...]:
    """Those of several files, of each person once."""
    return tuple(dict.fromkeys(each for file in dossiers for each in left_out(file)))


def _printed(dossier: Dossier, edition: Edition) -> Iterator[Row]:
    current = {each.id for each in dossier.credentials}
    for row in dossier.documents:
        if _why(row, dossier):
            continue
        # The proof of an earlier term says nothing about today.
        if row.credential in current or (row.credential is None and edition.scans == "all"):
            yield row


def _why(row: Row, dossier: Dossier) -> str:
    return keeping.why(row, {each.id for each in dossier.credentials_of("health")})


def _attached(row: Row, item: str, dossier: Dossier, edition: Edition) -> Attachment:
    title, name = row.title, row.file_name
    if not edition.titles:  # somebody typed them: it is called by what it proves
        title = next(
            f"{each.sort_name} {each.number}".strip() for each in dossier.credentials if each.id == row.credential
        )
        name = title + (f".{name.rpartition('.')[2]}" if "." in name else "")
    return Attachment(
        key=f"document {row.id}",
        document=row.id,
        title=title,
        file_name=name,
        dated=texts.day(row.dated),
        sha256=row.sha256,
        item=item,
        whose=dossier.title,
        provider=dossier.person.id,
    )
