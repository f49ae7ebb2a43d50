import hmac

import outside
from model import unpack
from outside import Refused


def secret(name):
    return outside.secret(name) or refuse("secret")


def refuse(word):
    raise Refused(word)


def sign(name, data):
    return hmac.digest(secret("signing-key").encode(), f"{name}\n".encode() + data, "sha256").hex()


def checked(name, data, signature):
    expected = sign(name, data)
    if type(signature) is not str or not signature.isascii() or not hmac.compare_digest(signature, expected):
        refuse("signature")
    return unpack(data)


def look(name):
    failed = False
    try:
        return outside.get(secret("store-token"), name)
    except outside.StoreError:
        failed = True
    if failed:
        refuse("store")


def push(caller, name, data, signature):
    if "model-publisher" not in list(caller["roles"]):
        refuse("role")
    checked(name, data, signature)
    if look(name):
        refuse("exists")
    token, worked = secret("store-token"), True
    try:
        outside.put(token, name, data, signature)
    except outside.StoreError:
        worked = False
    if not worked:
        refuse("store")


def pull(caller, name):
    if not any(role == "model-reader" for role in caller["roles"]):
        refuse("role")
    found = look(name) or refuse("unknown")
    return checked(name, *found)
