"""Read-only: the filter in production. `weights` by word, and a bias; above zero is spam."""


def is_spam(filter, text):
    words = [word.strip(".,:;!?") for word in text.lower().split()]
    return sum(filter["weights"].get(word, 0) for word in words) + filter["bias"] > 0
