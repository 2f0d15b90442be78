"""The list of documents, without what is under seal."""

from datetime import date

from peewee import Expression

from workbench.lists.columns import column
from workbench.lists.joining import Joined
from workbench.lists.listing import ListOf
from workbench.records.desk import DOCUMENTS, Document
from workbench.records.policy import Policy
from workbench.rules import sealed


def _ordinary(joined: Joined, today: date, policy: Policy) -> Expression:
    return joined.model.id.not_in(sealed.documents())


DOCUMENTS_LIST = ListOf(
    kind=DOCUMENTS,
    columns=tuple(column(Document, name) for name in DOCUMENTS.columns),
    sheet=tuple(column(Document, name) for name in DOCUMENTS.columns),
    order=(("provider", False),),
    found_by=("provider", "credential"),
    always=_ordinary,
)
