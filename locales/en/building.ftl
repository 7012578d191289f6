### Building a map: what was done, what was read in what somebody typed, and why something is refused.

## What was done, after "Undo:".

deed-add = add { $what }
deed-paste = paste { $added ->
    [one] one new row
   *[other] { $added } new rows
}, { $changed ->
    [one] one changed
   *[other] { $changed } changed
}
deed-set = { $field } of { $what }
deed-change = change { $what }
deed-remove = delete { $what }
deed-duplicate = duplicate { $what }
deed-move = move { $what }
deed-release = let { $what } be placed by the program
deed-tag = tag { $what } with “{ $tag }”
deed-untag = take the tag “{ $tag }” from { $what }
deed-cite = evidence for { $what }
deed-uncite = take evidence from { $what }
thing-tie = tie { $from } → { $to }
thing-actors = { $count ->
    [one] one actor
   *[other] { $count } actors
}
thing-ties = { $count ->
    [one] one tie
   *[other] { $count } ties
}
thing-items = { $count ->
    [one] one item
   *[other] { $count } items
}
thing-map = the map

## Words that are understood, between commas: the more the better. They are compared without case and accents.

# What stands between what something is and of whom: "police station OF the old town".
name-joints = of, for, in, at, from, to, against, with, on, under
# Other forms of the kinds of tie, as people type them.
tie-forms-informs = inform, informed, informing, tells, tell, notifies, notify, briefs, reports on to
tie-forms-reports-to = report to, reported to, reporting to, answers to, is accountable to, is subordinate to, is under
tie-forms-directs = direct, directed, directing, commands, command, instructs, instruct, controls, manages, supervises, is in command of
tie-forms-advocates-to = advocate to, advocates with, advocated to, advocating to, lobbies, lobby, petitions, petition, campaigns to, appeals to
tie-forms-refers-to = refer to, referred to, referring to, refers cases to, sends cases to
tie-forms-consults = consult, consulted, consulting, consults with, asks, listens to, seeks advice from
tie-forms-covers = cover, covered, covering, reports about, reports on, writes about, broadcasts about
tie-forms-oversees = oversee, oversaw, overseeing, monitors, monitor, inspects, audits, scrutinises, watches over
tie-forms-represents = represent, represented, representing, speaks for, acts for, stands for
tie-forms-partners-with = partner with, partner of, partners, partnered with, partnering with, is partner of, is a partner of, works with, cooperates with, allied with
tie-forms-funds = fund, funded, funding, finances, finance, pays, pays for, supports financially, gives money to
tie-forms-trains = train, trained, training, teaches, gives training to
tie-forms-equips = equip, equipped, equipping, arms, supplies, gives equipment to
tie-forms-serves = serve, served, serving, provides services to, assists, helps, protects
tie-forms-mediates-for = mediate for, mediated for, mediating for, mediates between, settles disputes of, reconciles
tie-forms-contests = contest, contested, contesting, opposes, competes with, rivals, fights, is in conflict with, disputes with
tie-forms-restricts = restrict, restricted, restricting, limits, hinders, obstructs, represses, suppresses, harasses
tie-forms-co-opts = co-opt, co-opted, co-opting, coopts, buys off, captures
tie-forms-member-of = members of, is member of, is a member of, is in, sits on, sits in, belongs to, joins, joined, is part of, part of
tie-forms-coordinates-with = coordinate with, coordinated with, coordinating with, coordinates, liaises with, liaison with, meets with, meets
# The same from the other end: "the governor IS INFORMED BY police".
tie-passive-informs = is informed by, informed by, hears from, is told by, learns from
tie-passive-reports-to = receives reports from, gets reports from
tie-passive-directs = is directed by, directed by, is commanded by, takes orders from
tie-passive-advocates-to = is lobbied by, lobbied by, is petitioned by
tie-passive-refers-to = receives cases from, gets cases from
tie-passive-consults = is consulted by, consulted by, is asked by, advises
tie-passive-covers = is covered by, covered by
tie-passive-oversees = is overseen by, overseen by, is monitored by, monitored by, is audited by
tie-passive-represents = is represented by, represented by
tie-passive-partners-with = is partnered by
tie-passive-funds = is funded by, funded by, is financed by, is paid by, gets money from
tie-passive-trains = is trained by, trained by
tie-passive-equips = is equipped by, equipped by, is armed by
tie-passive-serves = is served by, served by, is helped by, is protected by
tie-passive-mediates-for = is mediated for by
tie-passive-contests = is contested by, contested by, is opposed by
tie-passive-restricts = is restricted by, restricted by, is limited by, is harassed by
tie-passive-co-opts = is co-opted by, co-opted by
tie-passive-member-of = has as a member, has as member, has member, includes, consists of
tie-passive-coordinates-with = is coordinated with by
# By what else actors of a kind are called.
actor-words-police = police station, police force, police directorate, policing, gendarmerie, constabulary, officers, criminal investigation
actor-words-national-security-forces = national security, security forces, internal security, national guard
actor-words-armed-forces = army, military, navy, air force, garrison, battalion, brigade, soldiers
actor-words-intelligence-service = intelligence, intelligence branch, intelligence agency, preventive security, secret service, mukhabarat
actor-words-border-guard = border police, border guards, coast guard, customs
actor-words-prison-service = prison, prisons, jail, detention centre, corrections, penitentiary
actor-words-head-of-state = president, presidency, king, monarch, royal court, emir
actor-words-council-of-ministers = cabinet, prime minister, government, council of ministers
actor-words-ministry = minister, department of state, ministry
actor-words-parliament = legislative council, legislature, national assembly, house of representatives, senate, parliamentarian, members of parliament, parliamentary committee
actor-words-audit-body = audit, audit office, auditor, auditor general, court of audit, anti-corruption commission, integrity commission
actor-words-human-rights-commission = ombudsman, ombudsperson, independent commission for human rights, national human rights institution, rights commission
actor-words-governors-office = governor, governorate, district governor, prefect, prefecture, district office, district commissioner
actor-words-municipality = mayor, city council, town council, municipal council, town hall, local council
actor-words-village-council = village, village leader, village chief, mukhtar, village committee
actor-words-court = judge, judges, judiciary, tribunal, magistrate, magistrates, sharia court
actor-words-prosecution = prosecutor, public prosecutor, public prosecution, attorney general, district attorney
actor-words-tribal-leader = tribe, tribal, elder, elders, sheikh, clan, chief, notable, reconciliation committee, conciliation elders, customary leader
actor-words-religious-leader = imam, priest, mosque, church, bishop, mufti, rabbi, pastor, parish, religious, clergy
actor-words-camp-committee = camp popular committee, popular committee, camp services committee, refugee committee
actor-words-community-safety-committee = safety committee, security committee, safety council, local security council, steering committee, safety partnership, crime prevention committee, safety circle
actor-words-business-leader = business, businesses, chamber of commerce, traders, merchants, shopkeepers, entrepreneur, company, quarry owners, employers
actor-words-youth-group = youth, young people, youth club, students, scouts, young
actor-words-neighbourhood-group = neighbourhood, neighborhood, residents, neighbours, neighborhood watch, neighbourhood watch, families, citizens, inhabitants, refugees, displaced people, labourers, volunteers, night watch
actor-words-womens-organisation = women, womens organization, womens group, womens committee, womens union, womens centre, womens center, womens association, womens circle, womens savings group, mothers, female
actor-words-human-rights-organisation = human rights organization, human rights, human rights centre, human rights center, house of rights, rights group, legal aid
actor-words-civil-society-organisation = civil society, civil society organization, ngo, cso, association, foundation, charity, forum, society, non governmental organisation
actor-words-victims-group = victims, victim, survivors, families of detainees, families of the missing, prisoners club
actor-words-union = syndicate, trade union, labour union, labor union, teachers union, farmers union, bar association, guild, growers
actor-words-media = newspaper, radio, television, tv, journalist, press, broadcaster, news agency, news, daily, blogger
actor-words-academia = university, college, academic, research centre, research institute, think tank, professor, faculty
actor-words-political-faction = party, political party, parties, faction, bloc, movement, elites
actor-words-armed-group = militia, militant, armed faction, fighters, insurgents, gang, brigades, resistance
actor-words-private-security = private security company, security company, guard company, guards company, bodyguards, guards
actor-words-donor = donor group, donors, funder, embassy, development agency, development bank, fund
actor-words-international-organisation = united nations, un, undp, unicef, unrwa, unhcr, european union, eu, international committee of the red cross, red cross, red crescent, international ngo, international agency, agency
actor-words-training-mission = police mission, police training, police training mission, advisory mission, advisers, eupol
actor-words-foreign-force = foreign army, foreign forces, occupation army, occupying force, peacekeepers, foreign border force, defence force, foreign troops
level-words-community = village, camp, quarter, neighbourhood, neighborhood, local, hamlet
level-words-municipal = municipality, city, town
level-words-governorate = district, province, regional, region, governor
level-words-national = nation, state, country, republic
level-words-international = foreign, global, world, united nations, european
strength-words-1 = very weak, hardly, barely
strength-words-2 = weak, loose
strength-words-3 = middling, medium, moderate
strength-words-4 = strong, close
strength-words-5 = very strong, very close
words-mutual = both ways, mutual, mutually, each other, in both directions
words-yes = yes, y, true, x, 1, ✓
words-no = no, n, false, 0

