//! Mistakes to be made in the example: one for each thing that can be wrong with a map, and more.

use super::example::example_path;
use jisr::model::{Fault, Problem};
use serde_json::{Value, json};

/// What is said of a mistake: where, what, the value found, the nearest legal one.
pub type Said = (String, Fault, Option<String>, Option<String>);

/// What is said of each problem.
pub fn said(problems: &[Problem]) -> Vec<Said> {
    let said = |problem: &Problem| {
        (problem.path.to_string(), problem.fault, problem.found.clone(), problem.nearest.clone())
    };
    problems.iter().map(said).collect()
}

/// One value of the example that is not what it should be.
#[derive(Debug, Clone)]
pub struct Mistake {
    /// Where, as a JSON pointer.
    pub at: &'static str,
    /// What stands there instead; `None` where the key is taken away.
    pub value: Option<Value>,
    /// All that is to be said of it.
    pub said: Vec<Said>,
    /// Whether nothing follows from it for other values, so that it can be made together with others.
    pub is_local: bool,
}

fn wrong<'s>(
    at: &'static str,
    value: Value,
    fault: Fault,
    found: impl Into<Option<&'s str>>,
    nearest: impl Into<Option<&'s str>>,
) -> Mistake {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let said = vec![(example_path(at), fault, owned(found.into()), owned(nearest.into()))];
    Mistake { at, value: Some(value), said, is_local: true }
}

fn missing(at: &'static str) -> Mistake {
    Mistake { value: None, ..wrong(at, Value::Null, Fault::Missing, None, None) }
}

impl Mistake {
    /// The problem is not where the mistake is, but below or beside it.
    fn at(mut self, path: &str) -> Self {
        path.clone_into(&mut self.said[0].0);
        self
    }

    /// Other problems follow from it, or other mistakes touch the same values.
    fn alone(mut self) -> Self {
        self.is_local = false;
        self
    }
}

/// What a record may not lack.
pub const REQUIRED: &[&str] = &[
    "/jisr",
    "/title",
    "/sources/2/id",
    "/actors/6/id",
    "/actors/6/name",
    "/actors/6/kind",
    "/actors/6/level",
    "/ties/1/id",
    "/ties/1/from",
    "/ties/1/to",
    "/ties/1/kind",
    "/partnerships/1/id",
    "/consultations/1/id",
    "/concerns/1/id",
    "/expected_voices/1/id",
    "/instruments/1/id",
    "/instruments/1/name",
    "/views/1/id",
    "/views/1/name",
    "/comments/2/id",
    "/comments/2/text",
    "/levels/4/id",
    "/levels/4/name",
    "/levels/4/tier",
    "/actor_kinds/1/id",
    "/actor_kinds/1/name",
    "/actor_kinds/1/formality",
    "/actor_kinds/1/sector",
    "/actor_kinds/1/force",
    "/actor_kinds/1/decides",
    "/actor_kinds/1/level",
    "/tie_kinds/1/id",
    "/tie_kinds/1/name",
    "/tie_kinds/1/class",
    "/tie_kinds/1/mutual",
    "/tie_kinds/1/voice",
];

/// Every mistake, in no order.
pub fn mistakes() -> Vec<Mistake> {
    let mut all: Vec<Mistake> = REQUIRED.iter().map(|at| missing(at).alone()).collect();
    all.extend(REQUIRED.iter().map(|at| wrong(at, Value::Null, Fault::Missing, None, None).alone()));
    all.extend(of_shape());
    all.extend(of_words());
    all.extend(of_numbers_and_dates());
    all.extend(of_ids());
    all.extend(of_references());
    all
}

