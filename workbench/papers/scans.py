"""Scans made fit for a page: PDF, JPG and TIFF read as what they are, whatever they are called; what cannot be read is named.

Only what a page shows is taken over, as a form XObject: scripts, links, forms' actions and embedded files stay behind. What was
typed into a form's boxes is part of what it shows."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import pikepdf
from pikepdf import Array, Object, Pdf

from workbench.papers import as_shown, foreign, frame, photographs
from workbench.papers.damage import FAULTS, weigh
from workbench.records.desk import IN_PART, NOT_AT_ALL, WHOLE

MOST_BYTES = 100_000_000
"""A larger scan is not printed with a packet: bring a coarser one."""
MOST_PAGES = 1000
_CHECKED_BYTES = 3_000_000
"""Packed pictures up to so many bytes are unpacked once, to see whether they are whole."""


Box = tuple[float, float, float, float]
"""Left, low, right, high, in points."""


@dataclass(frozen=True)
class Sheet:
    """One page of a scan."""

    form: Any
    """A form XObject of the PDF it was read into; it lies where a page of the packet shows it."""
    lies: bool
    """Whether it is wider than high as it is read."""


@dataclass
class Scan:
    """A document read for printing."""

    sheets: list[Sheet] = field(default_factory=list)
    notice: str = ""
    """Why it, or something of it, is not printed; a sentence for the page that stands in front or in its place."""
    remark: str = ""
    """What the office should know of one that prints all the same: its name says something else, it carries scripts."""

    @property
    def how(self) -> str:
        """What a packet prints of it, one of PRINTS."""
        return NOT_AT_ALL if not self.sheets else IN_PART if self.notice else WHOLE


def read(content: bytes | None, file_name: str, into: Pdf, size: int = 0) -> Scan:
    """Read a document's pages into a PDF. It never raises over what the file holds: then the scan has a notice."""
    size = len(content) if content is not None else size
    if size > MOST_BYTES:
        return Scan(notice=_TOO_LARGE.format(size=f"{size / 1_000_000:,.0f} MB"))
    if not content:
        lost = "Its content is not in the office."
        return Scan(notice=lost if content is None else "The file is empty (0 bytes). Ask for it again.")
    sort = photographs.sort_of(content)
    if not sort:
        return Scan(notice=foreign.said(content))
    try:
        scan = _pdf(content, into) if sort == "pdf" else _picture(content, sort, into)
    except pikepdf.PasswordError:
        return Scan(notice="It is protected by a password. Save it without one, or print it to PDF.")
    except photographs.Wall as wall:
        return Scan(notice=_TOO_LARGE.format(size=f"{wall} pixels"))
    except FAULTS as error:
        weigh(error)
        return Scan(notice="It is damaged and cannot be read. Ask for it again.")
    ending = file_name.rpartition(".")[2].lower() if "." in file_name else ""
    if ending and ending not in _ENDINGS[sort]:
        called = f"It is called .{ending} and is a {_SPOKEN[sort]}."
        scan.remark = " ".join(part for part in (called, scan.remark) if part)
    return scan


_TOO_LARGE = "It is too large to print with a packet ({size}). Scan it more coarsely."
_ENDINGS = {"pdf": {"pdf"}, "jpeg": {"jpg", "jpeg", "jpe", "jfif"}, "tiff": {"tif", "tiff"}, "png": {"png"}}
_SPOKEN = {"pdf": "PDF", "jpeg": "JPG picture", "tiff": "TIFF picture", "png": "PNG picture"}


def notice(name: str, content: bytes) -> str:
    """What a packet would say in its place, or before it: it is protected, damaged; "" where all of it prints."""
    with Pdf.new() as into:
        return read(content, name, into).notice


def looked_at(name: str, content: bytes) -> tuple[str, str]:
    """What a packet prints of a document, one of PRINTS, and why not all of it, or what is remarkable about it."""
    with Pdf.new() as into:
        scan = read(content, name, into)
    return scan.how, scan.notice or scan.remark


def _picture(content: bytes, sort: str, into: Pdf) -> Scan:
    pdf, whole = photographs.as_pdf(content, sort)
    with pdf:
        sheets = [_sheet(page, _seen(page), into) for page in pdf.pages]
    return Scan(sheets, "" if whole else "It is damaged: part of the picture is missing. Ask for it again.")


def _pdf(content: bytes, into: Pdf) -> Scan:
    with Pdf.open(io.BytesIO(content)) as pdf:
        broken = any(_is_damage(each) for each in pdf.get_warnings())
        count, pages = len(pdf.pages), list(pdf.pages[:MOST_PAGES])
        scripted = _is_scripted(pdf, pages)
        cut = {number for number, page in enumerate(pages) if not _is_plain(page) and _trimmed(page)}
        shown, unshown = as_shown.settled(pdf, MOST_PAGES, cut)
        with shown:
            pages = pages if shown is pdf else list(shown.pages[:MOST_PAGES])
            if "/AcroForm" in shown.Root or any("/Annots" in page.obj for page in pages):
                shown.flatten_annotations("print")
            sheets = [_sheet(page, box, into) for page in pages if (box := _whole(page)) is not None]
    if not sheets:
        return Scan(notice="It is damaged: no page of it can be read. Ask for it again.")
    said = [unshown] if unshown else []
    if broken or len(sheets) < min(count, MOST_PAGES):
        said.append("It is damaged: something of it may be missing. Ask for it again.")
    if count > MOST_PAGES:
        said.append(f"It has {count:,} pages; the first {MOST_PAGES:,} are printed.")
    remark = "It carries scripts; they are left out, and what its pages show is printed." if scripted else ""
    return Scan(sheets, " ".join(said), remark)


