//! The contract of the analysis, clause by clause: for every rule the smallest map that fires it, and the smallest
//! changes that silence it; and the same for the words that the rules are made of.
//!
//! [`draft`] writes a map in a few words, [`check`] asks the program what it says of it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "A test may stop at the first surprise, its helpers too."
)]

mod check;
mod draft;

mod certainty;
mod channels;
mod concerns;
mod expected_voices;
mod explanations;
mod gatekeepers;
mod order;
mod plan;
mod rules_on_concerns;
mod rules_on_gatekeepers;
mod rules_on_law;
mod rules_on_partnerships;
mod rules_on_plans;
mod rules_on_providers;
mod rules_on_voices;
mod scorecard;
mod voice_graph;
mod voices;
