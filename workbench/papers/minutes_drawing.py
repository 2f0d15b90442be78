"""Drawing the minutes of a meeting: letter size, a section below the other, lines to sign at the end."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from workbench.papers import blocks, flow, fonts, frame, ink
from workbench.papers.block import Block
from workbench.papers.blocks import ROOMY
from workbench.papers.collected import Collected
from workbench.papers.frame import Running
from workbench.papers.minutes import Decided, Minutes, Part, Task
from workbench.papers.tables import Column, Table
from workbench.records.texts import day
from workbench.store.saving import save

TONE_OF = {
    "Approved": "good",
    "Approved with conditions": "warn",
    "Deferred": "warn",
    "Not approved": "bad",
    "Withdrawn": "quiet",
    "Referred": "info",
    "Accepted for information": "quiet",
    "For information": "quiet",
    "No outcome recorded": "bad",
}

CLOSER = 0.55
"""Of the air between paragraphs, where the lines to sign would else be on a page with next to nothing."""


def write(minutes: Minutes, to: Path) -> int:
    """Write the minutes as a PDF, whole or not at all; how many pages."""
    return save(to, lambda beside: draw(minutes, beside))


def draw(minutes: Minutes, to: Path | IO[bytes]) -> int:
    """Draw the minutes; how many pages."""
    left = " · ".join(part for part in (minutes.hospital, minutes.committee, day(minutes.held)) if part)
    running = Running(left, f"Minutes · {minutes.standing.rstrip('.')}", f"Printed {day(minutes.printed)}")
    return flow.write(to, _fitting(minutes), running, f"Minutes of {minutes.committee}, {day(minutes.held)}")


def _fitting(minutes: Minutes) -> list[Block]:
    """Everything, set closer where that spares a page of a few lines."""
    fonts.ready()
    roomy, closer = _kept(list(_blocks(minutes))), _kept(list(_blocks(minutes)))
    for each in closer:
        each.before *= CLOSER
    many = len(flow.lay_out(roomy))
    return closer if many > 1 and len(flow.lay_out(closer)) < many else roomy


def _kept(made: list[Block]) -> list[Block]:
    """The lines to sign are never alone on a page: what was said last goes with them, unless that is a table, or long."""
    for before in made[-3:-1]:
        before.stays = before.stays or not (isinstance(before, Table) or flow.height([before]) > flow.KEPT)
    return made


def _blocks(minutes: Minutes) -> Iterator[Block]:
    yield blocks.title("Minutes")
    yield blocks.text(minutes.committee, face=fonts.SEMIBOLD, scale=1.35, before=2)
    where = f"{minutes.held:%A}, {day(minutes.held)}"
    yield blocks.text(" · ".join(part for part in (where, minutes.place) if part), before=4)
    yield blocks.text(minutes.standing, tone="quiet", before=2)
    if minutes.legend:  # at the head: at the end it went to a page of its own
        yield blocks.text(minutes.legend, tone="quiet", scale=0.88, before=4)
    if minutes.lacks:
        yield blocks.Callout(f"{blocks.strong('Not complete.')} {blocks.plain(' '.join(minutes.lacks))}", "warn")
    yield from _there(minutes)
    if minutes.opened:
        led = f" by {minutes.chair}" if minutes.chair else ""
        yield blocks.text(f"Called to order at {minutes.opened}{led}.", before=8)
    for part in minutes.parts:
        yield from _part(part)
    yield from _tasks("Action items of this meeting", minutes.raised)
    yield from _tasks("Action items carried from earlier meetings", minutes.carried)
    if minutes.adjourned:
        yield blocks.text(f"Adjourned at {minutes.adjourned}.", before=10)
    yield Signatures(("Chair", minutes.chair), ("Recorded by", ""))


def _there(minutes: Minutes) -> Iterator[Block]:
    rows = [
        (name, "; ".join(names))
        for name, names in (
            ("Present", minutes.present),
            ("Without a vote", minutes.guests),
            ("Excused", minutes.excused),
            ("Absent", minutes.absent),
        )
        if names
    ]
    rows += [("Quorum", minutes.quorum)] if minutes.quorum else []
    if rows:
        yield blocks.heading("Attendance")
        yield Table([Column("", 1), Column("", 6)], [(blocks.rich(blocks.strong(name)), said) for name, said in rows])


def _part(part: Part) -> Iterator[Block]:
    alone = len(part.items) == 1 and part.items[0].number == part.number
    if not alone:
        yield blocks.heading(f"{part.number}\u00a0\u00a0{part.name}")
    for item in part.items:
        yield from _item(item, part.name if alone else "")


def _item(item: Decided, section: str) -> Iterator[Block]:
    named = section if section and item.title == section else item.title
    head = f"{blocks.plain(item.number)}&nbsp;&nbsp;{blocks.strong(named)}"
    if item.detail:
        head += f" {blocks.toned(f'· {item.detail}', 'quiet')}"
    said = list(_said(item))
    first = blocks.rich(head, before=7)
    first.stays = bool(said)
    yield first
    paragraphs = [blocks.rich(markup, before=1.5) for markup in said]
    for paragraph in paragraphs:
        paragraph.indent = 24
    whole = flow.height([first, *paragraphs]) <= frame.room()[1]
    for place, paragraph in enumerate(paragraphs, 1):
        paragraph.stays = place < (len(said) if whole else min(len(said), 2))
        paragraph.whole = whole
        yield paragraph


def _said(item: Decided) -> Iterator[str]:
    if item.file:
        yield blocks.plain(item.file)
    if item.asked.strip():
        yield f"{blocks.toned('Asked:', 'quiet')} {blocks.plain(item.asked.strip())}"
    if item.recused:
        yield f"{blocks.toned('Recused:', 'quiet')} {blocks.plain('; '.join(item.recused))}"
    if item.quorum:
        yield f"{blocks.toned('Quorum:', 'quiet')} {blocks.plain(item.quorum)}"
    if item.quorum_choice:
        yield f"{blocks.toned('Chair’s choice:', 'quiet')} {blocks.plain(item.quorum_choice)}"
    if item.outcome:
        yield f"<b>{blocks.toned(item.outcome, TONE_OF.get(item.outcome.partition(':')[0], ''))}</b>"
    for each in item.more:
        yield blocks.plain(f"{each}.")
    for name, words in (("Conditions", item.conditions), ("Conclusion", item.conclusion), ("Reason", item.reason)):
        if words.strip():
            yield f"{blocks.toned(name + ':', 'quiet')} {blocks.plain(words.strip())}"


def _tasks(name: str, tasks: tuple[Task, ...]) -> Iterator[Block]:
    if tasks:
        yield blocks.heading(name)
        columns = [Column("What", 5), Column("Owner", 2), Column("Due", 1.4), Column("State", 1.5)]
        rows = [(each.what, each.owner, each.due, each.state) for each in tasks]
        yield Table(columns, rows, title=name, fits=True)


class Signatures(Block):
    """Lines to sign on, each with who and the date; never parted."""

    HIGH = 58.0

    def __init__(self, *who: tuple[str, str]) -> None:
        """who: (as what, the name if it is known)."""
        super().__init__()
        self._who = who
        self.before = 6

    def wrap(self, wide: float, high: float) -> tuple[float, float]:
        """As wide as there is room."""
        self._wide = wide
        return wide, self.HIGH

    def put(self, on: Collected, left: float, low: float) -> None:
        """A line, a name below it, a shorter line for the date."""
        part, size = self._wide / len(self._who), ROOMY.size * 0.9
        for what, name in self._who:
            sign, dated = left + part * 0.6, left + part * 0.92
            on.line(left, sign, low + 16, ink.LINE, 0.7)
            on.line(sign + 10, dated, low + 16, ink.LINE, 0.7)
            said = fonts.cut(f"{what}: {name}" if name else what, fonts.REGULAR, size, sign - left)
            on.text(left, low + 5, said, fonts.REGULAR, size, "quiet")
            on.text(sign + 10, low + 5, "Date", fonts.REGULAR, size, "quiet")
            left += part
