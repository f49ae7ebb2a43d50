"""Read-only: runs your attacks on the open interface, and your gate on a fortnight of traffic."""
import attack
from gate import Gate
from model import Model


def serve(do, given):
    if do == "copy":
        weights, bias = attack.copy(ask)
        return {"weights": weights, "bias": bias}
    if do == "guess":
        return [attack.first_was_in(ask, first, second) for first, second in given["pairs"]]
    gate = Gate(Model(given["weights"], given["bias"]))
    answer = None
    while (query := host.call("next", answer)) is not None:
        answer = gate.answer(query["account"], query["features"], query["hour"])
    return sorted(gate.flagged())


def ask(features):
    """The interface as it is now: a probability with six decimals. Values outside of 0 to 1 are refused."""
    return host.call("ask", features)
