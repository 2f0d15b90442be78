"""The preview of a large workbook against the bare work: `uv run python -m tests.benchmarks.preview_bench [ROWS]`.

Ours is what stands before the review page but the comparison: the child's reading with the look of every cell, the hand-over,
headings and columns recognized; and, in a line of its own, the same with every value understood. Bare is calamine's own read of
every row plus the bare stream of the sheet's XML and its shared strings through expat. Each in a process of its own, the median of
three. Prints seconds, ratio, memory; and the seconds that processors worked, which tell more on a machine that others use too.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from datetime import date, timedelta
from pathlib import Path
from xml.parsers import expat
from xml.sax.saxutils import escape

from tests.benchmarks.import_bench import HEADINGS, LAUNCH, Memory, dea, npi

COLUMNS, TIMES, AT_MOST = 40, 3, 2.0
EPOCH = date(1899, 12, 30)
STYLES = """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font/><font><strike/>
</font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills><borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="0" fontId="1"/>
<xf numFmtId="14" fontId="1"/><xf numFmtId="0" fillId="2"/><xf numFmtId="14" fillId="2"/></cellXfs></styleSheet>"""
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def make(path: Path, rows: int) -> None:
    """A roster as Excel writes it: shared strings, dates by style, one row in fifty struck through and one in fifty yellow."""
    rng, strings = random.Random(7), dict[str, int]()
    letters = [chr(65 + n) if n < 26 else f"A{chr(39 + n)}" for n in range(COLUMNS)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as out:
            out.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for n in range(rows + 1):
                values = [*HEADINGS, *(f"Note {c}" for c in range(COLUMNS - len(HEADINGS)))] if not n else _row(n, rng)
                form = 2 if n % 50 == 3 else 4 if n % 50 == 7 else 0
                cells = "".join(
                    _cell(f"{a}{n + 1}", value, form, strings) for a, value in zip(letters, values, strict=True)
                )
                out.write(f'<row r="{n + 1}" spans="1:{COLUMNS}">{cells}</row>'.encode())
            out.write(b"</sheetData></worksheet>")
        items = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{items}</sst>')
        archive.writestr("xl/styles.xml", STYLES)
        sheet = '<sheets><sheet name="Roster" sheetId="1" r:id="rId1"/></sheets>'
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{sheet}</workbook>')
        parts = (
            ("worksheet", "worksheets/sheet1.xml"),
            ("sharedStrings", "sharedStrings.xml"),
            ("styles", "styles.xml"),
        )
        archive.writestr("xl/_rels/workbook.xml.rels", _links(parts))
        archive.writestr("_rels/.rels", _links((("officeDocument", "xl/workbook.xml"),)))


def _links(parts: tuple[tuple[str, str], ...]) -> str:
    each = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONS}/{kind}" Target="{part}"/>'
        for n, (kind, part) in enumerate(parts, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{each}</Relationships>'


def _row(n: int, rng: random.Random) -> list[str | int | date]:
    last, first = f"Last{rng.randrange(3000)}", f"First{rng.randrange(800)}"
    soon = [date(2026, 11, 24) + timedelta(days=rng.randrange(1500)) for _ in range(4)]
    return [
        *(last, first, rng.choice("ABCDEFGH"), rng.choice(("MD", "DO", "PA-C", "APRN")), npi(n)),
        *(f"Specialty {rng.randrange(60)}", f"Department {rng.randrange(12)}", rng.choice(("Active", "Courtesy"))),
        *(f"036-{100000 + n}", rng.choice(("IL", "WI", "MO")), soon[0], dea(last, n), soon[1]),
        *(rng.choice(("ABIM", "ABS")), soon[2], rng.choice(("ISMIE", "MedPro")), soon[3]),
        *(f"p{n}@example.org", f"(312) 555-{n % 10000:04d}", 60000 + n % 9000),
        *(f"remark {rng.randrange(2000)}" for _ in range(COLUMNS - len(HEADINGS))),
    ]


def _cell(at: str, value: str | int | date, form: int, strings: dict[str, int]) -> str:
    style = form + isinstance(value, date)
    said = f' s="{style}"' if style else ""
    if isinstance(value, date):
        return f'<c r="{at}"{said}><v>{(value - EPOCH).days}</v></c>'
    if isinstance(value, int):
        return f'<c r="{at}"{said}><v>{value}</v></c>'
    return f'<c r="{at}"{said} t="s"><v>{strings.setdefault(value, len(strings))}</v></c>'


def ours(path: Path) -> dict[str, float]:
    """Read, recognize and understand."""
    from workbench.sheets.reading import read
    from workbench.sheets.recognizing import recognize
    from workbench.sheets.taken import Sheets
    from workbench.store.uncollected import uncollected

    memory = Memory()
    began, worked = time.perf_counter(), _worked(memory)
    workbook = read(path, launch=LAUNCH)
    red = time.perf_counter()
    with uncollected():
        readings = recognize(workbook)
        known, known_worked = time.perf_counter(), _worked(memory)
        sheets = Sheets.of(workbook, readings)
    done = time.perf_counter()
    assert [mark.key for mark in sheets.marks[0].groups] == ["struck", "fill FFFF00"]
    return {
        **{"seconds": known - began, "read": red - began, "recognize": known - red},
        **{"understand": done - known, "peak MB": memory.over()},
        **{"worked": known_worked - worked, "worked with values": _worked(memory) - worked},
    }


def bare(path: Path) -> dict[str, float]:
    """Calamine's own read, and the bare stream of the XML."""
    import python_calamine

    memory = Memory()
    began, worked = time.perf_counter(), _worked(memory)
    book = python_calamine.load_workbook(str(path))
    rows = sum(1 for _ in book.get_sheet_by_index(0).iter_rows())
    red = time.perf_counter()
    with zipfile.ZipFile(path) as archive:
        for part in ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"):
            parser = expat.ParserCreate()
            with archive.open(part) as stream:
                while chunk := stream.read(1 << 20):
                    parser.Parse(chunk, False)
    done = time.perf_counter()
    assert rows > 1
    figures = {"seconds": done - began, "calamine": red - began, "stream": done - red, "peak MB": memory.over()}
    return figures | {"worked": _worked(memory) - worked}


