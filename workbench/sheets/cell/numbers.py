"""Cells that hold numbers of people: NPI, DEA, license, phone, ZIP, social security and tax numbers, amounts.

Each takes a cell that is not empty and returns the value, or None where it says only that nothing is known; it raises
ValueError with a sentence where the value is wrong.
"""

import re
from typing import Any

from workbench.records import checks
from workbench.records.words import of
from workbench.sheets.cell.texts import code, text, without_fraction

EXTENSION = re.compile(r"[\s,;]*(?:ext\.?|x|extension)\s*\.?(\d{1,6})$", re.IGNORECASE)
PHONE = re.compile(r"(?:([A-Za-z]+)[.:)\s]*)?((?:\+?1[\s.-]?)?\(?(?<!\d)\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4})(?!\d)")
_WORDS = "active|inactive|temp|temporary|expired|renewed|current|probation|restricted|unrestricted|clear|limited|training|compact"
LICENSE = re.compile(
    r"((?:(?:medical |state )?lic(?:ense)?\b\.?\s*)?(?:#|no\.?(?=\s|:)|number)\s*:?\s*)?([A-Za-z0-9][\w.\-/ ]*?)"
    rf"(?:\s*[(\[]\s*((?:{_WORDS})[^)\]\d]*)[)\]]|\s+[-–—]\s+({_WORDS}))?$",
    re.IGNORECASE,
)
WORD = re.compile(r"[A-Za-z]+")
MARKS, LABELS = frozenset("#([–— "), ("lic", "no.", "no ", "no:")
"""Without one of these a number stands alone."""
FORMATTED = re.compile(r"^\(\d{3}\) \d{3}-\d{4}$")
PLUS_FOUR = re.compile(r"^\d+(?:\s?[-–.]\s?(?:\d{4})?)?$|^\d{5}\s\d{4}$")
"""A ZIP and its four further digits, or none: 60601-12 is neither."""
LOWEST_ZIP = "00501"
"""No ZIP is lower: 00213 is a ZIP of four or five digits that lost one by hand, not 213 that lost zeros to a spreadsheet."""
MONEY = re.compile(r"^\$?\s*([\d,]+(?:\.\d+)?)\s*(k|m|mm|mil|million|thousand)?$", re.IGNORECASE)


def license_and_word(text: str) -> tuple[str, str] | None:
    """ "Lic# 29517", "#29517", "29517 (active)": the number without the label before it, and the word behind it; None for
    a number that stands alone."""
    match = LICENSE.match(text) if not MARKS.isdisjoint(text) or text[:3].lower() in LABELS else None
    if match is None or not (match[1] or match[3] or match[4]) or not any(map(str.isdigit, match[2])):
        return None
    return match[2].strip(), match[3] or match[4] or ""


def npi(cell: Any) -> str | None:
    found = code(cell)
    if found is None:
        return None
    digits = found if found.isdigit() else re.sub(r"[\s\-.'’]", "", found)
    if not digits.isdigit():
        raise ValueError(f"NPI “{found}” is not a number of 10 digits.")
    if len(digits) != 10:
        raise ValueError(f"NPI has {of(len(digits), 'digit')}, not 10.")
    if fault := checks.npi_fault(digits):
        raise ValueError(fault)
    return digits


def dea(cell: Any) -> str | None:
    found = code(cell)
    if found is None:
        return None
    number = re.sub(r"[\s\-]", "", found).upper()
    if fault := checks.dea_fault(number):
        raise ValueError(fault.replace(f"“{number}”", f"“{found}”"))
    return number


_DEA_WITH_MORE = re.compile(r"^([A-Za-z][A-Za-z9]-?\d{7})(?:\s*[,;/(]\s*|\s+)(\S.*?)\)?$")
_SCHEDULES = re.compile(
    r"^(?:sch(?:ed(?:ule)?s?)?\.?:?\s*)?[1-5iv]+n?(?:[\s,;/&]+(?:and\s+)?[1-5iv]+n?)*$|^X[A-Z9]\d{7}$", re.IGNORECASE
)
_SHORTENED = re.compile(r"^\d(?:[.,]\d+)?E\+?\d+$", re.IGNORECASE)
"""2.12689E+12: digits that a spreadsheet did not show, and that are lost."""


