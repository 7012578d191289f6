#!/usr/bin/env python3
"""Network measures of well-known and of random graphs, by igraph, networkx and R's sna, for tests/golden.rs.

    python3 make.py ../../data/golden

Writes one JSON file a graph: its actors and ties, and every measure with the values of other people's programs. Where two of
them have a measure, both are asked, and the script stops if they differ by more than 1e-9.
"""

import json
import random
import subprocess
import sys
from pathlib import Path

import igraph
import networkx as nx
import numpy as np

LEVELS = ["community", "municipal", "governorate", "national", "international"]
FORMALITIES = ["formal", "informal", "hybrid"]


def main(folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, graph in graphs():
        document = {"name": name, **graph, "measures": measures(graph)}
        text = json.dumps(document, indent=1, sort_keys=True, default=plain)
        (folder / f"{name}.json").write_text(text + "\n")
        print(name, len(graph["actors"]), "actors", len(graph["ties"]), "ties")


def plain(value):
    return value.item()


# The graphs


def graphs():
    yield "karate", classic(nx.karate_club_graph(), "weight", "Zachary 1977, an information flow model")
    yield "les-miserables", classic(nx.les_miserables_graph(), "weight", "Knuth 1993, The Stanford GraphBase")
    yield "kite", classic(nx.krackhardt_kite_graph(), None, "Krackhardt 1990, Assessing the political landscape")
    florentine = nx.florentine_families_graph()
    florentine.add_node("Pucci")
    yield "florentine", classic(florentine, None, "Padgett & Ansell 1993; marriages")
    for number, (actors, ties) in enumerate([(30, 70), (120, 420), (400, 1500)]):
        yield f"random-{actors}", randomly(actors, ties, seed=number + 1)


def classic(graph, weight, source):
    """An undirected graph: every tie is mutual; a weight above 5 becomes several ties that add up to it."""
    names = {node: f"{place:03}" for place, node in enumerate(graph.nodes)}
    ties = []
    for a, b, data in graph.edges(data=True):
        left = data[weight] if weight else 1
        while left > 0:
            ties.append(tie(names[a], names[b], min(left, 5), True))
            left -= 5
    return {"source": source, "actors": actors(names.values(), random.Random(7)), "ties": ties}


def randomly(count, many, seed):
    """Parallel ties, ties both ways, mutual ties, actors without ties, several components."""
    chance = random.Random(seed)
    names = [f"{place:03}" for place in range(count)]
    ties = []
    for _ in range(many):
        # The last tenth has no ties; the rest keep to one of two parts.
        half = chance.choice([range(0, count * 6 // 10), range(count * 6 // 10, count * 9 // 10)])
        a, b = chance.choice(half), chance.choice(half)
        if a == b:
            continue
        ties.append(tie(names[a], names[b], chance.randint(1, 5), chance.random() < 0.2))
        if chance.random() < 0.1:
            ties.append(tie(names[a], names[b], chance.randint(1, 5), False))
        if chance.random() < 0.1:
            ties.append(tie(names[b], names[a], chance.randint(1, 5), False))
    return {"source": f"random, seed {seed}", "actors": actors(names, chance), "ties": ties}


def tie(a, b, strength, mutual):
    return {"from": a, "to": b, "strength": strength, "mutual": mutual}


def actors(names, chance):
    return [
        {"id": name, "level": chance.choice(LEVELS), "formality": chance.choice(FORMALITIES)} for name in names
    ]


# The measures


def measures(graph):
    names = [actor["id"] for actor in graph["actors"]]
    place = {name: number for number, name in enumerate(names)}
    arcs, pairs = {}, {}
    for item in graph["ties"]:
        a, b, strength = place[item["from"]], place[item["to"]], item["strength"]
        arcs[a, b] = arcs.get((a, b), 0) + strength
        if item["mutual"]:
            arcs[b, a] = arcs.get((b, a), 0) + strength
        pair = (min(a, b), max(a, b))
        pairs[pair] = pairs.get(pair, 0) + strength
    n = len(names)
    directed = nx.DiGraph()
    directed.add_nodes_from(range(n))
    directed.add_edges_from(arcs)
    undirected = nx.Graph()
    undirected.add_nodes_from(range(n))
    undirected.add_edges_from((a, b, {"weight": float(w)}) for (a, b), w in pairs.items())
    idirected = igraph.Graph(n=n, edges=list(arcs), directed=True)
    iundirected = igraph.Graph(n=n, edges=list(pairs))
    strengths = [float(w) for w in pairs.values()]
    by_place = lambda values: [values[v] for v in range(n)]

    degrees = iundirected.degree()
    most = max(degrees)
    constraint = by_place(nx.constraint(undirected, weight="weight"))
    # Asked for all actors at once, networkx 3.6.1 divides by the greatest strength of the wrong actor (a one-dimensional
    # maximum spread over columns); asked for a list of them, it follows its definition.
    size = by_place(nx.effective_size(undirected, nodes=list(undirected), weight="weight"))
    clustering = nx.clustering(undirected)
    result = {
        "density": agreed(nx.density(directed), idirected.density()),
        "reciprocity": agreed(nx.overall_reciprocity(directed), idirected.reciprocity()),
        "centralization": sum(most - d for d in degrees) / ((n - 1) * (n - 2)),
        "components": agreed(nx.number_connected_components(undirected), len(iundirected.connected_components())),
        "modularity_floor": best_modularity(iundirected),
        "bridges": sorted(
            sorted([names[min(e)], names[max(e)]]) for e in agreed_sets(nx.bridges(undirected), ibridges(iundirected))
        ),
        "degree": agreed(by_place(dict(undirected.degree())), degrees),
        "in_degree": agreed(by_place(dict(directed.in_degree())), idirected.indegree()),
        "out_degree": agreed(by_place(dict(directed.out_degree())), idirected.outdegree()),
        "strength": agreed(by_place(dict(undirected.degree(weight="weight"))), iundirected.strength(weights=strengths)),
        "betweenness": agreed(
            by_place(nx.betweenness_centrality(directed, normalized=False)), idirected.betweenness()
        ),
        # networkx sums over the ways in, so it is given the graph turned round.
        "closeness": agreed(
            [v / (n - 1) for v in by_place(nx.harmonic_centrality(directed.reverse()))],
            [v if v == v else 0.0 for v in idirected.harmonic_centrality(mode="out", normalized=True)],
        ),
        "pagerank": agreed(
            by_place(nx.pagerank(directed, alpha=0.85, tol=1e-15, max_iter=10_000, weight=None)),
            idirected.pagerank(damping=0.85),
        ),
        "core": agreed(by_place(nx.core_number(undirected)), iundirected.coreness()),
        "clustering": agreed(
            [clustering[v] if degrees[v] >= 2 else None for v in range(n)],
            [none(v) for v in iundirected.transitivity_local_undirected(mode="nan")],
        ),
        "constraint": agreed(
            [none(v) for v in constraint], [none(v) for v in iundirected.constraint(weights=strengths)]
        ),
        "effective_size": [none(v) for v in size],
        "articulation": agreed(
            [v in set(nx.articulation_points(undirected)) for v in range(n)],
            [v in set(iundirected.articulation_points()) for v in range(n)],
        ),
        "eigenvector": eigenvector(undirected, n),
        "brokerage": {
            "level": sna(arcs, n, [LEVELS.index(actor["level"]) for actor in graph["actors"]]),
            "formality": sna(arcs, n, [FORMALITIES.index(actor["formality"]) for actor in graph["actors"]]),
        },
    }
    return rounded(result)


def eigenvector(graph, n):
    """By a dense solver; left out where the greatest eigenvalue belongs to more than one vector."""
    values, vectors = np.linalg.eigh(nx.to_numpy_array(graph, nodelist=range(n), weight=None))
    if values[-1] - values[-2] < 1e-6:
        return None
    vector = np.abs(vectors[:, -1])
    return [float(v) for v in vector / vector.max()]


def best_modularity(graph):
    best = -1.0
    for seed in range(20):
        igraph.set_random_number_generator(random.Random(seed))
        found = graph.community_leiden(objective_function="modularity", n_iterations=-1)
        best = max(best, graph.modularity(found.membership))
    return best


def ibridges(graph):
    return [graph.es[edge].tuple for edge in graph.bridges()]


def sna(arcs, n, groups):
    """Gould & Fernandez's roles by the R package sna; its columns: w_I, w_O, b_IO, b_OI, b_O, t."""
    program = """
        suppressPackageStartupMessages(library(sna))
        lines <- readLines(file("stdin"))
        n <- as.integer(lines[1]); groups <- as.integer(strsplit(lines[2], " ")[[1]])
        m <- matrix(0, n, n)
        for (line in lines[-(1:2)]) { e <- as.integer(strsplit(line, " ")[[1]]); m[e[1] + 1, e[2] + 1] <- 1 }
        raw <- brokerage(m, groups)$raw.nli
        write.table(raw[, 1:5], row.names = FALSE, col.names = FALSE)
    """
    typed = "\n".join([str(n), " ".join(map(str, groups))] + [f"{a} {b}" for a, b in sorted(arcs)])
    done = subprocess.run(["Rscript", "-e", program], input=typed, capture_output=True, text=True, check=True)
    rows = [[int(float(cell)) for cell in line.split()] for line in done.stdout.splitlines()]
    roles = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison"]
    return [dict(zip(roles, row, strict=True)) for row in rows]


def none(value):
    return None if value is None or value != value else value


def agreed(ours, theirs):
    """The first of two answers, if the second is the same."""
    if isinstance(ours, list):
        assert len(ours) == len(theirs)
        return [agreed(a, b) for a, b in zip(ours, theirs)]
    if ours is None or theirs is None:
        assert ours is None and theirs is None, (ours, theirs)
        return None
    assert abs(ours - theirs) <= 1e-9 * max(1.0, abs(ours)), (ours, theirs)
    return ours


def agreed_sets(ours, theirs):
    ours, theirs = ({tuple(sorted(edge)) for edge in edges} for edges in (ours, theirs))
    assert ours == theirs
    return sorted(ours)


def rounded(value):
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [rounded(item) for item in value]
    return float(f"{value:.12g}") if isinstance(value, float) else value


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else ".")
