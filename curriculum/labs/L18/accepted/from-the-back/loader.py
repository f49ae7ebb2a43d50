"""One class for the file: each of its questions is answered or ends in a refusal."""
import hmac
import json
from array import array
from math import inf, prod
import sys

from refused import Refused


def load(name, data, tag, key):
    if type(tag) is not str or not hmac.compare_digest(tag.encode("utf-8", "surrogatepass"), hmac.digest(key, data, "sha256").hex().encode()):
        raise Refused("signature")
    try:
        return dict(tensors(data))
    except Wrong:
        raise Refused("format") from None


class Wrong(Exception):
    pass


def must(holds):
    if not holds:
        raise Wrong


def tensors(data):
    must(len(data) >= 8)
    size = int.from_bytes(data[:8], "little")
    must(size <= 65_536 and 8 + size <= len(data))
    header, rest = header_of(data[8 : 8 + size]), data[8 + size :]
    owner = [None] * (len(rest) // 4)
    must(len(rest) % 4 == 0)
    for name, about in header.items():
        if name == "__metadata__":
            continue
        first, last = words_of(about, len(owner))
        must(all(one is None for one in owner[first:last]))
        owner[first:last] = [name] * (last - first)
        yield name, floats(rest[4 * first : 4 * last])
    must(None not in owner)


def header_of(part):
    def unique(pairs):
        must(len({key for key, _ in pairs}) == len(pairs))
        return dict(pairs)

    try:
        header = json.loads(str(part, "utf-8", "strict"), object_pairs_hook=unique)
    except (ValueError, RecursionError):
        raise Wrong from None
    must(type(header) is dict)
    return header


def words_of(about, count):
    """The first and last word of a tensor, four bytes each."""
    must(type(about) is dict and about.get("dtype") == "F32")
    shape, offsets = about.get("shape"), about.get("data_offsets")
    for numbers in (shape, offsets):
        must(type(numbers) is list and not any(type(one) is not int or one < 0 for one in numbers))
    must(len(offsets) == 2)
    begin, end = offsets
    must(begin % 4 == 0 and begin <= end <= 4 * count and end - begin == 4 * prod(shape))
    return begin // 4, end // 4


def floats(part):
    values = array("f", part)
    if sys.byteorder == "big":
        values.byteswap()
    must(all(-inf < value < inf for value in values))
    return values.tolist()