def dea_and_more(text: str) -> tuple[str, str] | None:
    """ "AB1234563 2,2N,3": the registration and the schedules or the second number (X...) behind it; None for any other text."""
    match = _DEA_WITH_MORE.match(text)
    return (match[1], match[2]) if match and _SCHEDULES.match(match[2]) else None


def is_shortened(cell: Any) -> bool:
    """Whether a number lost digits to the way it was shown."""
    if isinstance(cell, float):
        return not cell.is_integer() and cell >= LONG
    return isinstance(cell, str) and _SHORTENED.match(cell.strip()) is not None


def phone_and_words(text: str) -> tuple[str, str] | None:
    """ "do not give out 312-555-0106": the number and the words before or behind it; None for any other text."""
    found = phones_in(text) if WORD.search(text) else []
    if len(found) != 1:
        return None
    before, _, after = text.partition(found[0][1])
    said = " ".join(f"{before} {after}".split()).strip(" ,;:-–—()")
    is_in_words = any(len(word) > 2 for word in WORD.findall(said)) and not any(map(str.isdigit, said))
    return (found[0][1], said) if is_in_words else None


def phones_in(text: str) -> list[tuple[str, str]]:
    """The whole phone numbers in a text, each with the word before it, as "F" of "O: 312-555-0101 F: 312-555-0102"."""
    return [((match[1] or "").casefold(), match[2]) for match in PHONE.finditer(text)]


def first_of_lines(text: str) -> str:
    """ "312-555-0105/0106", "(312) 555-0105 or -06": the number whose last digits follow for another line; "" of any other text."""
    match = _LINES.match(text)
    return match[1] if match else ""


_LINES = re.compile(r"^(\D*\d{3}\D{0,2}\d{3}\D?\d{4})\s*(?:/|,|&|or|and|[-–])\s*-?\d{2,4}$", re.IGNORECASE)


def has_letters_for_digits(text: str) -> bool:
    """Whether a phone is written as a word: "1-800-FLOWERS"."""
    return _IN_LETTERS.fullmatch(text.strip()) is not None


_IN_LETTERS = re.compile(
    r"(?:\+?1[\s.-]*)?\(?\d{3}\)?[\s.-]*(?=[A-Z\d\s.-]*[A-Z]{3})[A-Z\d](?:[\s.-]?[A-Z\d]){6,}", re.IGNORECASE
)


def is_prose(text: str) -> bool:
    """Whether a text is no phone but words with some figures in them: "12 Oak St, Peoria, IL 61602", with no whole number."""
    letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdigit, text))
    is_in_words = letters > digits > 0 and len(WORD.findall(text)) >= _PROSE or _ends_in_a_zip(text)
    return is_in_words and not phones_in(text) and not is_extension(text)


def _ends_in_a_zip(text: str) -> bool:
    """ "1200 W Main #210, Peoria 61602": whether a ZIP stands behind a number and words, and no half of a phone."""
    return _ZIP_BEHIND_A_STREET.fullmatch(text.strip()) is not None and not _LINE_OF_AN_EXCHANGE.search(text)


_ZIP_BEHIND_A_STREET = re.compile(r"(?=(?:.*?\b[a-z]{2,}){2}).*\d\D*[a-z]{2}.*[\s,]\d{5}(?:-\d{4})?", re.IGNORECASE)
_LINE_OF_AN_EXCHANGE = re.compile(r"(?<!\d)\d{3}[-. ]\d{4}(?!\d)")
_PROSE = 3
"""Words from which a text is more than a number with a word beside it."""


def is_extension(text: str) -> bool:
    """Whether a text is an inside line alone: "ext 4455", "x12"."""
    match = EXTENSION.search(text)
    return match is not None and not any(map(str.isdigit, text[: match.start()]))


def is_phone(text: str) -> bool:
    """Whether a text is written as phones alone are: (312) 555-0101."""
    return _IN_BRACKETS.fullmatch(text.strip()) is not None


_IN_BRACKETS = re.compile(r"\(\d{3}\)\s*\d{3}-\d{4}(?:\s*(?:x|ext\.?)\s*\d+)?", re.IGNORECASE)
LONG = 1e6
"""From which on a number is no pager's 555.0101."""


