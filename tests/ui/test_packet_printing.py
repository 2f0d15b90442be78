"""A packet through the printer's own path, into a file: every page, a range, both sides, and a scan that lies."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter

from tests.papers.packet_office import TODAY, PacketOffice
from tests.papers.small_pdf import ACROSS, LETTER, small_pdf
from workbench.actions import packets
from workbench.actions.packets import Reader
from workbench.papers.pictures import Pages
from workbench.ui.kit import printing

DOTS = 72


@pytest.fixture
def copy(packet_office: PacketOffice, tmp_path: Path) -> Path:
    """A numbered copy whose last two pages are a scan that stands and one that lies."""
    packet_office.attach(packet_office.clean.provider, "scan.pdf", small_pdf(LETTER, ACROSS))
    return packets.issue(packet_office.meeting.id, tmp_path, [Reader("Dr. Marsh")], TODAY).files[0]


def _printer(source: Path, to: Path) -> QPrinter:
    with Pages(source) as pages:
        made = printing.printer_for(pages, "Packet")
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(to))
    made.setResolution(DOTS)
    return made


def _unlike(one: Pages, first: int, other: Pages, second: int) -> float:
    """How many of the pixels of two pages of one size differ much, as a share."""
    pages = [one.image(first, DOTS / 72, grey=True), other.image(second, DOTS / 72, grey=True)]
    assert pages[0][:2] == pages[1][:2]
    return sum(abs(a - b) > 96 for a, b in zip(pages[0][2], pages[1][2], strict=True)) / len(pages[0][2])


def test_a_packet_is_printed_page_for_page_on_both_sides(qapp: Any, copy: Path, tmp_path: Path):
    printer = _printer(copy, tmp_path / "printed.pdf")
    # A file has no two sides, and Qt's printer into one keeps no such wish; what a printer is asked for is known all the same.
    assert printing.both_sides(*LETTER) == QPrinter.DuplexMode.DuplexLongSide
    count = printing.send(printer, copy)
    with Pages(copy) as shown, Pages(tmp_path / "printed.pdf") as printed:
        assert count == shown.count == printed.count
        assert {tuple(map(round, size)) for size in printed.sizes()} == {LETTER}, "a sheet is never turned in between"
        assert tuple(map(round, shown.size(shown.count))) == ACROSS
        for page in range(1, shown.count):
            assert _unlike(shown, page, printed, page) < 0.03, f"page {page}"


def test_a_range_of_a_packet_is_printed_and_nothing_else(qapp: Any, copy: Path, tmp_path: Path):
    printer = _printer(copy, tmp_path / "printed.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("2,6-7"))
    assert printing.send(printer, copy) == 3
    with Pages(copy) as shown, Pages(tmp_path / "printed.pdf") as printed:
        for place, page in enumerate((2, 6, 7), 1):
            assert _unlike(shown, page, printed, place) < 0.03
            others = [n for n in range(1, 8) if n != page]
            assert all(_unlike(shown, other, printed, place) > _unlike(shown, page, printed, place) for other in others)
