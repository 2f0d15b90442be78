"""The plan in words: what a row does, what changes, how a value reads. Made only when shown."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.records import texts
from workbench.records.private_texts import DOTS
from workbench.sheets import targets
from workbench.sheets.asking import Question
from workbench.sheets.comparison.effects import ADD, KEPT, RENEW, UPDATE, Effect
from workbench.sheets.comparison.namesakes import Entry
from workbench.sheets.comparison.persons import Person
from workbench.sheets.known import AT
from workbench.sheets.recognizing import folded

if TYPE_CHECKING:
    from workbench.sheets.plan_row import PlanRow

_P, _C = AT["provider"], AT["credential"]
_SHOWN = ("last", "first", "middle", "suffix", "degree", "npi", "city", "phone", "cell", "email")
_ADDRESS = ("street", "street2", "city", "state", "zip")
_MOST = 9
"""Licenses of one person that are shown beside a row; more have no target."""
_PLURALS = {
    "alias": "aliases",
    "DEA": "DEAs",
    "category": "categories",
    "specialty": "specialties",
    "liability coverage": "liability coverages",
    "address": "addresses",
    "e-mail address": "e-mail addresses",
    "status": "statuses",
    "education entry": "education entries",
    "work history entry": "work history entries",
}
_DAYS = {"day", "expires", "birth"}
_QUOTED = re.compile("“[^”]*”")
_NO_DAY = re.compile(rf"There is no \w+ {re.escape(DOTS)}(?: in {re.escape(DOTS)})?\.")
NO_SUCH_DAY = "The month that it names has no such day."
_FIGURES = re.compile(r"\d+(?:[-/.]\d+)*")


class Change(NamedTuple):
    """One field that changes."""

    field: str
    old: str
    new: str
    target: str
    column: str


class Disputed(NamedTuple):
    """A value of ours that the file says otherwise."""

    target: str
    title: str
    ours: str
    theirs: str
    chosen: bool
    """Whether somebody chose the file's."""


def reads(target: str, value: Any) -> str:
    """A value as the user reads it; dates come as dates or as ISO text."""
    kind = targets.kind(target) if "." in target else "text"
    if kind in _DAYS and isinstance(value, str) and len(value) == 10 and value[4] == "-":
        value = date.fromisoformat(value)
    if isinstance(value, date):
        return texts.day(value)
    if kind == "money" and isinstance(value, int):
        return f"${value:,}"
    if kind == "ssn" and value:
        return f"•••-••-{str(value)[-4:]}"
    return plain(value)


def plain(value: Any) -> str:
    """A value as JSON has it: dates are ISO."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return "" if value is None else str(value)


def is_private(target: str) -> bool:
    """Whether what a target holds is a birth date or a social security number: a list of rows lies open on the desk."""
    return "." in target and targets.kind(target) in ("birth", "ssn")


def veiled(target: str, said: str) -> str:
    """What is said of a value, of a private one without what it is."""
    if not is_private(target):
        return said
    return _NO_DAY.sub(NO_SUCH_DAY, _FIGURES.sub(DOTS, _QUOTED.sub(f"“{DOTS}”", said)))


def openly(target: str, value: str) -> str:
    """The text of a value as it may stand in a list of rows: dots for a private one."""
    return DOTS if value and is_private(target) else value


def _open(target: str, value: Any) -> str:
    return openly(target, reads(target, value))


def title(effect: Effect) -> str:
    """What an effect is about."""
    if effect.verb == ADD and not effect.target.startswith("identifier."):
        return effect.word[:1].upper() + effect.word[1:]
    return targets.title(effect.target)


def happens(row: "PlanRow") -> str:
    """What the row does, in one line, and how its words were read where somebody said what they mean."""
    told = _TELL[row.result](row)
    if row.problems and row.result in ("new", "changed", "same"):
        told += f"; without {', '.join(dict.fromkeys(targets.title(p.target) for p in row.problems))}"
    if row.open_asks:
        told = " ".join([f"{told.removesuffix('.')}.", *(asks(each) for each in row.open_asks)])
    return " ".join([told, *_translated(row)]) if row.reading.meanings else told


def asks(question: Question) -> str:
    """What is asked of the row itself."""
    asked = question.about.rpartition(": ")[2]
    return asked[:1].upper() + asked[1:]


def _translated(row: "PlanRow") -> list[str]:
    said = {target: text for target, text in row.carried.items()}
    for at, target in row.reading.columns.items():
        if target and not is_private(target) and at < len(row.cells) and row.cells[at] is not None:
            said[target] = str(row.cells[at])
    found = row.reading.meanings
    read = [(text, found[key]) for target, text in said.items() if (key := (target, folded(text))) in found]
    return [f"“{text.strip()}” read as {meant or 'nothing'}." for text, meant in read]


def changes(row: "PlanRow") -> list[Change]:
    """Field by field what changes; of anyone not known, everything the row says."""
    if row.result in ("changed", "same"):
        effects = [e for e in row.effects if e.verb != KEPT]
        return [
            Change(title(e), reads(e.target, e.old), reads(e.target, e.new), e.target, row.column(e.target))
            for e in effects
        ]
    if row.result == "absent":
        return []
    return [Change(targets.title(t), "", reads(t, v), t, row.column(t)) for t, v in row.values.items()]


def kept(row: "PlanRow") -> list[str]:
    """What of ours stays although the row says otherwise."""
    return [
        f"Kept ours: {title(e)} {_open(e.target, e.old) or '(blank)'}{f', {e.why}' if e.why else ''}; "
        f"the file says {_open(e.target, e.new)}."
        for e in row.effects
        if e.verb == KEPT
    ]


NEVER_TAKEN = frozenset(["provider.npi", *(target for target in targets.PEOPLE if target.startswith("practice."))])
"""Ours stays whatever is chosen: a person's own number, and a number of somebody else's record."""


def disputed(row: "PlanRow") -> list[Disputed]:
    """The values of ours that stay although the row says otherwise, and those that somebody chose the row's for."""
    return [
        Disputed(e.target, title(e), _open(e.target, e.old) or "(blank)", _open(e.target, e.new), e.verb != KEPT)
        for e in row.effects
        if (e.verb == KEPT or e.target in row.preferred and e.old not in ("", None)) and e.target not in NEVER_TAKEN
    ]