/// Something else was expected there.
fn of_shape() -> Vec<Mistake> {
    use Fault::{
        NotALanguage, NotAList, NotANumber, NotAPair, NotAPosition, NotASimpleValue, NotAnObject, NotText,
        NotYesOrNo, OtherVersion,
    };
    vec![
        wrong("/jisr", json!(2), OtherVersion, "2", "1"),
        wrong("/jisr", json!(0), OtherVersion, "0", "1").alone(),
        wrong("/jisr", json!("1"), OtherVersion, "1", "1").alone(),
        wrong("/jisr", json!([1]), OtherVersion, "[…]", "1").alone(),
        wrong("/title", json!(3), NotText, "3", None),
        wrong("/title", json!(["Jenin"]), NotText, "[…]", None).alone(),
        wrong("/place", json!(true), NotText, "true", None),
        wrong("/actors/6/name", json!(1.10), NotText, "1.1", None),
        wrong("/actors/6/notes/en", json!({"deep": 1}), NotText, "{…}", None),
        wrong("/actors/6/area/0", json!(4), NotText, "4", None),
        wrong("/actors/6/tags/0", json!(false), NotText, "false", None),
        wrong("/actors/6/id", json!(3), NotText, "3", None).alone(),
        wrong("/story/0/view", json!(7), NotText, "7", None),
        wrong("/story/0/findings/0", json!([]), NotText, "[…]", None),
        wrong("/consultations/0/attendance", json!("many"), NotANumber, "many", None),
        wrong("/consultations/0/attendance", json!(-1), NotANumber, "-1", None).alone(),
        wrong("/consultations/0/attendance", json!(1.5), NotANumber, "1.5", None).alone(),
        wrong("/actors/6/decides", json!("yes"), NotYesOrNo, "yes", None),
        wrong("/ties/1/mutual", json!(1), NotYesOrNo, "1", None),
        wrong("/actor_kinds/1/force", json!("true"), NotYesOrNo, "true", None),
        wrong("/tie_kinds/1/mutual", json!([]), NotYesOrNo, "[…]", None),
        wrong("/languages", json!("en"), NotAList, "en", None),
        wrong("/actors/6/functions", json!("arrest"), NotAList, "arrest", None).alone(),
        wrong("/actors/6/represents", json!({"women": true}), NotAList, "{…}", None),
        wrong("/partnerships/0/outcomes", json!({}), NotAList, "{…}", None).alone(),
        wrong("/story", json!({"caption": "x"}), NotAList, "{…}", None).alone(),
        wrong("/story", json!("x"), NotAList, "x", None).alone(),
        wrong("/story", json!(3), NotAList, "3", None).alone(),
        wrong("/story", json!(-3), NotAList, "-3", None).alone(),
        wrong("/story", json!(1.5), NotAList, "1.5", None).alone(),
        wrong("/story", json!(true), NotAList, "true", None).alone(),
        wrong("/actors/7", json!(3), NotAnObject, "3", None).at("$.actors[7]").alone(),
        wrong("/story/1", json!([]), NotAnObject, "[…]", None),
        wrong("/partnerships/0/phases", json!("done"), NotAnObject, "done", None).alone(),
        wrong("/partnerships/1/phases", json!("done"), NotAnObject, "done", None),
        wrong("/partnerships/0/outcomes/1", json!("Safer roads"), NotAnObject, "Safer roads", None),
        wrong("/concerns/1/response", json!("accepted"), NotAnObject, "accepted", None),
        wrong("/concerns/1/fed_back", json!("2012"), NotAnObject, "2012", None),
        wrong("/ties/1/fields", json!("11"), NotAnObject, "11", None),
        wrong("/layout", json!([]), NotAnObject, "[…]", None).alone(),
        wrong("/layout/rings", json!([]), NotAnObject, "[…]", None),
        wrong("/actors/6/fields/Houses", json!([12]), NotASimpleValue, "[…]", None),
        wrong("/actors/6/fields/Asked", json!({}), NotASimpleValue, "{…}", None),
        wrong("/layout/levels/police", json!([1]), NotAPosition, "[…]", None),
        wrong("/layout/levels/police", json!([1, 2, 3]), NotAPosition, "[…]", None).alone(),
        wrong("/layout/levels/police", json!(["1", 2]), NotAPosition, "[…]", None).alone(),
        wrong("/layout/levels/police", json!({"x": 1, "y": 2}), NotAPosition, "{…}", None).alone(),
        wrong("/languages/1", json!("Arabic, of Jenin"), NotALanguage, "Arabic, of Jenin", None).alone(),
        wrong("/languages/1", json!("a"), NotALanguage, "a", None).alone(),
        wrong("/actors/5/name", json!({"e": "Police"}), NotALanguage, "e", None),
        wrong("/aim", json!(7), NotText, "7", None),
        wrong("/actors/6/aliases/0", json!(7), NotText, "7", None),
        wrong("/actors/6/aliases", json!("The family"), NotAList, "The family", None).alone(),
        wrong("/actors/6/ratings/0", json!("well liked"), NotAnObject, "well liked", None).alone(),
        wrong("/actors/6/voice", json!("yes"), NotYesOrNo, "yes", None),
        wrong("/ties/1/plan", json!("soon"), NotAnObject, "soon", None).alone(),
        wrong("/consultations/0/attended/women", json!("many"), NotANumber, "many", None),
        wrong("/consultations/0/attended", json!([40, 55]), NotAnObject, "[…]", None).alone(),
        wrong("/comments/0/settled", json!("yes"), NotYesOrNo, "yes", None),
        wrong("/comments/0/about", json!(["police"]), NotText, "[…]", None),
        wrong("/comments", json!({"id": "c1"}), NotAList, "{…}", None).alone(),
        wrong("/views/0/filter", json!([]), NotAnObject, "[…]", None).alone(),
        wrong("/views/0/filter/with_inactive", json!(1), NotYesOrNo, "1", None),
        wrong("/not_same/0", json!("police"), NotAPair, "police", None),
        wrong("/not_same/0", json!(["police"]), NotAPair, "[…]", None).alone(),
        wrong("/not_same/0", json!(["police", ""]), NotAPair, "[…]", None).alone(),
        wrong("/not_same/0", json!(["a", "b", "c"]), NotAPair, "[…]", None).alone(),
        wrong("/not_same", json!({"police": "governor"}), NotAList, "{…}", None).alone(),
        wrong("/places/levels/police", json!([1]), NotAPosition, "[…]", None),
        wrong("/places/network", json!([]), NotAnObject, "[…]", None),
        wrong("/mappings", json!([]), NotAnObject, "[…]", None),
    ]
}

