"""Read-only: the model of the clinic. It answers for a patient with 16 features, each from 0 to 1."""
from math import exp


class Model:
    def __init__(self, weights, bias):
        self._weights, self._bias = weights, bias

    def probability(self, features):
        score = self._bias + sum(weight * value for weight, value in zip(self._weights, features))
        return 1 / (1 + exp(-max(-30.0, min(30.0, score))))
