### What the findings say: for every rule of the analysis the heading of its row, and the title, the why,
### the remedy and the source of one finding.
###
### `rule-…`            heading of the row that stands for all findings of a rule; $count is how many
### `finding-…-title`   one finding in a few words
### `finding-…-why`     one sentence: what the map shows, and why it matters
### `finding-…-remedy`  one sentence: what could be done
### `finding-…-source`  where the rule comes from
###
### Names never stand where the verb would have to agree with them ("No ties on the map: Tribal elders"), since
### a name may be one person, a body or many people. A text says what the map shows, and no more.


## Voices: who is missing, who is heard, through whom

rule-missing-voice = { $count ->
    [one] One expected voice is missing from the map
   *[other] { $count } expected voices are missing from the map
}
finding-missing-voice-title = Missing from the map: { $expected }
finding-missing-voice-why = This map expects to hear from { $expected }, but it shows no such actor and nobody at local or district level who represents them, so their concerns may go untold.
finding-missing-voice-remedy = Ask in the community who speaks for { $expected }, and add that actor to the map or help such a voice to form.
finding-missing-voice-source = Homel & Masson, §7 (mapping the key local actors)

rule-isolated-voice = { $count ->
    [one] One local actor has no active tie
   *[other] { $count } local actors have no active tie
}
finding-isolated-voice-title = { $known ->
    [0] No ties on the map: { $subject }
   *[other] { $standing }: { $subject }
}
finding-isolated-voice-why = The map shows no active tie between { $subject } and anybody else, so it shows no way for a concern to leave them or for news to reach them.
finding-isolated-voice-remedy = Ask { $subject } whom they talk to about safety, and link them with a neighbour whose concerns already travel further.
finding-isolated-voice-source = Homel & Masson, §7 (transmission belts between the local and the national level)

rule-unheard-voice = { $count ->
    [one] One local actor is not heard
   *[other] { $count } local actors are not heard
}
finding-unheard-voice-title = Not heard at national level: { $subject }
finding-unheard-voice-why = The map shows ties of { $subject }, but no way for a concern to travel from them to a national decision-maker.
finding-unheard-voice-remedy = Find one actor who is already heard and can carry the concerns of { $subject }, and agree how they will meet or talk.
finding-unheard-voice-source = Homel & Masson, §7 (structured channels for informing central authorities)

rule-unanswered-voice = { $count ->
    [one] One local actor is heard, but no answer can come back
   *[other] { $count } local actors are heard, but no answer can come back
}
finding-unanswered-voice-title = No way back for an answer to { $subject }
finding-unanswered-voice-why = A concern of { $subject } can reach a national decision-maker, but the map shows no way for an answer to travel back to them.
finding-unanswered-voice-remedy = Agree who brings the answers of decision-makers back to { $subject }, and when, for example at a regular meeting.
finding-unanswered-voice-source = Homel & Masson, §7 (providing feedback to the community)

rule-single-gatekeeper = { $count ->
    [one] One actor without whom someone falls silent
   *[other] { $count } actors without whom someone falls silent
}
finding-single-gatekeeper-title = Heard only through { $subject }: { $voices }
finding-single-gatekeeper-why = Every way on the map from { $voices } to a national decision-maker passes through { $subject }, so if this one link stops, their concerns stop too.
finding-single-gatekeeper-remedy = Keep good relations with { $subject }, and open a second way to the national level that does not pass through them.
finding-single-gatekeeper-source = Homel & Masson, §7 (transmission belts); dominators: Lengauer & Tarjan 1979

rule-doubtful-gatekeeper = { $count ->
    [one] One actor on the only way up may not carry every concern
   *[other] { $count } actors on the only way up may not carry every concern
}
finding-doubtful-gatekeeper-title = The only way up may not be a sure one: { $subject }
finding-doubtful-gatekeeper-why = Concerns of { $voices } can only pass through { $subject }, and the map rates that actor as sceptical, as opposed, or as having little recognition among people.
finding-doubtful-gatekeeper-remedy = Talk with { $subject } about what would help them pass concerns on, and open a second way beside them.
finding-doubtful-gatekeeper-source = Homel & Masson, §6; Richmond 2012; dominators: Lengauer & Tarjan 1979

