"""Film scans of 16 bits print as what they show: in either order of bytes, packed or not, with and without transparency."""

import itertools

import pikepdf
import pytest
from PIL import Image

from tests.papers import scan_files
from workbench.papers import photographs, scans

BLACK, MIDDLE, WHITE, CLEAR, WHOLE = 0, 0x8000, 0xFFFF, 0, 0xFFFF
HOW = list(itertools.product((b"II", b"MM"), (False, True)))


def shades(content: bytes) -> list[int]:
    """What prints of each dot, 0 black to 255 white."""
    frames: list[Image.Image] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(photographs, "add_frame", lambda pdf, frame, _: (frames.append(frame), pdf.add_blank_page()))
        _, whole = photographs.as_pdf(content, "tiff")
    assert whole
    return list(frames[0].convert("L").tobytes())


@pytest.mark.parametrize(("sign", "packed"), HOW)
def test_gray_with_transparency_lies_on_white_paper(sign: bytes, packed: bool) -> None:
    dots = [(BLACK, WHOLE), (MIDDLE, WHOLE), (WHITE, WHOLE), (BLACK, CLEAR), (BLACK, MIDDLE), (0x4000, WHOLE)]
    assert shades(scan_files.deep_gray(dots, 3, sign=sign, packed=packed)) == [0, 128, 255, 255, 127, 64]


@pytest.mark.parametrize(("sign", "packed"), HOW)
def test_transparency_that_is_mixed_in_already_is_not_applied_twice(sign: bytes, packed: bool) -> None:
    dots = [(BLACK, WHOLE), (0x4000, MIDDLE), (BLACK, CLEAR), (WHITE, WHOLE)]
    assert shades(scan_files.deep_gray(dots, 2, sign=sign, packed=packed, extra=1)) == [0, 191, 255, 255]


@pytest.mark.parametrize("extra", [None, 0])
def test_a_further_sample_of_which_nobody_says_what_it_is_hides_nothing(extra: int | None) -> None:
    dots = [(BLACK, CLEAR), (WHITE, CLEAR)]
    assert shades(scan_files.deep_gray(dots, 2, extra=extra)) == [0, 255]


@pytest.mark.parametrize(("sign", "packed"), HOW)
def test_gray_alone_and_a_negative(sign: bytes, packed: bool) -> None:
    dots = [(BLACK,), (MIDDLE,), (WHITE,), (0x4000,)]
    assert shades(scan_files.deep_gray(dots, 2, sign=sign, packed=packed, extra=None)) == [0, 128, 255, 64]
    negative = scan_files.deep_gray(dots, 2, sign=sign, packed=packed, extra=None, zero_is_white=True)
    assert shades(negative) == [255, 127, 0, 191]


def test_it_is_turned_upright_once() -> None:
    dots = [(BLACK, WHOLE), (WHITE, WHOLE), (MIDDLE, WHOLE), (WHITE, WHOLE)]
    assert shades(scan_files.deep_gray(dots, 2, turned=3)) == [255, 128, 255, 0]
    assert shades(scan_files.deep_gray([(BLACK,), (WHITE,)], 2, extra=None, turned=3)) == [255, 0]


def test_a_packet_prints_it_and_says_nothing_of_damage() -> None:
    page = scan_files.deep_gray([(BLACK, WHOLE)] * 200 * 260, 200)
    with pikepdf.Pdf.new() as into:
        scan = scans.read(page, "film.tif", into)
    assert (scan.notice, scan.remark, len(scan.sheets)) == ("", "", 1)
    with pikepdf.Pdf.new() as into:
        assert "damaged" in scans.read(page[:500], "film.tif", into).notice
