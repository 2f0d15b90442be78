"""Tables of text: csv, tsv and their relatives, in whatever encoding and with whatever delimiter they come."""

import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator

from workbench.sheets.files import fixed_width
from workbench.sheets.files.decoding import read
from workbench.sheets.files.packing import Fault, blocks_of

DELIMITERS = ",;\t|"
RARE = "^~:!#*%$&+=\\`¦§¬·•¶¤"
"""Signs that part the fields of a few systems' files, and stand within fields of others: taken where nearly every line has as many."""
LEAST, NEARLY, TITLES = 2, 0.95, 5
SAMPLE = 200_000
LINES, LABELS = 200, 0.6
LABELLED = re.compile(r"\s*([A-Za-z#][^:,;|\t\"]{0,30}):(?:\s|$)")
GUARD = re.compile(r"^'(?='*[=+\-@\t\r])")
"""The apostrophe that keeps a spreadsheet from taking a text for a formula."""
QUOTED = re.compile(r'="([^"]*)"$')
"""How web systems keep a spreadsheet from taking a code for a number: ="02139"."""
TOO_NARROW = re.compile(r"#{3,}$")
"""What Excel shows, copies as text and saves as csv where a number or a date has no room."""


def messages(body: bytes) -> Iterator[tuple]:
    """The table of a text, as child.py describes it. Raises Fault."""
    text, guessed, pages = read(body)
    if text is None:
        raise Fault("unreadable")
    if fixed_width.is_one(text[:SAMPLE]) and not _is_labelled(text[:SAMPLE]):
        raise Fault("fixed width")
    if guessed:
        yield "guessed", guessed
    if pages:
        yield "alphabets", pages
    yield "sheet", "", True, 1, []
    yield from blocks_of(_rows_of(text), 0)


def _rows_of(text: str) -> Iterator[list[str | bytes]]:
    """The rows of a text table, each a list of texts without the guard against formulas; rows may differ in length.

    A cell that only says that its column was too narrow comes as bytes: an error."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    delimiter = delimiter_of(text)
    if text[:4].lower() == "sep=":  # Excel's own line that names the delimiter
        text = text.partition("\n")[2]
    if not text.strip():
        raise Fault("empty")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    try:
        for row in reader:
            yield [cell if cell[:1] not in ("'", "#", "=") else _cell(cell) for cell in row]
    except csv.Error as error:
        raise Fault("unreadable") from error


def _cell(cell: str) -> str | bytes:
    if quoted := QUOTED.match(cell):
        return quoted[1]
    return cell.encode() if TOO_NARROW.match(cell) else GUARD.sub("", cell)


def delimiter_of(text: str) -> str:
    """The delimiter whose columns agree best over the first rows; a comma where there is only one column."""
    if text[:4].lower() == "sep=" and len(text) > 4:
        return text[4]
    if _is_labelled(text[:SAMPLE]):
        return "\t"
    best, best_score = ",", 0.0
    for delimiter in DELIMITERS:
        score = _agreement(text[:SAMPLE], delimiter)
        if score > best_score:
            best, best_score = delimiter, score
    return _rare(text[:SAMPLE]) or best


def _rare(sample: str) -> str:
    """A rare delimiter, where the headings have it as often as nearly every line below them and no usual one; "" for most texts."""
    lines = [line for line in sample.splitlines()[:LINES] if line.strip()]
    for first in range(min(TITLES, len(lines) - 1)):
        if not set(DELIMITERS).isdisjoint(lines[first]):
            continue
        counts = {sign: lines[first].count(sign) for sign in set(RARE).intersection(lines[first])}
        for sign, count in sorted(counts.items(), key=lambda item: -item[1]):
            same = sum(1 for line in lines[first:] if line.count(sign) == count)
            if count >= LEAST and same >= NEARLY * len(lines[first:]):
                return sign
    return ""


def _is_labelled(sample: str) -> bool:
    """Whether most lines begin with a label, as "Name: Abara, Jo, MD": the commas in them divide nothing."""
    lines = [line for line in sample.splitlines()[:LINES] if line.strip()]
    labelled = [match[1].lower() for line in lines if (match := LABELLED.match(line))]
    return len(labelled) >= max(3, LABELS * len(lines)) and len(set(labelled)) > 2


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
