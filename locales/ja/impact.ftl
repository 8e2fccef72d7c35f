# Words about what a changed baseline means for regions: in a terminal and on paper.
impact-title = 準則の改正による影響
impact-lead = 「{ $from }」の準則と現在の準則とを比べました。加わった対応事項は{ $new }件、変わったものは{ $changed }件、なくなったものは{ $withdrawn }件です。
impact-none = 「{ $from }」の準則と現在の準則とで、対応事項に変わりはありません。
impact-caution = 「改正後」のうち、数や内容の組合せ、義務の程度、定めの有無から決まるものはそのまま示します。文が変わったものは、新しい文と読み比べるまで決まらないため、「要確認」と示します。
impact-changes = 変わった対応事項
impact-new = 新設
impact-changed = 変更
impact-withdrawn = 廃止
impact-head = 【{ $fate }】{ $title }（{ $id }）
impact-item = { $title }（{ $id }）
impact-fact = { $name }：{ $value }
impact-no-conditions = なし
impact-words-changed = 文が変わりました
impact-before = 改正前
impact-after = 改正後
impact-asked = 求めること
impact-asked-before = 求めていたこと
impact-column-item = 対応事項
impact-column-change = 変更
impact-column-provisions = 関わる条項
impact-column-before = 改正前の判定
impact-column-after = 改正後の判定
impact-column-task = 行うこと
impact-nothing = －
impact-unread = 要確認（これまで{ $status }）
impact-task-provide = 定めるか、相違として理由を記載する
impact-task-correct = 判定（extent）を改め、定めを改めるか、相違として理由を記載する
impact-task-review = 新しい文と読み比べ、junsoku accept で記録する
impact-task-remove = 対応付けと相違を削除する
impact-task-nothing = なし
impact-task-acknowledged = 承知している相違の理由を見直す
impact-task-correct-acknowledged = 判定（extent）を改めるか、定めを改め、承知している相違の理由を見直す
impact-task-review-acknowledged = 新しい文と読み比べ、junsoku accept で記録し、承知している相違の理由を見直す
impact-draft-lead = 相違の案（{ $path } に書き加え、TODO を書き換えてください）
impact-draft = TODO 準則の「{ $title }」について、この地域の定めがどう異なるかと、その理由（{ $status ->
    [omitted] 現在は定める条項がない
    [partial] 現在の定めは一部にとどまる
    [weaker] 現在の定めは準則を下回る
   *[different] 現在の定めは準則と異なる
 }）
command-impact = 準則の改正が各地域に及ぼす影響を示す
option-impact-format = 出力の形式
option-impact-from-rev = 改正前の内容を読むgitのリビジョン（省略すると HEAD）
option-impact-from = 改正前の内容のフォルダー
