"""Models as bytes: JSON, which cannot call anything."""
import json

from outside import Refused


def pack(weights, bias):
    return json.dumps({"weights": weights, "bias": bias}).encode()


def unpack(data):
    """Weights and bias."""
    try:
        model = json.loads(data.decode())
    except (ValueError, RecursionError):
        raise Refused("model") from None
    try:
        return model["weights"], model["bias"]
    except (KeyError, TypeError):
        raise Refused("model") from None
