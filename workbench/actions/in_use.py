"""What stands in the way of a deletion: records that cannot do without the one that is to go."""

from collections import Counter
from collections.abc import Iterator, Sequence

from workbench.records import KINDS
from workbench.records.kind import Kind
from workbench.records.record import Record
from workbench.records.words import within


def in_use(kind: Kind, ids: Sequence[int]) -> str:
    """“12 providers, 3 credentials” that point at these records, or at what would go with them, and hold them; empty when
    they may go."""
    titles = {each.model: within(each.title) for each in KINDS}
    counts: Counter[str] = Counter()
    for model, count in _holding(kind.model, list(ids)):
        counts[titles.get(model, "records")] += count
    return ", ".join(f"{count:,} {title if count > 1 else title[:-1]}" for title, count in counts.items() if count)


def _holding(model: type[Record], ids: list[int]) -> Iterator[tuple[type[Record], int]]:
    for link, child in model._meta.backrefs.items():
        rows = child.select(child.id).where(link.in_(ids))
        if link.on_delete == "RESTRICT":
            yield child, rows.count()
        elif link.on_delete == "CASCADE" and (gone := [row[0] for row in rows.tuples()]):
            yield from _holding(child, gone)
