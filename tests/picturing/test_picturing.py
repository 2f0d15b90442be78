"""README's table of layouts: every line has its own picture, small enough to lie in the project."""

import pytest

from tests.conftest import TODAY
from tests.picturing import linking
from tests.picturing.drawing import draw
from tests.picturing.layouts import FORMATTED, LAYOUTS
from workbench.actions import importing
from workbench.records.office_lists import Department
from workbench.store import history
from workbench.ui.kit import theme

MOST = 42_000
"""Bytes of a picture."""


def test_every_line_of_the_table_has_its_picture_and_every_picture_its_line():
    lines = linking.lines()
    assert [line for line in lines if line != linking.linked(line)] == [], "uv run python -m tests.picturing"
    without = [line for line in lines if "[seen](" not in line]
    assert without == [], "add a roster to tests/picturing/layouts.py"
    for layout in LAYOUTS:
        assert sum(layout.words in line for line in lines) == 1, layout.name


def test_the_pictures_are_there_and_small():
    names = {layout.name for layout in (*LAYOUTS, *FORMATTED)}
    pictures = {path.stem: path.stat().st_size for path in linking.PICTURES.glob("*.png")}
    assert pictures.keys() == names and max(pictures.values()) < MOST
    assert (linking.PICTURES / "README.md").read_text("utf-8") == linking.page()


@pytest.mark.parametrize("layout", [*LAYOUTS, *FORMATTED], ids=lambda each: each.name)
def test_every_roster_of_the_pictures_is_read(office, tmp_path, layout):
    plan = importing.prepare(layout.write(tmp_path), today=TODAY).plan
    assert plan.rows and any(row.result != "rejected" for row in plan.rows)


def test_questions_that_need_more_room_than_there_is_are_drawn(office, qapp, tmp_path):
    """The margin below them resizes what it is reckoned from: each answered the other until the program was gone."""
    theme.wear(qapp, "light")
    layout = next(each for each in LAYOUTS if each.name == "departments")
    with history.step("Departments"):
        for known in layout.known:
            Department.get_or_create(name=known)
    assert draw(layout, tmp_path, tmp_path, TODAY).stat().st_size > 0
