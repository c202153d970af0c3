//! The words that consent, greet and thank, in the languages we read. Data: a wrong word is mended here.

/// Verbs that order publication ("post" and the like are checked for being verbs).
pub(super) const PUBLISH: &str = "publish finalize finalise submit post launch release ship confirm confirmed confirming approve \
    approved go live \
    veröffentlichen veröffentliche veröffentlicht publizieren publiziere abschicken absenden freigeben freigegeben finalisieren \
    bestätige bestätigt stelle stellen schalte schalten \
    publier publiez publie publions valider validez confirmer publicar publica publícalo publicalo publique publíquelo confirmo \
    وانشر وانشره وانشرها انشر انشرها انشره أنشر نشر بالنشر اعتمد";

/// Words that say the summary is right.
pub(super) const APPROVAL: &str = "yes yep yeah yup yess sure ok okay okey k good great perfect fine correct right approved lgtm agreed agree \
    done everything complete set excellent awesome wonderful nice cool lovely love fantastic brilliant amazing superb \
    absolutely definitely certainly exactly proceed ahead happy ready accepted alright \
    ja jawohl jep passt passt's gut perfekt genau einverstanden richtig stimmt fertig super prima klasse toll wunderbar korrekt okay \
    oui parfait bon d'accord bien sí si vale perfecto correcto bueno نعم تمام موافق ممتاز أجل حسنا";

/// Words that change nothing about a consent.
pub(super) const FILLER: &str = "it it's its this that that's thats is the a my our your job post posting ad advert advertisement listing \
    opening vacancy position role description draft summary version final all as now please pls plz thanks thank you so and \
    then just let's lets let us we i i'm im am are can go going live to be with me for from side here there looks look looking \
    sounds seems way want like ready away immediately well very really do send off out online works all's we're you're \
    content text am satisfied now straight great go-ahead okay hi hello hey cheers today well said on my i've reviewed read checked \
    them both too also of by have has approval much work set put make push take \
    so bitte es das die der den diese dieses anzeige stelle stellenanzeige stellenausschreibung ausschreibung jetzt und alles ist wir \
    können kannst kann man sie du ich online danke vielen dank mal dann gerne gern sieht aus für mich uns wie frei live geht gehen \
    sofort inserat bin damit sehr \
    l'annonce annonce le la les maintenant merci c'est est vous pouvez s'il plaît svp tout comme ça \
    el anuncio oferta está todo bien así por favor ahora gracias lo puedes \
    من فضلك الآن الإعلان الوظيفة كل شيء جيد شكرا على";

/// Words of `PUBLISH` that are more often no verbs of publishing.
pub(super) const ALSO_NOUNS: &str =
    "post go live launch release ship list approved confirmed stelle stellen schalte schalten bestätigt";

/// Words before a verb of publishing that make it no order ("they publish", "the post", "wir veröffentlichen").
pub(super) const NO_ORDER: &str = "the this that a an my our your his her their job is are was they we you he she who which wir ihr sie er \
    could would might must should nous vous ils";

/// Words that make "to publish" a wish: "happy to publish", "I want to publish".
pub(super) const WILLING: &str = "happy ready want like ahead you good fine ok okay free wants";

/// What may stand behind "post" when it is a verb.
pub(super) const AFTER_VERB: &str =
    "it this that as now the please and away immediately everything online straight today job";

pub(super) const NEGATION: &str = "no not never nor nothing none cannot dont didnt isnt wont cant without hold wait stop cancel pause nope nah \
    nicht kein keine keinen keiner nein nie niemals warte warten stopp halt abbrechen ohne \
    pas ne non jamais attendez nunca espera esperar لا لم ليس لن قبل انتظر";

/// What a yes to a suggestion may contain besides.
pub(super) const YES_FILLER: &str = "please that that's thats it this them those these the add use take do sounds looks with me is works let's lets \
    go all so just thanks thank you and for bitte das so gerne gern klingt ist danke nimm s'il plaît por favor";

pub(super) const GREETING: &str = "hello hi hey heya hiya hallo hullo howdy greetings moin servus grüezi bonjour bonsoir salut hola ciao yo \
    salam مرحبا أهلا اهلا السلام";

pub(super) const GREETING_FILLER: &str = "there again everyone team all good guten to you dear sir madam back i'm im grüß gott how are zusammen \
    buenos buenas عليكم بك";

pub(super) const THANKS: &str =
    "thanks thank thx ty cheers danke dank merci gracias obrigado شكرا bye goodbye tschüss";

pub(super) const THANKS_FILLER: &str = "you so very much many a lot ok okay great perfect awesome nice cool good wonderful excellent lovely super that's \
    thats all that was is it for your the help everything again bye now to all and have day vielen schön sehr alles gut \
    beaucoup muchas mil جزيلا";

/// Texts that address the model, not the recruiter's assistant. Case-insensitive.
pub(super) const ORDERS: [&str; 16] = [
    r"(?i)\b(ignore|disregard|override|bypass|overrule|neglect)\b.{0,40}\b(instructions?|prompts?|rules?|guidelines?|directions?|directives?|above|safeguards?|restrictions?|guards?)\b",
    r"(?i)\bforget\b.{0,30}\b(instructions?|prompts?|rules|guidelines|training)\b",
    r"(?i)<\s*/?\s*\|?\s*(system|assistant|developer|instructions?|im_start|im_end|tool|prompt)\b",
    r"(?i)\[\s*/?\s*(system|inst|assistant|developer)\b",
    r"(?im)^\s*#*\s*(system|assistant|developer)\s*(prompt|message|override)?\s*:",
    r"(?i)\byou\s+are\s+(now|no\s+longer)\b",
    r"(?i)\bfrom\s+now\s+on,?\s+you\b",
    r"(?i)\b(new|updated|real|actual|hidden)\s+(system\s+)?instructions?\s*:",
    r"(?i)\bsystem\s+prompt\b",
    r"(?i)\b(reveal|print|repeat|show|output|leak|display)\b.{0,30}\b(your|the|system|initial|hidden)\s+(prompt|instructions?)\b",
    r"(?i)\b(developer|debug|admin|god|dan|sudo|root)\s+mode\b|\bjailbreak|\bdo\s+anything\s+now\b",
    r"(?i)\b(pretend|act|behave)\s+(as\s+if|like|to\s+be|you\s+are|as)\s+(you\b|an?\s+(ai|llm|unrestricted|different)|dan\b|the\s+system)",
    r#"(?i)["']?(updates|intent|is_?complete|isComplete|current_?step|shown_?hash)["']?\s*[:=]"#,
    r"(?i)\b(ignoriere?|vergiss|missachte|überschreibe)\b.{0,40}\b(anweisung\w*|instruktion\w*|regeln|vorgaben|prompts?)\b",
    r"(?i)\b(ignore[zr]?|oublie[zr]?|ignora|olvida)\b.{0,30}\b(instructions|consignes|règles|instrucciones|reglas)\b",
    r"(تجاهل|انس).{0,30}(التعليمات|الأوامر|القواعد)",
];

/// A bare no, and what may stand around it.
pub(super) const NO: &str = "no nope nah not nein nicht nö non no لا كلا";
pub(super) const NO_FILLER: &str = "thanks thank you please rather better really need needed none of them these those that it them i don't want \
    danke bitte lieber die das davon keine keines brauchen wir merci gracias شكرا شكرًا";