/// A word that may not stand there.
fn of_words() -> Vec<Mistake> {
    use Fault::{BuiltInKind, UnknownKind, UnknownLevel, UnknownWord};
    vec![
        wrong("/actors/6/functions/0", json!("arest"), UnknownWord, "arest", "arrest"),
        wrong("/actors/6/formality", json!("Informal"), UnknownWord, "Informal", "informal"),
        wrong("/ties/1/status", json!("actve"), UnknownWord, "actve", "active"),
        wrong("/ties/1/medium", json!("phone"), UnknownWord, "phone", "phone-or-online"),
        wrong("/partnerships/0/phases/plan", json!("underway"), UnknownWord, "underway", "under-way"),
        wrong(
            "/partnerships/0/principles/0/principle",
            json!("legitimacy"),
            UnknownWord,
            "legitimacy",
            "legitimacy-and-voice",
        ),
        wrong("/sources/2/consent", json!("givn"), UnknownWord, "givn", "given"),
        wrong("/instruments/0/kind", json!("laws"), UnknownWord, "laws", "law"),
        wrong("/instruments/0/status", json!("in force"), UnknownWord, "in force", "in-force"),
        wrong("/partnerships/0/anchor_confidence", json!("asumed"), UnknownWord, "asumed", "assumed"),
        wrong("/views/0/filter/sectors/0", json!("civil"), UnknownWord, "civil", "civil-society"),
        wrong("/actors/6/kind", json!("polcie"), UnknownKind, "polcie", "police"),
        wrong("/actors/4/kind", json!("notable_family"), UnknownKind, "notable_family", "notable-family"),
        wrong("/ties/1/kind", json!("inform"), UnknownKind, "inform", "informs"),
        wrong("/ties/0/kind", json!("kin of"), UnknownKind, "kin of", "kin-of"),
        wrong(
            "/expected_voices/0/kinds/0",
            json!("womens-organization"),
            UnknownKind,
            "womens-organization",
            "womens-organisation",
        ),
        wrong("/actors/6/level", json!("govenorate"), UnknownLevel, "govenorate", "governorate"),
        wrong("/actor_kinds/1/level", json!("nation"), UnknownLevel, "nation", "national"),
        // The map has a ladder of its own, on which this usual level is not.
        wrong("/actors/3/level", json!("international"), UnknownLevel, "international", "national"),
        wrong("/actor_kinds/1/id", json!("police"), BuiltInKind, "police", None),
        wrong("/tie_kinds/1/id", json!("informs"), BuiltInKind, "informs", None),
    ]
}

