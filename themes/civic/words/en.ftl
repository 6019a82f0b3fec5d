### The words of the interface in English.
### Arguments: "day" is a number; "year", "hour" and "minute" are texts (no thousands separator, no lost zero).

## Page, menus, landmarks
skip-link = Skip to content
menu-label = Menu
site-menu-label = Archive menu
consultation-menu-label = Consultation menu
breadcrumb-label = Breadcrumb
footer-menu-label = Footer
menu-home = Home
menu-consultations = Consultations
menu-presentation = Presentation
menu-topics = Topics
menu-data = Data
menu-method = Method
example-notice = An invented example: the town, the people and the texts in this archive do not exist.
published-by = Archive published by
licence-label = Licence:
made-with = Site made with the free software
print-address = Address of this page:
feed-link = Atom feed
feed-title = Latest archived contributions
colon = {":"}
comma = ,
percent = { $value }%
percent-below = less than 1%
next = Next
previous = Previous
next-page = Next page
previous-page = Previous page
page-label = Page
pager-label = Pages of the list
comment-pages-label = Pages of comments
order-how = How this order is computed
same-list = The same contributions:
ranks-of-all = Ranks are those of the whole consultation.
list-limited = The first { $shown } of { $total } in this order.
list-complete = Complete list:
list-table = All of them, as a table (CSV)
order-label = Order of the list
tables-label = Tables
not-found = This page is not in the archive. The address may have been copied with a mistake: addresses of contributions never change.
moved = This page has a new address. You are being taken to it.
moved-link = Go to the new address

## Headings
heading-figures = In figures
heading-honesty = What these figures say, and do not say
heading-featured = Featured
heading-all-consultations = All consultations
heading-contributions = Contributions
heading-comments = Comments
heading-votes = Votes
heading-how = How people took part
heading-came = What came of it
read-synthesis = Read the synthesis
outcomes-count =
    { $count ->
        [one] { $count } outcome
       *[other] { $count } outcomes
    }
more-all = See all contributions ({ $count })
heading-divisive = Most divisive contributions
heading-topics = Topics
heading-subtopics = Sub-topics
heading-otherwise = Other ways to browse
heading-placeholders = Contributions mentioned, but missing from the files received
heading-translations = Translations
heading-platform-data = Data of the platform
heading-about = About this contribution
heading-ranks = Where it ranks
heading-outcomes = What became of it
cite-short = Cite
heading-cite = Cite this page
heading-neighbours = Next to it in the ranking:
heading-others = Other files
heading-rankings = Rankings
heading-groupings = Groupings
heading-sources = Source files
heading-notes = Remarks on the files read
heading-set-aside = Rows set aside, and why
heading-differences = Declared numbers, counted numbers
heading-orphans = Replies to texts that are missing
heading-normalisation = What was changed in texts and dates
heading-privacy = People
intro-divisive = Those with many votes for and almost as many against.
intro-placeholders = Comments, votes or replies belong to them, but their text is in none of the files received. Each has a page, and no rank.
intro-data = All the data of this consultation, as open files. Every figure on this site can be computed again from them.
intro-method = How this archive was made: where the texts come from, how they are ranked, what was left out and why.
intro-sources = Every row read is either kept, or set aside with a reason.
intro-orphans =
    { $count ->
        [one] { $count } reply belongs to a text that is not in the files received. It is kept and can be read.
       *[other] { $count } replies belong to a text that is not in the files received. They are kept and can be read.
    }

## Counts
contributions-count =
    { $count ->
        [one] { $count } contribution
       *[other] { $count } contributions
    }
comments-count =
    { $count ->
        [one] { $count } comment
       *[other] { $count } comments
    }
votes-count =
    { $count ->
        [one] { $count } vote
       *[other] { $count } votes
    }
rows-count =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
columns-count =
    { $count ->
        [one] { $count } column
       *[other] { $count } columns
    }
times-count =
    { $count ->
        [one] once
       *[other] { $count } times
    }
more-contributions =
    { $count ->
        [one] See the contribution
       *[other] See all { $count } contributions
    }
ranked-count =
    { $count ->
        [one] { $count } contribution ranked.
       *[other] { $count } contributions ranked.
    }
ties-count =
    { $count ->
        [one] No ties.
       *[other] { $count } of them tied with at least one other.
    }
set-aside-count =
    { $count ->
        [one] { $count } row of the source files could not be used. It is listed here with the reason.
       *[other] { $count } rows of the source files could not be used. They are listed here with the reason.
    }
set-aside-file = Full list (CSV)
first-of = first { $count } of { $total }
shown-range = { $start } to { $end } of { $total }
label-consultations =
    { $count ->
        [one] consultation
       *[other] consultations
    }
label-contributions =
    { $count ->
        [one] contribution
       *[other] contributions
    }
label-comments =
    { $count ->
        [one] comment
       *[other] comments
    }
label-votes =
    { $count ->
        [one] vote
       *[other] votes
    }
label-authors =
    { $count ->
        [one] author
       *[other] authors
    }
none-consultations = No consultation is archived here yet.
none-contributions = No contributions here.
comments-announced =
    { $count ->
        [one] The platform announces { $count } comment; its text is not in the files received.
       *[other] The platform announces { $count } comments; their texts are not in the files received.
    }
none-comments = The platform’s files hold no comments on this contribution.
none-set-aside = None: every row read was kept.

## Consultation
label-dates = Dates
label-organiser = Organiser
label-publisher = Publisher
label-territory = Territory
label-audience = Who could take part
label-method = How people took part
label-platforms = Platform
label-rankings = By ranking
label-groupings = By group
topic-all = All contributions
topic-none = No topic
placeholders-more = See the whole list

## Contribution
untitled = Untitled
body-empty = greffe read no text of this contribution in the platform’s files.
updated-label = edited on
parent-label = Belongs to:
missing-parent = That text is in none of the files received: we only know that it existed.
status-reason = Reason:
status-published = Published
status-withdrawn = Withdrawn by its author
status-moderated = Hidden by moderators
status-erased = Erased on request
status-missing = Not in the files received
status-gone = Not in the last export
label-topic = Topic
label-tags = Tags
label-place = Place
label-source = Original page
label-origin = Source file
row-label = row
source-link = See it on the original platform
source-withheld = The link exists but is not published: it would lead to the person’s name.
copy-link = Copy address
copied-link = Address copied
cite-sentence = { $author }, “{ $title }”, { $kind }, { $consultation }, { $publisher }, { $year }.
kind-proposal = Proposal
kind-proposal-plural = Proposals
kind-opinion = Opinion
kind-opinion-plural = Opinions
kind-amendment = Amendment
kind-amendment-plural = Amendments
kind-question = Question
kind-question-plural = Questions
kind-answer = Answer
kind-answer-plural = Answers
kind-report = Report
kind-report-plural = Reports
kind-petition = Petition
kind-petition-plural = Petitions
kind-statement = Statement
kind-statement-plural = Statements
kind-source = Source
kind-source-plural = Sources

## Authors
author-anonymous = Name not published
author-pseudonym = Participant { $code }
author-others =
    { $count ->
        [one] 1 further contribution
       *[other] { $count } further contributions
    }
author-collective-size =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
author-kind-person = Person
author-kind-organisation = Organisation
author-kind-collective = Collective
author-kind-unknown = Unknown kind

