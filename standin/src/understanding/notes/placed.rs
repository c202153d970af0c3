//! Where a clause belongs that no reader has understood, by the words of `note_kinds.txt`.

use std::sync::LazyLock;

use job_post::{Field, Language, list_file};
use regex::Regex;

use crate::{
    text::sentences::{pattern, sentences, spaced},
    understanding::{
        notes::telling,
        statements::{is_negated, is_unpaid},
        tasks,
        terms::WEEKDAYS,
    },
};

/// Most words of a requirement, a benefit or the hours.
const SHORT: usize = 14;
/// Most words of a clause that says what somebody will do.
const OF_TASK: usize = 24;

/// What a clause states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing by itself: "not 12.60".
    Nothing,
    In(Field),
    /// When to call, or whom to ask for.
    OfApplying,
    Remark,
}

static KINDS: LazyLock<Vec<(&str, Regex)>> = LazyLock::new(|| {
    let lines = list_file::named(include_str!("../../../data/lists/note_kinds.txt"));
    let compiled = |(name, source): (&'static str, &str)| {
        let source = spaced(&source.replace("{weekday}", &WEEKDAYS));
        let source = source.replace(r"\p{Lu}", r"(?-i:\p{Lu})");
        (name, pattern(&format!("(?i){source}")))
    };
    lines.map(compiled).collect()
});

/// The kind of a clause or sentence.
pub(super) fn of(text: &str, language: Language) -> Kind {
    let text = text.trim().trim_end_matches(['.', '!', ',', ';']);
    let words = text.split_whitespace().count();
    let says = |name: &str| KINDS.iter().any(|(own, pattern)| *own == name && pattern.is_match(text));
    if says("nothing") {
        return Kind::Nothing;
    }
    if says("person") && words <= SHORT || says("calling") || says("address") {
        return Kind::OfApplying;
    }
    if says("offer") {
        return Kind::In(Field::Benefits);
    }
    if says("task") {
        return Kind::In(Field::Responsibilities);
    }
    if says("others") || words > OF_TASK || is_unpaid(text) {
        return Kind::Remark;
    }
    let is_of_us = sentences(text).first().is_some_and(|said| telling::is_of_us(said, language));
    if words <= SHORT {
        let requires = says("need") && !is_of_us && !is_negated(text);
        if says("optional") || requires {
            return Kind::In(Field::Requirements);
        }
        if says("extra") {
            return Kind::In(Field::AdditionalPay);
        }
        if says("hours") {
            return Kind::In(Field::WorkingHours);
        }
        if says("benefit") && !is_negated(text) {
            return Kind::In(Field::Benefits);
        }
    }
    if words > 2 && tasks::is_task_in_prose(text, language) {
        Kind::In(Field::Responsibilities)
    } else {
        Kind::Remark
    }
}

/// Is it offered, although it names a requirement: "VCA mag je bij ons halen"?
pub(in crate::understanding) fn is_offered(text: &str) -> bool {
    KINDS.iter().any(|(name, pattern)| *name == "offer" && pattern.is_match(text))
}

/// Does somebody else do it: "rozładunek po stronie klienta"?
pub(super) fn is_done_by_others(text: &str) -> bool {
    KINDS.iter().any(|(name, pattern)| *name == "others" && pattern.is_match(text))
}

/// The words of a clause that say that something is only wished for.
pub(in crate::understanding) fn optional_in(text: &str) -> Option<&str> {
    let mut found = KINDS.iter().filter(|(name, _)| *name == "optional").filter_map(|(_, it)| it.find(text));
    found.next().map(|found| found.as_str())
}

