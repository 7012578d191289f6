//! The history of a map: what was done to it, step by step, and how to take each step back.

use std::collections::HashMap;

use super::edit::small;
use super::{Edit, EditError, Map, Problem, validate};

/// What was done to a map, with no limit on how far it goes back.
///
/// `N` is what a step is called: a name that can be put into a reader's words.
#[derive(Debug, Clone)]
pub struct History<N> {
    // Invariant: `steps[..done]` hold inverses that lead from the map now back to the first one, the last to be applied
    // first; `steps[done..]` hold edits that lead forward again.
    steps: Vec<Step<N>>,
    done: usize,
}

#[derive(Debug, Clone)]
struct Step<N> {
    name: N,
    edit: Edit,
}

/// Why a step was refused; the map is as it was.
#[derive(Debug, Clone, PartialEq)]
pub enum Refused {
    /// The edit names a place that is not there.
    Place(EditError),
    /// The map would have had these problems.
    Invalid(Vec<Problem>),
}

impl<N> Default for History<N> {
    fn default() -> Self {
        Self { steps: Vec::new(), done: 0 }
    }
}

impl<N> History<N> {
    /// Does something to the map. What had been undone can no longer be redone. A step that would leave the map with
    /// problems that it did not have is refused.
    ///
    /// Complexity: that of the edit, and a comparison with each actor and tie; for an edit that is not
    /// [small](super::edit), two validations at most, linear in the size of the map.
    pub fn run(&mut self, map: &mut Map, name: N, edit: Edit) -> Result<(), Refused> {
        let inverse = checked(map, edit)?;
        self.steps.truncate(self.done);
        self.steps.push(Step { name, edit: inverse });
        self.done += 1;
        Ok(())
    }

    /// Does something as a part of the last step, which keeps its name and is taken back as a whole; `false`, and nothing
    /// is done, at the beginning. Refused as in [`Self::run`].
    pub fn extend(&mut self, map: &mut Map, edit: Edit) -> Result<bool, Refused> {
        let Some(last) = self.done.checked_sub(1) else { return Ok(false) };
        let inverse = checked(map, edit)?;
        self.steps.truncate(self.done);
        let before = std::mem::replace(&mut self.steps[last].edit, Edit::Batch(Vec::new()));
        self.steps[last].edit = Edit::Batch(vec![inverse, before]);
        Ok(true)
    }

    /// Takes the last step back, and says what it was called. `None` at the beginning.
    pub fn undo(&mut self, map: &mut Map) -> Result<Option<&N>, EditError> {
        let Some(step) = self.done.checked_sub(1) else { return Ok(None) };
        self.turn(step, map)?;
        self.done = step;
        Ok(Some(&self.steps[step].name))
    }

    /// Does again what was last taken back, and says what it was called. `None` at the end.
    pub fn redo(&mut self, map: &mut Map) -> Result<Option<&N>, EditError> {
        if self.done == self.steps.len() {
            return Ok(None);
        }
        self.turn(self.done, map)?;
        self.done += 1;
        Ok(Some(&self.steps[self.done - 1].name))
    }

    /// The names of all steps, the first one first.
    pub fn names(&self) -> impl Iterator<Item = &N> {
        self.steps.iter().map(|step| &step.name)
    }

    /// The name of a step, by its place among [`Self::names`].
    pub fn name(&self, step: usize) -> Option<&N> {
        self.steps.get(step).map(|step| &step.name)
    }

    /// How many steps of [`Self::names`] the map has seen.
    pub fn position(&self) -> usize {
        self.done
    }

    /// Applies a step's edit and keeps its inverse in its place.
    fn turn(&mut self, step: usize, map: &mut Map) -> Result<(), EditError> {
        // The step is there until its inverse is: one that fails can be tried again.
        self.steps[step].edit = self.steps[step].edit.clone().apply(map)?;
        Ok(())
    }
}

/// Applies an edit, and gives its inverse; refuses one after which something is wrong that was not wrong before.
fn checked(map: &mut Map, edit: Edit) -> Result<Edit, Refused> {
    let touched = small::touched(&edit);
    let inverse = edit.apply(map).map_err(Refused::Place)?;
    if touched.is_some_and(|touched| touched.is_sound(map, &inverse)) {
        return Ok(inverse);
    }
    let problems = validate(map);
    if problems.is_empty() {
        return Ok(inverse);
    }
    let edit = inverse.apply(map).map_err(Refused::Place)?;
    if adds_to(&validate(map), &problems) {
        return Err(Refused::Invalid(problems));
    }
    edit.apply(map).map_err(Refused::Place)
}

/// Whether something is wrong that was not wrong before. Places do not count: an edit may move them.
fn adds_to(before: &[Problem], after: &[Problem]) -> bool {
    let mut had: HashMap<_, usize> = HashMap::new();
    for problem in before {
        *had.entry((problem.fault, &problem.found)).or_default() += 1;
    }
    after.iter().any(|problem| match had.get_mut(&(problem.fault, &problem.found)) {
        Some(times) if *times > 0 => {
            *times -= 1;
            false
        }
        _ => true,
    })
}
