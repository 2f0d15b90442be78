"""Printing through QPrinter into PDF files, which are counted and looked at: ranges, copies, both sides, ways up, cancel."""

import pytest
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from tests.papers.small_pdf import ACROSS, LETTER, small_pdf
from workbench.errors import Cancelled, WorkbenchError
from workbench.papers.pictures import Pages
from workbench.ui.kit import printing
from workbench.ui.kit.jobs import Jobs

FIVE = small_pdf(*[LETTER] * 5)
_RANGE = QPrinter.PrintRange


@pytest.fixture
def printer(qapp, tmp_path):
    """A printer into a file, set for five letter pages; coarse, since only which pages come is looked at."""
    return printer_to(tmp_path / "out.pdf", FIVE)


def printer_to(path, source, dots=50):
    with Pages(source) as pages:
        made = printing.printer_for(pages, "Test")
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    made.setResolution(dots)
    return made


def count(path):
    with Pages(path) as pages:
        return pages.count


def test_all_pages_are_printed_at_their_size(printer, tmp_path):
    seen = []
    assert printing.send(printer, FIVE, progress=lambda done, total: seen.append((done, total))) == 5
    with Pages(tmp_path / "out.pdf") as pages:
        assert [tuple(map(round, size)) for size in pages.sizes()] == [LETTER] * 5
    assert seen == [(n, 5) for n in range(6)]


def test_a_printer_is_set_to_300_dots_both_sides_and_the_documents_paper(qapp):
    with Pages(small_pdf(ACROSS)) as pages:
        made = printing.printer_for(pages, "Minutes")
    assert (made.resolution(), made.docName()) == (300, "Minutes")
    assert made.pageLayout().orientation() == QPageLayout.Orientation.Landscape
    assert made.pageLayout().pageSize().id() == QPageSize.PageSizeId.Letter
    assert printing.both_sides(*ACROSS) == QPrinter.DuplexMode.DuplexShortSide
    assert printing.both_sides(*LETTER) == QPrinter.DuplexMode.DuplexLongSide


@pytest.mark.parametrize(
    ("ranges", "printed"), [("2-4", [2, 3, 4]), ("1,3,5", [1, 3, 5]), ("4-99", [4, 5]), ("2", [2])]
)
def test_ranges_are_printed_and_nothing_else(printer, tmp_path, ranges, printed):
    printer.setPrintRange(_RANGE.PageRange)
    printer.setPageRanges(QPageRanges.fromString(ranges))
    assert printing.sides(printer, 5) == printed
    assert printing.send(printer, FIVE) == len(printed) == count(tmp_path / "out.pdf")


def test_from_and_to_are_a_range(printer, tmp_path):
    printer.setPrintRange(_RANGE.PageRange)
    printer.setFromTo(2, 3)
    assert printing.sides(printer, 5) == [2, 3]
    printing.send(printer, FIVE)
    assert count(tmp_path / "out.pdf") == 2


def test_the_page_in_sight_is_printed_alone(printer):
    printer.setPrintRange(_RANGE.CurrentPage)
    assert printing.sides(printer, 5, current=4) == [4]


def test_pages_that_are_not_there_are_said(printer):
    printer.setPrintRange(_RANGE.PageRange)
    printer.setPageRanges(QPageRanges.fromString("8-9"))
    with pytest.raises(WorkbenchError, match="there are 5"):
        printing.send(printer, FIVE)


class Copying(QPrinter):
    """A printer that leaves copies to us, and can print on both sides."""

    both = QPrinter.DuplexMode.DuplexNone

    def duplex(self):
        return self.both

    def supportsMultipleCopies(self):  # noqa: N802
        return False


@pytest.fixture
def copying(qapp):
    made = Copying()
    made.setCopyCount(2)
    return made


def test_copies_are_whole_sets_or_page_by_page(copying):
    copying.setCollateCopies(True)
    assert printing.sides(copying, 3) == [1, 2, 3, 1, 2, 3]
    copying.setCollateCopies(False)
    assert printing.sides(copying, 3) == [1, 1, 2, 2, 3, 3]


def test_on_both_sides_each_copy_begins_on_a_sheet_of_its_own(copying):
    copying.setCollateCopies(True)
    copying.both = QPrinter.DuplexMode.DuplexLongSide
    assert printing.sides(copying, 3) == [1, 2, 3, printing.BLANK, 1, 2, 3]
    assert printing.sides(copying, 4) == [1, 2, 3, 4, 1, 2, 3, 4]


