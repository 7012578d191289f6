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
deed-restore = go back to the version until { $until }
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
actor-words-community-safety-committee = community safety steering committee, community safety, safety committee, security committee, safety council, local security council, steering committee, safety partnership, crime prevention committee, safety circle
actor-words-business-leader = business, businesses, chamber of commerce, traders, merchants, shopkeepers, entrepreneur, company, quarry owners, employers
actor-words-youth-group = youth, young people, youth club, students, scouts, young
actor-words-neighbourhood-group = neighbourhood, neighborhood, residents, neighbours, neighborhood watch, neighbourhood watch, families, citizens, inhabitants, refugees, displaced people, labourers, volunteers, night watch
actor-words-womens-organisation = women, womens organization, womens group, womens committee, womens union, womens centre, womens center, womens association, womens circle, womens savings group, mothers, female
actor-words-human-rights-organisation = human rights organization, human rights, human rights centre, human rights center, house of rights, rights group, legal aid
actor-words-civil-society-organisation = civil society, civil society organization, ngo, cso, association, foundation, charity, forum, society, non governmental organisation
actor-words-victims-group = victims, victim, survivors, families of detainees, families of the missing, prisoners club
actor-words-union = syndicate, trade union, labour union, labor union, teachers union, farmers union, bar association, guild, growers
actor-words-media = local media, newspaper, radio, television, tv, journalist, press, broadcaster, news agency, news, daily, blogger
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
words-yes = yes, y, true, x, 1
words-no = no, n, false, 0

## What was read in the line for quick adding.

quick-new-actor = New actor “{ $name }”: { $kind }, { $level }
quick-there = { $name } is on the map already
quick-tie-there = This tie is on the map already.
quick-guessed-kind = Which kind of tie it is was not said; { $kind } is likely here. Say it after a colon, as in “: { $kind }”.
quick-default-kind = The name does not say what kind of actor “{ $name }” is. Say it after a colon, as in “: police, municipal”.
# In English, French and Arabic, as the headings of tables below.
quick-since = since, depuis, dès, منذ
quick-from = from, de, من
quick-until = until, till, through, jusqu'à, jusqu'en, حتى
quick-to = to, and, à, au, en, إلى, الى
quick-text-since = { $text } (since { $since })
quick-text-until = { $text } (until { $until })
quick-text-both = { $text } ({ $since } to { $until })
quick-no-date = “{ $typed }” is no date that can be understood. Write it as 2012, 2012-06 or 2012-06-30, or put the name between quotation marks if it is part of one.
quick-guessed-actor = “{ $typed }” was taken for { $name }.
quick-which = “{ $typed }” may be more than one: { $name } was taken.
quick-like = There is an actor of a similar name: { $name }.
quick-new-named = new actor “{ $name }”
quick-one-actor = If “{ $typed }” is the name of one actor, put it between quotation marks.
quick-no-from = Who? Type the name of an actor before “{ $verb }”.
quick-no-to = Whom? Type the name of an actor after “{ $verb }”.
quick-one-tie = One tie at a time: put “;” between two.
quick-itself = This ties an actor to itself: it is drawn and listed, and counts nowhere.
quick-no-id = No actor has the id “{ $id }”. Type a name, or choose one from the list.
quick-unknown = “{ $typed }” is not understood here. After the colon of a tie stand its kind, weak or strong or 1 to 5, { $states }, both ways, since 2012.
quick-unknown-of-actor = “{ $typed }” is neither a kind of actor nor a level. Type one of the list.
quick-already-there = It is on the map already; nothing says what to change. Open it to change it.
quick-nothing = Nothing was typed that could be added. Type a name, or who does what to whom: “police informs governor's office”.
quick-not-yet = Something is not clear yet: { $what }

## Adding by hand.

add-no-name = Type a name first.
put-nobody = None of these actors was put anywhere by hand.
edit-outdated = The map has changed meanwhile, and this no longer fits it. Try again.
## Fields, as they are labelled, and what else a column of a table may be called.

