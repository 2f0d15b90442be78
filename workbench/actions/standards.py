"""Which standards are in force: packs that the office takes from a file, those it enables, and the limits it changes."""

import json
from collections.abc import Sequence
from pathlib import Path

from workbench.errors import Problem, WorkbenchError
from workbench.records.policy import Policy
from workbench.rules import packs, standards
from workbench.rules.packs import Pack, Standard
from workbench.store import history, settings


def take(path: Path) -> Pack:
    """Take a pack from a file as one step; one of the same key is replaced, and is in force as it was. Raises PackRefused with
    file and line, and then the office keeps the one it had."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise WorkbenchError(
            f"“{path.name}” cannot be read as text. The pack was not taken, and the one that the office had is in force. "
            "Check the file."
        ) from error
    pack = packs.read(text, path.name)
    policy = settings.load(Policy)
    own = json.loads(policy.own_packs) if policy.own_packs else {}
    with history.step(f"Take the standards of {pack.name}"):
        settings.save(own_packs=json.dumps({**own, pack.key: text}, ensure_ascii=False))
    return pack


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


def change_limit(key: str, limit: int | None) -> list[Problem]:
    """Give a row a limit of the office's own, by the row's key, as one step; None gives back the pack's.

    A row of law, one that the office may not change, or a limit that is none is a problem, and nothing changes."""
    policy = settings.load(Policy)
    row = next((row for pack in standards.books(policy).values() for row in pack.rows if row.key == key), None)
    if row is None:
        return [Problem("limit", f"There is no row “{key}” in the packs of the office.")]
    if wrong := _wrong(row, limit):
        return [Problem("limit", wrong)]
    changed = {name: own for name, own in standards.changed(policy).items() if name != key}
    with history.step(f"Change the limit of {row.id} ({row.body})"):
        settings.save(limits=json.dumps(changed if limit is None else {**changed, key: limit}))
    return []


def _wrong(row: Standard, limit: int | None) -> str:
    if row.setting:
        return "This number is one of the office's settings: change it there."
    if not row.editable or row.limit is None:
        return f"{row.citation} sets it, and the office cannot change it."
    if limit is not None and limit < 1:
        return "A limit is at least one."
    return ""
