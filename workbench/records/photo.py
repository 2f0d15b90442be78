"""The picture of a person: shown in the file's header, so that whoever is at the counter is known. No paper prints it."""

from workbench.records.fields import Code, Day, Link, Whole
from workbench.records.kind import Kind
from workbench.records.provider import Provider
from workbench.records.record import Record


class Photo(Record):
    """One a person; its bytes lie by their content, small and without what a camera wrote beside them."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="photos", unique=True)
    taken = Day(verbose_name="Kept since")
    sha256 = Code(verbose_name="Content", default="", help_text="What the bytes are found by.")
    size = Whole(verbose_name="Bytes", default=0)

    titled_by = ("taken",)
    not_from_files = frozenset({"sha256", "size"})


PHOTOS = Kind(Photo, "Photos", ("provider", "taken", "size"), natural_key=("provider",))
