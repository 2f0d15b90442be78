"""A copy is checked against what was kept when it went out: whatever alters how a page is shown is found, and the page named."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from tests.papers import scan_files
from tests.papers.conftest import pages_of
from tests.papers.packet_office import TODAY, PacketOffice
from tests.papers.small_pdf import small_pdf
from workbench.actions import checking, packets
from workbench.actions.checking import Checked
from workbench.actions.packets import Issued, Reader
from workbench.errors import WorkbenchError
from workbench.papers import seal
from workbench.records.meeting import IssuedPacket, PacketCopy
from workbench.store import history

Change = Callable[[Pdf], object]


@pytest.fixture
def issued(packet_office: PacketOffice, tmp_path: Path) -> Issued:
    """Two copies, with a picture and a PDF as their last pages."""
    packet_office.attach(packet_office.clean.provider, "scan.pdf", small_pdf(says=("A scan",)))
    packet_office.attach(packet_office.clean.provider, "certificate.jpg", scan_files.jpeg())
    readers = [Reader("Dr. Marsh"), Reader("Dr. Ngo")]
    return packets.issue(packet_office.meeting.id, tmp_path, readers, TODAY)


def _after(issued: Issued, change: Change, **how: Any) -> Checked:
    """The check of the second copy after a change."""
    written = io.BytesIO()
    with Pdf.open(issued.files[1]) as pdf:
        change(pdf)
        pdf.save(written, **how)
    other = issued.files[1].with_name("other.pdf")
    other.write_bytes(written.getvalue())
    return checking.check_copy(other)


def test_an_untouched_copy_is_known_for_what_it_is(issued: Issued):
    found = checking.check_copy(issued.files[1])
    assert found.verdict == "untouched" and found.packet == issued.packet
    assert "copy 2" in found.said and "Dr. Ngo (out)" in found.said and issued.bound.seal in found.said


# What alters how a page is shown


def _draw_over(pdf: Pdf) -> None:
    page = pdf.pages[2]
    page.contents_add(b"1 g 60 200 400 300 re f")


def _draw_under_the_frame(pdf: Pdf) -> None:
    stamp = pdf.pages[2].Resources.XObject.Stamp
    stamp.write(stamp.read_bytes() + b" 1 g 60 200 400 300 re f")


def _swap_the_drawing(pdf: Pdf) -> None:
    pdf.pages[2].Resources = pdf.pages[3].Resources


def _crop(pdf: Pdf) -> None:
    pdf.pages[2].cropbox = [0, 400, 612, 792]


def _crop_the_medium(pdf: Pdf) -> None:
    pdf.pages[2].mediabox = [0, 0, 612, 400]


def _enlarge(pdf: Pdf) -> None:
    pdf.pages[2].obj.UserUnit = 4


def _turn(pdf: Pdf) -> None:
    pdf.pages[2].rotate(90, relative=False)


def _swap_the_font(pdf: Pdf) -> None:
    """Other shapes under the same signs: what is read as one figure is shown as another."""
    faces = pdf.pages[2].Resources.XObject.Body.Resources.Font
    names = [str(key) for key in faces.keys()]  # noqa: SIM118
    mine = dict(faces.items())
    mine[names[0]] = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier))
    pdf.pages[2].Resources.XObject.Body.Resources.Font = Dictionary(mine)


def _swap_the_shapes(pdf: Pdf) -> None:
    """The font's own program: on every page that is drawn with it."""
    faces = pdf.pages[2].Resources.XObject.Body.Resources.Font.values()
    for face in (each for each in faces if "/FontDescriptor" in each):
        face.FontDescriptor.FontFile2.write(face.FontDescriptor.FontFile2.read_bytes() + b"\0")


def _note(subtype: str) -> Change:
    def put(pdf: Pdf) -> None:
        look = pdf.make_stream(b"1 g 0 0 400 300 re f")
        look.stream_dict = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 400, 300])
        note = Dictionary(Type=Name.Annot, Subtype=Name(subtype), Rect=[60, 200, 460, 500], F=4, AP=Dictionary(N=look))
        notes = pdf.pages[2].get("/Annots", Array())
        pdf.pages[2].Annots = Array([*notes, pdf.make_indirect(note)])

    return put


def _border_of_a_link(pdf: Pdf) -> None:
    """A link's own frame, thick enough to cover what it leads from."""
    number = next(n for n, page in enumerate(pdf.pages) if "/Annots" in page)
    pdf.pages[number].Annots[0].Border = Array([0, 0, 300])


def _swap_words(pdf: Pdf) -> None:
    body = pdf.pages[2].Resources.XObject.Body
    body.write(body.read_bytes() + b" ")


def _swap_the_picture(pdf: Pdf) -> None:
    scan = pdf.pages[-2].Resources.XObject.Body
    picture = next(iter(scan.Resources.XObject.values()))
    picture.write(picture.read_raw_bytes()[:-2] + b"\0\0", filter=Name.DCTDecode)


def _swap_the_scan(pdf: Pdf) -> None:
    scan = pdf.pages[-1].Resources.XObject.Body
    scan.write(scan.read_bytes().replace(b"A scan", b"A lie!"))


def _fade(pdf: Pdf) -> None:
    """Everything on the page drawn with no ink."""
    stamp = pdf.pages[2].Resources
    stamp.ExtGState = Dictionary(Faint=Dictionary(ca=0, CA=0))
    pdf.pages[2].Contents = pdf.make_stream(b"/Faint gs /Body Do /Stamp Do")


