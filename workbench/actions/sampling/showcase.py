"""The file everybody opens first: Okafor, Adaeze N., MD, rich in every tab, and not ready."""

import random
from datetime import date
from typing import Any

from workbench.actions.sampling import terms
from workbench.actions.sampling.desk import add_paper
from workbench.actions.sampling.file import File, Values
from workbench.actions.sampling.numbers import SHOWCASE_CDS, SHOWCASE_LICENSE, SHOWCASE_NPI, Numbers
from workbench.records.appointment import Appointment
from workbench.records.background import Affiliation, Education, WorkHistory
from workbench.records.credential import Credential
from workbench.records.desk import Document, Note, Task

_IDFPR, _CARRIER, _BY = "idfpr.illinois.gov", "Prairie Physicians Mutual", "M. Alvarez"


def show(file: File, today: date, numbers: Numbers, rng: random.Random) -> None:
    """Put the showcase's own rows in the place of the invented ones."""
    for model in (Credential, Education, WorkHistory, Affiliation, Appointment, Document, Note, Task):
        file.rows[model] = []
    file.trained = date(2009, 6, 30)
    file.person |= {
        "npi": SHOWCASE_NPI,
        "category": "Active",
        "status": "Active",
        "subspecialty": "Cardiovascular Disease",
        "birth_date": date(1976, 4, 9),
        "status_since": date(2009, 9, 1),
        "languages": "English, Igbo, French",
        "pager": "(312) 555-0143",
        "answering_service": "(312) 555-0177",
    }
    _credentials(file, today)
    _fitness(file, today)
    _earlier(file)
    _career(file)
    _membership(file, today)
    _desk(file, today)


def _credentials(file: File, today: date) -> None:
    add = _adder(file, today)
    due = terms.month_end(terms.days_on(today, 30))
    ended, dea_began = terms.gone_by(terms.ILLINOIS["036"], today), terms.days_on(terms.month_end(due, -36), 1)
    cds, wisconsin = terms.ending(terms.ILLINOIS["336"], today), terms.ending(terms.NEIGHBORS["WI"], today)
    physician, first = "Physician and Surgeon", date(2009, 7, 8)
    add("license", physician, f"036-{SHOWCASE_LICENSE}", "IL", "IDFPR", first, ended, 622, _IDFPR)
    add("license", physician, "58821-20", "WI", "DSPS", date(2014, 3, 17), wisconsin, 25, "dsps.wi.gov")
    add("dea", "Schedules 2–5", "FO3398218", "IL", "DEA", dea_began, due, 622, "NTIS file")
    add("cds", "Schedules 2–5", f"336-{SHOWCASE_CDS}", "IL", "IDFPR", date(2009, 8, 3), cds, 112, _IDFPR)
    for title, issued in (
        ("Cardiovascular Disease", date(2008, 11, 6)),
        ("Interventional Cardiology", date(2009, 11, 5)),
    ):
        add("board", title, "284410", "", "ABIM", issued, None, 22, "ABMS CertiFACTS", continuing=True)
    limits = {"per_claim": 1_000_000, "aggregate": 3_000_000}
    covered = terms.months_on(today.replace(day=1), 7)
    began = terms.months_on(covered, -12)
    add("liability", "Claims made", "MPL-44-90127", "", _CARRIER, began, covered, 149, "Carrier certificate", **limits)


def _fitness(file: File, today: date) -> None:
    """Life support, health and what else the hospital asks for."""
    add = _adder(file, today)
    card, tested, shot = (terms.days_on(today, days) for days in (52, -83, -40))
    taught = terms.months_on(card, -24)
    add("life_support", "ACLS", "", "", "American Heart Association", taught, card, 670, "eCard")
    add("health", "TB screening", "", "", "", tested, terms.days_on(tested, 365), 82, "Record")
    add("health", "Influenza vaccine", "", "", "", shot, terms.days_on(today, 310), 39, "Record")
    add("other", "Fluoroscopy", "", "", "Riverbend Medical Center", date(2018, 5, 2), None, 400, "Certificate")


def _earlier(file: File) -> None:
    """The terms before the current ones."""
    illinois, wisconsin = (c for c in file.all(Credential) if c["sort"] == "license")
    dea, coverage = file.current("dea"), file.current("liability")
    _term_before(file, illinois, months=36)
    _term_before(file, illinois, months=72)
    _term_before(file, wisconsin, months=24)
    _term_before(file, dea, months=36, issued=terms.months_on(dea["issued"], -36))
    for years in (1, 2, 3):
        _term_before(file, coverage, months=12 * years, issued=terms.months_on(coverage["issued"], -12 * years))


