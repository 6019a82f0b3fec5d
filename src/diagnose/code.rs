//! The registry of codes. A code's message, hint and explanation are `message`, `hint` and `explain` of the Fluent
//! message with the same name in `src/words/diagnostics.<language>.ftl`.

use serde::Serialize;

/// How much a diagnostic weighs. Only errors stop a build (exit code 1); `--strict` turns warnings into errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing to mend.
    Note,
    /// A fault inside an export, or a doubtful choice: the build goes on and the method page says so.
    Warning,
    /// A fault in what the user wrote: the build stops and the old site stays as it was.
    Error,
}

/// One kind of diagnostic.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Stable name, in kebab case: `greffe explain <id>` tells all about it.
    pub id: &'static str,
    /// Its weight.
    pub severity: Severity,
    /// It tells readers of the archive something of its record: the method page shows it. What it does not tell them is for the publisher
    /// alone, or speaks of the machine.
    pub of_record: bool,
}

macro_rules! registry {
    ($($name:ident $severity:ident $id:literal $($publisher:ident)?;)*) => {
        /// The codes by name, for the places that report them.
        pub mod codes {
            use super::{Code, Severity};
            $(#[doc = $id] pub const $name: &Code = &Code { id: $id, severity: Severity::$severity, of_record: stringify!($($publisher)?).is_empty() };)*
        }
        /// All codes, in the order of the stages that report them.
        pub const CODES: &[&Code] = &[$(codes::$name),*];
    };
}

registry! {
    // the archive on disk
    NO_CONTENT Error "no-content";
    NO_CONSULTATION Error "no-consultation";
    MISSING_CONFIG Error "missing-config";
    UNREADABLE Error "unreadable";
    IS_DIRECTORY Error "is-directory";
    YAML_SYNTAX Error "yaml-syntax";
    YAML_TAB Error "yaml-tab";
    YAML_EMPTY Error "yaml-empty";
    UNKNOWN_KEY Error "unknown-key";
    BAD_VALUE Error "bad-value";
    BAD_SLUG Error "bad-slug";
    BAD_FRONT_MATTER Error "bad-front-matter";
    MISSING_SOURCE Error "missing-source";
    EDITION_BROKEN Error "edition-broken";
    BAD_KEY Error "bad-key";
    SEAL_DATE Error "seal-date";
    DRAFT Note "draft" publisher;
    ERASE_UNCLEAR Error "erase-unclear";
    ERASE_UNKNOWN Warning "erase-unknown" publisher;
    PERSONAL_FOUND Warning "personal-found" publisher;
    PERSONAL_MASKED Note "personal-masked" publisher;
    PERSONAL_AS_SEALED Note "personal-as-sealed";
    PLACES_LISTED Note "places-listed";
    PERSONAL_REFUSED Error "personal-refused";
    NOT_CLEANED Warning "not-cleaned";
    STILL_IN_SOURCE Warning "still-in-source" publisher;
    STILL_IN_TEXT Warning "still-in-text" publisher;
    KEPT_TEXTS Note "kept-texts" publisher;
    TRACKED_PERSONAL Warning "tracked-personal" publisher;
    CONTENT_CHANGED Error "content-changed";
    LINK Error "link";
    SPECIAL_FILE Error "special-file";
    BACKSLASH_NAME Error "backslash-name";
    JOURNAL Error "journal";
    BAD_EDITION Error "bad-edition";
    OUTSIDE_CONSULTATION Error "outside-consultation";
    NO_SECRET Error "no-secret";
    SECRET_MADE Note "secret-made";
    NO_BASE_URL Note "no-base-url";
    BAD_BASE_URL Error "bad-base-url";
    NO_LICENCE Note "no-licence";
    NO_CONTACT Note "no-contact";
    NO_DATES Note "no-dates";
    NO_EXTENT Note "no-extent" publisher;
    INSEE_UNKNOWN Warning "insee-unknown" publisher;
    QUALITY Note "quality";
    BAD_THEME Error "bad-theme";
    MISSING_THEME Error "missing-theme";
    THEME_ENGINE Error "theme-engine";
    THEME_FILE Warning "theme-file";
    TEMPLATE_KEPT Warning "template-kept";
    ACTIVE_DOCUMENT Warning "active-document";
    NOT_READ Warning "not-read";
    // read
    EMPTY_FILE Warning "empty-file";
    UNREADABLE_FILE Warning "unreadable-file";
    NO_ROWS Warning "no-rows";
    ENCODING_GUESSED Warning "encoding-guessed";
    BAD_BYTES Warning "bad-bytes";
    ENCODING_MIXED Warning "encoding-mixed";
    ODD_QUOTES Warning "odd-quotes";
    CUT_ROW Warning "cut-row";
    MERGED_NUMBER Warning "merged-number";
    OTHER_ORDER Warning "other-order";
    OPEN_QUOTE Warning "open-quote";
    BAD_JSON Warning "bad-json";
    NESTED_LIST Warning "nested-list";
    ROWS_INSIDE Note "rows-inside";
    JSON_MENDED Warning "json-mended";
    DUPLICATE_KEY Warning "duplicate-key";
    BAD_XML Warning "bad-xml";
    BAD_BALLOTS Warning "bad-ballots";
    WEB_PAGE Warning "web-page";
    LFS_POINTER Warning "lfs-pointer";
    BAD_WORKBOOK Warning "bad-workbook";
    BAD_CONTAINER Warning "bad-container";
    CONTAINER_LIMIT Warning "container-limit";
    CELL_LIMIT Warning "cell-limit";
    RECORD_LIMIT Warning "record-limit";
    DEPTH_LIMIT Warning "depth-limit";
    ROW_LIMIT Warning "row-limit";
    COLUMN_LIMIT Warning "column-limit";
    UNKNOWN_FORMAT Warning "unknown-format";
    SEVERAL_SHEETS Note "several-sheets";
    SHEETS_JOINED Note "sheets-joined";
    NO_HEADER Warning "no-header";
    LINES_ABOVE Note "lines-above";
    FORMULAS_EMPTY Warning "formulas-empty";
    HIDDEN_IN_WORKBOOK Warning "hidden-in-workbook";
    RAGGED_ROW Warning "ragged-row";
    LONG_ROW Warning "long-row";
    DUPLICATE_COLUMN Warning "duplicate-column";
    PUBLISHED_FIELDS Note "published-fields";
    // import
    UNKNOWN_PROFILE Error "unknown-profile";
    WRONG_PROFILE Error "wrong-profile";
    PROFILE_LACKS Warning "profile-lacks";
    STATUS_LACKING Warning "status-lacking";
    BAD_PROFILE Error "bad-profile";
    UNRECOGNISED Error "unrecognised";
    UNRECOGNISED_MEMBER Note "unrecognised-member";
    NOTHING_READABLE Error "nothing-readable";
    NOTHING_TO_SHOW Error "nothing-to-show";
    MISSING_COLUMN Warning "missing-column";
    SHIFTED_ROW Warning "shifted-row";
    REALIGNED_ROW Warning "realigned-row";
    UNKNOWN_ROW_TYPE Warning "unknown-row-type";
    MISSING_ID Warning "missing-id";
    GENERATED_ID Warning "generated-id";
    DUPLICATE_ROW Warning "duplicate-row";
    RENEWED_ROW Note "renewed-row";
    JOINED_ROW Note "joined-row";
    HIDDEN_TWIN Warning "hidden-twin";
    CONFLICTING_ID Warning "conflicting-id";
    REPEAT_DIFFERS Warning "repeat-differs";
    SHARED_ID Error "shared-id";
    COMMENTS_APART Error "comments-apart";
    SHARED_TITLE Warning "shared-title";
    REPLY_ELSEWHERE Warning "reply-elsewhere";
    BAD_DATE Warning "bad-date";
    DATE_ORDERS_MIXED Warning "date-orders-mixed";
    DATE_ORDER_TAKEN Warning "date-order-taken";
    FAR_DATE Warning "far-date";
    ZONE_UNKNOWN Warning "zone-unknown";
    ODD_DATE Warning "odd-date";
    BAD_NUMBER Warning "bad-number";
    THOUSANDS_TAKEN Note "thousands-taken";
    UNKNOWN_VALUE Warning "unknown-value";
    HIDDEN_ROW Note "hidden-row";
    HIDDEN_BY_COLUMN Warning "hidden-by-column";
    HIDDEN_BY_TITLE Warning "hidden-by-title";
    HIDDEN_BY_WORD Warning "hidden-by-word";
    TEXT_TAKEN_DOWN Note "text-taken-down";
    NAME_WITHHELD Note "name-withheld";
    BAD_COORDINATES Warning "bad-coordinates";
    MISSING_PARENT Warning "missing-parent";
    ORPHAN_REPLY Warning "orphan-reply";
    THREAD_LOOP Warning "thread-loop";
    PARENT_LOOP Warning "parent-loop";
    AMBIGUOUS_PARENT Warning "ambiguous-parent";
    UNKNOWN_TAG Warning "unknown-tag";
    TOPIC_DEEP Warning "topic-deep";
    TOPIC_RING Warning "topic-ring";
    DECLARED_MISSING Warning "declared-missing";
    NEVER_PUBLIC Note "never-public";
    ABUSE_REPORT Note "abuse-report";
    PERSONS_ONLY Note "persons-only";
    DERIVED_COUNTS Note "derived-counts";
    DUPLICATE_VIEW Note "duplicate-view";
    NOT_ARCHIVED Note "not-archived";
    OLDER_COPY Note "older-copy";
    EMPTY_ROW Note "empty-row";
    HXL_ROW Note "hxl-row";
    OTHER_TABLE Warning "other-table";
    NOTE_ROW Warning "note-row";
    TOTAL_ROW Warning "total-row";
    REPEATED_HEADER Note "repeated-header";
    INCOMPLETE_DOCUMENT Warning "incomplete-document";
    PERSONAL_COLUMN Note "personal-column" publisher;
    UNUSED_COLUMN Note "unused-column" publisher;
    FURTHER_PERSONAL Error "further-personal";
    UNREAD_COLUMN Warning "unread-column";
    // normalise
    MARKUP_REMOVED Note "markup-removed";
    CONTROL_REMOVED Note "control-removed";
    MOJIBAKE Warning "mojibake";
    REPAIRED Note "repaired";
    UNKNOWN_ZONE Error "unknown-zone";
    // check
    EMPTY_TEXT Warning "empty-text";
    FAR_POINTS Warning "far-points";
    COUNTS_DIFFER Warning "counts-differ" publisher;
    DAYS_AMONG_TIMES Note "days-among-times";
    SIGNS_UNSETTLED Warning "signs-unsettled";
    VOTES_REVERSED Warning "votes-reversed";
    COMMENTS_DIFFER Warning "comments-differ" publisher;
    TOPIC_LOOP Error "topic-loop";
    TOPIC_UNKNOWN_PARENT Error "topic-unknown-parent";
    FEATURED_UNKNOWN Error "featured-unknown";
    RANKING_UNKNOWN Error "ranking-unknown";
    EDITION_SHRANK Note "edition-shrank";
    OUTSIDE_DATES Warning "outside-dates" publisher;
    // what the association wrote
    CITATION_UNKNOWN Error "citation-unknown";
    CITATION_SYNTAX Error "citation-syntax";
    LINK_BROKEN Error "link-broken";
    FILE_MISSING Error "file-missing";
    PICTURE_REMOTE Error "picture-remote";
    PICTURE_FORMAT Error "picture-format";
    PICTURE_ALT Warning "picture-alt";
    PICTURE_NOTES Warning "picture-notes";
    MEDIA_FORMAT Error "media-format";
    TRANSCRIPT_MISSING Warning "transcript-missing";
    NEWS_UNDATED Error "news-undated";
    ID_TWICE Error "id-twice";
    BAD_OUTLINE Error "bad-outline";
    CONTRAST Warning "contrast";
    // plan and write
    ADDRESS_COLLISION Warning "address-collision";
    NOT_OURS Error "not-ours";
    BAD_PORTAL Error "bad-portal";
    NO_KEY Error "no-key";
    NOTHING_TO_PUBLISH Error "nothing-to-publish";
    SITE_CHANGED Error "site-changed";
    PORTAL_UNREACHABLE Error "portal-unreachable";
    PORTAL_MOVED Error "portal-moved";
    PORTAL_KEY Error "portal-key";
    PORTAL_REFUSED Error "portal-refused";
    PORTAL_WITHOUT Warning "portal-without" publisher;
    PORTAL_KEPT Note "portal-kept" publisher;
    PORTAL_REPLACED Note "portal-replaced" publisher;
    ORGANIZATION_UNKNOWN Error "organization-unknown";
    DATASET_TAKEN Error "dataset-taken";
    DATASET_WITHDRAWN Warning "dataset-withdrawn" publisher;
    ALL_WITHDRAWN Error "all-withdrawn";
    FILE_TOO_LARGE Error "file-too-large";
    FILE_LINKED Note "file-linked" publisher;
    FILES_LEFT_OUT Note "files-left-out" publisher;
    LINK_DEAD Error "link-dead";
    HOST_SILENT Warning "host-silent" publisher;
    ORGANIZATION_KEPT Warning "organization-kept" publisher;
    OUTPUT_INSIDE_CONTENT Error "output-inside-content";
    OUTPUT_IS_FILE Error "output-is-file";
    READ_ONLY Error "read-only";
    DISK_FULL Error "disk-full";
    WRITE_FAILED Error "write-failed";
    PORT_TAKEN Error "port-taken";
    LOCKED Error "locked";
    RECOVERED Note "recovered";
    // commands
    EXISTS Error "exists";
    UNKNOWN_CODE Error "unknown-code";
    INTERNAL Error "internal";
    // verify
    PACK_EXISTS Error "pack-exists";
    NO_ARCHIVE Error "no-archive";
    SUMS_MISSING Error "sums-missing";
    FILE_CHANGED Error "file-changed";
    FILE_ABSENT Error "file-absent";
    FILE_UNKNOWN Error "file-unknown";
    LOG_BROKEN Error "log-broken";
    ROOT_DIFFERS Error "root-differs";
    EDITION_DIFFERS Error "edition-differs";
    EDITION_MISSING Error "edition-missing";
    EDITION_DRAFT Error "edition-draft";
    CONSULTATION_UNKNOWN Error "consultation-unknown";
    SIGNATURE_WRONG Error "signature-wrong";
    ROW_DIFFERS Error "row-differs";
    ROW_MISSING Error "row-missing";
    ENTRY_MISSING Error "entry-missing";
    TABLE_DIFFERS Error "table-differs";
    SCORE_DIFFERS Error "score-differs";
    RANK_DIFFERS Error "rank-differs";
    RANKING_DIFFERS Error "ranking-differs";
    COUNT_DIFFERS Error "count-differs";
    PAGE_DIFFERS Error "page-differs";
    INTERRUPTED Error "interrupted";
}

impl Code {
    /// The code with this id.
    pub fn find(id: &str) -> Option<&'static Code> {
        CODES.iter().copied().find(|code| code.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{LANGUAGES, Words};

    #[test]
    fn every_code_has_its_three_texts_in_every_language() {
        for language in LANGUAGES {
            let words = Words::diagnostics(language);
            for code in CODES {
                for attribute in ["message", "hint", "explain"] {
                    assert!(words.attribute(code.id, attribute).is_some(), "{language}: {}.{attribute} is missing", code.id);
                }
            }
        }
    }

    #[test]
    fn ids_are_unique() {
        for (i, code) in CODES.iter().enumerate() {
            assert!(CODES[..i].iter().all(|other| other.id != code.id), "{} stands twice", code.id);
        }
    }
}
