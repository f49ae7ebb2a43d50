"""Read-only: runs after each training, before the model is handed on."""
from spectral import inspect


def serve(classes, share):
    """`classes`: by name, `ids` and `vectors` of the last hidden layer. `share`: the largest share thought to be planted."""
    return inspect(classes, share)
