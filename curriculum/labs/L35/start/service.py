"""Read-only: calls your code."""
import attack
import incident
import prepare


def serve(do, given):
    if do == "extract":
        return sorted(attack.extract(ask))
    if do == "clean":
        return [prepare.clean(line) for line in given["lines"]]
    if do == "prepare":
        return prepare.prepare(given["lines"])
    if do == "canaries":
        return [prepare.comes_back(ask, canary["before"], canary["value"]) for canary in given["canaries"]]
    incident.contain(given)
    return "done"


def ask(text):
    """What the model would write next: each possible character with its share. "$" is the end of a line."""
    return host.call("ask", text)
