"""Pictures of a PDF's pages, for the preview and the printer. Pages are numbered from 1, as people do."""

import math
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

import pypdfium2
from pypdfium2 import PdfiumError
from pypdfium2.raw import FPDF_ERR_PASSWORD

from workbench.errors import WorkbenchError
from workbench.papers import finding_words
from workbench.papers.finding_words import Spot

MOST_PIXELS = 40_000_000
"""Of one picture, 160 MB: a page of any size in the world is drawn no finer than this."""
LETTER = (612.0, 792.0)
ONE_AT_A_TIME = threading.RLock()
"""PDFium is not made for threads: whoever asks waits for whoever draws."""


class Pages:
    """An open PDF. May be used from any thread; a file is kept open until close()."""

    def __init__(self, source: Path | bytes) -> None:
        """Open a file, or its bytes; raises WorkbenchError if it is no PDF, damaged, or protected."""
        self._pdf: Any = None
        name = f"“{source.name}”" if isinstance(source, Path) else "The document"
        if isinstance(source, Path) and not source.is_file():
            raise WorkbenchError(
                f"{name} is not there any more. Nothing was changed. Make it again, or choose another."
            )
        if not (source.stat().st_size if isinstance(source, Path) else len(source)):
            raise WorkbenchError(f"{name} is empty, so it cannot be shown. Nothing was changed. Bring another copy.")
        with ONE_AT_A_TIME:
            try:
                self._pdf = pypdfium2.PdfDocument(source)
                if self._pdf.get_formtype():
                    self._pdf.init_forms()  # else what was typed into its boxes is not drawn
                self.count = len(self._pdf)
            except (PdfiumError, OSError) as error:
                raise WorkbenchError(_sentence(error, name)) from error
        if not self.count:
            self.close()
            raise WorkbenchError(f"{name} has no pages. Nothing was changed. Bring another copy.")
        self._name = name

    def size(self, n: int) -> tuple[float, float]:
        """Width and height of a page as it is read, in points; letter size for one that is damaged."""
        with ONE_AT_A_TIME, suppress(PdfiumError):
            width, height = self._open().get_page_size(n - 1)
            if width > 0 and height > 0:
                return width, height
        return LETTER

    def sizes(self) -> tuple[tuple[float, float], ...]:
        """The size of every page, in points."""
        return tuple(self.size(n) for n in range(1, self.count + 1))

    def image(self, n: int, scale: float, *, grey: bool = False) -> tuple[int, int, bytes]:
        """A page as (width, height, pixels), four bytes each: blue, green, red, nothing; a scale of 1 is 72 dots an inch.

        Grey gives one byte a pixel. Raises WorkbenchError if the page is damaged.
        """
        with ONE_AT_A_TIME:
            pdf = self._open()
            try:
                page = pdf[n - 1]
            except PdfiumError as error:
                raise self._damaged(n) from error
            try:
                wide, high = page.get_size()
                fits = math.sqrt(MOST_PIXELS / max(wide * high * scale * scale, 1))
                exact = (
                    scale * min(1.0, fits) * (1 - 1e-7)
                )  # 792 points at 300 dots are 3300, not a hair more and so 3301
                bitmap = page.render(scale=exact, grayscale=grey, prefer_bgrx=True, draw_annots=True)
                try:
                    return bitmap.width, bitmap.height, _packed(bitmap)
                finally:
                    bitmap.close()
            except (PdfiumError, MemoryError) as error:
                raise self._damaged(n) from error
            finally:
                page.close()

    def text(self, n: int) -> str:
        """What a page says, for whoever listens; empty for a scan, or a page that is damaged."""
        with ONE_AT_A_TIME, suppress(PdfiumError):
            page = self._open()[n - 1]
            try:
                textpage = page.get_textpage()
                try:
                    return textpage.get_text_bounded().replace("\r\n", "\n").strip()
                finally:
                    textpage.close()
            finally:
                page.close()
        return ""

    def find(self, n: int, words: str) -> tuple[tuple[Spot, ...], ...]:
        """Where words stand on a page, in reading order; nowhere on a scan, or a page that is damaged."""
        with ONE_AT_A_TIME, suppress(PdfiumError):
            page = self._open()[n - 1]
            try:
                return finding_words.spots(page, words)
            finally:
                page.close()
        return ()

    def close(self) -> None:
        """Let go of the file; called twice it does nothing."""
        with ONE_AT_A_TIME:
            if self._pdf is not None:
                self._pdf.close()
                self._pdf = None

    def __del__(self) -> None:
        """PDFium must not be met by the garbage collector while somebody draws."""
        if getattr(self, "_pdf", None) is not None:
            self.close()

    def __enter__(self) -> "Pages":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _open(self) -> Any:
        if self._pdf is None:
            raise WorkbenchError("The document was closed meanwhile. Nothing was changed. Open it again.")
        return self._pdf

    def _damaged(self, n: int) -> WorkbenchError:
        return WorkbenchError(
            f"Page {n} of {self._name} is damaged and cannot be drawn. Nothing was changed. Bring another copy of it."
        )


def _packed(bitmap: Any) -> bytes:
    """The pixels without what stands between the lines."""
    line = bitmap.width * bitmap.n_channels
    if bitmap.stride == line:
        return bytes(bitmap.buffer)
    whole = memoryview(bitmap.buffer).cast("B")
    return b"".join(bytes(whole[row * bitmap.stride : row * bitmap.stride + line]) for row in range(bitmap.height))


def _sentence(error: Exception, name: str) -> str:
    if getattr(error, "err_code", None) == FPDF_ERR_PASSWORD:
        return (
            f"{name} is protected by a password, so it cannot be shown. Nothing was changed. "
            "Save a copy without a password."
        )
    return f"{name} is damaged or no PDF, so it cannot be shown. Nothing was changed. Bring another copy."
