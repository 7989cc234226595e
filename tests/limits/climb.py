"""A hill climb for the worst cost a byte: changes the costliest shapes so far and keeps what costs more. For each kind of input, command
line, language and way to grow the costliest shape is kept, in instructions a byte and in memory a byte, so that one fault does not hide the
others. What crashes is kept apart."""
import random

import grammar
import lexicon
import shapes
import verdict

GENERATION, SHOWN = 16, 6


def _candidate(draw, best, all_forms):
    """A fresh shape, or a change of one of the worst. Without `all_forms` every text, page and TimeML becomes JSON, whose cost is that of the
    timeline; else the drawn graph, which costs a fixed sum, wins each time."""
    if not best or draw.random() < 0.2:
        made = grammar.shape(draw)
        if not all_forms:
            made["run"] = ["batch", "-j1"] if made["kind"] == "batch" else grammar.JSON
        return made
    ranked = sorted(best.values(), key=lambda entry: -entry[0])
    parent = ranked[min(int(draw.expovariate(0.3)), len(ranked) - 1)][1]
    return grammar.mutant(draw, parent, draw.choice(ranked)[1])


def _scores(pool, shape, size, without):
    """Costs a byte by objective; empty where the shape has outgrown its size or is not wanted, None where the program crashed."""
    if any(word in shapes.spec(shape) for word in without):
        return {}
    text = shapes.fill(shape, size)
    length = len(text.encode("utf-8", "surrogatepass"))
    if not size / 2 < length < size * 3:
        return {}
    cost = pool.measure(shape["run"], text, shapes.ENDINGS[shape["kind"]])
    start = pool.start(shape["kind"], shape["run"])
    if cost.code not in (0, 1, 2):
        return None
    return {"instructions": (verdict.cost_of(cost) - verdict.cost_of(start)) / length, "memory": (cost.peak - start.peak) / length}


def _niche(shape):
    """What a shape competes with: its kind, command line, first language and way to grow."""
    language = next((name for name in lexicon.LANGUAGES if '"%s"' % name in shapes.spec(shape)), "")
    return (shape["kind"], *shape["run"], language, str(shape["grow"])[:9])


def _take(best, shape, scores, step):
    """Keeps the shape where it is the costliest of its niche."""
    for objective, score in scores.items():
        entries = best[objective]
        key = _niche(shape)
        if score <= entries.get(key, (0, None))[0]:
            continue
        entries[key] = (score, shape)
        if score == max(entry[0] for entry in entries.values()):
            print("step %d: %.0f of %s a byte: %s" % (step, score, objective, shapes.spec(shape)), flush=True)


def climb(pool, options, goes_on):
    """Climbs while goes_on(step) and returns (name, shape) of what crashed and of the costliest shapes, the worst first. With one seed and a number
    of steps the same shapes come out, whatever the number of jobs: a generation is measured before the next is made."""
    draw = random.Random(options.seed)
    best, crashed = {"instructions": {}, "memory": {}}, {}
    step = 0
    while goes_on(step):
        candidates = [_candidate(draw, best[draw.choice(["instructions", "memory"])], options.forms) for _ in range(GENERATION)]
        for shape, scores in zip(candidates, pool.map(lambda shape: _scores(pool, shape, options.size, options.without), candidates)):
            step += 1
            if scores is None:
                crashed.setdefault(shape["kind"], ("a crash", shape))
            else:
                _take(best, shape, scores, step)
    worst, units = list(crashed.values()), set()
    for objective, entries in best.items():
        ranked = sorted(entries.values(), key=lambda entry: -entry[0])
        for score, shape in ranked:
            # One unit is often the worst of several commands; its costliest stands for them.
            if str(shape["unit"]) not in units and sum(objective in name for name, _ in worst) < SHOWN:
                units.add(str(shape["unit"]))
                worst.append(("%.0f of %s a byte" % (score, objective), shape))
    print("%d steps" % step)
    return worst
