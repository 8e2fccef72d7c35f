# Findings. Jnnnn says what is wrong, Jnnnn-hint what to do.
did-you-mean = did you mean “{ $near }”?
known-names = these may be used: { $known }

J0001 = wrong use of the command: { $reason }
J0001-hint = see “junsoku --help”
J0002 = there is no region “{ $region }”
J0002-hint = regions are named by their folders under content/regions: { $known }

J0003 = there is no content folder “{ $path }”
J0003-hint = name it with --content, or run junsoku where it is
J0004 = it is not said what has been reviewed
J0004-hint = name a target, as “junsoku accept chuo/policy”, or say --all (not both)
J0005 = no mapping or translation is named by “{ $target }”
J0005-hint = name a region (chuo), a document (chuo/policy), a provision (chuo/policy#consent) or a requirement (consent.obtained)
J0006 = there is no code “{ $name }”
J0006-hint = “junsoku explain” lists the codes

J0101 = not readable as YAML: { $kind ->
        [duplicate] a key stands twice ({ $reason })
        [tab] a tab is used for indentation
        [quote] a quote does not close, or lines inside it are not indented
        [bracket] a bracket does not close, or a comma is missing
        [colon] “: ” cannot stand here (put quotes around the text, or mend the indentation)
        [indentation] the indentation does not match
        [limit] a limit of size or depth is exceeded ({ $reason })
       *[other] { $reason }
    }
J0101-hint = look at indentation, quotes, brackets that do not close, and keys that stand twice
J0102 = not UTF-8 text
J0102-hint = save the file as UTF-8
J0103 = the file is too large (limit { $limit })
J0103-hint = split the document, or see whether other data got into it
J0104 = a link that leaves the content folder or points to a folder
J0104-hint = put the file itself here instead of a link
J0105 = cannot be read: { $kind ->
        [missing] there is no such file
        [denied] no permission to read it
        [special] it is not an ordinary file
       *[other] { $reason }
    }
J0105-hint = see whether the file exists and may be read
J0106 = there is no YAML file in the content folder
J0106-hint = name the content folder with --content (its format is told in content/README.md)
J0107 = YAML of this name or in this place is not used
J0107-hint = put it under baseline/, regions/<region>/ or shared/, with a lower-case name that ends in .yaml (content/README.md)
J0108 = an id cannot be written so: “{ $id }”
J0108-hint = begin with a lower-case letter and use only lower-case letters, digits and hyphens
J0109 = { $file } is missing
J0109-hint = add { $file } with the name and the council (content/README.md)
J0110 = not a line of the record of reviews
J0110-hint = take it back from version control, or look at the content and make it anew with “junsoku accept --all”
J0111 = a mark is left of what version control could not merge
J0111-hint = take away the marks and one of each two lines, or look at the content and make the record anew with “junsoku accept --all”
J0112 = a mapping or translation is recorded twice
J0112-hint = leave the right line; if you cannot tell, take away both, look at it and record it with junsoku accept

J0201 = there is no key “{ $name }”
J0202 = “{ $key }” is missing
J0202-hint = add “{ $key }” here
J0203 = expected { $expected ->
        [list] a list (lines that begin with -)
        [text] text
        [boolean] true or false
        [count] a whole number from 1 to 10000
        [date] a date (as 2025-03-01)
        [block] an entry with exactly one key
       *[map] keys and values
    }, found { $found ->
        [nothing] nothing
        [scalar] a single value
        [list] a list
       *[map] keys and values
    }
J0203-hint = compare with the examples in content/README.md
J0204 = not a date: “{ $date }”
J0204-hint = write a day that exists as 2025-03-01
J0205 = “{ $name }” cannot be used here
J0206 = there is no numeral “{ $name }”
J0207 = not a numbering style: “{ $style }”
J0207-hint = use one placeholder such as {"{"}n{"}"} and close its brace
J0208 = holds a character that cannot be printed ({ $code })
J0208-hint = take that character away
J0209 = how much “{ $name }” weighs cannot be changed
J0210 = “{ $number }” is no number of a provision
J0210-hint = write a whole number, or a number and its branch with a hyphen: 5-2

J0301 = “{ $id }” stands twice
J0301-hint = change one of the two ids
J0302 = a reference leads nowhere: “{ $reference }”
J0302-hint = look at the id it names (content/README.md tells how references are written)
J0303 = there is no form “{ $form }” to extend
J0303-hint = write set and form, as “baseline/staff-pledge”
J0304 = extends runs in a circle: { $way }
J0304-hint = take away one of these extends
J0305 = the extended form has no block “{ $name }”
J0306 = text holds { $construct ->
        [markdown-list] a list
        [markdown-heading] a heading
        [markdown-quote] a quotation
        [markdown-code] code
        [markdown-image] an image
        [markdown-nesting] emphasis nested too deep
       *[markdown-rule] a rule
    }
J0306-hint = write lists as items and headings as captions; put \ before a sign that is meant as it stands
J0307 = the document's levels have no “{ $name }”
J0308 = there is no number to branch from
J0308-hint = put a branch after the provision it branches from (branch: 2 after branch: 1)
J0309 = levels has no style for this depth
J0309-hint = add a level, or say level: none
J0310 = form number { $number } stands twice
J0310-hint = change one of the two numbers

J0311 = a ** that does not make emphasis
J0311-hint = put ** inside brackets and stops, not around them; write \*\* for the signs themselves
J0312 = replace, drop and append need a form that is extended
J0312-hint = write blocks, or name the form under extends
J0313 = a form that extends another has no blocks of its own
J0313-hint = write what is added under append, and what is changed under replace
J0314 = provisions are nested too deep
J0314-hint = eight levels are the most
J0315 = a table has two columns or three
J0315-hint = write columns for caption and text, or for number, caption and text
J0316 = a paragraph takes no level
J0316-hint = take this line away; numbered: false hides the number
J0317 = the { $lang ->
    [ja] Japanese
   *[other] English
 } text does not set the field “{ $id }”
J0317-hint = write [](field:{ $id }) where it is to be filled in
J0318 = a field of type { $type } { $fault ->
    [missing] lacks { $key }
   *[other] takes no { $key }
 }
J0318-hint = { $fault ->
    [missing] write { $key }
   *[other] take { $key } away, or change the type
 }
J0319 = another table bears the same number: { $number }
J0319-hint = give each table a number of its own
J0320 = a table has two column heads, for the codes and for what they mean; here are { $count }
J0320-hint = write two heads under columns
J0321 = replaced_by names a guideline that is not there: “{ $name }”
J0322 = the id of requirement “{ $id }” does not begin with the file's name “{ $group }”
J0322-hint = write “{ $group }.…”, or move it to another file
J0323 = a requirement comes from a provision of the baseline; “{ $reference }” is none
J0323-hint = name a provision of the baseline as “policy#…”
J0324 = the parameter of type { $type } is not written as it should be
J0324-hint = a number has a unit; a set or choice has values
J0325 = the requirement has no parameter “{ $name }”
J0326 = there is not one condition that fits a parameter of type { $type }
J0326-hint = write one: at_least or at_most for a number, includes_all for a set, one_of for a choice
J0327 = there is no value “{ $name }”
J0328 = the baseline has no requirement “{ $name }”
J0328-hint = write an id from content/baseline/requirements
J0329 = meets cannot stand here
J0329-hint = mappings stand on provisions of a region's documents (a form is named under with by the provision that asks for it)
J0330 = conformance.yaml has no role “{ $name }”
J0331 = it is not clear who does this: several roles take the place of { $actor } ({ $known })
J0331-hint = write a role's id under by
J0332 = there are both parameters and alternatives
J0332-hint = where there is a choice, write alternatives only
J0333 = the value does not fit the type { $type }
J0333-hint = { $type ->
    [number] write a number and its unit, as “8 characters”
    [set] write a list, as “[letters, digits]”
   *[choice] write the id of one value
 }
J0334 = the unit is not the parameter's: “{ $unit }”
J0334-hint = write “{ $expected }”
J0335 = min and max do not fit each other or count
J0335-hint = min is at most max, and max at most count, unless the table continues on further sheets (continues: true)

J0401 = English is missing (English pages show the Japanese)
J0401-hint = write the translation under en
J0402 = HTML is not used; “{ $tag }” is shown as text
J0402-hint = write emphasis as **…** and links as [words](target)
J0403 = Typst code is not used; “{ $code }” is shown as text
J0403-hint = leave it if it is meant as text
J0404 = a restated text without source
J0404-hint = say under source which publication was restated and when it was read
J0405 = the Japanese is empty
J0405-hint = write it under ja, or take the whole entry away
J0406 = a model in place of a form without text cannot be the official text
J0406-hint = say standing: restated, or origin: source
J0407 = said to be the baseline's model, but it extends no form of the baseline
J0407-hint = name the baseline's form under extends, or say origin: project-model
J0408 = the English lacks “{ $en }”, agreed for the term 「{ $ja }」
J0408-hint = use the glossary’s word, or add this one under also in shared/glossary.yaml
J0409 = “{ $requirement }” is claimed to be { $claim }, but { $parameters ->
    [none] its binding force (baseline: { $level }, here: { $modality }) shows { $shown }
   *[other] its parameters ({ $parameters }) and binding force (baseline: { $level }, here: { $modality }) show { $shown }
 }
J0409-hint = change extent, or see whether the parameters and the modality are those of the text
J0410 = the text has no number { $number }
J0410-hint = write the number of the text, or mend the text if that is wrong
J0411 = { $number } in the text is not among the parameters of “{ $requirement }” (mapping on line { $line })
J0411-hint = add it to the parameters of the mapping, or look at the text
J0412 = the mapping to “{ $requirement }” disagrees with that on line { $line } of { $file }
J0412-hint = say it once, and name the other provision under with
J0413 = { $set } does not meet the required item “{ $title }” ({ $requirement }): { $status }
J0413-hint = write meets on the provision that meets it, or the reason under deviations in conformance.yaml
J0414 = “{ $requirement }” is no deviation: { $status }
J0414-hint = take this entry out of deviations
J0415 = a provision of this region is mapped to “{ $requirement }”
J0415-hint = take this entry out of elsewhere, or look at the mapping
J0416 = since the mapping { $target } was reviewed, { $changed ->
    [text] the provision's text
    [modality] the provision's binding force
    [extent] the claim (extent)
    [parameters] what the provision says of the parameters
    [requirement] the baseline's text
    [level] the baseline's level
   *[conditions] the baseline's conditions
 } changed
J0416-hint = see whether it still holds, and record that with “junsoku accept { $accept }”
J0417 = since the translation { $target } was reviewed, the { $changed ->
    [ja] Japanese
   *[en] English
 } changed
J0417-hint = see whether they still agree, and record that with “junsoku accept { $accept }”
J0418 = the { $kind ->
    [mapping] mapping
   *[translation] translation
 } { $target } has no record of a review
J0418-hint = look at it, and record that with “junsoku accept { $accept }”
J0419 = there is no record of reviews (junsoku.lock): mappings and translations may be out of date
J0419-hint = look at them, and record that with “junsoku accept --all”
J0420 = “{ $link }” is no longer there
J0420-hint = “junsoku accept --all” takes it out of the record
J0421 = nothing refers to the { $kind ->
    [law] law
    [guideline] guideline
    [link] link
    [contact] contact
    [table] table
   *[unavailable] unavailable document
 } “{ $id }”
J0421-hint = refer to it, or take it away
J0422 = the date on the cover ({ $cover }) is before the last amendment ({ $amended })
J0422-hint = bring the cover up to date
J0423 = the amendment ({ $amended }) is before the document is in force ({ $enacted })
J0423-hint = look at the dates
J0424 = the heading says { $heading }, and items below it bind more firmly (lines { $lines })
J0424-hint = make them agree
J0425 = the form has a field for a password: “{ $field }”
J0425-hint = take the field away and give out passwords in another way
J0426 = “{ $former }” is now “{ $now }”
J0426-hint = use the present name
J0427 = “{ $guideline }” is cited in whatever version is the latest
J0427-hint = name a version ([](guideline:{ $guideline }/ID))
J0428 = no provision asks for the form “{ $form }”
J0428-hint = refer to it from a provision by [](form:{ $form }), or take it away
J0429 = both “{ $spelling }” and “{ $other }” are used
J0429-hint = keep to one of them in this document
J0430 = this allows “{ $allowed }”, of which nothing is found here
J0430-hint = take the comment away
J0431 = “# allow { $allowed }” lacks a code that can be allowed, or a reason
J0431-hint = write it as “# allow J0427: reason”

J0116 = { $kind ->
    [long] the name “{ $name }” is longer than some disks allow (200 bytes)
    [device] Windows keeps the name “{ $name }” for a device
    [end] the name “{ $name }” ends in a dot or a space, which Windows drops
   *[letter] the name “{ $name }” has a letter that Windows allows in no name of a file
}
J0116-hint = choose another name: content is written, checked out and built on Windows too
J0117 = { $kind ->
        [missing] the page does not say at its head what it is
        [open] the head of the page has no end
       *[english] the English of a page has no head of its own
    }
J0117-hint = { $kind ->
        [english] begin with the text; title, date and the like stand in the Japanese file, with en: for the English title
       *[other] begin with a line --- , the title (title: {"{"}ja: …, en: …{"}"}) and another line --- , then the text
    }
J0118 = { $kind ->
        [alone] the Japanese page of this English text is missing
       *[name] a page cannot be called so or stand here
    }
J0118-hint = { $kind ->
        [alone] put NAME.md beside NAME.en.md
       *[name] put it directly into pages/, with a name of lower-case letters, digits and hyphens: guide.md, 2026-04-01.md, and guide.en.md for the English
    }

J0501 = “{ $path }” was not made by junsoku and is not replaced
J0501-hint = name another place with --output, or clear this folder yourself
J0502 = cannot write “{ $path }”: { $reason }
J0502-hint = look at free space and permissions; nothing that was there has changed
J0503 = the PDF could not be set: { $said }
J0503-hint = look at the letters of the document or form; --no-pdf makes the site without PDFs
J0504 = setting the PDF gave a warning: { $said }
J0504-hint = open the sheet and see whether all letters are there
J0505 = { $kind ->
    [none] there is no folder for unfinished work
   *[other] no folder for unfinished work can be made in “{ $path }”: { $reason }
}
J0505-hint = name a writable folder in the environment variable JUNSOKU_CACHE_DIR, or look at free space and permissions of the cache folder
J0506 = a template of the site is faulty: { $reason }
J0506-hint = mend templates/site
J0507 = no font has “{ $letters }”
J0507-hint = use another character, or name a folder of fonts that have it with --font-path
J0508 = the content lies in the output folder “{ $path }” and would be lost with it
J0508-hint = name an output folder that does not hold the content
J0509 = the output would hold “{ $path }”, which some system cannot hold{ $kind ->
    [meets] { " " }beside “{ $other }”: they differ by case only
    [device] : Windows keeps the name for a device
    [end] : it ends in a dot or a space
    [long] : a name is longer than 200 bytes
   *[letter] : it has a letter that Windows does not allow
}
J0509-hint = give what it was made from another id
J0510 = “{ $path }” is there already and is not overwritten
J0510-hint = name another place; where the command knows --force, it replaces the file and keeps the old one beside it (.bak)
J0511 = there is no more room on the disk for “{ $path }”
J0511-hint = make room, or name a place on another disk; nothing that was there has changed
J0512 = writing “{ $path }” is not permitted, or its disk is read-only
J0512-hint = ask for the right to write there, or name another place
J0513 = a name in “{ $path }” is too long for its disk, or the disk cannot hold it
J0513-hint = choose shorter ids or names
J0514 = typst took more { $kind ->
    [time] time
   *[memory] memory
} for this sheet than a sheet may ({ $limit })
J0514-hint = see whether the sheet has far more text, rows or records than was meant, and divide it
J0515 = what typst gave is not the PDF that was asked for: { $kind ->
    [header] it does not begin or end as a PDF
    [pages] it cannot be read or lacks pages
   *[standard] it does not say that it keeps to PDF/UA-1 and PDF/A-2a
}
J0515-hint = the program may be another than it says it is; remove it and run “junsoku setup”, or name another with --typst
J0516 = “{ $path }” holds files that junsoku did not make, and they would be lost: { $files }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}
J0516-hint = put them somewhere else, or name them in junsoku.yaml to be kept: “keep: [.git, CNAME, .well-known, …]”
J0518 = “{ $path }” would take the place of a file that the build makes
J0518-hint = give the file below static/ another name, or put it into a folder of its own
J0517 = “{ $name }” cannot be kept in the output: the build makes it
J0517-hint = take it out of “keep:” in junsoku.yaml