## Votes
vote-for = for
vote-alone =
    { $count ->
        [one] support
       *[other] supports
    }
vote-against = against
vote-neutral =
    { $count ->
        [one] neutral
       *[other] neutral
    }
vote-basis-declared = Numbers declared by the platform: the individual votes are not in its files.
vote-basis-confirmed = Numbers declared by the platform. Counting the votes one by one in its files, we find the same.
vote-basis-counted = Numbers that we counted, vote by vote, in the platform’s files.
vote-basis-none = greffe read no votes for this contribution in the platform’s files.
votes-differ = The platform declares one number; its files hold another. We publish both.
column-declared = Declared
column-counted = Counted

## Comments
side-for = For
side-against = Against
side-neutral = Neutral
side-none = No side
chips-label = Choose a side
chip-all = All
in-reply-to = in reply to
comment-link = No.
orphan-comments =
    { $count ->
        [one] One comment here answers a text that is not in the files received.
       *[other] { $count } comments here answer texts that are not in the files received.
    }
replies-folded =
    { $count ->
        [one] One more reply
       *[other] { $count } more replies
    }
thread-next = Next thread
comment-basis-counted = Comments counted in the platform’s files.
comment-basis-none = The platform’s files say nothing about comments.

## Rankings
rank-of = No. { $rank } of { $of }
tied = tied
tied-with =
    { $count ->
        [one] tied with { $count } other
       *[other] tied with { $count } others
    }
score-label = score
ranks-scope = A rank is among the published contributions of the same kind, in this consultation.
ranking-ties = Equal scores share a rank (1, 2, 2, 4). Among them the oldest is shown first, undated ones last, then in natural order of their identifiers; this order does not change the rank. Only published contributions are ranked, each kind on its own.
ranking-support = Best supported
ranking-support-short = Support
ranking-support-rule = The score is the number of votes for minus the number of votes against. A side that nobody could take in this consultation counts as nothing; where a side exists and the number of a contribution is not known, it has no score and no rank.
ranking-support-why = Votes for: { $for }; votes against: { $against }; difference: { $score }.
ranking-support-why-alone = Supports: { $for }. No votes against were read.
ranking-support-no-inputs = This ranking is not published: no votes for, nor supports, were read in the platform’s files.
ranking-support-no-difference = This ranking is not published: fewer than two contributions differ in their votes for minus votes against.
ranking-approval = Highest share of votes for
ranking-approval-short = Approval
ranking-approval-rule = The share of votes for, corrected so that a few votes weigh less than many. Computed as the lower bound of the 95% Wilson interval (z = 1.959964) of the share of votes for among votes for and against, multiplied by one million and rounded down; 0 without votes.
ranking-approval-why = Votes for: { $for }; votes against: { $against }; share of votes for, corrected: { $percent }%, a score of { $score }.
ranking-approval-no-inputs = This ranking is not published: it needs votes for and votes against, which were not both read in the platform’s files.
ranking-approval-no-difference = This ranking is not published: all contributions have the same score.
ranking-divisive = Most divisive
ranking-divisive-short = Division
ranking-divisive-rule = The score is high where votes for and against are many and nearly equal. Computed as 1,000 × m × m ÷ M, rounded down, where m is the smaller of the two numbers and M the larger (1 where it is 0). Of equal scores, the contribution with more votes for and against in all comes first. Where one of the two numbers is not known, there is no score.
ranking-divisive-why = Votes for: { $for }; votes against: { $against }; score: { $score }.
ranking-divisive-no-inputs = This ranking is not published: it needs votes for and votes against, which were not both read in the platform’s files.
ranking-divisive-no-difference = This ranking is not published: fewer than two contributions differ in their division.
ranking-debated = Most commented
ranking-debated-short = Debate
ranking-debated-rule = The score is the number of comments: those we counted or, failing that, the number declared by the platform.
ranking-debated-why =
    { $comments ->
        [one] { $comments } comment.
       *[other] { $comments } comments.
    }
ranking-debated-no-inputs = This ranking is not published: nothing about comments was read in the platform’s files.
ranking-debated-no-difference = This ranking is not published: all contributions have the same number of comments.
ranking-weighted = Support with workshop participants
ranking-weighted-short = Weighted support
ranking-weighted-rule = The score is that of support, votes for minus votes against. When the author is a collective, its number of members is added; where that number is not known, there is no score.
ranking-weighted-why = Support: { $support }; size of the collective author: { $size }; sum: { $score }.
ranking-weighted-no-inputs = This ranking is not published: it needs a collective of known size, and votes for wherever there are votes against.
ranking-weighted-no-difference = This ranking is not published: all contributions have the same sum.
ranking-recent = Most recent
ranking-recent-short = Date
ranking-recent-rule = From the newest to the oldest, to the second. No date, no rank.
ranking-recent-why = Submitted: { $date }.
ranking-recent-no-inputs = This ranking is not published: no date was read in the platform’s files.
ranking-recent-no-difference = This ranking is not published: all contributions have the same date.
no-rank-withdrawn = This contribution was withdrawn by its author: it is not ranked.
no-rank-moderated = This contribution was hidden by moderators: it is not ranked.
no-rank-erased = This contribution was erased on request: it is not ranked.
no-rank-gone = This contribution is no longer in the platform’s last export: it is not ranked.
no-rank-undated = This contribution has no date in the files received: it is not ranked by date.
no-rank-missing = This contribution is mentioned in the files received, but its text is not there: it is not ranked.

## Groupings
column-group = Group
grouping-topic = By topic
grouping-topic-rule = Each contribution is counted in its main topic. Sub-topics also count in the topic that holds them.
grouping-kind = By kind
grouping-kind-rule = Proposal, opinion, amendment, question…: the kind given by the platform.
grouping-month = By month
grouping-month-rule = The month of the date of submission, in the consultation’s local time.
grouping-author-kind = By kind of author
grouping-author-kind-rule = Person, organisation or collective, as the platform’s files say.
grouping-place = By place
grouping-place-rule = The place as it is written: two spellings count as two places.
grouping-opinion-group = By group of voters
grouping-opinion-group-rule = Groups of participants who voted alike, as the platform computed them; figures and order are those of the group’s own votes. A contribution stands in every group that voted on it.
opinion-group-name = Group { $name }
opinion-group-order = Most supported by this group first: its own votes for − votes against. The figures are the votes of this group only.
heading-opinion-groups = Votes by group
heading-common = What the groups have in common
about-common = The statements on which every group voted most alike, for or against: the parts of each group that said the same are multiplied. Each vote counts within its own group; one more vote for and one more against are added to each, so that a handful of votes weighs little.
heading-dividing = What parts the groups
about-dividing = The statements with the widest difference between the parts of two groups that voted for.
heading-side-by-side = The groups side by side
heading-hidden-voted = Hidden here, but voted on
group-none-opinion-group = Not voted on by any group
group-none-topic = No topic
group-none-kind = Unknown kind
group-none-month = No date
group-none-author-kind = Unknown kind of author
group-none-place = No place

## Honest figures
honesty-votes-declared = Numbers of votes are those the platform declares; its files do not allow counting them again.
honesty-votes-sample = The files hold only part of the votes ({ $counted } of { $declared }): we publish the declared numbers.
honesty-no-comments = The platform’s files do not hold the comments; there may have been some.
honesty-no-authors = The files do not say who wrote what: how many people took part is unknown.
honesty-set-aside =
    { $count ->
        [one] { $count } row of the source files was set aside; the Method page says why.
       *[other] { $count } rows of the source files were set aside; the Method page says why.
    }