ONE_PAGE = {
    "painted over": (_draw_over, "drawn over"),
    "painted over in the frame": (_draw_under_the_frame, ""),
    "another page's drawing": (_swap_the_drawing, ""),
    "cropped": (_crop, "cropped"),
    "on a smaller medium": (_crop_the_medium, ""),
    "enlarged": (_enlarge, ""),
    "turned": (_turn, "turned"),
    "another font": (_swap_the_font, ""),
    "covered by a square": (_note("/Square"), "something lies on it"),
    "covered by a link": (_note("/Link"), "something lies on it"),
    "other words": (_swap_words, ""),
    "faded": (_fade, "drawn over"),
}


@pytest.mark.parametrize("name", ONE_PAGE)
def test_whatever_alters_how_a_page_is_shown_is_found_and_the_page_named(issued: Issued, name: str):
    change, unlike = ONE_PAGE[name]
    found = _after(issued, change)
    assert (found.verdict, found.pages, found.packet) == ("changed", (3,), issued.packet)
    assert found.copy == PacketCopy.get(PacketCopy.number == 2).id and "Dr. Ngo" in found.said
    assert f"page 3 ({unlike})" in found.said if unlike else "Not as issued: page 3." in found.said


def test_what_is_inherited_counts_as_the_pages_own(issued: Issued):
    def turn_all(pdf: Pdf) -> None:
        pdf.Root.Pages.Rotate = 180

    found = _after(issued, turn_all)
    assert found.verdict == "changed" and len(found.pages) == issued.bound.pages and "no page of it" in found.said


def test_other_shapes_of_a_font_are_found_on_every_page_that_draws_with_it(issued: Issued):
    found = _after(issued, _swap_the_shapes)
    assert 3 in found.pages and issued.bound.pages not in found.pages


def test_a_scan_that_is_another_is_found(issued: Issued):
    last = issued.bound.pages
    assert _after(issued, _swap_the_scan).pages == (last,)
    assert _after(issued, _swap_the_picture).pages == (last - 1,)
    assert len(_after(issued, _border_of_a_link).pages) == 1


def test_pages_that_are_missing_added_or_elsewhere_are_named(issued: Issued):
    last = issued.bound.pages

    def add(pdf: Pdf) -> None:
        pdf.add_blank_page()

    def exchange(pdf: Pdf) -> None:
        pdf.pages[1], pdf.pages[2] = pdf.pages[2], pdf.pages[1]

    dropped = _after(issued, lambda pdf: pdf.pages.__delitem__(last - 1))
    assert dropped.pages == (last,) and "(missing)" in dropped.said
    assert _after(issued, add).pages == (last + 1,)
    assert _after(issued, exchange).pages == (2, 3)


def test_what_the_file_has_beside_its_pages_is_told(issued: Issued):
    def script(pdf: Pdf) -> None:
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")

    found = _after(issued, script)
    assert found.pages == () and "something done at opening" in found.said


# What does not


@pytest.mark.parametrize(
    "how",
    (
        {},
        {"recompress_flate": True, "object_stream_mode": pikepdf.ObjectStreamMode.disable},
        {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.generalized},
        {"linearize": True},
        {"encryption": pikepdf.Encryption(owner="x", user="")},
    ),
    ids=lambda how: ", ".join(how) or "as it is",
)
def test_a_copy_that_was_saved_again_has_the_same_pages_and_is_still_not_the_one_that_went_out(
    issued: Issued, how: dict
):
    found = _after(issued, lambda pdf: None, **how)
    assert (found.verdict, found.pages) == ("changed", ()), found.said
    assert f"All {issued.bound.pages} pages are as issued" in found.said and "Compared with" in found.said


def test_a_copy_that_another_program_wrote_anew_has_the_same_pages(issued: Issued):
    other = issued.files[1].with_name("other.pdf")
    done = subprocess.run(
        ["qpdf", "--qdf", "--object-streams=disable", str(issued.files[1]), str(other)], check=False, timeout=60
    )
    assert done.returncode == 0
    assert checking.check_copy(other).pages == ()


def test_the_claim_holds_though_the_office_has_moved_on(issued: Issued, packet_office: PacketOffice):
    """What was kept is enough: neither the documents nor the file's data of that day are needed."""
    with history.step("Move on"):
        packet_office.flagged.chair_report = "Another view."
        packet_office.flagged.save()
    assert _after(issued, lambda pdf: None).pages == ()


# What the office did not issue


def test_a_preview_of_an_issued_packet_is_no_copy(issued: Issued, packet_office: PacketOffice, tmp_path: Path):
    packets.save(packet_office.meeting.id, tmp_path / "mine.pdf", TODAY)
    found = checking.check_copy(tmp_path / "mine.pdf")
    assert (found.verdict, found.copy, found.packet) == ("changed", None, issued.packet)
    assert "it is a preview" in found.said and len(found.pages) == len(pages_of(tmp_path / "mine.pdf"))


def test_what_the_office_did_not_issue_is_unknown(issued: Issued, tmp_path: Path):
    for name, content in (("o.pdf", small_pdf()), ("noise.pdf", b"noise"), ("empty.pdf", b"")):
        (tmp_path / name).write_bytes(content)
        assert checking.check_copy(tmp_path / name).verdict == "unknown"
    with pytest.raises(WorkbenchError, match="cannot be read"):
        checking.check_copy(tmp_path / "gone.pdf")
    assert IssuedPacket.select().count() == 1


def test_a_file_that_cannot_be_read_is_no_copy_of_another_office(issued: Issued, tmp_path: Path, monkeypatch: Any):
    (tmp_path / "away.pdf").write_bytes(small_pdf())

    def gone(path: Path) -> Any:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(seal, "pages_in", gone)
    with pytest.raises(WorkbenchError, match="“away.pdf” cannot be read. Nothing was changed"):
        checking.check_copy(tmp_path / "away.pdf")
