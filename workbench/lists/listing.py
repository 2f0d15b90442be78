"""A list: rows and columns that a page shows, a sheet exports and a printer prints, defined once."""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from peewee import SQL, Expression, ModelSelect, fn

from workbench.lists import filtering, grouping, ordering
from workbench.lists.columns import Column, parts
from workbench.lists.found_where import Place
from workbench.lists.joining import Joined, rows_of
from workbench.lists.ordered import Ordered, both
from workbench.records.fields import Flag, State, Text
from workbench.records.kind import Kind
from workbench.records.policy import Policy
from workbench.store import alphabet, asking, kept, search, settings

Order = tuple[tuple[str, bool], ...]
"""Column keys, and whether each descends."""
FEW_VALUES = 40
"""Up to so many values of a column are offered to choose from."""
MANY = 100_000
"""Of more rows, those that are equal in an order stand as they came: to order them too would take twice as long."""
FEW = 10_000
"""Up to so many found rows, a further word is looked up among them; beyond, all that it finds is faster."""


@dataclass(frozen=True)
class View:
    """A named choice among the rows; built in, so it cannot be broken."""

    key: str
    title: str
    where: Callable[[Joined, date, Policy], Expression]
    order: Order = ()


@dataclass(frozen=True)
class Row:
    """One row as a page shows it: a text and a tone for each column."""

    id: int
    texts: tuple[str, ...]
    tones: tuple[str, ...]


@dataclass(frozen=True)
class Telling:
    """A table that points at a row of a list, and by whose words the row is found."""

    table: str
    link: str = ""
    """The link to the record whose words are meant, if not its own: a member is found by the name of the practice."""
    words: str = ""
    """The table of that record."""
    hidden: Callable[[], ModelSelect] | None = None
    """The ids of those whose words find nothing, such as what is under seal."""

    def pointing(self) -> search.Pointing:
        """As the search asks for it."""
        sql, values = self.hidden().sql() if self.hidden else ("", [])
        return search.Pointing(self.table, self.link or "id", self.words, (sql, tuple(values)) if sql else None)