honesty-not-representative = These figures describe the people who chose to take part, not the opinion of the whole population.

## Privacy
privacy-pseudonym = People appear under a pseudonym, used in this consultation only.
privacy-initials = People appear by their initials.
privacy-name = People appear under the name that the platform showed in public.
privacy-source-links-withheld = Links to the original pages, which would give the names, are not published.
privacy-columns = Columns with personal data (e-mail, telephone, address, date of birth, IP address…) reach neither the site nor the data.
columns-of = Columns not used from
columns-unused = No use here
columns-personal = Personal data left out

## What was changed
normalisation-markup = The markup of texts was cleaned: paragraphs, lists, links and emphasis stay; scripts, styles, remote pictures and frames are removed.
normalisation-dates = Dates were rewritten in one form (ISO 8601). Those that could not be read are left empty and reported.
normalisation-whitespace = Needless spaces and invisible characters were removed. Spelling and punctuation were not touched.
normalisation-formula-prefix = The apostrophe that the platform puts before cells it takes for formulas was removed.
normalisation-zone-unknown = No time zone was declared for this consultation: times without one were read in that of their platform where it is known, else as UTC.
normalisation-zone = Times without a zone were read in the time zone declared for this consultation.
repaired-texts =
    { $count ->
        [one] One text of { $file } held damaged letters and was repaired: { $rule }.
       *[other] { $count } texts of { $file } held damaged letters and were repaired: { $rule }.
    }
repaired-example = For example, “{ $before }” became “{ $after }”.
repair-utf8-windows = UTF-8 that had been read as Windows-1252 was read as UTF-8 again
repair-utf8-mac = UTF-8 that had been read as MacRoman was read as UTF-8 again
repair-windows-mac = Windows-1252 that had been read as MacRoman was read as Windows-1252 again
repair-windows-latin = Windows-1252 that had been read as ISO-8859-1 was read as Windows-1252 again

## Changes between exports
menu-changes = What changed between exports
intro-changes = The platform was exported more than once. What is published here is the newest export; this page says how it differs from the ones before. What an export no longer holds keeps its page and its address.
intro-editions =
    { $count ->
        [one] The platform was exported once.
       *[other] The platform was exported { $count } times. Each export was read on its own; the newest is the one published.
    }
edition-all = all
gone-reason = no longer in the export of { $absent }; last in the export of { $last }
changes-pair = From { $before } to { $after }
changes-pairs-label = Exports compared
changes-small = This export holds less than half of the contributions of the one before: it may not be complete.
changes-none = Nothing changed from one export to the other.
changes-added = Added
changes-added-label = added
changes-removed = Not in the new export
changes-removed-label = no longer there
changes-edited = Edited
changes-edited-label = edited
changes-counts = Other numbers
changes-counts-label = with other numbers
changes-comments = Comments: { $added } added, { $removed } no longer there, { $edited } edited.
changes-lengths = { $before } → { $after } characters
changes-back = in an earlier export already
changes-file = Whole list (CSV)
change-title = Title:
change-body = Text:
change-topic = Topic:
change-status = Status:
change-votes_for = Votes for
change-votes_against = Votes against
change-votes_neutral = Neutral votes
change-comment_count = Comments
column-edition = Export
column-before = Before
column-after = After
caption-editions = What the two exports hold
caption-counts = Contributions whose numbers changed

## Outcomes
outcome-status-accepted = Accepted
outcome-status-partly = Partly accepted
outcome-status-refused = Not accepted
outcome-status-in_progress = In progress
outcome-status-done = Done
outcome-status-evaluating = Under study

## Data and method
column-name = Column
column-type = Type
column-description = Description
column-example = Example
column-file = File
column-profile = Reading profile
column-format = Format
column-read = Rows read
column-kept = Kept
column-set-aside = Set aside
column-row = Row
column-code = Code
column-reason = Reason
column-contribution = Contribution
column-what = Number of
label-licence = Licence
label-cite-data = Cite these data
caption-columns = Columns of the table
caption-differences = Contributions whose two numbers differ
caption-sources = Files read for this consultation
hash-title = Fingerprint of the file
sql-label = The same ranking in SQL
table-contributions = Contributions
table-contributions-about = One row for each contribution: its text, author, votes, ranks and address in the archive.
table-comments = Comments
table-comments-about = One row for each comment, with its contribution and the comment it answers.
table-topics = Topics
table-topics-about = The tree of topics: each with the one that holds it.
table-contribution_topics = Topics of contributions
table-contribution_topics-about = All topics and tags of each contribution.
table-fields = Fields of the platform
table-fields-about = What else the platform says about a contribution, as it stands.
table-translations = Translations
table-translations-about = Titles and texts of contributions in other languages.
table-groups = Groups
table-groups-about = For each grouping (topic, kind, month…), the group of each contribution: one row per contribution and grouping.
table-workshops = Workshops
table-workshops-about = The meetings: place, date, number of participants, contributions they brought.
table-outcomes = Outcomes
table-outcomes-about = Answers, decisions and commitments, and the contributions they cite.
table-votes = Votes
table-votes-about = Votes by contribution and day.
table-changes = Changes between exports
table-changes-about = How each export differs from the one before: contributions added, no longer there, edited or with other numbers, one row for each thing; texts are not quoted.
table-set_aside = Rows set aside
table-set_aside-about = Rows of the source files that were not used, with the reason.
cite-data = “{ $consultation }”, dataset, { $publisher }, { $year }.
data-title = Data: { $title }
data-about-dictionary = The dictionary: every column of every table, explained.
data-about-datapackage = The Frictionless schema, which software can read: types and keys of the columns, sizes and SHA-256 fingerprints of the CSV files.
data-about-readme = The data card, to be read first: how the data were collected, what each file holds and what they do not say.

## File sizes
bytes =
    { $count ->
        [one] { $value } byte
       *[other] { $value } bytes
    }
kilobytes = { $value } kB
megabytes = { $value } MB
gigabytes = { $value } GB

## Data card (README.md)
card-collection = How these data were collected
card-label = { $label }:
card-files = The files
card-format = The CSV files are in UTF-8, separated by commas, with CRLF line ends; dates follow ISO 8601 and an empty cell is a missing value. The JSON files hold the same rows. Every column is described in dictionary.csv and in datapackage.json.
card-limits = What these data do not say
card-limit-ranks = A rank is within one consultation and one kind of contribution; only published contributions are ranked. The Method page gives the rules.
card-limit-declared = Numbers of votes can be those the platform declares or those counted from the rows of the files: the column votes_basis says which are published. Both are kept.
card-source =
    { $read ->
        [one] { $read } row read
       *[other] { $read } rows read
    }, { $kept ->
        [one] { $kept } kept
       *[other] { $kept } kept
    }, { $aside ->
        [one] { $aside } set aside
       *[other] { $aside } set aside
    }

## Keywords for portals
keyword-consultation = public consultation
keyword-participation = citizen participation
keyword-democracy = participatory democracy

