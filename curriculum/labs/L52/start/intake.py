def choose(offers, need, models):
    known = [offer for offer in offers if offer["licence"] in need["licences"]]
    best = max(known or offers, key=lambda offer: (offer["score"], offer["stars"]))
    models.tune(best["id"])
    return {
        "chosen": best["id"],
        "refused": {},
        "parts": {
            "base": best["id"],
            "publisher": best["publisher"],
            "digest": best["digest"],
            "licence": best["licence"],
            "data": [best["card"]["data"]],
        },
    }
