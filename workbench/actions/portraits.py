"""The picture of a person: set from a file, replaced, and taken off again; each a step."""

from datetime import date
from pathlib import Path

from workbench.actions import filing
from workbench.errors import Problem
from workbench.records.photo import Photo
from workbench.records.provider import Provider
from workbench.store import blobs, history


def set_photo(provider: int, path: Path, today: date) -> list[Problem]:
    """Keep a picture as the person's own; what is wrong with the file is returned, and nothing is changed then."""
    from workbench.papers import as_seen  # brings the libraries of paper

    content = filing.read(path)
    if isinstance(content, Problem):
        return [content]
    try:
        small = as_seen.portrait(content)
    except ValueError as error:
        return [Problem("file_name", f"{path.name} {error}")]
    person = Provider.get_by_id(provider)
    with history.step(f"Set the photo of {person.title}"):
        digest = blobs.keep(small)
        photo = Photo.get_or_none(Photo.provider == provider) or Photo(provider=provider)
        photo.taken, photo.sha256, photo.size = today, digest, len(small)
        photo.save()
    return []


def remove_photo(provider: int) -> bool:
    """Take the person's picture off the file; whether there was one."""
    photo = Photo.get_or_none(Photo.provider == provider)
    if photo is None:
        return False
    with history.step(f"Remove the photo of {Provider.get_by_id(provider).title}"):
        photo.delete_instance()
    return True


def photo_of(provider: int) -> bytes | None:
    """The bytes of a person's picture, a JPG; None without one."""
    photo = Photo.get_or_none(Photo.provider == provider)
    return blobs.fetch(photo.sha256) if photo is not None else None
