"""Files as scanners, cameras and mischief make them."""

import io
import struct
import zlib
from collections.abc import Sequence

import pikepdf
from PIL import Image, ImageDraw

from tests.papers.small_pdf import LETTER, small_pdf


def jpeg(wide: int = 850, high: int = 1100, mode: str = "RGB", turned: int = 0) -> bytes:
    """A JPG with a dark square at its upper left; turned is its EXIF orientation."""
    picture = Image.new(mode, (wide, high), 255 if mode == "L" else (255,) * 3 if mode == "RGB" else (0, 0, 0, 0))
    ink = {"L": 0, "RGB": (200, 0, 0), "CMYK": (0, 255, 255, 40)}[mode]
    ImageDraw.Draw(picture).rectangle((0, 0, wide // 4, wide // 4), fill=ink)
    written, exif = io.BytesIO(), Image.Exif()
    if turned:
        exif[0x0112] = turned
    picture.save(written, "JPEG", dpi=(100, 100), exif=exif)
    return written.getvalue()


def tiff(*modes: str) -> bytes:
    """A TIFF with a frame of each mode; the second and later ones lie."""
    frames = []
    for place, mode in enumerate(modes):
        frame = Image.new(mode, (1100, 850) if place else (850, 1100), "white")
        ImageDraw.Draw(frame).rectangle((300, 300, 500, 500), fill="black")
        frames.append(frame)
    written = io.BytesIO()
    frames[0].save(written, "TIFF", save_all=True, append_images=frames[1:], dpi=(100, 100))
    return written.getvalue()


def wall(wide: int = 30_000, high: int = 30_000) -> bytes:
    """A PNG of a few bytes that claims to be a wall."""
    head = struct.pack(">IIBBBBB", wide, high, 1, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(body)) + sign + body + struct.pack(">I", zlib.crc32(sign + body)) for sign, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def protected() -> bytes:
    """A PDF that asks for a password."""
    written = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(small_pdf())) as pdf:
        pdf.save(written, encryption=pikepdf.Encryption(user="secret", owner="secret2"))
    return written.getvalue()


def scripted() -> bytes:
    """A PDF that runs a script when opened and when its page is, with a note, a link and an embedded file."""
    written = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(small_pdf(says=("What the page shows",)))) as pdf:
        action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('canaryscript')")
        pdf.Root.OpenAction = action
        pdf.pages[0].AA = pikepdf.Dictionary(O=action)
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=[0, 0, 600, 700],
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="http://canary.example"),
        )
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(link)])
        pdf.attachments["canary.txt"] = b"canaryfile"
        pdf.save(written)
    return written.getvalue()


def filled_form() -> bytes:
    """A PDF whose typed words are an annotation's appearance, as forms are filled."""
    written = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(small_pdf(says=("A form",)))) as pdf:
        look = pdf.make_stream(b"BT /F1 12 Tf 2 4 Td (typedwords) Tj ET")
        look.stream_dict = pikepdf.Dictionary(
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 200, 20],
            Resources=pikepdf.Dictionary(Font=pdf.pages[0].Resources.Font),
        )
        box = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Tx,
                T="name",
                V="typedwords",
                DA="/F1 12 Tf 0 g",
                F=4,
                Rect=[100, 400, 300, 420],
                AP=pikepdf.Dictionary(N=look),
            )
        )
        pdf.pages[0].Annots = pikepdf.Array([box])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([box]), DR=pdf.pages[0].Resources)
        pdf.save(written)
    return written.getvalue()


def turned(degrees: int) -> bytes:
    """A standing page that a viewer turns."""
    written = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(small_pdf(LETTER))) as pdf:
        pdf.pages[0].Rotate = degrees
        pdf.save(written)
    return written.getvalue()


def deep_gray(
    dots: Sequence[tuple[int, ...]],
    wide: int,
    *,
    sign: bytes = b"II",
    zero_is_white: bool = False,
    extra: int | None = 2,
    packed: bool = False,
    turned: int = 1,
) -> bytes:
    """A TIFF of 16 bits a sample, one or two samples a dot, as a film scanner writes it; packed is deflated."""
    order, each = ("<" if sign == b"II" else ">"), len(dots[0])
    body = b"".join(struct.pack(f"{order}{each}H", *dot) for dot in dots)
    body = zlib.compress(body) if packed else body
    high, short, long = len(dots) // wide, 3, 4
    tags = [(256, short, wide), (257, short, high), (258, short, 16), (259, short, 8 if packed else 1)]
    tags += [(262, short, 0 if zero_is_white else 1), (273, long, 8), (274, short, turned), (277, short, each)]
    tags += [(278, short, high), (279, long, len(body))] + ([(338, short, extra)] if extra is not None else [])
    where = 8 + len(body) + len(body) % 2
    written = sign + struct.pack(f"{order}HL", 42, where) + body + bytes(len(body) % 2)
    written += struct.pack(f"{order}H", len(tags))
    for tag, sort, value in tags:
        if tag == 258 and each == 2:
            written += struct.pack(f"{order}HHLHH", tag, sort, 2, value, value)
        else:
            written += struct.pack(f"{order}HHL{'HH' if sort == short else 'L'}", tag, sort, 1, *_worth(sort, value))
    return written + struct.pack(f"{order}L", 0)


def _worth(sort: int, value: int) -> tuple[int, ...]:
    return (value, 0) if sort == 3 else (value,)
