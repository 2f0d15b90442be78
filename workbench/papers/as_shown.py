"""Pages as a viewer shows them, where their own code says something else: boxes that were filled in and never drawn, layers that
are off.

Boxes are drawn by the library that draws the preview. A page becomes a picture if a layer of it is off, or if it is cut and words
lie beyond its edge: then nothing of them is in the packet, neither to be seen nor to be found. On or off is as on the screen, not as
when printed."""

import io
import unicodedata
import warnings
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pikepdf import Array, Dictionary, Pdf, Stream
from PIL import Image, ImageChops
from pypdfium2 import PdfiumError
from pypdfium2.raw import FLAT_PRINT, FORMTYPE_NONE

from workbench.papers import cut_away, layers, photographs
from workbench.papers.pictures import ONE_AT_A_TIME

DOTS, LONGEST = 200, 2200
"""Dots an inch of a page that becomes a picture, and of its longer side at most: the packet prints nothing larger than letter."""
NOT_SEEN = 2 | 32
"""Flags of an annotation: hidden, no view."""
SECRET = 1 << 13
"""Flag of a field that shows stars."""
DEEP = 32
ADOBE = (
    "It is a form that only Adobe's programs show (XFA): here its pages may be empty or say “Please wait”. Open it there, "
    "print it to PDF, and bring that."
)


@dataclass(frozen=True)
class Typed:
    """A box that was filled in."""

    page: int
    """From 0."""
    name: str
    words: str
    """Empty for a tick, and for what shows stars."""


def settled(pdf: Pdf, most: int, cut: Collection[int] = ()) -> tuple[Pdf, str]:
    """The PDF with its boxes drawn, and with pictures for pages that hide something, as far as its first pages at most; and in a
    sentence what could not be drawn. cut are the pages, from 0, that show less than their medium.

    It is another PDF, to be closed by itself, unless it shows what it says."""
    pages = list(pdf.pages[:most])
    hidden = layers.hiding(pdf, pages)
    if cut:
        hidden |= cut_away.hiding(_bytes(pdf), {*cut} - hidden)
    form = pdf.Root.get("/AcroForm")
    boxed = [(number, page) for number, page in enumerate(pages) if number not in hidden]
    typed = [each for at in boxed for each in _typed(form, *at)] if isinstance(form, Dictionary) else []
    if not hidden and not typed:
        return pdf, ADOBE if _is_adobes(pdf) else ""
    if typed:
        pdf.Root.AcroForm.NeedAppearances = True
    pictures, lost, content = _drawn(_bytes(pdf), hidden, typed)
    made = Pdf.open(io.BytesIO(content))
    for number, (picture, dots) in pictures.items():
        with Pdf.new() as single:
            dots /= float(made.pages[number].obj.get("/UserUnit", 1))
            photographs.add_frame(single, picture, (dots, dots))
            made.pages[number] = single.pages[0]
    return made, _said(lost)


def _said(lost: Sequence[Typed]) -> str:
    if not lost:
        return ""
    names = ", ".join(f"“{name}”" for name in list(dict.fromkeys(each.name for each in lost))[:5])
    return f"What was typed into its form could not all be drawn: {names}. Print it to PDF, and bring that."


def _is_adobes(pdf: Pdf) -> bool:
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, Dictionary) or "/XFA" not in form:
        return False
    return bool(pdf.Root.get("/NeedsRendering", False)) or not form.get("/Fields", [])


# What was typed


def _typed(form: Any, number: int, page: Any) -> Iterator[Typed]:
    """The boxes of a page that are to be drawn anew."""
    anew = bool(form.get("/NeedAppearances", False))
    for box in page.get("/Annots", []):
        if not isinstance(box, Dictionary) or box.get("/Subtype") != "/Widget" or int(box.get("/F", 0)) & NOT_SEEN:
            continue
        sort, value, drawn = _of(box, "/FT"), _of(box, "/V"), "/N" in box.get("/AP", {})
        if sort == "/Btn" and not drawn and str(box.get("/AS", value or "/Off")) != "/Off":
            yield Typed(number, _name(box), "")
        elif sort in ("/Tx", "/Ch") and (anew if drawn else value is not None):
            yield Typed(number, _name(box), "" if int(_of(box, "/Ff") or 0) & SECRET else _words(box, value))


def _of(box: Any, key: str) -> Any:
    """What a box says, or the field of which it is one."""
    for _ in range(DEEP):
        if key in box:
            return box[key]
        box = box.get("/Parent")
        if not isinstance(box, Dictionary):
            break
    return None


def _name(box: Any) -> str:
    return str(_of(box, "/TU") or _of(box, "/T") or "a box without a name")


def _words(box: Any, value: Any) -> str:
    """A value as it is shown: a choice by its name."""
    if isinstance(value, Stream):
        return value.read_bytes().decode("latin-1")
    chosen = [str(each) for each in value] if isinstance(value, Array) else [str(value)] if value is not None else []
    shown = {str(each[0]): str(each[1]) for each in _of(box, "/Opt") or [] if isinstance(each, Array) and len(each) > 1}
    return shown.get(chosen[0], chosen[0]) if chosen else ""


# Drawing


def _bytes(pdf: Pdf) -> bytes:
    written = io.BytesIO()
    with warnings.catch_warnings():  # of boxes that no form knows; they are drawn all the same
        warnings.simplefilter("ignore")
        pdf.save(written)
    return written.getvalue()


Picture = tuple[Image.Image, float]
"""And its dots an inch."""


def _drawn(content: bytes, hidden: set[int], typed: Sequence[Typed]) -> tuple[dict[int, Picture], list[Typed], bytes]:
    """Pictures of pages that hide something, the boxes that are not to be read on theirs, and the PDF with the others drawn."""
    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(content)
        try:
            if document.get_formtype() != FORMTYPE_NONE:
                document.init_forms()
            pictures = {number: _picture(document, number) for number in sorted(hidden)}
            if not typed:
                return pictures, [], content
            said = {number: _flat(document, number) for number in sorted({each.page for each in typed})}
            document.save(written := io.BytesIO())
        finally:
            document.close()
    lost = [each for each in typed if _bare(each.words) not in said[each.page]]
    return pictures, lost, written.getvalue()


def _flat(document: Any, number: int) -> str:
    """Make the boxes of a page part of it; what it then says, bare."""
    page = document[number]
    try:
        with suppress(PdfiumError):
            page.flatten(FLAT_PRINT)
    finally:
        page.close()
    page = document[number]
    words = page.get_textpage()
    try:
        return _bare(words.get_text_range())
    finally:
        words.close()
        page.close()


def _bare(words: str) -> str:
    """Letters and figures alone: where lines break and how far signs stand apart does not matter."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", words) if sign.isalnum()).casefold()


def _picture(document: Any, number: int) -> Picture:
    page = document[number]
    try:
        scale = min(DOTS / 72, LONGEST / max(*page.get_size(), 1.0))
        bitmap = page.render(scale=scale)
        try:
            picture = bitmap.to_pil().convert("RGB")
        finally:
            bitmap.close()
    finally:
        page.close()
    red, green, blue = picture.split()
    colored = any(ImageChops.difference(red, other).getbbox() for other in (green, blue))
    return picture if colored else red, scale * 72