def _worked(memory: Memory) -> float:
    """Seconds that processors worked for this process and for its children that ended, without the looking at memory."""
    return sum(os.times()[:4]) - memory.worked


def run(what: str, path: Path) -> dict[str, float]:
    """The median of three runs, each in a process of its own."""
    call = [sys.executable, "-m", "tests.benchmarks.preview_bench", f"--{what}", str(path)]
    root = Path(__file__).parents[2]
    done = [
        json.loads(subprocess.run(call, cwd=root, capture_output=True, text=True, check=True).stdout)
        for _ in range(TIMES)
    ]
    return {key: statistics.median(each[key] for each in done) for key in done[0]}


def main(rows: int) -> None:
    """Make the roster, run both, print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "roster.xlsx"
        make(path, rows)
        print(f"{rows:,} rows x {COLUMNS} columns, {path.stat().st_size / 1e6:.1f} MB")
        floor, made = run("bare", path), run("ours", path)
        for what, figures in (("bare", floor), ("ours", made)):
            print(f"{what}: " + ", ".join(f"{key} {value:,.2f}" for key, value in figures.items()))
        understood = made["seconds"] + made["understand"]
        for what, ours_took, worked in (
            ("preview", made["seconds"], made["worked"]),
            ("with values understood", understood, made["worked with values"]),
        ):
            ratio, by_work = ours_took / floor["seconds"], worked / floor["worked"]
            print(f"{what}: {ratio:.2f} times the bare work (at most {AT_MOST:g}), by work of processors {by_work:.2f}")


if __name__ == "__main__":
    if sys.argv[1:2] in (["--ours"], ["--bare"]):
        print(json.dumps({"--ours": ours, "--bare": bare}[sys.argv[1]](Path(sys.argv[2]))))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 50_000)
