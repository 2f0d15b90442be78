"""Standards packs as the settings show them: what each is, which rules it asks, and of each what is strictest today."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workbench.records import texts
from workbench.records.elements import ELEMENTS, listed
from workbench.records.policy import Policy
from workbench.rules import standards
from workbench.rules.aged import EVERY
from workbench.rules.catalog import RULES
from workbench.rules.pack_rows import CONFIDENCE, EVER, NEVER, Standard
from workbench.rules.packs import Pack
from workbench.store import alphabet, settings

CALLED = {"H": "High", "M": "Medium", "L": "Low"}
SEVERITIES = {"block": ("Not ready", "bad"), "warn": ("Warning", "warn"), "info": ("Note", "info")}
"""By severity, what a file that is short is called, and its tone."""
_OF = {EVERY: "Every other verification"}


@dataclass(frozen=True)
class PackLine:
    """One pack."""

    key: str
    name: str
    on: bool
    rules: int
    """Rows in force today if the pack is on."""
    confidence: str
    """“High 20 · Medium 3 · Low 1”."""
    source: str
    """“Came with the program”, “Taken by the office”."""
    own: bool
    law: bool
    """Whether it cannot be turned off."""

    @property
    def state(self) -> tuple[str, str]:
        """In a word and a tone."""
        return ("In force", "good") if self.on else ("Off", "quiet")


@dataclass(frozen=True)
class RuleLine:
    """One row of a pack."""

    key: str
    title: str
    asks: str
    """Its limit as the office has it: “8 months (pack: 12 months)”; empty where none is set."""
    strictest: str
    """The strictest in force today with the same severity: “9 months, Joint Commission”; empty where the rule is off."""
    severity: str
    state: str
    tone: str
    citation: str
    facts: tuple[tuple[str, str], ...]
    """What its card says."""
    limit: int | None
    unit: str
    setting: str
    """The setting of the office that gives the limit."""
    editable: bool
    on: bool
    own: bool
    """Whether the office changed the limit."""
    former: str = ""
    """The number of a standard that was renumbered, whose current one is the office's to enter."""
    current: str = ""
    """That one, as far as the office entered it."""


def all(today: date) -> list[PackLine]:
    """Every pack that the office has, those in force first."""
    policy = settings.load(Policy)
    own, on = standards.own_packs(policy), listed(policy.packs)
    lines = [_pack(pack, pack.key in on, pack.key in own, today, policy) for pack in standards.books(policy).values()]
    return sorted(lines, key=lambda each: (not each.on, alphabet.place(each.name)))


def rules_of(key: str, today: date) -> list[RuleLine]:
    """The rows of a pack, in its order."""
    policy = settings.load(Policy)
    pack = standards.books(policy).get(key)
    return [_rule(row, policy, today) for row in pack.rows] if pack else []


def _pack(pack: Pack, on: bool, own: bool, today: date, policy: Policy) -> PackLine:
    silent = standards.off(policy)
    rows = [row for row in pack.rows if row.since <= today <= row.until and not (row.editable and row.key in silent)]
    sure = Counter(row.confidence for row in pack.rows)
    confidence = " · ".join(f"{CALLED[each]} {sure[each]}" for each in CONFIDENCE if sure[each])
    source = "Taken from a file by the office" if own else "Came with the program"
    return PackLine(pack.key, pack.name, on, len(rows), confidence, source, own, standards.is_law(pack))


def _rule(row: Standard, policy: Policy, today: date) -> RuleLine:
    ours = standards.as_changed(row, policy)
    changed = row.editable and not row.setting and ours.limit != row.limit
    asks = f"{ours.said} (pack: {row.said})" if changed else ours.said
    off = row.editable and row.key in standards.off(policy)
    state, tone = _state(row, off, policy, today)
    asked = standards.in_force(policy, today, row.state or policy.state).get((row.id, row.what), ())
    same = (row.severity, row.from_decision)
    line = next((each for each in asked if (each.severity, each.row.from_decision) == same), None)
    facts = tuple(fact for fact in _facts(row, policy) if fact[1])
    of = (
        f" · {row.trigger}"
        if row.point
        else f" · {_OF.get(row.element, ELEMENTS[row.element])}"
        if row.id in ("PSV_AGE_ACC", "PSV_ONCE")
        else f" · {row.state}"
        if row.state
        else ""
    )
    return RuleLine(
        row.key, f"{RULES[row.id].title}{of}", asks, line.said if line else "", SEVERITIES[row.severity][0], state, tone,
        ours.citation, facts, ours.limit, row.unit, row.setting, row.editable, not off, changed,
        row.legacy if row.legacy and not row.current else "", ours.current if not row.current else "",
    )  # fmt: skip


def _state(row: Standard, off: bool, policy: Policy, today: date) -> tuple[str, str]:
    if off:
        return "Turned off", "warn"
    if today < row.since:
        return f"From {texts.day(row.since)}", "info"
    if today > row.until:
        return f"Until {texts.day(row.until)}", "quiet"
    if row.state and row.state != policy.state:
        return f"In {row.state} alone", "quiet"
    return ("In force", "good") if row.pack in listed(policy.packs) else ("Pack is off", "quiet")


def _facts(row: Standard, policy: Policy) -> Iterator[tuple[str, str]]:
    yield "Why", standards.reasons(policy).get(row.key, "") if row.editable else ""
    yield "Asked of", row.trigger.capitalize()
    yield "Counted from", row.clock.capitalize()
    yield "Binds", row.binds
    yield "Force", row.force.capitalize()
    since = f"from {texts.day(row.since)}" if row.since != EVER else ""
    until = f"to {texts.day(row.until)}" if row.until != NEVER else ""
    yield "In force", " ".join(part for part in (since, until) if part)
    cited = standards.as_changed(row, policy).citation
    yield "Required by", f"{cited}, formerly {row.legacy}" if row.legacy and row.legacy not in cited else cited
    yield "Source", row.source
    yield "Confidence", CALLED[row.confidence]
    yield "Changed here", "By a setting of the office" if row.setting else "" if row.editable else "The office cannot"
