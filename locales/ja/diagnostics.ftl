# Findings. Jnnnn says what is wrong, Jnnnn-hint what to do.
left-empty = 紙面では空欄のままです。手で記入してください
did-you-mean = 「{ $near }」ではありませんか
known-names = 使えるのは次のとおりです：{ $known }
write-so = 次のように書いてください：{ $near }
put-at = { $near } に置いてください
conflict-in-content = 二つの内容を見比べて一つにし、「<<<<<<<」「=======」「>>>>>>>」の行を削除してください

J0001 = コマンドの使い方が正しくありません：{ $reason }
J0001-hint = 「junsoku --help」で使い方を確認してください
J0002 = 「{ $region }」という地域はありません
J0002-hint = 地域の名前は content/regions の下のフォルダー名です：{ $known }

J0003 = 内容のフォルダー「{ $path }」がありません
J0003-hint = --content で内容のフォルダーを指定するか、それがある場所で実行してください
J0004 = 何を確認済みとするのかが指定されていません
J0004-hint = 「junsoku accept chuo/policy」のように対象を書くか、--all を付けてください（両方は書けません）
J0005 = 「{ $target }」に該当する対応付け又は訳はありません
J0005-hint = 地域（chuo）、文書（chuo/policy）、条項（chuo/policy#consent）、対応事項（consent.obtained）のいずれかを書いてください
J0006 = 「{ $name }」というコードはありません
J0006-hint = 「junsoku explain」でコードの一覧を表示します

J0080 = ポート { $first } から { $last } までのいずれも使えません
J0080-hint = --port で別のポートを指定してください
J0081 = プレビューを開始できません：{ $reason }
J0082 = 「{ $path }」が、調べている間に書き換えられました。何も修正していません
J0082-hint = エディターで保存してから、もう一度実行してください
J0101 = YAMLとして読めません
J0101-hint = この行の字下げ、引用符、括弧を、隣の行と見比べてください
J0102 = UTF-8の文字列ではありません
J0102-hint = 文字コードをUTF-8にして保存し直してください
J0103 = ファイルが大きすぎます（上限 { $limit }）
J0103-hint = 文書を分けるか、別のデータが混ざっていないか確認してください
J0104 = 内容のフォルダーの外、又はフォルダーを指すリンクです
J0104-hint = リンクをやめて、ファイルそのものを置いてください
J0105 = 読めません：{ $kind ->
        [missing] ファイルがありません
        [denied] 読み取りの権限がありません
        [special] 通常のファイルではありません
       *[other] { $reason }
    }
J0105-hint = ファイルの有無と読み取りの権限を確認してください
J0106 = 内容のフォルダーにYAMLのファイルがありません
J0106-hint = --content で内容のフォルダーを指定してください（書き方は手引の「書き方のすべて」）
J0107 = この場所、又はこの名前のYAMLは使いません
J0107-hint = baseline/、regions/<地域>/、shared/ の下に、半角小文字の名前で .yaml として置いてください（手引の「書き方のすべて」）
J0108 = idに使えない文字があります：「{ $id }」
J0108-hint = idは半角の小文字で始め、小文字・数字・ハイフンだけを使ってください
J0109 = { $file } がありません
J0109-hint = 名称と発行者を書いた { $file } を置いてください（手引の「書き方のすべて」）
J0110 = 確認の記録の行として読めません
J0110-hint = バージョン管理から戻すか、内容を確認した上で「junsoku accept --all」で作り直してください
J0111 = バージョン管理のマージの競合マーカーが残っています
J0111-hint = マーカーの行を削除して、重複した行を一つにするか、内容を確認した上で「junsoku accept --all」で作り直してください
J0112 = 同じ対応付け又は訳の記録が重複しています
J0112-hint = 正しいほうの行を残してください。分からないときは両方を削除し、確認した上で junsoku accept で記録してください
J0120 = キーの後のコロンが全角です
J0120-hint = 半角のコロンと半角の空白（: ）を書いてください
J0121 = 全角の空白があります
J0121-hint = 半角の空白に置き換えてください
J0122 = 字下げにタブが使われています
J0122-hint = タブを半角の空白に置き換えてください
J0123 = コロンの後に空白がありません
J0123-hint = コロンの後に半角の空白を入れてください
J0124 = リストの印が正しくありません
J0124-hint = リストの行は、半角のハイフンと空白（- ）で始めてください
J0125 = 括弧又は読点が全角です
J0125-hint = 半角の括弧とコンマ（{"{"} {"}"} [ ] ,）を書いてください
J0126 = 引用符が全角です
J0126-hint = 半角の引用符（"…"）で囲んでください
J0127 = 文の中にコロンと空白（: ）があり、キーとみなされます
J0127-hint = 文全体を引用符（"…"）で囲んでください
J0128 = 文の初めの文字、又は波括弧の中の文にある参照の括弧が、YAMLの記号とみなされます
J0128-hint = 文全体を引用符（"…"）で囲んでください
J0129 = 引用符で閉じた後に、文が続いています
J0129-hint = 引用符を文の一部とするときは、文全体をもう一種の引用符（'…'）で囲んでください
J0130 = 引用符（"…"）の中の「\」の後に、使えない文字があります
J0130-hint = 「\」そのものは「\\」と書いてください
J0131 = コンマがありません
J0131-hint = 括弧の中では、値と次のキーの間に半角のコンマを書いてください
J0132 = 括弧が閉じていないか、余分な括弧があります
J0132-hint = 括弧の対応を確認してください
J0133 = 引用符が閉じていません
J0133-hint = 文の終わりに引用符を書いてください。複数の行にわたるときは、続きの行も字下げしてください
J0134 = 字下げが合っていません
J0134-hint = 同じまとまりのキーは、字下げをそろえてください
J0135 = この行にはキー（「名前: 」）がありません
J0135-hint = 「ja: 」のようなキーを付けるか、上の文の続きであれば、その文より深く字下げしてください
J0136 = 「{ $name }」というキーが、同じまとまりに二つあります
J0136-hint = どちらか一方を削除してください
J0137 = 一つのファイルに、--- で区切った文書が二つあります
J0137-hint = --- の行を削除するか、ファイルを分割してください
J0138 = 大きさ、深さ又は繰返しの上限を超えています
J0138-hint = ファイルを分けるか、別のデータが混ざっていないか確認してください

J0139 = 空白の後の「#」から行末までがコメントとみなされ、文から失われます
J0139-hint = 文なら全体を引用符（"…"）で囲み、コメントなら「#」の後に空白を入れてください
J0201 = 「{ $name }」というキーはありません
J0202 = 「{ $key }」がありません
J0202-hint = このまとまりに「{ $key }」を書き加えてください
J0203 = ここには{ $expected ->
        [list] リスト（- で始まる行、又は [ … ]）
        [text] 文
        [boolean] {" "}true か false{" "}
        [count] 1から10000までの整数
        [date] 日付（2025-03-01 の形）
        [block] キーが一つだけの項目
       *[map] キーと値の組（「名前: 値」）
    }を書きます。{ $found ->
        [nothing] 何も書かれていません
        [scalar] 現在は「{ $value }」と書かれています
        [list] 現在はリストが書かれています
       *[map] 現在はキーと値の組が書かれています
    }
J0203-hint = 手引の「キーの一覧」でこのキーの値の形を確認してください。日本語の題名などは「{"{"}ja: …{"}"}」と書きます
J0204 = 日付として読めません：「{ $date }」
J0204-hint = 実在する日を 2025-03-01 の形で書いてください
J0205 = 「{ $name }」という語はここでは使えません
J0206 = 番号の書き方に「{ $name }」はありません
J0207 = 番号の書き方が正しくありません：「{ $style }」
J0207-hint = 番号を表す {"{"}n{"}"} などは一つだけにし、括弧を閉じてください
J0208 = 印刷できない文字（{ $code }）が入っています
J0208-hint = その文字を削除してください
J0209 = 「{ $name }」の重要度は変えられません
J0210 = 「{ $number }」は条項の番号になりません
J0210-hint = 整数か、枝番号をハイフンでつないだもの（5-2 など）を書いてください

