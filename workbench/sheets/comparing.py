"""Comparing what a file says with what the office knows: every row becomes new, changed, same, doubtful, rejected or skipped.

Pure: from readings, a snapshot of the office and the user's choices to a plan. Nothing is written here.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.errors import Progress, quiet
from workbench.sheets import names, particulars, terms
from workbench.sheets.effects import KEPT, UPDATE, Effect
from workbench.sheets.known import AT, Drafts, Known
from workbench.sheets.matching import Facts, Match, Person, Register, squeezed
from workbench.sheets.particulars import IDENTIFIERS
from workbench.sheets.plan import RESULTS, Choices, Plan, PlanRow, Question, RowProblem
from workbench.sheets.reading import Workbook
from workbench.sheets.recognizing import SheetReading
from workbench.sheets.recognizing import left_out as sheets_left_out
from workbench.sheets.values import Understood, understand, understand_value
from workbench.sheets.wording import kept

PRIVATE = {"provider.ssn": "Social security numbers", "provider.birth_date": "Birth dates"}
"""What an office that is not encrypted does not take."""
_OFTEN = 2000
_NAME_PARTS = ("last", "first", "middle", "suffix", "degree")


@dataclass(slots=True)
class Sheets:
    """The sheets of a file as they were read and understood; made once, compared as often as the user chooses anew."""

    workbook: Workbook
    readings: list[SheetReading]
    understood: list[list[Understood]]

    @classmethod
    def of(cls, workbook: Workbook, readings: list[SheetReading]) -> "Sheets":
        """Understand every row."""
        return cls(workbook, readings, [list(understand(reading)) for reading in readings])


def compare(sheets: Sheets, known: Known, choices: Choices, *, encrypted: bool, progress: Progress = quiet) -> Plan:
    """The plan; without encryption, birth dates and social security numbers are left out."""
    hidden = frozenset() if encrypted else frozenset(PRIVATE)
    work = _Comparison(known, choices, hidden)
    total = sum(len(reading.rows) for reading in sheets.readings)
    for reading, understood in zip(sheets.readings, sheets.understood, strict=True):
        for data, said in zip(reading.rows, understood, strict=True):
            if len(work.rows) % _OFTEN == 0:
                progress(len(work.rows), total)
            work.take(PlanRow(reading, data.number, data.cells, said.values), said)
    work.link_supervisors()
    counts = Counter(row.result for row in work.rows)
    sentences, questions = _left_out(sheets.readings, hidden)
    questions += _unkept(sheets.readings, known)
    return Plan(
        sheets.workbook.name,
        sheets.workbook.sha256,
        sheets.readings,
        work.rows,
        work.drafts,
        known.step,
        {result: counts[result] for result in RESULTS},
        [*questions, *_noted(work.rows)],
        sentences,
        sheets_left_out(sheets.workbook, sheets.readings),
        hidden,
    )


class _Comparison:
    """One pass over the rows: who is known so far, and what the rows so far will write."""

    def __init__(self, known: Known, choices: Choices, hidden: frozenset[str]) -> None:
        self.rows: list[PlanRow] = []
        self.drafts, self.register = Drafts(known), Register(known)
        self._sorts, self._choices, self._hidden = known.sorts, choices, hidden
        self._met: dict[tuple[str, int], Person] = {}
        self._supervised: list[tuple[PlanRow, str]] = []
        self._corrections: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
        for (sheet, number, target), text in choices.corrections.items():
            self._corrections[sheet, number][target] = text

    def take(self, row: PlanRow, said: Understood) -> None:
        """One row: what it will do."""
        self.rows.append(row)
        place = row.place
        if place in self._choices.skipped or said.company:
            row.result = "skipped"
            row.notes.append("A company, not a person" if said.company else "Left out by choice")
            return
        problems = self._mended(row, said, place)
        stated = terms.terms_of(row.values, self._sorts)
        problems += [_shown(row, p.field, p.message) for p in terms.problems_in(stated)]
        row.problems = tuple(problems)
        if problems:
            nameless = any(p.target == "provider.last" for p in problems)
            if nameless or place not in self._choices.without:
                return
            row.values = {t: v for t, v in row.values.items() if not row.wrong(t)}
            stated = terms.terms_of(row.values, self._sorts)
        self._decide(row, stated, place)

    def _mended(self, row: PlanRow, said: Understood, place: tuple[str, int]) -> list[RowProblem]:
        """Values as corrected, and what is still wrong with them."""
        hidden = self._hidden
        if hidden and not hidden.isdisjoint(row.values):
            row.values = {t: v for t, v in row.values.items() if t not in hidden}
        wrong = [(p.field, p.message) for p in said.problems if p.field not in hidden]
        if place in self._corrections:
            row.values, wrong = _corrected(row.values, wrong, self._corrections[place])
        if not row.values.get("provider.last") and not any(
            t in ("provider.full_name", "provider.last") for t, _ in wrong
        ):
            wrong.append(("provider.last", "There is no name in this row."))
        return [_shown(row, target, message) for target, message in wrong] if wrong else []

    def _decide(self, row: PlanRow, stated: dict[str, Any], place: tuple[str, int]) -> None:
        """Who the row is about; a likeness asks unless the user ruled."""
        ruling = self._choices.rulings.get(place)
        matches: Sequence[Match] = () if ruling == "new" else self.register.find(self._facts(row.values, stated))
        ruled = self._ruled(ruling) if ruling not in (None, "new") else None
        if ruled is None and matches and not matches[0].certain:
            row.matches = tuple(matches)
            if self._choices.merge_certain and len(matches) == 1 and matches[0].named:
                ruled = matches[0].person
            elif not self._choices.keep_apart:
                row.result = "doubtful"
                return
            else:
                matches = ()
        person = ruled or (matches[0].person if matches else None)
        self._merge(row, person, stated) if person else self._add(row, stated, place)

    def _ruled(self, ruling: Any) -> Person | None:
        return self._met.get(ruling) if isinstance(ruling, tuple) else self.register.people.get(ruling)

    def _add(self, row: PlanRow, stated: dict[str, Any], place: tuple[str, int]) -> None:
        row.person, row.notes = particulars.new_person(row.values, self.drafts, place)
        row.result = "new"
        self._met[place] = row.person
        self._bring(row, row.person, stated)

    def _merge(self, row: PlanRow, person: Person, stated: dict[str, Any]) -> None:
        row.person = person
        row.effects = particulars.merge(person, row.values, self.drafts, row.notes)
        self._bring(row, person, stated)
        row.result = "changed" if any(effect.verb != KEPT for effect in row.effects) else "same"

    def _bring(self, row: PlanRow, person: Person, stated: dict[str, Any]) -> None:
        """What hangs on the person; then everything is entered, so that later rows of the file find it."""
        for group, term in stated.items():
            row.effects += terms.merge(person, group, term, self.drafts)
        row.effects += particulars.others(person, row.values, self.drafts, row.notes)
        if supervisor := row.values.get("provider.supervisor"):
            self._supervised.append((row, supervisor))
        if row.effects or row.result == "new":
            self.register.enter(person)

    def link_supervisors(self) -> None:
        """At the end, when everyone is known: a supervisor is linked where exactly one has the name."""
        at = AT["provider"]["supervisor_id"]
        for row, text in self._supervised:
            name, person = names.parse(text), row.person
            found = [p for p in self.register.called(name.last, name.first) if p is not person]
            if len(found) != 1 or person is None:
                several = "Several people are" if found else "Nobody is"
                row.notes.append(f"{several} called “{text}”; the supervising physician was left open.")
            elif person.row[at] != found[0].row[0]:
                person.row = self.drafts.changing("provider", person.row)
                row.effects.append(Effect(UPDATE, "supervising physician", "provider.supervisor", "", text))
                person.row[at] = found[0].row[0]
                row.result = "changed" if row.result == "same" else row.result

    def _facts(self, values: Mapping[str, Any], stated: Mapping[str, Any]) -> Facts:
        say: Callable[..., Any] = values.get
        born = say("provider.birth_date")
        numbers = [
            (t[terms.SORT], squeezed(t[terms.NUMBER]), t[terms.STATE]) for t in stated.values() if t[terms.NUMBER]
        ]
        return Facts(
            say("provider.last", ""),
            say("provider.first", ""),
            say("provider.middle", ""),
            say("provider.suffix", ""),
            say("provider.former_names", ""),
            say("provider.npi", ""),
            born.isoformat() if born else "",
            say("provider.email", ""),
            tuple((sort, values[target]) for target, sort in IDENTIFIERS.items() if target in values),
            tuple((number, state) for sort, number, state in numbers if sort == self.register.license),
            tuple(number for sort, number, _ in numbers if sort == self.register.dea),
        )


def _corrected(values: Mapping[str, Any], wrong: list[tuple[str, str]], texts: Mapping[str, str]) -> tuple[dict, list]:
    """What the user typed instead, read as the file's own would be."""
    fresh = dict(values)
    wrong = [(target, message) for target, message in wrong if target not in texts]
    for target, text in texts.items():
        value, message = understand_value(target, text.strip())
        fresh.pop(target, None)
        if message:
            wrong.append((target, message))
        elif target == "provider.full_name" and value:
            parts = names.parse(str(value))._asdict()
            fresh |= {f"provider.{part}": parts[part] for part in _NAME_PARTS if parts[part]}
        elif value is not None:
            fresh[target] = value
    return fresh, wrong


