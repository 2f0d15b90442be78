"""Every format that offices and web systems send, by what it holds and not by its ending; pasted blocks; what is no roster."""

import contextlib
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from tests.sheets import xlsb
from tests.sheets.sheet_tables import LAUNCH, read_here
from workbench.errors import WorkbenchError
from workbench.sheets import limits
from workbench.sheets.files import web_look
from workbench.sheets.files.decoding import decoded
from workbench.sheets.files.looking import Looks, Unusual
from workbench.sheets.reading import Sheet, Wrong, read_block
from workbench.sheets.recognizing import recognize

FILES = Path(__file__).parent / "files"
TABLE = [["Name", "NPI", "Note"], ["García-López, Lucía, MD", "1234567893", "a,b;c"], ["Müller, José", "1", "x\ny"]]


def sheets_of(folder: Path, content: bytes | str, name: str = "roster.xls") -> list[Sheet]:
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return read_here(path).sheets


def rows_of(folder: Path, content: bytes | str, name: str = "roster.xls") -> list[tuple]:
    (sheet,) = sheets_of(folder, content, name)
    return sheet.rows


def pasted(text: str = "", html: str = "") -> list[tuple]:
    (sheet,) = read_block(text, html, launch=LAUNCH).sheets
    return sheet.rows


def sentence(folder: Path, content: bytes, name: str = "roster.xlsx") -> str:
    with pytest.raises(WorkbenchError) as caught:
        sheets_of(folder, content, name)
    said = str(caught.value)
    assert "nothing was changed" in said and "\n" not in said and said.endswith(".") and name in said
    return said


# Workbooks


@pytest.mark.parametrize("name", ["roster.xls", "roster.ods", "roster.xlsx"])
def test_the_same_roster_is_read_from_every_workbook(name):
    active, resigned = recognize(read_here(FILES / name))
    assert (active.heading_row, [row.number for row in active.rows]) == (3, [4, 5, 6])
    names = [row.cells[0] for row in active.rows]
    assert names == ["García-López, Lucía, MD", "O’Brien, Seán, DO", "Müller, José, MD"]
    assert [row.cells[5] for row in active.rows] == [date(2027, 7, 31), date(2027, 2, 28), date(2026, 12, 31)]
    assert [str(row.cells[2]).removesuffix(".0").zfill(5) for row in active.rows] == ["02139", "60601", "60602"]
    assert resigned.rows[0].cells == ("Poe, Tim, MD", 1382810863)


def test_an_xlsb(tmp_path):
    path = xlsb.write(tmp_path / "a.xlsb", "Active", [["Name", "NPI"], ["Ngo, Ann, MD", 1234567893.0], [None, "x"]])
    book = read_here(path)
    assert book.kind == "xlsb" and book.sheets[0].name == "Active"
    assert book.sheets[0].rows == [("Name", "NPI"), ("Ngo, Ann, MD", 1234567893.0), (None, "x")]


def test_a_workbook_under_the_name_of_a_csv_and_the_other_way_round(tmp_path):
    assert (
        read_here(
            tmp_path.joinpath("a.csv").write_bytes((FILES / "roster.xlsx").read_bytes()) and tmp_path / "a.csv"
        ).kind
        == "xlsx"
    )
    assert rows_of(tmp_path, "Name\tNPI\nNgo\t1\n", "a.csv") == [("Name", "NPI"), ("Ngo", "1")]
    assert rows_of(tmp_path, "Name;NPI\nNgo;1\n", "a.xlsx") == [("Name", "NPI"), ("Ngo", "1")]