def test_last_page_first(printer):
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert printing.sides(printer, 3) == [3, 2, 1]


def test_a_page_that_lies_is_turned_and_the_sheet_is_not(qapp, tmp_path):
    mixed = small_pdf(LETTER, ACROSS, LETTER, ink="0 0 0")
    printing.send(printer_to(tmp_path / "out.pdf", mixed, 72), mixed)
    with Pages(tmp_path / "out.pdf") as pages:
        assert [tuple(map(round, size)) for size in pages.sizes()] == [LETTER] * 3
        assert _dark(pages, 1, 30, 762) and not _dark(pages, 1, 30, 30)  # the square at the lower left
        assert _dark(pages, 2, 30, 30) and not _dark(
            pages, 2, 30, 762
        )  # turned to the right, it lies at the upper left


def _dark(pages, n, x, y):
    width, _, pixels = pages.image(n, 1.0, grey=True)
    return pixels[y * width + x] < 128


def test_a_page_larger_than_the_sheet_is_made_to_fit_and_a_smaller_one_keeps_its_size(qapp, tmp_path):
    odd = small_pdf(LETTER, (1224, 1584), (306, 396))
    printing.send(printer_to(tmp_path / "out.pdf", odd, 72), odd)
    with Pages(tmp_path / "out.pdf") as pages:
        assert _dark(pages, 2, 18, 774) and not _dark(pages, 2, 50, 774)  # a square of 72 became 36
        middle = (306 / 2, 396 / 2)
        assert _dark(pages, 3, int(middle[0]) + 36, 792 - int(middle[1]) - 36)
        assert not _dark(pages, 3, 30, 762)


def test_what_is_printed_is_what_is_shown(qapp, tmp_path):
    """Dot by dot, at 300 an inch: the printed page and the shown one are the same."""
    printing.send(printer_to(tmp_path / "out.pdf", FIVE, 300), FIVE)
    with Pages(FIVE) as shown, Pages(tmp_path / "out.pdf") as printed:
        one, other = shown.image(2, 300 / 72, grey=True), printed.image(2, 300 / 72, grey=True)
    assert one[:2] == other[:2] == (2550, 3300)
    assert sum(1 for a, b in zip(one[2], other[2], strict=True) if abs(a - b) > 8) == 0


def test_cancelled_nothing_is_left(printer, tmp_path):
    def stop(done, total):
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        printing.send(printer, FIVE, progress=stop)
    assert not (tmp_path / "out.pdf").exists()
    assert printing.send(printer_to(tmp_path / "out.pdf", FIVE), FIVE) == 5


def test_a_file_that_cannot_be_written_is_said(qapp, tmp_path):
    with pytest.raises(WorkbenchError, match="“out.pdf” cannot be reached"):
        printing.send(printer_to(tmp_path / "gone" / "out.pdf", FIVE), FIVE)


def test_a_worker_prints_beside_the_window(qtbot, tmp_path):
    """On the kit's own worker, with progress, as the dialog does it."""
    jobs, sides = Jobs(), []
    printer = printer_to(tmp_path / "out.pdf", FIVE)
    jobs.start("Printing", lambda progress: printing.send(printer, FIVE, 1, progress), done=sides.append)
    qtbot.waitUntil(lambda: bool(sides))
    assert sides == [5] and count(tmp_path / "out.pdf") == 5
    jobs.stop()


def test_the_dialog_prints_what_was_chosen_and_nothing_when_it_was_not(qtbot, tmp_path):
    window, sides, said = QWidget(), [], []
    qtbot.addWidget(window)
    for accept in (False, True):
        dialog = printing.ask(window, FIVE, "Test", Jobs(at_once=True), done=sides.append, told=said.append)
        assert isinstance(dialog, QPrintDialog) and (dialog.minPage(), dialog.maxPage()) == (1, 5)
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "out.pdf"))
        printer.setResolution(50)
        printer.setPrintRange(_RANGE.PageRange)
        printer.setPageRanges(QPageRanges.fromString("2-3"))
        dialog.done(1 if accept else 0)
        assert sides == ([2] if accept else [])
        assert said == (["2 pages written to “out.pdf”."] if accept else [])
    assert count(tmp_path / "out.pdf") == 2
