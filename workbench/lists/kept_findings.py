"""What is found in a person's file: judged now, or as it was kept while something of the office is left out, since then nobody
can judge: what is hidden would be found missing."""

from datetime import date

from workbench.records.finding import KeptFinding
from workbench.rules.catalog import RULES
from workbench.rules.findings import Judged
from workbench.rules.judging import Finding


def of_people(providers: list[int]) -> dict[int, Judged]:
    """The findings that are kept of some people."""
    found: dict[int, list[Finding]] = {each: [] for each in providers}
    query = KeptFinding.select().where(KeptFinding.provider.in_(providers)).order_by(KeptFinding.id)
    for row in query.namedtuples():
        found[row.provider].append(
            Finding(
                row.provider,
                row.rule,
                row.severity,
                row.message,
                row.citation,
                row.remedy,
                row.worse_on,
                row.credential,
                row.application,
            )
        )
    return {who: Judged(who, tuple(findings), date.max) for who, findings in found.items()}


def title_of(found: Finding) -> str:
    """How a finding is headed; one of a rule that is not known by what it says."""
    return found.title if found.rule in RULES else found.message
