"""What a privilege asks for, checked against a person's file on a day: training, board, cases in a period, life support.

A verdict says only what the records prove. A sentence of a form that no record can answer is “to judge”; so is a count
whose periods overlap, reach beyond the months asked for or leave some of them out, and a list that could be read either way.
What is joined by “and” are criteria of their own, each with its own evidence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from workbench.records import texts
from workbench.records.policy import Policy
from workbench.rules import asked_training, counting, joined
from workbench.rules.asked_training import Certification, Step
from workbench.rules.dossier import Dossier

MET, NOT_MET, TO_JUDGE, NOTHING = "met", "not met", "to judge", "nothing asked"
VERDICT_TONES = {MET: "good", NOT_MET: "bad", TO_JUDGE: "warn", NOTHING: "quiet"}
RECENT = timedelta(days=62)
"""A count that ends no longer ago needs no date: nobody's reports of this month are in."""
GAP = 31
"""So many days of the months may be missing before a count says that it covers fewer."""


@dataclass(frozen=True)
class Part:
    """One criterion and what the file shows for it."""

    what: str
    """training, board, cases or life support."""
    asks: str
    """The criterion alone, as the form words it; what was shown is kept for it by these words."""
    verdict: str
    text: str
    shown: str = ""
    """What the office saw for it, in its own words."""

    @property
    def key(self) -> str:
        """By which evidence is kept: “training: a course with supervised cases”."""
        return f"{self.what}: {self.asks}"

    @property
    def said(self) -> str:
        """What the file shows, and what was shown."""
        return f"{self.text} (shown: {self.shown})" if self.shown else self.text


@dataclass(frozen=True)
class Judged:
    """All criteria of one privilege for one person on one day."""

    verdict: str
    """The worst of its parts: met, not met, to judge, or nothing asked."""
    text: str
    """As the profile prints it: “94 cases in 24 months; asks 50”."""
    parts: tuple[Part, ...] = ()


def judged(dossier: Dossier, on: date, policy: Policy | None = None) -> dict[int, Judged]:
    """The criteria of every privilege that an application asks for, by the id of the PrivilegeRequest. Whoever asks again of
    the same dossier at once, as a profile does, gets the same answer."""
    kept = _kept.get("last")
    if kept is not None and kept[0] is dossier and kept[1:3] == (on, policy):
        return kept[3]
    answer = _judged(dossier, on, policy)
    _kept["last"] = dossier, on, policy, answer
    return answer


_kept: dict[str, tuple[Dossier, date, Policy | None, dict[int, Judged]]] = {}


def _judged(dossier: Dossier, on: date, policy: Policy | None) -> dict[int, Judged]:
    seen: dict[int, dict[str, str]] = {}
    for each in dossier.shown:
        seen.setdefault(each.request, {})[each.part] = each.text
    return {row.id: judge(row, dossier, on, policy, seen.get(row.id, {})) for row in dossier.requests}


def judge(
    line: Any, dossier: Dossier, on: date, policy: Policy | None = None, shown: Mapping[str, str] | None = None
) -> Judged:
    """The criteria of one line of a form (a Privilege, or a row with its fields). shown is what the office saw for what
    no record holds, by the key of the part it is for: it answers that part alone, where it would be for a reader to judge."""
    fresh = (policy or Policy()).verification_days
    found = [
        *_cases(line, dossier, on, fresh),
        *_training(line.training, dossier, on),
        *_board(line.board, dossier, on),
        *_life_support(line.life_support, dossier, on),
    ]
    if not found:
        return Judged(NOTHING, "asks for nothing in particular")
    parts = [_answered(part, " ".join((shown or {}).get(part.key, "").split())) for part in found]
    verdict = next((v for v in (NOT_MET, TO_JUDGE) if any(each.verdict == v for each in parts)), MET)
    said = [each.said for each in sorted(parts, key=lambda each: _WORST_FIRST[each.verdict])]
    return Judged(verdict, " · ".join(said), tuple(parts))


