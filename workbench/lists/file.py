"""A person's file as the page shows it: read in a few queries, today or as of a day, and then only looked at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from peewee import JOIN

from workbench.lists import chasing, file_asked, file_years
from workbench.lists.expirables import expiry_tone, term_text
from workbench.lists.file_parts import Line, called
from workbench.lists.file_quality import ALL_PARTS
from workbench.lists.file_years import Years
from workbench.lists.staff import _STATUS_TONES as STATUS_TONES
from workbench.records import texts
from workbench.records.credential import Credential, told_apart
from workbench.records.office_lists import Category, CredentialSort, Department, Specialty
from workbench.records.photo import Photo
from workbench.records.policy import Policy
from workbench.records.provider import GONE, Provider
from workbench.store import settings

Fact = tuple[str, str]
WORDS = {
    "bad": "Expired",
    "warn": "Expiring",
    "info": "Expiring",
    "good": "Current",
    "": "No expiration",
    "quiet": "Earlier term",
}
SUPERVISED = frozenset({"Physician assistant"})
"""Provider types that every state asks to name a physician; others depend on the state."""


@dataclass(frozen=True)
class Matter:
    """Something about a file that somebody should look at."""

    tone: str
    headline: str
    sentence: str
    credential: int | None = None


@dataclass(frozen=True)
class File:
    """Everything that the page of one person shows, except its history; no record escapes."""

    id: int
    title: str
    initials: str
    line: str
    """“Interventional Cardiology · Active staff, Medicine · NPI 1477552867 · to Mar 31 2027”: only what exists."""
    pills: tuple[tuple[str, str], ...]
    standing: tuple[Fact, ...]
    contacts: tuple[Fact, ...]
    person: tuple[Fact, ...]
    masked: tuple[Fact, ...]
    """Shown as dots until asked for."""
    values: dict[str, Any]
    """By field, what the form shows; a link is (id, title)."""
    current: tuple[Line, ...]
    past: tuple[Line, ...]
    facts: dict[int, tuple[tuple, ...]]
    """By credential, what its card says."""
    names: dict[int, str]
    """By credential, what it is called."""
    matters: tuple[Matter, ...]
    parts: dict[str, tuple[Line, ...]]
    proofs: dict[int, int] = field(default_factory=dict)
    """By credential, the id of the newest document that proves it."""
    reach: tuple[Fact, ...] = ()
    """What is asked on the telephone, in the order in which one looks: pager, answering service, the practice's contact, the
    supervising physician, the office. Only what is on file."""
    photo: str = ""
    """What the bytes of the person's picture are found by; empty without one."""
    years: Years = field(default_factory=lambda: Years(date.min))


def read(provider: int, today: date) -> File | None:
    """The file of a person; None when there is none (deleted, or not yet there on that day)."""
    person: Any = _person(provider)
    if person is None:
        return None
    policy, credentials, proofs = settings.load(Policy), _credentials(provider), file_asked.proofs(provider)
    parts = {part.key: part.lines(provider, today, policy) for part in ALL_PARTS}
    current = [each for each in credentials if not each.past]
    told = {} if person.status in GONE else chasing.told_of(current, today, policy)
    values = _values(person)
    matters = () if person.status in GONE else tuple(_matters(person, current, today, policy))
    return File(
        provider,
        person.title,
        f"{person.first[:1]}{person.last[:1]}".upper(),
        _head(person, parts),
        _pills(person, current, today, policy),
        _standing(person),
        _contacts(person),
        _personal(person),
        _private(person),
        values,
        *_terms(credentials, today, policy, proofs, told),
        matters,
        parts,
        {each: proof for each, (proof, _) in proofs.items()},
        tuple(file_asked.reach(person, parts)),
        (getattr(person, "picture", None) or Photo()).sha256,
        file_years.years(provider, today, policy),
    )


