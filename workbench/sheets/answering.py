"""Answers typed in words, as the command line takes them: struck=leave out, yellow=Applicant, Active!struck=Resigned."""

from collections.abc import Iterable

from workbench.errors import WorkbenchError
from workbench.records.provider import STATUSES
from workbench.sheets.asking import Question, Replies
from workbench.sheets.decisions import EVERY_SHEET, Answers
from workbench.sheets.files import code_pages
from workbench.sheets.painted import CROSSED_OUT, IN, OUT, Mark, MarkAsked

ALPHABET = "alphabet"
"""What the question about the alphabet of a text is called in an answer."""
ANSWERS = (IN, OUT, *STATUSES)


def answers_of(
    texts: Iterable[str], asked: Iterable[MarkAsked], file: str, questions: Iterable[Question] = ()
) -> Answers:
    """The answers to what a plan asks; raises WorkbenchError for one that is none, or that answers nothing of the file."""
    marks = [each.mark for each in asked]
    found: dict[tuple[str, str], str] = {}
    replied: dict[str, str] = {}
    alphabet = next((each for each in questions if each.key.startswith("alphabet|")), None)
    for text in texts:
        what, sign, answer = text.rpartition("=")
        if alphabet and what.strip().casefold() == ALPHABET:
            replied[alphabet.key] = _alphabet(answer.strip(), alphabet)
            continue
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
    return Answers(found, Replies(replied))


def _alphabet(answer: str, asked: Question) -> str:
    """The code page that an answer names, by its own name or as people call it."""
    for option in asked.options:
        called = code_pages.CALLED.get(option.key, option.key)
        if answer.casefold() in (option.key, called.casefold()):
            return option.key
    known = ", ".join(f"{ALPHABET}={option.key} for {option.says}" for option in asked.options)
    raise _refused(f"“{answer}” is no alphabet of the file", f"Answer with {known}")


def how_to_answer(questions: Iterable[Question]) -> list[str]:
    """How the question about the alphabet is answered, if it is asked and open; a sentence each."""
    return [
        f"Not answered: {each.about}. Say "
        + " or ".join(f'--answer "{ALPHABET}={option.key}" for {option.says}' for option in each.options[:-1])
        + "."
        for each in questions
        if each.key.startswith("alphabet|") and each.chosen == each.options[-1].says
    ]


def called(mark: Mark) -> tuple[str, ...]:
    """What a mark may be called in an answer, the shortest first: struck; yellow; fill ffff00."""
    return (mark.says.removeprefix("filled ").casefold(), mark.key.casefold())


def _refused(what: str, mend: str) -> WorkbenchError:
    return WorkbenchError(f"{what}. Nothing was changed. {mend}.")


def _choose(marks: list[Mark]) -> str:
    if not marks:
        return "No row in it is struck through or filled: leave the answer out"
    return "What asks is " + ", ".join(dict.fromkeys(f"“{called(mark)[0]}”" for mark in marks))
