# Words of the command line.
about = 地域ごとのＭＣＳ運用ポリシーを、日英のウェブサイトと印刷用PDFにまとめます
usage = junsoku <コマンド> [オプション]
usage-command = junsoku { $command } [オプション]{ $arguments }
usage-heading = 使い方
commands-heading = コマンド
options-heading = オプション
command-build = サイトとPDFをビルドする
command-check = 内容を検査する（何も書き出さない）
command-digest = ビルドの元になる内容を区別する値を表示する
command-merge = 分担して作成した部分を一つのサイトにまとめる
command-setup = PDFに必要なtypstと書体を用意する
option-content = 内容のフォルダー
option-output = 出力先のフォルダー
option-region = この地域だけをビルドする（繰り返して指定できる）
option-shard = 全体をN個に分けたうちのI番目だけを作成する（mergeでまとめる）
option-parts = 「build --shard」で作成したフォルダー
option-no-pdf = PDFを作成しない
option-base-url = 公開する場所のURL（検索用の情報を書き出す）
option-font-path = 同梱の書体に代えて使う書体のフォルダー（繰り返して指定できる）
option-format = 結果の出力形式
option-lang = 画面の言語
option-values = （{ $values }）
option-default = （既定：{ $value }）
option-help = 使い方を表示する
option-version = バージョンを表示する
error = エラー
warning = 警告
hint = 対処
findings = エラー{ $errors }件、警告{ $warnings }件
findings-left-out = ほかに{ $count }件（エラー{ $errors }件、警告{ $warnings }件）ありますが、表示を省きました。内容についての指摘は junsoku check --format json ですべて見られます
check-clean = 問題は見つかりませんでした
built = { $output } をビルドしました：ページ { $pages }、PDF { $pdfs }、警告{ $warnings }件（{ $seconds }秒）
built-first = { $output } にサイトができました（ページ { $pages }）。開いて確認できます。PDFは、typstと書体の用意ができてから作成します
built-without-pdfs = PDFを作成できませんでした。PDFのないサイトを公開しました
built-none = 公開していません。前回の出力は変わりません
merged = { $parts }個の部分を { $output } にまとめました：ページ { $pages }、PDF { $pdfs }
setup-cleaned = キャッシュのPDFを{ $files }点（{ $megabytes } MB）削除しました
setup-done = typstと書体の用意ができました：{ $typst }
progress-reading = 内容を読み込んでいます
progress-pdf = PDFを作成しています
progress-site = ページを書き出しています
command-accept = 対応付けと訳を確認したことを記録する
command-explain = 指摘のコードを説明する
option-target = 確認した地域、文書、条項、対応事項
option-by = 確認した人の名前（記録に残す）
option-all = すべてを確認済みとして記録する
option-clean = キャッシュに残っている前回までのPDFを削除して終わる
option-dry-run = 記録せず、何が変わるかを示す
option-strict = 警告もエラーとして扱う
option-code = 指摘のコード（省略すると規則の一覧）
accept-new = 新規  { $link }
accept-renewed = 更新  { $link }（{ $changed }）
accept-named = 氏名  { $link }
accept-gone = 削除  { $link }
accept-done = { $count }件を記録しました
accept-would = { $count }件を記録することになります（書き込んでいません）
accept-addresses = 公開したアドレスとして{ $new }件、なくなったものとして{ $gone }件
command-fill = 値を記入した様式のPDFを作成する
option-form = 様式（osaki/application、osaki/form-1 など）
option-data = 名簿（.xlsx、.xls、CSV）又は画面で保存したファイル（JSON）
option-template = 値を記入するための空のファイルを作成する（xlsxは --output のフォルダーに保存し、ほかは表示する）
option-map = 名簿の列を入れる欄（使わない列は「-」）。名簿のフォルダーに記憶する
option-sheet = 名簿のあるシートの名前
option-common = 全員に共通の答えのファイル（画面で保存した JSON）
option-name = ファイル名に使う欄（patient.name など）
option-merge = 一つのPDFにまとめる
option-keep-going = 誤りのあるものを除いて作成する
option-incomplete = 必須の欄が空でも作成する（空の欄は知らせる）
option-english = 英語の様式を使う
fill-done = { $output } に{ $count }点のPDFを作成しました
fill-template = 「{ $path }」を作成しました
fill-remembered = 列の対応を「{ $path }」に記憶しました
fill-none = 何も書き出していません
command-compare = 二つの規程を条項ごとに並べて比較する
option-left = 左の規程（chuo/policy、chuo、baseline など）
option-right = 右の規程
option-topic = このテーマの条項だけを比較する（passwords など）
option-differences = 異なる条項だけを示す
option-columns = 一行の桁数（省略すると画面の幅）
compare-legend = { $styled ->
    [true] 一方だけにある語は、太字と下線で示しています
   *[false] 一方だけにある語は、左を [- -]、右を {"{"}+ +{"}"} で囲んでいます
 }。全角と半角、数字と日付の書き方の違いは、違いとして数えません。
