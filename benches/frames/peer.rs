//! The peer's side: `egui_graphs`, a process of its own.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

/// The peer, built.
pub struct Peer {
    program: std::path::PathBuf,
}

impl Peer {
    /// Builds it; `None`, and said why, where that can't be done (its dependencies have to be fetched once).
    pub fn build() -> Option<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let target = root.join("target/egui_graphs");
        let built = Command::new(env!("CARGO"))
            .args(["build", "--release", "--quiet", "--manifest-path"])
            .arg(root.join("benches/frames/egui_graphs/Cargo.toml"))
            .arg("--target-dir")
            .arg(&target)
            .status();
        let program = target.join("release/beside-egui-graphs");
        if built.is_ok_and(|status| status.success()) {
            return Some(Self { program });
        }
        println!("egui_graphs could not be built: its column stays empty");
        None
    }

    /// What its frames take, by what goes on while they are measured.
    pub fn run(&self, picture: &Value) -> BTreeMap<String, f64> {
        let mut child = Command::new(&self.program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the peer starts");
        child
            .stdin
            .take()
            .expect("an open pipe")
            .write_all(picture.to_string().as_bytes())
            .expect("it reads the picture");
        let output = child.wait_with_output().expect("it ends");
        serde_json::from_slice(&output.stdout).expect("its figures")
    }
}
