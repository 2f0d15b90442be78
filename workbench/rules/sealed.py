"""What is under seal: the NPDB's responses. They are no documents of a file: no list, packet or e-mail shows them, only the insert."""

from typing import Any

from workbench.records.desk import Document
from workbench.records.evidence import NpdbQuery


def documents() -> Any:
    """The ids of documents under seal, as a subquery."""
    return NpdbQuery.select(NpdbQuery.response).where(NpdbQuery.response.is_null(False))


def is_sealed(sha256: str) -> bool:
    """Whether these bytes are under seal, on whosever file."""
    return bool(Document.select().where((Document.sha256 == sha256) & Document.id.in_(documents())).exists())


SAID = "{name} is under seal as an NPDB response: it goes into the sealed insert alone."
