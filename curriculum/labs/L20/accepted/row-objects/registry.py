"""Who may put which model where."""
import hmac
from contextlib import contextmanager

import outside
from model import unpack
from outside import Refused


@contextmanager
def store():
    """The store's own words stay here: they name the token."""
    try:
        yield secret("store-token")
    except outside.StoreError:
        raise Refused("store") from None


def secret(name):
    found = outside.secret(name)
    if found is None or found == "":
        raise Refused("secret")
    return found


def sign(name, data):
    message = b"\n".join([name.encode(), data])
    return hmac.digest(secret("signing-key").encode(), message, "sha256").hex()


def must_be_signed(name, data, signature):
    expected = sign(name, data)
    if type(signature) is not str or not signature.isascii() or not hmac.compare_digest(signature, expected):
        raise Refused("signature")


def must_be(caller, role):
    if role not in caller.get("roles", []):
        raise Refused("role")


def push(caller, name, data, signature):
    must_be(caller, "model-publisher")
    must_be_signed(name, data, signature)
    unpack(data)
    with store() as token:
        known = outside.get(token, name)
    if known is not None:
        raise Refused("exists")
    with store() as token:
        outside.put(token, name, data, signature)
    outside.log(f"{caller['name']} pushed {name}")


def pull(caller, name):
    """Weights and bias of a model."""
    must_be(caller, "model-reader")
    with store() as token:
        known = outside.get(token, name)
    if known is None:
        raise Refused("unknown")
    must_be_signed(name, *known)
    return unpack(known[0])