SPREADSHEET = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:html="http://www.w3.org/TR/REC-html40"><Worksheet ss:Name="Active"><Table>
<Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">Who</Data></Cell><Cell><Data ss:Type="String">Exp</Data></Cell></Row>
<Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>Ngo</B>, Ann &amp; Co</ss:Data></Cell>
<Cell ss:Index="3"><Data ss:Type="DateTime">2027-07-31T00:00:00.000</Data></Cell><Cell><Data ss:Type="Number">7.5</Data></Cell>
<Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="Gone"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>"""


def test_a_spreadsheet_in_one_xml_file(tmp_path):
    active, gone = sheets_of(tmp_path, SPREADSHEET)
    assert active.rows[1][:3] == ("Who", None, "Exp") and active.merged == [(2, 0, 2, 1)]
    assert active.rows[2] == ("Ngo, Ann & Co", None, date(2027, 7, 31), 7.5, "#N/A", True)
    assert isinstance(active.rows[2][4], Wrong) and (active.name, gone.name) == ("Active", "Gone")


def test_an_xml_file_with_entities_of_its_own_is_refused(tmp_path):
    bomb = SPREADSHEET.replace("<Workbook", '<!DOCTYPE a [<!ENTITY x "y">]><Workbook', 1)
    assert "cannot be read" in sentence(tmp_path, bomb.encode())


# Web pages

EXCEL_PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {{mso-number-format:"\\@";}}</style></head><body>
{before}<table border=0><!--StartFragment--><col width=64><tr><td>Name</td><td class=xl65>NPI</td><td>Note</td></tr>
<tr height=20><td>García-López,
  Lucía, MD</td><td x:num="1234567893">1.23E+09</td><td>a&nbsp;b<br>c</td>
<tr><td><p>Müller</p><p>José</td><td>########<td></tr><!--EndFragment--></table></body></html>"""


def test_a_page_that_a_web_system_calls_xls(tmp_path):
    rows = rows_of(tmp_path, EXCEL_PAGE.format(before="<h2>Staff as of 11/1/2026</h2><p>Confidential</p>"))
    assert rows[:3] == [("Staff as of 11/1/2026", None, None), ("Confidential", None, None), ("Name", "NPI", "Note")]
    assert rows[3:] == [("García-López, Lucía, MD", "1234567893", "a\xa0b\nc"), ("Müller\nJosé", "########", None)]
    assert isinstance(rows[4][1], Wrong)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-1"])
def test_a_page_in_any_encoding(tmp_path, encoding):
    head = f'<html><head><meta charset="{encoding}"></head>' if encoding not in ("utf-16", "cp1252") else "<html>"
    page = f"{head}<table><tr><td>Name<td>NPI<tr><td>García<td>1</table>"
    assert rows_of(tmp_path, page.encode(encoding)) == [("Name", "NPI"), ("García", "1")]


def test_cells_that_reach_over_others_keep_the_columns_in_place(tmp_path):
    page = "<table><tr><td rowspan=2>Ngo<td colspan=2>License<td>x<tr><td>1<td>2<td>3<tr><td>a<td>b<td>c<td>d</table>"
    (sheet,) = sheets_of(tmp_path, page)
    assert sheet.rows == [("Ngo", "License", None, "x"), (None, "1", "2", "3"), ("a", "b", "c", "d")]
    assert sheet.merged == [(1, 0, 2, 0), (1, 1, 1, 2)]


def test_tables_that_only_lay_out_the_page_are_no_sheets(tmp_path):
    inner = "<table><tr><th>Name<th>NPI<tr><td>Ngo<table><tr><td>Ann</table><td>1</table>"
    assert rows_of(tmp_path, f"<table><tr><td>Menu<td>{inner}</table>")[:2] == [("Name", "NPI"), ("Ngo\nAnn", "1")]


def test_pages_of_one_report_are_one_sheet_with_the_lines_between(tmp_path):
    page = "<h2>{}</h2><table><tr><td>Name<td>NPI<tr><td>{}<td>1</table>"
    rows = rows_of(tmp_path, page.format("Surgery", "Ngo") + page.format("Medicine", "Poe"))
    assert [row[0] for row in rows] == ["Surgery", "Name", "Ngo", "Medicine", "Name", "Poe"]


def test_a_web_archive(tmp_path):
    archive = (
        'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        "Content-Location: file:///C:/x/Active.htm\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        'Content-Type: text/html; charset="utf-8"\r\n\r\n<table><tr><td>Name<td>NPI<tr><td>Garc=C3=ADa<td>1</table>\r\n--b--\r\n'
    )
    (sheet,) = sheets_of(tmp_path, archive)
    assert sheet.rows == [("Name", "NPI"), ("García", "1")] and sheet.name == "Active"


STYLED = """<html><head><style>.xl65 {{text-decoration:line-through;}} .xl66 {{background:yellow; mso-pattern:black none}}</style></head>
<table><tr><td>Name<td>NPI</tr><tr><td class=xl65>Ngo<td class=xl65>1<tr><td class=xl66>Poe<td style='background:#FF0'>2
<tr bgcolor="#C6EFCE"><td>Roe<td>3<tr style='display:none'><td>Soe<td>4<tr><td><s>Toe</s><td><p><s>5</s></p>
<tr><td><s>old</s> Uoe<td>6{}</table>"""


