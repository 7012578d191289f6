//! The table: a line for each peer, and what became of the goals.

use super::ours::Ours;
use super::tasks::{Agreement, Task};
use super::theirs::Theirs;

/// What became of a task, to be said once more at the end.
#[derive(Debug, Clone)]
pub enum Note {
    /// A goal, and whether it was reached.
    Goal(bool, String),
    /// Two answers that are not the same, or no answer.
    Differs(String),
    /// How much faster two threads are.
    Scales(String),
}

/// Prints what the columns are.
pub fn head() {
    println!(
        "CPU seconds on one thread, and seconds on the wall where two may be used; medians. × is peer ÷ Jisr.\n"
    );
    println!(
        "{:<22}{:<6}{:<11}{:>10}{:>10}{:>10}{:>12}{:>10}{:>9}  {:<28}goal",
        "task", "size", "peer", "CPU Jisr", "peer", "×", "wall Jisr", "peer", "×", "answers"
    );
}

/// Prints a line for each peer, the fastest first.
pub fn rows(task: &Task, size: &str, ours: &Ours, mut theirs: Vec<Theirs>) -> Vec<Note> {
    let mut notes = Vec::new();
    theirs.sort_by(|a, b| a.cpu().total_cmp(&b.cpu()));
    let agrees = |theirs: &Theirs| {
        theirs.one.as_ref().is_ok_and(|one| task.agreement.holds(ours.one.answer, one.answer))
    };
    let counts = |theirs: &Theirs| matches!(task.agreement, Agreement::NoWorse) || agrees(theirs);
    let rival = match task.goal.against {
        Some(peer) => theirs.iter().position(|theirs| theirs.peer == peer && theirs.one.is_ok()),
        None => theirs.iter().position(counts),
    };
    for (place, theirs) in theirs.iter().enumerate() {
        let peer = theirs.peer;
        let name = format!("{:<22}{size:<6}{peer:<11}", task.name);
        let Ok(one) = &theirs.one else {
            let why = theirs.one.as_ref().err().map_or("", String::as_str);
            println!("{name}{why}");
            notes.push(Note::Differs(format!("{} {size}: {peer} gave no answer: {why}", task.name)));
            continue;
        };
        let answers = answers(task, ours.one.answer, one.answer);
        if !agrees(theirs) {
            notes.push(Note::Differs(format!("{} {size}: {peer}: {answers}", task.name)));
        }
        let (cpu, wall) = (one.cpu / ours.one.cpu, theirs.wall() / ours.wall());
        let goal = if rival == Some(place) {
            // What is no better than the peer's has reached nothing, however fast.
            let is_reached = cpu >= task.goal.times && agrees(theirs);
            let said = if is_reached { "reached" } else { "missed" };
            let goal = format!("≥ {}× {said}", task.goal.times);
            notes.push(Note::Goal(is_reached, format!("{} {size}: {cpu:.2}× {peer}, {goal}", task.name)));
            goal
        } else {
            String::new()
        };
        println!(
            "{name}{:>10.5}{:>10.4}{cpu:>9.2}×{:>12.5}{:>10.4}{wall:>8.2}×  {answers:<28}{goal}",
            ours.one.cpu,
            one.cpu,
            ours.wall(),
            theirs.wall(),
        );
    }
    if let Some(two) = ours.two {
        let times = ours.one.wall / two.wall;
        notes.push(Note::Scales(format!("{} {size}: Jisr is {times:.2}× as fast on two threads", task.name)));
    }
    notes
}

/// Prints what became of the goals, and which answers were not the same.
pub fn foot(notes: &[Note]) {
    let goals = notes.iter().filter(|note| matches!(note, Note::Goal(..))).count();
    let reached = notes.iter().filter(|note| matches!(note, Note::Goal(true, _))).count();
    println!("\n{reached} of {goals} goals reached.");
    for note in notes {
        match note {
            Note::Goal(true, _) => {}
            Note::Goal(false, text) | Note::Scales(text) => println!("{text}."),
            Note::Differs(text) => println!("Not the same answer: {text}."),
        }
    }
}

fn answers(task: &Task, ours: f64, theirs: f64) -> String {
    let holds = task.agreement.holds(ours, theirs);
    match task.agreement {
        Agreement::Within(_) if holds => "same".to_owned(),
        Agreement::Within(_) => format!("{ours} against {theirs}"),
        Agreement::NoWorse => format!("quality {ours:.4} {} {theirs:.4}", if holds { "≥" } else { "<" }),
    }
}

impl Theirs {
    /// CPU seconds on one thread; those without an answer come last.
    fn cpu(&self) -> f64 {
        self.one.as_ref().map_or(f64::INFINITY, |one| one.cpu)
    }

    /// The time on the wall where two threads may be used.
    fn wall(&self) -> f64 {
        let one = self.one.as_ref().map_or(f64::INFINITY, |one| one.wall);
        self.two.map_or(one, |two| two.wall.min(one))
    }
}