def _person(provider: int) -> Any:
    second, boss = Specialty.alias(), Provider.alias()
    query = Provider.select(Provider, Specialty, Department, Category, second, boss, Photo)
    for model, link in (
        (Specialty, Provider.specialty),
        (Department, Provider.department),
        (Category, Provider.category),
    ):
        query = query.join_from(Provider, model, JOIN.LEFT_OUTER, on=link)
    query = query.join_from(
        Provider, second, JOIN.LEFT_OUTER, on=(Provider.subspecialty == second.id), attr="subspecialty"
    )
    query = query.join_from(Provider, boss, JOIN.LEFT_OUTER, on=(Provider.supervisor == boss.id), attr="supervisor")
    query = query.join_from(Provider, Photo, JOIN.LEFT_OUTER, on=(Photo.provider == Provider.id), attr="picture")
    return query.where(Provider.id == provider).first()


def _credentials(provider: int) -> list[Any]:
    query = Credential.select(Credential, CredentialSort).join(CredentialSort).where(Credential.provider == provider)
    return list(
        query.order_by(CredentialSort.position, Credential.expires.is_null(), Credential.expires, Credential.id)
    )


def _values(person: Any) -> dict[str, Any]:
    values = dict(person.__data__)
    for name in ("specialty", "subspecialty", "department", "category", "supervisor"):
        if values.get(name) is not None:
            values[name] = (values[name], getattr(person, name).title)
    return values


def _named(link: Any) -> str:
    return link.title if link is not None and link.id else ""


def _head(person: Any, parts: dict[str, tuple[Line, ...]]) -> str:
    category, department = _named(person.category), _named(person.department)
    staff = ", ".join(part for part in (f"{category} staff" if category else "", department) if part)
    ends = next((line.texts[4] for line in parts["appointments"] if line.texts[4]), "")
    shown = (_named(person.specialty), staff, f"NPI {person.npi}" if person.npi else "", f"to {ends}" if ends else "")
    return " · ".join(part for part in shown if part) or person.provider_type


def _pills(person: Any, current: list[Any], today: date, policy: Policy) -> tuple[tuple[str, str], ...]:
    pills = [(person.status, STATUS_TONES.get(person.status, "quiet"))]
    if person.status in GONE:
        return tuple(pills)
    tones = [expiry_tone(each.expires, today, policy) for each in current]
    expiring = tones.count("warn") + tones.count("info")
    if tones.count("bad"):
        pills.append((f"{tones.count('bad')} expired", "bad"))
    if expiring:
        pills.append((f"{expiring} expiring", "warn"))
    return tuple(pills)


def _standing(person: Any) -> tuple[Fact, ...]:
    since = f", since {texts.day(person.status_since)}" if person.status_since else ""
    facts = (
        ("Status", f"{person.status}{since}"),
        ("Category", _named(person.category)),
        ("Department", " · ".join(part for part in (_named(person.department), person.section) if part)),
        ("Specialty", " · ".join(part for part in (_named(person.specialty), _named(person.subspecialty)) if part)),
        ("Provider type", person.provider_type),
        ("Employment", person.employment),
        ("Supervising physician", _named(person.supervisor)),
    )
    return tuple(fact for fact in facts if fact[1])


def _contacts(person: Any) -> tuple[Fact, ...]:
    city = f"{person.city}," if person.city and person.state else person.city
    town = " ".join(part for part in (city, person.state, person.zip) if part)
    address = "\n".join(part for part in (person.street, person.street2, town) if part)
    facts = (
        ("Pager", person.pager),
        ("Answering service", person.answering_service),
        ("Office phone", person.phone),
        ("Cell", person.cell),
        ("Email", person.email),
        ("Fax", person.fax),
        ("Address", address),
    )
    return tuple(fact for fact in facts if fact[1])


def _personal(person: Any) -> tuple[Fact, ...]:
    facts = (
        ("NPI", person.npi),
        ("Goes by", person.preferred),
        ("Languages", person.languages),
        ("Remarks", person.remarks),
    )
    return tuple(fact for fact in facts if fact[1])


def _private(person: Any) -> tuple[Fact, ...]:
    facts = (("Birth date", texts.day(person.birth_date)), ("Last four of SSN", person.ssn_last4))
    return tuple(fact for fact in facts if fact[1])


def _which(each: Any) -> str:
    """What tells this credential from others of its sort, what tells most first: state, title or who issued it, and the
    limits of coverage."""
    limits = " / ".join(_short(limit) for limit in (each.per_claim, each.aggregate) if limit)
    return ", ".join(part for part in (told_apart(each.state, each.title or each.issuer), limits) if part)


