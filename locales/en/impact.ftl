# Words about what a changed baseline means for regions: in a terminal and on paper.
impact-title = Impact of the amended baseline
impact-lead = The baseline of “{ $from }” was compared with the current one. New requirements: { $new }; changed: { $changed }; withdrawn: { $withdrawn }.
impact-none = The requirements of “{ $from }” and the current ones are the same.
impact-caution = A verdict “after” is given where it follows from values, binding force or the lack of a provision. Where the wording changed, the verdict is open until somebody has compared it with the new text; it is marked “to be reviewed”.
impact-changes = Requirements that changed
impact-new = New
impact-changed = Changed
impact-withdrawn = Withdrawn
impact-head = [{ $fate }] { $title } ({ $id })
impact-item = { $title } ({ $id })
impact-fact = { $name }: { $value }
impact-no-conditions = none
impact-words-changed = The wording changed
impact-before = Before
impact-after = After
impact-asked = The baseline asks
impact-asked-before = The baseline asked
impact-column-item = Requirement
impact-column-change = Change
impact-column-provisions = Provisions
impact-column-before = Verdict before
impact-column-after = Verdict after
impact-column-task = To do
impact-nothing = –
impact-unread = to be reviewed (was: { $status })
impact-task-provide = provide for it, or describe the deviation with its reason
impact-task-correct = correct the verdict (extent); amend the provision, or describe the deviation with its reason
impact-task-review = compare it with the new text and record that with junsoku accept
impact-task-remove = remove the mappings and the deviation
impact-task-nothing = nothing
impact-task-acknowledged = review the reason for the acknowledged deviation
impact-task-correct-acknowledged = correct the verdict (extent) or amend the provision, and review the reason for the acknowledged deviation
impact-task-review-acknowledged = compare it with the new text, record that with junsoku accept, and review the reason for the acknowledged deviation
impact-draft-lead = Draft deviations (add them to { $path } and replace each TODO)
impact-draft = TODO: how this region departs from “{ $title }” of the baseline, and why ({ $status ->
    [omitted] no provision addresses it now
    [partial] its provisions address part of it now
    [weaker] its provisions ask less now
   *[different] its provisions provide otherwise now
 })
command-impact = Show what an amended baseline means for each region
option-impact-format = Output format
option-impact-from-rev = Git revision to read the baseline before from (default: HEAD)
option-impact-from = Content folder to read the baseline before from
