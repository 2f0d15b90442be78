"""Whether a committee can decide on a file at all: whose turn it is, what is closed, and what an expedited committee may not."""

from collections.abc import Iterator, Sequence
from datetime import date

from workbench.actions import consenting, recorded, stages
from workbench.actions.recommending import Said
from workbench.errors import Problem
from workbench.lists import expedited, recusals
from workbench.lists.before_meeting import NOTES
from workbench.records.application import STAGES, Application
from workbench.records.committee import FINAL, Committee
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import CANCELLED
from workbench.records.policy import Policy
from workbench.records.texts import day
from workbench.rules import as_held, chain, dossier, quorum
from workbench.rules.quorum import Member
from workbench.store import settings


def problems(rows: Sequence[AgendaItem], said: Said, today: date) -> list[Problem]:
    """What keeps the committee of these items, all of one meeting, from saying this about their files."""
    meeting: Meeting = rows[0].meeting
    changed = [row for row in rows if row.application_id and not row.information and said.outcome != row.outcome]
    found = [problem for row in changed for problem in _closed(row, said.outcome)]
    if not found and said.outcome in chain.DECIDED:
        found = [problem for row in out_of_turn(changed) for problem in _early(row, said)]
    waits = meeting.committee.level in FINAL or not said.out_of_turn.strip()
    if not found and said.outcome in chain.DECIDED and waits:
        found = [problem for row in changed for problem in _before_others(row)]
    if said.outcome in chain.APPROVED:
        found += consenting.voted_together(changed)
    if said.outcome in chain.APPROVED and meeting.committee.level == expedited.LEVEL:
        found += _too_few(meeting, changed) + _barred(changed, meeting.held, today)  # type: ignore[arg-type]
    return found


def out_of_turn(rows: Sequence[AgendaItem]) -> list[AgendaItem]:
    """Those of some items whose file stands at another stage than that of the items' committee; outside the chain none does."""
    return [row for row in rows if row.application_id and not row.information and not _is_its_turn(row)]


def is_closed_before(row: AgendaItem) -> bool:
    """Whether the file of an item was closed before its meeting: what is recorded of it is a note, and moves no file."""
    file = row.application
    return bool(file and file.stage == "Closed" and file.decided and file.decided < row.meeting.held)


def start(file: Application, level: str, before: str) -> str:
    """The stage at which an outcome finds a file: what an outcome before it did is taken back, and it is this committee's turn."""
    return _start(str(file.stage), level, before)


def _start(reached: str, level: str, before: str) -> str:
    turn = chain.STAGE_OF.get(level)
    return turn if before and turn and reached == chain.after(turn, level, before) else reached


def remark(row: AgendaItem, stood: str, on: date) -> None:
    """Keep among the file's remarks that a committee decided out of turn, at which stage the file stood, and why; inside a step."""
    file = Application.get_by_id(row.application_id)
    words = f"{row.outcome} by {as_held.committee(row.meeting).name} while it stood at “{stood}”: {row.out_of_turn}"
    stages.remark(file, on, words)
    file.save()


def stood(row: AgendaItem) -> str:
    """The stage at which a file stood when its item was decided out of turn, as the trail says; "" where it was not."""
    if not row.application_id or not row.out_of_turn:
        return ""
    level = row.meeting.committee.level
    found = ((str(each.file["stage"]), each.before) for each in recorded.of(row) if each.out_of_turn)
    return next((stage for stage, before in found if not chain.is_turn_of(_start(stage, level, before), level)), "")


def _is_its_turn(row: AgendaItem) -> bool:
    level = row.meeting.committee.level
    return level not in chain.STAGE_OF or chain.is_turn_of(start(row.application, level, row.outcome), level)


def _closed(row: AgendaItem, outcome: str) -> Iterator[Problem]:
    """A closed file takes no other outcome; that it is closed can be noted, and such a note taken back."""
    file = row.application
    notes = NOTES - ({"Withdrawn"} if file.outcome != "Withdrawn" else set()) | {""}
    noted = is_closed_before(row) and outcome in notes and row.outcome in notes
    if file.stage == "Closed" and not noted:
        said = f"The application of {file.provider.title} is closed ({file.outcome.lower() or 'no outcome'}"
        said += f", {day(file.decided)}). " if file.decided else "). "
        yield Problem("outcome", said + "Reopen the application before another outcome: its page, under More.")


