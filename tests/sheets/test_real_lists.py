"""Public lists of people through the import's reading: values checked by hand, and every row against its own cells."""

import re
from collections import Counter

from tests.sheets.sheet_tables import read_here, shared
from workbench.sheets import comparing, known, taken
from workbench.sheets.plan import Choices
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import understand

STATES = ("real", "exclusions", "states")
NAMED = ("last", "first", "middle", "suffix", "degree")


def rows_of(*parts):
    """The reading of a file, and its rows by number: cells, and what is understood."""
    (reading,) = recognize(read_here(shared(*parts)))
    said = {told.number: told for told in understand(reading)}
    return reading, {row.number: (row.filed or row.cells, said[row.number]) for row in reading.rows}


def named(told):
    return tuple(told.values.get(f"provider.{name}", "") for name in NAMED)


def letters(text):
    """The words of a name without marks, whatever their order."""
    return Counter(re.findall(r"[^\W_]+", re.sub(r"(?<=\w)[.'’](?=\w)", "", str(text)).casefold()))


def assert_names_are_the_cells(rows, cells_of):
    """Nobody has a word in the name that their cells do not have."""
    for number, (cells, told) in rows.items():
        if not told.company and not told.problems:
            said = letters(" ".join(told.values.get(f"provider.{name}", "") for name in NAMED[:3]))
            extra = said - letters(" ".join(str(cell) for cell in cells_of(cells) if cell is not None))
            assert not extra, (number, cells[:3], named(told))


def test_the_list_of_illinois_names_people_last_name_first():
    reading, rows = rows_of(*STATES, "Illinois list.xlsx")
    assert len(rows) == 3229 and reading.heading_row == 1
    by_name = {cells[0]: told for cells, told in rows.values()}
    for name, expected in {
        "ADIX MICHAEL": ("Adix", "Michael", "", "", ""),
        "BHUTHIMETHEE VIWATHNA": ("Bhuthimethee", "Viwathna", "", "", ""),
        "BARKER DONNA": ("Barker", "Donna", "", "", ""),
        "ALBERTUCCI M.D. MARIO": ("Albertucci", "Mario", "", "", "MD"),
        "CARNEY P": ("Carney", "P", "", "", ""),
    }.items():
        assert named(by_name[name]) == expected
    adix = next(told for cells, told in rows.values() if cells[:2] == ("ADIX MICHAEL", "2014043796"))
    assert adix.values["license.number"] == "2014043796" and adix.values["provider.npi"] == "1790709111"
    assert adix.values["provider.street"] == "211 SAINT FRANCIS DR"
    assert_names_are_the_cells(rows, lambda cells: cells[:1])
    for cells, told in rows.values():
        if not told.company and not told.problems:
            assert letters(cells[0].split()[0]) <= letters(told.values["provider.last"]), cells[:2]
        if (npi := told.values.get("provider.npi")) is not None:
            assert npi == str(cells[2]).removesuffix(".0")
    for name in (
        "A & C TRANSPORTATION INC.",
        "D AND S DRUG STORE",
        "NEW ATHENS HOME FOR THE AGED",
        "J AND S MEDICAR SERV",
    ):
        assert by_name[name].company, name


def test_the_list_of_georgia_keeps_businesses_without_a_name_apart_from_the_person_above():
    reading, rows = rows_of(*STATES, "Georgia List.xlsx")
    assert reading.heading_row == 3 and len(rows) == 1370 and not any(row.continues for row in reading.rows)
    assert named(rows[4][1]) == ("Diamond", "Arthur", "", "", "") and rows[4][1].values["provider.state"] == "GA"
    assert "provider.last" not in rows[6][1].values
    assert named(rows[1186][1])[:3] == ("Tracy-Purvis", "Sharpe", "Marie")
    assert (
        named(rows[1199][1])[:3] == ("Trantham", "Lisa", "")
        and "CAROL OR LISA" in rows[1199][1].values["provider.notes"]
    )
    assert rows[1267][1].company and rows[1104][1].company
    assert_names_are_the_cells(rows, lambda cells: cells[:3])
    for cells, told in rows.values():
        assert str(told.values.get("provider.state") or cells[5]).strip().upper() == str(cells[5]).strip().upper()


