"""Tracer sheets: days and ages whole, long findings across the page, as few pages as may be."""

from datetime import date
from io import BytesIO

from workbench.lists.traced_lines import Traced
from workbench.lists.tracing import NOT_READY, Tracer
from workbench.papers import tracer
from workbench.papers.pictures import Pages

ON = date(2026, 11, 28)
LONG = "State license IL 036-119204 ended Jul 31 2026. The licensing agency was last asked Mar 16 2025, before this application."


def _line(what: str, done: date, found: str = "Met", tone: str = "good") -> Traced:
    return Traced(
        element="license",
        what=what,
        source="idfpr.illinois.gov",
        done=done,
        by="M. Alvarez",
        ends=date(2027, 10, 31),
        found=found,
        tone=tone,
    )


def _drawn(office, lines) -> list[str]:
    made = Tracer(
        1, "Okafor, Adaeze N., MD", "Physician", ON, NOT_READY, tuple(lines), (), ("Joint Commission",), False
    )
    to = BytesIO()
    tracer.draw([made], to, ON)
    with Pages(to.getvalue()) as pages:
        return [pages.text(n) for n in range(1, pages.count + 1)]


def test_days_and_ages_are_whole_and_a_long_finding_stands_below(office):
    lines = [_line(f"License {n}", date(1999, 11, 15)) for n in range(12)]
    (text,) = _drawn(office, [*lines, _line("License IL", date(2026, 11, 15), LONG, "bad")])
    assert text.count("Nov 15 1999") == 12 and text.count("9,875 d") == 12 and text.count("Oct 31 2027") == 13
    assert "Not met" in text and LONG in " ".join(text.split())
