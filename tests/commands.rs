//! The commands as a user types them: what they print, what they say, how they end.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

#[path = "commands/agreement.rs"]
mod agreement;
mod maps;

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// Runs `jisr` with these words, in a folder.
fn jisr_in(folder: &Path, words: &[&str]) -> Output {
    command(folder, words).output().unwrap()
}

fn command(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("jisr"));
    command.args(words).current_dir(folder).env("COLUMNS", "80").env("LANG", "C").env_remove("LC_ALL");
    command.env_remove("LC_MESSAGES").env_remove("CLICOLOR_FORCE");
    command
}

fn jisr(words: &[&str]) -> Output {
    jisr_in(Path::new(env!("CARGO_MANIFEST_DIR")), words)
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Everything that a user sees, and the exit status.
fn seen(words: &[&str]) -> String {
    let output = jisr(words);
    let status = output.status.code().unwrap();
    format!("$ jisr {}\n{}{}[{status}]\n", words.join(" "), out(&output), err(&output))
}

/// What `--json` prints, of a command that ends well.
fn json(words: &[&str]) -> Value {
    let output = jisr(words);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

macro_rules! looks {
    ($name:ident: $($words:expr),+ $(,)?) => {
        #[test]
        fn $name() {
            let seen: Vec<String> = [$(&$words[..]),+].iter().map(|words: &&[&str]| seen(words)).collect();
            insta::with_settings!({omit_expression => true, prepend_module_to_snapshot => false}, {
                insta::assert_snapshot!(stringify!($name), seen.join("\n"));
            });
        }
    };
}

looks!(help: ["-h"], ["--help"], ["analyze", "--help"], ["channels", "-h"], ["--version"]);
looks!(analyze_jenin_2008: ["analyze", "sample-maps/jenin-2008.jisr"]);
looks!(analyze_jenin_2012: ["analyze", "sample-maps/jenin-2012.jisr"]);
looks!(analyze_in_full: ["analyze", "sample-maps/jenin-2012.jisr", "--explain"]);
looks!(analyze_in_other_ways:
    ["analyze", "sample-maps/jenin-2012.jisr", "--confirmed-only"],
    ["analyze", "sample-maps/jenin-2012.jisr", "--at", "2009"],
    ["analyze", "sample-maps/jenin-2008.jisr", "--lang", "ar"],
    ["analyze", "sample-maps/templates/blank.jisr"],
);
looks!(analyze_what_if:
    ["analyze", "sample-maps/jenin-2012.jisr", "--without", "local-media"],
);
looks!(bridges:
    ["bridges", "sample-maps/jenin-2008.jisr", "--top", "3"],
    ["bridges", "sample-maps/templates/blank.jisr"],
);
looks!(metrics:
    ["metrics", "sample-maps/jenin-2012.jisr", "--by", "effective_size", "--top", "5"],
    ["metrics", "sample-maps/jenin-2012.jisr", "--csv", "--top", "3"],
    ["metrics", "sample-maps/templates/blank.jisr"],
    ["metrics", "sample-maps/jenin-2012.jisr", "--by", "fame"],
);
looks!(compare:
    ["compare", "sample-maps/jenin-2008.jisr", "sample-maps/jenin-2012.jisr"],
    ["compare", "sample-maps/jenin-2012.jisr", "--at", "2009", "--at", "2012"],
    ["compare", "sample-maps/jenin-2012.jisr", "sample-maps/valley-training.jisr"],
    ["compare", "sample-maps/jenin-2012.jisr"],
);
looks!(channels:
    ["channels", "sample-maps/jenin-2012.jisr", "--from", "camp-committee"],
    ["channels", "sample-maps/jenin-2012.jisr", "--from", "camp-committee", "--to", "governors-office"],
    ["channels", "sample-maps/jenin-2008.jisr", "--from", "camp-committee"],
);
looks!(templates: ["templates"]);
looks!(check: ["check", "sample-maps/jenin-2012.jisr", "tests/data/broken.jisr", "tests/data/cut-short.jisr"]);
looks!(errors:
    ["analize", "sample-maps/jenin-2012.jisr"],
    ["analize"],
    ["sample-maps/jenin-2013.jisr"],
    ["analyze"],
    ["analyze", "sample-maps/jenin-2021.jisr"],
    ["analyze", "sample-maps"],
    ["analyze", "sample-maps/jenin-2012.jisr", "--jsn"],
    ["analyze", "sample-maps/jenin-2012.jisr", "--at", "June"],
    ["analyze", "sample-maps/jenin-2012.jisr", "--without", "governer-office"],
    ["analyze", "sample-maps/jenin-2012.jisr", "--with", "shams-informs-governor"],
    ["analyze", "sample-maps/jenin-2012.jisr", "--with", "shams:inform:governors-office"],
    ["analyze", "tests/data/broken.jisr"],
    ["analyze", "tests/data/cut-short.jisr"],
    ["channels", "sample-maps/jenin-2012.jisr"],
    ["channels", "sample-maps/jenin-2012.jisr", "--from"],
    ["channels", "sample-maps/jenin-2012.jisr", "--from", "Refugee camp comittees"],
    ["channels", "sample-maps/jenin-2012.jisr", "--from", "council-of-ministers"],
    ["channels", "sample-maps/jenin-2012.jisr", "--from", "shams", "--to", "shams"],
    ["channels", "sample-maps/jenin-2012.jisr", "--from", "shams", "--alternatives", "many"],
    ["new", "nowhere/at-all.jisr"],
    ["new", "x.jisr", "--template", "comittee"],
    ["schema", "maps"],
    ["--lang", "not a language"],
);

#[test]
#[cfg(not(feature = "gui"))]
fn without_its_window_it_says_so() {
    for words in [vec![], vec!["sample-maps/jenin-2012.jisr"]] {
        let output = jisr(&words);
        assert_eq!((output.status.code(), out(&output)), (Some(2), String::new()));
        assert!(err(&output).contains("was built without its window."), "{}", err(&output));
        assert!(err(&output).replace("\n      ", " ").contains("jisr analyze sample-maps/jenin-2012.jisr"));
    }
}

#[test]
fn results_go_to_standard_output_and_messages_to_standard_error() {
    let done = jisr(&["analyze", "sample-maps/jenin-2012.jisr"]);
    assert!(err(&done).is_empty() && !out(&done).is_empty());
    let failed = jisr(&["analyze", "nothing.jisr"]);
    assert!(out(&failed).is_empty() && !err(&failed).is_empty());
}

#[test]
fn nothing_is_coloured_or_wider_than_asked_where_it_is_no_terminal() {
    for words in [vec!["analyze", "sample-maps/valley-training.jisr"], vec!["--help"], vec!["templates"]] {
        assert!(!out(&jisr(&words)).contains('\u{1b}'), "{words:?}");
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for width in [60, 100] {
        let mut narrow = command(root, &["analyze", "sample-maps/valley-training.jisr"]);
        let text = out(&narrow.env("COLUMNS", width.to_string()).output().unwrap());
        let widest = text.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= width && widest > width - 10, "{widest} of {width}");
    }
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let shown = readme.split("```text\n").nth(1).and_then(|rest| rest.split("  …\n").next()).unwrap();
    assert!(shown.lines().count() > 5);
    assert!(out(&jisr(&["analyze", "sample-maps/jenin-2012.jisr"])).starts_with(shown), "{shown}");
}

#[test]
fn names_do_nothing_to_a_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let map = r#"{"jisr": 1, "title": "A\u001b[2J\u202eB\nC", "actors": [
        {"id": "a", "name": "\u001b]0;x\u0007\u2066evil", "kind": "police", "level": "community"}]}"#;
    fs::write(folder.path().join("m.jisr"), map).unwrap();
    let output = jisr_in(folder.path(), &["analyze", "m.jisr"]);
    let text = out(&output);
    assert!(text.starts_with("A [2JB C\n"), "{text}");
    assert!(
        !text.contains(|c: char| c != '\n' && c.is_control() || matches!(c, '\u{202e}' | '\u{2066}')),
        "{text}"
    );
}

