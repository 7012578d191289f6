### What stands in a picture: titles of bands and lenses, legends, what is said of those who are lit.

view-levels = Levels
view-network = Network
view-rings = Rings
view-influence = Influence
view-matrix = Matrix

lens-voices = Voices
lens-formality = Formal / informal
lens-sector = Sector
lens-belts = Belts
lens-confidence = Confidence
lens-legitimacy = Legitimacy
lens-groups = Groups
lens-partnership = Partnership
lens-concern = Concern

state-short-unheard = not heard
state-short-heard = no answer

tier-national-hint = where decisions are made
tier-external-hint = external
tray-untied = No ties known
tray-inactive = No active ties
tray-unreached = Not reached from there
tray-unrated = Not rated
ring-hops = { $hops ->
    [one] 1 tie away
   *[other] { $hops } ties away
}
axis-influence = Influence: how much it can move
axis-interest = Interest: how much it cares

gatekeeper = gatekeeper
weakest-tie = weakest: { $strength ->
    [0] not rated
   *[other] { $strength }/5
}
belt-load = holds { $holds }, carries { $carries }
concern-stopped-here = got stuck here
not-rated = not rated

legend-loop-closed = heard and answered
legend-heard = heard, no answer
legend-unheard = not heard
legend-belts = carry others' voices; the larger, the more
legend-legitimacy-1 = 1: hardly rightful
legend-legitimacy-2 = 2
legend-legitimacy-3 = 3
legend-legitimacy-4 = 4
legend-legitimacy-5 = 5: fully rightful
legend-member = in a partnership
legend-no-member = in none
legend-has-concern = has heard of it
legend-no-concern = has not
