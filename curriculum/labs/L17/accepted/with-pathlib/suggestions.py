from pathlib import PurePosixPath
from urllib.parse import unquote

from refused import Refused

AVATARS = PurePosixPath("/srv/avatars")


def connect_to_database(env):
    match env:
        case {"REPORTS_PASSWORD": str(password)} if password.strip():
            return {"host": "db.example.net", "user": "report", "password": password}
    raise Refused("REPORTS_PASSWORD is missing")


def escaped(term):
    return "".join("!" + sign if sign in "!%_" else sign for sign in term)


def search_users(db, term):
    found = db.execute(
        "SELECT name FROM users WHERE hidden = 0 AND name LIKE '%' || ? || '%' ESCAPE '!' ORDER BY name",
        [escaped(term)],
    )
    return [name for (name,) in found.fetchall()]


def get_user_avatar(storage, name):
    try:
        real = PurePosixPath(storage.resolve(str(AVATARS) + "/" + unquote(name)))
    except ValueError as error:
        raise Refused("not a name") from error
    if AVATARS not in real.parents:
        raise Refused("outside")
    return storage.read(str(real))
