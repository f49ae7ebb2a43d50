"""Models as bytes."""
import json
import math

from outside import Refused

FIELDS = ["bias", "weights"]


def pack(weights, bias):
    model = dict(weights=[float(weight) for weight in weights], bias=float(bias))
    return json.dumps(model, allow_nan=False).encode("ascii")


def unpack(data):
    """Weights and bias, or nothing at all."""
    try:
        model = json.loads(data)
        if sorted(model) != FIELDS or type(model) is not dict or len(model["weights"]) != 3:
            raise ValueError
        if type(model["weights"]) is not list or any(type(n) not in (int, float) for n in [*model["weights"], model["bias"]]):
            raise ValueError
        if not all(math.isfinite(n) for n in [*model["weights"], model["bias"]]):
            raise ValueError
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError):
        refused = True
    else:
        refused = False
    if refused:
        raise Refused("model")
    return model["weights"], model["bias"]
