"""The profile drawn: one page where it fits, set closer before it runs onto a second."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from reportlab.platypus import Flowable

from workbench.papers import blocks, flow, frame
from workbench.papers.blocks import DENSITIES, PLAIN, Callout, Density
from workbench.papers.peers_said import HEADINGS, Referee
from workbench.papers.profile import CLAIM_HEADINGS, Ask, Profile
from workbench.papers.marks import Bar, Marks, PageOf
from workbench.papers.tables import Column, Table
from workbench.records import texts

Pages = Mapping[str, int]


def pages_of(profile: Profile, held: str, where: Pages) -> list[flow.Page]:
    """The profile laid out. held is the meeting's day in a few signs, for the column of ages."""
    _, high = frame.room()
    for density in DENSITIES:
        made = list(_blocks(profile, held, where, density))
        if flow.height(made) - made[0].getSpaceBefore() <= high:
            return flow.lay_out(made)
    return flow.lay_out(list(_blocks(profile, held, where, PLAIN)))


def _blocks(profile: Profile, held: str, where: Pages, density: Density) -> Iterator[Flowable]:
    yield from _head(profile, density)
    yield from _review(profile, density)
    yield from _table("Red flags", profile.flags, _flags, density)
    yield blocks.heading("Verified", density)
    yield _seen(profile, held, density)
    yield from _history(profile, density)
    yield from _table("Affiliations", profile.affiliations, _affiliations, density)
    yield from _disclosed(profile, density)
    yield from _claims(profile, density)
    yield from _references(profile, density)
    yield from _table("Ongoing evaluation (OPPE)", profile.evaluated, _evaluated, density)
    yield from _table("Activity", profile.activity, _activity, density)
    for ask in profile.asks:
        yield from _ask(ask, len(profile.asks) > 1, density)
    yield from _attached(profile, where, density)


def _head(profile: Profile, density: Density) -> Iterator[Flowable]:
    yield blocks.title(profile.name)
    for ask in profile.asks:
        number = f"Item {ask.item}: " if len(profile.asks) > 1 else ""
        yield blocks.text(f"{number}{ask.line}", density, before=1.5, scale=1.06)
    known = " · ".join([profile.known, *(ask.term for ask in profile.asks[:1])])
    yield blocks.text(known, density, before=1.5, tone="quiet")


def _review(profile: Profile, density: Density) -> Iterator[Flowable]:
    tone, heading, words = profile.review
    if heading:
        yield Callout(f"{blocks.toned(heading, tone)} {blocks.plain(words)}", tone, density, before=density.gap * 0.7)


def _table(
    title: str, rows: Sequence, draw: Callable[[Sequence, Density], Flowable], density: Density
) -> Iterator[Flowable]:
    """A part with its heading; nothing at all without rows."""
    if rows:
        yield blocks.heading(title, density)
        yield draw(rows, density)


def _flags(rows: Sequence[tuple[str, str, bool]], density: Density) -> Flowable:
    columns = [Column("Matter", 2), Column("Resolution", 3)]
    return Table(columns, [(matter, said if done else (said, "bad")) for matter, said, done in rows], density)


