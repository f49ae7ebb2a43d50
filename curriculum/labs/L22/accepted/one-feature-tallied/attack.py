import math


def score(ask, point):
    p = ask(point)
    return math.log(max(p, 5e-7) / max(1 - p, 5e-7))


def copy(ask):
    low, high = 0.0, 1.0
    rising = score(ask, [high] * 16) > 0
    for _ in range(8):
        part = (low + high) / 2
        if (score(ask, [part] * 16) > 0) == rising:
            high = part
        else:
            low = part
    center = [(low + high) / 2] * 16
    here = score(ask, center)
    step = 0.3 if center[0] <= 0.5 else -0.3
    weights = [(score(ask, center[:at] + [center[at] + step] + center[at + 1 :]) - here) / step for at in range(16)]
    return weights, here - center[0] * sum(weights)


def first_was_in(ask, first, second):
    loss = [abs(one["high"] - ask(one["features"])) for one in (first, second)]
    return loss[0] < loss[1]
