"""Workbooks through python-calamine, and beside their values what it drops of an xlsx: error cells and the look."""

import io
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import python_calamine

from workbench.sheets.files.amending import amender
from workbench.sheets.files.looking import Looks, SheetLook
from workbench.sheets.files.packing import Fault, blocks_of

_ENDINGS = {
    "xlsx": (".xlsx", ".xlsm"),
    "xlsm": (".xlsm", ".xlsx"),
    "xlsb": (".xlsb",),
    "ods": (".ods",),
    "xls": (".xls",),
}


def messages(path: str, kind: str) -> Iterator[tuple]:
    """Every sheet of the workbook with its rows, as child.py describes them."""
    workbook = _opened(path, kind)
    with ThreadPoolExecutor(
        1
    ) as beside:  # calamine works without the interpreter's lock: the look is streamed meanwhile
        looks = beside.submit(_looks, path) if kind in ("xlsx", "xlsm") else None
        yield from _sheets(workbook, lambda name: beside.submit(_look, looks, name))


def _sheets(workbook: python_calamine.CalamineWorkbook, look_at: Callable[[str], Future]) -> Iterator[tuple]:
    read = faults = 0
    for meta in workbook.sheets_metadata:
        if meta.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        looked = look_at(meta.name)
        try:
            sheet = workbook.get_sheet_by_name(meta.name)
        except (python_calamine.CalamineError, python_calamine.WorksheetNotFound, OSError, ValueError):
            faults += 1
            continue
        read += 1
        left = sheet.start[1] if sheet.start else 0
        merged = [(a + 1, b, c + 1, d) for (a, b), (c, d) in sheet.merged_cell_ranges or []]
        yield "sheet", meta.name, meta.visible == python_calamine.SheetVisibleEnum.Visible, 1, merged[:100_000]
        look = looked.result()
        if look is not None:
            yield look.message()
        if sheet.start is not None:
            # calamine's iterator gives the empty rows above the first used one, but not the empty columns before it
            yield from blocks_of(sheet.iter_rows(), left, amender(look, left))
    if faults and not read:
        raise Fault("unreadable")


def _looks(path: str) -> Looks | None:
    try:
        return Looks(path)
    except Exception:  # whatever an odd package raises: values must not be lost for the sake of their look
        return None


def _look(opened: "Future[Looks | None] | None", name: str) -> SheetLook | None:
    looks = opened.result() if opened else None  # done: one thread takes one after the other
    try:
        return looks.sheet(name) if looks else None
    except Exception:  # the same; the review says that the look was not read
        return None


def _opened(path: str, kind: str) -> python_calamine.CalamineWorkbook:
    """The workbook by what its bytes are: calamine itself goes by the ending of the name, which may say something else."""
    try:
        if path.lower().endswith(_ENDINGS.get(kind, "")):
            return python_calamine.load_workbook(path)
        with open(path, "rb") as file:
            return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(file.read()))
    except python_calamine.PasswordError as error:
        raise Fault("password") from error
    except (
        python_calamine.CalamineError,
        python_calamine.ZipError,
        python_calamine.XmlError,
        OSError,
        ValueError,
    ) as error:
        raise Fault(_code(str(error))) from error


def _code(message: str) -> str:
    return "password" if "password" in message.lower() or "encrypt" in message.lower() else "unreadable"
