"""A whole address in a cell of streets: what stands behind the street goes to its own column, and what is not sure is told."""

import pytest

MO, MN = ("MO", "63110"), ("MN", "55101")
READ = {
    "646 Main St St. Louis, MO 63110": ("646 Main St", "St. Louis", *MO),
    "646 Main St. St Louis MO 63110": ("646 Main St.", "St Louis", *MO),
    "200 Oak Ave Ste 4 St. Paul, MN 55101": ("200 Oak Ave Ste 4", "St. Paul", *MN),
    "646 Main St\nSt. Louis, MO 63110": ("646 Main St", "St. Louis", *MO),
    "5 Broadway\nSuite 2\nSt Louis, MO 63110": ("5 Broadway, Suite 2", "St Louis", *MO),
    "200 Oak St Chicago, IL 60611": ("200 Oak St", "Chicago", "IL", "60611"),
    "100 St. Charles St, St. Charles, MO 63301": ("100 St. Charles St", "St. Charles", "MO", "63301"),
    "14 Main St, St. Louis, MO": ("14 Main St", "St. Louis", "MO", None),
    "14 Main St Ste 2, Gary IN": ("14 Main St Ste 2", "Gary", "IN", None),
    "14 Main St, Suite B NE": ("14 Main St, Suite B NE", None, None, None),
    "14 Main St, Tower MD": ("14 Main St, Tower MD", None, None, None),
    "14 Broadway, Gary IN": ("14 Broadway, Gary IN", None, None, None),
    "1 Court House St Boston, MA 02108": ("1 Court House St", "Boston", "MA", "02108"),
}
TOLD = (
    "1 Elm St Gary, IN 46402 219-555-0103",
    "5 Broadway St Louis, MO 63110",
    "5 Broadway St. Louis MO 63110",
    "100 Court House St Paul, MN 55101",
    "646 Main St St Boniface, MN 55101",
    "646 Broadway St. Louis Park, MN 55101",
)


def address(said, cell):
    (row,) = said([["Name", "NPI", "Address"], ["Poe, Ed, MD", "1679576722", cell]])
    found = tuple(row.values.get(f"provider.{part}") for part in ("street", "city", "state", "zip"))
    return found, row.notes, row.problems


@pytest.mark.parametrize("cell", READ)
def test_an_address_is_read_where_its_street_surely_ends(said, cell):
    assert address(said, cell) == (READ[cell], (), [])


@pytest.mark.parametrize("cell", TOLD)
def test_an_address_is_told_where_a_saint_may_be_a_street(said, cell):
    found, notes, problems = address(said, cell)
    assert found == (None,) * 4 and notes == [f"Street: “{cell}” holds more than a street; left out."] and not problems


def test_the_address_of_a_practice_is_read_the_same_way(said):
    heads = ["Name", "NPI", "Group Name", "Group Address"]
    cells = ["12 Oak Ave, Gary, IN 46402", "5 Broadway St Louis, MO 63110"]
    people = [["Poe, Ed, MD", "1679576722"], ["Ngo, Ruth, MD", "1382810863"]]
    one, other = said([heads, *[[*who, f"Group {cell[0]}", cell] for who, cell in zip(people, cells, strict=True)]])
    parts = [one.values.get(f"practice.{part}") for part in ("street", "city", "state", "zip")]
    assert parts == ["12 Oak Ave", "Gary", "IN", "46402"] and "practice.street" not in other.values
    assert "Practice street: “5 Broadway" in other.notes[0]
