# Findings. Jnnnn says what is wrong, Jnnnn-hint what to do.
did-you-mean = did you mean “{ $near }”?
known-names = these may be used: { $known }
write-so = write: { $near }
put-at = put it at { $near }
conflict-in-content = make one of the two versions, and remove the lines “<<<<<<<”, “=======” and “>>>>>>>”

J0001 = wrong use of the command: { $reason }
J0001-hint = see “junsoku --help”
J0002 = there is no region “{ $region }”
J0002-hint = regions are named by their folders under content/regions: { $known }

J0003 = there is no content folder “{ $path }”
J0003-hint = specify it with --content, or run junsoku where it is
J0004 = specify what has been reviewed
J0004-hint = specify a target, as in “junsoku accept chuo/policy”, or --all (not both)
J0005 = no mapping or translation is named by “{ $target }”
J0005-hint = specify a region (chuo), a document (chuo/policy), a provision (chuo/policy#consent) or a requirement (consent.obtained)
J0006 = there is no code “{ $name }”
J0006-hint = “junsoku explain” lists the codes

J0080 = none of the ports { $first } to { $last } is free
J0080-hint = specify another with --port
J0081 = the preview cannot begin: { $reason }
J0082 = “{ $path }” was changed meanwhile; nothing was fixed
J0082-hint = save it in the editor and run this again
J0101 = not readable as YAML
J0101-hint = compare the indentation, quotes and brackets of this line with the lines around it
J0102 = not UTF-8 text
J0102-hint = save the file as UTF-8
J0103 = the file is too large (limit { $limit })
J0103-hint = split the document, or check whether other data got into it
J0104 = a link that leaves the content folder or points to a folder
J0104-hint = put the file itself here instead of a link
J0105 = cannot be read: { $kind ->
        [missing] there is no such file
        [denied] no permission to read it
        [special] it is not an ordinary file
       *[other] { $reason }
    }
J0105-hint = check whether the file exists and may be read
J0106 = there is no YAML file in the content folder
J0106-hint = specify the content folder with --content (its format is described in content/README.md)
J0107 = YAML of this name or in this place is not used
J0107-hint = put it under baseline/, regions/<region>/ or shared/, with a lower-case name that ends in .yaml (content/README.md)
J0108 = an id cannot be written so: “{ $id }”
J0108-hint = begin with a lower-case letter and use only lower-case letters, digits and hyphens
J0109 = { $file } is missing
J0109-hint = add { $file } with the name and the council (content/README.md)
J0110 = not a line of the record of reviews
J0110-hint = restore it from version control, or review the content and recreate it with “junsoku accept --all”
J0111 = a merge conflict marker of version control is left
J0111-hint = remove the markers and one of each two lines, or review the content and recreate the record with “junsoku accept --all”
J0112 = a mapping or translation is recorded twice
J0112-hint = leave the right line; if you cannot tell, remove both, review the content and record it with junsoku accept
J0120 = the colon after the key is full-width
J0120-hint = write a half-width colon and a space (: )
J0121 = a full-width space stands here
J0121-hint = replace it by half-width spaces
J0122 = a tab is used for indentation
J0122-hint = replace the tab by spaces
J0123 = there is no space after the colon
J0123-hint = put a space after the colon
J0124 = this is not the mark of a list
J0124-hint = begin each line of a list with a half-width hyphen and a space (- )
J0125 = a bracket or comma is full-width
J0125-hint = write half-width brackets and commas ({"{"} {"}"} [ ] ,)
J0126 = the quotation marks are full-width
J0126-hint = use half-width quotation marks ("…")
J0127 = a colon with a space in a text makes a key of what stands before it
J0127-hint = put quotation marks around the whole text ("…")
J0128 = the text begins with a character that has a meaning in YAML
J0128-hint = put quotation marks around the whole text ("…")
J0129 = the text goes on after its closing quotation mark
J0129-hint = if the quotation marks belong to the text, put the other kind around all of it ('…')
J0130 = a backslash in "…" is followed by a character that cannot stand there
J0130-hint = write a backslash itself as \\
J0131 = a comma is missing
J0131-hint = within brackets, put a comma between a value and the next key
J0132 = a bracket does not close, or one is too many
J0132-hint = check that the brackets match
J0133 = a quotation mark does not close
J0133-hint = close it at the end of the text; if the text goes over several lines, indent these
J0134 = the indentation does not match
J0134-hint = indent the keys of one group alike
J0135 = there is no key (“name: ”) on this line
J0135-hint = add a key such as “ja: ”, or indent the line deeper if it belongs to the text above
J0136 = the key “{ $name }” appears twice in the same place
J0136-hint = remove one of the two
J0137 = the file holds two documents, divided by ---
J0137-hint = remove the line ---, or split the file
J0138 = a limit of size, depth or repetition is exceeded
J0138-hint = split the file, or check whether other data got into it

J0139 = what follows “ #” is a comment for YAML and is lost from the text
J0139-hint = if it is text, put quotation marks around all of it ("…"); if it is a comment, put a space after the #
J0201 = there is no key “{ $name }”
J0202 = “{ $key }” is missing
J0202-hint = add “{ $key }” here
J0203 = write { $expected ->
        [list] a list (lines that begin with -, or [ … ])
        [text] text
        [boolean] true or false
        [count] a whole number from 1 to 10000
        [date] a date (as 2025-03-01)
        [block] an entry with exactly one key
       *[map] keys and values (“name: value”)
    } here; { $found ->
        [nothing] nothing is written now
        [scalar] “{ $value }” is written now
        [list] a list is written now
       *[map] keys and values are written now
    }
J0203-hint = compare with the examples in content/README.md
J0204 = not a date: “{ $date }”
J0204-hint = write a day that exists as 2025-03-01
J0205 = “{ $name }” cannot be used here
J0206 = there is no numeral “{ $name }”
J0207 = not a numbering style: “{ $style }”
J0207-hint = use one placeholder such as {"{"}n{"}"} and close its brace
J0208 = holds a character that cannot be printed ({ $code })
J0208-hint = remove that character
J0209 = the severity of “{ $name }” cannot be changed
J0210 = “{ $number }” is not a number of a provision
J0210-hint = write a whole number, or a number and its branch with a hyphen: 5-2

J0301 = “{ $id }” appears twice
J0301-hint = change one of the two ids
J0302 = the target of a reference was not found: “{ $reference }”
J0302-hint = check the id it names (content/README.md describes how references are written)
J0303 = there is no form “{ $form }” to extend
J0303-hint = write set and form, as “baseline/staff-pledge”
J0304 = circular extends: { $way }
J0304-hint = remove one of these extends
J0305 = the extended form has no block “{ $name }”
J0306 = text holds { $construct ->
        [markdown-list] a list
        [markdown-heading] a heading
        [markdown-quote] a quotation
        [markdown-code] code
        [markdown-alt] a picture without words
        [markdown-note] a faulty note (`[^mark]`)
        [markdown-nesting] emphasis nested too deep
       *[markdown-rule] a rule
    }
J0306-hint = { $construct ->
        [markdown-alt] give a picture words for those who cannot see it: ![the way from the station](picture:map.png)
        [markdown-note] a note is one paragraph, to which the text refers by [^mark]; a note cannot refer to a note
       *[other] write lists as items and headings as captions; put \ before a sign that is meant as it stands
    }
J0307 = the document's levels have no “{ $name }”
J0308 = there is no number to branch from
J0308-hint = put a branch after the provision it branches from (branch: 2 after branch: 1)
J0309 = levels has no style for this depth
J0309-hint = add a level, or say level: none
J0310 = form number { $number } appears twice
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
J0316-hint = remove this line; numbered: false hides the number
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
   *[other] remove { $key }, or change the type
 }
