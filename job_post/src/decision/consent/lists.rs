//! The phrases of consent, greetings and thanks, from the files in `data/consent`.

use std::sync::LazyLock;

use super::patterns::PhrasePatterns;

macro_rules! phrases {
    ($($(#[$meaning:meta])* $name:ident: $file:literal;)*) => {$(
        $(#[$meaning])*
        pub(crate) static $name: LazyLock<PhrasePatterns> = LazyLock::new(|| {
            PhrasePatterns::read(include_str!(concat!("../../../data/consent/", $file, ".txt")))
        });
    )*};
}

phrases! {
    /// Order publication, unless a subject comes before them.
    ORDERS: "orders";
    /// Declare consent.
    DECLARATIONS: "declarations";
    /// Say that the summary is right.
    APPROVALS: "approvals";
    /// Change nothing about a consent.
    FILLERS: "fillers";
    /// Negate something and agree: "no changes".
    AGREEING: "agreeing";
    NEGATIONS: "negations";
    /// Weaken a yes: "for now".
    HEDGES: "hedges";
    /// Ask without a question mark.
    QUESTIONS: "questions";
    /// Ask for a change, even if the title has the word ("Change Manager").
    EDITS: "edits";
    /// Praise the job, not the summary.
    PRAISES: "praises";
    /// Mention publishing.
    MENTIONS: "mentions";
    /// Words before a verb of publishing that make it a description.
    SUBJECTS: "subjects";
    /// Permissions: "you can publish" is an order.
    PERMISSIONS: "permissions";
    /// May be part of a yes to a suggestion.
    YES_FILLERS: "yes_fillers";
    GREETINGS: "greetings";
    GREETING_FILLERS: "greeting_fillers";
    THANKS: "thanks";
    THANKS_FILLERS: "thanks_fillers";
    NOES: "noes";
    NO_FILLERS: "no_fillers";
    /// Ask to clear everything.
    RESETS: "resets";
}

/// Orders to the LLM: one regular expression a line.
pub(crate) static ORDERS_TO_MODEL: &str = include_str!("../../../data/consent/orders_to_model.txt");
