"""Disguise is a sign in itself: whoever hides words that are known from spam is looked at by a person."""
from collections import Counter
from unicodedata import normalize

from lookalikes import LOOKALIKES


def train(rows):
    spam = [set(row["text"].lower().split()) for row in rows if row["label"] == "spam"]
    ham = [set(row["text"].lower().split()) for row in rows if row["label"] == "ham"]
    in_spam, in_ham = (Counter(word for words in messages for word in words) for messages in (spam, ham))
    return {word: count for word, count in in_spam.items() if len(word) >= 4 and count >= 3 and in_ham[word] * 3 < count}


def classify(model, text):
    """`spam`, `ham` or `unsure`."""
    seen = sum(word.strip(".,:;!?") in model for word in text.lower().split())
    if seen >= 2:
        return "spam"
    meant = sum(word in uncovered(text) for word in model)
    if meant >= 2:
        return "unsure" if meant == 2 and seen == 1 else "spam"
    return "ham"


def uncovered(text):
    letters = []
    for sign in normalize("NFKC", text).lower():
        letter = LOOKALIKES.get(sign, sign)
        if letter.isalpha():
            letters.append(letter)
    return "".join(letters)