def _answered(part: Part, seen: str) -> Part:
    """A part with its own evidence."""
    return replace(part, shown=seen, verdict=MET if seen and part.verdict == TO_JUDGE else part.verdict)


_WORST_FIRST = {NOT_MET: 0, TO_JUDGE: 1, MET: 2}


def _cases(line: Any, dossier: Dossier, on: date, fresh: int) -> Iterator[Part]:
    rows = counting.named(dossier.activity, line.counted)
    total = sum(row.number for row in rows if row.starts <= on)
    asks = f"{line.cases:,} cases" if line.cases else "cases"
    asks = f"{asks} of {line.counted.strip()}" if line.counted.strip() else asks
    if not line.cases:
        if line.counted:
            text = f"{total:,} of “{line.counted}” on file; the form sets no number"
            yield Part("cases", asks, TO_JUDGE, text)
    elif not line.months:
        text = f"{total:,} cases ever; requires {line.cases:,} and does not say in how many months"
        yield Part("cases", asks, TO_JUDGE, text)
    else:
        yield _counted(line, counting.count(rows, line.months, on, fresh), f"{asks} in {line.months} months", on)


def _counted(line: Any, found: counting.Count, asks: str, on: date) -> Part:
    """Enough is met. Too few is not met only if all of the months were counted, or none: numbers of a few of them say nothing
    about the others."""
    months = f"{line.months} months"
    if not found.covered:
        what = f"cases of “{line.counted}”" if line.counted else "cases"
        return Part("cases", asks, NOT_MET, f"no {what} counted in {months}; requires {line.cases:,}")
    partly = found.days - found.covered > GAP
    till = "" if on - found.ends <= RECENT else f" to {texts.day(found.ends)}"
    if found.certain >= line.cases:
        verdict, text = MET, f"{found.certain:,} cases in {months}{till}"
    elif found.most >= line.cases:
        why = "a counted period reaches beyond them" if found.reaches else "counted periods overlap"
        verdict, text = TO_JUDGE, f"{found.certain:,} to {found.most:,} cases in {months}{till} ({why})"
    else:
        verdict = TO_JUDGE if partly else NOT_MET
        least = "at most " if found.most > found.certain else ""
        count = f"{least}{found.most:,} {'case' if found.most == 1 else 'cases'}"
        of = f"{round(found.covered / found.days * line.months)} of {months}"
        text = f"{count} counted in {of}{till}" if partly else f"{count} in {months}{till}"
    return Part("cases", asks, verdict, f"{text}; requires {line.cases:,}")


def _training(asked: str, dossier: Dossier, on: date) -> Iterator[Part]:
    if not asked.strip():
        return
    steps = asked_training.steps(asked)
    if steps is None:
        yield Part("training", _plain(asked), TO_JUDGE, f"training to be judged: {_plain(asked)}")
        return
    trained = [row for row in dossier.education if row.ended and _over(row.ended, on)]
    for step in steps:
        yield _trained(step, trained, asked)


def _trained(step: Step, trained: list[Any], asked: str) -> Part:
    asks = f"{step.sort} in {' or '.join(step.of)}"
    names = {*step.of, step.whole} - {""}
    row = next(
        (r for r in trained if r.sort.casefold() == step.sort and asked_training.matches(names, r.program)), None
    )
    if row is not None:
        return Part("training", asks, MET, f"{step.sort} in {row.program} {row.ended[:4]}")
    shown = ", ".join(f"{r.sort.casefold()} in {r.program}" for r in trained if r.program and r.sort in _AFTER)
    what = f"no {asks} on file"
    # Training may be called otherwise elsewhere: where there is some, a reader compares; where there is none, it lacks.
    if shown:
        return Part("training", asks, TO_JUDGE, f"{what}, but {shown}")
    return _unless(Part("training", asks, NOT_MET, what), asked)


_AFTER = ("Internship", "Residency", "Fellowship", "Other")


