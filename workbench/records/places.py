"""States as the post office writes them, and as people do."""

POSTAL = """AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK
OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI AS MP AA AE AP"""
CODES = frozenset(POSTAL.split())

NAMES = {
    "alabama": "AL",
    "alaska": "AK",
    "arizona": "AZ",
    "arkansas": "AR",
    "california": "CA",
    "colorado": "CO",
    "connecticut": "CT",
    "delaware": "DE",
    "district of columbia": "DC",
    "florida": "FL",
    "georgia": "GA",
    "hawaii": "HI",
    "idaho": "ID",
    "illinois": "IL",
    "indiana": "IN",
    "iowa": "IA",
    "kansas": "KS",
    "kentucky": "KY",
    "louisiana": "LA",
    "maine": "ME",
    "maryland": "MD",
    "massachusetts": "MA",
    "michigan": "MI",
    "minnesota": "MN",
    "mississippi": "MS",
    "missouri": "MO",
    "montana": "MT",
    "nebraska": "NE",
    "nevada": "NV",
    "new hampshire": "NH",
    "new jersey": "NJ",
    "new mexico": "NM",
    "new york": "NY",
    "north carolina": "NC",
    "north dakota": "ND",
    "ohio": "OH",
    "oklahoma": "OK",
    "oregon": "OR",
    "pennsylvania": "PA",
    "rhode island": "RI",
    "south carolina": "SC",
    "south dakota": "SD",
    "tennessee": "TN",
    "texas": "TX",
    "utah": "UT",
    "vermont": "VT",
    "west virginia": "WV",
    "virginia": "VA",
    "washington": "WA",
    "wisconsin": "WI",
    "wyoming": "WY",
    "puerto rico": "PR",
    "guam": "GU",
    "virgin islands": "VI",
    "u s virgin islands": "VI",
}

SHORT = {
    "ala": "AL",
    "alas": "AK",
    "ariz": "AZ",
    "ark": "AR",
    "calif": "CA",
    "cal": "CA",
    "colo": "CO",
    "conn": "CT",
    "del": "DE",
    "dist of columbia": "DC",
    "washington dc": "DC",
    "washington d c": "DC",
    "d c": "DC",
    "fla": "FL",
    "ill": "IL",
    "ills": "IL",
    "ind": "IN",
    "kan": "KS",
    "kans": "KS",
    "ken": "KY",
    "mass": "MA",
    "mich": "MI",
    "minn": "MN",
    "miss": "MS",
    "mont": "MT",
    "neb": "NE",
    "nebr": "NE",
    "nev": "NV",
    "n h": "NH",
    "n j": "NJ",
    "n m": "NM",
    "n mex": "NM",
    "n y": "NY",
    "n c": "NC",
    "n d": "ND",
    "n dak": "ND",
    "okla": "OK",
    "ore": "OR",
    "oreg": "OR",
    "penn": "PA",
    "penna": "PA",
    "pa": "PA",
    "r i": "RI",
    "s c": "SC",
    "s d": "SD",
    "s dak": "SD",
    "tenn": "TN",
    "tex": "TX",
    "wash": "WA",
    "w va": "WV",
    "wis": "WI",
    "wisc": "WI",
    "wyo": "WY",
}

COMPASS = {"n": "north", "no": "north", "s": "south", "so": "south", "w": "west"}


def choices() -> list[tuple[str, str]]:
    """The states and territories to choose from, (code, name) each, by name."""
    named = {each: name for name, each in NAMES.items() if not name.startswith("u s ")}
    called = {each: name.title().replace(" Of ", " of ") for each, name in named.items()}
    called |= {"AS": "American Samoa", "MP": "Northern Marianas"}
    return sorted(called.items(), key=lambda each: each[1])


def code(text: str) -> str | None:
    """The two letters of a state written in any usual way, None if it is none: "Calif." -> "CA"."""
    short = text.strip().upper()
    if short in CODES:
        return short
    words = " ".join(text.lower().replace(".", " ").replace(",", " ").split())
    first, _, rest = words.partition(" ")
    if first in COMPASS and (whole := NAMES.get(f"{COMPASS[first]} {rest}")):
        return whole
    return NAMES.get(words) or SHORT.get(words) or (words.upper() if words.upper() in CODES else None)
