//! Unknown names beside known skills: "manejar Tango y Excel", "Abacus und Excel sicher".

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    text::{
        items,
        sentences::{Sentence, pattern},
        vocabulary::{PLACES, SKILLS},
    },
    understanding::acts,
};

/// The names of a list that somebody must master, if it has a known skill too.
pub(super) fn beside_known<'a>(sentence: &Sentence<'a>) -> Vec<&'a str> {
    static MASTERED: LazyLock<[Regex; 3]> = LazyLock::new(|| {
        const NAMES: &str = r"(\p{Lu}[\w.+#-]*(?:\s\p{Lu}[\w.+#-]*)?(?:(?:\s*,\s*|\s+(?:and|und|et|ou|y|o|e|ed|en|of|i|oraz|or|oder|&)\s+)\p{Lu}[\w.+#-]*(?:\s\p{Lu}[\w.+#-]*)?)+)";
        [
            pattern(&format!(
                r"\b(?:[Kk]now|[Kk]nows|[Kk]nowing|[Uu]se|[Uu]sing|[Mm]aster|[Ff]amiliar\s+with|[Ee]xperience\s+(?:with|in)|[Gg]ood\s+(?:with|at)|[Ss]killed\s+in|[Mm]anejar|[Mm]aneje|[Dd]ominar|[Dd]omine|[Ss]aber|[Ss]epa|[Uu]sar|[Uu]se|[Cc]onocer|[Cc]onozca|[Mm]anejo\s+de|[Dd]ominio\s+de|[Mm]aîtriser|[Mm]aîtrise\s+de|[Cc]onnaître|[Uu]tiliser|[Cc]onhecer|[Cc]onheça|[Mm]exer\s+(?:com|no|em)|[Uu]tilizar|[Cc]onoscere|[Uu]sare|[Uu]tilizzare|[Kk]ennis\s+van|[Ww]erken\s+met|[Oo]mgaan\s+met|[Zz]nać|[Zz]najomość|[Oo]bsługa|[Oo]bsługiwać)\s+{NAMES}"
            )),
            // German nouns have capitals, so only what is said of tools leads or follows there.
            pattern(&format!(
                r"(?:^|[,.;:]\s*|\b(?:und|mit|in)\s+){NAMES}\s+(?:sollten?\s+|müssen\s+|muss\s+)?(?:sicher|sicher\s+beherrschen|beherrschen|sitzen|fließend)\b"
            )),
            pattern(&format!(
                r"\b(?:[Ff]it\s+in|[Ss]icher\s+in|[Ss]icherer?\s+Umgang\s+mit|[Kk]enntnisse\s+in|[Ee]rfahrung\s+mit|[Uu]mgang\s+mit)\s+{NAMES}"
            )),
        ]
    });
    let text = sentence.text();
    if !acts::removal(sentence).is_empty() || !PLACES.find(sentence).is_empty() {
        return Vec::new();
    }
    let list = MASTERED.iter().find_map(|form| Some(form.captures(text)?.get(1)?.as_str()));
    let names = list.map(items::of).unwrap_or_default();
    let is_known = names.iter().any(|name| SKILLS.has(name));
    if is_known {
        names.into_iter().filter(|name| !is_language(name) && !is_quality(name)).collect()
    } else {
        Vec::new()
    }
}

/// "Teamfähigkeit": a German noun for a quality.
fn is_quality(name: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "keit",
        "heit",
        "ung",
        "schaft",
        "kenntnisse",
        "schein",
        "sinn",
        "vermögen",
        "bewusstsein",
        "talent",
    ];
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// Languages are requirements.
fn is_language(name: &str) -> bool {
    const STEMS: &[&str] = &[
        "engl", "ingl", "angl", "angiel", "germ", "deutsch", "allem", "alem", "tedesc", "duits", "niemiec",
        "fren", "franz", "franc", "franç", "frans", "spani", "span", "espa", "spagn", "spaans", "hiszpań",
        "ital", "wło", "portug", "dutch", "nieder", "néerl", "holand", "oland", "neder", "niderl", "poln",
        "poli", "polac", "polo", "polsk", "pools", "arab", "russ", "rus", "turk", "türk", "hindi", "chin",
        "mandarin", "japan", "catal", "ukra", "romanian", "rumän",
    ];
    let lower = name.to_lowercase();
    STEMS.iter().any(|stem| lower.starts_with(stem))
}
