"""Credentials with what other records say of them: whom to chase, and whom the last notice went to."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from workbench.lists import by_contact, contacts, last_notices, ordering
from workbench.lists.columns import Column
from workbench.lists.filtering import EMPTY
from workbench.lists.listing import ListOf, Order, Row, longest_first
from workbench.records import texts
from workbench.records.credential import Credential
from workbench.records.notice import called
from workbench.records.provider import Provider
from workbench.store import asking

CONTACT = Column(
    "contact", "Contact", ("provider",), Provider.field("phone"), lambda *_: "", sort=("provider.last",), judged=True
)
"""Whom to chase; it is read of the practices, and not of a field."""
NOTICE_TO = Column(
    "notice_to", "Notice went to", ("id",), Provider.field("email"), lambda *_: "", sort=("noticed",), judged=True
)
"""Whom the last notice went to; it is read of the notices."""
_TOLD = frozenset({CONTACT.key, NOTICE_TO.key})


@dataclass(frozen=True)
class Chased(ListOf):
    """The rows of credentials, each with its contact and its last notice."""

    printed_too: tuple[str, ...] = ()
    """Columns that paper has although a small screen has no room for them, unless the user chose which show."""

    def _read(
        self,
        today: date,
        words: Sequence[str],
        view: str,
        order: Order,
        filters: Mapping[str, str],
        limit: int | None,
    ) -> "array[int]":
        """As of any list; those of whom neither is known stand last, whatever the order."""
        plain = {key: wanted for key, wanted in filters.items() if key not in _TOLD}
        told = {key: wanted.casefold() for key, wanted in filters.items() if key in _TOLD}
        by, descending = order[0]
        if by not in _TOLD and not told:
            return super()._read(today, words, view, order, plain, limit)
        joined, wheres = self._asked(today, words, view, plain)
        terms = ordering.terms(
            joined, self._ordering(self.order if by in _TOLD else order)
        )  # before the select: they join
        whose = joined.model.provider
        query = ordering.narrowed(joined.select(joined.model.id, whose), wheres).order_by(*terms)
        few = ordering.whose(joined, wheres, whose)
        most = limit if few is None and not told else None
        if by == CONTACT.key:
            found = by_contact.in_turn(query, whose, [who for _, who in contacts.groups(few, descending)], most)
        elif by == NOTICE_TO.key:
            found = _by_notice(query, joined.model.id, descending, most)
        else:
            found = array("q", asking.columns(query)[0])
        return array("q", _holding(found, told, few) if told else found)[:limit]

    def count(self, *, today: date, view: str = "", search: str = "", filters: Mapping[str, str] | None = None) -> int:
        """As of any list; what other records say is asked of them."""
        if not _TOLD & (filters or {}).keys():
            return super().count(today=today, view=view, search=search, filters=filters)
        return len(self._read(today, longest_first(search), view, self.order, filters or {}, None))

    def judged_as(self, key: str, ids: Sequence[int], today: date) -> Mapping[int, tuple[Any, str]]:
        """By row its contact, or whom its last notice went to."""
        if key == NOTICE_TO.key:
            return {id: (notice.to.casefold(), notice.to) for id, notice in last_notices.last(ids).items()}
        whose = _whose(ids)
        told = contacts.told(set(whose.values()))
        return {id: (told.get(who, "").casefold(), _phone_first(told.get(who, ""))) for id, who in whose.items()}

    def page(self, ids: Sequence[int], today: date) -> list[Row]:
        keys = [each.key for each in self.columns]
        whom, noticed, to = (keys.index(key) for key in (CONTACT.key, "noticed", NOTICE_TO.key))
        rows, whose, sent = super().page(ids, today), _whose(ids), last_notices.last(ids)
        told = contacts.told(set(whose.values()))
        found = []
        for row in rows:
            shown, notice = [*row.texts], sent.get(row.id)
            shown[whom] = _phone_first(told.get(whose[row.id], ""))
            if notice is not None:
                shown[to] = notice.to
                if shown[noticed] == texts.day(notice.sent):
                    shown[noticed] = f"{called(notice.stage)}, {texts.near_day(notice.sent, today)}"
            found.append(replace(row, texts=tuple(shown)))
        return found


def _by_notice(query: Any, id: Any, descending: bool, limit: int | None) -> "array[int]":
    """Those that had a notice by whom it went to, then the others."""
    to = {each: notice.to.casefold() for each, notice in last_notices.last().items() if notice.to}
    if limit is None:  # each is read once
        every = asking.columns(query.select(id))[0]
        told = sorted((each for each in every if each in to), key=to.__getitem__, reverse=descending)
        return array("q", [*told, *(each for each in every if each not in to)])
    found = array("q", asking.columns(query.where(id.in_(asking.among(to))))[0])
    found = array("q", sorted(found, key=to.__getitem__, reverse=descending))
    if limit is None or len(found) < limit:
        rest = query.where(id.not_in(asking.among(to)))
        found.extend(asking.columns(rest.limit(limit - len(found)) if limit is not None else rest)[0])
    return found


def _holding(ids: Sequence[int], wanted: Mapping[str, str], people: "set[int] | None") -> Iterator[int]:
    """Those of the rows whose contact, and whose last notice, holds what is wanted."""
    contact, to = wanted.get(CONTACT.key), wanted.get(NOTICE_TO.key)
    whose = _whose(ids) if contact is not None else {}
    told = contacts.told(people) if contact is not None else {}
    sent = last_notices.last() if to is not None else {}
    for id in ids:
        if contact is not None and not _holds(told.get(whose.get(id, 0), ""), contact):
            continue
        if to is None or _holds(sent[id].to if id in sent else "", to):
            yield id


def _holds(said: str, wanted: str) -> bool:
    return not said if wanted == EMPTY else wanted in said.casefold()


def _phone_first(said: str) -> str:
    """“(312) 555-0125 · Lorraine Pike”: where the cell is cut short, one can still call."""
    return " · ".join(reversed(said.split(" · ")))


def _whose(ids: Sequence[int]) -> dict[int, int]:
    """By credential the person."""
    query = Credential.select(Credential.id, Credential.provider).where(Credential.id.in_(asking.among(ids)))
    return dict(zip(*asking.columns(query), strict=True))
