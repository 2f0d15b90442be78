"""The parts of a profile drawn: tables and sentences, each below its heading, or in the line of it where a page is set close."""

from collections.abc import Callable, Iterator, Sequence

from workbench.papers import blocks
from workbench.papers.block import Block
from workbench.papers.blocks import Density
from workbench.papers.marks import Bar, Marks
from workbench.papers.peers_said import HEADINGS, Referee
from workbench.papers.profile import CLAIM_HEADINGS, Profile
from workbench.papers.said_before import Word
from workbench.papers.seen import NEVER
from workbench.papers.tables import Column, Table, filled
from workbench.records import texts

WORKED = "Training and work"
NO_GAP = "No gap that the office's policy asks to explain."
DAY, AGE, ELEMENT = 62.0, 62.0, 88.0
"""How wide columns are that hold a day, how old something is, and what was verified, in points."""


def table(title: str, rows: Sequence, draw: Callable[[Sequence, Density], Table], density: Density) -> Iterator[Block]:
    """A part with its heading; nothing at all without rows."""
    if rows:
        yield from headed(title, draw(rows, density), density)


def headed(title: str, table: Table, density: Density) -> Iterator[Block]:
    """What goes on on a second page is headed there too."""
    table.title = title
    if density.run_in:
        table.runs_in, table.before = True, density.gap
    else:
        yield blocks.heading(title, density)
    yield table


def line(title: str, markup: str, density: Density) -> Iterator[Block]:
    """A sentence below its heading, or behind it."""
    if density.run_in:
        yield blocks.rich(f"{blocks.strong(title)}  {markup}", density, before=density.gap)
    else:
        yield blocks.heading(title, density)
        yield blocks.rich(markup, density)


def before(rows: Sequence[Word], density: Density) -> Table:
    """What earlier committees decided."""
    columns = [
        Column("Committee", 2.2),
        Column("Held", 1),
        Column("Outcome", 1.7),
        Column("Conditions and reasons", 4.4),
    ]
    return Table(columns, [(each.committee, each.held, (each.outcome, each.tone), each.said) for each in rows], density)


def flags(rows: Sequence[tuple[str, str, bool]], density: Density) -> Table:
    """Red flags and what became of them; open ones are marked."""
    columns = [Column("Matter", 2), Column("Resolution", 3)]
    return Table(columns, [(matter, said if done else (said, "bad")) for matter, said, done in rows], density)


def seen(profile: Profile, held: str, density: Density) -> Table:
    """What was verified; held is the meeting's day in a few signs."""
    columns = [
        Column("Element", wide=ELEMENT),
        Column("Finding"),
        Column("Source"),
        Column("Verified", wide=DAY),
        Column(f"Age on {held}", right=True, wide=AGE),
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
    return Table(columns, rows, density, fits=True)


def _never(tone: str, verified: str) -> str:
    return (tone or "warn") if verified == NEVER else ""


def history(profile: Profile, density: Density) -> Iterator[Block]:
    """The bar of schools, training and work, and its gaps in words."""
    if not profile.spans:
        return
    if density.run_in and not profile.gaps:
        said = f"{blocks.strong(WORKED)}  {blocks.toned(NO_GAP, 'quiet')}"
        yield blocks.rich(said, density, before=density.gap)
    else:
        yield blocks.heading(WORKED, density)
    yield Bar(profile.spans, profile.gaps, profile.until, density)
    for gap in (each for each in profile.gaps if each.explained):
        said = f"Gap of {gap.length}, {texts.day(gap.start)} to {texts.day(gap.end)}: "
        yield blocks.rich(blocks.toned(said, "warn") + blocks.plain(gap.explained), density)
    silent = [each for each in profile.gaps if not each.explained]
    if silent:
        said = " · ".join(f"{texts.day(each.start)} to {texts.day(each.end)} ({each.length})" for each in silent)
        yield blocks.rich(blocks.toned(f"Gaps not explained: {said}", "bad"), density)
    if not profile.gaps and not density.run_in:
        yield blocks.text(NO_GAP, density, tone="quiet")


def affiliations(rows: Sequence[tuple[str, ...]], density: Density) -> Table:
    """Hospitals, without columns in which nothing stands."""
    columns = [Column("Hospital"), Column("Category"), Column("From, to"), Column("Standing")]
    return Table(*filled(columns, rows), density, fits=True)


def disclosed(profile: Profile, density: Density) -> Iterator[Block]:
    """What the application answers, and each yes in full."""
    if profile.disclosed is None:
        return
    told = blocks.toned(profile.disclosed.summary, profile.disclosed.tone)
    yield from line("Disclosures and attestation", told, density)
    for question, explanation in profile.disclosed.yes:
        yield blocks.rich(
            f"{blocks.strong('Yes:')} {blocks.plain(question)} {blocks.strong(explanation)}", density, before=1.5
        )


def claims(profile: Profile, density: Density) -> Iterator[Block]:
    """Liability; that there is no claim is said too."""
    if profile.claims is None:
        return
    if not profile.claims:
        yield from line("Liability", blocks.toned("No claim on file.", "quiet"), density)
        return
    shares = (1.0, 1.0, 5.0, 1.7, 1.0)
    columns = [Column(name, share, name == "Paid") for name, share in zip(CLAIM_HEADINGS, shares, strict=True)]
    yield from headed("Liability", Table(columns, profile.claims, density), density)


def references(profile: Profile, density: Density) -> Iterator[Block]:
    """Referees with their marks, and what is remarkable about them."""
    if not profile.referees and not profile.referee_warnings:
        return
    title = "References"
    if profile.referee_warnings or not density.run_in:
        yield blocks.heading(title, density)
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
        rows = [row for each in profile.referees for row in _referee(each, graded, density)]
        made = Table(columns, rows, density, title=title)
        if density.run_in and not profile.referee_warnings:
            made.runs_in, made.before = True, density.gap
        yield made


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


def evaluated(rows: Sequence[tuple[str, ...]], density: Density) -> Table:
    """OPPE, with remarks below a line."""
    columns = [Column("Period"), Column("Conclusion"), Column("Reviewed")]
    shown: list[Sequence] = []
    for *line, remarks in rows:
        shown += [line, [(remarks, "quiet")]] if remarks else [line]
    return Table(columns, shown, density, fits=True)


def activity_title(profile: Profile) -> str:
    """“Activity, Nov 1 2024 to Oct 31 2026”."""
    periods = {row[2] for row in profile.activity}
    return f"Activity, {periods.pop()}" if len(periods) == 1 else "Activity"


def activity(rows: Sequence[tuple[str, ...]], density: Density) -> Table:
    """Numbers; a common period stands once, in the title."""
    if len({row[2] for row in rows}) > 1:
        columns = [Column("What"), Column("Number", right=True), Column("Period"), Column("Source")]
        return Table(columns, rows, density, fits=True)
    columns = [Column("What"), Column("Number", right=True), Column("Source")]
    return Table(columns, [(what, number, source) for what, number, _, source in rows], density, fits=True)