J0319 = another table bears the same number: { $number }
J0319-hint = give each table a number of its own
J0320 = a table has two column headings, for the codes and for what they mean; found { $count }
J0320-hint = write two headings under columns
J0321 = replaced_by names a law or guideline that is not there: “{ $name }”
J0322 = the id of requirement “{ $id }” does not begin with the file's name “{ $group }”
J0322-hint = write “{ $group }.…”, or move it to another file
J0323 = a requirement comes from a provision of the baseline; “{ $reference }” is not one
J0323-hint = specify a provision of the baseline as “policy#…”
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
J0331 = it is not clear who carries this out: several roles take the place of { $actor } ({ $known })
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
J0404 = a paraphrased text without source
J0404-hint = state under source which publication was paraphrased and when it was consulted
J0405 = the Japanese is empty
J0405-hint = write it under ja, or remove the whole entry
J0406 = a model in place of a form without text cannot be the official text
J0406-hint = say standing: restated, or origin: source
J0407 = said to be the baseline's model, but it extends no form of the baseline
J0407-hint = name the baseline's form under extends, or say origin: project-model
J0408 = the English lacks “{ $en }”, agreed for the term 「{ $ja }」
J0408-hint = use the glossary’s word, or add this one under also in shared/glossary.yaml
J0409 = “{ $requirement }” is claimed to be { $claim }, but { $parameters ->
    [none] its binding force (baseline: { $level ->
        [required] { level-required }
        [instructed] { level-instructed }
        [recommended] { level-recommended }
        [advised] { level-advised }
       *[optional] { level-optional }
    }, here: { $modality ->
        [must] { modality-must }
        [should] { modality-should }
        [consider] { modality-consider }
       *[may] { modality-may }
    }) shows { $shown }
   *[other] its parameters ({ $parameters }) and binding force (baseline: { $level ->
        [required] { level-required }
        [instructed] { level-instructed }
        [recommended] { level-recommended }
        [advised] { level-advised }
       *[optional] { level-optional }
    }, here: { $modality ->
        [must] { modality-must }
        [should] { modality-should }
        [consider] { modality-consider }
       *[may] { modality-may }
    }) show { $shown }
 }
