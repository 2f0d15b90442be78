"""What is printed behind the profiles: their scans, documents of agenda items, and in the sealed insert the NPDB's responses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from peewee import JOIN

from workbench.lists.agenda_parts import Agenda, Item
from workbench.papers.attachments import Attachment
from workbench.papers.editions import PUBLIC, Edition
from workbench.papers.profile import Profile
from workbench.records import texts
from workbench.records.credential import Credential
from workbench.records.desk import Document
from workbench.records.evidence import NpdbQuery
from workbench.records.office_lists import CredentialSort
from workbench.rules import kept_back as keeping
from workbench.rules import own_file, sealed
from workbench.rules.dossier import Dossier

OF_PEOPLE = "Expirables "
"""So begins the file name of the report that the office makes itself of its people: it is none of a policy's documents, wherever
on the agenda it stands."""


@dataclass(frozen=True)
class Withheld:
    """A document of the agenda that no packet prints."""

    title: str
    why: str


def enclosed(
    found: Agenda, files: dict[int, Dossier], profiles: Sequence[Profile], shown: Edition
) -> tuple[Attachment, ...]:
    """Scans in the order of the profiles, then the documents of the agenda's items; each document once."""
    if shown.sealed:
        return _responses(found, files)
    scans = [each for profile in profiles for each in profile.attached]
    withheld = kept_back(found)
    for item in found.items:
        allowed = (shown.reports or item.section in PUBLIC) and not shown.boxes
        if item.document and allowed and item.document not in withheld and (shown.people or not item.provider):
            made = _report(item)
            if shown.reports or not made.file_name.startswith(OF_PEOPLE):
                scans.append(made)
    return tuple({each.document: each for each in reversed(scans)}.values())[::-1]


def kept_back(found: Agenda) -> dict[int, Withheld]:
    """The documents of an agenda's items that stay in the office."""
    ids = [item.document for item in found.items if item.document]
    query = Document.select(*(field.alias(field.name) for field in Document._meta.sorted_fields))
    rows = list(query.where(Document.id.in_(ids)).namedtuples())
    under = {each.id for each in Document.select(Document.id).where(Document.id.in_(sealed.documents()))}
    proofs = Credential.select(Credential.id).join(CredentialSort).where(CredentialSort.key == "health")
    of_health = {each.id for each in proofs.where(Credential.id.in_([row.credential for row in rows]))}
    said = {
        row: "under seal" if row.id in under else keeping.why(row, of_health, enclosed=row.provider is None)
        for row in rows
    }
    return {row.id: Withheld(row.title, why) for row, why in said.items() if why}


def bare(item: Item, withheld: dict[int, Withheld]) -> Item:
    """An item whose document stays in the office does not tell what that is called."""
    held = withheld.get(item.document or 0)
    if held is None:
        return item
    return replace(item, title=item.section if item.title == held.title else item.title, detail="", document=None)


def remark(item: Item, held: Withheld) -> str:
    """What whoever prints it should know of a document that stays in the office."""
    return (
        f"{item.number} {item.title}: its document is kept back ({held.why}). If the committee may see it, edit the document and "
        "choose Printed."
    )


def own_copies(found: Agenda, files: Mapping[int, Dossier]) -> tuple[str, ...]:
    """What whoever issues it should know: whose copies are not like the others."""
    people = {file.person.id: file for file in files.values()}
    sit = [
        file.title
        for who, file in people.items()
        if own_file.seat_of(found.members, found.held, who, file.person, file.names) is not None
    ]
    return tuple(f"{title} sits on this committee: that copy withholds their own file." for title in sit)


def perhaps_own_copies(found: Agenda, files: Mapping[int, Dossier]) -> tuple[str, ...]:
    """Seats of which nobody can tell whether somebody on the agenda sits on them; no copy goes to them so."""
    people = {file.person.id: file for file in files.values()}
    return tuple(
        own_file.whose_name(seat.name, file.title)
        for file in people.values()
        for seat in own_file.seats_perhaps(found.members, found.held, file.person, file.names)
    )


def _report(item: Item) -> Attachment:
    found = Document.get_by_id(item.document)
    return Attachment(
        key=f"document {found.id}",
        document=found.id,
        title=found.title,
        file_name=found.file_name,
        dated=texts.day(found.dated),
        sha256=found.sha256,
        item=item.number,
        whose=item.title,
        provider=item.provider,
    )


def _responses(found: Agenda, files: dict[int, Dossier]) -> tuple[Attachment, ...]:
    """The NPDB's newest responses about the people on the agenda, where they hold reports: the sealed insert. One that a newer
    query without reports took the place of is what the Data Bank says no more."""
    numbers = {
        files[item.application].person.id: item.number for item in reversed(found.items) if item.application in files
    }
    names = {file.person.id: file.title for file in files.values()}
    query = (
        NpdbQuery.select(NpdbQuery, Document)
        .join(Document, JOIN.LEFT_OUTER)
        .where(NpdbQuery.provider.in_(list(numbers)) & (NpdbQuery.queried <= found.held))
        .order_by(NpdbQuery.queried.desc(), NpdbQuery.id.desc())
    )
    newest = {row.provider_id: row for row in reversed(list(query))}
    made = [
        Attachment(
            key=f"document {row.response.id}",
            document=row.response.id,
            title=f"NPDB response of {texts.day(row.queried)}",
            file_name=row.response.file_name,
            dated=texts.day(row.queried),
            sha256=row.response.sha256,
            item=numbers[person],
            whose=names[person],
            provider=person,
        )
        for person, row in newest.items()
        if row.result == "Reports" and row.response_id is not None
    ]
    return tuple(sorted(made, key=lambda each: [int(part) for part in each.item.split(".")]))
