# Words of the command line.
about = Compiles regional MCS policies into a bilingual website and print-ready PDFs
usage = junsoku <COMMAND> [OPTIONS]
usage-command = junsoku { $command } [OPTIONS]{ $arguments }
usage-heading = Usage
commands-heading = Commands
options-heading = Options
command-build = Make the site and the PDFs
command-check = Check the content, writing nothing
command-setup = Get typst and the fonts that PDFs need
option-content = Folder of the content
option-output = Folder of the output
option-region = Make this region only (may be given more than once)
option-no-pdf = Make no PDFs
option-base-url = Where the site will stand (writes data for search engines)
option-font-path = Folder of fonts to use instead of the pinned ones (may be given more than once)
option-format = How findings are written
option-lang = Language of messages
option-values = {" "}({ $values })
option-default = {" "}(default: { $value })
option-help = Show how to use it
option-version = Show the version
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
    }); junsoku check --format json gives all of those about content
check-clean = nothing found
built = made { $output }: { $pages } pages, { $pdfs } PDFs, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    } ({ $seconds } s)
built-none = nothing published; the previous output is as it was
setup-done = typst and the fonts are ready: { $typst }
progress-reading = Reading the content
progress-pdf = Setting PDFs
progress-site = Writing pages
command-accept = record that mappings and translations have been reviewed
command-explain = explain the code of a finding
option-target = the region, document, provision or requirement that was reviewed
option-all = everything was reviewed
option-dry-run = show what would change, and record nothing
option-strict = count warnings as errors
option-code = the code of a finding; left out, all rules are listed
accept-new = new      { $link }
accept-renewed = renewed  { $link } ({ $changed })
accept-gone = gone     { $link }
accept-done = { $count } recorded
accept-would = { $count } would be recorded; nothing was written
command-fill = make PDFs of a form with values filled in
option-form = the form (osaki/application, osaki/form-1 …)
option-data = the file of values (JSON or CSV)
option-template = print an empty file to write values in
option-name = the field after which files are named (patient.name …)
option-merge = make one PDF of all
option-keep-going = leave out what has errors and make the rest
option-english = use the English form
fill-done = { $count } PDFs made in { $output }
fill-none = nothing was written
command-compare = set two documents side by side, provision by provision
option-left = the document on the left (chuo/policy, chuo, baseline …)
option-right = the document on the right
option-topic = only the provisions on this topic (passwords …)
option-differences = only the provisions that differ
option-columns = columns of a line (left out: as wide as the terminal)
compare-legend = Words that stand on one side only are { $styled ->
    [true] bold and underlined
   *[false] put in [- -] on the left and in {"{"}+ +{"}"} on the right
 }. Widths of letters and ways of writing numbers and dates do not count as differences.
compare-none = (no provision belongs to it)
compare-rewritten = the texts differ so much that their words are not marked
compare-counts = same { $same }, different { $different }, left only { $left }, right only { $right }
compare-nothing = neither document has a provision on “{ $topic }”
fate-moved = moved
fate-split = split from { $from }
fate-merged = merged into { $into }
command-suggest = name requirements and topics that unmapped provisions may be about (writes nothing)
option-of-region = the region
suggest-how =
    The words of provisions, held against those of the catalogue, of the baseline and of mapped provisions of other regions
    (tf-idf and cosine). The number says how much of the words is shared (0 to 1); nothing was read for its sense. Whether and to
    what extent it is met is for you to judge: put equal, stricter, partial, weaker or different in the place of extent: TODO.
suggest-none = Nothing to suggest.
suggest-why = { $title }  { $likeness }  shared words: { $words }
command-new = begin a new region's policy and forms, with the baseline as the template
option-new-region = the id of the new region (lower-case letters, digits, hyphens)
option-region-name = the region's name in Japanese
new-done = TODO stands where something has to be written; “junsoku check” lists each place. Read the mappings, then record that with “junsoku accept { $region }”.
command-schema = print the JSON Schemas of the files of content, for editors and other programs
option-schema-kind = only the schema of this kind of file
option-schema-output = folder in which to write the schemas, one file for each kind of file
schema-done = { $count } schemas written to { $output }
suggest-unfinished = The content has { $count } errors; the suggestions go by what could be read. junsoku check shows the errors.
option-all-or-nothing = Publish nothing where any region has an error
option-as-of = the day for which it is told what is in force (2027-04-01; if left out, that of SOURCE_DATE_EPOCH, or today)
command-edition = Keeps the present text of a document as an edition and begins its amendment
option-kept-document = the document (chuo/policy)
option-new-from = the day from which the amendment is in force; it is added to amended:
option-edition-dry-run = shows what would be written, and writes nothing
example-edition = junsoku edition midori/policy --from 2027-04-01
edition-kept = Kept: { $path }
edition-amended = Changed: { $path } (amended: { $date })
edition-next-from = Now amend { $path }. Until { $date } the kept text stays the document's page, and the new one is shown as not yet in force. “junsoku amend { $document }” shows what changes.
edition-next = Now amend { $path } and add the day from which that is in force to amended:.
edition-undo = To undo it: remove { $paths }{ $date ->
    [none] {""}
   *[other] , and take { $date } out of amended: again
 }.
edition-would = Nothing was written.
built-stopped = Not published because of errors: { $regions }. Pages published before are kept. Mend the errors and run junsoku build again
option-force = Replace files that are there; the old ones are kept beside them (.bak)
backup-kept = What was there is kept as { $path }
option-typst = The typst program to use (otherwise that of the cache, then one on PATH)
command-init = make an empty folder a site of your own
option-init-folder = where to make it
option-site-name = title of the site (in Japanese)
option-council = name of the council or the like that publishes the site and its documents (in Japanese)
option-init-region = id of a first region (lower-case letters, digits and hyphens)
option-without-baseline = without the model policy
init-done = { $count } files written to { $folder }. Go on like this:
      junsoku import --region { $region } policy.docx    bring in your policy
      junsoku build                                 make the site (output/ja/index.html)
      junsoku check                                 see what is to be mended
    README.md says more.
init-summary = The rules and forms for the use of MCS that { $council } has laid down.
init-settings = The settings of the site. English titles and the like go under en:.
    Keys: title, description, organisation, footer, severity
    At first nothing is said of missing English (J0401) and of definitions that nothing uses yet (J0421, J0433).
example = Example: { $example }
example-build = junsoku build --region midori
example-check = junsoku check --strict
example-accept = junsoku accept midori/policy
example-explain = junsoku explain J0413
example-fill = junsoku fill midori/application --data list.csv
example-amend = junsoku amend midori/policy@2024-04-01 midori/policy
example-compare = junsoku compare chuo minato
example-suggest = junsoku suggest midori
example-new = junsoku new midori --name みどり町
example-import = junsoku import --region midori policy.docx
example-init = junsoku init site --name みどり町ＭＣＳ規程集 --region midori
example-schema = junsoku schema document
example-setup = junsoku setup
example-completions = junsoku completions bash > /etc/bash_completion.d/junsoku
exit-statuses = Exit status: 0 nothing wrong, 1 errors in the content, 2 wrong use or environment
option-quiet = show neither progress nor a summary (findings are shown)
option-color = whether findings are coloured
command-completions = print a script by which a shell completes commands
option-shell = name of the shell
option-first-region-name = name of the first region (in Japanese)
