"""Scans made fit for a page: PDF, JPG and TIFF read as what they are, whatever they are called; what cannot be read is named.

Only what a page shows is taken over, as a form XObject: scripts, links, forms' actions and embedded files stay behind. What was
typed into a form's boxes is part of what it shows."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Pdf

from workbench.papers import photographs

MOST_BYTES = 100_000_000
"""A larger scan is not printed with a packet: bring a coarser one."""
MOST_PAGES = 1000
FAULTS = (
    pikepdf.PdfError,
    pikepdf.DependencyError,
    ArithmeticError,
    AttributeError,
    KeyError,
    IndexError,
    NotImplementedError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What the library raises over what a hostile or broken file says."""
_CHECKED_BYTES = 3_000_000
"""Packed pictures up to so many bytes are unpacked once, to see whether they are whole."""


@dataclass
class Scan:
    """A document read for printing."""

    pages: list[Any] = field(default_factory=list)
    """Each a pikepdf.Page, upright by its own rotation."""
    notice: str = ""
    """Why it, or something of it, is not printed; a sentence for the page that stands in front or in its place."""
    kept: Any = None
    """The open PDF; pages live as long as it does."""


def read(content: bytes | None, file_name: str, size: int = 0) -> Scan:
    """Read a document. It never raises over what the file holds: then the scan has a notice."""
    size = len(content) if content is not None else size
    if content is None:
        return Scan(
            notice=_TOO_LARGE.format(size=_megabytes(size))
            if size > MOST_BYTES
            else "Its content is not in the office."
        )
    if not content:
        return Scan(notice="The file is empty (0 bytes). Ask for it again.")
    if size > MOST_BYTES:
        return Scan(notice=_TOO_LARGE.format(size=_megabytes(size)))
    sort = photographs.sort_of(content)
    if not sort:
        return Scan(notice="It is neither PDF, JPG nor TIFF, or it is damaged. Ask for it again, or print it to PDF.")
    try:
        scan = _pdf(content) if sort == "pdf" else _picture(content, sort)
    except pikepdf.PasswordError:
        return Scan(notice="It is protected by a password. Save it without one, or print it to PDF.")
    except FAULTS:
        return Scan(notice="It is damaged and cannot be read. Ask for it again.")
    ending = file_name.rpartition(".")[2].lower() if "." in file_name else ""
    if ending and ending not in _ENDINGS[sort]:
        called = f"It is called .{ending} and is a {_SPOKEN[sort]}; it is printed as what it is."
        scan.notice = " ".join(part for part in (called, scan.notice) if part)
    return scan


_TOO_LARGE = "It is too large to print with a packet ({size}). Scan it more coarsely."
_ENDINGS = {"pdf": {"pdf"}, "jpeg": {"jpg", "jpeg", "jpe", "jfif"}, "tiff": {"tif", "tiff"}, "png": {"png"}}
_SPOKEN = {"pdf": "PDF", "jpeg": "JPG picture", "tiff": "TIFF picture", "png": "PNG picture"}


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB"


def _picture(content: bytes, sort: str) -> Scan:
    pdf, whole = photographs.as_pdf(content, sort)
    return Scan(
        list(pdf.pages), "" if whole else "It is damaged: part of the picture is missing. Ask for it again.", pdf
    )


def _pdf(content: bytes) -> Scan:
    pdf = Pdf.open(io.BytesIO(content))
    broken = any(_is_damage(each) for each in pdf.get_warnings())
    scripted = _is_scripted(pdf)
    if "/AcroForm" in pdf.Root or any("/Annots" in page for page in pdf.pages[:MOST_PAGES]):
        pdf.flatten_annotations("print")
    pages = []
    for page in pdf.pages[:MOST_PAGES]:
        if _is_whole(page):
            pages.append(page)
        else:
            broken = True
    if not pages:
        return Scan(notice="It is damaged: no page of it can be read. Ask for it again.")
    said = []
    if broken:
        said.append("It is damaged: something of it may be missing. Ask for it again.")
    if scripted:
        said.append("It carries scripts; they were left out, and what its pages show is printed.")
    if len(pdf.pages) > MOST_PAGES:
        said.append(f"It has {len(pdf.pages):,} pages; the first {MOST_PAGES:,} are printed.")
    return Scan(pages, " ".join(said), pdf)


def _is_damage(warning: Any) -> bool:
    words = str(warning).casefold()
    return any(
        word in words for word in ("damaged", "reconstruct", "unexpected eof", "expected endstream", "eof while")
    )


def _is_scripted(pdf: Pdf) -> bool:
    """Whether it holds JavaScript or starts programs, anywhere one knows to look."""
    root = pdf.Root
    if "/JavaScript" in root.get("/Names", {}) or "/AA" in root or _acts(root.get("/OpenAction")):
        return True
    for page in pdf.pages[:MOST_PAGES]:
        if "/AA" in page:
            return True
        for note in page.get("/Annots", []):
            if isinstance(note, pikepdf.Dictionary) and ("/AA" in note or _acts(note.get("/A"))):
                return True
    return any("/AA" in each for each in _fields(root) if isinstance(each, pikepdf.Dictionary))


def _fields(root: Any) -> Iterator[Any]:
    form = root.get("/AcroForm", {})
    yield from form.get("/Fields", []) if isinstance(form, pikepdf.Dictionary) else []


def _acts(action: Any) -> bool:
    return isinstance(action, pikepdf.Dictionary) and action.get("/S") in ("/JavaScript", "/Launch", "/ImportData")


def _is_whole(page: Any) -> bool:
    """Whether the page has a size and its content can be unpacked; pictures that are compressed as such are taken as they are."""
    try:
        left, low, right, high = (float(each) for each in page.cropbox)
        if not (1 < abs(right - left) < 20_000 and 1 < abs(high - low) < 20_000):
            return False
        content = page.obj.get("/Contents")
        for stream in content if isinstance(content, pikepdf.Array) else [content] if content is not None else []:
            stream.read_bytes()
        for picture in page.resources.get("/XObject", {}).values():
            length = int(picture.stream_dict.get("/Length", 0))
            if picture.get("/Filter") == "/FlateDecode" and length < _CHECKED_BYTES:
                picture.read_bytes()
    except FAULTS:
        return False
    return True
