"""What can be wrong with a file, in one sentence each: what happened, what it means for the data, what to do."""

from pathlib import Path

from workbench.errors import WorkbenchError

SENTENCES = {
    "missing": "There is no file {name}: nothing was changed; choose the file again.",
    "folder": "{name} is a folder: nothing was changed; choose a file in it.",
    "lock": "{name} is only the mark that Excel leaves beside an open workbook: nothing was changed; "
    "choose the workbook itself.",
    "open": "{name} is open in Excel or another program: nothing was changed; save and close it there, then try again.",
    "denied": "{name} cannot be read, since it is open in Excel or this account may not read it: nothing was changed; "
    "close it there or ask who keeps the folder, then try again.",
    "empty": "{name} is empty (0 bytes or only blanks): nothing was changed; "
    "save it again from the program it comes from.",
    "no rows": "{name} has no rows: nothing was changed; choose the file that holds the roster.",
    "password": "{name} is protected by a password: nothing was changed; "
    "open it in Excel, remove the password and save, then try again.",
    "pdf": "{name} is a PDF, which is not a table: nothing was changed; "
    "ask for the roster as xlsx or csv, or copy the table into Excel and save it.",
    "word": "{name} is a Word file: nothing was changed; copy its table into Excel, save it as xlsx, then try again.",
    "slides": "{name} is a PowerPoint file: nothing was changed; "
    "copy its table into Excel, save it as xlsx, then try again.",
    "rich text": "{name} is a text document (RTF): nothing was changed; "
    "copy its table into Excel, save it as xlsx, then try again.",
    "page": "{name} is a web page under another name: nothing was changed; "
    "open it in Excel, save it as xlsx, then try again.",
    "xml": "{name} is XML and not a workbook: nothing was changed; open it in Excel, save it as xlsx, then try again.",
    "too big": "{name} is too big to be a roster: nothing was changed; "
    "delete the empty rows and columns or split it, then try again.",
    "too slow": "Reading {name} took too long and was stopped: nothing was changed; "
    "save it again from Excel as xlsx, then try again.",
    "unreadable": "{name} cannot be read as a spreadsheet, it may be damaged: nothing was changed; "
    "open it in Excel, save it as xlsx, then try again.",
}


def fault(code: str, path: Path) -> WorkbenchError:
    """The sentence for what is wrong with a file."""
    return WorkbenchError(SENTENCES.get(code, SENTENCES["unreadable"]).format(name=f"“{path.name}”"))
