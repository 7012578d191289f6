//! Saved views follow what they draw: when a kind or a level goes, what takes its place is drawn instead.

use crate::model::edit::Change;
use crate::model::{Edit, Id, Map, ViewFilter};

/// The edits of the saved views whose filter names what goes away. Nothing in its place means that it is named no more.
pub fn without<I: Id>(
    map: &Map,
    id: &I,
    instead: Option<&I>,
    list: fn(&mut ViewFilter) -> &mut Vec<I>,
) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (at, view) in map.views.iter().enumerate() {
        let mut changed = view.clone();
        let drawn = list(&mut changed.filter);
        match instead.filter(|instead| !drawn.contains(instead)) {
            Some(instead) => drawn.iter_mut().filter(|one| *one == id).for_each(|one| *one = instead.clone()),
            None => drawn.retain(|one| one != id),
        }
        if changed != *view {
            edits.push(Edit::SavedView(Change::replace(at, changed)));
        }
    }
    edits
}
