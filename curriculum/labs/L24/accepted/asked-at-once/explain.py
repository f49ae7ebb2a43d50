import random


def importance(predict, rows, labels):
    """Twelve mixed tables for each column, asked about at once."""

    def right(answers):
        return sum(answer == labels[at % len(labels)] for at, answer in enumerate(answers)) / len(answers)

    losses = []
    for at in range(len(rows[0])):
        asked = []
        for _ in range(12):
            order = random.sample(range(len(rows)), len(rows))
            asked += [[*row[:at], rows[other][at], *row[at + 1 :]] for row, other in zip(rows, order)]
        losses.append(right(predict(rows)) - right(predict(asked)))
    return losses


def attribution(score, row, background):
    asked = [row]
    for at in range(len(row)):
        for other in background:
            changed = list(row)
            changed[at] = other[at]
            asked.append(changed)
    whole, *scores = score(asked)
    count = len(background)
    return [whole - sum(scores[at * count : (at + 1) * count]) / count for at in range(len(row))]
