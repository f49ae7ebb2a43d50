"""Who may put which model where."""
import hmac

import outside
from model import unpack
from outside import Refused


def need(condition, word):
    if not condition:
        raise Refused(word)


def secret(name):
    value = outside.secret(name)
    need(value, "secret")
    return value


def asked(do, *given):
    """What the store says. Its complaints name the token, so they end here, before anything else is raised."""
    token = secret("store-token")
    try:
        return True, do(token, *given)
    except outside.StoreError:
        return False, None


def find(name):
    works, found = asked(outside.get, name)
    need(works, "store")
    return found


def sign(name, data):
    mac = hmac.new(secret("signing-key").encode(), digestmod="sha256")
    mac.update(name.encode())
    mac.update(b"\n")
    mac.update(data)
    return mac.hexdigest()


def checked(name, data, signature):
    expected = sign(name, data)
    need(isinstance(signature, str), "signature")
    need(hmac.compare_digest(signature.encode("utf-8", "replace"), expected.encode()), "signature")
    return unpack(data)


def push(caller, name, data, signature):
    need("model-publisher" in caller["roles"], "role")
    checked(name, data, signature)
    need(find(name) is None, "exists")
    works, _ = asked(outside.put, name, data, signature)
    need(works, "store")
    outside.log(f"a model was pushed as {name} by {caller['name']}")


def pull(caller, name):
    """Weights and bias of a model."""
    need("model-reader" in caller["roles"], "role")
    found = find(name)
    need(found is not None, "unknown")
    return checked(name, *found)
