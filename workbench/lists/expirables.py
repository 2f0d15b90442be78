"""The list of credentials: everything that expires or awaits verification, the first to lapse on top."""

from datetime import date, timedelta
from typing import Any

from peewee import Expression, fn

from workbench.lists.chased import CONTACT, NOTICE_TO, Chased
from workbench.lists.columns import Column, column
from workbench.lists.joining import Joined
from workbench.lists.listing import View
from workbench.lists.spans import span
from workbench.lists.staff import person
from workbench.records import texts
from workbench.records.credential import CREDENTIALS, Credential, told_apart
from workbench.records.policy import Policy
from workbench.records.provider import GONE
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


def _by_day(joined: Joined, days: Expression) -> Expression:
    """Current terms that end on some days; said as an equation, so that the index by day finds the few of them."""
    return (joined.model.past == False) & days  # noqa: E712


def _expiring(joined: Joined, today: date, policy: Policy) -> Expression:
    soon = joined.model.expires <= today + timedelta(days=policy.lead_days)
    return _by_day(joined, soon) & _waiting(joined, today)


def _lapsed(joined: Joined, today: date, policy: Policy) -> Expression:
    return _by_day(joined, joined.model.expires < today) & _waiting(joined, today)


def _this_month(joined: Joined, today: date, policy: Policy) -> Expression:
    month = span("this month", today)
    assert month is not None
    return _by_day(joined, joined.model.expires.between(*month)) & _staffed(joined)


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
EXPIRABLES = Chased(
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
        column(Credential, "noticed", "Last notice"),
        NOTICE_TO,
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
    printed_too=("number",),
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
