"""The time zone of this computer by its name, where the system tells one; clocks alone tell only an offset."""

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from workbench.records import zones

NOWHERE = frozenset({"UTC", "GMT", "Zulu", "Universal", "Greenwich", "UCT", "Factory", "localtime"})
"""How servers are set: the time of no hospital."""
WINDOWS = {
    "Eastern Standard Time": "America/New_York",
    "US Eastern Standard Time": "America/Indiana/Indianapolis",
    "Central Standard Time": "America/Chicago",
    "Mountain Standard Time": "America/Denver",
    "US Mountain Standard Time": "America/Phoenix",
    "Pacific Standard Time": "America/Los_Angeles",
    "Alaskan Standard Time": "America/Anchorage",
    "Aleutian Standard Time": "America/Adak",
    "Hawaiian Standard Time": "Pacific/Honolulu",
    "SA Western Standard Time": "America/Puerto_Rico",
    "West Pacific Standard Time": "Pacific/Guam",
    "Samoa Standard Time": "Pacific/Pago_Pago",
    "UTC-11": "Pacific/Pago_Pago",
}
"""The registry's names of the American zones, as CLDR pairs them (windowsZones, regions US, PR, GU and AS)."""
_KEY = r"SYSTEM\CurrentControlSet\Control\TimeZoneInformation"
_LINK = Path("/etc/localtime")


def name(environ: Mapping[str, str] = os.environ, link: Path = _LINK) -> str:
    """“America/New_York”; empty where it is not known, or is no hospital's. TZ counts before the system's own."""
    for found in (environ.get("TZ", "").lstrip(":"), _registered(), str(_resolved(link))):
        short = found.rpartition("zoneinfo/")[2].removeprefix("posix/").removeprefix("right/")
        if short and short.rpartition("/")[2] not in NOWHERE and "/" in short and zones.known(short):
            return short
        if found:  # told, and no zone with a name: what another would tell is not what this computer's clock shows
            return WINDOWS.get(found, "")
    return ""


def _resolved(link: Path) -> str:
    try:
        return link.resolve(strict=True).as_posix()
    except OSError:
        return ""


def _registered() -> str:
    if sys.platform != "win32":
        return ""
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _KEY) as key:
            return str(winreg.QueryValueEx(key, "TimeZoneKeyName")[0])
    except OSError:
        return time.tzname[0]
