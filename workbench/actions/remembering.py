"""What was decided about a file, kept with its import and found again when the next of its look comes."""

import json
from collections.abc import Iterator
from datetime import date

from workbench.errors import WorkbenchError
from workbench.records.roster import RowRuling, SheetLayout
from workbench.sheets import remembering
from workbench.sheets.comparison import which_term
from workbench.sheets.plan import Plan
from workbench.sheets.reading import Workbook
from workbench.sheets.recognizing import SheetReading
from workbench.sheets.remembering import Column, Layout, Recalled


def layouts() -> list[Layout]:
    """Everything that is remembered of files."""
    return [_read(record) for record in SheetLayout.select().order_by(SheetLayout.used, SheetLayout.id)]


def recall(workbook: Workbook, profile: str = "") -> Recalled:
    """What is remembered of a file by its look and its name, or of a sender by that name alone. Raises WorkbenchError."""
    known = layouts()
    sender = remembering.sender_of(workbook.name)
    if profile:
        sender = " ".join(profile.casefold().split())
        known = [each for each in known if each.sender == sender]
        if not known:
            names = ", ".join(dict.fromkeys(f"“{each.sender}”" for each in layouts())) or "none yet"
            raise WorkbenchError(
                f"Nothing is remembered of a file from “{profile}”. Nothing was changed. Remembered are: {names}."
            )
    return remembering.recall(workbook, known, sender)


def is_news(plan: Plan) -> bool:
    """Whether a plan holds decisions that are not remembered yet."""
    kept = {(each.sender, each.headings): each for each in layouts()}
    sender = remembering.sender_of(plan.file_name)
    for reading, *decided in _decided(plan):
        before = kept.get((sender, reading.look))
        if before is None or [list(before.columns), before.meanings, before.marks, before.replies] != decided:
            return True
    return any(_rulings(plan)) or any(_belongings(plan))


def keep(plan: Plan, today: date) -> None:
    """Keep the decisions of a plan, inside its step; of a look that is known the newest count."""
    sender = remembering.sender_of(plan.file_name)
    for reading, columns, meanings, marks, replies in _decided(plan):
        headings = json.dumps(reading.look, ensure_ascii=False)
        record = SheetLayout.get_or_none((SheetLayout.sender == sender) & (SheetLayout.headings == headings))
        record = record or SheetLayout(sender=sender, headings=headings)
        record.sheet, record.used, record.heading_row = reading.name, today, reading.correction.heading_row
        record.columns = json.dumps(columns, ensure_ascii=False)
        record.meanings = json.dumps([[*key, text] for key, text in meanings.items()], ensure_ascii=False)
        record.answers = json.dumps([marks, replies], ensure_ascii=False)
        record.save()
    for said, person in _rulings(plan):
        RowRuling.delete().where(RowRuling.said == said).execute()
        RowRuling.create(said=said, provider=person, decided=today)
    for said, person, credential in _belongings(plan):
        RowRuling.delete().where(RowRuling.said == said).execute()
        RowRuling.create(said=said, provider=person, credential=credential, decided=today)


def _decided(
    plan: Plan,
) -> Iterator[tuple[SheetReading, list[Column], dict[tuple[str, str], str], dict[str, str], dict[str, str]]]:
    for reading in plan.readings:
        columns = remembering.columns_of(reading)
        meanings = remembering.meanings_of(reading, reading.meanings)
        marks = remembering.marks_of(reading, plan.choices.answers.marks)
        replies = remembering.replies_of(reading, plan.choices.answers.replies.chosen)
        if columns or meanings or marks or replies or reading.correction.heading_row is not None:
            yield reading, columns, meanings, marks, replies


def _rulings(plan: Plan) -> Iterator[tuple[str, int]]:
    """Who the rows are about of which somebody decided it, as far as they come in."""
    for place in plan.choices.rulings:
        row = plan.row(place)
        if row.result in ("new", "changed", "same") and row.provider_id:
            yield remembering.who(row.values), row.provider_id


def _belongings(plan: Plan) -> Iterator[tuple[str, int, str]]:
    """Which credential of whom a day of a row belongs to, of the rows of which somebody answered it."""
    sender, chosen = remembering.sender_of(plan.file_name), plan.choices.answers.replies.chosen
    for row in plan.rows:
        if row.asks and row.provider_id and row.result in ("changed", "same"):
            for said, credential in which_term.remembered(row, sender, chosen).items():
                yield said, row.provider_id, credential


def _read(record: SheetLayout) -> Layout:
    return Layout(
        record.id,
        record.sender,
        record.sheet,
        tuple(json.loads(record.headings)),
        record.heading_row,
        tuple(Column(*each) for each in json.loads(record.columns)),
        {(target, said): text for target, said, text in json.loads(record.meanings)},
        *_answers(record.answers),
        record.used,
    )


def _answers(text: str) -> tuple[dict[str, str], dict[str, str]]:
    """Marks and replies, as keep() writes them."""
    marks, replies = json.loads(text) or ({}, {})
    return marks, replies
