"""Read-only: how entries are written and signed, the clock, and the disk. All of it lies outside of this process."""
import errno
import hashlib
import io
import json


class Refused(Exception):
    """Raise it with one word: the service answers with it and goes on."""


def text_of(value):
    """The one text of a value, whatever the order of its keys."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest_of(entry):
    """Of a whole entry, its signature included."""
    return hashlib.sha256(text_of(entry).encode()).hexdigest()


def sign(text):
    """Collecting jobs may do this. The key stays in the key service."""
    return host.call("sign", text)


def is_signed(text, signature):
    return host.call("is_signed", text, signature)


def seconds_now():
    """Seconds since 1 January 1970, 00:00 UTC."""
    return host.call("now")


def open_file(name):
    """A data file for reading; FileNotFoundError where there is none."""
    size = host.call("size", name)
    if size is None:
        raise FileNotFoundError(name)
    return File(name, size)


class File(io.RawIOBase):
    """As `open(name, "rb", buffering=0)` gives it. One read may ask for 65,536 bytes at most: the job has no more room."""

    def __init__(self, name, size):
        self._name, self._size, self._at = name, size, 0

    def readable(self):
        return True

    def readinto(self, buffer):
        wanted = min(len(buffer), 65_536)
        part = bytes.fromhex(host.call("read", self._name, self._at, wanted))
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def readall(self):
        if self._size > 65_536:
            raise OSError(errno.ENOMEM, f"{self._name} does not fit into memory")
        return super().readall()
