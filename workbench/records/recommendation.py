"""What a committee said at a meeting about each privilege of a file; later ones may say otherwise, and every word stays."""

from workbench.records.application import VIEWS
from workbench.records.fields import Link, LongText, Text
from workbench.records.kind import Kind
from workbench.records.meeting import AgendaItem
from workbench.records.privilege import PrivilegeRequest
from workbench.records.record import Record
from workbench.records.words import choices


class Recommendation(Record):
    """One privilege asked for, and what was said of it with the outcome of an item; of the governing board, what it decided."""

    item = Link(AgendaItem, verbose_name="Item", on_delete="CASCADE", backref="recommendations")
    request = Link(PrivilegeRequest, verbose_name="Privilege asked for", on_delete="CASCADE", backref="recommendations")
    view = Text(verbose_name="Recommendation", choices=choices(VIEWS), default=VIEWS[0])
    conditions = LongText(verbose_name="Conditions", default="")

    titled_by = ("request", "view")
    not_from_files = frozenset({"item", "request", "view"})

    class Meta:
        """Once with each item."""

        indexes = ((("item", "request"), True),)


RECOMMENDATIONS = Kind(
    Recommendation,
    "Recommendations",
    ("item", "request", "view", "conditions"),
    natural_key=("item", "request"),
)
