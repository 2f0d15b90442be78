"""An office's address with its phone and fax in one cell."""

import pytest

from workbench.sheets.cell.contact_cells import parts

WHOLE = {"street": "59 Lincoln Hwy", "city": "Peoria", "state": "IL", "zip": "60604", "phone": "(312) 555-2313"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("59 Lincoln Hwy\nPeoria, IL 60604\nPh (312) 555-2313", WHOLE),
        ("59 Lincoln Hwy, Peoria, IL 60604; (312) 555-2313; F: 312-555-2314", WHOLE | {"fax": "312-555-2314"}),
        ("59 Lincoln Hwy\nSuite 200\nPeoria IL 60604\nTel: (312) 555-2313", WHOLE | {"street2": "Suite 200"}),
        ("312-555-0100\n312-555-0101 cell", {"phone": "312-555-0100", "cell": "312-555-0101"}),
        (
            "312-555-0100 (o)\n312-555-0101 (c)\na@b.org",
            {"phone": "312-555-0100", "cell": "312-555-0101", "email": "a@b.org"},
        ),
    ],
)
def test_each_part_is_read(text, found):
    assert parts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "312-555-0100",
        "312-555-0100 x12",
        "312-555-0100 / 312-555-0101",
        "312-555-0100 ask for Mary",
        "59 Lincoln Hwy Peoria, IL 60604 Ph (312) 555-2313",
        "Peoria, XX 60604 (312) 555-2313",
    ],
)
def test_what_is_not_understood_whole_stays(text):
    assert parts(text) == {}


PHONES = {
    ("Phone/Fax", "(312) 555-0101 / (312) 556-0102"): ("(312) 555-0101", "(312) 556-0102", None),
    ("Tel & Fax", "T (312) 555-0101 F (312) 556-0102"): ("(312) 555-0101", "(312) 556-0102", None),
    ("Phone / Fax", "P: 312-555-0101\nF: 312-556-0102"): ("(312) 555-0101", "(312) 556-0102", None),
    ("Fax/Phone", "312-555-0101, 312-556-0102"): ("(312) 556-0102", "(312) 555-0101", None),
    ("Office/Cell", "312-555-0101 / 773-557-0102"): ("(312) 555-0101", None, "(773) 557-0102"),
    ("Fax", "Ph: 312-555-0101\nFax: 312-556-0102"): ("(312) 555-0101", "(312) 556-0102", None),
    ("Cell", "o 312-555-0101 c 773-557-0102"): ("(312) 555-0101", None, "(773) 557-0102"),
    ("Phone", "312-555-0101 F: 312-556-0102"): ("(312) 555-0101", "(312) 556-0102", None),
    ("Phone", "312-555-0101 / 312-555-0102"): ("(312) 555-0101", None, None),
    ("Fax", "Ph: 312-555-0101 Ph: 312-556-0102"): (None, None, None),
    ("Phone/Fax", "312-555-0101"): (None, None, None),
    ("Phone/Fax", "F: 312-555-0101"): (None, "(312) 555-0101", None),
    ("Fax", "312-555-0101"): (None, "(312) 555-0101", None),
}


@pytest.mark.parametrize(("heading", "cell"), PHONES, ids=str)
def test_phones_of_several_sorts_in_a_cell(said, heading, cell):
    (row,) = said([["Name", "NPI", heading], ["Poe, Ed, MD", "1679576722", cell]])
    found = tuple(row.values.get(f"provider.{kind}") for kind in ("phone", "fax", "cell"))
    assert found == PHONES[heading, cell] and not row.problems
    assert any(found) or row.notes  # what is left out is said
