//! The forces: ties draw actors together, and all actors push each other away (`ForceAtlas2`, Jacomy et al. 2014, with the
//! approximation of Barnes and Hut 1986 for what is far), from a start by distances.

use fa2::{FA2Data, FA2Settings};

use super::Work;
use super::start::{Spot, start, within};
use crate::analysis::{ActorIx, Stopped};

/// How long a tie is at the start; near to what forces make of it.
const UNIT: f64 = 20.0;
/// Up to so many actors, everybody pushes everybody; beyond, what is far pushes as one.
const MOST_EXACT: usize = 150;
/// How far, as the width of a square full of actors by its distance.
const FAR: f32 = 1.0;

/// How many steps the work on these groups has, before overlaps are seen to.
pub fn steps(groups: &[Vec<ActorIx>]) -> usize {
    groups.iter().map(|group| rounds(group.len())).sum()
}

/// How often forces act. Large groups take long, and nobody sees their last touch.
fn rounds(actors: usize) -> usize {
    if actors <= MOST_EXACT {
        200
    } else if actors <= 20_000 {
        100
    } else {
        60
    }
}

/// Where the actors of a group come to stand, in the group's order. O(rounds × (actors log actors + ties)).
pub fn places(work: &mut Work, group: &[ActorIx]) -> Result<Vec<Spot>, Stopped> {
    let tangle = within(work.tangle, group);
    let start = start(work.asked, group, &tangle);
    let mut data = FA2Data::<f32>::with_node_capacity(group.len());
    for [x, y] in &start {
        #[expect(clippy::cast_possible_truncation, reason = "a rough start")]
        data.add_node_with_position((x * UNIT) as f32, (y * UNIT) as f32);
    }
    for actor in (0..).take(group.len()) {
        for other in tangle.of_actor(actor).iter().filter(|other| **other > actor) {
            data.add_edge(actor as usize, *other as usize);
        }
    }
    let settings = FA2Settings::from_graph_order(group.len());
    let settings = if group.len() > MOST_EXACT {
        settings.with_barnes_hut_theta(FAR)
    } else {
        settings.with_pairwise_repulsion()
    };
    let mut forces = settings.build(data);
    for _ in 0..rounds(group.len()) {
        forces.epoch();
        work.step()?;
    }
    let places = forces.data().positions().map(|(x, y)| [f64::from(x), f64::from(y)]);
    let found: Vec<Spot> = places.collect();
    let is_sound = found.iter().flatten().all(|length| length.is_finite());
    Ok(if is_sound { found } else { start })
}