J0409-hint = change extent, or check whether the parameters and the modality are those of the text
J0410 = the text has no number { $number }
J0410-hint = write the number of the text, or correct the text if that is wrong
J0411 = { $number } in the text is not among the parameters of “{ $requirement }” (mapping on line { $line })
J0411-hint = add it to the parameters of the mapping, or check the text
J0412 = the mapping to “{ $requirement }” disagrees with that on line { $line } of { $file }
J0412-hint = write it once, and name the other provision under with
J0413 = { $set } does not meet the required item “{ $title }” ({ $requirement }): { $status ->
    [covered] { status-covered }
    [stricter] { status-stricter }
    [partial] { status-partial }
    [weaker] { status-weaker }
    [different] { status-different }
    [not-available] { status-not-available }
   *[omitted] { status-omitted }
 }
J0413-hint = write meets on the provision that meets it, or describe the differences under deviations in conformance.yaml
J0414 = “{ $requirement }” is not a deviation: { $status ->
    [covered] { status-covered }
    [stricter] { status-stricter }
    [partial] { status-partial }
    [weaker] { status-weaker }
    [different] { status-different }
    [not-available] { status-not-available }
   *[omitted] { status-omitted }
 }
J0414-hint = remove this entry from deviations
J0415 = a provision of this region is mapped to “{ $requirement }”
J0415-hint = remove this entry from elsewhere, or check the mapping
J0416 = since the mapping { $target } was reviewed, { $changed ->
    [text] the provision's text
    [modality] the provision's binding force
    [extent] the claim (extent)
    [parameters] what the provision says of the parameters
    [requirement] the baseline's text
    [level] the baseline's level
   *[conditions] the baseline's conditions
 } changed
J0416-hint = check whether it still holds, and record that with “junsoku accept { $accept }”
J0417 = since the translation { $target } was reviewed, the { $changed ->
    [ja] Japanese
   *[en] English
 } changed
J0417-hint = check whether they still agree, and record that with “junsoku accept { $accept }”
J0418 = the { $kind ->
    [mapping] mapping
   *[translation] translation
 } { $target } has no record of a review
J0418-hint = review it, and record that with “junsoku accept { $accept }”
J0419 = there is no record of reviews (junsoku.lock): mappings and translations may be out of date
J0419-hint = review them, and record that with “junsoku accept --all”
J0420 = “{ $link }” no longer exists
J0420-hint = “junsoku accept --all” removes it from the record
J0421 = nothing refers to the { $kind ->
    [law] law
    [guideline] guideline
    [link] link
    [contact] contact
    [table] table
   *[unavailable] unavailable document
 } “{ $id }”
J0421-hint = refer to it, or remove it
J0422 = the date on the cover ({ $cover }) is before the last amendment ({ $amended })
J0422-hint = update the cover
J0423 = the amendment ({ $amended }) is before the document is in force ({ $enacted })
J0423-hint = check the dates
J0424 = the heading says { $heading }, and items below it bind more firmly (lines { $lines })
J0424-hint = make them agree
J0425 = the form has a field for a password: “{ $field }”
J0425-hint = remove the field and give out passwords in another way
J0426 = “{ $former }” is now “{ $now }”
J0426-hint = use the present name
J0427 = “{ $guideline }” is cited in whatever version is the latest
J0427-hint = name a version ([](guideline:{ $guideline }/ID))
J0428 = no provision asks for the form “{ $form }”
J0428-hint = refer to it from a provision by [](form:{ $form }), or remove it
J0429 = both “{ $spelling }” and “{ $other }” are used
J0429-hint = keep to one of them in this document
J0430 = this allows “{ $allowed }”, of which nothing is found here
J0430-hint = remove the comment
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
J0501-hint = specify another place with --output, or clear this folder yourself
J0502 = cannot write “{ $path }”: { $reason }
J0502-hint = check free space and permissions; existing files are unchanged
J0503 = the PDF could not be typeset: { $said }
J0503-hint = check the characters of the document or form; --no-pdf builds the site without PDFs
J0504 = typesetting the PDF gave a warning: { $said }
J0504-hint = open the sheet and check whether all characters are there
J0505 = { $kind ->
    [none] there is no folder for unfinished work
   *[other] no folder for unfinished work can be made in “{ $path }”: { $reason }
}
J0505-hint = specify a writable folder in the environment variable JUNSOKU_CACHE_DIR, or check free space and permissions of the cache folder
J0506 = a template of the site is faulty: { $reason }
J0506-hint = correct templates/site
J0507 = no font has “{ $letters }”
J0507-hint = use another character, or specify with --font-path a folder of fonts that have it
J0508 = the content lies in the output folder “{ $path }” and would be lost with it
J0508-hint = specify an output folder that does not contain the content
J0509 = the output would hold “{ $path }”, which some system cannot hold{ $kind ->
    [meets] { " " }beside “{ $other }”: they differ by case only
    [device] : Windows keeps the name for a device
    [end] : it ends in a dot or a space
    [long] : a name is longer than 200 bytes
   *[letter] : it has a letter that Windows does not allow
}
J0509-hint = give what it was made from another id
J0510 = “{ $path }” already exists and is not overwritten
J0510-hint = specify another place; where the command has --force, it replaces the file and keeps the old one beside it (.bak)
J0511 = there is not enough space on the disk for “{ $path }”
J0511-hint = free some space, or specify a place on another disk; existing files are unchanged
J0512 = writing “{ $path }” is not permitted, or its disk is read-only
J0512-hint = obtain permission to write there, or specify another place
J0513 = a name in “{ $path }” is too long for its disk, or the disk cannot hold it
J0513-hint = choose shorter ids or names
J0514 = typst took more { $kind ->
    [time] time
   *[memory] memory
} for this sheet than a sheet may ({ $limit })
J0514-hint = check whether the sheet has far more text, rows or records than intended, and divide it
J0515 = what typst gave is not the PDF that was asked for: { $kind ->
    [header] it does not begin or end as a PDF
    [pages] it cannot be read or lacks pages
   *[standard] it does not say that it keeps to PDF/UA-1 and PDF/A-2a
}
J0515-hint = the program may be another than it says it is; remove it and run “junsoku setup”, or name another with --typst
J0516 = “{ $path }” holds files that junsoku did not make, and they would be lost: { $files }{ $more ->
    [none] { "" }
   *[other] { " " }and { $more } more
}
J0516-hint = move them elsewhere, or list them in junsoku.yaml to be kept: “keep: [.git, CNAME, .well-known, …]”
J0518 = “{ $path }” would take the place of a file that the build makes
J0518-hint = give the file below static/ another name, or put it into a folder of its own
J0517 = “{ $name }” cannot be kept in the output: the build makes it
J0517-hint = remove it from “keep:” in junsoku.yaml

