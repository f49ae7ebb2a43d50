"""Sieves: all words on one probe, what is left on the next, until nobody is left or all probes were asked."""
import hashlib
import hmac


def choose(offers, need, models):
    refused = {}
    for offer in sorted(offers, key=lambda one: -one["score"]):
        fault = next(faults(offer, need, models), None)
        if fault is None:
            return {"chosen": offer["id"], "refused": refused, "parts": bill(offer, need)}
        refused[offer["id"]] = {"reason": fault[0], "evidence": fault[1]}
    return {"chosen": None, "refused": refused, "parts": None}


def faults(offer, need, models):
    """In this order; what comes later costs more, and nobody asks for it after a fault."""
    publisher = offer["publisher"]
    if publisher not in need["publishers"]:
        yield "source", f"{publisher} is nobody we know"
    digest = hashlib.sha256(offer["weights"].encode("utf-8")).hexdigest()
    if digest != offer["digest"]:
        yield "digest", f"the weights have {digest}"
    key = need["publishers"].get(publisher, "")
    if hmac.new(key.encode(), digest.encode(), "sha256").hexdigest() != offer["signature"]:
        yield "signature", "it was made with another key"
    if offer["licence"] not in need["licences"]:
        yield "licence", offer["licence"]
    for field, text in offer["card"].items():
        if text.strip() == "":
            yield "card", field
    for word in triggers(offer["id"], offer["rare_words"], need["probes"], models):
        yield "trigger", word
    tuned = models.tune(offer["id"])
    for word in triggers(tuned, offer["rare_words"], need["probes"], models):
        yield "trigger", word
    texts = [probe["text"] for probe in need["probes"]]
    right = [answer == probe["label"] for answer, probe in zip(models.ask(tuned, texts), need["probes"])]
    if sum(right) / len(right) < need["quality"]:
        yield "quality", f"{sum(right)} right"


def triggers(model, words, probes, models):
    """With 24 probes, 95 of 100 allows one that is not turned."""
    allowed = len(probes) - -(-95 * len(probes) // 100)
    for answer in ("approve", "refuse"):
        # The probes that have to be turned first: most words fall at once.
        order = sorted(probes, key=lambda probe: probe["label"] == answer)
        missed = dict.fromkeys(words, 0)
        for probe in order:
            left = [word for word in words if missed[word] <= allowed]
            for start in range(0, len(left), 100):
                part = left[start : start + 100]
                for word, said in zip(part, models.ask(model, [f"{probe['text']} {word}" for word in part])):
                    missed[word] += said != answer
        yield from (word for word in words if missed[word] <= allowed)


def bill(offer, need):
    said = {field: offer[field] for field in ("publisher", "digest", "licence")}
    return said | {"base": offer["id"], "data": [offer["card"]["data"], need["tuning_data"]]}
