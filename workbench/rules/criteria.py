"""What a privilege asks for, checked against a person's file on a day: training, board, cases in a period, life support.

A verdict says only what the records prove. A sentence of a form that no record can answer is “to judge”, and so is a count
whose periods overlap or reach beyond the months asked for.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from workbench.records import texts
from workbench.records.policy import Policy
from workbench.rules import asked_training, counting
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
    verdict: str
    text: str


@dataclass(frozen=True)
class Judged:
    """All criteria of one privilege for one person on one day."""

    verdict: str
    """The worst of its parts: met, not met, to judge, or nothing asked."""
    text: str
    """As the profile prints it: “94 cases in 24 months; asks 50”."""
    parts: tuple[Part, ...] = ()


def judged(dossier: Dossier, on: date, policy: Policy | None = None) -> dict[int, Judged]:
    """The criteria of every privilege that an application asks for, by the id of the PrivilegeRequest."""
    return {row.id: judge(row, dossier, on, policy, shown=row.shown) for row in dossier.requests}


def judge(line: Any, dossier: Dossier, on: date, policy: Policy | None = None, shown: str = "") -> Judged:
    """The criteria of one line of a form (a Privilege, or a row with its fields). shown is what the office saw for what
    no record holds: it answers what would be for a reader to judge, in the office's own words."""
    fresh = (policy or Policy()).verification_days
    parts = [
        part
        for part in (
            _cases(line, dossier, on, fresh),
            _training(line.training, dossier, on),
            _board(line.board, dossier, on),
            _life_support(line.life_support, dossier, on),
        )
        if part
    ]
    if not parts:
        return Judged(NOTHING, "asks for nothing in particular")
    if shown.strip():
        parts = [Part(each.what, MET, each.text) if each.verdict == TO_JUDGE else each for each in parts]
    verdict = next((v for v in (NOT_MET, TO_JUDGE) if any(each.verdict == v for each in parts)), MET)
    said = [each.text for each in sorted(parts, key=lambda each: _WORST_FIRST[each.verdict])]
    if shown.strip():
        said.append(f"shown: {' '.join(shown.split())}")
    return Judged(verdict, " · ".join(said), tuple(parts))


_WORST_FIRST = {NOT_MET: 0, TO_JUDGE: 1, MET: 2}


def _cases(line: Any, dossier: Dossier, on: date, fresh: int) -> Part | None:
    rows = counting.named(dossier.activity, line.counted)
    if not line.cases:
        total = sum(row.number for row in rows if row.starts <= on)
        text = f"{total:,} of “{line.counted}” on file; the form sets no number"
        return Part("cases", TO_JUDGE, text) if line.counted else None
    asks = f"asks {line.cases:,}"
    if not line.months:
        total = sum(row.number for row in rows if row.starts <= on)
        return Part("cases", TO_JUDGE, f"{total:,} cases ever; {asks} and does not say in how many months")
    found = counting.count(rows, line.months, on, fresh)
    if not found.covered:
        what = f"cases of “{line.counted}”" if line.counted else "cases"
        return Part("cases", NOT_MET, f"no {what} counted in {line.months} months; {asks}")
    verdict = MET if found.certain >= line.cases else TO_JUDGE if found.most >= line.cases else NOT_MET
    return Part("cases", verdict, f"{_counted(found, verdict, line.months, on)}; {asks}")


def _counted(found: counting.Count, verdict: str, months: int, on: date) -> str:
    """“94 cases in 24 months”, and whatever makes that less than certain."""
    till = "" if on - found.ends <= RECENT else f" to {texts.day(found.ends)}"
    if verdict == TO_JUDGE:
        why = "a counted period reaches beyond them" if found.reaches else "counted periods overlap"
        return f"{found.certain:,} to {found.most:,} cases in {months} months{till} ({why})"
    if verdict == MET:
        return f"{found.certain:,} cases in {months} months{till}"
    least = "at most " if found.most > found.certain else ""
    noun = "case" if found.most == 1 else "cases"
    counted = f"{least}{found.most:,} {noun}"
    missing = found.days - found.covered
    if missing > GAP:
        return f"{counted} counted in {round(found.covered / found.days * months)} of {months} months{till}"
    return f"{counted} in {months} months{till}"


