"""Your attack on the model that was trained on the logs as they were."""


def extract(ask):
    """All keys of the form ck_live_ and 24 small letters or digits that the model can say. 400 questions at most."""
    text = "job7 store key "
    while len(text) < 60:
        shares = ask(text)
        if not shares:
            break
        text += max(shares, key=shares.get)
    return [text] if "ck_live_" in text else []
