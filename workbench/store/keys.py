"""The keys of an encrypted office: a random file key, wrapped under the passphrase, in the .keys file beside it.

The libraries of ciphers are loaded when a key is needed: a plain office opens without them, 20 ms sooner.
"""

import base64
import json
import os
import unicodedata
from pathlib import Path
from typing import Any

from workbench.errors import WorkbenchError
from workbench.store import placing

KEY_BYTES = 32
COST = {"memory_kib": 64 * 1024, "passes": 3, "lanes": 4}
"""Argon2id: about 0.2 s on a common PC; kept in the .keys file, so that it can be raised later."""
MOST_KIB = 1 << 20
"""A .keys file that asks for more memory than this is damaged."""
SHORTEST = 8


class WrongPassphrase(WorkbenchError):
    """The passphrase does not open this office."""


def keys_path(office: Path) -> Path:
    """Where the wrapped keys of an office lie."""
    return office.with_name(office.name + ".keys")


def new_key() -> bytes:
    """A random file key, 32 bytes."""
    return os.urandom(KEY_BYTES)


def seal_key(key: bytes) -> bytes:
    """The key that seals the trail, derived from the file key so that one secret serves."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"workbench trail").derive(key)


def check_new(passphrase: str) -> None:
    """Refuse a passphrase that protects nothing."""
    if len(_normal(passphrase)) < SHORTEST:
        raise WorkbenchError(
            f"The passphrase is shorter than {SHORTEST} characters. Nothing was changed. Choose a longer one; several words do."
        )


def write(path: Path, key: bytes, passphrase: str) -> None:
    """Wrap the file key under a passphrase; the old wrapping stands until the new one is whole."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    check_new(passphrase)
    salt, nonce = os.urandom(16), os.urandom(12)
    wrapped = AESGCM(_derive(passphrase, salt, COST)).encrypt(nonce, key, b"workbench")
    fields = {"salt": salt, "nonce": nonce, "wrapped": wrapped}
    text = json.dumps({"version": 1, "argon2id": COST} | {k: base64.b64encode(v).decode() for k, v in fields.items()})

    def wrap(beside: Path) -> None:
        beside.write_text(text, "ascii")
        if read(beside, passphrase) != key:
            raise OSError(5, "what was written reads otherwise")

    try:
        placing.written(path, wrap, path.with_name(path.name + ".new"))
    except OSError as error:
        raise WorkbenchError(
            f"{path.name} could not be written: {error.strerror}. The keys are as they were. "
            "Make room, or ask for the right to write there."
        ) from error


def set_aside(path: Path) -> None:
    """Make way for new keys. Old ones whose office is not here may still open a backup of it: they are kept, never replaced."""
    if path.exists():
        number = 1
        while (aside := path.with_name(f"{path.name}.old-{number}")).exists():
            number += 1
        os.rename(path, aside)


def read(path: Path, passphrase: str) -> bytes:
    """The file key; raises WrongPassphrase, or WorkbenchError when the .keys file itself is unreadable."""
    from argon2.exceptions import HashingError
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    wrapping = _load(path)
    try:
        key = AESGCM(_derive(passphrase, wrapping["salt"], wrapping["argon2id"])).decrypt(
            wrapping["nonce"], wrapping["wrapped"], b"workbench"
        )
    except (HashingError, KeyError, TypeError, ValueError) as error:
        raise _unreadable(path) from error
    except InvalidTag as error:
        raise WrongPassphrase(
            "The passphrase is not the one of this office. Nothing was opened or changed. Try again; capital letters count."
        ) from error
    return key


def _derive(passphrase: str, salt: bytes, cost: dict[str, int]) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        _normal(passphrase).encode(), salt, cost["passes"], cost["memory_kib"], cost["lanes"], KEY_BYTES, Type.ID
    )


def _normal(passphrase: str) -> str:
    """An ü is typed as one character on one system and as two on another."""
    return unicodedata.normalize("NFC", passphrase)


def _load(path: Path) -> dict[str, Any]:
    try:
        raw = json.loads(path.read_text("ascii"))
        if not 0 < raw["argon2id"]["memory_kib"] <= MOST_KIB:
            raise ValueError("no such cost was ever written")
        return {"argon2id": raw["argon2id"]} | {k: base64.b64decode(raw[k]) for k in ("salt", "nonce", "wrapped")}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> WorkbenchError:
    return WorkbenchError(
        f"{path.name}, which holds the keys of this office, is missing or cannot be read. Nothing was changed. "
        "Put back the copy that lies beside any backup."
    )