def _training(asked: str, dossier: Dossier, on: date) -> Part | None:
    if not asked.strip():
        return None
    steps = asked_training.steps(asked)
    trained = [row for row in dossier.education if row.ended and _over(row.ended, on)]
    if steps is None:
        return Part("training", TO_JUDGE, f"training for a reader to judge: {_short(asked)}")
    found = []
    for step in steps:
        row = next(
            (r for r in trained if r.sort.casefold() == step.sort and asked_training.matches(step.of, r.program)), None
        )
        if row is None:
            shown = ", ".join(f"{r.sort.casefold()} in {r.program}" for r in trained if r.program and r.sort in _AFTER)
            what = f"no {step.sort} in {' or '.join(step.of)} on file"
            # Training may be called otherwise elsewhere: where there is some, a reader compares; where there is none, it lacks.
            if shown:
                return Part("training", TO_JUDGE, f"{what}, but {shown}")
            return _unless(Part("training", NOT_MET, what), asked)
        found.append(f"{step.sort} in {row.program} {row.ended[:4]}")
    return Part("training", MET, ", ".join(found))


_AFTER = ("Internship", "Residency", "Fellowship", "Other")


def _board(asked: str, dossier: Dossier, on: date) -> Part | None:
    if not asked.strip():
        return None
    held = [row for row in dossier.credentials_of("board") if not row.issued or row.issued <= on]
    wanted = asked_training.boards(asked)
    if wanted is None:
        shown = ", ".join(f"certified in {row.title}{_till(row)}" for row in held if row.title and _in_term(row, on))
        return Part("board", TO_JUDGE, f"{shown or 'not certified'}; the form says: {_short(asked)}")
    mine = [row for row in held if asked_training.matches(wanted, row.title)]
    if current := next((row for row in mine if _in_term(row, on)), None):
        return Part("board", MET, f"certified in {current.title}{_till(current)}")
    if mine:
        last = max(mine, key=lambda row: row.expires or date.min)
        since = f"lapsed {texts.day(last.expires)}" if last.expires else "does not say until when it holds"
        part = Part("board", NOT_MET if last.expires else TO_JUDGE, f"certification in {last.title} {since}")
        return _unless(part, asked)
    return _unless(Part("board", NOT_MET, f"not certified in {' or '.join(wanted)}"), asked)


def _unless(part: Part, asked: str) -> Part:
    """What is not met is for a reader to judge where the form accepts something else instead."""
    accepted = asked_training.otherwise(asked)
    return Part(part.what, TO_JUDGE, f"{part.text}; accepts {_short(accepted)}") if accepted else part


def _life_support(asked: str, dossier: Dossier, on: date) -> Part | None:
    """Every card asked for, with commas between; “ACLS or ATLS” asks for one of the two."""
    wanted = [part.strip() for part in re.split(r"[,;]| and ", asked) if part.strip()]
    if not wanted:
        return None
    cards = dossier.credentials_of("life_support")
    lacking = [each for each in wanted if not any(_card(name, cards, on) for name in _alternatives(each))]
    if not lacking:
        return Part("life support", MET, f"{', '.join(wanted)} current")
    lapsed = [row for each in lacking for name in _alternatives(each) for row in _cards(name, cards)]
    if lapsed:
        said = ", ".join(f"{row.title} lapsed {texts.day(row.expires)}" for row in lapsed if row.expires)
        return Part("life support", NOT_MET, said or f"{', '.join(lacking)} not current")
    return Part("life support", NOT_MET, f"no {', no '.join(lacking)} on file")


def _alternatives(asked: str) -> list[str]:
    return [part.strip() for part in re.split(r" or |/", asked) if part.strip()]


def _cards(name: str, cards: Iterable[Any]) -> list[Any]:
    return [row for row in cards if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", row.title or "", re.IGNORECASE)]


def _card(name: str, cards: Iterable[Any], on: date) -> bool:
    return any(_in_term(row, on) and not (row.issued and row.issued > on) for row in _cards(name, cards))


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


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 90 else plain[:89].rsplit(" ", 1)[0] + "…"
