def copies(synthetic, originals):
    """Pairs of neighbouring words: a copy shares far more of them with one original than with the next."""
    known = [pieces(row["text"]) for row in originals]
    found = []
    for row in synthetic:
        own = pieces(row["text"])
        shares = sorted((2 * len(own & other) / (len(own) + len(other)) for other in known), reverse=True)
        best, next_best = [*shares, 0, 0][:2]
        if best > 0.5 and 1 - best < 0.55 * (1 - next_best):
            found.append(row["id"])
    return found


def pieces(text):
    words = "".join(sign if sign.isalnum() or sign == "'" else " " for sign in text.lower()).split()
    return set(words) | set(zip(words, words[1:]))
