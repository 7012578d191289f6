### The window: bars, panels, pages, and what can be done.

canvas = The map. Arrow keys lead from actor to actor.
drawing = Laying the map out …
close = Close
stop = Stop
lens = Lens
source-sample = sample map
source-template = new map, not saved
drop-here = Drop a map here to open it

command-open = Open a map …
command-welcome = Welcome page
command-save = Save
command-save-as = Save as …
command-versions = Earlier versions
versions-title = Earlier versions
versions-kept = When a map is saved, what was in its file before is kept on this computer, the last { $count } of each file. These can be had back, and deleted.
versions-not-kept = Drafts and earlier versions are not kept (see the settings). Those listed here were kept before; they stay until you delete them.
versions-none = No earlier version of any map is kept here.
versions-of-open = The map that is open
versions-of-other = Another map
versions-of-gone = The file is not there now: it was deleted, renamed or moved, or its disk is not connected.
versions-of-unknown = A map whose place is not known
versions-of-unknown-what = Kept by an earlier Jisr, which did not write down whose versions they are. Look at one to see.
version-until = In the file until { $until }
version-no-time = an unknown time
version-what = { $title }: { $actors ->
    [one] 1 actor
   *[other] { $actors } actors
}, { $ties ->
    [one] 1 tie
   *[other] { $ties } ties
}.
version-same = The same as now.
version-actors-added = Only now: { $names }.
version-actors-removed = Only then: { $names }.
version-actors-changed = Changed since: { $names }.
version-findings = Findings: { $before } then, { $after } now.
version-unreadable = This version is damaged: it can’t be read as a map.
version-restore = Go back to it
version-open = Open as a new map
version-delete = Delete this version
versions-delete-shelf = { $count ->
    [one] Delete it
   *[other] Delete all { $count } of this map
}
versions-delete-gone = Delete those of maps that are not there ({ $count })
versions-delete-all = Delete all ({ $count })
versions-delete-sure = { $count ->
    [one] Delete this version? It can’t be had back.
   *[other] Delete { $count } versions? They can’t be had back.
}
versions-delete-yes = Delete
versions-not-deleted = Not everything was deleted: { $why }.
restored = The map is what it was until { $until }. It is not saved yet; Undo goes back to where you were.
restored-not-kept = What was open could not be kept as a version first: { $why }
save-title = Save the map
save-lost = Saving broke down: a mistake of Jisr, at { $place }. The file is as it was, and the map is still open: save it once more, or somewhere else.
open-elsewhere = This file is open in another window of Jisr too. Whoever saves last is asked what becomes of the other’s changes.
unsaved-title = “{ $name }” is not saved
unsaved-what = What was changed since it was saved last would be lost.
unsaved-save = Save it first
unsaved-give-up = Don’t save
unsaved-cancel = Cancel
changed-title = { $file } was changed by somebody else
changed-what = Since this map was opened, the file was saved by another program or another person. Nothing was overwritten.
changed-merge = Put both changes together
changed-copy = Save mine as a copy …
changed-reload = Read the file again, give up mine
changed-anyway = Save over it (theirs is kept as a version)
changed-anyway-lost = Save over it (theirs is lost)
exists-title = There is already a file { $file }
exists-what = Nothing was saved yet. If you save over it, what is in it now is kept as an earlier version.
exists-what-lost = Nothing was saved yet. If you save over it, what is in it now is lost: earlier versions are not kept.
exists-other = Save under another name …
exists-over = Save over it
save-no-name = Nothing was saved: { $file } has no name but an ending. Choose a name.
save-other-map = Nothing was saved as { $file }: by then another map was open. Save it again.
merge-unreadable = The other changes could not be read. Save yours as a copy.
merge-without-base = What both changes began with was not kept, so they can’t be put together. Save yours as a copy.
merge-not-done = Both changes are just being put together. Look through what comes of it, and save then.
waiting-title = { $file } is still being saved
waiting-what = The disk is slow. What you asked for is done once the map is on it.
waiting-stay = Do it later
waiting-leave = Close now, without waiting
merged = Both changes are put together{ $conflicts ->
    [0] .
    [one] . In one place both had changed the same; yours stays:
   *[other] . In { $conflicts } places both had changed the same; yours stay:
} Look through it, and save.
welcome-drafts = Not saved when Jisr was closed
welcome-drafts-hint = Kept on this computer until it is saved or thrown away
draft-not-kept = No draft of what is not saved can be kept: { $why }. What you change is safe only once you have saved the map.
draft-not-gone = The draft could not be thrown away: { $why }. It is offered again at the next start.
draft-recover = Recover
draft-discard = Throw away
draft-both = Look at both
draft-open-file = Open its file
drafts-title = { $count ->
    [one] There is work on this map that was not saved
   *[other] There are { $count } drafts of work on this map that was not saved
}
drafts-what = Jisr ended before it was saved. What you see now is the file as it is. Nothing is changed before you decide.
drafts-later = Decide later
drafts-of-others = { $count ->
    [one] There is work on another map that was not saved when Jisr was closed.
   *[other] There is work on { $count } other maps that was not saved when Jisr was closed.
} It is kept, and offered on the welcome page.
both-file = The file
both-draft = The draft
both-refuses = You are looking at a draft and its file. Decide between them above; then the map can be changed and saved.
command-view-levels = View: levels
command-view-network = View: network
command-view-rings = View: rings around one actor
command-view-influence = View: influence and interest
command-view-matrix = View: matrix
command-lens-voices = Lens: voices
command-lens-formality = Lens: formal and informal
command-lens-sector = Lens: sector
command-lens-belts = Lens: transmission belts
command-lens-confidence = Lens: confidence
command-lens-legitimacy = Lens: legitimacy
command-lens-groups = Lens: represented groups
command-lens-partnership = Lens: partnership
command-lens-concern = Lens: the journey of a concern
command-theme-light = Light theme
command-theme-dark = Dark theme
command-theme-print = Print theme
command-look-at-nothing = Look at the whole map again
command-tab-channel = Show the channel
command-tab-findings = Show the findings
command-tab-bridges = Show the bridges
command-tab-details = Show the details
command-centre = Rings around the selected actor
command-fit = Fit the map to the window
command-zoom-in = Zoom in
command-zoom-out = Zoom out
command-choose-all = Select all actors
command-dates = The map at a date
command-motion-system = Motion: as the system asks
command-motion-full = Motion: views move into each other
command-motion-less = Motion: nothing moves
command-left-panel = Left panel
command-right-panel = Right panel
command-find = Find an actor, tie or command
command-bridges = Work out the bridges
command-clear-filter = Show everything again
command-keys = Keys
command-settings = Settings
command-quick-add = Add actors and ties by typing
command-undo = Undo
command-undo-what = Undo: { $what }
command-redo = Redo
command-redo-what = Redo: { $what }
command-steps = What was done
command-duplicate = Duplicate what is selected
command-delete = Delete what is selected
command-release = Let the program place it
command-without = What if it left?
command-confirmed-only = What if unconfirmed ties failed?
menu-tie = Tie it to …
menu-add-here = Add an actor here
steps-first = As it was opened
source-changed = not saved
source-saving = being saved …

