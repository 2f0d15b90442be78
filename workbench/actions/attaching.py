"""Several documents at once: what can be kept is kept in one step, what cannot is named, and so is what will not print well."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.actions import filing
from workbench.errors import Problem, Progress, quiet
from workbench.papers import scans
from workbench.records.provider import Provider
from workbench.rules import kept_back
from workbench.store import history

KEPT_BACK = "Kept back ({why}). If it is none of this, edit the document and choose Printed."


@dataclass(frozen=True)
class Attached:
    """What became of the files."""

    kept: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    """A sentence for each file that was not kept."""
    noted: tuple[str, ...] = ()
    """A sentence for each that was kept, and that a packet prints in part, as something else, or not at all."""


def attach_files(provider: int, paths: Sequence[Path], today: date, progress: Progress = quiet) -> Attached:
    """Keep files on a person's file, as one step. A bad one is named and never in the way of the others."""
    kept: list[str] = []
    refused: list[str] = []
    noted: list[str] = []
    what = paths[0].name if len(paths) == 1 else f"{len(paths)} documents"
    with history.step(f"Attach {what} to {Provider.get_by_id(provider).title}"):
        for place, path in enumerate(paths):
            progress(place, len(paths))
            content = filing.read(path)
            wrong = [content] if isinstance(content, Problem) else filing.put(provider, path.name, content, today)
            if wrong:
                refused.append(wrong[0].message)
                continue
            kept.append(path.name)
            said = scans.notice(path.name, content)  # type: ignore[arg-type]
            if why := kept_back.topic_of(path.stem):
                said = f"{said} {KEPT_BACK.format(why=why)}".strip()
            if said:
                noted.append(f"{path.name}: {said}")
    return Attached(tuple(kept), tuple(refused), tuple(noted))
