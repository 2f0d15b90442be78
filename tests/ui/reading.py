"""What somebody meets on a page: what has no name, words that are too faint, keys that two commands want, commands that hide."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QImage, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)

from workbench.ui.kit.action import plain
from workbench.ui.kit.colors import contrast

ACTED_ON = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView, QTabBar)
WORDED = (QLabel, QAbstractButton, QTabBar, QHeaderView)
LEAST = 4.3
"""As painted: the thin strokes of a small letter never reach their ink whole. The inks themselves are held to 4.5 (test_colors)."""


def unnamed(root: QWidget) -> Iterator[str]:
    """What can be acted on and has nothing that a screen reader says: no name, no buddy, no text."""
    for part in root.findChildren(QWidget):
        if not (part.isVisibleTo(root) and part.isEnabled()) or isinstance(part, QHeaderView):
            continue
        stop = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if (stop or isinstance(part, ACTED_ON)) and not _said(part):
            yield _path(part)


def _said(part: QWidget) -> str:
    if isinstance(part.parentWidget(), QComboBox) or part.focusPolicy() == Qt.FocusPolicy.NoFocus:
        return "its own part of a box"
    spoken = QAccessible.queryAccessibleInterface(part)
    name = spoken.text(QAccessible.Text.Name) if spoken is not None else ""
    return name or getattr(part, "text", str)()


def faint(shown: QWidget, looked_at: set[tuple[object, ...]]) -> Iterator[str]:
    """Words whose ink is less than 4.5:1 on what lies behind them, as they are painted; what cannot be used may be faint.

    What was looked at already, in the same colors, is passed over: most of a window is the same on every page."""
    picture = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    scale = picture.width() / max(shown.width(), 1)
    for part in shown.findChildren(QWidget):
        if part.isVisible() and part.isEnabled():
            for words, rect in _words_of(part):
                known = (id(part), words, isinstance(part, QAbstractButton) and part.isChecked())
                if known in looked_at:
                    continue
                looked_at.add(known)
                seen = _seen(part, rect, shown)
                if seen.width() > 4 and seen.height() > 6 and (found := _contrast(picture, seen, scale)) < LEAST:
                    yield f"{words[:40]!r} {found:.2f}: {_path(part)}"


def _words_of(part: QWidget) -> Iterator[tuple[str, QRect]]:
    if isinstance(part, QHeaderView):
        model = part.model()
        for n in range(part.count()):
            said = str(model.headerData(n, Qt.Orientation.Horizontal) or "")
            if said and not part.isSectionHidden(n):
                yield said, QRect(part.sectionViewportPosition(n), 2, part.sectionSize(n) - 4, part.height() - 6)
    elif isinstance(part, QTabBar):
        for n in range(part.count()):
            yield part.tabText(n), part.tabRect(n)
    elif isinstance(part, QLabel | QAbstractButton) and part.text().strip():
        yield part.text(), part.rect().adjusted(4, 3, -4, -3)
    elif isinstance(part, QLineEdit) and (part.text() or part.placeholderText()):
        yield part.text() or part.placeholderText(), part.rect().adjusted(4, 4, -4, -4)
    elif isinstance(part, QTableView):
        yield from _cells_of(part)


def _cells_of(table: QTableView) -> Iterator[tuple[str, QRect]]:
    model, last = table.model(), table.rowAt(table.viewport().height() - 1)
    for row in range(max(table.rowAt(0), 0), min(4, model.rowCount(), last + 1 if last >= 0 else 4)):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            said = str(index.data() or "")
            if said.strip() and not table.isColumnHidden(column):
                yield said, table.visualRect(index).adjusted(2, 2, -2, -2)


def _seen(part: QWidget, rect: QRect, shown: QWidget) -> QRect:
    """Where it lies in the window; nowhere where a good part of it is out of sight."""
    ground = part.viewport() if isinstance(part, QAbstractScrollArea) else part
    where = QRect(ground.mapTo(shown, rect.topLeft()), rect.size())
    held: QWidget | None = ground
    full = where.size()
    while held is not None and held is not shown:
        where = where & QRect(held.mapTo(shown, QPoint(0, 0)), held.size())
        held = held.parentWidget()
    there = where & shown.rect()
    top = shown.childAt(there.center())
    if top is not None and top is not ground and not ground.isAncestorOf(top) and not top.isAncestorOf(ground):
        return QRect()  # a frozen column lies over it
    return there if there.height() > 0.8 * full.height() and there.width() > 0.8 * full.width() else QRect()


def _contrast(picture: QImage, rect: QRect, scale: float) -> float:
    """Of the ink that stands out most from what most of the place is."""
    piece = picture.copy(QRect((rect.topLeft() * scale), rect.size() * scale))
    pixels = Counter(memoryview(piece.constBits()).cast("I"))
    (ground, _), *_ = pixels.most_common(1)
    behind = _hex(ground)
    return max(_reads_on(_hex(each), behind) for each in pixels) if len(pixels) > 1 else 21.0


@lru_cache(100_000)
def _reads_on(one: str, other: str) -> float:
    """The same few colors are on every page."""
    return contrast(one, other)


@lru_cache(100_000)
def _hex(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06x}"


# Keys


def clashes(window: QWidget, page: QWidget) -> Iterator[str]:
    """Keys that two commands hear at once: Qt then does neither."""
    heard: dict[str, list[tuple[QWidget, QAction]]] = {}
    for holder in (window, page, *page.findChildren(QWidget)):
        if not holder.isVisibleTo(window) and holder is not window:
            continue
        for each in QWidget.actions(holder):  # a page's own answer holds what its parts do, too
            if each.isEnabled() and each.isVisible():
                for keys in each.shortcuts():
                    known = heard.setdefault(keys.toString(), [])
                    if all(each is not other for _, other in known):
                        known.append((holder, each))
    for keys, found in heard.items():
        for n, (one, first) in enumerate(found):
            for other, second in found[n + 1 :]:
                if _together(one, first, other, second):
                    yield f"{keys}: {plain(first.text())} ({_path(one)}) and {plain(second.text())} ({_path(other)})"


def _together(one: QWidget, first: QAction, other: QWidget, second: QAction) -> bool:
    """Whether both are heard from some place."""
    everywhere, alone = Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.WidgetShortcut
    if everywhere in (first.shortcutContext(), second.shortcutContext()):
        return True
    if alone in (first.shortcutContext(), second.shortcutContext()) and one is not other:
        inner, outer = (one, other) if first.shortcutContext() == alone else (other, one)
        return outer.isAncestorOf(inner)
    return one is other or one.isAncestorOf(other) or other.isAncestorOf(one)


def twice_marked(shown: QWidget, around: Sequence[str] = ()) -> Iterator[str]:
    """Letters that Alt leads to two places at once; around are texts of the window where a page is looked at without it."""
    found: dict[str, list[str]] = {QKeySequence.mnemonic(text).toString(): [text] for text in around}
    for part in shown.findChildren(QWidget):
        if not part.isVisible() or isinstance(part, QMenu | QDialogButtonBox):
            continue
        buddy = part.buddy() if isinstance(part, QLabel) else part
        if isinstance(part, QLabel | QAbstractButton) and buddy is not None and buddy.isEnabled():
            keys = QKeySequence.mnemonic(part.text())
            if not keys.isEmpty():
                found.setdefault(keys.toString(), []).append(part.text())
    yield from (f"{keys}: {' and '.join(texts)}" for keys, texts in found.items() if len(texts) > 1)


AROUND = ("&File ▾",)
"""Letters of the window itself."""

# Commands


def unlisted(window: QWidget, page: QWidget) -> Iterator[str]:
    """Commands of this page and of what shows on it that Ctrl+K does not find by their names."""
    seen: set[str] = set()
    for holder in (page, *(each for each in page.findChildren(QWidget) if each.isVisible())):
        for each in holder.actions():
            name = plain(each.text())
            if each.isEnabled() and each.isVisible() and name and name not in seen:
                seen.add(name)
                if name not in [found.title for found in window._commands(name)]:  # type: ignore[attr-defined]
                    yield name


def _path(part: QWidget | None) -> str:
    names = []
    while part is not None and len(names) < 5:
        names.append(part.objectName() or type(part).__name__)
        part = part.parentWidget()
    return " in ".join(names)
