"""What is done when a key came out of a model."""
import outside


def contain(leak):
    """Makes the leaked key worthless and takes what has learned it out of service."""
    fresh = outside.new_key(leak["secret"])
    outside.use_key(leak["secret"], fresh)
    outside.revoke(leak["key"])
    by_name = {model["name"]: model for model in leak["models"]}
    for name in by_name:
        if has_learned(name, leak["dataset"], by_name, set()):
            outside.withdraw(name)


def has_learned(name, dataset, by_name, asked):
    """From the data, or from a model that has; a model may stand in its own line."""
    if name not in by_name or name in asked:
        return False
    model = by_name[name]
    return dataset in model["trained_on"] or has_learned(model["made_from"], dataset, by_name, asked | {name})
