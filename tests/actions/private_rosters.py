"""Small rosters in which something private stands in an odd place, and the bytes of which nothing may be kept."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

NPIS = ("1234567893", "1477552867", "1588667638", "1699778688")
SSN = ("219-09-9999", "078-05-1120", "457-55-5462")
"""Numbers that were never given to a person, or were made public as examples."""
BORN = (date(1961, 3, 14), date(1975, 7, 21), date(1988, 12, 5))
_NAMES = (("Ngo", "Ann"), ("Poe", "Tim"), ("Xu", "Li"))


class Odd(NamedTuple):
    """A roster: what fills its workbook, the bytes that nothing may hold, and how many of its three people come in."""

    fill: Callable[[openpyxl.Workbook], Any]
    secrets: tuple[str, ...]
    people: int = 3
    told: str = "social security number"
    """What the review says of it."""


def _table(book: openpyxl.Workbook, headings: list[str], *columns: tuple[Any, ...]) -> Any:
    """Three people with these further columns."""
    book.active.title = "Staff"
    book.active.append(["Last Name", "First Name", "NPI", *headings])
    for n, (last, first) in enumerate(_NAMES):
        book.active.append([last, first, NPIS[n], *(column[n] for column in columns)])
    return book.active


def _in_names(book: openpyxl.Workbook) -> None:
    book.active.append(["Name", "NPI", "License #"])
    book.active.append([f"Ngo, Ann {SSN[0]}, MD", NPIS[0], "036-119204"])
    book.active.append([f"Poe, Tim, MD (SSN {SSN[1]}; DOB 7/21/1975)", NPIS[1], "036-119205"])
    book.active.append(["Xu, Li 457555462, MD", NPIS[2], "036-119206"])


def _in_comments(book: openpyxl.Workbook) -> None:
    sheet = _table(book, ["Dept"], ("Surgery", "Surgery", "Medicine"))
    sheet["A2"].comment = Comment(f"DOB 3/14/1961, SSN {SSN[0]}", "Ann")
    sheet["D3"].comment = Comment("born July 21, 1975", "Ann")
    sheet["F9"].comment = Comment(f"soc sec {SSN[2]}", "Ann")


def _hidden(book: openpyxl.Workbook) -> None:
    sheet = _table(book, ["SS#", "Dept"], tuple(text.replace("-", "") for text in SSN), ("Surgery",) * 3)
    sheet.column_dimensions["D"].hidden = True


def _legend(book: openpyxl.Workbook) -> None:
    sheet = _table(book, ["Dept"], ("Surgery",) * 3)
    sheet["A2"].fill = PatternFill("solid", fgColor="FFFFFF00")
    sheet["A7"], sheet["A8"] = f"Yellow = pending, SSN {SSN[0]}", "Ngo: DOB 3/14/1961"
    sheet["A7"].fill = PatternFill("solid", fgColor="FFFFFF00")


def _dependents(book: openpyxl.Workbook) -> None:
    _table(book, ["Dept"], ("Surgery",) * 3)
    sheet = book.create_sheet("Dependents")
    sheet.append(["Last Name", "First Name", "Relation", "DOB", "Member SSN"])
    for (last, _), child, day, ssn in zip(_NAMES, ("Al", "Bo", "Cy"), BORN, SSN, strict=True):
        sheet.append([last, child, "Child", day, ssn])


def _tax_numbers(book: openpyxl.Workbook) -> None:
    practices = ("Ngo MD PC", "Lake Clinic", "Xu Li MD")
    _table(book, ["Group", "Tax ID"], practices, (SSN[0], "36-1234567", SSN[2]))


def _tax_numbers_of_most(book: openpyxl.Workbook) -> None:
    _table(book, ["Group", "TIN"], ("Ngo MD PC", "Poe MD", "Xu Li MD"), (SSN[0], SSN[1], 457555462))


def _medicare(book: openpyxl.Workbook) -> None:
    _table(book, ["Medicare #", "CAQH ID"], (f"{SSN[0]}A", "I12345", "I12346"), ("12345678", SSN[1], "12345679"))


def _drivers_licenses(book: openpyxl.Workbook) -> None:
    numbers, passports = ("N200-4416-1073", "P612-7717-5207", "X333-1998-8342"), ("C03004786", "C03004787", "C03004788")
    _table(book, ["Driver's License", "DL State", "Passport #"], numbers, ("IL", "IL", "IN"), passports)


def _notes(book: openpyxl.Workbook) -> None:
    said = (f"SSN {SSN[0]}, DOB 3/14/1961", "Her birthday is July 21, 1975", f"ssn# {SSN[2]} b-day 12/05/88")
    _table(book, ["Notes", "Dept"], said, ("Surgery", f"Surgery {SSN[0]}", "Medicine"))


def _no_heading(book: openpyxl.Workbook) -> None:
    _table(book, ["", ""], BORN, (219099999, 78051120, "457555462"))


def _abbreviated(book: openpyxl.Workbook) -> None:
    _table(book, ["Brth Dt", "BD", "Yr Born"], BORN, ("3/14/61", "7/21/1975", "12/05/88"), (1961, 1975, 1988))


def _no_headings_at_all(book: openpyxl.Workbook) -> None:
    for n, (last, first) in enumerate(_NAMES):
        book.active.append([f"{last}, {first}, MD", NPIS[n], BORN[n], int(SSN[n].replace("-", ""))])
    for n in range(3):
        book.active.append([f"Ode{'abc'[n]}, Ed, MD", ("1003000126", "1003000134", "1003000142")[n], BORN[n], None])


def _wrong_rows(book: openpyxl.Workbook) -> None:
    sheet = _table(book, ["Birth Date", "SSN", "Notes"], BORN, SSN, ("", f"SSN {SSN[1]}", ""))
    for row in (2, 3, 4):
        sheet.cell(row, 3, f"123456789{row - 2}")


def _rows_that_go_on(book: openpyxl.Workbook) -> None:
    book.active.append(["Last Name", "First Name", "NPI", "SSN", "DOB", "License #", "Lic State", "Note"])
    for n, (last, first) in enumerate(_NAMES):
        said = f"ssn {SSN[n]}"
        book.active.append([last, first, NPIS[n], SSN[n], BORN[n], f"036-11920{n}", "IL", said])
        book.active.append([None, None, None, None, None, f"A1234{n}", "CA", '"'])


def _between(book: openpyxl.Workbook) -> None:
    book.active.append([f"Roster, ask {SSN[0]}"])
    book.active.append(["Last Name", "First Name", "NPI", f"Phone (SSN {SSN[1]})"])
    for n, (last, first) in enumerate(_NAMES):
        book.active.append([f"Dr {last}, born {BORN[n]:%B} {BORN[n].day}, {BORN[n].year}"])
        book.active.append([f"DEPARTMENT OF SURGERY {SSN[n]}"])
        book.active.append([last, first, NPIS[n], "312-555-0101"])
    book.active.append([f"Total 3, SSN {SSN[2]}"])


def _own_numbers(book: openpyxl.Workbook) -> None:
    licenses = (SSN[0], f"036-119205; {SSN[1]}", "036119206 SSN 457555462")
    phones, days = (
        (SSN[0], "312-555-0102 (b-day 7/21/1975)", "312-555-0103"),
        (f"12/31/2027 {SSN[0]}", "12/31/2027", "12/31/2027"),
    )
    _table(
        book,
        ["License #", "Lic Exp", "Phone", "Board", "Board Number"],
        licenses,
        days,
        phones,
        ("ABIM born 3/14/1961", "ABIM", "ABFM"),
        ("1", SSN[1], "3"),
    )


def _dependents_beside(book: openpyxl.Workbook) -> None:
    _table(book, ["Spouse", "Spouse DOB", "Child 1", "Child 1 DOB"], ("Bo", "Cy", "Di"), BORN, ("E", "F", "G"), BORN)


_BARE = tuple(text.replace("-", "") for text in SSN)


def _dotted(book: openpyxl.Workbook) -> None:
    days = tuple(f"{day:%m/%d/%Y}" for day in BORN)
    _table(book, ["D.O.B", "DO.B (mm/dd/yyyy)", "Physician D.O.B", "Y.O.B"], BORN, days, days, (1961, 1975, 1988))


def _tax_numbers_again(book: openpyxl.Workbook) -> None:
    practices = ("Ngo MD PC", "Poe MD PC", "Xu Li MD")
    again = (_BARE[0], float(_BARE[1]), "45-7555462")
    _table(book, ["SSN", "Tax ID", "Group", "Ident"], SSN, again, practices, (_BARE[1], "x", f"no. {_BARE[2]}"))


def _tax_numbers_alone(book: openpyxl.Workbook) -> None:
    _table(book, ["SSN (last 4)", "Tax ID"], tuple(text[-4:] for text in SSN), _BARE)


def _tax_numbers_by_last_four(book: openpyxl.Workbook) -> None:
    practices = ("Ngo MD PC", None, "Xu Li MD")
    _table(book, ["Last 4 SSN", "Tax ID", "Group"], tuple(text[-4:] for text in SSN), _BARE, practices)


def _repeated(book: openpyxl.Workbook) -> None:
    """Birth dates and social security numbers once more in columns that nobody reads, where theirs is empty too."""
    days = (f"{BORN[0]:%m/%d/%Y}", BORN[1], (BORN[2] - date(1899, 12, 30)).days)
    words = (f"since {BORN[0]:%B} {BORN[0].day}, {BORN[0].year}", f"{BORN[1]:%d %b %Y}", "x")
    said = ("likes tea", f"see {BORN[1]:%m/%d/%y}", f"{BORN[2].isoformat()}!")
    _table(book, ["DOB", "Zeta", "Theta", "Notes"], BORN, days, words, said)


def _repeated_numbers(book: openpyxl.Workbook) -> None:
    _table(book, ["SSN", "Zeta", "Theta"], (SSN[0], SSN[1], None), _BARE, (f"x {_BARE[0]}", SSN[1], "y"))


def _beside_names(book: openpyxl.Workbook) -> None:
    book.active.append(["Name", "NPI", "License #", "Zeta"])
    book.active.append(["Ngo, Ann, MD (b. 3/14/1961)", NPIS[0], "036-119204", "3/14/61"])
    book.active.append(["Poe, Tim, MD (7/21/1975)", NPIS[1], "036-119205", BORN[1]])
    book.active.append(["Xu, Li *1988", NPIS[2], "036-119206", "ssn …5462"])


def _beside_some_names(book: openpyxl.Workbook) -> None:
    _beside_names(book)
    book.active["A2"], book.active["A4"] = "Ngo, Ann, MD", "Xu, Li [birthdate 12/5/88]"
    book.active["D2"] = None


def _ids(book: openpyxl.Workbook) -> None:
    _table(book, ["ID", "Employee ID", "Fed ID", "EIN"], _BARE, _BARE, tuple(map(float, _BARE)), _BARE)


_T = tuple(f"{text[:2]}-{text[2:]}" for text in _BARE)
_LAST = tuple(f"…{text[-4:]}" for text in SSN)
_S = tuple(text for each in SSN for text in (each, each.replace("-", ""), each[4:]))
_D = tuple(
    text
    for day in BORN
    for text in (
        day.isoformat(),
        f"{day:%m/%d/%y}",
        f"{day.month}/{day.day}/{day:%y}",
        f"{day.month}/{day.day}/{day.year}",
        f"{day:%B} {day.day}, {day.year}",
    )
)
_ALL = (*_S, *_LAST, *(text.encode().decode("latin-1") for text in _LAST), *_T, *_D)

ROSTERS = {
    "in the middle of names": Odd(_in_names, _ALL),
    "in comments": Odd(_in_comments, _ALL, told="Comments beside nobody: F9 “soc sec ••••”"),
    "in a hidden column": Odd(_hidden, _ALL),
    "in a legend": Odd(_legend, _ALL, told=""),
    "of dependents on a sheet of their own": Odd(_dependents, _ALL, told=""),
    "of dependents beside": Odd(_dependents_beside, _ALL, told="Child 1 DOB (birth dates)"),
    "as tax numbers of solo doctors": Odd(_tax_numbers, _ALL),
    "as most tax numbers": Odd(_tax_numbers_of_most, _ALL),
    "as Medicare and CAQH numbers": Odd(_medicare, _ALL),
    "driver's licenses": Odd(
        _drivers_licenses,
        ("N200", "4416-1073", "P612", "X333", "C0300478"),
        told="Passport # (numbers of driver's licenses or passports)",
    ),
    "in remarks and departments": Odd(_notes, _ALL),
    "without a heading": Odd(_no_heading, _ALL),
    "under abbreviations": Odd(_abbreviated, (*_ALL, "1961", "1975", "1988"), told="BD (birth dates)"),
    "without any headings": Odd(_no_headings_at_all, _ALL, 6),
    "in rows that go on with the one above": Odd(_rows_that_go_on, _ALL),
    "in lines between the rows": Odd(_between, _ALL, told=""),
    "among licenses, days and phones": Odd(_own_numbers, _ALL),
    "under letters with dots": Odd(_dotted, (*_ALL, "1961", "1975", "1988"), told="D.O.B (birth dates)"),
    "as tax numbers again": Odd(_tax_numbers_again, _ALL),
    "as tax numbers without a group": Odd(_tax_numbers_alone, _ALL, told="may be social security numbers"),
    "as tax numbers that end so": Odd(_tax_numbers_by_last_four, _ALL, told="may be a person's own number"),
    "under IDs": Odd(_ids, _ALL, told="may be social security numbers"),
    "repeated in columns that nobody reads": Odd(_repeated, _ALL, told="hold a birth date"),
    "as numbers repeated in columns that nobody reads": Odd(
        _repeated_numbers, _ALL, told="Zeta (social security numbers)"
    ),
    "beside names": Odd(_beside_names, (*_ALL, "1961", "1975", "1988"), told="Name: 3 cells hold a birth date"),
    "beside some names": Odd(_beside_some_names, _ALL, told="Name: 2 cells hold a birth date"),
    "in rows that are refused": Odd(_wrong_rows, _ALL, 0),
}


def written(name: str, folder: Path) -> Path:
    """The roster as a file."""
    book = openpyxl.Workbook()
    ROSTERS[name].fill(book)
    path = folder / "Roster.xlsx"
    book.save(path)
    return path