compare-none = （対応する条項なし）
compare-shared = （同じ対応事項を定める条項：{ $provisions }）
compare-fact = { $label }：左は{ $left }、右は{ $right }
compare-rewritten = 文章が大きく異なるため、語の違いは示していません
compare-counts = 同じ { $same }、異なる { $different }、左だけ { $left }、右だけ { $right }
compare-counts-shared = 、同じ対応事項の条項が別の行にあるもの { $shared }
compare-nothing = 「{ $topic }」の条項は、どちらの規程にもありません
fate-moved = 移動
fate-split = { $from }から分かれたもの
fate-merged = { $into }に統合
command-suggest = 対応付けのない条項について、該当しそうな対応事項とテーマを候補として示す（--write を付けると、確認したものを書き込む）
option-of-region = 地域
suggest-how =
    条項の語を、対応事項の一覧、準則の本文、他の地域の対応付け済みの条項の語と比べたものです（tf-idfと余弦）。
    数は語の重なりの大きさ（0から1）で、意味を読んだものではありません。該当するかどうか、どの程度かは、読んで判断してください。
    extent: は equal・stricter・partial・weaker・different のいずれかに書き換えてから使います。
    junsoku suggest --write は、一つずつ確認しながら書き込みます。[ ] の中は --accept に書く番号と、そのとき書き込む案です。
option-write = 候補を一つずつ示して尋ね、「y」と答えたものを規程のファイルに書き込む
option-accept = 尋ねずに、この番号の候補を案のとおり書き込む（番号は --write を付けずに実行したときのもの。「3=partial」のように程度も、「t2」のようにテーマの候補も指定できる）
suggest-numbered = [{ $number } 案：{ $proposal }]
suggest-question =
    ────────
    候補 { $number }　{ $provision }（{ $file }:{ $line }）
    { $text }
    この条項は、次の対応事項を満たしますか。
    { $requirement }　{ $title }（{ $level }）
    { $asked }
    候補とした理由：共通の語 { $words }（重なり { $likeness }）
    書き込む案：{ $proposal }
suggest-topic-question =
    ────────
    候補 t{ $number }　{ $provision }（{ $file }:{ $line }）
    { $text }
    この条項は、次のテーマのものですか。
    { $topic }　{ $title }
    候補とした理由：共通の語 { $words }（重なり { $likeness }）
suggest-ask = 書き込みますか [y/n]（qで終わる）：
suggest-ask-extent = どの程度満たしますか [1-5]（Enterだけで { $proposed }）：
suggest-written-one = 書き込みました：{ $target } → { $requirement }（{ $extent }）
suggest-written-topic = 書き込みました：{ $target } → テーマ { $topic }
suggest-nothing-written = 何も書き込みませんでした。
suggest-written-findings = 書き込んだ箇所に、{ $count }件の指摘があります。
suggest-written-next =
    読み直して確認したら、確認済みとして記録してください。
      junsoku accept { $targets }
