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
