"""Paper out of the printer: the same PDF that is shown, page by page at 300 dots an inch."""

from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from workbench.errors import Progress, WorkbenchError, quiet
from workbench.papers.pictures import Pages
from workbench.records.words import of
from workbench.ui.kit.jobs import Jobs

DOTS = 300
"""An inch: sharper than a laser printer's screen shows, and a letter page is 34 MB while it is drawn."""
_OPTION = QAbstractPrintDialog.PrintDialogOption
_RANGE = QPrinter.PrintRange
_ASKED: dict[int, QPrinter] = {}
"""Printers whose dialog is not gone yet: at its end a dialog asks its printer once more, and would ask a dead one."""
BLANK = 0
"""Stands for a sheet's empty back."""


def printer_for(pages: Pages, name: str) -> QPrinter:
    """A printer set for a document: its paper, its way up, both sides where the printer can."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setResolution(DOTS)
    made.setDocName(name)
    made.setCreator("Medical Staff Workbench")
    made.setFullPage(True)
    wide, high = pages.size(1)
    size = QPageSize(
        QSizeF(min(wide, high), max(wide, high)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    lies = QPageLayout.Orientation.Landscape if wide > high else QPageLayout.Orientation.Portrait
    made.setPageLayout(QPageLayout(size, lies, QMarginsF()))
    made.setDuplex(both_sides(wide, high))
    return made


def both_sides(wide: float, high: float) -> QPrinter.DuplexMode:
    """How a sheet is turned over: as one turns the page of a book, or of a pad for one that lies."""
    return QPrinter.DuplexMode.DuplexShortSide if wide > high else QPrinter.DuplexMode.DuplexLongSide


def ask(
    parent: QWidget,
    source: Path | bytes,
    name: str,
    jobs: Jobs,
    *,
    current: int = 1,
    done: Callable[[int], object] = lambda sides: None,
    told: Callable[[str], object] = lambda said: None,
) -> QPrintDialog:
    """Open the system's dialog; what is chosen there is printed as a job, and told once it is out. Raises WorkbenchError."""
    with Pages(source) as pages:
        printer, count = printer_for(pages, name), pages.count
    dialog = _dialog(printer, name, count, parent)

    def sent(count: int) -> None:
        done(count)
        told(sent_said(printer, count))

    def go(result: int) -> None:
        parent.window().activateWindow()
        if result:
            jobs.start(f"Printing {name}", lambda progress: send(printer, source, current, progress), done=sent)

    number = id(printer)
    _ASKED[number] = printer
    dialog.destroyed.connect(lambda *_: _ASKED.pop(number, None))
    dialog.finished.connect(go)
    QDialog.open(dialog)  # its own open() wants a slot by name
    return dialog


def _dialog(printer: QPrinter, name: str, count: int, parent: QWidget) -> QPrintDialog:
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"Print {name}")
    dialog.setOptions(
        _OPTION.PrintToFile | _OPTION.PrintPageRange | _OPTION.PrintCollateCopies | _OPTION.PrintCurrentPage
    )
    dialog.setMinMax(1, count)
    dialog.setFromTo(1, count)
    return dialog


def send(printer: QPrinter, source: Path | bytes, current: int = 1, progress: Progress = quiet) -> int:
    """Print what the printer is set to; how many sides. Cancelled, nothing more is sent, and a file begun is taken away."""
    painter, whole = QPainter(), False
    with Pages(source) as pages:
        order = sides(printer, pages.count, current)
        if not painter.begin(printer):
            raise WorkbenchError(
                f"{_whither(printer)} cannot be reached. Nothing was printed. See that it is on and that the file, "
                "if it prints to one, is not open; then try again."
            )
        painter.setRenderHint(
            QPainter.RenderHint.LosslessImageRendering
        )  # else letters get halos on their way to the printer
        try:
            _put_all(painter, printer, pages, order, progress)
            whole = True
        finally:
            if not whole:
                printer.abort()
            painter.end()
            if not whole and printer.outputFileName():
                Path(printer.outputFileName()).unlink(missing_ok=True)
    return len(order)


def _put_all(painter: QPainter, printer: QPrinter, pages: Pages, order: Sequence[int], progress: Progress) -> None:
    for place, page in enumerate(order):
        progress(place, len(order))
        if place and not printer.newPage():
            raise WorkbenchError(
                f"{_whither(printer)} stopped after {place} of {len(order)} pages. See what it says, then print the rest."
            )
        if page != BLANK:
            _put(painter, printer, pages, page)
    progress(len(order), len(order))


def sides(printer: QPrinter, count: int, current: int = 1) -> list[int]:
    """The pages in the order in which they are sent: ranges, copies and their order are ours where the printer leaves them."""
    chosen = [page for page in _chosen(printer, count, current) if 1 <= page <= count]
    if not chosen:
        raise WorkbenchError(f"No such pages: there are {count}. Nothing was printed. Choose pages from 1 to {count}.")
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if copies == 1:
        return chosen
    if not printer.collateCopies():
        return [page for page in chosen for _ in range(copies)]
    if printer.duplex() != QPrinter.DuplexMode.DuplexNone and len(chosen) % 2:
        # Each copy begins on a sheet of its own, not on the back of the one before.
        return [*chain.from_iterable([*chosen, BLANK] for _ in range(copies - 1)), *chosen]
    return chosen * copies


def _chosen(printer: QPrinter, count: int, current: int) -> Sequence[int]:
    if printer.printRange() == _RANGE.CurrentPage:
        return [current]
    if printer.printRange() == _RANGE.PageRange:
        ranges = [(each.from_, each.to) for each in printer.pageRanges().toRangeList()]
        ranges = ranges or [(printer.fromPage() or 1, printer.toPage() or count)]
        return [page for first, last in ranges for page in range(first, min(last, count) + 1)]
    return range(1, count + 1)


def _put(painter: QPainter, printer: QPrinter, pages: Pages, page: int) -> None:
    """A page in the middle of its sheet: as large as it is, or smaller if the sheet is; turned if it lies the other way.

    The sheet is never turned in between: printers then lose count of fronts and backs.
    """
    dots = printer.resolution()
    sheet = QRectF(printer.pageLayout().fullRectPixels(dots))
    grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
    width, height, pixels = pages.image(page, dots / 72, grey=grey)
    sort = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
    image = QImage(pixels, width, height, width * (1 if grey else 4), sort)
    wide, high = pages.size(page)
    turned = (wide > high) != (sheet.width() > sheet.height()) and wide != high
    room = QRectF(0, 0, sheet.height(), sheet.width()) if turned else QRectF(0, 0, sheet.width(), sheet.height())
    fits = min(1.0, (room.width() + dots / 20) / width, (room.height() + dots / 20) / height)
    target = QRectF(0, 0, width * fits, height * fits)
    target.moveCenter(room.center())
    painter.save()
    if turned:
        painter.translate(sheet.width(), 0)
        painter.rotate(90)
    painter.drawImage(target, image)
    painter.restore()


def sent_said(printer: QPrinter, count: int) -> str:
    """“3 pages sent to Laser 2.”, “3 pages written to “packet.pdf”.”; an empty back between two copies counts as one."""
    pages = of(count, "page")
    if printer.outputFileName():
        return f"{pages} written to {_whither(printer)}."
    return f"{pages} sent to {printer.printerName() or 'the printer'}."


def _whither(printer: QPrinter) -> str:
    if printer.outputFileName():
        return f"“{Path(printer.outputFileName()).name}”"
    return f"The printer {printer.printerName()}" if printer.printerName() else "The printer"
