"""Reports that the office makes itself and puts on an agenda as documents, as they stand on that day."""

import io
from datetime import date

from workbench.actions.agenda_order import titled
from workbench.actions.agendas import attach, put
from workbench.errors import Problem, Progress, quiet
from workbench.lists.expirables import EXPIRABLES
from workbench.papers import list_pages, listing
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.texts import day
from workbench.store import history

EXPIRABLES_REPORT = "Expirables report"
VIEW = "expiring"


def add_expirables(meeting: int, today: date, progress: Progress = quiet) -> list[Problem]:
    """Put the list of what expires on the agenda as a document, as one step: into the report's item, if there is one without."""
    found = Meeting.get_by_id(meeting)
    if found.state == "Cancelled":
        return [Problem("meeting", "The meeting is cancelled. Choose another, or set it to Planned again.")]
    ids = EXPIRABLES.ids(today=today, view=VIEW)
    written = io.BytesIO()
    said = listing.in_words(EXPIRABLES, view=VIEW)
    keys = ("provider", "expires_in", "expires", "credential", "number", "department")
    made = listing.listing_of(EXPIRABLES, ids, today, said, title=EXPIRABLES_REPORT, keys=keys, progress=progress)
    list_pages.draw(made, written, progress)
    with history.step(f"Put the expirables of {day(today)} on the agenda of {titled(found)}"):
        own = (AgendaItem.title == EXPIRABLES_REPORT) & (AgendaItem.outcome == "")
        item = found.items.where(own).first() or put(meeting, "Reports", title=EXPIRABLES_REPORT, information=True)
        return attach(item.id, f"Expirables {today.isoformat()}.pdf", written.getvalue(), today, f"As of {day(today)}")
