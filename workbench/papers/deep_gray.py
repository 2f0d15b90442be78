"""TIFFs of 16 bits a gray dot, as film scanners write them: with a channel of transparency, which the library does not know, and
with white as zero, which it reads as a negative."""

import sys
from typing import Any

from PIL import Image, ImageChops, TiffImagePlugin

_BITS, _PHOTOMETRIC, _PLANES, _EXTRA = 258, 262, 284, 338
"""Tags of a TIFF (TIFF 6.0): bits of each sample, what zero means, how samples lie, what the further ones are."""
_MIXED_IN = 1
"""The further sample is transparency by which the gray is already multiplied; 2 is one by which it is not, 0 something else."""

for _sign in (b"II", b"MM"):
    for _zero in (0, 1):
        for _extra in ((), (0,), (1,), (2,)):
            # Four bytes a dot, taken as they come and sorted out by flat().
            TiffImagePlugin.OPEN_INFO.setdefault((_sign, _zero, (1,), 1, (16, 16), _extra), ("RGBX", "RGBX"))
TiffImagePlugin.OPEN_INFO.setdefault((b"MM", 0, (1,), 1, (16,), ()), ("I;16B", "I;16B"))


def is_deep(frame: Image.Image) -> bool:
    """Whether a frame has 16 bits a gray dot, with or without transparency."""
    bits = tuple(_tags(frame).get(_BITS, ()))
    return frame.mode in ("I;16", "I;16B") or (frame.mode == "RGBX" and bits == (16, 16))


def flat(frame: Image.Image) -> Image.Image:
    """Such a frame in 8 bits on white paper, as it lies in the file; raises ValueError over one that is stored plane by plane."""
    tags = _tags(frame)
    if frame.mode != "RGBX":
        shades = frame.convert("I").point(lambda value: value / 256).convert("L")
        return ImageChops.invert(shades) if tags.get(_PHOTOMETRIC) == 0 else shades
    if tags.get(_PLANES, 1) != 1:
        raise ValueError("a gray TIFF whose transparency is stored apart")
    frame.load()
    gray, clear = (frame.getchannel(place) for place in ((0, 2) if _high_first(frame) else (1, 3)))
    extra = next(iter(tags.get(_EXTRA, ())), 0)
    if tags.get(_PHOTOMETRIC) == 0:
        gray = ImageChops.invert(gray)
    if not extra:  # what the further sample is nobody says: the gray stands alone
        return gray
    if extra == _MIXED_IN:
        return ImageChops.add(gray, ImageChops.invert(clear))
    return Image.composite(gray, Image.new("L", gray.size, 255), clear)


def _high_first(frame: Image.Image) -> bool:
    """What is not packed comes in the file's order; libtiff unpacks in the machine's."""
    if frame.info.get("compression") == "raw":
        return bool(_tags(frame).prefix == b"MM")
    return sys.byteorder == "big"


def _tags(frame: Image.Image) -> Any:
    return getattr(frame, "tag_v2", {})
