"""Tracer sheets: a file element by element, as a surveyor walks through it; one page a file where it fits."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import IO

from reportlab.pdfgen.canvas import Canvas

from workbench.errors import Progress, quiet
from workbench.lists.traced_decisions import Decision
from workbench.lists.traced_lines import Traced
from workbench.lists.tracing import NOT_READY, Tracer
from workbench.papers import blocks, flow, fonts, frame
from workbench.papers.block import Block
from workbench.papers.blocks import DENSITIES, PLAIN, Density
from workbench.papers.frame import Running
from workbench.papers.private import dotted
from workbench.papers.tables import Column, Table
from workbench.records.elements import ELEMENTS
from workbench.records.policy import Policy
from workbench.records.texts import day
from workbench.rules import survey
from workbench.store import settings

DAY, AGE = 62.0, 52.0
"""How wide columns are that hold a day, and how old something is, in points."""
COLUMNS = (
    Column("Element"),
    Column("What is asked"),
    Column("Source"),
    Column("Date", wide=DAY),
    Column("By"),
    Column("Age", right=True, wide=AGE),
    Column("Ends", wide=DAY),
    Column("Finding"),
    Column("Citation"),
)
_SETTINGS = tuple(each for each in DENSITIES if each.size <= PLAIN.size)
"""From roomy to close."""
SHORT = 24
"""Letters up to which a finding stands in its column; longer ones stand below, across the page."""
LOUD = {"bad": "Not met", "warn": "To mend"}
"""What the column then says, by tone."""
LIKE = 8
"""Letters by which a thing is called as its element is, which then need not be named."""
TITLE = "Tracer sheet"
SURVEY_LABEL = "CONFIDENTIAL: survey edition"
"""It holds no peer review, and does not say so."""


def draw(tracers: Sequence[Tracer], to: IO[bytes], printed: date, progress: Progress = quiet, about: str = "") -> int:
    """Draw the sheets one after the other, letter size, lying; how many pages. about is how the files were pulled."""
    fonts.ready()
    hospital = settings.load(Policy).hospital
    canvas = Canvas(to, pagesize=frame.ACROSS, invariant=1)
    canvas.setTitle(dotted(TITLE if len(tracers) != 1 else f"{TITLE} of {tracers[0].person}"))
    canvas.setCreator("Medical Staff Workbench")
    count = 0
    for done, tracer in enumerate(tracers):
        progress(done, len(tracers))
        pages = _laid_out(tracer, about)
        label = " · ".join(part for part in (hospital, TITLE, "Survey edition" if tracer.survey else "") if part)
        shown = SURVEY_LABEL if tracer.survey else frame.LABEL
        running = Running(label, f"{tracer.person} as of {day(tracer.on)}", f"Printed {day(printed)}", shown)
        for number, page in enumerate(pages, 1):
            frame.draw(canvas, running, number, len(pages), frame.ACROSS)
            page.draw(canvas)
            canvas.showPage()
        count += len(pages)
    canvas.save()
    return count


def _laid_out(tracer: Tracer, about: str) -> list[flow.Page]:
    """On as few pages as may be, and as roomy as these allow."""
    tried = (flow.lay_out(_blocks(tracer, about, density), frame.ACROSS) for density in _SETTINGS)
    return min(tried, key=len)


def _blocks(tracer: Tracer, about: str, density: Density) -> Iterator[Block]:
    yield blocks.title(tracer.person, 14)
    yield blocks.text(tracer.line, density, tone="quiet", before=2)
    standing = blocks.toned(tracer.standing, "bad" if tracer.standing == NOT_READY else "good")
    judged = blocks.plain(f" on {day(tracer.on)} by {', '.join(tracer.bodies)}")
    yield blocks.rich(f"{standing}{judged}", density, before=2)
    if about:
        yield blocks.text(about, density, before=1, tone="quiet")
    if tracer.survey:
        yield blocks.text(survey.SAID, density, before=1, tone="quiet")
    yield Table(COLUMNS, list(_rows(tracer)), density, before=5, title="Elements", fits=True)
    if tracer.decisions:
        yield blocks.heading("Decisions", density)
        yield Table(
            (Column("Date", wide=DAY), Column("What was decided", 4.0), Column("", 6.0)),
            [_decision(each) for each in tracer.decisions],
            density,
            title="Decisions",
        )


def _rows(tracer: Tracer) -> Iterator[tuple[object, ...]]:
    last = ""
    for each in tracer.lines:
        yield _row(each, tracer.on, named=each.element != last)
        if len(each.found) > SHORT:
            yield ((each.found, each.tone if each.tone in LOUD else ""),)
        last = each.element


def _row(each: Traced, on: date, named: bool) -> tuple[object, ...]:
    age = each.age(on)
    element = ELEMENTS[each.element]
    alike = each.what.casefold().startswith(element.casefold()[:LIKE])
    what = each.what if alike or not named else f"{element}: {each.what}"
    said = each.found if len(each.found) <= SHORT else LOUD.get(each.tone, "See below")
    return (
        what,
        each.asked,
        each.source,
        day(each.done),
        each.by,
        "" if age is None else f"{age:,} d",
        day(each.ends),
        (said, each.tone) if each.tone in LOUD else said,
        each.citation,
    )


def _decision(each: Decision) -> tuple[str, str, str]:
    return day(each.on), each.what, each.said
