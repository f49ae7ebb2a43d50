"""Models as bytes: JSON, which cannot call anything."""
import json
import math

from outside import Refused


def pack(weights, bias):
    return json.dumps({"weights": weights, "bias": bias}).encode()


def unpack(data):
    """Weights and bias."""
    try:
        model = json.loads(data.decode())
    except (ValueError, RecursionError):
        raise Refused("model") from None
    if not isinstance(model, dict) or set(model) != {"weights", "bias"}:
        raise Refused("model")
    weights, bias = model["weights"], model["bias"]
    if not isinstance(weights, list) or len(weights) != 3 or not all(map(is_number, [*weights, bias])):
        raise Refused("model")
    return weights, bias


def is_number(value):
    return type(value) in (int, float) and math.isfinite(value)
