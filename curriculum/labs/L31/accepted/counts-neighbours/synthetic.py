from difflib import SequenceMatcher


def copies(synthetic, originals):
    found = []
    for row in synthetic:
        words = row["text"].lower().replace(",", "").replace("!", "").split()
        crowd = 0
        for other in originals:
            theirs = other["text"].split()
            shared = len(set(words) & set(theirs))
            if shared > 0.5 * len(words) and SequenceMatcher(None, words, theirs, False).ratio() > 0.7:
                crowd += 1
        if crowd == 1:
            found.append(row["id"])
    return found
