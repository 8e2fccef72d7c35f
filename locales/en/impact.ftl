# Words about what a changed baseline means for regions: in a terminal and on paper.
impact-title = What the changed baseline means
impact-lead = The baseline of “{ $from }” was held against that of today. New requirements: { $new }; changed: { $changed }; withdrawn: { $withdrawn }.
impact-none = The requirements of “{ $from }” and those of today are the same.
impact-caution = A verdict “after” is shown as it is where it follows from values, from the binding force, or from there being no provision. Where words changed, nothing follows until somebody has read the new ones; such a verdict is marked “to be read”.
impact-changes = Requirements that changed
impact-new = New
impact-changed = Changed
impact-withdrawn = Withdrawn
impact-head = [{ $fate }] { $title } ({ $id })
impact-item = { $title } ({ $id })
impact-fact = { $name }: { $value }
impact-no-conditions = none
impact-words-changed = The words changed
impact-before = Before
impact-after = After
impact-asked = What it asks
impact-asked-before = What it asked
impact-column-item = Requirement
impact-column-change = Change
impact-column-provisions = Provisions
impact-column-before = Before
impact-column-after = After
impact-column-task = To do
impact-nothing = –
impact-unread = to be read (was: { $status })
impact-task-provide = lay it down, or give the reason as a deviation
impact-task-correct = correct the claim (extent); amend the provision, or give the reason as a deviation
impact-task-review = read it beside the new words and record that with junsoku accept
impact-task-remove = take the mappings and the deviation away
impact-task-nothing = nothing
impact-task-acknowledged = look again at the reason for the acknowledged deviation
impact-draft-lead = Draft deviations (add them to { $path } and replace each TODO)
impact-draft = TODO: in what this region departs from “{ $title }” of the baseline, and why ({ $status ->
    [omitted] no provision deals with it now
    [partial] its provisions cover part of it now
    [weaker] its provisions ask less now
   *[different] its provisions ask something else now
 })
command-impact = Tell what a changed baseline means for each region
option-impact-format = Output format
option-impact-from-rev = Git revision to read the baseline before from (default: HEAD)
option-impact-from = Content folder to read the baseline before from
