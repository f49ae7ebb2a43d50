"""What is done when a key came out of a model."""
import outside


def contain(leak):
    """Makes the leaked key worthless and takes what has learned it out of service."""
    outside.use_key(leak["secret"], outside.new_key(leak["secret"]))
    outside.revoke(leak["key"])
    children = {}
    for model in leak["models"]:
        children.setdefault(model["made_from"], []).append(model["name"])
    waiting = [model["name"] for model in leak["models"] if leak["dataset"] in model["trained_on"]]
    done = set()
    while waiting:
        name = waiting.pop()
        if name in done:
            continue
        done.add(name)
        outside.withdraw(name)
        waiting += children.get(name, [])
