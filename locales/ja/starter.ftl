# What stands in a starting set besides the words of the baseline.
starter-name = TODO（地域の名称）
starter-council = TODO（発行者の名称）
starter-summary = { $name }のＭＣＳ運用ポリシーと様式。TODO（利用者の範囲や特色など、二、三の文）
starter-form-label = 様式第NUMBER号
starter-title = { $name }ＭＣＳ運用ポリシー
starter-purpose-caption = 目的
starter-purpose = この規程は、{ $name }において、TODO（医療・介護の連携など、利用の目的）のためにメディカルケアステーション（以下「ＭＣＳ」という。）を用いるに当たり、TODO（対象とする機関の範囲。以下「施設」という。）、施設においてＭＣＳを管理する者（以下「ＭＣＳ管理者」という。）及びＭＣＳを利用する者（以下「利用者」という。）が守るべき事項を定めることを目的とする。
starter-caption = { $group }（{ $actor }）
starter-must = { $actor }は、次に掲げるところによらなければならない。
starter-should = { $actor }は、次に掲げるところによるよう努めるものとする。
starter-may = { $actor }は、次に掲げるところによることができる。
starter-forms-caption = 様式
starter-forms = この規程の施行に当たっては、次に掲げる様式を用いる。TODO（どの様式を、いつ、誰に提出するか）
starter-commencement = この規程は、TODO（施行の日）から施行する。
