### What can be wrong with a file: a sentence for each, with what was found.

problem-with-nearest = { $what } Nearest: { $nearest }.
problem-missing = This key has to be there.
problem-repeated-key = This key stands twice in one object; only the last one counts.
problem-not-text = A text was expected, not { $found }.
problem-not-a-number = A whole number was expected, not { $found }.
problem-not-yes-or-no = true or false was expected, not { $found }.
problem-not-a-list = A list was expected, not { $found }.
problem-not-an-object = An object was expected, not { $found }.
problem-not-a-simple-value = A text, a number, true or false was expected, not { $found }.
problem-not-a-position = A place [x, y] was expected, not { $found }.
problem-not-a-pair = Two ids ["a", "b"] were expected, not { $found }.
problem-unknown-word = “{ $found }” is not a word that may stand here.
problem-unknown-kind = There is no kind “{ $found }”, neither built in nor among this map's own.
problem-unknown-level = The level “{ $found }” is not on this map's ladder.
problem-not-a-language = “{ $found }” is not a language tag such as en, ar or pt-BR.
problem-not-an-id = “{ $found }” is not an id: lower-case letters, digits and hyphens, the first one not a hyphen.
problem-not-a-rating = A whole number from 1 to 5 was expected, not { $found }.
problem-not-a-date = “{ $found }” is not a date: YYYY, YYYY-MM or YYYY-MM-DD.
problem-impossible-date = { $found } is a day that never was.
problem-ends-before-it-begins = It ends ({ $found }) before it begins.
problem-repeated-id = The id “{ $found }” stands twice in this list.
problem-dangling = Nothing on this map has the id “{ $found }”.
problem-loose-reference = Nothing on this map has the id “{ $found }”. No answer depends on it; it is kept as it stands.
problem-built-in-kind = The kind “{ $found }” is built in and can't be defined again.
problem-text-too-long = This text is longer than 1 MiB: { $found }
problem-too-much-to-keep = Own fields and keys that this version does not know take more than { $found } MiB of memory up to here; the rest of the file was not read.
problem-list-too-long = This list has more than { $found } items; the rest was not read.
problem-other-version = This program reads version 1 of the format, not { $found }.
problem-more-problems = And { $found } more problems.

remark-tie-to-itself = { $actor } { $verb } itself: a tie of an actor to itself is drawn and listed, and counts nowhere. If somebody else was meant, change one of its ends.
remark-names-nothing = Nothing on this map is called “{ $found }”, or not any more. It is kept as it stands.

unreadable-too-large = It is larger than { $most } MiB, which is the most that is read.
unreadable-empty = It is empty.
unreadable-not-a-map = It is JSON, but not a map: a map is an object with the keys “jisr” and “title”.
unreadable-not-text = It is not text: line { $line }, column { $column } is no character in UTF-8. If it comes from another program, save it there as UTF-8.
unreadable-cut-short = It ends too early, at line { $line }, column { $column }. It may have been cut short while it was copied: look for another copy.
unreadable-syntax = It is broken at line { $line }, column { $column }: something stands there that JSON does not allow.
unreadable-too-deep = At line { $line }, column { $column } it is nested deeper than 128 levels, which is the most that is read.
unreadable-broke-down = Jisr broke down over it: a mistake of this program, at { $place }. The file is as it was. Please tell its authors the place, and send them the file if nobody can be hurt by that.
