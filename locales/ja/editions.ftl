## Earlier editions of documents, forms and tables

edition-past = 以前の版
edition-present = 現行
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
