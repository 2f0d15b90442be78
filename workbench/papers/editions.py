"""Editions of a packet: what each may show. What an edition may not show is left out of its values, not only of its drawing.

Survey copies show that the NPDB was queried and when, never what it answered; surveyors may not see it (NPDB, query history
page). What else a survey or open copy leaves out is the program's own caution: what was said in confidence about a person."""

from dataclasses import dataclass

from workbench.records.meeting_words import EDITIONS

LABEL = "CONFIDENTIAL PEER REVIEW"
COMMITTEE, SURVEY, OPEN, ACTION_SHEET, NPDB_INSERT = EDITIONS

PUBLIC = ("Policy",)
"""Sections whose documents every edition may carry."""
OPEN_SECTIONS = ("Call to order", "Minutes", "Policy", "Reports", "Adjournment")
"""Sections whose items' titles an open edition prints; of the others it says only that they are there."""


@dataclass(frozen=True)
class Edition:
    """What a packet of this sort shows."""

    name: str
    profiles: bool = True
    judgments: bool = True
    """What was said in confidence: reviews, what the agenda asks for somebody, red flags, claims, disclosures explained, what
    referees say, the chair's view, conditions and report, what the office saw for a criterion, OPPE's conclusions, minutes'
    conditions and reasons, what the NPDB response was."""
    scans: str = "all"
    """all, proofs (of credentials alone), or none."""
    reports: bool = True
    """Documents of agenda items that are no policies."""
    titles: bool = True
    """Titles that somebody typed, of items that are no policies, minutes or reports, and of scans; else their section's name, the
    practitioner's, and what a scan proves. What earlier minutes say of single items goes with them."""
    people: bool = True
    """Names of people on the agenda, minutes and open action items."""
    boxes: bool = False
    """Recommendation boxes and lines to sign."""
    sealed: bool = False
    """The NPDB's responses themselves, and nothing else."""
    label: str = LABEL
    legend: bool = True
    """The statute text on the cover, by which peer review is privileged. On what is open to everybody it would be untrue."""
    title: str = ""
    """On the cover; empty for the packet of the committee itself."""
    left_out: str = ""
    """A sentence on the cover."""
    stamp: str = ""
    """Stands across every page until it is issued, so that nobody takes it for what is numbered and logged."""


_EDITIONS = (
    Edition(COMMITTEE),
    Edition(
        SURVEY,
        judgments=False,
        scans="proofs",
        reports=False,
        titles=False,
        title="Survey edition",
        left_out="This edition leaves out what was said in confidence in peer review, everything the NPDB answered, and health.",
    ),
    Edition(
        OPEN,
        profiles=False,
        judgments=False,
        scans="none",
        reports=False,
        titles=False,
        people=False,
        label="OPEN EDITION",
        legend=False,
        title="Open edition",
        left_out="This edition leaves out everything about single practitioners, and all that is confidential.",
    ),
    Edition(
        ACTION_SHEET, profiles=False, scans="none", boxes=True, title="Action sheet", stamp="COPY – not the original"
    ),
    Edition(
        NPDB_INSERT,
        profiles=False,
        scans="none",
        sealed=True,
        title="Sealed insert: responses of the National Practitioner Data Bank",
        stamp="NOT ISSUED – for viewing only",
    ),
)


def edition(name: str) -> Edition:
    """An edition by its name, one of EDITIONS of the meeting's records."""
    return next(each for each in _EDITIONS if each.name == name)
