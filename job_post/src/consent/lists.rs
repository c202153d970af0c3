//! The words that consent, greet and thank, in the languages we read. Data: a wrong word is mended in `data/consent`.

use std::sync::LazyLock;

use super::phrases::Phrases;

macro_rules! phrases {
    ($($(#[$meaning:meta])* $name:ident: $file:literal;)*) => {$(
        $(#[$meaning])*
        pub(super) static $name: LazyLock<Phrases> =
            LazyLock::new(|| Phrases::read(include_str!(concat!("../../data/consent/", $file, ".txt"))));
    )*};
}

phrases! {
    /// Order publication, unless somebody stands before them who is told to do it.
    ORDERS: "orders";
    /// Declare consent.
    DECLARATIONS: "declarations";
    /// Say that the summary is right.
    APPROVALS: "approvals";
    /// Change nothing about a consent.
    FILLERS: "fillers";
    /// Deny something and agree all the same.
    AGREEING: "agreeing";
    NEGATIONS: "negations";
    /// Take back a part of a yes.
    HEDGES: "hedges";
    /// Ask without a question mark.
    QUESTIONS: "questions";
    /// Ask for a change, even where the title has the word ("Change Manager").
    EDITS: "edits";
    /// Praise the job, not the summary.
    PRAISES: "praises";
    /// Speak of publishing.
    MENTIONS: "mentions";
    /// Before a verb of publishing they make it no order.
    SUBJECTS: "subjects";
    /// "You can publish": an order all the same.
    PERMISSIONS: "permissions";
    /// What a yes to a suggestion may contain besides.
    YES_FILLERS: "yes_fillers";
    GREETINGS: "greetings";
    GREETING_FILLERS: "greeting_fillers";
    THANKS: "thanks";
    THANKS_FILLERS: "thanks_fillers";
    /// A bare no.
    NOES: "noes";
    NO_FILLERS: "no_fillers";
    /// Throw everything away.
    RESETS: "resets";
}

/// Texts that address the model, not the recruiter's assistant: one pattern a line.
pub(super) static ORDERS_TO_MODEL: &str = include_str!("../../data/consent/orders_to_model.txt");
