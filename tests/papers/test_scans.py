"""Scans in a packet: what can be shown is shown inside the frame; what cannot is named, and the packet is still made."""

import io
import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from tests.papers import scan_files
from tests.papers.conftest import assert_sound, pages_of, text_of
from tests.papers.packet_office import TODAY, PacketOffice
from tests.papers.small_pdf import ACROSS, LETTER, small_pdf
from workbench.errors import Cancelled, WorkbenchError
from workbench.papers import binding, packet, photographs, scans
from workbench.papers.binding import Bound
from workbench.papers.pictures import Pages
from workbench.records.desk import Document
from workbench.store import blobs, history, settings

SHOWN = {
    "standing.pdf": (small_pdf(), 1),
    "lying.pdf": (small_pdf(ACROSS), 1),
    "three.pdf": (small_pdf(LETTER, ACROSS, (200, 900)), 3),
    "turned.pdf": (scan_files.turned(90), 1),
    "form.pdf": (scan_files.filled_form(), 1),
    "color.jpg": (scan_files.jpeg(), 1),
    "lying.jpeg": (scan_files.jpeg(1100, 850), 1),
    "grey.jpg": (scan_files.jpeg(mode="L"), 1),
    "print.jpg": (scan_files.jpeg(mode="CMYK"), 1),
    "phone.jpg": (scan_files.jpeg(turned=6), 1),
    "fax.tif": (scan_files.tiff("1", "1", "1"), 3),
    "mixed.tiff": (scan_files.tiff("L", "RGB", "RGBA"), 3),
}
NAMED = {
    "empty.pdf": (b"", "empty"),
    "protected.pdf": (scan_files.protected(), "password"),
    "noise.pdf": (bytes(range(256)) * 40, "damaged"),
    "cut.pdf": (small_pdf()[:180], "damaged"),
    "only a sign.pdf": (b"%PDF-1.7\n", "damaged"),
    "cut.jpg": (scan_files.jpeg()[:4000], "damaged"),
    "no picture.jpg": (b"\xff\xd8\xff" + bytes(50), "damaged"),
    "cut.tif": (scan_files.tiff("RGB")[:5000], "damaged"),
    "wall.png": (scan_files.wall(), "too large to print with a packet (30,000 × 30,000 pixels)"),
    "smaller wall.png": (scan_files.wall(20_000, 20_000), "too large to print with a packet (20,000 × 20,000 pixels)"),
    "broken.png": (scan_files.wall(40, 40)[:40], "damaged"),
    "unknown.zip": (b"PK\x03\x04" + bytes(100), "neither PDF, JPG nor TIFF"),
    "letter.docx": (b"PK\x03\x04" + bytes(30) + b"word/document.xml", "It is a Word document"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "older Word"),
    "roster.xlsx": (b"PK\x03\x04" + bytes(30) + b"xl/workbook.xml", "an Excel workbook"),
    "phone.heic": (b"\0\0\0\x18ftypheic" + bytes(50), "HEIC"),
    "page.html": (b"<!DOCTYPE html><html>", "a web page"),
    "no pages.pdf": (
        small_pdf().replace(b"/Count 1", b"/Count 0").replace(b"/Kids [4 0 R]", b"/Kids []     "),
        "damaged",
    ),
}


ODD = {
    "scripted.pdf": (scan_files.scripted(), "scripts"),
    "really a picture.pdf": (scan_files.jpeg(), "is a JPG"),
    "really a pdf.jpg": (small_pdf(), "is a PDF"),
}
"""All of it prints, and the office should know."""


def _printed(packet_office: PacketOffice, to: Path) -> Bound:
    bound = binding.bind(packet.packet_of(packet_office.meeting.id, TODAY), to)
    assert_sound(to)
    return bound


@pytest.mark.parametrize("name", SHOWN)
def test_a_scan_is_printed_whole_inside_the_frame(packet_office, tmp_path, name: str):
    content, count = SHOWN[name]
    before = _printed(packet_office, tmp_path / "before.pdf").pages
    packet_office.attach(packet_office.clean.provider, name, content)
    bound = _printed(packet_office, tmp_path / "p.pdf")
    assert bound.placeholders == ()
    pages = pages_of(tmp_path / "p.pdf")
    assert bound.pages == before + count == len(pages)
    for number, page in enumerate(pages[before:], before + 1):
        assert "CONFIDENTIAL PEER REVIEW" in page and f"Page {number} of {len(pages)}" in page
        assert "Banerjee, Arjun K., MD" in page
    _assert_content_inside(tmp_path / "p.pdf", before + 1)


