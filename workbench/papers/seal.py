"""The seal of a packet: a manifest of what each page holds and the hash of it; and whether a PDF still holds just that.

What stands on a page in the frame (head, foot, copy number) is not part of it: all copies of a packet have one manifest, and
each copy is known by the hash of its file."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

from workbench.papers.scans import FAULTS

BODY, STAMP = "/Body", "/Stamp"
"""What a page shows: its content and its frame, each a form XObject."""
SHOWN = b"/Body Do /Stamp Do"
"""All that a page's own content says."""
DEPTH = 12


@dataclass(frozen=True)
class PageSaid:
    """One page in the manifest."""

    what: str
    item: str
    digest: str
    """Of what is drawn; empty for a page of a scan."""
    source: str
    """Of a page of a scan: the hash of the document and its page, “ab12… 3”."""


def manifest(head: dict[str, str], pages: Sequence[PageSaid]) -> str:
    """The manifest as JSON, always the same for the same packet."""
    held = [{"page": number, **vars(page)} for number, page in enumerate(pages, 1)]
    return json.dumps({**head, "pages": held}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hash_of(manifest_text: str) -> str:
    """The hash of a manifest, in hex."""
    return hashlib.sha256(manifest_text.encode()).hexdigest()


def short(digest: str) -> str:
    """“7c1e-90b2”, as it stands on every page."""
    return f"{digest[:4]}-{digest[4:8]}"


def file_hash(path: Path) -> str:
    """The hash of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest(form: Any) -> str:
    """The hash of what a form XObject draws, with the pictures it draws. Packing and object numbers do not matter."""
    hasher = hashlib.sha256()
    for part in _parts(form, 0):
        hasher.update(part)
        hasher.update(b"\x1e")
    return hasher.hexdigest()


def _parts(stream: Any, depth: int) -> Iterator[bytes]:
    yield _bytes(stream)
    for key in ("/BBox", "/Matrix", "/Width", "/Height"):
        if key in stream:
            yield f"{key} {_plain(stream[key])}".encode()
    resources = stream.get("/Resources")
    inner = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    if depth < DEPTH and isinstance(inner, pikepdf.Dictionary):
        for name in sorted(inner.keys()):
            yield name.encode()
            yield from _parts(inner[name], depth + 1)


def _plain(value: Any) -> str:
    if isinstance(value, pikepdf.Array):
        return " ".join(f"{float(each):.2f}" for each in value)
    return f"{float(value):.2f}"


def _bytes(stream: Any) -> bytes:
    """Unpacked, except for what is packed as a picture: nobody packs that anew without changing it."""
    if stream.get("/Subtype") == "/Image":
        return bytes(stream.read_raw_bytes())
    try:
        return bytes(stream.read_bytes())
    except FAULTS:
        return bytes(stream.read_raw_bytes())


def digests_in(path: Path) -> list[str | None]:
    """The digest of each page of a PDF, None for pages that are built otherwise. Raises as the library does over no PDF."""
    with pikepdf.Pdf.open(path) as pdf:
        return [_of_page(page) for page in pdf.pages]


def _of_page(page: Any) -> str | None:
    try:
        drawn = page.resources["/XObject"]
        if (
            set(drawn.keys()) != {BODY, STAMP}
            or page.Contents.read_bytes().split() != SHOWN.split()
            or _annotated(page)
        ):
            return None
        return digest(drawn[BODY])
    except FAULTS:
        return None


def _annotated(page: Any) -> bool:
    """Whether anything but the packet's own links lies on the page: a mark, a note, a redaction."""
    return any(note.get("/Subtype") != "/Link" for note in page.get("/Annots", []))
