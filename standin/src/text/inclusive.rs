//! Endings that name all genders: "Verkäufer:in", "Lehrer*innen", "Erzieher/-in", "technicien(ne)", "boulanger·ère", "cocinero/a".

/// The ending of a word, as a pattern; it belongs to the word before.
pub(super) const ENDING: &str = r"[*:_]in(?:nen)?\b|/-(?:in|innen|frau|mann|r|n|e|a|o)\b|[*:_][rn]\b|·(?:e|ne|se|le|ère|trice|euse|rice|a|as|es)(?:·?s)?\b|\((?:e|ne|se|le|ère|trice|euse|rice|a|as|es|in|innen|m|f|r|n)\)s?";

/// The word without such an ending; the word itself if it has none.
pub(crate) fn base(word: &str) -> &str {
    const ENDINGS: &[&str] = &[
        "in", "innen", "frau", "mann", "r", "n", "e", "a", "o", "ne", "se", "le", "ère", "trice", "euse",
        "rice", "as", "es", "m", "f", "ora", "era", "ice", "iera",
    ];
    let Some(at) = word.find(['*', ':', '_', '/', '(', '·', '.']) else { return word };
    let ending = word[at..].trim_matches(|letter: char| !letter.is_alphabetic() && letter != ')');
    let ending = ending.trim_end_matches("s").trim_end_matches(')');
    if at > 1 && ENDINGS.contains(&ending) { &word[..at] } else { word }
}
