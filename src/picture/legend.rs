//! Legends: what the colours of a lens and the lines of the ties mean, and how many there are of each.

use super::lens::{Lens, Seen};
use super::palette::{Colour, Palette};
use super::scene::{Shape, Stroke, Tone, stroke_of};
use crate::analysis::{ActorIx, VoiceState};
use crate::model::Rating;
use crate::model::terms::{Confidence, Formality, Sector, Term, TieClass, Tier};
use crate::words::Words;

/// A row of a legend.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// What it looks like.
    pub swatch: Swatch,
    /// What it means.
    pub label: String,
    /// How many there are.
    pub count: usize,
}

/// What something looks like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Swatch {
    /// An actor.
    Mark(Shape, Tone),
    /// A tie.
    Line(Stroke),
}

/// What the colours of a lens mean; only what occurs.
pub fn legend(seen: &Seen, words: &Words) -> Vec<Key> {
    let mut keys = match seen.lens {
        Lens::Formality => formality(seen, words),
        Lens::Voices => voices(seen, words),
        Lens::Sector => sectors(seen, words),
        Lens::Belts => {
            let swatch = Swatch::Mark(Shape::Circle, Tone::full(seen.palette.accent));
            vec![Key { swatch, label: words.text("legend-belts"), count: seen.analysis.belts.len() }]
        }
        Lens::Confidence => confidence(seen, words),
        Lens::Legitimacy => legitimacy(seen, words),
        Lens::Groups => groups(seen),
        Lens::Partnership => either(seen, words, "legend-member", "legend-no-member"),
        Lens::Concern(_) => either(seen, words, "legend-has-concern", "legend-no-concern"),
    };
    keys.retain(|key| key.count > 0);
    keys
}

/// The line that stands for a class of ties, of which there are `count`.
pub fn tie_class(class: TieClass, count: usize, palette: &Palette, words: &Words) -> Key {
    let swatch = Swatch::Line(stroke_of(class, palette));
    Key { swatch, label: words.term("tie-class", class), count }
}

/// The colour of a class where there is no line to tell it.
pub fn class_colour(class: TieClass, palette: &Palette) -> Colour {
    if class == TieClass::Adverse { palette.bad } else { palette.series[class as usize] }
}

fn count(seen: &Seen, holds: impl Fn(ActorIx) -> bool) -> usize {
    (0..).take(seen.analysis.network.actors.len()).filter(|actor| holds(*actor)).count()
}

fn formality(seen: &Seen, words: &Words) -> Vec<Key> {
    let network = &seen.analysis.network;
    let own = Formality::ALL.iter().map(|form| Key {
        swatch: Swatch::Mark(Shape::of(Tier::Local, *form), Tone::full(seen.formality(Tier::Local, *form))),
        label: words.term("formality", *form),
        count: count(seen, |actor| {
            let node = network.node(actor);
            node.tier != Tier::External && node.formality == *form
        }),
    });
    let external = Key {
        swatch: Swatch::Mark(Shape::Diamond, Tone::full(seen.palette.external)),
        label: words.text("tier-external"),
        count: count(seen, |actor| network.node(actor).tier == Tier::External),
    };
    own.chain([external]).collect()
}

fn voices(seen: &Seen, words: &Words) -> Vec<Key> {
    let (analysis, palette) = (seen.analysis, seen.palette);
    let with = |wanted: &dyn Fn(VoiceState) -> bool| {
        analysis.network.voices().filter(|voice| wanted(analysis.state_of(*voice))).count()
    };
    let key = |tone, id: &str, count| Key {
        swatch: Swatch::Mark(Shape::Circle, tone),
        label: words.text(id),
        count,
    };
    vec![
        key(
            Tone::full(palette.informal),
            "legend-loop-closed",
            with(&|state| state == VoiceState::LoopClosed),
        ),
        key(
            Tone::ringed(palette.informal, palette.warn),
            "legend-heard",
            with(&|state| state == VoiceState::Heard),
        ),
        key(Tone::hollow(palette.bad), "legend-unheard", with(&|state| state < VoiceState::Heard)),
    ]
}

fn sectors(seen: &Seen, words: &Words) -> Vec<Key> {
    let key = |wanted: &Sector| Key {
        swatch: Swatch::Mark(Shape::Circle, Tone::full(seen.palette.series[*wanted as usize])),
        label: words.term("sector", *wanted),
        count: seen.sectors.iter().filter(|sector| *sector == wanted).count(),
    };
    Sector::ALL.iter().map(key).collect()
}

fn confidence(seen: &Seen, words: &Words) -> Vec<Key> {
    let ties = seen.analysis.network.ties.len();
    let key = |wanted: &Confidence| {
        let of = |tie| seen.analysis.network.tie(tie).confidence == *wanted;
        let (colour, width) = seen.confidence(*wanted);
        Key {
            swatch: Swatch::Line(Stroke::plain(colour, width)),
            label: words.term("confidence", *wanted),
            count: (0..).take(ties).filter(|tie| of(*tie)).count(),
        }
    };
    Confidence::ALL.iter().map(key).collect()
}

fn legitimacy(seen: &Seen, words: &Words) -> Vec<Key> {
    let rated = |actor| seen.analysis.network.actor(actor).legitimacy.map(Rating::get);
    let key = |step: Option<u8>| {
        let (tone, label) = match step {
            Some(step) => (
                Tone::full(seen.palette.scale[usize::from(step) - 1]),
                words.text(&format!("legend-legitimacy-{step}")),
            ),
            None => (Tone::hollow(seen.palette.tie), words.text("not-rated")),
        };
        let count = count(seen, |actor| rated(actor) == step);
        Key { swatch: Swatch::Mark(Shape::Circle, tone), label, count }
    };
    (1..=5).map(Some).chain([None]).map(key).collect()
}

fn groups(seen: &Seen) -> Vec<Key> {
    let key = |(group, colour): (&&str, _)| {
        let speaks = |actor| seen.analysis.network.actor(actor).represents.iter().any(|one| one == group);
        Key {
            swatch: Swatch::Mark(Shape::Circle, Tone::full(colour)),
            label: (*group).to_owned(),
            count: count(seen, speaks),
        }
    };
    seen.groups.iter().zip(seen.palette.series).map(key).collect()
}

fn either(seen: &Seen, words: &Words, yes: &str, no: &str) -> Vec<Key> {
    let key = |tone, id, has| Key {
        swatch: Swatch::Mark(Shape::Circle, tone),
        label: words.text(id),
        count: count(seen, |actor| seen.has[actor as usize] == has),
    };
    vec![key(Tone::full(seen.palette.accent), yes, true), key(Tone::hollow(seen.palette.tie), no, false)]
}
