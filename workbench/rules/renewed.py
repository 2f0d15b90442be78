"""What a reappointment rests on besides a new application: how somebody worked in the term that ends, and whether they kept up."""

from collections.abc import Iterator
from datetime import date

from workbench.records.days import months_on
from workbench.records.evidence import CME
from workbench.records.policy import Policy
from workbench.rules import own_file, standards
from workbench.rules.dossier import Dossier
from workbench.rules.lack import APPLICANT, Lack, judged

AGAIN = "Reappointment"
TERM = 36
"""Months that are looked back on where nobody entered when the term began: as long as a term may be."""


def renewed_lacks(dossier: Dossier, on: date, today: date, policy: Policy) -> Iterator[Lack]:
    """Own data of the term, or peers outside where there are none (Joint Commission, formerly MS.07.01.03); education."""
    asked = dossier.application
    if asked is None or asked.sort != AGAIN:
        return
    since = next((each.starts for each in dossier.appointments if each.starts), None) or months_on(on, -TERM)
    evaluated = any(each.reviewed and since <= each.reviewed <= on for each in dossier.oppe)
    came = [each for each in dossier.references if each.received and each.received <= on]
    peers = any(not own_file.is_own(dossier, each.name) for each in came)
    for line in standards.lines("RENEW_DATA", policy, on)[:1]:
        if not evaluated and not peers:
            remedy = "Review an OPPE of the term; of low or no volume ask peers who saw the work elsewhere."
            yield judged(line.severity)("Nobody reviewed the term", remedy, "evidence", rule="RENEW_DATA")
    learned = any(row.sort == CME and row.ends >= since and row.starts <= on for row in dossier.activity)
    for line in standards.lines("CME_DOC", policy, on)[:1]:
        if not learned:
            remedy = "Ask for the credits of the term, and enter them under Activity."
            yield judged(line.severity)("No continuing education", remedy, "evidence", APPLICANT, rule="CME_DOC")
