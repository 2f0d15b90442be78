"""Tables of text: csv, tsv and their relatives, in whatever encoding and with whatever delimiter they come."""

import codecs
import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator

from workbench.sheets.child import Fault

DELIMITERS = ",;\t|"
SAMPLE = 200_000
GUARD = re.compile(r"^'(?='*[=+\-@\t\r])")
"""The apostrophe that keeps a spreadsheet from taking a text for a formula."""
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def rows_of(path: str) -> Iterator[list[str]]:
    """The rows of a text table, each a list of trimmed text without the guard against formulas; rows may differ in length."""
    with open(path, "rb") as file:
        text = decoded(file.read())
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    delimiter = delimiter_of(text)
    if text[:4].lower() == "sep=":  # Excel's own line that names the delimiter
        text = text.partition("\n")[2]
    if not text.strip():
        raise Fault("empty")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    try:
        for row in reader:
            yield [GUARD.sub("", cell) if cell[:1] == "'" else cell for cell in row]
    except csv.Error as error:
        raise Fault("unreadable") from error


def decoded(body: bytes) -> str:
    """The text, by its byte order mark, else UTF-16 by its zeros, else UTF-8, else Windows' Western European."""
    for mark, encoding in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    head = body[:4096]
    if head[1::2].count(0) > len(head) * 0.3:
        return body.decode("utf-16-le", "replace")
    if head[::2].count(0) > len(head) * 0.3:
        return body.decode("utf-16-be", "replace")
    if _is_binary(head):
        raise Fault("unreadable")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")


def _is_binary(head: bytes) -> bool:
    strange = sum(1 for byte in head if byte < 9 or 13 < byte < 32 and byte != 27)
    return strange > max(2, len(head) // 50)


def delimiter_of(text: str) -> str:
    """The delimiter whose columns agree best over the first rows; a comma where there is only one column."""
    if text[:4].lower() == "sep=" and len(text) > 4:
        return text[4]
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        score = _agreement(text[:SAMPLE], delimiter)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _agreement(sample: str, delimiter: str) -> float:
    """How many rows have the commonest number of columns, weighted a little by that number; 0 for one column."""
    widths: Counter[int] = Counter()
    try:
        for row, _ in zip(
            csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, skipinitialspace=True),
            range(100),
            strict=False,
        ):
            if row:
                widths[len(row)] += 1
    except csv.Error:
        return 0.0
    many = {width: count for width, count in widths.items() if width > 1}
    if not many:
        return 0.0
    width, count = max(many.items(), key=lambda item: item[1] * min(item[0], 12))
    return count / sum(widths.values()) * (1 + min(width, 12))
