"""A packet: everything that is on the paper of a meeting and nothing else. It is made of the agenda and of dossiers read in bulk."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from workbench.errors import WorkbenchError
from workbench.lists import agenda
from workbench.lists.agenda_parts import Agenda, Item
from workbench.papers import (
    attachments,
    enclosures,
    findings,
    minutes_said,
    named_in_titles,
    private,
    said_before,
    titles_shown,
)
from workbench.papers.attachments import Attachment, LeftOut
from workbench.papers.editions import COMMITTEE, OPEN_SECTIONS, Edition, edition
from workbench.papers.findings import Found
from workbench.papers.members_said import MemberSaid, member_said
from workbench.papers.minutes_said import MinutesSaid
from workbench.papers.profile import Profile, profile_of
from workbench.records import texts
from workbench.records.meeting_words import CONSENT
from workbench.records.policy import Policy
from workbench.rules.dossier import Dossier
from workbench.store import settings

CARRIED = {"Minutes": "minutes", "Action items": "actions"}
"""Sections whose items lead to a part of the packet; minutes of a day lead to those of that day."""


@dataclass(frozen=True)
class PacketItem:
    """One line of the agenda on paper."""

    key: str
    number: str
    section: str
    title: str
    """“Morris, Kevin T., DO” for a practitioner."""
    detail: str
    asked: str
    minutes: int
    at: str
    information: bool
    provider: int | None
    leads_to: str
    """The key of what it is about: a profile or a document; empty where the agenda says all."""
    closed: bool = False
    """Its file was closed before the meeting: it stands there and asks for nothing."""
    lies: tuple[int, int] | None = None
    """On a supplement, of what did not change: the issue and the page where it is."""


@dataclass(frozen=True)
class Part:
    """A section of the agenda."""

    number: str
    name: str
    headed: bool
    items: tuple[PacketItem, ...]


@dataclass(frozen=True)
class Consent:
    """One line of the consent block."""

    number: str
    name: str
    asks: str
    term: str
    chair: str


@dataclass(frozen=True)
class Packet:
    """All that a packet says."""

    edition: Edition
    hospital: str
    committee: str
    held: date
    starts: str
    length: int
    place: str
    chair: str
    quorum: str
    legend: str
    made: date
    parts: tuple[Part, ...]
    members: tuple[MemberSaid, ...]
    minutes: tuple[MinutesSaid, ...]
    """Of the meetings before that nobody approved yet, the oldest first."""
    actions: tuple[tuple[str, str, str, str], ...]
    """What, owner, due, raised."""
    consent: tuple[Consent, ...]
    profiles: tuple[Profile, ...]
    attached: tuple[Attachment, ...]
    findings: tuple[Found, ...]
    """What whoever prints it should know; not printed."""
    left_out: tuple[LeftOut, ...] = ()
    """Documents of a kind that is not known; not printed."""
    notice: str = ""
    """On the cover: what this issue replaces, or adds to."""
    supplements: int = 0
    """The issue to which it is a supplement; 0 for a whole packet."""
    made_of: tuple[tuple[str, str, str], ...] = ()
    """Of a supplement, what the whole is made of."""

    @property
    def items(self) -> tuple[PacketItem, ...]:
        """All lines of the agenda in order."""
        return tuple(item for part in self.parts for item in part.items)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What whoever prints it should know, the gravest first."""
        return findings.sentences(self.findings)

    @property
    def day(self) -> str:
        """“Dec 1 2026”: all days of a packet are said alike."""
        return texts.day(self.held)


def packet_of(meeting: int, today: date, edition_name: str = COMMITTEE) -> Packet:
    """The packet of a meeting as the office stands; raises WorkbenchError if there is no such meeting."""
    found, files = _agenda(meeting, today)
    policy, shown = settings.load(Policy), edition(edition_name)
    profiles = _profiles(found, files, today, policy, shown)
    attached = enclosures.enclosed(found, files, profiles, shown)
    minutes = minutes_said.before(meeting, today, shown) if found.previous and not shown.sealed else ()
    parts = _parts(found, files, profiles, attached, minutes, shown)
    made = Packet(
        edition=shown,
        hospital=policy.hospital or "Hospital name not set",
        committee=found.committee_name,
        quorum=found.quorum_said,
        **{name: getattr(found, name) for name in _OF_MEETING},
        legend=found.legend.strip() if shown.legend else "",
        made=today,
        parts=parts,
        members=tuple(member_said(each) for each in found.members),
        minutes=minutes,
        actions=_actions(found) if shown.people and shown.judgments and not shown.boxes else (),
        consent=_consent(found, files, shown) if shown.profiles else (),
        profiles=profiles,
        attached=attached,
        left_out=attachments.left_out_of(files.values()) if shown.scans == "all" else (),
        findings=(*findings.of(found, files, attached, shown), *named_in_titles.of(parts, minutes, shown)),
    )
    return _veiled(made)


