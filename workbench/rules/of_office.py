"""What is asked of the office itself: its committees, its bylaws, its forms, its state, its own certifications."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from workbench.records.committee import COUNTED
from workbench.records.texts import day as told
from workbench.rules import form_lint, quorum, standards
from workbench.rules.judging import Found, Judging, found
from workbench.rules.lack import months_on
from workbench.rules.quorum import Member

CREDITS = {1: (30, 15), 2: (45, 25)}
"""By how many certifications somebody has: credits in three years, and how many of them from NAMSS."""


@dataclass(frozen=True)
class Body:
    """A committee that meets, with its seats and the days of its planned meetings."""

    id: int
    name: str
    level: str
    members: tuple[Member, ...]
    meetings: tuple[Any, ...] = ()


@dataclass(frozen=True)
class OfficeFile:
    """All that is judged of the office itself."""

    bodies: tuple[Body, ...] = ()
    documents: tuple[Any, ...] = ()
    certifications: tuple[Any, ...] = ()
    forms: tuple[tuple[str, Sequence[Any]], ...] = ()
    """Forms in force and drafts by name, with their lines."""
    states: tuple[str, ...] = ()
    """Those of the facilities."""


def committees(file: OfficeFile, day: Judging) -> Found:
    """Two voting members of the board decide; physicians are the majority of the executive committee."""
    board = tuple(seat for body in file.bodies if body.level == "Governing board" for seat in body.members)
    for body in file.bodies:
        for on in (day.on, *(each for each in body.meetings if each > day.on)):
            when = "" if on == day.on else f" on {told(on)}"
            of: dict[str, Any] = {"table": "committee", "record": body.id}
            if body.level == "Expedited board committee":
                voting = quorum.voting(body.members, on)
                voting = quorum.of_board(body.members, board, on) if quorum.voting(board, on) else voting
                for line in day.lines("BOARD_COMM_2")[:1]:
                    if len(voting) < line.limit:
                        message = f"{body.name} has too few voting members of the board{when}: {len(voting)}. It takes {line.said}."
                        yield found(line, None, message, "Seat another member of the board.", **of)
            elif body.level == "Medical executive committee":
                doctors, whole = quorum.physicians(body.members, on, day.policy.mec_counted)
                for line in day.lines("MEC_MD_MAJ")[:1] if whole else ():
                    if doctors * 100 <= whole * line.limit:
                        who = "members" if day.policy.mec_counted == COUNTED[1] else "voting members"
                        message = f"{doctors} of {whole} {who} of {body.name} are MD or DO{when}."
                        yield found(line, None, message, "Seat physicians until they are more than half.", **of)


def criteria(file: OfficeFile, day: Judging) -> Found:
    """A privilege that is given or denied by board certification alone."""
    for line in day.lines("NO_BOARD_ONLY")[:1]:
        for name, rows in file.forms:
            for row in rows:
                if form_lint.board_alone(row):
                    message = f"{name}: “{row.name}” asks for board certification alone."
                    remedy = "Accept training or experience instead, or ask for it besides."
                    yield found(line, None, message, remedy, table="privilege", record=row.id)


def documents(file: OfficeFile, day: Judging) -> Found:
    """Bylaws and policies whose review is due."""
    for each in file.documents:
        for line in day.lines("BYLAWS_REVIEW")[:1]:
            last = each.reviewed or each.approved
            until = months_on(last, each.months or line.limit) if last else None
            if until is None or day.over(until):
                since = f"was last reviewed {told(last)}" if last else "was never reviewed"
                message = f"{each.name} {since}; every {each.months or line.limit} months."
                yield found(
                    line, None, message, "Review it, and enter the day.", table="governing_document", record=each.id
                )


def certifications(file: OfficeFile, day: Judging) -> Found:
    """The office's own certifications: gone by, or in their last year without the credits."""
    own: dict[str, list[Any]] = {}
    for each in file.certifications:
        own.setdefault(each.person.casefold(), []).append(each)
    for rows in own.values():
        needed, of_namss = CREDITS[min(len(rows), 2)]
        for each in rows:
            for line in day.lines("STAFF_CERT")[:1] if each.expires else ():
                early = months_on(each.expires, -line.limit)
                short = each.credits < needed or each.of_namss < of_namss
                worse = each.expires + timedelta(days=1)
                said = f"{each.sort} of {each.person}"
                if day.over(each.expires):
                    message = f"{said} ended {told(each.expires)}."
                    yield found(line, None, message, "Recertify.", table="staff_certification", record=each.id)
                elif day.over(early) and short:
                    earned = f"{each.credits} of {needed} credits, {each.of_namss} of {of_namss} from NAMSS"
                    message = f"{said} ends {told(each.expires)}: {earned}."
                    remedy = "Earn the rest, and apply between August 1 and December 1."
                    yield found(line, None, message, remedy, worse, table="staff_certification", record=each.id)


def state(file: OfficeFile, day: Judging) -> Found:
    """Each state of the hospital and of its facilities of which no limit is known."""
    states = {day.policy.state, *file.states} - {""}
    for line in day.lines("STATE_LIMIT")[:1]:
        for each in sorted(states) or [""]:
            if not standards.state_is_known(day.policy, each):
                message = f"{each or 'The state of the hospital'}: state limit not entered: ask counsel."
                remedy = "Ask counsel how long an appointment may last, and enter it as the office's own."
                yield found(line, None, message, remedy)


RULES = (committees, criteria, documents, certifications, state)
