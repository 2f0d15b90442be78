"""Minutes on paper: made of what was recorded, shown and saved. What is not recorded, they say themselves."""

from datetime import date
from io import BytesIO

from workbench.actions.inviting import file_name
from workbench.papers import minutes, minutes_drawing, private


def minutes_pdf(meeting: int, today: date) -> bytes:
    """The minutes of a meeting as a PDF; raises WorkbenchError if it was not held yet."""
    to = BytesIO()
    minutes_drawing.draw(minutes.minutes_of(meeting, today), to)
    return to.getvalue()


def lacks(meeting: int, today: date) -> tuple[str, ...]:
    """What the minutes lack, and what in them prints as dots, in sentences that say what to do."""
    made = minutes.minutes_of(meeting, today)
    return (*made.lacks, *private.sentences(made))


def minutes_name(meeting: int) -> str:
    """“Minutes Credentials 2026-12-01.pdf”."""
    return f"Minutes {file_name(meeting, 'pdf')}"
