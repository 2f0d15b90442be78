"""A document as it is looked at: a PDF as it is, a picture as pages; of what cannot be shown, what it is and what helps.

And a person's picture, made small and without what a camera wrote beside it."""

import io

from pikepdf import Pdf
from PIL import Image, ImageOps

from workbench.errors import WorkbenchError
from workbench.papers import foreign, photographs
from workbench.papers.damage import FAULTS, weigh

SIDE = 640
"""Pixels of the longer side of a person's picture."""
SMALLEST = 40
_DAMAGED = "It is damaged and cannot be shown. Nothing was changed. Ask for it again."

_WALL = "It is too large to be shown ({size} pixels). It is kept as it is. Save a copy, and open that."


def pdf_of(content: bytes | None) -> bytes:
    """A PDF to show in the place of a document; raises WorkbenchError, whose sentence says why it cannot be shown."""
    if content is None:
        raise WorkbenchError("Its content is not in this office. Nothing was changed. Restore the newest backup.")
    sort = photographs.sort_of(content)
    if sort == "pdf":
        return content
    if not sort:
        found = foreign.sort_of(content)
        what = f"It is {found}, which is not shown here." if found else "It is nothing that can be shown here."
        raise WorkbenchError(f"{what} It is kept as it is. Save a copy, and open that.")
    try:
        made, _ = photographs.as_pdf(content, sort)
        with made:
            return _bytes(made)
    except photographs.Wall as wall:
        raise WorkbenchError(_WALL.format(size=wall)) from wall
    except FAULTS as error:
        weigh(error)
        raise WorkbenchError(_DAMAGED) from error


def _bytes(made: Pdf) -> bytes:
    to = io.BytesIO()
    made.save(to)
    return to.getvalue()


def portrait(content: bytes) -> bytes:
    """A person's picture as a small JPG, upright, without its camera's remarks; raises ValueError, whose text says why it is none."""
    sort = photographs.sort_of(content)
    if sort not in ("jpeg", "png", "tiff"):
        what = "a PDF" if sort == "pdf" else foreign.sort_of(content) or "no picture that is known here"
        raise ValueError(f"is {what}. Choose a JPG or PNG picture.")
    try:
        with photographs.opened(content) as picture:
            upright = ImageOps.exif_transpose(picture) or picture
            ground = Image.new("RGB", upright.size, "white")
            seen = upright.convert("RGBA")
            ground.paste(seen, mask=seen.getchannel("A"))
    except photographs.Wall as wall:
        raise ValueError(f"is too large ({wall} pixels). Choose a smaller copy of the picture.") from wall
    except FAULTS as error:
        weigh(error)
        raise ValueError("is damaged and cannot be read. Choose another copy of the picture.") from error
    if min(ground.size) < SMALLEST:
        raise ValueError(f"has only {ground.width} × {ground.height} pixels. Choose a larger picture.")
    ground.thumbnail((SIDE, SIDE))
    to = io.BytesIO()
    ground.save(to, "JPEG", quality=88)
    return to.getvalue()
