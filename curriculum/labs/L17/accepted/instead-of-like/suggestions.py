import posixpath
from urllib.parse import unquote

from refused import Refused

AVATARS = "/srv/avatars"


def connect_to_database(env):
    try:
        password = env["REPORTS_PASSWORD"]
    except KeyError:
        raise Refused("set REPORTS_PASSWORD") from None
    if password is None or password.strip() == "":
        raise Refused("REPORTS_PASSWORD is blank")
    return {"host": "db.example.net", "user": "report", "password": password}


def search_users(db, term):
    """`lower` of the database changes A to Z alone, as LIKE does, and `instr` knows no wildcards."""
    sql = """
        SELECT name FROM users
        WHERE hidden = 0 AND instr(lower(name), lower(:term)) > 0
        ORDER BY name
    """
    return [row[0] for row in db.execute(sql, {"term": term})]


def get_user_avatar(storage, name):
    try:
        real = storage.resolve(f"{AVATARS}/{unquote(name)}")
    except ValueError:
        raise Refused("this is no name of a file") from None
    if posixpath.commonpath([AVATARS, real]) != AVATARS or real == AVATARS:
        raise Refused("only pictures")
    return storage.read(real)
