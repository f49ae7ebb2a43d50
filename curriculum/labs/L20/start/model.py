"""Models as bytes."""
import pickle


def pack(weights, bias):
    return pickle.dumps({"weights": weights, "bias": bias})


def unpack(data):
    """Weights and bias."""
    model = pickle.loads(data)
    return model["weights"], model["bias"]
