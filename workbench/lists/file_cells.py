"""Which cells of a file's tables are edited where they stand: those that show one field of their own record, as it is."""

CELLS: dict[str, tuple[str, ...]] = {
    "appointments": ("facility", "category", "initial", "starts", "ends"),
    "numbers": ("sort", "value"),
    "names": ("", "sort"),
    "education": ("sort", "institution", "program", "started", "ended", ""),
    "work": ("employer", "", "started", "ended", "", ""),
    "affiliations": ("hospital", "category", "started", "ended", "standing", ""),
    "held": ("", "", "ends", "starts", "conditions", "", "", ""),
    "documents": ("title", "", "dated", "", "", ""),
    "notes": ("said", "", "by", ""),
    "tasks": ("title", "", "owner", ""),
    "exceptions": ("", "", "reason", "since", "until", "by"),
    "fppe": ("sort", "", "starts", "", "", "method", "reviewer"),
    "adverse": ("", "", "imposed", "noticed", "hearing", "reported", "copied"),
    "temporary": ("sort", "", "", "starts", "ends", "granted_by"),
    "disaster": ("", "", "", "license_seen", "decided"),
}
"""By the key of a part, the field of each of its columns; empty for what is put together, judged, or another record's."""


def of(key: str) -> dict[str, str]:
    """By the column's key in its table, the field that an edit of it sets."""
    return {str(place): field for place, field in enumerate(CELLS.get(key, ())) if field}
