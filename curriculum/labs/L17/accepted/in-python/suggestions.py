import posixpath
import string
from urllib.parse import unquote

from refused import Refused

AVATARS = "/srv/avatars"
SMALL = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def connect_to_database(env):
    password = env.get("REPORTS_PASSWORD") or ""
    if password.isspace() or not password:
        raise Refused("The variable REPORTS_PASSWORD has to be set.")
    return dict(host="db.example.net", user="report", password=password)


def search_users(db, term):
    """The database sorts and hides, and the text is compared here, where no sign means anything."""
    visible = db.execute("SELECT name FROM users WHERE hidden = 0 ORDER BY name")
    wanted = term.translate(SMALL)
    return [name for (name,) in visible if wanted in name.translate(SMALL)]


def get_user_avatar(storage, name):
    path = unquote(name)
    if "\x00" in path:
        raise Refused("null byte")
    real = storage.resolve(posixpath.join(AVATARS, path))
    if real.split("/")[:3] != ["", "srv", "avatars"]:
        raise Refused("not there")
    return storage.read(real)
