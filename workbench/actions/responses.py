"""The NPDB's responses: scans that belong to a query and to nothing else, kept under seal."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from workbench.actions import filing
from workbench.errors import Problem
from workbench.records.desk import Document
from workbench.records.evidence import NpdbQuery
from workbench.records.meeting import AgendaItem
from workbench.records.provider import Provider
from workbench.records.texts import day
from workbench.rules import sealed
from workbench.store import blobs, history


def attach(query: int, path: Path, today: date) -> list[Problem]:
    """Keep the response of a query under seal, as one step; one that was there before goes, and undo brings it back.

    A document of the person's file with the same content is taken from the file's documents and goes under seal itself."""
    found, content = NpdbQuery.get_by_id(query), filing.read(path)
    if isinstance(content, Problem):
        return [content]
    with history.step(f"Put the NPDB response of {day(found.queried)} under seal, {_whose(found)}"):
        digest = blobs.keep(content)
        kept = Document.get_or_none((Document.provider == found.provider_id) & (Document.sha256 == digest))
        if (
            kept is not None
            and NpdbQuery.select().where((NpdbQuery.response == kept) & (NpdbQuery.id != query)).exists()
        ):
            return [Problem("response", f"{path.name} is the response to another query of this person.")]
        if AgendaItem.select().join(Document).where(Document.sha256 == digest).exists():
            return [Problem("response", f"{path.name} is on an agenda as a document. Take it off there first.")]
        before = found.response_id
        found.response = kept or Document(provider=found.provider_id)
        _name(found.response, found, path, digest, content, today)
        found.save()
        if before not in (None, found.response_id):
            _forget(before)
    return []


def take_out(queries: Sequence[int]) -> int:
    """Take the responses of these queries out of the file, as one step; how many."""
    found = list(NpdbQuery.select().where(NpdbQuery.id.in_(list(queries)) & NpdbQuery.response.is_null(False)))
    if found:
        with history.step(f"Take out {_responses(len(found))} of {_whose(found[0])}"):
            _drop(found)
    return len(found)


def remove(queries: Sequence[int]) -> int:
    """Delete queries with their responses, as one step: a response without its query would be an ordinary document."""
    found = list(NpdbQuery.select().where(NpdbQuery.id.in_(list(queries))))
    if found:
        count = "NPDB query" if len(found) == 1 else f"{len(found)} NPDB queries"
        with history.step(f"Delete {count} of {_whose(found[0])}"):
            _drop(found)
            for each in found:
                each.delete_instance()
    return len(found)


def _drop(queries: Sequence[NpdbQuery]) -> None:
    for each in queries:
        if (held := each.response_id) is not None:
            each.response = None  # type: ignore[assignment]
            each.save()
            _forget(held)


def _forget(response: int) -> None:
    """Delete a response with every copy of it: on another file it would be an ordinary document from now on."""
    digest = Document.get_by_id(response).sha256
    Document.delete_by_id(response)
    if not sealed.is_sealed(digest):
        Document.delete().where(Document.sha256 == digest).execute()


def _name(document: Document, query: NpdbQuery, path: Path, digest: str, content: bytes, today: date) -> None:
    document.title = f"NPDB response of {day(query.queried)}"  # type: ignore[assignment]
    document.file_name, document.dated = path.name, query.queried or today  # type: ignore[assignment]
    document.sha256, document.size, document.credential = digest, len(content), None  # type: ignore[assignment]
    document.prints, document.prints_why = filing.look_at(path.name, content)  # type: ignore[assignment]
    document.save()


def _whose(query: NpdbQuery) -> str:
    return Provider.get_by_id(query.provider_id).title


def _responses(count: int) -> str:
    return "the NPDB response" if count == 1 else f"{count} NPDB responses"
