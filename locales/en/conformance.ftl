# Words of the pages that hold regions against the baseline, and of the files to download there.
conformance-title = Conformance with the baseline
conformance-lead = The baseline is broken down into individual requirements, shown beside each region’s provisions. Where a policy departs from the baseline, the differences are described. A difference is not in itself a fault.
stand-title = { $region }: conformance with the baseline
to-matrix = See the table of all regions
to-set = Documents and forms of { $region }
mapped-restated = Which provision answers to which requirement, whether it equals the baseline, and where it differs was written by the editors of this site, who compared paraphrased texts. The issuers of the policies have not confirmed it.
mapped-restated-others = Except for the regions named below, which provision answers to which requirement, whether it equals the baseline, and where it differs was written by the editors of this site, who compared paraphrased texts. The issuers of the policies have not confirmed it.
mapped-official = For { $region }, the { $council } itself has provided the comparison and the differences.
mapped-computed = Numbers, options and binding force are compared by computation. The meaning of sentences is compared by whoever read them.
mapped-texts-alone = Only the texts of the documents were compared. The actual practice of facilities was not examined: “omitted” does not mean that something is not done.
quoted-restated = Some of the provisions quoted here are paraphrased by the editors; they are not the official text.
held-against = Version of the baseline used
held-read = as consulted on { $date }
content-hash = Version identifier
content-hash-means = The baseline has no version number. This value is computed from the text and conditions of the requirements and changes when they change.
download-csv = CSV (for spreadsheets)
download-json = JSON (for data processing)
counts-title = Counts by region
counts-all = All { $total } requirements
counts-required = Required items
count-required = Items
count-met = Equal or stricter
count-explained = Differences described
count-absent = Not available
tally = Of { $required } required items of the baseline, { $met } are met by a provision that is equal or stricter; { $explained } depart from it, with the differences described{ $absent ->
    [0] .
   *[other] ; { $absent } are likely to be provided for in a document that could not be obtained.
 }
legend-title = How to read the table
legend-status = Status
legend-level = Level
legend-scope = Scope
legend-modality = Binding force
acknowledged-means = the differences from the baseline are described
level-required-means = a “required item” of the baseline, or what its text calls required; equal where it is an obligation
level-instructed-means = asked in the body text of the baseline; equal where it is an obligation or an endeavor
level-recommended-means = a “recommended item” of the baseline; equal where it is an endeavor or recommendation, stricter where it is an obligation
level-advised-means = a point to note in the baseline; equal where it is an obligation or an endeavor
level-optional-means = given by the baseline for reference; any binding force is equal
scope-mcs-means = about the use of MCS
scope-outside-means = about matters outside MCS, such as devices and networks
matrix-title = Requirements and regions
matrix-lead = The name of a requirement leads to the text of the baseline beside the provisions of all regions; a region’s cell leads to its provisions there.
region = Region
requirement = Requirement
cell-name = ({ $region }, { $requirement })
filters-title = Filter the table
filter-all = All
filter-departs = All that depart from the baseline
filter-reset = Clear the filters
filter-count = Showing { $shown } of { $total } requirements. The filters are kept in the address of this page.
departing-required = Required items that depart from the baseline
departing-required-lead = Required items of the baseline for which there is no equal provision, and the differences.
departing-others = Other items that depart from the baseline
departing-others-lead = Requirements in the body text of the baseline, its recommended items and others for which there is no equal provision. As they are not required items, the differences are not always described.
not-available = Not available
not-available-lead = Likely to be provided for in a document that could not be obtained.
met = Equal to the baseline, or stricter
no-items = No matching requirements.
items = { $count } { $count ->
    [one] item
   *[other] items
 }
roles = Roles
roles-lead = Who, under this region’s policy, carries out what the baseline asks of the facility, the MCS administrator and the user.
role = Carried out by
role-takes = In the baseline
role-does = Tasks
in-place-of = (in the baseline: { $actor })
as-in-baseline = (as in the baseline)
claim-provision = Provisions
claim-force = Binding force
claim-by = Carried out by
claim-asked = The baseline asks
claim-said = This policy provides
claim-differences = Differences
claim-with = Read together with
claim-note = Note
force-softer = (less binding than the baseline asks)
force-firmer = (more binding than the baseline asks)
force-unclear = (whether it binds as the baseline asks cannot be told)
difference-said = { $label }: { $asked } in the baseline, { $said } here
difference-unsaid = { $label }: { $asked } in the baseline, not provided for here
differs = Differences
reason = Reason (by the council)
unexplained = The differences are not described.
elsewhere = Document likely to provide for it
requirement-actor = Carried out by, in the baseline
requirement-text = Text of the baseline
requirement-source = Place in the baseline
requirement-regions = Provisions of the regions
compared = What is compared
compared-all = All of the following are required.
compared-any = One of the following is sufficient.
marks-of-region = Conformance with the baseline
marks-of-baseline = Provisions of the regions
in-brackets = {" "}({ $words })
list-separator = {"; "}
provision-captioned = { $provision } ({ $caption })
provision-within = { $division }, { $provision }
provision-beginning = { $provision } “{ $words }”
csv-region = Region code
csv-region-ja = Region (Japanese)
csv-region-en = Region (English)
csv-group-ja = Group (Japanese)
csv-group-en = Group (English)
csv-requirement = Requirement code
csv-title-ja = Requirement (Japanese)
csv-title-en = Requirement (English)
csv-level = Level code
csv-level-ja = Level (Japanese)
csv-scope = Scope code
csv-status = Status code
csv-status-ja = Status (Japanese)
csv-status-en = Status (English)
csv-acknowledged = Differences described
csv-modality = Binding force code
csv-provisions = Provisions
csv-differs-ja = Differences (Japanese)
csv-differs-en = Differences (English)
csv-reason-ja = Reason (Japanese)
csv-reason-en = Reason (English)
others-title = Regions that are not in the tables
reading-unread = Not yet compared
reading-unread-means = The documents have not yet been compared with the baseline. Whether they meet its requirements is not known.
reading-draft = Draft
reading-draft-means = The documents are drafts and are left out of the tables of the baseline and the regions.
outdated-title = Versions that are cited
outdated-told = cites { $version } of “{ $name }”; the latest is { $latest }{ $from ->
    [none] { "" }
   *[other] {" "}(from { $from })
 }.
outdated-chapters-told = cites chapters of “{ $name }”, of which the latest is { $latest }{ $from ->
    [none] { "" }
   *[other] {" "}(from { $from })
 }.
