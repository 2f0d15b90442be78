"""The first job of the program, done in its window by somebody else's program."""

from pathlib import Path
from typing import Any

import openpyxl

from tests.conftest import TODAY
from workbench.actions import sample, touring

MOST_CLICKS = 6
"""For a roster whose look is known."""


def test_a_roster_comes_in_goes_back_and_leaves_as_a_list(journey: Any, seat: Any, tmp_path: Path) -> None:
    office, roster, export = tmp_path / "r.workbench", tmp_path / "roster.xlsx", tmp_path / "out.xlsx"
    opened = sample.make(office, seat, TODAY)
    touring.make_roster(roster, TODAY)
    opened.close()
    said = journey("roster_in.py", roster, export, office=office)
    assert said.endswith("done\n")
    assert int(said.split(" clicks")[0].split()[-1]) <= MOST_CLICKS
    sheet = openpyxl.load_workbook(export).active
    assert sheet.max_row == 125
    assert "Dellacroce" in {row[1].value for row in sheet.iter_rows(min_row=2)} | {
        row[2].value for row in sheet.iter_rows(min_row=2)
    }
