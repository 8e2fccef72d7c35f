# Words of the command line.
about = Compile regional MCS policies into a bilingual website and print-ready PDFs
usage = junsoku <COMMAND> [OPTIONS]
usage-command = junsoku { $command } [OPTIONS]{ $arguments }
usage-heading = Usage
commands-heading = Commands
options-heading = Options
command-build = Build the site and the PDFs
command-check = Check the content without writing anything
command-digest = Print a name of all that a build is made from
command-merge = Join the shares of a build into one site
command-setup = Install typst and the fonts that PDFs need
option-content = Content folder
option-output = Output folder
option-region = Build this region only (may be repeated)
option-shard = Make only share I of N of the site (merge joins them)
option-parts = Folders that “build --shard” made
option-no-pdf = Build no PDFs
option-base-url = URL of the published site (writes data for search engines)
option-font-path = Folder of fonts to use instead of the pinned ones (may be repeated)
option-format = Output format
option-lang = Language of messages
option-values = {" "}({ $values })
option-default = {" "}(default: { $value })
option-help = Print help
option-version = Print version
error = error
warning = warning
hint = help
findings = { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }
findings-left-out = { $count } more are not shown ({ $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }); junsoku check --format json shows all findings about the content
check-clean = no problems found
built = built { $output }: { $pages } pages, { $pdfs } PDFs, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    } ({ $seconds } s)
built-first = The site is in { $output } ({ $pages } pages) and can be opened now. The PDFs follow once typst and the fonts are ready
built-without-pdfs = no PDFs were made; the site was published without them
built-none = nothing published; the previous output is unchanged
merged = joined { $parts } shares into { $output }: { $pages } pages, { $pdfs } PDFs
setup-cleaned = removed { $files } PDFs ({ $megabytes } MB) from the cache
setup-done = typst and the fonts are ready: { $typst }
progress-reading = Reading the content
progress-pdf = Typesetting PDFs
progress-site = Writing pages
command-accept = Record that mappings and translations have been reviewed
command-explain = Explain the code of a finding
option-target = Region, document, provision or requirement that was reviewed
option-by = Name of the person who reviewed, kept in the record
option-all = Record everything as reviewed
option-clean = Remove the PDFs of earlier runs from the cache and stop
option-dry-run = Show what would change without writing
option-strict = Treat warnings as errors
option-code = Code of a finding (default: list all rules)
accept-new = new      { $link }
accept-renewed = renewed  { $link } ({ $changed })
accept-named = named    { $link }
accept-gone = gone     { $link }
accept-done = { $count } recorded
accept-would = { $count } would be recorded; nothing was written
accept-addresses = { $new } addresses are remembered as published, { $gone } marked as gone
command-fill = Make PDFs of a form with values filled in
option-form = Form (osaki/application, osaki/form-1 …)
option-data = List (.xlsx, .xls, CSV) or file saved by the page (JSON)
option-template = Make an empty file for the values (xlsx is saved in the folder of --output, others are printed)
option-map = Field to fill from a column of the list (- for none); remembered in the folder of the list
option-sheet = Name of the sheet with the list
option-common = File of answers that are the same for all (JSON saved by the page)
option-name = Field to use in file names (patient.name …)
option-merge = Make one PDF of all records
option-keep-going = Leave out records with errors and make the rest
option-incomplete = Make sheets even where required fields are empty (which ones is told)
option-english = Use the English form
fill-done = { $count } PDFs written to { $output }
fill-template = { $path } was made
fill-remembered = the columns are remembered in { $path }
fill-none = nothing was written
command-compare = Compare two documents side by side, provision by provision
option-left = Document on the left (chuo/policy, chuo, baseline …)
option-right = Document on the right
option-topic = Only provisions on this topic (passwords …)
option-differences = Only provisions that differ
option-columns = Line width (default: width of the terminal)
compare-legend = Words found on one side only are { $styled ->
    [true] bold and underlined
   *[false] enclosed in [- -] on the left and in {"{"}+ +{"}"} on the right
 }. Character widths and the formats of numbers and dates are not treated as differences.