def _assert_content_inside(pdf: Path, first: int) -> None:
    """Something dark lies in the room of each page, and nothing across the lines of head and foot beside their words."""
    with Pages(pdf) as pages:
        for number in range(first, pages.count + 1):
            wide, high, pixels = pages.image(number, 1.0)
            rows = [pixels[y * wide * 4 : (y + 1) * wide * 4] for y in range(high)]
            assert any(set(row) != {255} for row in rows[60 : high - 60]), f"page {number} is empty"
            for y in (48, high - 43):  # between the lines and the room
                assert set(rows[y]) == {255}, f"page {number} overprints its frame"
            assert pages.size(number) in (LETTER, ACROSS)


def test_what_was_typed_into_a_form_is_printed(packet_office, tmp_path):
    packet_office.attach(packet_office.clean.provider, "form.pdf", scan_files.filled_form())
    _printed(packet_office, tmp_path / "p.pdf")
    assert "typedwords" in text_of(tmp_path / "p.pdf")


@pytest.mark.parametrize(("degrees", "lies"), ((0, False), (90, True), (180, False), (270, True)))
def test_a_turned_page_stands_as_a_viewer_shows_it(packet_office, tmp_path, degrees: int, lies: bool):
    packet_office.attach(packet_office.clean.provider, "t.pdf", scan_files.turned(degrees))
    bound = _printed(packet_office, tmp_path / "p.pdf")
    with Pages(tmp_path / "p.pdf") as pages:
        assert pages.size(bound.pages) == (ACROSS if lies else LETTER)
        wide, high, pixels = pages.image(bound.pages, 1.0)
    dark = [(n % wide, n // wide) for n in range(wide * high) if pixels[n * 4 : n * 4 + 3] == b"\0\0\0"]
    middle = (sum(x for x, _ in dark) / len(dark) / wide, sum(y for _, y in dark) / len(dark) / high)
    corner = {0: (0, 1), 90: (0, 0), 180: (1, 0), 270: (1, 1)}[
        degrees
    ]  # the square is at the lower left before turning
    assert (round(middle[0]), round(middle[1])) == corner


@pytest.mark.parametrize("name", NAMED)
def test_a_scan_that_cannot_be_printed_is_a_page_that_says_so(packet_office, tmp_path, name: str):
    content, why = NAMED[name]
    packet_office.attach(packet_office.clean.provider, name, content)
    packet_office.attach(packet_office.clean.provider, "good.pdf", small_pdf(says=("A good scan",)))
    bound = _printed(packet_office, tmp_path / "p.pdf")
    assert len(bound.placeholders) == 1
    said = bound.placeholders[0]
    assert said.startswith(f"{name} (Banerjee, Arjun K., MD), page ") and why in said
    pages = pages_of(tmp_path / "p.pdf")
    number = int(said.split("page ")[1].split(":")[0])
    assert why in " ".join(pages[number - 1].split())
    assert "A good scan" in "".join(pages)


@pytest.mark.parametrize("name", ODD)
def test_what_prints_whole_is_named_to_whoever_prints_and_needs_no_page(packet_office, tmp_path, name: str):
    content, why = ODD[name]
    before = _printed(packet_office, tmp_path / "before.pdf").pages
    packet_office.attach(packet_office.clean.provider, name, content)
    bound = _printed(packet_office, tmp_path / "p.pdf")
    assert bound.pages == before + 1 and bound.placeholders == ()
    said = next(each for each in bound.warnings if name in each)
    assert said.startswith("Printed: ") and why in said and "not printed" not in said.lower()


def test_findings_stand_by_weight_and_then_in_the_order_of_the_agenda(packet_office, tmp_path):
    packet_office.put("Policy", title="Robots", document=None)
    for each in (packet_office.app, packet_office.clean):
        packet_office.attach(each.provider, "cut.jpg", scan_files.jpeg()[:4000])
        packet_office.attach(each.provider, "passport.pdf", small_pdf(), packet="")
        packet_office.attach(each.provider, "letter.docx", b"PK\x03\x04word/")
    with history.step("No legend"):
        settings.save(legend="")
    said = _printed(packet_office, tmp_path / "p.pdf").warnings
    order = ("The packet has no confidentiality legend", "Not printed: letter.docx (Banerjee", "Not printed: letter.docx (Lopez",
             "Robots: nothing is enclosed", "Printed in part: cut.jpg (Banerjee", "Printed in part: cut.jpg (Lopez",
             "Banerjee, Arjun K., MD: kept back", "Lopez, Ana, PA-C: kept back")  # fmt: skip
    places = [next(n for n, each in enumerate(said) if words in each) for words in order]
    assert places == sorted(places), said


def test_scripts_links_and_embedded_files_stay_behind_and_the_page_is_shown(packet_office, tmp_path):
    packet_office.attach(packet_office.clean.provider, "s.pdf", scan_files.scripted())
    _printed(packet_office, tmp_path / "p.pdf")
    assert "What the page shows" in text_of(tmp_path / "p.pdf")
    with pikepdf.Pdf.open(tmp_path / "p.pdf") as pdf:
        plain = io.BytesIO()
        pdf.save(plain, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable,
                 stream_decode_level=pikepdf.StreamDecodeLevel.generalized)  # fmt: skip
    for sign in (
        b"JavaScript",
        b"canaryscript",
        rb"canary\.",
        b"canaryfile",
        b"/OpenAction",
        rb"/AA\b",
        b"/EmbeddedFile",
        b"/URI",
    ):
        assert not re.search(sign, plain.getvalue()), sign


def test_a_scan_that_is_too_large_is_named_and_never_fetched(packet_office, tmp_path, monkeypatch):
    monkeypatch.setattr(scans, "MOST_BYTES", 50_000)
    packet_office.attach(packet_office.clean.provider, "huge.pdf", small_pdf() + bytes(200_000))
    fetched = []
    fetch = blobs.fetch_up_to
    monkeypatch.setattr(blobs, "fetch_up_to", lambda *about: fetched.append(fetch(*about)) or fetched[-1])
    bound = _printed(packet_office, tmp_path / "p.pdf")
    assert bound.placeholders[0].startswith("huge.pdf") and "too large" in bound.placeholders[0]
    assert fetched == [(len(small_pdf()) + 200_000, None)]


def test_a_document_whose_content_is_lost_is_named(packet_office, tmp_path):
    document = packet_office.attach(packet_office.clean.provider, "lost.pdf", small_pdf())
    with history.step("Lose it"):
        Document.update(sha256="0" * 64).where(Document.id == document.id).execute()
    bound = _printed(packet_office, tmp_path / "p.pdf")
    assert "not in the office" in bound.placeholders[0]


def test_one_scan_on_two_files_is_printed_with_both(packet_office, tmp_path):
    for each in (packet_office.clean, packet_office.app):
        packet_office.attach(each.provider, "same.pdf", small_pdf(says=("The same scan",)))
    _printed(packet_office, tmp_path / "p.pdf")
    assert text_of(tmp_path / "p.pdf").count("The same scan") == 2


def test_the_report_of_an_agenda_item_is_printed_behind_the_scans(packet_office, tmp_path):
    packet_office.attach(packet_office.clean.provider, "scan.pdf", small_pdf(says=("A scan",)))
    report = packet_office.attach(None, "Expirables.pdf", small_pdf(says=("The report",)))
    packet_office.put("Reports", document=report, title="Expirables")
    bound = _printed(packet_office, tmp_path / "p.pdf")
    pages = pages_of(tmp_path / "p.pdf")
    item = next(item for item in bound.items if item["title"] == "Expirables")
    assert "The report" in pages[item["page"] - 1] and "A scan" in pages[item["page"] - 2]


def test_a_survey_carries_proofs_of_credentials_alone(packet_office, tmp_path):
    person = packet_office.clean.provider
    license = person.credentials.where(person.credentials.model.number == "036-151822").get()
    packet_office.attach(person, "license.pdf", small_pdf(says=("The proof",)), credential=license)
    packet_office.attach(person, "letter.pdf", small_pdf(says=("A letter",)))
    binding.bind(packet.packet_of(packet_office.meeting.id, TODAY, "Survey"), tmp_path / "s.pdf")
    said = text_of(tmp_path / "s.pdf")
    assert "The proof" in said and "A letter" not in said


def test_no_error_of_a_library_comes_out_of_a_scan(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture):
    """They promise no list of what they raise."""

    class Strange(Exception):
        pass

    def fail(*_: object) -> None:
        raise Strange

    monkeypatch.setattr(scans.photographs, "as_pdf", fail)
    assert "damaged" in scans.notice("a.jpg", scan_files.jpeg())
    assert "Strange" in caplog.text, "nobody has met it before"
    caplog.clear()


def test_a_page_tree_that_lies_and_a_box_without_size_do_not_stop_anybody():
    for broken in (
        small_pdf().replace(b"/MediaBox [0 0 612 792]", b"/MediaBox [0 0 0 0]    "),
        small_pdf().replace(b"/MediaBox [0 0 612 792]", b"/MediaBox [(a) /b c d] "),
        small_pdf().replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
        small_pdf().replace(b"/Contents 5 0 R", b"/Contents 4 0 R"),
    ):
        scan = scans.read(broken, "x.pdf", pikepdf.Pdf.new())
        assert scan.notice or scan.sheets


def _cropped(box: str) -> bytes:
    return small_pdf(says=("seenwords",)).replace(
        b"/MediaBox [0 0 612 792]", f"/MediaBox [0 0 612 792] /CropBox [{box}]".encode()
    )


@pytest.mark.parametrize(
    ("box", "found"), (("0 0 612 792", True), ("20 20 592 772", True), ("0 0 612 600", False), ("0 0 90 792", False))
)
def test_words_beyond_the_edge_of_a_cut_page_are_not_in_the_packet(packet_office, tmp_path, box: str, found: bool):
    packet_office.attach(packet_office.clean.provider, "c.pdf", _cropped(box))
    bound = _printed(packet_office, tmp_path / "p.pdf")
    assert ("seenwords" in text_of(tmp_path / "p.pdf")) == found
    with Pages(tmp_path / "p.pdf") as pages:
        wide, high, pixels = pages.image(bound.pages, 0.5)
    assert any(pixels[n * 4 : n * 4 + 3] == b"\0\0\0" for n in range(wide * high)), "what is seen is printed"


def test_a_picture_of_which_much_is_cut_away_is_drawn_anew(packet_office, tmp_path):
    with pikepdf.Pdf.new() as pdf:
        photographs.add_frame(pdf, Image.effect_noise((600, 800), 90), (72, 72))
        pdf.pages[0].cropbox = pikepdf.Array([0, 0, 600, 300])
        pdf.save(made := io.BytesIO())
    with pikepdf.Pdf.new() as into:
        (sheet,) = scans.read(made.getvalue(), "x.pdf", into).sheets
        (picture,) = sheet.form.Resources.XObject.values()
        assert picture.Width / picture.Height == pytest.approx(2, abs=0.02)


def _raising(error: Exception) -> Any:
    def fails(*about: Any) -> Any:
        raise error

    return fails


@pytest.mark.parametrize("error", (Cancelled(), WorkbenchError("The disk is full.")))
def test_what_no_file_is_to_blame_for_is_no_damage(monkeypatch, error: Exception):
    monkeypatch.setattr(scans, "_pdf", _raising(error))
    with pikepdf.Pdf.new() as into, pytest.raises(type(error)):
        scans.read(small_pdf(), "a.pdf", into)


def test_what_nobody_has_met_is_a_page_that_says_so_and_is_logged_without_a_value(monkeypatch, caplog):
    monkeypatch.setattr(scans, "_pdf", _raising(AssertionError("born 3/14/1979")))
    with pikepdf.Pdf.new() as into:
        assert "damaged" in scans.read(small_pdf(), "a.pdf", into).notice
    (said,) = [each.getMessage() for each in caplog.records]
    assert "AssertionError" in said and "test_scans.py" in said and "1979" not in said
    caplog.clear()
