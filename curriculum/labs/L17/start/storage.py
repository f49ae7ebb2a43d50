"""Read-only: a disk with folders and links, as far as this service needs one."""
import posixpath

from refused import Refused


class Storage:
    def __init__(self, files, links):
        self._files = files
        self._links = links

    def resolve(self, path):
        """Where a path really leads: `..` gone, links followed, as os.path.realpath does it."""
        if "\0" in path:
            raise ValueError("embedded null byte")
        real = posixpath.normpath(path)
        for _ in range(8):
            if real not in self._links:
                return real
            real = posixpath.normpath(posixpath.join(posixpath.dirname(real), self._links[real]))
        raise Refused("too many links")

    def read(self, path):
        real = self.resolve(path)
        if real not in self._files:
            raise Refused("no such file")
        return self._files[real]
