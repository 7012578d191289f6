### Saving, drafts of what was not saved, and what differs between two states of a map.

not-saved-disk-full = { $file } was not saved: the disk is full. Nothing was changed there. Make room, or save it on another disk.
not-saved-read-only = { $file } was not saved: it, or the disk it is on, is not to be changed. Save it under another name or on another disk.
not-saved-forbidden = { $file } was not saved: this user may not write there. Nothing was changed. Save it somewhere else.
not-saved-no-folder = { $file } was not saved: its folder is not there. If it is on a stick or another machine, connect that again, or save it somewhere else.
not-saved-not-a-file = { $file } was not saved: that is a folder or a device, not a file. Choose another name.
not-saved-changed = { $file } was not saved: somebody has changed it since it was opened. Merge both, save yours as a copy, or open it again.
not-saved-exists = { $file } was not saved: there is such a file already. Choose another name.
not-saved-not-sure = { $file } was saved, but the disk did not confirm that it will keep it ({ $reason }). Save a copy on another disk.
not-saved-other = { $file } was not saved: { $reason }. Nothing was changed. Try again, or save it somewhere else.

reason-disk-full = the disk is full
reason-read-only = the disk is not to be changed
reason-forbidden = this user may not write there
reason-no-folder = the folder for it is not there
reason-not-a-file = something else is in its place
reason-not-sure = the disk did not confirm it
reason-unknown = the system does not say why
version-not-kept = { $file } was saved. What it held before could not be kept as a version: { $why }.
other-names = { $count ->
    [one] { $file } was saved. The file had another name too (a hard link), which still leads to what it held before.
   *[other] { $file } was saved. The file had { $count } other names too (hard links), which still lead to what it held before.
}

draft-of = Work on { $file } that was not saved.
draft-new = “{ $title }”, a new map that was not saved.
draft-unplaced = “{ $title }”, work on { $file } that was not saved. From which folder that was opened is not known any more: recovered, it is a new map.
draft-unreadable = Work that was not saved, but it can’t be read as a map. { $file }
draft-minutes-ago = { $count ->
    [0] Less than a minute ago.
    [one] 1 minute ago.
   *[other] { $count } minutes ago.
}
draft-hours-ago = { $count ->
    [one] 1 hour ago.
   *[other] { $count } hours ago.
}
draft-days-ago = { $count ->
    [one] 1 day ago.
   *[other] { $count } days ago.
}
draft-original-changed = The file has been changed by somebody else meanwhile.
draft-older = That was after this work.
draft-moved = The file that is open holds exactly what that one held.
draft-original-gone = The file is not there any more.
draft-original-unreadable = The file that is there now can’t be read as a map.

difference-added = Added: { $what }.
difference-changed = Changed: { $what }.
difference-removed = Removed: { $what }.
difference-other = something else
part-sources = { $count ->
    [one] 1 source
   *[other] { $count } sources
}
part-actors = { $count ->
    [one] 1 actor
   *[other] { $count } actors
}
part-ties = { $count ->
    [one] 1 tie
   *[other] { $count } ties
}
part-partnerships = { $count ->
    [one] 1 partnership
   *[other] { $count } partnerships
}
part-consultations = { $count ->
    [one] 1 consultation
   *[other] { $count } consultations
}
part-concerns = { $count ->
    [one] 1 concern
   *[other] { $count } concerns
}
part-expected-voices = { $count ->
    [one] 1 expected voice
   *[other] { $count } expected voices
}
part-instruments = { $count ->
    [one] 1 instrument
   *[other] { $count } instruments
}
part-views = { $count ->
    [one] 1 saved view
   *[other] { $count } saved views
}
part-comments = { $count ->
    [one] 1 comment
   *[other] { $count } comments
}
part-story = { $count ->
    [one] 1 step of the story
   *[other] { $count } steps of the story
}
part-levels = { $count ->
    [one] 1 level
   *[other] { $count } levels
}
part-actor-kinds = { $count ->
    [one] 1 kind of actor
   *[other] { $count } kinds of actor
}
part-tie-kinds = { $count ->
    [one] 1 kind of tie
   *[other] { $count } kinds of tie
}
part-layout = places of actors
part-title = title
part-place = place
part-as-of = date
part-languages = languages
part-notes = notes
part-aim = aim

folder-missing = The folder { $folder } is not there.
folder-forbidden = The folder { $folder } can’t be looked into: this user may not.
folder-is-a-file = { $folder } is a file, not a folder.
folder-not-read = The folder { $folder } can’t be read: { $reason }.
folder-not-made = The folder { $folder } can’t be made: { $reason }.
folder-lost = Reading the folder was broken off.
