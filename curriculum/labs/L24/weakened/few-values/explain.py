"""Explains a model from outside."""
import random

SHUFFLES = 10


def importance(predict, rows, labels):
    """How much accuracy is lost when one column no longer belongs to its row."""
    before = accuracy(predict, rows, labels)
    return [before - shuffled(predict, rows, labels, at) for at in range(len(rows[0]))]


def shuffled(predict, rows, labels, at):
    total = 0.0
    for _ in range(SHUFFLES):
        values = [row[at] for row in rows]
        random.shuffle(values)
        mixed = [row[:at] + [value] + row[at + 1 :] for row, value in zip(rows, values)]
        total += accuracy(predict, mixed, labels)
    return total / SHUFFLES


def accuracy(predict, rows, labels):
    return sum(answer == label for answer, label in zip(predict(rows), labels)) / len(rows)


def attribution(score, row, background):
    """For each column the score less the mean score with that column taken from the background."""
    (whole,) = score([row])
    parts = []
    for at in range(len(row)):
        scores = score([row[:at] + [other[at]] + row[at + 1 :] for other in background])
        parts.append(whole - sum(scores) / len(scores))
    return parts
