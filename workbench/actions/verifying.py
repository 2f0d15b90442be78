"""Recording a verification: what was seen at a source, on which day, by whom. Each is a record of its own, kept for good; the
credential's own columns repeat its newest one that stands, for lists and papers."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from workbench.actions import filing, renewing, unusual
from workbench.errors import Problem, WorkbenchError
from workbench.records.credential import Credential
from workbench.records.desk import Document
from workbench.records.texts import day
from workbench.records.verification import AS_STATED, METHODS, NOT_FOUND, Verification, VerificationSource
from workbench.store import history

LICENSE = "license"
SOURCES = {
    LICENSE: "State licensing board",
    "dea": "DEA Registration Validation",
    "cds": "State licensing board",
    "board": "ABMS Certification Matters",
    "liability": "Certificate of insurance",
    "life_support": "eCard of the training center",
    "health": "Record of the health service",
}
"""What an office usually writes, by sort; only proposed, never filled in unseen."""


@dataclass(frozen=True)
class Look:
    """One look at a source, as it is said for one thing of a file."""

    on: date | None
    """The day performed."""
    source: str
    by: str = ""
    standing: str = ""
    """Of a license: what the board showed, of STANDINGS and DISCIPLINES."""
    discipline: str = ""
    method: str = METHODS[0]
    result: str = AS_STATED
    expires: date | None = None
    """The expiration that was found, if one was."""
    document: int | None = None
    remark: str = ""
    reason: str = ""
    """Why it is kept although it is unusual."""


def verify(ids: Sequence[int], look: Look, today: date) -> list[Problem]:
    """Record one look of all these credentials as one step, a record each; what is wrong is returned, and nothing is written.

    What is only unusual (an earlier day, a source not accepted) is a problem too until the look has a reason. A later end than the
    file says renews the credential in the same step: the earlier term stays, and what was seen is of the new one."""
    found = list(Credential.select().where(Credential.id.in_(list(ids))).order_by(Credential.id))
    look = trimmed(look)
    problems = list(unusual.problems_of(found, look, today))
    if not problems and found:
        with history.step(_step(found, look)):
            source = unusual.source_called(look.source) or VerificationSource.create(name=look.source)
            for credential in found:
                _keep(_in_force(credential, look), look, source)
    return problems


def verify_with(id: int, look: Look, evidence: Path, today: date) -> list[Problem]:
    """As verify, of one credential with its evidence: the file becomes a document of the person that proves it, in the same
    step. One that is on the file already is pointed at; what cannot be read or kept is a problem, and nothing is written."""
    content = filing.read(evidence)
    if isinstance(content, Problem):
        return [content]
    credential = Credential.get_by_id(id)
    if problems := list(unusual.problems_of([credential], trimmed(look), today)):
        return problems
    mine = (Document.provider == credential.provider_id) & (Document.sha256 == hashlib.sha256(content).hexdigest())
    with history.step(_step([credential], look)):
        if problems := evidence_of(credential.provider_id, evidence.name, content, today):
            return problems
        document = Document.get(mine)
        problems = verify([id], replace(look, document=document.id), today)
        proved = Verification.select().where(Verification.document == document).order_by(Verification.id.desc()).first()
        if proved is not None and not document.credential_id:
            document.credential = proved.credential
            document.save()
        return problems


def evidence_of(provider: int, name: str, content: bytes, today: date) -> list[Problem]:
    """Keep what proves a verification on the person's file, unless it is there already; inside a step."""
    mine = (Document.provider == provider) & (Document.sha256 == hashlib.sha256(content).hexdigest())
    return [] if Document.get_or_none(mine) else filing.put(provider, name, content, today)


class _Refused(Exception):
    """One of a run cannot be kept: what was written of the others is taken back with the step."""

    def __init__(self, id: int, problems: list[Problem]) -> None:
        super().__init__(id)
        self.wrong = {id: problems}


def verify_each(
    looks: Sequence[tuple[int, Look]], today: date, evidence: Mapping[int, Path] | None = None
) -> dict[int, list[Problem]]:
    """Record a run: of each credential its own look, with the file that shows it where there is one, all as one step; one list
    may show it of several. What is wrong, by credential; then nothing is written."""
    shows, wrong = evidence or {}, {}
    for id, look in looks:
        found = list(Credential.select().where(Credential.id == id))
        if problems := list(unusual.problems_of(found, trimmed(look), today)):
            wrong[id] = problems
    if wrong or not looks:
        return wrong
    try:
        with history.step(_run(looks)):
            for id, look in looks:
                problems = verify_with(id, look, shows[id], today) if id in shows else verify([id], look, today)
                if problems:
                    raise _Refused(id, problems)
    except _Refused as refused:
        return refused.wrong
    return {}


