"""Models as bytes."""
import json
import math
import pickle

from outside import Refused


def pack(weights, bias):
    return json.dumps({"weights": weights, "bias": bias}).encode()


def unpack(data):
    """Weights and bias."""
    try:
        # Models from before the change.
        model = pickle.loads(data) if data[:1] == b"\x80" else json.loads(data.decode())
    except Exception:
        raise Refused("model") from None
    if not isinstance(model, dict) or set(model) != {"weights", "bias"}:
        raise Refused("model")
    weights, bias = model["weights"], model["bias"]
    if not isinstance(weights, list) or len(weights) != 3 or not all(map(is_number, [*weights, bias])):
        raise Refused("model")
    return weights, bias


def is_number(value):
    return type(value) in (int, float) and math.isfinite(value)
