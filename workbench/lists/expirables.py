"""The list of credentials: everything that expires or awaits verification, the first to lapse on top."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import Any

from peewee import Expression, fn

from workbench.lists import by_contact, contacts
from workbench.lists.columns import Column, column
from workbench.lists.joining import Joined, rows_of
from workbench.lists.listing import ListOf, Order, Row, View, longest_first
from workbench.lists.spans import span
from workbench.lists.staff import person
from workbench.records import texts
from workbench.records.credential import CREDENTIALS, Credential, told_apart
from workbench.records.notice import RenewalNotice
from workbench.records.policy import Policy
from workbench.records.provider import GONE, Provider
from workbench.store import asking, settings


def expiry_tone(expires: date | None, today: date, policy: Policy) -> str:
    """bad when it lapsed, warn within the office's urgent days, info within its lead, else good; nothing without a date."""
    if expires is None:
        return ""
    days = (expires - today).days
    if days < 0:
        return "bad"
    return "warn" if days <= policy.urgent_days else "info" if days <= policy.lead_days else "good"


def term_text(expires: date | None, lifetime: bool, continuing: bool) -> str:
    """How a term ends: the day, “Lifetime”, or “Participating in MOC”."""
    return texts.day(expires) or ("Lifetime" if lifetime else "Participating in MOC" if continuing else "")


def _far(values: Any, today: date) -> str:
    expires, lifetime, continuing = values
    return texts.distance(expires, today) if expires else term_text(None, lifetime, continuing)


def _far_tone(values: Any, today: date, policy: Policy) -> str:
    expires, lifetime, continuing = values
    return expiry_tone(expires, today, policy) or ("good" if lifetime or continuing else "")


def _credential(values: Any, today: date) -> str:
    """The state stands before the title: where the cell is cut short, which license it is can still be read. Of a roster
    that names no title (a board's, a carrier's) the issuer tells which it is."""
    sort, title, state, issuer = values
    return " · ".join(part for part in (sort, told_apart(state, title or issuer)) if part)


def _current(joined: Joined, today: date, policy: Policy) -> Expression:
    return ~joined.model.past


def _staffed(joined: Joined) -> Expression:
    return ~joined.model.past & joined.value("provider.status").not_in(tuple(GONE))


def awake(today: date, model: Any = Credential) -> Expression:
    """What was not put off until a day to come."""
    return model.snoozed.is_null() | (model.snoozed <= today)


def _waiting(joined: Joined, today: date) -> Expression:
    return _staffed(joined) & awake(today, joined.model)


def _asleep(joined: Joined, today: date, policy: Policy) -> Expression:
    return _staffed(joined) & ~awake(today, joined.model)


def _expiring(joined: Joined, today: date, policy: Policy) -> Expression:
    return _waiting(joined, today) & (joined.model.expires <= today + timedelta(days=policy.lead_days))


def _lapsed(joined: Joined, today: date, policy: Policy) -> Expression:
    return _waiting(joined, today) & (joined.model.expires < today)


def _this_month(joined: Joined, today: date, policy: Policy) -> Expression:
    month = span("this month", today)
    assert month is not None
    return _staffed(joined) & joined.model.expires.between(*month)


def _unverified(joined: Joined, today: date, policy: Policy) -> Expression:
    return _waiting(joined, today) & joined.model.verified.is_null()


def _of_sort(*keys: str) -> Any:
    return lambda joined, today, policy: ~joined.model.past & joined.value("sort.key").in_(keys)


def _dea_elsewhere(joined: Joined, today: date, policy: Policy) -> Expression:
    """A DEA registration is for one state (21 CFR 1301.12): one needs a license in the same state."""
    license = Credential.alias()
    here = license.select(fn.count(license.id)).where(
        license.provider == joined.model.provider,
        license.state == joined.model.state,
        license.sort.in_(_sort_ids("license")),
        ~license.past,
    )
    return _staffed(joined) & (joined.value("sort.key") == "dea") & (joined.model.state != "") & (here == 0)


def _sort_ids(key: str) -> Any:
    sort = Credential.sort.rel_model
    return sort.select(sort.id).where(sort.key == key)


_EXPIRES = ("expires", "lifetime", "continuing")
CONTACT = Column(
    "contact", "Contact", ("provider",), Provider.field("phone"), lambda *_: "", sort=("provider.last",), judged=True
)
"""Whom to chase; it is read of the practices, and not of a field."""