compare-none = (no corresponding provision)
compare-shared = (same requirement: { $provisions })
compare-fact = { $label }: left { $left }, right { $right }
compare-rewritten = wording differs too much to mark individual words
compare-counts = same { $same }, different { $different }, left only { $left }, right only { $right }
compare-counts-shared = {", "}same requirement in another row { $shared }
compare-nothing = neither document has a provision on “{ $topic }”
fate-moved = moved
fate-split = split from { $from }
fate-merged = merged into { $into }
command-suggest = Suggest requirements and topics for unmapped provisions (with --write, write what you confirm)
option-of-region = Region
suggest-how =
    The words of provisions are compared with those of the requirements, the baseline and mapped provisions of other regions
    (tf-idf and cosine). The number is the share of words in common (0 to 1); meaning is not considered. Whether and to what
    extent a requirement is met is for you to judge: replace extent: TODO with equal, stricter, partial, weaker or different.
    junsoku suggest --write asks about the candidates one by one and writes them. [ ] shows the number for --accept and what it would write.
option-write = Show the candidates one by one and write those answered with “y” into the files of the documents
option-accept = Write the candidates with these numbers as proposed, without asking (numbers as printed without --write; 3=partial sets the extent as well, t2 is a topic)
suggest-numbered = [{ $number } proposed: { $proposal }]
suggest-question =
    ────────
    Candidate { $number }: { $provision } ({ $file }:{ $line })
    { $text }
    Does this provision meet the requirement below?
    { $requirement }  { $title } ({ $level })
    { $asked }
    A candidate because of the shared words: { $words } (likeness { $likeness })
    To be written: { $proposal }
suggest-topic-question =
    ────────
    Candidate t{ $number }: { $provision } ({ $file }:{ $line })
    { $text }
    Is this provision about the topic below?
    { $topic }  { $title }
    A candidate because of the shared words: { $words } (likeness { $likeness })
suggest-ask = Write it? [y/n] (q to end): 
suggest-ask-extent = To what extent is it met? [1-5] (Enter alone: { $proposed }): 
suggest-written-one = written: { $target } → { $requirement } ({ $extent })
suggest-written-topic = written: { $target } → topic { $topic }
suggest-nothing-written = Nothing was written.
suggest-written-findings = Findings in what was written: { $count }.
suggest-written-next =
    After reading it again, record the review:
      junsoku accept { $targets }
suggest-begun = The comparison of { $set } with the baseline has now begun. Required items that no provision meets ({ $count } now) are errors until a provision is mapped to them or deviations: in conformance.yaml acknowledges them.
suggest-none = No suggestions.
suggest-why = { $title }  { $likeness }  shared words: { $words }
command-new = Start a new region’s policy and forms from the baseline
option-new-region = Id of the new region (lower-case letters, digits, hyphens)
option-region-name = Name of the region in Japanese
new-done = “TODO” marks what has to be written; “junsoku check” lists each place. Review the mappings, then record that with “junsoku accept { $region }”.
command-schema = Print the JSON Schemas of content files, for editors and other programs
option-schema-kind = Only the schema of this kind of file
option-schema-output = Folder in which to write the schemas, one file for each kind
schema-done = { $count } schemas written to { $output }
suggest-unfinished = The content has { $count } errors; suggestions are based on what could be read. Run junsoku check to see them.
option-all-or-nothing = Publish nothing if any region has an error
option-as-of = Day on which to determine what is in force (as 2027-04-01; default: the day of SOURCE_DATE_EPOCH, or today)
command-edition = Keep the current text of a document as an edition and start its amendment
option-kept-document = Document (chuo/policy)
option-new-from = Day on which the amendment comes into effect; added to amended:
option-edition-dry-run = Show what would be written without writing
example-edition = junsoku edition midori/policy --from 2027-04-01
edition-kept = Kept: { $path }
edition-amended = Changed: { $path } (amended: { $date })
edition-next-from = Now amend { $path }. Until { $date }, the document’s page keeps showing the kept text, and the new one is shown as not yet in force. “junsoku amend { $document }” shows what changes.
edition-next = Now amend { $path } and add the day on which it comes into effect to amended:.
edition-undo = To undo it: remove { $paths }{ $date ->
    [none] {""}
   *[other] , and remove { $date } from amended:
 }.