empty-title = Who matters for safety here?
empty-double-click = Double-click a level to add an actor there, and type its name.
empty-type = Or type who does what to whom: “police informs governor’s office”.
empty-paste = Or copy rows from a spreadsheet and paste them here.
empty-tie = Then drag from the edge of one actor to another to tie them.
add-actor-hint = Name of the new actor
add-actor-keys = Enter adds it, Esc does not.
add-tie-title = { $from } → { $to }
add-tie-hint = What kind of tie?
paste-title = What was pasted
paste-reading = Reading the rows …
paste-lost = Reading the rows broke off. Copy them again, or fewer of them.
paste-counts = New: { $actors ->
    [one] 1 actor
   *[other] { $actors } actors
}, { $ties ->
    [one] 1 tie
   *[other] { $ties } ties
}{ $sources ->
    [0] {""}
    [one] , 1 source
   *[other] , { $sources } sources
}. Changed: { $changed }.
paste-are-actors = Rows are actors
paste-are-ties = Rows are ties
paste-has-heading = The first row is a heading
paste-becomes = What becomes of it
paste-choose-row = Choose a row to see what is said of it, and to decide otherwise.
paste-row-heading = { $row }: { $becomes }
paste-show-all = All { $count }
paste-show-asked = To decide { $count }
paste-show-kept = Cells kept as fields { $count }
paste-show-remarked = To look at { $count }
paste-show-merged = Merged { $count }
paste-show-changed = Changed { $count }
paste-show-left-out = Left out { $count }
paste-ask-dates = { $column }: { $count ->
    [one] one date may mean two days.
   *[other] { $count } dates may mean two days.
}
paste-day-first = day first ({ $date })
paste-month-first = month first ({ $date })
paste-as-text = keep as text
paste-ask-serials = { $column }: { $count ->
    [one] one number may be a day that spreadsheets count.
   *[other] { $count } numbers may be days that spreadsheets count.
}
paste-as-days = days ({ $date })
paste-other-scale = { $column }: not on the scale from 1 to 5, so it is a field of your own. Choose another field above the column if it is.
paste-ask-name = { $count ->
    [one] “{ $name }” in one row is the name of several actors. Which one?
   *[other] “{ $name }” in { $count } rows is the name of several actors. Which one?
}
paste-ask-sources = { $count ->
    [one] One source is not on the map: { $list }.
   *[other] { $count } sources are not on the map: { $list }.
}
paste-add-sources = { $count ->
    [one] Add 1 source
   *[other] Add { $count } sources
}
paste-ask-ends = { $count ->
    [one] One actor of these ties is not on the map.
   *[other] { $count } actors of these ties are not on the map.
}
paste-add-actors = Add them
paste-keep-out = Leave such ties out
paste-ask-actors = { $count ->
    [one] One row has the name of another actor, and differs.
   *[other] { $count } rows have the name of another actor, and differ.
}
paste-ask-ties = { $count ->
    [one] One row has the ends and the kind of another tie, and differs.
   *[other] { $count } rows have the ends and the kind of another tie, and differ.
}
paste-all-same = All the same
paste-all-others = All other ones
paste-all-out = Leave them out
paste-ask-values = { $count ->
    [one] One value differs from what is there.
   *[other] { $count } values differ from what is there.
}
paste-all-keep = Keep what is there
paste-all-take = Use the rows'
paste-all-both = Both, where a text can hold them
paste-take = Take it over
paste-keys = Enter takes it over, Esc leaves.
field-empty = –
field-own-new = New field of your own
field-own-empty = …
several-change = Change all of them
several-change-ties = Change the ties between them
several-tag = Add a tag to all of them
several-untag = { $tag } ({ $count })
several-who = Who they are
evidence-pick = Give a source of the map …
evidence-new = New source: type how to cite it
evidence-remove = Take this evidence away
own-levels = Levels
own-levels-hint = The ladder, from the people at the bottom to the capital and beyond. What counts as local and as national follows from it.
own-levels-new = New level
own-actor-kinds = Own kinds of actor
own-actor-kinds-hint = Kinds that this map adds to those that every map has
own-actor-kinds-new = New kind of actor
own-tie-kinds = Own kinds of tie
own-tie-kinds-hint = Kinds that this map adds to those that every map has
own-tie-kinds-new = New kind of tie, as a verb: is kin of
own-sources = Sources
own-sources-hint = Interviews, papers, meetings: where what the map says is known from
own-sources-new = New source: type how to cite it
own-instruments = Laws and the like
own-instruments-hint = Laws, decrees, mandates, agreements: on what the work of providers stands
own-instruments-new = New law or the like: type its name
ratings = How others see it
ratings-hint = What people say of this actor, each by themselves. The values above are what the authors have agreed on
ratings-new = New view of it: type who sees it so
ratings-nobody = (nobody named)
own-delete = Delete
own-instead = What is of it becomes …
level-up = One rung up
level-down = One rung down
quick-title = Add actors and ties
quick-example = Police informs governor’s office
quick-hint = Enter adds. Several at once with “;”. After “:” comes more: weak, planned, both ways …