suggest-begun = { $set }は、準則との照合を始めました。必要事項のうち対応する条項のないもの（現在{ $count }件）は、条項を対応付けるか、conformance.yaml の deviations: に書くまで誤りになります。
suggest-none = 候補はありません。
suggest-why = { $title }　{ $likeness }　共通の語：{ $words }
command-new = 準則をひな型として、新しい地域の規程と様式の案を作成する
option-new-region = 新しい地域のid（英小文字、数字、ハイフン）
option-region-name = 地域の名称（日本語）
new-done = 記入が必要な箇所には「TODO」と書いてあります。箇所の一覧は「junsoku check」で表示します。対応付けは、確認した上で「junsoku accept { $region }」で確認済みにしてください。
command-schema = 内容のファイルのJSON Schemaを出力する（エディターなどの補完と検査に使う）
option-schema-kind = この種類のファイルのものだけを出力する
option-schema-output = 書き出すフォルダー（ファイルの種類ごとに一つ）
schema-done = { $count }個のJSON Schemaを { $output } に書き出しました
suggest-unfinished = 内容に誤りが{ $count }件あります。候補は、読み取れた内容から挙げています。誤りは junsoku check で見られます。
option-all-or-nothing = 一つの地域でも誤りがあれば、何も公開しない
option-as-of = この日に施行されているものを現行とする（2027-04-01 の形。省略すると環境変数 SOURCE_DATE_EPOCH の日、それもなければ今日）
command-edition = 現在の本文を版として残し、改正を始める
option-kept-document = 文書（chuo/policy など）
option-new-from = 改正の施行日（amended: に書き足す）
option-edition-dry-run = 書き込まずに、書き込む内容を示す
example-edition = junsoku edition midori/policy --from 2027-04-01
edition-kept = 保存しました：{ $path }
edition-amended = 書き足しました：{ $path }（amended: { $date }）
edition-next-from = 続けて { $path } を改めてください。{ $date }の前日までは、残した本文が文書のページに示され、新しい本文は未施行として示されます。変わる箇所は「junsoku amend { $document }」で確認できます。
edition-next = 続けて { $path } を改め、施行日を amended: に書き足してください。
edition-undo = 元に戻すには、{ $paths } を削除し{ $date ->
    [none] {""}
   *[other] 、amended: から{ $date }を除い
 }てください。
edition-would = 書き込んでいません。
built-stopped = 誤りがあるため公開しなかった地域：{ $regions }。前に公開したページがあれば残しています。誤りを直して、もう一度 junsoku build を実行してください
option-force = 既にあるファイルを置き換える（元のファイルは隣に .bak として残す）
backup-kept = 元のファイルは { $path } に残しました
option-typst = 使うtypst（指定しなければキャッシュのもの、次にPATHのもの）
command-init = 空のフォルダーに、新しいサイトのファイルを作成する
option-init-folder = 作成する場所
option-site-name = サイトの題名（日本語）
option-council = サイトを運営し、規程を発行する協議会などの名称（日本語）
option-init-region = 最初の地域のid（半角の英小文字、数字、ハイフン）
option-without-baseline = 準則を含めない
init-done = { $folder } に{ $count }個のファイルを作成しました。次の手順に進んでください。
      junsoku import --region { $region } 規程.docx    手元の規程を取り込む
      junsoku build                               サイトをビルドする（output/ja/index.html）
      junsoku check                               修正が必要な箇所を表示する
    詳しくは README.md にあります。
init-summary = { $council }の、ＭＣＳの運用に関する文書です。
init-settings = サイトの設定です。英語のページも作成するときは languages: [ja, en] とし、英語の題名などを en: に書きます。
    初めは、まだ使われていない定義（J0421、J0433）を指摘しません。
    設定できるキー（書き方は「junsoku schema settings」と手引の「キーの一覧」）：