def _is_plain(page: Any) -> bool:
    """Whether a page is its medium and nothing else, as nearly all are: neither cut nor trimmed, its corners in order."""
    box = page.obj
    if "/CropBox" in box or "/TrimBox" in box:
        return False
    try:
        left, low, right, high = page.mediabox
        return bool(left < right and low < high)
    except FAULTS as error:
        weigh(error)
        return False


def _trimmed(page: Any) -> bool:
    """Let the library take for the page what a viewer does, and not its trim box; whether that is less than the medium. A page
    that has no boxes to read is found not to be whole."""
    try:
        seen, medium = _seen(page), [float(each) for each in page.mediabox]
        if [*seen] != medium or "/TrimBox" in page.obj or "/CropBox" in page.obj:
            page.cropbox = page.trimbox = Array(list(seen))
            return _is_less(seen, _corners(medium))
    except FAULTS as error:
        weigh(error)
    return False


def _sheet(page: Any, box: Box, into: Pdf) -> Sheet:
    """A page as a form that lies inside the frame by itself: shrunk to the room, never blown up beyond its own size, in the
    middle."""
    wide, tall = box[2] - box[0], box[3] - box[1]
    lies = tall > wide * 1.02 if page.rotation % 180 else wide > tall * 1.02
    form, size = into.copy_foreign(page.as_form_xobject()), frame.ACROSS if lies else frame.LETTER
    turned = "/Rotate" in page.obj or "/UserUnit" in page.obj
    form.Matrix = Object.parse(_turned(form, size) if turned else _placed(box, size))
    return Sheet(form, lies)


def _turned(form: Any, size: tuple[float, float]) -> bytes:
    """The matrix of a page that is turned, or larger than its points say."""
    a, b, c, d, e, f = matrix = tuple(float(each) for each in form.Matrix)
    left, low, right, high = (float(each) for each in form.BBox)
    points = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (low, high)]
    across, up = [x for x, _ in points], [y for _, y in points]
    return _placed((min(across), min(up), max(across), max(up)), size, matrix)


@lru_cache(1000)
def _placed(box: Box, size: tuple[float, float], matrix: tuple[float, ...] = (1, 0, 0, 1, 0, 0)) -> bytes:
    """The matrix that puts a box into the room of a page, after another; scans of one copier have one box."""
    left, low, right, high = box
    room_wide, room_high = frame.room(size)
    scale = min(1.0, room_wide / (right - left), room_high / (high - low))
    x = frame.SIDE + (room_wide - (right - left) * scale) / 2 - left * scale
    y = frame.BELOW + (room_high - (high - low) * scale) / 2 - low * scale
    placed = (*(each * scale for each in matrix[:4]), matrix[4] * scale + x, matrix[5] * scale + y)
    return f"[{' '.join(f'{each:.6f}' for each in placed)}]".encode()


def _seen(page: Any) -> Box:
    """What a viewer shows of a page: its crop box as far as it lies on the medium; all of that if it lies nowhere on it."""
    whole = _corners(page.mediabox)
    if "/CropBox" not in page.obj:  # nor above it: what pages inherit is theirs once a file is opened
        return whole
    cut = _corners(page.cropbox)
    left, low, right, high = (*map(max, whole[:2], cut[:2]), *map(min, whole[2:], cut[2:]))
    return (left, low, right, high) if left < right and low < high else whole


def _is_less(seen: Box, medium: Box) -> bool:
    return any(abs(one - other) > 1 for one, other in zip(seen, medium, strict=True))


def _corners(box: Any) -> Box:
    """Lower left and upper right, in whatever order a box names its corners."""
    x, y, over, up = (float(each) for each in box)
    return min(x, over), min(y, up), max(x, over), max(y, up)


def _is_damage(warning: Any) -> bool:
    words = str(warning).casefold()
    return any(
        word in words for word in ("damaged", "reconstruct", "unexpected eof", "expected endstream", "eof while")
    )


def _is_scripted(pdf: Pdf, pages: Sequence[Any]) -> bool:
    """Whether it holds JavaScript or starts programs, anywhere one knows to look."""
    root = pdf.Root
    if "/JavaScript" in root.get("/Names", {}) or "/AA" in root or _acts(root.get("/OpenAction")):
        return True
    for page in pages:
        if "/AA" in page.obj:
            return True
        for note in page.obj.get("/Annots", []):
            if isinstance(note, pikepdf.Dictionary) and ("/AA" in note or _acts(note.get("/A"))):
                return True
    return any("/AA" in each for each in _fields(root) if isinstance(each, pikepdf.Dictionary))


def _fields(root: Any) -> Iterator[Any]:
    form = root.get("/AcroForm", {})
    yield from form.get("/Fields", []) if isinstance(form, pikepdf.Dictionary) else []


def _acts(action: Any) -> bool:
    return isinstance(action, pikepdf.Dictionary) and action.get("/S") in ("/JavaScript", "/Launch", "/ImportData")


def _whole(page: Any) -> Box | None:
    """What a viewer shows of a page, if it has a size and its content can be unpacked; pictures that are compressed as such are
    taken as they are. Else None."""
    try:
        left, low, right, high = box = _seen(page)
        if not (1 < right - left < 20_000 and 1 < high - low < 20_000):
            return None
        content = page.obj.get("/Contents")
        for stream in content if isinstance(content, pikepdf.Array) else [content] if content is not None else []:
            stream.read_bytes()
        for picture in page.resources.get("/XObject", {}).values():
            said = picture.stream_dict
            if said.get("/Filter") == "/FlateDecode" and int(said.get("/Length", 0)) < _CHECKED_BYTES:
                picture.read_bytes()
    except FAULTS as error:
        weigh(error)
        return None
    return box
