# The comparison table of an amendment and what stands with it.
amend-name = Comparison table
amend-title = { $title }: { $name }
amend-new = After amendment
amend-old = Before amendment
amend-remarks = Remarks
amend-version = { $side }: { $edition }
amend-note = Amended parts are underlined.
amend-untranslated = Amended in Japanese; the translation is not yet updated
amend-unchanged-here = Amended in Japanese; the translation is not yet updated.
amend-writing-only = Provisions in which only the way of writing changed (commas, character widths) are not treated as amended: { $places }
amend-unchanged = The two versions do not differ.
amend-omitted = (omitted)
amend-added = (New provision)
amend-deleted = (Deleted)
amend-both = { $first } and { $last }
amend-run = { $first } to { $last }
amend-mark-new = Amended to:
amend-mark-old = Amended from:
amend-mark-end = (end)
amend-down = { $kind ->
    [article] Article moved down
    [paragraph] Paragraph moved down
    [item] Item moved down
    [part] Part moved down
    [chapter] Chapter moved down
    [section] Section moved down
   *[other] Number moved down
 }
amend-up = { $kind ->
    [article] Article moved up
    [paragraph] Paragraph moved up
    [item] Item moved up
    [part] Part moved up
    [chapter] Chapter moved up
    [section] Section moved up
   *[other] Number moved up
 }
amend-moved = Moved from former { $place }
amend-moved-to = Moved to { $place }
amend-split-from = Split from former { $place }
amend-split-into = Partly split into { $place }
amend-merged-into = Merged into { $place }
amend-merged-from = Former { $place } merged in
amend-references-only = References renumbered
amend-provision = Provision
amend-requirement = Requirement
amend-requirement-title = Subject
amend-why = Reason
amend-renumbered = Renumbered provisions
amend-renumbered-lead = Other documents or notices that give these numbers have to be corrected.
amend-renumbered-none = No provision is renumbered.
amend-references = References whose number changes
amend-references-lead = They point to the same provision as before; only its number changed. Only references within this document are listed.
amend-references-none = No reference changes its number.
amend-suspects = Requirements whose mapping must be reviewed
amend-suspects-lead = A provision that is mapped to the baseline changed, or a provision or form that is read together with it. Check whether the mapping still applies. junsoku check reports the same.
amend-suspects-none = No mapping to the baseline needs to be reviewed.
amend-suspect-changed = The text of the provision changed
amend-suspect-claim = The claim (meets) of the provision changed
amend-suspect-new = New correspondence
amend-suspect-gone = The provision is gone
amend-merged = Both versions in one text
amend-merged-note = Deletions are struck out, additions are underlined.
amend-no-day = The document does not state the day on which the amendment comes into effect, so no supplementary provision is written.
amend-instructions = Amending text
amend-link = Comparison table with the previous edition
amend-next-link = Comparison table of the amendment
amend-document-now = Go to the document as amended
amend-made = Written to { $path }.
command-amend = Make the comparison table of two versions
option-old = Version before (chuo/policy, chuo/policy@2025-03-01, a YAML file)
option-new = Version after (default: if OLD is an edition, what it changed from the one before; otherwise what the current text changed from the latest earlier version)
option-amend-as-of = Compare the text in force on this day with the one before it
option-from-rev = Git revision to read the version before from
option-to-rev = Git revision to read the version after from
option-old-left = Put the version before on the left
option-file = File to write (required for PDF)
option-amend-format = Output format
command-apply = Carry out an amending text on the file of its document
option-amendment = File of the amending text (text or Word)
option-apply-document = Document to amend (chuo/policy; default: the one whose title the text cites)
option-compare-with = Check the text, a newer version (chuo/policy, a YAML file) and the comparison table against one another; nothing is written
option-apply-from = Day on which the amendment comes into effect (default: the one that its 附則 gives); added to amended:
option-apply-dry-run = Show the amended file and write nothing
apply-done = { $path } was amended.
apply-kept = The previous text is kept as { $path }; to undo this, put it back.
apply-same-day = The current text comes into effect on { $date } too, so it was amended and no edition was kept.
apply-next = next: run “junsoku check” for the mappings and translations to look at again, and “junsoku amend { $document }” for the comparison table; forms are amended in their own files
apply-agree = The amending text, the newer version and the comparison table agree.
apply-absent = (none)
apply-in-table = the comparison table shows it as amended
apply-not-in-table = the comparison table does not show it
apply-disagrees = { $provision }: by the amending text “{ $sentences }”, in the newer version “{ $text }” ({ $table })
apply-days-disagree = Day of coming into effect: by the amending text { $sentences }, in the newer version { $text }