try-tie-title = Try: { $from } → { $to }
try-with = Trying: { $from } { $kind } { $to }
try-without = If { $name } left
try-confirmed = If unconfirmed ties failed
try-keep = Keep the tie
try-drop = Let it go
bridges-try = Try
bridges-try-hint = See what this tie would change, without adding it

tab-channel = Channel
tab-findings = Findings
tab-bridges = Bridges
tab-details = Details

left-voices = Voices
left-expected = { $present } of { $expected } expected
left-none-expected = This map does not say whom it expects to hear.
left-actors = Actors
left-ties = Ties
left-more = and { $count } more
left-show-class = Show these ties
left-hide-class = Hide these ties

filter = { $count ->
    [0] Filter
   *[other] Filter ({ $count })
}
filter-formality = Formality
filter-level = Level
filter-sector = Sector
filter-kind = Kind
filter-partnership = Partnership
filter-group = Speaks for
filter-tag = Tag
filter-confidence = Ties that are
filter-status = Ties not in use
filter-inactive = show them

dates-all = Whole map
belts-title = Who carries the voices of others
belt-holds = { $count ->
    [one] One voice has no other way
   *[other] { $count } voices have no other way
}
belt-holds-why = Whatever these say passes through here: { $names }.
belt-voices = Whose voices pass here
several = { $count } actors together
several-ties = { $count ->
    [0] no ties between them
    [one] 1 tie between them
   *[other] { $count } ties between them
}

