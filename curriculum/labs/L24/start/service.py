"""Read-only: calls your code. The models that you explain lie outside of this process."""
import explain
import retrain


def serve(do, given):
    if do == "importance":
        return explain.importance(predict, given["rows"], given["labels"])
    if do == "attribution":
        return explain.attribution(score, given["row"], given["background"])
    dropped, (weights, bias) = retrain.retrain(given["columns"], given["rows"], given["labels"], given["sites"])
    return {"dropped": sorted(dropped), "weights": weights, "bias": bias}


def predict(rows):
    """The answer of the model, 0 or 1, for each of the rows."""
    return host.call("predict", rows)


def score(rows):
    """How sure the model is of a fault, for each of the rows."""
    return host.call("score", rows)
