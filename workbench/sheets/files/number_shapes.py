"""Number formats that show more than the number: zeros before it, letters and digits around it, a month without a day.

What a person sees is the number: 120779 under "036"000000 is 036120779.
"""

import re
from datetime import date, datetime

LONGEST = 24
MONTH, YEAR = "month", "year"
"""The shapes of formats that show no day: whoever typed 7/2027 has the first of July behind it."""
DIGIT, TEXT, NEEDLESS = "0", "@", "#"
"""In a shape: a digit, the whole text, and a digit that is not shown where there is none."""
_NO_PART_OF_A_DAY = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_PART = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<general>General)|[_*].|\[[^\]<>=]*\]|(?P<sign>.)', re.IGNORECASE
)
_PLAIN = frozenset("0#@()/- :+")
"""What may stand in a format for a code besides what is quoted: no comma, point, percent or part of a day."""
_KEPT = {ord(sign): 0xE000 + ord(sign) for sign in DIGIT + TEXT + NEEDLESS}
"""A literal 0 is kept apart from the place of a digit."""
_BACK = {after: before for before, after in _KEPT.items()}
_LABEL = re.compile(
    r"(?i:npi|dea|lic|license|no|nbr|num|number|id|tel|ph|phone|fax|ext|ssn|zip)[\s:.#]*$|[A-Za-z ]{5,}[\s:.#]+$"
)
_UNIT = re.compile(r"\s+[A-Za-z]{3,}.*$|\s+[a-z]+$")
"""Words before and behind a number that are none of it: "Lic# "0, 0" years"."""


def shape_of(format: str) -> str:
    """What a format shows of a number, digit by digit, MONTH or YEAR where it shows no day; "" for any other."""
    sections = format.split(";") if '"' not in format else _sections(format)
    letters = _NO_PART_OF_A_DAY.sub("", sections[0]).lower()
    if "y" in letters and not {"d", "h", "s"} & set(letters) and set(letters) <= set("my-/., '"):
        return MONTH if "m" in letters else YEAR
    found = _shape(sections[0])
    if not found and len(sections) == 4:
        found = text if TEXT in (text := _shape(sections[3])) else ""
    return found


def _sections(format: str) -> list[str]:
    return [
        each.replace("\0", ";")
        for each in re.sub(r'"[^"]*"', lambda found: found[0].replace(";", "\0"), format).split(";")
    ]


def _shape(section: str) -> str:
    shape, says = "", False
    for part in _PART.finditer(section):
        literal = part["quoted"] if part["quoted"] is not None else part["escaped"]
        if literal is not None:
            literal = _said(literal, is_before=not set(shape) & set(DIGIT + TEXT + NEEDLESS))
            says = says or any(map(str.isalnum, literal))
            shape += literal.translate(_KEPT)
        elif part["general"]:
            shape += NEEDLESS
        elif part["sign"] is not None:
            if part["sign"] not in _PLAIN:
                return ""
            shape += part["sign"]
    places = shape.count(DIGIT) + shape.count(NEEDLESS)
    is_code = shape.count(DIGIT) > 2 and "00" in shape and NEEDLESS not in shape
    if len(shape) > LONGEST or (shape.count(TEXT), bool(places)) not in ((1, False), (0, True)):
        return ""
    return shape if says or is_code else ""


def _said(literal: str, *, is_before: bool) -> str:
    """What a literal adds to the number: a label before it and a unit behind it are none of it, nor is a sign of money."""
    if (_LABEL.match(literal.strip(" #")) or _LABEL.match(literal)) if is_before else _UNIT.match(literal):
        return ""
    return literal.replace("$", "")


def without_day(cell: object, shape: str) -> object:
    """The first of a month, or of a year, as it is shown; a day that cannot stand for a whole month as it is."""
    if not isinstance(cell, date) or cell.day != 1 or isinstance(cell, datetime) and (cell.hour or cell.minute):
        return cell
    if shape == MONTH:
        return f"{cell.month}/{cell.year}"
    return str(cell.year) if cell.month == 1 else cell


def shown(number: float | str, shape: str) -> float | str:
    """A whole number, or a text, as the format shows it: 2139 under 00000 is "02139"; any other number as it is."""
    if TEXT in shape:
        text = str(int(number)) if isinstance(number, float) and number.is_integer() else str(number)
        return shape.replace(TEXT, text.translate(_KEPT)).translate(_BACK)
    if isinstance(number, str) or not 0 < number < 1e15 or number != int(number):
        return number
    places = shape.count(DIGIT) + shape.count(NEEDLESS)
    digits = str(int(number)).zfill(shape.count(DIGIT))
    first = next(at for at, sign in enumerate(shape) if sign in (DIGIT, NEEDLESS))
    digits = digits.rjust(places)
    extra, rest = digits[: len(digits) - places], iter(digits[len(digits) - places :])
    filled = "".join(next(rest).strip() if sign in (DIGIT, NEEDLESS) else sign for sign in shape[first:])
    return (shape[:first] + extra + filled).translate(_BACK)
