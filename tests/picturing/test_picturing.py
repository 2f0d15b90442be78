"""README's table of layouts: every line has its own picture, small enough to lie in the project."""

import pytest

from tests.conftest import TODAY
from tests.picturing import linking
from tests.picturing.layouts import FORMATTED, LAYOUTS
from workbench.actions import importing

MOST = 40_000
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
