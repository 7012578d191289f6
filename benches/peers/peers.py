"""One task with one peer, in a process of its own: peers.py PEER TASK GRAPH prints a line of JSON.

The peer's own graph is built before the clock starts. Each task is the call that the peer's manual would have one make.
"""

import json
import math
import os
import sys
import time
from pathlib import Path

import numpy as np

THREADS = int(os.environ["OMP_NUM_THREADS"])
SECONDS = float(os.environ["PEERS_SECONDS"])
FEWEST, MOST = 3, 15

COMMUNITY, NATIONAL = 0, 3
UNDIRECTED = {"constraint", "communities", "articulation", "cores"}


class Graph:
    """The arrays of a graph, and what the tasks ask about it."""

    def __init__(self, path, task):
        arrays = np.load(Path(path).with_suffix(".npz"))
        self.levels = arrays["levels"]
        self.actors = len(self.levels)
        self.is_directed = task not in UNDIRECTED
        ends = arrays["directed" if self.is_directed else "undirected"]
        self.sources, self.targets, self.strengths = ends.T
        self.pairs = [tuple(map(int, pair)) for pair in arrays["pairs"]]
        self.is_voice = self.levels == COMMUNITY
        self.hearers = [int(actor) for actor in np.flatnonzero(self.levels == NATIONAL)]

    def arcs(self):
        return list(zip(self.sources.tolist(), self.targets.tolist()))

    def backwards_from_anyone_who_hears(self):
        """Arcs the other way round, and one more node, with an arc to each who hears: what a voice must pass dominates it."""
        root = self.actors
        return root, [(b, a) for a, b in self.arcs()] + [(root, hearer) for hearer in self.hearers]

    def gated(self, parents):
        """How many have a gatekeeper, by their immediate dominators."""
        hears = set(self.hearers)
        return sum(1 for actor, gate in parents if actor != gate and gate >= 0 and gate != self.actors and gate not in hears)


def igraph(graph, task):
    import igraph

    g = igraph.Graph(n=graph.actors, edges=np.c_[graph.sources, graph.targets], directed=graph.is_directed)
    if task == "reach":
        return lambda: sum(int(graph.is_voice[g.subcomponent(hearer, mode="in")].sum()) for hearer in graph.hearers)
    if task == "disjoint":
        return lambda: sum(g.vertex_connectivity(a, b, neighbors="ignore") for a, b in graph.pairs)
    if task == "alternatives":
        paths = lambda a, b: g.get_k_shortest_paths(a, to=b, k=3, mode="out", output="epath")
        return lambda: sum(len(path) for a, b in graph.pairs for path in paths(a, b))
    if task == "alternatives-weighted":
        # A channel is as strong as its weakest tie, which no peer's search knows; the nearest they have is a sum of costs.
        costs = (6 - graph.strengths).tolist()
        paths = lambda a, b: g.get_k_shortest_paths(a, to=b, k=3, weights=costs, mode="out", output="epath")
        return lambda: sum(len(paths(a, b)) for a, b in graph.pairs)
    if task == "betweenness":
        return lambda: sum(g.betweenness())
    if task == "constraint":
        return lambda: float(np.nansum(g.constraint(weights=graph.strengths.tolist())))
    if task == "communities":
        return lambda: g.community_leiden(objective_function="modularity", n_iterations=2).modularity
    if task == "articulation":
        return lambda: len(g.articulation_points())
    if task == "dominators":
        root, arcs = graph.backwards_from_anyone_who_hears()
        g = igraph.Graph(n=graph.actors + 1, edges=arcs, directed=True)
        return lambda: graph.gated(enumerate(g.dominator(root)))
    if task == "cores":
        return lambda: sum(g.coreness())
    if task == "pagerank":
        return lambda: max(g.pagerank())


def networkx(graph, task):
    import networkx

    g = networkx.DiGraph() if graph.is_directed else networkx.Graph()
    g.add_nodes_from(range(graph.actors))
    g.add_edges_from(graph.arcs())
    if task == "dominators":
        root, arcs = graph.backwards_from_anyone_who_hears()
        g = networkx.DiGraph(arcs)
        return lambda: graph.gated(networkx.immediate_dominators(g, root).items())
    if task == "cores":
        return lambda: sum(networkx.core_number(g).values())