## Columns of the tables
column-about-group-votes-for = Number of votes for, of the members of the group; only in groupings of voters.
column-about-group-votes-against = Number of votes against, of the members of the group; only in groupings of voters.
column-about-group-votes-neutral = Number of neutral votes, of the members of the group; only in groupings of voters.
column-about-consultation-id = Identifier of the consultation, the same in all its tables and in the addresses of its pages; never empty.
column-about-contribution-id = Identifier of the contribution, the platform’s own or, failing that, computed from its content, unique among the contributions of its kind in the consultation; never empty.
column-about-kind = Kind of the contribution: proposal, opinion, amendment, question, answer, report, petition, statement or source; never empty.
column-about-parent-kind = Kind of the contribution that this one belongs to, in the same words as kind; empty if it belongs to none.
column-about-parent-id = Identifier of the contribution that this one belongs to (that it amends, answers or supports), to be read with parent_kind; empty if it belongs to none.
column-about-topic-id = Identifier of the topic, the same as in the table topics; for a contribution, that of its main topic; empty without a topic, or for a tag.
column-about-topic-title = Title of the main topic of the contribution; empty if it has no topic.
column-about-title = Title, as plain text, of what the row describes (contribution, topic, tag, group, translation or outcome); empty if the files received have none or if it is hidden.
column-about-body = Text, without markup, of what the row describes (contribution, comment, translation or outcome); empty if the files received have none or if it is hidden.
column-about-author-id = Code of the author, a pseudonym that is stable within one consultation and differs from one consultation to another; empty if the files do not say who wrote or if the text is hidden.
column-about-author-name = Name of the organisation or collective, or of the person where the archive publishes names; empty in all other cases.
column-about-author-kind = Kind of author: person, organisation, collective or unknown (the files do not say); empty where author_id is empty.
column-about-author-size = Number of people in the collective that wrote; empty if the author is not a collective or its size is unknown.
column-about-created-at = Date of submission in ISO 8601: date and time with the offset from UTC (midnight if only the day is known), or the day alone where the files give only days; empty if the date is missing or could not be read.
column-about-created-unix = The same moment in whole seconds since 1970-01-01 in UTC (of a day alone, its midnight in UTC): what the ranking by date orders by, alike in every engine; empty where created_at is.
column-about-updated-at = Date of the last change, in the same form as created_at; empty if the files give none or if it could not be read.
column-about-status = Status on the platform: published, withdrawn (by its author, or no longer in the newest export), moderated (hidden by moderators) or erased (removed on request); never empty.
column-about-language = Language of the text, as an ISO 639 code followed by the region if the files give it (fr, pt-br); empty if unknown.
column-about-votes-for = Published number of votes for, according to votes_basis for a contribution; in the table votes, the number counted on that day; empty if no number is known, or if nobody could vote that way in this consultation.
column-about-votes-against = Published number of votes against, according to votes_basis for a contribution; in the table votes, the number counted on that day; empty if no number is known, or if nobody could vote that way in this consultation.
column-about-votes-neutral = Published number of neutral votes, according to votes_basis for a contribution; in the table votes, the number counted on that day; empty if no number is known, or if nobody could vote that way in this consultation.
column-about-votes-basis = Where the published numbers of votes come from: counted (row by row in the files received), declared (by the platform) or none (no votes known); never empty.
column-about-declared-votes-for = Number of votes for declared by the platform; empty if it declares none.
column-about-declared-votes-against = Number of votes against declared by the platform; empty if it declares none.
column-about-declared-votes-neutral = Number of neutral votes declared by the platform; empty if it declares none.
column-about-counted-votes-for = Number of votes for counted from the vote rows of the files received, where only the last vote of each person counts; empty if those files have no vote row for this contribution.
column-about-counted-votes-against = Number of votes against counted from the vote rows of the files received, where only the last vote of each person counts; empty if those files have no vote row for this contribution.
column-about-counted-votes-neutral = Number of neutral votes counted from the vote rows of the files received, where only the last vote of each person counts; empty if those files have no vote row for this contribution.
column-about-comment-count = Published number of comments, according to comment_basis; empty if the files say nothing about comments.
column-about-comment-basis = Where the published number of comments comes from: counted (in the files received), declared (by the platform) or none (number unknown); never empty.
column-about-declared-comment-count = Number of comments declared by the platform; empty if it declares none.
column-about-latitude = Latitude of the place, in decimal degrees (WGS 84), positive to the north; empty if the position is unknown or hidden.
column-about-longitude = Longitude of the place, in decimal degrees (WGS 84), positive to the east; empty if the position is unknown or hidden.
column-about-place = Name of the place as the files write it; empty if they give none or if it is hidden.
column-about-outcome-status = What became of it: accepted, partly (accepted in part), refused (not accepted), in_progress, done or evaluating (under study); for a contribution that several outcomes cite, the first one whose status is known; empty if none is.
column-about-url = Address in the archive of the page of what the row describes, relative to the archive’s root; never empty.
column-about-source-url = Address of the original page on the platform; empty if the files do not give it or if the archive withholds it.
column-about-source-file = Name of the source file in which the row was read; never empty.
column-about-source-row = Number of the row in source_file, from 1, without the header (0, in the table set_aside, is the file as a whole); never empty.
column-about-rank = Rank in the ranking “{ $ranking }”, among the contributions of the same kind in the consultation: 1 is first, tied ones share a rank; empty if the contribution is not ranked.
column-about-score = Score in the ranking “{ $ranking }”, a whole number whose rule is on the Method page; empty if the contribution is not ranked.
column-about-comment-id = Identifier of the comment, unique in the consultation; never empty.
column-about-contribution-kind = Kind of the contribution that the row is about, in the same words as kind in the table contributions; never empty.
column-about-parent-comment-id = Identifier of the comment that this one answers; empty if it answers the contribution itself or if that comment is not in the files received.
column-about-side = Side that the comment takes: for, against, neutral or none (no side given); never empty.
column-about-parent-topic-id = Identifier of the topic that holds this one; empty for a top-level topic.
column-about-description = Text that presents the topic; empty if there is none.
column-about-depth = Depth of the topic in the tree: 0 at the top level, 1 for a sub-topic, and so on; never empty.
column-about-contribution-count = Number of contributions of the topic, sub-topics included; 0 if there are none, never empty.
column-about-relation = What links the contribution and the title: topic (its own topic), ancestor (a topic above it) or tag (a label); never empty.
column-about-id = Identifier of the contribution that the field belongs to, to be read with kind; never empty.
column-about-field = Name of the platform’s field, as the files write it; in the table changes, what differs (title, body, topic, status or a column of numbers), empty there where the row says added or removed.
column-about-value = Value of the field for this contribution, as plain text; empty if the files leave it empty.
column-about-grouping = Grouping: topic, kind, month, author-kind (by kind of author) or place; never empty.
column-about-group-id = Identifier of the group, unique in its grouping, as in the address of its page; never empty.
column-about-outcome-id = Identifier of the outcome (answer, decision or commitment), repeated on one row for each contribution it cites; never empty.
column-about-author = Name of whoever answered or decided; empty if not given.
column-about-decided-on = Day of the answer or decision, in ISO 8601 (2024-03-01); empty if unknown.
column-about-cited-kind = Kind of the contribution that the outcome cites, in the same words as kind in the table contributions; empty if it cites none.
column-about-cited-id = Identifier of the contribution that the outcome cites, to be read with cited_kind; empty if it cites none.
column-about-voted-on = Day of the votes, in the consultation’s local time, in ISO 8601 (2024-03-01); empty if the files give these votes no date.
column-about-code = Code of the reason why the row was set aside, the same in every language; never empty.
column-about-message = Reason why the row was set aside, in words, which never quotes a personal column; never empty.
column-about-edition-before = Day of the older of the two exports compared, in ISO 8601 (2024-03-01); never empty.
column-about-edition-after = Day of the newer of the two exports compared, in ISO 8601 (2024-04-01); never empty.
column-about-change = What changed from the older export to the newer: added, removed (no longer in the newer one), edited or counts (other numbers); never empty.
column-about-before = Value in the older export: of a title or body its length in characters, of a topic its titles, else the value itself; empty if there was none or the row says added or removed.
column-about-after = Value in the newer export, in the same form as before; empty if there is none or the row says added or removed.

