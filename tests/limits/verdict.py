"""What a cost must not be: the promises of docs/limits.md as numbers."""
ALLOWED_GROWTH = 2.3      # for twice the input: n log n is allowed
INSTRUCTIONS = 60_000     # a byte: about 9 s for a megabyte; a climb of 160 steps finds 34,000; ordinary text takes 14,000, its syntax 9,000 of them
OUTPUT = 150              # bytes out for a byte in: running text takes up to 40, times alone up to 130 with the evidence of their values
MEMORY = (200, 60_000_000)  # bytes for a byte in, and besides
GROWS = "times as much for twice the input"
TARGET = 1_000_000        # bytes of the input that memory is reckoned for


def cost_of(cost):
    """Instructions where they are counted, else what CPU time stands for, at 5 a nanosecond."""
    return cost.instructions or cost.microseconds * 5000


def growth(start, one, two):
    """How much twice the input multiplies the cost, once what does not grow with it is taken off."""
    one, two = (max(1, cost_of(cost) - cost_of(start)) for cost in (one, two))
    return two / one if one > cost_of(start) / 20 + 1_000_000 else 0.0


def crashed(costs):
    return any(cost.code not in (0, 1, 2) for cost in costs)


def faults(start, sizes, costs):
    """What is wrong with the costs of n, 2n and 4n bytes, as a list of texts. `start` is the cost of next to no input."""
    found = ["exit code %d" % cost.code for cost in costs[-1:] if cost.code not in (0, 1, 2)]
    two, four = costs[-2:]
    grown = growth(start, two, four)
    if grown > ALLOWED_GROWTH:
        found.append("%.2f %s" % (grown, GROWS))
    added = max(1, sizes[-1] - sizes[0])
    instructions = (cost_of(four) - cost_of(start)) / max(1, sizes[-1])
    if instructions > INSTRUCTIONS:
        found.append("%d instructions a byte" % instructions)
    if (four.output - costs[0].output) / added > OUTPUT:
        found.append("%d bytes of output a byte" % ((four.output - costs[0].output) / added))
    memory = (four.peak - costs[0].peak) / added
    if four.peak + memory * (TARGET - sizes[-1]) > MEMORY[0] * TARGET + MEMORY[1]:
        found.append("%d bytes of memory a byte" % memory)
    return found