edition-would = Nothing was written.
built-stopped = Not published because of errors: { $regions }. Pages published before are kept. Correct the errors and run junsoku build again
option-force = Replace existing files and keep the old ones beside them (.bak)
backup-kept = The previous file is kept as { $path }
option-typst = typst program to use (default: the one in the cache, then one on PATH)
command-init = Turn an empty folder into a site of your own
option-init-folder = Folder to create it in
option-site-name = Title of the site (in Japanese)
option-council = Name of the council that publishes the site and its documents (in Japanese)
option-init-region = Id of a first region (lower-case letters, digits and hyphens)
option-without-baseline = Do not include the baseline
init-done = { $count } files written to { $folder }. Next steps:
      junsoku import --region { $region } policy.docx    import your policy
      junsoku build                                 build the site (output/ja/index.html)
      junsoku check                                 see what has to be corrected
    Details are in README.md.
init-summary = Documents of { $council } on the use of MCS.
init-settings = The settings of the site. To have English pages as well, write languages: [ja, en] and put the English title and other texts after en:.
    At first, definitions that nothing uses yet (J0421, J0433) are not reported.
    All keys (for their format, see “junsoku schema settings” and the list of keys in the handbook):
example = Example: { $example }
example-build = junsoku build --region midori
example-check = junsoku check --strict
example-serve = junsoku serve --open
example-fix = junsoku fix --dry-run
example-accept = junsoku accept midori/policy
example-explain = junsoku explain J0413
example-fill = junsoku fill midori/application --data list.csv
example-amend = junsoku amend midori/policy@2024-04-01 midori/policy
example-impact = junsoku impact --from-rev HEAD~1 --format pdf --output impact.pdf
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
exit-statuses = Exit status: 0 no problems, 1 errors in the content, 2 wrong usage or environment
option-quiet = Show findings only, without progress or a summary
option-color = When to colour findings
command-completions = Print a completion script for a shell
option-shell = Name of the shell
option-first-region-name = Name of the first region (in Japanese)
command-theme = List the files of a theme (templates of pages and sheets, styles, messages), or copy one as a starting point
option-theme = Theme folder (default: theme beside the content folder)
option-list = List the files that can be replaced
option-copy = Copy the default file of this name into the theme folder (existing files are not changed)
example-theme = junsoku theme --copy site/assets/style.css
theme-copied = Wrote { $path }. Edit it, then run “junsoku build”.

command-serve = Preview while writing: serve the site on this machine only and rebuild it on each save
option-port = Port to listen on (if in use, the next free one)
option-open = Open the browser
serve-listening = serving at { $address } (Ctrl+C to stop)
serve-other-port = port { $port } is in use; serving at { $address } (Ctrl+C to stop)
serve-made = rebuilt: { $changed ->
        [one] { $changed } file
       *[other] { $changed } files
    } ({ $seconds } s, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    })
serve-sheets = PDFs rebuilt: { $changed }
serve-kept = The pages stay as they were until this is fixed and saved
serve-errors = Errors: { $count }
serve-warnings = Warnings: { $count }
serve-more = { $count } more (junsoku check shows all)
serve-close = Close
serve-nothing = There are no pages yet. They appear here once the errors in the content are fixed and saved
command-fix = Fix certain errors (full-width characters, dates with eras and so on)
option-fix-dry-run = Only show what would be fixed
fix-none = nothing to fix
fix-would = { $lines } lines in { $files } files can be fixed (nothing was written)
fix-done = fixed { $lines } lines in { $files } files
option-all-findings = Show every finding, even if many are alike
findings-alike = { $code }: { $count } more of this kind (--all shows them)
next-fix = next: “junsoku fix” fixes { $count ->
        [one] 1 line
       *[other] { $count } lines
    } (--dry-run only shows the changes)
next-suggest = next: “junsoku suggest { $region }” suggests provisions that may meet them
next-accept = next: review them and run “junsoku accept { $target }”
next-explain = next: “junsoku explain { $code }” shows an explanation with an example
