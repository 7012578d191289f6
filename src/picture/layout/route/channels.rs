//! The shortest way around marks and names: the free room is cut into cells, a path of cells is searched, and a string is
//! pulled tight along it.
//!
//! Hart, P., Nilsson, N. & Raphael, B. (1968) for the search; Lee, D. & Preparata, F. (1984). Euclidean shortest paths in
//! the presence of rectilinear barriers. *Networks* 14(3), 393–410, for the string.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::obstacles::Obstacles;
use crate::analysis::ActorIx;
use crate::picture::geometry::{Point, Rect};

/// How far a way around keeps away from a mark, and from a name.
const AWAY: (f32, f32) = (4.5, 3.5);
/// How much longer a way through a name of its own may seem.
const OWN_NAME: f32 = 1.6;
/// Between two ways through the same gap.
const LANE: f32 = 4.0;
/// However many run there, no more than so many lanes are left free.
const MOST_LANES: u16 = 4;
/// How many cells all searches together may look at: where many ties cross a crowd nobody follows a single one, and
/// on maps that people read tie by tie it is a fraction of that.
const EFFORT: usize = 60_000;
/// How often obstacles may be counted in all slabs together. Where so much stands beside and over each other nobody would
/// follow a way around it, and cells would take more memory than the map.
const MOST_PARTS: usize = 2_000_000;
/// So many neighbours a cell may have before looking through them counts as looking at another one.
const NEIGHBOURS: usize = 256;
/// The number of no obstacle.
const FREE: u32 = u32::MAX;

/// The room cut into cells: slabs from top to bottom, each cut where something begins or ends.
pub struct Channels {
    // Invariant: slab `n` has the cells `starts[n]..starts[n + 1]`, from left to right, without gaps.
    starts: Vec<u32>,
    tops: Vec<f32>,
    cells: Vec<Cell>,
    search: Search,
}

#[derive(Debug, Clone, Copy)]
struct Cell {
    rect: Rect,
    slab: u32,
    /// Whose mark or name is there; `None` where it is free.
    owner: Option<ActorIx>,
    is_name: bool,
    /// How many ways run there.
    used: u16,
}

/// What a search has found; kept from one to the next, so that a search costs what it looks at.
#[derive(Default)]
struct Search {
    round: u32,
    seen: Vec<Seen>,
    open: BinaryHeap<Reverse<(u32, u32)>>,
    next: Vec<u32>,
    /// How many cells may still be looked at.
    left: usize,
}

#[derive(Clone, Copy, Default)]
struct Seen {
    round: u32,
    is_done: bool,
    cost: f32,
    at: Point,
    from: u32,
}

impl Channels {
    /// Cuts the room around obstacles into cells.
    pub fn of(obstacles: &Obstacles, room: Rect) -> Self {
        let grown = |number: usize| {
            let obstacle = &obstacles.all[number];
            obstacle.rect.grown(if obstacle.is_text { AWAY.1 } else { AWAY.0 })
        };
        let mut tops: Vec<f32> = vec![room.min.y, room.max.y];
        for number in 0..obstacles.all.len() {
            let rect = grown(number);
            tops.extend([rect.min.y, rect.max.y].into_iter().filter(|y| *y > room.min.y && *y < room.max.y));
        }
        tops.sort_by(f32::total_cmp);
        tops.dedup_by(|a, b| (*a - *b).abs() < 0.1);
        let slabs = |rect: Rect| {
            let first = tops.partition_point(|top| *top < rect.min.y - 0.2);
            (first, tops.partition_point(|top| *top < rect.max.y - 0.2))
        };
        let parts = |number: usize| {
            let (first, last) = slabs(grown(number));
            last.saturating_sub(first)
        };
        if (0..obstacles.all.len()).map(parts).sum::<usize>() > MOST_PARTS {
            return Self { starts: vec![0], tops: Vec::new(), cells: Vec::new(), search: Search::default() };
        }
        let mut inside: Vec<Vec<u32>> = vec![Vec::new(); tops.len().saturating_sub(1)];
        for number in 0..obstacles.all.len() {
            let (first, last) = slabs(grown(number));
            for slab in inside.iter_mut().take(last).skip(first) {
                slab.push(u32::try_from(number).unwrap_or(FREE));
            }
        }
        let mut this = Self { starts: vec![0], tops, cells: Vec::new(), search: Search::default() };
        for (slab, numbers) in (0_u32..).zip(&mut inside) {
            numbers
                .sort_by(|a, b| grown(*a as usize).min.x.total_cmp(&grown(*b as usize).min.x).then(a.cmp(b)));
            let (top, bottom) = (this.tops[slab as usize], this.tops[slab as usize + 1]);
            let mut left = room.min.x;
            let mut add = |left: &mut f32, right: f32, number: u32| {
                if right - *left > 0.5 {
                    let rect = Rect::new(Point::new(*left, top), Point::new(right, bottom));
                    let obstacle = obstacles.all.get(number as usize);
                    let owner = obstacle.map(|obstacle| obstacle.owner);
                    let is_name = obstacle.is_some_and(|obstacle| obstacle.is_text);
                    this.cells.push(Cell { rect, slab, owner, is_name, used: 0 });
                    *left = right;
                }
            };
            for number in numbers.iter() {
                let rect = grown(*number as usize);
                add(&mut left, rect.min.x.min(room.max.x), FREE);
                add(&mut left, rect.max.x.min(room.max.x), *number);
            }
            add(&mut left, room.max.x, FREE);
            this.starts.push(u32::try_from(this.cells.len()).unwrap_or(FREE));
        }
        this.search.seen = vec![Seen::default(); this.cells.len()];
        this.search.left = EFFORT;
        this
    }

