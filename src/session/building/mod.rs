//! Building a map: from what somebody typed, chose, dropped or pasted to an [`Edit`] with a name, or to the reason why not.
//!
//! Everything here reads a map and gives an edit *for that map*: it names places in its lists, so it is to be applied
//! before anything else is done to it. Nothing here changes a map, and nothing here knows a window.

pub mod ids;
pub mod plausible;
