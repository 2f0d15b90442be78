"""Chasing: renewal notices written as drafts, letters or a mailing list, and logged as sent, in one step."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.actions.inviting import fit
from workbench.errors import Progress, WorkbenchError, quiet
from workbench.lists.chasing import Message
from workbench.papers import invitation, letter, notice
from workbench.papers.notice import Line, Notice
from workbench.records.credential import Credential
from workbench.records.notice import EMAIL, EXPIRED, LETTER, RenewalNotice, called
from workbench.records.policy import Policy
from workbench.records.words import of
from workbench.sheets import writing
from workbench.store import history, settings
from workbench.store.saving import free, put

UNREACHED = (
    "None of these contacts has an e-mail address. Nothing was written. Enter them on the practices or the people, "
    "or write letters."
)
HEADINGS = ("To", "Email", "Practice", "Address", "NPI", "Provider", "Credential", "Expires", "Notice (days before)")


@dataclass(frozen=True)
class Chased:
    """What was written, and who could not be reached that way."""

    files: tuple[Path, ...]
    notices: int
    left_out: tuple[str, ...]


def write(
    messages: Sequence[Message], how: str, folder: Path, today: date, signed: str, progress: Progress = quiet
) -> Chased:
    """Write the messages into a folder and log each notice, whole or not at all. Raises WorkbenchError."""
    reached = [each for each in messages if how != EMAIL or invitation.address(each.address)]
    left = [f"{each.to}: no e-mail address, so not written to." for each in messages if each not in reached]
    if not reached:
        raise WorkbenchError(UNREACHED)
    files: list[Path] = []
    count = sum(len(each.items) for each in reached)
    try:
        with history.step(f"Renewal notices: {count:,} to {of(len(reached), 'contact')}"):
            _log(reached, how, today)
            _write(reached, how, folder, today, signed, files, progress)
    except BaseException:
        for file in files:
            file.unlink(missing_ok=True)
        raise
    return Chased(tuple(files), count, tuple(left))


def _log(messages: Sequence[Message], how: str, today: date) -> None:
    for message in messages:
        to = message.address if how == EMAIL else message.to
        for item in message.items:
            RenewalNotice.create(credential=item.credential, stage=item.stage, sent=today, addressee=to, how=how)
            Credential.update(noticed=today).where(Credential.id == item.credential).execute()


def _write(
    messages: Sequence[Message], how: str, folder: Path, today: date, signed: str, files: list[Path], progress: Progress
) -> None:
    hospital = settings.load(Policy).hospital
    if how not in (EMAIL, LETTER):
        files.append(_mailing(messages, free(folder / f"Renewal notices {today.isoformat()}.xlsx")))
        return
    made = [_notice(each, today, hospital, signed) for each in messages]
    if how == LETTER:
        files.append(put(free(folder / f"Renewal notices {today.isoformat()}.docx"), notice.docx(made)))
        return
    for place, (message, each) in enumerate(zip(messages, made, strict=True)):
        progress(place, len(made))
        name = fit(f"Renewal notice {message.practice or message.to}")  # files lie by last name
        files.append(put(free(folder / f"{name}.eml"), letter.eml(notice.draft(each))))


def _notice(message: Message, today: date, hospital: str, signed: str) -> Notice:
    to, dear = message.addressed, message.dear
    # to the provider alone, their name reads as in the address
    items = tuple(Line(each.person if message.practice else to, each.what, each.expires) for each in message.items)
    return Notice(to, dear, message.address, message.practice, message.lines, items, today, hospital, signed)


def _mailing(messages: Sequence[Message], path: Path) -> Path:
    npis = _npis({item.provider for each in messages for item in each.items})
    rows = [
        (each.to, each.address, each.practice, "\n".join(each.lines), npis.get(item.provider, ""), item.person, item.what,
         item.expires, called(item.stage) if item.stage == EXPIRED else item.stage)
        for each in messages
        for item in each.items
    ]  # fmt: skip
    writing.write_table(path, "Renewal notices", HEADINGS, rows, texts={4})
    return path


def _npis(people: set[int]) -> dict[int, str]:
    provider = Credential.provider.rel_model
    return dict(provider.select(provider.id, provider.npi).where(provider.id.in_(list(people))).tuples())
