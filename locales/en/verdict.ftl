# Words about how regions stand to the baseline: on pages, on paper, in messages.
status-covered = equal
status-stricter = stricter
status-partial = partial
status-weaker = weaker
status-different = otherwise provided
status-unclear = unclear
status-omitted = omitted
status-not-available = not available
status-covered-sign = ○
status-stricter-sign = ◎
status-partial-sign = △
status-weaker-sign = ▽
status-different-sign = ◇
status-unclear-sign = ！
status-omitted-sign = ×
status-not-available-sign = ？
status-covered-means = asks the same as the baseline
status-stricter-means = asks more than the baseline, or is more binding
status-partial-means = asks part of what the baseline asks
status-weaker-means = asks less than the baseline, or is less binding
status-different-means = provides for the same matter in another way
status-unclear-means = contradicts itself, or leaves its binding force unclear
status-omitted-means = no provision addresses it
status-not-available-means = likely to be provided for in a document that could not be obtained
level-required = required
level-instructed = in body text
level-recommended = recommended
level-advised = point to note
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
modality-unclear = unclear
modality-must-means = must, is to
modality-should-means = should, endeavors to, is recommended to, pays attention to
modality-consider-means = considers
modality-may-means = may, is optional
modality-unclear-means = the text leaves unclear whether it is a duty or a recommendation
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
acknowledged = differences described