column-name = name
column-aliases = other names
column-kind = kind
column-level = level
column-area = area
column-formality = formality
column-functions = functions
column-represents = speaks for
column-influence = influence
column-interest = interest
column-legitimacy = legitimacy
column-stance = stance
column-decides = can decide
column-is-voice = counts as a voice
column-sensitivity = sensitivity
column-tags = tags
column-notes = notes
column-evidence = sources
column-since = since
column-until = until
column-from = from
column-to = to
column-mutual = both ways
column-strength = strength
column-status = status
column-confidence = confidence
column-medium = by what means
column-plan-owner = who brings it about
column-plan-due = by when
column-plan-note = note on the plan
column-title = title
column-place = place
column-as-of = as of
column-languages = languages
column-aim = aim
column-ratings = ratings
column-instrument-kind = kind
column-instrument-status = status
column-covers = whom it covers
column-functions-given = what it gives to do
column-date = date
# In English, French and Arabic: tables are made in other languages than the program speaks.
heading-name = actor, actor name, label, organisation, organization, institution, group, full name, node, stakeholder, agency, partner, body, nom, acteur, organisme, structure, intitulé, nom de l'acteur, اسم, الاسم, المنظمة, الجمعية, الجهة, المؤسسة, الفاعل, اسم الجهة, اسم المنظمة, اسم الجمعية
heading-name-en = english name, name in english, name english, name en, en name, nom anglais, nom en anglais, الاسم بالإنجليزية, الاسم الإنجليزي, الاسم بالانكليزية
heading-name-fr = french name, name in french, name french, name fr, fr name, nom français, nom en français, الاسم بالفرنسية, الاسم الفرنسي
heading-name-ar = arabic name, name in arabic, name arabic, name ar, ar name, nom arabe, nom en arabe, الاسم بالعربية, الاسم العربي
heading-aliases = alias, aliases, also known as, aka, other name, autre nom, autres noms, اسم آخر, أسماء أخرى
heading-kind = type, category, actor type, actor kind, tie kind, relation, relationship, tie type, verb, link, link type, relationship type, org type, organisation type, organization type, type of organisation, type of organization, type of actor, type of relationship, type of tie, catégorie, type d'acteur, type de structure, type de relation, type de lien, lien, genre, النوع, نوع, الصنف, التصنيف, نوع المنظمة, نوع الجهة, نوع الجمعية, العلاقة, نوع العلاقة
heading-level = scale, administrative level, rung, niveau, échelle, المستوى, مستوى
heading-area = location, where, locality, places, district, region, governorate, county, province, city, town, municipality, zone, lieu, région, ville, gouvernorat, localité, commune, المنطقة, المحافظة, الولاية, المدينة, الموقع, المكان, القضاء, البلدية
heading-formality = formal or informal, formal, formal informal, formalité, formel, الرسمية, رسمي
heading-functions = function, role, roles, tasks, mandate, activity, activities, sector, sectors, cluster, service, services, what, programme, program, fonction, fonctions, rôle, rôles, activité, activités, secteur, secteurs, الدور, الأدوار, النشاط, الأنشطة, القطاع, المهام, الوظائف, الخدمات
heading-represents = represents, represent, constituency, groups, on behalf of, représente, au nom de, يمثل, الفئة الممثلة
heading-influence = power, pouvoir, النفوذ, التأثير
heading-interest = stake, intérêt, الاهتمام, المصلحة
heading-legitimacy = legitimate, trust, légitimité, confiance, الشرعية
heading-stance = position, attitude, support, الموقف
heading-decides = decides, decision maker, decision, décide, décideur, صاحب قرار
heading-is-voice = is a voice, counts as voice, compte comme voix, يعد صوتا
heading-sensitivity = confidentiality, who may see it, visibility, confidentialité, السرية
heading-tags = tag, keywords, labels, mots clés, étiquettes, وسوم, كلمات مفتاحية
heading-notes = note, comment, comments, remark, remarks, description, details, observations, remarque, remarques, commentaire, commentaires, ملاحظات, ملاحظة, الوصف, تعليق, تعليقات
heading-evidence = evidence, source, reference, references, référence, références, preuve, preuves, المصدر, المصادر, المرجع, المراجع
heading-since = start, start date, began, first day, from date, founded, established, created, date of creation, depuis, début, date de début, date de création, منذ, تاريخ البداية, تاريخ البدء, تاريخ التأسيس, سنة التأسيس
heading-until = end, end date, ended, last day, to date, jusqu'à, fin, date de fin, حتى, تاريخ النهاية, تاريخ الانتهاء
heading-from = source, source actor, source node, who, sender, origin, actor 1, actor a, first actor, de, émetteur, origine, acteur 1, acteur source, من, المصدر, المرسل, الطرف الأول
heading-to = target, target actor, target node, destination, whom, receiver, actor 2, actor b, second actor, with, à, vers, cible, destinataire, acteur 2, acteur cible, إلى, الهدف, المستهدف, المستقبل, الطرف الثاني
heading-mutual = mutual, reciprocal, two way, bidirectional, undirected, réciproque, mutuel, متبادل
heading-strength = weight, intensity, rating, poids, force, intensité, القوة, الوزن, الشدة, قوة العلاقة
heading-status = state, in use, statut, état, الحالة
heading-confidence = certainty, sure, how sure, reliability, certitude, fiabilité, الثقة, درجة الثقة
heading-medium = medium, channel, means, moyen, canal, الوسيلة, القناة
heading-plan-owner = plan owner, owner of the plan, who brings it about, responsable du plan, المسؤول عن الخطة
heading-plan-due = due, due date, deadline, échéance, الموعد النهائي, تاريخ الاستحقاق
heading-plan-note = plan note, note on the plan, note sur le plan, ملاحظة على الخطة
# What the months are called, in the same languages.
month-words-1 = january, jan, janvier, janv, يناير, كانون الثاني, جانفي
month-words-2 = february, feb, février, fév, févr, فبراير, شباط, فيفري
month-words-3 = march, mar, mars, مارس, آذار
month-words-4 = april, apr, avril, avr, أبريل, نيسان, أفريل
month-words-5 = may, mai, مايو, أيار, ماي
month-words-6 = june, jun, juin, يونيو, حزيران, جوان
month-words-7 = july, jul, juillet, juil, يوليو, تموز, جويلية
month-words-8 = august, aug, août, أغسطس, آب, أوت
month-words-9 = september, sep, sept, septembre, سبتمبر, أيلول
month-words-10 = october, oct, octobre, أكتوبر, تشرين الأول
month-words-11 = november, nov, novembre, نوفمبر, تشرين الثاني
month-words-12 = december, dec, décembre, déc, ديسمبر, كانون الأول

