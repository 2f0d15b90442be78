"""A document fetched to be looked at in a preview, beside the window."""

from workbench.errors import WorkbenchError
from workbench.records.desk import Document
from workbench.store import blobs


def seen(document: int) -> tuple[str, bytes | str]:
    """What a document is called, and the PDF to show, or the sentence in its place."""
    from workbench.papers import as_seen  # brings the libraries of paper

    found = Document.get_or_none(Document.id == document)
    if found is None:
        return "", "The document is gone. Nothing to show."
    try:
        return found.title, as_seen.pdf_of(blobs.fetch(found.sha256))
    except WorkbenchError as error:
        return found.title, str(error)