J0301 = 「{ $id }」が重複しています
J0301-hint = どちらか一方のidを変えてください
J0302 = 参照先がありません：「{ $reference }」
J0302-hint = 参照先のidを確認してください（書き方は手引の「書き方のすべて」）
J0303 = 元になる様式がありません：「{ $form }」
J0303-hint = 「baseline/staff-pledge」のように、組と様式のidを書いてください
J0304 = extends が循環しています：{ $way }
J0304-hint = いずれかの extends を削除してください
J0305 = 元の様式に「{ $name }」というまとまりはありません
J0306 = 文の中に{ $construct ->
        [markdown-list] 箇条書き
        [markdown-heading] 見出し
        [markdown-quote] 引用
        [markdown-code] コード
        [markdown-alt] 説明のない画像
        [markdown-note] 注（`[^印]`）の誤り
        [markdown-language] 言語の印の誤り
        [markdown-nesting] 深すぎる入れ子の強調
       *[markdown-rule] 区切り線
    }があります
J0306-hint = { $construct ->
        [markdown-alt] 画像には、見ることができない人のための説明を書いてください：![駅からの道順](picture:map.png)
        [markdown-language] 言語を符号で示し、語を添えてください：[Station](lang:en)
        [markdown-note] 注は一つの段落で、文から [^印] で指してください。注から注を指すことはできません
       *[other] 箇条書きは items に、見出しは caption に書いてください。記号そのものを書くときは前に \ を付けます
    }
J0307 = この文書の levels に「{ $name }」はありません
J0308 = 枝番号のもとになる番号がありません
J0308-hint = branch は、もとになる条の後に置いてください（branch: 2 は branch: 1 の後）
J0309 = この深さの番号の書き方が levels にありません
J0309-hint = levels に一段加えるか、level: none としてください
J0310 = 様式番号 { $number } が重複しています
J0310-hint = どちらか一方の number を変えてください

J0311 = 強調にならない ** があります
J0311-hint = ** は括弧や句読点の内側に寄せてください（**「同意」** ではなく「**同意**」）。** そのものを書くときは \*\* とします
J0312 = extends のない様式では、replace、drop、append は使えません
J0312-hint = blocks に書くか、元になる様式を extends に書いてください
J0313 = extends のある様式では、blocks は使えません
J0313-hint = 加えるものは append に、置き換えるものは replace に書いてください
J0314 = 条項の入れ子が深すぎます
J0314-hint = 八段までにしてください
J0315 = 表の列は二つか三つです
J0315-hint = columns に、見出しと本文の二つか、番号を加えた三つを書いてください
J0316 = 項（paragraphs）に level は使えません
J0316-hint = この行を削除してください。番号を表示しないときは numbered: false とします
J0317 = 文章の中の記入欄「{ $id }」が、{ $lang ->
    [ja] 日本語
   *[other] 英語
 }の文に置かれていません
J0317-hint = 文の中に [](field:{ $id }) と書いて、欄の位置を示してください
J0318 = 種類が { $type } の項目に { $key } { $fault ->
    [missing] がありません
   *[other] は使えません
 }
J0318-hint = { $fault ->
    [missing] { $key } を書いてください
   *[other] { $key } を削除するか、type を改めてください
 }
J0319 = 同じ番号の別表がほかにもあります：{ $number }
J0319-hint = number を重ならないように改めてください
J0320 = 別表の列の見出しは二つです（番号とその意味）。{ $count }個書かれています
J0320-hint = columns に二つの見出しを書いてください
J0321 = replaced_by が指す法令やガイドラインがありません：「{ $name }」
J0322 = 対応事項「{ $id }」のidは、ファイル名「{ $group }」で始まりません
J0322-hint = 「{ $group }.…」に改めるか、ほかのファイルに移してください
J0323 = 対応事項の元になるのは準則の条項です：「{ $reference }」は該当しません
J0323-hint = 「policy#…」の形で準則の条項を書いてください
J0324 = 種類が { $type } の parameters の書き方が正しくありません
J0324-hint = number には unit を、set と choice には values を書きます
J0325 = この対応事項に「{ $name }」という parameters はありません
J0326 = 種類が { $type } の parameters に合う条件が一つではありません
J0326-hint = number には at_least か at_most、set には includes_all、choice には one_of を一つ書いてください
J0327 = 「{ $name }」という値はありません
J0328 = 「{ $name }」という対応事項は準則にありません
J0328-hint = content/baseline/requirements にあるidを書いてください
J0329 = ここに meets は使えません
J0329-hint = 対応付けは、地域の文書の条項に書きます（様式は、それを求める条項の with に書きます）
J0330 = conformance.yaml に「{ $name }」という役割はありません
J0331 = 誰が行うのか特定できません：{ $actor } に相当する役割が複数あります（{ $known }）
J0331-hint = by に役割のidを書いてください
J0332 = parameters と alternatives の両方があります
J0332-hint = 選べる場合は alternatives だけに書いてください
J0333 = 値の書き方が { $type } に合いません
J0333-hint = { $type ->
    [number] 「8 characters」のように、数と単位を書いてください
    [set] 「[letters, digits]」のように、リストで書いてください
   *[choice] 値のidを一つ書いてください
 }
J0334 = 単位が違います：「{ $unit }」
J0334-hint = 「{ $expected }」と書いてください
J0335 = 記入できる数（min、max）が、欄の数（count）に合いません
J0335-hint = min は max 以下に、max は count 以下にしてください。続きの紙を使うときは continues: true とします

J0401 = 英語がありません（英語のページには日本語を表示します）
J0401-hint = en に訳を書いてください
J0402 = HTMLは使えません。「{ $tag }」は文字のまま表示します
J0402-hint = 強調は **…**、リンクは [文字](先) と書いてください
J0403 = Typstのコードは使えません。「{ $code }」は文字のまま表示します
J0403-hint = 文字として示す場合は、そのままで差し支えありません
J0404 = 書き換えた文書なのに source がありません
J0404-hint = 元の文書の題名と確認した日を source に書いてください
J0405 = 日本語が空です
J0405-hint = ja に書くか、項目ごと削除してください
J0406 = 本文のない様式にひな型を当てはめたものは、正式な文書とはいえません
J0406-hint = standing を restated にするか、origin を source にしてください
J0407 = 準則のひな型としていますが、準則の様式を元にしていません
J0407-hint = extends に準則の様式を書くか、origin を project-model にしてください
J0408 = 用語「{ $ja }」の訳「{ $en }」が英文にありません
J0408-hint = 英文を用語集の訳に合わせるか、用語集（shared/glossary.yaml）の also に加えてください
J0409 = 「{ $requirement }」について { $claim } と書かれていますが、{ $parameters ->
    [none] 義務の程度（準則は{ $level ->
        [required] { level-required }
        [instructed] { level-instructed }
        [recommended] { level-recommended }
        [advised] { level-advised }
       *[optional] { level-optional }
    }、ここでは{ $modality ->
        [must] { modality-must }
        [should] { modality-should }
        [consider] { modality-consider }
       *[may] { modality-may }
    }）からは { $shown } です
   *[other] 値（{ $parameters }）と義務の程度（準則は{ $level ->
        [required] { level-required }
        [instructed] { level-instructed }
        [recommended] { level-recommended }
        [advised] { level-advised }
       *[optional] { level-optional }
    }、ここでは{ $modality ->
        [must] { modality-must }
        [should] { modality-should }
        [consider] { modality-consider }
       *[may] { modality-may }
    }）からは { $shown } です
 }
J0409-hint = extent を改めるか、値と modality が本文のとおりか確認してください
J0410 = 値の { $number } が本文にありません
J0410-hint = 本文の数に合わせてください。本文が誤っている場合は、本文を修正してください
J0411 = 本文の { $number } が「{ $requirement }」の値（{ $line }行目の対応付け）にありません
J0411-hint = 対応付けの parameters に書くか、本文を確認してください
J0412 = 「{ $requirement }」への対応付けが、{ $file } の{ $line }行目と食い違っています
J0412-hint = 一か所にまとめ、ほかの条項は with に書いてください
J0413 = 必要事項「{ $title }」（{ $requirement }）を { $set } は満たしていません：{ $status ->
    [covered] { status-covered }
    [stricter] { status-stricter }
    [partial] { status-partial }
    [weaker] { status-weaker }
    [different] { status-different }
    [not-available] { status-not-available }
   *[omitted] { status-omitted }
 }
J0413-hint = 満たす条項に meets を書くか、異なる点を conformance.yaml の deviations に書いてください
J0414 = 「{ $requirement }」は相違ではありません：{ $status ->
    [covered] { status-covered }
    [stricter] { status-stricter }
    [partial] { status-partial }
    [weaker] { status-weaker }
    [different] { status-different }
    [not-available] { status-not-available }
   *[omitted] { status-omitted }
 }
