## Earlier editions of documents, forms and tables

edition-here = この版
edition-missing = （本文は掲載していません）
edition-title = { $title }（{ $date }の版）
edition-to-present = 現行の版へ
edition-to-next = 次の版（{ $date }）へ
edition-to-present-form = 現行の様式へ
edition-form = 以前の様式なので、この画面では記入できません。
notice-superseded = この版は、{ $date }に改正されました。今の内容は、現行の版をご覧ください。
notice-edition = これは、{ $date }の版に付いていたものです。現行のものではありません。
history = 改正履歴
history-in-force = { $date }施行
history-amended = { $date }改正
edition-to-coming-form = 新しい様式へ
state-coming = 未施行
state-in-force = 施行中
state-superseded = 旧版
state-repealed = 廃止
state-built = （{ $date }にこのページを作ったときの状態です。）
notice-coming = { $date }から施行されるものです。その日より前には、効力がありません。
notice-until = { $date }に改正されます。その日からは、改正後の版によります。
notice-repeal-ahead = { $date }に廃止されます。その日からは、効力がありません。
notice-repealed = この文書は、{ $date }に廃止されました。
notice-form-coming = { $date }から用いるものです。その日より前には用いません。
notice-form-until = { $date }に改められます。その日からは、新しいものを用います。
notice-form-replaced = { $date }に改められました。今は、新しいものを用います。
