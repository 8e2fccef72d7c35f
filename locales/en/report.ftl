# Words of the report on how a region stands to the baseline, on paper.
report-heading = Comparison with the model policy: { $region }
report-editors = The editors of this site
report-standing-restated = This report was made by the editors of this site, who read the documents of { $council } beside the model policy. Which provision answers to which item of the model policy, and where it departs, is the editors’ reading; it is not the view of { $council }.
report-standing-official = The comparison in this report is that of { $council }.
report-quoted = “{ $title }”
report-and = {" "}and{" "}
report-texts-restated = What is quoted from { $titles } is set out in other words; it is not the official text. The official texts are those that the issuers issue.
report-texts-alone = Only the texts of the documents were compared. What facilities do in practice was not looked at: “omitted” does not mean that something is not done.
report-documents = Documents compared
report-side = Of
report-side-region = Region
report-side-baseline = Model policy
report-title = Document
report-issuer = Issued by
report-edition = Edition
report-read = Read on
report-dated = as of { $date }
report-undated = bears no date
report-result = Result
report-result-required = The model policy has { $total } required { $total ->
    [one] item
   *[other] items
 }. { $met } { $met ->
    [one] is
   *[other] are
 } met by a provision that is equal or stricter; { $departing } { $departing ->
    [one] departs
   *[other] depart
 } from the model policy{ $unknown ->
    [0] .
   *[other] ; { $unknown } could not be judged.
 }
report-explained-all = { $departing ->
    [one] For the one that departs, it is explained where it does.
   *[other] For all { $departing } that depart, it is explained where they do.
 }
report-explained-some = For { $explained } of the { $departing } that depart, it is explained where they do.
report-result-all = Of all { $total } items, required or not, { $met } { $met ->
    [one] is
   *[other] are
 } met, { $departing } { $departing ->
    [one] departs
   *[other] depart
 }{ $unknown ->
    [0] .
   *[other] {" "}and { $unknown } could not be judged.
 }
report-level = Level in the model policy
report-total = Total
report-status = Verdict
report-force = Binding force
report-item = Item
report-asked = Item, and what the model policy asks
report-here = What { $region } lays down
report-verdict = Verdict
report-elsewhere = Document in which it is likely to stand
report-section-required = Required items that depart from the model policy
report-lead-required = Required items of the model policy for which there is no equal provision. The words of the model policy and those of the region’s document stand side by side; with them is said where they depart. Brackets give the binding force of a provision.
report-section-others = Other items that depart from the model policy
report-lead-others = What the model policy asks or advises besides its required items, where there is a provision that is not equal, or something to explain. Long texts of the model policy are left out, and only their place is given.
report-section-missing = Items that could not be judged
report-lead-missing = These are likely to be laid down in a document that could not be had, and were not judged.
report-section-met = Items that are equal or stricter
report-lead-met = Where an item is stricter, it is said in what.
report-reason = Departure
report-why-elsewhere = Why there
report-nothing = No provision
report-conditions = Compared by
report-or = or
report-given = Read as
report-with = Read together with:
report-comma = {"; "}
report-roles = Who does what
report-roles-lead = Who does, under the documents of the region, what the model policy gives to the facility, the MCS administrator and the user.
report-actor = What the model policy gives to: { $actor }
report-role = In the region
report-role-provision = Provision
report-role-same = As in the model policy
report-tasks = Items
report-legend = What the words mean
report-legend-lead = The verdicts were given by reading the documents. Where items can be compared by numbers or by sets, and for binding force, a program checked that the verdicts do not contradict them.
report-level-required = listed as a required item in the model policy; equal if laid down as a duty (must)
report-level-instructed = asked in the text of the model policy; equal if laid down as must or should
report-level-recommended = listed as a recommended item in the model policy; equal if laid down as should, stricter if as must
report-level-advised = advised in the model policy for operation; equal if laid down as must or should
report-level-optional = given for reference in the model policy; the binding force is left open
report-source = In the model policy
report-section-omitted = Other items without a provision
report-lead-omitted = What the model policy asks or advises besides its required items, and with which no provision was found to deal.
report-no-tasks = –
report-tasks-count = { $count } { $count ->
    [one] item
   *[other] items
 }
report-place = Model policy, { $cites }
report-about-restated = Where the documents depart from the model policy, put together by the editors of this site for a meeting (not an official document)
report-about-official = Where the documents depart from the model policy, put together for a meeting