J0414-hint = deviations からこの対応事項を削除してください
J0415 = 「{ $requirement }」には、この地域の条項の対応付けがあります
J0415-hint = elsewhere からこの対応事項を削除するか、対応付けを確認してください
J0416 = 対応付け（{ $target }）を確認した後で、{ $changed ->
    [text] 条項の本文
    [lead] 条項の柱書き又は表の見出し
    [modality] 条項の義務の程度
    [extent] 評価（extent）
    [parameters] 値（parameters）
    [requirement] 準則の本文
    [requirement_lead] 準則の柱書き又は表の見出し
    [level] 準則での位置づけ（level）
   *[conditions] 準則の条件
 }が変わりました
J0416-hint = まだ合っているか確認して、「junsoku accept { $accept }」で記録してください
J0417 = 訳（{ $target }）を確認した後で、{ $changed ->
    [ja] 日本語
   *[en] 英語
 }が変わりました
J0417-hint = まだ合っているか確認して、「junsoku accept { $accept }」で記録してください
J0418 = { $kind ->
    [mapping] 対応付け
   *[translation] 訳
 }（{ $target }）を確認した記録がありません
J0418-hint = 確認して、「junsoku accept { $accept }」で記録してください
J0419 = 確認の記録（junsoku.lock）がありません
J0419-hint = 確認して、「junsoku accept --all」で記録してください
J0420 = 「{ $link }」はもうありません
J0420-hint = 「junsoku accept --all」で記録から消えます
J0421 = { $kind ->
    [law] 法令
    [guideline] ガイドライン
    [link] リンク
    [contact] 連絡先
    [table] 別表
   *[unavailable] 入手できない文書
 }「{ $id }」は、どこからも参照されていません
J0421-hint = 参照するか、削除してください
J0422 = 表紙の日付（{ $cover }）が、最後の改正（{ $amended }）より前です
J0422-hint = 表紙の日付を改めてください
J0423 = 改正の日（{ $amended }）が、施行の日（{ $enacted }）より前です
J0423-hint = 日付を確認してください
J0446 = 改正の日（{ $amended }）が重複しています（最初は{ $line }行目）
J0446-hint = 一方を削るか、別の改正の日に改めてください
J0424 = 見出しは { $heading } ですが、より強く義務付ける号があります（{ $lines }行目）
J0424-hint = 号か見出しの言い方をそろえてください
J0425 = 様式にパスワードの欄があります：「{ $field }」
J0425-hint = 欄を削除し、パスワードは別の方法で伝えてください
J0426 = 「{ $former }」は、現在は「{ $now }」です
J0426-hint = 現在の名称に改めてください
J0427 = 「{ $guideline }」の版が定まっていません（最新版）
J0427-hint = 版を指定してください（[](guideline:{ $guideline }/版のid)）
J0428 = 様式「{ $form }」の提出を定める条項がありません
J0428-hint = 条項から [](form:{ $form }) で参照するか、様式を削除してください
J0429 = 「{ $spelling }」と「{ $other }」の両方が使われています
J0429-hint = この文書の中で、どちらかにそろえてください
J0430 = 「{ $allowed }」を認める注記ですが、ここにその指摘はありません
J0430-hint = 注記を削除してください
J0431 = 注記「# allow { $allowed }」には、認められる指摘のコードと理由が必要です
J0431-hint = 「# allow J0427: 理由」のように書いてください

J0116 = { $kind ->
    [long] 名前が長すぎて、保存できないディスクがあります（200バイトまで）：「{ $name }」
    [device] 「{ $name }」はWindowsが装置の名前に使っているため、ファイル名に使えません
    [end] 名前の末尾の点や空白は、Windowsでは失われます：「{ $name }」
   *[letter] Windowsでファイル名に使えない文字があります：「{ $name }」
}
J0116-hint = 別の名前にしてください。内容はWindowsでも編集され、取り出され、サイトのビルドに使われます
J0117 = { $kind ->
        [missing] ページの冒頭に、題名などの記載がありません
        [open] ページの冒頭の記載に、終わりの行がありません
       *[english] 英語のファイルには、冒頭の記載を置けません
    }
J0117-hint = { $kind ->
        [english] 本文から始めてください。題名や日付は日本語のファイルに書き、英語の題名は en: に書きます
       *[other] --- だけの行、題名（title: {"{"}ja: …, en: …{"}"}）、もう一度 --- だけの行で始め、その下に本文を書いてください
    }
J0118 = { $kind ->
        [alone] この英語のもとになる日本語のページがありません
       *[name] ページの名前か置き場所が使えません
    }
J0118-hint = { $kind ->
        [alone] 「名前.en.md」の隣に「名前.md」を置いてください
       *[name] pages/ の直下に、半角の英小文字、数字、ハイフンの名前で置いてください：guide.md、2026-04-01.md。英語は guide.en.md です
    }

J0501 = 「{ $path }」は junsoku が作成したフォルダーではないため、置き換えません
J0501-hint = 別の場所を --output で指定するか、このフォルダーを空にしてください
J0502 = 「{ $path }」に書き出せません：{ $reason }
J0502-hint = 空き容量と書き込みの権限を確認してください。既存のファイルは変わりません
J0503 = PDFを作成できませんでした：{ $said }
J0503-hint = 様式や文書の文字を確認してください。PDFなしでビルドするには --no-pdf を付けます
J0504 = PDFの作成時に警告がありました：{ $said }
J0504-hint = そのページを開いて、文字が正しく表示されているか確認してください
J0505 = { $kind ->
    [none] 作業用のフォルダーを置く場所がありません
   *[other] 「{ $path }」に作業用のフォルダーを作れません：{ $reason }
}
J0505-hint = 書き込めるフォルダーを環境変数 JUNSOKU_CACHE_DIR で指定するか、キャッシュのフォルダーの空き容量と権限を確認してください
J0506 = ページのひな型に誤りがあります：{ $reason }
J0506-hint = templates/site を修正してください
J0507 = いずれの書体にもない文字です：「{ $letters }」
J0507-hint = 別の文字に変えるか、その文字のある書体のフォルダーを --font-path で指定してください
J0508 = 内容のフォルダーが出力先「{ $path }」の中にあり、置き換えると失われます
J0508-hint = 内容のフォルダーの外を --output で指定してください
J0509 = 出力に、保存できないシステムのあるファイルができます：「{ $path }」{ $kind ->
    [meets] （「{ $other }」と大文字・小文字だけが違います）
    [device] （Windowsが装置の名前に使っています）
    [end] （名前の末尾に点や空白があります）
    [long] （200バイトより長い名前があります）
   *[letter] （Windowsで使えない文字があります）
}
J0509-hint = もとになったものの id を変えてください
J0510 = 「{ $path }」は既にあり、上書きしません
J0510-hint = 別の書き出し先を指定してください。--force のあるコマンドでは、--force を付けると置き換え、元のファイルを隣に残します（.bak）
J0511 = 「{ $path }」を書き出すだけの空きがディスクにありません
J0511-hint = 空きを作るか、別のディスクの場所を指定してください。既存のファイルは変わりません
J0512 = 「{ $path }」に書き込む権限がないか、書き込めないディスクです
J0512-hint = 書き込みの権限を得るか、別の場所を指定してください
J0513 = 「{ $path }」には、ディスクに保存できない名前、又は長すぎる名前があります
J0513-hint = idや名前を短くしてください
J0514 = この紙面の作成で、typstが{ $kind ->
    [time] 時間
   *[memory] メモリー
}の上限（{ $limit }）を超えました
J0514-hint = 文章、行、件数が想定より多くないか確認し、分割してください
J0515 = typstの出力が、求めるPDFではありません（{ $kind ->
    [header] 先頭又は末尾がPDFの形式ではありません
    [pages] 読めないか、ページが足りません
   *[standard] PDF/UA-1とPDF/A-2aに準拠する旨の表示がありません
}）
J0515-hint = 別のプログラムである可能性があります。そのプログラムを削除して「junsoku setup」を実行するか、--typst で別のものを指定してください
J0516 = 「{ $path }」には junsoku が作成していないファイルがあり、置き換えると失われます：{ $files }{ $more ->
    [none] { "" }
   *[other] 、ほか { $more } 個
}
J0516-hint = 別の場所に移すか、junsoku.yaml の「keep: [.git, CNAME, .well-known, …]」に書いて残してください
J0518 = 「{ $path }」は、ビルドで作成するファイルと同じ場所になります
J0518-hint = static/ の中のファイル名を変えるか、別のフォルダーに入れてください
J0517 = 「{ $name }」はビルドで作成するため、出力先に残せません
J0517-hint = junsoku.yaml の「keep:」から除いてください

