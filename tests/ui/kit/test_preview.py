"""The preview: every page once, sharp, only what is in sight, by keyboard alone, and the next document without a flicker."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from tests.papers.small_pdf import ACROSS, LETTER, small_pdf
from workbench.papers import pictures
from workbench.papers.pictures import Pages
from workbench.ui.kit import ink, theme
from workbench.ui.kit.jobs import Jobs
from workbench.ui.kit.preview import Preview
from workbench.ui.kit.sheets_of_paper import GAP, MARGIN, Place, Sheets, stage

KEY = Qt.Key


@pytest.fixture
def preview(qtbot):
    made = Preview(Jobs(at_once=True), "Packet")
    qtbot.addWidget(made)
    made.resize(560, 640)
    made.show()
    return made


@pytest.fixture
def twelve(preview):
    preview.show_pdf(small_pdf(*[LETTER] * 12), "Packet of December")
    preview.grab()
    return preview


def where(preview):
    return preview.findChild(object, "preview-page").text()


def color_at(preview, page, x, y):
    """The color at a point of a page, in shares of its width and height, as it is painted."""
    sheet = preview.paper._sheets[page]
    picture = preview.paper.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    left = sheet.left - preview.paper.horizontalScrollBar().value() + sheet.width * x
    top = sheet.top - preview.paper.verticalScrollBar().value() + sheet.height * y
    return picture.pixelColor(int(left * ratio), int(top * ratio)).name()


# Where pages lie


def test_pages_lie_below_each_other_in_the_middle_and_none_overlaps():
    sheets = Sheets((LETTER, ACROSS, LETTER), 1.0, (1000, 700))
    assert sheets[1].top == MARGIN
    for above, below in ((1, 2), (2, 3)):
        assert sheets[below].top == pytest.approx(sheets[above].bottom + GAP)
    for page in (1, 2, 3):
        assert sheets[page].left + sheets[page].width / 2 == pytest.approx(sheets.width / 2)
    assert sheets.width == ACROSS[0] * 96 / 72 + 2 * MARGIN


def test_fitting_the_width_fits_each_page_for_itself_and_the_whole_page_is_in_the_room():
    wide = Sheets((LETTER, ACROSS), "width", (600, 400))
    assert wide[1].width == wide[2].width == 600 - 2 * MARGIN and wide.width == 600
    whole = Sheets((LETTER, ACROSS), "page", (600, 400))
    assert all(whole[n].height <= 400 - 2 * MARGIN + 0.01 and whole[n].width <= 600 for n in (1, 2))


def test_a_place_is_found_again_at_any_zoom():
    small, large = Sheets((LETTER,) * 5, 0.5, (600, 400)), Sheets((LETTER,) * 5, 2.0, (600, 400))
    place = small.place(300, small[3].top + 100)
    x, y = large.spot(place)
    assert large.place(x, y).page == 3 and large.place(x, y).down == pytest.approx(place.down)
    assert small.spot(Place(9))[1] == small[5].top


def test_what_lies_between_two_heights_is_what_is_seen():
    sheets = Sheets((LETTER,) * 5, 1.0, (1000, 700))
    assert sheets.between(0, 10) == range(1, 2)
    assert sheets.between(sheets[2].bottom + 1, sheets[2].bottom + 5) == range(3, 3)
    assert sheets.between(sheets[2].bottom - 5, sheets[3].top + 5) == range(2, 4)


def test_the_zooms_go_up_and_down_and_end():
    assert (stage(1.0, 1), stage(1.0, -1), stage(0.63, 1), stage(4.0, 1), stage(0.1, -1)) == (
        1.25,
        0.9,
        0.67,
        4.0,
        0.25,
    )


# What is shown


def test_it_says_which_page_is_in_sight_and_what_stands_there(twelve):
    assert where(twelve) == "Page 1 of 12"
    twelve.jump_to(7)
    twelve.grab()
    assert (twelve.page, where(twelve)) == (7, "Page 7 of 12")
    assert twelve.paper.accessibleName() == "Pages of Packet of December"
    assert twelve.paper.accessibleDescription() == "Page 7 of 12. This is page 7"


def test_only_what_is_in_sight_and_its_neighbors_are_drawn(twelve):
    assert set(twelve.paper._kept) == {1, 2}
    twelve.jump_to(9)
    twelve.grab()
    assert set(twelve.paper._kept) == {1, 2, 8, 9, 10}


def test_pictures_that_are_out_of_sight_are_let_go(twelve, monkeypatch):
    monkeypatch.setattr("workbench.ui.kit.paper.KEPT", 1)
    twelve.jump_to(9)
    twelve.grab()
    assert set(twelve.paper._kept) <= {8, 9, 10}
    assert 9 in twelve.paper._kept


def test_it_shows_the_ink_of_the_page(preview):
    preview.show_pdf(small_pdf(LETTER, ink="1 0 0"))
    preview.paper.set_zoom("page")
    assert color_at(preview, 1, 0.05, 0.95) == "#ff0000"
    assert color_at(preview, 1, 0.5, 0.5) == "#ffffff"


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_page_has_as_many_dots_as_the_screen(preview, monkeypatch, ratio):
    monkeypatch.setattr(type(preview.paper), "devicePixelRatioF", lambda self: ratio)
    preview.show_pdf(small_pdf(LETTER))
    preview.grab()
    sheet = preview.paper._sheets[1]
    assert abs(preview.paper._kept[1].image.width() - sheet.width * ratio) <= 1


def test_paper_stays_white_in_the_dark_and_what_is_around_it_does_not(preview, qapp):
    preview.show_pdf(small_pdf(LETTER))
    grounds = []
    for worn in ("light", "dark"):
        theme.wear(qapp, worn)
        assert color_at(preview, 1, 0.5, 0.5) == "#ffffff"
        corner = preview.paper.viewport().grab().toImage().pixelColor(4, 300)
        grounds.append(corner.name())
        assert corner == QColor(ink.colors().window if worn == "dark" else ink.colors().hover)
    assert grounds[0] != grounds[1]


def test_the_next_document_takes_its_place_where_one_was_reading(twelve):
    twelve.jump_to(5)
    twelve.paper.verticalScrollBar().setValue(twelve.paper.verticalScrollBar().value() + 200)
    twelve.grab()
    place = twelve.paper._place()
    twelve.show_pdf(small_pdf(*[LETTER] * 11, ink="0 0 1"))
    assert twelve.page == 5 and twelve.paper._place().down == pytest.approx(place.down, abs=0.01)
    assert where(twelve) == "Page 5 of 11"
    twelve.show_pdf(small_pdf(LETTER))
    assert where(twelve) == "Page 1 of 1" and set(twelve.paper._kept) <= {1}


def test_until_the_new_picture_is_there_the_old_one_stands_in(qtbot):
    """Beside the window, nothing white in between: as long as the worker is held up, the old ink shows; then the new."""
    preview = Preview(Jobs(), "Packet")
    qtbot.addWidget(preview)
    preview.resize(560, 640)
    preview.show()
    preview.show_pdf(small_pdf(LETTER, ink="1 0 0"))
    preview.paper.set_zoom("page")
    qtbot.waitUntil(lambda: color_at(preview, 1, 0.05, 0.95) == "#ff0000")
    with pictures.ONE_AT_A_TIME:
        preview.paper.show_pages(Pages(small_pdf(LETTER, ink="0 0 1")))
        assert color_at(preview, 1, 0.05, 0.95) == "#ff0000"
        qtbot.wait(50)
        assert color_at(preview, 1, 0.05, 0.95) == "#ff0000"
    qtbot.waitUntil(lambda: color_at(preview, 1, 0.05, 0.95) == "#0000ff")


def test_drawing_beside_the_window_comes_to_the_page_that_is_asked_for_last(qtbot):
    preview = Preview(Jobs(), "Packet")
    qtbot.addWidget(preview)
    preview.resize(560, 640)
    preview.show()
    preview.show_pdf(small_pdf(*[LETTER] * 60))
    for page in range(1, 61, 3):
        preview.jump_to(page)
        preview.grab()
    preview.jump_to(60)
    qtbot.waitUntil(lambda: 60 in preview.paper._kept and preview.paper._kept[60].text == "This is page 60")
    assert len(preview.paper._kept) < 60


@pytest.mark.parametrize("wrong", [b"", b"no pdf at all"])
def test_what_is_no_pdf_is_said_in_its_place(twelve, wrong):
    assert not twelve.show_pdf(wrong)
    assert (twelve.count, where(twelve)) == (0, "")
    assert not twelve.print_.isEnabled()
    assert "cannot be shown" in twelve._head.text() and "Bring another copy" in twelve._words.text()
    assert twelve.show_pdf(small_pdf(LETTER)) and twelve.print_.isEnabled()


def test_a_damaged_page_says_so_and_the_others_are_shown(preview):
    preview.show_pdf(small_pdf(LETTER, LETTER).replace(b"[4 0 R 6 0 R]", b"[4 0 R 9 0 R]"))
    preview.jump_to(2)
    preview.grab()
    assert "Page 2" in preview.paper._kept[2].error and "damaged" in preview.paper.accessibleDescription()
    assert not preview.paper._kept[1].error


def test_a_file_can_be_taken_away_once_it_is_cleared(preview, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(small_pdf())
    preview.show_pdf(path)
    pages = preview.paper.pages
    preview.clear("Making the packet…")
    assert pages._pdf is None and preview._head.text() == "Making the packet…"


# Keys


def test_the_keyboard_goes_through_the_pages(twelve, qtbot):
    paper = twelve.paper
    QTest.keyClick(paper, KEY.Key_End)
    assert twelve.page == 12
    QTest.keyClick(paper, KEY.Key_Home)
    assert twelve.page == 1
    before = paper.verticalScrollBar().value()
    QTest.keyClick(paper, KEY.Key_PageDown)
    assert paper.verticalScrollBar().value() - before == paper.viewport().height() - 40
    QTest.keyClick(paper, KEY.Key_PageUp)
    assert paper.verticalScrollBar().value() == before
    QTest.keyClick(paper, KEY.Key_Down)
    assert paper.verticalScrollBar().value() == before + 48
    QTest.keyClick(paper, KEY.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert twelve.page == 2


def test_page_by_page_a_key_is_a_page(twelve):
    twelve.paper.set_zoom("page")
    seen = []
    for _ in range(4):
        QTest.keyClick(twelve.paper, KEY.Key_PageDown)
        seen.append(twelve.page)
    QTest.keyClick(twelve.paper, KEY.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert [*seen, twelve.page] == [2, 3, 4, 5, 4]


def test_larger_and_smaller_keep_what_is_looked_at(twelve):
    twelve.jump_to(4)
    twelve.actual.trigger()
    assert twelve.paper.factor == pytest.approx(1.0)
    spot = QPointF(200, 200)
    place = twelve.paper._place(spot)
    twelve.paper.zoom_by(2, spot)
    twelve.larger.trigger()
    twelve.paper.set_zoom(twelve.paper.factor, spot)
    assert twelve.paper.factor == pytest.approx(1.5) and twelve.page == place.page
    twelve.smaller.trigger()
    assert twelve.paper.factor == pytest.approx(1.25)
    twelve.fit_width.trigger()
    assert twelve.paper._sheets[1].width == twelve.paper.viewport().width() - 2 * MARGIN
    twelve.fit_page.trigger()
    assert twelve.paper._sheets[1].height <= twelve.paper.viewport().height()


def test_the_size_that_is_said_follows_the_window(twelve):
    for wide in (560, 900):
        twelve.resize(wide, 640)
        twelve.grab()
        shown = (twelve.paper.viewport().width() - 2 * MARGIN) / (612 * 96 / 72)
        assert twelve._size.text() == f"{round(shown * 100)} %"


def test_going_to_a_page_by_its_number(twelve, qtbot):
    twelve.activateWindow()
    twelve.seek.trigger()
    assert twelve._wanted.isVisible() and twelve._wanted.placeholderText() == "1–12"
    QTest.keyClicks(twelve._wanted, "9")
    QTest.keyClick(twelve._wanted, KEY.Key_Return)
    assert twelve.page == 9 and not twelve._wanted.isVisible()


def test_only_what_can_be_done_can_be_pressed(preview):
    assert not preview.back.isEnabled() and not preview.on.isEnabled() and not preview.print_.isEnabled()
    preview.show_pdf(small_pdf(*[LETTER] * 3))
    assert not preview.back.isEnabled() and preview.on.isEnabled()
    QTest.keyClick(preview.paper, KEY.Key_End)
    assert preview.back.isEnabled() and not preview.on.isEnabled()


# Finding words


@pytest.fixture
def sought(preview):
    preview.show_pdf(
        small_pdf(*[LETTER] * 6, says=("Fever", "Nothing", "Fever, fever", "Cough", "Nothing", "FEVER")), "Packet"
    )
    assert preview.ask_find()
    return preview.finding


def test_words_are_counted_and_gone_through_by_keys(preview, sought):
    QTest.keyClicks(sought.line, "fever")
    assert sought.count.text() == "1 of 4" and preview.page == 1
    seen = []
    for _ in range(4):
        QTest.keyClick(sought.line, KEY.Key_Return)
        seen.append((sought.count.text(), sought._at))
    assert seen == [("2 of 4", (3, 0)), ("3 of 4", (3, 1)), ("4 of 4", (6, 0)), ("1 of 4", (1, 0))]
    QTest.keyClick(sought.line, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert sought.count.text() == "4 of 4" and preview.page == 6
    sought.line.setText("zebra")
    assert sought.count.text() == "Not found" and not sought.on.isEnabled()
    sought.line.setText("")
    assert sought.count.text() == ""


def test_the_search_begins_on_the_page_in_sight(preview, sought):
    preview.jump_to(4)
    sought.line.setText("fever")
    assert sought.count.text() == "4 of 4" and preview.page == 6


def test_what_is_found_is_marked_and_the_place_that_is_meant_above_the_others(preview, sought):
    sought.line.setText("fever")
    QTest.keyClick(sought.line, KEY.Key_Return)
    (meant,), (other,) = preview.paper.pages.find(3, "fever")
    colors = [color_at(preview, 3, (spot[0] + 1) / LETTER[0], (spot[1] - 0.5) / LETTER[1]) for spot in (meant, other)]
    assert colors[0] != colors[1] and "#ffffff" not in colors


def test_escape_closes_the_search_and_gives_the_keyboard_back(preview, sought):
    sought.line.setText("fever")
    QTest.keyClick(sought.line, KEY.Key_Escape)
    assert sought.isHidden() and preview.paper._marked == {} and preview.paper.hasFocus()
    preview.ask_find()
    assert sought.line.text() == "fever" and sought.count.text() == "1 of 4" and sought.line.hasFocus()
    preview.paper.setFocus()
    QTest.keyClick(preview.paper, KEY.Key_Escape)
    assert sought.isHidden()


def test_another_document_is_sought_through_too_and_one_stays_where_one_reads(preview, sought):
    sought.line.setText("fever")
    preview.jump_to(4)
    preview.show_pdf(small_pdf(*[LETTER] * 6, says=("Fever", "", "", "", "", "")), "Packet")
    assert sought.count.text() == "1 of 1" and preview.page == 4
    preview.clear()
    assert not preview.ask_find()


def test_a_long_document_is_sought_on_a_thread_of_its_own(qtbot):
    preview = Preview(Jobs(), "Packet")
    qtbot.addWidget(preview)
    preview.resize(560, 640)
    preview.show()
    preview.show_pdf(small_pdf(*[LETTER] * 80), "Packet")
    preview.ask_find()
    preview.finding.line.setText("page 1")
    preview.finding.line.setText("page 80")
    QTest.keyClick(preview.finding.line, KEY.Key_Return)
    qtbot.waitUntil(lambda: preview.finding.count.text() == "1 of 1")
    assert preview.page == 80
    preview.clear()
