"""Read-only: your attack on the old filter, and your new filter."""
from attack import attack
from harden import classify, train


def serve(request, given, texts):
    if request == "attack":
        return [attack(given, text) for text in texts]
    model = train(given)
    return [classify(model, text) for text in texts]