rule-influential-opponent = { $count ->
    [one] One actor with much influence is opposed
   *[other] { $count } actors with much influence are opposed
}
finding-influential-opponent-title = Much influence, and opposed: { $subject }
finding-influential-opponent-why = The map rates { $subject } as opposed and as having much influence (4 or 5 out of 5), so work that goes on without an answer to their reasons may be stopped.
finding-influential-opponent-remedy = Find out what { $subject } stand to lose, who could speak with them, and what could be agreed without giving up the aim.
finding-influential-opponent-source = Homel & Masson, §5 (competing interest groups); stakeholder analysis: ODA 1995; Mendizabal 2010

rule-disputed-legitimacy = { $count ->
    [one] One actor on whose standing people do not agree
   *[other] { $count } actors on whose standing people do not agree
}
finding-disputed-legitimacy-title = People do not agree on the standing of { $subject }
finding-disputed-legitimacy-why = Those who said how rightful people hold { $subject } to be gave anything from { $least } to { $most } out of 5, so for whom { $subject } can speak depends on whom one asks.
finding-disputed-legitimacy-remedy = Ask those who rated { $subject } low and those who rated them high for their reasons, apart from each other, before you build on them.
finding-disputed-legitimacy-source = Homel & Masson, §6 (whose legitimacy is hard to determine); Richmond 2012

rule-weak-channel = { $count ->
    [one] One local actor has only a weak way up
   *[other] { $count } local actors have only a weak way up
}
finding-weak-channel-title = Only a weak way up: { $subject }
finding-weak-channel-why = The best way from { $subject } to a national decision-maker has a link rated { $strength } out of 5, and a way is only as strong as its weakest link.
finding-weak-channel-remedy = Strengthen the weakest link on the way up from { $subject }, for example with regular meetings or a written agreement.
finding-weak-channel-source = Homel & Masson, §7 (structured channels); widest path: Pollack 1960

rule-external-only = { $count ->
    [one] One local actor is heard only through outside actors
   *[other] { $count } local actors are heard only through outside actors
}
finding-external-only-title = Heard only through outside actors: { $subject }
finding-external-only-why = The best way from { $subject } to a national decision-maker passes through { $by }, and without external actors the map shows no way at all.
finding-external-only-remedy = Build a way for { $subject } through local and national actors that stays open when outside actors leave.
finding-external-only-source = Homel & Masson, §4 and §6 (local ownership); Nathan 2006

rule-contested-channel = { $count ->
    [one] One way up runs through a strained tie
   *[other] { $count } ways up run through a strained tie
}
finding-contested-channel-title = Strain on the way up from { $subject }
finding-contested-channel-why = The best way from { $subject } to a national decision-maker needs { $by } to pass concerns between them, but the map also records conflict or pressure between them.
finding-contested-channel-remedy = Bring { $by } together with someone both sides trust, or open a way around this link.
finding-contested-channel-source = Homel & Masson, §6 (space for dialogue between often contending actors)

rule-deaf-decision-maker = { $count ->
    [one] One decision-maker whom no local voice reaches
   *[other] { $count } decision-makers whom no local voice reaches
}
finding-deaf-decision-maker-title = No local voice reaches { $subject }
finding-deaf-decision-maker-why = The map shows no way for a concern of any local actor to reach { $subject }, not even through other decision-makers.
finding-deaf-decision-maker-remedy = Agree which actor near the communities could bring concerns to { $subject }, and set up a regular way to do so.
finding-deaf-decision-maker-source = Homel & Masson, §7 (structured channels for informing central authorities)

