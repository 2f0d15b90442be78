"""Inventing a person: name, ways to reach them, age, standing on the staff."""

import random
from datetime import date
from typing import Any

from workbench.actions.sampling import terms
from workbench.actions.sampling.file import File, Values
from workbench.actions.sampling.numbers import Numbers, plain
from workbench.actions.sampling.pools import phone, pool, street
from workbench.records.provider import GONE

STANDINGS = {
    26: "Applicant",
    31: "Applicant",
    39: "Applicant",
    47: "Applicant",
    59: "Applicant",
    64: "Applicant",
    77: "Applicant",
    83: "Applicant",
    104: "Applicant",
    36: "Leave of absence",
    71: "Leave of absence",
    44: "Suspended",
    52: "Resigned",
    66: "Resigned",
    97: "Resigned",
    61: "Retired",
    105: "Retired",
    78: "Deceased",
    113: "Terminated",
    90: "Inactive",
}
"""By a person's place in each 120: who is not simply active."""
_CATEGORIES = ("Active",) * 12 + ("Courtesy",) * 3 + ("Consulting",) * 2 + ("Associate", "Affiliate", "Community")
_SCHOOL_YEARS = {"Physician": 4, "Dentist": 4, "Podiatrist": 4, "Psychologist": 5}


def invent(index: int, role: Values, named: Values, today: date, numbers: Numbers, rng: random.Random) -> File:
    """The file of one person with nothing but the person in it; named gives what is fixed of a person everybody meets."""
    practiced = rng.randrange(8, 30) if named else rng.choice((1, 1, 2, 3, *range(4, 34)))
    trained = date(today.year - practiced, 6, 30)
    status = "Active" if named else STANDINGS.get(index % 120, "Active")
    since = _since(status, trained, today, rng)
    file = File(role, _name(named, rng), trained, since if status in GONE else today)
    studied = (
        _SCHOOL_YEARS.get(role["provider_type"], 3) + role.get("residency_years", 0) + role.get("fellowship_years", 0)
    )
    file.person |= {
        "degree": role["degree"],
        "provider_type": role["provider_type"],
        "npi": numbers.npi(),
        "specialty": role["specialty"],
        "department": role["department"],
        "section": role.get("section", ""),
        "status": status,
        "status_since": since,
        "category": _category(role, status, practiced, rng),
        "birth_date": date(trained.year - studied - 22 - rng.randrange(4), rng.randrange(1, 13), rng.randrange(1, 29)),
        "ssn_last4": f"{rng.randrange(1, 10000):04d}",
        "languages": ", ".join(["English", *rng.sample(pool("places")["languages"], rng.choice((0, 0, 0, 1, 1, 2)))]),
    }
    file.person |= _reached(file.person, index, rng)
    return file


def _name(named: Values, rng: random.Random) -> Values:
    if named:
        return {part: named.get(part, "") for part in ("last", "first", "middle", "suffix")}
    names = pool("names")
    origins = names["origin"]
    origin = rng.choices(origins, [o["weight"] for o in origins])[0]
    other = origin if rng.random() < 0.8 else rng.choice(origins)
    last = rng.choice(origin["last"])
    if rng.random() < 0.06 and not any(c in last for c in " -"):
        last += "-" + rng.choice([name for name in other["last"] if name.isalpha() and name != last])
    suffix = rng.choice(names["suffixes"]) if rng.random() < 0.03 else ""
    return {"last": last, "first": rng.choice(other["given"]), "middle": rng.choice(names["middles"]), "suffix": suffix}


def _since(status: str, trained: date, today: date, rng: random.Random) -> date:
    if status == "Active":
        return min(terms.days_on(trained, rng.randrange(40, 300)), terms.days_on(today, -20))
    if status in GONE:
        return max(terms.days_on(today, -rng.randrange(40, 500)), terms.days_on(trained, 120))
    return terms.days_on(today, -rng.randrange(10, 90))


def _category(role: Values, status: str, practiced: int, rng: random.Random) -> str:
    if role["provider_type"].startswith(("Nurse", "Physician assistant")):
        return "APP"
    if status == "Retired":
        return "Honorary"
    if practiced < 2:
        return "Provisional"
    if role["specialty"] == "Diagnostic Radiology" and rng.random() < 0.5:
        return "Telemedicine"
    return rng.choice(_CATEGORIES)


def _reached(person: Values, index: int, rng: random.Random) -> dict[str, Any]:
    city, code = rng.choice(pool("places")["cities"])
    office = phone(rng)
    address = f"{plain(person['first'])}.{plain(person['last'])}".lower()
    return {
        "email": f"{address}@example.org" if index < 120 else f"{address}.{index}@example.org",
        "phone": office,
        "cell": phone(rng),
        "pager": phone(rng) if rng.random() < 0.4 else "",
        "answering_service": phone(rng) if rng.random() < 0.5 else "",
        "fax": phone(rng) if rng.random() < 0.8 else "",
        "street": street(rng),
        "street2": f"Suite {rng.randrange(100, 600)}" if rng.random() < 0.4 else "",
        "city": city,
        "state": "IL",
        "zip": code,
    }
