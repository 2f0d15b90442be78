"""What a word of a file means, as somebody said it once for all its rows: "GENSURG" is General Surgery, "tbd" is nothing.

A meaning stands in the place of the cell before anything reads it, so that it is judged like any other value.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from workbench.sheets import targets
from workbench.sheets.asking import Option, Question, key_of, named
from workbench.sheets.cell import cells, no_words
from workbench.sheets.comparison import choosing
from workbench.sheets.comparison.categories import likely
from workbench.sheets.comparison.close_words import close_to
from workbench.sheets.comparison.legends import Legend, entry
from workbench.sheets.comparison.list_words import LISTED
from workbench.sheets.known import Known
from workbench.sheets.likeness import meant
from workbench.sheets.plan import Unsettled
from workbench.sheets.plan_row import PlanRow
from workbench.sheets.recognizing import Meanings, folded

CHOSEN = {f"provider.{name}": choices for name, choices in choosing.CHOICES.items()}
"""Targets whose words are some of a record's choices."""
AGAIN = 2
"""A wrong value of any other target is asked about once for all from so many rows on."""
OUT = Option("out", "left out until that is said; what the office has stays")
AS_WRITTEN = Option("as written", "a name of its own: into the list as written")
_CALLED = {"category": "Staff category"}


def unsettled(
    rows: Sequence[PlanRow], meanings: Meanings, entries: Iterable[tuple[str, str]], told_by: tuple[Known, Legend]
) -> list[Unsettled]:
    """Every word that waits for a meaning or has one, the most frequent first. Entries: list and name, as the plan adds them.
    `told_by` are the office's lists and the legends of the file."""
    new = {(sort.lower(), name.casefold()) for sort, name in entries}
    counted: Counter[tuple[str, str]] = Counter()
    shown: dict[tuple[str, str], tuple[str, str]] = {}
    for row in rows:
        for target, said in _asked(row, meanings, new):
            key = target, folded(said)
            counted[key] += 1
            shown.setdefault(key, (said, row.sheet))
    return [
        _told(target, shown[target, said], count, meanings.get((target, said)), told_by)
        for (target, said), count in counted.most_common()
        if target in LISTED or target in CHOSEN or count >= AGAIN or (target, said) in meanings
    ]


def _asked(row: PlanRow, meanings: Meanings, new: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The words of a row to be settled: its wrong values, what was left out of choices, what a list would gain, what was translated."""
    seen = set()
    for target, word in row.words:
        seen.add(target)
        yield target, word
    for target, said in _texts(row, {target for target, _ in meanings}):
        value = row.values.get(target)
        tbl = LISTED.get(target)
        if target in seen:
            continue
        if (
            (target, folded(said)) in meanings
            or tbl
            and isinstance(value, str)
            and (tbl, value.casefold()) in new
            or target in CHOSEN
            and not choosing.choice(target.partition(".")[2], said if value is None else str(value))
        ):
            seen.add(target)
            yield target, said
    for problem in row.problems:
        if problem.typed and problem.target not in seen and problem.target and problem.typed not in cells.ERRORS:
            yield problem.target, problem.typed


def _texts(row: PlanRow, meant: set[str]) -> Iterator[tuple[str, str]]:
    """What the row says, for the targets whose words can be settled, and for those that a meaning was given."""
    for at, target in row.reading.columns.items():
        if target in LISTED or target in CHOSEN or target in meant:
            cell = row.cells[at] if at < len(row.cells) else None
            if cell is not None and not no_words.is_zero(cell) and (said := " ".join(str(cell).split())):
                yield target, said
    for target, said in row.carried.items():
        yield target, said


def _told(
    target: str, shown: tuple[str, str], rows: int, chosen: str | None, told_by: tuple[Known, Legend]
) -> Unsettled:
    (said, sheet), tbl, close, (known, legend) = shown, LISTED.get(target), False, told_by
    if tbl:
        options = tuple(sorted((row[1] for row in known.tables[tbl]), key=str.casefold))
        meant_by = entry(target, said, options, legend)
        likeliest = [meant_by] if meant_by else close_to(said, options)
        close = bool(likeliest) and said.casefold() not in map(str.casefold, options)
        proposed = likeliest[0] if len(likeliest) == 1 else ""
        proposed = proposed or (not likeliest and tbl == "category" and likely(said)) or ""
    else:
        options = tuple(CHOSEN.get(target, ()))
        meant_by = entry(target, said, options, legend)
        proposed = meant_by or meant(said, options)
    return Unsettled(
        target, said, rows, chosen, proposed if proposed in options else "", options, close, sheet, meant_by
    )


def questions(unsettled: Iterable[Unsettled]) -> list[Question]:
    """Each word that is close to an entry of the office's lists: which is it? Unanswered it is left out."""
    asked = []
    for word in unsettled:
        if word.close:
            options = _options(word)
            close = " or ".join(f"“{each}”" for each in _close(word))
            by = ", as the file's legend says" if word.meant else ""
            about = f"{_title(word)} “{word.said}” is not in the office's list: is it {close}{by}?"
            chosen = next((each for each in options if _meaning(word, each) == word.chosen), None)
            says = (chosen or OUT).says
            listed, more = options[: _FIRST + len(_close(word))], options[_FIRST + len(_close(word)) :]
            asked.append(Question(word.sheet, about, word.rows, says, _key(word), listed, more=more))
    return asked


def replied(unsettled: Iterable[Unsettled], key: str, option: str) -> tuple[Unsettled, str | None] | None:
    """The word that a question of this key asks about, and the meaning that an option gives it; None if it asks of no word."""
    for word in unsettled:
        if word.close and _key(word) == key:
            return word, next((_meaning(word, each) for each in _options(word) if each.key == option), None)
    return None


_FIRST = 2


def _close(word: Unsettled) -> list[str]:
    return [word.meant] if word.meant else close_to(word.said, word.options)


def _options(word: Unsettled) -> tuple[Option, ...]:
    """To leave it out and to take it as written; then what it may be, the likeliest first; then the rest of the list."""
    close = _close(word)
    rest = [each for each in word.options if each not in close]
    return (OUT, AS_WRITTEN, *(Option(each.casefold(), f"it is {each}") for each in (*close, *rest)))


def _meaning(word: Unsettled, option: Option) -> str | None:
    """What an option makes of a word; to leave it out is to say nothing of it."""
    if option in (OUT, AS_WRITTEN):
        return None if option is OUT else word.said
    return next(each for each in word.options if each.casefold() == option.key)


def _key(word: Unsettled) -> str:
    return key_of(named(word.said), word.sheet, _title(word))


def _title(word: Unsettled) -> str:
    return _CALLED.get(LISTED[word.target], targets.title(word.target))