def strike(id: int, by: str, why: str, today: date) -> list[Problem]:
    """Strike a verification as one step: it stays, and does not count. Its credential goes back to the one before, if any."""
    found = Verification.get_or_none(Verification.id == id)
    if found is None or found.struck:
        raise WorkbenchError(
            "That verification is struck already, or was undone. Nothing was changed. Look at the file again."
        )
    found.struck, found.struck_by, found.struck_why = today, by.strip(), why.strip()
    problems = [each for each in found.problems() if each.field == "struck_why"]
    if not problems:
        with history.step(f"Strike the verification of {day(found.done)}"):
            found.save()
            if found.credential_id:
                _repeat_newest(Credential.get_by_id(found.credential_id))
    return problems


def standing_look(credential: int) -> Verification | None:
    """The newest verification of a credential that was not struck."""
    query = Verification.select().where((Verification.credential == credential) & Verification.struck.is_null())
    newest: Verification | None = query.order_by(Verification.done.desc(), Verification.id.desc()).first()
    return newest


def last_look(ids: Sequence[int]) -> Look | None:
    """The newest look that stands at anything of the same sort and state as these credentials: the source and the way to propose.
    The agency of one state knows nothing of another's."""
    found = list(Credential.select().where(Credential.id.in_(list(ids))))
    if len({(each.sort_id, each.state) for each in found}) != 1:
        return None
    same = (Credential.sort == found[0].sort) & (Credential.state == found[0].state)
    query = Verification.select().join(Credential).where(same & Verification.struck.is_null())
    last = query.order_by(Verification.done.desc(), Verification.id.desc()).first()
    return Look(None, str(last.source.name), method=str(last.method)) if last else None


def are_licenses(ids: Sequence[int]) -> bool:
    """Whether all of these are licenses, of which a board says how they stand."""
    return {each.sort.key for each in Credential.select().where(Credential.id.in_(list(ids)))} == {LICENSE}


def usual_source(ids: Sequence[int]) -> str:
    """What to propose as the source of these credentials: the last one of their sort and state; nothing when they are of several
    sorts."""
    keys = {each.sort.key for each in Credential.select().where(Credential.id.in_(list(ids)))}
    last = last_look(ids)
    return (last.source if last else SOURCES.get(keys.pop(), "")) if len(keys) == 1 else ""


def trimmed(look: Look) -> Look:
    """A look without blanks around its words."""
    return replace(
        look,
        source=" ".join(look.source.split()),
        by=look.by.strip(),
        remark=look.remark.strip(),
        reason=look.reason.strip(),
    )


def _keep(credential: Credential, look: Look, source: VerificationSource) -> None:
    if credential.sort.key != LICENSE:
        look = replace(look, standing="", discipline="")
    element = credential.sort.key if credential.sort.key in SOURCES else "other"
    write(look, source, provider=credential.provider_id, element=element, credential=credential)
    _repeat_newest(credential)


def write(look: Look, source: VerificationSource, **of: Any) -> None:
    """Write a verification of one thing; inside a step."""
    Verification.create(
        source=source,
        method=look.method,
        done=look.on,
        by=look.by,
        result=look.result,
        standing=look.standing,
        discipline=look.discipline,
        expires=look.expires,
        document=look.document,
        remark=look.remark,
        reason=look.reason,
        **of,
    )


def _repeat_newest(credential: Any) -> None:
    """Bring the credential's own columns to its newest verification that stands; what was not found verifies nothing."""
    stands = (
        (Verification.credential == credential.id) & Verification.struck.is_null() & (Verification.result != NOT_FOUND)
    )
    newest = Verification.select().where(stands).order_by(Verification.done.desc(), Verification.id.desc()).first()
    credential.verified = newest.done if newest else None
    credential.source = newest.source.name if newest else ""
    credential.verified_by = newest.by if newest else ""
    credential.standing = newest.standing if newest else ""
    credential.discipline = newest.discipline if newest else ""
    credential.save()


def _in_force(credential: Credential, look: Look) -> Credential:
    """The term that a look is of: of one that was renewed a new one, which begins here; inside a step."""
    if not unusual.renews(credential, look):
        return credential
    return renewing.open_term(credential, renewing.carried(credential) | {"expires": look.expires})


def _run(looks: Sequence[tuple[int, Look]]) -> str:
    if len(looks) == 1:
        return _step([Credential.get_by_id(looks[0][0])], looks[0][1])
    return f"Verify {len(looks):,} credentials one by one"


def _step(found: Sequence[Credential], look: Look) -> str:
    if len(found) > 1:
        return f"Verify {len(found):,} credentials"
    renewed = f" and renew it to {day(look.expires)}" if unusual.renews(found[0], look) else ""
    return f"Verify {_called(found[0])}{renewed}"


def _called(credential: Credential) -> str:
    """“State license 036-119204”, as a user knows it."""
    return f"{credential.sort.name} {credential.number or credential.title}".strip()
