"""A person's licenses, registrations, certifications, coverage, cards and health, each with its term and verification."""

import random
from datetime import date
from typing import Any

from workbench.actions.sampling import terms
from workbench.actions.sampling.file import File, Values
from workbench.actions.sampling.numbers import Numbers
from workbench.actions.sampling.pools import pool
from workbench.records.credential import Credential

SOURCES = {"IL": "idfpr.illinois.gov", "WI": "dsps.wi.gov", "IN": "mylicense.in.gov", "MO": "pr.mo.gov"}
BOARD_SOURCES = {
    "NCCPA": "NCCPA",
    "ANCC": "ANCC",
    "NBCRNA": "NBCRNA",
    "AMCB": "AMCB",
    "ABFAS": "ABFAS",
    "ABOMS": "ABOMS",
    "ABPP": "ABPP",
}
"""Boards that are no members of ABMS answer for themselves."""
_BOARD_YEARS = {"NCCPA": 2, "ANCC": 5, "NBCRNA": 4, "AMCB": 5, "ABEM": 5, "ABS": 10, "ABOMS": 10}
_TEACHERS = {"ATLS": "American College of Surgeons", "NRP": "American Academy of Pediatrics"}
_NO_EXPIRY = ("Hepatitis B", "MMR", "Varicella")


def entitle(file: File, practice: Values, numbers: Numbers, rng: random.Random) -> None:
    """Give a person everything their role asks for, current on the day the file stands at."""
    licensed = pool("roles")["licensed"][file.role["provider_type"]]
    _state_license(file, licensed, numbers, rng)
    if "cds" in licensed:
        _controlled(file, licensed, numbers, rng)
    _boards(file, numbers, rng)
    _liability(file, practice, numbers, rng)
    _cards(file, rng)
    _health(file, rng)


def trim(file: File, most: int) -> None:
    """Keep the current terms, and of them the first few: what the large hospital of the benchmarks is made of."""
    file.rows[Credential] = [c for c in file.all(Credential) if not c.get("past")][:most]


def _state_license(file: File, licensed: Values, numbers: Numbers, rng: random.Random) -> None:
    issued = min(terms.days_on(file.trained, rng.randrange(-60, 45)), terms.days_on(file.stands, -90))
    _renewed(
        file,
        rng,
        sort="license",
        title=licensed["title"],
        state="IL",
        issued=issued,
        cycle=terms.ILLINOIS[licensed["prefix"]],
        number=numbers.illinois(licensed["prefix"]),
        issuer="IDFPR",
        source=SOURCES["IL"],
    )
    if licensed.get("rn"):
        _renewed(
            file,
            rng,
            sort="license",
            title="Registered Professional Nurse",
            state="IL",
            issued=terms.months_on(issued, -30),
            cycle=terms.ILLINOIS["041"],
            number=numbers.illinois("041"),
            issuer="IDFPR",
            source=SOURCES["IL"],
        )
    if licensed["prefix"] == "036" and rng.random() < 0.28:
        neighbor(file, rng.choice(("WI", "WI", "IN", "MO")), issued, numbers, rng)


def neighbor(file: File, state: str, issued: date, numbers: Numbers, rng: random.Random) -> None:
    """A physician's license of a neighboring state, numbered as that state does."""
    issued = min(terms.days_on(issued, rng.randrange(200, 1200)), terms.days_on(file.stands, -60))
    serial = numbers.serial(state, 5 if state == "WI" else 6)
    number = {"WI": f"{serial}-20", "IN": f"01{serial}A", "MO": f"{issued.year}{serial}"}[state]
    issuer = {"WI": "DSPS", "IN": "Indiana PLA", "MO": "Missouri DPR"}[state]
    _renewed(
        file,
        rng,
        sort="license",
        title="Physician and Surgeon",
        state=state,
        issued=issued,
        cycle=terms.NEIGHBORS[state],
        number=number,
        issuer=issuer,
        source=SOURCES[state],
    )


def _controlled(file: File, licensed: Values, numbers: Numbers, rng: random.Random) -> None:
    issued = min(terms.days_on(file.trained, rng.randrange(46, 80)), terms.days_on(file.stands, -60))
    _renewed(
        file,
        rng,
        sort="cds",
        title="Schedules 2–5",
        state="IL",
        issued=issued,
        cycle=terms.ILLINOIS[licensed["cds"]],
        number=numbers.illinois(licensed["cds"]),
        issuer="IDFPR",
        source=SOURCES["IL"],
    )
    ends = terms.month_end(file.stands, rng.randrange(1, 36))
    starts = max(terms.days_on(terms.month_end(ends, -36), 1), issued)
    number = numbers.dea(rng.choice(licensed["dea"]), file.person["last"])
    common: Values = {"sort": "dea", "title": "Schedules 2–5", "number": number, "state": "IL", "issuer": "DEA"}
    if starts > issued and rng.random() < 0.6:
        _past(
            file,
            rng,
            **common,
            issued=max(issued, terms.months_on(starts, -36)),
            expires=terms.days_on(starts, -1),
            source="NTIS file",
        )
    _term(file, rng, **common, issued=starts, expires=ends, source="NTIS file")