_OF_MEETING = ("held", "starts", "length", "place", "chair")
"""What a packet says of its meeting as the agenda does."""


def _veiled(made: Packet) -> Packet:
    told = tuple((findings.KEPT_BACK, 0, said) for said in private.sentences(made))
    return replace(private.veiled(made), findings=(*made.findings, *told)) if told else made


def _agenda(meeting: int, today: date) -> tuple[Agenda, dict[int, Dossier]]:
    found, files = agenda.with_files(meeting, today, judged=False)
    if found is None:
        raise WorkbenchError(
            f"There is no meeting {meeting}. Nothing was written. Look up its ID in the first column of the list of meetings."
        )
    closed = {each.application for each in found.items if each.closed}
    return found, {each: file for each, file in files.items() if each not in closed}


def _profiles(
    found: Agenda, files: dict[int, Dossier], today: date, policy: Policy, shown: Edition
) -> tuple[Profile, ...]:
    """One for each practitioner, where their first file stands; later files of the same person are part of it."""
    if not shown.profiles:
        return ()
    people: dict[int, dict[int, tuple[str, Dossier]]] = {}
    for item in found.items:
        if file := files.get(item.application or 0):
            people.setdefault(file.person.id, {}).setdefault(item.application or 0, (item.number, file))
    said = said_before.words(files, found.held, found.starts) if shown.judgments else {}
    return tuple(
        replace(
            profile_of([*each.values()], found.held, today, policy, shown),
            before=tuple(word for application in each for word in said.get(application, ())),
        )
        for each in people.values()
    )


def _parts(
    found: Agenda,
    files: dict[int, Dossier],
    profiles: Sequence[Profile],
    attached: Sequence[Attachment],
    minutes: Sequence[MinutesSaid],
    shown: Edition,
) -> tuple[Part, ...]:
    of_person = {profile.provider: profile for profile in profiles}
    documents = {each.document: each.key for each in attached}
    withheld = enclosures.kept_back(found)
    parts = []
    for section in found.sections:
        items = [
            _item(
                enclosures.bare(each, withheld), files.get(each.application or 0), of_person, documents, minutes, shown
            )
            for each in titles_shown.public(section.items, shown)
        ]
        if items and not shown.people and section.name not in OPEN_SECTIONS:
            parts.append(Part(section.number, section.name, False, (replace(items[0], number=section.number),)))
        elif items:
            parts.append(Part(section.number, section.name, section.headed, tuple(items)))
    return tuple(parts)


def _asked(item: Item, shown: Edition) -> str:
    """What a committee is asked to do tells how a file, or somebody else's case, was judged."""
    return (item.closed or item.asked) if shown.judgments else ""


def _item(
    item: Item,
    file: Dossier | None,
    profiles: dict[int, Profile],
    documents: dict[int, str],
    minutes: Sequence[MinutesSaid],
    shown: Edition,
) -> PacketItem:
    title, profile = item.title, profiles.get(item.provider or 0)
    name = file.title if file is not None else profile.name if profile and not item.document else ""
    if not title.startswith(name):
        title = f"{name}: {title}" if shown.titles else name
    leads = documents.get(item.document or 0, _carried(item, minutes))
    if name:
        leads = profile.key if profile and not item.closed else ""
    same = {name: getattr(item, name) for name in _SAME} | {"closed": bool(item.closed)}
    return PacketItem(
        f"item {item.id}", title=title, detail=item.detail, asked=_asked(item, shown), leads_to=leads, **same
    )


def _carried(item: Item, minutes: Sequence[MinutesSaid]) -> str:
    own = minutes_said.key_of(item.title)
    return own if any(each.key == own for each in minutes) else CARRIED.get(item.section, "")


_SAME = ("number", "section", "minutes", "at", "information", "provider")
"""What an item says on paper as it does on the agenda."""


def _actions(found: Agenda) -> tuple[tuple[str, str, str, str], ...]:
    return tuple((each.title, each.owner, texts.day(each.due), texts.day(each.raised)) for each in found.actions)


def _consent(found: Agenda, files: dict[int, Dossier], shown: Edition) -> tuple[Consent, ...]:
    lines = []
    for item in found.items:
        if item.section != CONSENT or item.closed:
            continue
        file = files.get(item.application or 0)
        asked = file.application if file else None
        if file is None or asked is None:
            lines.append(Consent(item.number, item.title, _asked(item, shown), "", ""))
            continue
        what = " · ".join(part for part in (asked.sort, file.person.specialty_name, asked.category_name) if part)
        days = (texts.day(asked.term_starts), texts.day(asked.term_ends))
        view = asked.chair_view if shown.judgments else ""
        lines.append(Consent(item.number, file.title, what, " to ".join(days) if all(days) else "", view))
    return tuple(lines)
