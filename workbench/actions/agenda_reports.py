"""Reports that the office makes itself and puts on an agenda as documents, as they stand on that day.

A committee's paper tells less than the office's own lists: no numbers, and of health nothing but a count."""

import io
from collections.abc import Sequence
from datetime import date

from workbench.actions.agenda_order import titled
from workbench.actions.agendas import attach, put
from workbench.errors import Problem, Progress, quiet
from workbench.lists.expirables import EXPIRABLES, expiring_also_snoozed
from workbench.papers import list_pages, listing
from workbench.papers.editions import LABEL, PUBLIC
from workbench.papers.enclosures import OF_PEOPLE
from workbench.records.credential import Credential
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import CANCELLED
from workbench.records.office_lists import CredentialSort
from workbench.records.texts import day
from workbench.records.words import of
from workbench.rules import kept_back
from workbench.store import history

EXPIRABLES_REPORT = "Expirables report"
VIEW = "expiring"
SHOWN = ("provider", "expires_in", "expires", "credential", "department")
"""The columns of the report: numbers of licenses, DEA registrations and policies stay in the office."""


def add_expirables(meeting: int, today: date, progress: Progress = quiet) -> list[Problem]:
    """Put the list of what expires on the agenda as a document, as one step: into the report's item, if there is one without."""
    found = Meeting.get_by_id(meeting)
    if found.state == CANCELLED:
        return [Problem("meeting", "The meeting is cancelled. Choose another, or set it to Planned again.")]
    written = io.BytesIO()
    list_pages.draw(expirables_told(today, progress), written, progress, framed=False)
    with history.step(f"Put the expirables of {day(today)} on the agenda of {titled(found)}"):
        own = (AgendaItem.title == EXPIRABLES_REPORT) & (AgendaItem.outcome == "") & AgendaItem.section.not_in(PUBLIC)
        item = found.items.where(own).first() or put(meeting, "Reports", title=EXPIRABLES_REPORT, information=True)
        return attach(item.id, f"{OF_PEOPLE}{today.isoformat()}.pdf", written.getvalue(), today, f"As of {day(today)}")


def expirables_told(today: date, progress: Progress = quiet) -> listing.Listing:
    """What expires, as a committee may read it: health requirements are counted, and neither named nor told whose they are."""
    ids = expiring_also_snoozed(today)
    held = _of_health(ids)
    said = [listing.in_words(EXPIRABLES, view=VIEW)]
    said += [f"{of(len(held), 'health requirement')} left out: the office follows them"] if held else []
    kept, how = [each for each in ids if each not in held], {"title": EXPIRABLES_REPORT, "keys": SHOWN, "label": LABEL}
    return listing.listing_of(EXPIRABLES, kept, today, " · ".join(said), **how, progress=progress)  # type: ignore[arg-type]


def _of_health(ids: Sequence[int]) -> set[int]:
    """Those credentials that are about health, by their sort, or under any other name that says so."""
    asked = Credential.select(Credential.id, Credential.title, CredentialSort.key).join(CredentialSort)
    rows = asked.where(Credential.id.in_(list(ids)) & CredentialSort.key.in_(("health", "other"))).tuples()
    return {id for id, title, key in rows if key == "health" or kept_back.topic_of(title) == "health"}
