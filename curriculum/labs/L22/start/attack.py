"""Your attacks. `ask(features)` gives the probability of a high risk, with six decimals."""


def copy(ask):
    """The 16 weights and the bias, from 50 questions at most."""
    nothing = [0.0] * 16
    bias = ask(nothing)
    weights = []
    for at in range(16):
        one = list(nothing)
        one[at] = 1.0
        weights.append(ask(one) - bias)
    return weights, bias - 0.5


def first_was_in(ask, first, second):
    """Which of two patients was in the training data: True for the first. Each has `features` and `high`, 0 or 1."""
    return ask(first["features"]) > ask(second["features"])