def test_a_page_has_a_look_too():
    block = read_block("", STYLED.format(""), launch=LAUNCH)
    look = block.sheets[0].look
    assert look is not None and look.hidden_rows == {5}
    assert [look.struck_in(row) for row in range(1, 8)] == [set(), {0, 1}, set(), set(), set(), {0, 1}, set()]
    fills = [{style.fill for style in look.styles_in(row).values()} for row in range(1, 8)]
    assert fills == [set(), {""}, {"FFFF00"}, {"C6EFCE"}, set(), {""}, set()]


@pytest.mark.parametrize(
    "color,rgb",
    [("#ffff00", "FFFF00"), ("#ff0", "FFFF00"), ("yellow", "FFFF00"), ("rgb(255, 255, 0)", "FFFF00"), ("white", "")]
    + [("none", ""), ("windowtext", ""), ("#FFFFFF", ""), ("rgb(999,0,0)", "FF0000")],
)
def test_a_fill_of_a_page_in_any_spelling(color, rgb):
    assert web_look.style({"style": f"color:red;background: {color};"}, {}).fill == rgb


# Text


NAMES = ("García-López, José Peña, Zoë Öztürk", "Müller; Núñez; François; Søren", "GARCÍA, PEÑA, ÖZTÜRK, MUÑOZ")
PAGES = ("mac_roman", "cp1252", "iso-8859-1", "utf-8", "utf-16-be")


@pytest.mark.parametrize(
    "encoding,names",
    [(page, names) for page in PAGES for names in NAMES] + [("cp850", names) for names in NAMES[:2]],
)
def test_names_survive_their_code_page(encoding, names):
    assert decoded(f"Name,NPI\r\n{names},1\r\n".encode(encoding)) == f"Name,NPI\r\n{names},1\r\n"


@pytest.mark.parametrize(
    "text", ["O’Brien, D’Angelo – Women’s Health", "Smith–Jones “Bill” 50 °C ½ §", "d’angelo, naïve café"]
)
def test_what_windows_writes_is_taken_for_no_other_code_page(text):
    assert decoded(text.encode("cp1252")) == text


def test_lines_of_another_code_page_in_utf_8_are_read_too():
    lines = ["García", "Peña", "Núñez", "Müller"]
    body = "\n".join(lines).encode() + b"\n" + "José".encode("cp1252")
    assert decoded(body) == "\n".join([*lines, "José"])


def test_a_number_that_had_no_room_is_an_error(tmp_path):
    rows = rows_of(tmp_path, "Name,Lic Exp,Room\nNgo,########,#12\n", "a.csv")
    assert rows[1] == ("Ngo", "########", "#12")
    assert isinstance(rows[1][1], Wrong) and not isinstance(rows[1][2], Wrong)


@pytest.mark.parametrize("first", ["sep=;\n", "sep=;\r\n", "SEP=;\r\n"])
def test_excels_line_that_names_the_delimiter(tmp_path, first):
    assert rows_of(tmp_path, f"{first}Name;NPI, old\nNgo, Ann;1\n", "a.csv") == [
        ("Name", "NPI, old"),
        ("Ngo, Ann", "1"),
    ]


@pytest.mark.parametrize("sign", "^~:!#*¦$")
def test_a_rare_delimiter_is_known_by_its_columns(tmp_path, sign):
    rows = [("Name", "NPI", "Expires"), ("Ngo, Ann", "1234567893", "7/31/2027"), ("Poe, Al; Jr", "1", "")]
    for title in ("", "Roster as of 11/1/2026\n"):
        text = title + "\n".join(map(sign.join, rows)) + "\n"
        assert [tuple(cell or "" for cell in row) for row in rows_of(tmp_path, text, "a.csv")][-3:] == rows


def test_a_sign_within_fields_parts_none(tmp_path):
    text = "Name,NPI #,License #,DEA #\nNgo,1,#2,#3\n"
    assert rows_of(tmp_path, text, "a.csv")[0] == ("Name", "NPI #", "License #", "DEA #")


# Pasted blocks


def test_a_block_pasted_from_excel_is_read_from_its_page():
    html = "Version:1.0\r\nStartHTML:0000000105\r\nSourceURL:file:///C:/r.xlsx\r\n" + EXCEL_PAGE.format(before="")
    assert pasted("Name\tNPI\n", html)[1][0] == "García-López, Lucía, MD"