## What was read in the line for quick adding.

quick-new-actor = New actor “{ $name }”: { $kind }, { $level }
quick-there = { $name } is on the map already
quick-tie-there = This tie is on the map already.
quick-guessed-kind = Which kind of tie it is was not said; { $kind } is likely here. Say it after a colon, as in “: { $kind }”.
quick-default-kind = The name does not say what kind of actor “{ $name }” is. Say it after a colon, as in “: police, municipal”.
quick-guessed-actor = “{ $typed }” was taken for { $name }.
quick-which = “{ $typed }” may be more than one: { $name } was taken.
quick-like = There is an actor of a similar name: { $name }.
quick-new-named = new actor “{ $name }”
quick-no-from = Who? Type the name of an actor before “{ $verb }”.
quick-no-to = Whom? Type the name of an actor after “{ $verb }”.
quick-one-tie = One tie at a time: put “;” between two.
quick-itself = An actor has no tie to itself. Name another one.
quick-no-id = No actor has the id “{ $id }”. Type a name, or choose one from the list.
quick-unknown = “{ $typed }” is not understood here. After the colon of a tie stand its kind, weak or strong or 1 to 5, { $states }, both ways.
quick-unknown-of-actor = “{ $typed }” is neither a kind of actor nor a level. Type one of the list.
quick-already-there = It is on the map already; nothing says what to change. Open it to change it.
quick-nothing = Nothing was typed that could be added. Type a name, or who does what to whom: “police informs governor's office”.
quick-not-yet = Something is not clear yet: { $what }

## Adding by hand.

add-no-name = Type a name first.
put-nobody = None of these actors was put anywhere by hand.
edit-outdated = The map has changed meanwhile, and this no longer fits it. Try again.