channel-nobody = Whose voice?
channel-nobody-hint = Choose an actor on the map or an expected voice on the left, and see how they are heard: through whom, how strongly, and whether an answer comes back.
channel-summary-title = Heard at national level
channel-summary = { $heard } of { $voices } local actors are heard{ $certain }. For { $answered } of them an answer can come back.
channel-silent-title = Not heard
map-is-empty = This map has no actors yet.
channel-title = { $from } → { $to }
channel-strength = Heard in { $hops ->
    [one] 1 step
   *[other] { $hops } steps
}. As strong as its weakest tie: { $strength ->
    [0] not rated
   *[other] { $strength } of 5
}.
channel-weakest = the weakest tie, { $strength ->
    [0] not rated
   *[other] { $strength } of 5
}
channel-decides = This actor decides itself: others’ voices end here.
channel-unheard = Not heard
channel-unheard-why = There are ties, but none of them leads to anybody who decides at national level.
channel-isolated-why = { $count ->
    [0] The map shows no tie of this actor with anybody else.
   *[other] Of this actor the map shows { $standing }.
}
channel-previous = The way before
channel-next = The next way
channel-way = Way { $number } of { $count }
channel-disjoint = { $disjoint ->
    [one] 1 independent way
   *[other] { $disjoint } independent ways
}
channel-gatekeepers = { $count ->
    [one] One gatekeeper
   *[other] { $count } gatekeepers
}
channel-gatekeepers-why = Everything passes through { $names }.
channel-backup = A second way
channel-backup-why = There is no single actor through whom everything has to pass.
channel-answered = Answered
channel-unanswered = No answer
channel-unanswered-why = No tie leads back from those who decide.
channel-arrow = {" → "}

findings-none = Nothing is missing that the rules look for.
findings-remedy = What could be done: { $remedy }
findings-silent = { $count ->
    [one] 1 voice
   *[other] { $count } voices
} would fall silent if unconfirmed ties failed.

bridges-title = What would close the most gaps
bridges-hint = New ties, each sought with those above it in place.
bridges-large = On a map of this size this takes a while.
bridges-working = Working: { $done } of { $of } …
bridges-tab-none = No new tie would close a gap by itself.
bridges-tab-closes = closes { $closes ->
    [one] 1 finding
   *[other] { $closes } findings
}{ $eases ->
    [0] {""}
   *[other] , eases { $eases }
} · score { $score }
bridges-closing = Closes
bridges-easing = Eases
bridges-opening = Opens
bridges-worsening = Makes worse

details-ties = { $count ->
    [one] 1 tie
   *[other] { $count } ties
}
details-to-itself = { $count ->
    [one] 1 tie to itself, which counts nowhere
   *[other] { $count } ties to itself, which count nowhere
}
field-name = Name
field-aliases = Other names
field-kind = Kind
field-level = Level
field-formality = Formality
field-area = Area
field-functions = What it does
field-represents = Speaks for
field-influence = Influence
field-interest = Interest
field-legitimacy = Legitimacy
field-stance = Stance
field-decides = Decides
field-is-voice = Counts as a voice
field-sensitivity = Sensitivity
field-since = Since
field-until = Until
field-tags = Tags
field-notes = Notes
field-evidence = Evidence
field-from = From
field-to = To
field-strength = Strength
field-status = Status
field-confidence = Confidence
field-medium = By
field-plan-owner = Plan: who brings it about
field-plan-due = Plan: by when
field-plan-note = Plan: note
field-mutual = Both ways
field-title = Title
field-place = Place
field-as-of = As of
field-languages = Languages
field-aim = Aim
field-tier = Counts as
field-sector = Part of the security sector
field-force = May use force
field-usual-level = Usual level
field-class = Sort of relation
field-voice = A voice travels
field-citation = Citation
field-date = Date
field-reliability = How near it is
field-consent = Consent
field-keep-until = Keep until
field-rated-by = Who sees it so
field-rated-group = For which group
field-rated-date = When
field-why = Why
field-instrument-kind = Kind
field-instrument-status = Status
field-covers = Whom it covers
field-functions-given = What it gives them to do
field-various = (different)

