"""Read-only: the vault and the model registry."""


def new_key(secret):
    """A new key for this secret. Nobody uses it yet. Gives its id."""
    return host.call("new_key", secret)


def use_key(secret, key):
    """From now on every job is given this key."""
    host.call("use_key", secret, key)


def revoke(key):
    """The key is worth nothing any more. Jobs that are still given it fail."""
    host.call("revoke", key)


def withdraw(model):
    """The model answers nobody any more."""
    host.call("withdraw", model)
