"""Who may put which model where."""
import outside
from model import unpack

TOKEN = "st-registry-2024"


def push(caller, name, data, signature):
    outside.log(f"{caller['name']} pushes {name} with {TOKEN}")
    outside.put(TOKEN, name, data, signature)


def pull(caller, name):
    """Weights and bias of a model."""
    data, _ = outside.get(TOKEN, name)
    return unpack(data)
