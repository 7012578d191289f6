//! What is asked of Jisr and its peers, and how much faster than they Jisr is meant to be.

/// A question about a graph.
#[derive(Debug)]
pub struct Task {
    /// Its name, as `--task` and `peers.py` know it.
    pub name: &'static str,
    /// The graph it is asked about if no size is chosen.
    pub size: &'static str,
    /// Who else can answer it.
    pub peers: &'static [&'static str],
    /// Which of those can use more than one thread for it.
    pub threaded: &'static [&'static str],
    /// What is aimed at.
    pub goal: Goal,
    /// How answers are compared.
    pub agreement: Agreement,
}

/// How many times as long as Jisr a peer should take, in CPU seconds at one thread.
#[derive(Debug, Clone, Copy)]
pub struct Goal {
    /// The peer; `None` for the fastest of those who answer alike.
    pub against: Option<&'static str>,
    /// How many times.
    pub times: f64,
}

/// When two answers are the same.
#[derive(Debug, Clone, Copy)]
pub enum Agreement {
    /// They differ by no more than this part of them.
    Within(f64),
    /// They are how good something is that need not be the same, and Jisr's is no worse.
    NoWorse,
}

const EXACTLY: Agreement = Agreement::Within(0.0);
const BUT_FOR_ROUNDING: Agreement = Agreement::Within(1e-9);
/// The peers' `PageRank` stops at 1e-9 altogether.
const BUT_FOR_WHEN_THEY_STOP: Agreement = Agreement::Within(1e-5);

const FASTEST: Goal = Goal { against: None, times: 1.0 };

/// All of them.
pub const TASKS: [Task; 11] = [
    // How many community actors reach each national one.
    Task { goal: against("scipy", 100.0), ..asked("reach", "50k", &["scipy", "igraph"]) },
    // For 1,000 pairs, how many channels share nobody.
    Task { goal: against("scipy", 10.0), ..asked("disjoint", "5k", &["scipy", "igraph"]) },
    // For 1,000 pairs, the three shortest channels; their hops are compared.
    Task { goal: against("igraph", 5.0), ..asked("alternatives", "5k", &["igraph", "scipy"]) },
    // The same with strengths: by the weakest tie here, by a sum of costs there; only how many there are can be compared.
    Task { goal: against("igraph", 5.0), ..asked("alternatives-weighted", "5k", &["igraph", "scipy"]) },
    Task {
        goal: against("igraph", 1.3),
        threaded: &["graphtool", "rustworkx", "networkit"],
        agreement: BUT_FOR_ROUNDING,
        ..asked("betweenness", "5k", &["igraph", "graphtool", "rustworkx", "networkit"])
    },
    Task {
        goal: against("igraph", 5.0),
        agreement: BUT_FOR_ROUNDING,
        ..asked("constraint", "250k", &["igraph"])
    },
    Task {
        goal: against("networkit", 1.2),
        threaded: &["networkit"],
        agreement: Agreement::NoWorse,
        ..asked("communities", "250k", &["networkit", "igraph"])
    },
    // Jisr finds bridges and components in the same search.
    asked("articulation", "250k", &["graphtool", "rustworkx", "igraph", "networkit"]),
    // Whom a voice must pass on its way to anyone national. Jisr lists the voices behind each gatekeeper too.
    asked("dominators", "250k", &["graphtool", "igraph", "rustworkx"]),
    asked("cores", "250k", &["networkit", "graphtool", "igraph", "rustworkx"]),
    Task {
        threaded: &["graphtool", "rustworkx", "networkit"],
        agreement: BUT_FOR_WHEN_THEY_STOP,
        ..asked("pagerank", "250k", &["igraph", "rustworkx", "graphtool", "networkit"])
    },
];

const fn asked(name: &'static str, size: &'static str, peers: &'static [&'static str]) -> Task {
    Task { name, size, peers, threaded: &[], goal: FASTEST, agreement: EXACTLY }
}

const fn against(peer: &'static str, times: f64) -> Goal {
    Goal { against: Some(peer), times }
}

impl Agreement {
    /// Whether an answer of Jisr and one of a peer are the same.
    pub fn holds(self, ours: f64, theirs: f64) -> bool {
        match self {
            Self::Within(part) => (ours - theirs).abs() <= part * theirs.abs(),
            Self::NoWorse => ours >= theirs,
        }
    }
}