def _short(dollars: int) -> str:
    return f"${dollars / 1_000_000:g}M" if dollars >= 1_000_000 else f"${dollars:,}"


def _line(each: Any, today: date, policy: Policy) -> Line:
    which, tone = _which(each), expiry_tone(each.expires, today, policy)
    ends = term_text(each.expires, each.lifetime, each.continuing)
    name = f"{each.sort.name} · {which}" if which else each.sort.name
    shown = (name, each.number or "—", ends or "—", texts.day(each.verified) or "Not verified", each.source or "—")
    tones = ("", "", "quiet" if each.past else tone or ("good" if ends else ""), "" if each.verified else "quiet", "")
    far = each.expires or date.max
    return Line(each.id, shown, tones, (name, each.number, far, each.verified or date.min, each.source))


Terms = tuple[tuple[Line, ...], tuple[Line, ...], dict[int, tuple[tuple, ...]], dict[int, str]]


def _terms(
    credentials: list[Any],
    today: date,
    policy: Policy,
    proofs: Mapping[int, tuple[int, str]],
    told: Mapping[int, Sequence[tuple]],
) -> Terms:
    """The current ones, the past ones, what the card of each says, and what each is called."""
    current, past = (tuple(_line(each, today, policy) for each in credentials if each.past is which) for which in _PAST)
    facts = {each.id: (*_facts(each, today, policy, proofs), *told.get(each.id, ())) for each in credentials}
    return current, past, facts, {each.id: called(each) for each in credentials}


_PAST = (False, True)


def _facts(each: Any, today: date, policy: Policy, proofs: Mapping[int, tuple[int, str]]) -> Iterator[tuple]:
    tone = "quiet" if each.past else expiry_tone(each.expires, today, policy)
    yield "Status", WORDS[tone], tone or "good"
    far = f"{texts.day(each.expires)} · {texts.distance(each.expires, today)}" if each.expires else ""
    verified = texts.day(each.verified) or ("" if each.past else "Not yet")
    shown = (
        ("Expires", far or term_text(None, each.lifetime, each.continuing)),
        ("Issued", texts.day(each.issued)),
        ("Issuer", each.issuer),
        ("Limits", " / ".join(f"${v:,}" for v in (each.per_claim, each.aggregate) if v)),
        ("At the source", " · ".join(part for part in (each.standing, _disciplined(each.discipline)) if part)),
        ("Verified", f"{verified} by {each.verified_by}" if each.verified_by and each.verified else verified),
        ("Source", each.source),
        ("Proof", proofs[each.id][1] if each.id in proofs else ""),
        ("Remarks", each.remarks),
    )
    yield from (fact for fact in shown if fact[1])


def _disciplined(said: str) -> str:
    return f"discipline: {said.lower()}" if said else ""


def _matters(person: Any, current: list[Any], today: date, policy: Policy) -> Iterator[Matter]:
    for each in sorted((c for c in current if c.expires), key=lambda c: c.expires):
        tone = expiry_tone(each.expires, today, policy)
        if tone in ("bad", "warn", "info"):
            verb, word = ("ended", "expired") if tone == "bad" else ("ends", "expires")
            which = " ".join(part for part in (_which(each), each.number) if part) or each.sort.name
            when = f"{texts.day(each.expires)}, {texts.distance(each.expires, today)}"
            yield Matter(tone, f"{each.sort.name} {word}", f"{which} {verb} {when}.", each.id)
    unseen = [each for each in current if each.verified is None]
    if unseen:
        names = dict.fromkeys(each.sort.name for each in unseen)
        yield Matter("warn", f"{len(unseen)} not verified at the source", f"{', '.join(names)}.", unseen[0].id)
    if not person.npi:
        yield Matter("warn", "No NPI", "The file holds no National Provider Identifier.")
    if not any(each.sort.key == "license" for each in current):
        yield Matter("warn", "No license", "The file holds no current state license.")
    if person.provider_type in SUPERVISED and not _named(person.supervisor):
        kind = person.provider_type.lower()
        yield Matter("warn", "No supervising physician", f"A {kind} works with a physician; none is named.")