example = 例：{ $example }
example-build = junsoku build --region midori
example-check = junsoku check --strict
example-serve = junsoku serve --open
example-fix = junsoku fix --dry-run
example-accept = junsoku accept midori/policy
example-explain = junsoku explain J0413
example-fill = junsoku fill midori/application --data list.csv
example-amend = junsoku amend midori/policy@2024-04-01 midori/policy
example-impact = junsoku impact --from-rev HEAD~1 --format pdf --output 影響.pdf
example-compare = junsoku compare chuo minato
example-suggest = junsoku suggest midori --write
example-new = junsoku new midori --name みどり町
example-import = junsoku import --region midori policy.docx
example-init = junsoku init site --name みどり町ＭＣＳ規程集 --region midori
example-schema = junsoku schema document
example-digest = junsoku digest
example-merge = junsoku merge --output output part-1 part-2
example-setup = junsoku setup
example-completions = junsoku completions bash > /etc/bash_completion.d/junsoku
exit-statuses = 終了コード：0 問題なし、1 内容に誤りがある、2 使い方又は環境に問題がある
option-quiet = 経過と結果のまとめを表示しない（指摘だけを表示する）
option-color = 指摘に色を付けるか
command-completions = シェルの補完用のスクリプトを出力する
option-shell = シェルの名前
option-first-region-name = 最初の地域の名称（日本語）
command-theme = 体裁（ページと用紙のひな型、スタイル、文言）のファイルの一覧を表示し、又は既定のファイルを複製する
option-theme = 体裁のフォルダー（省略すると、内容のフォルダーの隣の theme）
option-list = 置き換えられるファイルの名前を示す
option-copy = この名前の既定のファイルを、体裁のフォルダーに複製する（既にあるファイルは変えない）
example-theme = junsoku theme --copy site/assets/style.css
theme-copied = { $path } を作成しました。編集して、「junsoku build」で確認してください。

command-serve = 編集中のプレビュー：このコンピューターだけで閲覧できるサイトを表示し、保存のたびに更新する
option-port = 待ち受けるポート（使用中のときは、次の空いているもの）
option-open = ブラウザーを開く
serve-listening = { $address } で閲覧できます（終了は Ctrl+C）
serve-other-port = ポート { $port } は使用中のため、{ $address } で閲覧できます（終了は Ctrl+C）
serve-made = 更新しました：{ $changed }ファイル（{ $seconds }秒、警告{ $warnings }件）
serve-sheets = PDFを更新しました：{ $changed }件
serve-kept = 修正して保存するまで、前のページを表示します
serve-errors = エラー{ $count }件
serve-warnings = 警告{ $count }件
serve-more = ほかに{ $count }件あります（junsoku check ですべて表示します）
serve-close = 閉じる
serve-nothing = まだページがありません。内容の誤りを修正して保存すると、ここに表示されます
command-fix = 明らかな誤り（全角の記号、元号の日付など）を修正する
option-fix-dry-run = 修正せずに、修正する箇所だけを表示する
fix-none = 修正する箇所はありません
fix-would = { $files }ファイルの{ $lines }行を修正できます（まだ書き換えていません）
fix-done = { $files }ファイルの{ $lines }行を修正しました
option-all-findings = 同じ種類のものも省かずに、すべて表示する
findings-alike = { $code }：同じ種類のものが、ほかに{ $count }件あります（--all ですべて表示します）
next-fix = 次に：「junsoku fix」で{ $count }行を修正できます（--dry-run を付けると、書き換えずに示します）
next-suggest = 次に：「junsoku suggest { $region }」で、該当しそうな条項の候補を表示します
next-accept = 次に：内容を確認して、「junsoku accept { $target }」で記録してください
next-explain = 次に：「junsoku explain { $code }」で、説明と例を表示します
