"""Applications as cards: a lane for each stage, a card for each application."""

from collections import Counter
from collections.abc import Collection, Sequence

from workbench.actions import applications
from workbench.lists.applications import SHORT
from workbench.lists.in_process import Standing
from workbench.records.words import of
from workbench.ui.kit.board import Lane
from workbench.ui.kit.board_card import CardFace


def lanes(standings: Sequence[Standing], ids: Collection[int]) -> list[Lane]:
    """The lanes of all stages, with the applications of these ids."""
    shown = [each for each in standings if each.id in ids]
    return [
        Lane(stage, SHORT.get(stage, stage), tuple(_face(each) for each in shown if each.stage == stage))
        for stage in applications.OPEN
    ]


def goals(standings: Sequence[Standing]) -> list[str]:
    """The days of the meetings that they are to make, the next one first."""
    found = sorted((each for each in standings if each.goal_day), key=lambda each: each.on)
    return list(dict.fromkeys(each.goal_day for each in found))


def in_a_sentence(standings: Sequence[Standing]) -> str:
    """How many are in process, which meeting they can make, and what will lapse before."""
    makes = Counter(each.meeting for each in standings if each.meeting.startswith("Can make"))
    said = [f"{len(standings):,} in process", *(f"{n:,} can still make {m[9:]}" for m, n in makes.most_common(1))]
    lapsing = sum(bool(each.lapses) for each in standings)
    if lapsing:
        said.append(f"{lapsing:,} will lapse before the board can decide")
    return " · ".join(said)


def _face(each: Standing) -> CardFace:
    line = " · ".join(part for part in (each.short_sort, each.specialty) if part)
    tone, pill = each.pill
    return CardFace(each.id, each.applicant, line, tone, pill, each.progress, f"{of(each.days, 'day')} · {each.waits}")
