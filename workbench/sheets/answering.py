"""Answers typed in words, as the command line takes them: struck=leave out, Active!struck=Resigned, facilities=in."""

from collections.abc import Iterable
from datetime import date

from workbench.errors import WorkbenchError
from workbench.records.days import NotADay, read_day
from workbench.records.provider import STATUSES
from workbench.sheets import asking
from workbench.sheets.asking import Option, Question, Replies, names_of
from workbench.sheets.decisions import EVERY_SHEET, Answers
from workbench.sheets.files import code_pages
from workbench.sheets.painted import CROSSED_OUT, IN, OUT, Mark, MarkAsked

ANSWERS = (IN, OUT, *STATUSES)


def answers_of(
    texts: Iterable[str],
    asked: Iterable[MarkAsked],
    file: str,
    questions: Iterable[Question] = (),
    further: Iterable[Question] = (),
    *,
    today: date = date.max,
) -> Answers:
    """The answers to what a plan asks; raises WorkbenchError for one that is none, or that answers nothing of the file.

    `further`: questions that are answered without being asked, too many to be told."""
    marks, open_ = [each.mark for each in asked], [each for each in questions if each.key]
    found: dict[tuple[str, str], str] = {}
    replies: dict[str, str] = {}
    further = list(further)
    for text in texts:
        if replied := _replies(text, open_, today) or _replies(text, further, today):
            replies |= replied
        else:
            found |= _of_marks(text, marks, file, open_)
    return Answers(found, Replies(replies))


def _replies(text: str, questions: list[Question], today: date) -> dict[str, str]:
    """By the key of each question that a text answers the key of the option; empty where it answers none."""
    what, _, answer = text.rpartition("=")
    sheet, _, name = what.strip().rpartition("!")
    said = answer.strip().casefold()
    found = {}
    for question in questions:
        short, whole, place = names_of(question)
        if name.casefold() in (short, whole) and sheet in ("", place):
            option = next((each.key for each in question.every if said in _called_so(each)), None)
            if option is None and question.takes_day:
                option = _day(text, said, today)
            if option is None:
                listed = ", ".join(f"{name}={each.key} ({each.says})" for each in question.options)
                listed += f", or {name}=YYYY-MM-DD" if question.takes_day else ""
                raise _refused(f"“{text}” is no answer", f"Answer with {listed}")
            found[question.key] = option
    return found


def _day(text: str, said: str, today: date) -> str | None:
    """A day that was answered, as ISO; None if it is none. Refuses one that is still to come."""
    try:
        day = read_day(said, today)
    except NotADay:
        return None
    if day is not None and day > today:
        raise _refused(f"“{text}” is a day that is still to come", "Answer with the day on which the list was made")
    return day.isoformat() if day else None


def _called_so(option: Option) -> tuple[str, ...]:
    """What an option is called in an answer: its key, what it says, and of an alphabet what people call it."""
    return option.key, option.says.casefold(), code_pages.CALLED.get(option.key, option.key).casefold()


def _of_marks(text: str, marks: list[Mark], file: str, questions: list[Question]) -> dict[tuple[str, str], str]:
    """By sheet and key of each mark that a text answers what it means."""
    what, sign, answer = text.rpartition("=")
    sheet, _, key = what.strip().rpartition("!")
    meant = next((each for each in ANSWERS if each.casefold() == answer.strip().casefold()), None)
    if not sign or meant is None:
        raise _refused(f"“{text}” is no answer", f"Answer with WHAT={', WHAT='.join((IN, OUT, *STATUSES[:2]))} or so")
    answered = [mark for mark in marks if key.casefold() in called(mark) and sheet in (EVERY_SHEET, mark.sheet)]
    if not answered:
        raise _refused(f"Nothing in {file} is called “{what.strip()}”", _choose(marks, questions))
    if key.casefold() == CROSSED_OUT and meant not in (IN, OUT):
        raise _refused(f"“{text}” is no answer, since single values have no status", f"Answer with {IN} or {OUT}")
    return {(mark.sheet, mark.key): meant for mark in answered}


def called(mark: Mark) -> tuple[str, ...]:
    """What a mark may be called in an answer, the shortest first: struck; yellow; fill ffff00."""
    return (mark.says.removeprefix("filled ").casefold(), mark.key.casefold())


def _refused(what: str, mend: str) -> WorkbenchError:
    return WorkbenchError(f"{what}. Nothing was changed. {mend}.")


def _choose(marks: list[Mark], questions: list[Question]) -> str:
    names = [called(mark)[0] for mark in marks] + list(asking.called(questions).values())
    if not names:
        return "No row in it is struck through or filled, and no column asks: leave the answer out"
    return "What asks is " + ", ".join(dict.fromkeys(f"“{each}”" for each in names))
