"""Whom to remind of what: renewal notices by practice contact or by provider, with what is due and what was sent already."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import JOIN

from workbench.errors import Problem
from workbench.lists import last_notices
from workbench.lists.last_notices import Notice
from workbench.records.credential import Credential
from workbench.records.notice import RenewalNotice, called
from workbench.records.office_lists import CredentialSort
from workbench.records.policy import Policy
from workbench.records.practice import Practice, PracticeAddress, PracticeMember
from workbench.records.provider import GONE, Provider
from workbench.records.texts import day, near_day
from workbench.records.words import of
from workbench.rules import disciplines, notices
from workbench.store import alphabet, settings

_BLOCK = 500
MAILED = ("Credentialing", "Mailing")
"""Addresses of a practice that a letter goes to, the first before the other."""


@dataclass(frozen=True)
class Item:
    """One term that runs out, as a notice says it."""

    credential: int
    provider: int
    person: str
    what: str
    """“State license 036-119204, IL”."""
    expires: date
    stage: int
    """The notice that is due, or that was sent last where it is sent once more."""
    last: str
    """“30 days, Nov 20” of the last notice; empty where none was sent."""
    then: str = ""
    """The notice that is due after this one, “14 days, Dec 6”; empty after the last."""
    sent: date | None = None
    """The day of the last notice."""
    comes: date | None = None
    """The day on which the next one is due."""


@dataclass(frozen=True)
class Message:
    """What one contact is told."""

    to: str
    address: str
    """An e-mail address; may be empty."""
    practice: str
    dear: str
    """Who is greeted, after “Dear”: “Dr. Okafor”, “Lorraine Pike”."""
    addressed: str
    """The name above a postal address, and of an e-mail address: “Adaeze N. Okafor, MD”."""
    lines: tuple[str, ...]
    """The lines of a postal address."""
    items: tuple[Item, ...]

    @property
    def people(self) -> int:
        """How many people it is about."""
        return len({each.provider for each in self.items})

    @property
    def last(self) -> str:
        """The last notice that any of them had."""
        return max(((each.sent, each.last) for each in self.items if each.sent), default=("", ""))[1]

    @property
    def then(self) -> str:
        """The notice that is due next of any of them: of a term that has ended none comes any more, and others' do."""
        return min(((each.comes, each.then) for each in self.items if each.comes), default=("", ""))[1]


@dataclass(frozen=True)
class Chase:
    """The messages, and a sentence for everything that is left out."""

    messages: tuple[Message, ...]
    left_out: tuple[str, ...]


def chase(ids: Iterable[int], today: date, *, per_person: bool = False, again: bool = False) -> Chase:
    """The notices of these credentials: those that are due, or with again also those that were sent already.

    Never of people who left or died, of earlier terms, or of what does not expire."""
    wanted = _stages(settings.load(Policy).notice_days)
    sent = _sent(list(ids_ := list(ids)))
    items, left = [], dict[str, int]()
    for row in _rows(ids_):
        why, item = _item(row, today, wanted, sent.get(row.id, []), again)
        if item is not None:
            items.append(item)
        else:
            left[why] = left.get(why, 0) + 1
    contacts = _contacts({item.provider for item in items}, per_person)
    grouped: dict[tuple[str, ...], list[Item]] = {}
    for item in items:
        grouped.setdefault(contacts[item.provider], []).append(item)
    messages = [_message(contact, found) for contact, found in grouped.items()]
    messages.sort(key=lambda each: (alphabet.place(each.practice), alphabet.place(each.to)))
    return Chase(tuple(messages), tuple(f"{count:,} left out: {why}." for why, count in left.items()))


def told_of(credentials: Iterable[Any], today: date, policy: Policy) -> dict[int, tuple[tuple[str, str], ...]]:
    """By credential, what its card says of its notices: which was sent last, when, to whom and how, and which is next."""
    current = [each for each in credentials if not each.past and each.expires is not None]
    sent, wanted = _sent([each.id for each in current]), _stages(policy.notice_days)
    found = {}
    for each in current:
        mine = sent.get(each.id, [])
        last, coming = (
            mine[-1] if mine else None,
            notices.following(each.expires, today, wanted, [n.stage for n in mine]),
        )
        facts = (
            [("Last notice", last_notices.said(Notice(last.stage, last.sent, last.addressee, last.how)))]
            if last
            else []
        )
        if coming is not None:
            when = "due now" if coming[1] <= today else f"due {day(coming[1])}"
            facts.append(("Next notice", f"{called(coming[0])}, {when}"))
        found[each.id] = tuple(facts)
    return found


def _stages(text: str) -> tuple[int, ...]:
    found = notices.stages(text)
    return notices.USUAL if isinstance(found, Problem) else found


