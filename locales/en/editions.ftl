## Earlier editions of documents, forms and tables

edition-past = Earlier edition
edition-present = present
edition-here = this edition
edition-missing = (the text is not available here)
edition-title = { $title } (edition of { $date })
edition-to-present = To the present edition
edition-to-next = To the next edition ({ $date })
edition-to-present-form = To the present form
edition-form = This is an earlier form and cannot be filled in here.
notice-superseded = This edition was amended on { $date }. For the text in force, see the present edition.
notice-edition = This belongs to the edition of { $date }, which is not the present one.
history = Amendment history
history-in-force = In force from { $date }
history-amended = Amended on { $date }
