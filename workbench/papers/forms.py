"""Drawn pages as form XObjects of a PDF, without a PDF of their own in between."""

import io
from collections.abc import Iterable
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream
from reportlab.pdfgen.canvas import Canvas

from workbench.papers import frame
from workbench.papers.flow import Page

_BEGUN = "1 0 0 1 0 0 cm  BT /F1 12 Tf 14.4 TL ET"
"""With what each page begins that the drawing library writes. Pages are told apart by their digests: those that went out began so."""


def canvas() -> tuple[Canvas, io.BytesIO]:
    """A canvas that learns which faces and signs are drawn, and what it is written to."""
    written = io.BytesIO()
    return Canvas(written, pagesize=frame.LETTER, invariant=1, pageCompression=0), written


def faces(of: Canvas, written: io.BytesIO, into: Pdf) -> Any:
    """The faces that a canvas learned of, as its only page names them, in another PDF. The canvas is at its end."""
    of.showPage()
    of.save()
    with Pdf.open(written) as named:
        return into.copy_foreign(named.make_indirect(named.pages[0].Resources.Font))


def form(into: Pdf, code: str, size: tuple[float, float], resources: Any) -> Any:
    """A form XObject that draws the code."""
    made = Stream(into, code.encode("latin-1"))
    made.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, *size]), Resources=resources)
    return into.make_indirect(made)


def drawn(into: Pdf, pages: Iterable[tuple[Page, tuple[float, float]]]) -> list[Any]:
    """A form XObject of each page, with its size."""
    learning, written = canvas()
    codes = [(page.drawn(learning), size) for page, size in pages]
    if not codes:
        return []
    named = faces(learning, written, into)
    made = [form(into, f"{_BEGUN}\n{code}\n \n", size, Dictionary(Font=named, ProcSet=_SETS)) for code, size in codes]
    for each in made:
        each.Matrix = Array([1, 0, 0, 1, 0, 0])
    return made


_SETS = Array([Name.PDF, Name.Text, Name.ImageB, Name.ImageC, Name.ImageI])
