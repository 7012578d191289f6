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

list-comma = ,{" "}
list-semicolon = ;{" "}
list-and = {" and "}
list-end = { $first } and { $last }
list-more = { $first } and { $more } others
nobody-named = those who raised it, who are not named