rule-patron-dependence = { $count ->
    [one] One local actor leans on a single outside actor
   *[other] { $count } local actors lean on a single outside actor
}
finding-patron-dependence-title = Leaning on one outside actor: { $subject }
finding-patron-dependence-why = Beyond the local level the map shows { $subject } working with { $by } alone, so the wishes of that outside actor may come to count for more than local needs.
finding-patron-dependence-remedy = Help { $subject } build a working tie of their own with at least one actor at district or national level.
finding-patron-dependence-source = Homel & Masson, §6 (patron and client); Reich 2006; Byrd 2010


## Rules and oversight: who checks whom, who does what

rule-formal-informal-divide = { $count ->
    [one] One level where no tie joins formal and informal actors
   *[other] { $count } levels where no tie joins formal and informal actors
}
finding-formal-informal-divide-title = No tie between formal and informal actors: { $level }
finding-formal-informal-divide-why = At this level ({ $level }) the map shows formal and informal actors, but no working tie that joins the two sides, so custom and official rules may pull apart.
finding-formal-informal-divide-remedy = Offer formal and informal actors at this level ({ $level }) a regular place to talk about their roles and the safety of the community.
finding-formal-informal-divide-source = Homel & Masson, §6 and §7 (interaction between formal and informal actors)

rule-unaccountable-provider = { $count ->
    [one] One security provider without civilian oversight on the map
   *[other] { $count } security providers without civilian oversight on the map
}
finding-unaccountable-provider-title = No civilian oversight on the map: { $subject }
finding-unaccountable-provider-why = The map shows no civilian actor (one that does not itself use force or detain) overseeing { $subject } from outside a partnership they share, so people may have nobody who checks how force is used.
finding-unaccountable-provider-remedy = Find out which civilian body has the task of overseeing { $subject }, record it if it does so, and if there is none ask decision-makers to name one.
finding-unaccountable-provider-source = Homel & Masson, §3 to §5 (democratic civilian control); OECD DAC 2007 handbook

rule-overlapping-mandate = { $count ->
    [one] One pair of actors shares a task that one alone should have
   *[other] { $count } pairs of actors share a task that one alone should have
}
finding-overlapping-mandate-title = Same task, and nobody in charge of both: { $subject }
finding-overlapping-mandate-why = { $subject } share a task that one alone should have ({ $functions }) at the same level, perhaps in the same place, and on the map neither directs the other or reports to it; talking with each other does not settle who may do what.
finding-overlapping-mandate-remedy = Ask those who make the rules to say in writing which of { $subject } has this task, where and when, and until then who decides between them.
finding-overlapping-mandate-source = Homel & Masson, §4 (overlapping mandates; the right to arrest); DCAF 2009

rule-no-legal-basis = { $count ->
    [one] One security provider without a law for what it does
   *[other] { $count } security providers without a law for what they do
}
finding-no-legal-basis-title = No law on the map for their task: { $subject }
finding-no-legal-basis-why = The map gives { $subject } a task that one alone should have ({ $functions }), and for at least a part of it names no law, decree or mandate in force, so nobody can say what is allowed and what is not.
finding-no-legal-basis-remedy = Ask { $subject } on what this task stands, add that to the map, and where there is nothing bring it to those who make the rules.
finding-no-legal-basis-source = Homel & Masson, §5 (“a clear basis for our work”) and §7 (the legal framework)

rule-support-without-oversight = { $count ->
    [one] Outside help reaches one force, but not its oversight
   *[other] Outside help reaches { $count } forces, but not their oversight
}
finding-support-without-oversight-title = Outside help for { $subject }, none for oversight
finding-support-without-oversight-why = The map shows money, training or equipment going from { $by } to { $subject }, but no outside help for anyone who oversees them, so power may grow faster than control.
finding-support-without-oversight-remedy = Ask { $by } to help those who oversee { $subject } as well, or to help set up such oversight.
finding-support-without-oversight-source = Homel & Masson, §3 and §4 ("train-build-equip"); Friedrich & Luethold 2009

