"""The profile drawn: one page where it fits, set closer before it runs onto a second."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from workbench.papers import blocks, flow, frame, profile_parts
from workbench.papers.block import Block
from workbench.papers.blocks import DENSITIES, Callout, Density
from workbench.papers.marks import PageOf, Verdict
from workbench.papers.profile import Ask, Profile
from workbench.papers.tables import Column, Table

Pages = Mapping[str, int]
SETTINGS = tuple(replace(each, size=blocks.SMALLEST) for each in DENSITIES)
"""From roomy to close, all of one size: who turns the pages of a packet reads everybody alike."""
HEIGHTS = dict(zip(SETTINGS, ((1.07, 1.25), (1.0, 1.0), (0.8, 0.94), (0.67, 0.82), (0.62, 0.76)), strict=True))
"""How high a profile is at each, to the second, at least and at most, as measured: so that hopeless ones are not tried."""
OVER = SETTINGS[1]
"""How one is set that runs onto a second page."""
PAGE, MET = 26.0, 54.0
"""How wide columns are that hold a page's number, and whether a criterion is met, in points."""
BESIDE = 150.0
"""Parts that are lower than this, in points, may stand beside each other."""

KEPT = 60.0
"""What is lower than this, in points, is not parted where a profile runs onto a second page. Short tables are whole by themselves."""


def pages_of(profile: Profile, held: str, where: Pages, first: Density = OVER) -> tuple[list[flow.Page], Density]:
    """The profile laid out as roomy as fits one page, and how close it was set. held is the meeting's day in a few signs, for
    the column of ages; first is what is tried first: neighbors are often alike."""
    _, high = frame.room()
    tried = {first: list(_blocks(profile, held, where, first))}
    plain = flow.height(tried[first]) / HEIGHTS[first][1]
    for density, (least, _) in HEIGHTS.items():
        if plain * least > high:
            continue
        made = tried.get(density) or list(_blocks(profile, held, where, density))
        if flow.height(made) <= high:
            return flow.lay_out(made), density
    return flow.lay_out(tried.get(OVER) or list(_blocks(profile, held, where, OVER)), kept=KEPT), OVER


def _blocks(profile: Profile, held: str, where: Pages, density: Density) -> Iterator[Block]:
    yield from _head(profile, density)
    yield from _review(profile, density)
    yield from profile_parts.table("Earlier committees", profile.before, profile_parts.before, density)
    yield from profile_parts.table("Red flags", profile.flags, profile_parts.flags, density)
    yield from profile_parts.headed("Verified", profile_parts.seen(profile, held, density), density)
    yield from profile_parts.history(profile, density)
    yield from _told(profile, density)
    yield from profile_parts.references(profile, density)
    yield from _done(profile, where, density)
    if profile.missing:
        yield blocks.rich(blocks.toned(f"Not on file: {' · '.join(profile.missing)}", "warn"), density, before=4)
    for ask in profile.asks:
        yield from _ask(ask, len(profile.asks) > 1, density)


def _told(profile: Profile, density: Density) -> Iterator[Block]:
    """Other hospitals beside what the applicant disclosed; claims below."""
    claims = list(profile_parts.claims(profile, density))
    disclosed, none = list(profile_parts.disclosed(profile, density)), claims if not profile.claims else []
    elsewhere = list(profile_parts.table("Affiliations", profile.affiliations, profile_parts.affiliations, density))
    yield from _pair(elsewhere, [*disclosed, *none]) if elsewhere else _pair(disclosed, none)
    yield from claims if profile.claims else ()


def _done(profile: Profile, where: Pages, density: Density) -> Iterator[Block]:
    """What was counted beside what was evaluated and is attached."""
    title, oppe = profile_parts.activity_title(profile), "Ongoing evaluation (OPPE)"
    counted = list(profile_parts.table(title, profile.activity, profile_parts.activity, density))
    evaluated = list(profile_parts.table(oppe, profile.evaluated, profile_parts.evaluated, density))
    yield from _pair(counted, [*evaluated, *_attached(profile, where, density)])


def _pair(left: list[Block], right: list[Block]) -> Iterator[Block]:
    """Two short parts beside each other; long ones, which may have to break over a page, one below the other."""
    if left and right and all(flow.height(part) < BESIDE for part in (left, right)):
        yield blocks.Beside((left, right), (1, 1))
    else:
        yield from left
        yield from right


def _head(profile: Profile, density: Density) -> Iterator[Block]:
    yield blocks.title(profile.name)
    for ask in profile.asks:
        number = f"Item {ask.item}: " if len(profile.asks) > 1 else ""
        yield blocks.text(f"{number}{ask.line}", density, before=1.5, scale=1.06)
    known = " · ".join([profile.known, *dict.fromkeys(ask.term for ask in profile.asks if ask.term)])
    yield blocks.text(known, density, before=1.5, tone="quiet")


def _review(profile: Profile, density: Density) -> Iterator[Block]:
    tone, heading, words = profile.review
    if heading:
        yield Callout(f"{blocks.toned(heading, tone)} {blocks.plain(words)}", tone, density, before=density.gap * 0.7)


def _ask(ask: Ask, several: bool, density: Density) -> Iterator[Block]:
    suffix = f", item {ask.item}" if several else ""
    heading = f"Privileges requested{suffix}"
    if ask.privileges:
        yield from profile_parts.headed(heading, _privileges(ask, density), density)
    else:
        yield blocks.heading(heading, density)
        yield blocks.rich(blocks.toned("No privileges are asked for.", "warn"), density)
    for words, held in (("Held, and not asked for again:", ask.lapses), ("Asked for, and held already:", ask.again)):
        if held:
            head = blocks.toned(words, "warn")
            yield blocks.rich(f"<b>{head}</b> {blocks.plain(' · '.join(held))}", density, before=3)
    if ask.changes:
        yield blocks.rich(
            f"{blocks.strong('Changes since the last term:')} {blocks.plain(ask.changes)}", density, before=3
        )
    fppe = blocks.rich(f"{blocks.strong('Proposed FPPE:')} {blocks.plain(ask.fppe or 'none')}", density, before=3)
    if ask.chair_view:
        said = f"{blocks.strong(ask.chair_view + '.')} {blocks.plain(ask.chair_report)}"
        said += f' <font color="{blocks.ink.QUIET}">{blocks.plain(ask.chair)}</font>'
    else:
        said = blocks.toned("The department chair has not reported.", "bad")
    yield from profile_parts.line(f"Chair{suffix}", said, density)
    yield fppe


def _privileges(ask: Ask, density: Density) -> Table:
    columns = [Column("Privilege"), Column("Criteria"), Column("Met", wide=MET), Column("Chair")]
    if not any(each.chair for each in ask.privileges):
        columns.pop()
    rows = []
    for each in ask.privileges:
        name = f"{each.name} (special)" if each.special else each.name
        chair = f"{each.chair}: {each.conditions}" if each.conditions else each.chair
        verdict = "—" if each.verdict == "nothing asked" else each.verdict
        rows.append((name, each.criteria, Verdict(verdict, each.tone, density), chair)[: len(columns)])
    return Table(columns, rows, density, fits=True)


def _attached(profile: Profile, where: Pages, density: Density) -> Iterator[Block]:
    if profile.attached:
        columns = [Column(), Column(wide=profile_parts.DAY), Column(right=True, wide=PAGE)]
        rows = [(each.title, each.dated, PageOf(each.key, where, density)) for each in profile.attached]
        yield from profile_parts.headed("Attached", Table(columns, rows, density, lines=False), density)
