"""What the pages of a sealed packet show, computed again from its manifest and the documents that the office keeps."""

import json
from typing import Any

from pikepdf import Pdf

from workbench.papers import frame, seal
from workbench.papers.binding import placed, read_into


def shares(manifest: str, known: set[str]) -> bool:
    """Whether a packet has a page that is drawn, not scanned, and is among these digests."""
    return any(page["digest"] in known for page in _pages(manifest) if page["digest"])


def digests_of(manifest: str) -> list[str]:
    """The digest of each page of a sealed packet; empty for a scan whose document is not in the office any more."""
    held, scanned = _pages(manifest), dict[str, list[str]]()
    for page in held:
        document = page["source"].partition(" ")[0]
        if document and document not in scanned:
            scanned[document] = _of_scan(document)
    return [page["digest"] or _sheet(scanned, page["source"]) for page in held]


def _pages(manifest: str) -> list[dict[str, Any]]:
    return list(json.loads(manifest)["pages"])


def _of_scan(document: str) -> list[str]:
    with Pdf.new() as pdf:
        return [
            seal.digest(placed(pdf, sheet.form, frame.ACROSS if sheet.lies else frame.LETTER))
            for sheet in read_into(pdf, document, "").sheets
        ]


def _sheet(scanned: dict[str, list[str]], source: str) -> str:
    document, _, number = source.partition(" ")
    sheets = scanned.get(document, [])
    return sheets[int(number) - 1] if int(number) <= len(sheets) else ""
