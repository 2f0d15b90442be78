"""What can be wrong with a file, in one sentence each: what happened, what it means for the data, what to do."""

from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.sheets import limits
from workbench.store import places

SENTENCES = {
    "missing": "There is no file {name}: nothing was changed; choose the file again.",
    "folder": "{name} is a folder: nothing was changed; choose a file in it.",
    "device": "{name} is no file, but a device or a pipe: nothing was changed; choose a file.",
    "nothing pasted": "There is no text in what was copied: nothing was changed; "
    "select the rows in Excel, Word or Outlook, copy them, then paste again.",
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
    "ask for the roster as xlsx or csv, or copy the table into Excel and save it as xlsx.",
    "word": "{name} is a Word file: nothing was changed; "
    "copy its table and paste it on the import page, or into Excel.",
    "document": "{name} is a text document: nothing was changed; "
    "copy its table and paste it on the import page, or into Excel.",
    "slides": "{name} is a PowerPoint file: nothing was changed; "
    "copy its table and paste it on the import page, or into Excel.",
    "rich text": "{name} is a text document (RTF): nothing was changed; "
    "open it in Word, copy its table and paste it on the import page.",
    "picture": "{name} is a picture, which holds no text to read: nothing was changed; "
    "ask for the roster as xlsx or csv.",
    "message": "{name} is an e-mail: nothing was changed; open it in Outlook, save the workbook that is attached and choose "
    "that, or copy the table in it and paste it on the import page.",
    "archive": "{name} is an archive with files in it: nothing was changed; unpack it and choose the workbook inside.",
    "numbers": "{name} is a document of Apple's Numbers, Pages or Keynote: nothing was changed; "
    "open it there and export it to Excel, then choose the xlsx.",
    "database": "{name} is an Access database: nothing was changed; "
    "open it in Access, export the table or query to Excel, then choose the xlsx.",
    "office": "{name} is a database, perhaps an office of this program, and no roster: nothing was changed; "
    "open an office on the first page, or choose the roster.",
    "shortcut": "{name} is only a shortcut to a file: nothing was changed; choose the file itself.",
    "online": "{name} is only a link to a sheet on the web: nothing was changed; "
    "open it there, download it as xlsx, then choose that.",
    "page": "{name} is a web page in which no table was found: nothing was changed; "
    "open it in the browser, copy the table and paste it on the import page.",
    "sylk": "{name} is a SYLK file (.slk): nothing was changed; open it in Excel, save it as xlsx, then choose that.",
    "dif": "{name} is a DIF file: nothing was changed; open it in Excel, save it as xlsx, then choose that.",
    "fixed width": "{name} is a report whose columns are made of blanks: nothing was changed; "
    "open it in Excel (Data, From Text, Fixed width), save it as xlsx, then choose that.",
    "flat": "{name} is a flat OpenDocument file: nothing was changed; "
    "open it in LibreOffice, save it as xlsx or ods, then try again.",
    "xml": "{name} is XML and not a workbook: nothing was changed; open it in Excel, save it as xlsx, then try again.",
    "too big": "{name} is too big to be a roster: nothing was changed; "
    "delete the empty rows and columns or split it, then try again.",
    "too wide": f"{{name}} has more than {limits.COLUMNS:,} columns in which something stands: nothing was changed; "
    "delete what is not the roster, then try again.",
    "long cell": f"{{name}} has a cell with more than {limits.LONGEST:,} characters, more than Excel takes: nothing was changed; "
    "in a text table a quotation mark is perhaps opened and not closed: mend it, or save the file again from Excel.",
    "too slow": "Reading {name} took too long and was stopped: nothing was changed; "
    "save it again from Excel as xlsx, then try again.",
    "unreadable": "{name} cannot be read as a spreadsheet, it may be damaged: nothing was changed; "
    "open it in Excel, save it as xlsx, then try again.",
}


def fault(code: str, path: Path) -> WorkbenchError:
    """The sentence for what is wrong with a file."""
    return WorkbenchError(SENTENCES.get(code, SENTENCES["unreadable"]).format(name=f"“{places.called(path)}”"))
