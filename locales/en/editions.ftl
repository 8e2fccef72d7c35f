## Earlier editions of documents, forms and tables

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
edition-to-coming-form = To the new form
state-coming = Not yet in force
state-in-force = In force
state-superseded = Superseded
state-repealed = Repealed
state-built = (This is how it stood on { $date }, when this page was made.)
notice-coming = This is in force from { $date }. Before that day it has no effect.
notice-until = This is amended on { $date }. From that day on the amended text holds.
notice-repeal-ahead = This is repealed on { $date }. From that day on it has no effect.
notice-repealed = This document was repealed on { $date }.
notice-form-coming = This is used from { $date }, and not before that day.
notice-form-until = This is replaced on { $date }. From that day on the new one is used.
notice-form-replaced = This was replaced on { $date }. The new one is used now.