## Why something typed or asked for is refused.

refused-not-a-word = “{ $typed }” is none of these: { $list }.
refused-not-a-rating = “{ $typed }” is no whole number from 1 to 5. Leave it empty where nobody has rated it.
refused-not-a-date = “{ $typed }” is not a date. Write it as 2012, 2012-06 or 2012-06-30.
refused-impossible-date = There was no day { $typed }. The nearest is { $nearest }.
refused-two-dates = “{ $typed }” may be { $one } or { $other }. Write it as one of these.
refused-not-yes-or-no = “{ $typed }” is neither yes nor no.
refused-no-letters = “{ $typed }” has no letters or digits. Leave it empty where nothing is known.
refused-no-name = It needs a name. Type one.
refused-no-field-name = A field of your own needs a name. Type one.
refused-no-citation = A source needs a citation: author, title, year, or who told it.
refused-name-taken = There is one called “{ $typed }” already. Choose another name, or use that one.
refused-no-such-kind = There is no kind “{ $typed }”. Choose one of the list, or add it to the map's own kinds first.
refused-no-such-level = There is no level “{ $typed }” on this map's ladder. Choose one of the list, or add it first.
refused-no-such-actor = There is no actor “{ $typed }” on this map. Choose one of the list, or add it first.
refused-several-actors = Several actors are called “{ $typed }”. Name one by its id: { $list }.
refused-no-such-source = There is no source “{ $typed }” on this map. Choose one of the list, or add it first.
refused-ends-before = It would end ({ $until }) before it begins ({ $since }). Change one of the two dates first.
refused-too-long = This is longer than 1 MiB, more than a map holds in one field: “{ $typed }”. Shorten it.
refused-not-a-language = “{ $typed }” is no language tag. Write en, ar, fr or the like, with commas between them.
refused-gone = It is not on the map any more. Choose something that is.
refused-built-in = This kind is built in and stays as it is. Add one of your own instead.
refused-in-use = { $count ->
    [one] One item of the map uses it.
   *[other] { $count } items of the map use it.
} Choose what they are to use instead, or change them first.
refused-not-instead = What is to be used instead is not there, or is what you want to take away. Choose another one.
refused-last-level = This is the only level. A map needs one; add another one first.
refused-of = { $name }: { $why }
refused-no-tag = Type the tag.
refused-nobody = Nothing is chosen that this could be done to. Choose actors or ties first.
refused-one-tag = One tag at a time, without commas.

