import hashlib
import hmac
import json
import math
import struct

from refused import Refused

HEADER_BYTES_MAX = 65_536


def load(name, data, tag, key):
    verify(data, tag, key)
    return read_tensors(data)


def verify(data, tag, key):
    expected = hmac.new(key, data, hashlib.sha256).hexdigest()
    given = tag if isinstance(tag, str) else ""
    if not hmac.compare_digest(given.encode(), expected.encode()):
        raise Refused("signature")


def read_tensors(data):
    header, body = split(data)
    header.pop("__metadata__", None)
    tensors, covered = {}, []
    for name, about in header.items():
        begin, end = place_of(about, len(body))
        covered.append((begin, end))
        tensors[name] = numbers(body[begin:end])
    whole(covered, len(body))
    return tensors


def split(data):
    if len(data) < 8:
        raise Refused("format")
    (length,) = struct.unpack("<Q", data[:8])
    if length > min(len(data) - 8, HEADER_BYTES_MAX):
        raise Refused("format")
    try:
        header = json.loads(data[8 : 8 + length].decode(), object_pairs_hook=once)
    except (ValueError, RecursionError):
        raise Refused("format") from None
    if not isinstance(header, dict):
        raise Refused("format")
    return header, data[8 + length :]


def once(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Refused("format")
    return found


def place_of(about, size):
    if not isinstance(about, dict) or about.get("dtype") != "F32":
        raise Refused("format")
    shape, offsets = about.get("shape"), about.get("data_offsets")
    if not are_counts(shape) or not are_counts(offsets) or len(offsets) != 2:
        raise Refused("format")
    begin, end = offsets
    if not begin <= end <= size or end - begin != 4 * math.prod(shape):
        raise Refused("format")
    return begin, end


def are_counts(given):
    return isinstance(given, list) and all(type(n) is int and n >= 0 for n in given)


def numbers(part):
    values = list(struct.unpack(f"<{len(part) // 4}f", part))
    if not all(math.isfinite(value) for value in values):
        raise Refused("format")
    return values


def whole(covered, size):
    """Every byte belongs to exactly one tensor, so nothing else travels with them."""
    at = 0
    for begin, end in sorted(covered):
        if begin != at:
            raise Refused("format")
        at = end
    if at != size:
        raise Refused("format")
