//! Network measures: what an analyst expects to find in any such tool, over the cooperative ties of a map. A file for
//! each method; definitions and sources are in `docs/method.md`.

pub mod graph;
