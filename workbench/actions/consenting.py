"""The consent list is voted on together, unread: what is Category 2 does not go on it, and is not approved with it."""

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.errors import Problem, WorkbenchError
from workbench.records.meeting import AgendaItem
from workbench.records.meeting_words import CONSENT
from workbench.records.policy import Policy
from workbench.rules import dossier, review
from workbench.store import settings

BY_ITSELF = "What stands on the consent list is voted on together."


def discussed(rows: Sequence[AgendaItem]) -> list[str]:
    """Whose files among some items are Category 2 on their meeting's day."""
    decided = [row for row in rows if row.application_id and not row.information]
    files = dossier.of_applications(row.application_id for row in decided)
    policy = settings.load(Policy)
    return [
        files[row.application_id].title
        for row in decided
        if row.application_id in files
        and review.category(files[row.application_id], row.meeting.held, policy) == review.FULL
    ]


def voted_together(rows: Sequence[AgendaItem]) -> list[Problem]:
    """What keeps several items from being approved at once."""
    names = discussed([row for row in rows if row.section == CONSENT]) if len(rows) > 1 else []
    if not names:
        return []
    mend = "Record each such file by itself, or move it to the section of its kind."
    return [Problem("outcome", f"{_is(names)} Category 2, to be discussed. {BY_ITSELF} {mend}")]


def refuse(rows: Sequence[AgendaItem]) -> None:
    """Raises WorkbenchError where one of the items, that are to go on the consent list, is Category 2."""
    names = discussed([row for row in rows if row.section != CONSENT])
    if names:
        raise WorkbenchError(
            f"{_is(names)} Category 2, to be discussed. {BY_ITSELF} Nothing was moved. Where the file is Category 1 all the same, say so "
            "and why on the application, under Chair."
        )


def problem(values: Mapping[str, Any]) -> Problem | None:
    """What keeps an item with these values from going on the consent list; one that stands there stays."""
    to_decide = values["section"] == CONSENT and values["application"] and not values["information"]
    stands = AgendaItem.select().where((AgendaItem.id == values["id"]) & (AgendaItem.section == CONSENT))
    if not to_decide or (values["id"] and stands.exists()):
        return None
    made = AgendaItem(**{name: values[name] for name in ("meeting", "application")})
    names = discussed([made])
    said = f"{names[0]} is Category 2, to be discussed. {BY_ITSELF} Choose the section of its kind." if names else ""
    return Problem("section", said) if said else None


def _is(names: Sequence[str]) -> str:
    return f"{'; '.join(names)} {'is' if len(names) == 1 else 'are'}"