def rustworkx(graph, task):
    import rustworkx

    g = rustworkx.PyDiGraph() if graph.is_directed else rustworkx.PyGraph()
    g.add_nodes_from(list(range(graph.actors)))
    g.add_edges_from_no_data(graph.arcs())
    if task == "betweenness":
        return lambda: sum(rustworkx.betweenness_centrality(g, normalized=False, parallel_threshold=50).values())
    if task == "articulation":
        return lambda: len(rustworkx.articulation_points(g))
    if task == "dominators":
        root, arcs = graph.backwards_from_anyone_who_hears()
        g = rustworkx.PyDiGraph()
        g.add_nodes_from(list(range(graph.actors + 1)))
        g.add_edges_from_no_data(arcs)
        return lambda: graph.gated((a, -1 if b is None else b) for a, b in rustworkx.immediate_dominators(g, root).items())
    if task == "pagerank":
        return lambda: max(rustworkx.pagerank(g, tol=1e-9).values())
    if task == "cores":
        return lambda: sum(rustworkx.core_number(g).values())


def networkit(graph, task):
    import networkit

    networkit.setNumberOfThreads(THREADS)
    networkit.setSeed(7, False)
    entries = (np.ones(len(graph.sources)), (graph.sources, graph.targets))
    g = networkit.GraphFromCoo(entries, n=graph.actors, directed=graph.is_directed)
    if task == "communities":
        def quality():
            found = networkit.community.ParallelLeiden(g).run().getPartition()
            return networkit.community.Modularity().getQuality(found, g)
        return quality
    if task == "betweenness":
        return lambda: sum(networkit.centrality.Betweenness(g).run().scores())
    if task == "cores":
        return lambda: sum(networkit.centrality.CoreDecomposition(g).run().scores())
    if task == "pagerank":
        return lambda: max(networkit.centrality.PageRank(g, 0.85, 1e-9).run().scores())
    if task == "articulation":
        def articulation():
            shares = np.zeros(graph.actors, int)
            for component in networkit.components.BiconnectedComponents(g).run().getComponents():
                shares[component] += 1
            return int((shares > 1).sum())
        return articulation


def graphtool(graph, task):
    import graph_tool.all as graph_tool

    graph_tool.openmp_set_num_threads(THREADS)
    g = graph_tool.Graph(directed=graph.is_directed)
    g.add_vertex(graph.actors)
    g.add_edge_list(np.c_[graph.sources, graph.targets])
    if task == "betweenness":
        return lambda: float(graph_tool.betweenness(g, norm=False)[0].a.sum())
    if task == "articulation":
        return lambda: int(graph_tool.label_biconnected_components(g)[1].a.sum())
    if task == "cores":
        return lambda: int(graph_tool.kcore_decomposition(g).a.sum())
    if task == "pagerank":
        return lambda: float(graph_tool.pagerank(g, epsilon=1e-9).a.max())


def scipy(graph, task):
    from scipy.sparse import csgraph, csr_matrix

    if task == "reach":
        ones = np.ones(len(graph.sources))
        backwards = csr_matrix((ones, (graph.targets, graph.sources)), (graph.actors, graph.actors))
        found = lambda hearer: csgraph.breadth_first_order(backwards, hearer, return_predecessors=False)
        return lambda: sum(int(graph.is_voice[found(hearer)].sum()) for hearer in graph.hearers)
    if task == "disjoint":
        # Each actor is an entry and an exit, with room for one channel between them.
        entries = 2 * np.arange(graph.actors)
        rows, columns = np.r_[entries, 2 * graph.sources + 1], np.r_[entries + 1, 2 * graph.targets]
        room = csr_matrix((np.ones(len(rows), np.int32), (rows, columns)), (2 * graph.actors, 2 * graph.actors))
        return lambda: sum(csgraph.maximum_flow(room, 2 * a + 1, 2 * b).flow_value for a, b in graph.pairs)


PEERS = {f.__name__: f for f in (graphtool, igraph, networkit, networkx, rustworkx, scipy)}


def main():
    peer, task, path = sys.argv[1:]
    call = PEERS[peer](Graph(path, task), task)
    cpu, wall = [], []
    while len(cpu) < FEWEST or (sum(wall) < SECONDS and len(cpu) < MOST):
        cpu_start, wall_start = time.process_time(), time.perf_counter()
        answer = call()
        cpu.append(time.process_time() - cpu_start)
        wall.append(time.perf_counter() - wall_start)
    assert math.isfinite(answer)
    print(json.dumps({"cpu": cpu, "wall": wall, "answer": answer}))


if __name__ == "__main__":
    main()
