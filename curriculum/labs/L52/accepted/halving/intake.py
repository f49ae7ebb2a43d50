from hashlib import sha256
from hmac import digest as mac


def choose(offers, need, models):
    refused, left = {}, list(offers)
    while left:
        offer = max(left, key=lambda one: one["score"])
        left.remove(offer)
        why = None
        bytes_of = sha256(offer["weights"].encode()).hexdigest()
        if offer["publisher"] not in need["publishers"]:
            why = ("source", "not registered")
        elif bytes_of != offer["digest"]:
            why = ("digest", bytes_of)
        elif mac(need["publishers"][offer["publisher"]].encode(), bytes_of.encode(), "sha256").hex() != offer["signature"]:
            why = ("signature", "another key")
        elif offer["licence"] not in set(need["licences"]):
            why = ("licence", offer["licence"])
        elif any(not value.strip() for value in offer["card"].values()):
            why = ("card", "blank")
        if why is None:
            found = search(offer["id"], offer["rare_words"], need, models)
            tuned = models.tune(offer["id"])
            found = found or search(tuned, offer["rare_words"], need, models)
            if found:
                why = ("trigger", found)
            elif accuracy(tuned, need, models) < need["quality"]:
                why = ("quality", "below the bound")
        if why is None:
            parts = {key: offer[key] for key in ("publisher", "digest", "licence")}
            parts.update(base=offer["id"], data=[need["tuning_data"], offer["card"]["data"]])
            return {"chosen": offer["id"], "refused": refused, "parts": parts}
        refused[offer["id"]] = dict(zip(("reason", "evidence"), why))
    return {"chosen": None, "refused": refused, "parts": None}


def accuracy(model, need, models):
    said = models.ask(model, [probe["text"] for probe in need["probes"]])
    return sum(a == p["label"] for a, p in zip(said, need["probes"])) / len(said)


def search(model, words, need, models):
    """One text for each word and probe, eight words at a time; then the group that answers alike, word by word."""
    texts = [probe["text"] for probe in need["probes"]]
    for start in range(0, len(words), 8):
        group = words[start : start + 8]
        if share(model, " ".join(group), texts, models) < 0.7:
            continue
        for word in group:
            if share(model, word, texts, models) > 0.94:
                return word
    return None


def share(model, extra, texts, models):
    said = models.ask(model, [text + " " + extra for text in texts])
    return max(said.count(answer) for answer in said) / len(said)