/// The text with the clause behind it that says that it is only wished for: "Winbooks ou Horus, c'est un plus".
pub(super) fn with_optional_mark<'a>(message: &'a str, text: &'a str) -> &'a str {
    static OPTIONAL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^\s*[,=:–-]\s*(?:(?:c['’]est|ce\s+serait|that['’]s|is|would\s+be|das\s+(?:ist|wäre)|wäre|è|sarebbe|es|sería|é|seria|zou|to)\s+)?(?:un\s+plus|un\s+atout|a\s+(?:plus|bonus)|ein\s+plus|von\s+vorteil|un\s+vantaggio|uma\s+mais-valia|um\s+diferencial|een\s+(?:plus|pluspunt|pre)|mile\s+widzian\p{L}+)",
        )
    });
    let Some(start) = message.find(text).filter(|_| !text.is_empty()) else { return text };
    let end = start + text.len();
    let marked = OPTIONAL.find(&message[end..]).map(|found| end + found.end());
    marked.map_or(text, |end| &message[start..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_makes_a_clause_optional_belongs_to_it() {
        for (message, text, whole) in [
            ("Winbooks ou Horus, c'est un plus.", "Winbooks ou Horus", "Winbooks ou Horus, c'est un plus"),
            ("niemiecki - mile widziany", "niemiecki", "niemiecki - mile widziany"),
            ("Winbooks ou Horus, cv à Anne", "Winbooks ou Horus", "Winbooks ou Horus"),
        ] {
            assert_eq!(with_optional_mark(message, text), whole);
        }
    }

    #[test]
    fn each_kind_is_known_in_several_languages() {
        const REQUIRED: Kind = Kind::In(Field::Requirements);
        const TASK: Kind = Kind::In(Field::Responsibilities);
        const BENEFIT: Kind = Kind::In(Field::Benefits);
        const HOURS: Kind = Kind::In(Field::WorkingHours);
        for (text, language, kind) in [
            ("NVQ 2 would be nice but not essential, we train", Language::English, REQUIRED),
            ("some Welsh would be lovely but isn't required", Language::English, REQUIRED),
            ("CNC wär super aber lernt man bei uns auch", Language::German, REQUIRED),
            ("un permis remorque serait apprécié", Language::French, REQUIRED),
            ("saber de soldadura ayuda pero no es obligatorio", Language::Spanish, REQUIRED),
            ("de preferência em clínica", Language::Portuguese, REQUIRED),
            ("il tedesco è un vantaggio", Language::Italian, REQUIRED),
            ("ervaring is mooi meegenomen", Language::Dutch, REQUIRED),
            ("niemiecki mile widziany", Language::Polish, REQUIRED),
            ("need a police check as well", Language::English, REQUIRED),
            ("they do need an enhanced DBS", Language::English, REQUIRED),
            ("un bachelier en comptabilité est demandé", Language::French, REQUIRED),
            ("1 ano dirigindo caminhão", Language::Portuguese, REQUIRED),
            ("we need a cook", Language::English, Kind::Remark),
            ("Le néerlandais n'est pas nécessaire", Language::French, Kind::Remark),
            ("er baut Küchen auf Maß, fährt auch auf Montage", Language::German, TASK),
            ("reparte agua y cobra a clientes", Language::Spanish, TASK),
            ("they'd help residents wash and write the night notes", Language::English, TASK),
            ("we supply the van", Language::English, BENEFIT),
            ("elke week een fles melk mee naar huis", Language::Dutch, BENEFIT),
            ("rabais de 40% à la boutique", Language::French, BENEFIT),
            ("£13.60 on nights", Language::English, Kind::In(Field::AdditionalPay)),
            ("mostly residential solar installs", Language::English, TASK),
            ("surtout des réparations", Language::French, TASK),
            ("rozładunek wózkiem po stronie klienta", Language::Polish, Kind::Remark),
            ("unloading is done by the customer", Language::English, Kind::Remark),
            ("jeder darf nach Feierabend die Maschinen nutzen", Language::German, BENEFIT),
            ("das Team isst gratis mit", Language::German, BENEFIT),
            ("mbo niveau 2 of gewoon handig", Language::Dutch, REQUIRED),
            ("steel caps and be ok lifting 20kg", Language::English, REQUIRED),
            ("4410 E 11th St", Language::English, Kind::OfApplying),
            ("Hauptstraße 12", Language::German, Kind::OfApplying),
            ("nights", Language::English, HOURS),
            ("fr bis 11", Language::German, HOURS),
            ("Freitag ab 13 Uhr Schluss", Language::German, HOURS),
            ("not 12.60", Language::English, Kind::Nothing),
            ("oublie le 36", Language::French, Kind::Nothing),
            ("Afinal o mínimo é", Language::Portuguese, Kind::Nothing),
            ("they can call", Language::English, Kind::Nothing),
            ("après 16h", Language::French, Kind::OfApplying),
            ("a la noche", Language::Spanish, Kind::OfApplying),
            ("demander Nadia", Language::French, Kind::OfApplying),
            ("pan Marek", Language::Polish, Kind::OfApplying),
            ("all'attenzione dell'arch. Bernasconi", Language::Italian, Kind::OfApplying),
            ("the vans are all electric", Language::English, Kind::Remark),
            ("Hunde sind bei uns willkommen", Language::German, Kind::Remark),
        ] {
            assert_eq!(of(text, language), kind, "{text}");
        }
    }
}
