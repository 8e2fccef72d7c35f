# Findings. Jnnnn says what is wrong, Jnnnn-hint what to do.
left-empty = The sheet leaves it blank. Fill it in by hand
did-you-mean = did you mean “{ $near }”?
known-names = allowed names: { $known }
write-so = write: { $near }
put-at = put it at { $near }
conflict-in-content = merge the two versions into one, and remove the lines “<<<<<<<”, “=======” and “>>>>>>>”

J0001 = wrong use of the command: { $reason }
J0001-hint = see “junsoku --help”
J0002 = there is no region “{ $region }”
J0002-hint = regions are the folders under content/regions: { $known }

J0003 = there is no content folder “{ $path }”
J0003-hint = specify it with --content, or run junsoku where it is
J0004 = specify what has been reviewed
J0004-hint = specify a target, as in “junsoku accept chuo/policy”, or --all (not both)
J0005 = no mapping or translation matches “{ $target }”
J0005-hint = specify a region (chuo), a document (chuo/policy), a provision (chuo/policy#consent) or a requirement (consent.obtained)
J0006 = there is no code “{ $name }”
J0006-hint = “junsoku explain” lists the codes

J0080 = none of the ports { $first } to { $last } is free
J0080-hint = specify another with --port
J0081 = the preview cannot start: { $reason }
J0082 = “{ $path }” was changed in the meantime; nothing was fixed
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
J0106-hint = specify the content folder with --content (the handbook describes its format: “The whole format”)
J0107 = YAML of this name or in this place is not used
J0107-hint = put it under baseline/, regions/<region>/ or shared/, with a lower-case name that ends in .yaml (handbook: “The whole format”)
J0108 = not a valid id: “{ $id }”
J0108-hint = begin with a lower-case letter and use only lower-case letters, digits and hyphens
J0109 = { $file } is missing
J0109-hint = add { $file } with the name and the council (handbook: “The whole format”)
J0110 = not a line of the record of reviews
J0110-hint = restore it from version control, or review the content and recreate it with “junsoku accept --all”
J0111 = a merge conflict marker of version control is left
J0111-hint = remove the markers and one of each pair of lines, or review the content and recreate the record with “junsoku accept --all”
J0112 = a mapping or translation is recorded twice
J0112-hint = keep the correct line; if you cannot tell which, remove both, review the content and record it with junsoku accept
J0120 = the colon after the key is full-width
J0120-hint = write a half-width colon and a space (: )
J0121 = there is a full-width space here
J0121-hint = replace it with half-width spaces
J0122 = a tab is used for indentation
J0122-hint = replace the tab with spaces
J0123 = there is no space after the colon
J0123-hint = put a space after the colon
J0124 = not a valid list marker
J0124-hint = begin each line of a list with a half-width hyphen and a space (- )
J0125 = a bracket or comma is full-width
J0125-hint = write half-width brackets and commas ({"{"} {"}"} [ ] ,)
J0126 = the quotation marks are full-width
J0126-hint = use half-width quotation marks ("…")
J0127 = a colon followed by a space turns what precedes it in the text into a key
J0127-hint = put quotation marks around the whole text ("…")
J0128 = the character with which the text begins, or the bracket of a reference in a text within braces, has a special meaning in YAML
J0128-hint = put quotation marks around the whole text ("…")
J0129 = the text continues after its closing quotation mark
J0129-hint = if the quotation marks belong to the text, put the whole text in the other kind ('…')
J0130 = a backslash in "…" is followed by a character that is not allowed there
J0130-hint = write a backslash itself as \\
J0131 = a comma is missing
J0131-hint = within brackets, put a comma between a value and the next key
J0132 = a bracket is not closed, or there is one too many
J0132-hint = check that the brackets match
J0133 = a quotation mark is not closed
J0133-hint = close it at the end of the text; if the text spans several lines, indent them
J0134 = the indentation does not match
J0134-hint = indent the keys of one group equally
J0135 = there is no key (“name: ”) on this line
J0135-hint = add a key such as “ja: ”, or indent the line further if it belongs to the text above
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
J0203-hint = see the value of this key in the handbook (“All keys”); a title, for example, is written {"{"}ja: …, en: …{"}"}
J0204 = not a date: “{ $date }”
J0204-hint = write a day that exists as 2025-03-01
J0205 = “{ $name }” cannot be used here
J0206 = there is no numeral “{ $name }”
J0207 = not a numbering style: “{ $style }”
J0207-hint = use one placeholder such as {"{"}n{"}"} and close its brace
J0208 = contains a character that cannot be printed ({ $code })
J0208-hint = remove that character
J0209 = the severity of “{ $name }” cannot be changed
J0210 = “{ $number }” is not a number of a provision
J0210-hint = write a whole number, or a number and its branch with a hyphen: 5-2

J0301 = “{ $id }” appears twice
J0301-hint = change one of the two ids
J0302 = the target of a reference was not found: “{ $reference }”
J0302-hint = check the id in the reference (handbook: “The whole format”)
J0303 = there is no form “{ $form }” to extend
J0303-hint = write the set and the form, as in “baseline/staff-pledge”
J0304 = circular extends: { $way }
J0304-hint = remove one of these extends
J0305 = the extended form has no block “{ $name }”
J0306 = the text contains { $construct ->
        [markdown-list] a list
        [markdown-heading] a heading
        [markdown-quote] a quotation
        [markdown-code] code
        [markdown-alt] a picture without a description
        [markdown-note] a faulty note (`[^mark]`)
        [markdown-language] a faulty mark of a language
        [markdown-nesting] emphasis nested too deep
       *[markdown-rule] a rule
    }
J0306-hint = { $construct ->
        [markdown-alt] describe the picture for those who cannot see it: ![the way from the station](picture:map.png)
        [markdown-language] write words in the brackets and the code of their language behind lang: as in [Station](lang:en)
        [markdown-note] a note is one paragraph, to which the text refers by [^mark]; a note cannot refer to a note
       *[other] write lists as items and headings as captions; put \ before a character that is meant literally
 }
J0307 = the document's levels have no “{ $name }”
J0308 = there is no number to branch from
J0308-hint = put a branch after the provision it branches from (branch: 2 after branch: 1)
J0309 = levels has no style for this depth
J0309-hint = add a level, or write level: none
J0310 = form number { $number } appears twice
J0310-hint = change one of the two numbers

J0311 = a ** that does not produce emphasis
J0311-hint = put ** inside brackets and stops, not around them; write \*\* for literal asterisks
J0312 = replace, drop and append need a form that is extended
J0312-hint = write blocks, or specify the form under extends
J0313 = a form that extends another has no blocks of its own
J0313-hint = write what is added under append, and what is changed under replace
J0314 = provisions are nested too deep
J0314-hint = the maximum is eight levels
J0315 = a table must have two or three columns
J0315-hint = write columns for caption and text, or for number, caption and text
J0316 = a paragraph cannot have a level
J0316-hint = remove this line; numbered: false hides the number
J0317 = the { $lang ->
    [ja] Japanese
   *[other] English
 } text does not place the field “{ $id }”
J0317-hint = write [](field:{ $id }) where it is to be filled in
J0318 = a field of type { $type } { $fault ->
    [missing] lacks { $key }
   *[other] cannot have { $key }
 }
J0318-hint = { $fault ->
    [missing] write { $key }
   *[other] remove { $key }, or change the type
 }
J0319 = another table has the same number: { $number }
J0319-hint = give each table a number of its own
J0320 = a table has two column headings, for the codes and for what they mean; found { $count }
J0320-hint = write two headings under columns
J0321 = replaced_by refers to a law or guideline that does not exist: “{ $name }”
J0322 = the id of requirement “{ $id }” does not begin with the file's name “{ $group }”
J0322-hint = write “{ $group }.…”, or move it to another file
J0323 = a requirement comes from a provision of the baseline; “{ $reference }” is not one
J0323-hint = specify a provision of the baseline as “policy#…”
J0324 = the parameter of type { $type } is not written correctly
J0324-hint = a number has a unit; a set or choice has values
J0325 = the requirement has no parameter “{ $name }”
J0326 = not exactly one condition fits the parameter of type { $type }
J0326-hint = write one: at_least or at_most for a number, includes_all for a set, one_of for a choice
J0327 = there is no value “{ $name }”
J0328 = the baseline has no requirement “{ $name }”
J0328-hint = write an id from content/baseline/requirements
J0329 = meets cannot be used here
J0329-hint = mappings belong to provisions of a region's documents (a form is listed under with by the provision that asks for it)
J0330 = conformance.yaml has no role “{ $name }”
J0331 = it is not clear who carries this out: several roles correspond to { $actor } ({ $known })
J0331-hint = write a role's id under by
J0332 = there are both parameters and alternatives
J0332-hint = where there is a choice, write alternatives only
J0333 = the value does not fit the type { $type }
J0333-hint = { $type ->
    [number] write a number and its unit, as in “8 characters”
    [set] write a list, as in “[letters, digits]”
   *[choice] write the id of one value
 }
J0334 = the unit is not the parameter's: “{ $unit }”
J0334-hint = write “{ $expected }”
J0335 = min, max and count do not fit one another
J0335-hint = min must not exceed max, nor max exceed count, unless the table continues on further sheets (continues: true)

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
J0406-hint = write standing: restated, or origin: source
J0407 = declared to be the baseline's model, but it extends no form of the baseline
J0407-hint = specify the baseline's form under extends, or write origin: project-model
J0408 = the English lacks “{ $en }”, agreed for the term 「{ $ja }」
J0408-hint = use the term in the glossary, or add this one under also in shared/glossary.yaml
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
J0410-hint = use the number in the text, or correct the text if it is wrong
J0411 = { $number } in the text is not among the parameters of “{ $requirement }” (mapping on line { $line })
J0411-hint = add it to the parameters of the mapping, or check the text
J0412 = the mapping to “{ $requirement }” contradicts the one on line { $line } of { $file }
J0412-hint = write it once, and list the other provision under with
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
    [lead] what leads into the provision's list or table
    [modality] the provision's binding force
    [extent] the claim (extent)
    [parameters] the provision's parameters
    [requirement] the baseline's text
    [requirement_lead] what leads into the baseline's list or table
    [level] the baseline's level
   *[conditions] the baseline's conditions
 } changed