def _shown(row: PlanRow, target: str, message: str) -> RowProblem:
    at = row.reading.column_of(target)
    typed = row.cells[at] if at is not None and at < len(row.cells) else None
    return RowProblem(target, message, "" if typed is None else str(typed), row.column(target))


def _left_out(readings: list[SheetReading], hidden: frozenset[str]) -> tuple[list[str], list[Question]]:
    """The columns that an office without encryption does not take."""
    sentences, questions = [], []
    for reading in readings:
        for at, target in reading.columns.items():
            if target in hidden:
                what = f"Column {reading.label(at)} ({PRIVATE[target].lower()})"
                sentences.append(
                    f"{what} is left out, because this office is not encrypted. Encrypt it, then import again."
                )
                questions.append(
                    Question(reading.name, what, len(reading.rows), "left out: the office is not encrypted")
                )
    return sentences, questions


def _unkept(readings: list[SheetReading], known: Known) -> list[Question]:
    """Columns of a sort of credential that the office took off its list."""
    return [
        Question(
            reading.name,
            f"Column {reading.label(at)}",
            len(reading.rows),
            "left out: the office keeps no credential of this kind",
        )
        for reading in readings
        for at, target in reading.columns.items()
        if target and (place := terms.place_of(target)) and place[1] not in known.sorts
    ]


def _noted(rows: list[PlanRow]) -> list[Question]:
    """What was left out or left open, once for all rows that say the same."""
    counted = Counter(
        (row.sheet, note) for row in rows if row.result in ("new", "changed", "same") for note in row.notes
    )
    told = [Question(sheet, note, count, "left out") for (sheet, note), count in counted.items()]
    for row in rows:
        if row.result in ("doubtful", "skipped"):
            told.append(Question(row.sheet, f"Row {row.number}, {row.provider}: {row.happens}", 1, "left out"))
        elif row.result in ("new", "changed", "same"):
            told += [
                Question(row.sheet, f"Row {row.number}, {row.provider}: {said}", 1, "kept ours") for said in kept(row)
            ]
    return told
