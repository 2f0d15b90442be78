"""Several documents at once: what can be kept is kept in one step, what cannot is named, and so is what will not print well."""

import hashlib
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.actions import filing
from workbench.errors import Problem, Progress, quiet
from workbench.records.checks import STATES, bare
from workbench.records.credential import Credential
from workbench.records.desk import IN_PART, NOT_AT_ALL, WHOLE
from workbench.records.office_lists import CredentialSort
from workbench.records.provider import Provider
from workbench.rules import kept_back
from workbench.store import history

KEPT_BACK = "kept back from packets ({why}). If it is none of this, edit the document and choose Printed."
UNKNOWN = "left out of packets (kind unknown). Call it by what it is, say what it proves, or edit the document and choose Printed."
SAID = "kept in the office, as you said."
HOW = {
    NOT_AT_ALL: "not printed; a page of the packet says so.",
    IN_PART: "printed in part; a page of the packet says so.",
    WHOLE: "printed.",
}


LEAST = 4
"""Letters and digits of a number that tell which credential a file is of; of a word one less."""
COMMON = frozenset({"state", "the", "and", "for", "card", "certificate", "certification", "registration", "of"})
"""Words that the names of many credentials have."""
DEGREES = frozenset({"MD", "PA"})
"""Of a person rather than of a state."""
_STATE = re.compile(r"(?<![A-Za-z])[A-Z]{2}(?![A-Za-z])")


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

    def noted(self, said: "Told", health: Collection[int]) -> str:
        """One truth: what stays in the office is not said to print."""
        how, why = self.prints
        if stays := why_kept(self.path.name, said, health, how):
            told = {kept_back.UNKNOWN: UNKNOWN, kept_back.SAID: SAID}.get(stays, KEPT_BACK.format(why=stays))
            return f"{self.path.name}: {told}"
        return f"{self.path.name}: {HOW[how]} {why}" if why else ""


@dataclass(frozen=True)
class Told:
    """What somebody says of a file before it is kept."""

    title: str = ""
    """Empty: as the file is called."""
    proves: int | None = None
    """The id of the person's credential that it proves."""
    packet: str = ""
    """PRINTED or KEPT; empty: as its name says."""


@dataclass(frozen=True)
class _Named:
    """What is said of a file, as what a document is called."""

    title: str
    file_name: str
    credential: int | None
    packet: str
    prints: str


def why_kept(file_name: str, said: Told, health: Collection[int] = (), prints: str = "") -> str:
    """Why a file would stay in the office, if it were attached with what is said of it; empty if a packet prints it. health: the
    ids of credentials that are about health; prints: what a packet can print of it, where somebody looked."""
    title = said.title or filing.titled(file_name)
    return kept_back.why(_Named(title, file_name, said.proves, said.packet, prints), health)


def of_health(provider: int) -> set[int]:
    """The ids of a person's credentials that are about health: their proofs are never printed."""
    found = Credential.select(Credential.id).join(CredentialSort)
    return {each.id for each in found.where((Credential.provider == provider) & (CredentialSort.key == "health"))}


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
    said = told or {}
    kept = _keep(provider, list(looked.values()), today, refused, said) if looked else []
    health = of_health(provider)
    return Attached(
        tuple(each.path.name for each in kept),
        tuple(refused),
        tuple(filter(None, (each.noted(said.get(each.path, Told()), health) for each in kept))),
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
            filing.put(
                provider,
                each.path.name,
                content,
                today,
                each.prints,
                title=said.title,
                proves=said.proves,
                packet=said.packet,
            )
            kept.append(each)
    return kept


@dataclass(frozen=True)
class Known:
    """A credential of the person, as far as a file's name may tell of it."""

    id: int
    called: str
    number: str
    sort: str = ""
    """The key of its sort."""
    state: str = ""


def guess(file_name: str, credentials: Sequence[Known]) -> int | None:
    """Which of a person's credentials a file may prove: the only one whose number its name holds, else the only one that is
    called so, else the only one of the sort that its everyday name says ("MO lic", "Cert of ins"). None where its name says
    that it stays in the office (an operator's license proves no license to practice), and none of another state than it says."""
    stem = file_name.rpartition(".")[0] or file_name
    if kept_back.topic_of(stem):
        return None
    name, sort = bare(stem), kept_back.sort_proved(stem)
    states = set(_STATE.findall(stem)) & STATES - DEGREES
    known = [each for each in credentials if not states or not each.state or each.state in states]
    tells: tuple[Callable[[Known], bool], ...] = (
        lambda each: len(bare(each.number)) >= LEAST and bare(each.number) in name,
        lambda each: any(
            len(word) >= LEAST - 1 and bare(word) in name for word in each.called.split() if word.lower() not in COMMON
        ),
        lambda each: bool(sort) and each.sort == sort,
    )
    for tell in tells:
        found = [each.id for each in known if tell(each)]
        if len(found) == 1:
            return found[0]
    return None
