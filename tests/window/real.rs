//! The real window, on a real display: it opens, draws its map, stays idle, and closes.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::sample;

/// A display of its own, without a screen. `None`, which is said, where Xvfb is not installed.
struct Display {
    process: std::process::Child,
    name: String,
}

impl Display {
    fn open() -> Option<Self> {
        let mut reader = std::io::pipe().ok()?;
        let spawned = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"])
            .stdout(reader.1.try_clone().ok()?)
            .stderr(Stdio::null())
            .spawn();
        let Ok(process) = spawned else {
            assert!(std::env::var_os("JISR_RENDER").is_none(), "Xvfb is not installed");
            eprintln!("skipped: the real window, because there is no Xvfb (apt install xvfb xdotool)");
            return None;
        };
        let mut number = String::new();
        std::io::BufRead::read_line(&mut std::io::BufReader::new(&mut reader.0), &mut number).ok()?;
        Some(Self { process, name: format!(":{}", number.trim()) })
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn the_window_opens_and_stays_idle() {
    let Some(display) = Display::open() else { return };
    let home = tempfile::tempdir().unwrap();
    let mut jisr = Command::new(env!("CARGO_BIN_EXE_jisr"))
        .arg(sample("jenin-2012"))
        .env("DISPLAY", &display.name)
        .env_remove("WAYLAND_DISPLAY")
        .env("HOME", home.path())
        .env("XDG_DATA_HOME", home.path())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let id = jisr.id().to_string();
    let start = Instant::now();
    let is_there = || {
        let found = Command::new("xdotool")
            .args(["search", "--onlyvisible", "--pid", &id])
            .env("DISPLAY", &display.name)
            .output();
        found.is_ok_and(|found| !found.stdout.is_empty())
    };
    while !is_there() {
        assert!(jisr.try_wait().unwrap().is_none(), "the program ended: {:?}", jisr.wait_with_output());
        assert!(start.elapsed() < Duration::from_mins(1), "no window");
        std::thread::sleep(Duration::from_millis(50));
    }
    // The recent list is written once the map is there.
    let recent = home.path().join("jisr/recent");
    while !recent.exists() {
        assert!(start.elapsed() < Duration::from_mins(1), "the map was never opened");
        std::thread::sleep(Duration::from_millis(50));
    }
    std::thread::sleep(Duration::from_secs(2));
    let before = processor_time(&id);
    std::thread::sleep(Duration::from_secs(3));
    let spent = processor_time(&id) - before;
    assert!(jisr.try_wait().unwrap().is_none(), "it stays open");
    jisr.kill().unwrap();
    let _ = jisr.wait();
    // Hundredths of a second: a repaint for ever would take all three hundred of them.
    assert!(spent < 60, "an idle window spent {spent} hundredths of a second in three seconds");
}

/// How long a process has run, in hundredths of a second.
fn processor_time(id: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    let fields: Vec<u64> = status
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .filter_map(|field| field.parse().ok())
        .collect();
    fields.get(10).copied().unwrap_or_default() + fields.get(11).copied().unwrap_or_default()
}

#[test]
fn without_a_display_one_sentence_says_what_to_do() {
    let output = Command::new(env!("CARGO_BIN_EXE_jisr"))
        .arg(sample("jenin-2012"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("no display") && said.contains("jisr analyze"), "{said}");
}