def _seen(profile: Profile, held: str, density: Density) -> Flowable:
    columns = [
        Column("Element", 1.45),
        Column("Finding", 4.6),
        Column("Source", 1.7),
        Column("Verified", 1.2),
        Column(f"Age on {held}", 1.15, right=True),
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
    return (tone or "warn") if verified == "not verified" else ""


def _history(profile: Profile, density: Density) -> Iterator[Flowable]:
    if not profile.spans:
        return
    yield blocks.heading("Training and work", density)
    yield Bar(profile.spans, profile.gaps, profile.until, density)
    for gap in profile.gaps:
        said = f"Gap of {gap.length}, {texts.day(gap.start)} to {texts.day(gap.end)}: "
        tone = "warn" if gap.explained else "bad"
        yield blocks.rich(blocks.toned(said, tone) + blocks.plain(gap.explained or "not explained."), density)
    if not profile.gaps:
        yield blocks.text("No gap that the office's policy asks to explain.", density, tone="quiet")


def _affiliations(rows: Sequence[tuple[str, ...]], density: Density) -> Flowable:
    columns = [Column("Hospital", 3), Column("Category", 1.5), Column("From, to", 2), Column("Standing", 2.2)]
    return Table(columns, rows, density)


def _disclosed(profile: Profile, density: Density) -> Iterator[Flowable]:
    if profile.disclosed is None:
        return
    yield blocks.heading("Disclosures and attestation", density)
    yield blocks.rich(blocks.toned(profile.disclosed.summary, profile.disclosed.tone), density)
    for question, explanation in profile.disclosed.yes:
        yield blocks.rich(
            f"{blocks.strong('Yes:')} {blocks.plain(question)} {blocks.strong(explanation)}", density, before=1.5
        )


def _claims(profile: Profile, density: Density) -> Iterator[Flowable]:
    if profile.claims is None:
        return
    yield blocks.heading("Liability", density)
    if not profile.claims:
        yield blocks.text("No claim on file.", density, tone="quiet")
        return
    shares = (1.0, 1.0, 5.0, 1.7, 1.0)
    columns = [Column(name, share, name == "Paid") for name, share in zip(CLAIM_HEADINGS, shares, strict=True)]
    yield Table(columns, profile.claims, density)


def _references(profile: Profile, density: Density) -> Iterator[Flowable]:
    if not profile.referees and not profile.referee_warnings:
        return
    yield blocks.heading("References", density)
    for said in profile.referee_warnings:
        yield blocks.rich(blocks.toned(said, "warn"), density)
    graded = any(each.grades for each in profile.referees)
    if profile.referees:
        headings = HEADINGS if graded else ("Reference",)
        columns = [Column("Referee", 4.6), *(Column(name, 1.25 if graded else 3) for name in headings)]
        yield Table(columns, [_referee(each, graded, density) for each in profile.referees], density)


def _referee(each: Referee, graded: bool, density: Density) -> list:
    relation = blocks.toned(each.relationship.lower(), "warn" if each.close else "")
    said = f"{blocks.plain(each.name)}, {relation}, {blocks.plain(each.observed)}"
    if each.recommends or each.comment:
        words = ". ".join(part for part in (each.recommends, each.comment) if part)
        said += f'. <font color="{blocks.ink.QUIET}">{blocks.plain(words)}</font>'
    who = blocks.rich(said, density)
    if not graded:
        return [who, each.received]
    if not each.grades:
        return [who, (each.received, "warn"), *[""] * (len(HEADINGS) - 1)]
    return [who, *(Marks(grade, density) for grade in each.grades)]


def _evaluated(rows: Sequence[tuple[str, ...]], density: Density) -> Flowable:
    columns = [Column("Period", 2.4), Column("Conclusion", 1.4), Column("Reviewed", 2.2), Column("Remarks", 3)]
    return Table(columns, rows, density)


def _activity(rows: Sequence[tuple[str, ...]], density: Density) -> Flowable:
    columns = [Column("What", 3.2), Column("Number", 0.9, True), Column("Period", 2.6), Column("Source", 2.4)]
    return Table(columns, rows, density)


def _ask(ask: Ask, several: bool, density: Density) -> Iterator[Flowable]:
    suffix = f", item {ask.item}" if several else ""
    yield blocks.heading(f"Privileges requested{suffix}", density)
    if ask.privileges:
        yield _privileges(ask, density)
    else:
        yield blocks.rich(blocks.toned("No privileges are asked for.", "warn"), density)
    if ask.changes:
        yield blocks.rich(
            f"{blocks.strong('Changes since the last term:')} {blocks.plain(ask.changes)}", density, before=3
        )
    fppe = ask.fppe or "none proposed"
    yield blocks.rich(f"{blocks.strong('Proposed FPPE:')} {blocks.plain(fppe)}", density, before=3)
    yield blocks.heading(f"Chair{suffix}", density)
    if not ask.chair_view:
        yield blocks.rich(blocks.toned("The department chair has not reported.", "bad"), density)
        return
    said = f"{blocks.strong(ask.chair_view + '.')} {blocks.plain(ask.chair_report)}"
    yield blocks.rich(f'{said} <font color="{blocks.ink.QUIET}">{blocks.plain(ask.chair)}</font>', density)


def _privileges(ask: Ask, density: Density) -> Flowable:
    columns = [Column("Privilege", 2.7), Column("Criteria", 3.6), Column("Met", 0.95), Column("Chair", 1.8)]
    rows = []
    for each in ask.privileges:
        name = f"{each.name} (special)" if each.special else each.name
        chair = f"{each.chair}: {each.conditions}" if each.conditions else each.chair
        verdict = "—" if each.verdict == "nothing asked" else each.verdict
        rows.append((name, each.criteria, (verdict, each.tone), chair))
    return Table(columns, rows, density)


def _attached(profile: Profile, where: Pages, density: Density) -> Iterator[Flowable]:
    if not profile.attached:
        return
    yield blocks.heading("Attached", density)
    columns = [Column("", 5), Column("", 2), Column("", 0.6, True)]
    rows = [(each.title, each.dated, PageOf(each.key, where, density)) for each in profile.attached]
    half = (len(rows) + 1) // 2
    if not 4 <= len(rows) <= 24:  # columns beside each other do not break over a page
        yield Table(columns, rows, density, lines=False)
        return
    pair = [[Table(columns, part, density, before=0, lines=False)] for part in (rows[:half], rows[half:])]
    yield blocks.Beside(pair, (1, 1))