## Dates
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-day = { $day } { $month } { $year }
date-time = { $date } at { $hour }:{ $minute }
date-time-whole = { $date } at { $hour }:{ $minute }
date-month = { $month } { $year }

## Languages
language-fr = French
language-en = English
language-es = Spanish
language-ca = Catalan
language-eu = Basque
language-gl = Galician
language-oc = Occitan
language-br = Breton
language-de = German
language-it = Italian
language-pt = Portuguese
language-nl = Dutch
language-ar = Arabic
language-zh = Chinese

## What the association wrote
menu-news = News
menu-documents = Background
menu-synthesis = Synthesis
menu-outcomes = Outcomes
menu-workshops = Workshops
menu-map = Map
menu-figures = Figures
menu-collection = My collection
menu-accessibility = Accessibility
heading-all-news = All the news
heading-latest-news = Latest news
heading-timeline = Timeline
heading-partners = Partners
heading-references = Contributions cited
heading-files = Documents
heading-sheets = Information sheets
heading-guides = Further reading
heading-media = To listen to and watch
heading-synthesis = Synthesis
heading-coverage = What this synthesis rests on
heading-cited-in = Cited in
heading-alike = Similar texts
heading-amended = What this amendment changes
heading-brought-by = From the workshop
heading-other-comments = Without taking sides
heading-declared = Declared, not counted
heading-map = Map
heading-places = Contributions with a place
heading-workshops-table = The workshops
intro-news = What happened during the consultation, the newest first.
intro-documents = Information sheets, questions, recordings and documents: what helps to understand this consultation.
intro-synthesis = Each number leads to the contribution the sentence rests on.
intro-coverage = For each topic: how many of its published contributions the synthesis cites, and the best-supported ones that it does not cite.
intro-declared = These numbers come from the source named; nobody can count them again.
intro-figures = Each number can be counted again from the published data and leads to the list behind it.
intro-workshops = The people present at workshops are counted apart: they are never added to votes.
intro-collection = The contributions you have chosen while reading. The list stays in this browser: nobody else sees it.
news-more = All the news of this consultation
news-feed-link = News feed
news-neighbours = Other news
older = Older:
newer = Newer:
contents-label = Contents
reference-back = Back to the text
footnote-back = Back to note
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
timeline-link = More about it
transcript-of = Transcript:
transcript-none = No transcript.
figures-more = More figures, with charts and tables
paragraph-label = Paragraph
none-arguments = None here.
amended-before = The text
amended-after = With the amendment
amended-words =
    { $removed ->
        [one] { $removed } word taken out
       *[other] { $removed } words taken out
    }, { $added ->
        [one] { $added } word put in
       *[other] { $added } words put in
    }.
same-text-count = The same text was sent { $count } times
same-text-note = Each keeps its own page, votes and rank: nothing is merged.
likeness = { $value } in common
caption-coverage = The synthesis by topic
column-published = Published
column-cited = Cited
column-share = Share
column-uncited = Well supported, not cited

## Outcomes
outcomes-summary =
    { $answered ->
        [one] { $answered } contribution
       *[other] { $answered } contributions
    } of { $contributions } got an answer.
outcomes-all = All
outcomes-filter = Outcomes by status
outcome-untitled = Answer
outcome-link = Read the decision
outcome-about = About:
outcome-more =
    { $count ->
        [one] and { $count } other
       *[other] and { $count } others
    }
outcome-none-status = Answered, no status
outcome-no-answer = No answer

## Workshops and maps
workshops-summary =
    { $workshops ->
        [one] { $workshops } workshop
       *[other] { $workshops } workshops
    }, { $people ->
        [one] { $people } participant
       *[other] { $people } participants
    }, { $contributions ->
        [one] { $contributions } contribution made there.
       *[other] { $contributions } contributions made there.
    }
caption-workshops = Place, date, participants and contributions of each workshop
column-number = No.
column-workshop = Workshop
column-date = Date
column-participants = Participants
participants-count =
    { $count ->
        [one] { $count } participant
       *[other] { $count } participants
    }
workshop-partner = with
workshop-minutes = Minutes
workshop-brought = Contributions it brought
map-workshops = Map of the workshops
map-contributions = Map of the contributions
map-summary =
    { $located ->
        [one] { $located } contribution
       *[other] { $located } contributions
    } of { $contributions } have a place.
map-file = All, as a file (CSV)
caption-places = The points of the map
column-latitude = Latitude
column-longitude = Longitude
metres = { $count } m
kilometres = { $count } km

## Figures
figure-table = Table of numbers
figure-csv = These numbers as a file (CSV)
figure-others = Others together
figures-none = No figures.
figure-time-contributions = Contributions over time
figure-time-contributions-about = Number of contributions by date of submission.
figure-time-comments = Comments over time
figure-time-comments-about = Number of comments by date.
figure-time-votes = Votes over time
figure-time-votes-about = Number of votes by day, where the files list them.
figure-topics = By topic
figure-topics-about = Contributions of each topic, sub-topics included.
figure-kinds = By kind
figure-kinds-about = Contributions by kind.
figure-author-kinds = By kind of author
figure-author-kinds-about = Contributions by who wrote them: person, organisation or collective.
figure-votes = Votes by side
figure-votes-about = All published votes on contributions, for, neutral and against.
figure-support = How support is spread
figure-support-about = Number of contributions by their support: votes for minus votes against.
figure-comments = How comments are spread
figure-comments-about = Number of contributions by how many comments they got.
figure-comment-sides = Comments by side
figure-comment-sides-about = The side that comments take: for, neutral, against, or none.
figure-declared = Declared numbers, counted numbers
figure-declared-about = What the platform declares beside what its files hold.
figure-activity = How many contributions each author wrote
figure-activity-about = Number of authors by how many contributions they wrote.
figure-outcomes = What became of contributions
figure-outcomes-about = Published contributions by the status of the first outcome that answers them.
figure-workshops = Workshops and collectives
figure-workshops-about = People present, counted apart from votes online.
figure-consultations = Consultations side by side
figure-consultations-about = Contributions of each consultation.
figure-votes-declared = Votes, declared
figure-votes-counted = Votes, counted
figure-comments-declared = Comments, declared
figure-comments-counted = Comments, counted
figure-by-day = Day
figure-by-week = Week
figure-by-month = Month
figure-by-year = Year
figure-by-topic-id = Topic
figure-by-kind = Kind
figure-by-author-kind = Kind of author
figure-by-side = Side
figure-by-score-support = Support
figure-by-comment-count = Comments
figure-by-number = Number
figure-by-contributions-from = Contributions each
figure-by-outcome-status = Outcome
figure-by-workshop-id = Workshop
figure-by-consultation-id = Consultation
figure-column-contributions = Contributions
figure-column-comments = Comments
figure-column-votes = Votes
figure-column-authors = Authors
figure-column-count = Number
figure-column-participants = Participants
range-below = below { $last }
range-above = above { $first }
range-between = { $first } to { $last }
week-of = week of { $date }