def test_a_block_without_a_table_is_read_as_text():
    assert pasted("Name\tNPI\r\nNgo, Ann\t1234567893\r\n") == [("Name", "NPI"), ("Ngo, Ann", "1234567893")]
    assert pasted("Name\tNPI\r\nNgo\t1\r\n", "<p>Name NPI</p>") == [("Name", "NPI"), ("Ngo", "1")]


def test_a_cell_of_several_lines_stays_one_cell_when_pasted():
    assert pasted('Name\tNote\n"Ngo, ""Ann"""\t"a\nb"\n')[1] == ('Ngo, "Ann"', "a\nb")


def test_a_pasted_block_has_a_name_and_a_hash_and_no_file():
    block = read_block("Name\tNPI\nNgo\t1\n", launch=LAUNCH)
    assert (block.name, block.sheets[0].name, len(block.sha256)) == ("Pasted block", "Pasted block", 64)
    assert block.sha256 == read_block("Name\tNPI\nNgo\t1\n", launch=LAUNCH).sha256
    assert block.sha256 != read_block("Name\tNPI\nNgo\t2\n", launch=LAUNCH).sha256


@pytest.mark.parametrize("text,html", [("", ""), (" \n", ""), ("", "<p>hello</p>")])
def test_nothing_to_paste_is_said(text, html):
    with pytest.raises(WorkbenchError, match="nothing was changed"):
        read_block(text, html, launch=LAUNCH)


# What is no roster


def zipped(*names: str) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.text" if name == "mimetype" else "x")
    return body.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
MAIL = b"Received: from x\r\nFrom: a@b.org\r\nTo: c@d.org\r\nSubject: roster\r\nMIME-Version: 1.0\r\n\r\nHello"


REPORT = "MEDICAL STAFF ROSTER                      PAGE 1\n\n" + "\n".join(
    f"{name:<28}{npi:<12}{number:<14}{day:<12}"
    for name, npi, number, day in [
        ("NAME", "NPI", "LICENSE", "EXPIRES"),
        ("-" * 26, "-" * 10, "-" * 12, "-" * 10),
        ("Ngo, Ruth, MD", "1382810863", "036-119204", "7/31/2027"),
        ("Lindgren, Stefan, DO", "1683432102", "036-119205", "8/31/2027"),
        ("Van Houten, Li, MD", "2347597421", "036-119206", "9/30/2027"),
    ]
)


