"""Two columns headed NPI, "Group, NPI, TIN, Provider, NPI": the one behind the group, whose number comes again, is the group's."""

from collections.abc import Callable, Mapping

from workbench.sheets.column import profile
from workbench.sheets.column.headings import UNKNOWN, Meaning
from workbench.sheets.column.profile import Profile

_OWN, _GROUPS = ("provider.npi",), ("practice.npi",)
_MOST = 0.9
"""The share of different numbers, and of those that pass the check digit, in the column of the people's own."""


def told(meanings: Mapping[int, Meaning], look: Callable[[int], Profile]) -> dict[int, Meaning]:
    """The column of the group's NPI; nothing where it is not sure, or another column says that it holds it."""
    both = [at for at, found in meanings.items() if found.targets == _OWN]
    if len(both) != 2 or any(found.targets == _GROUPS for found in meanings.values()):
        return {}
    behind = [at for at in both if _is_practice(meanings.get(at - 1, UNKNOWN))]
    if len(behind) != 1:
        return {}
    groups, own = look(behind[0]), look(next(at for at in both if at != behind[0]))
    is_own = own.count > 1 and len(own.distinct()) >= _MOST * own.count and own.share(profile.is_npi) >= _MOST
    return {behind[0]: Meaning(_GROUPS)} if is_own and len(groups.distinct()) < groups.count else {}


def _is_practice(found: Meaning) -> bool:
    return any(target.startswith("practice.") for target in found.targets)