def _rows(ids: Sequence[int]) -> Iterable[Any]:
    for start in range(0, len(ids), _BLOCK):
        query = (
            Credential.select(
                Credential.id,
                Credential.provider,
                Credential.title,
                Credential.number,
                Credential.state,
                Credential.expires,
                Credential.past,
                CredentialSort.name.alias("sort_name"),
                Provider.last,
                Provider.first,
                Provider.middle,
                Provider.suffix,
                Provider.degree,
                Provider.status,
            )  # fmt: skip
            .join(CredentialSort)
            .switch(Credential)
            .join(Provider)
            .where(Credential.id.in_(list(ids[start : start + _BLOCK])))
            .order_by(alphabet.by(Provider.last), alphabet.by(Provider.first), Provider.id, Credential.expires)
        )
        yield from query.namedtuples()


def _sent(ids: Sequence[int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for start in range(0, len(ids), _BLOCK):
        some = list(ids[start : start + _BLOCK])
        for each in RenewalNotice.select().where(RenewalNotice.credential.in_(some)).order_by(RenewalNotice.sent):
            found.setdefault(each.credential_id, []).append(each)
    return found


def _item(row: Any, today: date, wanted: Sequence[int], sent: Sequence[Any], again: bool) -> tuple[str, Item | None]:
    if row.status in GONE:
        return f"the person is {row.status.lower()}", None
    if row.past or row.expires is None:
        return "an earlier term" if row.past else "it does not expire", None
    stage = notices.due(row.expires, today, wanted, [each.stage for each in sent])
    if stage is None and not (again and sent):
        return ("the notice was sent already" if sent else f"it does not expire within {of(max(wanted), 'day')}"), None
    last = f"{called(sent[-1].stage)}, {near_day(sent[-1].sent, today)}" if sent else ""
    number = " ".join(part for part in (row.title if row.title != row.sort_name else "", row.number) if part)
    what = f"{row.sort_name}{f' {number}' if number else ''}{f', {row.state}' if row.state else ''}"
    person = Provider.title_of(row.last, row.first, row.middle, row.suffix, row.degree)
    stage = sent[-1].stage if stage is None else stage
    after = notices.following(row.expires, today, wanted, [*(each.stage for each in sent), stage])
    then = f"{called(after[0])}, {near_day(after[1], today)}" if after else ""
    days = sent[-1].sent if sent else None, after[1] if after else None
    return "", Item(row.id, row.provider, person, what, row.expires, stage, last, then, *days)


def _contacts(people: set[int], per_person: bool) -> Mapping[int, tuple[str, ...]]:
    """By person (to, address, practice, who is greeted, addressed, lines of the postal address): the credentialing contact of the
    practice that is preferred for notices, else the person."""
    found = {each.id: _own(each) for each in Provider.select().where(Provider.id.in_(list(people)))}
    if per_person:
        return found
    query = PracticeMember.select(PracticeMember, Practice).join(Practice, JOIN.INNER)
    query = query.where(PracticeMember.provider.in_(list(people))).order_by(PracticeMember.preferred, PracticeMember.id)
    members = [member for member in query if member.practice.contact or member.practice.email]
    mailed = _mailed({member.practice_id for member in members})
    for member in members:
        practice = member.practice
        found[member.provider_id] = _of_practice(practice, mailed.get(practice.get_id(), practice))
    return found


def _mailed(practices: set[int]) -> dict[int, PracticeAddress]:
    """By practice where its credentialing is written to, else its mail; of the others their street."""
    query = PracticeAddress.select().where(PracticeAddress.practice.in_(list(practices)))
    query = query.where(PracticeAddress.sort.in_(MAILED)).order_by(PracticeAddress.id)
    rows = sorted(query, key=lambda each: MAILED.index(each.sort), reverse=True)
    return {each.practice_id: each for each in rows}


def _own(person: Any) -> tuple[str, ...]:
    return (person.title, person.email, "", _greeted(person), person.spoken, *_lines(person))


def _greeted(person: Any) -> str:
    """“Dr. Okafor”, else “Kim Abel”: as people write to each other."""
    return f"Dr. {person.last}" if disciplines.is_doctor(person) else f"{person.first} {person.last}".strip()


def _of_practice(practice: Any, where: Any) -> tuple[str, ...]:
    to = practice.contact or practice.name
    return (to, practice.email, practice.name, to, to, *_lines(where))


def _lines(record: Any) -> tuple[str, ...]:
    place = " ".join(part for part in (record.state, record.zip) if part)
    town = ", ".join(part for part in (record.city, place) if part)
    return tuple(part for part in (record.street, record.street2, town) if part)


def _message(contact: tuple[str, ...], items: Sequence[Item]) -> Message:
    to, address, practice, dear, addressed, *lines = contact
    return Message(to, address, practice, dear, addressed, tuple(lines), tuple(items))
