"""What is read whole: a pill among notes, the title of a card, the names of a table, how many pills have no room."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from workbench.ui.kit import ink, plain, theme
from workbench.ui.kit.action import action
from workbench.ui.kit.breaking import Value
from workbench.ui.kit.buttons import bare_button
from workbench.ui.kit.card import Card, Facts, scrolled
from workbench.ui.kit.colors import ALL, contrast
from workbench.ui.kit.header import Header
from workbench.ui.kit.heights import Heights
from workbench.ui.kit.inputs import Count
from workbench.ui.kit.labels import Line
from workbench.ui.kit.pill import LongPill, Pill
from workbench.ui.kit.table import Table
from workbench.ui.kit.widths import FAIR, lent

from .conftest import TODAY

LONG = "Malpractice history verified 418 days before the meeting that decides"


def shown(qtbot: Any, part: QWidget, width: int, height: int = 300) -> QWidget:
    qtbot.addWidget(part)
    part.resize(width, height)
    part.show()
    return part


def test_a_long_pill_wraps_in_a_narrow_panel_and_pushes_nothing_out_of_it(qtbot: Any) -> None:
    inner, pill = QWidget(), LongPill(LONG, "bad")
    column = QVBoxLayout(inner)
    column.addWidget(pill)
    column.addWidget(short := LongPill("Not ready", "bad"))
    column.addStretch(1)
    area = shown(qtbot, scrolled(inner), 240)
    assert inner.width() <= area.viewport().width()
    line = Pill(LONG, "bad").sizeHint()
    assert pill.width() < line.width() and pill.height() >= 2 * (line.height() - 6)
    assert short.size() == Pill("Not ready", "bad").sizeHint()
    area.resize(900, 300)
    assert pill.size() == line


def test_a_fact_that_is_a_pill_is_as_wide_as_its_words_and_wraps_where_they_have_no_room(qtbot: Any) -> None:
    facts = Facts()
    facts.set([("State", "in force", "good"), ("Found", LONG, "bad"), ("Since", "2024")])
    shown(qtbot, facts, 260)
    few, many = facts.findChildren(LongPill)
    assert few.width() == few.sizeHint().width() and many.width() < many.sizeHint().width()
    assert many.height() == many.heightForWidth(many.width()) > few.height()


def test_a_fact_never_pushes_its_column_out_of_a_narrow_panel_and_is_copied_as_it_is(qtbot: Any) -> None:
    address = "credentialing@prairieheartassociates-of-springfield.example.org"
    inner, facts = QWidget(), Facts()
    QVBoxLayout(inner).addWidget(facts)
    facts.set(
        [("Last notice", f"30 days, Nov 28 2026, to {address} (e-mail draft)"), ("Credentialing contact", address)]
    )
    area = shown(qtbot, scrolled(inner), 240)
    assert inner.width() <= area.viewport().width()
    value = facts.findChildren(Value)[-1]
    assert (
        value.accessibleName() == address
        and value.width() > 60
        and value.height() >= value.heightForWidth(value.width())
    )
    value.setSelection(0, len(value.text()))
    qtbot.keyClick(value, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == address


def test_the_title_of_a_card_wraps_rather_than_end_at_its_edge(qtbot: Any) -> None:
    card = shown(qtbot, Card("Put the expirables report on the agenda of Credentials, Dec 1 2026"), 300)
    assert card.title.width() < 300 and card.title.height() >= card.title.heightForWidth(card.title.width())
    assert card.title.height() > 2 * card.title.fontMetrics().height() - 4
    card.set_title("Do next")
    card.head.addWidget(Line("What may give way, at great length, before a short title does so"), 1)
    qtbot.wait(1)
    assert card.title.width() >= card.title.fontMetrics().horizontalAdvance("Do next")


def test_a_column_lends_what_its_words_do_not_need_and_to_names_first() -> None:
    assert lent([100, 200, 200], [180, 220, 100], {0: 180}, [1, 2]) == [180, 220, 100]
    assert lent([100, 200, 150], [180, 260, 100], {0: 180}, [1, 2]) == [180, 170, 100]
    assert sum(lent([91, 203, 157], [500, 260, 101], {0: 230}, [1, 2])) == 91 + 203 + 157


def test_a_name_shrinks_last_and_no_column_below_a_fair_width_for_it() -> None:
    assert lent([100, 300, 200], [200, 400, 200], {0: 200}, [1, 2]) == [200, 200, 200]
    assert lent([100, 150, 90], [300, 400, 200], {0: 300}, [1, 2]) == [100 + 150 - FAIR, FAIR, 90]
    assert lent([100, 300], [400, 400], {0: 160}, [1]) == [
        160,
        240,
    ]  # what is told behind a name takes nothing from others
    assert lent([100, 300], [400, 400], {0: 400}, []) == [100, 300]


@pytest.mark.parametrize("colors", ALL, ids=lambda each: each.name)
def test_what_cannot_be_pressed_is_fainter_than_what_is_quiet(colors: Any) -> None:
    off, quiet = (contrast(each, colors.panel) for each in (colors.off, colors.muted))
    assert 2 <= off < quiet - 2


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
@pytest.mark.parametrize("kind", ["", "primary", "quiet", "link", "danger"])
def test_a_disabled_button_looks_like_one_in_every_palette(qtbot: Any, choice: str, kind: str) -> None:
    theme.wear(theme.QApplication.instance(), choice)
    card = Card()
    card.add(button := bare_button("Answer no", kind, lambda: None))
    shown(qtbot, card, 200)
    edge = button.grab().toImage().pixelColor(button.width() // 2, 0)
    button.setEnabled(False)
    colors, dead, dim = ink.colors(), _inks(button), button.grab().toImage().pixelColor(button.width() // 2, 0)
    assert colors.off in dead and not dead & {colors.text, colors.link, colors.muted}
    assert kind in ("quiet", "link") or choice != "contrast" or dim != edge
    theme.wear(theme.QApplication.instance(), "light")


def _inks(part: QWidget) -> set[str]:
    picture = (
        part.window()
        .grab(QRect(part.mapTo(part.window(), QPoint(0, 0)), part.size()))
        .toImage()
        .convertToFormat(QImage.Format.Format_RGB32)
    )
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_a_box_for_a_number_shows_it_and_has_the_edge_of_the_other_boxes(qtbot: Any, choice: str) -> None:
    theme.wear(theme.QApplication.instance(), choice)
    box = Count()
    box.setRange(1, 10_000)
    box.setValue(3_456)
    shown(qtbot, box, 90, 34)
    box.clearFocus()
    assert box.lineEdit().width() > 60
    edge = box.grab().toImage().pixelColor(box.width() // 2, 0).name()
    assert contrast(edge, ink.colors().panel) >= 3
    theme.wear(theme.QApplication.instance(), "light")


def test_a_link_stands_under_the_first_letter_of_its_heading(qtbot: Any) -> None:
    theme.wear(theme.QApplication.instance(), "light")
    card = Card("H")
    card.add(link := bare_button("Health", "link", lambda: None))
    link.setFont(card.title.font())
    shown(qtbot, card, 300)
    words = [_first_ink(card, part) for part in (card.title, link)]
    assert abs(words[0] - words[1]) <= 2


def _first_ink(card: QWidget, part: QWidget) -> int:
    """How far from the card's left edge a part begins to be other than its ground."""
    at, picture = part.mapTo(card, part.rect().topLeft()), card.grab().toImage()
    ground = picture.pixelColor(at.x() - 6, at.y() + 8)
    middle = range(at.y() + 4, at.y() + part.height() - 4)
    return next(x for x in range(at.x() - 4, at.x() + 60) if any(picture.pixelColor(x, y) != ground for y in middle))


