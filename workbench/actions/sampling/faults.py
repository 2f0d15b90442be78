"""The faults that a coordinator would know, each done to the file of a named person of cast.toml."""

import random
from collections.abc import Callable
from datetime import date

from workbench.actions.sampling import terms
from workbench.actions.sampling.file import File
from workbench.actions.sampling.numbers import Numbers
from workbench.actions.sampling.showcase import show
from workbench.records.appointment import Appointment
from workbench.records.background import WorkHistory
from workbench.records.credential import Credential

Fault = Callable[[File, date, Numbers, random.Random], None]


def _license_lapsed(file: File, today: date, numbers: Numbers, rng: random.Random) -> None:
    """The last renewal date went by without a renewal."""
    license = file.current("license")
    license["expires"] = terms.before(terms.ILLINOIS[license["number"][:3]], license["expires"])
    license["issued"] = min(license["issued"], terms.months_on(license["expires"], -40))
    _not_since(license)
    _forget_past(file, "license", license["number"])


def _gap_in_work(file: File, today: date, numbers: Numbers, rng: random.Random) -> None:
    """Nine months between two positions that nobody explained."""
    works = file.all(WorkHistory)
    last = works[-1]
    del works[:]
    began = f"{file.trained.year}-07"
    back = f"{max(file.trained.year + 4, today.year - 3)}-06"
    file.add(
        WorkHistory,
        employer="Illini Memorial Hospital",
        position=last["position"],
        started=began,
        ended=f"{int(back[:4]) - 1}-09",
        city="Springfield",
        state="IL",
    )
    works.append(last | {"started": back})


def _dea_elsewhere(file: File, state: str) -> None:
    """A DEA registration for a state in which there is no license (21 CFR 1301.12)."""
    credentials = file.all(Credential)
    credentials[:] = [c for c in credentials if not (c["sort"] == "license" and c["state"] == state)]
    credentials[:] = [c for c in credentials if not (c["sort"] == "dea" and c.get("past"))]
    file.current("dea")["state"] = state


def _dea_in_missouri(file: File, today: date, numbers: Numbers, rng: random.Random) -> None:
    _dea_elsewhere(file, "MO")


def _dea_in_wisconsin(file: File, today: date, numbers: Numbers, rng: random.Random) -> None:
    _dea_elsewhere(file, "WI")


def _npi_missing(file: File, today: date, numbers: Numbers, rng: random.Random) -> None:
    file.person["npi"] = ""


def _license_unverified(file: File, today: date, numbers: Numbers, rng: random.Random) -> None:
    file.current("license").update(verified=None, source="", verified_by="", standing="", discipline="")


def _coverage_lapsed(file: File, today: date, numbers: Numbers, rng: random.Random) -> None:
    coverage = file.current("liability")
    coverage["expires"] = terms.days_on(today, -23)
    coverage["issued"] = terms.months_on(coverage["expires"], -12)
    _not_since(coverage)
    _forget_past(file, "liability", coverage["number"])


def _board_lapsed(file: File, today: date, numbers: Numbers, rng: random.Random) -> None:
    board = file.current("board", file.role["boards"][-1])
    ended = date(today.year - 1, 12, 31)
    board |= {"expires": ended, "continuing": False, "lifetime": False, "issued": terms.months_on(ended, -120)}
    _not_since(board)


def _card_expired(file: File, today: date, numbers: Numbers, rng: random.Random) -> None:
    card = file.current("life_support")
    card["expires"] = terms.month_end(today, -1)
    card["issued"] = terms.months_on(card["expires"], -24)
    _not_since(card)


def _term_ended(file: File, today: date, numbers: Numbers, rng: random.Random) -> None:
    for appointment in file.all(Appointment):
        ended = terms.month_end(today, -2)
        begun = terms.days_on(terms.month_end(ended, -24), 1)
        appointment |= {"initial": min(appointment["initial"], begun), "starts": begun, "ends": ended}


def _not_since(credential: dict) -> None:
    """Verified when the lapsed term began, not later than it ended."""
    began = max(credential["issued"], terms.months_on(credential["expires"], -12))
    credential |= {
        "verified": terms.days_on(began, 12),
        "verified_by": "M. Alvarez",
        "source": credential["source"] or "Record",
    }


def _forget_past(file: File, sort: str, number: str) -> None:
    rows = file.all(Credential)
    rows[:] = [c for c in rows if not (c.get("past") and c["sort"] == sort and c["number"] == number)]


def no_fault(file: File, today: date, numbers: Numbers, rng: random.Random) -> None:
    """Nothing is wrong here, or what is wrong is left to who writes the file (a duplicate, a missing supervisor)."""


FAULTS: dict[str, Fault] = {
    "showcase": show,
    "license_lapsed": _license_lapsed,
    "gap_in_work": _gap_in_work,
    "dea_in_missouri": _dea_in_missouri,
    "dea_in_wisconsin": _dea_in_wisconsin,
    "npi_missing": _npi_missing,
    "license_unverified": _license_unverified,
    "coverage_lapsed": _coverage_lapsed,
    "board_lapsed": _board_lapsed,
    "card_expired": _card_expired,
    "term_ended": _term_ended,
    "duplicate": no_fault,
    "no_supervisor": no_fault,
    "": no_fault,
}
"""By the word in cast.toml, what is done to the file."""
