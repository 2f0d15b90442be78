"""Several documents at once: what can be kept is kept in one step, what cannot is named, and so is what will not print well."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.actions import filing
from workbench.errors import Problem, Progress, quiet
from workbench.records.desk import IN_PART, NOT_AT_ALL, WHOLE
from workbench.records.provider import Provider
from workbench.rules import kept_back
from workbench.store import history

KEPT_BACK = "kept back from packets ({why}). If it is none of this, edit the document and choose Printed."
HOW = {
    NOT_AT_ALL: "not printed; a page of the packet says so.",
    IN_PART: "printed in part; a page of the packet says so.",
    WHOLE: "printed.",
}


@dataclass(frozen=True)
class Attached:
    """What became of the files."""

    kept: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    """A sentence for each file that was not kept."""
    noted: tuple[str, ...] = ()
    """A sentence for each that was kept and of which there is something to say: what a packet does with it, and why."""


@dataclass(frozen=True)
class _Looked:
    """A file that can be kept, without its bytes."""

    path: Path
    digest: str
    prints: tuple[str, str]

    @property
    def noted(self) -> str:
        """One truth: what stays in the office is not said to print."""
        how, why = self.prints
        if topic := kept_back.topic_of(self.path.stem):
            return f"{self.path.name}: {KEPT_BACK.format(why=topic)}"
        return f"{self.path.name}: {HOW[how]} {why}" if why else ""


def attach_files(provider: int, paths: Sequence[Path], today: date, progress: Progress = quiet) -> Attached:
    """Keep files on a person's file, as one step. A bad one is named and never in the way of the others.

    They are looked at before the step begins, which is then named by those that are kept; each is read twice, so that many
    large ones never lie in memory together."""
    refused: list[str] = []
    looked: dict[str, _Looked] = {}
    for place, path in enumerate(paths):
        progress(place, len(paths))
        found = _look(provider, path)
        if isinstance(found, _Looked) and found.digest not in looked:
            looked[found.digest] = found
        else:
            refused.append(found if isinstance(found, str) else f"{path.name} is on this file already.")
    kept = _keep(provider, list(looked.values()), today, refused) if looked else []
    return Attached(
        tuple(each.path.name for each in kept), tuple(refused), tuple(each.noted for each in kept if each.noted)
    )


def _look(provider: int, path: Path) -> _Looked | str:
    """What can be kept, or why it cannot."""
    content = filing.read(path)
    if isinstance(content, Problem):
        return content.message
    digest = hashlib.sha256(content).hexdigest()
    if wrong := filing.refused(provider, path.name, digest):
        return wrong.message
    return _Looked(path, digest, filing.look_at(path.name, content))


def _keep(provider: int, looked: Sequence[_Looked], today: date, refused: list[str]) -> list[_Looked]:
    kept = []
    what = looked[0].path.name if len(looked) == 1 else f"{len(looked)} documents"
    with history.step(f"Attach {what} to {Provider.get_by_id(provider).title}"):
        for each in looked:
            content = filing.read(each.path)
            if isinstance(content, Problem) or hashlib.sha256(content).hexdigest() != each.digest:
                refused.append(f"{each.path.name} changed while it was read. Attach it again.")
                continue
            filing.put(provider, each.path.name, content, today, each.prints)
            kept.append(each)
    return kept