def test_the_list_of_indiana_has_companies_several_npis_and_first_names_first():
    reading, rows = rows_of(*STATES, "Indiana list.xlsx")
    assert reading.heading_row == 2 and len(rows) == 151
    assert (
        named(rows[4][1]) == ("Pattengale", "Joshua", "", "", "DC")
        and rows[4][1].values["provider.npi"] == "1356780969"
    )
    by_name = {cells[0]: told for cells, told in rows.values()}
    assert named(by_name["Stephen Rogers, M.D."]) == ("Rogers", "Stephen", "", "", "MD")
    assert named(by_name["Albert S Aid-Toss M.D."]) == ("Aid-Toss", "Albert", "S", "", "MD")
    heine = by_name["Margaret Heine (Parker)"].values
    assert (heine["provider.last"], heine["provider.first"], heine["provider.former_names"]) == (
        "Heine",
        "Margaret",
        "Parker",
    )
    assert rows[3][1].company and "provider.npi" not in rows[3][1].values
    assert by_name["Classic Homes by Graber Bros"].company and by_name["Heart and Soul Personal Care"].company
    assert by_name["Centrad"].problems and by_name["111 Personal Home Care"].problems
    assert_names_are_the_cells(rows, lambda cells: cells[:1])


def test_the_alerts_of_california_have_line_breaks_in_their_headings_and_blanks_in_their_licenses():
    reading, rows = rows_of("real", "rosters", "california", "Disciplinary-Alert-Actions-2022.xlsx")
    assert {"provider.full_name", "provider.city_state", "license.number"} <= set(reading.columns.values())
    assert not any(told.problems for _, told in rows.values()) and len(rows) == 838
    assert named(rows[119][1]) == ("Duong", "Tuoc", "Khong", "", "")
    assert [rows[3][1].values[f"provider.{name}"] for name in ("city", "state")] == ["Fort Bragg", "CA"]
    for cells, told in rows.values():
        assert told.values.get("license.number") == " ".join(str(cells[3]).split()) or cells[3] is None
        last = cells[1].partition(",")[0]
        assert letters(told.values["provider.last"]) <= letters(last), cells
    assert_names_are_the_cells(rows, lambda cells: cells[1:2])


def test_the_clinicians_of_cms_are_one_person_an_npi(office):
    workbook = read_here(shared("real", "nppes", "ofirnassimi_DAC_NationalDownloadableFile.csv"))
    sheets = taken.Sheets.of(workbook, recognize(workbook))
    plan = comparing.compare(sheets, known.fetch(sheets.days), Choices(), encrypted=True)
    brought = [row for row in plan.rows if row.result in ("new", "changed", "same")]
    assert len(plan.rows) == 386 and plan.counts["rejected"] == 0 and len(brought) == 386
    assert [row.number for row in brought if any("2.12689E+12" in note for note in row.notes)]
    assert plan.counts["new"] == len({row.cells[0] for row in brought})
    for row in brought:
        values, cells = row.values, row.cells
        assert values["provider.npi"] == cells[0]
        for name, at in (("last", 3), ("first", 4), ("street", 20), ("city", 23), ("state", 24)):
            assert letters(values.get(f"provider.{name}", "")) == letters(cells[at] or ""), (row.number, name)
        zip_code, phone = values.get("provider.zip", ""), values.get("provider.phone", "")
        assert re.sub(r"\D", "", zip_code) == str(cells[25]).zfill(9 if len(str(cells[25])) > 5 else 5)
        lost = "E+" in str(cells[26])  # its digits are gone
        assert re.sub(r"\D", "", phone) == ("" if lost else re.sub(r"\D", "", str(cells[26] or "").removesuffix(".0")))


def passes(npi):
    """The check digit over 80840 and the number, reckoned here by itself."""
    digits = [int(digit) for digit in "80840" + str(npi)]
    doubled = [digit * 2 - 9 * (digit > 4) if place % 2 else digit for place, digit in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0


def test_the_npis_of_the_synthetic_roster_are_refused_each_with_its_reason_or_left_out(office):
    workbook = read_here(shared("real", "rosters", "synthetic", "provider_roster_with_errors.csv"))
    sheets = taken.Sheets.of(workbook, recognize(workbook))
    fetched = known.fetch(sheets.days)
    plan = comparing.compare(sheets, fetched, Choices(), encrypted=True)
    failing = {row.place for row in plan.rows if not passes(row.cells[1])}
    bad = [row for row in plan.rows if any(problem.target == "provider.npi" for problem in row.problems)]
    assert len(plan.rows) == 524 and len(failing) == 476 and failing <= {row.place for row in bad}
    assert all(passes(row.cells[1]) and row.cells[1][0] not in "12" for row in bad if row.place not in failing)
    assert {row.result for row in bad} == {"rejected"} and all("NPI" in row.happens for row in bad)
    choices = Choices(without=frozenset(row.place for row in bad))
    chosen = comparing.compare(sheets, fetched, choices, encrypted=True)
    without = [row for row in chosen.rows if row.place in choices.without]
    assert not any("provider.npi" in row.values for row in without)
    assert Counter(row.result for row in without)["rejected"] == 0
