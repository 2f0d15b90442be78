"""The seal of a packet: a manifest of what each page holds and the hash of it; and the digest of each page of each copy, by which
a file is compared with what went out.

What stands in the frame (head, foot, copy number) is not part of the manifest: all copies of a packet have one. A page's digest
holds everything that a page of a PDF consists of."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from workbench.papers.damage import FAULTS, weigh

BODY, STAMP = "/Body", "/Stamp"
"""What a page shows: its content and its frame, each a form XObject."""
SHOWN = b"/Body Do /Stamp Do"
"""All that a page's own content says."""
SIGNS = 32
"""Of a page's digest, in hex."""
INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
"""What a page that does not say so itself has from the pages above it (ISO 32000-1, 7.7.3.4)."""
UNPACKED = {"/FlateDecode", "/LZWDecode", "/ASCII85Decode", "/ASCIIHexDecode"}
"""Packings that may be another in a file that was saved again."""
ADDED = {
    "/AcroForm": "a form",
    "/OCProperties": "layers",
    "/OpenAction": "something done at opening",
    "/AA": "actions",
    "/Names": "scripts, files or places by name",
    "/Collection": "a collection of files",
}
"""What no packet has, and what may change how it is shown."""
DEPTH = 64


@dataclass(frozen=True)
class PageSaid:
    """One page in the manifest."""

    what: str
    item: str
    digest: str
    """Of what is drawn; empty for a page of a scan."""
    source: str
    """Of a page of a scan: the hash of the document and its page, “ab12… 3”."""


@dataclass(frozen=True)
class PageFound:
    """One page of a file that is compared."""

    digest: str
    body: str
    """The digest of what is drawn on it beneath the frame; empty where it has no such part."""
    unlike: str
    """What is unlike any page of a packet, in a word or two: “turned”; empty where nothing meets the eye."""


def manifest(head: dict[str, Any], pages: Sequence[PageSaid]) -> str:
    """The manifest as JSON, always the same for the same packet."""
    held = [{"page": number, **vars(page)} for number, page in enumerate(pages, 1)]
    return json.dumps({**head, "pages": held}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def bodies(manifest_text: str) -> set[str]:
    """The digests of what a packet's pages draw; those of scans are not among them."""
    return {page["digest"] for page in json.loads(manifest_text)["pages"] if page["digest"]}


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


class Digests:
    """Digests of what a PDF holds. Object numbers, packing, the order of keys and to which page something leads do not matter;
    everything else does: content, fonts, pictures, colors, boxes, turning, annotations. What has a number of its own is read
    once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bytes] = {}

    def of(self, part: Any) -> str:
        """Of anything."""
        return self._of(part, 0).hex()

    def of_page(self, page: Any) -> str:
        """Of all that a page consists of, what it inherits too. It may change between two calls, and what lies beneath may not."""
        held = {key: page.obj[key] for key in page.obj.keys() if key != "/Parent"}  # noqa: SIM118
        held |= {key: _inherited(page.obj, key) for key in INHERITED if key not in held}
        hasher = hashlib.sha256()
        for key in sorted(held):
            hasher.update(key.encode())
            hasher.update(self._inside(held[key], 0) if key == "/Resources" else self._of(held[key], 0))
        return hasher.hexdigest()[:SIGNS]

    def _of(self, part: Any, depth: int) -> bytes:
        if not isinstance(part, pikepdf.Object) or not part.is_indirect:
            return self._inside(part, depth)
        number = part.objgen
        if isinstance(part, Dictionary) and part.get("/Type") == "/Page":
            return b"page"
        if number not in self._known:
            self._known[number] = b"round"  # what leads back to itself
            self._known[number] = self._inside(part, depth)
        return self._known[number]

    def _inside(self, part: Any, depth: int) -> bytes:
        if depth > DEPTH:
            raise RecursionError("deeper than any page of a packet")
        hasher = hashlib.sha256()
        for piece in self._pieces(part, depth + 1):
            hasher.update(piece)
            hasher.update(b"\x1e")
        return hasher.digest()

    def _pieces(self, part: Any, depth: int) -> Iterator[bytes]:
        if isinstance(part, Stream):
            packed = _is_packed(part)
            yield b"stream"
            yield bytes(part.read_raw_bytes() if packed else part.read_bytes())
            left_out = {"/Length"} if packed else {"/Length", "/Filter", "/DecodeParms"}
            yield from self._keys(part, set(part.keys()) - left_out, depth)
        elif isinstance(part, Dictionary):
            yield b"dictionary"
            yield from self._keys(part, set(part.keys()), depth)
        elif isinstance(part, Array):
            yield b"array"
            for each in part:
                yield self._of(each, depth)
        else:
            yield _plain(part)

    def _keys(self, part: Any, keys: set[str], depth: int) -> Iterator[bytes]:
        for key in sorted(keys):
            yield key.encode()
            yield self._of(part[key], depth)


def _plain(part: Any) -> bytes:
    if isinstance(part, String):
        return b"string " + bytes(part)
    if isinstance(part, Name):
        return b"name " + str(part).encode()
    if isinstance(part, Decimal | float) or (isinstance(part, int) and not isinstance(part, bool)):
        return f"number {Decimal(part).normalize():f}".encode()
    return repr(part).encode()


def _is_packed(stream: Any) -> bool:
    """Whether its bytes are taken as they lie: pictures, and what is packed in a way that loses something. Nobody packs such
    anew without changing it."""
    filters = stream.get("/Filter")
    names = {str(each) for each in filters} if isinstance(filters, Array) else {str(filters)} if filters else set()
    return stream.get("/Subtype") == "/Image" or not names <= UNPACKED


def _inherited(page: Any, key: str) -> Any:
    above = page.get("/Parent")
    for _ in range(DEPTH):
        if not isinstance(above, Dictionary):
            break
        if key in above:
            return above[key]
        above = above.get("/Parent")
    return None


def pages_in(path: Path) -> tuple[list[PageFound], tuple[str, ...]]:
    """The pages of a PDF, and what else it has that no packet has. Raises as the library does over no PDF."""
    with Pdf.open(path) as pdf:
        digests = Digests()
        added = tuple(said for key, said in ADDED.items() if key in pdf.Root)
        return [_found(digests, page) for page in pdf.pages], added


def _found(digests: Digests, page: Any) -> PageFound:
    try:
        drawn = page.resources.get("/XObject", Dictionary())
        body = digests.of(drawn[BODY]) if BODY in drawn else ""
        return PageFound(digests.of_page(page), body, _unlike(page, drawn))
    except FAULTS as error:
        weigh(error)
        return PageFound("", "", "damaged")


def _unlike(page: Any, drawn: Any) -> str:
    box = [float(each) for each in page.mediabox]
    notes = [note for note in page.get("/Annots", []) if note.get("/Subtype") != "/Link" or "/AP" in note]
    contents = page.Contents
    told = b" ".join(each.read_bytes() for each in (contents if isinstance(contents, Array) else [contents]))
    signs = {
        "turned": page.rotation,
        "cropped": [float(each) for each in page.cropbox] != box or box[:2] != [0, 0],
        "something lies on it": notes,
        "drawn over": set(drawn.keys()) != {BODY, STAMP} or told.split() != SHOWN.split(),
    }
    return ", ".join(sign for sign, there in signs.items() if there)
