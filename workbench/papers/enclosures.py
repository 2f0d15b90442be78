"""What is printed behind the profiles: their scans, documents of agenda items, and in the sealed insert the NPDB's responses."""

from collections.abc import Sequence

from workbench.lists.agenda import Agenda, Item
from workbench.papers.attachments import Attachment
from workbench.papers.editions import PUBLIC, Edition
from workbench.papers.profile import Profile
from workbench.records import texts
from workbench.records.desk import Document
from workbench.records.evidence import NpdbQuery
from workbench.rules.dossier import Dossier


def enclosed(
    found: Agenda, files: dict[int, Dossier], profiles: Sequence[Profile], shown: Edition
) -> tuple[Attachment, ...]:
    """Scans in the order of the profiles, then the documents of the agenda's items; each document once."""
    if shown.sealed:
        return _responses(found, files)
    scans = [each for profile in profiles for each in profile.attached]
    private = {query.response for file in files.values() for query in file.queries if query.response is not None}
    for item in found.items:
        allowed = (shown.reports or item.section in PUBLIC) and not shown.boxes
        if item.document and allowed and item.document not in private and (shown.people or not item.provider):
            scans.append(_report(item))
    return tuple({each.document: each for each in reversed(scans)}.values())[::-1]


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
    )


def _responses(found: Agenda, files: dict[int, Dossier]) -> tuple[Attachment, ...]:
    """The NPDB's responses about the people on the agenda that hold reports: the sealed insert."""
    numbers = {
        files[item.application].person.id: item.number for item in reversed(found.items) if item.application in files
    }
    names = {file.person.id: file.title for file in files.values()}
    query = (
        NpdbQuery.select(NpdbQuery, Document)
        .join(Document)
        .where(
            NpdbQuery.provider.in_(list(numbers)) & (NpdbQuery.result == "Reports") & (NpdbQuery.queried <= found.held)
        )
        .order_by(NpdbQuery.queried.desc())
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
    ]
    return tuple(sorted(made, key=lambda each: [int(part) for part in each.item.split(".")]))