## Groupings of this kind
grouping-activity = By activity of the author
grouping-activity-rule = How many contributions the author of each contribution wrote in this consultation.
group-none-activity = Author unknown
activity-1 = 1 contribution
activity-2 = 2 contributions
activity-3 = 3 to 5 contributions
activity-6 = 6 to 10 contributions
activity-11 = 11 contributions or more
grouping-area = By area
grouping-area-rule = The area of the map that the place of each contribution lies in; those without a place are left out.
group-none-area = Outside the map
grouping-same-text = By text
grouping-same-text-rule = Texts that are the same but for details, sent several times. Each contribution keeps its own votes.
group-none-same-text = Like no other
sheet-label = In a spreadsheet
sheet-if = IF
sheet-countifs = COUNTIFS
method-sheet = Write this in row 2 of a free column of contributions-spreadsheet.csv or contributions.xlsx and fill it down: one more than the number of rows of the same kind ({ $kind }) with a higher score ({ $score }, score_{ $ranking }). A row without a score has no rank.
method-sheet-parted = First write { $sum } in row 2 of column { $helper } of contributions-spreadsheet.csv or contributions.xlsx and fill it down; then this, in the next column. Its second part counts rows of an equal score with more votes in all: only rows equal in both share a rank.
method-similar = Texts of at least { $words } words are compared, as sets of runs of { $shingle } words without case, accents and punctuation. MinHash signatures of { $hashes } values with fixed seeds find the pairs to compare, in { $bands } bands of { $rows } values; their likeness is then computed exactly (runs in common, divided by all runs of both). From { $same }% on they are called the same text, from { $close }% on close. Groups of the same text here: { $groups }. Votes are never merged.

## Citing and collecting
copy-citation = Copy the citation
copied-citation = Copied
copy-form = Copy
save-form = Save
cite-forms = For reference managers: BibTeX, RIS, CSL-JSON
collect = Add to my collection
collected = In my collection: take out
collection-how = On the page of each contribution and synthesis, choose “Add to my collection”. Here you can save the list as a table or as BibTeX. This needs JavaScript; without it, the files of citations on the Data page hold all contributions.
collection-empty = Nothing yet.
collection-remove = Take out
collection-clear = Empty the collection
collection-sure = Really empty it?
collection-csv = Save as CSV
collection-bib = Save as BibTeX
collection-list = Contributions in my collection
cite-files = The whole consultation, for reference managers:
cite-comment = Comment on “{ $title }”
collection-address = Copy an address that holds this list
collection-shared = A list that somebody gave you
data-about-citations-bib = Citations of all contributions, for LaTeX and reference managers (BibTeX).
data-about-citations-ris = Citations of all contributions, for reference managers (RIS).
data-about-citations-json = Citations of all contributions, as CSL-JSON.

## Accessibility statement
accessibility-intro = We want everybody to be able to read this archive. This page says what is tested, what is measured, and what is known to be hard to use.
accessibility-state = Conformance status
accessibility-not-assessed = Nobody has audited this site as a whole: we cannot declare that it conforms to the RGAA or WCAG, neither fully nor in part.
accessibility-partly = An audit found that this site conforms in part to the RGAA and WCAG.
accessibility-full = An audit found that this site conforms to the RGAA and WCAG.
accessibility-audited = Audit of
accessibility-tested = What is tested
accessibility-tested-intro = The templates of these pages are tested on an example archive with each change of the program that makes them:
accessibility-tested-axe = the automatic rules of axe-core for WCAG 2.2 A and AA, in light and dark mode;
accessibility-tested-keyboard = everything that can be operated is operated with the keyboard alone;
accessibility-tested-scripts = every page is read without JavaScript;
accessibility-tested-narrow = nothing is cut off or runs sideways on a screen 320 pixels wide;
accessibility-tested-html = the HTML is valid. Machines find about half of all barriers: these tests replace no audit.
accessibility-measured = What is measured in this archive
accessibility-pictures =
    { $count ->
        [0] No pictures.
        [one] { $count } picture, { $without } without a text alternative.
       *[other] { $count } pictures, { $without } without a text alternative.
    }
accessibility-recordings =
    { $count ->
        [one] { $count } recording, { $without } without a transcript.
       *[other] { $count } recordings, { $without } without a transcript.
    }
caption-contrasts = Contrast of the colours of this site
column-scheme = Scheme
column-pair = Colours
column-contrast = Contrast
column-least = At least
column-result = Result
contrast-enough = enough
contrast-low = too low
scheme-light = light
scheme-dark = dark
contrast-ink-paper = text on page
contrast-ink-tint = text in boxes
contrast-soft-paper = small print on page
contrast-soft-tint = small print in boxes
contrast-accent-paper = links on page
contrast-accent-tint = links in boxes
contrast-for-paper = side “for” on page
contrast-against-paper = side “against” on page
accessibility-gaps = What is known to be hard
accessibility-gap-texts = Contributions are published as they were written: languages may change within a text without being marked.
accessibility-gap-documents = Documents to download were made by others and may not be accessible.
accessibility-remedy = Remedies
accessibility-remedy-text = If you told us about a fault of accessibility that keeps you from reading a page or using the site, and you got no satisfactory answer, you can turn, in France, to the Defender of Rights (Défenseur des droits), free of charge.
accessibility-contact = Write to us
accessibility-contact-text = If you cannot read or use a page, tell us its address; we will send you its content in another form and fix what we can:

## Drafts of a synthesis
draft-intro = A draft made from the rankings: keep, correct and complete it, then delete this sentence. Numbers in brackets lead to the contributions.
draft-count =
    { $count ->
        [one] { $count } published contribution.
       *[other] { $count } published contributions.
    }
draft-support = Best supported:
draft-divisive = Most divisive:
draft-debated = Most commented:
draft-support-item = “{ $title }” { $cite } ({ $for } for, { $against } against)
draft-support-item-alone = “{ $title }” { $cite } ({ $for } { $for ->
        [one] support
       *[other] supports
    })
draft-divisive-item = “{ $title }” { $cite } ({ $for } for, { $against } against)
draft-debated-item = “{ $title }” { $cite } ({ $comments ->
        [one] { $comments } comment
       *[other] { $comments } comments
    })

## Columns of the table of workshops
column-about-workshop-id = Identifier of the workshop, repeated on one row for each contribution it brought; never empty.
column-about-held-on = Day of the workshop, in ISO 8601 (2024-03-12); empty if unknown.
column-about-address = Postal address of the place; empty if not given.
column-about-participants = Number of people present; empty if unknown. Never added to votes.
column-about-partner = Who hosted the workshop; empty if not given.

## Titles of texts without one
heading-faq = Questions and answers
heading-methodology = Methodology kit
figure-undated = Without a date and not shown here: { $count }.

