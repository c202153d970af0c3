//! Decisions in languages other than English and German: stated values are accepted, others are not.

use super::*;

/// A message, updates that it supports, and updates that it does not.
type Case = (&'static str, &'static [&'static str], &'static [&'static str]);

fn check(cases: &[Case]) {
    for (message, said, unsaid) in cases {
        let decision = Session::new().say(message, said);
        assert!(decision.refusals.is_empty(), "{message}: {:?}", decision.refusals);
        for line in *unsaid {
            let decision = Session::new().say(message, &[line]);
            let stated = decision.changes.iter().filter(|change| change.evidence.basis != Basis::Assumed);
            assert_eq!(stated.count(), 0, "{message}: {line}");
        }
    }
}

#[test]
fn stated_values_are_accepted() {
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
        (
            "Procuramos um cozinheiro experiente em Coimbra, presencial, 1.200 a 1.500 euros por mês",
            &[
                "title: Cozinheiro",
                "location: Coimbra",
                "workType: onsite",
                "salaryMin: 1200",
                "salaryMax: 1500",
                "currency: EUR",
                "salaryPeriod: month",
            ],
            &["workType: remote", "salaryMin: 12000", "salaryPeriod: year", "currency: BRL"],
        ),
        (
            "Cerchiamo una sviluppatrice senior a Torino, da remoto, 2.000 euro al mese",
            &[
                "title: Sviluppatrice",
                "experienceLevel: senior",
                "location: Torino",
                "workType: remote",
                "salaryMin: 2000",
                "currency: EUR",
                "salaryPeriod: month",
            ],
            &["workType: onsite", "experienceLevel: entry", "salaryPeriod: year", "location: Milano"],
        ),
        (
            "Wij zoeken een kok in Haarlem, geen thuiswerk, 2.300 tot 2.600 euro per maand",
            &[
                "title: Kok",
                "location: Haarlem",
                "workType: onsite",
                "salaryMin: 2300",
                "salaryMax: 2600",
                "currency: EUR",
                "salaryPeriod: month",
            ],
            &["workType: remote", "salaryMin: 23000", "salaryPeriod: year", "location: Utrecht"],
        ),
        (
            "Szukamy programisty, praca zdalna, od 12000 do 15000 zł miesięcznie",
            &[
                "title: Programista",
                "workType: remote",
                "salaryMin: 12000",
                "salaryMax: 15000",
                "currency: PLN",
                "salaryPeriod: month",
            ],
            &["workType: hybrid", "salaryMin: 1200", "currency: EUR", "salaryPeriod: year"],
        ),
    ]);
}

#[test]
fn values_are_removed_only_by_words_of_removal() {
    for (removal, question) in [
        ("Retirez le salaire", "Le salaire est-il correct ?"),
        ("Quita el salario", "¿Está bien el salario?"),
        ("احذف الراتب", "هل الراتب مناسب؟"),
        ("Retire o salário", "O salário está certo?"),
        ("Togli lo stipendio", "Lo stipendio è giusto?"),
        ("Haal het salaris weg", "Klopt het salaris?"),
        ("Usuń wynagrodzenie", "Czy wynagrodzenie jest dobre?"),
    ] {
        let mut session = Session::new();
        session.say("A cook, 2000 EUR", &["title: Cook", "salaryMin: 2000", "currency: EUR"]);
        let kept = session.say(question, &["!salaryMin:"]);
        assert!(kept.changes.is_empty(), "{question}");
        let gone = session.say(removal, &["!salaryMin:"]);
        assert!(gone.refusals.is_empty() && gone.draft.value(Field::SalaryMin).is_none(), "{removal}");
    }
}

#[test]
fn fixed_texts_are_in_the_users_language() {
    for (message, language) in [
        ("Bonjour", Language::French),
        ("Hola, buenos días", Language::Spanish),
        ("مرحبا", Language::Arabic),
        ("Guten Tag", Language::German),
        ("Olá, bom dia", Language::Portuguese),
        ("Buongiorno", Language::Italian),
        ("Goedemorgen", Language::Dutch),
        ("Dzień dobry", Language::Polish),
    ] {
        let decision = Session::new().say(message, &[]);
        assert_eq!(decision.reply, phrases::phrase(language, Phrase::GreetingFirst), "{message}");
    }
}
