//! The headings of an ad: which section a line opens.

use std::{collections::HashMap, sync::LazyLock};

use job_post::list_file;
use regex::Regex;

use crate::{
    text::sentences::pattern,
    understanding::postings::lines::{Section, labelled},
};

static HEADINGS: LazyLock<HashMap<&str, Section>> = LazyLock::new(|| {
    let named = list_file::named(include_str!("../../../data/lists/headings.txt"));
    let each =
        named.flat_map(|(name, headings)| headings.split(", ").map(move |heading| (heading, section(name))));
    each.collect()
});

fn section(name: &str) -> Section {
    match name {
        "tasks" => Section::Tasks,
        "profile" => Section::Profile,
        "offer" => Section::Offer,
        "pay" => Section::Pay,
        _ => Section::Company,
    }
}

/// The section of a heading of the list, whatever marks, small words and words like "required" are around it.
pub(super) fn listed(name: &str) -> Option<Section> {
    const SMALL: &[&str] = &[
        "your ", "the ", "our ", "key ", "main ", "core ", "job ", "and ", "dein ", "deine ", "ihr ",
        "ihre ", "unser ", "unsere ", "die ", "das ", "votre ", "vos ", "ton ", "tes ", "le ", "les ",
        "nos ", "tu ", "tus ", "su ", "sus ", "los ", "las ", "il ", "i ", "tuo ", "tua ", "tuoi ", "tue ",
        "jouw ", "je ", "uw ", "ons ", "onze ", "twoje ", "twój ", "nasz ", "nasza ", "nasze ", "seu ",
        "teu ", "tuas ", "teus ", "suas ", "a ", "o ", "as ", "os ", "nuestra ", "nuestro ", "notre ",
        "nossa ", "nossos ",
    ];
    const ADDED: &[&str] = &[
        " required",
        " needed",
        " package",
        " requises",
        " requis",
        " principales",
        " requeridos",
        " requeridas",
        " richiesti",
        " richieste",
        " principali",
        " principais",
        " exigidos",
        " gevraagd",
        " wymagane",
        " główne",
    ];
    let lower = name.to_lowercase().replace('’', "'");
    let mut bare = lower.trim_matches(|letter: char| !letter.is_alphanumeric());
    loop {
        if let Some(section) = HEADINGS.get(bare) {
            return Some(*section);
        }
        let shorter = SMALL.iter().find_map(|small| bare.strip_prefix(small));
        bare = shorter.or_else(|| ADDED.iter().find_map(|added| bare.strip_suffix(added)))?;
    }
}

/// The section that a line opens, if it is a heading.
pub(super) fn of(text: &str) -> Option<Section> {
    static SECTIONS: LazyLock<[(Section, Regex); 5]> = LazyLock::new(|| {
        let section = |words: &str| pattern(&format!(r"(?i)^\W*(?:{words})"));
        [
            (
                Section::Pay,
                section(
                    r"(?:the\s+|your\s+|base\s+)*(?:salary|pay|compensation|hiring\s+range|remuneration|gehalt|vergütung|verdienst|rémunération|salaire|salario|sueldo)\b",
                ),
            ),
            (
                Section::Offer,
                section(
                    r".{0,14}?\b(?:we\s+offer|offers?\b|benefits|perks|in\s+return|you(?:'ll)?\s+get|good\s+bits|you\s+can\s+expect|bieten|freuen|bekommst|erhalten\s+sie|benefits|vorteile|nous\s+offrons|on\s+vous\s+propose|avantages|ofrecemos|prestaciones|beneficios|extras|reasons\s+to\s+join|why\s+(?:join|us|you))",
                ),
            ),
            (
                Section::Profile,
                section(
                    r".{0,22}?(?:\brequirements?|\bqualifications?|looking\s+for|\byou\s+have|\babout\s+you\b|\bprofile?\b|\bthe\s+person|\byou\s+bring|\byou\s+need|think\s+that\s+you|\bmust[- ]haves?|\bwho\s+you\s+are|\bskills\b|\btoolbox|\bbringst|\bbringen|\banforderungen|\bbrauchst|\bvoraussetzungen|\bprofil\b|\brequisitos|\bperfil|\bse\s+requiere)",
                ),
            ),
            (
                Section::Tasks,
                section(
                    r".{0,22}?(?:\bresponsibilit|\bduties\b|\byou(?:'ll|\s+will)\b|\bthe\s+(?:role|job|position|work)\b|\byour\s+(?:day|work|mission|tasks|role|job)\b|\btasks\b|essential\s+functions|\baufgaben|\berwartet\b|\bmachst\b|\btätigkeiten|\bmissions?\b|\bfunciones\b|\bactividades\b|\bresponsabilidades|\bweek\s+looks)",
                ),
            ),
            (
                Section::Company,
                section(
                    r"(?:about\s+(?:us|our|the\s+(?:company|team)|\p{Lu}\p{L}+)|who\s+we\s+are|background|the\s+(?:firm|business|organi[sz]ation|school|hotel|practice|team)|our\s+(?:story|company)|the\s+company|über\s+uns|wer\s+wir\s+sind|unser\s+haus|l'entreprise|qui\s+sommes|¿?quiénes\s+somos|sobre\s+nosotros|(?:la|nuestra)\s+empresa|notre\s+(?:entreprise|maison)|das\s+unternehmen)",
                ),
            ),
        ]
    });
    static ANY: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[^.;,]{3,60}[:：]?$"));
    let (label, value) = labelled(text);
    let name = if label.is_some() {
        text[..text.len() - value.len()].trim_end_matches([':', '-', '–', ' '])
    } else {
        text
    };
    let name = &*name.replace('’', "'");
    let words = name.split_whitespace().count();
    if let Some(section) = listed(name) {
        return Some(section);
    }
    if words > 7 || name.ends_with(['.', ',', ';']) {
        return None;
    }
    let named = SECTIONS.iter().find(|(_, words)| words.is_match(name)).map(|(section, _)| *section);
    // Any other short line that ends in a colon or is all capitals opens an unknown section.
    let is_other = value.is_empty() && text.ends_with(':')
        || (words > 1 && name == name.to_uppercase() && ANY.is_match(name));
    named.or(is_other.then_some(Section::Other))
}
