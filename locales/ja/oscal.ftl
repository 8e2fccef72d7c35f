# OSCAL で書き出す資料の中のことば。
oscal-catalog-title = { $baseline }の要求事項
oscal-profile-title = { $baseline }の要求事項（{ $region }の文書と照らし合わせるもの）
oscal-component-title = { $region }の文書と{ $baseline }との対応
oscal-policy-title = { $region }の文書
oscal-restated = 条項の文は、元の文書に書かれている事柄を別の文章で書き直したものです。発行者の正式な文書ではありません。
oscal-requirements = 要求事項は、junsoku の編集者が{ $baseline }の文を読んで分けたものです。{ $vendor }が示したものではありません。
oscal-imported = { $region }の文書と照らし合わせるため、{ $baseline }の要求事項をすべて取り込んでいます。{ $council }が{ $baseline }を採用していることを示すものではありません。
oscal-mapped-restated = 条項と要求事項の対応、その程度と理由は、junsoku の編集者が書き直した文書を読んで付けたものです。{ $council }や{ $vendor }が示したものではなく、監査や評価の結果でもありません。
oscal-mapped-official = 条項と要求事項の対応、その程度と理由は、{ $council }が付けたものです。{ $vendor }が示したものではなく、監査や評価の結果でもありません。
oscal-implementation = { $region }の文書の条項が、{ $baseline }の要求事項にどこまで応えているか。
oscal-omitted = この要求事項を扱う条項はない。
oscal-not-available = この要求事項を扱う条項は確認できず、入手できなかった「{ $document }」に定めがあると考えられる。
oscal-alternative = 選択肢{ $number }：{ $words }
oscal-value = { $id }：{ $words }
oscal-editors = junsoku の編集者
oscal-prepared-by = 作成者
oscal-issuer = 文書の発行者
