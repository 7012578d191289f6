//! Maps of any size, shaped like those of real places: many communities, few ministries, ties that mostly stay on a
//! level or climb one, and a few hubs that everybody knows. The same size always gives the same map.

use jisr::model::terms::{Confidence, Function, PhaseState, Principle, Stance, Status};
use jisr::model::{
    Actor, Bag, Concern, Consultation, ExpectedVoice, Id, Map, Member, Partnership, Phases, PrincipleRating,
    Rating, Source, Text, Tie, Transmission,
};

/// Per cent of the actors, kinds of actor, and the level itself.
const LEVELS: [(usize, &str, &[&str]); 5] = [
    (
        60,
        "community",
        &["tribal-leader", "camp-committee", "youth-group", "village-council", "business-leader"],
    ),
    (25, "municipal", &["womens-organisation", "civil-society-organisation", "municipality", "union"]),
    (10, "governorate", &["governors-office", "police", "national-security-forces", "court", "media"]),
    (4, "national", &["ministry", "parliament", "council-of-ministers", "academia", "audit-body"]),
    (1, "international", &["donor", "international-organisation", "training-mission"]),
];

const TIE_KINDS: [&str; 12] = [
    "informs",
    "reports-to",
    "coordinates-with",
    "consults",
    "directs",
    "advocates-to",
    "funds",
    "trains",
    "represents",
    "oversees",
    "partners-with",
    "contests",
];

/// A map with so many actors and ties.
pub fn map(actors: usize, ties: usize) -> Map {
    let mut chance = Chance(7);
    let mut map = Map { title: Text::from("A made-up district"), ..Map::default() };
    map.sources.push(Source { id: "interviews".into(), ..Source::default() });
    let starts = add_actors(&mut map, actors, &mut chance);
    add_ties(&mut map, ties, &starts, &mut chance);
    add_process(&mut map, &mut chance);
    map
}

/// Level by level; gives where each level starts, and the end.
fn add_actors(map: &mut Map, actors: usize, chance: &mut Chance) -> Vec<usize> {
    let mut starts = vec![0];
    let mut share = 0;
    for (fraction, level, kinds) in LEVELS {
        share += fraction;
        let end = actors * share / 100;
        for number in map.actors.len()..end {
            let kind = kinds[chance.below(kinds.len())];
            let id = format!("{kind}-{number}");
            let mut actor = Actor::new(id.as_str().into(), id.as_str().into(), kind.into(), level.into());
            actor.area = vec![format!("area {}", number % (1 + actors / 20))];
            if matches!(kind, "police" | "national-security-forces") {
                actor.functions = vec![Function::Arrest, Function::Patrol];
            }
            actor.legitimacy = Some(Rating::ALL[chance.below(5)]);
            actor.stance = [None, Some(Stance::Supportive), Some(Stance::Sceptical)][chance.below(3)];
            if chance.below(10) > 0 {
                actor.evidence = vec!["interviews".into()];
            }
            map.actors.push(actor);
        }
        starts.push(end);
    }
    starts
}

/// Everybody gets a tie to the level above; the others fall mostly within a level or to the next, and to those who have
/// many already.
fn add_ties(map: &mut Map, ties: usize, starts: &[usize], chance: &mut Chance) {
    let mut known: Vec<Vec<usize>> = vec![Vec::new(); LEVELS.len()];
    for number in 0..ties {
        let actors = map.actors.len();
        let from = if number < actors { number } else { chance.below(actors) };
        let level = starts.partition_point(|start| *start <= from) - 1;
        let aim = match chance.below(20) {
            _ if number < actors => level + 1,
            0 => chance.below(LEVELS.len()),
            1..=8 => level + 1,
            _ => level,
        };
        let aim = aim.min(LEVELS.len() - 1);
        let pool = &known[aim];
        let to = if !pool.is_empty() && chance.below(5) > 0 {
            pool[chance.below(pool.len())]
        } else {
            starts[aim] + chance.below(starts[aim + 1] - starts[aim])
        };
        known[level].push(from);
        known[aim].push(to);
        let kind = TIE_KINDS[chance.below(TIE_KINDS.len())];
        let ends = |actor: usize| map.actors[actor].id.clone();
        let mut tie = Tie::new(format!("t{number}").as_str().into(), ends(from), kind.into(), ends(to));
        tie.strength =
            [None, Rating::new(2), Rating::new(3), Rating::new(4), Rating::new(5)][chance.below(5)];
        tie.status = if chance.below(10) == 0 { Status::Dormant } else { Status::Active };
        tie.confidence = if chance.below(3) == 0 { Confidence::Reported } else { Confidence::Confirmed };
        tie.evidence = vec!["interviews".into()];
        map.ties.push(tie);
    }
}

/// Partnerships, consultations, concerns and expected voices: one for every two hundred actors.
fn add_process(map: &mut Map, chance: &mut Chance) {
    for (label, kind) in
        [("Elders", "tribal-leader"), ("Women", "womens-organisation"), ("Victims", "victims-group")]
    {
        map.expected_voices.push(ExpectedVoice {
            id: kind.into(),
            label: label.into(),
            kinds: vec![kind.into()],
            ..ExpectedVoice::default()
        });
    }
    for number in 0..map.actors.len().div_ceil(200) {
        let mut some = || map.actors[chance.below(map.actors.len())].id.clone();
        let (members, asked) = ([some(), some(), some()], [some(), some()]);
        let (from, to) = (asked[0].clone(), some());
        let id = format!("n{number}");
        map.partnerships.push(Partnership {
            id: id.as_str().into(),
            members: members.map(|actor| Member { actor, ..Member::default() }).to_vec(),
            phases: Phases { plan: Some(PhaseState::UnderWay), ..Phases::default() },
            principles: vec![PrincipleRating {
                principle: Principle::Fairness,
                rating: Some(Rating::MIN),
                rated_by: Text::default(),
                date: None,
                why: Text::default(),
                extra: Bag::default(),
            }],
            ..Partnership::default()
        });
        map.consultations.push(Consultation {
            id: id.as_str().into(),
            participants: asked.to_vec(),
            ..Consultation::default()
        });
        map.concerns.push(Concern {
            id: Id::new(&id),
            text: "Nobody answers".into(),
            raised_by: asked.to_vec(),
            transmissions: vec![Transmission { from, to, ..Transmission::default() }],
            ..Concern::default()
        });
    }
}

/// Numbers that look random and are the same every time (splitmix64, Steele et al. 2014).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from(mixed ^ (mixed >> 31)).unwrap_or_default() % end.max(1)
    }
}
