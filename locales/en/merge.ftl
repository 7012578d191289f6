### Merging two maps that were made from one: the command, and conflicts in words.

help-merge = Merge two maps that were made from one
help-merge-long = Merges what two people have made of one map: element by element, by their ids, and field by field. What one side alone has changed is taken. Where both have changed one field to different values, OURS is taken; what one side has deleted and the other has changed or still refers to stays. Each of these is a conflict, and all of them are listed, with both values.

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
merge-base = before:
merge-ours = ours:
merge-theirs = theirs:
conflict-both-changed = Both sides have changed this. Ours is taken.
conflict-we-deleted = We have deleted this, they have changed it. It stays.
conflict-they-deleted = They have deleted this, we have changed it. It stays.
conflict-still-needed = One side has deleted this, but it is still needed by { $users }. It stays.
conflict-both-moved = Both sides have put these in another order. Ours is taken.
conflict-ends-before-it-begins = Together, beginning and end of both sides make no sense. Ours are taken.
