# The comparison table of an amendment and what stands with it.
amend-name = Comparison table
amend-title = { $title }: { $name }
amend-new = After amendment
amend-old = Before amendment
amend-remarks = Remarks
amend-version = { $side }: { $edition }
amend-note = Amended parts are underlined.
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
amend-suspects-lead = The text of a provision that was mapped to the baseline changed, or the provision is gone. Check whether the mapping still holds.
amend-suspects-none = No mapping to the baseline needs to be reviewed.
amend-suspect-changed = The text of the provision changed
amend-suspect-gone = The provision is gone
amend-instructions = Amending text
amend-link = Comparison table with the previous edition
amend-document-now = Go to the document as amended
amend-made = Written to { $path }.
command-amend = Make the comparison table of two versions
option-old = Version before (chuo/policy, chuo/policy@2025-03-01, a YAML file)
option-new = Version after (default: the version following the one named, or the latest earlier version against the present one)
option-from-rev = Git revision to read the version before from
option-to-rev = Git revision to read the version after from
option-old-left = Put the version before at the left
option-file = File to write (required for PDF)
option-amend-format = Output format
