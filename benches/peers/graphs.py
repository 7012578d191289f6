"""The graphs that Jisr and its peers are measured on: made up, shaped like maps of governance, the same every time.

Actors stand on five levels, most of them in communities. Everyone below the top has a tie to the level above; the other ties
mostly stay on a level or climb one, and go to those who have many already. A fifth of the ends are drawn blindly.

Each graph is written twice: `NAME.txt`, every tie in the order it was drawn, for Jisr, which merges parallel ties itself;
and `NAME.npz`, merged arrays, for the peers, who should not be charged for that. `graphs.py FOLDER NAME` makes one.
"""

import random
import sys
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order

SIZES = {"5k": (5_000, 20_000), "50k": (50_000, 200_000), "250k": (250_000, 1_000_000)}
SHARES = (0.60, 0.25, 0.10, 0.04, 0.01)
COMMUNITY, NATIONAL, TOP = 0, 3, 4
STRENGTHS, CHANCES = (1, 2, 3, 4, 5), (10, 20, 35, 25, 10)
PAIRS = 1_000
SEED = 7


def draw(actors, ties):
    """Levels of the actors; the ties' two ends and strengths."""
    chance = random.Random(SEED)
    counts = [max(1, round(actors * share)) for share in SHARES]
    counts[0] += actors - sum(counts)
    starts = [sum(counts[:level]) for level in range(len(counts))]
    levels = [level for level, count in enumerate(counts) for _ in range(count)]
    known = [[] for _ in counts]
    ends = []

    def someone(level):
        pool = known[level]
        if pool and chance.random() < 0.8:
            return pool[int(chance.random() * len(pool))]
        return starts[level] + int(chance.random() * counts[level])

    def add(source, target):
        ends.append((source, target))
        known[levels[source]].append(source)
        known[levels[target]].append(target)

    for actor in range(actors):
        if levels[actor] < TOP:
            above = someone(levels[actor] + 1)
            add(*((actor, above) if chance.random() < 0.7 else (above, actor)))
    while len(ends) < ties:
        blind = chance.random() < 0.5
        source = int(chance.random() * actors) if blind else someone(levels[int(chance.random() * actors)])
        level, where = levels[source], chance.random()
        if where < 0.55:
            aim = level
        elif where < 0.95:
            step = 1 if level == 0 else -1 if level == TOP else chance.choice((-1, 1))
            aim = level + step
        else:
            aim = int(chance.random() * len(counts))
        target = someone(aim)
        if source != target:
            add(source, target)
    strengths = chance.choices(STRENGTHS, CHANCES, k=len(ends))
    return np.array(levels), np.array(ends), np.array(strengths)


def merged(sources, targets, strengths, actors, of_parallel):
    """One arc for all from one actor to another; `of_parallel` makes one strength of theirs."""
    keys = sources * actors + targets
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    first = order[starts]
    return sources[first], targets[first], of_parallel.reduceat(strengths[order], starts)


def pairs_of(arcs, levels):
    """Pairs of a community actor and a national one whom it reaches, though not directly."""
    chance = random.Random(SEED)
    voices, hearers = np.flatnonzero(levels == COMMUNITY), np.flatnonzero(levels == NATIONAL)
    pairs = []
    while len(pairs) < PAIRS:
        voice = int(chance.choice(voices))
        reached = set(breadth_first_order(arcs, voice, return_predecessors=False).tolist())
        for hearer in map(int, chance.choices(hearers, k=5)):
            if hearer in reached and not arcs[voice, hearer]:
                pairs.append((voice, hearer))
    return np.array(pairs[:PAIRS])


def make(name, folder):
    """Writes a graph, unless it is there already, as this file would draw it."""
    path = Path(folder) / name
    made = path.with_suffix(".npz")
    if made.exists() and made.stat().st_mtime > Path(__file__).stat().st_mtime:
        return
    actors, ties = SIZES[name]
    levels, ends, strengths = draw(actors, ties)
    # As Jisr merges them: of parallel channels the strongest counts, for measures strengths are added.
    directed = merged(ends[:, 0], ends[:, 1], strengths, actors, np.maximum)
    low, high = ends.min(axis=1), ends.max(axis=1)
    undirected = merged(low, high, strengths, actors, np.add)
    arcs = csr_matrix((np.ones(len(directed[0])), directed[:2]), (actors, actors))
    pairs = pairs_of(arcs, levels)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_suffix(".txt").open("w") as text:
        text.write(f"{actors} {len(ends)} {len(pairs)}\n")
        np.savetxt(text, levels, "%d")
        np.savetxt(text, np.c_[ends, strengths], "%d")
        np.savetxt(text, pairs, "%d")
    np.savez(made, levels=levels, directed=np.c_[directed], undirected=np.c_[undirected], pairs=pairs)


if __name__ == "__main__":
    make(name=sys.argv[2], folder=sys.argv[1])