fn of_numbers_and_dates() -> Vec<Mistake> {
    use Fault::{EndsBeforeItBegins, ImpossibleDate, NotADate, NotARating, NotText};
    let digits = |digits: &str| serde_json::from_str::<Value>(digits).unwrap();
    vec![
        wrong("/actors/6/influence", json!(0), NotARating, "0", "1"),
        wrong("/actors/6/interest", json!(6), NotARating, "6", "5"),
        wrong("/actors/6/legitimacy", json!(-1), NotARating, "-1", "1"),
        wrong("/ties/1/strength", json!(3.4), NotARating, "3.4", "3"),
        wrong("/ties/1/strength", json!(3.6), NotARating, "3.6", "4").alone(),
        wrong("/ties/1/strength", json!("3"), NotARating, "3", None).alone(),
        wrong("/ties/1/strength", json!(1e99), NotARating, "1e+99", "5").alone(),
        wrong("/ties/1/strength", json!(-1e99), NotARating, "-1e+99", "1").alone(),
        wrong("/ties/1/strength", digits("1e400"), NotARating, "1e+400", "5").alone(),
        wrong("/ties/1/strength", digits("-1e400"), NotARating, "-1e+400", "1").alone(),
        wrong("/ties/1/strength", digits("99999999999999999999"), NotARating, "99999999999999999999", "5")
            .alone(),
        wrong("/partnerships/0/principles/0/rating", json!([4]), NotARating, "[…]", None),
        wrong("/actors/6/ratings/0/influence", json!(9), NotARating, "9", "5"),
        wrong("/ties/1/plan/due", json!("spring 2013"), NotADate, "spring 2013", None),
        wrong("/partnerships/0/outcomes/0/due", json!("2013-13"), ImpossibleDate, "2013-13", "2013-12"),
        wrong("/story/0/compare_at", json!("now"), NotADate, "now", None),
        wrong("/as_of", json!("yesterday"), NotADate, "yesterday", None),
        wrong("/as_of", json!("30-06-2012"), NotADate, "30-06-2012", None).alone(),
        wrong("/as_of", json!("2012-6"), NotADate, "2012-6", None).alone(),
        wrong("/as_of", json!("٢٠١٢"), NotADate, "٢٠١٢", None).alone(),
        wrong("/as_of", json!(20_120_630), NotADate, "20120630", None).alone(),
        wrong("/as_of", json!(true), NotText, "true", None).alone(),
        wrong("/sources/2/date", json!("2011-02-29"), ImpossibleDate, "2011-02-29", "2011-02-28"),
        wrong("/ties/1/since", json!("2012-13"), ImpossibleDate, "2012-13", "2012-12"),
        wrong("/ties/1/until", json!("2012-00-10"), ImpossibleDate, "2012-00-10", "2012-01-10"),
        wrong("/actors/6/since", json!("0000"), ImpossibleDate, "0000", "0001"),
        wrong("/concerns/0/response/date", json!("2012-04-31"), ImpossibleDate, "2012-04-31", "2012-04-30"),
        wrong("/actors/0/until", json!("2009-01"), EndsBeforeItBegins, "2009-01", "2009-02-01"),
        wrong("/ties/0/until", json!("2009"), EndsBeforeItBegins, "2009", "2010"),
    ]
}

fn of_ids() -> Vec<Mistake> {
    use Fault::{NotAnId, RepeatedId};
    vec![
        wrong("/actors/6/id", json!("Spare Actor"), NotAnId, "Spare Actor", "spare-actor"),
        wrong("/actors/6/id", json!(""), NotAnId, "", None).alone(),
        wrong("/actors/6/id", json!("-a"), NotAnId, "-a", "a").alone(),
        wrong("/actors/6/id", json!("لجنة"), NotAnId, "لجنة", None).alone(),
        wrong("/partnerships/1/id", json!("p_1"), NotAnId, "p_1", "p-1"),
        wrong("/actor_kinds/1/id", json!("A Kind"), NotAnId, "A Kind", "a-kind").alone(),
        wrong("/levels/4/id", json!("Abroad"), NotAnId, "Abroad", "abroad").alone(),
        wrong("/sources/2/id", json!("dcaf-2009"), RepeatedId, "dcaf-2009", "dcaf-2009-2"),
        wrong("/actors/6/id", json!("police"), RepeatedId, "police", "police-2").alone(),
        wrong("/ties/1/id", json!("t1"), RepeatedId, "t1", "t1-2"),
        wrong("/partnerships/1/id", json!("p1"), RepeatedId, "p1", "p1-2").alone(),
        wrong("/consultations/1/id", json!("c1"), RepeatedId, "c1", "c1-2"),
        wrong("/concerns/1/id", json!("k1"), RepeatedId, "k1", "k1-2"),
        wrong("/expected_voices/1/id", json!("women"), RepeatedId, "women", "women-2"),
        wrong("/instruments/1/id", json!("police-law"), RepeatedId, "police-law", "police-law-2").alone(),
        wrong("/views/1/id", json!("women-first"), RepeatedId, "women-first", "women-first-2").alone(),
        wrong("/comments/2/id", json!("c1"), RepeatedId, "c1", "c1-2").alone(),
        wrong("/comments/2/id", json!("My Comment"), NotAnId, "My Comment", "my-comment").alone(),
        wrong("/levels/4/id", json!("national"), RepeatedId, "national", "national-2"),
        wrong("/actor_kinds/1/id", json!("notable-family"), RepeatedId, "notable-family", "notable-family-2")
            .alone(),
        wrong("/tie_kinds/1/id", json!("kin-of"), RepeatedId, "kin-of", "kin-of-2").alone(),
    ]
}