J0701 = データ「{ $path }」を{ $kind ->
    [missing] 見つけられません
    [denied] 読む権限がありません
    [special] ファイルとして読めないか、大きすぎます
   *[other] 読めません（{ $reason }）
 }
J0701-hint = --data に、名簿（.xlsx、.xls、CSV）か、画面で保存したファイル（JSON）を指定してください
J0702 = 文字コードを判別できません（UTF-8 でも Shift_JIS でもありません）
J0702-hint = 表計算ソフトでExcelブック（.xlsx）又は「CSV UTF-8」として保存し直してください
J0703 = この様式に「{ $name }」という欄はありません
J0704 = { $record }件目（{ $row ->
    [none] { $path }
   *[other] { $row }行目{ $heading ->
        [none] {""}
       *[other] の「{ $heading }」
    }
 }）：{ $expected ->
    [list] リスト（[ … ]）を書いてください
    [map] 欄の名と値の組（{"{"} … {"}"}）を書いてください
   *[text] 一つの値を書いてください
 }
J0704-hint = 「junsoku fill 様式 --template json」で書き方を確認してください
J0705 = { $record }件目（{ $row ->
    [none] { $path }
   *[other] { $row }行目{ $heading ->
        [none] {""}
       *[other] の「{ $heading }」
    }
 }）：「{ $field }」が空です（必須）
J0705-hint = 値を書いてください
J0706 = { $record }件目（{ $row ->
    [none] { $path }
   *[other] { $row }行目{ $heading ->
        [none] {""}
       *[other] の「{ $heading }」
    }
 }）：「{ $field }」に書けない値です：「{ $value }」
J0706-hint = { $reason ->
    [control] 目に見えない文字（制御文字）を削除してください
    [long] 長すぎます。{ $known }字までにしてください
    [line-break] 改行を削除してください
    [reading] ふりがなは、ひらがなかカタカナで書いてください（例：{ $known }）
    [postal-code] 郵便番号は7桁です（例：{ $known }）
    [telephone] 電話番号は市外局番から書いてください（例：{ $known }）
    [email] メールアドレスの形で書いてください（例：{ $known }）
    [number] 整数を書いてください（例：{ $known }）
    [date] 日付として読み取れません。{ $known } や 令和8年4月1日 の形で入力してください
    [no-such-month] 月は1から12までです
    [no-such-day] その月にその日はありません
    [too-old] 明治6年（1873年）以後の日付を入力してください
    [weekday] 曜日が日付と合いません。日付を確認してください
    [era-zero] 元号の年は元年（1年）からです
    [era-over] その元号は { $known } までです
    [era-later] その元号は { $known } からです
    [choice] 次のいずれかを書いてください：{ $known }
   *[check] チェックを付けるときは { $known }、付けないときは空にしてください
 }
J0707 = { $record }件目（{ $row ->
    [none] { $path }
   *[other] { $row }行目{ $heading ->
        [none] {""}
       *[other] の「{ $heading }」
    }
 }）：行が{ $fault ->
    [few] 足りません：{ $count }行（{ $bound }行以上）
   *[many] 多すぎます：{ $count }行（{ $bound }行まで）
 }
J0707-hint = この様式に書ける数に合わせてください
J0708 = { $record }件目（{ $row ->
    [none] { $path }
   *[other] { $row }行目{ $heading ->
        [none] {""}
       *[other] の「{ $heading }」
    }
 }）：別の様式のデータです：「{ $named }」
J0708-hint = { $form } のデータを指定してください
J0709 = 同じ欄（{ $path }）の列が二つあります：{ $columns }
J0709-hint = 使わない列を「--map 列名=-」で指定するか、どちらかの列を削除してください
J0710 = 「{ $name }」という様式はありません
J0710-hint = 「osaki/application」や「osaki/form-1」のように、地域と様式を書いてください：{ $known }
J0711 = データが多すぎます：{ $count }件（一度に { $most }件まで）
J0711-hint = 分けて実行してください
J0712 = データが一件もありません
J0712-hint = 見出しの下の行に値を書いてください
J0713 = データとして読めません：{ $reason }
J0713-hint = 示した箇所の前後の括弧、引用符、区切りを確認してください
J0714 = { $row }行目に、見出しのない値があります（見出しは { $columns } 列）
J0714-hint = 値の中のコンマは、値を引用符で囲んでください
J0716 = 「{ $path }」が既にあります
J0716-hint = 別の出力先を --output で指定するか、ファイルを移動してください
J0717 = { $record }件目（{ $row ->
    [none] { $path }
   *[other] { $row }行目{ $heading ->
        [none] {""}
       *[other] の「{ $heading }」
    }
 }）：「{ $field }」が欄に収まりません
J0717-hint = 短くするか、別紙に書いてください
J0718 = ファイル名にする欄「{ $path }」がこの様式にありません
J0719 = データが指定されていません
J0719-hint = --data でファイルを指定するか、--template xlsx で空の名簿を作ってください
J0720 = { $record }件目{ $row ->
    [none] {""}
   *[other] （{ $row }行目）
 }：「{ $letters }」のある書体がありません
J0720-hint = 別の文字に改めるか、その欄を手で記入してください
J0721 = 使わなかった列があります：{ $columns }
J0721-hint = 使うべき列があれば「--map 列名=欄名」で指定してください
J0722 = 見出しを次の欄と読み替えました：{ $pairs }
J0722-hint = 違うときは「--map 列名=欄名」で指定してください（使わない列は「--map 列名=-」）
J0723 = 見出しの行が見つかりません
J0723-hint = 列の上に見出しを書いてください：{ $known }
J0724 = 見出し「{ $heading }」に該当する欄が一つに決まりません：{ $known }
J0724-hint = 「--map { $heading }=欄」で、どの欄かを指定してください
J0725 = { $kind ->
    [none] 指定されたシートがありません：{ $sheets }
   *[several] 名簿と思われるシートが複数あります：{ $sheets }
 }
J0725-hint = 「--sheet シート名」で一つを指定してください
J0726 = { $kind ->
    [password] パスワードで保護されたブックです
    [large] ブックが大きすぎます
    [other] Excelのブック（.xlsx、.xlsm、.xls）ではありません
   *[broken] ブックが壊れているため読めません（{ $reason }）
 }
J0726-hint = { $kind ->
    [password] Excelで開き、パスワードを解除して別名で保存してください
    [large] 名簿のシートだけを別のブックに保存してください
    [other] Excelで .xlsx として保存し直してください
   *[broken] Excelで開いて保存し直してください
 }
J0727 = 必須の欄「{ $field }」に該当する列が名簿にありません
J0727-hint = 列を加えるか、「--map 列名={ $path }」で指定するか、全員に共通の答えを --common のファイルに書いてください
J0728 = { $kind ->
    [sheets] 表示されていないシートは読んでいません：{ $names }
    [rows] 表示されていない行は読んでいません：{ $names }行目
   *[macros] マクロは実行していません。セルに保存されている値を読みました{ $names }
 }
J0728-hint = 必要なものがあれば、再表示して保存し直してください
J0729 = { $row }行目の「{ $heading }」：計算式の値が{ $kind ->
    [error] エラーです（{ $value }）
   *[uncomputed] 保存されていません{ $value }
 }
J0729-hint = Excelで開いて計算し直し、値を確認して保存してください
J0730 = { $row }行目に別の表の見出しがあります。一つのシートに二つの表があるようです
J0730-hint = 名簿の表だけを別のシートにコピーしてください
J0731 = 「{ $heading }」の値が行によって違います（{ $first }行目と{ $other }行目）。様式に一つしか書けない欄のため、使いませんでした
J0731-hint = 施設ごとに名簿を分けるか、値をそろえてください
J0732 = --map に書かれた見出し「{ $heading }」が名簿にありません
J0732-hint = 名簿の見出し：{ $known }
J0733 = 値が一つしかない行があります：{ $rows }行目
J0733-hint = 合計や注記の行なら、名簿から除いてください
J0734 = --map の書き方が違います：「{ $value }」
J0734-hint = 「--map メール=users.mcs-id」のように、列名と欄を = でつないでください
J0735 = 列の対応を記憶したファイル「{ $path }」を読めないため、使っていません（{ $reason }）
J0736 = 下書きのファイルです。読み取れない値が残っています
J0736-hint = 様式の画面で読み込み、示された欄を修正してから保存し直してください
J0737 = { $record }件目（{ $row ->
    [none] { $path }
   *[other] { $row }行目{ $heading ->
        [none] {""}
       *[other] の「{ $heading }」
    }
 }）：「{ $fields }」がすべて空です（いずれか一つは必須）
