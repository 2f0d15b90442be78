"""Space looks at the row of any list: whose it is, or all that is kept of it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from workbench.records.application import Application
from workbench.records.practice import Practice
from workbench.ui.kit.labels import Words


def said(look: Any) -> str:
    return " ".join(each.text() for each in look.findChildren(Words))


@pytest.mark.parametrize("face", ["cards", "list"])
def test_of_an_application_one_sees_whose_it_is_and_where_it_stands(morning: Any, face: str, qtbot: Any) -> None:
    morning.go("applications", face=face)
    page = morning.page("applications")
    (page.board if face == "cards" else page.table).go_to(page.table.ids()[0])
    page.quick.trigger()
    found: Any = Application.get_by_id(page.current())
    look = page.look._made().look
    assert look.isVisible() and look.title.text() == found.provider.title and found.stage in said(look)
    page.close_look.trigger()
    assert look.isHidden() and not page.close_look.isEnabled()
    assert (page.board if face == "cards" else page.table).isAncestorOf(morning.focusWidget()) or page.table.hasFocus()


def test_of_a_practice_one_sees_all_that_is_kept_of_it_and_the_arrows_go_on(morning: Any, qtbot: Any) -> None:
    morning.go("practices")
    page = morning.page("practices")
    first, second = page.table.ids()[:2]
    page.table.go_to(first)
    page.quick.trigger()
    look, practice = page.look._made().look, Practice.get_by_id(first)
    assert look.title.text() == practice.name and practice.street in said(look) and practice.tin in said(look)
    hidden = [n for n in range(page.table.heading.count()) if page.table.heading.isSectionHidden(n)]
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert look.title.text() == Practice.get_by_id(second).name
    page.close_look.trigger()
    assert look.isHidden() and len(hidden) > sum(
        page.table.heading.isSectionHidden(n) for n in range(page.table.heading.count())
    )


def test_of_no_row_there_is_nothing_to_look_at(morning: Any) -> None:
    morning.go("practices")
    page = morning.page("practices")
    page.table.search("nobody at all")
    assert not page.quick.isEnabled()
    page.table.search("")
