"""Files read by the child: every kind, and one sentence for what cannot be read."""

import csv
import hashlib
import sys
import warnings
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from tests.sheets.sheet_tables import LAUNCH, read_here, shared
from workbench.errors import Cancelled, WorkbenchError
from workbench.sheets import limits
from workbench.sheets.reading import Wrong, read
from workbench.sheets.recognizing import recognize


def written(path: Path, rows, **more) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for name, value in more.items():
        setattr(book.active, name, value)
    book.save(path)
    return path


def sentence(path: Path) -> str:
    with pytest.raises(WorkbenchError) as caught:
        read_here(path)
    text = str(caught.value)
    assert "nothing was changed" in text and text.count("\n") == 0 and text.endswith(".") and path.name in text
    return text


def test_cells_come_as_they_are(tmp_path):
    path = written(
        tmp_path / "a.xlsx",
        [
            ["Name", "n", "day", "moment", "flag", None],
            [],
            ["Ngo", 1.5, date(2026, 1, 2), datetime(2026, 1, 2, 3, 4), True, None],
        ],
    )
    book = read_here(path)
    (sheet,) = book.sheets
    assert sheet.rows == [
        ("Name", "n", "day", "moment", "flag"),
        (None,) * 5,
        ("Ngo", 1.5, date(2026, 1, 2), datetime(2026, 1, 2, 3, 4), True),
    ]
    assert (
        book.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        and book.kind == "xlsx"
        and sheet.visible
        and sheet.first_row == 1
    )


def test_rows_and_columns_keep_their_places(tmp_path):
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.active["C5"] = "x"
    book.active["D9"] = "y"
    book.active.merge_cells("C5:D6")
    book.create_sheet("Hidden").sheet_state = "hidden"
    book["Hidden"]["A1"] = "z"
    book.save(path)
    first, hidden = read_here(path).sheets
    assert (
        first.first_row == 1 and first.rows[4] == (None, None, "x", None) and first.rows[8] == (None, None, None, "y")
    )
    assert first.merged == [(5, 2, 6, 3)] and not hidden.visible


def test_an_error_cell_is_an_error_and_no_blank():
    rows = read_here(shared("real", "bad", "calamine", "errors.xlsx")).sheets[0].rows
    assert [row[0] for row in rows] == ["#DIV/0!", "#NAME?", "#VALUE!", "#NULL!", "#REF!", "#NUM!", "#N/A"]
    assert all(isinstance(row[0], Wrong) for row in rows)


def test_a_sheet_with_a_far_cell_costs_no_more_than_its_rows(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A60000"] = "Name", "x"
    book.save(tmp_path / "a.xlsx")
    rows = read_here(tmp_path / "a.xlsx").sheets[0].rows
    assert len(rows) == 60000 and rows[-1] == ("x",) and rows[1] == (None,)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_text_in_any_encoding_with_any_delimiter(tmp_path, encoding, delimiter):
    path = tmp_path / "roster.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(
            [["Name", "NPI", "Note"], ["GARCÍA-LÓPEZ, Lucía, MD", "1234567893", "a,b;c"], ["Müller, José", "1", "x\ny"]]
        )
    (sheet,) = read_here(path).sheets
    assert sheet.rows == [
        ("Name", "NPI", "Note"),
        ("GARCÍA-LÓPEZ, Lucía, MD", "1234567893", "a,b;c"),
        ("Müller, José", "1", "x\ny"),
    ]
    assert sheet.name == "roster"


