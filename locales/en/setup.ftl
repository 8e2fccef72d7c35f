# The words of getting ready to make PDFs (typst and fonts).

setup-waiting = Waiting for another junsoku to finish its set-up
setup-installing-typst = Building typst { $version } (only the first time, about ten minutes)
setup-installing-typst-notice = typst { $version } is missing; building it with cargo. This happens only the first time and takes about ten minutes.
setup-fetching-fonts = Fetching fonts (only the first time)
setup-checking-fonts = Checking the fonts
setup-npm-missing = npm was not found
setup-timed-out = it did not finish in time
setup-typst-unusable = { $path } does not run or is another version

J0601 = no cache folder could be determined for the files to be fetched
J0601-hint = specify a folder in the environment variable JUNSOKU_CACHE_DIR; if you need no PDFs, run `junsoku build --no-pdf`

J0602 = typst { $version } is missing, and so is cargo, which would build it
J0602-hint = install Rust (cargo), or put typst { $version } on PATH; if you need no PDFs, run `junsoku build --no-pdf`

J0603 = typst { $version } could not be installed: { $reason }
J0603-hint = check the network and the free disk space and run again; or put typst { $version } on PATH yourself; if you need no PDFs, run `junsoku build --no-pdf`

J0604 = the fonts could not be fetched, and no Japanese font that could be used instead is installed: { $reason }
J0604-hint = install Node.js (npm) and check the network, or specify a folder with a Japanese font such as BIZ UDGothic with `--font-path DIR`; if you need no PDFs, run `junsoku build --no-pdf`

J0605 = { $file } of { $package } is not the font file expected (BLAKE3 expected { $expected }, found { $found })
J0605-hint = check that npm uses a registry that you trust; to use fonts of your own, specify their folder with `--font-path DIR`; if you need no PDFs, run `junsoku build --no-pdf`

J0606 = the font folder { $path } cannot be opened: { $reason }
J0606-hint = specify a readable folder with font files with `--font-path DIR`

J0607 = instead of the pinned fonts, { $families } of this computer is used ({ $reason }); the look and the page breaks of the PDFs may differ
J0607-hint = for the pinned fonts, make npm available, or specify a folder with the BIZ UD fonts with `--font-path DIR`

J0608 = { $path } in the cache cannot be written or locked: { $reason }
J0608-hint = check permissions and free disk space, or specify a writable folder in the environment variable JUNSOKU_CACHE_DIR

J0609 = no Japanese font was found in the specified folders: { $paths }
J0609-hint = specify a folder with BIZ UDGothic, Noto Sans JP or Noto Sans CJK JP with `--font-path DIR`, or leave the option out to have the fonts fetched

J0610 = { $path } cannot be used as typst: { $kind ->
    [version] it does not run or is not version { $reason }
    [trial] it does not typeset a trial sheet correctly
   *[unreadable] it cannot be read ({ $reason })
}
J0610-hint = specify a typst program of the required version with `--typst FILE`, or leave the option out to have it found or built