def _board(asked: str, dossier: Dossier, on: date) -> Iterator[Part]:
    if not asked.strip():
        return
    held = [row for row in dossier.credentials_of("board") if not row.issued or row.issued <= on]
    wanted = asked_training.boards(asked)
    if wanted is None:
        shown = ", ".join(f"certified in {row.title}{_till(row)}" for row in held if row.title and _in_term(row, on))
        yield Part("board", _plain(asked), TO_JUDGE, f"{shown or 'not certified'}; the form says: {_plain(asked)}")
        return
    for each in wanted:
        yield _certified(each, held, on, asked)


def _certified(wanted: Certification, held: list[Any], on: date, asked: str) -> Part:
    asks = f"certified in {' or '.join(wanted.of)}"
    mine = [row for row in held if asked_training.matches({*wanted.of, wanted.whole} - {""}, row.title)]
    if current := next((row for row in mine if _in_term(row, on)), None):
        return Part("board", asks, MET, f"certified in {current.title}{_till(current)}")
    if mine:
        last = max(mine, key=lambda row: row.expires or date.min)
        since = f"lapsed {texts.day(last.expires)}" if last.expires else "does not say until when it holds"
        verdict = NOT_MET if last.expires else TO_JUDGE
        return _unless(Part("board", asks, verdict, f"certification in {last.title} {since}"), asked)
    return _unless(Part("board", asks, NOT_MET, f"not {asks}"), asked)


def _unless(part: Part, asked: str) -> Part:
    """What is not met is for a reader to judge where the form accepts something else instead."""
    accepted = asked_training.otherwise(asked)
    return replace(part, verdict=TO_JUDGE, text=f"{part.text}; accepts {_plain(accepted)}") if accepted else part


def _life_support(asked: str, dossier: Dossier, on: date) -> Iterator[Part]:
    """Every card asked for, one part each; of “ACLS or ATLS” one of the two."""
    cards, wanted = dossier.credentials_of("life_support"), joined.read(asked)
    if wanted is None:
        current = ", ".join(f"{row.title}{_till(row)}" for row in cards if row.title and _holds(row, on))
        text = f"{current or 'no card'} on file; the form says: {_plain(asked)}"
        yield Part("life support", _plain(asked), TO_JUDGE, text)
        return
    for names in wanted:
        yield _carded(names, cards, on)


def _carded(names: tuple[str, ...], cards: Iterable[Any], on: date) -> Part:
    asks = " or ".join(names)
    rows = [row for name in names for row in _cards(name, cards)]
    if current := next((row for row in rows if _holds(row, on)), None):
        return Part("life support", asks, MET, f"{current.title} current{_till(current)}")
    why = ", ".join(dict.fromkeys(said for row in rows if (said := _not_current(row, on))))
    return Part("life support", asks, NOT_MET, why or (f"{asks} not current" if rows else f"no {asks} on file"))


def _not_current(row: Any, on: date) -> str:
    """Why a card does not hold on a day: it lapsed before it, or was issued after it."""
    if row.expires and row.expires < on:
        return f"{row.title} lapsed {texts.day(row.expires)}"
    return f"{row.title} issued {texts.day(row.issued)}" if row.issued and row.issued > on else ""


def _cards(name: str, cards: Iterable[Any]) -> list[Any]:
    return [row for row in cards if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", row.title or "", re.IGNORECASE)]


def _holds(row: Any, on: date) -> bool:
    return _in_term(row, on) and not (row.issued and row.issued > on)


def _in_term(row: Any, on: date) -> bool:
    """Whether a credential holds on a day; one without an end holds only if it says so."""
    return row.expires >= on if row.expires else bool(row.lifetime or row.continuing)


def _till(row: Any) -> str:
    if row.expires:
        return f" to {texts.day(row.expires)}"
    return ", lifetime" if row.lifetime else ", continuing certification" if row.continuing else ""


def _over(ended: str, on: date) -> bool:
    """Whether a fuzzy day has surely come."""
    day = on.isoformat()
    return ended <= day if len(ended) == len(day) else ended < day[: len(ended)]


def _plain(text: str) -> str:
    return " ".join(text.split())
