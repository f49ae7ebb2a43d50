"""Read-only: everything that lies outside of this process."""


class Refused(Exception):
    """Raise it with one word: the service answers with it and goes on."""


class StoreError(Exception):
    """The store's own words, the request with all its headers included."""


def fetch(url):
    """The text behind an address."""
    return host.call("fetch", url)


def secret(name):
    """From the run-time store for secrets; None where there is none of that name."""
    return host.call("secret", name)


def log(text):
    """Everybody in the company can read it."""
    host.call("log", text)


def set_aside(rows):
    """Puts rows into quarantine: a list of [line, reason]. The first row after the heading is line 2."""
    host.call("set_aside", rows)


def put(token, name, data, signature):
    answer = host.call("put", token, name, data.hex(), signature)
    if answer != "stored":
        raise StoreError(f"{answer}: PUT /models/{name}, authorization: {token}")


def get(token, name):
    """Bytes and signature; None where there is no model of that name."""
    answer = host.call("get", token, name)
    if isinstance(answer, str):
        raise StoreError(f"{answer}: GET /models/{name}, authorization: {token}")
    return answer and (bytes.fromhex(answer["data"]), answer["signature"])
