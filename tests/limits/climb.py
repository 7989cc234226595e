"""A hill climb for the worst cost a byte: changes the costliest shapes so far and keeps what costs more. For each kind of input and each command line
the costliest shape is kept, in instructions a byte and in memory a byte, so that one fault does not hide the others."""
import random

import grammar
import shapes
import verdict


def _candidate(draw, best):
    """A fresh shape, or a change of one of the worst."""
    if not best or draw.random() < 0.2:
        return grammar.shape(draw)
    ranked = sorted(best.values(), key=lambda entry: -entry[0])
    parent = ranked[min(int(draw.expovariate(0.3)), len(ranked) - 1)][1]
    return grammar.mutant(draw, parent, draw.choice(ranked)[1])


def _scores(pool, shape, size):
    text = shapes.fill(shape, size)
    length = len(text.encode("utf-8", "surrogatepass"))
    cost = pool.measure(shape["run"], text, shapes.ENDINGS[shape["kind"]])
    start = pool.start(shape["kind"], shape["run"])
    if cost.code not in (0, 1, 2):
        return {"instructions": 1e9, "memory": 1e9}
    return {"instructions": (verdict.cost_of(cost) - verdict.cost_of(start)) / length, "memory": (cost.peak - start.peak) / length}


def climb(pool, options, goes_on):
    """Climbs while goes_on(step) and returns the worst shapes with their names, the costliest first. With one seed and a number of steps the same
    shapes come out, whatever the number of jobs: steps are taken a generation of 16 at a time."""
    draw = random.Random(options.seed)
    best = {"instructions": {}, "memory": {}}
    step = 0
    while goes_on(step):
        candidates = [_candidate(draw, best[draw.choice(["instructions", "memory"])]) for _ in range(16)]
        for shape, scores in zip(candidates, pool.map(lambda shape: _scores(pool, shape, options.size), candidates)):
            step += 1
            for objective, score in scores.items():
                key = (shape["kind"], *shape["run"])
                if score > best[objective].get(key, (0, None))[0]:
                    best[objective][key] = (score, shape)
                    if score == max(entry[0] for entry in best[objective].values()):
                        print("step %d: %.0f of %s a byte: %s" % (step, score, objective, shapes.spec(shape)), flush=True)
    worst = []
    for objective, entries in best.items():
        for score, shape in sorted(entries.values(), key=lambda entry: -entry[0])[:8]:
            worst.append(("%.0f of %s a byte" % (score, objective), shape))
    return worst
