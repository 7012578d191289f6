### The words of a map's vocabulary, as they stand in sentences.

level-community = Community
level-municipal = Municipal
level-governorate = Governorate
level-national = National
level-international = International

tie-in-words = { $from } → { $verb } → { $to }
tie-kind-informs = informs
tie-kind-reports-to = reports to
tie-kind-directs = directs
tie-kind-advocates-to = advocates to
tie-kind-refers-to = refers to
tie-kind-consults = consults
tie-kind-covers = covers
tie-kind-oversees = oversees
tie-kind-represents = represents
tie-kind-partners-with = partners with
tie-kind-funds = funds
tie-kind-trains = trains
tie-kind-equips = equips
tie-kind-serves = serves
tie-kind-mediates-for = mediates for
tie-kind-contests = contests
tie-kind-restricts = restricts
tie-kind-co-opts = co-opts
tie-kind-member-of = member of
tie-kind-coordinates-with = coordinates with

function-arrest = arrest
function-patrol = patrol
function-investigate = investigate
function-adjudicate = adjudicate
function-mediate = mediate
function-oversee = oversee
function-legislate = legislate
function-fund = fund
function-train = train
function-advocate = advocate
function-inform = inform
function-represent = represent
function-protect = protect
function-plan = plan
function-handle-complaints = handle complaints

principle-legitimacy-and-voice = legitimacy and voice
principle-direction-and-strategic-vision = direction and strategic vision
principle-performance = performance
principle-accountability = accountability
principle-fairness = fairness

voice-state-absent = absent
voice-state-isolated = no ties
voice-state-unheard = not heard
voice-state-heard = heard, no way back
voice-state-loop-closed = heard, with a way back

concern-state-raised = raised; nobody has passed it on
concern-state-on-the-way = on the way
concern-state-transmitted = transmitted
concern-state-answered = answered
concern-state-fed-back = fed back

step-turned = { $other } { $verb } it
step-since = { $what }, since { $since }

voice-brief-absent = absent
voice-brief-isolated = no ties
no-active-ties = { $count ->
    [0] no ties
    [one] 1 tie, none active
   *[other] { $count } ties, none active
}
no-counted-ties = { $count ->
    [0] no ties
    [one] 1 tie, not counted
   *[other] { $count } ties, none counted
}
no-active-tie = no active tie
no-counted-tie = no tie that counts
voice-brief-unheard = not heard
voice-brief-heard = no answer
voice-brief-loop-closed = loop closed

list-comma = ,{" "}
list-semicolon = ;{" "}
list-and = {" and "}
list-end = { $first } and { $last }
list-more = { $first } and { $more } others
nobody-named = those who raised it, who are not named

actor-kind-police = Police
actor-kind-national-security-forces = National security forces
actor-kind-armed-forces = Armed forces
actor-kind-intelligence-service = Intelligence service
actor-kind-border-guard = Border guard
actor-kind-prison-service = Prison service
actor-kind-head-of-state = Head of state
actor-kind-council-of-ministers = Council of ministers
actor-kind-ministry = Ministry
actor-kind-parliament = Parliament
actor-kind-audit-body = Audit body
actor-kind-human-rights-commission = Human rights commission
actor-kind-governors-office = Governor's office
actor-kind-municipality = Municipality
actor-kind-village-council = Village council
actor-kind-court = Court
actor-kind-prosecution = Prosecution
actor-kind-tribal-leader = Tribal leader
actor-kind-religious-leader = Religious leader
actor-kind-camp-committee = Camp committee
actor-kind-community-safety-committee = Community safety committee
actor-kind-business-leader = Business leader
actor-kind-youth-group = Youth group
actor-kind-neighbourhood-group = Neighbourhood group
actor-kind-womens-organisation = Women's organisation
actor-kind-human-rights-organisation = Human rights organisation
actor-kind-civil-society-organisation = Civil society organisation
actor-kind-victims-group = Victims' group
actor-kind-union = Union
actor-kind-media = Media
actor-kind-academia = Academia
actor-kind-political-faction = Political faction
actor-kind-armed-group = Armed group
actor-kind-private-security = Private security
actor-kind-donor = Donor
actor-kind-international-organisation = International organisation
actor-kind-training-mission = Training mission
actor-kind-foreign-force = Foreign force

formality-formal = formal
formality-hybrid = hybrid
formality-informal = informal

sector-core-security = Core security
sector-oversight = Oversight
sector-local-government = Local government
sector-justice = Justice
sector-customary = Customary
sector-community = Community
sector-civil-society = Civil society
sector-political = Political
sector-non-statutory-force = Non-statutory force
sector-external = External

tie-class-communication = Communication
tie-class-authority = Authority
tie-class-support = Support
tie-class-service = Service
tie-class-accountability = Accountability
tie-class-representation = Representation
tie-class-partnership = Partnership
tie-class-adverse = Adverse


status-active = active
status-dormant = dormant
status-broken = broken
status-planned = planned

medium-bilateral = talking in person
medium-meeting = meetings
medium-media = the media
medium-official = official channels
medium-written = writing
medium-phone-or-online = phone or online

stance-champion = champion
stance-supportive = supportive
stance-neutral = neutral
stance-sceptical = sceptical
stance-opposed = opposed

sensitivity-open = open
sensitivity-restricted = restricted
sensitivity-secret = secret

tier-local = local
tier-middle = between
tier-national = national
tier-external = external

voice-direction-forward = along the tie
voice-direction-backward = against the tie
voice-direction-both = both ways
voice-direction-none = not at all

reliability-published = published
reliability-first-hand = first hand
reliability-second-hand = second hand
reliability-unknown = not known
consent-given = given
consent-limited = limited
consent-none = none
consent-unknown = not known
instrument-law = law
instrument-decree = decree
instrument-bylaw = bylaw
instrument-mandate = mandate
instrument-agreement = agreement
instrument-status-in-force = in force
instrument-status-draft = draft
instrument-status-under-review = under review
instrument-status-repealed = repealed