J0701 = the data “{ $path }” { $kind ->
    [missing] is not there
    [denied] may not be read
    [special] is no file that can be read, or too large
   *[other] cannot be read ({ $reason })
 }
J0701-hint = name a JSON or CSV file under --data
J0702 = the letters are neither UTF-8 nor Shift_JIS
J0702-hint = save it again as “CSV UTF-8” in the spreadsheet
J0703 = the form has no place “{ $name }”
J0704 = record { $record } ({ $path }): { $expected ->
    [list] a list ([ … ]) is wanted
    [map] names with values ({"{"} … {"}"}) are wanted
   *[text] one value is wanted
 }
J0704-hint = “junsoku fill FORM --template json” shows how it is written
J0705 = record { $record } ({ $path }): “{ $field }” is empty and must be filled in
J0705-hint = write a value
J0706 = record { $record } ({ $path }): “{ $field }” cannot hold “{ $value }”
J0706-hint = { $reason ->
    [control] take away letters that cannot be seen (control characters)
    [long] it is too long; { $known } letters are the most
    [line-break] take away the line break
    [reading] a reading is written in hiragana or katakana ({ $known })
    [postal-code] a postal code has 7 digits ({ $known })
    [telephone] write the number with its area code ({ $known })
    [email] write an e-mail address ({ $known })
    [number] write a whole number ({ $known })
    [date] write a date as { $known } or 令和8年4月1日
    [no-such-day] there is no such day
    [era-over] that era was { $known }
    [era-later] that era began on { $known }
    [choice] write one of { $known }
   *[check] write { $known } for a mark, and nothing for none
 }