def phone(cell: Any) -> str | None:
    """Ten digits, however written, become (312) 555-3859 and keep an extension; a pager's few stay as typed."""
    if isinstance(cell, float) and not cell.is_integer() and cell >= LONG:
        raise ValueError(f"“{cell}” is no phone number.")
    found = text(cell)
    if found is None or FORMATTED.match(found):
        return found
    found = without_fraction(found)
    extension = EXTENSION.search(found)
    main = found[: extension.start()] if extension else found
    digits = re.sub(r"\D", "", main or found)
    if len(digits) == 11 and digits[0] == "1":
        digits = digits[1:]
    abroad = main.startswith("+") and not main.startswith("+1")
    if len(digits) == 10 and not abroad and not re.search(r"[A-Za-z]", main):
        return f"({digits[:3]}) {digits[3:6]}-{digits[6:]}" + (f" x{extension[1]}" if extension else "")
    return found


class Padded(str):
    """A ZIP to which zeros were given back; what was written is `written`, and whether it was a number `is_number`."""

    __slots__ = ("is_number", "written")
    written: str
    is_number: bool


def _padded(text: str, written: str, cell: Any) -> Padded:
    found = Padded(text)
    found.written, found.is_number = written, not isinstance(cell, str)
    return found


def zip_code(cell: Any) -> str | None:
    """Five or nine digits; zeros that a spreadsheet dropped come back: 2139 -> 02139, Padded: the state says whether it was right."""
    found = code(cell)
    if found is None:
        return None
    digits = re.sub(r"[\s\-–.]", "", found)
    if not digits.isdigit() or PLUS_FOUR.match(found) is None:
        return found
    full = with_zeros(digits) if can_have_lost_zeros(found) and len(digits) not in (5, 9) else digits
    if len(full) not in (5, 9):
        raise ValueError(f"ZIP “{found}” has {of(len(digits), 'digit')}, not 5 or 9.")
    whole = full if len(full) == 5 else full[:5] if full.endswith("0000") else f"{full[:5]}-{full[5:]}"
    return whole if full == digits else _padded(whole, found, cell)


def can_have_lost_zeros(text: str) -> bool:
    """Whether a spreadsheet can have made a shorter number of a code: it takes zeros at the front, all of them, and signs stop it."""
    return text.isascii() and text.isdigit() and text[0] != "0"


def with_zeros(digits: str) -> str:
    """A ZIP or a ZIP+4 with the zeros back that it can have lost; as it is where it can have lost none."""
    full = digits.zfill(5 if len(digits) <= 5 else 9)
    return full if full[:5] >= LOWEST_ZIP else digits


def ssn(cell: Any) -> str | None:
    """Nine digits, or the last four alone; zeros that a spreadsheet dropped come back."""
    found = code(cell)
    if found is None:
        return None
    parts = re.findall(r"\d+", found)
    digits = "".join(parts)
    if [len(part) for part in parts] == [2, 7]:
        raise ValueError("SSN is written as a tax number.")
    if can_have_lost_zeros(found) and len(digits) not in (5, 6):
        digits = digits.zfill(4 if len(digits) <= 4 else 9)
    if len(digits) == 4 and len(parts) == 1:
        return digits
    if len(digits) != 9:
        raise ValueError("SSN is not nine digits.")
    return f"{digits[:3]}-{digits[3:5]}-{digits[5:]}"


def tin(cell: Any) -> str | None:
    """Nine digits; a zero that a spreadsheet dropped comes back. Words stay as typed."""
    found = code(cell)
    digits = re.sub(r"\D", "", found or "")
    if not found or not digits:
        return found
    if len(digits) == 8 and can_have_lost_zeros(found):
        digits = f"0{digits}"
    if len(digits) == 9:
        return f"{digits[:2]}-{digits[2:]}"
    if any(map(str.isalpha, found)):
        return found
    raise ValueError(f"Tax ID “{found}” has {of(len(digits), 'digit')}, not 9.")


LEAST_AMOUNT = 10_000
"""Dollars below which no coverage is: a smaller number is short for thousands or millions."""


def money(cell: Any) -> int | None:
    """Whole dollars: 1000000.0, "$1,000,000", "1M"."""
    found = text(cell)
    if found is None:
        return None
    match = MONEY.match(found)
    if not match:
        raise ValueError(f"“{found}” is not an amount.")
    unit = (match[2] or "").lower()
    factor = 1_000_000 if unit.startswith("m") else 1000 if unit else 1
    amount = float(match[1].replace(",", ""))
    if not unit and 0 < amount < LEAST_AMOUNT:
        raise ValueError(f"“{found}” does not say whether it is dollars, thousands or millions; write 1M or 1,000,000.")
    return round(amount * factor)
