"""What is under seal: the NPDB's responses. They are no documents of a file: no list, packet or e-mail shows them, only the insert."""

from typing import Any

from workbench.records.desk import Document
from workbench.records.evidence import NpdbQuery


def contents() -> Any:
    """The hashes of what is under seal, as a subquery."""
    response = Document.alias()
    query = NpdbQuery.select(response.sha256).join(response, on=(NpdbQuery.response == response.id))
    return query.where(response.sha256 != "")


def documents() -> Any:
    """The ids of documents under seal, as a subquery: the responses, and whatever has the same content on any file."""
    same = Document.alias()
    responses = NpdbQuery.select(NpdbQuery.response).where(NpdbQuery.response.is_null(False))
    return same.select(same.id).where(same.id.in_(responses) | same.sha256.in_(contents()))


def is_sealed(sha256: str) -> bool:
    """Whether these bytes are under seal, on whosever file."""
    return bool(Document.select().where((Document.sha256 == sha256) & Document.sha256.in_(contents())).exists())


SAID = "{name} is under seal as an NPDB response: it goes into the sealed insert alone."
