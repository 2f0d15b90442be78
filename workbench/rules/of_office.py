"""What is asked of the office itself: its committees, its bylaws, its forms, its state, its own certifications."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from workbench.records.committee import COUNTED
from workbench.records.days import months_on
from workbench.records.texts import day as told
from workbench.records.upkeep import BYLAWS, INTEGRITY, TELEMEDICINE
from workbench.rules import form_lint, points, quorum, standards
from workbench.rules.judging import INFO, Found, Judging, found
from workbench.rules.quorum import Member
from workbench.rules.standards import Line

BOARD = "Governing board"
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
    last: Any = None
    """The day of its last meeting that was held."""


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
    at_a_distance: int = 0
    """Members by telemedicine."""


def committees(file: OfficeFile, day: Judging) -> Found:
    """Two voting members of the board decide; physicians are the majority of the executive committee."""
    board = tuple(seat for body in file.bodies if body.level == BOARD for seat in body.members)
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


def board_meets(file: OfficeFile, day: Judging) -> Found:
    """Each governing board that held no meeting in its time."""
    for line in day.lines("BOARD_MEETS")[:1]:
        for body in file.bodies:
            if body.level == BOARD and (body.last is None or day.over(line.good_until(body.last))):
                since = f"last met {told(body.last)}" if body.last else "has no meeting on record that was held"
                message = f"{body.name} {since}; {line.said}."
                yield found(line, None, message, "Call it, and record its minutes.", table="committee", record=body.id)


def adopted(file: OfficeFile, day: Judging) -> Found:
    """Bylaws without the day on which the governing body approved them."""
    for line in day.lines("BYLAWS_ADOPTED")[:1]:
        for each in file.documents:
            if each.sort == BYLAWS and not (each.approved and day.come(each.approved)):
                message = f"{each.name}: no approval by the governing body is on record."
                remedy = "Enter the day of the approval, or bring them to the board."
                yield found(line, None, message, remedy, table="governing_document", record=each.id)


def telemedicine(file: OfficeFile, day: Judging) -> Found:
    """Members by telemedicine, and no agreement with the site whose decisions are relied on."""
    agreed = any(each.sort == TELEMEDICINE and each.approved and day.come(each.approved) for each in file.documents)
    for line in day.lines("TELE_AGREEMENT")[:1] if file.at_a_distance and not agreed else ():
        count = "One member practices" if file.at_a_distance == 1 else f"{file.at_a_distance} members practice"
        message = f"{count} by telemedicine, and no agreement with a distant site is on record."
        yield found(line, None, message, "Enter the agreement and its day under Bylaws and policies.")


def integrity(file: OfficeFile, day: Judging) -> Found:
    """The policy of information integrity, and the audit of changed verifications in its time."""
    for line in day.lines("INTEGRITY_AUDIT")[:1]:
        mine = [each for each in file.documents if each.sort == INTEGRITY]
        audited = max((each.reviewed for each in mine if each.reviewed and day.come(each.reviewed)), default=None)
        if audited is None or day.over(line.good_until(audited)):
            since = f"The last audit was {told(audited)}" if audited else "No audit is on record"
            message = f"{since}: changed verifications are audited every {line.row.said}."
            remedy = "Draw the audit sample on Standards, look at it, and enter the day as the policy's last review."
            of: dict[str, Any] = {"table": "governing_document", "record": mine[0].id} if mine else {}
            yield found(line, None, message, remedy, **of)


def says(file: OfficeFile, day: Judging) -> Found:
    """What bylaws, policies and agreements say, point by point as the office answered; points that it did not answer are not
    judged, and how many they are is told."""
    open_points: list[Line] = []
    for line in points.asked(day):
        answer, what = points.answers(day.policy).get(line.row.point), line.row.trigger
        if answer is None or not day.come(answer.on):
            open_points.append(line)
        elif answer.says == points.NO:
            message = f"{what} No, the office answered {told(answer.on)}."
            yield found(line, None, message, f"See to it, and answer it {_ANSWERED}.")
        elif answer.says == points.YES and line.limit and day.over(line.good_until(answer.on)):
            message = f"{what} Last {told(answer.on)}; every {line.row.said}."
            yield found(line, None, message, f"Do it, and enter the day {_ANSWERED}.")
    if open_points:
        count, first = len(open_points), open_points[0]
        message = f"{count} {'points' if count > 1 else 'point'} of bylaws, policies and agreements not answered, so not judged."
        yield found(first, None, message, f"Look them up, and answer them {_ANSWERED}.", severity=INFO)


_ANSWERED = "under Settings, Bylaws' words"


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


RULES = (committees, board_meets, criteria, adopted, documents, telemedicine, integrity, says, certifications, state)
