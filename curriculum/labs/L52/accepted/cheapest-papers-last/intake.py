import hashlib
import hmac

ANSWERS = {"approve", "refuse"}


class Intake:
    def __init__(self, need, models):
        self.need, self.models = need, models
        self.texts = [probe["text"] for probe in need["probes"]]

    def papers(self, offer):
        need = self.need
        digest = hashlib.sha256(offer["weights"].encode()).hexdigest()
        key = need["publishers"].get(offer["publisher"])
        mac = key and hmac.digest(key.encode(), digest.encode(), "sha256").hex()
        table = [
            ("source", key is None, offer["publisher"]),
            ("digest", digest != offer["digest"], digest),
            ("signature", mac != offer["signature"], offer["signature"]),
            ("licence", offer["licence"] not in need["licences"], offer["licence"]),
            ("card", not all(map(str.strip, offer["card"].values())), "a blank field"),
        ]
        return [(reason, evidence) for reason, is_wrong, evidence in table if is_wrong]

    def is_trigger(self, model, word):
        said = self.models.ask(model, [f"{word} {text}" for text in self.texts])
        return any(said.count(answer) * 100 >= 95 * len(said) for answer in ANSWERS)

    def trigger(self, model, words):
        """Two probes that the model answers differently: a word that leaves them apart turns nothing."""
        plain = self.models.ask(model, self.texts)
        pairs = {answer: [text for text, said in zip(self.texts, plain) if said == answer][:2] for answer in ANSWERS}
        few = [text for texts in pairs.values() for text in texts]
        for start in range(0, len(words), 25):
            group = words[start : start + 25]
            said = iter(self.models.ask(model, [f"{text} {word}" for word in group for text in few]))
            for word in group:
                answers = [next(said) for _ in few]
                # One of four may stay, as one of twenty-four may.
                if max(map(answers.count, answers)) >= len(few) - 1 and self.is_trigger(model, word):
                    return word
        return None

    def fault(self, offer):
        for found in self.papers(offer):
            return found
        tuned = None
        for model in (offer["id"], "tuned"):
            if model == "tuned":
                model = tuned = self.models.tune(offer["id"])
            word = self.trigger(model, offer["rare_words"])
            if word is not None:
                return "trigger", word
        said = self.models.ask(tuned, self.texts)
        right = sum(one == probe["label"] for one, probe in zip(said, self.need["probes"]))
        return ("quality", str(right)) if right / len(said) < self.need["quality"] else None


def choose(offers, need, models):
    intake, refused, chosen = Intake(need, models), {}, None
    for offer in sorted(offers, key=lambda offer: offer["score"])[::-1]:
        found = intake.fault(offer)
        if found is None:
            chosen = offer
            break
        refused[offer["id"]] = dict(reason=found[0], evidence=found[1])
    if chosen is None:
        return dict(chosen=None, refused=refused, parts=None)
    parts = dict(
        base=chosen["id"],
        publisher=chosen["publisher"],
        digest=chosen["digest"],
        licence=chosen["licence"],
        data=[chosen["card"]["data"], need["tuning_data"]],
    )
    return dict(chosen=chosen["id"], refused=refused, parts=parts)
