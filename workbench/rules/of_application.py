"""Applications under way: what readiness says of each today and on the day of every planned meeting, under the standards'
citations; the category of its review; and what a state asks before a grant."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.records.application import STAGES
from workbench.records.texts import day as told
from workbench.rules import looked_into, readiness, review
from workbench.rules.chain import STAGE_OF
from workbench.rules.dossier import Dossier, Row
from workbench.rules.entitled import state_of
from workbench.rules.judging import BLOCK, WARN, Finding, Found, Judging, found
from workbench.rules.lack import Lack
from workbench.rules.standards import Line
from workbench.rules.standing import File

INCOMPLETE = "APP_COMPLETE"
AGAIN_ANYWAY = frozenset({"LEIE_MONTH", "SAM_MONTH", "MEDICAID_MONTH"})
"""Looks that come every month: by the day of a meeting there was another."""


@dataclass(frozen=True)
class Sitting:
    """A planned meeting at which files are decided on."""

    held: date
    committee: str
    level: str


class Sittings:
    """The planned meetings from a day on: those of each level, and those that a file is on the agenda of."""

    def __init__(self, of_level: Iterable[Sitting], listed: Mapping[int, Sequence[Sitting]]) -> None:
        self._listed = {id: tuple(all) for id, all in listed.items()}
        self._next: dict[str, Sitting] = {}
        for each in sorted(of_level, key=lambda sitting: sitting.held):
            if each.level != "Department":  # it is of one department, and decides nothing
                self._next.setdefault(STAGE_OF.get(each.level, ""), each)

    def of(self, application: Row, on: date) -> tuple[Sitting, ...]:
        """Where a file is decided on next: the meetings it is listed for; else the next one of each stage from its own on."""
        listed = [each for each in self._listed.get(application.id, ()) if each.held > on]
        at = STAGES.index(application.stage) if application.stage in STAGES else 0
        coming = [each for stage, each in self._next.items() if stage in STAGES and STAGES.index(stage) >= max(at, 3)]
        return tuple(sorted(listed or [each for each in coming if each.held > on], key=lambda each: each.held))


def applications(file: File, day: Judging, sittings: Sittings) -> Found:
    """Everything about each application of a person; what the standing rules say of the same credential comes once."""
    for each in file.applications:
        day.over(day.on)  # its ages are told in days: it is judged again tomorrow
        yield from _today(each, file, day)
        yield from _meetings(each, file, day, sittings)
        yield from _agency(each, file, day)
        yield from _in_time(each, file, day)
        yield from _category(each, file, day)


def _today(each: Dossier, file: File, day: Judging) -> Found:
    for lack in readiness.lacks(each, day.on, day.on, day.policy):
        yield from _found(lack, each, file, day)


def _found(lack: Lack, each: Dossier, file: File, day: Judging, meeting: Sitting | None = None) -> Found:
    line = line_of(lack, day)
    if line is None:
        return
    severity = line.severity if meeting is None or line.severity != BLOCK else WARN
    day_of = f" on {told(meeting.held)}" if meeting and told(meeting.held) not in lack.what else ""
    when = f"{day_of} ({meeting.committee})" if meeting else ""
    credential = lack.record if lack.part == "credentials" else None
    asked: Row = each.application
    message = f"{asked.sort}: {lack.what}{when}."
    yield found(
        line, file.id, message, lack.remedy, meeting.held if meeting else None, severity, credential, asked.id,
        "" if credential else _TABLES.get(lack.part, ""), None if credential else lack.record, lack.element,
    )  # fmt: skip


_TABLES = {"references": "reference", "claims": "red_flag", "disclosures": "disclosure"}


def line_of(lack: Lack, day: Judging) -> Line | None:
    """Under which line a lack falls; where no enabled pack has its rule it only makes the file incomplete. What is only told is
    under no line that blocks, unless its own rule does."""
    if lack.line is not None:
        return lack.line
    for element in (lack.element, ""):
        if lack.rule and (lines := day.lines(lack.rule, element)):
            return next((line for line in lines if line.severity == lack.severity), lines[0])
    incomplete = day.lines(INCOMPLETE)
    same = next((line for line in incomplete if line.severity == lack.severity), None)
    return same or (incomplete[0] if incomplete and lack.severity == BLOCK else None)


def _meetings(each: Dossier, file: File, day: Judging, sittings: Sittings) -> Found:
    """What is fine today and is not on the day of a meeting: the first meeting at which it shows."""
    asked: Row = each.application
    known = {_key(lack) for lack in readiness.lacks(each, day.on, day.on, day.policy)}
    for meeting in sittings.of(asked, day.on):
        for lack in readiness.lacks(each, meeting.held, day.on, day.policy):
            if _key(lack) not in known and lack.rule and lack.rule not in AGAIN_ANYWAY:
                known.add(_key(lack))
                yield from _found(lack, each, file, day, meeting)


def _key(lack: Lack) -> tuple[str, str, int | None]:
    return lack.rule or lack.what, lack.element, lack.record


def _agency(each: Dossier, file: File, day: Judging) -> Found:
    """Where a state asks that its agency is asked before a grant and before each renewal: since the request the license was
    looked up, and shows how it stands and whether there was discipline."""
    asked: Row = each.application
    state, since = state_of(each, day.policy), looked_into.since(each)
    for line in day.lines("AGENCY_QUERY", state=state)[:1]:
        licenses = [row for row in each.credentials_of("license") if row.state == state and row.verified]
        if licenses and not any(row.standing and row.discipline for row in licenses):
            message = f"The {state} license was verified, and neither its status nor discipline is on record."
            remedy = "Ask the licensing agency for both, and record them with the verification."
            yield found(line, file.id, message, remedy, credential=licenses[0].id, application=asked.id)
        elif licenses and since and max(row.verified for row in licenses) < since:
            last = max(row.verified for row in licenses)
            message = (
                f"The {state} licensing agency was last asked {told(last)}, before this application of {told(since)}."
            )
            remedy = "Ask it again for status and discipline, and record them with the verification."
            yield found(line, file.id, message, remedy, credential=licenses[0].id, application=asked.id)


def _in_time(each: Dossier, file: File, day: Judging) -> Found:
    """A complete application on which nobody decided in the time that the bylaws give."""
    asked: Row = each.application
    since = asked.complete
    if since is not None and (crossed := day.worst(day.lines("ACT_TIME"), lambda line: line.good_until(since))):
        message = f"{asked.sort}: complete since {told(since)} and not decided; {crossed[0].said}."
        remedy = "Bring it to its next committee, or tell the applicant why it waits."
        yield found(crossed[0], file.id, message, remedy, crossed[1], application=asked.id)


def _category(each: Dossier, file: File, day: Judging) -> Found:
    """Category 2 with every reason that may be told, and what would make it Category 1."""
    for line in day.lines("EXPED_ELIG")[:1]:
        why = tuple(reason for reason in review.why(each, day.on, day.policy) if not reason.sealed)
        if why:
            said = "; ".join(dict.fromkeys(reason.text.rstrip(".") for reason in why))
            message = f"{each.application.sort}: Category 2. {said}."  # type: ignore[union-attr]
            yield found(line, file.id, message, review.cure(why), application=each.application.id)  # type: ignore[union-attr]


def once(findings: Iterable[Finding]) -> list[Finding]:
    """Of what two rules say of one credential, the first; a standing rule is asked before an application's."""
    seen: set[tuple[str, int]] = set()
    kept = []
    for each in findings:
        key = (each.rule, each.credential or 0)
        if each.application is None and each.credential:
            seen.add(key)
        elif each.credential and key in seen:
            continue
        kept.append(each)
    return kept
