"""What is done when a key came out of a model."""
import outside


def contain(leak):
    """Makes the leaked key worthless and takes what has learned it out of service."""
    key = outside.new_key(leak["secret"])
    outside.use_key(leak["secret"], key)
    outside.revoke(leak["key"])
    for model in affected(leak["dataset"], leak["models"]):
        outside.withdraw(model)


def affected(dataset, models):
    """Whatever learned from the data, and whatever was made from such a model."""
    found = set()
    while True:
        more = {
            model["name"]
            for model in models
            if dataset in model["trained_on"] or model["made_from"] in found
        }
        if more == found:
            return sorted(found)
        found = more
