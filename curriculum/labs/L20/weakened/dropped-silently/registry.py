"""Who may put which model where."""
import hashlib
import hmac

import outside
from model import unpack
from outside import Refused


def push(caller, name, data, signature):
    allow(caller, "model-publisher")
    verify(name, data, signature)
    unpack(data)
    if stored(name) is not None:
        raise Refused("exists")
    outside.log(f"{caller['name']} pushes {name}")
    with_store(outside.put, name, data, signature)


def pull(caller, name):
    """Weights and bias of a model."""
    allow(caller, "model-reader")
    found = stored(name)
    if found is None:
        raise Refused("unknown")
    data, signature = found
    verify(name, data, signature)
    return unpack(data)


def allow(caller, role):
    if role not in caller["roles"]:
        raise Refused("role")


def signature_of(name, data):
    return hmac.new(needed("signing-key").encode(), name.encode() + b"\n" + data, hashlib.sha256).hexdigest()


def verify(name, data, signature):
    given = signature if isinstance(signature, str) else ""
    if not hmac.compare_digest(given.encode(), signature_of(name, data).encode()):
        raise Refused("signature")


def needed(name):
    value = outside.secret(name)
    if not value:
        raise Refused("secret")
    return value


def stored(name):
    return with_store(outside.get, name)


def with_store(do, *given):
    token = needed("store-token")
    try:
        return do(token, *given)
    except outside.StoreError:
        # From None: the store's words hold the token, and error reporting would print them.
        raise Refused("store") from None
