"""A list of codes whose names are titles of occupations is no list of people."""

from tests.sheets.sheet_tables import book, read_here, shared
from workbench.sheets.recognizing import recognize
from workbench.sheets.row import occupations

TITLES = ["Nuclear Pharmacist", "Biomedical Engineer", "Orthopaedic Trauma Physician", "Pediatric Physical Therapist"]


def told(workbook):
    (reading,) = recognize(workbook)
    return occupations.told(reading)


def test_titles_of_occupations_are_nobody():
    table = [
        ["Code", "Display Name", "Section"],
        *[[f"207R0000{n}X", name, "Individual"] for n, name in enumerate(TITLES)],
    ]
    assert "Nuclear Pharmacist" in told(book(table))


def test_people_with_their_occupation_are_people():
    names = ["Ann Hill, Podiatrist", "Robert Cole, Podiatrist", "Maria Reyes, Dentist"]
    assert told(book([["Name", "Dept"], *[[name, "Medicine"] for name in names]])) == ""
    assert told(book([["Name", "NPI"], *[[name, "1234567893"] for name in TITLES]])) == ""


def test_the_list_of_codes_of_the_nucc_names_nobody():
    assert told(read_here(shared("real", "nucc", "nucc_taxonomy_251.csv")))
