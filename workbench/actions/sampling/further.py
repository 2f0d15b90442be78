"""What only some people's files hold: a former name or an alias, a second specialty, a remark."""

from workbench.actions.sampling.file import File
from workbench.actions.sampling.pools import pool
from workbench.records.provider import OtherName

NAMED_OTHERWISE, DOUBLED, REMARKED = 11, 7, 6
"""Of so many people one has another name, a second specialty, a remark."""


def tell(file: File, index: int) -> None:
    """Add them to the file of the person at this place; the same person always gets the same."""
    said = pool("further")
    if index % NAMED_OTHERWISE == 5:
        former = said["former"][index // NAMED_OTHERWISE % len(said["former"])]
        is_alias = index // NAMED_OTHERWISE % 4 == 3
        file.add(OtherName, sort="Alias" if is_alias else "Former name", last=former, first=file.person["first"])
    if index % DOUBLED == 3 and (second := said["second"].get(file.person["specialty"])):
        file.person["subspecialty"] = second
    if index % REMARKED == 2:
        file.person["remarks"] = said["remarks"][index // REMARKED % len(said["remarks"])]
