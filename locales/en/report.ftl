# Words of the report on how a region stands to the baseline, on paper.
report-heading = Comparison with the baseline: { $region }
report-editors = The editors of this site
report-standing-restated = This report was made by the editors of this site, who read the documents of { $council } beside the baseline. Which provision answers to which requirement of the baseline, and where it differs, is the editors’ reading; it is not the view of { $council }.
report-standing-official = The comparison in this report is that of { $council }.
report-quoted = “{ $title }”
report-and = {" "}and{" "}
report-texts-restated = The quotations from { $titles } are paraphrased by the editors; they are not the official text. The official texts are published by their issuers.
report-texts-alone = Only the texts of the documents were compared. The actual practice of facilities was not examined: “omitted” does not mean that something is not done.
report-documents = Documents compared
report-side = Category
report-side-region = Region
report-side-baseline = Baseline
report-title = Document
report-issuer = Issued by
report-edition = Edition
report-read = Consulted on
report-outdated-place = Place
report-outdated-cited = Version cited, and the latest
report-dated = dated { $date }
report-undated = Undated
report-result = Result
report-result-required = The baseline has { $total } required { $total ->
    [one] item
   *[other] items
 }. { $met } { $met ->
    [one] is
   *[other] are
 } met by a provision that is equal or stricter; { $departing } { $departing ->
    [one] departs
   *[other] depart
 } from the baseline{ $unknown ->
    [0] .
   *[other] ; { $unknown } could not be judged.
 }
report-explained-all = { $departing ->
    [one] The differences of the one that departs are described.
   *[other] The differences of all { $departing } that depart are described.
 }
report-explained-some = For { $explained } of the { $departing } that depart, the differences are described.
report-result-all = Of all { $total } requirements, { $met } { $met ->
    [one] is
   *[other] are
 } met, { $departing } { $departing ->
    [one] departs
   *[other] depart
 }{ $unknown ->
    [0] .
   *[other] {" "}and { $unknown } could not be judged.
 }
report-level = Level in the baseline
report-total = Total
report-status = Verdict
report-force = Binding force
report-item = Requirement
report-asked = Requirement, and what the baseline asks
report-here = Provisions of { $region }
report-verdict = Verdict
report-elsewhere = Document likely to provide for it
report-section-required = Required items that depart from the baseline
report-lead-required = Required items of the baseline for which there is no equal provision. The text of the baseline and that of the region’s document stand side by side, with the differences. Brackets give the binding force of a provision.
report-section-others = Other requirements that depart from the baseline
report-lead-others = What the baseline asks or advises besides its required items, where there is a provision that is not equal, or a difference to describe. Long texts of the baseline are left out, and only their place is given.
report-section-missing = Requirements that could not be judged
report-lead-missing = These are likely to be provided for in a document that could not be obtained, and were not judged.
report-section-met = Requirements for which the provision is equal or stricter
report-lead-met = For stricter provisions, the respect in which they are stricter is noted.
report-differs = Differences
report-reason = Reason (by the council)
report-why-elsewhere = Basis
report-nothing = No provision
report-conditions = Compared by
report-or = or
report-given = Values read
report-with = Read together with:
report-comma = {"; "}
report-roles = Roles
report-roles-lead = Who, under the documents of the region, carries out what the baseline assigns to the facility, the MCS administrator and the user.
report-actor = What the baseline assigns to: { $actor }
report-role = In the region
report-role-provision = Provision
report-role-same = As in the baseline
report-tasks = Tasks
report-legend = Terms used
report-legend-lead = The verdicts were given by reading the documents. For requirements that can be compared by numbers or sets, and for binding force, a program checked that they do not contradict the verdicts.
report-level-required = listed as a required item in the baseline; equal if provided for as an obligation (must)
report-level-instructed = asked in the body text of the baseline; equal if provided for as must or should
report-level-recommended = listed as a recommended item in the baseline; equal if provided for as should, stricter if as must
report-level-advised = a point to note in the baseline; equal if provided for as must or should
report-level-optional = given for reference in the baseline; any binding force is equal
report-source = In the baseline
report-section-omitted = Other requirements without a provision
report-lead-omitted = What the baseline asks or advises besides its required items, and which no provision was found to address.
report-no-tasks = –
report-tasks-count = { $count } { $count ->
    [one] item
   *[other] items
 }
report-place = Baseline, { $cites }
report-about-restated = Differences of the documents from the baseline, compiled by the editors of this site for use at meetings (not an official document)
report-about-official = Differences of the documents from the baseline, compiled for use at meetings
