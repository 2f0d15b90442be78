"""Social security numbers and birth dates in the middle of a text: masked where words stand, taken out of names and numbers."""

from datetime import date

import pytest

from workbench.records.private_texts import any_held, held, masked, without
from workbench.sheets.cell.private_days import births_in, without_days


@pytest.mark.parametrize(
    ("text", "kept", "rest"),
    [
        ("SSN 219-09-9999, DOB 3/14/1961", "SSN ••••, DOB ••••", ""),
        ("her SSN is 123 45 6789", "her SSN is ••••", "her SSN is"),
        ("ss# 219099999", "ss# ••••", ""),
        ("Social Security No. 219-09-9999", "Social Security No. ••••", ""),
        ("SSN: 12345678, a zero lost", "SSN: ••••, a zero lost", "a zero lost"),
        ("123–45–6789", "••••", ""),
        ("123-\u200b45-6789", "••••", ""),
        ("Medicare 123-45-6789A", "Medicare ••••", "Medicare"),
        ("Smith, John (SSN 123-45-6789), MD", "Smith, John (SSN ••••), MD", "Smith, John, MD"),
        ("A123; 123-45-6789", "A123; ••••", "A123"),
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
        ("ssn …7710 on file", "ssn …•••• on file", "on file"),
        ("SSN ends in 7710", "SSN ends in ••••", ""),
        ("SSN (last 4): 7710", "SSN (last 4): ••••", ""),
        ("XXX-XX-7710", "XXX-XX-••••", ""),
        ("(b. 4/17/1961)", "(b. ••••)", ""),
        ("Director, b. 1961", "Director, b. ••••", "Director"),
        ("b 17.4.1961", "b ••••", ""),
        ("birth year 1961", "birth year ••••", ""),
        ("geb. 17.04.1961", "geb. ••••", ""),
        ("DOB4/17/1961", "DOB••••", ""),
        ("ssn ends 6789", "ssn ends ••••", ""),
        ("SSN ending 6789", "SSN ending ••••", ""),
        ("last four 6789", "last four ••••", ""),
        ("last 4 of SSN: 6789", "last 4 of SSN: ••••", ""),
        ("dob of 3/14/79", "dob of ••••", ""),
        ("Fecha de nacimiento 14/03/1979", "Fecha de nacimiento ••••", ""),
        ("fecha de nac.: 14 de marzo de 1979", "fecha de nac.: ••••", ""),
        ("nacida el 14/03/1979", "nacida el ••••", ""),
        ("Número de seguro social 123456789", "Número de seguro social ••••", ""),
        ("Últimos cuatro: 6789", "Últimos cuatro: ••••", ""),
        ("driver's license 123-45-6789", "driver's license ••••", "driver's license"),
        ("policy 123-45-6788; 123-45-6789", "policy 123-45-6788; ••••", "policy 123-45-6788"),
        ("born: 3/14/61; SSN: 219-09-9999; cell 312-555-1212", "born: ••••; SSN: ••••; cell 312-555-1212", None),
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
        "Policy no. 123-45-6789",
        "Claim #100-20-3000",
        "License: 012-34-5678",
        "the last four 2021-2022",
        "last four of 5 cases 2020",
        "1-123-45-6789",
        "60601-1234",
        "class 12345678",
        "assn 123456789",
        "Osborn 3/14/2026",
        "BD cert 6/30/2027",
        "BD 6/30/2027",
        "Born in Chicago, 2 kids",
        "SSN on file 2024",
        "SS 2020",
        "Ext ###-1234",
        "Hep B 3/4/1999",
        "hepatitis b. 3/4/1999",
        "gave birth 3/14/2026",
    ],
)
def test_what_only_looks_alike_stays(text):
    assert masked(text) == without(text) == text and held(text) == (False, False) and not any_held([text])


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("Fischer, Lars, MD, PhD (b. 4/17/1961)", "Fischer, Lars, MD, PhD"),
        ("Fischer, Lars (born 4/17/1961)", "Fischer, Lars"),
        ("Fischer, Lars b. 1961", "Fischer, Lars"),
        ("Fischer, Lars b 4/17/61, MD", "Fischer, Lars, MD"),
        ("Fischer, Lars *1961", "Fischer, Lars"),
        ("Fischer, Lars (* 17.4.1961)", "Fischer, Lars"),
        ("Fischer, Lars d.o.b 4/17/1961", "Fischer, Lars"),
        ("Fischer, Lars birthdate 4/17/1961", "Fischer, Lars"),
        ("Fischer, Lars [Apr 17, 1961], MD", "Fischer, Lars, MD"),
        ("Fischer, Lars (1961-04-17)", "Fischer, Lars"),
        ("FISCHER, LARS B. 4/17/1961", "FISCHER, LARS B."),
    ],
)
def test_beside_a_name_signs_and_brackets_say_a_birth_date_too(name, rest):
    assert without(name, name=True) == rest
    assert held(name, name=True) == (False, True) and any_held(["x", name], name=True)


@pytest.mark.parametrize(
    "name",
    ["Smith, Ann B., MD", "Smith, Ann (resigned 6/30/2001)", "Smith, Ann (6/30/2031)", "Smith, Ann *2", "Poe, Bob 20"],
)
def test_of_other_names_nothing_is_taken(name):
    assert without(name, name=True) == name and not any_held([name], name=True)


@pytest.mark.parametrize(
    "text", ["1961-03-14", "3/14/1961", "3/14/61", "3.14.1961", "Mar 14, 1961", "14 March 1961", "03141961", "19610314"]
)
def test_a_day_is_known_however_it_is_written(text):
    assert without_days(f"see {text}, 3/14/2024", {date(1961, 3, 14)}, mask=True) == "see ••••, 3/14/2024"
    assert births_in(f"DOB {text}") == {date(1961, 3, 14)}
    assert without_days(f"see {text}", {date(1961, 3, 15)}, mask=True) == f"see {text}"
