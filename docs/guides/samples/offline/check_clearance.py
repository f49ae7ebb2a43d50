"""python3 check_clearance.py clearance.jwt keys.json https://checkride.example.com deploy/production

Nothing but the standard library: RS256 is one power and one comparison (RFC 8017, section 8.2.2).
"""
import base64
import hashlib
import hmac
import json
import re
import sys
import time

SKEW_SECONDS = 60
SHA256_PREFIX = bytes.fromhex("3031300d060960864801650304020105000420")


class Refused(Exception):
    pass


def demand(holds, why):
    if not holds:
        raise Refused(why)


def decode(part):
    demand(re.fullmatch(r"[A-Za-z0-9_-]+", part), "it is no signed token")
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def no_name_twice(pairs):
    demand(len(dict(pairs)) == len(pairs), "it says something twice")
    return dict(pairs)


def read(part):
    value = json.loads(decode(part), object_pairs_hook=no_name_twice)
    demand(isinstance(value, dict), "it holds no JSON object")
    return value


def signed_by(key, signed, signature):
    n = int.from_bytes(decode(key["n"]), "big")
    e = int.from_bytes(decode(key["e"]), "big")
    size = (n.bit_length() + 7) // 8
    end = SHA256_PREFIX + hashlib.sha256(signed).digest()
    expected = b"\x00\x01" + b"\xff" * (size - len(end) - 3) + b"\x00" + end
    number = int.from_bytes(signature, "big")
    demand(n.bit_length() >= 2048 and len(signature) == size and number < n, "its signature is wrong")
    return hmac.compare_digest(pow(number, e, n).to_bytes(size, "big"), expected)


def check(token, keys, issuer, gate, now):
    demand(len(token) <= 65_536 and token.count(".") == 2, "it is no signed token")
    head, body, signature = token.split(".")
    header = read(head)
    demand(header.get("alg") == "RS256", "it is not signed with RS256")
    demand(header.get("typ") == "clearance+jwt", "it is no clearance")
    demand("crit" not in header, "it asks for something that is not known here")
    named = [key for key in keys["keys"] if key.get("kty") == "RSA" and key.get("kid") == header.get("kid")]
    demand(len(named) == 1, "its key is not known")
    demand(signed_by(named[0], f"{head}.{body}".encode(), decode(signature)), "its signature is wrong")
    claims = read(body)
    demand(claims.get("iss") == issuer, "another issuer gave it")
    demand(claims.get("aud") == gate, "it is for another gate")
    for name in ("iat", "nbf", "exp"):
        demand(type(claims.get(name)) in (int, float), f"it lacks {name}")
    demand(max(claims["iat"], claims["nbf"]) <= now + SKEW_SECONDS, "it begins in the future")
    demand(now < claims["exp"] + SKEW_SECONDS, "it has expired")
    demand(claims.get("outcome") == "allow" and isinstance(claims.get("sub"), str), "it does not say allow")
    return claims


def main():
    clearance, keys, issuer, gate = sys.argv[1:]
    with open(clearance, encoding="ascii") as token, open(keys, encoding="utf-8") as key_set:
        claims = check(token.read().strip(), json.load(key_set), issuer, gate, time.time())
    print("open until", time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(claims["exp"])))


try:
    main()
except (Refused, ValueError) as why:
    print(f"closed: {why}")
    sys.exit(1)