## Formats of tables
format-csv = CSV
format-about-csv = For databases, statistics and programs: UTF-8, commas, exact values.
format-spreadsheet = CSV for spreadsheets
format-about-spreadsheet = Opens with a double click in Excel or LibreOffice; a cell that would be run as a formula begins with an apostrophe.
format-xlsx = XLSX
format-about-xlsx = For Excel, LibreOffice and Google Sheets: dates and numbers are dates and numbers, filters are set, the dictionary is on its own sheet. A text longer than 32,767 characters is cut there.
format-ods = ODS
format-about-ods = The same workbook in the open format of LibreOffice and of public bodies.
format-json = JSON
format-about-json = A list of objects, for web pages and programs.
format-jsonl = JSON Lines
format-about-jsonl = One object a line, without missing values, to be read without loading everything.
format-parquet = Parquet
format-about-parquet = Typed columns, small and fast: for DuckDB, Python, R and Spark.
format-geojson = GeoJSON
format-about-geojson = The rows that have a place, as points for maps: QGIS, uMap, geojson.io.
resource-title = { $table } ({ $format })

## Files beside the tables
data-about-sqlite = All tables in one SQLite database, with their keys and a full-text index: opens in DB Browser for SQLite and Datasette.
data-about-zip = Everything on this page in one download.
data-about-schema = Table Schema: the types and constraints of the columns.
data-about-csvw = CSV on the Web: the same for linked data.
data-about-croissant = Croissant: the data described for machine learning, with its limits, its biases and what became of personal data.
data-about-changelog = What changed from one publication to the next.
data-about-catalog-ttl = The catalogue in DCAT-AP 3.0.1 for data.europa.eu and validators (Turtle).
data-about-catalog-jsonld = The same catalogue in JSON-LD.
data-about-catalog-rdf = The same catalogue in RDF/XML.
data-about-harvest-jsonld = The catalogue to give to data.gouv.fr: in its administration, a harvester of kind DCAT at this address.
data-about-harvest-ttl = The catalogue to give to CKAN with ckanext-dcat, and to Opendatasoft.
data-about-data-json = The catalogue for DKAN, Socrata and ArcGIS Hub (DCAT-US 1.1).
data-about-opendatasoft = The list of tables for Opendatasoft’s harvester “FTP with meta CSV”.
data-about-scdl = The catalogue in the form of the Socle commun des données locales.
data-about-void = VoID: where crawlers of linked data begin.
data-about-portals = What the command greffe publish sends to data.gouv.fr or to a CKAN portal.
data-about-quality = The quality of the metadata as portals judge it, criterion by criterion.
data-about-public-schema = A public schema for such data, laid out for schema.data.gouv.fr, with a valid and an invalid example.

## Data card
card-collected-by-export = The publisher does not say how people took part; the data are the platform’s own export.
card-limit-sheets = In workbooks (XLSX, ODS) moments are in local time without their zone, and in XLSX texts of more than 32,767 characters are cut; CSV, JSON and Parquet are exact.
card-limit-hidden =
    { $count ->
        [one] { $count } contribution was hidden by moderators or erased: its row stays, its text is empty.
       *[other] { $count } contributions were hidden by moderators or erased: their rows stay, their texts are empty.
    }
card-limit-missing =
    { $count ->
        [one] { $count } contribution is mentioned by comments or votes but is in no file: it has no row.
       *[other] { $count } contributions are mentioned by comments or votes but are in no file: they have no row.
    }
card-other-formats = The same rows are in every format; the dictionary explains each column.
card-uses-heading = What it is good for
card-uses = To read and cite what was said, to recount votes and recompute rankings, to study how people took part; not to measure what a population thinks.
card-cleaning = Texts were freed of unsafe markup, dates written in ISO 8601, persons replaced by pseudonyms where the archive says so; rows that could not be read are listed with their reason.
label-consultations-heading = Consultations
changelog-heading = What changed from one publication to the next
changelog-added =
    { $count ->
        [one] { $count } contribution added
       *[other] { $count } contributions added
    }
changelog-removed =
    { $count ->
        [one] { $count } contribution not in the new export (its page stays)
       *[other] { $count } contributions not in the new export (their pages stay)
    }
changelog-edited =
    { $count ->
        [one] { $count } contribution edited
       *[other] { $count } contributions edited
    }
changelog-counts =
    { $count ->
        [one] { $count } contribution with other numbers
       *[other] { $count } contributions with other numbers
    }
changelog-comments-added =
    { $count ->
        [one] { $count } comment added
       *[other] { $count } comments added
    }
changelog-comments-removed =
    { $count ->
        [one] { $count } comment removed
       *[other] { $count } comments removed
    }
changelog-comments-edited =
    { $count ->
        [one] { $count } comment edited
       *[other] { $count } comments edited
    }
changelog-nothing = No change
changelog-first = First export

## Catalogue
theme-taxonomy = Data theme
theme-government = Government and public sector
theme-agriculture = Agriculture, fisheries, forestry and food
theme-economy = Economy and finance
theme-education = Education, culture and sport
theme-energy = Energy
theme-environment = Environment
theme-health = Health
theme-international = International issues
theme-justice = Justice, legal system and public safety
theme-regions = Regions and cities
theme-society = Population and society
theme-technology = Science and technology
theme-transport = Transport
availability-stable = stable
distribution-completed = completed
schema-title = Table Schema of this file
keyword-archive = archive
dataset-title = { $title }: contributions and figures
dataset-title-archive = { $title }: all consultations
dataset-counts = Contributions: { $contributions }; comments: { $comments }.
dataset-about = Every contribution with its text, its topic, its votes, its ranks and the permanent address of its page, and the comments, topics, votes by day, groups and outcomes, each in its own table. Every figure published can be recomputed from them.
dataset-provenance = Export of the participation platform ({ $platforms }), published by greffe.
table-consultations = Consultations
table-consultations-about = One row for each consultation: dates, territory, organiser, counts and address.
column-about-summary = What was asked, in a paragraph.
column-about-opened-on = First day.
column-about-closed-on = Last day.
column-about-organiser = Who asked.
column-about-territory = Where it was held.
column-about-insee-code = INSEE code of the territory (SIREN for a group of municipalities).
column-about-audience = Who could take part.
column-about-method = How people took part.
column-about-author-count = Number of authors of contributions and comments that are shown.
column-about-outcome-count = Number of outcomes.
column-about-workshop-count = Number of workshops.
column-about-data-url = Page of its data, from the root of the archive.