#[test]
fn a_map_can_come_from_standard_input() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut child = command(root, &["analyze", "-", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let map = fs::read(root.join("sample-maps/jenin-2012.jisr")).unwrap();
    child.stdin.take().unwrap().write_all(&map).unwrap();
    let output = child.wait_with_output().unwrap();
    let piped: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(piped, json(&["analyze", "sample-maps/jenin-2012.jisr", "--json"]));
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut child = command(root, &["analyze", "sample-maps/valley-training.jisr", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), err(&output)), (Some(0), String::new()));
}

#[test]
fn json_has_the_keys_of_the_contract() {
    let answers = json(&["analyze", "sample-maps/jenin-2012.jisr", "--json"]);
    let keys =
        |value: &Value| value.as_object().unwrap().keys().map(String::as_str).collect::<Vec<_>>().join(" ");
    assert_eq!(
        keys(&answers),
        "map decision_makers decision_makers_assumed voices belts expected_voices concerns findings scorecard"
    );
    assert_eq!(keys(&answers["map"]), "title actors ties as_of");
    assert_eq!(
        keys(&answers["voices"][0]),
        "actor heard answered strength hops channel ties gatekeepers backup external_only confirmed"
    );
    assert_eq!(keys(&answers["belts"][0]), "actor holds carries");
    assert_eq!(keys(&answers["expected_voices"][0]), "id state actors consulted in_partnership");
    assert_eq!(keys(&answers["concerns"][0]), "id state stopped_at");
    assert_eq!(
        keys(&answers["findings"][0]),
        "rule subject severity certainty depends_on actors ties voices expected_voices partnerships principles \
         concerns levels title why remedy area source"
    );
    assert_eq!(
        keys(&answers["scorecard"]),
        "voices_heard loops_closed with_backup expected_present crossings_per_voice mixing providers_overseen \
         concerns_answered ties_with_evidence findings"
    );
    let channels = json(&["channels", "sample-maps/jenin-2012.jisr", "--from", "camp-committee", "--json"]);
    assert_eq!(keys(&channels), "from to best alternatives disjoint gatekeepers way_back");
    assert_eq!(keys(&channels["best"]), "actors ties strength hops");
    assert_eq!(channels["to"], Value::Null);
}

