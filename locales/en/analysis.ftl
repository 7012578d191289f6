### The sheet that `jisr analyze` prints, and the routes of `jisr channels`.

sheet-counts = { $actors ->
    [one] 1 actor
   *[other] { $actors } actors
}, { $ties ->
    [one] 1 tie
   *[other] { $ties } ties
}
sheet-as-of = as of { $date }
sheet-at = Only actors and ties that were there at { $date }; partnerships, consultations and concerns are those of the whole map.
sheet-supposed = Supposed: { $without ->
    [0] nobody
    [one] 1 actor
   *[other] { $without } actors
} left out, { $with ->
    [0] no tie
    [one] 1 tie
   *[other] { $with } ties
} put in.
sheet-planned = { $count ->
    [0] No tie is planned on this map: this is the map as it is.
    [one] The one planned tie counts here as if it were there.
   *[other] The { $count } planned ties count here as if they were there.
}
sheet-confirmed-only = Only confirmed ties count here: where it says “no tie”, there may be an unconfirmed one.

sheet-heading-voices = Who is heard
sheet-no-voices = There is no local actor on this map yet.
sheet-voices = { $heard ->
    [0] None
   *[other] { $heard }
} of { $voices } local actors { $heard ->
    [one] is
   *[other] are
} heard by at least one of those who decide at national level ({ $who }){ $certain }. { $answered ->
    [0] For none of them an answer can come back.
   *[other] For { $answered } of them an answer can come back.
}
sheet-voices-assumed = { $heard ->
    [0] None
   *[other] { $heard }
} of { $voices } local actors { $heard ->
    [one] is
   *[other] are
} heard by at least one of those who decide at national level (nobody on this map is said to decide, so every national actor is taken to: { $who }){ $certain }. { $answered ->
    [0] For none of them an answer can come back.
   *[other] For { $answered } of them an answer can come back.
}
# What follows on how many are heard, in the sheet and in the window.
heard-for-certain = ; { $count } of them on confirmed ties alone
sheet-voices-nobody-decides = { $voices ->
    [one] There is 1 local actor on this map, and nobody at national level who could hear it.
   *[other] There are { $voices } local actors on this map, and nobody at national level who could hear them.
}
sheet-voices-loop-closed = Heard, and an answer can come back ({ $count })
sheet-voices-heard = Heard, but no answer can come back ({ $count })
sheet-voices-unheard = Not heard: they have ties, but none leads to the national level ({ $count })
sheet-voices-isolated = Not heard: they have no active tie at all ({ $count })
sheet-way = through { $way } (weakest tie { $strength ->
    [0] not rated
   *[other] { $strength } of 5
})
sheet-way-direct = directly by { $way } (tie { $strength ->
    [0] not rated
   *[other] { $strength } of 5
})
sheet-silent = { $count ->
    [one] If every unconfirmed tie failed, 1 of them would fall silent: { $names }.
   *[other] If every unconfirmed tie failed, { $count } of them would fall silent: { $names }.
}

sheet-heading-belts = Through whom
sheet-belts = Transmission belts: the actors who carry the voices of others to the national level.
sheet-carries = { $count ->
    [0] carries none
    [one] carries 1
   *[other] carries { $count }
}
sheet-holds = { $count ->
    [0] –
    [one] 1 depends on it alone
   *[other] { $count } depend on it alone
}

sheet-heading-expected = Who should be here
sheet-head-heard = heard?
sheet-head-consulted = consulted?
sheet-head-partner = partner?
yes = yes
no = no

sheet-heading-concerns = What was raised
sheet-stopped = as far as { $actor }

sheet-heading-findings = What is missing, and what could be done
sheet-empty = This map is still empty. Add actors and ties, then ask again.
sheet-no-findings = Nothing is missing, as far as this map tells.
sheet-for-example = For example: { $remedy }
sheet-hangs-on = It hangs on what is not confirmed: { $ties }.
sheet-at-risk = { $count ->
    [one] 1 more would come true if nothing unconfirmed were so.
   *[other] { $count } more would come true if nothing unconfirmed were so.
}
sheet-more = --explain tells each of them in full, and on which unconfirmed ties it hangs. What the words mean, and where each rule comes from, is in docs/method.md.
sheet-left-out = { $count ->
    [one] … and 1 more
   *[other] … and { $count } more
}

sheet-heading-scorecard = The map in figures
score-voices-heard = of the local actors are heard
score-loops-closed = of the local actors are heard, and an answer can come back
score-with-backup = of the local actors are heard, and depend on nobody alone
score-expected-present = of the expected voices are on the map
score-crossings = crossings between formal and other actors on the way of a heard voice
score-mixing = mixing of formal, hybrid and informal actors (−1: each among themselves, +1: all across)
score-providers-overseen = of the security providers are overseen by somebody without force
score-concerns-answered = of the concerns are answered
score-ties-with-evidence = of the ties name a source
score-findings = findings: { $high } high, { $medium } medium, { $low } low, { $note ->
    [one] 1 note
   *[other] { $note } notes
}

