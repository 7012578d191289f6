//! The peers' side: a process for each peer and task, without other threads than those it is allowed.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::clock::{Measured, SECONDS};
use super::tasks::Task;

const SCRIPTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers");

/// Where apt puts graph-tool, which pip does not have.
const SYSTEM_PYTHON: &str = "/usr/bin/python3";

/// The peers, where they are installed.
pub struct Peers {
    folder: PathBuf,
    python: PathBuf,
}

/// What a task took with a peer.
#[derive(Debug, Clone)]
pub struct Theirs {
    /// Who.
    pub peer: &'static str,
    /// On one thread; where that failed, why.
    pub one: Result<Measured, String>,
    /// On two, if it can use them.
    pub two: Option<Measured>,
}

impl Peers {
    /// Finds them.
    pub fn installed() -> Option<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/peers");
        let python = folder.join("venv/bin/python");
        python.exists().then_some(Self { folder, python })
    }

    /// Makes a graph, unless it is there; gives its path, without an ending.
    pub fn graph(&self, size: &str) -> PathBuf {
        let graphs = self.folder.join("graphs");
        let script = Path::new(SCRIPTS).join("graphs.py");
        let made = Command::new(&self.python).arg(script).arg(&graphs).arg(size).status();
        assert!(made.is_ok_and(|status| status.success()), "graphs.py did not make {size}");
        graphs.join(size)
    }

    /// Does a task with each peer.
    pub fn run(&self, task: &Task, size: &str) -> Vec<Theirs> {
        let on = |peer: &'static str, threads: u8| self.measured(peer, task.name, size, threads);
        let can_use_two = |peer| task.threaded.contains(&peer);
        let run = |peer: &&'static str| Theirs {
            peer,
            one: on(peer, 1),
            two: can_use_two(*peer).then(|| on(peer, 2).ok()).flatten(),
        };
        task.peers.iter().map(run).collect()
    }

    fn measured(&self, peer: &str, task: &str, size: &str, threads: u8) -> Result<Measured, String> {
        let python = if peer == "graphtool" { Path::new(SYSTEM_PYTHON) } else { &self.python };
        let output = Command::new(python)
            .arg(Path::new(SCRIPTS).join("peers.py"))
            .args([peer, task])
            .arg(self.folder.join("graphs").join(size))
            .env("PEERS_SECONDS", SECONDS.to_string())
            .envs(
                ["OMP_NUM_THREADS", "RAYON_NUM_THREADS", "OPENBLAS_NUM_THREADS"]
                    .map(|name| (name, threads.to_string())),
            )
            .output()
            .map_err(|problem| problem.to_string())?;
        let last =
            |bytes: &[u8]| String::from_utf8_lossy(bytes).lines().last().unwrap_or_default().to_owned();
        let answer: Value = serde_json::from_str(&last(&output.stdout)).map_err(|_| last(&output.stderr))?;
        let number = |key: &str| answer[key].as_f64().ok_or_else(|| format!("no {key}"));
        Ok(Measured { cpu: number("cpu")?, wall: number("wall")?, answer: number("answer")? })
    }
}