J0737-hint = いずれか一つに値を書いてください
J0735-hint = ファイルを修正するか、削除してください
J0738 = 合計などの行を読み飛ばしました：{ $rows }行目
J0738-hint = 人の行なら、最初の列や氏名の欄の「合計」「以上」「2名」などの語を改めてください
J0739 = 「〃」「同上」などを上の行の値に置き換えました：{ $columns }（{ $rows }行目）
J0739-hint = 違うときは、その欄に値を書いてください
J0740 = { $row }行目の「{ $heading }」：「{ $value }」が指す値が{ $kind ->
        [two] 、上の行か別の欄か分かりません
       *[nothing] 上の行にありません
    }
J0740-hint = その欄に値を書いてください
J0741 = 見出しのない列の値は使いませんでした：{ $columns }列（{ $rows }行目）
J0741-hint = 必要な値なら、その列の上に見出しを書いてください
J0742 = 見出しの行より上にある値は使いませんでした：{ $pairs }
J0742-hint = 必要な値なら、列にするか、全員に共通の答えとして --common のファイルに書いてください
J0743 = 名簿の列の値を、様式に一つしか書かない欄に入れました：{ $pairs }
J0743-hint = 個人の住所や電話番号などなら「--map 列名=-」と指定してください
J0744 = --common の答えと違うため、名簿の列の値は使いませんでした：{ $columns }
J0744-hint = 名簿の値を使うときは「--map 列名=欄名」で指定してください
J0336 = 「{ $name }」というテーマはありません
J0336-hint = content/shared/topics.yaml にあるidを書いてください
J0432 = この条項にはテーマがありません
J0432-hint = topic: に content/shared/topics.yaml のidを書いてください（この条項か、すぐ下のすべてに）
J0433 = テーマ「{ $topic }」の条項がありません
J0433-hint = 条項にこのテーマを書くか、一覧から除いてください
J0113 = 版のフォルダーの名前は日付とします：「{ $folder }」
J0113-hint = その版の施行日を、editions/2025-03-01/policy.yaml の形で書いてください
J0337 = { $order ->
    [same] 同じ日付の版が二つあります（現行の文書も{ $present }から施行）
   *[later] { $date }の版が、現行の文書（{ $present }から施行）より前のものになっていません
}
J0337-hint = 版は、その施行日を名前とするフォルダーに置きます。現行の文書の施行日は amended: 又は enacted: に書きます
J0338 = 現行の文書がない版です：「{ $name }」
J0339 = 以前の版があるのに、現行の文書の施行日が書かれていません
J0339-hint = enacted: と、改正の日付の amended: を書いてください
J0340 = 利用者名やパスワードを含むアドレスへのリンクです：「{ $reference }」
J0340-hint = @ とその前を除いてください（https://www.example.jp/ のように書きます）
J0341 = 「{ $name }」は出力先のフォルダーの中の場所ではありません
J0341-hint = 名前か、名前を / でつないだものを書いてください（. と .. は使えません）：CNAME、docs/old
J0343 = 「{ $name }」という地域はありません
page-english-hint = 英語の本文を、隣に .en.md で終わる名前のファイルとして置いてください
page-markdown-hint = ページに書けるのは、見出し、箇条書き、引用、表、強調、コード、リンク、画像、注です。画像は pictures/ に置いて ![言葉](picture:ファイル名)、ほかのファイルは static/ に置いて [言葉](file:ファイル名) で示してください。記号そのものを書くときは前に \ を付けます
J0345 = to は、number より後の、同じ形の番号でなければなりません
J0345-hint = number: 4 に to: 6 のように書いてください。枝番号では number: 2-3 に to: 2-4 とします
J0349 = either から選べる欄が二つ以上ありません
J0349-hint = either には、required を書いていない欄を二つ以上挙げてください
J0360 = 表の{ $row }行目が、列の数（{ $columns }）と合いません
J0360-hint = その行のますを数えてください。列にまたがるますは span:、行にまたがるますは rows: に数を書き、空のますは {"{"}{"}"} と書きます
J0361 = 表にますがありません
J0361-hint = rows: に、行ごとのますを書いてください。示す内容がなければ、表を削除してください
J0362 = 表の列が{ $count }あります。紙面に収まるのは{ $most }までです
J0362-hint = 複数の表に分けてください
J0370 = { $kind ->
    [itself] 「{ $id }」が、自分自身に置き換えられたことになっています
   *[circle] replaced_by が循環しています：{ $circle }
 }
J0370-hint = 最も新しいものの replaced_by を削除してください。同じものの新しい版なら、versions に加えてください
J0371 = 版「{ $version }」の日（{ $from }）が、その前の版「{ $before }」の日（{ $earlier }）より後ではありません
J0371-hint = 版は古い順に、それぞれの版となった日（from）とともに書いてください
J0040 = 「{ $name }」という文書はありません
J0040-hint = 文書：{ $known }
J0041 = 「{ $document }」に「{ $edition }」の版はありません
J0041-hint = 版：{ $known }
J0042 = ファイルを比べる相手の文書が分かりません
J0042-hint = もう一方に chuo/policy のような文書の名前を書いてください
J0043 = 「{ $name }」より前の版はありません
J0043-hint = 改正前と改正後の両方を指定するか、--from-rev でgitのリビジョンを指定してください
J0044 = gitを実行できません：{ $reason }
J0045 = 内容のフォルダー「{ $path }」はgitで管理されていません：{ $reason }
J0046 = 「{ $revision }」というリビジョンはありません
J0047 = リビジョン「{ $revision }」に内容のフォルダー「{ $path }」はありません
J0048 = リビジョン「{ $revision }」の内容を取り出せません：{ $reason }
J0049 = 二つの文書に共通する条項が一つもありません
J0049-hint = 別の文書を比べていないか、名前を確認してください。このままでは、すべてを削り、すべてを新設する表になります
J0050 = PDFを書き出すファイルの名前がありません
J0050-hint = --output で指定してください
J0052 = 「{ $path }」は内容のフォルダーの中なので、書き出しません
J0053 = 改正前の「{ $old }」は、改正後の「{ $new }」より新しい版です
J0053-hint = 改正前、改正後の順に指定してください
J0054 = リビジョン「{ $revision }」の内容に誤りがあり、比べられません
J0055 = { $date }に施行されている「{ $document }」の本文はありません
J0055-hint = 版の日付を確認してください。junsoku amend { $document } は、書かれている最も新しい本文を比べます
J0060 = 環境変数 SOURCE_DATE_EPOCH の「{ $value }」は秒数ではありません
J0060-hint = 1970年からの秒数にするか、--as-of で日付を指定してください
J0061 = { $day }には、まだ何も施行されていません。最も早いものは{ $first }の施行です
J0061-hint = すべてのページが未施行と示されます。--as-of の日付を確認してください
J0062 = 「{ $document }」に施行日がないため、版として保存する日付が分かりません
J0062-hint = enacted: に施行日を書いてください
J0063 = 改正の施行日を{ $from }としていますが、現在の本文の施行日は{ $present }です
J0063-hint = --from にそれより後の日付を指定してください
J0064 = 現在の本文は既に版として保存されています：{ $path }
J0064-hint = 文書を改めてください。改正日は amended: に新しい日付を書きます
J0065 = { $path } は書き換えられません。{ $reason ->
    [syntax] YAMLとして読めない箇所があります
    [anchor] アンカー（&名前）や別名（*名前）を使っています
    [tag] 型の指定（!名前）を使っています
    [several-documents] 一つのファイルに複数の文書（---）があります
    [complex-key] キーが一つの語ではありません
    [bare-pair] 角括弧の中の「名前: 値」が波括弧で囲まれていません
    [line-break] 改行がCRだけになっています
    [comment] コメント（#）が失われる箇所があります
    [shape] 書き込む先の形が、想定と異なります
   *[other] 書き換えた結果が想定と異なります
}
edition-by-hand = 何も書いていません。amended: に日付を書き足し、--from を付けずに実行してください
suggest-by-hand = 何も書いていません。junsoku suggest の一覧を見て、手で書き加えてください
merge-by-force = 何も書いていません。その箇所を書き直してください。既存のファイルを置き換えるときは --force を付けてください（元のファイルは .bak に残ります）
J0007 = 比べる規程が見つかりません：「{ $name }」
J0007-hint = 地域と規程を chuo/policy のように、準則は baseline と書いてください。あるもの：{ $known }
J0008 = 「{ $name }」というテーマはありません
J0008-hint = content/shared/topics.yaml にあるidを書いてください
J0434 = フォルダーの日付は{ $folder }ですが、この版に書かれた施行日又は改正日は{ $own }です
J0434-hint = フォルダーの名前、又はこの版の enacted: か amended: を修正してください
J0435 = { $date }の版がありますが、その日が改正日に入っていません
J0435-hint = 現行の文書の amended: に加えてください
J0436 = まだ書かれていない箇所があります：{ $words }
J0436-hint = 「TODO」とその説明を、実際の内容に書き換えてください
J0009 = 「{ $id }」は地域のidになりません
J0009-hint = 英小文字で始まり、英小文字、数字、ハイフンから成る名前としてください。baseline は使えません
J0010 = 既にあります：{ $path }
J0010-hint = 別のidを指定するか、既存のファイルを移動してください。上書きはしません
J0011 = ひな型にする準則がありません
J0011-hint = content/baseline に準則の文書と requirements が必要です
J0012 = 標準出力に書き出せません：{ $reason }
J0012-hint = 出力先の空き容量を確認してください。出力は途中までです
J0437 = { $set }は、まだ何も確認されていません（対応付け { $mappings } 件、訳 { $translations } 件）
J0437-hint = 読んで確認し、「junsoku accept { $set }」で記録してください

