"""A small roster for every line of README's table of layouts: what stands in it, and which row is worth looking at."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904

Table = Sequence[Sequence[Any]]
NPIS = ("1477552867", "1932102084", "1679576722", "1245319599", "1003000126", "1234567893")
OKAFOR, ADAMS, YOUNG, NOVAK = "Okafor, Adaeze N., MD", "Adams, Bo, MD", "Young, Cy, DO", "Novak, Eva, PA-C"
FOUR = (OKAFOR, ADAMS, YOUNG, NOVAK)
SIX = (*FOUR, "Reyes, Ana, MD", "Singh, Om, DO")
JULY = date(2027, 7, 31)
YELLOW = "FFFF00"


@dataclass(frozen=True)
class Layout:
    """One line of the table, found by words of its own, and the file that shows it."""

    name: str
    """Of the picture's file."""
    words: str
    """As they stand in README's line, and in no other."""
    sheets: dict[str, Table]
    row: int = 0
    """The row of the file whose card shows; 0 is the first of the plan."""
    kind: str = "xlsx"
    encoding: str = "utf-8"
    file: str = "Roster"
    struck: Sequence[int] = ()
    yellow: Sequence[int] = ()
    merged: Sequence[str] = ()
    known: Sequence[str] = ()
    """Departments that the office has."""
    formats: dict[str, str] = field(default_factory=dict)
    of_1904: bool = False
    """Whether the workbook counts its days from 1904 on."""

    def write(self, folder: Path) -> Path:
        """The file, as an office would send it."""
        path = folder / f"{self.file}.{self.kind}"
        if self.kind == "csv":
            (table,) = self.sheets.values()
            lines = [",".join(f'"{cell}"' if "," in str(cell) else str(cell) for cell in row) for row in table]
            path.write_text("\n".join(lines) + "\n", self.encoding)
            return path
        book = openpyxl.Workbook()
        book.remove(book.active)
        if self.of_1904:
            book.epoch = CALENDAR_MAC_1904
        for title, table in self.sheets.items():
            self._fill(book.create_sheet(title), table)
        book.save(path)
        return path

    def _fill(self, sheet: Any, table: Table) -> None:
        for row in table:
            sheet.append(list(row))
        for number in (*self.struck, *self.yellow):
            for cell in sheet[number]:
                cell.font = Font(strike=number in self.struck)
                if number in self.yellow:
                    cell.fill = PatternFill("solid", fgColor=YELLOW)
        for each in self.merged:
            sheet.merge_cells(each)
        for cell, format_ in self.formats.items():
            sheet[cell].number_format = format_


def _people(*more: str) -> list[list[Any]]:
    """Name and NPI of four, with what else is said of each."""
    return [[name, npi, *(each for each in said)] for name, npi, said in zip(FOUR, NPIS, more, strict=False)]


def _beside(heads: Sequence[str], *values: Sequence[Any]) -> Table:
    """Names and NPIs, and further columns, a row a person."""
    rows = [[name, npi, *said] for name, npi, said in zip(FOUR, NPIS, values, strict=False)]
    return [["Name", "NPI", *heads], *rows]


