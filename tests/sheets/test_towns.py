"""A town in the column of streets is a city and a state."""

import pytest

from tests.sheets.sheet_tables import book
from workbench.sheets.cell.towns import towns
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand


def test_towns_among_streets_are_cities_with_their_states():
    cells = ["Gary, IN", "Indianapolis IN", "12 Main St, Gary, IN", "Marion, IN\nKokomo, IN", "Elm Street"]
    table = [["Name", "Dept", "Service Location Address"], *[["Hill, Ann, MD", "Medicine", cell] for cell in cells]]
    (reading,) = recognize(book(table))
    rows = list(understand(reading))
    said = [tuple(row.values.get(f"provider.{name}", "") for name in ("street", "city", "state")) for row in rows]
    assert said == [
        ("", "Gary", "IN"), ("", "Indianapolis", "IN"), ("12 Main St", "Gary", "IN"), ("", "", ""), ("Elm Street", "", ""),
    ]  # fmt: skip
    assert any("several towns" in note for note in rows[3].notes)


@pytest.mark.parametrize("text", ["12 Main St", "Suite B", "Pier NE", "Elm Street", "Oak Dr", "100 N Main, Gary, IN"])
def test_a_street_is_no_town(text):
    assert towns(text) == []
