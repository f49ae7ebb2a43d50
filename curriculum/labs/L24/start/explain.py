"""Explains a model from outside."""


def importance(predict, rows, labels):
    """How much the model relies on each column."""
    return [abs(correlation([row[at] for row in rows], labels)) for at in range(len(rows[0]))]


def correlation(values, labels):
    count = len(values)
    mean, middle = sum(values) / count, sum(labels) / count
    both = sum((value - mean) * (label - middle) for value, label in zip(values, labels))
    spread = sum((value - mean) ** 2 for value in values) * sum((label - middle) ** 2 for label in labels)
    return both / spread**0.5 if spread > 0 else 0.0


def attribution(score, row, background):
    """What each column adds to the score of this row."""
    parts = []
    for at in range(len(row)):
        without = [0 if place == at else value for place, value in enumerate(row)]
        parts.append(score([row])[0] - score([without])[0])
    return parts
