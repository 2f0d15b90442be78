"""What every record has in common: its fields' metadata is the only declaration, and it can say what is wrong with itself."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from peewee import Field, Model

from workbench.errors import Problem
from workbench.records import checks
from workbench.store import RecordId, database


class Record(Model):
    """A row that the office keeps."""

    id = RecordId()
    """Never used again, so that the history of a record is of that record alone."""

    titled_by: ClassVar[tuple[str, ...]] = ("name",)
    """The fields whose values make the record's title."""
    not_from_files: ClassVar[frozenset[str]] = frozenset()
    """Fields that the program keeps, or that say what somebody saw: a list tells them, and a list that comes back changes none."""
    renewed_by: ClassVar[str] = ""
    """The field whose later day begins a new term while the old one stays; empty where records have no terms."""
    followed_by: ClassVar[str] = ""
    """The field of which a change can bring another record with it: save() knows, so nothing writes it past save()."""
    witnessed_by: ClassVar[tuple[str, ...]] = ()
    """Fields that say who saw the others, and when: emptied by a file that changes what was seen."""
    not_witnessed: ClassVar[frozenset[str]] = frozenset()
    """Fields that nobody saw there, such as remarks: what was seen holds although they change."""

    class Meta:
        """All records lie in the one office that is open."""

        database = database
        legacy_table_names = False

    @classmethod
    def title_of(cls, *values: Any) -> str:
        """The title made of the values of titled_by; what a link to this record shows."""
        return " · ".join(str(value) for value in values if value not in (None, ""))

    @property
    def title(self) -> str:
        """What this record is called wherever it is pointed at."""
        return self.title_of(*(self._titling(name) for name in self.titled_by))

    @property
    def which(self) -> str:
        """What a step calls it: its title, or what says of one without title which it is."""
        return str(self.title)

    def _titling(self, name: str) -> Any:
        """A link titles by the title of what it points at."""
        value = self.__data__.get(name)
        target = getattr(self.field(name), "rel_model", None)
        linked = target.get_or_none(target.id == value) if target is not None and value is not None else None
        return linked.title if linked else value

    def doubts(self) -> Iterator[Problem]:
        """What is likely a slip and can be kept all the same; asked of somebody who adds or changes it by hand."""
        yield from ()

    def followed(self) -> str:
        """What came of it besides when it was written, for whoever wrote it; usually nothing."""
        return ""

    weighty: ClassVar[frozenset[str]] = frozenset()
    """Fields of which a change can mean more than the word that stands there then: weighs() says what."""

    @classmethod
    def weighs(cls, name: str, before: Any, after: Any) -> str:
        """What becomes of the record by another value of a weighty field, “leave the staff”; empty where it is no more than
        that. Somebody who sets it in a list is asked first, once for all that is set."""
        return ""

    @classmethod
    def problems_of(cls, name: str, value: Any) -> Iterator[Problem]:
        """What is wrong with one value, by its field's name, whatever the others are; the import asks this of every column."""
        yield from checks.problems_of(cls._meta.fields[name], value)

    @classmethod
    def problems_in(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """What is wrong with the values of one record, by column name."""
        for field in cls._meta.sorted_fields:
            if not field.primary_key:
                yield from cls.problems_of(field.name, values.get(field.name))
        yield from cls.problems_between(values)

    @classmethod
    def problems_between(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """What is wrong with values that are fine by themselves. Days may be ISO texts. The import asks this of every row, so it
        reads nothing of the office: what other records are needed for belongs in problems_in."""
        yield from ()

    @staticmethod
    def runs_backward(values: Mapping[str, Any], early: str = "starts", late: str = "ends") -> bool:
        """Whether of two days that are both known the later one comes first."""
        return bool(values.get(early) and values.get(late) and values[late] < values[early])

    @classmethod
    def problems_by(cls, values: Mapping[str, Any], name: str, value: Any) -> Iterator[Problem]:
        """What is wrong with one field set to a value, also what would become wrong by it elsewhere: all said of that field."""
        before = set(cls.problems_in(values))
        for each in cls.problems_in({**values, name: value}):
            if each.field == name or each not in before:
                yield replace(each, field=name)

    def problems(self) -> Iterator[Problem]:
        """What is wrong with this record as it stands."""
        return type(self).problems_in(self.__data__)

    @classmethod
    def field(cls, name: str) -> Field:
        """A field by its name."""
        return cls._meta.fields[name]
