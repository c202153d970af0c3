//! Checks the LLM's reply for the false claim that the post is published.

use std::sync::LazyLock;

use regex::Regex;

use super::questions::{is_question, sentences};
use crate::language::words::pattern;

/// The sentences that are not questions.
pub(super) fn statements(reply: &str) -> impl Iterator<Item = &str> {
    sentences(reply).into_iter().map(|(_, sentence)| sentence).filter(|sentence| !is_question(sentence))
}

/// Does the reply claim that the post is published or sent? Questions, conditions and plans are no claims.
///
/// Of a complete session it may say "finalized", but not "published": the LLM does not know of deliveries.
pub(crate) fn claims_publication(reply: &str, is_complete: bool) -> bool {
    static CLAIM: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?ix)
              \b(published|posted|submitted)\b
            | \b(has|have|was|been|is|are|i|we)\s+(now\s+|just\s+)?(sent|handed|passed)\s+(it\s+|your\s+post\s+)?(out|over|off|on)\b
            | \b(is|are|went|goes|gone|now)\s+(now\s+|officially\s+)?live\b
            | \bveröffentlicht\b | \bonline\s+gestellt\b | \bist\s+(jetzt\s+)?online\b | \babgeschickt\b
            | \b(übergeben|übermittelt)\b | \btransmise?\b | \bentregad[oa]\b | تم\s+تسليم
            | \bpubliée?\b | \bpublicad[oa]\b | نُشر | تم\s+(ال)?نشر
            | \bpubliquei\b | \bentregue\b | \bpubblicat[oa]\b | \b(inviat|trasmess)[oa]\b
            | \bgepubliceerd\b | \bonline\s+gezet\b | \bstaat\s+(nu\s+)?online\b | \b(verzonden|verstuurd|overgedragen)\b
            | \bopublikowa(n[oey]|łem|łam|liśmy)\b | \b(wysłan|przekazan)[oey]\b
            ",
        )
    });
    static END: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\bfinali[sz]ed\b"));
    let claims = |sentence: &str| CLAIM.is_match(sentence) || (!is_complete && END.is_match(sentence));
    statements(reply).any(|sentence| claims(sentence) && !denies(sentence))
}

/// Does the sentence deny, or say when or whether?
fn denies(sentence: &str) -> bool {
    static NO_CLAIM: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?ix)\b(not|n't|once|before|after|when|until|unless|if|can|could|will|would|should|shall|may|must|ready|to\s+be|want|like|
              nicht|noch|sobald|wenn|bevor|kann|können|soll|sollen|möchten|wird|werden|muss|falls|
              pas|encore|quand|lorsque|si|sera|seront|peut|pourra|avant|dès|fois|todavía|aún|cuando|será|puede|podrá|antes|vez|
              não|ainda|quando|assim\s+que|depois|pode|poderá|será|deve|quer|se|caso|
              non|ancora|appena|dopo|prima\s+d[ie]|prima\s+che|può|potrà|sarà|verrà|viene|vuole|qualora|
              niet|nog|zodra|wanneer|voordat|nadat|kan|wordt|worden|zal|zullen|moet|wilt|als|indien|
              nie|jeszcze|gdy|kiedy|jeśli|zanim|może|można|będzie|zostanie|czy|
              لم|لن|بعد|قبل|عندما|إذا|هل|سوف|سيتم|يمكن)\b",
        )
    });
    NO_CLAIM.is_match(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_and_no_claims() {
        for reply in [
            "Your job post has been published!",
            "Great, I published it.",
            "Done. It is now live.",
            "The post was submitted.",
            "Your post has been handed over.",
            "I have sent it out.",
            "Ihre Anzeige ist veröffentlicht.",
            "Ihre Anzeige ist fertig und übergeben.",
            "Votre annonce est terminée et transmise.",
            "Su anuncio está terminado y entregado.",
            "اكتمل إعلان الوظيفة وتم تسليمه.",
            "O seu anúncio foi publicado!",
            "O anúncio está concluído e entregue.",
            "Il Suo annuncio è stato pubblicato.",
            "L'annuncio è stato inviato.",
            "Uw vacature is gepubliceerd.",
            "De vacature staat nu online.",
            "Ogłoszenie zostało opublikowane.",
            "Ogłoszenie jest gotowe i wysłane.",
        ] {
            assert!(claims_publication(reply, true), "{reply}");
        }
        let finalized = "Your job post is finalized.";
        assert!(claims_publication(finalized, false) && !claims_publication(finalized, true));
        for reply in [
            "Would you like it published?",
            "It can be published once you say so.",
            "It has not been published yet.",
            "I will get it published after your yes.",
            "Soll die Anzeige veröffentlicht werden?",
            "هل تم نشر الإعلان؟",
            "O anúncio ainda não foi publicado.",
            "L'annuncio verrà pubblicato dopo la Sua conferma.",
            "De vacature wordt gepubliceerd zodra u het bevestigt.",
            "Ogłoszenie zostanie opublikowane po potwierdzeniu.",
        ] {
            assert!(!claims_publication(reply, false), "{reply}");
        }
    }
}
