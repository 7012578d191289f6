### Merging two maps that were made from one: the command, and conflicts in words.

help-merge = Merge two maps that were made from one
help-merge-long = Merges what two people have made of one map: element by element, by their ids, and field by field. What both have added under one id is one element only if it is the same thing; otherwise theirs gets another id, and both stay. What one side alone has changed is taken. Where both have changed one field to different values, OURS is taken; what one side has deleted and the other has changed or still refers to stays. Each of these is a conflict, and all of them are listed, with both values.

    It can merge maps for git: see docs/merge.md.
help-merge-examples =
    Examples:
      jisr merge before.jisr ours.jisr theirs.jisr -o merged.jisr
      git config merge.jisr.driver "jisr merge %O %A %B -o %A"

    Exit status: 0 merged, 1 merged with conflicts, 2 bad input or usage.
help-merge-base = The map that both were made from; an empty file if there is none
help-merge-ours = The map whose values are taken where both have changed one; may be written over
help-merge-theirs = The other map
help-merge-out = Where to write the merged map; - for standard output

merge-done = { $file }: merged without conflicts ({ $actors } actors, { $ties } ties).
merge-conflicts = { $count ->
    [one] { $file }: merged, with 1 conflict to look at.
   *[other] { $file }: merged, with { $count } conflicts to look at.
}
merge-apart = { $count ->
    [one] One id had come to stand for two things. Both are there, and theirs has another id:
   *[other] { $count } ids had each come to stand for two things. Both are there, and theirs have other ids:
}
merge-kept-apart = { $theirs } ({ $now }; with them { $was }, which is { $ours } here)
merge-one-stdin = Only one of BASE, OURS and THEIRS can be read from standard input.
merge-place = in the file:
merge-base = before:
merge-ours = ours:
merge-theirs = theirs:
conflict-both-changed = Both sides have changed this. Ours is taken.
conflict-we-deleted = We have deleted this, they have changed it. It stays.
conflict-they-deleted = They have deleted this, we have changed it. It stays.
conflict-still-needed = One side has deleted this, but it is still needed by { $users }. It stays.
conflict-both-moved = Both sides have put these in another order. Ours is taken.
conflict-ends-before-it-begins = Together, beginning and end of both sides make no sense. Ours are taken.
conflict-made-another = One side has given this tie another end or kind, the other has changed what is said of it. Both are taken: see whether they go together.
conflict-told = { $place }. { $what }
conflict-values = Yours: { $ours }. In the file: { $theirs }.
conflict-nothing = nothing
conflict-place = { $element }: { $field }
conflict-in-map = The map
conflict-in-levels = The levels
conflict-in-story = The story
conflict-layout = place in the view { $view }
element-source = Source { $name }
element-actor = Actor { $name }
element-tie = Tie { $from } { $verb } { $to }
element-tie-gone = Tie { $id }
element-partnership = Partnership { $name }
element-consultation = Consultation { $name }
element-concern = Concern { $name }
element-expected-voice = Expected voice { $name }
element-level = Level { $name }
element-actor-kind = Kind of actor { $name }
element-tie-kind = Kind of tie { $name }
element-instrument = Instrument { $name }
element-view = Saved view { $name }
element-comment = Comment “{ $name }”
element-step = Step { $number } of the story
conflict-field-fields = Own fields
conflict-field-actor = Actor
conflict-field-members = Members
conflict-field-role = Role
conflict-field-purpose = Purpose
conflict-field-agreement = Agreement
conflict-field-anchored-in = Anchored in
conflict-field-phases = Phases
conflict-field-committee = Committee
conflict-field-consultation = Consultation
conflict-field-plan = Plan
conflict-field-principles = Principles
conflict-field-rating = Rating
conflict-field-rated-by = Rated by
conflict-field-why = Why
conflict-field-outcomes = Outcomes
conflict-field-goal = Goal
conflict-field-indicator = Indicator
conflict-field-measure = Measure
conflict-field-baseline = Baseline
conflict-field-attendance = Attendance
conflict-field-participants = Participants
conflict-field-groups = Groups
conflict-field-text = Text
conflict-field-scale = Scale
conflict-field-raised-in = Raised in
conflict-field-raised-by = Raised by
conflict-field-transmissions = Passed on
conflict-field-response = Response
conflict-field-by = By whom
conflict-field-fed-back = Told back
conflict-field-label = Label
conflict-field-kinds = Kinds of actor
conflict-field-source = Source
conflict-field-caption = Caption
conflict-field-view = View
conflict-field-focus = Focus
conflict-field-lens = Lens
conflict-field-findings = Findings
conflict-field-aim = Aim
conflict-field-aliases = Other names
conflict-field-ratings = How others see it
conflict-field-group = Group
conflict-field-about = About
conflict-field-addressed-to = Meant for
conflict-field-settled = Settled
conflict-field-filter = What is drawn
conflict-field-concern = Concern
conflict-field-centre = In the middle
conflict-field-at = Day
conflict-field-compare-at = Beside which day
conflict-field-show = Saved view
conflict-field-owner = Who sees to it
conflict-field-due = By when
conflict-field-note = Note
conflict-field-target = Target
conflict-field-measurements = Measurements
conflict-field-value = Value
conflict-field-attended = Heads by group
conflict-field-consent = Consent
conflict-field-keep-until = Keep until
conflict-field-anchor-confidence = How sure the anchorage is
conflict-field-covers = Covers
conflict-field-mappings = How tables are read
conflict-field-levels = Levels
conflict-field-sectors = Sectors
conflict-field-formalities = Formality
conflict-field-partnerships = Partnerships
conflict-field-confidences = How sure
conflict-field-hidden-classes = Ties left out
conflict-field-with-inactive = Ties out of use
