"""Section lines one after the other and one inside the other: what holds for the rows below, and what has ended."""

from tests.sheets.sheet_tables import asked, book, told
from workbench.sheets.recognizing import recognize

NPIS = ["1382810863", "1683432102", "2347597421", "2143696229", "2266886383", "1155211448"]
LASTS = ["Ngo", "Okafor", "Reyes", "Silva", "Haddad", "Lee"]
HEADINGS = ["Name", "NPI", "Phone"]


def sheet(*lines):
    """Headings, then lines (texts) and people (a number)."""
    rows = [[f"{LASTS[line]}, Ann, MD", NPIS[line], "555-0101"] if isinstance(line, int) else [line] for line in lines]
    return book([HEADINGS, *rows])


def said(made, *targets):
    return [tuple(row.get(f"provider.{target}") for target in targets) for row in told(made)]


def test_a_category_below_resigned_people_ends_that_they_resigned():
    made = sheet("Active Staff", 0, "Resigned", 1, "Courtesy Staff", 2)
    assert said(made, "category", "status") == [("Active", None), (None, "Resigned"), ("Courtesy", None)]


def test_categories_directly_below_resigned_stand_inside_it():
    made = sheet("RESIGNED", "Courtesy Staff", 0, "Consulting Staff", 1)
    assert said(made, "category", "status") == [("Courtesy", "Resigned"), ("Consulting", "Resigned")]


def test_who_resigned_below_the_last_department_is_in_none_for_sure_and_that_is_said():
    made = sheet("DEPARTMENT OF SURGERY", 0, "DEPARTMENT OF MEDICINE", 1, "RESIGNED", 2)
    assert said(made, "department", "status")[-1] == (None, "Resigned")
    (reading,) = recognize(made)
    assert reading.asked[0].chosen.startswith("“Medicine” above it ends here") and reading.asked[0].rows == 1


def test_statuses_under_each_department_stand_inside_them():
    made = sheet("DEPARTMENT OF SURGERY", 0, "RESIGNED", 1, "DEPARTMENT OF MEDICINE", 2, "RESIGNED", 3)
    assert said(made, "department", "status") == [
        ("Surgery", None),
        ("Surgery", "Resigned"),
        ("Medicine", None),
        ("Medicine", "Resigned"),
    ]


def test_departments_inside_a_category_leave_it():
    made = sheet("COURTESY STAFF", "DEPARTMENT OF SURGERY", 0, "DEPARTMENT OF MEDICINE", 1)
    assert said(made, "department", "category") == [("Surgery", "Courtesy"), ("Medicine", "Courtesy")]


def test_what_a_title_says_holds_below_every_line():
    rows = [["Resigned"], HEADINGS, ["DEPARTMENT OF SURGERY"], ["Ngo, Ann, MD", NPIS[0], "555-0101"]]
    assert told(book(rows))[0]["provider.status"] == "Resigned"
    assert not asked(book(rows))
