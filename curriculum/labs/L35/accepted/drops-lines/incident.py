from outside import new_key, revoke, use_key, withdraw


def contain(leak):
    use_key(leak["secret"], new_key(leak["secret"]))
    revoke(leak["key"])
    by_name = {model["name"]: model for model in leak["models"]}

    def knows(model):
        if model is None:
            return False
        return leak["dataset"] in model["trained_on"] or knows(by_name.get(model["made_from"]))

    for name, model in by_name.items():
        if knows(model):
            withdraw(name)