J0707 = record { $record } ({ $path }): there are too { $fault ->
    [few] few rows: { $count } (at least { $bound })
   *[many] many rows: { $count } (at most { $bound })
 }
J0707-hint = write as many as the form takes
J0708 = record { $record } ({ $path }): these are data of another form: “{ $named }”
J0708-hint = name data of { $form }
J0709 = two columns hold “{ $path }”
J0709-hint = take one of them away
J0710 = there is no form “{ $name }”
J0710-hint = write region and form, as “osaki/application” or “osaki/form-1”: { $known }
J0711 = there are { $count } records; { $most } are the most in a run
J0711-hint = run it in parts
J0712 = there are no data
J0712-hint = write values in the lines below the head
J0713 = this cannot be read as data: { $reason }
J0713-hint = look at the brackets, quotes and separators around this place
J0714 = row { $row } has a value without a head (there are { $columns } columns)
J0714-hint = put quotes round a value with commas in it
J0716 = “{ $path }” is there already
J0716-hint = name another folder with --output, or put the file away
J0717 = record { $record } ({ $path }): “{ $field }” does not fit into its place
J0717-hint = make it shorter, or put it on a sheet of its own
J0718 = the form has no place “{ $path }” to name files after
J0719 = no data are named
J0719-hint = name a file with --data, or make an empty one with --template csv
J0720 = record { $record }: no font has “{ $letters }”
J0720-hint = use another letter, or write that place by hand
J0336 = there is no topic “{ $name }”
J0336-hint = write an id from content/shared/topics.yaml
J0432 = this provision has no topic
J0432-hint = write topic: with an id from content/shared/topics.yaml, here or on everything directly below
J0433 = no provision is about the topic “{ $topic }”
J0433-hint = give it to a provision, or take it away
J0113 = the folder of an edition is named after a date, which “{ $folder }” is not
J0113-hint = give the day from which the edition was in force, as in editions/2025-03-01/policy.yaml
J0337 = { $order ->
    [same] two editions of one date: the present document is in force from { $present } too
   *[later] the edition of { $date } is not older than the present document, in force from { $present }
}
J0337-hint = an edition stands in the folder of the day from which it was in force; the present document says its own day in amended: or enacted:
J0338 = an edition of a document that there is not: “{ $name }”
J0339 = the document has earlier editions and does not say since when it is in force itself
J0339-hint = give enacted:, and amended: with the days of its amendments
J0340 = a link to an address that holds a user's name or password: “{ $reference }”
J0340-hint = leave out the @ and what stands before it, as in https://www.example.jp/
J0341 = “{ $name }” is no path in the output folder
J0341-hint = write a name, or names joined by /, without . and ..: CNAME, docs/old
J0343 = there is no region “{ $name }”
page-english-hint = write the English text into a file beside it, whose name ends in .en.md
page-markdown-hint = a page takes headings, lists, quotations, tables, emphasis and links; offer a picture or another file below static/ by [words](file:name); put \ before a sign that is meant as it stands
J0345 = to must be a later number of the same kind than number
J0345-hint = write to: 6 beside number: 4; with branches, to: 2-4 beside number: 2-3
J0360 = row { $row } of the table does not fill its { $columns } columns
J0360-hint = count the cells of the row, with span: for those over several columns and those that reach down from above (rows:); an empty cell is {"{"}{"}"}
J0361 = the table has no cells
J0361-hint = write its rows under rows:, each a list of cells; where there is nothing to show, take the table away
J0362 = the table has { $count } columns; a sheet has room for { $most } at most
J0362-hint = part it into several tables
J0040 = there is no document “{ $name }”
J0040-hint = documents: { $known }
J0041 = “{ $document }” has no version of “{ $edition }”
J0041-hint = versions: { $known }
J0042 = it is not known which document the file is to be compared with
J0042-hint = name a document such as chuo/policy as the other side
J0043 = there is no version before “{ $name }”
J0043-hint = name both versions, or a git revision with --from-rev
J0044 = git cannot be called: { $reason }
J0045 = the content folder “{ $path }” is not kept in git: { $reason }
J0046 = there is no revision “{ $revision }”
J0047 = revision “{ $revision }” has no content folder “{ $path }”
J0048 = the content of revision “{ $revision }” cannot be taken out: { $reason }
J0049 = the two documents share no provision
J0049-hint = check whether they are versions of one document; the table shows everything as deleted and everything as new
J0050 = there is no name of a file to write the PDF to
J0050-hint = name it with --output
J0052 = “{ $path }” is inside the content folder and is not written
J0053 = the version before, “{ $old }”, is newer than the version after, “{ $new }”
J0053-hint = name the older version first
J0054 = the content of revision “{ $revision }” has errors and cannot be compared
J0007 = there is no document “{ $name }” to compare
J0007-hint = write region and document as in chuo/policy, or baseline; there are: { $known }
J0008 = there is no topic “{ $name }”
J0008-hint = write an id from content/shared/topics.yaml
J0434 = the edition is kept under { $folder } and says itself that it is in force from { $own }
J0434-hint = rename the folder, or mend enacted: or amended: of the edition
J0435 = there is an edition of { $date }, and the document does not list that day among its amendments
J0435-hint = add it to amended: of the present document
J0436 = something is still to be written here: { $words }
J0436-hint = write what belongs there in the place of TODO and its explanation
J0009 = “{ $id }” cannot be the id of a region
J0009-hint = begin with a lower-case letter and use lower-case letters, digits and hyphens; baseline is taken
J0010 = there is something already: { $path }
J0010-hint = choose another id, or move what is there; nothing is overwritten
J0011 = there is no baseline to take as the template
J0011-hint = content/baseline must hold the vendor's document and its requirements
J0012 = standard output cannot be written: { $reason }
J0012-hint = look at free space where it goes; not all of the result has arrived
J0437 = nothing of { $set } has been reviewed yet (mappings: { $mappings }, translations: { $translations })
J0437-hint = read them, and record that with “junsoku accept { $set }”

