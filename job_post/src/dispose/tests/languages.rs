//! The guards in French, Spanish and Arabic: what was said becomes a fact, what was not does not.

use super::*;

/// A message, proposals that it grounds, and proposals that it does not.
type Case = (&'static str, &'static [&'static str], &'static [&'static str]);

fn check(cases: &[Case]) {
    for (message, said, unsaid) in cases {
        let outcome = Talk::new().say(message, said);
        assert!(outcome.refusals.is_empty(), "{message}: {:?}", outcome.refusals);
        for line in *unsaid {
            let outcome = Talk::new().say(message, &[line]);
            let stated = outcome.changes.iter().filter(|change| change.evidence.basis != Basis::Assumed);
            assert_eq!(stated.count(), 0, "{message}: {line}");
        }
    }
}

#[test]
fn facts_rest_on_words() {
    check(&[
        (
            "Nous cherchons un cuisinier confirmé à Lyon, sur place, entre 2 500 et 3 000 € par mois",
            &[
                "title: Cuisinier",
                "experienceLevel: mid",
                "location: Lyon",
                "workType: onsite",
                "salaryMin: 2500",
                "salaryMax: 3000",
                "currency: EUR",
                "salaryPeriod: month",
            ],
            &[
                "experienceLevel: lead",
                "workType: remote",
                "salaryMin: 27000",
                "salaryPeriod: year",
                "location: Paris",
            ],
        ),
        (
            "Un vendeur débutant, payé au SMIC, pas de télétravail, 35 heures par semaine",
            &["title: Vendeur", "experienceLevel: entry", "workType: onsite"],
            &["salaryMin: 1801", "salaryMin: 35", "workType: remote", "workType: hybrid"],
        ),
        (
            "Buscamos una desarrolladora sénior, teletrabajo, de 1.800 a 2.400 euros mensuales",
            &[
                "title: Desarrolladora",
                "experienceLevel: senior",
                "workType: remote",
                "salaryMin: 1800",
                "salaryMax: 2400",
                "currency: EUR",
                "salaryPeriod: month",
            ],
            &["workType: hybrid", "salaryMin: 18000", "salaryPeriod: year", "currency: MXN"],
        ),
        (
            "Camarero sin experiencia, presencial, 18.000 pesos al mes",
            &["title: Camarero", "experienceLevel: entry", "workType: onsite", "salaryMin: 18000"],
            &["currency: MXN", "currency: COP", "experienceLevel: mid", "workType: remote"],
        ),
        (
            "نبحث عن مهندس خبير عن بعد، الراتب من ١٨٠٠ إلى ٢٤٠٠ دينار شهريا",
            &[
                "title: مهندس",
                "experienceLevel: senior",
                "workType: remote",
                "salaryMin: 1800",
                "salaryMax: 2400",
                "salaryPeriod: month",
            ],
            &[
                "currency: JOD",
                "currency: KWD",
                "workType: onsite",
                "experienceLevel: entry",
                "salaryMin: 18000",
            ],
        ),
        (
            "معلم مبتدئ في الكويت، حضوري، 900 دينار في الشهر",
            &["title: معلم", "experienceLevel: entry", "workType: onsite", "salaryMin: 900", "currency: KWD"],
            &["currency: JOD", "workType: hybrid", "salaryPeriod: year"],
        ),
    ]);
}

#[test]
fn things_go_when_the_words_say_so() {
    for (removal, question) in [
        ("Retirez le salaire", "Le salaire est-il correct ?"),
        ("Quita el salario", "¿Está bien el salario?"),
        ("احذف الراتب", "هل الراتب مناسب؟"),
    ] {
        let mut talk = Talk::new();
        talk.say("A cook, 2000 EUR", &["title: Cook", "salaryMin: 2000", "currency: EUR"]);
        let kept = talk.say(question, &["!salaryMin:"]);
        assert!(kept.changes.is_empty(), "{question}");
        let gone = talk.say(removal, &["!salaryMin:"]);
        assert!(gone.refusals.is_empty() && gone.draft.value(Field::SalaryMin).is_none(), "{removal}");
    }
}

#[test]
fn our_words_are_in_the_users_language() {
    for (message, language) in [
        ("Bonjour", Language::French),
        ("Hola, buenos días", Language::Spanish),
        ("مرحبا", Language::Arabic),
        ("Guten Tag", Language::German),
    ] {
        let outcome = Talk::new().say(message, &[]);
        assert_eq!(outcome.reply, phrases::say(language, Say::GreetingFirst), "{message}");
    }
}