def _term_before(file: File, current: Values, months: int, **changed: Any) -> None:
    """The same credential as it stood some months earlier."""
    expires = terms.months_on(current["expires"], -months)
    verified = terms.months_on(current["verified"], -months)
    file.add(Credential, **(current | {"past": True, "expires": expires, "verified": verified} | changed))


def _adder(file: File, today: date) -> Any:
    def add(
        sort: str,
        title: str,
        number: str,
        state: str,
        issuer: str,
        issued: date,
        expires: date | None,
        days_ago: int,
        source: str,
        **more: Any,
    ) -> None:
        file.add(
            Credential,
            sort=sort,
            title=title,
            number=number,
            state=state,
            issuer=issuer,
            issued=issued,
            expires=expires,
            verified=max(min(terms.days_on(today, -days_ago), expires or today), issued),
            source=source,
            verified_by=_BY,
            **({"standing": "Active", "discipline": "None on record"} if sort == "license" else {}),
            **more,
        )

    return add


_TRAINED = (
    ("Medical school", "University of Lagos College of Medicine", "MBBS", "1994-10", "2001-06"),
    ("Internship", "Lakeshore University Hospital", "Internal Medicine", "2002-07", "2003-06"),
    ("Residency", "Lakeshore University Hospital", "Internal Medicine", "2003-07", "2005-06"),
    ("Fellowship", "Badger State Medical Center", "Cardiovascular Disease", "2005-07", "2008-06"),
    ("Fellowship", "Great Rivers Medical Center", "Interventional Cardiology", "2008-07", "2009-06"),
)
_WORKED = (
    ("Lagos Island General Hospital", "House officer", "2001-07", "2002-06", "Lagos", ""),
    ("Prairie View Regional Hospital", "Attending cardiologist", "2009-08", "2016-05", "Peoria", "IL"),
    ("Prairie Heart Associates", "Interventional cardiologist, partner", "2016-06", "", "Riverbend", "IL"),
)
_AFFILIATED = (
    ("St. Odile Hospital", "Courtesy", "2016-09", "", "Good standing"),
    ("Prairie View Regional Hospital", "Active", "2009-09", "2016-05", "Resigned in good standing"),
)


def _career(file: File) -> None:
    for model, names, rows in (
        (Education, ("sort", "institution", "program", "started", "ended"), _TRAINED),
        (WorkHistory, ("employer", "position", "started", "ended", "city", "state"), _WORKED),
        (Affiliation, ("hospital", "category", "started", "ended", "standing"), _AFFILIATED),
    ):
        for row in rows:
            file.add(model, **dict(zip(names, row, strict=True)))


def _membership(file: File, today: date) -> None:
    ends = terms.month_end(today, 4)
    starts = terms.days_on(terms.month_end(ends, -24), 1)
    for facility in ("Riverbend Medical Center", "Riverbend Surgery Center"):
        file.add(Appointment, facility=facility, category="Active", initial=date(2016, 6, 15), starts=starts, ends=ends)
    file.person["status_since"] = date(2016, 6, 15)


def _desk(file: File, today: date) -> None:
    license, dea = file.current("license"), file.current("dea")
    add_paper(file, "License lookup 036-119204", license["verified"], license)
    add_paper(file, "DEA registration FO3398218", dea["verified"], dea)
    add_paper(file, "Certificate of insurance", terms.days_on(today, -149), file.current("liability"))
    for title, ago in (("Curriculum vitae", 640), ("Medical school diploma", 3700), ("Peer reference, Dr. Hale", 615)):
        add_paper(file, title, terms.days_on(today, -ago))
    file.add(
        Note,
        said=terms.days_on(today, -3),
        by=_BY,
        text="Office says the renewal was paid; IDFPR still shows the old date.",
    )
    file.add(
        Note,
        said=terms.days_on(today, -200),
        by="T. Brandt",
        text="Takes STEMI call every third weekend; reach her by pager.",
    )
    file.add(
        Task,
        credential=license,
        title="Verify the Illinois renewal at idfpr.illinois.gov",
        due=terms.days_on(today, 1),
        owner=_BY,
        done=False,
    )
    file.add(
        Task, title="Prepare the reappointment packet", due=terms.days_on(today, 38), owner="K. Lindqvist", done=False
    )