J0801 = { $path } を読めません{ $kind ->
    [missing] （見つかりません）
    [denied] （読む権限がありません）
    [special] （ファイルではありません）
   *[other] （{ $reason }）
}
J0802 = { $path } は文章のファイルではありません{ $kind ->
    [picture] （画像）
    [rtf] （リッチテキスト）
   *[other] （文字でないデータが含まれています）
}
J0802-hint = 元のソフトで「テキスト（.txt）」として保存し直すか、文章をコピーして .txt に貼り付けてください
J0803 = { $path } は大きすぎます（上限 { $limit }）
J0818 = { $path } の文字が多すぎます：{ $size } KiB（一度に取り込めるのは { $limit } KiBまで）
J0818-hint = 文書を分けて、--document に別々の名前を指定して取り込んでください
J0821 = 誤りがあるため、新しい文を重ねられません：{ $path }
J0821-hint = junsoku check の示す誤りを修正してください。既存のファイルを置き換えるときは --force を付けてください（元のファイルは .bak に残ります）
J0822 = 「{ $title }」は、既にある「{ $was }」とは別の文書とみられるため、重ねません
J0822-hint = { $kind ->
    [known] この題名の文書は { $document } です。その新しい文であれば --document { $document } を付けてください
   *[new] 別の文書であれば --document に { $document } 以外のidを指定してください。「{ $was }」を全部改めたものであれば --force を付けて置き換えてください（元のファイルは .bak に残ります）
}
J0819 = 取り込んだ { $path } が大きくなりすぎます：{ $size } KiB（内容のファイルは { $limit } KiBまで）。何も書き出していません
J0819-hint = 文書を分けて、--document に別々の名前を指定して取り込んでください
J0804 = { $path } には文字がありません
J0805 = { $path } は壊れているか、読めない文字コードです：{ $encoding } として読むと、{ $line }行目の{ $column }文字目に文字でないバイト（{ $byte }）があります
J0805-hint = 作成したソフトで開き、その場所を確認して、UTF-8 で保存し直してください。メールや複写で受け取ったものは、受け取り直してください
J0806 = 書き出す内容を読み返せませんでした：{ $reason }
J0806-hint = junsoku の不具合です。元の文書のどの行で起きるかを添えてお知らせください。何も書き出していません
J0807 = { $path } は既にあります
J0807-hint = 置き換えるときは --force を付けてください
J0809 = 「{ $id }」は id になりません
J0809-hint = 英小文字で始め、英小文字、数字、ハイフンだけで書いてください

J0840 = { $path } は壊れているか、Wordのファイルではありません（{ $reason }）
J0840-hint = Wordで開き、.docxで保存し直したものを指定してください
J0841 = { $path } は古い形式のWord、Excel、PowerPointのファイルです
J0841-hint = Wordで開き、「Word文書（.docx）」として保存し直してください
J0842 = { $path } はパスワードで保護されています
J0842-hint = Wordで開き、パスワードを外して（「ファイル」→「情報」→「文書の保護」）保存し直してください
J0843 = { $path } はWordのファイルではありません{ $kind ->
    [excel] （Excel）
    [powerpoint] （PowerPoint）
    [opendocument] （OpenDocument）
   *[other] { "" }
}
J0843-hint = 「Word文書（.docx）」かテキスト（.txt）として保存し直してください
J0844 = { $path } は読みません。{ $what ->
    [entries] 中のファイルの数
    [size] 展開した大きさ
    [depth] 要素の入れ子の深さ
   *[elements] 要素の数
}が文書として考えられないものです
J0844-hint = コンピューターに負担をかけるために作られたファイルのおそれがあります。ご自分の文書であれば、Wordで開いて保存し直してください
J0845 = { $path } は壊れています。{ $part } を読めません（{ $reason }）
J0845-hint = Wordで開き、.docxで保存し直したものを指定してください
J0846 = { $path } は読みません。{ $part } に、Wordが書かない文書型宣言かエンティティがあります
J0846-hint = ご自分の文書であれば、Wordで開いて保存し直してください
J0847 = { $path } にはWordの本文（word/document.xml）がありません
J0847-hint = Wordで開き、.docxで保存し直したものを指定してください
J0850 = { $path } はPDFとして読めません（壊れています）
J0850-hint = PDFのソフトで開いて保存し直すか、元のWordファイルやテキストを取り込んでください
J0851 = { $path } は暗号化されています
J0851-hint = 作成したソフトで、パスワードを付けずに保存し直したものを指定してください
J0852 = { $path } には文字がありません。ページが、スキャンした画像です
J0852-hint = 元のWordファイルやテキストを取り込むか、文字認識（OCR）のソフトで文字にし、誤りを修正してから取り込んでください
J0853 = { $path } は長すぎます（{ $pages }ページ。読むのは{ $most }ページまでの文章です）
J0853-hint = 取り込む文書のページだけを、別のファイルに保存してください
J0854 = { $path } の文字を識別できません
J0854-hint = 書体に文字の対応表がありません。元のWordファイルやテキストを取り込んでください
J0860 = { $path } は、文章のページとしてはタグが多すぎます
J0860-hint = 「ウェブページ、HTMLのみ」で保存し直すか、文章をコピーして .txt に貼り付けてください
J0438 = { $name }（{ $set }）はまだ準則と照合していません（対応事項{ $requirements }件）
J0438-hint = junsoku suggest { $set } で、対応する条項の候補を表示します。一つも対応しないことが分かったときは、region.yaml に conformance: begun と書いてください
J0440 = { $date }はまだ来ていませんが、それまで効力のある本文が版として保存されていません
J0440-hint = 「junsoku edition { $document }」で版として保存するか、以前の内容から editions/ に置いてください
J0441 = { $before }の版とその後の版がありますが、{ $date }の本文がありません
J0441-hint = その日の本文を editions/{ $date }/ に置いてください。その本文がないと、その日からの内容を示せません
J0442 = { $repealed }に廃止としていますが、施行又は改正は{ $from }です
J0442-hint = repealed:、enacted:、amended: のいずれかを修正してください
J0443 = この以前の版には{ $repealed }に廃止とありますが、最も新しい本文にはありません
J0443-hint = 最も新しい本文に repealed: を書くか、ここから削除してください
J0444 = 「{ $requirement }」の理由が書かれていますが、対応付けは協議会自身のものではありません
J0444-hint = 異なる点は ja、en に書き、reason は削除してください。理由を書けるのは、standing が official の conformance.yaml だけです
J0445 = 「{ $requirement }」を不明確としていますが、その説明（note）がありません
J0445-hint = どこが矛盾し、又は読み取れないかを note に書いてください
J0447 = 本文は「{ $words }」ですが、義務（must）として対応付けられています
J0447-hint = 条項に modality: { $modality } を書くか、本文を確認してください
J0448 = 本文の { $number } は「{ $words }」で、「{ $requirement }」が求める側を定めていません
J0448-hint = 値（parameters）と extent を、本文の意味に合わせてください
J0450 = 「{ $words }」と直接書かれていますが、その条項や様式、別表はありません
J0450-hint = [](#id) のようにidで書いてください。番号は自動で入り、参照先がなければすぐに分かります
J0451 = 「{ $words }」と直接書かれています。条項が動いても、番号はそのまま残ります
J0451-hint = 日本語と英語のどちらも、{ $reference } と書いてください
J0452 = 参照「{ $words }」は、ここでは括弧のまま表示されます
J0452-hint = 言葉そのものを書いてください。参照を書けるのは、本文、見出し、様式の題名の下などです
J0454 = Markdownの表は、縦線のまま表示されます
J0454-hint = table: の head: と rows: で書いてください
J0455 = アドレス { $address } がリンクになっていません
J0455-hint = <{ $address }> と書くか、shared/links.yaml に名前を付けてください
J0460 = { $address } は公開されたアドレスですが、リンク先がなくなります
J0460-hint = 移動したときは、移動先に formerly: [以前のid] を書いてください。廃止したときは junsoku accept で記録すると、元の場所に一行残ります
J0461 = 公開したアドレスの台帳の行として読めません
J0461-hint = バージョン管理から戻してください。「junsoku accept --all」で作り直せます
J0462 = 公開したアドレスの台帳が、junsoku 以外で編集され、又はマージされています
J0462-hint = 抜けた行がないか確認してから、junsoku accept で作り直してください
J0470 = 「{ $cited }」を引用していますが、最新の版は「{ $latest }」です{ $from ->
    [none] { "" }
   *[other] （{ $from }から）
 }{ $lines ->
    [none] { "" }
   *[other] 。ほかに{ $lines }行目
 }
J0470-hint = 最新の版の内容を確認し、[]({ $latest }) で引用してください。改めないときは「# allow J0470: 理由」を書いてください{ $chapters ->
    [none] { "" }
   *[other] 。引用している章の移り先：{ $chapters }
 }
