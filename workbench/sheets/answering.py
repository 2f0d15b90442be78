"""Answers typed in words, as the command line takes them: struck=leave out, yellow=Applicant, Active!struck=Resigned."""

from collections.abc import Iterable

from workbench.errors import WorkbenchError
from workbench.records.provider import STATUSES
from workbench.sheets.decisions import EVERY_SHEET, Answers
from workbench.sheets.painted import CROSSED_OUT, IN, OUT, Mark, MarkAsked

ANSWERS = (IN, OUT, *STATUSES)


def answers_of(texts: Iterable[str], asked: Iterable[MarkAsked], file: str) -> Answers:
    """The answers to what a plan asks; raises WorkbenchError for one that is none, or that answers nothing of the file."""
    marks = [each.mark for each in asked]
    found: dict[tuple[str, str], str] = {}
    for text in texts:
        what, sign, answer = text.rpartition("=")
        sheet, bang, key = what.strip().rpartition("!")
        meant = next((each for each in ANSWERS if each.casefold() == answer.strip().casefold()), None)
        if not sign or meant is None:
            raise _refused(
                f"“{text}” is no answer", f"Answer with WHAT={', WHAT='.join((IN, OUT, *STATUSES[:2]))} or so"
            )
        answered = [mark for mark in marks if key.casefold() in called(mark) and sheet in (EVERY_SHEET, mark.sheet)]
        if not answered:
            raise _refused(f"Nothing in {file} is marked “{what.strip()}”", _choose(marks))
        if key.casefold() == CROSSED_OUT and meant not in (IN, OUT):
            raise _refused(f"“{text}” is no answer, since single values have no status", f"Answer with {IN} or {OUT}")
        found |= {(mark.sheet, mark.key): meant for mark in answered}
    return Answers(found)


def called(mark: Mark) -> tuple[str, ...]:
    """What a mark may be called in an answer, the shortest first: struck; yellow; fill ffff00."""
    return (mark.says.removeprefix("filled ").casefold(), mark.key.casefold())


def _refused(what: str, mend: str) -> WorkbenchError:
    return WorkbenchError(f"{what}. Nothing was changed. {mend}.")


def _choose(marks: list[Mark]) -> str:
    if not marks:
        return "No row in it is struck through or filled: leave the answer out"
    return "What asks is " + ", ".join(dict.fromkeys(f"“{called(mark)[0]}”" for mark in marks))