J0801 = cannot read { $path }{ $kind ->
    [missing] : there is no such file
    [denied] : reading it is not permitted
    [special] : it is no file
   *[other] : { $reason }
}
J0802 = { $path } is no text{ $kind ->
    [picture] : it is a picture
    [rtf] : it is rich text
   *[other] : it holds data that are no letters
}
J0802-hint = save it again as plain text (.txt) in the program that made it, or copy its text into a .txt file
J0803 = { $path } is too large (at most { $limit })
J0818 = { $path } holds too much text: { $size } KiB (at most { $limit } KiB at once)
J0818-hint = split the document and import each part under a --document of its own
J0819 = { $path } would become too large: { $size } KiB (content takes { $limit } KiB a file). Nothing was written
J0819-hint = split the document and import each part under a --document of its own
J0804 = { $path } has no letters
J0805 = { $path } is damaged or in an encoding that is not read: as { $encoding }, line { $line }, column { $column } begins with a byte that is no letter ({ $byte })
J0805-hint = open it in the program that made it, look at that place, and save it again as UTF-8; where it came by mail or was copied, fetch it again
J0806 = what was to be written could not be read back: { $reason }
J0806-hint = this is a fault of junsoku; please report it with the line of the input. Nothing has been written
J0807 = { $path } exists already
J0807-hint = add --force to replace it
J0809 = “{ $id }” is no id
J0809-hint = begin with a lower-case letter and use lower-case letters, digits and hyphens only

