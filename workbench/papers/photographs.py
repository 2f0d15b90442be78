"""Pictures as pages: a JPG as it is, byte for byte; the frames of a TIFF packed anew."""

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image, ImageFile, ImageOps

from workbench.papers import deep_gray
from workbench.papers.damage import FAULTS, weigh

MOST_PIXELS = 300_000_000
"""A picture of more is refused: a small file can claim to be a wall."""
Image.MAX_IMAGE_PIXELS = (
    None  # the library refuses twice as many and only warns of fewer; here they are counted by opened()
)
MOST_FRAMES = 500
_SIGNS = {
    b"%PDF-": "pdf",
    b"\xff\xd8\xff": "jpeg",
    b"II*\0": "tiff",
    b"MM\0*": "tiff",
    b"II+\0": "tiff",
    b"\x89PNG\r\n": "png",
}
_TURNS = {3: 180, 6: 90, 8: 270}
"""EXIF orientation and how far a viewer turns the page, clockwise."""
_SPACES = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB, "CMYK": Name.DeviceCMYK}


class Wall(ValueError):
    """A picture of more pixels than are unpacked; its text says of how many."""


def opened(content: bytes) -> Image.Image:
    """A picture, not unpacked yet; raises Wall over one that is too large to unpack, and as the library does over none."""
    picture = Image.open(io.BytesIO(content))
    _measure(picture)
    return picture


def _measure(picture: Image.Image) -> None:
    wide, high = picture.size
    if wide * high > MOST_PIXELS:
        picture.close()
        raise Wall(f"{wide:,} × {high:,}")


def sort_of(content: bytes) -> str:
    """pdf, jpeg, tiff, png by its first bytes; empty for none of them. A PDF may begin within its first kilobyte."""
    for sign, sort in _SIGNS.items():
        if content.startswith(sign):
            return sort
    return "pdf" if b"%PDF-" in content[:1024] else ""


def as_pdf(content: bytes, sort: str) -> tuple[Pdf, bool]:
    """A picture as a PDF, a page for each frame, and whether it is whole; raises as the library does over what it cannot read."""
    if sort == "jpeg" and b"\xff\xd9" in content[-4096:]:
        pdf = Pdf.new()
        _add_jpeg(pdf, content)
        return pdf, True
    if sort == "jpeg":
        return _mended(content), False
    return _packed(content)


def _mended(content: bytes) -> Pdf:
    """What there is of a JPG that breaks off, as a whole one; the rest is grey."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        return _packed(content)[0]
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _add_jpeg(pdf: Pdf, content: bytes) -> None:
    with opened(content) as picture:
        if picture.mode not in _SPACES:
            raise ValueError(f"a JPG of mode {picture.mode}")
        wide, high = picture.size
        space, turn = _SPACES[picture.mode], _TURNS.get(picture.getexif().get(0x0112, 1), 0)
        inverted = picture.mode == "CMYK" and "adobe" in picture.info
        dots = _dots(picture)
    stream = Stream(pdf, content)
    stream.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=wide,
        Height=high,
        ColorSpace=space,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
    if inverted:  # as Photoshop writes them
        stream.Decode = Array([1, 0] * 4)
    size = (wide * 72 / dots[0], high * 72 / dots[1])
    page = pdf.add_blank_page(page_size=size)
    page.Resources = Dictionary(XObject=Dictionary(Picture=stream))
    page.Contents = Stream(pdf, f"q {size[0]:.3f} 0 0 {size[1]:.3f} 0 0 cm /Picture Do Q".encode())
    if turn:
        page.Rotate = turn


def _dots(picture: Image.Image) -> tuple[float, float]:
    """Dots an inch, as it says or so that it fits a page."""
    told = picture.info.get("dpi") or (0, 0)
    dots = tuple(float(each) for each in told[:2])
    if all(50 <= each <= 2400 for each in dots) and len(dots) == 2:
        return dots[0], dots[1]
    fitting = max(picture.size[0] / 8.0, picture.size[1] / 8.0, 72.0)
    return fitting, fitting


def _packed(content: bytes) -> tuple[Pdf, bool]:
    """Frames through the library's own PDF writer: black and white stays CCITT, the rest becomes JPG of high quality."""
    pdf = Pdf.new()
    with opened(content) as picture:
        dots = _dots(picture)
        try:
            for frame in _frames(picture):
                add_frame(pdf, _flat(frame), dots)
        except FAULTS as error:  # whatever is wrong with a frame, those before it are there
            weigh(error)
            if not pdf.pages:
                raise
            return pdf, False
    return pdf, True


def add_frame(pdf: Pdf, frame: Image.Image, dots: tuple[float, float]) -> None:
    """One more page, which is this picture; dots an inch across and up."""
    written = io.BytesIO()
    frame.save(written, "PDF", dpi=dots, **({} if frame.mode == "1" else {"quality": 88}))
    with pikepdf.Pdf.open(written) as single:
        pdf.pages.append(single.pages[0])


def _frames(picture: Image.Image) -> Iterator[Image.Image]:
    for number in range(min(getattr(picture, "n_frames", 1), MOST_FRAMES)):
        picture.seek(number)
        _measure(picture)
        yield picture


def _flat(frame: Image.Image) -> Image.Image:
    """Upright, without transparency, in colors a page knows."""
    if deep_gray.is_deep(frame):
        return deep_gray.flat(frame)  # the library turns a TIFF upright when it reads its dots
    upright = ImageOps.exif_transpose(frame) or frame
    if upright.mode in ("1", "L", "RGB"):
        return upright.copy()
    if upright.mode in ("I", "F"):
        return upright.point(lambda value: value / 256).convert("L")
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        ground = Image.new("RGB", upright.size, "white")
        alpha = upright.convert("RGBA")
        ground.paste(alpha, mask=alpha.getchannel("A"))
        return ground
    return upright.convert("RGB")
