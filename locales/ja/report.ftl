# Words of the report on how a region stands to the baseline, on paper.
report-heading = 準則との対照報告書（{ $region }）
report-editors = このサイトの編集者
report-standing-restated = この報告書は、このサイトの編集者が、{ $council }の文書と準則とを読み比べて作成したものです。どの条項が準則のどの対応事項に当たるか、どこが異なるかは編集者の読み方によるものであり、{ $council }の見解を示すものではありません。
report-standing-official = この報告書に示す対照は、{ $council }によるものです。
report-quoted = 「{ $title }」
report-and = 及び
report-texts-restated = { $titles }から引用した文は、元の文書の内容を編集者が別の文章に書き換えたもので、正式な文書の文ではありません。正式な文書は、それぞれの発行者が発行しています。
report-texts-alone = 読み比べたのは文書の文だけです。各施設での実際の運用は調べていません。「定めなし」は、実際に行われていないという意味ではありません。
report-documents = 対照した文書
report-side = 区分
report-side-region = 地域の文書
report-side-baseline = 準則
report-title = 文書
report-issuer = 発行者
report-edition = 版
report-read = 確認した日
report-dated = { $date }付け
report-undated = 版の表示なし
report-result = 結果
report-result-required = 準則の必要事項は{ $total }件です。このうち、準則と同等の、又は準則を上回る定めがあるものは{ $met }件、準則と異なるものは{ $departing }件{ $unknown ->
    [0] です。
   *[other] 、確認できなかったものは{ $unknown }件です。
 }
report-explained-all = 準則と異なる{ $departing }件のすべてについて、どこが異なるかを説明しています。
report-explained-some = 準則と異なる{ $departing }件のうち{ $explained }件について、どこが異なるかを説明しています。
report-result-all = 必要事項以外も含めた{ $total }件では、同等のもの又は準則を上回るものが{ $met }件、異なるものが{ $departing }件{ $unknown ->
    [0] です。
   *[other] 、確認できなかったものが{ $unknown }件です。
 }
report-level = 準則での位置づけ
report-total = 計
report-status = 判定
report-force = 義務の程度
report-item = 対応事項
report-asked = 対応事項と、準則が求めること
report-here = { $region }の定め
report-verdict = 判定
report-elsewhere = 定めがあると考えられる文書
report-section-required = 必要事項で準則と異なるもの
report-lead-required = 準則の必要事項のうち、同等の定めがないものです。準則の文と地域の文書の文を並べ、地域の文書の側に異なる点を記します。〔　〕内は、条項の義務の程度です。
report-section-others = その他の対応事項で準則と異なるもの
report-lead-others = 必要事項のほかに準則が求め、又は勧めていることのうち、関わる定めはあるものの、同等ではないものなどです。準則の文が長いときは、その箇所だけを示します。
report-section-missing = 確認できなかったもの
report-lead-missing = 入手できなかった文書に定めがあると考えられるため、判定していないものです。
report-section-met = 準則と同等のもの、上回るもの
report-lead-met = 準則を上回るものには、どの点で上回るかを添えます。
report-differs = 異なる点
report-reason = 理由（協議会による）
report-why-elsewhere = そう考える理由
report-nothing = 定めなし
report-conditions = 比べる内容
report-or = 又は
report-given = 読み取った内容
report-with = 併せて読む定め：
report-comma = 、
report-roles = 誰が担うか
report-roles-lead = 準則が施設、ＭＣＳ管理者及び利用者に求めていることを、この地域の文書では誰が担うかを示します。
report-actor = 準則が{ $actor }に求めていること
report-role = この地域での担い手
report-role-provision = 定めのある条項
report-role-same = 準則と同じ
report-tasks = 担う事項
report-legend = 言葉の説明
report-legend-lead = 判定は、文書を読んで付けたものです。文字数などの数や内容の組合せで比べられる対応事項と、義務の程度については、判定と矛盾しないことをプログラムで確認しています。
report-level-required = 準則が必要事項として挙げるもの。義務として定めていれば同等とみます。
report-level-instructed = 準則の本文が求めるもの。義務又は努力・推奨として定めていれば同等とみます。
report-level-recommended = 準則が推奨事項として挙げるもの。努力・推奨として定めていれば同等、義務であれば準則を上回るとみます。
report-level-advised = 準則が運用に当たっての留意点として挙げるもの。義務又は努力・推奨として定めていれば同等とみます。
report-level-optional = 準則が参考として挙げるもの。義務の程度は問いません。
report-source = 準則の箇所
report-section-omitted = その他の対応事項で定めのないもの
report-lead-omitted = 必要事項のほかに準則が求め、又は勧めていることのうち、定めた条項が見当たらないものです。
report-no-tasks = ―
report-tasks-count = { $count }件
report-place = 準則 { $cites }
report-about-restated = このサイトの編集者が、準則と異なる点などを会議で配れる形にまとめたもの（正式な文書ではありません）
report-about-official = 準則と異なる点などを会議で配れる形にまとめたもの
