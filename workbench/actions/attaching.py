"""Several documents at once: what can be kept is kept in one step, what cannot is named, and so is what will not print well."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.actions import filing
from workbench.errors import Problem, Progress, quiet
from workbench.records.checks import bare
from workbench.records.desk import IN_PART, NOT_AT_ALL, WHOLE
from workbench.records.provider import Provider
from workbench.rules import kept_back
from workbench.store import history

KEPT_BACK = "kept back from packets ({why}). If it is none of this, edit the document and choose Printed."
UNKNOWN = "left out of packets (kind unknown). Call it by what it is, say what it proves, or edit the document and choose Printed."
HOW = {
    NOT_AT_ALL: "not printed; a page of the packet says so.",
    IN_PART: "printed in part; a page of the packet says so.",
    WHOLE: "printed.",
}


LEAST = 4
"""Letters and digits of a number that tell which credential a file is of; of a word one less."""
COMMON = frozenset({"state", "the", "and", "for", "card", "certificate", "certification", "registration", "of"})
"""Words that the names of many credentials have."""


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

    def noted(self, title: str, proves: int | None) -> str:
        """One truth: what stays in the office is not said to print."""
        how, why = self.prints
        if topic := kept_back.topic_of(self.path.stem):
            return f"{self.path.name}: {KEPT_BACK.format(why=topic)}"
        if how != NOT_AT_ALL and not proves and not kept_back.is_fit(self.path.stem, title):
            return f"{self.path.name}: {UNKNOWN}"
        return f"{self.path.name}: {HOW[how]} {why}" if why else ""


@dataclass(frozen=True)
class Told:
    """What somebody says of a file before it is kept."""

    title: str = ""
    """Empty: as the file is called."""
    proves: int | None = None
    """The id of the person's credential that it proves."""


def attach_files(
    provider: int,
    paths: Sequence[Path],
    today: date,
    progress: Progress = quiet,
    told: Mapping[Path, Told] | None = None,
) -> Attached:
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
    kept = _keep(provider, list(looked.values()), today, refused, told or {}) if looked else []
    return Attached(
        tuple(each.path.name for each in kept),
        tuple(refused),
        tuple(filter(None, (each.noted(*_told(each, told)) for each in kept))),
    )


def _told(looked: _Looked, told: Mapping[Path, Told] | None) -> tuple[str, int | None]:
    said = (told or {}).get(looked.path, Told())
    return said.title, said.proves


def _look(provider: int, path: Path) -> _Looked | str:
    """What can be kept, or why it cannot."""
    content = filing.read(path)
    if isinstance(content, Problem):
        return content.message
    digest = hashlib.sha256(content).hexdigest()
    if wrong := filing.refused(provider, path.name, digest):
        return wrong.message
    return _Looked(path, digest, filing.look_at(path.name, content))


def _keep(
    provider: int, looked: Sequence[_Looked], today: date, refused: list[str], told: Mapping[Path, Told]
) -> list[_Looked]:
    kept = []
    what = looked[0].path.name if len(looked) == 1 else f"{len(looked)} documents"
    with history.step(f"Attach {what} to {Provider.get_by_id(provider).title}"):
        for each in looked:
            content = filing.read(each.path)
            if isinstance(content, Problem) or hashlib.sha256(content).hexdigest() != each.digest:
                refused.append(f"{each.path.name} changed while it was read. Attach it again.")
                continue
            said = told.get(each.path, Told())
            filing.put(provider, each.path.name, content, today, each.prints, title=said.title, proves=said.proves)
            kept.append(each)
    return kept


def guess(file_name: str, credentials: Sequence[tuple[int, str, str]]) -> int | None:
    """Which of a person's credentials a file may prove: the only one whose number its name holds, else the only one that
    is called so. credentials are (id, what it is called, number)."""
    name = bare(file_name.rpartition(".")[0] or file_name)
    for tell in (
        lambda called, number: len(bare(number)) >= LEAST and bare(number) in name,
        lambda called, number: any(
            len(word) >= LEAST - 1 and bare(word) in name for word in called.split() if word.lower() not in COMMON
        ),
    ):
        found = [id for id, called, number in credentials if tell(called, number)]
        if len(found) == 1:
            return found[0]
    return None
