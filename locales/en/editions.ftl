## Earlier editions of documents, forms and tables

edition-past = Earlier edition
edition-present = present
edition-here = this edition
edition-missing = (the text is not kept here)
edition-title = { $title } (edition of { $date })
edition-to-present = To the present edition
edition-to-next = To the next edition ({ $date })
edition-to-present-form = To the present form
edition-form = This is an earlier form, which cannot be filled in here.
notice-superseded = This edition was amended on { $date }. For what holds now, see the present edition.
notice-edition = This belongs to the edition of { $date }. It is not the present one.
history = Amendment history
history-in-force = In force from { $date }
history-amended = Amended on { $date }
