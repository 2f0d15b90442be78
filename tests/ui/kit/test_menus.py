"""The menu of a row: in groups, and what takes the row away at the end."""

from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.ui.kit.action import action
from workbench.ui.kit.menus import divider, parted


def test_a_rows_menu_is_in_groups_and_what_deletes_stands_last(qtbot: Any) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    named = {
        text: action(text, icon, "", print, owner)
        for text, icon in (("Open", "folder-open"), ("Set department…", "list"), ("Delete…", "trash-2"),
                           ("Edit the cell", "pencil"), ("Fill down", "chevron-down"))
    }  # fmt: skip
    opens, sets, deletes, edits, fills = named.values()
    line = [opens, divider(owner), sets, deletes, edits, fills]
    said = [[each.text() for each in group] for group in parted(line, [edits, fills])]
    assert said == [["Open"], ["Set department…"], ["Edit the cell", "Fill down"], ["Delete…"]]
    sets.setVisible(False)
    assert len(parted(line, [edits, fills])) == 3, "a group of which nothing is there has no line"