@pytest.mark.parametrize(
    "name,content,says",
    [
        ("a.docx", zipped("word/document.xml"), "a Word file"),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "a Word file"),
        ("a.odt", zipped("mimetype", "content.xml"), "a text document"),
        ("a.rtf", b"{\\rtf1\\ansi x}", "a text document"),
        ("a.pdf", b"%PDF-1.4\n%\xe2\xe3", "a PDF"),
        ("a.pptx", zipped("ppt/presentation.xml"), "a PowerPoint file"),
        ("a.ppt", OLE + "PowerPoint Document".encode("utf-16-le"), "a PowerPoint file"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture"),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "a picture"),
        ("a.bmp", b"BM\x36\0\x0c\0\0\0\0\0\x36\0", "a picture"),
        ("a.msg", OLE + "__substg1.0_0037001F".encode("utf-16-le"), "an e-mail"),
        ("a.eml", MAIL, "an e-mail"),
        (
            "b.eml",
            b"MIME-Version: 1.0\nFrom: a@b.org\nTo: c@d.org\nSubject: x\n\nHello",
            "save the workbook that is attached",
        ),
        (
            "c.eml",
            b"Content-Type: multipart/mixed;\n boundary=x\nFrom: a@b.org\n\n--x\n",
            "save the workbook that is attached",
        ),
        ("a.zip", zipped("roster.xlsx", "notes.txt"), "an archive"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c\0\4", "an archive"),
        ("a.numbers", zipped("Index/Document.iwa", "Index/Tables/Tile.iwa"), "Numbers"),
        ("a.pages", zipped("Index/Document.iwa"), "Pages"),
        ("a.accdb", b"\0\1\0\0Standard ACE DB\0", "an Access database"),
        ("a.mdb", b"\0\1\0\0Standard Jet DB\0", "an Access database"),
        ("a.workbench", b"SQLite format 3\0" + bytes(200), "an office of this program"),
        ("a.lnk", b"L\0\0\0\1\x14\2\0" + bytes(80), "a shortcut"),
        ("a.gsheet", b'{"doc_id":"1x","email":"a@b.org"}', "a sheet on the web"),
        ("a.html", b"<!DOCTYPE html><html><body><p>Hello</p></body></html>", "a web page"),
        ("a.slk", b'ID;PWXL;N;E\r\nP;PGeneral\r\nB;Y2;X2;D0\r\nC;Y1;X1;K"Name"\r\n', "a SYLK file"),
        ("a.dif", b'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,2\r\n""\r\n', "a DIF file"),
        ("a.txt", REPORT.encode(), "whose columns are made of blanks"),
    ],
)
def test_what_is_no_roster_gets_a_sentence_that_says_what_to_do(tmp_path, name, content, says):
    assert says in sentence(tmp_path, content, name)


def test_a_roster_that_begins_like_something_else_is_still_read(tmp_path):
    for head in ("TABLE,x", "From:,To", "Subject,Date", "BM,NPI", "{x},y", "<b>,y"):
        assert rows_of(tmp_path, f"{head}\nNgo,1\n", "a.csv")[1] == ("Ngo", "1")
    rows = rows_of(tmp_path, "ID;Provider;NPI\n7;Ngo, Ruth;1382810863\n", "a.csv")
    assert rows[1] == ("7", "Ngo, Ruth", "1382810863")


def test_blanks_that_fill_up_the_fields_of_a_table_are_no_columns(tmp_path):
    padded = "".join(
        f"{name:<20},{npi:<12}  ,  {day:<12}\n" for name, npi, day in [("Name", "NPI", "Exp"), *[("Ngo", "1", "2")] * 4]
    )
    assert [text.strip() for text in rows_of(tmp_path, padded, "a.csv")[1]] == ["Ngo", "1", "2"]


SHEET = b"<worksheet><sheetData>"
N = 300_000


@pytest.mark.parametrize(
    "page",
    [
        "<" * N,
        "<!--" * N,
        "<a " * N,
        "&a" * N,
        "<td x='" * N,
        "<table><tr><td>" * N,
        "</a" * N,
        "<![CDATA[" * N,
        "<?" * N,
    ],
    ids=lambda page: page[:9],
)
def test_no_page_takes_its_reader_long(tmp_path, monkeypatch, page):
    monkeypatch.setattr(limits, "SECONDS", 20.0)
    try:
        sheets_of(tmp_path, f"<html><table><tr><td>Name<td>NPI<tr><td>Ngo<td>1</table>{page}")
    except WorkbenchError as error:
        assert "took too long" not in str(error)


@pytest.mark.parametrize(
    "xml",
    [
        *(b" " * 30 * N, SHEET + b"<row " + b"a" * 9 * N, SHEET + b"<row>" * N, SHEET + b"<row><c " + b"<c " * N),
        *(SHEET + b'<row r="1"><c t="e"><v>' + b" " * 9 * N, SHEET + b"<row><c><is>" + b"<r><strike " * N),
        *(SHEET + b"<row><c><is>strike" + b"<r>" * N, b"<worksheet>" + b"<col " * N + b"<sheetData><row>"),
    ],
    ids=range(8),
)
def test_no_sheet_takes_its_look_long(tmp_path, monkeypatch, xml):
    """Calamine refuses such a sheet; what looks at it beside must not wait either."""
    monkeypatch.setattr(limits, "SECONDS", 20.0)
    book = (FILES / "roster.xlsx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, xml if name == "xl/worksheets/sheet2.xml" else part)
    looks = Looks(str(tmp_path / "a.xlsx"))
    with contextlib.suppress(Unusual):
        looks.sheet("Resigned")
    try:
        read_here(tmp_path / "a.xlsx")
    except WorkbenchError as error:
        assert "took too long" not in str(error)


def test_the_text_of_a_mail_is_read_below_the_lines_that_say_from_whom_it_is():
    mail = "From: Jane Roe <jane@x.org>\nSent: Monday, November 2, 2026 9:14 AM\nTo: Staff Office\nSubject: Roster, November\n\n"
    assert pasted(f"{mail}Name\tNPI\nNgo, Ruth, MD\t1382810863\n")[:2] == [
        ("Name", "NPI"),
        ("Ngo, Ruth, MD", "1382810863"),
    ]