def test_a_cell_longer_than_any_of_excel_says_so_and_one_as_long_is_read(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('Name,NPI\n"' + "x, \n" * 1_250_000 + '",1\n', "utf-8")
    with pytest.raises(WorkbenchError, match="more than 32,767 characters.*quotation mark"):
        read_here(path)
    path.write_text('Name,NPI\n"' + "x" * limits.LONGEST + '",1\n', "utf-8")
    assert len(read_here(path).sheets[0].rows[1][0]) == limits.LONGEST


def test_a_sheet_of_too_many_columns_says_so_and_empty_ones_do_not_count(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("\n".join([",".join(f"H{n}" for n in range(5000)), ",".join(["v"] * 5000)]), "utf-8")
    with pytest.raises(WorkbenchError, match="more than 4,000 columns"):
        read_here(path)
    path.write_text(f"Name,NPI{',' * 9000}x\nNgo,1\n", "utf-8")
    assert read_here(path).sheets[0].rows[1][:2] == ("Ngo", "1")


def test_a_cell_in_the_last_corner_is_too_big_and_not_damaged(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "Name", "x"
    book.save(tmp_path / "far.xlsx")
    with pytest.raises(WorkbenchError, match="too big"):
        read_here(tmp_path / "far.xlsx")


def test_a_link_to_a_sheet_on_the_web_says_so(tmp_path):
    (tmp_path / "r.gsheet").write_text('{"url":"https://docs.google.com/spreadsheets/d/x"}', "utf-8")
    with pytest.raises(WorkbenchError, match="link to a sheet on the web"):
        read_here(tmp_path / "r.gsheet")


def test_the_sheet_of_a_text_table_may_have_ragged_rows(tmp_path):
    (tmp_path / "a.csv").write_text("sep=;\nName;NPI\n\nA;1;;more\n\n", "utf-8")
    assert read_here(tmp_path / "a.csv").sheets[0].rows == [
        ("Name", "NPI", None, None),
        (None,) * 4,
        ("A", "1", None, "more"),
    ]


@pytest.mark.parametrize(
    "content,says",
    [
        (b"", "is empty"),
        (b" \r\n \n", "is empty"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"{\\rtf1 x}", "text document"),
        (b"<html><table></table></html>", "web page"),
        (b"PK\x03\x04broken", "cannot be read"),
        (b"<?xml version='1.0'?><a/>", "is XML"),
        (bytes(range(256)) * 20, "cannot be read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "cannot be read"),
    ],
)
def test_what_is_no_table_is_said_in_one_sentence(tmp_path, content, says):
    path = tmp_path / "roster.xlsx"
    path.write_bytes(content)
    assert says in sentence(path)


def test_a_word_file_says_what_to_do(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert "is a Word file" in sentence(tmp_path / "a.docx")


def test_a_workbook_without_rows(tmp_path):
    assert "has no rows" in sentence(written(tmp_path / "a.xlsx", []))


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/media/image1.png"])
def test_a_zip_bomb_is_too_big(tmp_path, part):
    path = written(tmp_path / "a.xlsx", [["Name"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name may stand in an archive twice
        with archive.open(part, "w") as file:
            for _ in range(60):
                file.write(b" " * 1_000_000)
    assert "too big" in sentence(path)


def test_a_missing_file_and_a_folder(tmp_path):
    assert "There is no file" in sentence(tmp_path / "a.xlsx")
    assert "is a folder" in sentence(tmp_path)


def test_a_workbook_open_in_excel(tmp_path, monkeypatch):
    path = written(tmp_path / "a.xlsx", [["Name"]])
    (tmp_path / "~$a.xlsx").write_bytes(b"x")
    assert "is open in Excel" in sentence(path)
    assert "mark that Excel leaves" in sentence(tmp_path / "~$a.xlsx")
    (tmp_path / "~$a.xlsx").unlink()

    def denied(*args, **more):
        raise PermissionError(13, "denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", denied)
        assert "open in Excel" in sentence(path)


@pytest.mark.parametrize("name", ["pass_protected.xlsx", "pass_protected.xlsb", "pass_protected.ods"])
def test_a_password(name):
    assert "password" in sentence(shared("real", "bad", "calamine", name))


def test_a_child_that_dies_or_cannot_start_costs_only_the_child(tmp_path, capfd):
    path = written(tmp_path / "a.xlsx", [["Name"]])
    for command in ("import os; os.abort()", "raise SystemError('secret')", "print('junk that is no frame')"):
        with pytest.raises(WorkbenchError, match="cannot be read"):
            read(path, launch=[sys.executable, "-c", command])
    assert capfd.readouterr() == ("", "")


def test_a_child_that_takes_too_long_or_too_much_is_stopped(tmp_path, monkeypatch):
    path = written(tmp_path / "a.xlsx", [["Name"]])
    slow = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(limits, "SECONDS", 0.3)
    with pytest.raises(WorkbenchError, match="took too long"):
        read(path, launch=slow)
    monkeypatch.setattr(limits, "SECONDS", 30.0)
    monkeypatch.setattr(limits, "MEMORY", 1000)
    with pytest.raises(WorkbenchError, match="too big"):
        read(path, launch=slow)


def test_the_user_can_stop_it(tmp_path):
    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        read(
            written(tmp_path / "a.xlsx", [["Name"]]),
            launch=[sys.executable, "-c", "import time; time.sleep(60)"],
            progress=stop,
        )


def test_progress_counts_rows(tmp_path):
    seen = []
    read(written(tmp_path / "a.xlsx", [["Name"]] * 5000), launch=LAUNCH, progress=lambda done, total: seen.append(done))
    assert seen[-1] == 5000 and seen == sorted(seen)


def bad_files():
    folder = Path(__file__).resolve().parents[3] / "shared" / "real" / "bad"
    return sorted(folder.glob("*/*")) if folder.is_dir() else []


@pytest.mark.parametrize("path", bad_files(), ids=lambda path: path.name)
def test_every_bad_file_ends_in_a_sentence_or_a_reading(path, capfd, monkeypatch):
    monkeypatch.setattr(limits, "SECONDS", 10.0)
    monkeypatch.setattr(limits, "MEMORY", 500 * 1024**2)
    try:
        recognize(read_here(path))
    except WorkbenchError as error:
        assert "nothing was changed" in str(error) and "took too long" not in str(error)
    assert capfd.readouterr() == ("", "")


def test_a_code_that_a_web_system_keeps_as_a_formula_is_the_code(tmp_path):
    (tmp_path / "a.csv").write_text('Name,ZIP\nNgo,="02139"\nLee,"=""00501"""\nPoe,=1+1\n', "utf-8")
    assert [row[1] for row in read_here(tmp_path / "a.csv").sheets[0].rows] == ["ZIP", "02139", "00501", "=1+1"]
