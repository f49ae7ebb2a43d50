"""Read-only: a team asks for a base model. `ask` and `tune` reach the models, which run elsewhere."""
from intake import choose


class Models:
    def ask(self, model, texts):
        """One answer for each text, `approve` or `refuse`; at most 100 texts at once."""
        return host.call("ask", model, list(texts)[:100])

    def tune(self, base):
        """Tunes a base on the team's data and gives the name of the tuned model."""
        return host.call("tune", base)


def serve(offers, need):
    return choose(offers, need, Models())
