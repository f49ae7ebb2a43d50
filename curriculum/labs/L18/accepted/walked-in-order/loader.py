from hashlib import sha256
from hmac import HMAC
from json import JSONDecoder
from math import inf
from struct import iter_unpack

from refused import Refused


def pairs_once(pairs):
    names = [name for name, _ in pairs]
    if sorted(set(names)) != sorted(names):
        raise ValueError("a name occurs twice")
    return dict(pairs)


def load(name, data, tag, key):
    right = HMAC(key, data, sha256).hexdigest()
    wrong = len(right) ^ len(tag or "")
    for one, other in zip(right, tag or ""):
        wrong |= ord(one) ^ ord(other)
    if wrong:
        raise Refused("signature")
    try:
        return tensors(data)
    except Refused:
        raise
    except Exception as problem:
        raise Refused("format") from problem


def refuse_unless(condition):
    if not condition:
        raise Refused("format")


def whole(number):
    return isinstance(number, int) and not isinstance(number, bool) and number >= 0


def tensors(data):
    size = int.from_bytes(data[:8], "little")
    end = size + 8
    refuse_unless(size <= 65536 and end <= len(data) and len(data) > 7)
    header = JSONDecoder(object_pairs_hook=pairs_once).decode(data[8:end].decode("utf-8"))
    refuse_unless(isinstance(header, dict))
    body = memoryview(data)[end:]
    entries = [(about["data_offsets"], name, about) for name, about in header.items() if name != "__metadata__"]
    refuse_unless(all(isinstance(offsets, list) and all(map(whole, offsets)) for offsets, _, _ in entries))
    at, found = 0, {}
    for (first, last), name, about in sorted(entries, key=lambda entry: entry[0]):
        refuse_unless(first == at and last >= first)
        at = last
        wanted = 4
        refuse_unless(isinstance(about["shape"], list) and all(map(whole, about["shape"])))
        for length in about["shape"]:
            wanted *= length
        refuse_unless(about["dtype"] == "F32" and wanted == last - first and last <= len(body))
        values = [value for (value,) in iter_unpack("<f", body[first:last])]
        refuse_unless(all(-inf < value < inf for value in values))
        found[name] = values
    refuse_unless(at == len(body))
    return found
