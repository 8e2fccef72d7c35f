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
command-suggest = name requirements and topics that unmapped provisions may be about (with --write, what you confirm is written)
option-of-region = the region
suggest-how =
    The words of provisions, held against those of the catalogue, of the baseline and of mapped provisions of other regions
    (tf-idf and cosine). The number says how much of the words is shared (0 to 1); nothing was read for its sense. Whether and to
    what extent it is met is for you to judge: put equal, stricter, partial, weaker or different in the place of extent: TODO.
    junsoku suggest --write asks about one after the other and writes. In [ ] stand the number for --accept and what it would write.
option-write = Show the candidates one by one and write those to which you say “y” into the files of the documents
option-accept = Write the candidates with these numbers as proposed, without asking (numbers as printed without --write; 3=partial says the extent as well)
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
suggest-ask = Write it? [y/n] (q to end): 
suggest-ask-extent = To what extent is it met? [1-5] (Enter alone: { $proposed }): 
suggest-written-one = written: { $target } → { $requirement } ({ $extent })
suggest-nothing-written = Nothing was written.
suggest-written-findings = { $count } findings where something was written.
suggest-written-next =
    When you have read it once more, record the review:
      junsoku accept { $targets }
suggest-begun = { $set } now counts as being held against the baseline. Required items that no provision meets ({ $count } now) are errors until a provision is mapped to them or deviations: in conformance.yaml acknowledges them.
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
example-suggest = junsoku suggest midori --write
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