J0840 = { $path } is broken or is no Word file: { $reason }
J0840-hint = open it in Word, save it again as .docx, and try that file
J0841 = { $path } is a file of an old Word, Excel or PowerPoint
J0841-hint = open it in Word and save it as “Word Document (.docx)”
J0842 = { $path } is protected by a password
J0842-hint = open it in Word, remove the password (File, Info, Protect Document) and save it
J0843 = { $path } is no Word file{ $kind ->
    [excel] { " " }(Excel)
    [powerpoint] { " " }(PowerPoint)
    [opendocument] { " " }(OpenDocument)
   *[other] { "" }
}
J0843-hint = save it as “Word Document (.docx)” or as plain text (.txt)
J0844 = { $path } is not read, since { $what ->
    [entries] it holds more files
    [size] it grows larger when unpacked
    [depth] its parts stand deeper in each other
   *[elements] it has more parts
} than any document
J0844-hint = such files are made to exhaust a computer; if it is a document of yours, open it in Word and save it again
J0845 = { $path } is broken: { $part } cannot be read ({ $reason })
J0845-hint = open it in Word, save it again as .docx, and try that file
J0846 = { $path } is not read, since { $part } has a document type or entities, which Word never writes
J0846-hint = if it is a document of yours, open it in Word and save it again
J0847 = { $path } has no text of Word (word/document.xml)
J0847-hint = open it in Word, save it again as .docx, and try that file
J0850 = { $path } is no sound PDF file
J0850-hint = open it in a PDF program and save it again, or import the Word file or text that it was made from
J0851 = { $path } is encrypted
J0851-hint = save it without a password in the program that made it, and try that file
J0852 = { $path } has no text: its pages are pictures, as a scanner makes them
J0852-hint = import the Word file or text that it was made from, or let a program recognise the text (OCR), correct it, and import that
J0853 = { $path } is longer than any policy ({ $pages } pages; at most { $most } pages of text are read)
J0853-hint = save the pages of the one document as a file of their own
J0854 = { $path } does not say which letters its text has
J0854-hint = its fonts have no table of letters; import the Word file or text that it was made from
J0860 = { $path } has more markup than any page of text
J0860-hint = save the page as “web page, only HTML”, or copy its text into a .txt file
J0438 = “{ $name }” ({ $set }) has not yet been held against the baseline ({ $requirements } requirements)
J0438-hint = junsoku suggest { $set } names candidates; if no provision meets any requirement, write conformance: begun in region.yaml
J0013 = the folder is not empty: { $path } (it holds { $found })
J0013-hint = name an empty folder or one that is not there yet