LICENSE = ("License #", "Lic State", "Lic Exp")
LAYOUTS = (
    Layout(
        "titles",
        "above its headings, or headings on two rows",
        {
            "Roster": [
                ["RIVERBEND MEDICAL CENTER"],
                ["Medical Staff Roster, as of 11/02/2026"],
                [],
                ["Practitioner", None, "License", None, None],
                ["Name", "NPI", "Number", "State", "Expires"],
                [OKAFOR, NPIS[0], "036-119204", "IL", JULY],
                [ADAMS, NPIS[1], "036-120551", "IL", JULY],
            ]
        },
        merged=("A4:B4", "C4:E4"),
    ),
    Layout(
        "pages",
        "repeats its headings on every page",
        {
            "Roster": [
                ["Name", "NPI", "Specialty"],
                ["DEPARTMENT OF SURGERY"],
                [OKAFOR, NPIS[0], "General Surgery"],
                [ADAMS, NPIS[1], "Urology"],
                ["Page 1 of 2"],
                ["Name", "NPI", "Specialty"],
                ["DEPARTMENT OF MEDICINE"],
                [YOUNG, NPIS[2], "Nephrology"],
                ["Total: 3"],
            ]
        },
    ),
    Layout(
        "lines-in-lines",
        "section lines one after the other",
        {
            "Roster": [
                ["Name", "NPI"],
                ["SURGERY"],
                ["ACTIVE STAFF"],
                [OKAFOR, NPIS[0]],
                ["COURTESY STAFF"],
                [ADAMS, NPIS[1]],
                ["MEDICINE"],
                ["ACTIVE STAFF"],
                [YOUNG, NPIS[2]],
                ["RESIGNED"],
                [NOVAK, NPIS[3]],
            ]
        },
        row=6,
    ),
    Layout(
        "stacked",
        "stacks tables with other headings",
        {
            "Staff": [
                ["Medical Staff Roster, as of 11/02/2026"],
                ["Physician", "NPI", "Specialty", "License #", "Lic Exp"],
                [OKAFOR, NPIS[0], "Nephrology", "036-119204", JULY],
                [ADAMS, NPIS[1], "Urology", "036-120551", JULY],
                [],
                ["Name", "Supervising Physician", "NPI", "Department"],
                [NOVAK, OKAFOR, NPIS[3], "Surgery"],
            ]
        },
        row=7,
    ),
    Layout(
        "turned",
        "has people in columns",
        {
            "Staff": [
                ["Provider", *FOUR[:3]],
                ["NPI", *NPIS[:3]],
                ["License #", "036-119204", "036-120551", "036-119207"],
                ["Lic State", "IL", "IL", "IL"],
                ["Lic Exp", JULY, JULY, JULY],
            ]
        },
    ),
    Layout(
        "odd-headings",
        "`Lic Exp (MM/YY)`",
        {
            "Roster": [
                [
                    "Apellido",
                    "Nombre",
                    "NPI (10 digit)",
                    "License(s)",
                    "Lic Exp (MM/YY)",
                    "NPI (Group)",
                    "Svc Location Zip",
                ],
                ["Okafor", "Adaeze", NPIS[0], "036-119204", "07/31/27", NPIS[5], "60611"],
                ["Adams", "Bo", NPIS[1], "036-120551", "07/31/27", NPIS[5], "60612"],
            ]
        },
    ),
    Layout(
        "positional",
        "each belongs to what stands on its left",
        {
            "Roster": _beside(
                ("License", "State", "Exp", "DEA", "Exp", "Malpractice Carrier", "Exp"),
                ("036-119204", "IL", JULY, "FO1234563", date(2028, 1, 31), "ISMIE", date(2026, 12, 31)),
                ("036-120551", "IL", JULY, "FA2345672", date(2027, 9, 30), "MedPro", date(2027, 6, 30)),
            )
        },
    ),
    Layout(
        "sheets",
        "one sheet a category",
        {
            "Active": [["Name", "NPI"], [OKAFOR, NPIS[0]], [ADAMS, NPIS[1]]],
            "Courtesy": [["Name", "NPI"], [YOUNG, NPIS[2]]],
        },
        row=3,
    ),
    Layout(
        "named-elsewhere",
        "has the names on one sheet",
        {
            "Staff": [["Name", "NPI"], [OKAFOR, NPIS[0]], [ADAMS, NPIS[1]]],
            "Licenses": [
                ["NPI", *LICENSE],
                [NPIS[0], "036-119204", "IL", JULY],
                [NPIS[0], "12077-20", "WI", JULY],
                [NPIS[1], "036-120551", "IL", JULY],
            ],
        },
    ),
    Layout(
        "gone",
        "Former Members",
        {"Former Members": [["Name", "NPI"], [OKAFOR, NPIS[0]], [ADAMS, NPIS[1]]]},
    ),
    Layout(
        "twice",
        "the same person on Active and on Resigned",
        {
            "Active": [["Name", "NPI"], [OKAFOR, NPIS[0]], [ADAMS, NPIS[1]]],
            "Resigned": [["Name", "NPI"], [ADAMS, NPIS[1]]],
        },
    ),
    Layout(
        "licenses-in-rows",
        "one row a license",
        {
            "Roster": [
                ["Name", "NPI", *LICENSE],
                [OKAFOR, NPIS[0], "036-119204", "IL", JULY],
                [None, None, "61234", "WI", date(2028, 1, 31)],
                ['"', '"', "A105195", "CA", date(2027, 3, 31)],
                [ADAMS, NPIS[1], "036-120551", "IL", JULY],
            ]
        },
    ),
    Layout(
        "licenses-side-by-side",
        "licenses side by side",
        {
            "Roster": _beside(
                ("IL License", "IL Exp", "WI License", "WI Exp"),
                ("036-119204", JULY, "61234", date(2028, 1, 31)),
                ("036-120551", JULY, None, None),
            )
        },
    ),
    Layout(
        "several-in-a-cell",
        "several in a cell",
        {
            "Roster": _beside(
                ("Licenses", "Board"),
                ("CA A12345 exp 6/30/27; NV 9876", "ABIM (IM 2031, Cards 2029)"),
                ("IL 036-120551 exp 7/31/27", "ABS 2030"),
            )
        },
    ),
    Layout(
        "two-specialties",
        "IM / Cardiology",
        {
            "Roster": _beside(
                ("Specialty",), ("Internal Medicine / Cardiology",), ("Urology",), ("Hematology / Oncology",)
            )
        },
    ),
    Layout(
        "two-lines",
        "two lines a person",
        {
            "Directory": [
                ["Name", "NPI", "License", "Exp Date"],
                ["Address", "City/State/Zip", "Phone", "Email"],
                *[
                    row
                    for n in range(4)
                    for row in (
                        [FOUR[n], NPIS[n], f"036-11920{n}", JULY],
                        [f"{n + 1} Elm St", "Chicago, IL 60611", f"(312) 555-010{n}", f"m{n}@x.org"],
                    )
                ],
            ]
        },
        row=3,
    ),
    Layout(
        "blocks",
        "blocks of labels and values",
        {
            "Report": [
                ["Name:", OKAFOR, "NPI:", NPIS[0]],
                ["Specialty:", "Nephrology", "Phone:", "(312) 555-0101"],
                ["License:"],
                ["IL", "036-119204", JULY],
                ["WI", "61234", date(2028, 1, 31)],
                [],
                ["Name:", ADAMS, "NPI:", NPIS[1]],
                ["Specialty:", "Urology", "Phone:", "(312) 555-0102"],
                ["License:"],
                ["IL", "036-120551", JULY],
            ]
        },
    ),
    Layout(
        "facilities",
        "one column a facility",
        {
            "Roster": _beside(
                ("North Hospital", "South Hospital"), ("Active", "Courtesy"), ("Active", None), (None, "Consulting")
            )
        },
    ),
    Layout(
        "may-be-facilities",
        "names that may be facilities",
        {
            "Roster": _beside(
                ("Mercy", "Lakeside", "Voting"),
                ("Active", "Courtesy", "Active"),
                ("Courtesy", None, "Inactive"),
                (None, "Active", "Active"),
            )
        },
    ),
    Layout(
        "left-on",
        "a day under `Resigned`",
        {
            "Roster": _beside(
                ("Resigned", "Term Date"), (date(2025, 6, 30), None), (None, date(2025, 3, 31)), (None, None)
            )
        },
    ),
    Layout(
        "headed-by-a-status",
        "a column headed by a status",
        {"Roster": _beside(("Suspended", "Active?"), ("Y", "Yes"), (None, "No"), (None, "Yes"))},
    ),
    Layout(
        "two-statuses",
        "two statuses in a cell",
        {"Roster": _beside(("Status",), ("Active",), ("Active - Resigned 1/1/26",), ("No longer active",))},
        row=3,
    ),
    Layout(
        "excluded",
        "excluded or sanctioned",
        {"Roster": _beside(("SANCDATE",), ("20200101",), ("20210601",), ("20190315",))},
    ),
    Layout(
        "limits",
        "writes limits as `1/3`",
        {"Roster": _beside(("Carrier", "Limits"), ("ISMIE", "1/3"), ("ISMIE", "200/600"), ("ISMIE", "20/60"))},
    ),
    Layout(
        "two-in-a-heading",
        "two things in a cell and in its heading",
        {
            "Roster": _beside(
                ("Dept/Section", "Lic/State", "Board/Exp"),
                ("Surgery / Urology", "A 105195 / CA", "ABS / 12-31-30"),
                ("Medicine / Cardiology", "G 88112 / CA", "ABIM / 12-31-28"),
                ("OB/GYN", "G 88120 / CA", "ABOG / 12-31-29"),
            )
        },
        known=("Surgery", "Medicine", "OB/GYN"),
    ),
    Layout(
        "professions",
        "a license for each profession",
        {
            "Roster": _beside(
                ("RN License", "RN Exp", "APRN License", "APRN Exp"),
                ("041-1", JULY, "209-1", JULY),
                ("041-2", JULY, "209-2", JULY),
            )
        },
    ),
    Layout(
        "reappointments",
        "says `Reappt` and not which",
        {"Roster": _beside(("Reappt",), (date(2028, 1, 31),), (date(2016, 2, 29),), (date(2014, 5, 31),))},
    ),
    Layout(
        "several-columns",
        "numbers what a person can have several of",
        {
            "Roster": _beside(
                ("Hospital Affiliation 1", "Hospital Affiliation 2", "Language 1", "Language 2"),
                ("Cleveland Clinic", "Mayo", "Russian", "English"),
                ("Mayo", None, "Thai", None),
            )
        },
    ),
    Layout(
        "marks-under",
        "an X under staff categories or departments",
        {
            "Staff": [
                ["Name", "NPI", "Active", "Courtesy", "Medicine", "Surgery"],
                [FOUR[0], NPIS[0], "X", "", "X", ""],
                [FOUR[1], NPIS[1], "", "X", "", "X"],
                [FOUR[2], NPIS[2], "X", "", "", "X"],
                [FOUR[3], NPIS[3], "X", "", "X", ""],
            ]
        },
        known=("Medicine", "Surgery"),
    ),
    Layout(
        "cards",
        "X, check, 1 or Yes under ACLS",
        {"Roster": _beside(("ACLS", "BLS"), ("X", "X"), ("Yes", None), (None, "1"))},
    ),
    Layout(
        "leave",
        "LOA 1/5-4/1",
        {"Roster": _beside(("Status",), ("LOA 1/5-4/1",), ("Resigned 6/30/25",), ("Active",), ("PGY-3",))},
    ),
    Layout(
        "names-with-more",
        "`RESIGNED - Ple, Al, MD`",
        {
            "Roster": [
                ["Name", "NPI"],
                ["RESIGNED - Ple, Al, MD", NPIS[0]],
                ["Brandt, Li, MD (Chair)", NPIS[1]],
                ["12. Reyes, Ann, DO", NPIS[2]],
                [NOVAK, NPIS[3]],
            ]
        },
    ),
    Layout(
        "names-and-words",
        "`Koo, Ka MD NEW`",
        {
            "Roster": [
                ["Name", "NPI"],
                ["Koo, Ka MD NEW", NPIS[0]],
                ["Ri, Al, MD, deferred", NPIS[1]],
                ["Noo, Ni, Chief Resident", NPIS[2]],
                ["Harms, Russell, Podiatrist", NPIS[3]],
            ]
        },
    ),
    Layout(
        "two-people",
        "`Joo, Jo MD / Koo, Ka MD`",
        {
            "Roster": [
                ["Name", "NPI"],
                ["Joo, Jo MD / Koo, Ka MD", NPIS[0]],
                [NOVAK, NPIS[1]],
                ["Loo, Lu & Loo, La", NPIS[2]],
                ["Reyes, Ann, DO", NPIS[3]],
            ]
        },
    ),
    Layout(
        "status-and-category",
        "`Active/Courtesy`",
        {"Roster": _beside(("Status",), ("Active/Courtesy",), ("Active/Consulting",), ("Active/Courtesy",))},
    ),
    Layout(
        "odd-cells",
        "`see file`, `exempt`",
        {
            "Roster": _beside(
                ("License #", "Lic State", "DEA", "Phone", "Email"),
                ("036-119204", "IL", "see file", "unlisted", "ao@example.org; adaeze@example.org"),
                ("036-120551", "IL", "FA2345672", "(312) 555-0102", "bo@example.org"),
                ("FY1234563", "IL", "exempt", "(312) 555-0103", "cy@example.org"),
                ("085-004411", "IL", "MN1234563", "(312) 555-0104", "eva@example.org"),
            )
        },
    ),
    Layout(
        "numbers-with-words",
        "`Lic# 29517`",
        {
            "Roster": _beside(
                ("License #", "Lic State", "Phone", "ZIP"),
                ("Lic# 29517", "WI", "O: 312-555-0101 F: 312-555-0102", '="02139"'),
                ("29518 (active)", "WI", "312-555-0103", '="02114"'),
            )
        },
        kind="csv",
    ),
    Layout(
        "day-before-number",
        "each day before its number",
        {
            "Roster": _beside(
                ("Exp", "License", "Exp", "DEA"),
                (JULY, "036-119204", date(2028, 1, 31), "FO1234563"),
                (JULY, "036-120551", date(2027, 9, 30), "FA2345672"),
            )
        },
    ),
    Layout(
        "carrier-with-day",
        "for a carrier",
        {
            "Roster": _beside(
                ("Malpractice Carrier",), ("ISMIE #P1234 exp 3/22/2029",), ("MedPro exp 6/30/2028",), ("ISMIE",)
            )
        },
    ),
    Layout(
        "note-in-a-day",
        "7/31/26 renewed, waiting on copy",
        {
            "Roster": _beside(
                LICENSE, ("036-119204", "IL", "7/31/27 renewed, waiting on copy"), ("036-120551", "IL", "7/31/2027")
            )
        },
    ),
    Layout(
        "serials",
        "has serials (46203)",
        {
            "Roster": _beside(
                LICENSE, ("036-119204", "IL", 46599), ("036-120551", "IL", "20270731"), ("036-120777", "IL", "073127")
            )
        },
    ),
    Layout(
        "of-1904",
        "counts days from 1904 on",
        {
            "Roster": _beside(
                LICENSE, ("036-119204", "IL", JULY), ("036-120551", "IL", 45137), ("036-120777", "IL", JULY)
            )
        },
        row=3,
        of_1904=True,
    ),
    Layout(
        "month-alone",
        "only a month or a year",
        {
            "Roster": _beside(
                LICENSE, ("036-119204", "IL", "6/2027"), ("036-120551", "IL", "7/2027"), ("036-120777", "IL", "2031")
            )
        },
    ),
    Layout(
        "swapped-days",
        "swapped by an Excel of another country",
        {
            "Roster": [
                ["Name", "NPI", *LICENSE],
                *(
                    [f"{last}, Ann, MD", npi, f"036-1200{n}", "IL", day]
                    for n, (last, npi, day) in enumerate(
                        zip(
                            ("Okafor", "Adams", "Young", "Novak", "Reyes", "Singh"),
                            NPIS,
                            (
                                date(2027, 3, 7),
                                date(2027, 8, 1),
                                date(2028, 5, 6),
                                "31/07/2027",
                                "30/06/2027",
                                "28/02/2028",
                            ),
                            strict=True,
                        )
                    )
                ),
            ]
        },
    ),
    Layout(
        "no-day",
        "`Lifetime`, `Pending`",
        {
            "Roster": _beside(
                ("Board", "Board Exp"), ("ABIM", "Lifetime"), ("ABS", "Pending"), ("ABP", "N/A"), ("NCCPA", "#REF!")
            )
        },
        row=5,
    ),
    Layout(
        "lost-zeros",
        "lost zeros of ZIPs",
        {
            "Roster": _beside(
                ("City", "State", "ZIP", "License #"),
                ("Boston", "MA", 2139, "036119"),
                ("Boston", "MA", 2114, 36120),
                ("Salem", "MA", 1970, "036777"),
                ("Salem", "MA", 1970, "036778"),
            )
        },
        row=3,
    ),
    Layout(
        "npi-of-a-group",
        "one NPI beside many names",
        {"Roster": [["Name", "NPI"], *([name, NPIS[5]] for name in FOUR)]},
    ),
    Layout(
        "names",
        "names without a comma",
        {
            "Roster": [
                ["Name", "NPI"],
                ["Adaeze Okafor MD", NPIS[0]],
                ["Robert Adams MD", NPIS[1]],
                ["Mary Young DO", NPIS[2]],
            ]
        },
    ),
    Layout(
        "departments",
        "names departments, specialties or categories",
        {"Roster": _beside(("Department",), ("Emerg Med",), ("Wound Care",), ("Surgery",), ("Emerg Med",))},
        known=("Emergency Medicine", "Surgery"),
    ),
    Layout(
        "licenses-without-state",
        "lists licenses and says nowhere which state",
        {
            "Licensees": [
                ["Licensees of the Arkansas State Medical Board"],
                ["Name", "City", "License number", "Original issue date"],
                [OKAFOR, "Benton", "E-7181", date(2011, 8, 26)],
                [ADAMS, "Eldorado", "C-7450", date(1988, 8, 8)],
            ]
        },
    ),
    Layout(
        "credential-lines",
        "below lines that name its kind",
        {
            "Expirables": [
                ["STATE LICENSE"],
                ["Practitioner", "NPI", "Number", "Expires"],
                [FOUR[0], NPIS[0], "036-119204", JULY],
                [FOUR[1], NPIS[1], "036-120551", JULY],
                [],
                ["ACLS"],
                ["Practitioner", "NPI", "Number", "Expires"],
                [FOUR[0], NPIS[0], "", date(2027, 3, 31)],
                [FOUR[1], NPIS[1], "", date(2027, 4, 30)],
            ]
        },
        row=8,
    ),
    Layout(
        "credentials-in-rows",
        "one row a credential with its kind",
        {
            "Roster": [
                ["Name", "NPI", "Type", "Number", "State", "Exp"],
                [OKAFOR, NPIS[0], "License", "036-119204", "IL", JULY],
                [OKAFOR, NPIS[0], "DEA", "FO1234563", "IL", date(2028, 1, 31)],
                [ADAMS, NPIS[1], "License", "036-120551", "IL", JULY],
            ]
        },
    ),
    Layout(
        "others-addresses",
        "Home, Mailing or Billing Address",
        {
            "Roster": _beside(
                ("Home Address", "City", "Phone", "Office Phone", "Spouse", "Email"),
                ("12 Elm St", "Evanston", "(847) 555-0101", "(312) 555-0101", "Obi", "obi@example.org"),
                ("9 Oak St", "Skokie", "(847) 555-0102", "(312) 555-0102", "Jo", "jo@example.org"),
            )
        },
    ),
    Layout(
        "days-gone-by",
        "over days before 2009",
        {
            "Roster": _beside(
                (*LICENSE, "BD", "Exp"),
                ("036-119204", "IL", JULY, date(1968, 3, 14), date(1994, 6, 30)),
                ("036-120551", "IL", JULY, date(1971, 11, 2), date(1998, 6, 30)),
            )
        },
    ),
    Layout(
        "dependents",
        "a sheet of dependents",
        {
            "Roster": _beside(("Department",), ("Medicine",), ("Surgery",)),
            "Dependents": [
                ["Last Name", "First Name", "Relationship", "DOB"],
                ["Okafor", "Obi", "Spouse", "01/02/1970"],
                ["Adams", "Jo", "Child", "03/04/2011"],
            ],
        },
    ),
    Layout(
        "day-of-issue",
        "`Date` beside a license",
        {
            "Roster": _beside(
                ("License", "Date", "Exp"),
                ("036-119204", date(2015, 6, 1), JULY),
                ("036-120551", date(2018, 3, 12), JULY),
            )
        },
    ),
    Layout(
        "companies",
        "lists companies among people",
        {
            "Roster": [
                ["Name", "License #", "License Type", "City"],
                ["LINCOLN YELLOW CAB", "TX-1011", "TAXICAB / LIVERY CO", "Lincoln"],
                ["OKAFOR, ADAEZE N", "036-119204", "PHYSICIAN", "Lincoln"],
                ["ADAMS, BO", "036-120551", "PHYSICIAN", "Omaha"],
            ]
        },
    ),
    Layout(
        "alphabets",
        "a text in no alphabet",
        {
            "Roster": [
                ["Name", "NPI"],
                ["Mu\u00f1oz, Jos\u00e9, MD", NPIS[0]],
                ["M\u00fcller, Karl, MD", NPIS[1]],
                ["Bj\u00f6rk, \u00c5sa, DO", NPIS[2]],
            ]
        },
        kind="csv",
        encoding="cp1252",
    ),
    Layout(
        "alphabets-asked",
        "written in several alphabets",
        {
            "Roster": [
                ["Last Name", "First Name", "NPI"],
                ["\u0160imi\u0107", "\u017deljko", NPIS[0]],
                ["\u0141ukasz", "Ewa", NPIS[1]],
                ["Adams", "Bo", NPIS[2]],
            ]
        },
        kind="csv",
        encoding="cp1250",
    ),
    Layout(
        "occupations",
        "lists titles of occupations",
        {
            "Codes": [
                ["Code", "Display Name", "Section"],
                ["183500000X", "Nuclear Pharmacist", "Individual"],
                ["246Z00000X", "Biomedical Engineer", "Individual"],
                ["225100000X", "Pediatric Physical Therapist", "Individual"],
            ]
        },
    ),
    Layout(
        "towns",
        "a town in the column of streets",
        {"Roster": _beside(("Address",), ("Gary, IN",), ("12 Main St",), ("Marion, IN\nKokomo, IN",), ("Muncie, IN",))},
    ),
    Layout(
        "names-alone",
        "holds names and nothing that tells of a clinician",
        {
            "Sheet1": [
                ["Last Name", "First Name", "DOB", "Occupation"],
                ["Okafor", "Adaeze", "01/02/1970", "Teacher"],
                ["Adams", "Bo", "03/04/1971", "Driver"],
                ["Young", "Cy", "05/06/1972", "Cook"],
            ]
        },
        file="People",
    ),
    Layout(
        "lost-letters",
        "lost a letter",
        {
            "Roster": [
                ["Name", "NPI"],
                ["Jovanovi?, Ana, MD", NPIS[0]],
                ["M\u00c3\u00bcller, Karl, MD", NPIS[1]],
                [YOUNG, NPIS[2]],
            ]
        },
    ),
    Layout(
        "schools",
        "names schools, training or positions",
        {
            "Roster": _beside(
                ("Medical School", "Grad Yr", "Residency"),
                ("Rush University", "1998", "Mayo Clinic 1999-2002"),
                ("Loyola", "2004", "UIC (2007)"),
                ("Northwestern", "2010", "Rush 2010-2013"),
            )
        },
    ),
    Layout(
        "at-other-places",
        "who answers for a practice",
        {
            "Roster": _beside(
                ("Group", "Credentialing Contact", "Email", "Hospital Affiliation", "From"),
                ("Lake Clinic", "Jo Poe", "jo@lake.example.org", "Mercy West", "2004"),
                ("Lake Clinic", "Jo Poe", "jo@lake.example.org", "", ""),
                ("North Group", "Al Roe", "al@north.example.org", "Mercy West", "2011"),
            )
        },
    ),
    Layout(
        "vaccines",
        "alone over days",
        {"Roster": _beside(("TB", "Flu"), ("1/5/2026", "10/2/2026"), ("3/9/2026", "10/9/2026"), ("2/2/2026", ""))},
    ),
    Layout(
        "said-alone",
        "holds limits alone",
        {
            "Roster": _beside(
                ("Degree", "Limits", "Lic State"), ("MD, FACS", "1M/3M", "IL"), ("DO", "1M/3M", ""), ("MD", "", "IL")
            )
        },
    ),
    Layout(
        "two-tables",
        "a second table of people",
        {
            "Roster": [
                ["Name", "NPI", None, "Name", "NPI"],
                [OKAFOR, NPIS[0], None, YOUNG, NPIS[2]],
                [ADAMS, NPIS[1], None, NOVAK, NPIS[3]],
            ]
        },
    ),
    Layout(
        "no-headings",
        "no headings at all",
        {
            "Roster": [
                [name, "Surgery", npi, f"{name[:4].lower()}@example.org"] for name, npi in zip(SIX, NPIS, strict=True)
            ]
        },
    ),
    Layout(
        "unsure",
        "not surely known",
        {"Roster": _beside(("Locker", "Ref"), ("114", "A"), ("115", "B"), ("116", "B"))},
    ),
    Layout(
        "several-numbers",
        "several numbers in a cell",
        {
            "Roster": _beside(
                ("License #",),
                ("IL 036120779, WI 12077920",),
                ("IL 036120551",),
                ("IL 036120552 & WI 12077921",),
                ("IL 085004417",),
            )
        },
    ),
    Layout(
        "zeros",
        "where words or a code should stand",
        {
            "Roster": _beside(
                ("License #", "Lic State", "Specialty"),
                ("036-119204", "IL", "Nephrology"),
                (date(2036, 3, 1), "IL", 0),
                ("036-120551", "IL", "Urology"),
            )
        },
        row=3,
    ),
    Layout(
        "words-of-days",
        "(was 7/31/2024)",
        {
            "Roster": _beside(
                ("License #", "Lic State", "Lic Exp"),
                ("036-119204", "IL", "2/15/2028 (was 7/31/2024)"),
                ("036-120551", "IL", "7/31/2024 -> 7/31/2027"),
                ("036-120552", "IL", "7/20/2027 ?"),
                ("036-120553", "IL", "7/31/2027"),
            )
        },
    ),
)
FORMATTED = (
    Layout(
        "formatting",
        "Formatting is meaning",
        {"Roster": _beside(("Specialty",), ("Nephrology",), ("Urology",), ("Surgery",), ("Nephrology",))},
        struck=(3,),
        yellow=(4,),
    ),
)
"""What stands below the table."""
