//! Lists of pairs of numbers, one for each of many owners, in a single piece of memory.

/// What each owner has: another's number, and a weight.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    // Invariant: what owner `n` has is `items[starts[n]..starts[n + 1]]`.
    starts: Vec<u32>,
    items: Vec<(u32, u32)>,
}

impl Lists {
    /// From (owner, other, weight), each owner's in the order given. O(owners + items).
    pub fn of(owners: usize, items: &[(u32, u32, u32)]) -> Self {
        let mut starts = vec![0; owners + 1];
        for (owner, _, _) in items {
            starts[*owner as usize + 1] += 1;
        }
        for owner in 0..owners {
            starts[owner + 1] += starts[owner];
        }
        let mut next = starts.clone();
        let mut placed = vec![(0, 0); items.len()];
        for (owner, other, weight) in items {
            let at = &mut next[*owner as usize];
            placed[*at as usize] = (*other, *weight);
            *at += 1;
        }
        Self { starts, items: placed }
    }

    /// What an owner has.
    pub fn get(&self, owner: u32) -> &[(u32, u32)] {
        &self.items[self.starts[owner as usize] as usize..self.starts[owner as usize + 1] as usize]
    }

    /// Whether an owner has nothing.
    pub fn has_none(&self, owner: u32) -> bool {
        self.get(owner).is_empty()
    }
}