#[test]
fn confirmed_only_knows_no_certainty() {
    let answers = json(&["analyze", "sample-maps/jenin-2012.jisr", "--json", "--confirmed-only"]);
    let findings = answers["findings"].as_array().unwrap();
    assert!(!findings.is_empty() && findings.iter().all(|finding| finding["certainty"].is_null()));
}

#[test]
fn without_an_actor_and_with_a_tie_the_answers_change() {
    let heard = |words: &[&str], voice: &str| {
        let answers = json(&[&["analyze", "sample-maps/jenin-2012.jisr", "--json"], words].concat());
        let voices = answers["voices"].as_array().unwrap().clone();
        voices.iter().find(|answer| answer["actor"] == voice).unwrap()["heard"].as_bool().unwrap()
    };
    assert!(heard(&[], "camp-committee"));
    assert!(!heard(&["--without", "steering-committee"], "camp-committee"));
    assert!(!heard(&[], "young-unemployed"));
    assert!(heard(&["--with", "young-unemployed:informs:governors-office"], "young-unemployed"));
}

#[test]
fn a_date_leaves_out_what_was_not_there_yet() {
    let actors = |words: &[&str]| {
        let answers = json(&[&["analyze", "sample-maps/valley-training.jisr", "--json"], words].concat());
        answers["map"]["actors"].as_u64().unwrap()
    };
    assert!(actors(&["--at", "2018-06-30"]) < actors(&[]));
}

#[test]
fn new_makes_a_map_that_is_clean_and_never_overwrites_one() {
    let folder = tempfile::tempdir().unwrap();
    let names = json(&["templates", "--json"])["templates"].as_array().unwrap().clone();
    assert_eq!(names.len(), 5);
    for name in names.iter().map(|template| template["name"].as_str().unwrap()) {
        let file = format!("{name}.jisr");
        let made = jisr_in(folder.path(), &["new", &file, "--template", name, "--title", "Ours"]);
        assert_eq!(made.status.code(), Some(0), "{}", err(&made));
        assert_eq!(jisr_in(folder.path(), &["check", &file]).status.code(), Some(0));
        let before = fs::read(folder.path().join(&file)).unwrap();
        let again = jisr_in(folder.path(), &["new", &file]);
        assert_eq!(again.status.code(), Some(2));
        assert!(err(&again).contains("is there already"), "{}", err(&again));
        assert_eq!(fs::read(folder.path().join(&file)).unwrap(), before);
    }
}