def test_a_name_that_may_wrap_takes_nothing_from_the_words_of_others(qtbot: Any) -> None:
    columns = (plain.Column("asked", "Question", bold=True), plain.Column("said", "Explanation"))
    rows = [plain.Row(1, ("Has any license of yours ever been denied, limited or suspended? " * 3, "It was " * 12))]
    widths = []
    for wraps in (False, True):
        table = Table(plain.PlainList("asked", "Asked", columns, rows), TODAY)
        table.columns.share((30, 70))
        if wraps:
            Heights(table, 0)
        shown(qtbot, table, 700)
        table.columns.guess()
        widths.append(table.columnWidth(0))
    named, wrapped = widths
    assert wrapped < named - 40, "the one beside it keeps its words, and the name has lines enough"


def test_a_long_sentence_under_a_title_goes_on_under_the_buttons(qtbot: Any) -> None:
    header = Header("Standards")
    header.subtitle("Joint Commission, CMS, NPDB, OIG, State law, Bylaws · judged today · 112 files")
    header.buttons(
        [action(name, "", "", print) for name in ("As of today", "Survey mode…", "Audit worksheet (Excel)…")]
    )
    shown(qtbot, header, 760, 60)
    line = header._subtitle
    qtbot.waitUntil(lambda: line.shown() == line.text())
    assert line.geometry().right() > header._buttons.x() and line.y() >= header._buttons.geometry().bottom()
    header.resize(1200, 60)
    qtbot.waitUntil(lambda: line.geometry().right() < header._buttons.x())
