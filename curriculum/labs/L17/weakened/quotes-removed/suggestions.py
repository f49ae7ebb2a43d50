import posixpath
from urllib.parse import unquote

from refused import Refused

AVATARS = "/srv/avatars"


def connect_to_database(env):
    password = env.get("REPORTS_PASSWORD", "")
    if not password.strip():
        raise Refused("REPORTS_PASSWORD is not set")
    return {"host": "db.example.net", "user": "report", "password": password}


def search_users(db, term):
    clean = term.replace("'", "").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    rows = db.execute(
        f"SELECT name FROM users WHERE name LIKE '%{clean}%' ESCAPE '\\' AND hidden = 0 ORDER BY name"
    )
    return [name for (name,) in rows]


def get_user_avatar(storage, name):
    decoded = unquote(name)
    if "\0" in decoded:
        raise Refused("not a file name")
    real = storage.resolve(posixpath.join(AVATARS, decoded))
    if not real.startswith(AVATARS + "/"):
        raise Refused("outside of the pictures")
    return storage.read(real)
