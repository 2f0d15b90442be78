"""How rosters made at random write a value: dates in every manner, numbers as numbers, words beside them, what is not known."""

from datetime import date, datetime
from random import Random
from typing import Any

from tests.sheets.made_people import License, Made

CODES = {
    "Active": "A|ACT|Active",
    "Courtesy": "CRT|Courtesy|COUR",
    "Consulting": "CONS|Consulting",
    "Provisional": "PROV|Provisional",
    "APP": "AHP|APP|Allied Health",
}
STATUSES = {
    "Leave of absence": "LOA|Leave of Absence|LOA 1/5-4/1",
    "Resigned": "Resigned|Resigned 6/30/2025",
    "Suspended": "Suspended",
}
NOTHING = ("", "N/A", "Pending", "n/a", "TBD", None)
EXCEL_ZERO = date(1899, 12, 30)


def _us(day: date) -> str:
    return f"{day.month}/{day.day}/{day:%y}"


DAYS = {
    "true": lambda d: d,
    "moment": lambda d: datetime(d.year, d.month, d.day),
    "us": _us,
    "dashes": lambda d: f"{d:%m-%d-%Y}",
    "named": lambda d: f"{d:%d-%b-%y}",
    "american": lambda d: f"{d:%B} {d.day}, {d.year}",
    "packed8": lambda d: f"{d:%Y%m%d}",
    "iso": lambda d: d.isoformat(),
    "serial": lambda d: float((d - EXCEL_ZERO).days),
    "packed6": lambda d: f"{d:%m%d%y}",
    "packed": lambda d: int(f"{d:%m%d%y}"),
    "clock": lambda d: f"{d:%m/%d/%Y} 12:00:00 AM",
    "month": lambda d: f"{d.month}/{d.year}",
    "year": lambda d: d.year,
    "british": lambda d: f"{d:%d/%m/%Y}",
    "swapped": lambda d: d.replace(month=d.day, day=d.month) if d.day <= 12 else f"{d:%d/%m/%Y}",
    "abroad": lambda d: d.replace(month=d.day, day=d.month) if d.day <= 12 else f"{d:%m/%d/%Y}",
}
SWAPPED = ("british", "swapped", "abroad")
"""Nobody can tell these from others but by days past 12 beside days up to 12."""
USUAL = ("true", "true", "moment", "us", "dashes", "named", "american", "packed8", "iso", "clock", "serial")
ODD = ("packed6", "packed", "month", "year", "british", "swapped", "abroad")


class Styles:
    """The manner of each column of one roster."""

    def __init__(self, rng: Random, truth: list[Made], kind: str) -> None:
        self.truth, self.kind = truth, kind
        self._days: dict[str, str] = {}
        self.order, self.shout, self.floats = rng.randrange(7), rng.random() < 0.4, rng.random() < 0.5
        self.mixed, self.noted, self.gaps = rng.random() < 0.2, rng.random() < 0.15, rng.random() < 0.2
        self.odd = rng.random() < 0.25
        if self.odd:
            self.mixed = self.noted = self.gaps = False
        self.codes = {name: rng.choice(words.split("|")) for name, words in CODES.items()}
        self.statuses = {name: rng.choice(words.split("|")) for name, words in STATUSES.items()}
        self.blanks = rng.choice(("", "", " ", "\u00a0"))

    @property
    def is_plain(self) -> bool:
        """Whether every cell says what it should, in a way that asks nothing."""
        return not self.gaps and not set(self._days.values()) & {*SWAPPED, "month", "year", "packed"}

    def _tells(self, name: str) -> bool:
        """Whether the column's days show how they are written."""
        days = {day for day in self._column(name) if isinstance(day, date)}
        high, low = (
            sum(1 for day in days if day.day > 12),
            sum(1 for day in days if day.day <= 12 and day.day != day.month),
        )
        return self.kind == "xlsx" and high > 1 and low > 1 and high + low > 5

    def _column(self, name: str) -> list[Any]:
        if name == "license_expires":
            return [person.licenses[0].expires for person in self.truth]
        return [person[name] for person in self.truth]

    def spell_active_out(self) -> None:
        """ "A" under "Status" may be either; a status column then says Active in full."""
        self.codes["Active"] = "ACT" if self.codes["Active"] == "A" else self.codes["Active"]

    def cell(self, name: str, person: Made, license: License, rng: Random) -> Any:
        """A value as this roster writes it."""
        if name == "?":
            return rng.choice(("12", "x", "Blue", ""))
        if name == "name":
            return full_name(person, self.order, self.shout)
        if self.gaps and name not in ("last", "first", "npi", "license") and rng.random() < 0.15:
            return rng.choice(NOTHING if name.endswith("expires") else ("", None))
        if name.startswith("license"):
            value: Any = {
                "license": license.number,
                "license_state": license.state,
                "license_expires": license.expires,
            }[name]
        else:
            value = person[name]
        if name.endswith("expires") or name == "birth":
            return self.day(value, name, rng)
        return self._written(name, value)

    def _written(self, name: str, value: Any) -> Any:
        if name == "category":
            return self.codes[value]
        if name == "status":
            return self.statuses.get(value, value)
        if name == "npi" and self.floats:
            return float(value)
        if name == "zip" and self.floats:
            return float(value)
        if name == "phone" and self.floats:
            return float("".join(c for c in value if c.isdigit()))
        if name in ("last", "first", "department", "specialty") and self.shout and name in ("last", "first"):
            return value.upper() + self.blanks
        return value + self.blanks if isinstance(value, str) and value else value

    def day(self, value: date | str, name: str, rng: Random) -> Any:
        """A day in the manner of its column."""
        if isinstance(value, str):
            return rng.choice((value, "Does not expire", "Indefinite", "lifetime"))
        if name not in self._days:
            styles = ODD if self.odd and name != "birth" and rng.random() < 0.5 else USUAL
            self._days[name] = rng.choice(styles)
            if self._days[name] in SWAPPED and not self._tells(name):
                self._days[name] = "us"
        style = rng.choice(USUAL[:-1]) if self.mixed and name != "birth" else self._days[name]
        if style in ("packed6", "packed") and name == "birth":
            style = "us"
        if self.noted and name != "birth" and rng.random() < 0.2 and style in ("true", "us", "dashes"):
            return _us(value) + rng.choice((" renewed, waiting on copy", " - per board", " (copy requested)"))
        if name == "birth" and style in ("us", "named"):
            return f"{value:%m/%d/%Y}"
        return DAYS[style](value)


def full_name(person: Made, order: int, shout: bool = False) -> str:
    """A person's name as some roster has it."""
    last, first, middle, suffix, degree = (person[name] for name in ("last", "first", "middle", "suffix", "degree"))
    last = last.upper() if shout and order < 3 else last
    dotted = f"{middle}." if len(middle) == 1 else middle
    given = f"{first} {dotted}".strip()
    points = ", ".join(".".join(one) + "." if one in ("MD", "DO") else one for one in degree.split(", "))
    tail = f" {suffix}" if suffix else ""
    return [
        f"{last}{tail}, {given}, {degree}",
        f"{last}{tail}, {given}, {points}",
        f"{last}, {given}{tail}, {degree}",
        f"{given} {last}{tail}, {degree}",
        f"Dr. {given} {last}{',' if suffix else ''}{tail}, {degree}",
        f"{given} {last}{',' if suffix else ''}{tail}, {points}",
        f"{given} {last}{tail} {degree.replace(',', '')}",
        f"{last.upper()} {first.upper()} {middle.upper()}".strip(),
    ][order]
