"""Whom to call or write about a person's papers: the credentialing contact of their practice, else the person."""

from collections.abc import Collection

from peewee import JOIN

from workbench.lists.joining import rows_of
from workbench.records.practice import Practice, PracticeMember
from workbench.records.provider import Provider
from workbench.store import asking


def told(people: Collection[int] | None = None) -> dict[int, str]:
    """By person “Lorraine Pike · (312) 555-0125”: the contact of the practice preferred for notices, with its phone or
    e-mail; of a person without one their own. Without people, of everybody."""
    own = Provider.select(Provider.id, Provider.phone, Provider.cell, Provider.email)
    members = PracticeMember.select(PracticeMember.provider, Practice.contact, Practice.phone, Practice.email)
    members = members.join(Practice, JOIN.INNER).where((Practice.contact != "") | (Practice.email != ""))
    if people is not None:
        own = own.where(Provider.id.in_(asking.among(people)))
        members = members.where(PracticeMember.provider.in_(asking.among(people)))
    found = {id: phone or cell or email for id, phone, cell, email in rows_of(own)}
    for id, contact, phone, email in rows_of(members.order_by(PracticeMember.preferred, PracticeMember.id)):
        found[id] = " · ".join(part for part in (contact, phone or email) if part)
    return found


def groups(people: Collection[int] | None = None, descending: bool = False) -> list[tuple[str, list[int]]]:
    """People, without any everybody, by whom to call about them, in order and as it is compared (casefold); those without a contact
    stand last."""
    found: dict[str, list[int]] = {}
    for person, said in told(people).items():
        found.setdefault(said.casefold(), []).append(person)
    nobody = found.pop("", [])
    return [*sorted(found.items(), reverse=descending), ("", nobody)]