figure-none = –
figure-of = { $part } of { $whole }
figure-percent = { $percent } %
figure-before-after = { $before } → { $after }
foot-findings-supposed = { $before } → { $after } findings
foot-findings-hint = What is missing or at risk, by the rules of the method
figure-heard = voices heard
figure-heard-hint = Local actors from whom a channel leads to somebody who decides at national level; and how many of them are heard on confirmed ties alone
figure-heard-certain = { $label }; { $count } confirmed
figure-closed = loops closed
figure-closed-hint = Local actors who are heard, and to whom an answer can come back
figure-backup = with a second way
figure-backup-hint = Local actors who are heard and have no single gatekeeper
figure-overseen = providers overseen
figure-overseen-hint = Formal forces whom somebody without force oversees
figure-missing = voices missing
figure-missing-hint = Expected voices that no actor of the map is
figure-evidence = ties with evidence
figure-evidence-hint = Ties that name a source
foot-findings = { $findings ->
    [one] 1 finding
   *[other] { $findings } findings
} · { $unsure ->
    [one] 1 rests on unconfirmed ties
   *[other] { $unsure } rest on unconfirmed ties
}

finder-hint = Find an actor, tie or command
finder-nothing = Nothing of that name
sort-actor = actor
sort-expected = expected voice
sort-tie = tie
sort-finding = finding
sort-command = command

keys-title = Keys
keys-hint = Press a row, and then the keys that you want for it. Backspace takes its keys away, Esc leaves them; the right mouse button gives back what it had at first.
keys-press = Press the keys …
keys-none = –
keys-of = { $command }: { $keys }
keys-usual = As at first
keys-taken = These keys were those of “{ $command }”, which has none now.
keys-refused = Such keys are typed into lines of text. Hold Ctrl or Alt with them, or take one of F1 to F12.
keys-tab = Tab
keys-tab-what = From one control to the next
keys-arrows = Arrow keys
keys-arrows-what = On the map: from actor to actor along ties
keys-box = Shift and drag
keys-box-what = On the map: look at everybody in a box; with Ctrl, at them too
keys-add = Shift and click, Shift and arrow key
keys-add-what = On the map: look at one more actor, or one fewer
keys-zoom = +, −, 0
keys-zoom-what = On the map: closer, further away, all of it
keys-enter = Enter
keys-enter-what = Press what has the focus
keys-escape = Esc
keys-escape-what = Look at the whole map again

welcome-question = Who is heard at national level, through whom, and who is missing?
welcome-what = Map the people and offices on whom the safety of a community depends. Nothing you do here leaves this computer.
welcome-drop = or drop a file on this window
welcome-samples = Look at an example
welcome-samples-hint = Two maps of Jenin after a published paper, and an invented valley for workshops
welcome-recent = Opened lately
welcome-recent-hint = Kept on this computer only
welcome-templates = Begin a map
welcome-templates-hint = Each comes with the voices that one would expect in such a place
sample-jenin-2008 = The security campaign from above: who was trained and equipped, and who was not asked.
sample-jenin-2012 = The partnership: who was heard at last, through whom, and who still was not.
sample-valley-training = A workshop map with an example of nearly every finding, and answers for the trainer.
sample-valley-before = The same valley some years earlier, to compare.

