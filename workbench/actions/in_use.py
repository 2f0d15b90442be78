"""What stands in the way of a deletion: records that cannot do without the one that is to go."""

from collections.abc import Sequence

from workbench.records import KINDS
from workbench.records.kind import Kind


def in_use(kind: Kind, ids: Sequence[int]) -> str:
    """“12 providers, 3 credentials” that point at these records and hold them; empty when they may go."""
    titles = {each.model: each.title.lower() for each in KINDS}
    counts: dict[str, int] = {}
    for link, model in kind.model._meta.backrefs.items():
        if link.on_delete == "RESTRICT":
            count = model.select().where(link.in_(list(ids))).count()
            title = titles.get(model, "records")
            counts[title] = counts.get(title, 0) + count
    return ", ".join(f"{count:,} {title if count > 1 else title[:-1]}" for title, count in counts.items() if count)
