"""A document's pages on the screen: one below the other, drawn when they come into sight, sharp at any zoom."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from workbench.papers.finding_words import Spot
from workbench.papers.pictures import Pages
from workbench.ui.kit import ink
from workbench.ui.kit.drawing import Drawing, Drawn, Wanted
from workbench.ui.kit.seeking import Hit
from workbench.ui.kit.sheets_of_paper import DOT, GAP, Place, Sheet, Sheets, Zoom, stage

KEPT = 128_000_000
"""Bytes of pictures that are kept: some thirty letter pages at 150 %."""
MARKED, MEANT, AROUND = QColor("#fff0a0"), QColor("#ffcf70"), QColor("#764800")
"""What was found, the place that is meant, and the line around it: on white paper in every palette."""
OVERLAP, NUDGE = 40, 48
"""Logical pixels that stay in sight at PageDown, and that an arrow moves."""
_KEY = Qt.Key


class Paper(QAbstractScrollArea):
    """Shows Pages; another document takes the place of one without a flicker, and stays where one was reading."""

    page_changed = Signal(int)
    zoom_changed = Signal()
    said = Signal()
    """The words of the page in sight are known."""

    def __init__(self, *, at_once: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages: Pages | None = None
        self.zoom: Zoom = "width"
        self.page = 0
        self.text = ""
        self._round = 0
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._sheets = Sheets((), "width", (1, 1))
        self._kept: OrderedDict[int, Drawn] = OrderedDict()
        self._marked: Mapping[int, Sequence[Hit]] = {}
        self._marked_most: tuple[int, int] | None = None
        self._drawing = Drawing(self, at_once=at_once)
        self._drawing.drawn.connect(self._keep)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else fitting the width could swing
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.setAccessibleName("Pages")

    # What is shown

    def show_pages(self, pages: Pages) -> None:
        """Show a document, at the place where the one before was read; it is closed with the next one."""
        old, place = self.pages, self._place()
        self.pages, self._sizes, self._round = pages, pages.sizes(), self._round + 1
        for page in [page for page in self._kept if page > pages.count]:
            del self._kept[page]
        if old is not None:
            self._drawing.let_go(old)
        self._lay_out(place)

    def clear(self) -> None:
        """Show nothing and let go of the document."""
        if self.pages is not None:
            self._drawing.let_go(self.pages)
        self.pages, self._sizes, self.page, self.text = None, (), 0, ""
        self._kept.clear()
        self._lay_out(None)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def factor(self) -> float:
        """How large the page in sight is shown: 1.0 is 100 %."""
        return self._sheets[self.page].scale / DOT if self.page else 1.0

    def set_zoom(self, zoom: Zoom, at: QPointF | None = None) -> None:
        """Show larger or smaller; what lies at that spot of the viewport stays there."""
        spot = at or QPointF(self.viewport().width() / 2, self.viewport().height() / 3)
        place = self._place(spot)
        self.zoom = zoom
        self._lay_out(place, spot)

    def zoom_by(self, steps: int, at: QPointF | None = None) -> None:
        """To the next of the usual zooms."""
        self.set_zoom(stage(self.factor, steps), at)

    def jump_to(self, page: int) -> None:
        """Bring a page to the top."""
        if self.count:
            sheet = self._sheets[min(max(page, 1), self.count)]
            self.verticalScrollBar().setValue(round(sheet.top - GAP / 2))

    def mark(self, hits: Mapping[int, Sequence[Hit]], most: tuple[int, int] | None = None) -> None:
        """Mark places by their page, and one of them (page, which of it) above the others."""
        self._marked, self._marked_most = hits, most
        self.viewport().update()

    def show_spot(self, page: int, spot: Spot) -> None:
        """Bring a rectangle of a page into sight, if it is not; a third down the view then."""
        if not 1 <= page <= self.count:
            return
        rect, view = self._rect(page, spot), self.viewport().rect()
        for bar, start, end, room in (
            (self.verticalScrollBar(), rect.top(), rect.bottom(), view.height()),
            (self.horizontalScrollBar(), rect.left(), rect.right(), view.width()),
        ):
            if start < bar.value() or end > bar.value() + room:
                bar.setValue(round(start - room / 3))

    def _rect(self, page: int, spot: Spot) -> QRectF:
        """A rectangle of a page where it lies among all pages."""
        sheet, (left, top, right, bottom) = self._sheets[page], spot
        scale = sheet.scale
        return QRectF(
            sheet.left + left * scale, sheet.top + top * scale, (right - left) * scale, (bottom - top) * scale
        )

    def _place(self, spot: QPointF | None = None) -> Place | None:
        if not len(self._sheets):
            return None
        spot = spot or QPointF(self.viewport().width() / 2, 0)
        return self._sheets.place(spot.x() + self.horizontalScrollBar().value(), spot.y() + self._top())

    def _lay_out(self, place: Place | None, spot: QPointF | None = None) -> None:
        view = self.viewport().size()
        self._sheets = Sheets(self._sizes, self.zoom, (view.width(), view.height()))
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self._sheets.width, view.width()),
            (self.verticalScrollBar(), self._sheets.height, view.height()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(NUDGE)
            bar.setRange(0, max(0, round(whole - seen)))
        if place is not None and len(self._sheets):
            spot = spot or QPointF(view.width() / 2, 0)
            x, y = self._sheets.spot(place)
            self.horizontalScrollBar().setValue(round(x - spot.x()))
            self.verticalScrollBar().setValue(round(y - spot.y()))
        self._scrolled()
        self.zoom_changed.emit()

    def _top(self) -> int:
        return self.verticalScrollBar().value()

    def _scrolled(self) -> None:
        page = 0
        if len(self._sheets):
            end = self._top() >= self.verticalScrollBar().maximum() > 0
            page = self._sheets.page_at(self._top() + self.viewport().height() * (0.95 if end else 0.35))
        self.viewport().update()
        if page != self.page:
            self.page = page
            self._speak()
            self.page_changed.emit(page)

    # Pictures

    def _keep(self, drawn: Drawn) -> None:
        if drawn.wanted.round != self._round or drawn.wanted.page > self.count:
            return
        self._kept[drawn.wanted.page] = drawn
        self._kept.move_to_end(drawn.wanted.page)
        seen = self._seen()
        while sum(each.image.sizeInBytes() for each in self._kept.values()) > KEPT:
            oldest = next((page for page in self._kept if page not in seen), None)
            if oldest is None:
                break
            del self._kept[oldest]
        if drawn.wanted.page in seen:
            self.viewport().update()
        if drawn.wanted.page == self.page:
            self._speak()

    def _speak(self) -> None:
        kept = self._kept.get(self.page)
        self.text = (kept.text or kept.error) if kept else ""
        self.said.emit()

    def _seen(self) -> range:
        return self._sheets.between(self._top(), self._top() + self.viewport().height()) if self.count else range(0)

    def _wanted(self, page: int) -> Wanted:
        return Wanted(page, round(self._sheets[page].scale * self.devicePixelRatioF(), 4), self._round)

    def _ask(self) -> None:
        """Want what is in sight and not there yet, then what comes next."""
        seen = self._seen()
        if self.pages is None or not seen:
            return
        near = [page for page in (seen.stop, seen.start - 1) if 1 <= page <= self.count]
        wanted = [self._wanted(page) for page in (*seen, *near)]
        missing = [each for each in wanted if (kept := self._kept.get(each.page)) is None or kept.wanted != each]
        if missing:
            self._drawing.want(self.pages, missing)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self._ask()
        painter, colors = QPainter(self.viewport()), ink.colors()
        painter.fillRect(self.viewport().rect(), QColor(colors.window if colors.dark else colors.hover))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._seen():
            self._paint(painter, page, self._sheets[page])
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.link), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint(self, painter: QPainter, page: int, sheet: Sheet) -> None:
        ratio, kept = self.devicePixelRatioF(), self._kept.get(page)
        # On whole device pixels, else a page that is sharp is blurred by half a pixel.
        left = round((sheet.left - self.horizontalScrollBar().value()) * ratio) / ratio
        top = round((sheet.top - self._top()) * ratio) / ratio
        rect = QRectF(left, top, sheet.width, sheet.height)
        painter.fillRect(rect, Qt.GlobalColor.white)
        if kept is not None and kept.error:
            painter.setPen(QColor("#5b6774"))
            painter.drawText(rect.adjusted(24, 24, -24, -24), Qt.TextFlag.TextWordWrap, kept.error)
        elif kept is not None:  # of another zoom or the document before, until its own is there
            own = kept.image.size().toSizeF() / ratio
            if abs(own.width() - rect.width()) < 2 and abs(own.height() - rect.height()) < 2:
                rect.setSize(own)
            painter.drawImage(rect, kept.image)
        self._paint_marks(painter, page)
        painter.setPen(QColor(ink.colors().edge if ink.colors().dark else ink.colors().border))
        painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_marks(self, painter: QPainter, page: int) -> None:
        """As a marker pen on paper, whatever the window wears; the one that is meant has a line around it too."""
        painter.save()
        painter.translate(-self.horizontalScrollBar().value(), -self._top())
        for place, hit in enumerate(self._marked.get(page, ())):
            meant = self._marked_most == (page, place)
            for spot in hit:
                rect = self._rect(page, spot).adjusted(-2, -1, 2, 1)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
                painter.fillRect(rect, MEANT if meant else MARKED)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                if meant:
                    painter.setPen(QPen(AROUND, 1.5))
                    painter.drawRect(rect)
        painter.restore()

    # Keys, mouse, room

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        bar, key, view = self.verticalScrollBar(), event.key(), self.viewport().height()
        whole = self.zoom == "page"
        if key in (_KEY.Key_PageDown, _KEY.Key_PageUp, _KEY.Key_Space):
            back = key == _KEY.Key_PageUp or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if whole or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.jump_to(self.page + (-1 if back else 1))
            else:
                bar.setValue(bar.value() + (-1 if back else 1) * (view - OVERLAP))
        elif key in (_KEY.Key_Home, _KEY.Key_End):
            bar.setValue(0 if key == _KEY.Key_Home else bar.maximum())
        elif key in (_KEY.Key_Down, _KEY.Key_Up, _KEY.Key_Left, _KEY.Key_Right):
            upright = key in (_KEY.Key_Down, _KEY.Key_Up)
            moved, by = bar if upright else self.horizontalScrollBar(), NUDGE
            moved.setValue(moved.value() + (by if key in (_KEY.Key_Down, _KEY.Key_Right) else -by))
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        place = self._place()
        super().resizeEvent(event)
        self._lay_out(place)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DevicePixelRatioChange, QEvent.Type.PaletteChange, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().event(event)