open-title = Open a map
open-kind = Jisr maps
open-all = All files
waiting-for-dialog = A dialog of this desktop is asking for a file. If you can’t see it, pick the file here instead.
waiting-own-page = Pick the file here
files-instead = This desktop has no file dialog, or none that answers. Pick the file here.
files-home = Home
files-documents = Documents
files-desktop = Desktop
files-downloads = Downloads
files-recent = { $name }, opened lately
files-folder = Folder { $name }
files-up = One folder up
files-path = Name or path of the file
files-name = Name of the new file
files-keys = Type a name or a path; Tab completes it. Arrow keys choose, Enter opens, Alt and the arrow up leave the folder.
files-written = Will be saved as { $file }
files-make-folder = Make the folder, and save there
files-open = Open
files-save = Save
files-hidden = Hidden files
files-size = { $kilobytes } KB
files-looking = Looking …
files-reading = Reading the folder: { $count } so far …
files-empty = This folder is empty.
files-none-shown = { $count ->
    [one] Nothing to show here: there is one file or folder of another sort or name.
   *[other] Nothing to show here: there are { $count } files and folders of other sorts or names.
}
files-count = { $count ->
    [one] 1 file or folder
   *[other] { $count } files and folders
}
opening = Opening { $file } …
not-opened = { $file } was not opened
not-opened-problems = The file can be read, but not everything in it. Opening it would lose what is named here:
not-opened-lost = Jisr broke down over it: a mistake of this program, at { $place }. Please tell its authors the place.
not-opened-lost-nothing = The file is as it was, and so is what was open.
not-opened-other = Open another map …

settings-set-aside = The settings could not be read ({ $why }). They begin anew; the old file is kept as { $file }.
settings-unreadable = The settings could not be read ({ $why }), and nothing is kept this time. The file is as it was.

window-no-display = There is no display to open a window on. On a desktop, start jisr there. In a terminal, commands need none: jisr analyze MAP; jisr --help lists them.
window-display-gone = The window was lost with its display: { $why }. What you changed is offered at the next start, under “Not saved when Jisr was closed”.
window-broke-down = Jisr broke down: a mistake of this program, at { $place }. What you changed is offered at the next start, under “Not saved when Jisr was closed”. Please tell its authors the place.
breakdown-command = Jisr broke down over what you asked for: a mistake of this program, at { $place }. What you had done before is still here. Save it; if it comes back, start Jisr anew, and please tell its authors the place.
breakdown-answers = The answers could not be worked out: a mistake of Jisr, at { $place }. The map is as you changed it; the answers and the picture are those of before. Save it, or take the change back, and please tell the authors of Jisr the place.
breakdown-bridges = Which ties would close most gaps could not be worked out: a mistake of Jisr, at { $place }. Nothing else is touched by it. Please tell the authors of Jisr the place.
breakdown-drafts = Whether work was left unsaved could not be looked up: a mistake of Jisr, at { $place }. It stays where it is, for the next start. Please tell the authors of Jisr the place.
breakdown-merge = The two changes could not be put together: a mistake of Jisr, at { $place }. Both are as they were. Save yours as a copy, and please tell the authors of Jisr the place.
breakdown-part = This part of the window broke down
breakdown-part-why = A mistake of Jisr, at { $place }. The map and all that you have done are still here. Save it, or try again; if it comes back, look at something else or start Jisr anew, and please tell its authors the place.
breakdown-memory = There is not enough memory for that. What was there before is still here: save it, close other programs, and try again; or work with a part of the map.
breakdown-again = Try again
window-no-graphics = No window could be opened: { $why }. On Debian and Ubuntu, install what a window needs: apt install libgl1 libegl1 libgl1-mesa-dri libxkbcommon-x11-0 libx11-6 libx11-xcb1 libxcursor1 libxi6. Commands need none of it: jisr analyze MAP.
window-left-out = This jisr was built without its window. On the command line: jisr analyze { $map }

settings-title = Settings
settings-kept = They stay as you like them, on this computer.
settings-language = Language
settings-as-the-system = As the system
settings-names-only = { $language } (names only)
settings-theme = Colours
theme-light = Light
theme-dark = Dark
theme-print = Print
settings-text-size = Size of everything
settings-motion = Motion
settings-motion-full = Views move into each other
settings-motion-less = Nothing moves
settings-drafts = Drafts and earlier versions
settings-files = To open and save
settings-files-system = By this desktop’s dialog
settings-files-own = By Jisr’s own page
settings-drafts-hint = A draft of what is not saved is written within seconds, so that nothing is lost when the computer stops; and what was in a file before you save over it is kept as an earlier version. On a computer that others use too, you may not want either to be left behind. Versions that are there already stay until you delete them.
settings-drafts-kept = Kept
settings-drafts-not-kept = Not kept
