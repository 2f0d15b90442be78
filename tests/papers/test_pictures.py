"""Pages as pictures: the right size, the right ink, from any thread; what is no PDF is said so."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests import needs
from tests.papers.small_pdf import ACROSS, LETTER, small_pdf
from workbench.errors import WorkbenchError
from workbench.papers import pictures
from workbench.papers.pictures import Pages


def test_pages_are_counted_and_measured_as_they_are_read():
    with Pages(small_pdf(LETTER, ACROSS)) as pages:
        assert pages.count == 2
        assert pages.sizes() == (LETTER, ACROSS)


def test_a_picture_has_the_pixels_its_scale_asks_for_and_the_ink_of_the_page():
    with Pages(small_pdf(LETTER, ink="1 0 0")) as pages:
        width, height, pixels = pages.image(1, 2.0)
    assert (width, height, len(pixels)) == (1224, 1584, 1224 * 1584 * 4)
    lower_left = 4 * (width * (height - 5) + 5)
    assert pixels[lower_left : lower_left + 3] == bytes((0, 0, 255))  # blue, green, red
    assert pixels[:3] == b"\xff\xff\xff"


def test_a_grey_picture_has_one_byte_a_pixel():
    with Pages(small_pdf(LETTER, ink="1 0 0")) as pages:
        width, height, pixels = pages.image(1, 0.5, grey=True)
    assert len(pixels) == width * height
    assert 20 < pixels[width * (height - 5) + 5] < 120


def test_a_page_says_its_text():
    with Pages(small_pdf(LETTER, LETTER)) as pages:
        assert pages.text(2) == "This is page 2"


def test_a_page_of_any_size_is_drawn_within_the_most_pixels():
    with Pages(small_pdf((14_400, 14_400))) as pages:
        width, height, pixels = pages.image(1, 4.0)
    assert width * height <= pictures.MOST_PIXELS * 1.01 and len(pixels) == width * height * 4


def test_four_threads_draw_the_same_pages_as_one():
    with Pages(small_pdf(*[LETTER] * 8)) as pages:
        alone = [pages.image(n, 0.7) for n in range(1, 9)]
        with ThreadPoolExecutor(4) as pool:
            together = list(pool.map(lambda n: pages.image(n, 0.7), list(range(1, 9)) * 5))
    assert together == alone * 5


def test_a_file_can_be_taken_away_after_it_was_closed(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(small_pdf())
    pages = Pages(path)
    pages.close()
    pages.close()
    path.unlink()
    with pytest.raises(WorkbenchError, match="closed"):
        pages.image(1, 1.0)


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "is empty"), (b"PK\x03\x04 a sheet", "damaged or no PDF"), (small_pdf()[:150], "damaged or no PDF")],
)
def test_what_is_no_pdf_is_said_so(tmp_path, content, says):
    path = tmp_path / "scan.pdf"
    path.write_bytes(content)
    with pytest.raises(WorkbenchError, match=f"“scan.pdf” .*{says}"):
        Pages(path)
    with pytest.raises(WorkbenchError, match=f"The document .*{says}"):
        Pages(content)


def test_a_file_that_is_gone_is_said_so(tmp_path):
    with pytest.raises(WorkbenchError, match="not there any more"):
        Pages(tmp_path / "gone.pdf")


def test_a_page_that_is_damaged_is_named_and_the_others_are_drawn():
    with Pages(small_pdf(ACROSS, ACROSS).replace(b"[4 0 R 6 0 R]", b"[4 0 R 9 0 R]")) as pages:
        assert (pages.count, pages.size(1), pages.size(2)) == (2, ACROSS, LETTER)
        assert pages.image(1, 0.2)[0] == 159
        assert pages.text(2) == ""
        with pytest.raises(WorkbenchError, match="Page 2 of The document is damaged"):
            pages.image(2, 1.0)


def test_a_password_is_named_as_what_is_in_the_way(tmp_path):
    needs.nothing_of(needs.programs("qpdf"))
    plain, locked = tmp_path / "plain.pdf", tmp_path / "locked.pdf"
    plain.write_bytes(small_pdf())
    subprocess.run(["qpdf", "--encrypt", "secret", "owner", "256", "--", plain, locked], check=True)
    with pytest.raises(WorkbenchError, match="protected by a password"):
        Pages(locked)


def test_pictures_need_no_window():
    code = "import sys, workbench.papers.pictures; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
