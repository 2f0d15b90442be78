"""Social security numbers and birth dates in the middle of a text: masked where words stand, taken out of names and numbers."""

import pytest

from workbench.sheets.cell.private_texts import any_held, held, masked, without


@pytest.mark.parametrize(
    ("text", "kept", "rest"),
    [
        ("SSN 219-09-9999, DOB 3/14/1961", "SSN …9999, DOB ••••", ""),
        ("her SSN is 123 45 6789", "her SSN is …6789", "her SSN is"),
        ("ss# 219099999", "ss# …9999", ""),
        ("Social Security No. 219-09-9999", "Social Security No. …9999", ""),
        ("SSN: 12345678, a zero lost", "SSN: …5678, a zero lost", "a zero lost"),
        ("123–45–6789", "…6789", ""),
        ("123-\u200b45-6789", "…6789", ""),
        ("Medicare 123-45-6789A", "Medicare …6789", "Medicare"),
        ("Smith, John (SSN 123-45-6789), MD", "Smith, John (SSN …6789), MD", "Smith, John, MD"),
        ("A123; 123-45-6789", "A123; …6789", "A123"),
        ("DOB: March 14, 1961", "DOB: ••••", ""),
        ("DOB(mm/dd/yy): 3/14/61", "DOB(mm/dd/yy): ••••", ""),
        ("D.O.B. 1961-03-14", "D.O.B. ••••", ""),
        ("dob 03141961", "dob ••••", ""),
        ("born on 14 Mar 1961 in Peoria", "born on •••• in Peoria", "in Peoria"),
        ("born 1961", "born ••••", ""),
        ("Her birthday is Mar 14", "Her birthday is ••••", "Her"),
        ("3/14/1961 (DOB)", "•••• (DOB)", ""),
        ("BD 3/14/61", "BD ••••", ""),
        ("Exp 6/30/2027, DOB 3/14/1961", "Exp 6/30/2027, DOB ••••", "Exp 6/30/2027"),
        ("born: 3/14/61; SSN: 219-09-9999; cell 312-555-1212", "born: ••••; SSN: …9999; cell 312-555-1212", None),
    ],
)
def test_what_is_private_is_masked_or_taken_out(text, kept, rest):
    assert masked(text) == kept and held(text) != (False, False) and any_held(["x1234", text])
    assert rest is None or without(text) == rest
    assert masked(kept) == kept


@pytest.mark.parametrize(
    "text",
    [
        "call 312-555-0101",
        "NPI 1234567893",
        "036-119204",
        "1-123-45-6789",
        "60601-1234",
        "class 12345678",
        "assn 123456789",
        "gave birth 3/14/2026",
        "Osborn 3/14/2026",
        "BD cert 6/30/2027",
        "BD 6/30/2027",
        "XXX-XX-6789",
        "Born in Chicago, 2 kids",
    ],
)
def test_what_only_looks_alike_stays(text):
    assert masked(text) == without(text) == text and held(text) == (False, False) and not any_held([text])
