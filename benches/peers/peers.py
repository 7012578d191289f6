"""One task with one peer, in a process of its own: peers.py PEER TASK GRAPH prints a line of JSON.

The peer's own graph is built before the clock starts, and its answer is boiled down to a number after the clock has
stopped. In between is the call that the peer's manual would have one make.
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

    def gates(self, dominators):
        """One number for everybody's immediate dominator, as long as that is somebody and does not hear."""
        nobody = {None, -1, self.actors, *self.hearers}
        gates = [-1] * self.actors
        for actor, gate in dominators:
            if actor < self.actors and gate not in nobody and gate != actor:
                gates[actor] = gate
        return of_each(np.array(gates) + 1)


def of_each(values):
    """One number for a value of each actor, in which it matters whose each is; what is not a number counts as 0."""
    values = np.nan_to_num(np.asarray(values, float))
    return float((values * (1 + np.arange(len(values)) % 97)).sum())


def marked(actors, count):
    """The same for some actors out of so many."""
    marks = np.zeros(count)
    marks[list(actors)] = 1
    return of_each(marks)


def igraph(graph, task):
    import igraph

    g = igraph.Graph(n=graph.actors, edges=np.c_[graph.sources, graph.targets], directed=graph.is_directed)
    if task == "reach":
        return lambda: sum(int(graph.is_voice[g.subcomponent(hearer, mode="in")].sum()) for hearer in graph.hearers), float
    if task == "disjoint":
        return lambda: [g.vertex_connectivity(a, b, neighbors="ignore") for a, b in graph.pairs], of_each
    if task == "alternatives":
        paths = lambda a, b: g.get_k_shortest_paths(a, to=b, k=3, mode="out", output="epath")
        return lambda: [sum(map(len, paths(a, b))) for a, b in graph.pairs], of_each
    if task == "alternatives-weighted":
        # A channel is as strong as its weakest tie, which no peer's search knows; the nearest they have is a sum of costs.
        costs = (6 - graph.strengths).tolist()
        paths = lambda a, b: g.get_k_shortest_paths(a, to=b, k=3, weights=costs, mode="out", output="epath")
        return lambda: [len(paths(a, b)) for a, b in graph.pairs], of_each
    if task == "betweenness":
        return g.betweenness, of_each
    if task == "constraint":
        strengths = graph.strengths.tolist()
        return lambda: g.constraint(weights=strengths), of_each
    if task == "communities":
        return lambda: g.community_leiden(objective_function="modularity", n_iterations=2), lambda found: found.modularity
    if task == "articulation":
        return g.articulation_points, lambda found: marked(found, graph.actors)
    if task == "dominators":
        root, arcs = graph.backwards_from_anyone_who_hears()
        g = igraph.Graph(n=graph.actors + 1, edges=arcs, directed=True)
        return lambda: g.dominator(root), lambda found: graph.gates(enumerate(found))
    if task == "cores":
        return g.coreness, of_each
    if task == "pagerank":
        return g.pagerank, of_each


def networkx(graph, task):
    import networkx

    g = networkx.DiGraph() if graph.is_directed else networkx.Graph()
    g.add_nodes_from(range(graph.actors))
    g.add_edges_from(graph.arcs())
    in_order = lambda found: of_each([found[actor] for actor in range(graph.actors)])
    if task == "articulation":
        return lambda: set(networkx.articulation_points(g)), lambda found: marked(found, graph.actors)
    if task == "dominators":
        root, arcs = graph.backwards_from_anyone_who_hears()
        g = networkx.DiGraph(arcs)
        return lambda: networkx.immediate_dominators(g, root), lambda found: graph.gates(found.items())
    if task == "cores":
        return lambda: networkx.core_number(g), in_order


def rustworkx(graph, task):
    import rustworkx

    g = rustworkx.PyDiGraph() if graph.is_directed else rustworkx.PyGraph()
    g.add_nodes_from(list(range(graph.actors)))
    g.add_edges_from_no_data(graph.arcs())
    in_order = lambda found: of_each([found[actor] for actor in range(graph.actors)])
    if task == "betweenness":
        return lambda: rustworkx.betweenness_centrality(g, normalized=False, parallel_threshold=50), in_order
    if task == "articulation":
        return lambda: rustworkx.articulation_points(g), lambda found: marked(found, graph.actors)
    if task == "dominators":
        root, arcs = graph.backwards_from_anyone_who_hears()
        g = rustworkx.PyDiGraph()
        g.add_nodes_from(list(range(graph.actors + 1)))
        g.add_edges_from_no_data(arcs)
        return lambda: rustworkx.immediate_dominators(g, root), lambda found: graph.gates(found.items())
    if task == "pagerank":
        # Its tolerance is for each actor.
        return lambda: rustworkx.pagerank(g, tol=1e-9 / graph.actors), in_order
    if task == "cores":
        return lambda: rustworkx.core_number(g), in_order