## What goes with what is deleted, and what copies are called.

removal-goes = Deleted: { $gone }.
removal-goes-and = Deleted: { $gone }. What is gone is not named any more by { $changed }.
removal-partnerships = { $count ->
    [one] one partnership
   *[other] { $count } partnerships
}
removal-consultations = { $count ->
    [one] one consultation
   *[other] { $count } consultations
}
removal-concerns = { $count ->
    [one] one concern
   *[other] { $count } concerns
}
removal-instruments = { $count ->
    [one] one law or the like
   *[other] { $count } laws and the like
}
removal-views = { $count ->
    [one] one saved view
   *[other] { $count } saved views
}
removal-steps = { $count ->
    [one] one step of the story
   *[other] { $count } steps of the story
}
duplicate-name = { $name } ({ $number })

## An actor beside others of its name.

actor-apart = { $name } ({ $kind }, { $level }, #{ $id })
actor-apart-area = { $name } ({ $kind }, { $level }, { $area }, #{ $id })
level-guessed = level guessed: { $level }

## What was read in the rows of a table.

paste-column = column { $number }
paste-empty = Nothing was pasted that has rows. Copy the rows in the spreadsheet, with their heading if they have one.
paste-nothing = Nothing would change: the map says all of it already, or nothing could be read.
paste-no-name-column = No column holds the names of the actors. Choose which one does.
paste-no-ends = No two columns hold who is tied to whom. Choose which ones do.
paste-row-without-name = This row has no name and is left out. Give the actor a name.
paste-no-end = This tie has no actor here and is left out. Name one.
paste-to-itself = This ties an actor to itself. It is taken over as it is; leave the row out if it is a slip.
paste-kind-guessed = Nothing says what kind of actor “{ $name }” is; it is taken for: { $kind }.
paste-kind-read = “{ $typed }” is taken for the kind: { $kind }.
paste-tie-kind-guessed = Nothing says what kind of tie this is; it is taken for: { $kind }.
paste-spelled-otherwise = “{ $typed }” is taken for “{ $name }”.
paste-open-quote = A quotation mark opens a cell here and none closes it; it is taken for a sign of the text.
paste-unknown-source = There is no source “{ $typed }” on this map.
paste-kept = { $why } It is kept in the field “{ $field }”.
paste-ends-before = It would end ({ $until }) before it begins ({ $since }).
paste-short-year = “{ $typed }” is taken for { $date }: the year has two digits.
paste-time-left-out = “{ $typed }” is taken for { $date }: a map holds no time of day.
paste-date-ordered = “{ $typed }” is taken for { $date }, as the column writes its dates.
paste-date-either = “{ $typed }” may be { $one } or { $other }, and nothing says which.
paste-date-serial = “{ $typed }” is taken for { $date }, a day as spreadsheets count them.
paste-date-number = “{ $typed }” is no date; as a day that spreadsheets count it would be { $date }.
paste-at-cell = Row { $row }, { $column }: { $what }
paste-at-row = Row { $row }: { $what }
paste-use-own = field of your own
paste-use-name-in = name in { $language }
paste-use-none = left out
paste-row = row { $row }
paste-row-new = new
paste-row-changed = changes the map
paste-row-merged = as row { $row }
paste-row-same = on the map already
paste-row-left-out = left out
paste-on-map = “{ $which }” on the map
paste-same = the same as { $which }
paste-another = another one
paste-skip = leave this row out
paste-conflict = Row { $row }, { $column }: “{ $there }” is there, the row says “{ $here }”.
paste-keep = keep { $value }
paste-use-other = use { $value }
paste-both = both
