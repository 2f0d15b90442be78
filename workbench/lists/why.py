"""Why a file is not ready: what the standards find in it, as its page and its papers say it."""

from dataclasses import dataclass
from datetime import date

from workbench.lists import kept_findings
from workbench.records.policy import Policy
from workbench.records.provider import GONE, Provider
from workbench.rules.catalog import FILE, RULES
from workbench.rules.findings import Judge, Judged
from workbench.rules.judging import BLOCK, WARN
from workbench.store import database, settings

TONES = {BLOCK: "bad", WARN: "warn"}


@dataclass(frozen=True)
class Point:
    """One finding in few words."""

    tone: str
    """bad where it keeps the file from being ready; warn; info for what is only told."""
    headline: str
    sentence: str
    """What is wrong, and what would mend it."""
    citation: str
    credential: int | None = None
    element: str = ""
    """What the office requires and the file lacks, of which this person may be excepted."""


@dataclass(frozen=True)
class Why:
    """All points of a file, the worst first."""

    ready: bool
    points: tuple[Point, ...]
    others: int
    """How many other rules were asked, and found nothing; 0 where there was nothing that they could judge."""

    @property
    def title(self) -> str:
        """As a card is headed."""
        return "This file is ready" if self.ready else "Why this file is not ready"


def of_person(provider: int, on: date) -> Why | None:
    """What is found in a person's file on a day; None of somebody who is not on the staff and has nothing to report."""
    judge = Judge(on, settings.load(Policy))
    if database.veil is not None:
        judged: Judged | None = kept_findings.of_people([provider])[provider]
    else:
        judged = next(iter(judge.people([provider])), None)
    if judged is None:
        return None
    if not judged.findings and Provider.get_by_id(provider).status in GONE:
        return None
    points = tuple(
        Point(
            TONES.get(each.severity, "info"),
            kept_findings.title_of(each),
            f"{each.message} {each.remedy}".strip() if each.rule else "",
            each.citation,
            each.credential,
            each.element if each.rule == "REQUIRED" else "",
        )
        for each in judged.findings
    )
    asked = sum(about.judges == FILE and bool(judge.day.lines(rule)) for rule, about in RULES.items())
    others = 0 if judged.empty else asked - len({each.rule for each in judged.findings})
    return Why(judged.is_ready, points, others)
