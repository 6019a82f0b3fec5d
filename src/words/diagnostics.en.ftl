near-tail = ; did you mean “{ $near }”?
near-list = { "" }. The closest profiles, each with what it lacks: { $near }.
near-none = .
detail-tail = { " " }{ $detail }
### What greffe says in the terminal and on the method page, in English.
### Every code of src/diagnose/code.rs has three texts: message, hint, explain. An explain text takes no argument.

## Words around the diagnostics

severity-error = error
severity-warning = warning
severity-note = note
severity-help = help
severity-colon = :
place-row = { ", " }row { $row } (the header not counted)
place-entry = { ", " }entry { $row }
place-key = { ", " }setting “{ $column }”
place-column = { ", " }column “{ $column }”
summary-errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
summary-warnings =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
summary-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }

## Stages

stage-read = Reading the content
stage-import = Importing the export files
stage-normalise = Cleaning texts, dates and names
stage-check = Checking
stage-tally = Counting votes and comments
stage-compare = Comparing the exports
stage-rank = Ranking
stage-plan = Planning pages and addresses
stage-render = Making the pages
stage-export = Making the data files
stage-seal = Sealing
stage-write = Writing the site

## Commands

cli-verified = { $path } is as it was published. Files: { $files }, consultations: { $consultations }, contributions: { $contributions }, sealed editions: { $editions }, signatures: { $signatures }.
cli-not-verified = { $path } is NOT as it was published. Faults: { $count }.
cli-verified-inside = Only the folder { $path } in it was checked; what lies around it does not belong to the archive.
cli-verified-compared = Rows compared with the CSV: { $forms }. Pages of contributions compared with their rows: { $pages }.
cli-standing-unstated = It has no edition.txt: a greffe made it whose signatures did not cover the site, or somebody took that file away. Logs and tables were checked by the rules of then; nothing vouches for pages, lists and other forms.
cli-standing-draft =
    { $number ->
        [0] It is a provisional version: no edition has been sealed yet.
       *[other] It is a provisional version, made after edition { $number }: it is not sealed yet.
    }
cli-standing-unsigned = It is edition { $number }, which nobody signed: compare it with a copy that others keep.
cli-standing-signed = It is edition { $number }, signed as a whole with the signing key that is in it. With `--key`, from a place other than the archive, it is known whose.
cli-standing-pinned = It is edition { $number }, signed as a whole with the signing key that you gave.
cli-cleaned = { $path }: { $count ->
        [one] { $count } row emptied
       *[other] { $count } rows emptied
    }; columns left out: { $columns }
cli-cleaned-erase = In consultation.yaml of { $slug }, put this in the place of your list:
cli-cleaned-done = Look through the copies; put them in the place of the exports, and keep the originals where the law asks for it.
cli-packed = { $path }: { $count ->
        [one] { $count } file
       *[other] { $count } files
    }.
cli-sealed = Edition { $number } is sealed. Keep the folder content/editions/ with the archive. Give the fingerprint of the edition (page editions.html) to several people: they will be able to prove that nothing has changed.
cli-nothing-to-seal = Nothing has changed since the last edition: no new edition was sealed.
cli-passphrase = Passphrase of the signing key:{ " " }
cli-built =
    Done in { $seconds } s: { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }, { $files ->
        [one] { $files } file
       *[other] { $files } files
    } ({ $written } written, { $unchanged } unchanged, { $removed } removed).
cli-checked = Check finished; nothing was written.
cli-serving = The site is at { $url } (Ctrl+C stops greffe).
cli-rebuilt = Rebuilt in { $seconds } s.
cli-created = The archive was created in { $path }
cli-zone-written = time_zone: { $zone } was written into archive.yaml: the platform’s dates are in it.
cli-zone-unknown = Nothing says which time zone the dates are in: those that name none are taken for UTC. If you know it, write `time_zone:` into archive.yaml.
cli-written = Written: { $path }
cli-theme-done = The theme is in `themes/{ $name }`: delete the files you do not change, and write `theme: { $name }` into `content/archive.yaml`.
cli-next-empty =
    What to do next:
    1. copy the files of your platform into { $path }/sources;
    2. name them under “sources” in { $path }/consultation.yaml (or remove this folder and use “greffe add --from FILE”);
    3. run “greffe build” in the folder of the archive and open site/index.html in your browser.
cli-next =
    What to do next:
    1. open content/archive.yaml and give the title, the publisher and the licence;
    2. run “greffe build” in this folder;
    3. open site/index.html in your browser.
plain-platform = a plain table
plain-table = table with common headers
plain-comments = table of comments with common headers
plain-about = A table recognised by common words in its headers and by its cells. Columns it does not know can be named under `columns:` in consultation.yaml.
cli-column = { $column } → { $taken } ({ $cells }) { $shapes }
cli-column-unused = not used
cells-counts = counts
cells-dates = dates
cells-addresses = web addresses
cells-texts = texts
cells-words = words
cells-signs = signs
cells-empty = empty
cli-inspect-platform = Platform: { $platform }
cli-inspect-profile = Profile: { $profile } ({ $title }), { $sure }% sure
cli-inspect-because = Recognised by the columns: { $columns }
cli-inspect-runner-up = Next best profile, which fits too: { $profile }, { $sure }% sure
cli-inspect-runner-up-lacks = Next best profile: { $profile }, but these columns are missing: { $missing }
cli-inspect-near = Near: { $profile } ({ $title }), but these columns are missing: { $missing }
cli-inspect-holds = It holds { $things }.
cli-inspect-aside = Rows set aside, by reason: { $reasons }
cli-inspect-suspect = Columns that look personal and are not used: { $columns }
cli-inspect-suspect-used = Columns that are used although they look personal (look at them before you publish): { $columns }
suspect-header = { $column } ({ $what }, by its name)
suspect-cells = { $column } ({ $what }, by its cells)
personal-email = e-mail
personal-phone = phone
personal-address = postal address
personal-birth = birth
personal-ip = IP address or browser
personal-name = name
personal-identity = identity document
personal-kind =
    { $kind ->
        [email] e-mail addresses
        [phone] telephone numbers
        [nir] social security numbers
        [national-id] identity numbers
        [iban] bank accounts
        [card] payment cards
        [address] postal addresses
        [plate] number plates
        [ip] IP addresses
       *[other] { $kind }
    }
said-error =
    { $error ->
        [no-polygon] no polygon in them
        [no-shape] no shape in them
        [beyond] the position { $value } lies off the globe: degrees go from −180 to 180 and from −90 to 90
        [damaged] it is damaged
        [no-place] one of its parts cannot be found
        [no-csv] no entry of `sources` is a CSV file
        [several] one CSV file is needed, not JSON, XML or several files
        [not-csv] it is not a CSV file
        [no-profile] no reading profile fits it
        [not-table] it is not a table
        [persons] it is a list of persons
        [no-checkpoint] this file is not a checkpoint
        [ledger] the fingerprint does not match the register
        [smaller] this edition is smaller than the one before
        [no-key] the signing key cannot be read
       *[other] { $error }
    }
cli-inspect-together = All together:
cli-inspect-belongs = { $from }: { $things } on what is in { $to }
cli-inspect-missing = { $from }: { $things } on contributions that are in no file (is a file missing?)
cli-inspect-summary = { $known } of { $files } { $files ->
        [one] file
       *[other] files
    } recognised ({ $platforms }): { $things }.
cli-inspect-summary-missing = { $known } of { $files } { $files ->
        [one] file
       *[other] files
    } recognised ({ $platforms }): { $things }; { $missing } of them on contributions that are in no file.
cli-inspect-summary-nothing = { $known } of { $files } { $files ->
        [one] file
       *[other] files
    } recognised ({ $platforms }); nothing in them belongs in an archive.
count-proposal =
    { $count ->
        [one] { $count } proposal
       *[other] { $count } proposals
    }
count-opinion =
    { $count ->
        [one] { $count } opinion
       *[other] { $count } opinions
    }
count-amendment =
    { $count ->
        [one] { $count } amendment
       *[other] { $count } amendments
    }
