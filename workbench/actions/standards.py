"""Which standards are in force: packs that the office takes from a file, those it enables, the limits it changes and the rules
that it turns off, each with its reason and as one step."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from workbench.errors import Problem, WorkbenchError
from workbench.records.elements import listed
from workbench.records.policy import Policy
from workbench.rules import packs, points, standards
from workbench.rules.pack_rows import LONGEST, Standard
from workbench.rules.packs import Pack
from workbench.rules.points import Answer
from workbench.store import history, settings


def take(path: Path) -> Pack:
    """Take a pack from a file as one step; one of the same key is replaced, and is in force as it was. Raises PackRefused with
    file and line, also where it would leave out or weaken what is law; then the office keeps the one it had."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise WorkbenchError(
            f"“{path.name}” cannot be read as text. The pack was not taken, and the one that the office had is in force. "
            "Check the file."
        ) from error
    pack = packs.read_own(text, path.name)
    policy = settings.load(Policy)
    own = json.loads(policy.own_packs) if policy.own_packs else {}
    with history.step(f"Take the standards of {pack.name}"):
        settings.save(own_packs=json.dumps({**own, pack.key: text}, ensure_ascii=False))
    return pack


def let_go(key: str) -> list[Problem]:
    """Let go of a pack that the office took from a file, as one step: the one that came with the program is in its place again,
    if there is one; else it is in force no more."""
    policy = settings.load(Policy)
    own = json.loads(policy.own_packs) if policy.own_packs else {}
    if key not in own:
        return [Problem("packs", "It came with the program and stays. Turn it off instead.")]
    left = [each for each in listed(policy.packs) if each != key or key in packs.shipped()]
    if not left:
        return [Problem("packs", "Without any pack nothing would be judged. Turn on another one first.")]
    there = standards.books(policy)
    named = there[key].name if key in there else key
    with history.step(f"Let go of the office's own standards of {named}"):
        rest = {each: text for each, text in own.items() if each != key}
        settings.save(own_packs=json.dumps(rest, ensure_ascii=False), packs=", ".join(left))
    return []


def enable(keys: Sequence[str]) -> list[Problem]:
    """Say which packs are in force, as one step; one that the office does not have is a problem, and nothing changes."""
    there = standards.books(settings.load(Policy))
    if unknown := [key for key in keys if key not in there]:
        return [Problem("packs", f"There is no pack “{unknown[0]}”. There are: {', '.join(there)}.")]
    if not keys:
        return [Problem("packs", "Without any pack nothing would be judged. Leave at least one in force.")]
    with history.step("Change which standards are in force"):
        settings.save(packs=", ".join(dict.fromkeys(keys)))
    return []


def turn_pack(key: str, on: bool) -> list[Problem]:
    """Turn a whole pack on or off, as one step; the law stays in force."""
    policy = settings.load(Policy)
    pack, before = standards.books(policy).get(key), [each for each in listed(policy.packs) if each != key]
    if pack is None:
        return [Problem("packs", "The office has no such pack.")]
    if not on and standards.is_law(pack):
        return [Problem("packs", f"{pack.name} is law: it stays in force.")]
    with history.step(f"Turn the standards of {pack.name} {'on' if on else 'off'}"):
        return enable([*before, key] if on else before)


def change_limit(key: str, limit: int | None, reason: str = "") -> list[Problem]:
    """Give a row a limit of the office's own with the reason, by the row's key, as one step; None gives back the pack's.

    A row that the office may not change, a limit that is none, or no reason is a problem, and nothing changes."""
    policy = settings.load(Policy)
    row = row_of(key, policy)
    if row is None:
        return [Problem("limit", f"There is no row “{key}” in the packs of the office.")]
    if wrong := _wrong(row, limit):
        return [Problem("limit", wrong)]
    if limit is not None and not reason.strip():
        return [Problem("reason", "Say why: a surveyor will ask.")]
    changed = {name: own for name, own in standards.changed(policy).items() if name != key}
    with history.step(f"Change the limit of {row.id} ({row.body})"):
        settings.save(
            limits=json.dumps(changed if limit is None else {**changed, key: limit}),
            reasons=_reasons(policy, key, reason if limit is not None else ""),
        )
    return []