#[test]
fn check_ends_with_the_worst_of_its_files() {
    let ends = |files: &[&str]| jisr(&[&["check"], files].concat()).status.code().unwrap();
    let (good, broken, cut) =
        ("sample-maps/jenin-2012.jisr", "tests/data/broken.jisr", "tests/data/cut-short.jisr");
    assert_eq!(ends(&[good]), 0);
    assert_eq!(ends(&[broken, good]), 1);
    assert_eq!(ends(&[cut, broken, good]), 2);
    assert_eq!(ends(&[good, "nothing.jisr"]), 2);
    let output = jisr(&["check", "--json", good, broken, cut]);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let statuses: Vec<_> =
        told["files"].as_array().unwrap().iter().map(|file| file["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["clean", "problems", "unreadable"]);
    assert_eq!(told["files"][2]["line"], 7);
}

#[test]
fn schemas_are_printed() {
    assert_eq!(json(&["schema"]), jisr::format::jisr::schema());
    assert_eq!(json(&["schema", "analysis"]), jisr::report::json::analysis_schema());
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn json_of_bridges_metrics_and_comparisons_has_the_keys_of_the_contract() {
    let bridges = json(&["bridges", "sample-maps/jenin-2008.jisr", "--json", "--top", "2"]);
    let first = &bridges["bridges"][0];
    assert_eq!(keys(first), ["from", "to", "kind", "score", "closes", "opens"]);
    assert_eq!(keys(&first["closes"][0]), ["rule", "subject"]);

    let metrics = json(&["metrics", "sample-maps/jenin-2012.jisr", "--json", "--by", "degree", "--top", "4"]);
    assert_eq!(keys(&metrics), ["map", "actors", "bridge_ties"]);
    let actors = metrics["actors"].as_array().unwrap();
    let degrees: Vec<u64> = actors.iter().map(|actor| actor["degree"].as_u64().unwrap()).collect();
    assert_eq!(degrees.len(), 4);
    assert!(degrees.is_sorted_by(|a, b| a >= b), "{degrees:?}");
    assert_eq!(
        keys(&actors[0]["brokerage"]["level"]),
        ["coordinator", "itinerant", "gatekeeper", "representative", "liaison"]
    );

    let compared = json(&["compare", "sample-maps/jenin-2008.jisr", "sample-maps/jenin-2012.jisr", "--json"]);
    assert_eq!(keys(&compared), ["actors", "ties", "findings", "voices", "scorecard"]);
    assert_eq!(keys(&compared["actors"]), ["added", "removed", "changed"]);
    assert_eq!(keys(&compared["voices"][0]), ["actor", "before", "after"]);
    assert!(compared["scorecard"]["before"]["voices_heard"].is_number());
}

#[test]
fn a_bridge_put_into_the_map_does_what_was_said() {
    let found = json(&["bridges", "sample-maps/jenin-2008.jisr", "--json", "--top", "1"]);
    let bridge = &found["bridges"][0];
    let end = |key: &str| bridge[key].as_str().unwrap();
    let tie = format!("{}:{}:{}", end("from"), end("kind"), end("to"));
    let weigh = |analysis: Value| -> i64 {
        let findings = &analysis["scorecard"]["findings"];
        let count = |severity: &str| findings[severity].as_i64().unwrap();
        8 * count("high") + 3 * count("medium") + count("low")
    };
    let before = weigh(json(&["analyze", "sample-maps/jenin-2008.jisr", "--json"]));
    let after = weigh(json(&["analyze", "sample-maps/jenin-2008.jisr", "--json", "--with", &tie]));
    assert_eq!(before - after, bridge["score"].as_i64().unwrap());
}

#[test]
fn betweenness_on_more_than_twenty_thousand_actors_is_worked_out_if_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let actor =
        |number| format!(r#"{{"id": "a{number}", "name": "A", "kind": "court", "level": "national"}}"#);
    let actors: Vec<String> = (0..20_001).map(actor).collect();
    let map = format!(r#"{{"jisr": 1, "title": "Many", "actors": [{}]}}"#, actors.join(","));
    fs::write(folder.path().join("many.jisr"), map).unwrap();
    let first = |words: &[&str]| {
        let output = jisr_in(folder.path(), &[&["metrics", "many.jisr", "--top", "1"], words].concat());
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        (out(&output), err(&output))
    };
    let value = |json: &str| serde_json::from_str::<Value>(json).unwrap()["actors"][0]["betweenness"].clone();
    // What is not worked out is said: on the page, and beside data.
    let (page, _) = first(&[]);
    assert!(page.contains("--exact"), "{page}");
    let (json, said) = first(&["--json"]);
    assert!(value(&json).is_null() && said.contains("--exact"), "{said}");
    let (_, said) = first(&["--csv"]);
    assert!(said.contains("--exact"), "{said}");
    let (json, said) = first(&["--json", "--exact"]);
    assert!(value(&json).is_number() && said.is_empty(), "{said}");
}

/// Everything that takes a value, command by command, given what it can't be: what is named is that, and not something else.
#[test]
fn a_wrong_value_is_named_for_what_it_is() {
    let words = jisr::words::Words::of(&jisr::model::Language::new("en"));
    let command = jisr::cli::command(&words);
    let map = "sample-maps/jenin-2012.jisr";
    let complete = |name: &str| {
        match name {
            "channels" => vec!["channels", map, "--from", "camp-committee"],
            "compare" => vec!["compare", map, "sample-maps/jenin-2008.jisr"],
            "merge" => vec!["merge", map, map, map],
            "new" => vec!["new", "-"],
            "check" | "analyze" | "bridges" | "metrics" => vec![name, map],
            _ => vec![name],
        }
        .into_iter()
        .map(str::to_owned)
        .collect::<Vec<_>>()
    };
    let mut tried = Vec::new();
    for sub in command.get_subcommands() {
        for option in sub.get_opts().filter(|option| option.get_action().takes_values()) {
            let long = format!("--{}", option.get_long().unwrap());
            // Any text is a title, and any path may be written to.
            if ["--title", "--out"].contains(&long.as_str()) {
                continue;
            }
            for value in ["no such thing", "-5", ""] {
                let mut typed = complete(sub.get_name());
                if long == "--from" {
                    typed.truncate(2);
                }
                typed.extend([format!("{long}={value}")]);
                let output = jisr(&typed.iter().map(String::as_str).collect::<Vec<_>>());
                let said = err(&output).replace("\n      ", " ");
                assert_eq!(output.status.code(), Some(2), "{typed:?}: {said}");
                assert!(said.contains(&long) || said.contains(&format!("“{value}”")), "{typed:?}: {said}");
                assert!(!said.contains("no command") && !said.contains("no option"), "{typed:?}: {said}");
                tried.push(long.clone());
            }
        }
    }
    assert!(tried.len() > 20, "{tried:?}");
}

#[test]
fn what_was_really_wrong_is_named() {
    let cases: [(&[&str], &str); 12] = [
        (&["--renderer", "vulkan"], "--renderer RENDERER can be glow, wgpu, not vulkan."),
        (
            &["--renderer", "vulkan", "sample-maps/jenin-2012.jisr"],
            "--renderer RENDERER can be glow, wgpu, not vulkan.",
        ),
        (&["--renderer", "vulkan", "analize"], "--renderer RENDERER can be glow, wgpu, not vulkan."),
        (&["--renderer=vulkan", "analyze"], "--renderer RENDERER can be glow, wgpu, not vulkan."),
        (&["--renderer"], "--renderer RENDERER needs a value."),
        (&["--rendrer", "glow"], "There is no option --rendrer here. Did you mean --renderer?"),
        (&["--lang", "en", "analize"], "There is no command “analize”"),
        (&["--renderer", "glow", "analize"], "There is no command “analize”"),
        (&["bridges", "sample-maps/jenin-2012.jisr", "--top", "0"], "--top N can't be 0: that is too small."),
        (
            &["bridges", "sample-maps/jenin-2012.jisr", "--top", "2000"],
            "--top N can't be 2000: that is too large.",
        ),
        (
            &["metrics", "sample-maps/jenin-2012.jisr", "--top", "-5"],
            "--top N can't be -5: that is too small.",
        ),
        (
            &["bridges", "sample-maps/jenin-2012.jisr", "other.jisr"],
            "“other.jisr” is more than is wanted here.",
        ),
    ];
    for (typed, expected) in cases {
        let output = jisr(typed);
        let said = err(&output).replace("\n      ", " ");
        assert_eq!(output.status.code(), Some(2), "{typed:?}: {said}");
        assert!(said.contains(expected), "{typed:?}: {said}");
    }
}