    /// The corners of a short way from one actor to another, ends included; `None` where there is none, or where looking
    /// for others has taken all effort there is.
    ///
    /// O(cells × log cells) at most; what is looked at lies between the two.
    pub fn way(&mut self, from: Point, to: Point, ends: (u32, u32)) -> Option<Vec<Point>> {
        let (start, end) = (self.cell_at(from)?, self.cell_at(to)?);
        let path = self.path(start, end, from, to, ends)?;
        let mut doors = Vec::with_capacity(path.len());
        for pair in path.windows(2) {
            doors.push(self.door(pair[0], pair[1], LANE));
        }
        for cell in &path {
            let used = &mut self.cells[*cell as usize].used;
            *used = used.saturating_add(1);
        }
        Some(pulled(from, to, &doors))
    }

    fn cell_at(&self, at: Point) -> Option<u32> {
        let slab = self.tops.partition_point(|top| *top <= at.y).checked_sub(1)?;
        let (first, last) = (*self.starts.get(slab)?, *self.starts.get(slab + 1)?);
        let cells = &self.cells[first as usize..last as usize];
        let within = cells.partition_point(|cell| cell.rect.max.x < at.x);
        (within < cells.len()).then(|| first + u32::try_from(within).unwrap_or(FREE))
    }

    /// The cells from one to another, by A*.
    fn path(&mut self, start: u32, end: u32, from: Point, to: Point, ends: (u32, u32)) -> Option<Vec<u32>> {
        self.search.round += 1;
        self.search.open.clear();
        self.reach(start, Seen { at: from, from: start, ..Seen::default() }, to);
        let mut next = std::mem::take(&mut self.search.next);
        let mut is_found = false;
        while let Some(Reverse((_, cell))) = self.search.open.pop().filter(|_| self.search.left > 0) {
            let seen = self.search.seen[cell as usize];
            if seen.is_done {
                continue;
            }
            self.search.seen[cell as usize].is_done = true;
            self.search.left = self.search.left.saturating_sub(1);
            if cell == end {
                is_found = true;
                break;
            }
            self.next(cell, ends, &mut next);
            self.search.left = self.search.left.saturating_sub(next.len() / NEIGHBOURS);
            for next in next.iter().copied() {
                let (left, right) = self.door(cell, next, 0.0);
                let at = nearest(left, right, seen.at, to);
                let cost =
                    seen.cost + seen.at.distance(at) * self.weight(next) + self.crowd(next, left, right);
                self.reach(next, Seen { cost, at, from: cell, ..Seen::default() }, to);
            }
        }
        self.search.next = next;
        is_found.then(|| self.traced(start, end))
    }