def turn_rule(key: str, on: bool, reason: str = "") -> list[Problem]:
    """Turn a rule that the office may change on or off, with the reason, as one step."""
    policy = settings.load(Policy)
    row = row_of(key, policy)
    if row is None:
        return [Problem("reason", f"There is no row “{key}” in the packs of the office.")]
    if not on and not row.editable:
        return [Problem("reason", f"{row.citation} asks it, and the office cannot turn it off.")]
    if not on and not reason.strip():
        return [Problem("reason", "Say why: a surveyor will ask.")]
    left = standards.off(policy) - {key}
    with history.step(f"Turn {row.id} ({row.body}) {'on' if on else 'off'}"):
        settings.save(
            rows_off=json.dumps(sorted(left if on else left | {key})),
            reasons=_reasons(policy, key, "" if on else reason),
        )
    return []


def enter_number(key: str, number: str) -> list[Problem]:
    """Enter the current number of the standard that a row was known by, as one step: it is cited by it from now on, everywhere; an
    empty one brings back the former. A row that was never renumbered is a problem, and nothing changes."""
    policy, number = settings.load(Policy), " ".join(number.split())
    row = row_of(key, policy)
    if row is None or not row.legacy or row.current:
        return [Problem("line", "Its number is the pack's own.")]
    if len(number) > LONGEST_NUMBER:
        return [Problem("line", f"A number has at most {LONGEST_NUMBER} letters and digits.")]
    others = {name: each for name, each in standards.numbers(policy).items() if name != standards.former(row)}
    with history.step(f"Enter the current number of {row.legacy} ({row.body})"):
        entered = {**others, standards.former(row): number} if number else others
        settings.save(numbers=json.dumps(entered, ensure_ascii=False) if entered else "")
    return []


LONGEST_NUMBER = 40


def answer_point(point: str, says: str, on: date | None, where: str, today: date) -> list[Problem]:
    """Answer a point of the office's bylaws, policies and agreements, as one step: yes with where it stands, no, or why it does not
    apply; on is the day on which somebody looked, or on which it was done last. What is wrong is a problem, and nothing changes."""
    wrong = list(_wrong_answer(says, on, where, today))
    if wrong or on is None:
        return wrong
    policy = settings.load(Policy)
    given = {**points.answers(policy), point: Answer(says, on, where.strip())}
    with history.step(f"Answer what is asked of the bylaws: {says.lower()}"):
        kept = {name: each.kept for name, each in given.items()}
        settings.save(answers=json.dumps(kept, ensure_ascii=False))
    return []


def _wrong_answer(says: str, on: date | None, where: str, today: date) -> Iterator[Problem]:
    if says not in points.SAYS:
        yield Problem("says", "Choose one.")
    if on is None:
        yield Problem("on", "Enter the day on which somebody looked, or on which it was done.")
    elif on > today:
        yield Problem("on", "That day is still to come.")
    if says != points.NO and not where.strip():
        why = "Say why it does not apply." if says == points.NOT_APPLICABLE else "Say where it stands: Bylaws 6.2."
        yield Problem("where", why)


def row_of(key: str, policy: Policy) -> Standard | None:
    """The row of a key; of several with the same key the one that the office may change."""
    rows = [row for pack in standards.books(policy).values() for row in pack.rows if row.key == key]
    return max(rows, key=lambda row: row.editable, default=None)


def _reasons(policy: Policy, key: str, reason: str) -> str:
    rest = {name: why for name, why in standards.reasons(policy).items() if name != key}
    return json.dumps({**rest, key: reason.strip()} if reason.strip() else rest, ensure_ascii=False)


def _wrong(row: Standard, limit: int | None) -> str:
    if row.setting:
        return "This number is one of the office's settings: change it there."
    if not row.editable or row.limit is None:
        return f"{row.citation} sets it, and the office cannot change it."
    if limit is not None and not row.least <= limit <= LONGEST[row.unit]:
        return f"A limit is from {row.least} to {LONGEST[row.unit]:,}."
    return ""
