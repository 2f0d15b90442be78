"""What the lookup card for units says: who may do what here, as of a day.

It is a paper of few words: names, specialties and privileges. It holds no telephone, no birth date, no credential number,
and of a condition only that there is one: what it says is peer review.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from workbench.papers.privileged import Held, Holder, holders
from workbench.records import texts
from workbench.records.policy import Policy
from workbench.store import alphabet, settings

GOOD_DAYS = 7
"""A card is good for a week, unless the office says otherwise: privileges end and begin at any time."""
LAPSED = "License on file ended: ask the medical staff office"
CONDITIONAL = "With conditions: ask the medical staff office"


@dataclass(frozen=True)
class Card:
    """All that a lookup card says."""

    hospital: str
    made: date
    good_through: date
    holders: tuple[Holder, ...]

    @cached_property
    def several_sites(self) -> bool:
        """Whether it matters where a privilege is held."""
        return len({site for holder in self.holders for each in holder.held for site in each.facilities}) > 1

    @property
    def privileges(self) -> tuple[str, ...]:
        """The name of every privilege that somebody holds, once."""
        return tuple(sorted({each.name for holder in self.holders for each in holder.held}, key=alphabet.place))


def card_of(today: date, good_through: date | None = None) -> Card:
    """What the office's card says today, good through a day (a week from today, unless said otherwise)."""
    policy = settings.load(Policy)
    return Card(policy.hospital or "Our hospital", today, good_through or usual_last_day(today), holders(today))


def usual_last_day(today: date) -> date:
    """Through which day a card is good, unless the office says otherwise."""
    return today + timedelta(days=GOOD_DAYS)


def title_of(card: Card) -> str:
    """What the card is called."""
    return f"Who may do what at {card.hospital}"


def footer(card: Card) -> str:
    """What stands under a card."""
    return (
        f"{card.hospital} · medical staff office · made {texts.day(card.made)}, good through "
        f"{texts.day(card.good_through)}. Who is not here, or what is not here, is not privileged as far as this card knows: "
        "ask the medical staff office before you rely on it."
    )


def about_of(holder: Holder, card: Card) -> str:
    """Under a name: specialty, department, and what holds for every privilege, said once."""
    sites, ends = _common(holder, card)
    through = [f"all through {texts.day(ends)}"] if ends and len(holder.held) > 1 else []
    lapsed = [LAPSED] if holder.lapsed else []
    parts = (*lapsed, holder.specialty, holder.department, *sites, *through)
    return " · ".join(dict.fromkeys(part for part in parts if part))


def notes_of(each: Held, holder: Holder, card: Card) -> list[str]:
    """Beside a privilege: where, and until when, unless that holds for all of the person's."""
    sites, ends = _common(holder, card)
    notes = [*each.facilities] if card.several_sites and not sites else []
    return [*notes, f"through {texts.day(each.ends)}"] if each.ends and (not ends or len(holder.held) == 1) else notes


def _common(holder: Holder, card: Card) -> tuple[tuple[str, ...], date | None]:
    """The facilities and the last day that all privileges of a person have in common."""
    sites, ends = {each.facilities for each in holder.held}, {each.ends for each in holder.held}
    alike = len(sites) == 1 and card.several_sites
    return sites.pop() if alike else (), ends.pop() if len(ends) == 1 else None
