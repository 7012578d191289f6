//! Long lists that are cheap to copy: a copy shares the items, and an item is copied when somebody changes it.
//!
//! The window keeps what it changes apart from what is being analysed, drawn and saved meanwhile. With 200,000 ties, copying
//! each of them for every letter that somebody types would stop it for a third of a second.

use std::borrow::Cow;
use std::fmt;
use std::iter::FusedIterator;
use std::ops::{Deref, Index, IndexMut, Range, RangeFrom, RangeFull, RangeTo};
use std::sync::Arc;

/// A list whose items are shared with its copies until one is changed. Used like a vector of `T`; its slices are of shared
/// items.
#[derive(Clone)]
pub struct SharedList<T>(Vec<Arc<T>>);

impl<T> SharedList<T> {
    /// How many items there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The items, in order.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter(self.0.iter())
    }

    /// The item at a place.
    pub fn get(&self, place: usize) -> Option<&T> {
        self.0.get(place).map(|item| &**item)
    }

    /// The first item.
    pub fn first(&self) -> Option<&T> {
        self.get(0)
    }

    /// The last item.
    pub fn last(&self) -> Option<&T> {
        self.0.last().map(|item| &**item)
    }

    /// Adds an item at the end.
    pub fn push(&mut self, item: T) {
        self.0.push(Arc::new(item));
    }

    /// Removes all items.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Removes all items from a place on.
    pub fn truncate(&mut self, length: usize) {
        self.0.truncate(length);
    }

    /// Keeps the items for which that holds.
    pub fn retain(&mut self, mut holds: impl FnMut(&T) -> bool) {
        self.0.retain(|item| holds(item));
    }

    /// Exchanges two items.
    pub fn swap(&mut self, one: usize, other: usize) {
        self.0.swap(one, other);
    }

    /// Turns the order round.
    pub fn reverse(&mut self) {
        self.0.reverse();
    }

    /// Puts an item before what stands at a place, or at the end.
    ///
    /// # Panics
    ///
    /// Beyond the end, as a vector does.
    pub fn insert(&mut self, place: usize, item: T) {
        self.0.insert(place, Arc::new(item));
    }
}

impl<T: Clone> SharedList<T> {
    /// The item at a place, to be changed.
    pub fn get_mut(&mut self, place: usize) -> Option<&mut T> {
        self.0.get_mut(place).map(Arc::make_mut)
    }

    /// The last item, to be changed.
    pub fn last_mut(&mut self) -> Option<&mut T> {
        self.0.last_mut().map(Arc::make_mut)
    }

    /// All items, to be changed: each is copied where it is shared.
    pub fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut T> + ExactSizeIterator {
        self.0.iter_mut().map(Arc::make_mut)
    }

    /// Takes the item at a place out.
    ///
    /// # Panics
    ///
    /// Beyond the end, as a vector does.
    pub fn remove(&mut self, place: usize) -> T {
        Arc::unwrap_or_clone(self.0.remove(place))
    }

    /// Takes the last item out.
    pub fn pop(&mut self) -> Option<T> {
        self.0.pop().map(Arc::unwrap_or_clone)
    }

    /// A copy of all items as a vector.
    pub fn to_vec(&self) -> Vec<T> {
        self.iter().cloned().collect()
    }
}

impl<T> Default for SharedList<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: PartialEq> PartialEq for SharedList<T> {
    fn eq(&self, other: &Self) -> bool {
        // What is shared is the same without a look at it.
        let is_same = |(one, other): (&Arc<T>, &Arc<T>)| Arc::ptr_eq(one, other) || one == other;
        self.len() == other.len() && self.0.iter().zip(&other.0).all(is_same)
    }
}

impl<T: PartialEq> PartialEq<Vec<T>> for SharedList<T> {
    fn eq(&self, other: &Vec<T>) -> bool {
        self.len() == other.len() && self.iter().eq(other)
    }
}

impl<T: fmt::Debug> fmt::Debug for SharedList<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// For patterns and ranges: `let [first, ..] = &map.actors[..]`.
impl<T> Deref for SharedList<T> {
    type Target = [Arc<T>];

    fn deref(&self) -> &[Arc<T>] {
        &self.0
    }
}

impl<T> Index<usize> for SharedList<T> {
    type Output = T;

    fn index(&self, place: usize) -> &T {
        &self.0[place]
    }
}

macro_rules! ranges {
    ($($range:ty),+) => {$(
        impl<T> Index<$range> for SharedList<T> {
            type Output = [Arc<T>];

            fn index(&self, places: $range) -> &[Arc<T>] {
                &self.0[places]
            }
        }
    )+};
}