def _early(row: AgendaItem, said: Said) -> Iterator[Problem]:
    """A file at another stage: the board decides only on what the MEC sent it; others say why they do not wait."""
    file, committee = row.application, row.meeting.committee
    stood = f"The file of {file.provider.title} stands at “{file.stage}”"
    if committee.level in FINAL:
        words = "Move it to the governing board first, or record it as accepted for information."
        yield Problem("outcome", f"{stood}: the MEC has not sent it to the board. {words}")
    elif not said.out_of_turn.strip():
        words = "Move it through its stages first, record it as accepted for information, or say why it is decided out of turn."
        yield Problem("out_of_turn", f"{stood}: {_missing(file, committee.level)}. {words}")


def _before_others(row: AgendaItem) -> Iterator[Problem]:
    """A recommendation that was made only after the day of this meeting cannot have lain before it."""
    turn = chain.STAGE_OF.get(row.meeting.committee.level)
    if turn is None:
        return
    earlier = [level for level, stage in chain.STAGE_OF.items() if STAGES.index(stage) < STAGES.index(turn)]
    words = AgendaItem.select(AgendaItem, Meeting, Committee).join(Meeting).join(Committee)
    words = words.where((AgendaItem.application == row.application_id) & ~AgendaItem.information)
    words = words.where(AgendaItem.outcome.in_(list(chain.DECIDED)) & Committee.level.in_(earlier))
    late = words.where((Meeting.state != CANCELLED) & (Meeting.held > row.meeting.held)).order_by(Meeting.held).first()
    if late is not None:
        who, on = late.meeting.committee.short or late.meeting.committee.name, day(late.meeting.held)
        said = (
            f"{who} decided on {row.application.provider.title} on {on}, after this meeting ({day(row.meeting.held)})."
        )
        yield Problem("outcome", f"{said} Correct the day of one of them (Edit, F4), or decide it at a later meeting.")


def _missing(file: Application, level: str) -> str:
    """What lies between a file and a committee."""
    at, turn = STAGES.index(file.stage), STAGES.index(chain.STAGE_OF[level])
    if at > turn:
        return f"it has gone past the {STAGES[turn].lower()}"
    skipped = [each.lower() for each in STAGES[at + 1 : turn]]
    return (
        f"it has not passed the stages {', '.join(skipped)}"
        if skipped
        else f"it has not been sent to the {STAGES[turn].lower()}"
    )


def _too_few(meeting: Meeting, rows: Sequence[AgendaItem]) -> list[Problem]:
    """An expedited committee has two voting members of the board at least, and two of them decide."""
    members, board = as_held.members(meeting), quorum.boards()
    voters = quorum.voting(members, meeting.held)  # type: ignore[arg-type]
    if quorum.voting(board, meeting.held):  # type: ignore[arg-type]
        voters = quorum.of_board(members, board, meeting.held)  # type: ignore[arg-type]
    votes = len(voters)
    least = min(
        [votes, *_left(meeting, rows, [each for each in members if each in voters or each.role == "Alternate"])]
    )
    if not rows or least >= expedited.FEWEST:
        return []
    said = (
        f"The expedited committee decides with {expedited.FEWEST} voting members of the board at least (MS.06.01.11); "
    )
    have = "of its members votes" if least == 1 else "of its members vote"
    left = f"on {day(meeting.held)} {least} {have} here" if least == votes else _took_part(least)
    return [Problem("outcome", f"{said}{left}. Seat another member, or put it on the agenda of the whole board.")]


def _left(meeting: Meeting, rows: Sequence[AgendaItem], members: Sequence[Member]) -> Iterator[int]:
    """Of each item, how many of some members were there and took part; nothing while no attendance is recorded."""
    presence, recused = recusals.presence_of(meeting.id), recusals.of_meeting(meeting.id)
    for row in rows if presence else ():
        out = [each.seat for each in recused.get(row.id, ())]
        yield quorum.present(tuple(members), meeting.held, presence, out)  # type: ignore[arg-type]


def _took_part(count: int) -> str:
    """“nobody was there and took part”, “1 was there and took part”."""
    who = "nobody was" if count == 0 else "1 was" if count == 1 else f"{count} were"
    return f"{who} there and took part"


def _barred(rows: Sequence[AgendaItem], on: date, today: date) -> list[Problem]:
    files = dossier.of_applications(row.application_id for row in rows)
    barred = expedited.barred(files, on, today, settings.load(Policy))
    return [
        Problem(
            "outcome",
            f"The expedited committee does not decide on {files[id].title}: {'; '.join(why)} (MS.06.01.11). {expedited.REMEDY}",
        )
        for id, why in barred.items()
    ]
