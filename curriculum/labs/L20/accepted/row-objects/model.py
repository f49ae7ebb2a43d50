"""Models as bytes: a small JSON text that is read field by field."""
import json
from math import inf

from outside import Refused


def pack(weights, bias):
    text = json.dumps({"bias": bias, "weights": list(weights)}, sort_keys=True, separators=(",", ":"))
    return bytes(text, "utf-8")


def unpack(data):
    """Weights and bias."""
    try:
        match json.loads(str(data, "utf-8"), parse_constant=forbidden):
            case {"weights": [_, _, _] as weights, "bias": bias, **rest} if not rest:
                return [number(weight) for weight in weights], number(bias)
    except (ValueError, RecursionError):
        pass
    raise Refused("model") from None


def forbidden(_name):
    raise ValueError("NaN and infinity are no numbers")


def number(value):
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError("not a number")
    if not -inf < value < inf:
        raise ValueError("not finite")
    return value