J0701 = the data “{ $path }” { $kind ->
    [missing] is not there
    [denied] may not be read
    [special] is no file that can be read, or too large
   *[other] cannot be read ({ $reason })
 }
J0701-hint = specify a list (.xlsx, .xls, CSV) or a file saved by the page (JSON) with --data
J0702 = the characters are neither UTF-8 nor Shift_JIS
J0702-hint = save it again as “CSV UTF-8” in the spreadsheet
J0703 = the form has no field “{ $name }”
J0704 = record { $record } ({ $row ->
    [none] { $path }
   *[other] row { $row }{ $heading ->
        [none] {""}
       *[other] {", “"}{ $heading }”
    }
 }): { $expected ->
    [list] a list ([ … ]) is wanted
    [map] names with values ({"{"} … {"}"}) are wanted
   *[text] one value is wanted
 }
J0704-hint = “junsoku fill FORM --template json” shows how it is written
J0705 = record { $record } ({ $row ->
    [none] { $path }
   *[other] row { $row }{ $heading ->
        [none] {""}
       *[other] {", “"}{ $heading }”
    }
 }): “{ $field }” is required and empty
J0705-hint = enter a value
J0706 = record { $record } ({ $row ->
    [none] { $path }
   *[other] row { $row }{ $heading ->
        [none] {""}
       *[other] {", “"}{ $heading }”
    }
 }): “{ $field }” cannot hold “{ $value }”
J0706-hint = { $reason ->
    [control] remove invisible characters (control characters)
    [long] it is too long; the maximum is { $known } characters
    [line-break] remove the line break
    [reading] a reading is written in hiragana or katakana ({ $known })
    [postal-code] a postal code has 7 digits ({ $known })
    [telephone] write the number with its area code ({ $known })
    [email] write an e-mail address ({ $known })
    [number] write a whole number ({ $known })
    [date] write a date as { $known } or 令和8年4月1日
    [no-such-month] months are 1 to 12
    [no-such-day] the month has no such day
    [too-old] write a date in 1873 or later
    [weekday] the day of the week does not fit the date; check the date
    [era-zero] the years of an era begin with 1
    [era-over] that era ended on { $known }
    [era-later] that era began on { $known }
    [choice] write one of { $known }
   *[check] write { $known } to tick it, and leave it empty otherwise
 }
J0707 = record { $record } ({ $row ->
    [none] { $path }
   *[other] row { $row }{ $heading ->
        [none] {""}
       *[other] {", “"}{ $heading }”
    }
 }): there are too { $fault ->
    [few] few rows: { $count } (at least { $bound })
   *[many] many rows: { $count } (at most { $bound })
 }
J0707-hint = write as many as the form takes
J0708 = record { $record } ({ $row ->
    [none] { $path }
   *[other] row { $row }{ $heading ->
        [none] {""}
       *[other] {", “"}{ $heading }”
    }
 }): these are data of another form: “{ $named }”