J0471 = 「{ $cited }」の章を引用していますが、最新の版（{ $latest }）にその番号の章はありません{ $lines ->
    [none] { "" }
   *[other] 。ほかに{ $lines }行目
 }
J0471-hint = 移り先：{ $chapters }。最新の版を []({ $latest }) で引用するか、どの版の章かを書いてください
J0480 = 公的機関のサイトとして示すことのうち、{ $missing ->
        [organisation] 運営者
        [contact] 問い合わせ先
        [updated] 最終更新日
        [accessibility] アクセシビリティ方針
        [accessibility-contact] 利用できない箇所の連絡先
        [privacy] サーバーが記録する事項
       *[test] アクセシビリティの検査の結果
    }が書かれていません
J0480-hint = { $missing ->
        [organisation] junsoku.yaml に organisation: を書いてください
        [contact] junsoku.yaml に contact: を書いてください
        [updated] shared/public-body.yaml に updated: を書いてください
        [accessibility] shared/public-body.yaml に accessibility: を書いてください
        [accessibility-contact] accessibility: の下に contact: を書いてください
        [privacy] shared/public-body.yaml に privacy: を書いてください
       *[test] 検査のプログラムが書き出した結果を shared/accessibility-test.yaml に置いてください
    }
J0013 = 空のフォルダーではありません：{ $path }（{ $found } などがあります）
J0013-hint = 空のフォルダーか、まだないフォルダーの名前を指定してください
J0220 = { $kind ->
        [japanese] サイトの言語に日本語がありません
       *[twice] この言語は重複しています
    }
J0220-hint = languages: [ja] か languages: [ja, en] と書いてください
J0221 = 「{ $address }」はサイトのアドレスではありません
J0221-hint = http:// か https:// から書いてください：https://www.example.jp/mcs/
J0224 = 「{ $colour }」は色として読めません
J0224-hint = #rrggbb の形で書いてください："#0f5c3c"（# があるので、引用符で囲みます）
J0225 = 色「{ $colour }」は、{ $scheme ->
        [light] 明るい背景
       *[dark] 暗い背景
    }（{ $ground }）とのコントラスト比が{ $ratio }です。文字には4.5以上が必要です（WCAG 2.2 達成基準1.4.3、レベルAA）
J0225-hint = { $scheme ->
        [light] もっと暗い色にしてください
       *[dark] もっと明るい色にしてください。「dark:」を書かなければ、自動で作られます
    }
J0226 = { $part ->
        [seal] 印影を置くとしていますが、誰の印かを示す「organisation:」がありません
        [conformance] 準則との対応を公開するとしていますが、照らし合わせる準則の対応事項がありません
       *[comparison] 規程の比較を公開するとしていますが、準則がなく、地域も二つ以上はありません
    }
J0226-hint = { $part ->
        [seal] 「organisation:」に団体の名称を書いてください。その団体が発行する正式な文書にだけ印影が置かれます
       *[other] 「{ $part }: true」を削除するか、baseline/ を置いてください
    }
J0228 = { $kind ->
        [from] 「{ $path }」は、ページの以前のアドレスとして使えません
        [to] 「{ $path }」は、ページのアドレスとして使えません
        [itself] 「{ $path }」は、以前のアドレスそのものを指しています
       *[twice] 「{ $path }」は重複しています
    }
J0228-hint = { $kind ->
        [from] サイトのアドレスより後の部分を、.html か / で終わる形で書いてください：rules/old.html（? や .. は使えません）
        [to] サイトのアドレスより後の部分か、https:// で始まる外のアドレスを書いてください：ja/regions/midori/policy/
        [itself] 現在のページのアドレスを書いてください
       *[twice] 一方を削除してください
    }
J0519 = { $kind ->
        [taken] 以前のアドレス「{ $path }」には、ビルドで作成するページがあります
       *[missing] 移動先「{ $path }」のページがありません
    }
J0519-hint = { $kind ->
        [taken] junsoku.yaml の「redirects:」から、この組を削除してください
       *[missing] junsoku.yaml の「redirects:」の「to:」を、現在あるページのアドレスにしてください
    }
J0520 = 「{ $path }」は、分担して作成したサイトの部分として読めません：{ $reason }
J0520-hint = 「junsoku build --shard 番号/全体の数」で作成したフォルダーを、そのまま指定してください
J0521 = 「{ $path }」と「{ $other }」は、同じ内容から作成した部分ではありません
J0521-hint = 全ての部分を、同じ版の内容、体裁、日付及びプログラムで作成し直してください。「junsoku digest」の値が同じであれば揃っています
J0522 = { $number }番の部分が二つあります：「{ $path }」、「{ $other }」
J0522-hint = どちらか一つだけを指定してください
J0523 = 次の部分がありません：{ $shares }
J0523-hint = 足りない部分を「junsoku build --shard { $shares }」のように作成し、全ての部分を指定してください
J0524 = 「{ $path }」を読めません：{ $reason }
J0524-hint = ファイルの権限を確認してください
J0620 = 体裁に「{ $name }」というファイルはありません
J0620-hint = 「junsoku theme --list」で、置き換えられるファイルの名前を確認してください
J0621 = 体裁のひな型に誤りがあります：{ $reason }
J0621-hint = この行を修正してください。既定のファイルは「junsoku theme --copy 名前」で得られます
J0622 = 体裁のひな型に、{ $kind ->
        [component] 部品（component）
       *[block] 枠（block）
    }「{ $name }」がありません
