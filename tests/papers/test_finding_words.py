"""Words are found on a page as people type them, and where they stand as the page is read."""

import io

import pikepdf
import pytest

from tests.papers.small_pdf import ACROSS, LETTER, small_pdf
from workbench.papers.finding_words import folded
from workbench.papers.pictures import Pages


def test_every_place_is_found_whatever_its_case():
    with Pages(small_pdf(says=("Fever and fever, FEVER",))) as pages:
        found = pages.find(1, "fever")
        assert len(found) == 3 and [spots[0][0] for spots in found] == sorted(spots[0][0] for spots in found)
        (first,) = found[0]
        assert 99 < first[0] < 103 and 70 < first[1] < 90 and first[3] < 110, "24 points high, 100 from left and top"
        assert pages.find(1, "r and f") and not pages.find(1, "cough") and not pages.find(1, " ")


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_page_that_is_turned_is_marked_where_it_is_read(turned):
    written = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(small_pdf(LETTER, says=("Fever",)))) as pdf:
        pdf.pages[0].Rotate = turned
        pdf.save(written)
    with Pages(written.getvalue()) as pages:
        ((spot,),) = pages.find(1, "fever")
        wide, high = pages.size(1)
        assert (wide, high) == (ACROSS if turned in (90, 270) else LETTER)
        # dark signs are where the spot is, and nowhere near its mirror
        assert _dark(pages, spot) and not _dark(pages, (wide - spot[2], high - spot[3], wide - spot[0], high - spot[1]))


def _dark(pages, spot) -> bool:
    width, _, pixels = pages.image(1, 1.0, grey=True)
    left, top, right, bottom = (round(each) for each in spot)
    return any(pixels[y * width + x] < 100 for y in range(top, bottom) for x in range(left, right))


def test_accents_spaces_and_divided_words_do_not_matter():
    for typed, stands in (
        ("nunez", "José Núñez"),
        ("NÚÑEZ", "Nunez"),
        ("acute care", "acute\r\n  care"),
        ("privileges", "privi\x02leges"),
        ("fine", "ﬁne"),
    ):
        text, places = folded([ord(sign) for sign in stands])
        wanted = folded([ord(sign) for sign in typed])[0]
        assert wanted in text and len(text) == len(places)


def test_words_of_a_packet_are_found_on_their_page(packet_office):
    from tests.papers.packet_office import TODAY
    from workbench.actions import packets

    bound, pdf = packets.preview(packet_office.meeting.id, TODAY)
    with Pages(pdf) as pages:
        at = next(each["page"] for each in bound.items if each["title"].startswith("Morris"))
        assert pages.find(at, "morris, kevin") and not pages.find(1, "zebra")
