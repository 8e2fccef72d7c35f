# PDFを作成するための準備（typstと書体）の文言。

setup-waiting = 別の junsoku が準備を終えるのを待っています
setup-installing-typst = typst { $version } をビルドしています（初回だけ、10分ほど）
setup-installing-typst-notice = typst { $version } がないため、cargo でビルドしています。初回だけで、10分ほどかかります。
setup-fetching-fonts = 書体をダウンロードしています（初回だけ）
setup-checking-fonts = 書体を確認しています
setup-npm-missing = npm が見つかりません
setup-timed-out = 時間内に終わりませんでした
setup-typst-unusable = { $path } が動かないか、版が異なります

J0601 = ダウンロードしたものを置くキャッシュフォルダーを決められません
J0601-hint = 環境変数 JUNSOKU_CACHE_DIR にフォルダーを指定してください。PDFが不要なら `junsoku build --no-pdf` で作成できます

J0602 = typst { $version } がなく、ビルドするための cargo も見つかりません
J0602-hint = Rust（cargo）をインストールするか、typst { $version } を PATH の通った場所に置いてください。PDFが不要なら `junsoku build --no-pdf` で作成できます

J0603 = typst { $version } をインストールできませんでした：{ $reason }
J0603-hint = ネットワークと空き容量を確認して、もう一度実行してください。typst { $version } を自分で PATH の通った場所に置くこともできます。PDFが不要なら `junsoku build --no-pdf` で作成できます

J0604 = 書体をダウンロードできず、代わりになる日本語の書体も入っていません：{ $reason }
J0604-hint = Node.js（npm）をインストールしてネットワークを確認するか、BIZ UDGothic などの日本語の書体があるフォルダーを `--font-path フォルダー` で指定してください。PDFが不要なら `junsoku build --no-pdf` で作成できます

J0605 = { $package } の { $file } が、想定した書体ファイルと異なります（BLAKE3 の想定値 { $expected }、実際 { $found }）
J0605-hint = npm の接続先が正しい配布元かを確認してください。手元の書体を使うなら `--font-path フォルダー` で指定できます。PDFが不要なら `junsoku build --no-pdf` で作成できます

J0606 = 書体のフォルダー { $path } を開けません：{ $reason }
J0606-hint = `--font-path` には、書体ファイルがある読み取り可能なフォルダーを指定してください

J0607 = 指定の書体の代わりに、このコンピューターに入っている { $families } を使います（{ $reason }）。PDFの見た目やページの区切りが本来のものと変わることがあります
J0607-hint = 本来の書体で作成するには、npm を使えるようにするか、BIZ UD 書体のフォルダーを `--font-path フォルダー` で指定してください

J0608 = キャッシュの { $path } に書き込めないか、ロックを取得できません：{ $reason }
J0608-hint = 権限と空き容量を確認するか、環境変数 JUNSOKU_CACHE_DIR に書き込めるフォルダーを指定してください

J0609 = 指定された書体のフォルダーに日本語の書体が見つかりません：{ $paths }
J0609-hint = BIZ UDGothic、Noto Sans JP、Noto Sans CJK JP のどれかを含むフォルダーを `--font-path` に指定するか、指定を外して自動のダウンロードに任せてください

J0610 = { $path } をtypstとして使えません：{ $kind ->
    [version] 動かないか、版が { $reason } ではありません
    [trial] 試しの紙面を正しく組めません
   *[unreadable] 読めません（{ $reason }）
}
J0610-hint = 必要な版のtypstを `--typst FILE` で指定するか、指定をやめてください（自動で探すか、ビルドします）