J0416-hint = check whether it still applies, and record that with “junsoku accept { $accept }”
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
J0446 = the day of amendment { $amended } is listed twice (first on line { $line })
J0446-hint = delete one of them, or write the day of the other amendment
J0424 = the heading says { $heading }, but items below it are more binding (lines { $lines })
J0424-hint = make them agree
J0425 = the form has a field for a password: “{ $field }”
J0425-hint = remove the field and give out passwords in another way
J0426 = “{ $former }” is now “{ $now }”
J0426-hint = use the current name
J0427 = “{ $guideline }” is cited without a fixed version (latest version)
J0427-hint = specify a version ([](guideline:{ $guideline }/ID))
J0428 = no provision asks for the form “{ $form }”
J0428-hint = refer to it from a provision by [](form:{ $form }), or remove it
J0429 = both “{ $spelling }” and “{ $other }” are used
J0429-hint = use only one of them in this document
J0430 = this allows “{ $allowed }”, but there is no such finding here
J0430-hint = remove the comment
J0431 = “# allow { $allowed }” lacks a code that can be allowed, or a reason
J0431-hint = write it as “# allow J0427: reason”

J0116 = { $kind ->
    [long] the name “{ $name }” is longer than some disks allow (200 bytes)
    [device] Windows reserves the name “{ $name }” for a device
    [end] the name “{ $name }” ends in a dot or a space, which Windows drops
   *[letter] the name “{ $name }” contains a character that Windows does not allow in file names
}
J0116-hint = choose another name: content is also edited, checked out and built on Windows
J0117 = { $kind ->
        [missing] the page has no header with its title
        [open] the header of the page is not closed
       *[english] the English file of a page cannot have a header
    }