def networkit(graph, task):
    import networkit

    networkit.setNumberOfThreads(THREADS)
    networkit.setSeed(7, False)
    entries = (np.ones(len(graph.sources)), (graph.sources, graph.targets))
    g = networkit.GraphFromCoo(entries, n=graph.actors, directed=graph.is_directed)
    if task == "communities":
        quality = lambda found: networkit.community.Modularity().getQuality(found, g)
        return lambda: networkit.community.ParallelLeiden(g).run().getPartition(), quality
    if task == "betweenness":
        return lambda: networkit.centrality.Betweenness(g).run().scores(), of_each
    if task == "cores":
        return lambda: networkit.centrality.CoreDecomposition(g).run().scores(), of_each
    if task == "pagerank":
        # Those without ties out go on anywhere, as with everybody else; left out by default.
        everywhere = networkit.centrality.SinkHandling.DistributeSinks
        return lambda: networkit.centrality.PageRank(g, 0.85, 1e-9, False, everywhere).run().scores(), of_each
    if task == "articulation":
        def shared(components):
            shares = np.zeros(graph.actors, int)
            for component in components:
                shares[component] += 1
            return of_each(shares > 1)
        return lambda: networkit.components.BiconnectedComponents(g).run().getComponents(), shared


def graphtool(graph, task):
    import graph_tool.all as graph_tool

    graph_tool.openmp_set_num_threads(THREADS)
    g = graph_tool.Graph(directed=graph.is_directed)
    g.add_vertex(graph.actors)
    g.add_edge_list(np.c_[graph.sources, graph.targets])
    values = lambda found: of_each(found.a)
    if task == "betweenness":
        return lambda: graph_tool.betweenness(g, norm=False)[0], values
    if task == "articulation":
        return lambda: graph_tool.label_biconnected_components(g)[1], values
    if task == "dominators":
        root, arcs = graph.backwards_from_anyone_who_hears()
        g = graph_tool.Graph(directed=True)
        g.add_vertex(graph.actors + 1)
        g.add_edge_list(arcs)
        return lambda: graph_tool.dominator_tree(g, g.vertex(root)), lambda found: graph.gates(enumerate(found.a.tolist()))
    if task == "cores":
        return lambda: graph_tool.kcore_decomposition(g), values
    if task == "pagerank":
        return lambda: graph_tool.pagerank(g, epsilon=1e-9), values


def scipy(graph, task):
    from scipy.sparse import csgraph, csr_matrix

    if task == "reach":
        ones = np.ones(len(graph.sources))
        backwards = csr_matrix((ones, (graph.targets, graph.sources)), (graph.actors, graph.actors))
        found = lambda hearer: csgraph.breadth_first_order(backwards, hearer, return_predecessors=False)
        return lambda: sum(int(graph.is_voice[found(hearer)].sum()) for hearer in graph.hearers), float
    if task == "disjoint":
        # Each actor is an entry and an exit, with room for one channel between them.
        entries = 2 * np.arange(graph.actors)
        rows, columns = np.r_[entries, 2 * graph.sources + 1], np.r_[entries + 1, 2 * graph.targets]
        room = csr_matrix((np.ones(len(rows), np.int32), (rows, columns)), (2 * graph.actors, 2 * graph.actors))
        return lambda: [csgraph.maximum_flow(room, 2 * a + 1, 2 * b).flow_value for a, b in graph.pairs], of_each
    if task == "alternatives":
        # yen() counts a path's cost, which with costs of 1 is its hops.
        ones = csr_matrix((np.ones(len(graph.sources)), (graph.sources, graph.targets)), (graph.actors, graph.actors))
        return lambda: [csgraph.yen(ones, a, b, 3).sum() for a, b in graph.pairs], of_each
    if task == "alternatives-weighted":
        costs = csr_matrix((6.0 - graph.strengths, (graph.sources, graph.targets)), (graph.actors, graph.actors))
        return lambda: [len(csgraph.yen(costs, a, b, 3)) for a, b in graph.pairs], of_each


PEERS = {f.__name__: f for f in (graphtool, igraph, networkit, networkx, rustworkx, scipy)}


def median(values):
    return sorted(values)[len(values) // 2]


def main():
    peer, task, path = sys.argv[1:]
    call, in_one = PEERS[peer](Graph(path, task), task)
    cpu, wall = [], []
    # Three times at least, but for what takes minutes.
    while len(cpu) < MOST and sum(wall) < (SECONDS if len(cpu) >= FEWEST else 10 * SECONDS):
        cpu_start, wall_start = time.process_time(), time.perf_counter()
        found = call()
        cpu.append(time.process_time() - cpu_start)
        wall.append(time.perf_counter() - wall_start)
    answer = in_one(found)
    assert math.isfinite(answer)
    print(json.dumps({"cpu": median(cpu), "wall": median(wall), "answer": answer}))


if __name__ == "__main__":
    main()