J0708-hint = specify data of { $form }
J0709 = two columns hold “{ $path }”
J0709-hint = name the one that is not needed with --map HEADING=-, or remove one of them
J0710 = there is no form “{ $name }”
J0710-hint = write region and form, as “osaki/application” or “osaki/form-1”: { $known }
J0711 = there are { $count } records; the maximum for one run is { $most }
J0711-hint = run it in parts
J0712 = there are no records
J0712-hint = enter values in the lines below the headings
J0713 = this cannot be read as data: { $reason }
J0713-hint = check the brackets, quotes and separators around this place
J0714 = row { $row } has a value without a heading (there are { $columns } columns)
J0714-hint = put quotes round a value with commas in it
J0716 = “{ $path }” already exists
J0716-hint = specify another folder with --output, or move the file
J0717 = record { $record } ({ $row ->
    [none] { $path }
   *[other] row { $row }{ $heading ->
        [none] {""}
       *[other] {", “"}{ $heading }”
    }
 }): “{ $field }” does not fit into its field
J0717-hint = shorten it, or put it on a separate sheet
J0718 = the form has no field “{ $path }” to use in file names
J0719 = no data file is specified
J0719-hint = specify a file with --data, or make an empty list with --template xlsx
J0720 = record { $record }{ $row ->
    [none] {""}
   *[other] {" "}(row { $row })
 }: no font has “{ $letters }”
J0720-hint = use another character, or write that field by hand
J0721 = columns that were not used: { $columns }
J0721-hint = if one of them is needed, name its field with --map HEADING=FIELD
J0722 = headings were read as these fields: { $pairs }
J0722-hint = if that is wrong, name the field with --map HEADING=FIELD (or HEADING=- for none)
J0723 = no row of headings was found
J0723-hint = write headings above the columns: { $known }
J0724 = the heading “{ $heading }” fits more than one field: { $known }
J0724-hint = say which with --map { $heading }=FIELD
J0725 = { $kind ->
    [none] there is no such sheet: { $sheets }
   *[several] several sheets look like lists: { $sheets }
 }
J0725-hint = name one with --sheet NAME
J0726 = { $kind ->
    [password] the workbook is protected by a password
    [large] the workbook is too large
    [other] this is no workbook of Excel (.xlsx, .xlsm, .xls)
   *[broken] the workbook is damaged and cannot be read ({ $reason })
 }
J0726-hint = { $kind ->
    [password] open it in Excel and save a copy without the password
    [large] save the sheet with the list as a workbook of its own
    [other] save it as .xlsx in Excel
   *[broken] open it in Excel and save it again
 }
J0727 = the list has no column for the required field “{ $field }”
J0727-hint = add the column, name it with --map HEADING={ $path }, or put an answer for all into a file for --common
J0728 = { $kind ->
    [sheets] hidden sheets were not read: { $names }
    [rows] hidden rows were not read: { $names }
   *[macros] macros were not run; the values saved in the cells were read{ $names }
 }
J0728-hint = if something of it is needed, unhide it and save again
J0729 = row { $row }, “{ $heading }”: the value of the formula { $kind ->
    [error] is an error ({ $value })
   *[uncomputed] was not saved{ $value }
 }
J0729-hint = open it in Excel, calculate, look at the value and save
J0730 = row { $row } is the head of another table; the sheet seems to hold two
J0730-hint = copy the table with the list to a sheet of its own
J0731 = “{ $heading }” differs between rows ({ $first } and { $other }); the form has it once, so it was not used
J0731-hint = split the list by facility, or make the values the same
J0732 = the heading “{ $heading }” given with --map is not in the list
J0732-hint = headings of the list: { $known }
J0733 = rows with a single value: { $rows }
J0733-hint = if they are sums or remarks, remove them from the list
J0734 = --map is not written so: “{ $value }”
J0734-hint = join a heading and a field by =, as in --map Mail=users.mcs-id
J0735 = the file “{ $path }”, which remembers columns, cannot be read and is not used ({ $reason })
J0736 = this is a draft; it holds values that cannot be read
J0736-hint = load it on the page of the form, correct the fields that are shown, and save it again
J0735-hint = correct it or delete it
J0336 = there is no topic “{ $name }”
J0336-hint = write an id from content/shared/topics.yaml
J0432 = this provision has no topic
J0432-hint = write topic: with an id from content/shared/topics.yaml, here or on everything directly below
J0433 = no provision is about the topic “{ $topic }”
J0433-hint = give it to a provision, or remove it
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
page-markdown-hint = a page takes headings, lists, quotations, tables, emphasis, code, links, pictures and notes; show a picture below pictures/ by ![words](picture:name), offer another file below static/ by [words](file:name); put \ before a sign that is meant as it stands
J0345 = to must be a later number of the same kind than number
J0345-hint = write to: 6 beside number: 4; with branches, to: 2-4 beside number: 2-3
J0360 = row { $row } of the table does not fill its { $columns } columns
J0360-hint = count the cells of the row, with span: for those over several columns and those that reach down from above (rows:); an empty cell is {"{"}{"}"}
J0361 = the table has no cells
J0361-hint = write its rows under rows:, each a list of cells; where there is nothing to show, take the table away
J0362 = the table has { $count } columns; a sheet has room for { $most } at most
J0362-hint = part it into several tables
J0370 = { $kind ->
    [itself] “{ $id }” is said to have been replaced by itself
   *[circle] what replaced what goes round in a circle: { $circle }
 }