## Data pages
intro-data-archive = The open data of all consultations, and the catalogues that data portals read.
menu-quality = Quality of the metadata
intro-quality = What data.gouv.fr and data.europa.eu will measure of each dataset, computed from its description before it is published; and what is missing.
quality-data-gouv-fr = Criteria of data.gouv.fr
quality-data-europa-eu = Indicators of data.europa.eu
quality-met = { $met } of 9 criteria of data.gouv.fr, { $points } of 405 points of data.europa.eu
quality-criterion = Criterion
quality-points = Points
quality-missing = What is missing
quality-yes = met
quality-lost = lost
heading-everything = Everything at once
heading-formats = Which format?
heading-tables = The tables
heading-first-rows = First rows
heading-datasets = The data of each consultation
heading-queries = Examples of SQL queries
heading-checksums = SHA-256 of the files
label-bounds = Extent (west, south, east, north)
label-quality = Quality
label-points-to = points to
query-duckdb = DuckDB
query-about-duckdb = Reads the file where it is published, or after a download.
query-python = Python (pandas)
query-about-python = Needs pandas and pyarrow.
query-r = R (readr)
query-about-r = Needs readr.
query-sqlite = SQLite or Datasette
query-about-sqlite = Full-text search in database.sqlite; accents do not matter.
query-sheet = Spreadsheet
query-about-sheet = Open the XLSX or ODS file, then sort by a column whose name begins with rank_: its filter is set in the first row.
quality-udata-license = Licence
quality-udata-license-how = Write `licence: lov2` (or another identifier) in content/archive.yaml.
quality-udata-temporal-coverage = Temporal coverage
quality-udata-temporal-coverage-how = Write `opened` and `closed` in consultation.yaml.
quality-udata-spatial = Spatial coverage
quality-udata-spatial-how = Write an INSEE code, a box or an outline below `territory` in consultation.yaml.
quality-udata-update-frequency = Update frequency
quality-udata-update-fulfilled-in-time = Updated in time
quality-udata-dataset-description-quality = Description of more than 100 characters
quality-udata-has-open-format = An open format
quality-udata-all-resources-available = All files available
quality-udata-resources-documentation = Files described
quality-mqa-keyword = Keywords
quality-mqa-theme = Theme
quality-mqa-spatial = Spatial coverage
quality-mqa-spatial-how = Write an INSEE code, a box or an outline below `territory` in consultation.yaml.
quality-mqa-temporal = Temporal coverage
quality-mqa-temporal-how = Write `opened` and `closed` in consultation.yaml.
quality-mqa-access-url-answers = The access address responds
quality-mqa-download-url = Address of download
quality-mqa-download-url-answers = The address of download answers
quality-mqa-format = Format
quality-mqa-media-type = Media type
quality-mqa-from-vocabularies = Format and media type from the EU’s lists
quality-mqa-non-proprietary = Non-proprietary formats
quality-mqa-non-proprietary-how = Nothing to do: XLSX and Parquet are published as well, and the list of data.europa.eu does not count them as open.
quality-mqa-machine-readable = Formats machines read
quality-mqa-machine-readable-how = Nothing to do: Parquet, ZIP and texts are published as well, and the list of data.europa.eu does not count them as readable by machines.
quality-mqa-dcat-ap = Conforms to DCAT-AP
quality-mqa-dcat-ap-how = Write the `name` of the publisher in content/archive.yaml.
quality-mqa-license = Licence
quality-mqa-license-how = Write `licence: lov2` (or another identifier) in content/archive.yaml.
quality-mqa-license-from-vocabulary = Licence from the EU’s list
quality-mqa-license-from-vocabulary-how = Nothing to do: data.gouv.fr knows the licence only by its own address, and that one is given.
quality-mqa-access-rights = Access rights
quality-mqa-access-rights-from-vocabulary = Access rights from the EU’s list
quality-mqa-contact-point = Contact
quality-mqa-contact-point-how = Write the `name` and the `email` of the publisher in content/archive.yaml.
quality-mqa-publisher = Publisher
quality-mqa-publisher-how = Write the `name` of the publisher in content/archive.yaml.
quality-mqa-rights = Rights
quality-mqa-rights-how = Write `licence: lov2` (or another identifier) in content/archive.yaml.
quality-mqa-byte-size = Size of files
quality-mqa-issued = Date of publication
quality-mqa-issued-how = Write `closed` in consultation.yaml.
quality-mqa-modified = Date of modification
quality-mqa-modified-how = Write `closed` in consultation.yaml.

## The seal

menu-editions = Check this archive
intro-log = Every contribution of this archive is entered in a public register. A sealed edition fixes the register: what is changed later shows.
heading-draft = Provisional version
draft-about = The archive has changed since the last sealed edition. The publisher can seal a new one with “greffe seal”.
draft-notice = Provisional: not sealed yet, may still change
heading-editions = Sealed editions
edition-file-about = A sealed edition holds the fingerprint of every file of the archive and of each register. That list, and the signature if there is one, are in
none-editions = No edition has been sealed yet.
edition-title = Edition { $number }, { $date }
entries-count =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
signed = signed
heading-key = The publisher’s signing key
key-about = Compare this key with the one the publisher made known elsewhere (paper, poster, another site): a forged archive would show another key here.
heading-verify = How to check
verify-about = You need a copy of the archive and Python, which many computers already have. The program reads every file again, checks every text against the register and computes every ranking again. “greffe verify” does the same. A button on the page of each contribution checks that page alone.
heading-limits = What this does not prove
limits-about = Checking does not prove that the platform gave out everything it held: compare what you kept, a message or a screenshot, with the archive. Nor does it prove that nobody built another archive: compare the fingerprint of the last edition with a copy that somebody else keeps.
check-button = Check this page
check-ok = This page matches the register.
check-draft = This page matches the register, but the version is provisional: it is not sealed yet.
check-differs = THIS PAGE DOES NOT MATCH THE REGISTER:
check-missing = The register is not beside this page. To check it, open it in the complete archive.
check-unable = This browser cannot do the computation here: open the archive over https or from your disk.
check-edition = Edition
check-limits = This check is not enough: a forged page could show a forged result. To check the whole archive, use verify.py.
check-how = How this archive can be checked
rankings-ties = Equal scores share a rank (1, 2, 2, 4). Among them the earlier date comes first, those without a date last, then the id in natural order.
readme-open = To read it, open index.html in a browser, from this disk or from any server. Nothing has to be installed.
readme-data = The data are in consultations/*/data/: tables in CSV and other formats, each with a dictionary.
readme-check = To check that nothing was changed, and to compute every ranking again:
readme-key = The key that signed the last edition; compare it with what the publisher printed elsewhere:
erased-on = Text erased on { $date }.

## Privacy

masked-email = { "[e-mail hidden]" }
masked-phone = { "[telephone hidden]" }
masked-nir = { "[social security number hidden]" }
masked-national-id = { "[national identity number hidden]" }
masked-iban = { "[bank account hidden]" }
masked-card = { "[card number hidden]" }
masked-address = { "[address hidden]" }
masked-plate = { "[number plate hidden]" }
masked-ip = { "[IP address hidden]" }
privacy-days = Dates are published to the day.
privacy-coordinates =
    { $count ->
        [one] Coordinates are rounded to { $count } decimal.
       *[other] Coordinates are rounded to { $count } decimals.
    }
privacy-masked =
    { $count ->
        [one] { $count } personal detail in free text was replaced by a word in brackets.
       *[other] { $count } personal details in free text were replaced by a word in brackets.
    }
privacy-erased =
    { $count ->
        [one] { $count } contribution or comment was removed on request; its page stays.
       *[other] { $count } contributions and comments were removed on request; their pages stay.
    }
table-participants = Participants
table-participants-about = How many authors of each kind there are, by place and by what the files say of persons. Small counts are hidden, and some others with them, so that they cannot be computed from totals.
column-about-attribute = What persons are counted by: place, or a further column of the files
column-about-attribute-value = Its value
column-about-persons = Number of authors; empty where it is hidden
column-about-persons-hidden = true where the number is hidden to protect persons
profile-plain-table = Table with common headers
profile-plain-comments = Table of comments with common headers
