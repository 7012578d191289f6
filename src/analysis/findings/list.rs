//! Lists of actors that are held by the thousand: of one or two as most are, or of many, which others may hold too.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use crate::analysis::network::ActorIx;

/// Some actors. One or two take no memory of their own; a longer list is kept once, however often it is cloned.
#[derive(Clone)]
pub struct ActorList(List);

#[derive(Clone)]
enum List {
    None,
    One([ActorIx; 1]),
    Two([ActorIx; 2]),
    Many(Arc<[ActorIx]>),
}

impl Deref for ActorList {
    type Target = [ActorIx];

    fn deref(&self) -> &[ActorIx] {
        match &self.0 {
            List::None => &[],
            List::One(one) => one,
            List::Two(two) => two,
            List::Many(many) => many,
        }
    }
}

impl Default for ActorList {
    fn default() -> Self {
        Self(List::None)
    }
}

impl From<&[ActorIx]> for ActorList {
    fn from(actors: &[ActorIx]) -> Self {
        Self(match actors {
            [] => List::None,
            [one] => List::One([*one]),
            [one, two] => List::Two([*one, *two]),
            many => List::Many(Arc::from(many)),
        })
    }
}

impl From<Vec<ActorIx>> for ActorList {
    fn from(actors: Vec<ActorIx>) -> Self {
        Self::from(actors.as_slice())
    }
}

impl From<[ActorIx; 2]> for ActorList {
    fn from(pair: [ActorIx; 2]) -> Self {
        Self(List::Two(pair))
    }
}

impl From<&ActorList> for ActorList {
    fn from(actors: &ActorList) -> Self {
        actors.clone()
    }
}

impl<'a> IntoIterator for &'a ActorList {
    type Item = &'a ActorIx;
    type IntoIter = std::slice::Iter<'a, ActorIx>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl PartialEq for ActorList {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for ActorList {}

impl fmt::Debug for ActorList {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