J0370-hint = take replaced_by away from the newest; a new version of the same belongs under versions
J0371 = the day of the version “{ $version }” ({ $from }) is not after that of “{ $before }”, the version before it ({ $earlier })
J0371-hint = list versions from the oldest, each with the day from which it holds
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
J0050 = no file is specified for the PDF
J0050-hint = specify it with --output
J0052 = “{ $path }” is inside the content folder and is not written
J0053 = the version before, “{ $old }”, is newer than the version after, “{ $new }”
J0053-hint = specify the older version first
J0054 = the content of revision “{ $revision }” has errors and cannot be compared
J0055 = no text of “{ $document }” is in force on { $date }
J0055-hint = look at the days of its editions; junsoku amend { $document } compares the newest text that is written
J0060 = the variable SOURCE_DATE_EPOCH is “{ $value }”, which is no number of seconds
J0060-hint = give it in seconds since 1970, or use --as-of
J0061 = on { $day } nothing is in force yet; the first text is so from { $first }
J0061-hint = every page says that its text is still to come; look whether --as-of is the day that you mean
J0062 = “{ $document }” does not say from which day it is in force, so that it can be kept under none
J0062-hint = write enacted: with the day
J0063 = the amendment is to be in force from { $from }, but the present text is so only from { $present }
J0063-hint = give a later day with --from
J0064 = the present text is kept already: { $path }
J0064-hint = amend the document; its own day in amended: must be the new one
J0065 = { $path } cannot be changed in place: { $reason }
J0065-hint = nothing was written; add the day to amended: yourself and run the command without --from
J0007 = there is no document “{ $name }” to compare
J0007-hint = write region and document as in chuo/policy, or baseline; there are: { $known }
J0008 = there is no topic “{ $name }”
J0008-hint = write an id from content/shared/topics.yaml
J0434 = the edition is kept under { $folder } and says itself that it is in force from { $own }
J0434-hint = rename the folder, or correct enacted: or amended: of the edition
J0435 = there is an edition of { $date }, and the document does not list that day among its amendments
J0435-hint = add it to amended: of the present document
J0436 = something still has to be written here: { $words }
J0436-hint = replace TODO and its explanation with the actual text
J0009 = “{ $id }” cannot be the id of a region
J0009-hint = begin with a lower-case letter and use lower-case letters, digits and hyphens; baseline is taken
J0010 = already exists: { $path }
J0010-hint = choose another id, or move what exists; nothing is overwritten
J0011 = there is no baseline to take as the template
J0011-hint = content/baseline must hold the vendor's document and its requirements
J0012 = standard output cannot be written: { $reason }
J0012-hint = check free space at the destination; the result did not arrive in full
J0437 = nothing of { $set } has been reviewed yet (mappings: { $mappings }, translations: { $translations })
J0437-hint = review them, and record that with “junsoku accept { $set }”

J0801 = cannot read { $path }{ $kind ->
    [missing] : there is no such file
    [denied] : reading it is not permitted
    [special] : it is not a file
   *[other] : { $reason }
}
J0802 = { $path } is not a text file{ $kind ->
    [picture] : it is a picture
    [rtf] : it is rich text
   *[other] : it holds data that are not text
}
J0802-hint = save it again as plain text (.txt) in the program that made it, or copy its text into a .txt file
J0803 = { $path } is too large (at most { $limit })
J0818 = { $path } holds too much text: { $size } KiB (at most { $limit } KiB at once)
J0818-hint = split the document and import each part under a --document of its own
J0821 = { $path } cannot be merged with the new text ({ $reason })
J0821-hint = mend the file by junsoku check, or give it up with --force (a backup stays)
J0819 = { $path } would become too large: { $size } KiB (content takes { $limit } KiB a file). Nothing was written
J0819-hint = split the document and import each part under a --document of its own
J0804 = { $path } has no text
J0805 = { $path } is damaged or in an encoding that is not read: as { $encoding }, line { $line }, column { $column } begins with a byte that is not a character ({ $byte })
J0805-hint = open it in the program that made it, check that place, and save it again as UTF-8; if it came by mail or was copied, get it again
J0806 = what was to be written could not be read back: { $reason }
J0806-hint = this is a fault of junsoku; please report it with the line of the input. Nothing has been written
J0807 = { $path } already exists
J0807-hint = add --force to replace it
J0809 = “{ $id }” is not an id
J0809-hint = begin with a lower-case letter and use lower-case letters, digits and hyphens only

