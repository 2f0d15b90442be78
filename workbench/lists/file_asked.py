"""What is asked of a file again and again: how to reach the person, and which document proves a credential."""

from collections.abc import Iterator
from typing import Any

from workbench.lists.file_parts import Line
from workbench.records.desk import Document
from workbench.rules import sealed


def reach(person: Any, parts: dict[str, tuple[Line, ...]]) -> Iterator[tuple[str, str]]:
    """Pager, answering service, the practice's contact, the supervising physician, the office: only what is on file."""
    practice = next((line.texts for line in parts["practices"]), None)  # the preferred one stands first
    contact = " · ".join(part for part in (practice[2], practice[3]) if part) if practice else ""
    boss = person.supervisor if person.supervisor_id else None
    supervisor = " · ".join(part for part in (boss.title, boss.phone or boss.cell) if part) if boss else ""
    facts = (
        ("Pager", person.pager),
        ("Answering service", person.answering_service),
        ("Practice contact", contact),
        ("Supervising physician", supervisor),
        ("Office phone", person.phone),
    )
    yield from (fact for fact in facts if fact[1])


def proofs(provider: int) -> dict[int, tuple[int, str]]:
    """By credential, the newest document that proves it: its id and what it is called."""
    query = Document.select().where((Document.provider == provider) & Document.credential.is_null(False))
    query = query.where(Document.id.not_in(sealed.documents())).order_by(Document.dated, Document.id)
    return {each.credential_id: (each.id, each.title) for each in query}
