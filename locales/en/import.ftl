# Words of junsoku import.
command-import = Read a document that exists already (.docx, .txt, .md) and write it as content in YAML
option-import-file = the document to read (-: standard input)
option-import-region = the id of the region (lower-case letters, digits, hyphens)
option-import-document = the id of the document
option-import-name = the name of the region
option-import-output = the content folder to write to
option-import-dry-run = write nothing, show the structure that was recognised
option-import-force = replace files that exist

import-encoding = { $file }: read as { $encoding }
import-letters = letters: { $kept } of { $letters } kept ({ $share })
import-normalisation = white space, line breaks, underlines, empty brackets and boxes that show where to write, widths of letters (NFKC), brackets around captions and heads, and signs of Markdown do not count
import-depths = provisions: { $depths }
import-depth = depth { $depth }: { $count }
import-divisions = supplementary provisions { $supplementary }, appendices { $appendices }, appended tables { $tables }
import-no-structure = no numbers or headings were found; the document has paragraphs only
import-histories = histories of provisions: { $count }, kept as notes for reviewers (editor_notes)
import-links = references: { $count } linked to their provisions
import-left-out = left out
import-doubts = please look at
import-differences = letters that differ from the input
import-line = line { $line }
import-lost = lost: { $letters }
import-added = added: { $letters }
import-more = { $count } more
import-written = written to { $output }
import-dry = nothing written (--dry-run)
import-none = nothing written
import-untitled = no title was found; the name of the region stands in its place

import-why-remains = what is left of a picture or bookmark
import-why-page-number = page number
import-why-page-header = line that stands on every page
import-why-control = letter that cannot be shown
import-why-folded-head = heads repeated in a folded table
import-why-title-mark = sign before the title

import-chose-joined = “{ $words }” was taken to go on with the line before
import-chose-title-by-place = the first line, “{ $words }”, was taken for the title
import-chose-number-gap = a number is skipped before “{ $words }”; kept as it is
import-chose-number-repeat = the number of “{ $words }” repeats or falls behind the one before; kept as it is
import-chose-number-late = “{ $words }” begins a sequence with this number; kept as it is
import-chose-paragraph-after-items = “{ $words }” was taken for a paragraph after the items
import-chose-appendix-by-brackets = an appendix was taken to begin at “{ $words }”
import-chose-form-by-title = a form was taken to begin at “{ $words }”
import-chose-supplementary-by-caption = a supplementary provision was taken to begin at “{ $words }”
import-chose-table-as-lines = the table that begins with “{ $words }” became lines of text
import-chose-reference = what “{ $words }” refers to is not certain; kept as letters
import-chose-label = “{ $words }” cannot be counted; its letters are kept
import-chose-articles-inside = { $words } hang below a form or an appendix; is that right?
import-chose-body-elsewhere = nearly the whole text stands in “{ $words }”; is that right?
import-chose-second-document = another document seems to begin at “{ $words }”; import each from a file of its own
import-doubt-more = { $told } – and { $count } more of this kind (lines { $lines })
import-doubt-more-paragraphs = { $told } – and { $count } more of this kind (paragraphs { $lines })
import-chose-cut = “{ $words }” ends in the middle of a sentence; was it cut? It was kept as a paragraph of its own
import-chose-contents-head = the table of contents lists “{ $words }”, which is no heading of the text
import-chose-contents-articles = the table of contents gives “{ $words }” other articles than the text has there
import-chose-titles-below = “{ $words }” was taken for the title of a number that stands above it
import-chose-in-force-unknown = “{ $words }” does not say on which day the text came into force; write enacted: yourself
import-chose-articles-go-on = “{ $words }” goes on with the articles of the body and was put there

# What a Word file holds besides lines.
import-paragraph = paragraph { $line }

import-why-deleted = deleted in tracked changes
import-why-comment = comment
import-why-hidden = hidden text, which is not printed
import-why-contents = table of contents
import-why-field = field without a result
import-why-picture = picture
import-why-object = chart, diagram or file of another program
import-why-symbol = sign of a font of signs

import-chose-inserted = “{ $words }” was inserted in tracked changes; kept
import-chose-text-box = “{ $words }” stands in a text box; put after the paragraph that it is anchored in
import-chose-note = the note “{ $words }” was put after its paragraph, and its number in its place
import-chose-ruby = the reading of “{ $words }” stands in brackets
import-chose-formula = “{ $words }” is a formula; kept as letters
import-chose-field = “{ $words }” was shown by a field; kept as letters
import-chose-number-format = “{ $words }” is a numeral that is not known; written in digits

import-form-comment = TODO: what each field holds was guessed. Remove this line and the note in editor_notes once it is checked
import-form-note = TODO (check the fields): the fields and what they hold were guessed from the text on import. Compare them with the original form.
import-form = form “{ $title }”: { $fields }
import-form-without-fields = form “{ $title }”: no field was found
import-form-fields = { $type } { $count }
import-chose-form-field = the field “{ $words }” was taken to hold: { $type }
import-chose-form-as-text = “{ $words }” would print other letters as a form; it is kept as text in an appendix
import-type-text = text
import-type-number = number
import-type-multiline = long text
import-type-furigana = furigana
import-type-postal-code = postal code
import-type-telephone = telephone or fax
import-type-email = e-mail
import-type-date = date
import-type-choice = choice from a table
import-type-radio = one of several
import-type-checkboxes = any of several
import-type-check = mark
import-fields = what fields hold (guessed)

# The page of --review.
option-import-review = write a page on which the input and what it became stand side by side
import-review-written = to compare: { $file }
review-import-title = Import of { $file }: line by line
review-import-about = At the left the text as it was read, at the right what each line became and where that stands. Lines in colour need a look.
review-import-no-doubts = Nothing was doubtful.
review-import-lines = Lines
