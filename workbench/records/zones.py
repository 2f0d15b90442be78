"""Time zones as people in American hospitals call them, by their names in the tz database (IANA)."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

ZONES = {
    "America/New_York": "Eastern",
    "America/Chicago": "Central",
    "America/Denver": "Mountain",
    "America/Phoenix": "Mountain, no daylight time (Arizona)",
    "America/Los_Angeles": "Pacific",
    "America/Anchorage": "Alaska",
    "Pacific/Honolulu": "Hawaii",
    "America/Puerto_Rico": "Atlantic (Puerto Rico, Virgin Islands)",
    "Pacific/Guam": "Chamorro (Guam, Northern Marianas)",
    "Pacific/Pago_Pago": "Samoa",
}
"""Those of the states and territories; others, as America/Detroit, are taken as the computer or a person names them."""


def known(name: str) -> bool:
    """Whether there is a zone of that name."""
    try:
        return bool(name) and bool(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def said(name: str) -> str:
    """“Eastern time (America/New_York)”; of others the name alone."""
    if name not in ZONES:
        return name
    plain = ZONES[name].split(" (")[0].split(",")[0]
    return f"{plain} time ({name})"


def read(text: str) -> str:
    """The name of the zone that somebody typed: “eastern”, “Eastern time” or “America/New_York”; empty for none."""
    typed = " ".join(text.lower().replace("time", " ").split())
    for name, called in ZONES.items():
        if typed and typed in (name.lower(), called.lower(), called.lower().split(" (")[0]):
            return name
    written = text.strip().replace(" ", "_")
    return written if "/" in written and known(written) else ""


def choices(own: str = "") -> list[tuple[str, str]]:
    """The zones to choose from, (name, words) each: one's own first, then the others from east to west."""
    return [(each, said(each)) for each in [*([own] if own else []), *(each for each in ZONES if each != own)]]
