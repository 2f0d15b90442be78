"""The last renewal notice of a term of a credential: which it was, when it was sent, and to whom."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from workbench.records import texts
from workbench.records.credential import Credential, told_apart
from workbench.records.notice import RenewalNotice, called
from workbench.records.office_lists import CredentialSort
from workbench.store import asking


class Notice(NamedTuple):
    """What is told of one notice."""

    stage: int
    """Days before the end; EXPIRED after it."""
    sent: date
    to: str
    how: str


_FIELDS = (RenewalNotice.stage, RenewalNotice.sent, RenewalNotice.addressee, RenewalNotice.how)


def last(credentials: Collection[int] | None = None) -> dict[int, Notice]:
    """By credential its last notice, of those that have one; without credentials of all."""
    query = RenewalNotice.select(RenewalNotice.credential, *_FIELDS)
    if credentials is not None:
        query = query.where(RenewalNotice.credential.in_(asking.among(credentials)))
    query = query.order_by(RenewalNotice.sent, RenewalNotice.stage.desc(), RenewalNotice.id)
    return {each: Notice(*told) for each, *told in query.tuples()}


def of_person(provider: int) -> str:
    """The last notice that went out about somebody, “State license · IL: 30 days, Nov 20 2026, to Lorraine Pike (letter)”."""
    query = RenewalNotice.select(CredentialSort.name, Credential.title, Credential.state, *_FIELDS)
    query = query.join(Credential).join(CredentialSort).where(Credential.provider == provider)
    query = query.order_by(RenewalNotice.sent.desc(), RenewalNotice.stage, RenewalNotice.id.desc())
    for sort, title, state, stage, sent, to, how in query.limit(1).tuples():
        what = " · ".join(part for part in (sort, told_apart(state, title)) if part)
        return f"{what}: {said(Notice(stage, sent, to, how))}"
    return ""


def said(notice: Notice) -> str:
    """“30 days, Nov 20 2026, to Lorraine Pike (letter)”."""
    to = f", to {notice.to}" if notice.to else ""
    return f"{called(notice.stage)}, {texts.day(notice.sent)}{to} ({notice.how.lower()})"
