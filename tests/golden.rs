//! Network measures against other people's programs: igraph, networkx and sna, as `tests/oracle/golden/make.py` asked
//! them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use jisr::analysis::Network;
use jisr::analysis::measures::brokerage::Roles;
use jisr::analysis::measures::{Measures, Wanted, measure};
use jisr::model::terms::{Formality, Term as _};
use jisr::model::{Actor, Id as _, Map, Rating, Tie};
use serde_json::Value;

const GRAPHS: [&str; 7] =
    ["karate", "les-miserables", "kite", "florentine", "random-30", "random-120", "random-400"];

struct Golden {
    name: &'static str,
    values: Value,
    network: Network,
    measures: Measures,
}

fn golden(name: &'static str) -> Golden {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/golden/{name}.json"));
    let mut document: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let network = Network::of(Arc::new(map(&document)));
    let measures = measure(&network, Wanted::default(), &|_| true).expect("nobody stops it");
    Golden { name, values: document["measures"].take(), network, measures }
}

fn map(document: &Value) -> Map {
    let mut map = Map::default();
    for item in document["actors"].as_array().unwrap() {
        let id = item["id"].as_str().unwrap();
        let level = item["level"].as_str().unwrap();
        let formality = Formality::from_id(item["formality"].as_str().unwrap());
        let actor = Actor::new(id.into(), id.into(), "union".into(), level.into());
        map.actors.push(Actor { formality, ..actor });
    }
    for (number, item) in document["ties"].as_array().unwrap().iter().enumerate() {
        let end = |key: &str| item[key].as_str().unwrap().into();
        let strength = u8::try_from(item["strength"].as_u64().unwrap()).unwrap();
        let id = format!("t{number}");
        let tie = Tie::new(id.as_str().into(), end("from"), "coordinates-with".into(), end("to"));
        map.ties.push(Tie { strength: Rating::new(strength), mutual: item["mutual"].as_bool(), ..tie });
    }
    map
}

impl Golden {
    /// A measure of the map.
    fn of_map(&self, key: &str, ours: Option<f64>) {
        self.same(key, "the map", ours, self.values[key].as_f64());
    }

    /// A measure of each actor.
    fn of_actors(&self, key: &str, ours: impl Fn(usize) -> Option<f64>) {
        let theirs = self.values[key].as_array().expect(key);
        assert_eq!(theirs.len(), self.measures.actors.len(), "{key} of {}", self.name);
        for (place, value) in theirs.iter().enumerate() {
            let value = value.as_bool().map(|yes| f64::from(u8::from(yes))).or(value.as_f64());
            self.same(key, self.network.map.actors[place].id.as_str(), ours(place), value);
        }
    }

    fn same(&self, key: &str, whose: &str, ours: Option<f64>, theirs: Option<f64>) {
        let is_same = match (ours, theirs) {
            (Some(ours), Some(theirs)) => (ours - theirs).abs() <= 1e-9 * theirs.abs().max(1.0),
            (ours, theirs) => ours == theirs,
        };
        assert!(is_same, "{key} of {whose} in {}: {ours:?}, and {theirs:?} elsewhere", self.name);
    }
}

#[test]
fn the_map_as_a_whole() {
    for golden in GRAPHS.map(golden) {
        let map = golden.measures.map;
        golden.of_map("density", map.density);
        golden.of_map("reciprocity", map.reciprocity);
        golden.of_map("centralization", map.centralization);
        golden.of_map("components", Some(map.components.into()));
    }
}

#[test]
fn each_actor() {
    for golden in GRAPHS.map(golden) {
        let actors = &golden.measures.actors;
        golden.of_actors("degree", |place| Some(actors[place].degree.into()));
        golden.of_actors("in_degree", |place| Some(actors[place].in_degree.into()));
        golden.of_actors("out_degree", |place| Some(actors[place].out_degree.into()));
        golden.of_actors("strength", |place| Some(f64::from(u32::try_from(actors[place].strength).unwrap())));
        golden.of_actors("betweenness", |place| actors[place].betweenness);
        golden.of_actors("closeness", |place| actors[place].closeness);
        golden.of_actors("pagerank", |place| Some(actors[place].pagerank));
        golden.of_actors("core", |place| Some(actors[place].core.into()));
        golden.of_actors("clustering", |place| actors[place].clustering);
        golden.of_actors("constraint", |place| actors[place].constraint);
        golden.of_actors("effective_size", |place| actors[place].effective_size);
        golden.of_actors("articulation", |place| Some(f64::from(u8::from(actors[place].is_articulation))));
        // Left out where two components share the greatest eigenvalue.
        if golden.values["eigenvector"].is_array() {
            golden.of_actors("eigenvector", |place| actors[place].eigenvector);
        }
    }
}

#[test]
fn brokerage() {
    let roles = |value: &Value| {
        let count = |role: &str| value[role].as_u64().unwrap();
        Roles {
            coordinator: count("coordinator"),
            itinerant: count("itinerant"),
            gatekeeper: count("gatekeeper"),
            representative: count("representative"),
            liaison: count("liaison"),
        }
    };
    for golden in GRAPHS.map(golden) {
        let theirs = &golden.values["brokerage"];
        for (place, actor) in golden.measures.actors.iter().enumerate() {
            let whose = format!("actor {place} in {}", golden.name);
            assert_eq!(actor.brokerage.level, roles(&theirs["level"][place]), "by level: {whose}");
            assert_eq!(
                actor.brokerage.formality,
                roles(&theirs["formality"][place]),
                "by formality: {whose}"
            );
        }
    }
}

#[test]
fn ties_without_which_a_part_falls_off() {
    for golden in GRAPHS.map(golden) {
        let Golden { network, measures, values, name } = &golden;
        let id = |actor| network.actor(actor).id.to_string();
        let pair = |tie: &u32| {
            let (a, b) = network.link(*tie).pair();
            serde_json::json!([id(a), id(b)])
        };
        let mut ours: Vec<Value> = measures.bridge_ties.iter().map(pair).collect();
        ours.sort_by_key(ToString::to_string);
        ours.dedup();
        assert_eq!(Value::from(ours), values["bridges"], "{name}");
    }
}

#[test]
fn communities_are_no_worse() {
    for golden in GRAPHS.map(golden) {
        let (ours, theirs) =
            (golden.measures.map.modularity.unwrap(), golden.values["modularity_floor"].as_f64());
        assert!(ours >= theirs.unwrap() - 1e-9, "{}: {ours}, and {theirs:?} elsewhere", golden.name);
    }
}

/// The best there is (Brandes et al. 2008, On modularity clustering).
#[test]
fn the_karate_club_falls_into_its_best_communities() {
    let modularity = golden("karate").measures.map.modularity.unwrap();
    assert!((modularity - 0.419_789_6).abs() < 1e-7, "{modularity}");
}

/// Krackhardt 1990, table 1: Heather (the eighth) stands between most; raw counts of unordered pairs, here doubled.
#[test]
fn the_kite_is_as_published() {
    let golden = golden("kite");
    let actors = &golden.measures.actors;
    let degrees: Vec<u32> = actors.iter().map(|actor| actor.degree).collect();
    assert_eq!(degrees, [4, 4, 3, 6, 3, 5, 5, 3, 2, 1]);
    assert!((actors[7].betweenness.unwrap() - 28.0).abs() < 1e-9);
}