def license_of(person: Person) -> tuple[str, str]:
    """The first number of someone known, with its state, and when it expires."""
    license = next((row for row in person.credentials if row[_C["number"]] and not row[_C["past"]]), None)
    if license is None:
        return "", ""
    return f"{license[_C['number']]} {license[_C['state']]}".strip(), reads("license.expires", license[_C["expires"]])


def known_of(person: Person, entry: Entry, license: int | None) -> dict[str, str]:
    """What the office has of someone, by target and as a row's own values read; `license` is the id of that sort."""
    row = person.row
    said = {f"provider.{name}": row[_P[name]] for name in _SHOWN}
    said |= {f"provider.{name}": entry(name, row[_P[f"{name}_id"]]) for name in ("specialty", "department", "category")}
    held = [c for c in person.credentials if c[_C["sort_id"]] == license and c[_C["number"]] and not c[_C["past"]]]
    for count, each in enumerate(held[:_MOST], 1):
        group = f"license{count}" if count > 1 else "license"
        said |= {f"{group}.{name}": each[_C[name]] for name in ("number", "state", "expires")}
    return {target: text for target, value in said.items() if (text := reads(target, value))}


def new(row: "PlanRow") -> str:
    """Of a new person what is added."""
    return ", ".join(["Add provider", *_counted(added_by(row))])


def added_by(row: "PlanRow") -> list[Effect]:
    """The records that a row adds, field by field."""
    return [e for e in row.effects if e.verb == ADD]


def _changed(row: "PlanRow") -> str:
    done = [e for e in row.effects if e.verb in (ADD, UPDATE, RENEW)]
    settled = _has_address(row, done)
    added = [e for e in done if e.verb == ADD or _fills(e, settled)]
    updated = [e for e in done if e not in added]
    says = [f"{verb} {', '.join(_counted(each))}" for verb, each in (("Update", updated), ("Add", added)) if each]
    told, stayed = "; ".join(says).replace("; Add", "; add"), kept(row)
    return " ".join([f"{told}.", *stayed]) if stayed else told


def _fills(effect: Effect, settled: bool) -> bool:
    """Whether a value of the person comes where there was none; `settled`: there was something of an address."""
    own = effect.target.startswith("provider.") and effect.verb == UPDATE and effect.word != "name"
    return own and (not settled if effect.word == "address" else effect.old in (None, ""))


def _has_address(row: "PlanRow", done: list[Effect]) -> bool:
    """Whether the office had something of the person's address."""
    old = {e.target: e.old for e in done if e.word == "address"}
    return row.person is not None and any(old.get(f"provider.{name}", row.person.row[_P[name]]) for name in _ADDRESS)


def _same(row: "PlanRow") -> str:
    return " ".join(["Nothing changes" + ("." if kept(row) else ""), *kept(row)])


def _doubtful(row: "PlanRow") -> str:
    if len(row.matches) > 1:
        names = "; ".join(f"{c.name} (by {c.why})" for c in row.candidates[:3])
        return f"May be one of {len(row.matches)}: {names}"
    found = row.candidates[0]
    return f"Matches {found.name} by {found.why}"


def _rejected(row: "PlanRow") -> str:
    said = [_refusal(p.mended_in, veiled(p.target, p.message)) for p in row.problems]
    if not row.values.get("provider.last") and (candidates := row.candidates):
        said.append(f"Probably {'; or '.join(f'{c.name}, by {c.why}' for c in candidates)}.")
    return " ".join(said)


def _refusal(target: str, message: str) -> str:
    plain = message.startswith(targets.title(target)) or "." not in target
    return message if plain else f"{targets.title(target)}: {message}"


def _counted(effects: list[Effect]) -> list[str]:
    """“1 license, 2 phones”."""
    return [so_many(word, count) for word, count in count_of(effects).items()]


def so_many(word: str, count: int) -> str:
    """“2 phones”."""
    return f"{count} {word if count == 1 else _PLURALS.get(word, word + 's')}"


def count_of(effects: list[Effect]) -> dict[str, int]:
    """By word: a credential counts once however many of its fields change."""
    seen = {
        (
            e.word,
            e.target
            if e.target.startswith("provider.") and e.word not in ("name", "address")
            else e.target.partition(".")[0],
        )
        for e in effects
    }
    counted = Counter(word for word, _ in seen)
    return {word: counted[word] for word in dict.fromkeys(e.word for e in effects)}


_TELL: dict[str, Callable[["PlanRow"], str]] = {
    "new": new,
    "changed": _changed,
    "same": _same,
    "doubtful": _doubtful,
    "rejected": _rejected,
    "skipped": lambda row: row.notes[0] if row.notes else "Left out",
    "absent": lambda row: "Not in this file. Nothing changes: absence ends nobody's membership",
}