rule-co-optation = { $count ->
    [one] One actor whose independence may be at risk
   *[other] { $count } actors whose independence may be at risk
}
finding-co-optation-title = Independence may be at risk: { $subject }
finding-co-optation-why = The map records { $by } as drawing { $subject } to their own side, and then the concerns of the community may no longer pass freely.
finding-co-optation-remedy = Protect the independence of { $subject } with clear rules and open decisions, and do not lean on them alone for any concern.
finding-co-optation-source = Homel & Masson, §4 (co-optation instead of local empowerment); Marten 2014

rule-no-complaints-way = No actor on the map handles complaints
finding-no-complaints-way-title = No actor on the map handles complaints
finding-no-complaints-way-why = The map shows security providers, but no actor that takes complaints, so abuses may go unrecorded and without follow-up.
finding-no-complaints-way-remedy = Agree where people can safely bring a complaint about any provider, who writes it down and who follows it up.
finding-no-complaints-way-source = Homel & Masson, §7 (citizens' complaints mechanisms)

rule-complaints-without-follow-up = Complaints are taken, and nobody follows them up
finding-complaints-without-follow-up-title = Complaints are taken, and nobody follows them up
finding-complaints-without-follow-up-why = The map shows who takes complaints ({ $actors }), but no way from there to a court, a prosecution or a body of oversight, so what is written down may lead to nothing.
finding-complaints-without-follow-up-remedy = Agree with { $actors } to whom each complaint is passed on, and who tells the person what came of it.
finding-complaints-without-follow-up-source = Homel & Masson, §7 (complaints documented and followed up)


## Partnerships: who sits together, on what footing

rule-no-partnership = No partnership joins formal and informal actors
finding-no-partnership-title = No partnership joins formal and informal actors
finding-no-partnership-why = The map shows local actors, but no partnership in which formal actors sit together with informal or hybrid ones to plan for safety.
finding-no-partnership-remedy = Invite a few formal and informal actors to form a small safety committee with a purpose they all agree on.
finding-no-partnership-source = Homel & Masson, §6 (partnership as the guiding principle); Morgan & Homel 2011

rule-unanchored-partnership = { $count ->
    [one] One partnership without firm anchorage
   *[other] { $count } partnerships without firm anchorage
}
finding-unanchored-partnership-title = Not firmly anchored: { $partnership }
finding-unanchored-partnership-why = For { $partnership } the map lacks a written agreement, or a formal body at district or national level to anchor it, so it may not outlast the people who carry it today.
finding-unanchored-partnership-remedy = Put the agreement in writing, and ask a formal body such as the governor's office or a ministry to take { $partnership } into its own rules.
finding-unanchored-partnership-source = Homel & Masson, §7 (institutional anchorage); Homel 2009a; Idriss et al. 2010

rule-one-sided-partnership = { $count ->
    [one] One partnership lacks formal or informal members
   *[other] { $count } partnerships lack formal or informal members
}
finding-one-sided-partnership-title = One side is missing: { $partnership }
finding-one-sided-partnership-why = Among the members of { $partnership } the map shows no formal actors, or no informal or hybrid ones, so the two sides do not meet there.
finding-one-sided-partnership-remedy = Invite the side that is missing into { $partnership }, for example the police and the local council, or tribal elders and women's groups.
finding-one-sided-partnership-source = Homel & Masson, §6 (interaction between formal and informal security providers)

rule-absent-from-partnership = { $count ->
    [one] One expected voice is in no partnership
   *[other] { $count } expected voices are in no partnership
}
finding-absent-from-partnership-title = In no partnership: { $expected }
finding-absent-from-partnership-why = The map has at least one actor for { $expected }, but shows none as a member of a partnership, so plans may be made without them.
finding-absent-from-partnership-remedy = Ask who could best speak for { $expected }, and offer that actor a seat in a partnership.
finding-absent-from-partnership-source = Homel & Masson, §5 (legitimacy and voice) and §6

rule-sponsor-dependence = { $count ->
    [one] One partnership lives on a single outside actor
   *[other] { $count } partnerships live on a single outside actor
}
finding-sponsor-dependence-title = Supported by one outside actor alone: { $partnership }
finding-sponsor-dependence-why = All the support that the map shows for { $actors }, the body of { $partnership }, comes from { $by }, so it may end when that support does, or follow what its sponsor wants.
finding-sponsor-dependence-remedy = Find a share of the cost of { $partnership } at home, however small, such as a room, a clerk or a line in the budget of a public body.
finding-sponsor-dependence-source = Homel & Masson, §6 (local ownership; patron and client)

rule-unconvinced-decision-maker = { $count ->
    [one] One decision-maker is not convinced
   *[other] { $count } decision-makers are not convinced
}
finding-unconvinced-decision-maker-title = Not convinced: { $subject }
finding-unconvinced-decision-maker-why = The map rates { $subject } as sceptical or opposed, so what local actors bring to them may be heard without being acted on.
finding-unconvinced-decision-maker-remedy = Ask what would convince { $subject }, and show them first results from one place where it works.
finding-unconvinced-decision-maker-source = Homel & Masson, §7 (convincing actors at the central level)

rule-weak-principle = { $count ->
    [one] One partnership principle is rated low
   *[other] { $count } partnership principles are rated low
}
finding-weak-principle-title = { $partnership }, rated low: { $principles }
finding-weak-principle-why = The middle of the ratings for { $principles } in { $partnership } is 2 out of 5 or lower, so this side of the partnership may need care.
finding-weak-principle-remedy = Talk together about the reasons behind these ratings, agree on one change, and rate { $principles } again after some months.
finding-weak-principle-source = Homel & Masson, §5; Edgar, Marshall & Bassett 2006; Homel & Homel 2012

rule-weak-principle-unrated = { $count ->
    [one] One partnership has principles that nobody has rated
   *[other] { $count } partnerships have principles that nobody has rated
}
finding-weak-principle-unrated-title = { $principle-count ->
    [one] { $partnership }: one principle not rated
   *[other] { $partnership }: { $principle-count } principles not rated
}
finding-weak-principle-unrated-why = The map holds no rating of { $principles } for { $partnership }, so it cannot say how well the partnership does there.
finding-weak-principle-unrated-remedy = Ask members of { $partnership } to rate { $principles } from 1 to 5, and to say why.

rule-plan-without-consultation = { $count ->
    [one] One plan went ahead before consultation was done
   *[other] { $count } plans went ahead before consultation was done
}
finding-plan-without-consultation-title = A plan before consultation is done: { $partnership }
finding-plan-without-consultation-why = In { $partnership } the plan is under way or done, but the map does not show the consultation as done, so the plan may miss what people need.
finding-plan-without-consultation-remedy = Hold or finish the consultation, and let what people say there change the plan of { $partnership }.
finding-plan-without-consultation-source = Homel & Masson, §5 (the four phases); Morgan & Homel 2011

rule-plan-without-outcomes = { $count ->
    [one] One plan without a sign of success to check
   *[other] { $count } plans without a sign of success to check
}
finding-plan-without-outcomes-title = A plan with no sign of success: { $partnership }
finding-plan-without-outcomes-why = In { $partnership } the plan is under way or done, but the map shows no goal with an indicator, a sign by which everybody can see whether things get better.
finding-plan-without-outcomes-remedy = For each goal of { $partnership } agree on one sign of progress that people can check, in words if there are no numbers.
finding-plan-without-outcomes-source = Homel & Masson, §5 (outcomes and performance measures); Morgan & Homel 2011

rule-overdue-outcome = { $count ->
    [one] One partnership is late with what it wanted to reach
   *[other] { $count } partnerships are late with what they wanted to reach
}
finding-overdue-outcome-title = Late: { $partnership }
finding-overdue-outcome-why = In { $partnership } this should have been reached by now, and the map shows it neither as reached nor as dropped: { $goals }.
finding-overdue-outcome-remedy = Ask whoever saw to it in { $partnership } how it stands, and then write down that it is reached, that it is dropped, or a new date.
finding-overdue-outcome-source = Homel & Masson, §5 (outcomes and performance measures); Morgan & Homel 2011

# An outcome of which only an indicator or a date was written down.
outcome-unnamed = an outcome without a name

rule-unmeasured-outcome = { $count ->
    [one] One partnership has not looked whether its plan worked
   *[other] { $count } partnerships have not looked whether their plan worked
}
finding-unmeasured-outcome-title = Nobody has looked whether it worked: { $partnership }
finding-unmeasured-outcome-why = The plan of { $partnership } is done and says by what one would know, but the map holds no measurement of it: { $goals }.
finding-unmeasured-outcome-remedy = Look at the signs that { $partnership } agreed on, once is enough to begin with, and write down what was seen, by whom and when.
finding-unmeasured-outcome-source = Homel & Masson, §5 (performance measures); Morgan & Homel 2011


## Ties that are planned

rule-planned-without-owner = Planned ties that nobody has taken on, or without a date
finding-planned-without-owner-title = { $tie-count ->
    [one] One planned tie without somebody to see to it, or without a date
   *[other] { $tie-count } planned ties without somebody to see to them, or without a date
}
finding-planned-without-owner-why = The map plans what nobody has taken on, or not by any date, and such plans are easily forgotten: { $ties }.
finding-planned-without-owner-remedy = For each of them agree who brings it about, and by when.
finding-planned-without-owner-source = Jisr's own rule, after Homel & Masson, §5 (the plan as a phase)


## Consultations: who was asked

rule-no-consultation = No consultation is recorded
finding-no-consultation-title = No consultation is recorded
finding-no-consultation-why = The map shows local actors, but no consultation in which they could say what safety means to them.
finding-no-consultation-remedy = Hold a first meeting or group talk about safety, or add to the map those that have taken place, with who took part.
finding-no-consultation-source = Homel & Masson, §5 (research and public consultation); Morgan & Homel 2011

rule-unconsulted-voice = { $count ->
    [one] One expected voice took part in no consultation
   *[other] { $count } expected voices took part in no consultation
}
finding-unconsulted-voice-title = In no consultation on the map: { $expected }
finding-unconsulted-voice-why = The map shows consultations, but none in which { $expected } took part, so what was learned there may leave out their needs.
finding-unconsulted-voice-remedy = Hold a talk with { $expected } at a time and place where they can speak freely.
finding-unconsulted-voice-source = Homel & Masson, §5 (multi-stakeholder consultation); DCAF 2010b

rule-outnumbered-women = Few women took part in consultations
finding-outnumbered-women-title = Few women took part in consultations: { $women } of { $heads }
finding-outnumbered-women-why = Where the map counts women and men in consultations, { $women } of { $heads } were women. Under 30 in 100 they are likely to be too few to change what is said, and what makes women unsafe may not come up.
finding-outnumbered-women-remedy = Ask women when and where they could come, hold talks for women alone as well, and count again.
finding-outnumbered-women-source = Homel & Masson, §5 and §7 (security needs of women and girls); United Nations 1990/15 and 1995 (30 %, a critical mass)


## Concerns: what was said, and what became of it

rule-untransmitted-concern = { $count ->
    [one] One concern has not reached a decision-maker
   *[other] { $count } concerns have not reached a decision-maker
}
finding-untransmitted-concern-title = Has not reached a decision-maker: “{ $concern }”
finding-untransmitted-concern-why = The map does not show “{ $concern }” reaching a national decision-maker or getting an answer, and the last place where the map records it is { $stopped }.
finding-untransmitted-concern-remedy = Find out with { $stopped } what stands in the way, and agree who takes the concern on from there.
finding-untransmitted-concern-source = Homel & Masson, §7 (transmitting what was said to decision-makers)

rule-channel-through-accused = { $count ->
    [one] One concern whose way up passes those it is about
   *[other] { $count } concerns whose way up passes those they are about
}
finding-channel-through-accused-title = Its way up passes those it is about: “{ $concern }”
finding-channel-through-accused-why = “{ $concern }” is about { $by }, and the best way of { $voices } to a national decision-maker leads to the same { $by }, so it may be stopped there, and those who spoke may come to harm.
finding-channel-through-accused-remedy = Ask those who raised it, before anybody carries it on, what they want to be told and to whom, and find a way that does not pass { $by }.
finding-channel-through-accused-source = Homel & Masson, §7 (complaints about formal and informal providers); do no harm: Anderson 1999

rule-unanswered-concern = { $count ->
    [one] One concern has had no answer
   *[other] { $count } concerns have had no answer
}
finding-unanswered-concern-title = No answer on the map: “{ $concern }”
finding-unanswered-concern-why = “{ $concern }” has reached a national decision-maker, but the map shows no answer to it from anybody.
finding-unanswered-concern-remedy = Ask the decision-makers for an answer by an agreed date, even if it is only “noted” or “no”, and add it to the map.
finding-unanswered-concern-source = Homel & Masson, §7 (feedback on the decision-makers' opinion)

rule-feedback-missing = { $count ->
    [one] One answer was not brought back
   *[other] { $count } answers were not brought back
}
finding-feedback-missing-title = Answer not brought back: “{ $concern }”
finding-feedback-missing-why = There is an answer to “{ $concern }”, but the map does not show anybody telling those who raised it, and people may believe nothing was done.
finding-feedback-missing-remedy = Tell the people who raised the concern what was answered, in a way they can question, and add the date to the map.
finding-feedback-missing-source = Homel & Masson, §7 (providing feedback to the community)

rule-unmapped-transmission = { $count ->
    [one] One step of a concern has no tie on the map
   *[other] { $count } steps of concerns have no tie on the map
}
finding-unmapped-transmission-title = Passed on without a tie: { $from } to { $to }
finding-unmapped-transmission-why = The concern “{ $concern }” is recorded as going from { $from } to { $to }, but the map shows no active tie that lets a voice travel that way.
finding-unmapped-transmission-remedy = If { $from } can still speak to { $to }, add that tie to the map, and if it happened only once, think about making it regular.
finding-unmapped-transmission-source = Homel & Masson, §7 (structured channels)


## The map itself

rule-unsourced = Some actors or ties have no source
finding-unsourced-title = Some actors or ties have no source
finding-unsourced-why = Some of what the map shows has no source (actors: { $actor-count }, ties: { $tie-count }), so a reader cannot check where it comes from.
finding-unsourced-remedy = For each of them add where it comes from, such as an interview, a meeting or a report, or ask somebody who knows.
finding-unsourced-source = Jisr's own rule (what a map says should be open to checking)


## The three areas in which the local and the national side meet (Homel & Masson, §7)

area-capacities = Strengthening those who carry concerns
area-regulatory-framework = Clear rules and oversight for security
area-institutional-change = A firm place in public institutions


## How much a finding weighs

severity-high = High
severity-medium = Medium
severity-low = Low
severity-note = Note


## How sure a finding is. What is certain holds either way: whether unconfirmed ties are true or not. It does not say that the map
## is complete.

certainty-certain = certain: it holds either way
certainty-depends = not confirmed
certainty-at-risk = at risk
certainty-depends-why = Not confirmed: on what is confirmed alone this does not hold.

## What holds only if unconfirmed ties failed is not true of the map as it stands, and says so.
finding-at-risk = On what is confirmed alone: { $text }
