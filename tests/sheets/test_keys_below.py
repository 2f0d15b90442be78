"""A key of codes below the people, in cells side by side."""

from tests.sheets.sheet_tables import saved
from workbench.sheets.recognizing import recognize

HEAD = ["Last Name", "First Name", "NPI", "Staff Cat."]
PEOPLE = [["Ngo", "Ruth", "1382810863", "A"], ["Lindgren", "Stefan", "1683432102", "C"]]
KEY = [["A", "Active"], ["C", "Courtesy"], ["CON", "Consulting"]]


def reading(path, *below):
    return recognize(saved(path / "r.xlsx", [HEAD, *PEOPLE, *below]))[0]


def test_a_key_is_nobody_and_says_what_the_codes_mean(tmp_path):
    found = reading(tmp_path, [], ["Key:"], *KEY)
    assert len(found.rows) == 2 and not found.asked
    assert [row.text for row in found.skipped if "=" in row.text] == ["A = Active", "C = Courtesy", "CON = Consulting"]


def test_people_of_short_names_are_no_key(tmp_path):
    assert len(reading(tmp_path, ["Ng", "Ann"], ["Li", "Bo"]).rows) == 4