J0117-hint = { $kind ->
        [english] begin with the text; title, date and so on belong in the Japanese file, with the English title under en:
       *[other] begin with a line --- , the title (title: {"{"}ja: …, en: …{"}"}) and another line --- , then the text
    }
J0118 = { $kind ->
        [alone] the Japanese page of this English text is missing
       *[name] a page cannot have this name or be in this place
    }
J0118-hint = { $kind ->
        [alone] put NAME.md beside NAME.en.md
       *[name] put it directly into pages/, with a name of lower-case letters, digits and hyphens: guide.md, 2026-04-01.md, and guide.en.md for the English
    }

J0501 = “{ $path }” was not created by junsoku and is not replaced
J0501-hint = specify another place with --output, or clear this folder yourself
J0502 = cannot write “{ $path }”: { $reason }
J0502-hint = check free space and permissions; existing files are unchanged
J0503 = the PDF could not be typeset: { $said }
J0503-hint = check the characters of the document or form; --no-pdf builds the site without PDFs
J0504 = typesetting the PDF gave a warning: { $said }
J0504-hint = open the sheet and check whether all characters are shown
J0505 = { $kind ->
    [none] there is no folder for temporary work
   *[other] no folder for temporary work can be created in “{ $path }”: { $reason }
}
J0505-hint = specify a writable folder in the environment variable JUNSOKU_CACHE_DIR, or check free space and permissions of the cache folder
J0506 = a template of the site is faulty: { $reason }
J0506-hint = correct templates/site
J0507 = no font has “{ $letters }”
J0507-hint = use another character, or specify with --font-path a folder of fonts that have it
J0508 = the content is inside the output folder “{ $path }” and would be lost
J0508-hint = specify an output folder that does not contain the content
J0509 = the output would contain “{ $path }”, which some systems cannot store{ $kind ->
    [meets] { " " }beside “{ $other }”: they differ in case only
    [device] : Windows reserves the name for a device
    [end] : it ends in a dot or a space
    [long] : a name is longer than 200 bytes
   *[letter] : it contains a character that Windows does not allow
}
J0509-hint = change the id from which the name was made
J0510 = “{ $path }” already exists and is not overwritten
J0510-hint = specify another place; if the command has --force, that replaces the file and keeps the old one beside it (.bak)
J0511 = there is not enough space on the disk for “{ $path }”
J0511-hint = free some space, or specify a place on another disk; existing files are unchanged
J0512 = writing “{ $path }” is not permitted, or its disk is read-only
J0512-hint = obtain permission to write there, or specify another place
J0513 = a name in “{ $path }” is too long for its disk, or cannot be stored on it
J0513-hint = choose shorter ids or names
J0514 = typst took more { $kind ->
    [time] time
   *[memory] memory
} for this sheet than allowed ({ $limit })
J0514-hint = check whether the sheet has far more text, rows or records than intended, and split it
J0515 = typst did not produce the requested PDF: { $kind ->
    [header] the result does not begin or end like a PDF
    [pages] the result cannot be read or lacks pages
   *[standard] the result does not declare conformance with PDF/UA-1 and PDF/A-2a
}
J0515-hint = the program may not be what it claims to be; remove it and run “junsoku setup”, or specify another with --typst
J0516 = “{ $path }” contains files that junsoku did not create, which would be lost: { $files }{ $more ->
    [none] { "" }
   *[other] { " " }and { $more } more
}
J0516-hint = move them elsewhere, or list them in junsoku.yaml to be kept: “keep: [.git, CNAME, .well-known, …]”
J0518 = “{ $path }” would replace a file that the build creates
J0518-hint = rename the file in static/, or put it into a folder of its own
J0517 = “{ $name }” cannot be kept in the output: the build creates it
J0517-hint = remove it from “keep:” in junsoku.yaml

J0701 = the data “{ $path }” { $kind ->
    [missing] does not exist
    [denied] cannot be read for lack of permission
    [special] is not a readable file, or is too large
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
    [list] a list ([ … ]) is expected
    [map] names with values ({"{"} … {"}"}) are expected
   *[text] one value is expected
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
 }): “{ $field }” does not accept “{ $value }”