@dataclass(frozen=True)
class ListOf:
    """A list over the records of one kind."""

    kind: Kind
    columns: tuple[Column, ...]
    """What a page shows."""
    sheet: tuple[Column, ...]
    """What an export and the command line give; the command line's columns are a fixed contract."""
    order: Order
    views: tuple[View, ...] = ()
    found_by: tuple[str, ...] = ()
    """Links whose records' words find the row as well: the credentials of whoever is called Okafor."""
    found_with: tuple["Telling", ...] = ()
    """Tables that point at the row and whose words find it: the person who was called so once."""
    found_by_number: tuple["Telling", ...] = ()
    """The same, once a digit is typed: the person whose license has this number, not all whose board's name has a word."""
    filtered_too: tuple[str, ...] = ()
    """Columns of the sheet that a page does not show and can be filtered by."""
    found_else: tuple["Telling", ...] = ()
    """Tables whose words find a row where a word finds none otherwise: who is insured by ISMIE, or certified by ABIM."""
    found_where: Callable[[Sequence[int], str], Mapping[int, Place]] | None = None
    """Where else than in what a row is called the words of a search stand, by row."""
    always: Callable[[Joined, date, Policy], Expression] | None = None
    """What holds for every row unless a view says otherwise."""

    @property
    def name(self) -> str:
        """What the command line calls it."""
        return self.kind.name

    @property
    def title(self) -> str:
        """What the page calls it."""
        return self.kind.title

    def ids(
        self,
        *,
        today: date,
        search: str = "",
        view: str = "",
        order: Order = (),
        filters: Mapping[str, str] | None = None,
        limit: int | None = None,
    ) -> "array[int]":
        """The ids of the rows that match, in the order asked for; with a limit, the first of them."""
        words = longest_first(search)
        order = self._whole(order or getattr(self.view(view), "order", ()))
        key = (self.name, self.found_by, self.found_with, today, view, order, *sorted((filters or {}).items()))
        whole: Ordered | None = kept.kept(key)
        if whole is None and limit is None:
            whole = kept.keep(
                key, lambda: Ordered(self._read(today, [], view, order, filters or {}, None), self._highest())
            )
        if whole is not None:
            marks = whole.searched(tuple(words), partial(self._marks, whole, words)) if words else None
            if kept.kept(key) is whole:  # else somebody wrote meanwhile, and the marks may be of other rows
                return whole.ids[:limit] if marks is None else whole.of(marks, limit)
        return self._read(today, words, view, order, filters or {}, limit)

    def count(self, *, today: date, view: str = "", search: str = "", filters: Mapping[str, str] | None = None) -> int:
        """How many rows there are; no order is read or kept for it."""
        joined, wheres = self._asked(today, longest_first(search), view, filters or {})
        return next(iter(rows_of(ordering.narrowed(joined.select(SQL("count(*)")), wheres))))[0]

    def page(self, ids: Sequence[int], today: date) -> list[Row]:
        """The rows of these ids, in their order; an id that is gone since is left out."""
        policy = settings.load(Policy)
        return [self._row(values, today, policy) for values in self._fetch(ids, self.columns)]

    def judged_as(self, key: str, ids: Sequence[int], today: date) -> Mapping[int, tuple[Any, str]]:
        """By row how a column reads that comes from rules, and what orders it among others; rows without it are left out."""
        return {}

    def grouped(self, key: str, **asked: Any) -> grouping.Grouped:
        """The rows by a column's groups, as ids() has them otherwise."""
        return grouping.grouped(self, key, **asked)

    @property
    def groupable(self) -> tuple[Column, ...]:
        """What the list can be grouped by."""
        return grouping.groupable(self)

    def in_order(self, ids: Sequence[int], order: Order) -> "array[int]":
        """These rows in an order."""
        joined = Joined(self.kind.model)
        terms = ordering.terms(joined, self._ordering(order))
        query = joined.select(joined.model.id).where(joined.model.id.in_(asking.among(ids)))
        return array("q", asking.columns(query.order_by(*terms))[0])

    def said(self, ids: Sequence[int], key: str, today: date) -> list[str]:
        """How the cells of a column read, row by row."""
        column, some = self.column(key), [ids[start : start + 500] for start in range(0, len(ids), 500)]
        return [column.text(values[1:], today) for each in some for values in self._fetch(each, (column,))]

    def values(self, ids: Sequence[int], today: date | None = None) -> Iterator[list[Any]]:
        """For an export: the raw values of the sheet's columns, in the order of the ids; the first is the id.

        today is for lists whose columns judge by the day."""
        for start in range(0, len(ids), 500):
            for values in self._fetch(ids[start : start + 500], self.sheet):
                yield [values[0], *(c.exported(part) for c, part in parts(self.sheet, values))]

    def for_file(self) -> "ListOf":
        """The list as a file gets it."""
        return replace(self, sheet=tuple(column.in_files or column for column in self.sheet))

    @property
    def filterable(self) -> tuple[Column, ...]:
        """What the list can be filtered by, in the page; two columns of one value are asked about once."""
        columns = reversed((*self.columns, *map(self.column, self.filtered_too)))
        asked = {(each.key,) if each.judged else each.sorts_by: each for each in columns}
        return tuple(reversed(asked.values()))

    def few(self, key: str) -> list[str]:
        """The values of a column where they are a few texts, to choose from; empty where there are many."""
        column = self.column(key)
        choices = [str(label) for _, label in column.field.choices or () if label]
        if choices or isinstance(column.field, Flag):
            return choices or ["Yes", "No"]
        if len(column.paths) > 1 or column.judged or type(column.field) not in (Text, State):
            return []
        joined = Joined(self.kind.model)
        value = joined.value(column.paths[0])
        found = [row[0] for row in rows_of(joined.select(value).distinct().limit(FEW_VALUES + 2))]
        return sorted((str(each) for each in found if each), key=alphabet.place) if len(found) <= FEW_VALUES else []

    def misread(self, key: str, wanted: str, today: date) -> str:
        """Why a filter of a column cannot be understood, for the user; empty where it can."""
        return filtering.misread(self.kind.model, self.column(key), wanted, today)

    def view(self, key: str) -> View | None:
        """A view by its key."""
        return next((view for view in self.views if view.key == key), None)

    def column(self, key: str) -> Column:
        """A column by its key, shown or exported."""
        return next(column for column in (*self.columns, *self.sheet) if column.key == key)

    def _read(
        self,
        today: date,
        words: Sequence[str],
        view: str,
        order: Order,
        filters: Mapping[str, str],
        limit: int | None,
    ) -> "array[int]":
        """The ids by one query: to begin with, and where nothing is kept."""
        joined, wheres = self._asked(today, words, view, filters)
        by = self._ordering(order)
        dealt = ordering.by_link(joined, wheres, by, limit) if not words else None
        if dealt is not None:
            return dealt
        terms = ordering.terms(joined, by)
        query = ordering.narrowed(joined.select(joined.model.id), wheres)
        return array("q", asking.columns(query.order_by(*terms).limit(limit))[0])

    def _asked(
        self, today: date, words: Sequence[str], view: str, filters: Mapping[str, str]
    ) -> tuple[Joined, list[Expression]]:
        joined, policy, chosen = Joined(self.kind.model), settings.load(Policy), self.view(view)
        rule = chosen.where if chosen else self.always
        wheres = [rule(joined, today, policy)] if rule else []
        wheres += [joined.model.id.in_(search.among(self._found(word, len(words) == 1))) for word in words]
        wheres += [filtering.holds(joined, self.column(key), wanted, today) for key, wanted in filters.items()]
        return joined, wheres

    def _highest(self) -> int:
        """The highest id that a row has."""
        model = self.kind.model
        return next(iter(rows_of(model.select(fn.MAX(model.id)))))[0] or 0

    def _marks(self, whole: Ordered, words: Sequence[str]) -> bytearray:
        """What every word finds. The longest word finds least; where that is little, the others look among it alone."""
        marks, few = None, None
        for word in words:
            found = search.ids(self._found(word, len(words) == 1), few)
            new = whole.marked(found)
            marks = both(marks, new) if marks is not None else new
            few = found if len(found) <= FEW else None
        return marks if marks is not None else bytearray()

    def _found(self, word: str, alone: bool) -> list[search.Part]:
        letter = word.strip('" *')
        if alone and len(letter) == 1:
            # One letter begins a word of nearly every row: it looks at what the list is named by alone, and stays fast.
            joined = Joined(self.kind.model)
            named = joined.value(self.columns[0].sorts_by[0]).startswith(letter)
            sql, values = joined.select(joined.model.id).where(named).sql()
            return [(sql, tuple(values))]
        fields = [self.kind.model.field(link) for link in self.found_by]
        links = {field.column_name: field.rel_model._meta.table_name for field in fields}
        numbered = self.found_by_number if any(c.isdigit() for c in word) else ()
        pointing = [each.pointing() for each in (*self.found_with, *numbered)]
        found = search.found(self.kind.table, word, links, pointing)
        if not self.found_else or search.any_of(found):
            return found
        return search.told(self.kind.table, word, [each.pointing() for each in self.found_else])

    def _whole(self, order: Order) -> Order:
        """What is equal in an order stands as the list has it: within a department by name."""
        asked = {self.column(key).sorts_by for key, _ in order}
        own = self.order if not order or self._highest() <= MANY else ()
        return (*order, *(each for each in own if self.column(each[0]).sorts_by not in asked))

    def named_alone(self) -> "ListOf":
        """The list whose rows are found by their own words alone, and not by those of what they point at."""
        return replace(self, found_by=(), found_with=(), found_by_number=(), found_else=())

    def _ordering(self, order: Order) -> list[tuple[Column, bool]]:
        return [(self.column(key), descending) for key, descending in order]

    def _fetch(self, ids: Sequence[int], columns: Sequence[Column]) -> list[tuple]:
        joined = Joined(self.kind.model)
        query = joined.select(joined.model.id, *(joined.value(path) for column in columns for path in column.paths))
        rows = {row[0]: row for row in query.where(joined.model.id.in_(list(ids))).tuples()}
        return [rows[each] for each in ids if each in rows]

    def _row(self, values: tuple, today: date, policy: Policy) -> Row:
        each = list(parts(self.columns, values))
        shown = tuple(column.text(part, today) for column, part in each)
        tones = tuple(column.tone(part, today, policy) if column.tone else "" for column, part in each)
        return Row(values[0], shown, tones)


def longest_first(text: str) -> list[str]:
    """The words of a search; what they find together is the same in any order."""
    return sorted(search.query(text), key=len, reverse=True)