J0840 = { $path } is broken or is no Word file: { $reason }
J0840-hint = open it in Word, save it again as .docx, and try that file
J0841 = { $path } is a file of an old version of Word, Excel or PowerPoint
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
J0440 = the day { $date } has not come, and the text that is in force until then is not kept
J0440-hint = keep it as an edition (“junsoku edition { $document }”), or take it from an earlier state of the content into editions/
J0441 = there is no text of { $date }, though there is one of { $before } and of later days
J0441-hint = keep the text of that day in editions/{ $date }/; without it nobody can read what was in force from then on
J0442 = it is repealed on { $repealed }, and in force only from { $from }
J0442-hint = mend repealed:, enacted: or amended:
J0443 = this earlier edition says that the document is repealed on { $repealed }, and the newest text does not
J0443-hint = write repealed: in the newest text, or take it away here
J0444 = a reason is given for “{ $requirement }”, but the mapping is not the council’s own
J0444-hint = say what differs under ja and en, and remove reason: only a conformance.yaml whose standing is official may hold one
J0445 = “{ $requirement }” is called unclear without a note
J0445-hint = write in a note what contradicts itself or cannot be told
J0450 = “{ $words }” was typed, and there is no such provision, form or table
J0450-hint = write a reference by id, such as [](#id): it prints the number itself, and a missing target is told at once
J0451 = “{ $words }” was typed: the number stays when the provision moves
J0451-hint = write { $reference } in its place, in both languages
J0452 = the reference “{ $words }” is printed with its brackets here
J0452-hint = write the words themselves; references are followed in texts, captions and heads of forms
J0454 = this Markdown table would be printed with its strokes
J0454-hint = write it as table: with head: and rows:
J0455 = the address { $address } is no link
J0455-hint = write <{ $address }>, or give it a name in shared/links.yaml
J0460 = { $address } was published, and links to it would lead to nothing
J0460-hint = where it moved, give what it is now its old id by formerly: [id]; where it was repealed, record that with junsoku accept: a line stays at the old place
J0461 = not a line of the ledger of published addresses
J0461-hint = take it back from version control; “junsoku accept --all” writes it anew
J0462 = the ledger of published addresses was edited or merged outside of junsoku
J0462-hint = look whether a line is missing, then write it anew with junsoku accept
J0470 = “{ $cited }” is cited, and “{ $latest }” is the latest version{ $from ->
    [none] { "" }
   *[other] {" "}(from { $from })
 }{ $lines ->
    [none] { "" }
   *[other] ; also on lines { $lines }
 }
J0470-hint = see what the latest version asks, and refer to it by []({ $latest }), or say why not: # allow J0470: reason{ $chapters ->
    [none] { "" }
   *[other] . Cited chapters stand now in: { $chapters }
 }
J0471 = chapters of “{ $cited }” are cited that the latest version (“{ $latest }”) does not have under these numbers{ $lines ->
    [none] { "" }
   *[other] ; also on lines { $lines }
 }
J0471-hint = they stand now in: { $chapters }. Refer to the latest version by []({ $latest }), or to the one that is meant
J0013 = the folder is not empty: { $path } (it contains { $found })
J0013-hint = specify an empty folder or one that does not exist yet
J0220 = { $kind ->
        [japanese] Japanese is not among the languages of the site
       *[twice] this language stands twice
    }
J0220-hint = write languages: [ja] or languages: [ja, en]
J0221 = “{ $address }” is no address of a site
J0221-hint = begin with http:// or https://, as in https://www.example.jp/mcs/
J0224 = “{ $colour }” is no colour
J0224-hint = write it as #rrggbb, in quotes because of the #: "#0f5c3c"
J0225 = the colour “{ $colour }” has a contrast of { $ratio } to the { $scheme ->
        [light] light
       *[dark] dark
    } ground { $ground }; text needs 4.5 (WCAG 2.2, success criterion 1.4.3, level AA)
J0225-hint = { $scheme ->
        [light] choose a darker colour
       *[dark] choose a lighter colour, or leave “dark:” out to have one made
    }
J0226 = { $part ->
        [seal] a seal is to be set, but no “organisation:” says whose it is
        [conformance] conformance is to be published, but there are no requirements of a baseline to meet
       *[comparison] the comparison is to be published, but there is no baseline and there are not two regions
    }
J0226-hint = { $part ->
        [seal] name the organisation after “organisation:”; the seal stands only on official documents that it issues
       *[other] take “{ $part }: true” out, or put a baseline into baseline/
    }
J0228 = { $kind ->
        [from] “{ $path }” cannot be the former address of a page
        [to] “{ $path }” is no address of a page
        [itself] “{ $path }” is the former address itself
       *[twice] “{ $path }” stands twice
    }