J0706-hint = { $reason ->
    [control] remove invisible characters (control characters)
    [long] it is too long; the maximum is { $known } characters
    [line-break] remove the line break
    [reading] write the reading in hiragana or katakana ({ $known })
    [postal-code] a postal code has 7 digits ({ $known })
    [telephone] write the number with its area code ({ $known })
    [email] write an e-mail address ({ $known })
    [number] write a whole number ({ $known })
    [date] write a date as { $known } or 令和8年4月1日
    [no-such-month] months are 1 to 12
    [no-such-day] the month has no such day
    [too-old] write a date in 1873 or later
    [weekday] the day of the week does not match the date; check the date
    [era-zero] the years of an era start at 1
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
J0707-hint = enter as many as the form allows
J0708 = record { $record } ({ $row ->
    [none] { $path }
   *[other] row { $row }{ $heading ->
        [none] {""}
       *[other] {", “"}{ $heading }”
    }
 }): the data are for another form: “{ $named }”
J0708-hint = specify data for { $form }
J0709 = two columns contain “{ $path }”: { $columns }
J0709-hint = exclude the one not needed with --map HEADING=-, or remove one of them
J0710 = there is no form “{ $name }”
J0710-hint = write the region and the form, as in “osaki/application” or “osaki/form-1”: { $known }
J0711 = there are { $count } records; the maximum for one run is { $most }
J0711-hint = run it in parts
J0712 = there are no records
J0712-hint = enter values in the rows below the headings
J0713 = this cannot be read as data: { $reason }
J0713-hint = check the brackets, quotes and separators around this place
J0714 = row { $row } has a value without a heading (there are { $columns } columns)
J0714-hint = put quotation marks around values that contain commas
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
J0721-hint = if one of them is needed, specify its field with --map HEADING=FIELD
J0722 = headings were read as these fields: { $pairs }
J0722-hint = if that is wrong, specify the field with --map HEADING=FIELD (or HEADING=- for none)
J0723 = no heading row was found
J0723-hint = write headings above the columns: { $known }
J0724 = the heading “{ $heading }” matches more than one field: { $known }
J0724-hint = specify the field with --map { $heading }=FIELD
J0725 = { $kind ->
    [none] there is no such sheet: { $sheets }
   *[several] several sheets look like lists: { $sheets }
 }
J0725-hint = specify one with --sheet NAME
J0726 = { $kind ->
    [password] the workbook is protected by a password
    [large] the workbook is too large
    [other] this is not an Excel workbook (.xlsx, .xlsm, .xls)
   *[broken] the workbook is damaged and cannot be read ({ $reason })
 }
J0726-hint = { $kind ->
    [password] open it in Excel and save a copy without the password
    [large] save the sheet with the list as a separate workbook
    [other] save it as .xlsx in Excel
   *[broken] open it in Excel and save it again
 }
J0727 = the list has no column for the required field “{ $field }”
J0727-hint = add the column, specify it with --map HEADING={ $path }, or put an answer common to all in a file for --common
J0728 = { $kind ->
    [sheets] hidden sheets were not read: { $names }
    [rows] hidden rows were not read: { $names }
   *[macros] macros were not run; the values saved in the cells were read{ $names }
 }
J0728-hint = if any of it is needed, unhide it and save again
J0729 = row { $row }, “{ $heading }”: the value of the formula { $kind ->
    [error] is an error ({ $value })
   *[uncomputed] was not saved{ $value }
 }
J0729-hint = open it in Excel, recalculate, check the value and save
J0730 = row { $row } holds the headings of another table; the sheet seems to contain two
J0730-hint = copy the table with the list to a separate sheet
J0731 = “{ $heading }” differs between rows ({ $first } and { $other }); the form has this field only once, so it was not used
J0731-hint = split the list by facility, or make the values the same
J0732 = the heading “{ $heading }” given with --map is not in the list
J0732-hint = headings of the list: { $known }
J0733 = rows with a single value: { $rows }
J0733-hint = if they are totals or remarks, remove them from the list
J0734 = not a valid --map: “{ $value }”
J0734-hint = join a heading and a field with =, as in --map Mail=users.mcs-id
J0735 = the file “{ $path }”, which remembers columns, cannot be read and is not used ({ $reason })
J0736 = this is a draft; it contains values that cannot be read
J0736-hint = load it on the page of the form, correct the fields that are shown, and save it again
J0737 = record { $record } ({ $row ->
    [none] { $path }
   *[other] row { $row }{ $heading ->
        [none] {""}
       *[other] {", “"}{ $heading }”
    }
 }): “{ $fields }” are all empty (one of them is required)
J0737-hint = enter a value for one of them
J0735-hint = correct it or delete it
J0738 = rows with totals were skipped: { $rows }
J0738-hint = if one of them is an entry, change the word in its first cell or its name, such as “Total”
J0739 = signs such as “〃” and “同上” were replaced with the values above them: { $columns } (rows { $rows })
J0739-hint = if that is wrong, enter values in these cells
J0740 = row { $row }, “{ $heading }”: { $kind ->
        [two] “{ $value }” may mean the value above or that of another column
       *[nothing] there is no value above that “{ $value }” could repeat
    }
J0740-hint = enter a value in the cell
J0741 = values in columns without a heading were not used: { $columns } (rows { $rows })
J0741-hint = if they are needed, write a heading above the column
J0742 = values above the row of headings were not used: { $pairs }
J0742-hint = if they are needed, give them a column, or put them in a file for --common as answers common to all
J0743 = values from columns of the list were put in fields that the form has only once: { $pairs }
J0743-hint = if they are personal, such as a home address, specify --map HEADING=-
J0744 = values from columns of the list were not used, because the answers of --common differ: { $columns }
J0744-hint = to use those of the list, specify the field with --map HEADING=FIELD
J0336 = there is no topic “{ $name }”
J0336-hint = write an id from content/shared/topics.yaml
J0432 = this provision has no topic
J0432-hint = write topic: with an id from content/shared/topics.yaml, here or on everything directly below
J0433 = no provision is about the topic “{ $topic }”
J0433-hint = assign it to a provision, or remove it
J0113 = the folder of an edition must be named after a date: “{ $folder }”
J0113-hint = use the day on which the edition came into effect, as in editions/2025-03-01/policy.yaml
J0337 = { $order ->
    [same] two editions have one date: the current document is in force from { $present } too
   *[later] the edition of { $date } is not older than the current document, in force from { $present }
}
J0337-hint = an edition belongs in the folder named after the day on which it came into effect; the current document states its own day in amended: or enacted:
J0338 = an edition of a document that does not exist: “{ $name }”
J0339 = the document has earlier editions but does not state since when it has been in force itself
J0339-hint = write enacted:, and amended: with the days of its amendments
J0340 = a link to an address that contains a user name or password: “{ $reference }”
J0340-hint = remove the @ and what precedes it, as in https://www.example.jp/
J0341 = “{ $name }” is not a path in the output folder
J0341-hint = write a name, or names joined by /, without . and ..: CNAME, docs/old
J0343 = there is no region “{ $name }”
page-english-hint = put the English text in a file beside it whose name ends in .en.md
page-markdown-hint = a page may contain headings, lists, quotations, tables, emphasis, code, links, pictures and notes; show a picture in pictures/ with ![description](picture:name), link to another file in static/ with [words](file:name); put \ before a character that is meant literally
J0345 = to must be a number of the same kind as number, and later
J0345-hint = write to: 6 beside number: 4; with branches, to: 2-4 beside number: 2-3
J0349 = either leaves no choice between two fields
J0349-hint = list at least two fields in either that do not state required
J0360 = row { $row } of the table does not match its { $columns } columns
J0360-hint = count the cells of the row, with span: for those over several columns and those that reach down from above (rows:); an empty cell is {"{"}{"}"}
J0361 = the table has no cells
J0361-hint = write its rows under rows:, each a list of cells; if there is nothing to show, remove the table
J0362 = the table has { $count } columns; a sheet has room for at most { $most }
J0362-hint = split it into several tables
J0370 = { $kind ->
    [itself] “{ $id }” is declared to have been replaced by itself
   *[circle] circular replaced_by: { $circle }
 }
J0370-hint = remove replaced_by from the newest one; a new version of the same document belongs under versions
J0371 = the day of the version “{ $version }” ({ $from }) is not after that of “{ $before }”, the version before it ({ $earlier })
J0371-hint = list versions from the oldest, each with the day from which it applies (from)
J0040 = there is no document “{ $name }”
J0040-hint = documents: { $known }
J0041 = “{ $document }” has no version of “{ $edition }”
J0041-hint = versions: { $known }
J0042 = the document with which the file is to be compared is not known
J0042-hint = specify a document such as chuo/policy as the other side
J0043 = there is no version before “{ $name }”
J0043-hint = specify both versions, or a git revision with --from-rev
J0044 = git cannot be run: { $reason }
J0045 = the content folder “{ $path }” is not kept in git: { $reason }
J0046 = there is no revision “{ $revision }”
J0047 = revision “{ $revision }” has no content folder “{ $path }”
J0048 = the content of revision “{ $revision }” cannot be extracted: { $reason }
J0049 = the two documents have no provision in common
J0049-hint = check whether they are versions of one document; otherwise the table shows everything as deleted and as new
J0050 = no file is specified for the PDF
J0050-hint = specify it with --output
J0052 = “{ $path }” is inside the content folder and is not written
J0053 = the version before, “{ $old }”, is newer than the version after, “{ $new }”
J0053-hint = specify the older version first
J0054 = the content of revision “{ $revision }” has errors and cannot be compared
J0055 = no text of “{ $document }” is in force on { $date }
J0055-hint = check the days of its editions; junsoku amend { $document } compares the newest text available
J0060 = the environment variable SOURCE_DATE_EPOCH is “{ $value }”, which is not a number of seconds
J0060-hint = set it in seconds since 1970, or use --as-of
J0061 = on { $day } nothing is in force yet; the first text comes into effect on { $first }
J0061-hint = every page says that its text is not yet in force; check the day of --as-of
J0062 = “{ $document }” does not state from which day it is in force, so it cannot be kept under a day
J0062-hint = write enacted: with the day
J0063 = the amendment is to come into effect on { $from }, but the current text only does so on { $present }
J0063-hint = specify a later day with --from
J0064 = the current text is already kept: { $path }
J0064-hint = amend the document; its own day in amended: must be the new one
J0065 = { $path } cannot be edited in place: { $reason ->
    [syntax] part of it is not readable as YAML
    [anchor] it uses an anchor (&name) or an alias (*name)
    [tag] it uses a tag (!name)
    [several-documents] it contains more than one document (---)
    [complex-key] a key is not a single word
    [bare-pair] a “name: value” in square brackets lacks its braces
    [line-break] a line ends in a carriage return alone
    [comment] a comment (#) would be lost
    [shape] the place to write to has an unexpected form
   *[other] the result would differ from what was requested
}
edition-by-hand = nothing was written; add the day to amended: yourself and run the command without --from
suggest-by-hand = nothing was written; add the lines that junsoku suggest prints by hand
merge-by-force = nothing was written; rewrite that place, or replace the file with --force (a backup is kept)
J0007 = there is no document “{ $name }” to compare
J0007-hint = write region and document as in chuo/policy, or baseline; documents: { $known }
J0008 = there is no topic “{ $name }”
J0008-hint = write an id from content/shared/topics.yaml
J0434 = the edition is kept under { $folder }, but states that it is in force from { $own }
J0434-hint = rename the folder, or correct enacted: or amended: of the edition
J0435 = there is an edition of { $date }, but the document does not list that day among its amendments
J0435-hint = add it to amended: of the current document
J0436 = something still has to be written here: { $words }
J0436-hint = replace TODO and its explanation with the actual text
J0009 = “{ $id }” cannot be the id of a region
J0009-hint = begin with a lower-case letter and use lower-case letters, digits and hyphens; baseline is reserved
J0010 = already exists: { $path }
J0010-hint = choose another id, or move the existing files; nothing is overwritten
J0011 = there is no baseline to use as a template
J0011-hint = content/baseline must contain the vendor's document and its requirements
J0012 = standard output cannot be written: { $reason }
J0012-hint = check free space at the destination; the output is incomplete
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
   *[other] : it contains data that are not text
}
J0802-hint = save it again as plain text (.txt) in the program that made it, or copy its text into a .txt file
J0803 = { $path } is too large (at most { $limit })
J0818 = { $path } contains too much text: { $size } KiB (at most { $limit } KiB at once)
J0818-hint = split the document and import each part under a --document of its own
J0821 = { $path } has errors and cannot be merged with the new text
J0821-hint = fix the errors shown by junsoku check, or replace the file with --force (a backup is kept)
J0822 = “{ $title }” seems to be another document than “{ $was }”, which it would be merged onto
J0822-hint = { $kind ->
    [known] the document { $document } has this title: import its new text with --document { $document }
   *[new] give another document an id of its own with --document (other than { $document }); if this text takes the place of “{ $was }”, replace it with --force (a backup is kept)
}
J0819 = { $path } would become too large: { $size } KiB (content takes { $limit } KiB a file). Nothing was written
J0819-hint = split the document and import each part under a --document of its own
J0804 = { $path } has no text
J0805 = { $path } is damaged or in an unsupported encoding: as { $encoding }, line { $line }, column { $column } begins with a byte that is not a character ({ $byte })
J0805-hint = open it in the program that made it, check that place, and save it again as UTF-8; if it was received by mail or copied, obtain it again
J0806 = the result could not be read back: { $reason }
J0806-hint = this is a bug in junsoku; please report it with the line of the input. Nothing has been written
J0807 = { $path } already exists
J0807-hint = add --force to replace it
J0809 = “{ $id }” is not an id
J0809-hint = begin with a lower-case letter and use lower-case letters, digits and hyphens only

J0840 = { $path } is damaged or not a Word file: { $reason }
J0840-hint = open it in Word, save it again as .docx, and try that file
J0841 = { $path } is a file of an old version of Word, Excel or PowerPoint
J0841-hint = open it in Word and save it as “Word Document (.docx)”
J0842 = { $path } is protected by a password
J0842-hint = open it in Word, remove the password (File, Info, Protect Document) and save it
J0843 = { $path } is not a Word file{ $kind ->
    [excel] { " " }(Excel)
    [powerpoint] { " " }(PowerPoint)
    [opendocument] { " " }(OpenDocument)
   *[other] { "" }
}
J0843-hint = save it as “Word Document (.docx)” or as plain text (.txt)
J0844 = { $path } was not read because { $what ->
    [entries] it contains more files
    [size] it grows larger when unpacked
    [depth] its parts are nested deeper
   *[elements] it has more parts
} than any document
J0844-hint = such files may be made to exhaust a computer; if it is your own document, open it in Word and save it again
J0845 = { $path } is damaged: { $part } cannot be read ({ $reason })
J0845-hint = open it in Word, save it again as .docx, and try that file
J0846 = { $path } was not read because { $part } has a document type or entities, which Word never writes
J0846-hint = if it is your own document, open it in Word and save it again
J0847 = { $path } has no Word text (word/document.xml)
J0847-hint = open it in Word, save it again as .docx, and try that file
J0850 = { $path } is damaged or not a PDF file
J0850-hint = open it in a PDF program and save it again, or import the Word file or text from which it was made
J0851 = { $path } is encrypted
J0851-hint = save it without a password in the program that made it, and try that file
J0852 = { $path } has no text: its pages are pictures, as a scanner makes them
J0852-hint = import the Word file or text from which it was made, or recognise the text with OCR software, correct it, and import that
J0853 = { $path } is longer than any policy ({ $pages } pages; at most { $most } pages of text are read)
J0853-hint = save the pages of that document as a separate file
J0854 = { $path } does not identify the characters of its text
J0854-hint = its fonts have no character map; import the Word file or text from which it was made
J0860 = { $path } has more markup than any page of text
J0860-hint = save the page as “web page, only HTML”, or copy its text into a .txt file
J0438 = “{ $name }” ({ $set }) has not yet been compared with the baseline ({ $requirements } requirements)
J0438-hint = junsoku suggest { $set } lists candidates; if no provision meets any requirement, write conformance: begun in region.yaml
J0440 = { $date } has not come, and the text in force until then is not kept
J0440-hint = keep it as an edition (“junsoku edition { $document }”), or copy it from an earlier state of the content into editions/
J0441 = there is no text of { $date }, although there is one of { $before } and one of a later day
J0441-hint = keep the text of that day in editions/{ $date }/; without it nobody can read what was in force from then on
J0442 = repealed on { $repealed }, but enacted or amended on { $from }
J0442-hint = correct repealed:, enacted: or amended:
J0443 = this earlier edition says that the document is repealed on { $repealed }, but the newest text does not
J0443-hint = write repealed: in the newest text, or remove it here
J0444 = a reason is given for “{ $requirement }”, but the mapping is not the council’s own
J0444-hint = describe the differences under ja and en, and remove reason: only a conformance.yaml whose standing is official may have one
J0445 = “{ $requirement }” is called unclear without a note
J0445-hint = state in a note what contradicts itself or is unclear
J0447 = the text says “{ $words }” and is mapped as an obligation (must)
J0447-hint = write modality: { $modality } on the provision, or look at its text
J0448 = the { $number } in the text is followed by “{ $words }” and does not bound the side that “{ $requirement }” asks for
J0448-hint = make the values (parameters) and the extent fit what the text means
J0450 = “{ $words }” was typed, but there is no such provision, form or table
J0450-hint = write a reference by id, such as [](#id): the number is printed automatically, and a missing target is reported at once
J0451 = “{ $words }” was typed: the number stays when the provision moves
J0451-hint = write { $reference } instead, in both languages
J0452 = the reference “{ $words }” is printed with its brackets here
J0452-hint = write the words themselves; references work in texts, captions and titles of forms
J0454 = this Markdown table would be printed with its vertical bars
J0454-hint = write it as table: with head: and rows:
J0455 = the address { $address } is not a link
J0455-hint = write <{ $address }>, or give it a name in shared/links.yaml
J0460 = { $address } was published, and links to it would be broken
J0460-hint = if it moved, write formerly: [old id] at its new place; if it was repealed, record that with junsoku accept: a line stays at the old place
J0461 = not a line of the ledger of published addresses
J0461-hint = restore it from version control, or recreate it with “junsoku accept --all”
J0462 = the ledger of published addresses was edited or merged outside of junsoku
J0462-hint = check whether a line is missing, then recreate it with junsoku accept
J0470 = “{ $cited }” is cited, and “{ $latest }” is the latest version{ $from ->
    [none] { "" }
   *[other] {" "}(from { $from })
 }{ $lines ->
    [none] { "" }
   *[other] ; also on lines { $lines }
 }
J0470-hint = check what the latest version asks, and refer to it by []({ $latest }), or state why not: # allow J0470: reason{ $chapters ->
    [none] { "" }
   *[other] . Cited chapters are now in: { $chapters }
 }
J0471 = chapters of “{ $cited }” are cited that the latest version (“{ $latest }”) does not have under these numbers{ $lines ->
    [none] { "" }
   *[other] ; also on lines { $lines }
 }
J0471-hint = they are now in: { $chapters }. Refer to the latest version by []({ $latest }), or to the version intended
J0480 = a public body’s site lacks { $missing ->
        [organisation] its operator
        [contact] a contact
        [updated] the date of the last update
        [accessibility] a policy on accessibility
        [accessibility-contact] a contact for whoever cannot use something
        [privacy] what the server records
       *[test] results of a test of accessibility
    }
J0480-hint = { $missing ->
        [organisation] write organisation: in junsoku.yaml
        [contact] write contact: in junsoku.yaml
        [updated] write updated: in shared/public-body.yaml
        [accessibility] write accessibility: in shared/public-body.yaml
        [accessibility-contact] write contact: below accessibility:
        [privacy] write privacy: in shared/public-body.yaml
       *[test] put what the checks wrote at shared/accessibility-test.yaml
    }
J0013 = the folder is not empty: { $path } (it contains { $found })
J0013-hint = specify an empty folder or one that does not exist yet
J0220 = { $kind ->
        [japanese] Japanese is not among the languages of the site
       *[twice] this language appears twice
    }
J0220-hint = write languages: [ja] or languages: [ja, en]
J0221 = “{ $address }” is not the address of a site
J0221-hint = begin with http:// or https://, as in https://www.example.jp/mcs/
J0224 = “{ $colour }” is not a colour
J0224-hint = write it as #rrggbb, in quotes because of the #: "#0f5c3c"
J0225 = the colour “{ $colour }” has a contrast of { $ratio } to the { $scheme ->
        [light] light
       *[dark] dark
    } background { $ground }; text needs 4.5 (WCAG 2.2, success criterion 1.4.3, level AA)
J0225-hint = { $scheme ->
        [light] choose a darker colour
       *[dark] choose a lighter colour, or leave out “dark:” to have one generated
    }
J0226 = { $part ->
        [seal] a seal is to be shown, but “organisation:” does not state whose it is
        [conformance] conformance is to be published, but there are no requirements of a baseline to meet
       *[comparison] the comparison is to be published, but there is no baseline and there are not two regions
    }
J0226-hint = { $part ->
        [seal] enter the organisation after “organisation:”; the seal is shown only on official documents that it issues
       *[other] remove “{ $part }: true”, or put a baseline into baseline/
    }
J0228 = { $kind ->
        [from] “{ $path }” cannot be the former address of a page
        [to] “{ $path }” is not the address of a page
        [itself] “{ $path }” is the former address itself
       *[twice] “{ $path }” appears twice
    }
J0228-hint = { $kind ->
        [from] write the part after the address of the site, ending in .html or /, without ? and ..: rules/old.html
        [to] write the part after the address of the site, as in ja/regions/midori/policy/, or an external address that begins with https://
        [itself] write the current address of the page
       *[twice] remove one of them
    }
J0519 = { $kind ->
        [taken] the build creates a page at the former address “{ $path }”
       *[missing] there is no page “{ $path }” to redirect to
    }
J0519-hint = { $kind ->
        [taken] remove this pair from “redirects:” in junsoku.yaml
       *[missing] write the address of an existing page after “to:” in “redirects:” of junsoku.yaml
    }
J0520 = “{ $path }” cannot be read as a share of a build: { $reason }
J0520-hint = name folders that “junsoku build --shard NUMBER/COUNT” made, as they are
J0521 = “{ $path }” and “{ $other }” are no shares of the same build
J0521-hint = recreate all shares from the same content, theme, day and version of the program; where “junsoku digest” prints the same, they agree
J0522 = share { $number } is there twice: “{ $path }” and “{ $other }”
J0522-hint = name only one of them
J0523 = these shares are missing: { $shares }
J0523-hint = make them with a command such as “junsoku build --shard { $shares }”, and name all shares
J0524 = “{ $path }” cannot be read: { $reason }
J0524-hint = check the permissions of the file
J0620 = a theme has no file “{ $name }”
J0620-hint = “junsoku theme --list” lists the files that can be replaced
J0621 = a template of the theme fails: { $reason }
J0621-hint = correct this line; “junsoku theme --copy NAME” gives the default file
J0622 = the template of the theme lacks the { $kind ->
        [component] component
       *[block] block
    } “{ $name }”
J0622-hint = other templates use it, so it must exist under this name; “junsoku theme --copy NAME” gives the default file
J0623 = there is no message “{ $name }”
J0623-hint = only messages of the default file can be replaced; “junsoku theme --copy NAME” gives it
J0624 = the message “{ $id }” has no argument “${ $name }”
J0624-hint = its arguments: { $known }
J0625 = not a file of messages: { $reason }
J0625-hint = write “name = words”, with further lines indented
J0626 = there is no folder “{ $path }” for the theme
J0626-hint = specify an existing folder with --theme
J0627 = a theme has no file “{ $name }”
J0627-hint = “junsoku theme --list” lists them
J0222 = { $kind ->
        [missing] there is no picture “{ $name }” in pictures/
        [ending] “{ $name }” is not a supported kind of picture
        [content] “{ $name }” is not a picture of the kind that its name says
        [jpeg] “{ $name }” is a JPEG, which cannot be used as a logo or a seal
        [large] “{ $name }” is too large for a logo or a seal
       *[alt] “alt:” says nothing about the picture “{ $name }”
    }
J0222-hint = { $kind ->
        [missing] put the picture into pictures/ and write its name
        [ending] use an SVG (.svg), a PNG (.png) or a JPEG (.jpg)
        [content] change the extension to match the content, or export the picture again
        [jpeg] use an SVG or a PNG
        [large] every page loads it; reduce it to 512 kB or less
       *[alt] describe it for those who cannot see it, for example by the name of the organisation
    }
J0223 = “{ $name }” contains active content ({ $found }); pages show it as a picture only, in which nothing runs, but the file would run it when opened by itself
J0223-hint = export it again without active content
J0227 = a margin of { $value } mm cannot be used
J0227-hint = specify { $least } to { $most }
J0611 = there is no mincho typeface among the fonts ({ $families })
J0611-hint = put a mincho typeface such as BIZ UDMincho into a folder of --font-path, or remove “body: mincho” from junsoku.yaml
J0070 = there is no candidate { $number } ({ $most } candidates)
J0070-hint = use numbers from the list printed by junsoku suggest; nothing was written
J0071 = { $target } was changed after the candidates were found: { $path }
J0071-hint = run junsoku suggest again and judge by the text as it is now; nothing was written
J0072 = { $target } is already mapped to { $requirement }
J0072-hint = to change the extent, change meets: in the file; nothing was written
J0074 = there is no terminal for questions
J0074-hint = run it in a terminal, or specify numbers with --accept
J0347 = documents: lists “{ $name }”, but there is no such document
J0348 = JIS X 8341-3:2016 has no success criterion “{ $id }” at level A or AA
J0348-hint = remove this entry; a program writes the file of results, and it is not meant to be edited

# Amending texts carried out
J0901 = { $path } does not look like an amending text: it has neither “…の一部を次のように改正する。” nor a sentence such as “第…条中…に改める。”
J0901-hint = specify the file of an amending text (text or Word)
J0902 = no single document has the title “{ $title }”
J0902-hint = specify the document with --document: { $known }
J0903 = the sentence on line { $line } cites “{ $named }”, which the document does not have at that point: { $sentence }
J0903-hint = cite provisions by the numbers they have after the preceding sentences; if the text is for another edition, specify that one
J0904 = the sentence on line { $line } quotes “{ $named }”, which is not there: { $sentence }
J0904-hint = quote the words as the document has them before the amendment
J0905 = the sentence on line { $line } quotes “{ $named }”, which is not there, while the amended words are: { $sentence }
J0905-hint = this text seems to be for an earlier edition, or to have been carried out already
J0906 = the sentence on line { $line } quotes words that overlap (“{ $named }”): { $sentence }
J0906-hint = combine the two quotations into one
J0907 = the sentence on line { $line } assigns the number “{ $named }”, which another provision still has: { $sentence }
J0907-hint = move or delete that provision first
J0908 = the sentence on line { $line } is about “{ $named }”: forms, and tables of files of their own, cannot be written from an amending text: { $sentence }
J0908-hint = edit the file in forms/ or tables/ by hand, and carry out the text without that sentence
J0909 = there is no text below the sentence on line { $line } for it to add: { $sentence }
J0909-hint = write the text to be added on the lines below the sentence, indented further
J0910 = the sentence on line { $line } cannot be read as an amending sentence: { $sentence }
J0910-hint = write it as “第…条中「…」を「…」に改める。”
J0911 = “{ $named }”, which the sentence on line { $line } quotes, appears in { $count } places; all were amended
J0911-hint = to amend only some of them, quote the adjacent words too
J0912 = the result does not agree with the amending text: { $reason }
J0912-hint = nothing was written; edit that provision by hand
J0913 = the amending text amends “{ $title }”, and the document's title is “{ $document }”
J0913-hint = make sure that the text is not for another document or another edition
J0914 = the Japanese of { $provision } was amended; its translation is as before
J0914-hint = amend the translation; until then junsoku check reports it
J0915 = the sentence on line { $line } deletes the first paragraph of an article, or makes it a later one, without giving the article another first, which cannot be carried out: { $sentence }
J0915-hint = let “同条第二項を同条第一項とする。” (“同条第二項を同条とする。” where one paragraph is left) or “同項の前に次の一項を加える。” follow, or write the whole article with “第…条を次のように改める。”
J0916 = “{ $typed }”, which the sentence on line { $line } quotes, was read as “{ $stands }” of the document
J0916-hint = the character widths differ from the document's; this is no longer reported once the amending text is corrected
J0917 = a reference in { $provision } became the number that the amending text gives; it no longer changes when numbers move
J0917-hint = make sure that the number is right, and write the reference (`[](#id)`) in the file again; a sentence that amends the number may be missing
J0918 = the sentence on line { $line } gives the table of contents the words “{ $named }”, which the chapters and articles do not give: { $sentence }
J0918-hint = the table is made from chapters and articles; correct the sentence about it, or those about them
J0919 = once the text is carried out, { $count } places in the content, which are told too, would be wrong; nothing was written yet
J0919-hint = fix those places first, then run the same command again: let references and mappings (such as with: and provision:) that lead to provisions which go lead to what stays, or delete them; mappings to look at again are told by junsoku check once it is carried out
J0920 = { $kind ->
    [several] the supplementary provisions put parts of the text into effect on different days, so that no one text is in force on one day: “{ $words }”
   *[undated] the supplementary provisions do not tell the day on which the text comes into effect: “{ $words }”
}
J0920-hint = { $kind ->
    [several] divide the text by days, each part with the sentences that come into effect then, and carry the parts out from the earliest day on, each with its day as --from
   *[undated] once that day is known, give it with --from (--from 2027-04-01)
}
J0921 = the text has no supplementary provisions, so the day on which it comes into effect is not known; no day is added to amended:, and the previous text is not kept as an edition
J0921-hint = with --from the day is added to amended: and the previous text kept as an edition
J0922 = the text comes into effect on { $from }, before the current text, which does so on { $present }; nothing was written yet
J0922-hint = carry amending texts out in the order of their days; make sure that the day in the supplementary provisions or --from is right, and that this text was not carried out already
J0923 = the supplementary provisions of the text say more than the day on which it comes into effect; this was not added to the document: { $words }
J0923-hint = to keep such provisions (transitional ones, for example) in the document too, give the head of the supplementary provisions a bracket, as in “附　則（令和九年三月一日改正）”; they are then added to the document
J0924 = the supplementary provisions put the text into effect on { $said }; the day of --from, { $from }, was taken
J0924-hint = make sure which is right, and correct the supplementary provisions or --from
