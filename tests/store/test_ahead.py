"""A check that was begun ahead spares the one at opening, and nothing else: what is not sound, or not the same file, is refused."""

import pytest

from tests.conftest import PASSPHRASE
from workbench.actions import offices
from workbench.errors import WorkbenchError
from workbench.store import ahead, backup


@pytest.fixture
def path(tmp_path, seat):
    made = tmp_path / "a.workbench"
    offices.new_office(made, seat, "Riverbend").close()
    return made


@pytest.fixture
def checks(monkeypatch):
    """The names of the files that were checked, as they are."""
    made, real = [], backup.is_sound

    def counted(path, key):
        made.append(path.name)
        return real(path, key)

    monkeypatch.setattr(backup, "is_sound", counted)
    return made


def test_a_file_that_was_checked_ahead_is_checked_once(path, seat, checks):
    offices.look_ahead(path)
    offices.look_ahead(path)
    offices.open_office(path, seat).close()
    assert checks == [path.name]
    offices.open_office(path, seat).close()
    assert checks == [path.name] * 2, "an answer serves one opening"


def test_a_file_that_was_changed_since_is_checked_anew_and_refused_when_damaged(path, seat):
    offices.look_ahead(path)
    assert ahead._begun[path].ended()
    content = bytearray(path.read_bytes())
    content[4096 * 4 : 4096 * 9] = b"\xff" * (4096 * 5)
    path.write_bytes(content)
    with pytest.raises(WorkbenchError, match="damaged"):
        offices.open_office(path, seat)


def test_a_damaged_file_is_refused_though_it_was_looked_at_ahead(path, seat):
    content = bytearray(path.read_bytes())
    content[4096 * 4 : 4096 * 9] = b"\xff" * (4096 * 5)
    path.write_bytes(content)
    offices.look_ahead(path)
    with pytest.raises(WorkbenchError, match="damaged"):
        offices.open_office(path, seat)
    assert path.read_bytes() == content


def test_nothing_is_begun_over_what_is_encrypted_half_written_or_not_there(path, tmp_path, seat):
    sealed = tmp_path / "sealed.workbench"
    offices.new_office(sealed, seat, "Riverbend", PASSPHRASE).close()
    path.with_name(path.name + "-journal").write_bytes(b"half a step")
    before = dict(ahead._begun)
    for each in (sealed, path, tmp_path / "none.workbench", tmp_path):
        offices.look_ahead(each)
    assert ahead._begun == before
