"""What calamine drops of a workbook comes beside the values: formats, strikethrough, fills, what is hidden, comments, errors."""

import random
import re
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Color, Font, PatternFill

from tests.sheets.sheet_tables import read_here
from workbench.sheets.files import looking
from workbench.sheets.files.looking import SheetLook
from workbench.sheets.files.number_shapes import shape_of, shown
from workbench.sheets.look import Look, Style
from workbench.sheets.reading import Sheet, Wrong

YELLOW = PatternFill("solid", fgColor="FFFF00")


def sheet_of(path: Path, make) -> Sheet:
    """The first sheet of a workbook that a function filled, read by the child."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in range(1, 6):
        sheet.append([f"{letter}{row}" for letter in "ABC"])
    make(sheet)
    book.save(path)
    return read_here(path).sheets[0]


def rewritten(path: Path, part: str, change) -> Path:
    """The workbook with one part of its package changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert parts[part] != change(parts[part]), "nothing was changed"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name, change(body) if name == part else body)
    return path


def look_of(path: Path, make) -> Look:
    look = sheet_of(path, make).look
    assert look is not None
    return look


def test_struck_cells_are_known_by_style_and_by_runs_of_text(tmp_path):
    struck, plain = InlineFont(strike=True), InlineFont()

    def make(sheet):
        sheet["A2"].font = Font(strike=True)
        sheet["C2"].font = Font(strike=True)
        sheet["B4"] = CellRichText(TextBlock(struck, "gone"), TextBlock(struck, " since May"))
        sheet["C4"] = CellRichText(TextBlock(struck, "gone"), TextBlock(plain, " and back"))

    look = look_of(tmp_path / "a.xlsx", make)
    assert [look.struck_in(row) for row in range(1, 6)] == [set(), {0, 2}, set(), {1}, set()]


STRINGS = b"""<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="4">
<si><t>plain</t></si><si/><si><r><rPr><strike/><sz val="11"/></rPr><t>gone</t></r><r><t xml:space="preserve"> </t></r></si>
<si><r><rPr><strike val="0"/></rPr><t>here</t></r></si></sst>"""
ROWS = b"""<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>3</v></c><c r="C1" t="s"><v>2</v></c>
<c r="D1"><v>2</v></c></row></sheetData>"""


def test_struck_shared_strings_are_known(tmp_path):
    sheet_of(tmp_path / "a.xlsx", lambda sheet: None)
    parts = {
        "xl/worksheets/sheet1.xml": lambda body: re.sub(rb"<sheetData>.*</sheetData>", ROWS, body, flags=re.DOTALL),
        "xl/_rels/workbook.xml.rels": lambda body: body.replace(
            b"</Relationships>",
            b'<Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" '
            b'Target="sharedStrings.xml"/></Relationships>',
        ),
    }
    for part, change in parts.items():
        rewritten(tmp_path / "a.xlsx", part, change)
    with zipfile.ZipFile(tmp_path / "a.xlsx", "a") as archive:
        archive.writestr("xl/sharedStrings.xml", STRINGS)
    sheet = read_here(tmp_path / "a.xlsx").sheets[0]
    assert sheet.rows == [("plain", "here", "gone ", 2)]
    assert sheet.look is not None and sheet.look.struck_in(1) == {2}


def test_fills_are_colors_whichever_way_they_are_named(tmp_path):
    def make(sheet):
        sheet["A2"].fill = YELLOW
        sheet["B2"].fill = PatternFill("solid", fgColor=Color(theme=5, tint=0.6))
        sheet["C2"].fill = PatternFill("solid", fgColor=Color(indexed=13))
        sheet["A3"].fill = PatternFill("solid", fgColor="FFFFFF")
        sheet["B3"].fill = PatternFill("solid", fgColor=Color(theme=99))

    look = look_of(tmp_path / "a.xlsx", make)
    fills = {at: style.fill for at, style in look.styles_in(2).items()}
    assert fills == {0: "FFFF00", 1: "E6B9B8", 2: "FFFF00"}  # openpyxl's theme is that of Office 2007
    assert not look.styles_in(3) and not look.styles_in(4) and look.marks


def test_a_sheet_without_marks_says_so(tmp_path):
    look = look_of(tmp_path / "a.xlsx", lambda sheet: None)
    assert not look.marks and not look.styles_in(1) and look.comments == ()