def _boards(file: File, numbers: Numbers, rng: random.Random) -> None:
    board, number = file.role["board"], numbers.serial("board", 6)
    for turn, title in enumerate(file.role["boards"]):
        issued = min(terms.months_on(file.trained, 3 + 12 * turn), terms.days_on(file.stands, -45))
        values: Values = {
            "sort": "board",
            "title": title,
            "number": number,
            "issuer": board,
            "issued": issued,
            "source": BOARD_SOURCES.get(board, "ABMS CertiFACTS"),
        }
        if file.trained.year < 1994:
            values["lifetime"] = True
        elif board in _BOARD_YEARS:
            years = _BOARD_YEARS[board]
            left = rng.randrange(1 if board == "NCCPA" else 0, years)
            values["expires"] = date(file.stands.year + left, 12, 31)
        else:
            values["continuing"] = True
        _term(file, rng, began=max(issued, terms.days_on(file.stands, -rng.randrange(60, 700))), **values)


def _liability(file: File, practice: Values, numbers: Numbers, rng: random.Random) -> None:
    starts = terms.months_on(file.stands.replace(day=1), -practice["renewed_months_ago"])
    policy = numbers.serial("policy", 7)
    common: Values = {
        "sort": "liability",
        "title": rng.choice(("Claims made", "Claims made", "Occurrence")),
        "issuer": practice["carrier"],
        "number": f"MPL-{policy[:2]}-{policy[2:]}",
        "per_claim": 1_000_000,
        "aggregate": 3_000_000,
        "source": "Carrier certificate",
    }
    if rng.random() < 0.7:
        _past(file, rng, **common, issued=terms.months_on(starts, -12), expires=starts)
    _term(file, rng, **common, issued=starts, expires=terms.months_on(starts, 12))


def _cards(file: File, rng: random.Random) -> None:
    for card in file.role["cards"]:
        months = 48 if card == "ATLS" else 24
        taught = terms.days_on(file.stands, -rng.randrange(5, months * 30))
        _term(
            file,
            rng,
            sort="life_support",
            title=card,
            issuer=_TEACHERS.get(card, "American Heart Association"),
            issued=taught,
            expires=terms.months_on(taught, months),
            source="eCard",
        )


def _health(file: File, rng: random.Random) -> None:
    day = file.stands
    joined = terms.days_on(day, -rng.randrange(60, 900))
    season = day.year if day.month >= 10 else day.year - 1
    flu = min(terms.days_on(date(season, 9, 10), rng.randrange(50)), terms.days_on(day, -3))
    _term(
        file,
        rng,
        sort="health",
        title="Influenza vaccine",
        issued=flu,
        expires=date(season + 1, 9, 30),
        source="Record",
    )
    yearly = rng.random() < 0.25
    seen = terms.days_on(day, -rng.randrange(5, 350)) if yearly else joined
    _term(
        file,
        rng,
        sort="health",
        title="TB screening",
        issued=seen,
        source="Record",
        expires=terms.months_on(seen, 12) if yearly else None,
        lifetime=not yearly,
    )
    for title in _NO_EXPIRY:
        _term(file, rng, sort="health", title=title, issued=joined, lifetime=True, source="Titer")
    tdap = terms.days_on(day, -rng.randrange(100, 2900))
    _term(file, rng, sort="health", title="Tdap", issued=tdap, expires=terms.months_on(tdap, 120), source="Record")


def _renewed(file: File, rng: random.Random, *, cycle: terms.Cycle, issued: date, **values: Any) -> None:
    """A license that is renewed on fixed days; issued stays the day it was first issued."""
    ends = terms.ending(cycle, file.stands)
    started = terms.before(cycle, ends)
    if issued < started and rng.random() < 0.75:
        _past(file, rng, issued=issued, expires=started, **values)
    _term(file, rng, began=max(issued, started), issued=issued, expires=ends, **values)


def _past(file: File, rng: random.Random, **values: Any) -> None:
    _term(file, rng, always=True, past=True, **values)


def _term(file: File, rng: random.Random, began: date | None = None, always: bool = False, **values: Any) -> None:
    """One term; verified within weeks of its beginning, but for some that still await it."""
    began = began or values["issued"]
    verified = terms.days_on(began, rng.randrange(1, 40))
    last = max(terms.days_on(file.stands, -1), values["issued"])
    if always or rng.random() > 0.04:
        values |= {"verified": min(verified, last), "verified_by": rng.choice(pool("names")["verifiers"])}
        if values.get("sort") == "license":
            values |= {"standing": "Active", "discipline": "None on record"}
    else:
        values["source"] = ""
    file.add(Credential, **values)
