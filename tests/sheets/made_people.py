"""People of a known truth for rosters made at random: names, numbers with their check digits, licenses of several states."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

LASTS = [
    "Smith",
    "Nguyen",
    "Ngo",
    "O'Brien",
    "Ahmed-Khan",
    "García-López",
    "Okafor",
    "Johnson",
    "Kowalski",
    "Lee",
    "Patel",
    "Rossi",
    "Haddad",
    "Yamamoto",
    "Petrov",
    "Mensah",
    "Fischer",
    "Andersen",
    "Silva",
    "Cohen",
    "Murphy",
    "Dubois",
    "Novak",
    "Reyes",
    "Tanaka",
    "Abara",
    "Brandt",
    "Castillo",
    "Dorsey",
    "Eklund",
] + ["de la Cruz", "Van Buren", "van der Berg"]
FIRSTS = [
    "Ruth",
    "Vikram",
    "Pieter",
    "Ann",
    "Arjun",
    "Li",
    "Lucía",
    "Adaeze",
    "Lars",
    "Maria",
    "John",
    "Wei",
    "Omar",
    "Ingrid",
    "Samuel",
    "Grace",
    "Ivan",
    "Noor",
    "Elena",
    "Tomás",
    "Chloe",
    "Hassan",
    "Yuki",
    "Daniel",
    "Fatima",
    "Oscar",
]
STATES = ("IL", "WI", "MO", "CA", "FL", "TX", "NV", "IN")
DEPARTMENTS = ("Surgery", "Medicine", "Pediatrics", "Radiology", "Emergency Medicine", "Anesthesiology", "Psychiatry")
SPECIALTIES = (
    "Urology",
    "Cardiology",
    "General Surgery",
    "Neurology",
    "Family Medicine",
    "Hematology/Oncology",
    "Nephrology",
)
CATEGORIES = ("Active", "Courtesy", "Consulting", "Provisional", "APP")
STATUSES = ("Active", "Active", "Active", "Leave of absence", "Resigned", "Suspended")
BOARDS = ("ABIM", "ABS", "ABFM", "American Board of Surgery", "ABEM", "AOBFP")
CARRIERS = ("ISMIE", "MedPro", "The Doctors Company", "Coverys")
FACILITIES = ("North", "South Campus", "Mercy Hospital", "Lakeside")


@dataclass
class License:
    """One license as it is."""

    state: str
    number: str
    expires: date


@dataclass
class Made:
    """A person as they are; what a roster says of them can be right, absent or wrong."""

    values: dict[str, Any]
    licenses: list[License]
    facilities: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.values[name]


def npi(body: str) -> str:
    """Ten digits with the check digit."""
    total = 24 + sum(int(d) * 2 - 9 * (int(d) > 4) for d in body[0::2]) + sum(map(int, body[1::2]))
    return body + str(-total % 10)


def dea(letter: str, digits: str) -> str:
    """Two letters and seven digits, the last of them the check digit."""
    odd, even = sum(map(int, digits[0::2])), sum(map(int, digits[1::2]))
    return f"B{letter}{digits}{(odd + 2 * even) % 10}"


def a_day(rng: Random) -> date:
    """A day of the next years, so that two digits of its year can mean nothing else."""
    return date(2026, 12, 1) + timedelta(days=rng.randrange(2200))


def people(rng: Random, count: int) -> list[Made]:
    """As many different people, no two of one name."""
    names = rng.sample([(last, first) for last in LASTS for first in FIRSTS], count)
    return [_person(rng, n, last, first) for n, (last, first) in enumerate(names)]


def _person(rng: Random, n: int, last: str, first: str) -> Made:
    degree = rng.choice(("MD", "DO", "MD", "APRN", "PA-C", "MD, PhD"))
    digits = f"{rng.randrange(100000, 999999)}"
    values = {
        "last": last,
        "first": first,
        "middle": rng.choice(("", "A", "Lee", "R", "Marie")),
        "suffix": rng.choice(("", "", "", "Jr", "III")),
        "degree": degree,
        "npi": npi(f"1{rng.randrange(10**6):06d}{n:02d}"),
        "birth": date(1945, 1, 1) + timedelta(days=rng.randrange(16000)),
        "department": rng.choice(DEPARTMENTS),
        "specialty": rng.choice(SPECIALTIES),
        "category": "APP" if degree in ("APRN", "PA-C") else rng.choice(CATEGORIES[:4]),
        "status": rng.choice(STATUSES),
        "email": f"{first[0]}{n}@example.org".lower().encode("ascii", "ignore").decode(),
        "phone": f"(312) 555-{rng.randrange(10000):04d}",
        "zip": rng.choice(("60601", "02139", "63101", "07030")),
        "dea": dea(last[0].upper() if last[0].isascii() else "X", digits),
        "dea_expires": a_day(rng),
        "board": rng.choice(BOARDS),
        "board_expires": rng.choice((a_day(rng), "Lifetime")),
        "carrier": rng.choice(CARRIERS),
        "insurance_expires": a_day(rng),
        "acls_expires": a_day(rng),
    }
    states = rng.sample(STATES, rng.choice((1, 1, 1, 2, 3)))
    licenses = [License(state, _number(rng, state), a_day(rng)) for state in states]
    held = {name: rng.choice(CATEGORIES[:4]) for name in FACILITIES if rng.random() < 0.6}
    return Made(values, licenses, held)


def _number(rng: Random, state: str) -> str:
    digits = rng.randrange(10000, 99999)
    return {
        "IL": f"036-1{digits}",
        "WI": f"{digits}-20",
        "MO": f"2019{digits}",
        "CA": f"{rng.choice('AG')}{digits}",
        "FL": f"ME{digits}",
        "TX": f"Q{digits % 10000:04d}",
        "NV": f"{digits}",
        "IN": f"0107{digits}A",
    }[state]
