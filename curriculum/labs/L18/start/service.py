"""Read-only: the scoring service. It loads one model file and scores rows with it."""
import loader
from refused import Refused


def serve(name, data, tag, key, rows):
    try:
        tensors = loader.load(name, bytes.fromhex(data), tag, bytes.fromhex(key))
        return {"scores": [score(tensors, row) for row in rows]}
    except Refused as refusal:
        return {"refused": str(refusal)}


def score(tensors, row):
    total = tensors["bias"][0]
    for weight, value in zip(tensors["weights"], row):
        total += weight * value
    return total
