# Words about how regions stand to the baseline: on pages, on paper, in messages.
status-covered = equal
status-stricter = stricter
status-partial = partial
status-weaker = weaker
status-different = different
status-omitted = omitted
status-not-available = not available
status-covered-sign = ○
status-stricter-sign = ◎
status-partial-sign = △
status-weaker-sign = ▽
status-different-sign = ◇
status-omitted-sign = ×
status-not-available-sign = ？
status-covered-means = the same is asked as in the baseline
status-stricter-means = more is asked than in the baseline, or more firmly
status-partial-means = part of what the baseline asks is asked
status-weaker-means = less is asked than in the baseline, or less firmly
status-different-means = something else is laid down in the same matter
status-omitted-means = no provision deals with it
status-not-available-means = it is thought to stand in a document that could not be had
level-required = required
level-instructed = in the text
level-recommended = recommended
level-advised = advised
level-optional = optional
scope-mcs = MCS
scope-outside = outside MCS
actor-facility = facility
actor-administrator = MCS administrator
actor-user = user
modality-must = must
modality-should = should
modality-consider = consider
modality-may = may
modality-must-means = must, is to
modality-should-means = should, endeavors to, is recommended to, pays attention to
modality-consider-means = considers
modality-may-means = may, is left to choose
unit-characters = { $number } { $number ->
    [one] character
   *[other] characters
 }
unit-minutes = { $number } { $number ->
    [one] minute
   *[other] minutes
 }
unit-days = { $number } { $number ->
    [one] day
   *[other] days
 }
unit-months = { $number } { $number ->
    [one] month
   *[other] months
 }
unit-years = { $number } { $number ->
    [one] year
   *[other] years
 }
unit-times = { $number } { $number ->
    [one] time
   *[other] times
 }
at-least = { $number } or more
at-most = at most { $number }
parameter = { $label }: { $words }
acknowledged = explained
