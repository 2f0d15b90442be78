"""People in blocks of labels and values, as report writers export them, from real workbooks."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import book, saved, told
from workbench.sheets.recognizing import recognize
from workbench.sheets.row import stacked
from workbench.sheets.values import understand

N1, N2, N3 = "1382810863", "1683432102", "2347597421"
D1, D2, D3 = date(2027, 11, 15), date(2026, 12, 16), date(2030, 10, 16)
COVER = [["Riverbend Medical Center"], ["Provider profile report as of 11/02/2026"], [""]]


def of(values, *names):
    return tuple(values.get(name) for name in names)


LICENSED = ("provider.last", "provider.npi", "license.number", "license.state", "license.expires")


def test_labels_and_values_in_cells_side_by_side(tmp_path):
    def block(name, npi, license, state, day, dea):
        return [
            ["Name:", name, "", "NPI:", npi],
            ["Department:", "Surgery", "", "Status:", "Active"],
            ["License:", license, "", "State:", state, "Exp:", day],
            ["DEA:", dea, "", "Exp:", D3],
            [""],
        ]

    table = [
        *COVER,
        *block("NGO, Ruth N., MD", N1, "036-1", "IL", D1, "BS5960655"),
        *block("MORRIS, Vikram, DO", N2, "77-20", "WI", D2, "FS1234563"),
        ["Page 1 of 1"],
    ]
    book = saved(tmp_path / "profile.xlsx", table)
    rows = told(book)
    assert [of(row, *LICENSED) for row in rows] == [("Ngo", N1, "036-1", "IL", D1), ("Morris", N2, "77-20", "WI", D2)]
    assert [of(row, "dea.number", "dea.expires", "provider.department", "provider.status") for row in rows] == [
        ("BS5960655", D3, "Surgery", "Active"),
        ("FS1234563", D3, "Surgery", "Active"),
    ]
    (reading,) = recognize(book)
    assert [row.number for row in reading.rows] == [4, 9] and reading.as_of == date(2026, 11, 2)


def test_labels_and_values_in_one_cell(tmp_path):
    def block(name, npi, license):
        return [
            [f"Name: {name}     NPI: {npi}"],
            [f"License: {license}"],
            ["Dept: Surgery    E-mail: a.b@example.org"],
            [""],
        ]

    table = [*block("NGO, Ruth N., MD", N1, "IL 036-1 exp 11/15/2027; WI 77-20"), *block("YU, Li, DO", N2, "IL 036-2")]
    rows = told(saved(tmp_path / "profile.xlsx", table))
    assert of(rows[0], "license.number", "license.state", "license.expires") == ("036-1", "IL", D1)
    assert of(rows[0], "license2.number", "license2.state", "provider.email") == ("77-20", "WI", "a.b@example.org")
    assert of(rows[1], "provider.first", "provider.department") == ("Li", "Surgery")


def test_a_table_of_licenses_below_its_label(tmp_path):
    def block(name, npi, *licenses):
        return [
            ["Provider Name:", name, "NPI:", npi],
            ["Specialty:", "Urology"],
            ["Licenses:"],
            ["", "State", "Number", "Expires"],
            *(["", *license] for license in licenses),
            [""],
        ]

    table = [
        *block("NGO, Ruth N., MD", N1, ("IL", "036-1", D1), ("WI", "77-20", D2)),
        *block("YU, Li, DO", N2, ("MO", "MO-3", D3)),
    ]
    rows = told(saved(tmp_path / "profile.xlsx", table))
    assert of(rows[0], *LICENSED) == ("Ngo", N1, "036-1", "IL", D1)
    assert of(rows[0], "license2.number", "license2.state", "license2.expires") == ("77-20", "WI", D2)
    assert of(rows[1], *LICENSED) == ("Yu", N2, "MO-3", "MO", D3) and "license2.number" not in rows[1]


def test_licenses_line_by_line_below_their_label(tmp_path):
    def block(name, npi, *licenses):
        return [
            ["Name:", name],
            ["NPI:", npi],
            ["Specialty:", "Urology"],
            ["License:"],
            *([*x] for x in licenses),
            [""],
        ]

    table = [
        *block("NGO, Ruth N., MD", N1, ("IL", "036-1", D1), ("WI", "77-20", D2)),
        *block("YU, Li, DO", N2, ("MO", "MO-3", D3)),
    ]
    rows = told(saved(tmp_path / "profile.xlsx", table))
    assert of(rows[0], *LICENSED) == ("Ngo", N1, "036-1", "IL", D1)
    assert of(rows[0], "license2.number", "license2.state", "license2.expires") == ("77-20", "WI", D2)
    assert of(rows[1], *LICENSED) == ("Yu", N2, "MO-3", "MO", D3)


def test_a_label_again_is_a_further_license(tmp_path):
    def block(name, npi, *licenses):
        return [
            ["Name:", name, "NPI:", npi],
            ["Dept:", "Surgery"],
            *(["License #:", number, "State:", state, "Exp:", day] for number, state, day in licenses),
            [""],
        ]

    table = [
        *block("YU, Li, DO", N2, ("MO-3", "MO", D3)),
        *block("NGO, Ruth N., MD", N1, ("036-1", "IL", D1), ("77-20", "WI", D2)),
    ]
    rows = told(saved(tmp_path / "profile.xlsx", table))
    assert of(rows[1], *LICENSED) == ("Ngo", N1, "036-1", "IL", D1)
    assert of(rows[1], "license2.number", "license2.state", "license2.expires") == ("77-20", "WI", D2)


def test_a_line_between_the_blocks_names_their_department(tmp_path):
    def block(name, npi):
        return [["Name:", name], ["NPI:", npi, "Status:", "Active"], [""]]

    table = [["DEPARTMENT OF SURGERY"], *block("NGO, Ruth", N1), ["Department of Medicine"], *block("YU, Li", N2)]
    rows = told(saved(tmp_path / "profile.xlsx", [*table, *block("OKAFOR, Pieter", N3)]))
    assert [row["provider.department"] for row in rows] == ["Surgery", "Medicine", "Medicine"]


def test_a_table_with_remarks_is_no_sheet_of_blocks(tmp_path):
    table = [
        ["Chief: Smith, John, MD"],
        ["Provider: all   Status: Active"],
        ["Name", "NPI", "Specialty"],
        ["NGO, Ruth", N1, "Urology"],
        ["YU, Li", N2, "Surgery"],
    ]
    assert [row["provider.npi"] for row in told(saved(tmp_path / "roster.xlsx", table))] == [N1, N2]


SMALL = ["State", "Number", "Issued", "Expires"]


@pytest.mark.parametrize("above", [[["Licenses"], SMALL], [["Licenses:"], SMALL]])
def test_a_small_table_of_licenses_below_its_label(tmp_path, above):
    def block(name, npi, number):
        return [
            ["Name:", name, "", "NPI:", npi],
            ["Department:", "Surgery"],
            *above,
            ["IL", f"036-{number}", "8/1/2020", "7/31/2029"],
            ["WI", f"{number}-20", "11/1/2021", "10/31/2027"],
            ["DEA:", "BA4141874", "", "Exp:", "5/31/2028"],
            [""],
        ]

    rows = told(saved(tmp_path / "profile.xlsx", [*block("Abe, Al, MD", N1, 11), *block("Boo, Bo, DO", N2, 22)]))
    for row, number in zip(rows, (11, 22), strict=True):
        assert of(row, "license.number", "license.state") == (f"036-{number}", "IL")
        assert of(row, "license2.number", "license2.state") == (f"{number}-20", "WI")
        assert of(row, "license2.expires", "dea.expires") == (date(2027, 10, 31), date(2028, 5, 31))


def test_a_small_table_whose_headings_stand_behind_its_label(tmp_path):
    def block(name, npi, number):
        return [
            ["Name:", name, "", "NPI:", npi],
            ["Department:", "Surgery"],
            ["License:", "State", "Number", "Expires"],
            ["", "IL", f"036-{number}", "7/31/2029"],
            ["", "WI", f"{number}-20", "10/31/2027"],
            [""],
        ]

    rows = told(saved(tmp_path / "profile.xlsx", [*block("Abe, Al, MD", N1, 11), *block("Boo, Bo, DO", N2, 22)]))
    assert of(rows[1], "license.number", "license.state", "license.expires") == ("036-22", "IL", date(2029, 7, 31))
    assert of(rows[1], "license2.number", "license2.state", "license2.expires") == ("22-20", "WI", date(2027, 10, 31))


def in_block(*more):
    """Two people in blocks, the first with more rows."""
    first = [
        ["Name:", "Abe, Al, MD", "", "", "NPI:", N1],
        ["Dept:", "Surgery", "", "", "Phone:", "312-555-0100"],
        *more,
        [""],
    ]
    return [
        *first,
        ["Name:", "Boo, Bo, DO", "", "", "NPI:", N2],
        ["Dept:", "Medicine", "", "", "Phone:", "312-555-0101"],
    ]


def test_lines_without_a_label_go_on_with_the_value_above_them(tmp_path):
    table = in_block(
        ["Address:", "12 Elm St", "", "", "Phone:", "312-555-0100"],
        ["", "Peoria, IL 60631", "", "", "Fax:", "312-555-0102"],
        ["License:", "IL 036-11 exp 7/31/2029"],
        ["", "WI 11-20 exp 10/31/2027"],
        ["Remarks:", "Prefers mornings"],
        ["", "Call first"],
    )
    row = told(saved(tmp_path / "profile.xlsx", table))[0]
    assert of(row, "provider.street", "provider.city", "provider.zip") == ("12 Elm St", "Peoria", "60631")
    assert of(row, "license2.number", "license2.state", "license2.expires") == ("11-20", "WI", date(2027, 10, 31))
    assert of(row, "provider.fax", "provider.notes") == ("(312) 555-0102", "Prefers mornings\nCall first")


def test_a_value_stands_below_its_label_beside_another(tmp_path):
    table = in_block(["Address:", "", "", "", "Fax:", "312-555-0102"], ["", "12 Elm St"], ["", "Peoria, IL 60631"])
    assert of(told(saved(tmp_path / "p.xlsx", table))[0], "provider.street", "provider.city") == ("12 Elm St", "Peoria")


@pytest.mark.parametrize(
    "more", [[["RESIGNED 6/30/2026"]], [["Resigned"]], [["Fax:", "312-555-0102", "Retired 6/30/2026"]]]
)
def test_who_is_gone_without_a_label_is_not_active(tmp_path, more):
    rows = told(saved(tmp_path / "profile.xlsx", in_block(*more)))
    assert rows[0]["provider.status"] in ("Resigned", "Retired") and "provider.status" not in rows[1]


def test_two_standings_of_one_block_are_asked(tmp_path):
    table = in_block(["Status:", "Active"], ["LOA 1/5-4/1"])
    (reading,) = recognize(saved(tmp_path / "profile.xlsx", table))
    assert ["Active and Leave of absence" in question.about for question in reading.questions] == [True]


def test_what_has_no_label_and_is_not_read_is_asked(tmp_path):
    (reading,) = recognize(saved(tmp_path / "profile.xlsx", in_block(["Fax:", "312-555-0102", "Chief"], ["something"])))
    assert [asked.about for asked in reading.asked] == ["Row 3 “Chief” has no label", "Row 4 “something” has no label"]


def test_the_end_of_a_leave_is_no_day_since_which_it_is(tmp_path):
    table = in_block(["RESIGNED 6/30/2026"], ["On leave until 3/1/2035"])
    (row, _) = told(saved(tmp_path / "profile.xlsx", table))
    assert "provider.status_since" not in row


@pytest.mark.parametrize("sign", ["", ":"])
def test_labels_without_colons_and_one_person_alone(tmp_path, sign):
    def block(name, npi):
        return [[f"Name{sign}", name], [f"NPI{sign}", npi], [f"Phone{sign}", "(312) 555-0100"], ["", "a@b.org"], [""]]

    two = told(saved(tmp_path / "two.xlsx", [*block("Ngo, Ruth, MD", N1), *block("Coe, Ann, DO", N2)]))
    assert [of(row, "provider.last", "provider.npi") for row in two] == [("Ngo", N1), ("Coe", N2)]
    (one,) = told(saved(tmp_path / "one.xlsx", block("Ngo, Ruth, MD", N1)))
    assert of(one, "provider.last", "provider.npi", "provider.phone") == ("Ngo", N1, "(312) 555-0100")


def abreast(path, people, across):
    """Cards of three lines each, so many side by side; read as a file is."""
    rows = []
    for first in range(0, len(people), across):
        side = people[first : first + across]
        for label, n in (("Name", 0), ("NPI", 1), ("Lic", 2)):
            rows.append([cell for person in side for cell in (f"{label}:", person[n], "")])
        rows.append([])
    return stacked.apart(saved(path / "cards.xlsx", rows))


PEOPLE = [
    (f"{last}, Ed, MD", npi, f"036-{n}111")
    for n, (last, npi) in enumerate(
        zip(("Poe", "Coe", "Roe", "Doe", "Lee"), (N1, N2, "2347597421", "2143696229", "1003000126"), strict=True)
    )
]


@pytest.mark.parametrize("across", [2, 3, 5])
def test_people_abreast_are_read_column_by_column(tmp_path, across):
    workbook = abreast(tmp_path, PEOPLE, across)
    rows = told(workbook)
    assert sorted(of(row, "provider.npi", "license.number") for row in rows) == sorted(each[1:] for each in PEOPLE)
    assert workbook.sheets[1].name == "Sheet1, from column D" and workbook.sheets[1].of == "Sheet1"


def test_people_abreast_are_said_and_the_first_column_is_read():
    npis = ["1382810863", "1683432102", "2347597421", "2143696229"]
    rows = []
    for one, two in (npis[:2], npis[2:]):
        rows += [
            ["Name:", f"Poe, Ed{one[-1]}, MD", "", "Name:", f"Coe, Cy{two[-1]}, MD"],
            ["NPI:", one, "", "NPI:", two],
        ]
        rows += [["Lic:", "036-1111", "", "Lic:", "036-2222"], []]
    (reading,) = recognize(book(rows))
    assert [row.values["provider.npi"] for row in understand(reading)] == npis[::2]
    (question,) = (each for each in reading.questions if "beside" in each.about)
    assert question.rows == 6 and question.about.startswith("Column D begins")


def test_a_value_with_its_day_behind_a_colon_stands_beside_its_label(tmp_path):
    """ "036-112233   Exp: 7/31/2029" right of "IL License:"; "FP1234563 Exp: 6/30/2028" with no more than a blank between."""
    table = []
    for n, (name, npi) in enumerate([("Poe, Edna MD", "1382810863"), ("Roe, Carl DO", "1683432102")]):
        table += [
            ["Name:", name], ["NPI:", npi], ["IL License:", f"036-11223{n}   Exp: 7/31/2029"], ["DEA:", "FP1234563 Exp: 6/30/2028"],
            ["Malpractice:", "ISMIE Policy #: P100 Exp: 1/1/2027"], ["Board:", "ABIM Exp: 12/31/2030"], [""],
        ]  # fmt: skip
    first, second = told(saved(tmp_path / "blocks.xlsx", table))
    assert (first["license.number"], first["license.state"], first["license.expires"]) == (
        "036-112230",
        "IL",
        date(2029, 7, 31),
    )
    assert (second["license.number"], second["dea.number"], second["dea.expires"]) == (
        "036-112231",
        "FP1234563",
        date(2028, 6, 30),
    )
    assert (first["liability.issuer"], first["liability.number"]) == ("ISMIE", "P100")
    assert (first["board.issuer"], first["board.expires"]) == ("ABIM", date(2030, 12, 31))