@dataclass(frozen=True)
class _Expirables(ListOf):
    """The rows of credentials, each with whom to chase."""

    def _read(
        self,
        today: date,
        words: Sequence[str],
        view: str,
        order: Order,
        filters: Mapping[str, str],
        limit: int | None,
    ) -> "array[int]":
        """As of any list; those whom nobody is known to be called about stand last, whatever the order."""
        plain = {key: wanted for key, wanted in filters.items() if key != CONTACT.key}
        wanted = filters.get(CONTACT.key, "").casefold()
        by, descending = order[0]
        if by != CONTACT.key and not wanted:
            return super()._read(today, words, view, order, plain, limit)
        called = [people for said, people in contacts.groups(descending) if wanted in said]
        joined, wheres = self._asked(today, words, view, plain)
        terms = self._terms(joined, self.order if by == CONTACT.key else order)  # before the select: they join
        query = joined.select(joined.model.id, joined.model.provider).where(*wheres).order_by(*terms)
        if by == CONTACT.key:
            return by_contact.in_turn(query, joined.model.provider, called, limit)
        among = {each for people in called for each in people}
        return array("q", islice((id for id, whose in rows_of(query) if whose in among), limit))

    def count(self, *, today: date, view: str = "", search: str = "", filters: Mapping[str, str] | None = None) -> int:
        """As of any list; whom to chase is asked of the practices."""
        if not filters or CONTACT.key not in filters:
            return super().count(today=today, view=view, search=search, filters=filters)
        return len(self._read(today, longest_first(search), view, self.order, filters, None))

    def page(self, ids: Sequence[int], today: date) -> list[Row]:
        keys = [each.key for each in self.columns]
        whom, notice = keys.index(CONTACT.key), keys.index("noticed")
        rows, whose, sent = super().page(ids, today), _whose(ids), _last_notices(ids, today)
        told = contacts.told(set(whose.values()))
        found = []
        for row in rows:
            shown = [*row.texts]
            shown[whom] = _phone_first(told.get(whose[row.id], ""))
            shown[notice] = sent.get((row.id, shown[notice]), shown[notice])
            found.append(replace(row, texts=tuple(shown)))
        return found


def _phone_first(said: str) -> str:
    """“(312) 555-0125 · Lorraine Pike”: where the cell is cut short, one can still call."""
    return " · ".join(reversed(said.split(" · ")))


def _whose(ids: Sequence[int]) -> dict[int, int]:
    """By credential the person."""
    return dict(Credential.select(Credential.id, Credential.provider).where(Credential.id.in_(list(ids))).tuples())


def _last_notices(ids: Sequence[int], today: date) -> dict[tuple[int, str], str]:
    """By credential and day “30 days, Nov 12”: which notice it was that went out that day."""
    asked = RenewalNotice.select(RenewalNotice.credential, RenewalNotice.stage, RenewalNotice.sent)
    rows = asked.where(RenewalNotice.credential.in_(list(ids))).order_by(RenewalNotice.stage.desc()).tuples()
    return {(each, texts.day(sent)): f"{stage} days, {texts.near_day(sent, today)}" for each, stage, sent in rows}


EXPIRABLES = _Expirables(
    kind=CREDENTIALS,
    columns=(
        person("provider."),
        Column(
            "expires_in",
            "Expires",
            _EXPIRES,
            Credential.field("expires"),
            reads=_far,
            tone=_far_tone,
            pill=True,
            sort=("expires",),
        ),
        column(Credential, "expires", "On"),
        Column(
            "credential",
            "Credential",
            ("sort.name", "title", "state", "issuer"),
            Credential.field("title"),
            reads=_credential,
        ),
        column(Credential, "number"),
        CONTACT,
        column(Credential, "issuer"),
        column(Credential, "provider.department.name", "Department", "department"),
        column(Credential, "noticed", "Last notice", room="90 days, Nov 30"),
        column(Credential, "snoozed"),
        column(Credential, "verified", "Last verified"),
        column(Credential, "source"),
    ),
    sheet=(
        column(Credential, "provider.npi"),
        column(Credential, "provider.last"),
        column(Credential, "provider.first"),
        column(Credential, "provider.degree"),
        column(Credential, "provider.department.name", "Department"),
        column(Credential, "provider.status"),
        column(Credential, "sort.name", "Kind"),
        *(column(Credential, name) for name in ["title", "number", "state", "issuer", "issued", "expires"]),
        column(Credential, "lifetime", reads=lambda values, _: "Lifetime" if values[0] else ""),
        column(Credential, "continuing"),
        *(column(Credential, name) for name in ["per_claim", "aggregate", "verified", "source", "verified_by"]),
        *(column(Credential, name) for name in ["standing", "discipline", "noticed", "snoozed"]),
    ),
    order=(("expires", False),),
    views=(
        View("expiring", "Expired or expiring", _expiring),
        View("lapsed", "Expired", _lapsed),
        View("month", "This month", _this_month),
        View("licenses", "Licenses", _of_sort("license")),
        View("dea_elsewhere", "DEA without matching state", _dea_elsewhere),
        View("unverified", "Not verified at source", _unverified),
        View("snoozed", "Snoozed", _asleep),
        View("past", "Earlier terms", lambda joined, today, policy: joined.model.past),
    ),
    found_by=("provider", "sort"),
    filtered_too=("sort_name", "state"),
    always=_current,
)


def expiring_also_snoozed(today: date) -> list[int]:
    """What expired or soon will, the first on top, with what the office snoozed: a committee is told of all of it."""
    last = today + timedelta(days=settings.load(Policy).lead_days)
    asleep = Credential.select(Credential.id, Credential.expires).where(
        Credential.id.in_(asking.among(EXPIRABLES.ids(today=today, view="snoozed"))) & (Credential.expires <= last)
    )
    shown = list(EXPIRABLES.ids(today=today, view="expiring"))
    found = dict(asleep.tuples())
    if not found:
        return shown
    ends = dict(
        Credential.select(Credential.id, Credential.expires).where(Credential.id.in_(asking.among(shown))).tuples()
    )
    ends |= found
    return sorted(ends, key=lambda id: (ends[id], id))
