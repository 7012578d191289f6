//! How long a question takes among 50,000 names, and reading them: `cargo bench --bench search`.

use divan::Bencher;
use jisr::words::Finder;

fn main() {
    divan::main();
}

const NAMES: usize = 50_000;

/// One for each way that a question may be slow: few letters that are everywhere, many words, typos in all of them, a
/// word that stands in another's middle, nothing that fits.
const QUESTIONS: [&str; 12] = [
    "gov off",
    "c",
    "al",
    "village council",
    "Village Council of Tall Sabira 1234",
    "vilage concil",
    "comittee of the poeple in disabilties asociation",
    "hudhud",
    "المجلس القروي",
    "لجنه محافطة جنين",
    "municipality police شرطة",
    "xylophone quartz",
];

const BODIES: [(&str, &str); 12] = [
    ("Village Council of", "المجلس القروي في"),
    ("Popular Committee of", "اللجنة الشعبية لمخيم"),
    ("Elders of", "وجهاء"),
    ("Governor's Office,", "مكتب محافظ"),
    ("Police Directorate of", "مديرية شرطة"),
    ("Women's Centre of", "مركز نساء"),
    ("Youth Forum of", "منتدى شباب"),
    ("Municipality of", "بلدية"),
    ("Court of First Instance of", "محكمة بداية"),
    ("Association of People with Disabilities in", "جمعية الأشخاص ذوي الإعاقة في"),
    ("Farmers' Union of", "اتحاد مزارعي"),
    ("Olive Growers of", "مزارعو زيتون"),
];

const FIRSTS: [(&str, &str); 6] =
    [("Ayn", "عين"), ("Tall", "تل"), ("Bayt", "بيت"), ("Khirbat", "خربة"), ("Kafr", "كفر"), ("Wadi", "وادي")];

const SYLLABLES: [(&str, &str); 16] = [
    ("ba", "با"),
    ("sa", "سا"),
    ("ri", "ري"),
    ("hud", "هد"),
    ("na", "نا"),
    ("zan", "زن"),
    ("mar", "مر"),
    ("lu", "لو"),
    ("qa", "قا"),
    ("shi", "شي"),
    ("dir", "در"),
    ("ta", "طا"),
    ("kha", "خا"),
    ("mi", "مي"),
    ("jal", "جل"),
    ("fu", "فو"),
];

/// An actor in English and Arabic, in a village that has its name from four syllables, so that most are of one actor.
fn names() -> impl Iterator<Item = (usize, Vec<String>)> {
    (0..NAMES).map(|number| {
        let mixed = number.wrapping_mul(0x9E37_79B1) >> 5;
        let syllables = [0, 4, 8, 12].map(|shift| SYLLABLES[(mixed >> shift) % SYLLABLES.len()]);
        let village: [String; 2] =
            [syllables.map(|both| both.0).concat(), syllables.map(|both| both.1).concat()];
        let (body, first) = (BODIES[number % BODIES.len()], FIRSTS[number / 7 % FIRSTS.len()]);
        let english = format!("{} {} {} {}", body.0, first.0, village[0], number % 2_000);
        let arabic = format!("{} {} {}", body.1, first.1, village[1]);
        (number, vec![english, arabic])
    })
}

#[divan::bench(args = QUESTIONS, sample_count = 50, sample_size = 1)]
fn find(bencher: Bencher, question: &str) {
    let finder = Finder::new(names());
    bencher.bench_local(|| finder.find(divan::black_box(question), 12).len());
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn read_names(bencher: Bencher) {
    let entries: Vec<_> = names().collect();
    bencher.with_inputs(|| entries.clone()).bench_local_values(Finder::new);
}
