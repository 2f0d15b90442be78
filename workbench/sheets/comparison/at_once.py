"""What many rows of a sheet ask alike, answered once for all: rows with a wrong value, and rows that may be somebody known."""

from collections import Counter
from collections.abc import Iterable, Sequence

from workbench.records.words import of
from workbench.sheets import targets
from workbench.sheets.asking import Option, Question, Replies, key_of
from workbench.sheets.comparison.persons import Match

LEAST = 2
"""Rows from which on it is asked for all of them."""
REFUSE = Option("refuse", "each is refused, and can be mended")
WITHOUT = Option("without", "they come in without it")
STATUS = "provider.status"
ACTIVE = Option(WITHOUT.key, "they come in without it, and whoever is new is active")
ASK, SURE, NAME = "ask", "sure", "name"
WRONG, SAME, NAMESAKES = "wrong", "same", "namesakes"
OTHERS = Option("apart", "each is somebody else: a new person")
BY_ROW = Option(ASK, "asked row by row")


class AtOnce:
    """One pass over the rows: what was answered for all, and how many rows each question is about."""

    def __init__(self, answers: Replies) -> None:
        self._answers = answers
        self._wrong: Counter[tuple[str, str]] = Counter()
        self._same: Counter[tuple[str, str]] = Counter()
        self._namesakes: Counter[str] = Counter()

    def without(self, sheet: str, wrong: Iterable[str]) -> bool:
        """Whether a row with wrong values of these targets comes in without them, as was said of all such rows."""
        found = list(dict.fromkeys(wrong))
        for target in found:
            self._wrong[sheet, target] += 1
        chosen = self._answers.chosen
        return bool(found) and all(chosen.get(_of_wrong(sheet, target)) == WITHOUT.key for target in found)

    def merged(self, sheet: str, matches: Sequence[Match]) -> bool:
        """Whether a row that asks is about its one candidate, as was said of all such rows."""
        how = SURE if matches[0].sure else NAME if matches[0].why == "name" else ""
        if len(matches) != 1 or not how:
            return False
        self._same[sheet, how] += 1
        chosen = self._answers.chosen.get(key_of(SAME, sheet))
        return chosen in (how, NAME)

    def apart(self, sheet: str, matches: Sequence[Match]) -> bool:
        """Whether a row that has only somebody's name, and another number, is about somebody else, as was said of all such rows."""
        if not all(match.apart for match in matches):
            return False
        self._namesakes[sheet] += 1
        return self._answers.chosen.get(key_of(NAMESAKES, sheet)) == OTHERS.key

    @property
    def questions(self) -> list[Question]:
        """What is asked for all rows at once, answered or not."""
        return [*self._of_wrongs(), *self._of_same(), *self._of_namesakes()]

    def _of_wrongs(self) -> Iterable[Question]:
        for (sheet, target), count in self._wrong.items():
            if count >= LEAST:
                key, options = _of_wrong(sheet, target), (REFUSE, WITHOUT if target != STATUS else ACTIVE)
                about = f"{targets.title(target)} is wrong in {of(count, 'row')}"
                chosen = self._answers.to(key, options, REFUSE.key)
                yield Question(sheet, about, count, chosen.says, key, options)

    def _of_same(self) -> Iterable[Question]:
        for sheet in dict.fromkeys(sheet for sheet, _ in self._same):
            sure, name = self._same[sheet, SURE], self._same[sheet, NAME]
            if sure + name < LEAST:
                continue
            options = [Option(ASK, "asked row by row")]
            if sure:
                options.append(Option(SURE, f"merge the {sure:,} of whom the full name and a number agree"))
            if name:
                both = f"merge the {sure + name:,}" if sure else f"merge the {name:,}"
                options.append(Option(NAME, f"{both} of whom the office knows one by that name alone"))
            key = key_of(SAME, sheet)
            chosen = self._answers.to(key, tuple(options), ASK)
            about = f"{sure + name:,} rows may each be one person whom the office knows"
            yield Question(sheet, about, sure + name, chosen.says, key, tuple(options))

    def _of_namesakes(self) -> Iterable[Question]:
        for sheet, count in self._namesakes.items():
            key, options = key_of(NAMESAKES, sheet), (BY_ROW, OTHERS)
            chosen = self._answers.to(key, options, ASK)
            rows = of(count, "row has", "rows have")
            about = f"{rows} the name of somebody whom the office knows, with another NPI or license of the state"
            yield Question(sheet, about, count, chosen.says, key, options)


def _of_wrong(sheet: str, target: str) -> str:
    return key_of(f"{WRONG} {targets.title(target)}", sheet)
