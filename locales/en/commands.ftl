### What the command line says: help, errors of usage and of files, short messages.

help-heading-usage = Usage:
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-option-help = Show help: -h in short, --help in full
help-option-version = Show the version
help-option-lang = The language to speak, such as en or ar; names of the map follow it too
help-option-json = Print JSON for other programs

help-jisr = Who among the local actors of community safety is heard at national level, through whom, and who is missing
help-jisr-long = Jisr maps the formal and informal actors of community safety (tribal leaders, camp committees, women's organisations, police, ministries, donors) and the ties between them. It says who among the local actors is heard at national level, through whom, whether an answer comes back, and who is missing.

    Without a command the window opens, on the map that is named. A map is a file NAME.jisr. Nothing is ever sent over a network.
help-jisr-examples =
    Examples:
      jisr sample-maps/jenin-2012.jisr              opens the window
      jisr analyze sample-maps/jenin-2012.jisr
      jisr channels sample-maps/jenin-2012.jisr --from camp-committee
      jisr new our-district.jisr --template community-safety-committee

    Exit status: 0 done, 1 the answer is no (check found problems), 2 bad input or usage.

help-jisr-map = A map to open in the window
help-jisr-renderer = What draws the window: glow (OpenGL) or wgpu (Vulkan, Metal, Direct3D); by default one, and the other where that fails

help-check = Read maps and list everything that is wrong with them
help-check-long = Reads each map and lists every problem at once, each with its place in the file as a JSON path, the value that was found and the nearest one that would be right. For a file that is no JSON at all: the line and the column where it breaks.
help-check-examples =
    Examples:
      jisr check our-district.jisr
      jisr check --json maps/*.jisr

    Exit status: 0 all clean, 1 problems, 2 a file could not be read.

help-check-maps = The maps; - for standard input

help-analyze = Say who is heard, through whom, and what is missing
help-analyze-long = Says in plain sentences who among the local actors is heard at national level, through whom, whether an answer comes back, who of those who should be here is missing, where concerns got stuck, and what could be done. Each rule is explained in docs/method.md.

    Everything is worked out twice: on all active ties, and on the confirmed ones alone. So it also says how sure it is.
help-analyze-examples =
    Examples:
      jisr analyze sample-maps/jenin-2012.jisr
      jisr analyze map.jisr --at 2010-06            the map as it was in June 2010
      jisr analyze map.jisr --without governors-office      if the governor's office fell away
      jisr analyze map.jisr --with young-unemployed:informs:governors-office
      jisr analyze map.jisr --planned               if all that is planned came about
      jisr analyze map.jisr --json > answers.json   (jisr schema analysis describes it)

help-analyze-map = The map; - for standard input
help-analyze-confirmed-only = Count confirmed ties alone
help-analyze-explain = Tell every finding in full, and on which unconfirmed ties it hangs
help-analyze-planned = Suppose that every planned tie were there
help-analyze-at = Only actors and ties that were there at this date (YYYY, YYYY-MM or YYYY-MM-DD)
help-analyze-without = Suppose this actor left; may be given several times
help-analyze-with = Suppose this tie were there, confirmed and of strength 3; may be given several times

help-channels = Show how one actor is heard, the next best ways, and the way back
help-channels-long = Shows the best channel of one actor to those who decide at national level, tie by tie; the next best ones; how many channels share nobody; through whom every channel has to pass; and the best way an answer comes back.

    A channel is as strong as its weakest tie. The best one is the strongest; of equals the shortest; of equals the one whose ids come first.
help-channels-examples =
    Examples:
      jisr channels sample-maps/jenin-2012.jisr --from camp-committee
      jisr channels map.jisr --from youth-club --to ministry-of-interior --alternatives 5

help-channels-map = The map; - for standard input
help-channels-from = Whose channels: the id of an actor
help-channels-to = By whom to be heard: the id of an actor, instead of any decision-maker
help-channels-alternatives = How many channels to show after the best one

help-bridges = Propose the new ties that would close the most gaps
help-bridges-long = Proposes ties that are not there yet, each with what it would close and what it would open. Each is sought with those before it in place. Every tie that could be is considered, and the order is exact.

    A tie is proposed between actors on the same level or the next; into a partnership's own actor from any level. It counts what all findings weigh: 8 for a high one, 3 for a medium one, 1 for a low one.
help-bridges-examples =
    Examples:
      jisr bridges sample-maps/jenin-2008.jisr
      jisr bridges map.jisr --top 10 --json

help-bridges-map = The map; - for standard input
help-bridges-top = How many ties to propose

help-plan = Say what the planned ties would do
help-plan-long = Takes each tie of status planned to be there, by itself, and then all of them together: what would close, what would open, and what that weighs (8 for a high finding, 3 for a medium one, 1 for a low one). Those that gain most come first. Who brings each about, and by when, is told beside it.

    All ties count, confirmed or not. The answers in full, as if all planned ties were there: jisr analyze MAP --planned.
help-plan-examples =
    Examples:
      jisr plan sample-maps/valley-training.jisr
      jisr plan map.jisr --json

help-plan-map = The map; - for standard input

help-metrics = Measure the network: degree, betweenness, constraint, communities and more
help-metrics-long = Measures each actor and the map as a whole over the active cooperative ties, parallel ones merged. Every measure, its definition and its source are in docs/method.md.

    The brokerage roles are those of Gould & Fernandez: their gatekeeper brings something from outside to its own group, and is not the gatekeeper of a voice, without whom it falls silent.

    What cannot be had is a dash in the table, empty in CSV and null in JSON.
help-metrics-examples =
    Examples:
      jisr metrics sample-maps/jenin-2012.jisr
      jisr metrics map.jisr --by betweenness --top 20
      jisr metrics map.jisr --csv > measures.csv

help-metrics-map = The map; - for standard input
help-metrics-by = Which measure to sort by, the greatest first: degree, in_degree, out_degree, strength, betweenness, closeness, eigenvector, pagerank, core, clustering, constraint, effective_size, component, community, articulation, reaches
help-metrics-top = How many actors to show
help-metrics-with-adverse = Count adverse ties too
help-metrics-exact = Work out betweenness even on a map of more than 20,000 actors
help-metrics-csv = Print CSV for a spreadsheet

help-compare = Show what changed between two maps or two dates, and what it did to the voices
help-compare-long = Shows whose voice moved, which findings closed and opened, which actors and ties were added, removed and changed, and the figures of both maps side by side. Things are the same if their ids are, whatever they are called.

    With one map, --at says between which dates: two dates, or one date and the map as it is. With two maps, one date holds for both, and of two the first for the old and the second for the new.
help-compare-examples =
    Examples:
      jisr compare sample-maps/jenin-2008.jisr sample-maps/jenin-2012.jisr
      jisr compare map.jisr --at 2010 --at 2012

help-compare-old = The old map; - for standard input
help-compare-new = The new map
help-compare-at = Only actors and ties that were there at this date (YYYY, YYYY-MM or YYYY-MM-DD); may be given twice

help-new = Make a fresh map from a template
help-new-long = Makes a fresh map from a template. An existing file is never overwritten.
help-new-examples =
    Examples:
      jisr new our-district.jisr
      jisr new our-district.jisr --template local-security-council --title "Northern district, 2026"

help-new-out = The file to make; - for standard output
help-new-template = The template to start from (jisr templates lists them)
help-new-title = What to call the map

help-templates = List the templates
help-templates-long = Lists the templates a fresh map can start from: what each is for, and how many expected voices it brings.
help-templates-examples =
    Example:
      jisr templates

help-schema = Print the JSON Schema of a map or of an analysis
help-schema-long = Prints the JSON Schema (draft 2020-12) of a .jisr file, or of what jisr analyze --json prints.
help-schema-examples =
    Example:
      jisr schema analysis > analysis.schema.json

help-schema-what = What to describe

did-you-mean = Did you mean { $meant }?
usage-see-help = See jisr --help.
usage-tie-to-itself = A tie joins two different actors.
usage-tie-to-gone = The actor “{ $id }” is left out by --without, so no tie can join it.
usage-unknown-argument = There is no option { $argument } here.
usage-missing-argument = Missing: { $argument }.
usage-missing-value = { $argument } needs a value.
usage-not-allowed = { $argument } can be { $allowed }, not { $value }.
usage-too-many = “{ $argument }” is more than is wanted here.
usage-not-a-number = { $argument } takes a whole number, not “{ $value }”.
usage-number-small = { $argument } can't be { $value }: that is too small.
usage-number-large = { $argument } can't be { $value }: that is too large.
usage-bad-value = { $argument } can't be { $value }.
usage-conflict = { $argument } and { $other } do not go together.
usage-command-inside = A map comes after the command: jisr analyze MAP.
usage-count = { $argument } was given more than once, or with too many values.
usage-other = That could not be understood.
usage-no-such-command = There is no command “{ $name }”, and no file of that name.
usage-not-a-date = “{ $value }” is not a date: YYYY, YYYY-MM or YYYY-MM-DD.
usage-not-a-tie = “{ $value }” is not a tie: FROM:KIND:TO, such as young-unemployed:informs:governors-office.
no-such-actor = There is no actor “{ $id }” on this map.
no-such-tie-kind = There is no kind of tie “{ $id }”.
no-such-template = There is no template “{ $name }”.

file-missing = There is no file { $file }.
file-forbidden = { $file } can't be opened: this user may not read it.
file-is-a-folder = { $file } is a folder, not a map.
file-not-read = { $file } can't be read: { $reason }.
file-unreadable = { $file } can't be read. { $reason }
file-has-problems = { $count ->
    [one] { $file } has 1 problem:
   *[other] { $file } has { $count } problems:
}
file-has-remarks = { $count ->
    [one] { $file } has 1 small problem, on which no answer depends; jisr check shows it.
   *[other] { $file } has { $count } small problems, on which no answer depends; jisr check shows them.
}
file-clean = { $file }: no problems ({ $actors ->
    [one] 1 actor
   *[other] { $actors } actors
}, { $ties ->
    [one] 1 tie
   *[other] { $ties } ties
}).
file-remarks = { $count ->
    [one] 1 remark; nothing has to be changed for it.
   *[other] { $count } remarks; nothing has to be changed for them.
}
file-exists = { $file } is there already. Choose another name; nothing was changed.
file-is-no-map = { $file } is there already and is no map: it would be lost. Choose another name; nothing was changed.
file-no-folder = { $file } can't be made: there is no such folder.
file-not-written = { $file } can't be written: { $reason }.

command-broke-down = Jisr broke down: a mistake of this program, at { $place }. No file was changed by half. Please tell its authors the place.
language-missing = There are no words for “{ $language }” yet: sentences are in English, names in that language where the map has them.
stopped = Stopped before it was done.
compare-too-many-dates = A comparison has two sides: --at can be given twice at most.
compare-unrelated = These two maps have no actor id in common: are they two states of one map?
explain-left-out = This map is large: on which ties its findings hang was worked out only for some of them.

templates-expected = { $count ->
    [0] No expected voices yet.
    [one] Brings 1 expected voice.
   *[other] Brings { $count } expected voices.
}
templates-how = Make a map with: jisr new OUT.jisr --template NAME
templates-see = jisr templates lists them.
new-made = Made { $file } from the template { $template }, with { $count } expected voices.
new-next = Open it in a text editor, add actors and ties, and see what it says with: jisr analyze { $file }

### Remarks of jisr check.

check-letters = { $count ->
    [one] 1 letter is
   *[other] { $count } letters are
} in no font that comes with Jisr ({ $letters }). They are drawn with fonts of the machine that shows the map, and as boxes where it has none.