def test_number_formats_are_those_of_the_cells(tmp_path):
    def make(sheet):
        sheet["A2"] = date(2026, 6, 30)
        sheet["B2"].number_format = "@"
        sheet["C3"].number_format = "[$-409]d-mmm-yy;@"

    look = look_of(tmp_path / "a.xlsx", make)
    assert look.formats_of(look.pattern(2)) == {0: "yyyy-mm-dd", 1: "@"}
    assert look.formats_of(look.pattern(3)) == {2: "[$-409]d-mmm-yy;@"}
    assert look.formats_of(look.pattern(4)) == {} == look.formats_of(look.pattern(0))


def test_hidden_rows_and_columns_are_known_and_read(tmp_path):
    def make(sheet):
        sheet.row_dimensions[3].hidden = sheet.row_dimensions[5].hidden = True
        sheet.column_dimensions["B"].hidden = True

    sheet = sheet_of(tmp_path / "a.xlsx", make)
    assert sheet.look is not None
    assert sheet.look.hidden_rows == {3, 5} and sheet.look.hidden_columns == {1}
    assert sheet.rows[2] == ("A3", "B3", "C3")


def test_comments_have_their_cell_and_author(tmp_path):
    def make(sheet):
        sheet["B2"].comment = Comment("Ann Lee:\nwaiting on the copy", "Ann Lee")
        sheet["A5"].comment = Comment("on leave", "Bea")

    look = look_of(tmp_path / "a.xlsx", make)
    assert look.comments == ((2, 1, "Ann Lee", "", "waiting on the copy"), (5, 0, "Bea", "", "on leave"))


def test_threaded_comments_take_the_place_of_their_stand_in(tmp_path):
    def make(sheet):
        sheet["B2"].comment = Comment("[Threaded comment]\n\nYour version of Excel ...", "tc={1}")

    sheet_of(tmp_path / "a.xlsx", make)
    threads = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        '<threadedComment ref="B2" dT="2026-05-01T10:00:00.00" personId="{P}" id="{1}"><text>left in May</text>'
        "</threadedComment></ThreadedComments>"
    )
    people = (
        '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        '<person displayName="Bea Roe" id="{P}"/></personList>'
    )
    office = "http://schemas.microsoft.com/office/2017/10/relationships"
    links = {
        "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationship Id="t" Type="{office}/threadedComment" Target="../t.xml"/>',
        "xl/_rels/workbook.xml.rels": f'<Relationship Id="p" Type="{office}/person" Target="/xl/persons/p.xml"/>',
    }
    for part, link in links.items():
        rewritten(
            tmp_path / "a.xlsx",
            part,
            lambda body, link=link: body.replace(b"</Relationships>", f"{link}</Relationships>".encode()),
        )
    with zipfile.ZipFile(tmp_path / "a.xlsx", "a") as archive:
        archive.writestr("xl/t.xml", threads)
        archive.writestr("xl/persons/p.xml", people)
    look = read_here(tmp_path / "a.xlsx").sheets[0].look
    assert look is not None and look.comments == ((2, 1, "Bea Roe", "2026-05-01", "left in May"),)