count-question =
    { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
count-answer =
    { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }
count-report =
    { $count ->
        [one] { $count } report
       *[other] { $count } reports
    }
count-petition =
    { $count ->
        [one] { $count } petition
       *[other] { $count } petitions
    }
count-statement =
    { $count ->
        [one] { $count } statement
       *[other] { $count } statements
    }
count-source =
    { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
count-comment =
    { $count ->
        [one] { $count } comment
       *[other] { $count } comments
    }
count-vote =
    { $count ->
        [one] { $count } vote
       *[other] { $count } votes
    }
cli-inspect-encoding = How accents are stored (encoding): { $encoding }
cli-inspect-delimiter = Sign between columns: { $delimiter ->
        [semicolon] semicolon
        [comma] comma
        [tab] tab
        [bar] vertical bar
       *[other] { $delimiter }
    }
cli-inspect-rows =
    { $read ->
        [one] { $read } row read
       *[other] { $read } rows read
    }: { $kept } kept, { $aside } set aside
cli-inspect-used = Columns used: { $columns }
cli-inspect-unused = Columns not used: { $columns }
cli-inspect-personal = Columns with personal data, never published: { $columns }
cli-inspect-sample = What greffe would make of the first rows:
cli-inspect-nothing = greffe does not recognise this file.
cli-inspect-columns-block = To use this table all the same, copy this into consultation.yaml and put the right column names:
new-privacy-question =
    What did the platform show in public beside each contribution?
    1. the names of the people
    2. no names, or you do not know
new-title = Title of the consultation?
new-publisher = Who publishes the archive (name of the association or town)?
new-licence = Licence of the data (lov2, odbl, cc-by-4.0…; empty: decide later)?
new-language = Language of the site (fr, en, es)?
new-opened = First day of the consultation (2024-01-15; empty: not known)?
new-closed = Last day of the consultation (2024-03-31; empty: not known)?
new-assumed = There is no terminal to ask in. Not asked, and what was written (each can be given as a flag, or changed in the YAML files):
new-assumed-one =
    {"  "}{ $flag }: { $known ->
        [yes] { $value }
       *[no] nothing
    }

## The archive on disk

no-content =
    .message = There is no `content` folder here.
    .hint = Go to the folder that holds `content`, name it with `--root`, or make a new archive with `greffe new my-archive`.
    .explain =
        greffe looks for a folder named `content` in the current folder, or in the one given with `--root`.
        It found none, so it stopped and wrote nothing.
        Go to the folder of your archive first (`cd my-archive`), or name it:
            greffe build --root my-archive
        If you have no archive yet, let greffe make one around your export files:
            greffe new my-archive --from export.csv

no-consultation =
    .message = The archive holds no consultation yet.
    .hint = Add one with `greffe add my-consultation --from export.csv`, or create `content/consultations/my-consultation/consultation.yaml`.
    .explain =
        Each consultation has its own folder below `content/consultations`, with a file `consultation.yaml`.
        greffe found none, so it stopped and wrote nothing.
        The quickest way is to let greffe write it from the files of the platform:
            greffe add my-consultation --from export.csv
        The smallest `consultation.yaml` by hand is:
            title: My consultation
            sources:
              - file: sources/export.csv

missing-config =
    .message = The file “{ $file }” is missing.
    .hint = Create this file: a first line `title: …` is enough to begin, and a consultation also needs `sources`.
    .explain =
        An archive needs `content/archive.yaml`, and each folder in `content/consultations` needs its
        `consultation.yaml`. One of them is not there, so greffe stopped and wrote nothing; the old site
        stays as it was.
        Check the name: it must be exactly `archive.yaml` or `consultation.yaml`, in small letters, without
        a hidden `.txt` at the end. If a folder in `content/consultations` is not a consultation, move it
        elsewhere.
        The smallest `archive.yaml` is:
            title: Our consultations
            publisher:
              name: Our association

unreadable =
    .message = “{ $file }” cannot be read: { $error }.
    .hint = Check that the file is there, that your user account may read it and that no other program holds it open.
    .explain =
        The operating system refused to let greffe read this file or something inside this folder; the words
        after the colon are those of the system. greffe stopped and left the old site as it was.
        Usual causes: the file belongs to another user, it lies on a disk or network share that is not
        connected, or it is a text file not saved as UTF-8. Right-click the file and look at its
        permissions, or copy it anew; save YAML and Markdown files as “UTF-8”.

is-directory =
    .message = “{ $file }” is a folder, but a file is expected there.
    .hint = Rename or move this folder, and put the file of that name in its place.
    .explain =
        At this place greffe expects a text file and found a folder with the same name. It stopped and left
        the old site as it was.
        This often happens when an archive was unpacked into a folder named like the file. Move the file out
        of that folder to the expected place and delete the empty folder.

yaml-syntax =
    .message =
        { $what ->
            [number] A whole number is expected here.
            [list] A list is expected here: lines that begin with “- ”.
            [map] Names with values are expected here: `name: value`.
            [bool] `true` or `false` is expected here.
            [twice] This setting is written twice.
            [aliases] Anchors and aliases (`&` and `*`) repeat more than greffe lets them: write out what they stand for.
            [nul] A character that no text holds (NUL) stands here: save the file again as plain text.
           *[other] The settings file is not written correctly at this place ({ said-error }).
        }
    .hint = Look at the place shown and at the line above it: the usual causes are indentation, a missing space after a colon, missing quotation marks or a missing key.
    .explain =
        The YAML files of an archive follow a few rules, and one is broken here; greffe stopped and left the
        old site as it was. The words after the colon come from the program that reads YAML and are in
        English.
        Things that belong together start in the same column; a colon is followed by a space; a text that
        holds a colon or starts with a special character stands in quotation marks. “missing field” means
        that a key that is needed, such as `title`, is not there; “invalid type” means that, for example, a
        list was expected.
            title: "Budget: what next?"
            sources:
              - file: sources/export.csv
                profile: decidim/proposals

yaml-tab =
    .message = This line starts with a tab; YAML only accepts spaces there.
    .hint = Replace the tab with two spaces for each level, and set your text editor to insert spaces.
    .explain =
        In YAML the indentation at the start of a line says what belongs to what, and only spaces are
        allowed there. greffe stopped and left the old site as it was.
        In your editor, delete the white space before the text and type spaces, two for each level. Most
        editors have a setting “insert spaces instead of tabs”.

yaml-empty =
    .message = “{ $file }” is empty.
    .hint = Write at least `title: …` in it; a consultation also needs `sources`.
    .explain =
        The file is there, but holds nothing besides blank lines or comments, so greffe does not know what
        to make of it and stopped. The old site stays as it was.
        The smallest `consultation.yaml` is:
            title: My consultation
            sources:
              - file: sources/export.csv

unknown-key =
    .message = greffe does not know the setting “{ $key }” here.
    .hint =
        { $column ->
            [columns] Correct it to the name of a field, such as `id`, `title`, `body`, `votes_for` or `created_at`{ $near-tail }.
           *[other] Correct it or delete it{ $near-tail }; settings allowed here: { $known }.
        }
    .explain =
        A word before a colon is a key, and greffe knows a fixed list of them at each place. An unknown one
        is nearly always a slip of the hand; ignored in silence, it would leave out something you wanted, so
        greffe stops. The old site stays as it was.
        Keys are English, in small letters, in every language of the archive. Check also the indentation: a
        known key at the wrong level is unknown there. `greffe schema` prints all keys of all files.
            sources:
              - file: sources/table.csv
                kind: proposal
                columns:
                  title: Heading
                  body: Text

bad-value =
    .message = “{ $value }” is not a value that can be used here.
    .hint = Replace it with a value that greffe knows{ $near-tail }.
    .explain =
        This key accepts only certain values, and the one given is not among them. greffe stopped, or left
        out this file, and changed nothing by guessing.
        Examples: `language` is fr, en or es; `delimiter` is a comma, a semicolon, tab or a vertical bar;
        `encoding` is utf-8, windows-1252, macintosh or utf-16le; `sheet` is the name of a sheet exactly as
        the tab in the spreadsheet shows it; `kind` is proposal, opinion, question and so on.
            sources:
              - file: sources/export.csv
                delimiter: ";"
                encoding: windows-1252

bad-edition =
    .message = “{ $value }” is not the day of an export.
    .hint = Write the day as year-month-day, for instance `edition: 2024-03-01`{ $near-tail }.
    .explain =
        `edition` says on which day the platform was exported, where there are several exports of one
        consultation. greffe puts them in the order of their days, so it accepts one form only: four digits
        of the year, two of the month, two of the day, of a day that exists. 03/04/2024 would be March to
        some and April to others.
            sources:
              - file: sources/ideas-march.csv
                edition: 2024-03-01
              - file: sources/ideas-april.csv
                edition: 2024-04-01

bad-slug =
    .message = “{ $name }” cannot be used as a name: it will be part of an address.
    .hint = Rename this file or folder with small letters without accents, digits and hyphens only, for example `budget-2023`.
    .explain =
        The names of consultation folders, pages and themes become part of the addresses of the site, and
        addresses must work everywhere for decades. So they are made of a to z, 0 to 9 and hyphens, without
        spaces, accents or capital letters. greffe stopped and left the old site as it was.
        Rename it in your file manager. What readers see is the `title` in the file, which may be anything
        you like.

bad-front-matter =
    .message = The header of this file opens with `---`, but its closing `---` is missing.
    .hint = Put a line with three hyphens after the header, or delete the first line if there is no header.
    .explain =
        A Markdown file may begin with a short header between two lines of three hyphens. Here the second
        line is missing, so greffe cannot tell where the text begins, and stopped. The old site stays as it
        was.
            ---
            title: About this archive
            ---
            The text begins here.

missing-source =
    .message = The export file “{ $value }” does not exist.
    .hint = Put the file in the `sources` folder of the consultation or correct `file:` in `consultation.yaml`{ $near-tail }.
    .explain =
        `consultation.yaml` names an export file, a folder or a ZIP that is not at that place. Without it
        the archive would lack contributions, so greffe stopped and left the old site as it was.
        Paths start at the folder of the consultation, use forward slashes and tell capital letters from
        small ones. Export files are usually not sent along with the project: ask the person who made the
        archive for them.
            sources:
              - file: sources/proposals.csv

outside-consultation =
    .message = The path “{ $value }” leads out of the folder of the consultation.
    .hint = Copy the file into the `sources` folder of this consultation and write `file: sources/…` without `..` and without a drive or a leading slash.
    .explain =
        A consultation keeps all that it is made of in its own folder, so that the archive can be moved,
        copied and checked as a whole. A path with `..`, or one that starts at the root of a disk, leads
        elsewhere, so greffe stopped. The old site stays as it was.
            sources:
              - file: sources/proposals.csv

no-secret =
    .message = This automatic build (CI=true) has no secret to make pseudonyms with.
    .hint = Store the content of your `.greffe/secret` as a protected variable named GREFFE_SECRET on the service that builds the site.
    .explain =
        Pseudonyms are made with a secret kept in `.greffe/secret`. On your own computer greffe makes one
        when there is none; on a build service (where CI=true) a new one at every build would change all
        pseudonyms each time, so greffe stops instead.
        Open `.greffe/secret` on the computer where the archive was made, and copy its content into a
        protected variable GREFFE_SECRET in the settings of the service. Never put it in a public
        repository: with it, pseudonyms could be traced back to people.

secret-made =
    .message = A secret was made for the pseudonyms of this archive.
    .hint = Keep a copy of `.greffe/secret` in a safe place and never publish it.
    .explain =
        Where names are not published, people appear under pseudonyms, calculated with a secret. There was
        none yet, so greffe made one at random and put it into `.greffe/secret`, which only your user
        account may read.
        If it is lost, the next build gives everyone another pseudonym. If it becomes public, pseudonyms can
        be traced back to people. Keep a copy where you keep your passwords.

no-base-url =
    .message = The archive does not know its public address: feed, site map and catalogues for data portals are left out.
    .hint = As soon as you know the address, add `base_url: https://…` to `content/archive.yaml`.
    .explain =
        Everything readers need works without it, even from a disk or a USB stick. Only what must contain a
        full address is left out: the feed, the site map, the canonical addresses and the catalogues read by
        data portals.
            base_url: https://archive.example.org/

bad-base-url =
    .message = “{ $value }” is not a complete web address.
    .hint = Write `base_url` in `content/archive.yaml` with `https://`, the domain and a slash at the end, and nothing after a `?` or a `#`.
    .explain =
        `base_url` is the address at which readers will find the archive. It goes into the feed, the site
        map and the catalogues, so a wrong one would spread to other sites; greffe stopped and left the old
        site as it was. If you do not have an address yet, delete the line.
            base_url: https://archive.example.org/

bad-theme =
    .message = The theme file “{ $file }” cannot be used: { $error }.
    .hint = Correct this file in your folder of `themes`, or remove `theme:` from `content/archive.yaml` to come back to the built-in theme.
    .explain =
        A theme replaces the templates, words or styles of the built-in one file by file. One of its files
        is faulty, so no page could be made correctly; greffe stopped and left the old site as it was. A
        message such as `t(key="…")` names a word that the language files of the theme do not have.
        If someone made the theme for you, send them this message. To go on without it, delete or comment
        out the line in `content/archive.yaml`:
            # theme: my-theme

missing-theme =
    .message = The theme “{ $name }” is not in the `themes` folder.
    .hint = Put it into `themes/{ $name }` or correct `theme:` in `content/archive.yaml`{ $near-tail }.
    .explain =
        `theme:` in `content/archive.yaml` names a folder of `themes`, which lies beside `content`. That
        folder does not exist, so greffe stopped rather than publish with another look; the old site stays
        as it was.
        Without the line `theme:`, greffe uses its built-in theme, which needs no folder.

theme-engine =
    .message = This theme is made for greffe { $value }; this is greffe { $name }.
    .hint = Get a version of the theme for your greffe, use a greffe that fits, or remove `theme:` from `content/archive.yaml`.
    .explain =
        A theme says in the `engine` line of its `theme.yaml` for which versions of greffe it was made.
        Yours is not among them: pages might lack parts without anyone noticing, so greffe stopped and left
        the old site as it was.
        `greffe --version` shows your version. If you know that the theme works with it, widen the line:
            engine: ">=0.1, <0.3"

theme-file =
    .message = Nothing reads this file of the theme.
    .hint = Correct its name{ $near-tail }; `greffe theme` writes all files of the built-in theme with their names.
    .explain =
        A theme replaces files of the built-in one by files of the same name: `templates/list.html` for lists,
        `words/fr.ftl` for words. This file has a name that no page and no other template asks for, so what it
        holds is not used. Correct its name; `greffe theme NAME` writes all files of the built-in theme to a
        new folder, with their right names.

template-kept =
    .message =
        The template “{ $file }” is used as it is, without being made smaller: { $reason ->
            [quotes] an attribute whose value comes from the template has no quotation marks.
            [spaces] spaces between elements, which are seen on the page, would be lost.
            [tags] the order of its elements would change.
           *[other] the page would change ({ $reason }).
        }
    .hint = Nothing is lost; the author of the theme can correct the template so that its pages become a little smaller.
    .explain =
        greffe removes needless spaces and comments from templates when it loads them. For this one the
        result would have been another page than intended, so it is used as it was written. The pages are
        right, only slightly larger.
        This concerns the author of the theme only: usually the value of an attribute lacks its quotation
        marks, or an element is opened in one condition of the template and closed in another.

## Reading the files

empty-file =
    .message =
        { $count ->
            [one] This file is empty.
           *[other] { $count } files are empty.
        }
    .hint = Export it again from the platform, or remove it from `sources` if there was nothing to export.
    .explain =
        The file has no content or no header line, so there is nothing to take from it. It is listed as set
        aside on the method page, and the build goes on.
        Platforms sometimes produce such files when an export is interrupted. Download it again; if it is
        empty again, nothing was there to export.

unreadable-file =
    .message = This export file cannot be read to the end: { $error }.
    .hint = Download it again from the platform and put the new copy in the same place.
    .explain =
        The file could not be opened, or it breaks off in the middle. The rows before the break are kept;
        the rest is listed as set aside on the method page, and the build goes on.
        Most often a download was interrupted or the disk has a fault. Compare the size of the file with the
        original.

no-rows =
    .message = This file holds no rows.
    .hint = Export it again without a filter, or remove it from `sources` if there was nothing to export.
    .explain =
        greffe could read the file, but below the header there is nothing, or no sheet of the workbook has
        rows, or the list in the JSON file is empty. Nothing is published from it, and the build goes on.
        For a JSON file whose list lies deeper, say where it is:
            sources:
              - file: sources/export.json
                rows: data.proposals

encoding-guessed =
    .message = The file does not say how its letters are encoded; { $encoding } was assumed.
    .hint = Look at a few accented words on the site; if they are wrong, write `encoding: …` below this file in `consultation.yaml`.
    .explain =
        A text file does not say how its accented letters are stored. This one is not in UTF-8, so greffe
        took the encoding that fits best and kept all rows.
        If you see “Ã©” instead of “é”, for instance, name the right one: utf-8, windows-1252 (Excel on
        Windows), macintosh (old Excel on Mac) or utf-16le.
            sources:
              - file: sources/export.csv
                encoding: macintosh

bad-bytes =
    .message =
        { $count ->
            [one] { $count } row holds characters in another encoding than the rest of the file; they were read as Windows-1252.
           *[other] { $count } rows hold characters in another encoding than the rest of the file; they were read as Windows-1252.
        }
    .hint = Compare the accents of these rows with the platform; if they are wrong, export the file again in UTF-8.
    .explain =
        The file is in UTF-8, except for some cells that hold bytes impossible in UTF-8. This happens when
        texts of two origins were put together. greffe read those cells as Windows-1252, the usual case, and
        kept the rows.
        If the accents are wrong on the site, ask the platform for an export wholly in UTF-8. With a table
        of your own, save it anew: in LibreOffice “File > Save As”, tick “Edit filter settings”, choose
        “Unicode (UTF-8)”.

json-mended =
    .message = 
        { $what ->
            [numbers] { $count ->
                [one] { $count } value is not a number (NaN or Infinity): it is taken as not known.
               *[other] { $count } values are not numbers (NaN or Infinity): they are taken as not known.
            }
           *[halves] { $count ->
                [one] { $count } character is only half there; “�” stands in its place.
               *[other] { $count } characters are only half there; “�” stands in their place.
            }
        }
    .hint = If the platform can export again, compare these texts; else there is nothing to do.
    .explain = 
        Some programs write `NaN` where a number is missing, which JSON does not allow, or cut an emoji in two. Both cost one cell, not the
        file.
rows-inside =
    .message = The rows of this file were taken from its list `{ $path }`{ $others ->
            [none] .
           *[other] ; not read: { $others }.
        }
    .hint = If the rows stand elsewhere in it, name the place: `rows:` below this file in `consultation.yaml`.
    .explain = 
        A JSON file often wraps its rows in an object, beside counts and links. greffe reads every list of objects in it as a table.
nested-list =
    .message = 
        { $count ->
            [one] The rows of this file hold a list of objects that is not read: { $others }.
           *[other] The rows of this file hold lists of objects that are not read: { $others }.
        }
    .hint = If the contributions are in that list, write `rows: { $path }` below this file. If it holds the comments or votes on its rows, do not: they would be published without what they are about; put them in a file of their own, each with the number of its row.
    .explain = 
        A list of objects inside a row (the comments of a proposal, the proposals of a theme) is a table of its own, which no profile knows
        here. Nothing of it is published.
bad-json =
    .message = This JSON file is damaged at line { $line }, character { $character }: { $error }.
    .hint = Download the file again from the platform; it should end with a closing bracket or brace.
    .explain =
        From the place shown, the file no longer follows the rules of JSON, often because a download was
        interrupted or because someone edited it. What could be read before is kept, the rest is set aside
        and listed on the method page; the build goes on.
        Do not mend the file by hand: get a fresh copy.

bad-workbook =
    .message = This spreadsheet file cannot be opened: { said-error }.
    .hint = Open it in LibreOffice or Excel, remove its password if it has one, and save it as .xlsx, .ods or CSV UTF-8.
    .explain =
        greffe reads .xlsx, .xls and .ods. This one is damaged, protected by a password or in another form,
        so nothing could be taken from it; the file is listed as set aside and the build goes on.
        In LibreOffice or Excel choose “File > Save As” and give it a new name in the same folder, then name
        that file in `consultation.yaml`.

bad-container =
    .message = The ZIP “{ $value }” cannot be opened: { said-error }.
    .hint = Download it again, or unpack it yourself and name the folder in `file:`.
    .explain =
        greffe reads a ZIP as if its files lay in a folder. This one is damaged, cut short or protected by a
        password, so nothing could be taken from it.
        If your computer can unpack it, do that in the `sources` folder and name the folder instead:
            sources:
              - file: sources/export

container-limit =
    .message =
        { $what ->
            [cells] The workbook “{ $value }” says that it holds more than { $limit } cells.
            [members] The ZIP “{ $value }” holds more than { $limit } files.
           *[unpacked] “{ $value }” is larger than { $limit } once unpacked.
        }
    .hint =
        { $what ->
            [cells] Open it in LibreOffice or Excel, delete the empty rows and columns around the table, and save it again; or save the table as CSV.
           *[other] Unpack it yourself and keep only the files of this consultation in the `sources` folder; or raise the limit in `content/archive.yaml`: `limits: {"{"} unpacked: 8 GiB {"}"}` (`members:` for the number of files).
        }
    .explain =
        A small packed file can be made so that it fills a whole disk when it is unpacked. Real exports stay far below
        the limits; usually pictures or attachments were packed along.

open-quote =
    .message = 
        { $count ->
            [one] { $count } row opens a quotation mark and does not close it.
           *[other] { $count } rows open a quotation mark and do not close it.
        } The lines below were read as rows of their own, not as part of its text.
    .hint = Compare the first of these rows with the platform; if a text of several lines was cut there, close the mark in the export.
    .explain = 
        In a CSV file a cell that begins with a quotation mark goes on until the next one, over as many lines as lie between. Where one is
        missing, the cell swallows the rows below. greffe sees it by the shape of the lines swallowed: as many cells as there are columns,
        numbers and dates in their places. The row ends there, and the lines are read as the rows they are.
odd-quotes =
    .message = 
        { $count ->
            [one] { $count } row has quotation marks that do not pair, over several lines.
           *[other] { $count } rows have quotation marks that do not pair, over several lines.
        } Nothing tells where its text ends: other rows may have gone into it.
    .hint = Look at the first of these rows in the export, and close the mark that stands open.
    .explain = 
        In a CSV file a cell that begins with a quotation mark goes on until the next one. Here something other than a delimiter follows a
        closing mark, or none closes, and the columns hold no numbers or dates by which lines could be told from a text.
cut-row =
    .message = 
        { $count ->
            [one] { $count } row of the table was cut into { $form } lines by a line break without quotes; its pieces were joined.
           *[other] { $count } rows of the table were cut into { $form } lines by a line break without quotes; their pieces were joined.
        }
    .hint = Compare the first of these rows with the platform.
    .explain = 
        In a CSV file a text of several lines must stand in quotes. Here it does not: the row ends in the middle of a text, and the next line
        begins with words where all others have a number. They are joined if all their cells, put end to end, stand in their places.
merged-number =
    .message = 
        { $count ->
            [one] { $count } number is in a cell merged over several rows; only the first of them was given it.
           *[other] { $count } numbers are in cells merged over several rows; only the first of them was given each.
        }
    .hint = If the number is that of each row, unmerge the cells and copy it; if it is that of all together, delete or divide it.
    .explain = 
        A merged text holds for every row it covers (a topic, a district). A number of votes would be counted several times.
other-order =
    .message = 
        { $count ->
            [one] The header comes again below (row { $row }), with its columns in another order or with other columns: the rows after it were read by it.
           *[other] The header comes again { $count } times below (first in row { $row }), with its columns in another order or with other columns: the rows after it were read by it.
        }{ $form ->
            [none] {""}
           *[other] {" "}Columns of the new header that were not read: { $form }.
        }
    .hint = Compare one row above it and one below with the platform; better: give each export its own file and name them all under `sources:`.
    .explain = 
        Exports that were put end to end have a header each. Where their columns are not the same in the same order, reading the second by
        the first would put the votes for under the votes against. So each cell goes under the name in the nearest header above it.
encoding-mixed =
    .message = This file is UTF-8 with some damaged places; they were read as Windows-1252.
    .hint = Compare the texts with accents to the platform; if they are right, there is nothing to do.
    .explain =
        Part of the bytes of this file are not UTF-8. Usually two files in different encodings were joined. Every sound
        character stays as it is; only the damaged places were read as Windows-1252.

duplicate-key =
    .message =
        { $count ->
            [one] In this JSON file, “{ $key }” is written twice in the same place (line { $line }, character { $character }).
           *[other] In this JSON file, { $count } names are written twice in the same place, the first “{ $key }” (line { $line }, character { $character }).
        }
    .hint = Compare one of these entries with the platform; the later value that says something is the one published.
    .explain =
        JSON leaves open which of two values with the same key counts. greffe takes the later one, unless it is null and
        the earlier one is not: an empty repetition says nothing. The file itself should be mended by whoever wrote it.

bad-xml =
    .message =
        { $what ->
            [doctype] This XML file has a document type (DOCTYPE), which greffe refuses: it can make a file grow without end.
            [entity] This XML file uses “&{ $error };” at line { $line }, character { $character }, an abbreviation that it does not explain.
            [open] The element “{ $error }” of this XML file is never closed (line { $line }, character { $character }).
            [empty] This XML file holds no element.
            [outside] There is text outside the elements of this XML file (line { $line }, character { $character }).
           *[syntax] This XML file is damaged at line { $line }, character { $character }: { $error }.
        }
    .hint = Download the file again from the platform; a fresh copy is better than one mended by hand.
    .explain =
        From the place shown, the file no longer follows the rules of XML, often because a download was interrupted.
        The file is set aside and listed on the method page; the build goes on.

bad-ballots =
    .message =
        { $what ->
            [start] This file of ballots begins with “{ $value }” and not with two numbers (candidates and seats).
            [number] “{ $value }” stands at line { $line } where this file of ballots needs a number.
            [candidate] The ballot at line { $line } names candidate “{ $value }”, who does not exist.
            [names] This file of ballots does not have as many names as candidates (line { $line }: { $value }).
           *[end] This file of ballots ends before its ballots do (line { $line }).
        }
    .hint = Download the file again from the platform.
    .explain =
        A BLT file holds two numbers, the ballots, a line with 0, the names in quotation marks and a title. This one
        breaks the rule at the place shown; it is set aside and listed on the method page.

lfs-pointer =
    .message = This file is a pointer of Git LFS, not the export itself.
    .hint = Run `git lfs pull` in the repository it comes from, or download the export again from the platform.
    .explain = 
        Some repositories keep large files elsewhere and leave a few lines that say where. Copied without Git LFS, only those lines arrive.
web-page =
    .message = This is a web page, not an export.
    .hint = Use the download or export function of the platform; a page saved from the browser, or the page of an error, holds no data that can be read safely.
    .explain =
        The file begins like an HTML page. Often the link of an export asks for a password or has expired, and what
        was saved is the page that says so.

cell-limit =
    .message =
        { $count ->
            [one] One row was set aside: a cell of { $size } is larger than a cell may be ({ $limit }).
           *[other] { $count } rows were set aside: they have cells larger than a cell may be ({ $limit }).
        }
    .hint = If this text is really a contribution, raise the limit in `content/archive.yaml`: `limits: {"{"} cell: 20 MB {"}"}`.
    .explain =
        A cell of many megabytes is nearly always a picture or a file pasted into a text, or a quotation mark that is
        never closed. The row is set aside and listed; all others are published.

record-limit =
    .message =
        { $what ->
            [values] A row of this file holds more than { $limit } values: reading stopped there.
           *[other] A row of this file is longer than { $limit }: reading stopped there.
        }
    .hint = Look for a quotation mark that is never closed just below the last row that was read; a fresh export is better than a mended one.
    .explain =
        A row that never ends would fill the memory of the machine. What stands above it is published; the rest of the
        file counts as one row set aside. `limits: {"{"} cell: … {"}"}` in `content/archive.yaml` moves this limit too.

depth-limit =
    .message = Lists and objects are nested more than { $limit } deep in this file.
    .hint = If this is really an export, raise the limit in `content/archive.yaml`: `limits: {"{"} depth: 120 {"}"}`.
    .explain =
        Exports nest three or four levels deep. A file with hundreds of levels was made to break programs that read it.

row-limit =
    .message =
        { $count ->
            [one] One row beyond the first { $limit } was set aside.
           *[other] { $count } rows beyond the first { $limit } were set aside.
        }
    .hint = Raise the limit in `content/archive.yaml`: `limits: {"{"} rows: 100000000 {"}"}`.
    .explain =
        greffe reads so many rows of one file and no more, so that a mistaken file cannot occupy the machine for ever.

column-limit =
    .message = This table has more than { $limit } columns.
    .hint = If this is really an export, raise the limit in `content/archive.yaml`: `limits: {"{"} columns: 50000 {"}"}`; else look whether the delimiter was taken wrongly.
    .explain =
        Spreadsheets end at 16,384 columns. A table with more was nearly always read with the wrong delimiter, or is a
        matrix that no reader of an archive would look at.

unknown-format =
    .message = greffe cannot read this kind of file.
    .hint = Export the data as CSV, XLSX, ODS or JSON, and put attachments such as PDF files in the `documents` folder of the consultation.
    .explain =
        greffe reads tables (CSV, XLSX, XLS, ODS) and data documents (JSON, JSON Lines, YAML), also
        compressed with gzip or in a ZIP. This file is something else, a PDF or a picture for instance. It
        is listed as set aside and the build goes on.
        If the contributions exist only as a PDF, ask the platform for its data, or type them into a table
        of your own with one row each.

hidden-in-workbook =
    .message = The workbook hides { $what ->
        [rows] { $count ->
            [one] 1 row
           *[other] { $count } rows
        }
        [struck] { $count ->
            [one] 1 row that is struck through
           *[other] { $count } rows that are struck through
        }
        [noted] { $count ->
            [one] 1 row by a note that forbids to publish it
           *[other] { $count } rows by notes that forbid to publish them
        }
        [columns] { $count ->
            [one] 1 column
           *[other] { $count } columns
        } ({ $names })
       *[sheets] { $count ->
            [one] 1 sheet
           *[other] { $count } sheets
        } ({ $names })
    }: nothing of them is published.
    .hint = If they were public, write `hidden: keep` below this file{ $what ->
        [sheets] , or `sheet:` with the name of the one to read
       *[other] {""}
    }.
    .explain = What somebody hid in a workbook before sending it was not meant to be seen. It is set aside and named here.
formulas-empty =
    .message =
        { $count ->
            [one] { $count } cell holds a formula and no value: it is read as empty.
           *[other] { $count } cells hold a formula and no value: they are read as empty.
        }
    .hint = Open the workbook in a spreadsheet program, save it again, and use the new file.
    .explain = A program wrote the formulas and never computed them. What they would give is not in the file.
lines-above =
    .message = 
        { $count ->
            [one] { $count } line above the table was not read.
           *[other] { $count } lines above the table were not read.
        }
    .hint = Line { $line } was taken for the header of the table; if it is another, name it: `header_row:` below this file in `consultation.yaml`.
    .explain = 
        Titles, dates of export and other notes often stand above a table. greffe takes the first line that looks like its header: names,
        none of them twice, of columns that it knows. What stands above is not part of the record.
no-header =
    .message = This table has no header: its first line is a row like the others. Its columns are called “column 1”, “column 2”….
    .hint = Say what they are under `columns:` in `consultation.yaml`; if the first line is a header after all, write `header_row: 1` below this file.
    .explain = 
        The first line holds numbers, dates or sentences where the rows below hold them too, and no name of a column that greffe knows.
        To take it for a header would lose a row.
sheets-joined =
    .message = { $count } sheets have the same columns and were read as one table: { $names }.
    .hint = To read only one of them, name it: `sheet:` below this file in `consultation.yaml`.
    .explain = 
        Where several sheets of a workbook have the same columns, in whatever order, they are one table cut into parts. The column
        “sheet” says which one a row stood on; name it in `columns:` or `further:` to publish it.
several-sheets =
    .message = Only the sheet “{ $sheet }” of this workbook was read; the others were not: { $others }.
    .hint = If you need another sheet, add a source with the same `file:` and its name in `sheet:` in `consultation.yaml`.
    .explain =
        A workbook has several sheets, and a source is always one of them. Without instruction greffe takes
        the first one that has rows.
        To read two sheets, name the file twice:
            sources:
              - file: sources/export.xlsx
                sheet: Proposals
              - file: sources/export.xlsx
                sheet: Comments

ragged-row =
    .message =
        { $count ->
            [one] { $count } row has fewer cells than the header (cells: { $form }); the missing ones count as empty.
           *[other] { $count } rows have fewer cells than the header (cells: { $form }); the missing ones count as empty.
        }
    .hint = Compare the last columns of this row with the platform; if something is missing, export the file again.
    .explain =
        In a table every row should have as many cells as the header. Here cells are missing at the end.
        greffe kept the row and left those fields empty.
        Many programs simply leave out empty cells at the end of a row, and then nothing is wrong.

long-row =
    .message =
        { $count ->
            [one] { $count } row has more cells than the header (cells: { $form }); the surplus ones are empty and were ignored.
           *[other] { $count } rows have more cells than the header (cells: { $form }); the surplus ones are empty and were ignored.
        }
    .hint = There is normally nothing to do; if texts look cut, export the file again.
    .explain =
        These rows end with more delimiters than the header. The surplus cells hold nothing, so greffe kept
        the rows as they are. A spreadsheet often does this when a cell far to the right was once used.

published-fields =
    .message = These columns are published as further fields of each contribution: { $columns }.
    .hint = To leave one out, list those that may be published as `columns:` below `privacy:`; to leave out all, write `columns: []` there.
    .explain = In a table of no platform, texts that a common word names are published beside the text of the contribution. Look whether they are meant for everybody: notes about people are not.
duplicate-column =
    .message = Two columns have the same name, “{ $column }”; only the first one is read.
    .hint = If you need the second one, save a copy of the table in which it has another name, and name that copy in `file:`.
    .explain =
        greffe finds columns by their names. Where two share one name, it takes the first; the second is not
        published.
        Keep the original file. In a copy, give the second column its own name in the header row.

## Importing

unknown-profile =
    .message = There is no profile named “{ $value }”.
    .hint = Correct `profile:` in `consultation.yaml`, or delete the line so that greffe recognises the file by its columns{ $near-tail }.
    .explain =
        A profile says how the export of a platform is to be read, for example `decidim/proposals`. The one
        named here is neither built in nor in `content/profiles`, so greffe stopped and left the old site as
        it was.
        `greffe inspect` on your file shows which profile fits. For a table of your own, describe its
        columns instead:
            sources:
              - file: sources/table.csv
                kind: proposal
                columns:
                  title: Heading
                  body: Text

status-lacking =
    .message = The column that says what was published is not in this file (“{ $column }”): rows that were hidden on the platform may be among those published.
    .hint = Export again with this column, or look through the texts before you publish.
    .explain = 
        This export says in a column of its own which rows were moderated, withdrawn or never published. Without it all rows look alike.
profile-lacks =
    .message = This file was read as “{ $profile }” though it lacks { $missing }: { $share } % of what that export has is there. What these columns would hold stays empty.
    .hint = Export again with these columns if they matter; if the file is something else, name another `profile:` or its `columns:`.
    .explain = 
        An export that lacks a column, because somebody deleted it or because the platform changed, is still that export. It is read, its
        missing fields stay empty, and that is said.
wrong-profile =
    .message =
        { $profile ->
            [columns] The file lacks columns that `columns:` names: { $missing }.
           *[other] The profile “{ $profile }” does not fit this file: these columns are missing: { $missing }.
        }
    .hint =
        { $profile ->
            [columns] Copy the names of the columns exactly from the header row of the file into `columns:` in `consultation.yaml`{ $near-tail }.
           *[other] Correct or delete `profile:` of this file in `consultation.yaml`{ $near-tail }.
        }
    .explain =
        `consultation.yaml` says how this file is to be read, by `profile:` or by `columns:`, but columns
        named there are not in the file. Reading it all the same would lose texts or votes in silence, so
        greffe stopped and left the old site as it was.
        `greffe inspect` on the file shows the names of its columns and the profile that fits. Check that
        the file is the right one, and that its header row was not changed or translated.
            sources:
              - file: sources/table.csv
                kind: proposal
                columns:
                  title: Heading
                  body: Text

bad-profile =
    .message =
        In the profile “{ $profile }”, { $fault ->
            [field] “{ $value }” is not a field.
            [column] the field “{ $field }” names no column.
            [word] “{ $value }” is not a word that “{ $field }” knows.
            [form] “{ $value }” is not a date form that greffe can read back.
            [code] “{ $value }” is not a reason for setting rows aside.
            [no-code] a record sets rows aside without giving the reason.
            [required] no column is required: no file would ever be recognised.
            [rows] `rows` is given, but a table has its rows at the top.
            [records] there is no record: nothing would become of the rows.
            [condition] a condition says neither which values it wants nor whether the cell is empty.
            [zone] “{ $value }” is not a time zone.
            [missing] the setting `{ $value }` is missing.
            [shape] `{ $field }` must be { $value ->
                [list] a list
                [map] keys and values
                [boolean] `true` or `false`
                [number] a number
               *[text] one text
            }.
            [twice] the `id` is already that of { $value }.
           *[other] something is wrong: { $value }.
        }
    .hint =
        { $fault ->
            [field] Correct it to the name of a field{ $near-tail }; `greffe schema profile` describes all of them.
            [column] Write the name of a column of the file after it, as its header row spells it, or `value:` with a text that is always the same.
            [word] Replace it with one of these: { $known }{ $near-tail }.
            [form] Write the form with %d (day), %m (month), %Y (year), %H, %M and %S, as in `"%d/%m/%Y %H:%M"`.
            [code] Replace it with one of these: { $known }{ $near-tail }.
            [no-code] Add `code:` with one of these: { $known }.
            [required] Write below `recognise:` the columns that tell this export from others, as in `required: [Number, Text]`.
            [rows] Delete the line, or write `form: document` if the file is JSON with nested parts.
            [records] Write at least one record below `records:`, with `as:` and `fields:`.
            [condition] Add `values: [one, another]`, or `empty: true` or `empty: false`.
            [zone] Write a region and a city, for example `Europe/Paris`.
            [missing] Add it; `greffe schema profile` tells what it means.
            [shape] Write it as `greffe schema profile` shows it{ $value ->
                [list] , for example `[one, another]`
                [map] , for example an indented line `name: value`
               *[other] { "" }
            }.
            [twice] Give this profile another `id`, or delete one of the two files.
           *[other] Correct this place in the file in `content/profiles`; `greffe schema profile` lists what is allowed.
        }
    .explain =
        A profile in `content/profiles` tells greffe how to read the files of a platform. The line that the
        message names is not valid: a field or word that greffe does not have, a field without a column, a
        date form that cannot be read… Every fault of the file is told at once. greffe stopped, and left
        the old site as it was.
            fields:
              title: Heading
              body: Text
              created_at: Date

unrecognised =
    .message =
        { $columns ->
            [0] greffe does not recognise this file, and builds nothing that it would have to guess.
            [one] greffe does not recognise this table of { $columns } column, and builds nothing that it would have to guess.
           *[other] greffe does not recognise this table of { $columns } columns, and builds nothing that it would have to guess.
        }
    .hint = Say what its columns are under `columns:` at this place (`greffe new`, `add` and `inspect` write a block to correct); if the file is not part of the consultation, take it out of `sources:`{ $near-list }
    .explain =
        greffe recognises the exports of the platforms it knows by the names of their columns. These fit
        none of them, and they are not the common words (title, text, votes…) either. The build stops, so
        that nothing guessed is published as if it were known.
        You can say yourself which column is what. `greffe inspect` on the file prints this block with the
        names of your columns:
            sources:
              - file: sources/table.csv
                kind: proposal
                columns:
                  id: Number
                  title: Heading
                  body: Text
                  votes_for: In favour

unrecognised-member =
    .message =
        { $columns ->
            [0] greffe does not recognise this file among the others; it was set aside.
            [one] greffe does not recognise this file of { $columns } column among the others; it was set aside.
           *[other] greffe does not recognise this file of { $columns } columns among the others; it was set aside.
        }
    .hint = If it holds contributions, name it as a source of its own with `columns:` in `consultation.yaml`{ $near-list }
    .explain =
        A source may be a folder or a ZIP, and often some of its files have nothing to do with
        contributions. This one fits no profile, so it was set aside and is listed on the method page. The
        other files were read.
        If it matters, name it on its own:
            sources:
              - file: sources/export/other-table.csv
                kind: proposal
                columns:
                  title: Heading
                  body: Text

nothing-to-show =
    .message = Every text of this consultation is hidden: { $count } contributions, and nothing to publish.
    .hint = See the warnings above: they name the columns and words that hide them, and the lines of YAML that decide.
    .explain = An archive of hidden texts would be empty pages. Either the files are not the public ones, or a word or column is misunderstood.
nothing-readable =
    .message = None of the sources of this consultation gave a single contribution, comment or vote.
    .hint = Mend first what greffe says about each file of `sources`, then build again.
    .explain =
        All files were set aside, so the consultation would be empty. greffe stopped rather than publish an
        empty page; the old site stays as it was.
        Run `greffe inspect` on each file: it shows what greffe recognises in it. Usually a table of your
        own lacks its `columns:`, or the files are not the ones that hold the contributions.

missing-column =
    .message = “{ $column }” is needed here and is missing or empty.
    .hint = Add `sources:` with at least one `- file: sources/…` to `consultation.yaml`.
    .explain =
        A consultation is made from the files of its platform, and `consultation.yaml` names none. There is
        nothing to publish, so greffe stopped and left the old site as it was.
            title: My consultation
            sources:
              - file: sources/proposals.csv
              - file: sources/comments.csv

shifted-row =
    .message =
        { $count ->
            [one] { $count } row was set aside: its cells do not stand under their columns.
           *[other] { $count } rows were set aside: their cells do not stand under their columns.
        }
    .hint = Export the file again; in a table of your own, put texts that hold the delimiter in quotation marks.
    .explain =
        In these rows a date stands where a number should be, or the other way round: usually a text holds
        the delimiter without being enclosed in quotation marks, so that everything after it moves to the
        right. greffe could not put it right with certainty; publishing a wrong author or wrong votes would
        be worse than leaving the row out. The rows are listed on the method page.
        Ask the platform for another format (JSON or XLSX) or open the file in a spreadsheet to see the
        shift.

realigned-row =
    .message =
        { $count ->
            [one] { $count } row had its cells under the wrong columns; it was put right and kept.
           *[other] { $count } rows had their cells under the wrong columns; they were put right and kept.
        }
    .hint = Compare this row with the platform to be sure that its text is whole.
    .explain =
        A text held the delimiter without quotation marks and was cut in two, or two cells were merged.
        There was exactly one repair after which dates, numbers and addresses stand where they belong;
        greffe made it and kept the rows.
        The original file is not changed. A fresh export in another format, if the platform offers one,
        avoids the doubt.

unknown-row-type =
    .message =
        { $count ->
            [one] { $count } row was set aside: it is of a type that the profile does not know.
           *[other] { $count } rows were set aside: they are of a type that the profile does not know.
        }
    .hint = Look at this row in the file; if it holds contributions, copy the profile to `content/profiles` and add this type.
    .explain =
        Some exports hold several kinds of rows (proposals, votes, reports…), told apart by a column. The
        profile has no rule for the type met here, so these rows were set aside and are listed on the method
        page; all others are published.
        Platforms add new types from time to time. Please tell the greffe project about it, so that the
        profile can learn it.

missing-id =
    .message =
        { $count ->
            [one] { $count } row was set aside: it has neither a number of its own nor a text to tell it by.
           *[other] { $count } rows were set aside: they have neither a number of their own nor a text to tell them by.
        }
    .hint = If these rows are not simply empty, check in `columns:` that `id`, `title` and `body` name the right columns.
    .explain =
        Each contribution needs an identifier for its permanent address. Where the file gives none, greffe
        makes one from title and text, but here they are empty too. The rows were set aside and are listed
        on the method page.
        They are often blank rows or totals at the end of a table; then there is nothing to do.

generated-id =
    .message =
        { $count ->
            [one] { $count } row has no number of its own; its address was made from its title, text and date.
           *[other] { $count } rows have no number of their own; their addresses were made from their titles, texts and dates.
        }
    .hint = If the table has a column with a number that never changes, name it as `id:` under `columns:` in `consultation.yaml`.
    .explain =
        A page of the archive should keep its address for ever. Without an identifier from the platform,
        greffe calculates one from title, text and date. As long as these do not change, neither does the
        address; but correcting one letter moves the page.
        If you can, add a column with a number to a table of your own before you publish it, and never
        number it anew:
            columns:
              id: Number
              title: Heading
              body: Text

renewed-row =
    .message = 
        { $count ->
            [one] { $count } row
           *[other] { $count } rows
        } of an earlier export differ from a later one only in counts or dates of change: the file named last is right.
    .hint = There is nothing to do; to publish what changed between the exports, give each its day with `edition:`.
    .explain = 
        Two exports of one platform hold the same contributions, with the votes of two days. They are one thing each.
duplicate-row =
    .message =
        { $count ->
            [one] { $count } row was set aside: it says again what an earlier row already said ({ $example }).
           *[other] { $count } rows were set aside: they say again what an earlier row already said ({ $example }).
        }
    .hint = There is nothing to do; if a whole file is named twice in `sources`, remove one of the two.
    .explain =
        The same item (same kind, same identifier, same content) is twice in the files. The first one is
        kept, the second set aside and listed on the method page, so that nothing counts twice.
        This is usual when two exports overlap.

shared-id =
    .message =
        { $count ->
            [one] { $count } row shares an id with another row and says something else ({ $differs })
           *[other] { $count } rows share an id with another row and say something else ({ $differs })
        }: this column does not number the contributions.
    .hint = Name the right column as `id:` under `columns:` in `consultation.yaml`, or none (`id: ""`), but only if each row is a contribution of its own: else one would be published several times; if each row is a comment, a vote or an author, say so with the columns of that.
    .explain = 
        Rows that share an id and differ elsewhere are different things, or one thing told several times. Above one row in a hundred, the
        column cannot be what tells one contribution from another, and building would lose rows.
comments-apart =
    .message = The texts of this table are called comments, and its titles or numbers are those of contributions of another file, or missing: { $count ->
            [one] its row looks like a comment
           *[other] its { $count } rows look like comments
        } on the contributions of another file.
    .hint = If they are comments, write below this file, in the place of its `profile:` and `kind:`: `{ $comments }`; if they are contributions after all, `{ $contributions }`.
    .explain =
        A table with texts called “comment”, without titles or with the titles of contributions that another file holds, is
        hardly one of new contributions. Nothing is built of it before somebody says what it is.
shared-title =
    .message =
        { $count ->
            [one] { $count } comment names what it is about by a title that several contributions share: it is kept apart, on a page of that title ({ $example }).
           *[other] { $count } comments name what they are about by a title that several contributions share: they are kept apart, on a page of that title ({ $example }).
        }
    .hint = Add a column with the number of the contribution to the comments, or correct one of the titles.
    .explain = Nothing tells which of the contributions is meant, and giving the comment to the first would be a guess.
reply-elsewhere =
    .message =
        { $count ->
            [one] { $count } comment says that it answers a comment on another contribution: it stays on its own contribution, as a comment of its own ({ $example }).
           *[other] { $count } comments say that they answer comments on another contribution: they stay on their own contributions, as comments of their own ({ $example }).
        }
    .hint = Correct the number of the contribution or of the answered comment in the export.
    .explain = What a comment says itself it is about is believed before what it answers.
repeat-differs =
    .message = 
        { $count ->
            [one] { $count } row repeats a contribution with another title or text ({ $example }); the first was kept.
           *[other] { $count } rows repeat contributions with another title or text ({ $example }); the first was kept.
        }
    .hint = Compare these rows with the platform; if they are contributions of their own, the column of ids is none.
    .explain = 
        In this export each row is a comment, a vote or a label, and repeats the contribution it is on. All repetitions should say the same.
joined-row =
    .message =
        { $count ->
            [one] { $count } row says more of a contribution of another file with the same number and title: what it says was added there ({ $example }).
           *[other] { $count } rows say more of contributions of another file with the same numbers and titles: what they say was added there ({ $example }).
        }
    .hint = There is nothing to do.
    .explain = One file holds the texts and another the results, with the same numbers and titles. Together they are the contributions; counts of the file named last are taken.
hidden-twin =
    .message =
        { $count ->
            [one] { $count } row appears twice, once shown and once hidden or without its author: what hides wins, and nothing of it is published ({ $example }).
           *[other] { $count } rows appear twice, once shown and once hidden or without their author: what hides wins, and nothing of them is published ({ $example }).
        }
    .hint = If the newer file is wrong, take it out of `sources`; to publish what changed between two exports, give each its day with `edition:`.
    .explain =
        Two rows, mostly of two exports, have the same identifier, and one of them says that it was hidden, deleted or
        that its author is gone. Somebody wanted it so, and what was published cannot be taken back: whatever the order
        of the files, the row that hides more is right.
conflicting-id =
    .message =
        { $count ->
            [one] { $count } row was set aside: another row with the same identifier says something else ({ $example }).
           *[other] { $count } rows were set aside: other rows with the same identifiers say something else ({ $example }).
        }
    .hint = Keep only the right file in `sources`, or put it first: the first row met is the one that is kept; to publish what changed between two exports, give each its day with `edition:`.
    .explain =
        Two rows claim to be the same item but differ in text, date or votes. Often two exports of different
        days stand side by side. greffe keeps the first in the order of `sources`, sets the other aside and
        lists it on the method page.
        Put the file that should prevail first, or remove the older one. If both are different items, `id:`
        under `columns:` names a column that is no identifier.
            sources:
              - file: sources/export-final.csv
              - file: sources/export-interim.csv

far-date =
    .message = { $count } dates lie before 1990 or after 2100 and are left out (as { $example }).
    .hint = Mend the dates in the export, or see whether the column holds something else.
    .explain = No consultation of that year has an export. Such dates are slips, or empty fields that a program filled with its first day. They are left empty: no date is better than a wrong one.
date-order-taken =
    .message = Nothing in this column says whether 03/04 is in April or in March: { $count } dates are read with the { $value ->
        [month] month
       *[day] day
    } first.
    .hint = { $value ->
        [month] If the day comes first, write `month_first: false` below this file.
       *[day] If the month comes first, write `month_first: true` below this file.
    } Write it either way, and this warning goes.
    .explain = A cell such as 25/12/2024 would prove the order for the whole column; there is none, in no column of dates of this file.
date-orders-mixed =
    .message = This column has dates with the day first and dates with the month first: { $count } that could be either are left empty.
    .hint = Mend the file; or write `month_first: true` or `false` below this file, if one order holds for all of them.
    .explain = 25/12/2024 proves one order and 12/25/2024 the other. What proves itself is read; 03/04/2024 is not guessed at.
bad-date =
    .message =
        { $count ->
            [one] { $count } date cannot be read and was left empty: { $example }.
           *[other] { $count } dates cannot be read and were left empty: { $example }.
        }
    .hint = Say how the date is written: in `consultation.yaml`, under `columns:`, give this column a `format:` such as "%d/%m/%Y".
    .explain =
        greffe reads dates as twenty languages and the usual programs write them. This one is none of
        them; a guess could be wrong by months, so the date was left empty and the row kept. It has no place
        in the order by date.
        In the shapes shown (cells that cannot be read are never quoted), 9 stands for any digit and a for any letter. %d is the day, %m the month, %Y the
        year, %H:%M the time:
            columns:
              created_at:
                column: Date
                format: "%d/%m/%Y"
        If only the order of day and month is in doubt, write `month_first: true` below the file.

zone-unknown =
    .message =
        { $count ->
            [one] { $count } time stands beside the name of a time zone that greffe does not know, or that means several: only the day was taken ({ $example }).
           *[other] { $count } times stand beside the name of a time zone that greffe does not know, or that means several: only the day was taken ({ $example }).
        }
    .hint = In the export, put the offset in place of that name: `2024-03-05 14:05 +02:00`.
    .explain = `CEST` means one thing, `CST` and `IST` several: the time of Chicago or Beijing, of India, Ireland or Israel. Rather than guess, greffe keeps the day as it is written and leaves the time.
odd-date =
    .message =
        { $count ->
            [one] { $count } date is written in an unusual form; it was read in the only way that makes sense: { $example }.
           *[other] { $count } dates are written in an unusual form; they were read in the only way that makes sense: { $example }.
        }
    .hint = Compare one of these dates with the platform; there is nothing to do if it is right.
    .explain =
        These dates are damaged or unusual (a stray letter, a missing part), but only one reading is
        possible. greffe took it and kept the rows. In the shapes shown (cells that cannot be read are never quoted), 9 stands for any digit and a for any
        letter.
        If they are wrong on the site, say how they are written:
            columns:
              created_at:
                column: Date
                format: "%Y/%m/%d"

thousands-taken =
    .message = Marks before three digits are read as marks of thousands: { $count } cells.
    .hint = If they are decimals, write `decimal: ","` or `decimal: "."` below this file.
    .explain = Nothing in the column proves whether 1,234 is one thousand two hundred and thirty-four, or one and a bit. In a column of counts the former is nearly always meant, so it was taken.
bad-number =
    .message =
        { $count ->
            [one] { $count } cell that should hold a number holds something else and was left empty: { $example }.
           *[other] { $count } cells that should hold a number hold something else and were left empty: { $example }.
        }
    .hint = Check in `consultation.yaml` that this column really holds a count; in your own table, write only digits in it.
    .explain =
        Counts of votes or comments must be whole numbers, not negative. What stands in these cells is not;
        greffe left the number empty (unknown, not zero) and kept the row.
        In a table of your own, write “12”, not “about 12” or “12 votes”. If the wrong column was named,
        correct it:
            columns:
              votes_for: In favour

hidden-by-word =
    .message = { $count } texts are kept back: this column is about publication, and greffe does not know what it says there ({ $example }).
    .hint = If they were public, write below this file, with the words as they stand: `statuses:` and below it `{ $example }: published` (or moderated, withdrawn, erased). Or `hidden: keep` to publish everything that is hidden in this file.
    .explain = In a column that speaks of publication or moderation only words that are known to mean published let a text through. The rows stay, as moderated; their texts, titles and authors are in no output.
hidden-by-column =
    .message = { $count } texts are kept back: this column says which rows were public, and what it says there does not show them ({ $example }).
    .hint = If a word means that a row was public, write `statuses: {"{"} "the word": published {"}"}` below this file; if all of them were, `hidden: keep`.
    .explain = A column called hidden, deleted, private, draft, spam or not to be published hides every row where it says anything but no; one called published or visible, or that asks for an agreement to publish, hides where it does not say yes (∅: it is empty there). The rows stay, as moderated; their texts are in no output.
hidden-by-title =
    .message =
        { $count ->
            [one] { $count } text is kept back: it stands below a title, on a sheet or in a list which says that it was not public ({ $example }).
           *[other] { $count } texts are kept back: they stand below a title, on a sheet or in a list which says that they were not public ({ $example }).
        }
    .hint = If they were public, write `hidden: keep` under this file.
    .explain = A row that holds nothing but a title ("Hidden proposals"), a sheet ("Deleted") or a list (`hidden_proposals`) speaks of all rows that follow, up to the next title. They stay, as moderated; their texts are in no output.
text-taken-down =
    .message =
        { $count ->
            [one] { $count } text only says that there was one and that it was taken down: its row is kept as erased.
           *[other] { $count } texts only say that there was one and that it was taken down: their rows are kept as erased.
        }
    .hint = There is nothing to do; if it is the text itself, write `hidden: keep` below this file.
    .explain = Platforms write “[deleted]” or “This comment was removed” in the place of a text that is gone. If another export still holds the text, it is not published from there either.
name-withheld =
    .message =
        { $count ->
            [one] { $count } author is not named: this column says so ({ $example }).
           *[other] { $count } authors are not named: this column says so ({ $example }).
        }
    .hint = If a word there means that the name was public, write `statuses: {"{"} "the word": published {"}"}` below this file.
    .explain = A column called anonymous or hide my name withholds the author of every row where it says anything but no; one called publish my name or name visible, of every row where it does not say yes (∅: it is empty there). The texts stay.
hidden-row =
    .message = The row was hidden: it is not published.
    .hint = If it was public, write `hidden: keep` below this file.
    .explain = Hidden rows of a workbook, and texts that hang on a row whose columns say it was hidden, are set aside by name.
unknown-value =
    .message =
        { $count ->
            [one] { $count } cell holds a word that greffe does not know here and that was left out: { $example }.
           *[other] { $count } cells hold a word that greffe does not know here and that was left out: { $example }.
        }
    .hint = Say what the word means: under `columns:` in `consultation.yaml`, give this column `values:` with the word and its meaning.
    .explain =
        For some columns greffe must know what each word means: is a comment for or against, is a
        contribution published or withdrawn? The word shown is not in the list of the profile. The row is
        kept, this one field is left empty.
        In a table of your own you can translate the words. Sides and votes are for, against, neutral, none;
        statuses are published, withdrawn, moderated, erased:
            columns:
              side:
                column: Opinion
                values:
                  Agree: for
                  Disagree: against

bad-coordinates =
    .message =
        { $count ->
            [one] { $count } place has impossible coordinates, which were left out: { $example }.
           *[other] { $count } places have impossible coordinates, which were left out: { $example }.
        }
    .hint = Check that `latitude` and `longitude` name the right columns and that the values are in degrees, such as 48.85 and 2.35.
    .explain =
        A latitude lies between −90 and 90, a longitude between −180 and 180, both in degrees; “0, 0” means
        that nobody filled them in. Other values would put the contribution in the wrong spot on a map, so
        greffe left the point out and kept the row.
        Coordinates in another system (Lambert 93, for instance, with values such as 652381) must be
        converted first.
            columns:
              latitude: Lat
              longitude: Lon

missing-parent =
    .message =
        { $form ->
            [comment]
                { $count ->
                    [one] { $count } comment is about something that is in none of the files.
                   *[other] { $count } comments are about something that is in none of the files.
                }
            [vote]
                { $count ->
                    [one] { $count } vote is about something that is in none of the files.
                   *[other] { $count } votes are about something that is in none of the files.
                }
            [tag]
                { $count ->
                    [one] { $count } tag is put on something that is in none of the files.
                   *[other] { $count } tags are put on something that is in none of the files.
                }
           *[other]
                { $count ->
                    [one] { $count } row belongs to something that is in none of the files, or does not say to what.
                   *[other] { $count } rows belong to something that is in none of the files, or do not say to what.
                }
        }
    .hint = For example: { $example }. Add the export file that holds the contributions in question to `sources` in `consultation.yaml`.
    .explain =
        Comments, votes, answers and amendments belong to a contribution. The one they name is in no file:
        it was deleted, was never public, or its export is missing. greffe keeps what it has: an empty page
        with the right identifier holds it, without a rank, marked as missing from the export. A row that
        does not say at all what it belongs to is set aside and listed on the method page; a tag without its
        contribution is left out.
        Most often a file is missing. Add it:
            sources:
              - file: sources/proposals.csv
              - file: sources/comments.csv

orphan-reply =
    .message =
        { $count ->
            [one] { $count } reply answers a comment that is in none of the files; it was kept at the first level ({ $example }).
           *[other] { $count } replies answer a comment that is in none of the files; they were kept at the first level ({ $example }).
        }
    .hint = Nothing can be done if the comment was deleted on the platform; otherwise add the export that holds it to `sources`.
    .explain =
        The comment that was answered is not there, usually because moderators or its author deleted it. The
        reply is kept: it stands at the first level below its contribution and is marked as a reply to a
        missing comment. The identifiers shown are those of the missing comments.

parent-loop =
    .message = 
        { $count ->
            [one] { $count } contribution is its own ancestor; its parent was left out ({ $example }).
           *[other] { $count } contributions are their own ancestors; their parents were left out ({ $example }).
        }
    .hint = Check that `parent_id` names the column with the number of the parent; in a platform export there is nothing to do.
    .explain = 
        A contribution cannot belong to something that belongs to it, but the file says so. To be able to show them, greffe cut the circle: all
        are kept, one of them stands at the top.
thread-loop =
    .message =
        { $count ->
            [one] { $count } chain of comments answers itself in a circle; it was cut ({ $example }).
           *[other] { $count } chains of comments answer themselves in a circle; they were cut ({ $example }).
        }
    .hint = Check that `reply_to` names the column with the comment that is answered; in a platform export there is nothing to do.
    .explain =
        A comment cannot answer one of its own replies, but the file says so. To be able to show them,
        greffe cut the circle: one of the comments stands at the first level, all are kept.
        In a table of your own this is usually a wrong number in the column of answered comments.

ambiguous-parent =
    .message =
        { $count ->
            [one] { $count } reference fits several contributions with the same identifier; the first was taken: { $example }.
           *[other] { $count } references fit several contributions with the same identifier; the first was taken: { $example }.
        }
    .hint = Say which kind is meant: under `columns:` in `consultation.yaml`, name the column of the kind as `on_kind` (comments, votes) or `parent_kind`.
    .explain =
        Platforms number proposals, questions and so on separately, so that a proposal 12 and a question 12
        may exist side by side. A comment on “12” without its kind fits both. greffe took the first of them
        and kept the comment; it may stand on the wrong page.
            columns:
              on_kind: Commented type
              on_id: Commented number
              body: Text

topic-ring =
    .message =
        { $count ->
            [one] { $count } topic is its own ancestor: { $example }.
           *[other] { $count } topics are their own ancestors: { $example }.
        }
    .hint = Look at the parents of these topics in the export. They stand at the top of the tree now.
    .explain = A topic below itself has no place in a tree. greffe took the parent of one topic of each ring away, lost nothing else, and says so.
topic-deep =
    .message =
        { $count ->
            [one] { $count } topic lies deeper than 16 levels: it hangs on the sixteenth now.
           *[other] { $count } topics lie deeper than 16 levels: they hang on the sixteenth now.
        }
    .hint = Nothing to do, unless the column of topics is not what it seems: is its separator right?
    .explain = A tree of topics has few levels; a chain of hundreds would make every page list all those below it. The topics are all there, and what belongs to them too.
unknown-tag =
    .message =
        { $count ->
            [one] { $count } row uses a tag whose name is in none of the files; its number is shown instead: { $example }.
           *[other] { $count } rows use a tag whose name is in none of the files; its number is shown instead: { $example }.
        }
    .hint = Add the export of the tags to `sources` in `consultation.yaml`.
    .explain =
        This platform keeps the names of tags in a file of their own; the other file holds only their
        numbers. The name is not there, so readers see the number.
            sources:
              - file: sources/tags.csv
              - file: sources/taggings.csv

declared-missing =
    .message =
        { $kind ->
            [comment]
                { $count ->
                    [one] The platform declares { $count } comment whose text is not in the files.
                   *[other] The platform declares { $count } comments whose texts are not in the files.
                }
            [amendment]
                { $count ->
                    [one] The platform declares { $count } amendment whose text is not in the files.
                   *[other] The platform declares { $count } amendments whose texts are not in the files.
                }
           *[other]
                { $count ->
                    [one] The platform declares { $count } further item whose text is not in the files.
                   *[other] The platform declares { $count } further items whose texts are not in the files.
                }
        }
    .hint = Ask the platform for the complete export and add its files to `sources` in `consultation.yaml`.
    .explain =
        The export says how many there were, but their texts are missing: perhaps they have a file of their
        own, perhaps the platform does not export them at all. greffe publishes the declared number and says
        on the method page that the texts are not in the archive.
        If the consultation is still online, ask for the missing export now: it may not be possible later.

never-public =
    .message =
        { $count ->
            [one] { $count } row was set aside: it was never public on the platform (draft or unpublished).
           *[other] { $count } rows were set aside: they were never public on the platform (drafts or unpublished).
        }
    .hint = There is nothing to do.
    .explain =
        Exports for administrators also hold drafts and items that were never shown in public. An archive
        keeps the public record, so these rows are not published. They are counted and listed on the method
        page by row number only, without their content.

abuse-report =
    .message =
        { $count ->
            [one] { $count } row was set aside: it is a report to the moderators.
           *[other] { $count } rows were set aside: they are reports to the moderators.
        }
    .hint = There is nothing to do.
    .explain =
        Participants can report a text to the moderators. Such reports are confidential and were never part
        of the public debate, so greffe does not publish them. They are counted and listed on the method
        page by row number only.

persons-only =
    .message =
        { $count ->
            [one] { $count } row was set aside: it describes a person, not a contribution.
           *[other] { $count } rows were set aside: they describe persons, not contributions.
        }
    .hint = Remove this file from `sources` if you can: an archive has no use for a list of people.
    .explain =
        The file is a list of participants, often with e-mail addresses. Nothing in it belongs in a public
        archive; greffe reads none of it into the site or the data.
        It is safer not to keep the file in the archive folder at all.

derived-counts =
    .message =
        { $count ->
            [one] { $count } row was set aside: it only holds figures calculated from other files.
           *[other] { $count } rows were set aside: they only hold figures calculated from other files.
        }
    .hint = There is nothing to do, as long as the files with the contributions are in `sources`.
    .explain =
        Some exports come with tables of totals. greffe counts for itself from the contributions, comments
        and votes, and so needs no such table; using both would count things twice. The rows are listed as
        set aside on the method page.

duplicate-view =
    .message =
        { $count ->
            [one] { $count } row was set aside: it shows again, in another layout, what another file holds.
           *[other] { $count } rows were set aside: they show again, in another layout, what another file holds.
        }
    .hint = There is nothing to do, as long as the full export is in `sources`.
    .explain =
        The platform offers the same data in several layouts, for instance a full export and a simplified
        one. greffe uses the fuller one, so that nothing counts twice; the rows of the other are listed as
        set aside on the method page.

older-copy =
    .message =
        { $count ->
            [one] { $count } row was set aside: a later row of the file holds the same thing as it stood afterwards.
           *[other] { $count } rows were set aside: later rows of the file hold the same things as they stood afterwards.
        }
    .hint = There is nothing to do: the newest state is published, the older ones are listed on the method page.
    .explain =
        The file is the log of a program that visited the site several times, so the same contribution
        stands in it more than once. The last state is the one published.

empty-row =
    .message =
        { $count ->
            [one] { $count } row was set aside: it answers no question and holds no text.
           *[other] { $count } rows were set aside: they answer no question and hold no text.
        }
    .hint = There is nothing to do, unless the texts of these rows stand in a column that the profile does not name.
    .explain =
        In this export the cells of a row become contributions. A row all of whose cells are empty makes
        none; it is counted and listed, and nothing of it is published.

repeated-header =
    .message = 
        { $count ->
            [one] { $count } row was set aside: it repeats the header.
           *[other] { $count } rows were set aside: they repeat the header.
        }
    .hint = There is nothing to do: files were put one below the other, and each had its header.
    .explain = 
        Where exports were joined by hand, their headers stand between the rows. A row whose cells are the names of the columns is one.
total-row =
    .message = 
        { $count ->
            [one] { $count } row was set aside: it is a sum or average of others.
           *[other] { $count } rows were set aside: they are sums or averages of others.
        }
    .hint = If it is a contribution all the same, give it an id and a text in the export.
    .explain = 
        A row of totals is no contribution: it would be ranked first. It is known by its word (total, sum, average) with nothing but
        numbers beside it, or, among the last rows, by being the sum of its columns without text, author or date of its own.
note-row =
    .message = 
        { $count ->
            [one] { $count } row was set aside: it holds a note and no record.
           *[other] { $count } rows were set aside: they hold notes and no records.
        }
    .hint = If it is a contribution all the same, fill its other columns in the export.
    .explain = 
        Legends, sources and remarks stand below many tables. Among the last rows, one whose only text stands where the others have their
        number or title is such a note.
other-table =
    .message = 
        { $count ->
            [one] { $count } row was set aside: it belongs to another table below this one.
           *[other] { $count } rows were set aside: they belong to another table below this one.
        }
    .hint = If you need that table, cut the file in two and name both under `sources:`.
    .explain = 
        Some files hold one table below the other. A row all of whose cells are names of columns, others than those of this table, begins the
        second one; its rows do not fit these columns.
hxl-row =
    .message = The row below the header holds HXL tags (#tag), not data: it was set aside.
    .hint = There is nothing to do.
    .explain =
        The Humanitarian Exchange Language adds a row of tags below the header of a table, so that programs
        know what the columns mean. It says nothing that a reader of the archive would look for.

incomplete-document =
    .message =
        { $count ->
            [one] The document holds { $held } of the { $declared } entries it declares.
           *[other] { $count } documents hold fewer entries than they declare, the first { $held } of { $declared }.
        }
    .hint = Ask the platform for the missing ones (the next pages of its answer) while it still runs, and put these files into `sources` too.
    .explain =
        The platform gives long lists in pieces, and says how long the whole list is. Here the file holds
        only a part of it. What is there is published; what is missing cannot be.

far-points =
    .message =
        { $count ->
            [one] { $count } contribution lies outside the territory: { $example }.
           *[other] { $count } contributions lie outside the territory, for example { $example }.
        }
    .hint = Latitude and longitude may have been swapped, or typed wrongly, on the platform. They are published as they stand; `territory: {"{"} name: …, bbox: [west, south, east, north] {"}"}` in the YAML says where the consultation took place.
    .explain =
        The points are compared with the box of the territory that `consultation.yaml` gives. Without one they
        are compared with each other: a point counts as far when it lies more than ten times the usual distance
        from the middle, and at least two degrees from it. greffe moves no point and hides none.

not-archived =
    .message =
        { $count ->
            [one] { $count } row was set aside: it is data of the platform with no meaning in an archive.
           *[other] { $count } rows were set aside: they are data of the platform with no meaning in an archive.
        }
    .hint = There is nothing to do.
    .explain =
        Exports also hold rows that only serve the platform itself, such as settings or internal links. They
        are no part of the public record; greffe does not publish them and lists them as set aside on the
        method page.

personal-column =
    .message =
        { $count ->
            [one] { $count } column with personal data is never published: { $columns }.
           *[other] { $count } columns with personal data are never published: { $columns }.
        }
    .hint = There is nothing to do; keep the original file out of any public place.
    .explain =
        E-mail addresses, phone numbers, birth dates and the like may stand in an export, but never reach
        the site or the data. greffe only takes the columns it knows to be public and names here those that
        hold personal data.
        The original file in `sources` still holds them: do not put it in a public repository. The
        `.gitignore` written by `greffe new` sees to that.

unread-column =
    .message =
        { $what ->
            [texts] The column “{ $column }” holds texts in { $share } % of the rows and is not read.
            [votes] The column “{ $column }” holds counts of votes in { $share } % of the rows and is not read.
            [numbers] The column “{ $column }” has no header; it holds numbers in { $share } % of the rows and is not read.
            [no-votes] The column “{ $column }” is called after votes, but most of its cells are no numbers: it is not read.
            [no-dates] The column “{ $column }” is called after a date, but most of its cells are none: it is not read.
           *[dates] The column “{ $column }” holds dates in { $share } % of the rows and is not read.
        }
    .hint =
        { $what ->
            [texts] To publish it, write `{ $line }` below this file in `consultation.yaml`; to make it the text of the contributions, name it as `body:` under `columns:`.
            [votes] To count them, name it as `votes_for:` under `columns:` in `consultation.yaml`; to publish it as it is, write `{ $line }` below this file.
            [numbers] Give it a header: save a copy of the table in which it has one, and name that copy in `file:`; two lines of headers need `header_row:`.
            [no-votes] Write numbers in it, or publish it as it is with `{ $line }` below this file in `consultation.yaml`.
            [no-dates] Write dates as 2024-03-31 in it, or publish it as it is with `{ $line }` below this file in `consultation.yaml`.
           *[dates] To publish it, write `{ $line }` below this file in `consultation.yaml`; if it is the date of the contributions, name it as `created_at:` under `columns:`.
        }
    .explain = 
        A column of texts, votes or dates that no field reads may be half of what people gave. greffe never chooses alone what to publish of
        a column it does not know: it may be personal, or mean something else. One line decides.
further-personal =
    .message = The column “{ $value }” looks personal: it is not published as a further field.
    .hint = Take it out of `further:`. If it names the authors, write it as `author_name:` under `columns:`: it then appears as the archive’s `privacy:` says.
    .explain = 
        A further field is published as it stands, under the eyes of everybody, for decades. Names, addresses, telephone numbers and dates of
        birth are never published that way.
unused-column =
    .message =
        { $count ->
            [one] { $count } column is not used: { $columns }.
           *[other] { $count } columns are not used: { $columns }.
        }
    .hint = To publish one of these columns as it is, name it in `further:` below this file in `consultation.yaml`, after checking that it holds nothing personal.
    .explain =
        greffe only publishes columns whose meaning it knows. The others stay in the original file and are
        not published, because they might hold personal data.
        With your own `columns:`, you can add further ones, which are published as they are, in
        `fields.csv`:
            sources:
              - file: sources/table.csv
                kind: proposal
                columns:
                  title: Heading
                  body: Text
                further:
                  - Budget
                  - District

## Cleaning

markup-removed =
    .message =
        { $count ->
            [one] { $count } text held elements that are not allowed, which were removed: { $example }.
           *[other] { $count } texts held elements that are not allowed, which were removed: { $example }.
        }
    .hint = There is nothing to do, unless pictures matter: then put them in the `documents` folder of the consultation.
    .explain =
        Contributions are other people's text and may hold scripts, pictures from other sites, embedded
        videos or styles. They could harm readers, spy on them or stop working, so greffe removes them. The
        words, lists, links and emphasis are kept.

control-removed =
    .message =
        { $count ->
            [one] { $count } text held invisible control characters, which were removed.
           *[other] { $count } texts held invisible control characters, which were removed.
        }
    .hint = There is nothing to do.
    .explain =
        Some characters cannot be seen but disturb: they can break files, reverse the direction of a
        sentence or hide words. They usually come from copying out of another program. greffe removed them;
        the visible text is the same.

mojibake =
    .message =
        { $count ->
            [one] { $count } text holds damaged letters ({ $form }); it was kept as it is: { $example }.
           *[other] { $count } texts hold damaged letters ({ $form }); they were kept as they are: { $example }.
        }
    .hint =
        { $value ->
            [repair] These could not be turned back whole without guessing: compare with the platform, and use its original file if it has one.
           *[other] Compare with the platform: if it shows the letters correctly, write `repair: mojibake` below this file in `consultation.yaml` (or `encoding: utf-8`, if greffe read the file wrongly).
        }
    .explain =
        Accented letters have turned into others (“Ã©” or “√©” for “é”, or “�”), because the text was once
        read in the wrong encoding. The arrow in the message says which mistake is the most likely. greffe
        changes nothing: this may be exactly what the platform showed, and a wrong repair would falsify a
        quotation.
        If the damage came with a spreadsheet program, use the original file of the platform. If greffe
        chose the wrong encoding, name it. If the file itself holds the damaged letters and the platform
        showed the right ones, ask for the repair: it only turns back what can be turned back whole, and
        the method page says how many texts it changed, and how.
            sources:
              - file: sources/export.csv
                repair: mojibake

repaired =
    .message =
        { $count ->
            [one] { $count } text held damaged letters ({ $form }) and was repaired, as `repair: mojibake` asks: { $example }.
           *[other] { $count } texts held damaged letters ({ $form }) and were repaired, as `repair: mojibake` asks: { $example }.
        }
    .hint = Look at some of them in the site; without `repair: mojibake` below this file in `consultation.yaml` they stay as the file has them.
    .explain =
        `repair: mojibake` below a source turns back letters that were once read in a wrong encoding (“Ã©” or
        “√©” for “é”). A text is only changed if every damaged place becomes whole letters again and no
        trace is left; all others stay as they are and are reported as “mojibake”. The arrow says which
        mistake was undone. The method page publishes the number of texts, the rule and an example.
            sources:
              - file: sources/export.csv
                repair: mojibake

unknown-zone =
    .message = “{ $value }” is not a time zone that greffe knows.
    .hint = Write `time_zone` as a region and a city, for example `Europe/Paris`{ $near-tail }.
    .explain =
        Dates in exports often do not say in which time zone they are, so greffe needs to know it. Without
        it, contributions near midnight would fall on the wrong day. greffe stopped and left the old site as
        it was.
        Time zones have international names made of a continent or ocean and a city. Without the line,
        `Europe/Paris` is used.
            time_zone: America/Martinique

## Checking

empty-text =
    .message =
        { $count ->
            [one] { $count } published contribution has neither title nor text: { $example }.
           *[other] { $count } published contributions have neither title nor text: { $example }.
        }
    .hint = Check that `title` and `body` name the right columns in `consultation.yaml`, or export again with the texts.
    .explain =
        The rows are there, perhaps even with votes, but without words. Their pages exist and would be
        empty. Often the export left the texts out, or the columns have other names than expected; sometimes
        the author emptied the text on the platform.
            columns:
              title: Heading
              body: Text

days-among-times =
    .message =
        { $count ->
            [one] { $count } text has a day only, others have a time: in the tables, where the column is one of instants, that day is written as midnight.
           *[other] { $count } texts have a day only, others have a time: in the tables, where the column is one of instants, those days are written as midnight.
        }
    .hint = There is nothing to do; if the difference matters, tell readers under `method:` in `consultation.yaml`. Pages show the day alone.
    .explain = A column of dates has one form in each table: days if all are days, instants as soon as one has a time. Local midnight then means "on that day".
signs-unsettled =
    .message = Nothing says which way this file marks votes: 1 was read as for and −1 as against, while some exports do the reverse.
    .hint = Look at one contribution on the platform, or add the file that gives its counters. If the sides are the wrong way round, write `columns:` below this file, with `value:` and its `values:`.
    .explain = The counters of the platform (`agrees`, `disagrees`) usually tell which sign is agreement. Here they are missing, and an error would put every vote for under the votes against.
votes-reversed =
    .message = The vote rows mark the sides the other way round than the platform’s own counters: they are counted reversed.
    .hint = Look at one contribution on the platform. If the rows are right and the counters wrong, map the words of the column yourself: `columns:` with `value:` and its `values:`.
    .explain = Over all contributions that have both, the counted votes for come much nearer to the declared votes against, and the other way round. Some exports use −1 for agreement. greffe exchanged the sides of the rows, so that what is published agrees with the platform.
counts-differ =
    .message =
        { $count ->
            [one] For { $count } contribution, the votes declared by the platform and those counted in the files differ (declared ≠ counted): { $example }.
           *[other] For { $count } contributions, the votes declared by the platform and those counted in the files differ (declared ≠ counted): { $example }.
        }
    .hint = Ask the platform why, and explain it to readers under `method:` in `consultation.yaml`; both numbers are published.
    .explain =
        The export gives a total for each contribution and also lists the single votes, and the two do not
        agree. Usual reasons: votes withdrawn after the total was made, votes of deleted accounts, or an
        incomplete list. greffe hides nothing: both numbers are in the data, and the column `votes_basis`
        says which one is shown.
        If the list of votes is not complete, say so; the declared numbers then apply:
            sources:
              - file: sources/votes.csv
                vote_rows: sample

comments-differ =
    .message =
        { $count ->
            [one] For { $count } contribution, the number of comments declared by the platform and the number counted in the files differ (declared ≠ counted): { $example }.
           *[other] For { $count } contributions, the number of comments declared by the platform and the number counted in the files differ (declared ≠ counted): { $example }.
        }
    .hint = Check that the file of all comments is in `sources`; if it is, there is nothing to do: both numbers are published.
    .explain =
        The platform counted other comments than those in the files. Comments deleted or hidden by
        moderators are the usual reason; sometimes a comments file is missing. Both numbers are in the data,
        and the column `comment_basis` says which one is used.

topic-loop =
    .message = The topic “{ $id }” is placed inside itself.
    .hint = Correct or delete `parent:` of this topic under `topics:` in `consultation.yaml`.
    .explain =
        Topics form a tree: each belongs to at most one other. Here, following `parent:` from topic to topic
        leads back to the start, so greffe cannot place them. It stopped and left the old site as it was.
            topics:
              - id: transport
                title: Transport
              - id: cycling
                title: Cycling
                parent: transport

topic-unknown-parent =
    .message = The topic “{ $id }” belongs to a topic “{ $value }” that does not exist.
    .hint = Write the `id` of a topic of the list as `parent:` under `topics:` in `consultation.yaml`{ $near-tail }.
    .explain =
        `parent:` must be the `id` (not the title) of another topic in the same list. There is none with
        this one, so greffe stopped and left the old site as it was.
            topics:
              - id: transport
                title: Transport
              - id: cycling
                title: Cycling
                parent: transport

featured-unknown =
    .message = The consultation “{ $value }” in the list `featured` does not exist.
    .hint = Write the name of a folder of `content/consultations` there, or delete the line{ $near-tail }.
    .explain =
        `featured` in `content/archive.yaml` lists the consultations to show first on the home page, by the
        names of their folders. No folder has this name: it was perhaps renamed. greffe stopped and left the
        old site as it was.
            featured:
              - budget-2023

ranking-unknown =
    .message = There is no ranking named “{ $value }”.
    .hint = Write one of these as `ranking:` in `consultation.yaml`: { $known }{ $near-tail }.
    .explain =
        `ranking:` chooses the order shown first in a consultation. The rankings are: support (votes for
        minus votes against), approval (share in favour, with care for few votes), divisive (most disputed),
        debated (most comments), weighted (collective authors count with their size) and recent. greffe
        stopped and left the old site as it was. Without the line, `support` is used.
            ranking: divisive

edition-shrank =
    .message = The export of { $value } holds far fewer contributions than the one before, of { $example }: { $count } instead of { $before }.
    .hint = Is the export complete? If not, export the platform again; if so, say under `method:` why so many are gone.
    .explain =
        Of two exports that follow each other, the newer one holds less than half of the contributions of
        the older. Often that means that the export was cut off, filtered, or made of one page of a list
        only; or that one of its files is not named under `sources` with the same `edition`. Nothing is
        lost: what the newest export lacks keeps its page and is marked as no longer in the export. But if
        the export is incomplete, that mark is wrong.
        An edition is complete in itself: it consists of the files with its day and of those without a day.
            sources:
              - file: sources/2024-04/ideas.csv
                edition: 2024-04-01
              - file: sources/2024-04/comments.csv
                edition: 2024-04-01

outside-dates =
    .message =
        { $count ->
            [one] { $count } contribution is dated outside the days of the consultation: { $example }.
           *[other] { $count } contributions are dated outside the days of the consultation: { $example }.
        }
    .hint = Check `opened:` and `closed:` in `consultation.yaml`; if they are right, explain these contributions under `method:`.
    .explain =
        These contributions were written before the first day or more than a day after the last. They are
        kept and published like the others. Either the dates of the consultation are wrong, or day and month
        were confused, or someone (often the organiser) really wrote earlier or later.
            opened: 2023-02-01
            closed: 2023-03-31
        If day and month are swapped, write `month_first: true` below the file.

## Planning and writing

address-collision =
    .message =
        { $count ->
            [one] { $count } address below “{ $path }” would have been taken twice (identifiers that differ only by capitals); it got a suffix.
           *[other] { $count } addresses below “{ $path }” would have been taken twice (identifiers that differ only by capitals); they got a suffix.
        }
    .hint = To choose the address yourself, rename one of the two files or give the two topics different titles or ids.
    .explain =
        Every page has an address of its own. Two of them would have had the same one (for instance two
        topics with the same title, or identifiers that differ only by capital letters), so one got a suffix
        that stays the same at every build. Nothing is lost; only that address is less pretty.

not-ours =
    .message = The output folder “{ $path }” holds files that greffe did not write, for example “{ $example }”.
    .hint = Choose an empty folder with `--out`, or move these files elsewhere.
    .explain =
        greffe replaces the content of its output folder at each build, but never touches files that it did
        not write. It found such files, stopped and changed nothing.
        If the folder holds something of value, give another one:
            greffe build --out my-site
        Files that you want to publish with the site belong in `content`, not in the output folder.

output-inside-content =
    .message = The output folder “{ $path }” overlaps the `content` folder.
    .hint = Choose a folder beside `content` with `--out`, for example `--out site`.
    .explain =
        If the site were written into `content`, the next build would read it as content, and your originals
        would be in danger. greffe stopped before writing anything. Without `--out`, the site goes to the
        folder `site`, beside `content`.

output-is-file =
    .message = A folder is needed at “{ $path }”, but a file is in the way.
    .hint = Rename or delete this file, or choose another folder with `--out`.
    .explain =
        greffe writes a site as a folder with many files. A file with that name is in the way; greffe does
        not delete what it did not write, so it stopped.

read-only =
    .message = greffe is not allowed to write “{ $path }”: the place is protected.
    .hint = Give your user account the right to write there, or choose another folder with `--out`.
    .explain =
        The operating system does not let greffe write at this place. The disk may be write-protected, or
        the folder may belong to another user. Nothing was changed.
        A folder in your documents always works:
            greffe build --out /home/me/Documents/site

disk-full =
    .message = The disk is full; “{ $path }” could not be written.
    .hint = Free some space, or choose a folder on another disk with `--out`, and build again.
    .explain =
        While writing, greffe needs room for the new site beside the old one. There was not enough, so it
        stopped; the old site stays as it was. Empty the wastebasket, delete what you no longer need, and
        build again.

port-taken =
    .message = Other programs listen on port { $port } and on the next ones, up to { $last }.
    .hint = Stop them, or serve on another port: `greffe serve --port 8401`.
    .explain = 
        Two programs cannot listen on one port. Often it is another `greffe serve` in another window.
write-failed =
    .message = A file could not be written: { $error }.
    .hint = Check the place shown, the rights on the folder and the space on the disk, then try again.
    .explain =
        The operating system refused to write; the words after the colon are its own. The old site stays as
        it was.
        Usual causes: a file of the site is open in another program (on Windows), a backup or cloud program
        is holding the folder, or a disk was disconnected.

locked =
    .message = Another greffe is working on this archive.
    .hint = Wait until it has finished, or stop the other one (Ctrl+C in its window), then try again.
    .explain =
        Two builds at the same time would get in each other's way, so the second one stops and changes
        nothing. Perhaps `greffe serve` is still running in another window. If no other greffe is running,
        on this computer or on another one that shares the folder, simply try again: the lock ends with the
        program that holds it.

recovered =
    .message = An earlier build was interrupted while writing; it was finished first.
    .hint = There is nothing to do.
    .explain =
        The computer stopped (power cut, window closed) while greffe was putting a new site in place. It
        keeps a journal of this step, so it could finish it at the next start. The site is complete.

## Commands

exists =
    .message = “{ $path }” already exists and is not empty.
    .hint = Choose another name, or add a consultation to the archive that is there with `greffe add`.
    .explain =
        `greffe new` only makes an archive in a new or empty folder, so as to overwrite nothing. It stopped
        and changed nothing.
        To add one more consultation to an archive you already have:
            greffe add my-consultation --from export.csv

unknown-code =
    .message = greffe knows no message named “{ $value }”.
    .hint = Copy the name between the square brackets of the message{ $near-tail }.
    .explain =
        `greffe explain` takes the short name that stands in square brackets at the start of each message,
        made of English words and hyphens:
            greffe explain bad-date

internal =
    .message = This is a fault of greffe, not yours: { $error }.
    .hint = Please report it to the greffe project with this message, the command you typed and what `greffe --version` says; send no export files, they hold personal data.
    .explain =
        Something happened that the authors of greffe thought impossible. greffe stopped; the old site stays
        as it was.
        A good report holds the whole message, the command, the version (`greffe --version`) and your
        operating system. If a certain row sets it off, invent a row like it instead of sending the real
        one: exports hold personal data.

scaffold-archive =
    What the archive is. Only `title` is needed; `greffe schema archive` tells every key.
scaffold-about =
    ---
    title: About
    ---

    Who asked, whom, when and why; who publishes this archive, and how to reach them.
scaffold-legal =
    ---
    title: Legal notice
    ---

    Publisher, host, the person responsible, the licence of the data; how to have a text of one’s own corrected or removed.
scaffold-consultation =
    One finished consultation. Only `title` and `sources` are needed; `greffe schema consultation` tells every key.
scaffold-optional =
    Fill in what you know; what is absent is simply not on the site.
scaffold-columns =
    greffe does not know this table. Say what its columns mean: field, then the name of the column. What follows is a guess: look at it,
    then take the sign # away.
scaffold-personal =
    Never name these, they look personal: { $columns }

## What the association wrote

active-document =
    .message = This file is not published: a browser would run what is in it (.{ $value }).
    .hint = Save it as PDF, text or a picture and put that into `documents/`.
    .explain =
        Files of `documents/` are copied as they are. HTML, SVG, XML and scripts can hold programs that would
        run in the readers' browsers as if they were part of the archive, so greffe leaves them out. Everything
        else was published.

citation-unknown =
    .message = The contribution “{ $value }” does not exist.
    .hint = Look up its kind and id on its page or in `contributions.csv`{ $near-tail }.
    .explain =
        A citation names a contribution by its kind and id, as `[@proposal:361]`; `contributions:` of outcomes
        and workshops does so as `proposal:361`. No contribution of this consultation has this kind and id. In
        a range the smaller id comes first. In texts of the whole archive, the folder of the consultation
        stands before: `[@budget-2023/proposal:361]`. greffe stopped, so that no citation leads nowhere, and
        left the old site as it was.

citation-syntax =
    .message = This citation cannot be understood: { $value }
    .hint = Write kind, colon and id, several parted by semicolons: `[@proposal:7; @proposal:10..12, last paragraph]`.
    .explain =
        A bracket that begins with `@` is a citation. It may name one contribution, `[@proposal:7]`; several,
        `[@proposal:7; @opinion:3]`; a range, `[@proposal:10..12]`; and after a comma the part that is meant,
        `[@proposal:7, last paragraph]`. Text that should not be a citation can be written with a backslash
        before the bracket, `\[@…]`.

link-broken =
    .message = The link to “{ $value }” leads nowhere.
    .hint = Link to a file of the archive by its path, as `sheets/rules.md` or `documents/plan.pdf`, or to another site by its whole address.
    .explain =
        Links without `https://` lead to files of the archive: Markdown files become pages, files of
        `documents/` are published under their name. Nothing with this path is there. Contributions are best
        cited, `[@proposal:361]`: the address then always follows. greffe stopped and left the old site as it
        was.

file-missing =
    .message = The file “{ $value }” is not there.
    .hint = Put it into the folder of the consultation, or correct its path{ $near-tail }.
    .explain =
        Documents, recordings, transcripts and minutes must lie in `documents/` of the consultation; a
        transcript may also be one of its sheets. Pictures may lie there, beside the text that shows them, or
        in `content/`. Files in `sources/`, files whose name begins with a point, and links to files outside
        `content/` are never published. greffe stopped and left the old site as it was.

picture-remote =
    .message = The picture “{ $value }” lies on another site.
    .hint = Save it into `documents/` of the consultation and name it by its path.
    .explain =
        An archive asks nothing of other sites: pictures there vanish, and whoever keeps them learns who reads.
        Save a copy, if you have the right to, and show that.

picture-format =
    .message = The picture “{ $value }” cannot be read ({ $error }).
    .hint = Save it as JPEG, PNG, WebP or GIF and try again.
    .explain =
        Pictures are made smaller for screens and freed of what cameras note in them (place, owner), so greffe
        must be able to read them. It reads JPEG, PNG, WebP and GIF, up to a hundred million pixels; of a
        moving GIF it shows the first picture.

picture-alt =
    .message = The picture “{ $value }” has no words for those who do not see it.
    .hint = Write what it shows between the brackets, `![The port at low tide](port.jpg)`; for a logo, `alt:`.
    .explain =
        Readers who hear the page, or whose pictures do not load, get these words instead. They say in a
        sentence what matters in the picture. The accessibility statement counts pictures without them.

media-format =
    .message = “{ $value }” is not a recording that browsers play.
    .hint = Use one of { $known }.
    .explain =
        Recordings are played by the browser itself. MP3 and Ogg for sound, MP4 (H.264) and WebM for films are
        played nearly everywhere and will be for long.

transcript-missing =
    .message = The recording “{ $value }” has no transcript.
    .hint = Write what is said in a sheet and name it, `transcript: sheets/radio.md`, or give a file of `documents/`.
    .explain =
        Without a transcript deaf readers learn nothing of a recording, and nobody can search or cite it. The
        recording is published; the accessibility statement says that it has no transcript.

news-undated =
    .message = This news item has no date.
    .hint = Add a line `date: 2024-03-31` to its front matter.
    .explain =
        News are shown by their day, the newest first, and the feed needs it. Write it between the two lines
        `---` at the top of the file.

id-twice =
    .message = The id “{ $value }” is used twice.
    .hint = Give each entry an id of its own.
    .explain =
        The id of an outcome or workshop is part of its address and names its row in the data: two of them
        cannot have the same. Outcomes of `outcomes.yaml` must not take ids of outcomes that an export holds
        either.

bad-outline =
    .message = These outlines cannot be drawn ({ said-error }).
    .hint = Use GeoJSON in degrees (WGS 84), longitude first, with polygons or lines.
    .explain =
        The outlines of a map are a GeoJSON file: a FeatureCollection of Polygon, MultiPolygon or LineString
        geometries, with positions as [longitude, latitude] in degrees. Other programs may have saved metres
        of a national grid: save again as WGS 84 (EPSG:4326).

contrast =
    .message = The colour { $value } is hard to read: contrast { $form } in { $id }, at least { $known } is needed.
    .hint = Use { $near } instead, or another colour that differs more from its ground.
    .explain =
        Text must stand out from its ground by 4.5, drawings by 3 (WCAG 2.2). greffe measured the colours of
        `appearance:` against each other and proposes the nearest one that passes. The site is built all the
        same, and the accessibility statement says so.

not-read =
    .message = Nothing reads this file: it is not on the site.
    .hint = Give it a name that greffe knows{ $near-tail }, or move it to `documents/` if readers should download it.
    .explain =
        In the folder of a consultation only certain names mean something: `index.md`, `faq.md`, `synthesis.md`,
        `methodology.md`, `workshops.yaml` or `workshops.csv`, `outcomes.yaml`, `timeline.yaml`, and Markdown
        files (`.md`) in `news/` and `sheets/`. Capitals and endings count: `Synthesis.md` and `outcomes.yml`
        are other names.

picture-notes =
    .message = This photograph will be published with what the camera noted in it: place, time, perhaps the owner’s name.
    .hint = Show it in a text instead, `![what it shows](documents/…)`, or save it without its data and replace it.
    .explain =
        Files of `documents/` are copied as they are. Photographs often hold the place where they were taken and
        the name of whoever owns the camera. Pictures that a text shows are freed of that; files to download
        are not, for they are documents. Programs for pictures can save a copy without such data.

no-licence =
    .message = No licence is given: nobody knows under which terms the data may be used.
    .hint = Add `licence: lov2` (Licence Ouverte) or another identifier of data.gouv.fr to `content/archive.yaml`.
    .explain =
        Without a licence data may be read but not reused. Portals ask for it: data.gouv.fr shows the dataset as
        “not specified”, data.europa.eu takes off 25 points. Known are lov2, fr-lo, odc-odbl, odc-by, odc-pddl,
        cc-by, cc-by-sa and cc-zero.

no-contact =
    .message = { $what ->
            [name] The name of the publisher is missing: portals and readers cannot tell whom to ask.
           *[email] The e-mail address of the publisher is missing: portals and readers cannot tell where to write.
        }
    .hint = Write `name` and `email` below `publisher` in `content/archive.yaml`; both are published.
    .explain =
        DCAT-AP demands a publisher with a name; DCAT-US (DKAN, Socrata, ArcGIS Hub) an address to write to: without it
        there is no `data.json`.

no-dates =
    .message = The consultation has no first and last day: portals cannot show which period its data cover.
    .hint = Write `opened: 2024-03-04` and `closed: 2024-04-16` in its `consultation.yaml`.
    .explain =
        The dates are the temporal coverage of the dataset, one of the nine criteria of data.gouv.fr and 20 points of
        data.europa.eu. The last day is also the date of the data where no export has one.

no-extent =
    .message = The territory of the consultation has no extent: portals cannot place its data.
    .hint = Write an INSEE code, a box or an outline: `territory: {"{"} name: Lille, insee: "59350" {"}"}`.
    .explain =
        data.gouv.fr reads the spatial coverage only as a geometry; a name scores nothing. Three things give one: `insee`
        (the code of a commune, department or region), `bbox` (west, south, east, north in degrees) and `outline`
        (a GeoJSON file below `content/`).

insee-unknown =
    .message = No territory has the INSEE code “{ $value }”.
    .hint = Look the code up; it is not the postcode. Or write `bbox: [west, south, east, north]` instead.
    .explain =
        greffe knows the codes of today's communes (five characters, as 59350 or 2A004), departments (59, 2A, 974),
        regions (R32) and intercommunalities (SIREN, nine digits). The code of a commune that was merged into another is no longer known: a box takes its place.

quality =
    .message = “{ $title }”: { $met } of 9 criteria of data.gouv.fr, { $points } of 405 points of data.europa.eu.
    .hint = The page `quality.html` of the archive lists every criterion, and how to meet what is missing.
    .explain =
        Computed from the description of the dataset, as the portals will: the nine criteria of udata's quality score, and
        the indicators of data.europa.eu's metadata quality assessment. More than 350 points are excellent.

bad-portal =
    .message = “{ $value }” is not a portal.
    .hint = Write `--site demo`, `--site production` or `--site https://…`; a CKAN portal always by its address.
    .explain =
        demo and production are the two sites of data.gouv.fr. Any other portal is named by its address, which has to begin
        with https: the key would be readable on its way otherwise. Only this machine itself may be named with http.

no-key =
    .message = There is no access key to publish with.
    .hint = Set the variable { $name }, or run the command on a terminal to be asked for it. `--dry-run` needs none.
    .explain =
        The key is made in your profile on the portal. greffe takes it from the environment or asks; it is written to no
        file, no message and no log. Never put it on the command line: other users of the machine could read it there.

nothing-to-publish =
    .message = There is no { $path }: the site is not built, or has no `base_url`.
    .hint = Give `base_url` in `content/archive.yaml`, run `greffe build`, put the site online, then publish.
    .explain =
        `greffe publish` sends what `greffe build` prepared in `portals.json`. The file holds whole addresses, so it exists
        only where the archive knows its own.

site-changed =
    .message = { $path } is not the file that was built.
    .hint = Run `greffe build` again, then publish.
    .explain =
        The size in `portals.json` is another than that of the file. Something changed the site after it was built; what
        would be published is not what the checksums say.

portal-unreachable =
    .message = The portal does not answer: { $error }.
    .hint = Try again later: what was done is remembered in content/portals.yaml, and the next run goes on from there.
    .explain =
        A request was tried several times, with growing waits: the connection failed, or the portal said that it is
        overloaded (429) or broken (5xx). Nothing is half done: datasets and files already sent stay, the rest follows.

portal-moved =
    .message = The portal answers that it has moved to { $to }.
    .hint = Give that address with `--site`.
    .explain =
        greffe does not follow redirects with a key in hand: it could end up with somebody else.

portal-key =
    .message = The portal does not accept the access key (code { $status }): { $error }
    .hint = Make a new access key in your profile on that portal; demo and production have their own. For an organisation you have to be an editor of it.
    .explain =
        401 means that the key is unknown or has expired, 403 that its owner may not do this: the organization is not
        theirs, or the dataset belongs to somebody else. 404 is what some portals say of a private dataset that its owner may not
        see; if it is gone for good, remove it from content/portals.yaml.

portal-refused =
    .message = The portal refuses “{ $what }” (code { $status }): { $error }
    .hint = What it says tells the field; most come from content/archive.yaml or consultation.yaml. Correct it, build, and publish again.
    .explain =
        The portal validates each request. What was accepted before this one stays and is remembered.

portal-without =
    .message = The portal does not take the field { $field } of “{ $what }”, which is published without it: { $error }
    .hint = A code that its table of places lacks is not your fault: the box on the map stands in for it. Otherwise correct `territory` or `publisher`.
    .explain =
        A portal knows only some zones and checks contact points. Neither is a reason not to publish: the dataset goes
        without that field, with the box of its territory where there is one.

portal-kept =
    .message = “{ $what }”: people of the portal changed { $fields }; that stays.
    .hint = To have it as the archive says, change it in the archive, or publish with `--overwrite`.
    .explain =
        For each field greffe remembers what it sent and what the portal then showed. What somebody changed on the portal
        since is kept, as long as the archive says what it said then. `file` means that the file itself was replaced or
        taken away there.

portal-replaced =
    .message = “{ $what }”: { $fields } changed both on the portal and in the archive; the archive’s was sent.
    .hint = If what stood on the portal was better, write it in the archive and publish again.
    .explain =
        A change in the archive since the last publication counts more than one on the portal.

organization-unknown =
    .message = You are not a member of an organisation “{ $value }” on this portal.
    .hint = Write its slug, as in the address of its page{ $near-tail }. Its administrators can add the owner of the key.
    .explain =
        An organization is named by its slug, its name or its id. Once found, it is remembered in content/portals.yaml, so that
        the next run needs no `--organization`.

dataset-taken =
    .message = “{ $name }” would be published over another dataset: { $page } belongs to { $other }.
    .hint = If the entry in content/portals.yaml is wrong, remove it there; otherwise change the name of the folder.
    .explain =
        Before anything is touched greffe compares identifiers: that of the consultation, those it had under `former_slugs`, and that which
        the dataset was given on the portal. Where they differ, or where two consultations lead to the same dataset, nothing of them is sent.

dataset-withdrawn =
    .message = The archive has no “{ $name }” any longer, the portal has: { $page }
    .hint = Publish with `--withdrawn private` or `--withdrawn remove`. If it was renamed, write `former_slugs: [{ $name }]` in its `consultation.yaml`.
    .explain =
        A dataset that people may have cited is never removed by itself. `private` leaves it to its publisher alone, and it comes
        back with the consultation; `remove` deletes it on the portal.

all-withdrawn =
    .message = Nothing that content/portals.yaml knows is in this archive: nothing is hidden or removed ({ $names }).
    .hint = Look whether this is the site you meant to publish, and content/portals.yaml its list. If all of them are to go, remove them on the portal.
    .explain =
        `--withdrawn private` and `--withdrawn remove` are for some consultations of an archive. Where none of those published
        before is left, the site is most likely another one, or was built from the wrong folder.

file-too-large =
    .message = “{ $what }” is too large for the portal.
    .hint = Put the site online: greffe then links to the file there. Or ask the portal for a higher limit.
    .explain =
        The portal refused the file for its size (413), and there is none at its address in the archive to link to. All other
        files were sent.

file-linked =
    .message = “{ $what }” is too large for the portal, which links to the archive instead.
    .hint = Nothing to do, as long as the archive stays online.
    .explain =
        The portal refused the file for its size (413). The archive has it online, with the right length, so the resource is a link.

files-left-out =
    .message = “{ $what }”: { $chosen } files are published, { $count } are on the data page alone.
    .hint = `--files all` publishes every one, `--files 30` so many.
    .explain =
        A page with a hundred files helps nobody. Chosen are the tables, the whole in one file, the map and what explains them; what was
        published before stays.

link-dead =
    .message = { $count ->
        [one] A link leads
       *[other] { $count } links lead
    } to nothing: { $url } ({ $error })
    .hint = Upload the site as it is built now, then publish again; or send the files themselves with `--upload`.
    .explain =
        Before a link is published greffe asks its address: there has to be a file of the right length. What could not be
        found is not linked; all else was sent.

host-silent =
    .message = { $host } does not answer ({ $error }): no other link to it is tried.
    .hint = Put the site online, or see whether `base_url` is its address; then publish again.
    .explain =
        Before a link is published greffe asks its address. A host that gave no answer for two links in a row is not asked for the
        others of this run, which would each be waited for; none of them is published.

organization-kept =
    .message = “{ $what }” stays with the organization it was published for: { $page }
    .hint = Have it handed over on the portal: by its transfer to another owner there, or by an administrator.
    .explain =
        `--organization` says for whom new datasets are made. One that is there belongs to somebody already, and portals let it change
        hands only if both sides agree.

cli-key = Access key of the portal (it is not shown):
cli-waiting = { $why }: trying again in { $seconds } s
cli-alive = { $seconds } s: still waiting for { $whom }
cli-published = Datasets created: { $created }, updated: { $updated }, withdrawn: { $withdrawn }. Files sent: { $sent }, unchanged: { $unchanged }, removed: { $removed }.
cli-dry-run = Nothing was sent. Datasets: { $count }.
cli-exported = { $count ->
        [one] { $count } file of data
       *[other] { $count } files of data
    } in { $path }.

## The seal and privacy

edition-broken =
    .message = The folder of sealed editions (content/editions/) is damaged: { said-error }.
    .hint = Restore content/editions/ from a copy or from version control. Nothing is built on a damaged record of editions.
    .explain = content/editions/ holds what `greffe seal` committed to: the hashes of every entry, and a checkpoint for each edition. They must fit together, or later editions would contradict earlier ones. Nothing in that folder is meant to be changed by hand.
draft =
    .message = The archive has changed since edition { $number }. It is provisional until the next `greffe seal`.
    .hint = Nothing to do while you work. When the archive is as you want it, seal an edition with `greffe seal`.
    .explain = An edition commits to every byte of the archive. A build from the same files by the same greffe gives it again; a mended text, an erasure or another version of greffe does not, and what comes out says that it is provisional.
bad-key =
    .message = greffe cannot sign with this key: { $error }.
    .hint = Give a private Ed25519 key: of OpenSSH (`ssh-keygen -t ed25519`), of minisign, or PKCS#8 (`openssl genpkey -algorithm ed25519`).
    .explain = An edition is signed with an Ed25519 key of the publisher. Its public half is published in key.txt; the private one stays with the publisher, outside the archive.
seal-date =
    .message = An edition of { $value } would be older than the last one, of { $near }.
    .hint = Set the clock of this machine, or give the day: --date { $near }
    .explain = Editions are sealed one after the other. A day before the last one means that the clock went back, or a mistake.
erase-unclear =
    .message = An entry of `erase` must name one thing.
    .hint = Write `contribution: proposal/12`, or `comment: "77"`, or `author: 5750c14d`, and the `date` of the removal.
    .explain = Each entry of the list `erase` in consultation.yaml removes one contribution, one comment, or everything of one author.
erase-unknown =
    .message = An author that `erase` names is in no export.
    .hint = Take the code from the page of one of their contributions. If the rows are gone from the sources already, name their contributions one by one.
    .explain = Nothing was removed for this entry: no author of the exports has this code, name or account.

## What verify says

no-archive =
    .message = There is no archive to check here: { $error }.
    .hint = Give the folder that holds index.html and SHA256SUMS, a ZIP of it, or a BagIt bag.
    .explain = `greffe verify` reads a built archive: its folder, a ZIP file of that folder, or a bag as `greffe pack --format bagit` makes it.
sums-missing =
    .message = The list of fingerprints (SHA256SUMS) is missing or damaged: { $detail }.
    .hint = Take the whole archive again from where it was published, or build it again.
    .explain = SHA256SUMS lists every file of an archive with its SHA-256. Without it nobody can say whether a file was changed.
file-changed =
    .message = This file has changed since it was published.{ $detail-tail }
    .hint = Compare it with a copy from another place; a build writes it anew.
    .explain = The fingerprint of the file is not the one that SHA256SUMS, or the manifest of the bag, gives for it: at least one byte differs.
file-absent =
    .message = This file was published and is not there.
    .hint = Take it from another copy; a build writes it anew.
    .explain = SHA256SUMS lists the file, and it is not in the archive.
file-unknown =
    .message = This file is not part of the archive.
    .hint = Take it out, or ask who put it there.
    .explain = The file lies in the archive and SHA256SUMS does not list it: it was added after the build.
log-broken =
    .message = The register cannot be read: { $detail }.
    .hint = Take the log/ folder from another copy of the archive.
    .explain = The register of a consultation holds one entry a line in entries.jsonl, the salts that open them in salts.jsonl, and its checkpoint. One of them is missing or has another form.
root-differs =
    .message = The register has been changed: its content does not match its fingerprint.
    .hint = An entry was changed, added or removed. Compare the register with another copy.
    .explain = The Merkle root over the entries is not the one the checkpoint gives: the register is not the one that was published.
edition-differs =
    .message = The register does not continue this edition: something sealed has been changed.{ $detail-tail }
    .hint = What an edition committed to was changed afterwards. Compare it with the copy that others keep.
    .explain = Each later edition of a log begins with the one before. Here a checkpoint of a sealed edition, or the proof that leads to the next, does not hold.
edition-missing =
    .message = The archive has no edition that a key could have signed.{ $detail-tail }
    .hint = Ask the publisher for a sealed copy; do not trust this one because of its key.
    .explain = With `--key`, edition.txt must be there and be signed: it commits to every file. Archives sealed by greffe before that file existed have signed logs only, which say nothing of pages, lists and other tables; and an archive whose edition.txt was deleted looks the same.
edition-draft =
    .message = This is a provisional version: nobody signed it.
    .hint = Ask the publisher for the last sealed edition.
    .explain = edition.txt says that something changed since the last sealed edition. A draft is no fault by itself; with `--key` only a signed edition will do.
consultation-unknown =
    .message = The edition does not speak of this consultation, or the archive lacks it.{ $detail-tail }
    .hint = Compare it with the copy that others keep.
    .explain = edition.txt lists the register of every consultation. One was added afterwards, or taken out.
signature-wrong =
    .message = The signature is not valid.{ $detail-tail }
    .hint = Compare the signing key with the one the publisher made known elsewhere; do not trust this copy.
    .explain = An edition was signed with the publisher’s key. Either the checkpoint was changed, or another key was put in the place of the right one.
row-differs =
    .message = This cell does not match the register.
    .hint = The table or the register was changed. Compare both with another copy.
    .explain = Each contribution has an entry in the register: counts and dates as they are, texts and names as salted commitments. The cell of contributions.csv does not agree with it.
row-missing =
    .message = This contribution is in the register, but not in the table.
    .hint = A row was removed. Compare the table with another copy.
    .explain = Every entry of a contribution that holds must have its row in contributions.csv.
entry-missing =
    .message = This contribution is in the table, but not in the register.{ $detail-tail }
    .hint = A row was added. Compare the table with another copy.
    .explain = Every row of contributions.csv must have its entry in the register, once.
table-differs =
    .message = This table does not match the register.{ $detail-tail }
    .hint = The table was changed after the build. Compare it with another copy.
    .explain = The last entry of the register commits to the fingerprint of every CSV table of the consultation.
score-differs =
    .message = The score does not follow from the votes: it should be “{ $detail }”.
    .hint = The score, or what it is made of, was changed.
    .explain = Scores are computed again from the other columns of contributions.csv, by the formula on the method page.
rank-differs =
    .message = The rank does not follow from the scores: it should be “{ $detail }”.
    .hint = The rank, or a score, was changed.
    .explain = A rank is one more than the number of contributions of the same kind with a higher score.
ranking-differs =
    .message = This file does not tell what was computed: { $detail }.
    .hint = The file was changed, or made from other data.
    .explain = rankings/<id>.json repeats every number a ranking was made from; it must agree with contributions.csv.
count-differs =
    .message = This file does not hold the rows or sums of the CSV table.{ $detail-tail }
    .hint = One of both was changed. Compare them with another copy.
    .explain = The same table in CSV, JSON, JSON Lines and Parquet must have as many rows, and the same sums in its columns of whole numbers.
page-differs =
    .message = This page is not the one of its contribution: { $detail }.
    .hint = The page was changed or is missing. A build writes it anew.
    .explain = The page of a contribution carries its entry of the register and shows the numbers of its row.
interrupted =
    .message = A build was stopped while it moved its files here.
    .hint = Run `greffe build`: it finishes the job.
    .explain = A build writes down what it will move before it begins. The journal is still there: some files are of the old archive, some of the new one.

personal-found =
    .message = Texts hold what looks like personal data ({ personal-kind }): { $example }
    .hint = Look at the list in .greffe/privacy/ and decide: `privacy: {"{"} personal: mask {"}"}` hides them, `erase:` removes a contribution, and what is public anyway may stay.
    .explain = Free text is searched for e-mail addresses, telephone numbers, social security numbers, national identity numbers, bank accounts, cards, postal addresses, number plates and IP addresses. Every finding is in a list that is not published. The rules can be wrong both ways: a person has to look.
places-listed =
    .message =
        { $count ->
            [one] { $count } postal address stands in a text and was left there: “{ $example }”.
           *[other] { $count } postal addresses stand in texts and were left there, as in “{ $example }”.
        }
    .hint = Look through `.greffe/privacy/`: where one is somebody’s home, correct or erase that text.
    .explain = An address is taken out only where the text calls it the writer’s own: a place is what most proposals are about. The others are listed for you alone.
personal-as-sealed =
    .message = This archive has editions and does not say what to do with personal data in texts: they stay as they were sealed, listed and not masked.
    .hint = Write `privacy: {"{"} personal: mask {"}"}` (or `report`); the next `greffe seal` then seals an edition of what that gives.
    .explain = New archives mask e-mail addresses, telephone numbers and the like in what participants wrote. An archive that was sealed keeps what its editions committed to, until its publisher decides.
personal-masked =
    .message = Personal data in texts was hidden ({ personal-kind }): { $example }
    .hint = The list is in .greffe/privacy/. Look through it: the rules can be wrong both ways.
    .explain = With `privacy: {"{"} personal: mask {"}"}` each finding is replaced by a word in brackets, on pages and in all data. The list of them is not published.
personal-refused =
    .message = Texts hold personal data ({ personal-kind }), and `privacy: {"{"} personal: fail {"}"}` forbids publishing them: { $example }
    .hint = Look at the list in .greffe/privacy/; then mask them, erase the contributions, or choose `report`.
    .explain = With `privacy: {"{"} personal: fail {"}"}` nothing is built while any finding is left.
still-in-source =
    .message = What was erased still stands in this export.
    .hint = Run `greffe clean-sources`, put its copies in the place of the exports, and keep the originals where the law asks for it.
    .explain = `erase:` removes texts from everything that is published; the export itself is never changed. While the text stands there, whoever has the folder has the text.
still-in-text =
    .message = This file still holds words of what was erased: “{ $example }”
    .hint = Take the quotation out.
    .explain = Syntheses, workshops, sheets and documents are published as they are written. Eight words in a row of an erased text, or the name of an erased author, were found in this one.
kept-texts =
    .message = Texts of other people hold the same words as something that was erased: { $example }
    .hint = Look whether they quote it; erase them too if they do.
    .explain = An erasure removes one text. Others may have written the same sentence, or quoted it: their texts are kept, and listed here by kind and id.
tracked-personal =
    .message = Git keeps this export, and it has personal columns: { $columns }
    .hint = Take it out of version control (`git rm --cached`), or keep the copy that `greffe clean-sources` makes.
    .explain = What is once in a repository stays in its history, and repositories are often public. Raw exports hold e-mail addresses, names and more.
content-changed =
    .message = This file changed while the archive was being built.
    .hint = Build again. Nothing was written.
    .explain = A build reads some files more than once. If one changes in between, pages and data could contradict each other, so the old archive stays.
not-cleaned =
    .message = This export was not cleaned: { said-error }.
    .hint = Keep it out of version control and out of public places.
    .explain = `greffe clean-sources` copies CSV files row by row. Exports in JSON, XML, workbooks or ZIP files, and lists of persons, have no cleaned copy: keep them where only the publisher reads.
pack-exists =
    .message = There is something here already.
    .hint = Choose another name with --to, or take the old package away.
    .explain = A package is made anew, never into a folder or file that exists.
backslash-name =
    .message = The name of this file or folder holds a backslash (\).
    .hint = Rename it: a letter, a hyphen or a space in the place of each backslash.
    .explain = A backslash is a letter of a name on some systems and parts folders on others: the file would be another one there, perhaps outside of the archive. greffe stopped before it read it.
special-file =
    .message = This is neither a file nor a folder.
    .hint = Take it out of the archive: pipes, sockets and devices are never read.
    .explain = Reading a pipe or a device may never end, and what it gives is on no disk. greffe stopped before it read anything.
journal =
    .message = { $error ->
        [output] An interrupted build into another output folder is waiting to be finished.
        [path] The journal of an interrupted build leads outside of the archive, or to a link, and was not followed.
       *[other] This is no journal of greffe ({ $error }), and was not followed.
    }
    .hint = { $error ->
        [output] Run `greffe build` once more with the same `--out` as then; or, if that site is of no use any more, delete this file.
       *[other] If you did not write it and trust the archive, delete this file and build again.
    }
    .explain = `.greffe/journal.json` says which files an interrupted build still has to move within its output folder. It holds names only: where they lie follows from the archive and `--out`. Whatever would touch another place is refused, and nothing was changed.
link =
    .message = This is a link to another place on the disk.
    .hint = Put the file itself there: links are not followed.
    .explain = Links are not followed: a folder that was unpacked from somewhere could lead to files that nobody meant to publish.