fn of_references() -> Vec<Mistake> {
    use Fault::{Dangling, LooseReference};
    vec![
        wrong("/ties/1/from", json!("womens-center"), Dangling, "womens-center", "womens-centre"),
        wrong("/ties/1/to", json!("nobody-at-all"), Dangling, "nobody-at-all", None),
        wrong("/partnerships/0/actor", json!("steering"), Dangling, "steering", "steering-committee"),
        wrong("/partnerships/0/members/1/actor", json!("polcie"), Dangling, "polcie", "police"),
        wrong("/partnerships/0/anchored_in", json!("governer"), Dangling, "governer", "governor"),
        wrong("/consultations/0/participants/0", json!("Police"), Dangling, "Police", "police"),
        wrong("/concerns/0/raised_in", json!("c2"), Dangling, "c2", "c1"),
        wrong("/concerns/0/raised_by/0", json!("womens"), Dangling, "womens", "womens-centre"),
        wrong(
            "/concerns/0/transmissions/0/from",
            json!("womens centre"),
            Dangling,
            "womens centre",
            "womens-centre",
        ),
        wrong("/concerns/0/transmissions/0/to", json!("gov"), Dangling, "gov", "governor"),
        wrong(
            "/concerns/0/response/by",
            json!("council-of-minister"),
            Dangling,
            "council-of-minister",
            "council-of-ministers",
        ),
        wrong("/concerns/0/fed_back/to/0", json!("zzz"), Dangling, "zzz", None),
        wrong("/actors/6/evidence/0", json!("dcaf"), LooseReference, "dcaf", "dcaf-2009"),
        wrong("/ties/1/evidence/0", json!("zzz"), LooseReference, "zzz", None),
        wrong("/consultations/0/evidence/0", json!("dcaf-2010"), LooseReference, "dcaf-2010", "dcaf-2009"),
        wrong(
            "/concerns/0/evidence/0",
            json!("homel-masson"),
            LooseReference,
            "homel-masson",
            "homel-masson-2016",
        ),
        wrong("/expected_voices/0/source", json!("homel"), LooseReference, "homel", "homel-masson-2016"),
        wrong(
            "/partnerships/0/members/0/evidence/0",
            json!("dcaf-209"),
            LooseReference,
            "dcaf-209",
            "dcaf-2009",
        ),
        wrong("/concerns/0/transmissions/0/evidence/0", json!("zzz"), LooseReference, "zzz", None),
        wrong("/concerns/0/response/evidence/0", json!("zzz"), LooseReference, "zzz", None),
        wrong("/concerns/0/fed_back/evidence/0", json!("zzz"), LooseReference, "zzz", None),
        wrong("/instruments/0/evidence/0", json!("dcaf"), LooseReference, "dcaf", "dcaf-2009"),
    ]
}

/// Every key that refers to something, and so may not be an empty text either.
pub const REFERENCES: &[&str] = &[
    "/actors/6/kind",
    "/actors/6/level",
    "/actors/6/evidence/0",
    "/ties/1/from",
    "/ties/1/to",
    "/ties/1/kind",
    "/ties/1/evidence/0",
    "/partnerships/0/actor",
    "/partnerships/0/members/1/actor",
    "/partnerships/0/anchored_in",
    "/consultations/0/participants/0",
    "/consultations/0/evidence/0",
    "/concerns/0/raised_in",
    "/concerns/0/raised_by/0",
    "/concerns/0/transmissions/0/from",
    "/concerns/0/transmissions/0/to",
    "/concerns/0/response/by",
    "/concerns/0/fed_back/to/0",
    "/concerns/0/evidence/0",
    "/expected_voices/0/kinds/0",
    "/expected_voices/0/source",
    "/partnerships/0/members/0/evidence/0",
    "/concerns/0/about/0",
    "/concerns/0/addressed_to/0",
    "/instruments/0/covers/0",
    "/instruments/0/evidence/0",
    "/views/0/concern",
    "/views/0/centre",
    "/views/0/focus/0",
    "/views/0/filter/kinds/0",
    "/views/0/filter/levels/0",
    "/views/0/filter/partnerships/0",
    "/story/0/show",
    "/story/0/focus/0",
    "/actor_kinds/1/level",
];
