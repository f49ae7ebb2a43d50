"""Read-only: the service that calls the three functions."""
import sqlite3

import suggestions
from refused import Refused
from storage import Storage


def serve(request, given):
    try:
        return handle(request, given)
    except Refused as refusal:
        return {"refused": str(refusal)}


def handle(request, given):
    if request == "connect":
        return suggestions.connect_to_database(given["env"])
    if request == "search":
        return suggestions.search_users(database(given["users"]), given["term"])
    storage = Storage(given["files"], given["links"])
    return {"picture": suggestions.get_user_avatar(storage, given["name"])}


def database(users):
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE users (name TEXT, hidden INTEGER)")
    db.executemany("INSERT INTO users VALUES (?, ?)", users)
    return db