J0228-hint = { $kind ->
        [from] write what follows the address of the site and ends in .html or /, without ? and ..: rules/old.html
        [to] write what follows the address of the site, as in ja/regions/midori/policy/, or an address outside that begins with https://
        [itself] write the address of the page now
       *[twice] take one of them out
    }
J0519 = { $kind ->
        [taken] the build makes a page at the former address “{ $path }”
       *[missing] there is no page “{ $path }” to lead on to
    }
J0519-hint = { $kind ->
        [taken] take this pair out of “redirects:” in junsoku.yaml
       *[missing] write the address of a page that is there after “to:” in “redirects:” of junsoku.yaml
    }
J0620 = a theme has no file “{ $name }”
J0620-hint = “junsoku theme --list” names the files that can be replaced
J0621 = a template of the theme fails: { $reason }
J0621-hint = mend this line; “junsoku theme --copy NAME” gives our file
J0622 = the template of the theme lacks the { $kind ->
        [component] component
       *[block] block
    } “{ $name }”
J0622-hint = other templates rely on it, so that it must be there by this name; “junsoku theme --copy NAME” gives our file
J0623 = there is no message “{ $name }”
J0623-hint = only messages of our file can be replaced, which “junsoku theme --copy NAME” gives
J0624 = the message “{ $id }” is given no “${ $name }”
J0624-hint = it is given these: { $known }
J0625 = this is no file of messages: { $reason }
J0625-hint = write “name = words”, with further lines indented
J0626 = there is no folder “{ $path }” for the theme
J0626-hint = give --theme a folder that is there
J0627 = a theme has no file “{ $name }”
J0627-hint = “junsoku theme --list” names them
J0222 = { $kind ->
        [missing] there is no picture “{ $name }” in pictures/
        [ending] “{ $name }” is no picture of a kind that can be shown
        [content] “{ $name }” does not hold a picture of the kind that its name says
        [jpeg] “{ $name }” is a JPEG, which serves neither as a logo nor as a seal
        [large] “{ $name }” is too large for a logo or a seal
       *[alt] “alt:” says nothing about the picture “{ $name }”
    }
J0222-hint = { $kind ->
        [missing] put the picture into pictures/ and write its name
        [ending] make it an SVG (.svg), a PNG (.png) or a JPEG (.jpg)
        [content] end the name as its content is, or export the picture anew
        [jpeg] make it an SVG or a PNG
        [large] every page loads it; make it 512 kB at most
       *[alt] write words for those who cannot see it, such as the name of the organisation
    }
J0223 = “{ $name }” holds something that runs ({ $found }); pages show it as a picture only, in which nothing runs, but the file opened by itself would run it
J0223-hint = export it anew without what runs
J0227 = a margin of { $value } mm cannot be used
J0227-hint = choose { $least } to { $most }
J0611 = there is no mincho face among the fonts ({ $families })
J0611-hint = put a mincho face such as BIZ UDMincho into a folder of --font-path, or take “body: mincho” out of junsoku.yaml
J0070 = there is no candidate { $number } ({ $most } candidates)
J0070-hint = take numbers from the list that junsoku suggest prints; nothing was written
J0071 = { $target } was changed after the candidates were found: { $path }
J0071-hint = run junsoku suggest again and judge by the text as it is now; nothing was written
J0072 = { $target } is mapped to { $requirement } already
J0072-hint = to change the extent, change meets: in the file; nothing was written
J0073 = the file is written in a way that cannot be edited: { $path } ({ $reason })
J0073-hint = add the lines that junsoku suggest prints by hand; the file was not changed
J0074 = there is no terminal to ask on
J0074-hint = run it on a terminal, or name numbers with --accept
J0347 = documents: names “{ $name }”, and there is no such document

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
J0915 = the sentence on line { $line } deletes the first paragraph of an article without making another the first, or renumbers it or puts one before it, which cannot be carried out: { $sentence }
J0915-hint = go on with “同条第二項を同条第一項とする。” (“同条第二項を同条とする。” where one paragraph is left), or write the whole article with “第…条を次のように改める。”
J0916 = “{ $typed }”, which the sentence on line { $line } quotes, was read as “{ $stands }” of the document
J0916-hint = the widths of letters differ from the document's; once the amending text is mended, this is no longer said
J0917 = a reference in { $provision } became the number that the amending text gives; it no longer follows when numbers move
J0917-hint = make sure that the number is right, and write the reference (`[](#id)`) in the file again; a sentence that amends the number may be missing
J0918 = the sentence on line { $line } gives the list of contents the words “{ $named }”, which the chapters and articles do not give: { $sentence }
J0918-hint = the list is made of chapters and articles; mend the sentence about it, or those about them
J0919 = once carried out, the text would leave errors in the content, which are told too; nothing was written
J0919-hint = first mend what refers to provisions that the text takes out, and mappings of them, then carry it out