@pytest.mark.parametrize(
    "old,new",
    [
        (b'<c r="A2" s="1"', b'<c s="1" r="A2"'),
        (b'<c r="A2" s="1"', b"<c r='A2' s='1'"),
        (b'<c r="A2" s="1"', b'<c s="1"'),
        (b'<c r="A2" s="1"', b'<c\n  r="A2"\n  s="1"'),
        (b'<row r="2"', b"<row"),
    ],
)
def test_a_sheet_written_in_another_manner_looks_the_same(tmp_path, old, new):
    def make(sheet):
        sheet["A2"].fill = sheet["C2"].fill = YELLOW

    sheet_of(tmp_path / "a.xlsx", make)
    path = rewritten(tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml", lambda body: body.replace(old, new))
    look = read_here(path).sheets[0].look
    assert look is not None and set(look.styles_in(2)) == {0, 2} and not look.styles_in(3)


def test_a_sheet_whose_tags_have_a_prefix_looks_the_same(tmp_path):
    def make(sheet):
        sheet["C3"].fill = YELLOW
        sheet.row_dimensions[4].hidden = True

    sheet_of(tmp_path / "a.xlsx", make)

    def prefixed(body: bytes) -> bytes:
        body = body.replace(b"</", b"\0").replace(b"<", b"<x:").replace(b"\0", b"</x:")
        return body.replace(b"xmlns=", b"xmlns:x=")

    path = rewritten(tmp_path / "a.xlsx", "xl/worksheets/sheet1.xml", prefixed)
    look = read_here(path).sheets[0].look
    assert look is not None and look.styles_in(3) == {2: Style(fill="FFFF00")} and look.hidden_rows == {4}


@pytest.mark.parametrize(
    "part,change",
    [
        ("xl/theme/theme1.xml", lambda body: body[: len(body) // 2]),
        ("xl/styles.xml", lambda body: b"<!DOCTYPE a [<!ENTITY x 'y'>]><styleSheet>&x;</styleSheet>"),
        ("xl/worksheets/_rels/sheet1.xml.rels", lambda body: b"<"),
        ("xl/comments/comment1.xml", lambda body: body.replace(b"B2", b"2B")),
        ("xl/worksheets/sheet1.xml", lambda body: body.replace(b' s="1"', b' s="999999"')),
    ],
)
def test_a_look_that_cannot_be_read_costs_no_value(tmp_path, part, change):
    def make(sheet):
        sheet["A2"].fill = YELLOW
        sheet["B2"].comment = Comment("x", "y")

    sheet_of(tmp_path / "a.xlsx", make)
    assert read_here(rewritten(tmp_path / "a.xlsx", part, change)).sheets[0].rows[1] == ("A2", "B2", "C2")


def test_zeros_that_only_the_format_shows_come_back(tmp_path):
    def make(sheet):
        for at, (value, shape) in {"A2": (2139, "00000"), "B2": (36119204, "000\\-000000"), "C2": (2139, "0")}.items():
            sheet[at] = value
            sheet[at].number_format = shape

    assert sheet_of(tmp_path / "a.xlsx", make).rows[1] == ("02139", "036-119204", 2139)


@pytest.mark.parametrize(
    "number,format,text",
    [
        (2139.0, "00000", "02139"),
        (21390004.0, "00000\\-0000", "02139-0004"),
        (123456789.0, '000"-"00"-"0000', "123-45-6789"),
        (123456.0, "00000", "123456"),
        (5.0, "00", 5.0),
        (5.5, "00000", 5.5),
        (-5.0, "00000", -5.0),
        (5.0, "0.00", 5.0),
        (5.0, "#,##0", 5.0),
        (5.0, "General", 5.0),
        (float("inf"), "00000", float("inf")),
    ],
)
def test_a_code_is_shown_as_its_format_shows_it(number, format, text):
    shape = shape_of(format)
    assert (shown(number, shape) if shape else number) == text


def test_an_error_is_known_wherever_it_stands(tmp_path):
    sheet_of(tmp_path / "a.xlsx", lambda sheet: sheet.__setitem__("B3", "#N/A"))
    cell = read_here(tmp_path / "a.xlsx").sheets[0].rows[2][1]
    assert cell == "#N/A" and isinstance(cell, Wrong)


def test_other_formats_are_not_looked_at(tmp_path):
    (tmp_path / "a.csv").write_text("Name,NPI\nA,1\n", "utf-8")
    assert read_here(tmp_path / "a.csv").sheets[0].look is None


STYLES = [Style(), Style(struck=True), Style(fill="FFFF00"), Style(format="0000")]


def looked_at(rows: list[bytes]) -> SheetLook:
    look = SheetLook(STYLES, {})
    look.take(iter([b"<worksheet><sheetData>" + b"".join(rows) + b"</sheetData></worksheet>"]))
    return look


def cell(letter: str, row: int, rng: random.Random) -> bytes:
    style = rng.choice((b"", b"", b' s="1"', b' s="2"', b' s="3"', b" s='1'"))
    kind = rng.choice((b"", b"", b' t="s"')) if rng.random() < 0.2 else b""
    text = rng.choice((b"<v>7</v>", b'<is><t>he s="1"</t></is>')) if rng.random() < 0.1 else b"<v>7</v>"
    return b'<c r="%s%d"%s%s>%s</c>' % (letter.encode(), row, kind, style, text)


def test_a_row_that_is_styled_as_the_row_before_is_told_from_one_that_is_not(monkeypatch):
    for seed in range(60):
        rng = random.Random(seed)
        sorts = [rng.randrange(10**6) for _ in range(rng.randrange(1, 4))]
        rows = []
        for number in range(1, 40):
            row = random.Random(rng.choice(sorts))
            rows.append(b'<row r="%d">%s</row>' % (number, b"".join(cell(each, number, row) for each in "ABCDEFGHIJ")))
        quick = looked_at(rows)
        monkeypatch.setattr(looking, "FEW", 0)
        slow = looked_at(rows)
        monkeypatch.undo()
        assert (quick.starts, quick.ids, quick.patterns) == (slow.starts, slow.ids, slow.patterns)
