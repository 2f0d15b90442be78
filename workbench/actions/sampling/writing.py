"""Writing whole files in bulk: ids are given beforehand, rows go in by the table."""

from collections.abc import Sequence

from workbench.actions.sampling.file import Columns, File, Values
from workbench.actions.sampling.office import Words
from workbench.records.desk import Document, Task
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.store import bulk

POINTING = (Document, Task)
"""What points at one of the file's own credentials."""


class Writing:
    """Gathers files and writes them in the order of their tables, people first."""

    def __init__(self, models: Sequence[type[Record]], words: Words) -> None:
        self._words = words
        self._columns = {model: Columns(model) for model in models}
        self._next = {model: bulk.next_id(model._meta.table_name) for model in models}
        self._rows: dict[type[Record], list[Values]] = {model: [] for model in models}

    def next_id(self, model: type[Record]) -> int:
        """The id that the next row of this table gets."""
        return self._next[model]

    def take(self, file: File) -> None:
        """Give a file's rows their ids; they are written at the next flush."""
        person = self._keep(Provider, file.person)
        given: dict[int, int] = {}
        for model, rows in file.rows.items():
            if model not in POINTING:
                for values in rows:
                    given[id(values)] = self._keep(model, values | {"provider": person})
        for model in POINTING:
            for values in file.all(model):
                about = values.get("credential")
                credential = given.get(id(about)) if about else None
                self._keep(model, values | {"provider": person, "credential": credential})

    def flush(self) -> None:
        """Write what was gathered."""
        for model, rows in self._rows.items():
            columns = self._columns[model]
            bulk.insert(model._meta.table_name, columns.names, columns.rows(rows))
            rows.clear()

    def _keep(self, model: type[Record], values: Values) -> int:
        own = self._next[model]
        self._next[model] += 1
        self._rows[model].append(self._words.put(values, self._columns[model].links) | {"id": own})
        return own