J0622-hint = ほかのひな型が使うものなので、同じ名前で置いてください。既定のファイルは「junsoku theme --copy 名前」で得られます
J0623 = 「{ $name }」という文言はありません
J0623-hint = 置き換えられる文言の名前は、既定のファイルにあるものだけです（「junsoku theme --copy 名前」で得られます）
J0624 = 文言「{ $id }」に渡される値に「${ $name }」はありません
J0624-hint = 使えるのは次のとおりです：{ $known }
J0625 = 文言のファイルとして読めません：{ $reason }
J0625-hint = 「名前 = 言葉」の形で、二行目からは字下げして書いてください
J0626 = 体裁のフォルダー「{ $path }」がありません
J0626-hint = --theme に、存在するフォルダーを指定してください
J0627 = 体裁に「{ $name }」というファイルはありません
J0627-hint = 「junsoku theme --list」で名前を確認してください
J0222 = { $kind ->
        [missing] 画像「{ $name }」が pictures/ にありません
        [ending] 「{ $name }」は、使える種類の画像ではありません
        [content] 「{ $name }」の中身は、名前の示す種類の画像ではありません
        [jpeg] 「{ $name }」はJPEGなので、ロゴや印影には使えません
        [large] 「{ $name }」は、ロゴや印影には大きすぎます
       *[alt] 画像「{ $name }」の「alt:」に説明がありません
    }
J0222-hint = { $kind ->
        [missing] 画像を pictures/ に置き、その名前を書いてください
        [ending] SVG（.svg）、PNG（.png）、JPEG（.jpg）のどれかにしてください
        [content] 拡張子を中身に合わせるか、画像を書き出し直してください
        [jpeg] SVGかPNGにしてください
        [large] すべてのページで読み込まれます。512 kB以下にしてください
       *[alt] 画像を見ることができない人のための説明を書いてください：団体の名称など
    }
J0223 = 「{ $name }」には、実行される内容（{ $found }）が含まれています。ページでは画像として表示するだけのため実行されませんが、ファイルを直接開くと実行されます
J0223-hint = 実行される内容を除いて書き出し直してください
J0227 = 余白{ $value }ミリメートルは使えません
J0227-hint = { $least }から{ $most }までにしてください
J0611 = 使う書体（{ $families }）の中に明朝体がありません
J0611-hint = BIZ UDMincho などの明朝体を --font-path のフォルダーに置くか、junsoku.yaml の「body: mincho」を削除してください
J0070 = { $number }番の候補はありません（候補は{ $most }件）
J0070-hint = 番号は junsoku suggest の一覧にあるものを書いてください。何も書き込んでいません
J0071 = { $target } は、候補を挙げた後に書き換えられています：{ $path }
J0071-hint = もう一度 junsoku suggest を実行し、現在の条文を読んで判断してください。何も書き込んでいません
J0072 = { $target } には、{ $requirement } との対応付けが既にあります
J0072-hint = 程度を改めるときは、ファイルの meets: を修正してください。何も書き込んでいません
J0074 = 質問を表示する端末がありません
J0074-hint = 端末で実行するか、--accept で番号を指定してください
J0347 = documents: に挙げた「{ $name }」という文書はありません
J0348 = 「{ $id }」という達成基準は、JIS X 8341-3:2016のレベルA・AAにありません
J0348-hint = この行を削除してください。結果のファイルはプログラムが書き出すもので、手で直すものではありません

# 改め文の溶け込み
J0901 = { $path } は改め文ではないようです：「…の一部を次のように改正する。」も、「第…条中…に改める。」のような文もありません
J0901-hint = 改め文のファイル（テキスト又はWord）を指定してください
J0902 = 「{ $title }」という題名の文書が一つに決まりません
J0902-hint = --document で文書を指定してください：{ $known }
J0903 = { $line }行目の文がいう「{ $named }」は、その時点の規程にありません：{ $sentence }
J0903-hint = 条項の番号を、その文までの改正を終えた時点のものにしてください。別の版に向けた改め文であれば、その版を指定してください
J0904 = { $line }行目の文が引用する「{ $named }」は、そこにありません：{ $sentence }
J0904-hint = 引用する字句を、改正前の規程のとおりにしてください
J0905 = { $line }行目の文が引用する「{ $named }」はそこになく、改めた後の字句が既にあります：{ $sentence }
J0905-hint = この改め文は、前の版に向けたものか、既に溶け込ませたもののようです
J0906 = { $line }行目の文が引用する字句が重なっています（「{ $named }」）：{ $sentence }
J0906-hint = 重なる二つの引用を一つにしてください
J0907 = { $line }行目の文が与える番号「{ $named }」は、まだほかの条項が使っています：{ $sentence }
J0907-hint = 先にその番号の条項を繰り下げるか、削ってください
J0908 = { $line }行目の文は「{ $named }」についてのものです。様式と、別のファイルの別表は、改め文からは書き替えられません：{ $sentence }
J0908-hint = forms/ か tables/ のファイルを手で修正し、その文を除いた改め文を溶け込ませてください
J0909 = { $line }行目の文の次に、加える条文がありません：{ $sentence }
J0909-hint = 加える条文を、文の次の行に、文より深く字下げして書いてください
J0910 = { $line }行目の文は、改正の文として読めません：{ $sentence }
J0910-hint = 「第…条中「…」を「…」に改める。」のような書き方にしてください
J0911 = { $line }行目の文が引用する「{ $named }」は{ $count }か所にあり、すべてを改めました
J0911-hint = 一部だけを改める場合は、前後の字句まで引用してください
J0912 = ファイルを改めた結果が、改め文のとおりになりません：{ $reason }
J0912-hint = 何も書き出していません。その条項を手で修正してください
J0913 = 改め文は「{ $title }」を改正するもので、文書の題名は「{ $document }」です
J0913-hint = 別の文書か、別の版に向けた改め文でないか確認してください
J0914 = { $provision } の日本語を改めました。英訳はそのままです
J0914-hint = 英訳を改めてください。改めるまで junsoku check が指摘します
J0915 = { $line }行目の文は、条の第一項を削り、又は後の項としたまま、新しい第一項を示していないので、溶け込ませられません：{ $sentence }
J0915-hint = 「同条第二項を同条第一項とする。」（項が一つだけ残るときは「同条第二項を同条とする。」）又は「同項の前に次の一項を加える。」と続けるか、「第…条を次のように改める。」として条の全体を書いてください
J0916 = { $line }行目の文が引用する「{ $typed }」は、規程の「{ $stands }」のことと読みました
J0916-hint = 字の幅などが規程と違います。改め文を修正すると、この警告は表示されなくなります
J0917 = { $provision } にあった参照は、改め文が書いた番号になりました。番号が動いても、もう変わりません
J0917-hint = 番号が正しいことを確認し、ファイルで参照（`[](#id)`）に書き直してください。引用の番号を改める文が抜けていることもあります
J0918 = { $line }行目の文は目次を「{ $named }」としますが、章と条からはそうなりません：{ $sentence }
J0918-hint = 目次は章と条から作られます。目次を改める文か、章や条を改める文のいずれかを修正してください
J0919 = この改め文のとおりに改めると、コンテンツに誤りが{ $count }件生じます（併せて示します）。まだ何も書き換えていません
J0919-hint = 示した箇所を先に直してから、同じコマンドをもう一度実行してください。なくなる条項への参照や対応（with:、provision: など）は、残る条項に向けるか、削ってください。見直しの要る対応は、溶け込ませた後に junsoku check が示します
J0920 = { $kind ->
    [several] 附則の施行期日が一つではないので、どの日の本文とすればよいか決まりません：「{ $words }」
   *[undated] 附則から施行日が分かりません：「{ $words }」
}
J0920-hint = { $kind ->
    [several] 施行日ごとに、その日に施行する改正の文だけの改め文に分け、早い日のものから順に、--from に施行日を指定して溶け込ませてください
   *[undated] 施行日が決まってから、--from にその日付を指定してください（--from 2027-04-01）
}
J0921 = 改め文に附則がなく、施行日が分かりません。amended: に日付を書き足さず、改正前の規程を版として残しません
J0921-hint = 施行日を --from に指定すると、amended: に書き足し、改正前の規程を版として残します
J0922 = 改め文の施行日（{ $from }）が、現在の本文の施行日（{ $present }）より前です。まだ何も書き換えていません
J0922-hint = 改め文は、施行日の早いものから順に溶け込ませてください。附則の施行期日か --from の日付が誤っていないか、既に溶け込ませた改め文でないかも確認してください
J0923 = 改め文の附則のうち、施行期日のほかの定めは規程に加えていません：{ $words }
J0923-hint = 経過措置などを規程にも残すときは、改め文の附則の見出しを「附　則（令和九年三月一日改正）」のように括弧書きの付いたものにすると、規程の附則として加えます
J0924 = 附則は{ $said }から施行するとしていますが、--from の{ $from }を施行日としました
J0924-hint = 正しいのはどちらかを確認し、附則か --from を修正してください
