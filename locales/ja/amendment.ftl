# 新旧対照表 and what stands with it.
amend-name = 新旧対照表
amend-title = { $title }　{ $name }
amend-new = 改正後
amend-old = 改正前
amend-remarks = 備考
amend-version = { $side }：{ $edition }
amend-note = 下線の部分が改正する部分です。
amend-untranslated = 日本語で改正（英訳は未更新）
amend-unchanged-here = この言語の文は変わりません。日本語の文は改正されています。
amend-writing-only = 読点（，と、）や字の幅など、書き方だけが変わった条項は、改正として扱っていません：{ $places }
amend-unchanged = 改正前と改正後に違いはありません。
amend-omitted = （略）
amend-added = （新設）
amend-deleted = （削る）
amend-both = { $first }・{ $last }
amend-run = { $first }～{ $last }
amend-mark-new = 改正後の部分：
amend-mark-old = 改正前の部分：
amend-mark-end = （ここまで）
amend-down = { $kind ->
    [article] 条の繰下げ
    [paragraph] 項の繰下げ
    [item] 号の繰下げ
    [part] 編の繰下げ
    [chapter] 章の繰下げ
    [section] 節の繰下げ
   *[other] 番号の繰下げ
 }
amend-up = { $kind ->
    [article] 条の繰上げ
    [paragraph] 項の繰上げ
    [item] 号の繰上げ
    [part] 編の繰上げ
    [chapter] 章の繰上げ
    [section] 節の繰上げ
   *[other] 番号の繰上げ
 }
amend-moved = 旧{ $place }から移動
amend-moved-to = { $place }へ移動
amend-split-from = 旧{ $place }から分割
amend-split-into = 一部を{ $place }に分割
amend-merged-into = { $place }に統合
amend-merged-from = 旧{ $place }を統合
amend-references-only = 引用条項の整理
amend-provision = 条項
amend-requirement = 対応事項
amend-requirement-title = 件名
amend-why = 理由
amend-renumbered = 番号が変わる条項
amend-renumbered-lead = ほかの文書や掲示物にこれらの番号を書いている場合は、修正する必要があります。
amend-renumbered-none = 番号が変わる条項はありません。
amend-references = 番号の変更に伴って変わる引用
amend-references-lead = 引用先の条項は同じで、その番号だけが変わります。この文書の中の引用だけを挙げています。
amend-references-none = 番号の変更に伴って変わる引用はありません。
amend-suspects = 準則との対応を再確認する対応事項
amend-suspects-lead = 準則の対応事項に該当するとしている条項又はそれと併せて読む条項・様式が変わったものです。現在も該当するかどうかは、読んで確認する必要があります。junsoku check が挙げるものと同じです。
amend-suspects-none = 準則との対応を再確認する対応事項はありません。
amend-suspect-changed = 条項の文が変わった
amend-suspect-claim = 対応についての記載が変わった
amend-suspect-new = 新しい対応
amend-suspect-gone = 条項がなくなった
amend-merged = 見え消し
amend-merged-note = 削る字に取消線を、加える字に下線を付けています。
amend-no-day = 施行の日が文書に書かれていないため、附則を書いていません。
amend-instructions = 改め文
amend-link = 前に掲載した版との新旧対照表
amend-next-link = 改正の新旧対照表
amend-document-now = 改正後の規程を見る
amend-made = { $path }に書き出しました。
command-amend = 二つの版の新旧対照表を作成する
option-old = 改正前（chuo/policy、chuo/policy@2025-03-01、YAMLファイル）
option-new = 改正後（省略すると、版を示したときはその直前の版からの、示さないときは最新の旧版から現行までの改正）
option-amend-as-of = この日に施行されている本文を、その前の版と比べる
option-from-rev = 改正前の内容を読むgitのリビジョン
option-to-rev = 改正後の内容を読むgitのリビジョン
option-old-left = 改正前を左に置く
option-file = 書き出すファイル（PDFでは必須）
option-amend-format = 出力形式
command-apply = 改め文を規程のファイルに溶け込ませる
option-amendment = 改め文のファイル（テキスト又はWord）
option-apply-document = 改める文書（chuo/policy。省略すると、改め文の示す題名の文書）
option-compare-with = 改正後の規程（chuo/policy、YAMLファイル）と改め文と新旧対照表を突き合わせる。何も書き出さない
option-apply-from = 改正の施行日（省略すると、改め文の附則のいう日。amended: に書き足す）
option-apply-dry-run = 改めた後のファイルを示すだけで、書き出さない
apply-done = { $path } を改めました。
apply-kept = 改正前の規程を { $path } に残しました。元に戻すには、このファイルで置き替えてください。
apply-same-day = 現在の本文も { $date } から施行するものなので、版は残さず、その本文を改めました。
apply-next = 次に：「junsoku check」で見直す対応と訳を確認し、「junsoku amend { $document }」で新旧対照表を確認してください。様式の改正は、様式のファイルで行います。
apply-agree = 改め文、改正後の規程、新旧対照表は一致しています。
apply-absent = （なし）
apply-in-table = 新旧対照表には改正として出ています
apply-not-in-table = 新旧対照表には出ていません
apply-disagrees = { $provision }：改め文では「{ $sentences }」、改正後の規程では「{ $text }」（{ $table }）
apply-days-disagree = 施行日：改め文では { $sentences }、改正後の規程では { $text }
