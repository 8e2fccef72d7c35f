# Words of junsoku import.
command-import = 既にある文書（.docx、.txt、.md）を読み、内容のYAMLにする
option-import-file = 読む文書（- は標準入力）
option-import-region = 地域のid（英小文字、数字、ハイフン）
option-import-document = 文書のid
option-import-name = 地域の名前
option-import-output = 書き出す内容のフォルダー
option-import-dry-run = 書き出さず、読み取った構成を示す
option-import-force = 既にあるファイルを置き換える

import-encoding = { $file }：{ $encoding } として読みました
import-letters = 文字：{ $letters } 字のうち { $kept } 字を残しました（{ $share }）
import-normalisation = 空白、改行、記入する場所を示す下線・空のかっこ・□、全角と半角の違い（NFKC）、見出しや別紙の名のまわりのかっこ、Markdownの記号は数えません
import-depths = 条項：{ $depths }
import-depth = { $depth } 段目 { $count }
import-divisions = 附則 { $supplementary }、別紙など { $appendices }、別表 { $tables }
import-no-structure = 番号や見出しは見つかりませんでした。段落だけの文書にしています
import-histories = 改正の履歴：{ $count }件を編集上の指摘（editor_notes）に入れました
import-links = 参照：{ $count } 件を条項に結びました
import-left-out = 残さなかったもの
import-doubts = 確認してください
import-differences = 元の文書と合わない文字
import-line = { $line } 行目
import-lost = 失われた文字：{ $letters }
import-added = 加わった文字：{ $letters }
import-more = ほか { $count } 件
import-written = { $output } に書き出しました
import-dry = 書き出していません（--dry-run）
import-none = 書き出していません
import-untitled = 題名が見つからないため、地域の名前を題名にしました

import-why-remains = 画像やしおりの跡
import-why-page-number = ページ番号
import-why-page-header = ページごとに繰り返される行
import-why-control = 表示できない文字
import-why-folded-head = 折り返した表で繰り返される見出し
import-why-title-mark = 題名の前の記号

import-chose-joined = 「{ $words }」を前の行の続きとしました
import-chose-title-by-place = 初めの行「{ $words }」を題名としました
import-chose-number-gap = 「{ $words }」の番号が飛んでいます。そのまま残しました
import-chose-number-repeat = 「{ $words }」の番号が前と重なるか、戻っています。そのまま残しました
import-chose-number-late = 「{ $words }」から始まる番号です。そのまま残しました
import-chose-paragraph-after-items = 「{ $words }」を号の後に続く段落としました
import-chose-appendix-by-brackets = 「{ $words }」から別紙が始まるとしました
import-chose-form-by-title = 「{ $words }」から様式が始まるとしました
import-chose-supplementary-by-caption = 「{ $words }」から附則が始まるとしました
import-chose-table-as-lines = 「{ $words }」から始まる表を、行ごとの文章にしました
import-chose-reference = 「{ $words }」の参照先が確かでないため、文字のまま残しました
import-chose-label = 「{ $words }」は番号として数えられないため、文字のまま残しました
import-chose-articles-inside = { $words }が様式又は別紙の中にあります。よろしいですか
import-chose-body-elsewhere = 本文のほとんどが「{ $words }」の中にあります。よろしいですか
import-chose-second-document = 「{ $words }」から別の文書が始まるようです。文書ごとに別のファイルにして取り込んでください
import-doubt-more = { $told }（ほか{ $count }件：{ $lines }行目）
import-doubt-more-paragraphs = { $told }（ほか{ $count }件：{ $lines }番目の段落）
import-chose-cut = 「{ $words }」は文の途中で終わっています。切れていないか確かめてください（独立した段落として残しました）
import-chose-contents-head = 目次にある「{ $words }」が本文の見出しにありません
import-chose-contents-articles = 目次の「{ $words }」の条が、本文のその見出しの下の条と違います
import-chose-titles-below = 「{ $words }」を、その上にある番号の題名としました
import-chose-in-force-unknown = 「{ $words }」からは施行日が分かりません。enacted: に施行日を書いてください
import-chose-articles-go-on = 「{ $words }」は本文の条に続くので、本文に入れました

# Wordのファイルにある、行ではないもの。
import-paragraph = { $line } 段落目

import-why-deleted = 変更履歴で削除された文字
import-why-comment = コメント
import-why-hidden = 印刷されない隠し文字
import-why-contents = 目次
import-why-field = 結果のないフィールド
import-why-picture = 図
import-why-object = グラフ、図表、ほかのソフトのファイル
import-why-symbol = 記号用フォントの記号

import-chose-inserted = 「{ $words }」は変更履歴で挿入された文字です。残しました
import-chose-text-box = 「{ $words }」はテキストボックスにあります。結び付けられた段落の後に置きました
import-chose-note = 脚注「{ $words }」を段落の後に置き、もとの位置に番号を入れました
import-chose-ruby = 「{ $words }」のふりがなを、かっこに入れて残しました
import-chose-formula = 「{ $words }」は数式です。文字として残しました
import-chose-field = 「{ $words }」はフィールドが表示していた文字です。文字として残しました
import-chose-number-format = 「{ $words }」は読み取れない形式の番号です。数字にしました

import-form-comment = TODO: 項目の種類は推定したものです。確かめたら、この行と editor_notes の注を消してください
import-form-note = TODO（記入欄の確認）：記入欄とその種類は、取り込むときに文字から推定したものです。元の様式と見比べてください。
import-form = 様式「{ $title }」：{ $fields }
import-form-without-fields = 様式「{ $title }」：記入欄は見つかりませんでした
import-form-fields = { $type } { $count }
import-chose-form-field = 「{ $words }」の記入欄の種類を「{ $type }」としました
import-chose-form-as-text = 「{ $words }」は、様式にすると文字が変わるため、文章のまま別紙として残しました
import-type-text = 文字
import-type-number = 数
import-type-multiline = 長い文
import-type-furigana = ふりがな
import-type-postal-code = 郵便番号
import-type-telephone = 電話・ＦＡＸ番号
import-type-email = メールアドレス
import-type-date = 日付
import-type-choice = 別表から選ぶ
import-type-radio = 一つを選ぶ
import-type-checkboxes = いくつでも選ぶ
import-type-check = 印を付ける
import-fields = 記入欄の種類（推定）

# The page of --review.
option-import-review = 元の文と取り込んだ結果を並べたページを書き出す
import-review-written = 見比べるページ：{ $file }
review-import-title = { $file } の取込みの確認
review-import-about = 左は読み取った行、右はその行が何になったかと、その場所です。色の付いた行を確かめてください。
review-import-no-doubts = 疑わしいところはありませんでした。
review-import-lines = 行ごとの対照
