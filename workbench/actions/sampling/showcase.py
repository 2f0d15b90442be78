"""The file everybody opens first: Okafor, Adaeze N., MD, rich in every tab, and not ready."""

import random
from datetime import date
from typing import Any

from workbench.actions.sampling import terms
from workbench.actions.sampling.desk import add_paper
from workbench.actions.sampling.file import File
from workbench.actions.sampling.numbers import SHOWCASE_CDS, SHOWCASE_LICENSE, SHOWCASE_NPI, Numbers
from workbench.records.appointment import Appointment
from workbench.records.background import Affiliation, Education, WorkHistory
from workbench.records.credential import Credential
from workbench.records.desk import Document, Note, Task

_IDFPR, _BY = "idfpr.illinois.gov", "M. Alvarez"


def show(file: File, today: date, numbers: Numbers, rng: random.Random) -> None:
    """Put the showcase's own rows in the place of the invented ones."""
    for model in (Credential, Education, WorkHistory, Affiliation, Appointment, Document, Note, Task):
        file.rows[model] = []
    file.trained = date(2009, 6, 30)
    file.person |= {"npi": SHOWCASE_NPI, "category": "Active", "status": "Active", "subspecialty": "Cardiovascular Disease",
                    "birth_date": date(1976, 4, 9), "status_since": date(2009, 9, 1), "languages": "English, Igbo, French",
                    "pager": "(312) 555-0143", "answering_service": "(312) 555-0177"}
    _credentials(file, today)
    _career(file)
    _membership(file, today)
    _desk(file, today)


def _credentials(file: File, today: date) -> None:
    ended = terms.days_on(today, -4)
    due = terms.month_end(terms.days_on(today, 30))
    dea_began = terms.days_on(terms.month_end(due, -36), 1)
    cds = terms.ending(terms.ILLINOIS["336"], today)
    wisconsin = terms.ending(terms.NEIGHBORS["WI"], today)
    covered = terms.months_on(today.replace(day=1), 7)
    card = terms.days_on(today, 52)
    add = _adder(file, today)
    add("license", "Physician and Surgeon", f"036-{SHOWCASE_LICENSE}", "IL", "IDFPR", date(2009, 7, 8), ended, 622, _IDFPR)
    add("license", "Physician and Surgeon", "58821-20", "WI", "DSPS", date(2014, 3, 17), wisconsin, 25, "dsps.wi.gov")
    add("dea", "Schedules 2–5", "FO3398218", "IL", "DEA", dea_began, due, 622, "NTIS file")
    add("cds", "Schedules 2–5", f"336-{SHOWCASE_CDS}", "IL", "IDFPR", date(2009, 8, 3), cds, 112, _IDFPR)
    for title, issued in (("Cardiovascular Disease", date(2008, 11, 6)), ("Interventional Cardiology", date(2009, 11, 5))):
        add("board", title, "284410", "", "ABIM", issued, None, 22, "ABMS CertiFACTS", continuing=True)
    add("liability", "Claims made", "MPL-44-90127", "", "Prairie Physicians Mutual", terms.months_on(covered, -12), covered, 149,
        "Carrier certificate", per_claim=1_000_000, aggregate=3_000_000)
    add("life_support", "ACLS", "", "", "American Heart Association", terms.months_on(card, -24), card, 670, "eCard")
    add("health", "TB screening", "", "", "", terms.days_on(today, -83), terms.days_on(today, 282), 82, "Record")
    add("health", "Influenza vaccine", "", "", "", terms.days_on(today, -40), terms.days_on(today, 310), 39, "Record")
    add("other", "Fluoroscopy", "", "", "Riverbend Medical Center", date(2018, 5, 2), None, 400, "Certificate")
    for years in (3, 6):
        add("license", "Physician and Surgeon", f"036-{SHOWCASE_LICENSE}", "IL", "IDFPR", date(2009, 7, 8),
            terms.months_on(ended, -12 * years), 622 + 365 * years, _IDFPR, past=True)
    add("dea", "Schedules 2–5", "FO3398218", "IL", "DEA", terms.months_on(dea_began, -36), terms.days_on(dea_began, -1), 1700,
        "NTIS file", past=True)
    add("license", "Physician and Surgeon", "58821-20", "WI", "DSPS", date(2014, 3, 17), terms.before(terms.NEIGHBORS["WI"], wisconsin),
        760, "dsps.wi.gov", past=True)
    for years in (1, 2, 3):
        add("liability", "Claims made", "MPL-44-90127", "", "Prairie Physicians Mutual", terms.months_on(covered, -12 * (years + 1)),
            terms.months_on(covered, -12 * years), 149 + 365 * years, "Carrier certificate", past=True,
            per_claim=1_000_000, aggregate=3_000_000)


def _adder(file: File, today: date) -> Any:
    def add(sort: str, title: str, number: str, state: str, issuer: str, issued: date, expires: date | None, days_ago: int,
            source: str, **more: Any) -> None:
        file.add(Credential, sort=sort, title=title, number=number, state=state, issuer=issuer, issued=issued, expires=expires,
                 verified=max(terms.days_on(today, -days_ago), issued), source=source, verified_by=_BY, **more)

    return add


def _career(file: File) -> None:
    for sort, where, what, started, ended in (
        ("Medical school", "University of Lagos College of Medicine", "MBBS", "1994-10", "2001-06"),
        ("Internship", "Lakeshore University Hospital", "Internal Medicine", "2002-07", "2003-06"),
        ("Residency", "Lakeshore University Hospital", "Internal Medicine", "2003-07", "2005-06"),
        ("Fellowship", "Badger State Medical Center", "Cardiovascular Disease", "2005-07", "2008-06"),
        ("Fellowship", "Great Rivers Medical Center", "Interventional Cardiology", "2008-07", "2009-06"),
    ):
        file.add(Education, sort=sort, institution=where, program=what, started=started, ended=ended)
    for employer, position, started, ended, city in (
        ("Lagos Island General Hospital", "House officer", "2001-07", "2002-06", "Lagos"),
        ("Prairie View Regional Hospital", "Attending cardiologist", "2009-08", "2016-05", "Peoria"),
        ("Prairie Heart Associates", "Interventional cardiologist, partner", "2016-06", "", "Riverbend"),
    ):
        file.add(WorkHistory, employer=employer, position=position, started=started, ended=ended, city=city,
                 state="" if city == "Lagos" else "IL")
    file.add(Affiliation, hospital="St. Odile Hospital", category="Courtesy", started="2016-09", standing="Good standing")
    file.add(Affiliation, hospital="Prairie View Regional Hospital", category="Active", started="2009-09", ended="2016-05",
             standing="Resigned in good standing")


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
    file.add(Note, said=terms.days_on(today, -3), by=_BY, text="Office says the renewal was paid; IDFPR still shows the old date.")
    file.add(Note, said=terms.days_on(today, -200), by="T. Brandt", text="Takes STEMI call every third weekend; reach her by pager.")
    file.add(Task, title="Verify the Illinois renewal at idfpr.illinois.gov", due=terms.days_on(today, 1), owner=_BY, done=False)
    file.add(Task, title="Prepare the reappointment packet", due=terms.days_on(today, 38), owner="K. Lindqvist", done=False)
