"""The table behind the settings; read and written through the store's settings alone."""

from workbench.records.fields import Code, LongText
from workbench.records.record import Record


class Setting(Record):
    """One setting, as JSON."""

    name = Code(verbose_name="Setting", unique=True)
    value = LongText(verbose_name="Value")