    fn reach(&mut self, cell: u32, how: Seen, to: Point) {
        let round = self.search.round;
        let seen = &mut self.search.seen[cell as usize];
        if seen.round == round && (seen.is_done || seen.cost <= how.cost) {
            return;
        }
        *seen = Seen { round, ..how };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "hundredths of a point order well"
        )]
        let order = ((how.cost + how.at.distance(to)) * 64.0) as u32;
        self.search.open.push(Reverse((order, cell)));
    }

    fn traced(&self, start: u32, end: u32) -> Vec<u32> {
        let mut path = vec![end];
        let mut at = end;
        while at != start {
            at = self.search.seen[at as usize].from;
            path.push(at);
        }
        path.reverse();
        path
    }

    /// The cells next to one that may be entered, free ones and those of the two ends, into `next`.
    fn next(&self, cell: u32, ends: (u32, u32), next: &mut Vec<u32>) {
        next.clear();
        let here = &self.cells[cell as usize];
        let may = |next: &u32| {
            let owner = self.cells[*next as usize].owner;
            owner.is_none_or(|owner| owner == ends.0 || owner == ends.1)
        };
        let slab = here.slab as usize;
        for other in [slab.checked_sub(1), Some(slab + 1)].into_iter().flatten() {
            let (Some(first), Some(last)) = (self.starts.get(other), self.starts.get(other + 1)) else {
                continue;
            };
            let cells = &self.cells[*first as usize..*last as usize];
            let skipped = cells.partition_point(|cell| cell.rect.max.x <= here.rect.min.x + 1.0);
            let within =
                cells[skipped..].iter().take_while(|cell| cell.rect.min.x + 1.0 < here.rect.max.x).count();
            next.extend((*first..).skip(skipped).take(within).filter(may));
        }
        let beside = [cell.checked_sub(1), Some(cell + 1)].into_iter().flatten();
        let is_beside = |at: &u32| self.cells.get(*at as usize).is_some_and(|it| it.slab == here.slab);
        next.extend(beside.filter(is_beside).filter(may));
    }

    /// The line between two cells, its left end and its right end as one goes; by how much `lane` is left free at either
    /// end for each way that runs there already.
    fn door(&self, from: u32, to: u32, lane: f32) -> (Point, Point) {
        let (a, b) = (&self.cells[from as usize], &self.cells[to as usize]);
        if a.slab == b.slab {
            let goes_right = a.rect.min.x < b.rect.min.x;
            let x = if goes_right { b.rect.min.x } else { a.rect.min.x };
            let (top, bottom) = (Point::new(x, a.rect.min.y), Point::new(x, a.rect.max.y));
            return if goes_right { (top, bottom) } else { (bottom, top) };
        }
        let (mut low, mut high) = (a.rect.min.x.max(b.rect.min.x), a.rect.max.x.min(b.rect.max.x));
        let left_free = (lane * f32::from(a.used.min(b.used).min(MOST_LANES))).min((high - low) * 0.38);
        low += left_free;
        high -= left_free;
        let goes_down = a.slab < b.slab;
        let y = if goes_down { b.rect.min.y } else { a.rect.min.y };
        let (left, right) = (Point::new(low, y), Point::new(high, y));
        if goes_down { (right, left) } else { (left, right) }
    }

    fn weight(&self, cell: u32) -> f32 {
        if self.cells[cell as usize].is_name { OWN_NAME } else { 1.0 }
    }

    /// What it costs to share a gap: more, the narrower it is.
    fn crowd(&self, cell: u32, left: Point, right: Point) -> f32 {
        f32::from(self.cells[cell as usize].used) * (40.0 / left.distance(right).max(4.0)).min(6.0)
    }
}

/// The point of a door nearest to the straight line from one place to another.
fn nearest(left: Point, right: Point, from: Point, to: Point) -> Point {
    let (along, towards) = ((right.x - left.x, right.y - left.y), (to.x - from.x, to.y - from.y));
    let across = along.0 * towards.1 - along.1 * towards.0;
    if across.abs() < 0.01 {
        let length = along.0 * along.0 + along.1 * along.1;
        let share = ((to.x - left.x) * along.0 + (to.y - left.y) * along.1) / length.max(0.01);
        return left.towards(right, share.clamp(0.0, 1.0));
    }
    let share = ((from.x - left.x) * towards.1 - (from.y - left.y) * towards.0) / across;
    left.towards(right, share.clamp(0.0, 1.0))
}

/// A string pulled tight from one place through doors to another: only the corners that it touches.
fn pulled(from: Point, to: Point, doors: &[(Point, Point)]) -> Vec<Point> {
    let turn = |a: Point, b: Point, c: Point| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    let mut corners = vec![from];
    let door = |at: usize| doors.get(at).copied().unwrap_or((to, to));
    let (mut apex, mut left, mut right) = (from, door(0).0, door(0).1);
    let (mut left_at, mut right_at) = (0, 0);
    let mut at = 1;
    while at <= doors.len() && corners.len() <= doors.len() + 1 {
        let (next_left, next_right) = door(at);
        if turn(apex, right, next_right) <= 0.0 {
            if apex == right || turn(apex, left, next_right) > 0.0 {
                (right, right_at) = (next_right, at);
            } else {
                corners.push(left);
                apex = left;
                at = left_at;
                (left, right, right_at) = (apex, apex, at);
                at += 1;
                continue;
            }
        }
        if turn(apex, left, next_left) >= 0.0 {
            if apex == left || turn(apex, right, next_left) < 0.0 {
                (left, left_at) = (next_left, at);
            } else {
                corners.push(right);
                apex = right;
                at = right_at;
                (left, right, left_at) = (apex, apex, at);
                at += 1;
                continue;
            }
        }
        at += 1;
    }
    corners.push(to);
    corners.dedup();
    corners
}
