"""What a viewer shows of a scan is what the packet prints: boxes filled in, layers, and the part of the page that is seen."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.papers import form_files
from tests.papers.conftest import assert_sound, text_of
from tests.papers.form_files import Form
from tests.papers.packet_office import TODAY, PacketOffice
from workbench.papers import binding, frame, packet, scans
from workbench.papers.pictures import Pages


@pytest.fixture(name="printed")
def _printed(packet_office: PacketOffice, tmp_path: Path) -> Callable[[bytes], Path]:
    """printed(content): a packet with this one scan as its last page."""

    def made(content: bytes) -> Path:
        packet_office.attach(packet_office.clean.provider, "scan.pdf", content)
        binding.bind(packet.packet_of(packet_office.meeting.id, TODAY), tmp_path / "p.pdf")
        assert_sound(tmp_path / "p.pdf")
        return tmp_path / "p.pdf"

    return made


def _dark(pages: Pages, number: int) -> set[tuple[int, int]]:
    """Where a page is dark, in points from its upper left."""
    wide, high, grey = pages.image(number, 1.0, grey=True)
    return {(n % wide, n // wide) for n in range(wide * high) if grey[n] < 90}


# Boxes of a form


@pytest.mark.parametrize("needs", (True, False))
def test_what_was_typed_and_never_drawn_is_printed(printed, needs: bool):
    said = re.sub(r"\s+", "", text_of(printed(form_files.filled(needs))))
    for words in ("Plainword", "José", "Ünal", "Firstlineofduties", "Secondline", "12345", "Rightside", "Illinois"):
        assert words.replace(" ", "") in said, words


def test_a_value_that_was_changed_after_it_was_drawn_is_printed_as_it_is(printed):
    said = text_of(printed(Form().field("stale", "Newvalue", drawn="Oldvalue").bytes()))
    assert "Newvalue" in said and "Oldvalue" not in said


def test_a_form_that_is_drawn_keeps_its_own_drawing(printed):
    said = text_of(printed(Form().field("sum", "1234.5", drawn="1,234.50 dollars").bytes(needs=False)))
    assert "1,234.50 dollars" in said


def test_a_tick_without_a_drawing_is_printed(printed):
    with Pages(printed(form_files.ticked())) as pages:
        assert len(_dark(pages, pages.count)) > 20 + len(_dark_of(printed(Form().bytes())))


def _dark_of(pdf: Path) -> set[tuple[int, int]]:
    with Pages(pdf) as pages:
        return _dark(pages, pages.count)


def test_a_hidden_box_stays_hidden(printed):
    made = Form().field("seen", "Seenword").field("unseen", "Hiddenword")
    made.fields[1].F = 2
    said = text_of(printed(made.bytes()))
    assert "Seenword" in said and "Hiddenword" not in said


def test_a_box_that_cannot_be_drawn_is_named():
    made = Form().field("good", "Goodword").field("flat", "Lostword")
    made.fields[1].Rect = [100, 600, 100, 600]
    assert "“flat”" in scans.notice("form.pdf", made.bytes()) and "“good”" not in scans.notice("form.pdf", made.bytes())


def test_a_form_that_only_adobe_shows_is_named():
    made = Form("Please wait...")
    made.pdf.Root.NeedsRendering = True
    content = made.bytes(needs=False)
    with pikepdf.Pdf.open(io.BytesIO(content)) as pdf:
        pdf.Root.AcroForm.XFA = pdf.make_stream(b"<xdp/>")
        assert "XFA" in scans.notice("form.pdf", form_files.saved(pdf))
    assert scans.notice("form.pdf", form_files.filled()) == ""


# Layers

LAYERS = {
    "off by name": {},
    "off unless named": {"base": "/OFF"},
    "a form of a layer": {"as_form": True},
    "a member of both, all on": {"policy": "/AllOn"},
    "off when looked at": {"usage": "/OFF"},
    "off though it says it likes to be seen": {"usage": "/ON"},
    "an expression": {"shown_if": ["/And", "on", "off"]},
    "turned": {"rotate": 90},
}


@pytest.mark.parametrize("how", LAYERS)
def test_a_layer_that_is_off_stays_off(printed, how: str):
    path = printed(form_files.layered(**LAYERS[how]))
    assert "Offlayer" not in text_of(path)
    with Pages(path) as pages:
        number = pages.count
        wide, high = pages.size(number)
        assert (wide > high) == (how == "turned")
        dark = {(x, y) for x, y in _dark(pages, number) if 55 < y < high - 50}
        assert len(dark) > 60, "what is on is gone too"
        assert len(dark) < 2000, "the square of the layer is there"
    with pikepdf.Pdf.open(path) as pdf:
        plain = io.BytesIO()
        pdf.save(plain, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    assert b"Offlayer" not in plain.getvalue()


@pytest.mark.parametrize(
    "how",
    ({"policy": "/AnyOn"}, {"policy": "/AnyOff"}, {"shown_if": ["/Or", "on", "off"]}, {"shown_if": ["/Not", "off"]}),
)
def test_what_shows_while_another_layer_is_off_is_printed(printed, how: dict):
    with Pages(printed(form_files.layered(**how))) as pages:
        assert len(_dark(pages, pages.count)) > 2000


def test_a_page_whose_layers_are_all_on_keeps_its_words(printed):
    content = form_files.layered(base="/ON")
    assert {"Base", "Onlayer", "Offlayer"} <= set(text_of(printed(content)).split())


def test_only_the_pages_with_something_hidden_become_pictures(printed):
    with pikepdf.Pdf.open(io.BytesIO(form_files.layered())) as pdf:
        form_files.page_of(pdf, b"BT /F1 24 Tf 72 400 Td (Wordsthatstay) Tj ET")
        written = form_files.saved(pdf)
    said = text_of(printed(written))
    assert "Wordsthatstay" in said and "Onlayer" not in said


def test_a_note_on_a_layer_that_is_off_stays_off(printed):
    with pikepdf.Pdf.open(io.BytesIO(form_files.layered())) as pdf:
        look = pdf.make_stream(b"0 0 300 300 re f")
        look.stream_dict = pikepdf.Dictionary(
            Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 300, 300]
        )
        off = pdf.Root.OCProperties.OCGs[1]
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[100, 100, 400, 400], F=4, OC=off,
            AP=pikepdf.Dictionary(N=look),
        )  # fmt: skip
        page = pdf.pages[0]
        page.Annots = pikepdf.Array([pdf.make_indirect(note)])
        page.Contents = pdf.make_stream(b"BT /F1 24 Tf 100 600 Td (Base) Tj ET")
        del page.Resources.Properties
        written = form_files.saved(pdf)
    path = printed(written)
    assert "Base" in text_of(path)
    with Pages(path) as pages:
        assert len(_dark(pages, pages.count)) < 3000


# The part of a page that is seen

# What is said as words; a page of which words are cut away is a picture and says none.
SEEN = {
    "a trim box inside": (form_files.boxed(TrimBox=(100, 100, 500, 600)), ("Upper", "Lower"), (612, 792)),
    "a crop box": (form_files.boxed(CropBox=(0, 400, 612, 792)), (), (612, 392)),
    "a crop box larger than the page": (
        form_files.boxed(CropBox=(-600, -800, 1212, 1592)), ("Upper", "Lower"), (612, 792),
    ),
    "a crop box that hangs over": (form_files.boxed(CropBox=(0, 400, 900, 900)), (), (612, 392)),
    "a crop box elsewhere": (form_files.boxed(CropBox=(2000, 2000, 2600, 2600)), ("Upper", "Lower"), (612, 792)),
    "a crop box upside down": (form_files.boxed(CropBox=(612, 792, 0, 400)), (), (612, 392)),
    "a page away from nought": (
        form_files.boxed(MediaBox=(-50, 400, 562, 792), TrimBox=(0, 500, 300, 700)), ("Upper",), (612, 392),
    ),
    "turned": (form_files.boxed(CropBox=(0, 400, 612, 792), Rotate=90), (), (392, 612)),
    "turned back": (form_files.boxed(CropBox=(0, 400, 612, 792), Rotate=-90), (), (392, 612)),
    "in large units": (form_files.boxed(MediaBox=(0, 600, 306, 792), UserUnit=2), ("Upper",), (612, 384)),
    "in small units": (form_files.boxed(UserUnit=0.5), ("Upper", "Lower"), (306, 396)),
}  # fmt: skip


@pytest.mark.parametrize("name", SEEN)
def test_a_page_is_seen_as_a_viewer_shows_it(printed, name: str):
    content, words, size = SEEN[name]
    path = printed(content)
    # The library that draws finds nothing at all of this one, where others show the whole page.
    with Pages(form_files.boxed() if name == "a crop box elsewhere" else content) as source:
        shown, units = _dark(source, 1), size[0] / source.size(1)[0]
    wide, high = size
    sheet = frame.ACROSS if wide > high * 1.02 else frame.LETTER
    room = frame.room(sheet)
    scale = min(1.0, room[0] / wide, room[1] / high)
    with Pages(path) as pages:
        number = pages.count
        assert pages.size(number) == sheet
        dark = {(x, y) for x, y in _dark(pages, number) if frame.ABOVE - 2 <= y <= sheet[1] - frame.BELOW + 2}
        said = pages.text(number)
    assert [each for each in ("Upper", "Lower") if each in said] == list(words)
    left, top = frame.SIDE + (room[0] - wide * scale) / 2, frame.ABOVE + (room[1] - high * scale) / 2
    points = [(left + x * scale * units, top + y * scale * units) for x, y in shown]
    for axis in (0, 1):
        assert min(each[axis] for each in dark) == pytest.approx(min(each[axis] for each in points), abs=2.5)
        assert max(each[axis] for each in dark) == pytest.approx(max(each[axis] for each in points), abs=2.5)
