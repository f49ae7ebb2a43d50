/**
 * The loop inside the Python interpreter. It reads one line at a time from file 0 and answers on file 1; the shim
 * outside counts. A learner's code may do to it what it likes: that changes only what is claimed.
 */
export const pythonGuest = `
import sys, io, _json, posix
from importlib.machinery import ModuleSpec

_read, _write = posix.read, posix.write
_quoted = _json.encode_basestring_ascii

class _Reading:
    strict = True
    object_hook = object_pairs_hook = None
    parse_float, parse_int = float, int
    parse_constant = None
    memo = {}

_scan = _json.make_scanner(_Reading)

def _loads(text):
    return _scan(text, 0)[0]

def _line():
    parts = []
    while True:
        part = _read(0, 65536)
        if not part:
            posix._exit(0)
        parts.append(part)
        if part.endswith(b"\\n"):
            return _loads(b"".join(parts).decode())

def _send(status, text):
    data = (status + text.replace("\\n", " ")).encode("utf-8", "backslashreplace") + b"\\n"
    while data:
        data = data[_write(1, data):]

class _Out(io.TextIOBase):
    encoding = "utf-8"
    def writable(self):
        return True
    def write(self, text):
        _write(2, str(text).encode("utf-8", "backslashreplace"))
        return len(text)

sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = _Out()
sys.stdin = sys.__stdin__ = io.StringIO("")

def _dumps(value, depth=0):
    if depth > 32:
        raise ValueError("it is nested deeper than 32 or contains itself")
    if value is None:
        return "null"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        if abs(value) > 2**53:
            raise ValueError("it contains a whole number beyond 2**53")
        return int.__repr__(value)
    if isinstance(value, float):
        if value - value != 0:
            raise ValueError("it contains %r" % value)
        return float.__repr__(value)
    if isinstance(value, (list, tuple)):
        return "[" + ",".join([_dumps(item, depth + 1) for item in value]) + "]"
    if isinstance(value, dict):
        parts = []
        for key, item in value.items():
            if not isinstance(key, str):
                raise ValueError("it has a key that is not a string")
            parts.append(_quoted(key) + ":" + _dumps(item, depth + 1))
        return "{" + ",".join(parts) + "}"
    raise ValueError("it contains a " + type(value).__name__)

class _Host:
    __slots__ = ()
    def call(self, name, *args):
        _send("h", _dumps({"name": str(name), "args": args}))
        answer = _line()
        if not answer["ok"]:
            raise RuntimeError(answer["text"])
        return _loads(answer["text"])

def _says(error):
    try:
        text = str(error)
    except BaseException:
        text = ""
    line, trace = None, error.__traceback__
    if isinstance(error, SyntaxError) and error.filename in _paths:
        line, text = (error.filename, error.lineno), error.msg
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in _paths:
            line = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    where = " @%s:%s" % line if line else ""
    return type(error).__name__ + (": " + text if text else "") + where

class _Finder:
    def __init__(self, sources):
        self.sources = sources
    def find_spec(self, name, path=None, target=None):
        stem = name.replace(".", "/")
        for place in (stem + ".py", stem + "/__init__.py"):
            if place in self.sources:
                package = place.endswith("__init__.py")
                return ModuleSpec(name, self, origin=place, is_package=package)
        return None
    def create_module(self, spec):
        return None
    def exec_module(self, module):
        place = module.__spec__.origin
        module.__file__ = place
        exec(compile(self.sources[place], place, "exec"), module.__dict__)

def _load(job):
    sources = {file["path"]: file["text"] for file in job["files"]}
    _paths.update(sources)
    entry = job["entry"]
    name = entry[:-3].replace("/", ".") if entry.endswith(".py") else entry
    module = type(sys)(name)
    module.__file__ = entry
    sys.modules[name] = module
    sys.meta_path.insert(0, _Finder(sources))
    module.host = _Host()
    import builtins
    builtins.host = module.host
    space = module.__dict__
    if job["before"]:
        exec(compile(job["before"], "before.py", "exec"), space)
    exec(compile(sources[entry], entry, "exec"), space)
    if job["calls"] is None:
        return None
    found = space.get(job["calls"])
    if not callable(found):
        raise NameError("There is no function named " + job["calls"])
    return found

_loop = None

def _virtual_loop():
    """The usual loop waits for sockets, which are not here; this one only moves its clock to the next timer."""
    global _loop
    import asyncio
    class Nothing:
        def select(self, timeout):
            if timeout is None:
                raise RuntimeError("everything waits for something that never happens")
            loop.now += timeout
            return []
        def close(self):
            pass
    class Loop(asyncio.BaseEventLoop):
        now = 0.0
        def __init__(self):
            super().__init__()
            self._selector = Nothing()
        def time(self):
            return self.now
        def _process_events(self, events):
            pass
        def _write_to_self(self):
            pass
    class Policy(asyncio.DefaultEventLoopPolicy):
        def new_event_loop(self):
            nonlocal loop
            loop = Loop()
            return loop
    loop = None
    asyncio.set_event_loop_policy(Policy())
    _loop = asyncio.run

def _finish(result):
    if not (hasattr(result, "send") and hasattr(result, "cr_frame")):
        return result
    if _loop is not None:
        return _loop(result)
    try:
        while True:
            result.send(None)
    except StopIteration as stop:
        return stop.value

def _answer(work):
    try:
        if _loop is None and "asyncio" in sys.modules:
            _virtual_loop()
        result = _finish(work())
    except MemoryError:
        return "m", "MemoryError"
    except BaseException as error:
        return "t", _says(error)
    try:
        return "r", _dumps(result)
    except MemoryError:
        return "m", "MemoryError"
    except BaseException as error:
        return "t", "The result is not JSON: " + _says(error)

_paths = set()

def _main():
    job = _line()
    found = None
    def load():
        nonlocal found
        found = _load(job)
    _send(*_answer(load))
    while True:
        ask = _line()
        if "random" in sys.modules:
            sys.modules["random"].seed(ask["seed"])
        args = _loads(ask["args"])
        _send(*_answer(lambda: found(*args)))

_main()
`;