ranges!(Range<usize>, RangeFrom<usize>, RangeTo<usize>, RangeFull);

impl<T: Clone> IndexMut<usize> for SharedList<T> {
    fn index_mut(&mut self, place: usize) -> &mut T {
        Arc::make_mut(&mut self.0[place])
    }
}

impl<T> From<Vec<T>> for SharedList<T> {
    fn from(items: Vec<T>) -> Self {
        items.into_iter().collect()
    }
}

impl<T> FromIterator<T> for SharedList<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(items.into_iter().map(Arc::new).collect())
    }
}

impl<T> Extend<T> for SharedList<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.0.extend(items.into_iter().map(Arc::new));
    }
}

impl<T: Clone> IntoIterator for SharedList<T> {
    type Item = T;
    type IntoIter = std::iter::Map<std::vec::IntoIter<Arc<T>>, fn(Arc<T>) -> T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().map(Arc::unwrap_or_clone)
    }
}

impl<'a, T> IntoIterator for &'a SharedList<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<'a, T: Clone> IntoIterator for &'a mut SharedList<T> {
    type Item = &'a mut T;
    type IntoIter = std::iter::Map<std::slice::IterMut<'a, Arc<T>>, fn(&'a mut Arc<T>) -> &'a mut T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter_mut().map(Arc::make_mut)
    }
}

/// The items of a [`SharedList`], in order.
#[derive(Debug)]
pub struct Iter<'a, T>(std::slice::Iter<'a, Arc<T>>);

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        self.0.next().map(|item| &**item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }

    fn nth(&mut self, places: usize) -> Option<&'a T> {
        self.0.nth(places).map(|item| &**item)
    }
}

impl<T> DoubleEndedIterator for Iter<'_, T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|item| &**item)
    }
}

impl<T> ExactSizeIterator for Iter<'_, T> {}

impl<T> FusedIterator for Iter<'_, T> {}

/// What edits and readers need of a list, shared or not.
pub trait Items<T> {
    /// How many items there are.
    fn count(&self) -> usize;
    /// Adds an item at the end.
    fn add(&mut self, item: T);
    /// Removes all items.
    fn empty(&mut self);
    /// Puts an item before what stands at a place, which is no further than the end.
    fn put(&mut self, place: usize, item: T);
    /// Takes the item at a place out, which there is.
    fn take(&mut self, place: usize) -> T;
    /// Puts an item in the place of one that there is, and gives that one.
    fn exchange(&mut self, place: usize, item: T) -> T;
    /// All items as a slice; copied where they are shared.
    fn whole(&self) -> Cow<'_, [T]>
    where
        T: Clone;
}

impl<T> Items<T> for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn add(&mut self, item: T) {
        self.push(item);
    }

    fn empty(&mut self) {
        self.clear();
    }

    fn put(&mut self, place: usize, item: T) {
        self.insert(place, item);
    }

    fn take(&mut self, place: usize) -> T {
        self.remove(place)
    }

    fn exchange(&mut self, place: usize, item: T) -> T {
        std::mem::replace(&mut self[place], item)
    }

    fn whole(&self) -> Cow<'_, [T]>
    where
        T: Clone,
    {
        Cow::Borrowed(self)
    }
}

impl<T: Clone> Items<T> for SharedList<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn add(&mut self, item: T) {
        self.push(item);
    }

    fn empty(&mut self) {
        self.clear();
    }

    fn put(&mut self, place: usize, item: T) {
        self.insert(place, item);
    }

    fn take(&mut self, place: usize) -> T {
        self.remove(place)
    }

    fn exchange(&mut self, place: usize, item: T) -> T {
        Arc::unwrap_or_clone(std::mem::replace(&mut self.0[place], Arc::new(item)))
    }

    fn whole(&self) -> Cow<'_, [T]> {
        Cow::Owned(self.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_shares_its_items_until_one_is_changed() {
        let first: SharedList<String> = ["a", "b", "c"].into_iter().map(str::to_owned).collect();
        let mut second = first.clone();
        second[1].push('!');
        second.push("d".to_owned());
        assert_eq!(first, vec!["a".to_owned(), "b".to_owned(), "c".to_owned()]);
        assert_eq!(second.iter().map(String::as_str).collect::<Vec<_>>(), ["a", "b!", "c", "d"]);
        let shared = |place: usize| std::ptr::eq(&raw const first[place], &raw const second[place]);
        assert_eq!([shared(0), shared(1), shared(2)], [true, false, true]);
        assert_eq!(second.remove(0), "a");
        assert_eq!(first[0], "a");
        assert_ne!(first, second);
    }
}
