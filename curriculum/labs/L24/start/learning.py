"""Read-only: fits a linear model. `rows` are lists of numbers, `names` the names of their columns."""


def fit(names, rows, labels):
    """A weight for each name, and a bias. Above 0 means a fault."""
    weights, bias = {}, 0.0
    for at, name in enumerate(names):
        groups = [[row[at] for row, label in zip(rows, labels) if label == wanted] for wanted in (0, 1)]
        calm, fault = (sum(group) / len(group) for group in groups)
        spread = sum((value - mean) ** 2 for group, mean in zip(groups, (calm, fault)) for value in group)
        weights[name] = (fault - calm) * len(rows) / spread if spread > 1e-9 else 0.0
        bias -= weights[name] * (calm + fault) / 2
    return weights, bias
