"""A kind: a sort of record and how it appears. Everything generic reads the model and the kind, and nothing else."""

from dataclasses import dataclass

from peewee import Field, TextField

from workbench.records.fields import Called, Clock, FuzzyDay
from workbench.records.record import Record
from workbench.store.triggers import DERIVED

REMARKS = "remarks"


def _is_text(field: Field) -> bool:
    """Whether people look for the words of a field: no days, no times of day, and nobody else's name."""
    return isinstance(field, TextField) and not isinstance(field, FuzzyDay | Clock | Called)


@dataclass(frozen=True)
class Kind:
    """How a sort of record appears."""

    model: type[Record]
    title: str
    """Plural, as a page and a list are called."""
    columns: tuple[str, ...]
    """The fields that a list shows, in order; the first names the record."""
    searched: tuple[str, ...] = ()
    """The fields whose words a search finds, never a masked one; the texts that the list shows and the remarks come by themselves."""
    natural_key: tuple[str, ...] = ()
    """The fields by which the office tells two of these apart."""
    order: tuple[str, ...] = ()
    """The columns by which its list is ordered; else the first."""
    masked: frozenset[str] = frozenset()
    """Fields shown as dots until asked for, and left out of lists, exports and search."""
    group: str = ""
    """The part of the sidebar where it has a page of its own; empty for what lives on a person's file."""

    def __post_init__(self) -> None:
        if self.derived:
            return
        shown = [name for name in self.columns if _is_text(self.model.field(name))]
        remarks = [REMARKS] if REMARKS in self.model._meta.fields else []
        every = dict.fromkeys((*self.searched, *shown, *remarks))
        object.__setattr__(self, "searched", tuple(name for name in every if name not in self.masked))

    @property
    def derived(self) -> bool:
        """Whether it is made from other records: then no index holds its words."""
        return self.model._meta.table_name in DERIVED

    @property
    def name(self) -> str:
        """The name of its list on the command line."""
        return self.title.lower().replace(" ", "_").replace("'", "")

    @property
    def alone(self) -> list[tuple[str, ...]]:
        """The fields, alone or together, whose value only one record may have."""
        meta = self.model._meta
        alone = [(field.name,) for field in meta.sorted_fields if field.unique and not field.primary_key]
        together = [tuple(names) for names, unique in meta.indexes if unique]
        found = [*alone, *together, *([self.natural_key] if len(self.natural_key) == 1 else [])]
        return list(dict.fromkeys(found))

    @property
    def table(self) -> str:
        """Its table in the file."""
        return self.model._meta.table_name
