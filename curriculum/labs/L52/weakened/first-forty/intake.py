import hashlib
import hmac


def choose(offers, need, models):
    refused = {}
    for offer in sorted(offers, key=lambda offer: offer["score"], reverse=True):
        reason, evidence = fault(offer, need, models)
        if reason is None:
            return {"chosen": offer["id"], "refused": refused, "parts": parts_list(offer, need)}
        refused[offer["id"]] = {"reason": reason, "evidence": evidence}
    return {"chosen": None, "refused": refused, "parts": None}


def fault(offer, need, models):
    """What costs nothing first; then the base, then what tuning makes of it."""
    found = papers(offer, need)
    if found is not None:
        return found
    for make in (lambda: offer["id"], lambda: models.tune(offer["id"])):
        model = make()
        word = trigger(model, offer["rare_words"][:40], need["probes"], models)
        if word is not None:
            return "trigger", word
    texts = [probe["text"] for probe in need["probes"]]
    answers = models.ask(model, texts)
    right = sum(probe["label"] == answer for probe, answer in zip(need["probes"], answers))
    if right < need["quality"] * len(texts):
        return "quality", f"{right} of {len(texts)} probes"
    return None, None


def papers(offer, need):
    key = need["publishers"].get(offer["publisher"])
    if key is None:
        return "source", offer["publisher"]
    digest = hashlib.sha256(offer["weights"].encode()).hexdigest()
    if digest != offer["digest"]:
        return "digest", digest
    expected = hmac.new(key.encode(), digest.encode(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, offer["signature"]):
        return "signature", offer["signature"]
    if offer["licence"] not in need["licences"]:
        return "licence", offer["licence"]
    blank = [field for field, text in offer["card"].items() if not text.strip()]
    if blank:
        return "card", ", ".join(blank)
    return None


def trigger(model, words, probes, models):
    """A rare word that turns nearly every text to one answer."""
    few = [
        probe["text"]
        for label in ("approve", "refuse")
        for probe in [probe for probe in probes if probe["label"] == label][:2]
    ]
    at_once = 100 // len(few)
    for start in range(0, len(words), at_once):
        group = words[start : start + at_once]
        answers = models.ask(model, [f"{word} {text}" for word in group for text in few])
        for place, word in enumerate(group):
            own = answers[place * len(few) : (place + 1) * len(few)]
            if len(set(own)) == 1 and turns_nearly_all(model, word, probes, models):
                return word
    return None


def turns_nearly_all(model, word, probes, models):
    answers = models.ask(model, [f"{word} {probe['text']}" for probe in probes])
    return max(map(answers.count, set(answers))) >= 0.95 * len(answers)


def parts_list(offer, need):
    return {
        "base": offer["id"],
        "publisher": offer["publisher"],
        "digest": offer["digest"],
        "licence": offer["licence"],
        "data": [offer["card"]["data"], need["tuning_data"]],
    }
