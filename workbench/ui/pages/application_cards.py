"""Applications as cards: a lane for each stage, a card for each application."""

from collections.abc import Collection, Sequence

from workbench.actions import applications
from workbench.lists.applications import SHORT
from workbench.lists.in_process import Standing
from workbench.ui.kit.board import Lane
from workbench.ui.kit.board_card import CardFace
from workbench.ui.wording import of


def lanes(standings: Sequence[Standing], ids: Collection[int]) -> list[Lane]:
    """The lanes of all stages, with the applications of these ids."""
    shown = [each for each in standings if each.id in ids]
    return [
        Lane(stage, SHORT.get(stage, stage), tuple(_face(each) for each in shown if each.stage == stage))
        for stage in applications.OPEN
    ]


def _face(each: Standing) -> CardFace:
    line = " · ".join(part for part in (each.short_sort, each.specialty) if part)
    tone, pill = each.pill
    return CardFace(each.id, each.applicant, line, tone, pill, each.progress, f"{of(each.days, 'day')} · {each.waits}")
