"""The profile drawn: one page where it fits, set closer before it runs onto a second."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from workbench.papers import blocks, flow, frame
from workbench.papers.block import Block
from workbench.papers.blocks import DENSITIES, PLAIN, Callout, Density
from workbench.papers.marks import Bar, Marks, PageOf, Verdict
from workbench.papers.peers_said import HEADINGS, Referee
from workbench.papers.profile import CLAIM_HEADINGS, Ask, Profile
from workbench.papers.said_before import Word
from workbench.papers.seen import NEVER
from workbench.papers.tables import Column, Table, filled
from workbench.records import texts

Pages = Mapping[str, int]
HEIGHTS = dict(zip(DENSITIES, (1.11, 1.0, 0.8, 0.69, 0.61), strict=True))
"""How high a profile is at each density, to PLAIN, at least, as measured: so that hopeless ones are not tried."""
NO_GAP = "No gap that the office's policy asks to explain."
BESIDE = 150.0
"""Parts that are lower than this, in points, may stand beside each other."""


KEPT = 60.0
"""What is lower than this, in points, is not parted where a profile runs onto a second page: claims and references are short tables,
and whole ones would leave a fifth of the first page empty."""


def pages_of(profile: Profile, held: str, where: Pages, first: Density = PLAIN) -> tuple[list[flow.Page], Density]:
    """The profile laid out as roomy as fits one page, and how close it was set. held is the meeting's day in a few signs, for
    the column of ages; first is what is tried first: neighbors are often alike."""
    _, high = frame.room()
    tried = {first: list(_blocks(profile, held, where, first))}
    plain = flow.height(tried[first]) / HEIGHTS[first]
    for density, part in HEIGHTS.items():
        if plain * part > high * 1.04:
            continue
        made = tried.get(density) or list(_blocks(profile, held, where, density))
        if flow.height(made) <= high:
            return flow.lay_out(made), density
    return flow.lay_out(tried.get(PLAIN) or list(_blocks(profile, held, where, PLAIN)), kept=KEPT), PLAIN


def _blocks(profile: Profile, held: str, where: Pages, density: Density) -> Iterator[Block]:
    yield from _head(profile, density)
    yield from _review(profile, density)
    yield from _table("Earlier committees", profile.before, _before, density)
    yield from _table("Red flags", profile.flags, _flags, density)
    yield blocks.heading("Verified", density)
    yield _seen(profile, held, density)
    yield from _history(profile, density)
    claims = list(_claims(profile, density))
    disclosed, none = list(_disclosed(profile, density)), claims if not profile.claims else []
    if profile.affiliations:
        yield from _pair(
            list(_table("Affiliations", profile.affiliations, _affiliations, density)), [*disclosed, *none]
        )
    else:
        yield from _pair(disclosed, none)
    if profile.claims:
        yield from claims
    yield from _references(profile, density)
    evaluated = list(_table("Ongoing evaluation (OPPE)", profile.evaluated, _evaluated, density))
    attached = list(_attached(profile, where, density))
    yield from _pair(list(_table("Activity", profile.activity, _activity, density)), [*evaluated, *attached])
    if profile.missing:
        yield blocks.rich(blocks.toned(f"Not on file: {' · '.join(profile.missing)}", "warn"), density, before=4)
    for ask in profile.asks:
        yield from _ask(ask, len(profile.asks) > 1, density)


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


def _table(title: str, rows: Sequence, draw: Callable[[Sequence, Density], Block], density: Density) -> Iterator[Block]:
    """A part with its heading; nothing at all without rows."""
    if rows:
        yield blocks.heading(title, density)
        yield draw(rows, density)


def _before(rows: Sequence[Word], density: Density) -> Block:
    columns = [
        Column("Committee", 2.2),
        Column("Held", 1),
        Column("Outcome", 1.7),
        Column("Conditions and reasons", 4.4),
    ]
    return Table(columns, [(each.committee, each.held, (each.outcome, each.tone), each.said) for each in rows], density)


def _flags(rows: Sequence[tuple[str, str, bool]], density: Density) -> Block:
    columns = [Column("Matter", 2), Column("Resolution", 3)]
    return Table(columns, [(matter, said if done else (said, "bad")) for matter, said, done in rows], density)


def _seen(profile: Profile, held: str, density: Density) -> Block:
    columns = [
        Column("Element", 1.65),
        Column("Finding", 4.45),
        Column("Source", 1.8),
        Column("Verified", 1.3),  # a day is never broken over two lines
        Column(f"Age on {held}", 1.2, right=True),
    ]
    rows = [
        (
            each.element,
            (each.finding, each.tone),
            each.source,
            (each.verified, _never(each.tone, each.verified)),
            each.age or "—",
        )
        for each in profile.seen
    ]
    return Table(columns, rows, density)


def _never(tone: str, verified: str) -> str:
    return (tone or "warn") if verified == NEVER else ""


def _history(profile: Profile, density: Density) -> Iterator[Block]:
    if not profile.spans:
        return
    yield blocks.heading("Training and work", density)
    yield Bar(profile.spans, profile.gaps, profile.until, density)
    for gap in (each for each in profile.gaps if each.explained):
        said = f"Gap of {gap.length}, {texts.day(gap.start)} to {texts.day(gap.end)}: "
        yield blocks.rich(blocks.toned(said, "warn") + blocks.plain(gap.explained), density)
    silent = [each for each in profile.gaps if not each.explained]
    if silent:
        said = " · ".join(f"{texts.day(each.start)} to {texts.day(each.end)} ({each.length})" for each in silent)
        yield blocks.rich(blocks.toned(f"Gaps not explained: {said}", "bad"), density)
    if not profile.gaps:
        yield blocks.text(NO_GAP, density, tone="quiet")


def _affiliations(rows: Sequence[tuple[str, ...]], density: Density) -> Block:
    # “Telemedicine” is not broken within the word
    columns = [Column("Hospital", 2.1), Column("Category", 1.75), Column("From, to", 1.5), Column("Standing", 1.65)]
    return Table(*filled(columns, rows), density)


def _disclosed(profile: Profile, density: Density) -> Iterator[Block]:
    if profile.disclosed is None:
        return
    yield blocks.heading("Disclosures and attestation", density)
    yield blocks.rich(blocks.toned(profile.disclosed.summary, profile.disclosed.tone), density)
    for question, explanation in profile.disclosed.yes:
        yield blocks.rich(
            f"{blocks.strong('Yes:')} {blocks.plain(question)} {blocks.strong(explanation)}", density, before=1.5
        )


def _claims(profile: Profile, density: Density) -> Iterator[Block]:
    if profile.claims is None:
        return
    yield blocks.heading("Liability", density)
    if not profile.claims:
        yield blocks.text("No claim on file.", density, tone="quiet")
        return
    shares = (1.0, 1.0, 5.0, 1.7, 1.0)
    columns = [Column(name, share, name == "Paid") for name, share in zip(CLAIM_HEADINGS, shares, strict=True)]
    yield Table(columns, profile.claims, density)


def _references(profile: Profile, density: Density) -> Iterator[Block]:
    if not profile.referees and not profile.referee_warnings:
        return
    yield blocks.heading("References", density)
    for said in profile.referee_warnings:
        warning = blocks.rich(blocks.toned(said, "warn"), density)
        warning.stays = bool(profile.referees)
        yield warning
    graded = any(each.grades for each in profile.referees)
    if profile.referees:
        shares = (1.15, 1.0, 1.1, 1.3, 1.5, 1.5)
        columns = [Column("Referee", 4.6), *(Column(name, share) for name, share in zip(HEADINGS, shares, strict=True))]
        if not graded:
            columns = [Column("Referee", 4), Column("Reference", 2)]
        yield Table(columns, [row for each in profile.referees for row in _referee(each, graded, density)], density)


def _referee(each: Referee, graded: bool, density: Density) -> Iterator[list]:
    """A line with the marks; what the referee says in words goes on below it."""
    relation = blocks.toned(each.relationship.lower(), "warn" if each.close else "")
    who = blocks.rich(f"{blocks.plain(each.name)}, {relation}, {blocks.plain(each.observed)}", density)
    if not graded:
        yield [who, each.received]
    elif not each.grades:
        yield [who, (each.received, "warn"), *[""] * (len(HEADINGS) - 1)]
    else:
        yield [who, *(Marks(grade, density) for grade in each.grades)]
    words = [*([f"{each.recommends}."] if each.recommends else []), *([each.comment] if each.comment else [])]
    if words:
        tone = "quiet" if each.recommends in ("", "Recommend") else "warn"
        yield [(" ".join(words), tone)]


def _evaluated(rows: Sequence[tuple[str, ...]], density: Density) -> Block:
    columns = [Column("Period", 2.3), Column("Conclusion", 1.3), Column("Reviewed", 2.1)]
    shown: list[Sequence] = []
    for *line, remarks in rows:
        shown += [line, [(remarks, "quiet")]] if remarks else [line]
    return Table(columns, shown, density)


def _activity(rows: Sequence[tuple[str, ...]], density: Density) -> Block:
    """A common period stands once, in the heading of its column."""
    periods = dict.fromkeys(row[2] for row in rows)
    if len(periods) > 1:
        columns = [Column("What", 2.7), Column("Number", 1.2, True), Column("Period", 2.4), Column("Source", 2)]
        return Table(columns, rows, density)
    columns = [Column(next(iter(periods)), 2.7), Column("Number", 0.8, True), Column("Source", 2.5)]
    return Table(columns, [(what, number, source) for what, number, _, source in rows], density)


def _ask(ask: Ask, several: bool, density: Density) -> Iterator[Block]:
    suffix = f", item {ask.item}" if several else ""
    yield blocks.heading(f"Privileges requested{suffix}", density)
    if ask.privileges:
        yield _privileges(ask, density)
    else:
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
    yield blocks.heading(f"Chair{suffix}", density)
    if ask.chair_view:
        said = f"{blocks.strong(ask.chair_view + '.')} {blocks.plain(ask.chair_report)}"
        yield blocks.rich(f'{said} <font color="{blocks.ink.QUIET}">{blocks.plain(ask.chair)}</font>', density)
    else:
        yield blocks.rich(blocks.toned("The department chair has not reported.", "bad"), density)
    yield fppe


def _privileges(ask: Ask, density: Density) -> Block:
    columns = [Column("Privilege", 2.3), Column("Criteria", 5.0), Column("Met", 0.95), Column("Chair", 1.2)]
    if not any(each.chair for each in ask.privileges):
        columns.pop()
    rows = []
    for each in ask.privileges:
        name = f"{each.name} (special)" if each.special else each.name
        chair = f"{each.chair}: {each.conditions}" if each.conditions else each.chair
        verdict = "—" if each.verdict == "nothing asked" else each.verdict
        rows.append((name, each.criteria, Verdict(verdict, each.tone, density), chair)[: len(columns)])
    return Table(columns, rows, density)


def _attached(profile: Profile, where: Pages, density: Density) -> Iterator[Block]:
    if not profile.attached:
        return
    yield blocks.heading("Attached", density)
    columns = [Column("", 5), Column("", 2), Column("", 0.6, True)]
    rows = [(each.title, each.dated, PageOf(each.key, where, density)) for each in profile.attached]
    yield Table(columns, rows, density, lines=False)
