import json
import re

from outside import Refused

NUMBER = r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?"


def pack(weights, bias):
    return json.dumps(dict(bias=bias, weights=list(weights)), indent=1).encode()


def unpack(data):
    try:
        found = json.loads(data, parse_constant=lambda name: None)
        (one, two, three), bias = found.pop("weights"), found.pop("bias")
    except Exception:
        raise Refused("model") from None
    numbers = (one, two, three, bias)
    if found or any(re.fullmatch(NUMBER, repr(n)) is None for n in numbers):
        raise Refused("model")
    if not all(isinstance(n, int | float) for n in numbers):
        raise Refused("model")
    return [one, two, three], bias
