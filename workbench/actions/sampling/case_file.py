"""What one of the sample's applications brings along: references, verifications, checks, the NPDB, claims and red flags."""

import random
from datetime import date
from typing import Any

from workbench.actions.sampling import terms
from workbench.actions.sampling.evidence import MEDICAID, Rows, checked, volumes, write
from workbench.actions.sampling.pools import pool
from workbench.records.application import COMPETENCIES, Application, Claim, RedFlag, Reference
from workbench.records.background import Education, WorkHistory
from workbench.records.credential import Credential
from workbench.records.evidence import Activity, Check, NpdbQuery, Oppe
from workbench.rules import disciplines

Values = dict[str, Any]


class CaseFile:
    """One application's file while it is made up."""

    def __init__(self, case: Values, asked: Application, today: date, rng: random.Random) -> None:
        self._case, self._asked, self._rng = case, asked, rng
        self._person = asked.provider
        self._until: date = asked.decided or today  # type: ignore[assignment]
        self._begun: date = asked.received or asked.requested  # type: ignore[assignment]
        self._initial = asked.sort == "Initial appointment"

    def refer(self, lacks: set[str], shows: set[str]) -> None:
        """Three referees of a new applicant, one of a member; as many answered as the case says."""
        count = 3 if self._initial else 2 if "partner" in shows else 1
        came = 0 if "references" in lacks else 1 if "one_reference" in lacks else count
        names = self._rng.sample(pool("applications")["referees"][self._discipline()], count)
        for place, name in enumerate(names):
            last, first, degree = name.split(", ")
            relationship = ("Peer", "Program director", "Department chair")[place] if self._initial else "Peer"
            if "partner" in shows and place == 0:
                relationship = "Partner"
            values: Values = {
                "application": self._asked,
                "name": f"{first} {last}",
                "degree": degree,
                "relationship": relationship,
                "observed_from": f"{self._until.year - self._rng.randrange(3, 9)}",
                "observed_to": f"{self._until.year - 2}-06" if place == 1 else "",
                "requested": self._day(2),
            }
            if relationship == "Program director":
                values |= self._in_training()
            Reference.create(**values | (self._answered("fair_reference" in shows) if place < came else {}))

    def _discipline(self) -> str:
        """Of the person; of one of whom no referees are made up, the physicians'."""
        own, known = disciplines.of_person(self._person), pool("applications")["referees"]
        return own if own in known else "medicine"

    def _in_training(self) -> Values:
        """A director of the last program saw the applicant there, and not since."""
        last = self._person.education.order_by(Education.ended.desc(), Education.id.desc()).first()
        return {"observed_from": last.started[:4], "observed_to": last.ended[:4]} if last else {}

    def _answered(self, fair: bool) -> Values:
        grades: Values = {name: self._rng.choice((4, 4, 4, 3)) for name in COMPETENCIES}
        if fair:
            grades["communication"] = 2
        comment = self._rng.choice(pool("applications")["comments"])
        return grades | {
            "received": self._day(self._rng.randrange(8, 22)),
            "recommends": "Recommend",
            "comment": comment,
        }

    def verify(self, lacks: set[str]) -> None:
        """What stands in a file in process was looked up for it; a lapsed credential was not renewed by that."""
        seen = self._day(9)
        credentials = self._person.credentials.where(~Credential.past)
        for each in credentials.where(Credential.verified.is_null() | (Credential.verified < seen)):
            lapsed = each.expires is not None and each.expires < seen
            if "license_old" in lacks and each.sort.key == "license":
                each.verified = terms.days_on(self._until, -220)
            elif not lapsed:
                each.verified, each.source = seen, each.source or "Primary source"
            each.save()

    def check(self, lacks: set[str]) -> None:
        """Identity, background, exclusion lists of the month, and the one line about health."""
        rows: Rows = {Check: []}
        by = self._rng.choice(pool("names")["verifiers"])
        month = f"{self._until:%B %Y}"
        screened = max(self._day(10), terms.days_on(self._until, -9))
        sorts = [
            ("OIG exclusion list (LEIE)", screened, f"File of {month}"),
            ("SAM exclusions", screened, f"Extract of {month}"),
            (MEDICAID, screened, f"File of {month}"),
            ("Health attestation", self._day(1), "Attested on the application"),
        ]
        if self._initial:
            sorts += [
                ("Identity", self._day(4), "Driver's license, seen with the person"),
                ("Background check", self._day(13), "Prairie Background Services"),
                ("Military service", self._day(1), "None served, as the applicant says"),
            ]
        for sort, done, source in sorts:
            if not (sort == "Identity" and "identity" in lacks):
                rows[Check].append(checked(self._person, sort, done, source, by))
        write(rows)

    def query(self, lacks: set[str]) -> None:
        """The NPDB since the application, and enrollment from then on; reviewed by the committee's chair."""
        if "npdb" in lacks:
            NpdbQuery.update(enrolled_until=None, queried=terms.days_on(self._begun, -400)).where(
                NpdbQuery.provider == self._person
            ).execute()
            return
        queried = self._day(7)
        reviewed = {} if "npdb_review" in lacks else self._reviewed(queried)
        NpdbQuery.create(
            provider=self._person,
            queried=queried,
            enrolled_until=terms.days_on(terms.months_on(queried, 12), -1),
            **reviewed,
        )

    def _reviewed(self, queried: date) -> Values:
        reviewer = pool("applications")["reviewers"][0]
        return {"result": "No reports", "reviewed": self._day_after(queried, 3), "reviewed_by": reviewer}

    def show(self, lacks: set[str], shows: set[str]) -> None:
        """Claims, gaps, red flags, OPPE; and of a new applicant the volumes of the hospital before."""
        if self._initial and self._case["stage"] not in ("Requested", "Received"):
            rows: Rows = {Activity: []}
            volumes(rows, self._person, self._until, self._rng, "Case log of St. Odile Hospital")
            write(rows)
        if shows & {"claims", "claim"}:
            self._claim(2 if "claims" in shows else 1)
        if "flag" in lacks:
            RedFlag.create(application=self._asked, matter="Remediation in residency that the program did not mention.")
        if "flag" in shows:
            RedFlag.create(
                application=self._asked,
                matter="Left a practice after eleven months.",
                resolution="The practice closed its Peoria office; confirmed by telephone with its manager.",
                resolved=self._day(20),
                by=self._rng.choice(pool("names")["verifiers"]),
            )
        if "gap" in shows or "gap" in lacks:
            self._gap(explained="gap" in shows)
        if "oppe_trend" in shows:
            Oppe.update(
                result="Trend to watch", remarks="Return to the operating room 3 of 88; department 1 of 90."
            ).where(Oppe.provider == self._person).execute()

    def _claim(self, count: int) -> None:
        allegations = self._rng.sample(pool("applications")["allegations"], count)
        for back, allegation in zip((4, 3), allegations, strict=False):
            Claim.create(
                provider=self._person,
                occurred=f"{self._until.year - back - 1}",
                closed=f"{self._until.year - back + 1}-0{2 + back}",
                allegation=allegation,
                outcome="Settled",
                paid=self._rng.randrange(90, 240) * 1_000,
                explanation="Settled by the carrier without admission; the case was reviewed in the practice.",
            )

    def _gap(self, explained: bool) -> None:
        """Seven months between two positions, and what the applicant wrote about them."""
        last = self._person.work_history.order_by(WorkHistory.started.desc(), WorkHistory.id).first()
        if last is None or last.ended or len(last.started) < 7 or last.started > f"{self._until.year - 1}-01":
            return
        began = date(int(last.started[:4]), int(last.started[5:7]), 1)
        if explained:
            WorkHistory.create(
                provider=self._person,
                employer="Family leave",
                time_off="Family",
                started=last.started,
                ended=terms.month(terms.months_on(began, 6)),
                remarks=f"Care of a parent; explained in writing {self._day(12):%B} {self._day(12).day}.",
            )
        last.started = terms.month(terms.months_on(began, 7))
        last.save()

    def _day(self, after: int) -> date:
        """A day some days after the application came, and never after it stands."""
        return min(self._until, terms.days_on(self._begun, after))

    def _day_after(self, day: date, days: int) -> date:
        return min(self._until, terms.days_on(day, days))