# Amending texts carried out
J0901 = { $path } does not look like an amending text: it has neither “…の一部を次のように改正する。” nor a sentence such as “第…条中…に改める。”
J0901-hint = give the file of an amending text (text or Word)
J0902 = no single document bears the title “{ $title }”
J0902-hint = name the document with --document: { $known }
J0903 = the sentence on line { $line } names “{ $named }”, which the document does not have at that point: { $sentence }
J0903-hint = name provisions by the numbers that they bear after the sentences before; if the text is for another edition, name that one
J0904 = the sentence on line { $line } quotes “{ $named }”, which does not stand there: { $sentence }
J0904-hint = quote the words as the document has them before the amendment
J0905 = the sentence on line { $line } quotes “{ $named }”, which does not stand there, while what it becomes does: { $sentence }
J0905-hint = this text seems to be for an earlier edition, or carried out already
J0906 = the sentence on line { $line } quotes words that overlap (“{ $named }”): { $sentence }
J0906-hint = make one quotation of the two
J0907 = the sentence on line { $line } gives the number “{ $named }”, which another provision still bears: { $sentence }
J0907-hint = move or delete that provision first
J0908 = the sentence on line { $line } is about “{ $named }”: forms, and tables of files of their own, cannot be written from an amending text: { $sentence }
J0908-hint = edit the file in forms/ or tables/ by hand, and carry out the text without that sentence
J0909 = nothing stands below the sentence on line { $line } that it could put in: { $sentence }
J0909-hint = write what is put in on the lines below the sentence, set in further than it
J0910 = the sentence on line { $line } cannot be read as one that amends: { $sentence }
J0910-hint = write it as “第…条中「…」を「…」に改める。”
J0911 = “{ $named }”, which the sentence on line { $line } quotes, stands in { $count } places; all were amended
J0911-hint = to amend only some of them, quote the words beside them too
J0912 = the file does not come out as the amending text says: { $reason }
J0912-hint = nothing was written; edit that provision by hand
J0913 = the amending text amends “{ $title }”, and the document's title is “{ $document }”
J0913-hint = make sure that the text is not for another document or another edition
J0914 = the Japanese of { $provision } was amended; its translation is as before
J0914-hint = amend the translation; until then junsoku check names it
