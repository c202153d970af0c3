//! What has the noun of a benefit and is none: unpaid breaks, and teaching others.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::sentences::pattern;

pub(super) fn is_one(item: &str) -> bool {
    is_unpaid(item) || is_teaching(item) || is_break(item)
}

/// "Una hora de comida": the time to eat, unless it is paid.
fn is_break(item: &str) -> bool {
    static BREAK: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:(?:an?|half\s+an|one|eine?|halbe|une|demi|una|media|mezz['’]|uma|meia|een|half)[\s-]?)*\s*(?:hour|stunde|heure|hora|ora|uur|godzina)\s+(?:for|of|de|pour|para|di|per|voor|na)?\s*(?:lunch|mittag\p{L}*|pause|repas|déjeuner|comida|almuerzo|comer|almoço|pranzo|pausa|pauze|obiad|przerwy?)$",
        )
    });
    BREAK.is_match(item)
}

/// "Half an hour unpaid for lunch": what costs the employee something is no benefit.
pub(in crate::understanding) fn is_unpaid(item: &str) -> bool {
    static UNPAID: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:unpaid|without\s+pay|unbezahlte?[nrs]?|nicht\s+bezahlt\p{L}*|non\s+(?:payée?s?|rémunérée?s?|pagat[oaie]|retribuit[oaie])|no\s+(?:pagad[oa]s?|remunerad[oa]s?)|sin\s+(?:pago|sueldo)|não\s+(?:pag[oa]s?|remunerad[oa]s?)|onbetaalde?|niepłatn\p{L}+|bezpłatna\s+przerwa)\b|غير\s+مدفوع",
        )
    });
    UNPAID.is_match(item)
}

/// "Training the commis", "Schulung neuer Kollegen": teaching others is work; "training" alone is offered.
pub(in crate::understanding) fn is_teaching(item: &str) -> bool {
    static TEACHING: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:training|coaching|mentoring|teaching)\s+(?:up\s+)?(?:the|our|your|their|new|newer|young|younger|junior|other|all|staff|apprentices|trainees|colleagues)\b|^(?:schulung|einarbeitung|anleitung|ausbildung)\s+(?:der|des|von|unserer|neuer|junger)\s|^(?:formation|encadrement|accompagnement)\s+(?:des|du|de\s+l['’]|des\s+nouveaux)\s?(?:apprentis?|commis|stagiaires?|nouveaux|équipes?|collègues)|^(?:formación|capacitación|formação|formazione)\s+(?:de|del|dos|das|dei|degli|do)\s+(?:l[oa]s\s+)?(?:nuev|nov|nuov|aprendi|apprend|estagi|equip|colegas|collegh)|^(?:opleiden|begeleiden|inwerken)\s+van\s|^(?:szkolenie|wdrażanie)\s+(?:nowych|uczniów|pracowników)",
        )
    });
    TEACHING.is_match(item)
}

/// The card of a driver's tachograph, which drivers bring along.
pub(super) fn is_card_of_drivers(item: &str) -> bool {
    static CARD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:karta\s+kierowcy|driver(?:['’]s)?\s+card|tacho(?:graph)?\s+card|fahrerkarte|carte\s+(?:de\s+)?conducteur|tarjeta\s+de\s+(?:conductor|tacógrafo)|cartão\s+(?:de\s+)?(?:condutor|tacógrafo)|carta\s+(?:del\s+conducente|tachigrafica)|bestuurderskaart)\b",
        )
    });
    CARD.is_match(item)
}

/// Free time, which only the employer gives: "schoolvakanties vrij".
pub(super) fn is_leave(item: &str) -> bool {
    static LEAVE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\p{L}*vakanties?\s+vrij|\p{L}*ferien\s+frei|\b(?:school\s+)?holidays\s+off|vacances\s+(?:scolaires\s+)?libres|vacaciones\s+(?:escolares\s+)?libres|férias\s+(?:escolares\s+)?livres|vacanze\s+(?:scolastiche\s+)?libere|ferie\s+szkolne\s+wolne|wolne\s+ferie",
        )
    });
    LEAVE.is_match(item)
}
