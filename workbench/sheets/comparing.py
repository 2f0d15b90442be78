"""Comparing what a file says with what the office knows: every row becomes new, changed, same, doubtful, rejected or skipped.

Pure: from readings, a snapshot of the office and the user's choices to a plan. Nothing is written here.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import partial
from typing import Any

from workbench.errors import Progress, quiet
from workbench.sheets import meanings, remembering, targets, telling, wording
from workbench.sheets.asking import Question
from workbench.sheets.cell import judging
from workbench.sheets.comparison import (
    absent,
    another_number,
    businesses,
    categories,
    correcting,
    formatted,
    identifying,
    legends,
    numbered,
    seeing,
    strangers,
    supervisors,
    terms,
    twice,
    which_term,
)
from workbench.sheets.comparison.at_once import AtOnce
from workbench.sheets.comparison.bringing import NOWHERE, Bringing, Places
from workbench.sheets.comparison.formatted import Formatted
from workbench.sheets.comparison.list_words import WAITS, ListWords
from workbench.sheets.comparison.matching import Register
from workbench.sheets.comparison.persons import Facts, Match, Person
from workbench.sheets.comparison.strangers import LEFT_OUT
from workbench.sheets.comparison.terms import Stated
from workbench.sheets.comparison.which_term import Asking
from workbench.sheets.decisions import Choices, Place, Preferred
from workbench.sheets.known import AT, Drafts, Known
from workbench.sheets.plan import Plan, counted
from workbench.sheets.plan_row import PlanRow, RowProblem, person_title
from workbench.sheets.private import PRIVATE
from workbench.sheets.private import withheld as columns_withheld
from workbench.sheets.recognizing import DataRow, SheetReading
from workbench.sheets.recognizing import left_out as sheets_left_out
from workbench.sheets.taken import Sheets
from workbench.sheets.values import Understood

_OFTEN, _MOST_NAMED = 2000, 3


def compare(sheets: Sheets, known: Known, choices: Choices, *, encrypted: bool, progress: Progress = quiet) -> Plan:
    """The plan; without encryption, birth dates and social security numbers are left out."""
    work, file = _Comparison(known, choices, sheets), sheets.workbook
    withheld, sentences, questions = _take(sheets, work, choices, encrypted, progress)
    done = len(work.rows)
    progress(done, done)
    supervisors.link(work.bringing.supervised, work.register, work.drafts, work.preferred, choices.day_of)
    seen, marked = seeing.told(sheets), formatted.asked(sheets.marks, choices.answers)
    missing = work.missing(strangers.of_sheets(file, sheets.readings))
    progress(done, done)
    unsettled = meanings.unsettled(work.rows, choices.meanings, work.drafts.new_entries, (known, work.legend))
    progress(done, done)
    asked = [*meanings.questions(unsettled), *sheets.strangers.questions, *seeing.asked(marked)]
    asked += [*seen, *questions, *sheets.twice.questions]
    others = sheets_left_out(file, sheets.readings)
    asked += [*work.questions(sheets.readings), *telling.missing(missing), *telling.not_taken(file, others)]
    progress(done, done)
    return Plan(
        *(file.name, file.sha256, choices, sheets.readings, work.rows, missing, unsettled, work.drafts, known.step),
        counted(work.rows),
        asked,
        *(seen, marked, sheets.looks, sentences, others, withheld),
    )


def _take(
    sheets: Sheets, work: "_Comparison", choices: Choices, encrypted: bool, progress: Progress
) -> tuple[dict[str, dict[int, bool]], list[str], list[Question]]:
    """Every row of every sheet; by sheet the columns that are not kept as the file has them, what is said of that, and asked."""
    hidden: frozenset[str] = frozenset() if encrypted else frozenset(PRIVATE)
    total = sum(len(reading.rows) for reading in sheets.readings)
    withheld: dict[str, dict[int, bool]] = {}
    sentences: list[str] = []
    questions: list[Question] = []
    for reading, understood, private, marks in sheets.each:
        withheld[reading.name] = columns = columns_withheld(private, reading, hidden)
        said_of, asked = telling.left_out(reading, private, columns, hidden)
        sentences, questions = sentences + said_of, questions + asked
        work.begin(
            reading,
            hidden | {reading.columns[at] or "" for at, nothing in columns.items() if nothing},
            Formatted(reading, sheets.looks.get(reading.name), marks, choices, sheets.workbook.name, columns),
        )
        for data, said in zip(reading.rows, understood, strict=True):
            if len(work.rows) % _OFTEN == 0:
                progress(len(work.rows), total)
            work.take(PlanRow(reading, data, said.values), said, data)
    return withheld, sentences, questions


class _Comparison:
    """One pass over the rows: who is known so far, and what the rows so far will write."""

    def __init__(self, known: Known, choices: Choices, sheets: Sheets) -> None:
        self.rows: list[PlanRow] = []
        self.known = known
        self.drafts = Drafts(known)
        self.register = Register(known, self.drafts.name)
        self.ours = partial(wording.known_of, entry=self.drafts.name, license=self.register.license)
        self._choices, self._sorts, self._kinds = choices, known.sorts, known.kinds
        self._keys = {id: key for key, id in known.sorts.items()}
        self._asking = Asking(choices, known, self._keys, remembering.sender_of(sheets.workbook.name))
        self._hidden: frozenset[str] = frozenset()
        self._twice, self._strangers = sheets.twice.statuses, sheets.strangers.sheets
        self._at_once = AtOnce(choices.answers.replies)
        self._businesses = businesses.Businesses(choices.answers.replies)
        self.legend = legends.told(sheets.readings, sheets.seen)
        self._words = ListWords(known, self.drafts, choices.meanings, self.legend)
        self.bringing = Bringing(self.drafts, self.register, known.sorts, choices)
        self._corrections: dict[tuple[str, int], dict[str, str]] = defaultdict(dict)
        for (sheet, number, target), text in choices.corrections.items():
            self._corrections[sheet, number][target] = text
        self.preferred = Preferred(choices)

    def begin(self, reading: SheetReading, hidden: frozenset[str], formatting: Formatted) -> None:
        """From here on rows of this sheet; nothing is taken of the hidden targets."""
        self._hidden, self._formatting = hidden, formatting
        self.drafts.speaks_of(self._choices.day_of(reading.as_of))

    def take(self, row: PlanRow, said: Understood, data: DataRow) -> None:
        """One row: what it will do."""
        self.rows.append(row)
        place = row.place
        if why := self._left_out(row, said):
            row.result = "skipped"
            row.notes.append(why)
            return
        problems = self._formatting.amend(row, self._mended(row, said))
        row.values, row.words, waiting = self._words.settle(row.values)
        row.notes += [f"{targets.title(target)}: “{word}” {WAITS}" for target, word in row.words if target in waiting]
        stated = terms.terms_of(row.values, self._sorts, self._kinds)
        wrong = [
            *terms.unknown(row.values, self._kinds),
            *terms.problems_in(stated.terms),
            *judging.problems_in(row.values),
        ]
        problems += [row.problem(p.field, p.message) for p in wrong]
        row.problems = tuple(problems)
        if problems:
            if self._stays_out(row, stated):
                return
            row.values = {t: v for t, v in row.values.items() if not row.wrong(t)}
            stated = terms.terms_of(row.values, self._sorts, self._kinds)
        self._decide(row, stated, place, self._above(data), self._may_be(data))

    def _stays_out(self, row: PlanRow, stated: Stated) -> bool:
        """Whether a row with problems is refused; without a name it comes in where somebody says whose it is."""
        place, nameless = row.place, not row.values.get("provider.last")
        if nameless:
            row.matches, row.ours = tuple(numbered.holders(row.values, stated.terms, self.register)), self.ours
            nameless = self._ruled(self._choices.rulings.get(place)) is None
        named, wrong = row.values.get("provider.last"), [p.target for p in row.problems]
        wrong = [target for target in wrong if target not in numbered.NAMES and (named or target != numbered.FIRST)]
        others = named or bool(wrong)
        without = self._at_once.without(row.sheet, wrong)
        return bool(nameless or others and not without and place not in self._choices.without)

    def _left_out(self, row: PlanRow, said: Understood) -> str:
        """Why the row stays out; "" if it is to be taken."""
        if said.company and (why := self._businesses.leaves_out(row)):
            return why
        if row.place in self._choices.skipped:
            return "Left out by choice"
        return self._formatting.leaves_out(row) or (LEFT_OUT if row.reading.name in self._strangers else "")

    def _mended(self, row: PlanRow, said: Understood) -> list[RowProblem]:
        """Values as corrected, and what is still wrong with them."""
        hidden, told = self._hidden, said.problems
        row.notes += said.notes
        if row.company or row.place in self._corrections:
            row.typed = self._corrections.get(row.place, {})
            row.values, told, row.notes, row.cells = correcting.corrected(row, row.typed)
        if hidden and not hidden.isdisjoint(row.values):
            row.values = {t: v for t, v in row.values.items() if t not in hidden}
        wrong = [(p.field, p.message) for p in told if p.field not in hidden]
        if not row.values.get("provider.last") and not any(t in numbered.NAMES for t, _ in wrong):
            first = row.values.get("provider.first")
            lacks = f"There is no {'last name' if first else 'name'} in this row."
            wrong.append(("provider.last", lacks))
            if not first and row.reading.column_of(numbered.FIRST) is not None:
                wrong.append((numbered.FIRST, lacks))
        return [row.problem(target, message) for target, message in wrong] if wrong else []

    def _above(self, data: DataRow) -> Person | None:
        """Whom the row goes on about: the person of the row before, if that one comes in."""
        return self.rows[-2].person if data.continues and len(self.rows) > 1 else None

    def _may_be(self, data: DataRow) -> list[Match]:
        """The person of the row before, where nothing says whether the row is about a namesake."""
        person = self.rows[-2].person if data.may_continue and len(self.rows) > 1 else None
        return [Match(person, numbered.NO_STATE, False)] if person else []

    def _decide(
        self, row: PlanRow, stated: Stated, place: Place, above: Person | None, may_be: Sequence[Match]
    ) -> None:
        """Who the row is about; a likeness asks unless the user ruled."""
        facts = identifying.facts_of(row.values, stated.terms, self.register)
        ruling = self._choices.rulings.get(place)
        if ruling is None and above:
            ruling = above.key
        matches: Sequence[Match] = () if ruling == "new" else self.register.find(facts) or may_be
        ruled = self._ruled(ruling) if ruling not in (None, "new") else None
        if ruled is None and matches and not matches[0].certain:
            row.matches, row.ours = tuple(matches), self.ours
            ruled = self._ruled_before(row)
        if ruled is None and matches and not matches[0].certain:
            certain = self._choices.merge_certain and len(matches) == 1 and matches[0].sure
            if self._at_once.merged(row.sheet, matches) or certain:
                ruled = matches[0].person
                row.told.append(f"Row {row.number} was taken for {person_title(ruled)} by {matches[0].why}.")
            elif self._at_once.apart(row.sheet, matches) or self._choices.keep_apart:
                matches = ()
            else:
                row.result = "doubtful"
                return
        person = ruled or (matches[0].person if matches else None)
        if place in self._twice and not twice.holds(row, self._twice[place], known=person is not None):
            return
        if self._npi_is_free(row, person, place):
            self._bring(row, person, stated, facts, goes_on=above is not None and above is person)

    def _bring(
        self, row: PlanRow, person: Person | None, stated: Stated, facts: Facts, *, goes_on: bool = False
    ) -> None:
        """What the row says goes to the person whom it is about, or makes somebody new. A row that goes on with the one above names a
        further license of theirs."""
        places = NOWHERE
        if person is None and (why := numbered.brings_nobody(row)):
            row.result, row.notes = "skipped", [*row.notes, why]
            return
        if person and stated.terms:
            of = which_term.settle(row, person, stated.terms, self._asking)
            places = Places(of, {} if goes_on else another_number.settle(row, person, stated.terms, self._asking))
        row.told += [*numbered.last_alone(row.values, person), *self._shared(row, facts, person)]
        row.preferred = self.drafts.preferred = self.preferred.of(row.place)
        self.bringing.merge(row, person, stated, places) if person else self.bringing.add(row, stated, row.place)

    def _shared(self, row: PlanRow, facts: Facts, person: Person | None) -> list[str]:
        """Which numbers of a row somebody else has as well."""
        return [
            f"{word} {number} of row {row.number} is also that of {'; '.join(map(person_title, others[:_MOST_NAMED]))}."
            for word, number, others in self.register.shared(facts, person)
        ]

    def _npi_is_free(self, row: PlanRow, person: Person | None, place: Place) -> bool:
        """Two people never end with one NPI: the row is refused, or comes in without it where the user says so."""
        npi = row.values.get("provider.npi", "")
        holders = self.register.npi_holders(npi) if npi else []
        if not holders or person and (person.row[AT["provider"]["npi"]] or person in holders):
            return True
        said = f"NPI {npi} is that of {'; '.join(map(person_title, holders[:_MOST_NAMED]))}."
        row.problems = (*row.problems, row.problem("provider.npi", said))
        row.matches, row.ours = tuple(Match(holder, f"NPI {npi}", False) for holder in holders), self.ours
        if place in self._choices.without:
            row.values = {target: value for target, value in row.values.items() if target != "provider.npi"}
        return place in self._choices.without

    def _ruled_before(self, row: PlanRow) -> Person | None:
        """Whom a row that says the same was about, by what somebody decided then."""
        found = self.register.people.get(self.known.rulings.get(remembering.who(row.values), 0))
        if found:
            row.told.append(f"Row {row.number} was taken for {person_title(found)}, as was decided before.")
        return found

    def _ruled(self, ruling: Any) -> Person | None:
        return self.bringing.met.get(ruling) if isinstance(ruling, tuple) else self.register.people.get(ruling)

    def missing(self, titles: Collection[str]) -> list[PlanRow]:
        """A line for each person of the office whom the file does not name. Titles: what it is called."""
        people = absent.absent(self.rows, titles, self.register, self.known)
        return [absent.line(person, self.rows[0].reading, self.ours(person)) for person in people]

    def questions(self, readings: list[SheetReading]) -> list[Question]:
        """What a person would be asked of the rows, answered by the safe choice."""
        return [
            *telling.lines(readings),
            *self._businesses.questions,
            *self._at_once.questions,
            *categories.unknown(self.rows, self.drafts.new_entries),
            *telling.unkept(readings, self.known),
            *telling.unread(readings),
            *telling.proposed(self.rows, self.drafts.new_entries),
            *(asked.question for row in self.rows for asked in row.asks),
            *telling.differing(self.rows, self._choices.taking),
            *telling.noted(self.rows),
        ]
