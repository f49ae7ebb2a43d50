"""Your attacks. `ask(features)` gives the probability of a high risk, with six decimals."""
from math import log


def copy(ask):
    """The 16 weights and the bias, from 50 questions at most."""
    base = middle(ask)
    start = logit(ask(base))
    weights = []
    for at in range(16):
        one = list(base)
        one[at] += 0.25 if one[at] < 0.5 else -0.25
        weights.append((logit(ask(one)) - start) / (one[at] - base[at]))
    return weights, start - sum(weight * value for weight, value in zip(weights, base))


def middle(ask):
    """On the way from all 0 to all 1 the probability passes the middle, or is nowhere far from it."""
    def sure(part):
        return abs(ask([part] * 16) - 0.5)

    return [min((step / 8 for step in range(9)), key=sure)] * 16


def logit(probability):
    safe = min(max(probability, 1e-6), 1 - 1e-6)
    return log(safe / (1 - safe))


def first_was_in(ask, first, second):
    """Which of two patients was in the training data: True for the first. Each has `features` and `high`, 0 or 1."""
    return sure_of_truth(ask, first) > sure_of_truth(ask, second)


def sure_of_truth(ask, patient):
    probability = ask(patient["features"])
    return probability if patient["high"] else 1 - probability