channels-nobody = There is no such actor.
channels-any = whoever decides at national level
channels-decides = { $actor } decides at national level itself: it needs no channel. Name somebody else with --to, or start from a local actor.
channels-same-actor = Both ends are { $actor }: name two different actors.
channels-heading-best = Best channel
channels-heading-alternatives = Next best
channels-heading-loss = If somebody leaves
channels-heading-back = The way back
channels-none = Not heard: no channel leads from { $from } to { $to }.
channels-no-way-back = No answer can come back: no way leads from { $to } to { $from }.
channels-no-alternatives = There is no other channel.
channels-measure = { $hops ->
    [one] 1 tie of strength { $strength ->
        [0] not rated
       *[other] { $strength } of 5
    }
   *[other] { $hops } ties, as strong as the weakest of them: { $strength ->
        [0] not rated
       *[other] { $strength } of 5
    }
}
channels-step = { $tie } ({ $id }; { $strength }; { $confidence })
channels-disjoint = { $count ->
    [one] No two channels are independent of each other: there is only one, or all of them share somebody.
   *[other] { $count } channels share nobody on the way: if one fails, another stands.
}
channels-gatekeepers = { $count ->
    [0] There is nobody through whom every channel has to pass.
   *[other] Every channel has to pass through { $names }.
}
strength-rated = strength { $strength }
strength-not-rated = strength not rated, counts as 3
confidence-confirmed = confirmed
confidence-reported = reported
confidence-assumed = assumed

plan-heading = What the planned ties would do
plan-heading-together = All of them together
plan-intro = Each is told by itself, as if it alone came about. The figure is how much less all findings would weigh: 8 for a high one, 3 for a medium one, 1 for a low one.
plan-none = No tie is planned on this map. A tie of status “planned” is one that somebody wants to bring about.
plan-owner-and-due = { $owner }, by { $due }
plan-owner = { $owner }, no date
plan-due = nobody has taken it on; by { $due }
plan-nobody = nobody has taken it on, and there is no date
plan-gains = would gain { $score }
plan-even = would change nothing that the findings weigh
plan-costs = would cost { $score }: the findings would weigh more
plan-what-next = A planned tie carries nobody's voice yet. The answers as if all of them were there: jisr analyze MAP --planned

bridges-heading = Ties that would close the most gaps
bridges-intro = Each is sought with those before it in place. The figure is how much less all findings would weigh: 8 for a high one, 3 for a medium one, 1 for a low one.
bridges-none = No new tie would close more than it opens.
bridges-score = gains { $score }
bridges-closes = { $count ->
    [one] closes 1 finding:
   *[other] closes { $count } findings:
}
bridges-eases = { $count ->
    [one] eases 1 finding that stays:
   *[other] eases { $count } findings that stay:
}
bridges-opens = { $count ->
    [one] opens 1 finding:
   *[other] opens { $count } findings:
}
bridges-worsens = { $count ->
    [one] worsens 1 finding:
   *[other] worsens { $count } findings:
}
bridges-what-next = A tie on paper carries nobody's voice: whether it can be made, and whom it would put at risk, the people on the map know best. Try one with: jisr analyze MAP --with FROM:KIND:TO

changes-heading-figures = Before → after
changes-heading-voices = Whose voice moved
changes-no-voices = Nobody's.
changes-voices = { $before } → { $after }: { $names }
changes-heading-findings = Findings
changes-closed = { $count ->
    [0] None closed.
    [one] 1 closed:
   *[other] { $count } closed:
}
changes-opened = { $count ->
    [0] None opened.
    [one] 1 opened:
   *[other] { $count } opened:
}

compare-heading-elements = Actors and ties
compare-no-elements = The same on both sides.
compare-actors-added = Actors added ({ $count }):
compare-actors-removed = Actors removed ({ $count }):
compare-actors-changed = Actors changed ({ $count }):
compare-ties-added = Ties added ({ $count }):
compare-ties-removed = Ties removed ({ $count }):
compare-ties-changed = Ties changed ({ $count }):

metrics-heading-map = The map
metrics-density = density: arcs ÷ ordered pairs of actors
metrics-reciprocity = reciprocity: arcs that are returned ÷ arcs
metrics-centralization = degree centralisation (Freeman): 1 in a star, 0 where all have as many ties
metrics-components = components
metrics-communities = communities (Leiden)
metrics-modularity = modularity of the communities
metrics-bridge-ties = ties without which a part would fall off
metrics-heading-actors = The actors
metrics-actor = actor
metrics-not-exact = Betweenness takes long on more than { $most } actors; --exact works it out all the same.
metrics-more = Over active cooperative ties, parallel ones merged. --csv and --json give every measure; what each means is in docs/method.md. “Gatekeeper” among the brokerage roles is the word of Gould & Fernandez: not the gatekeeper of a voice, without whom it falls silent.
