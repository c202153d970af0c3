//! Descriptions from templates in every language, and planted additions.

use rust_decimal::Decimal;

use super::*;
use crate::language::Language;
use crate::{Content, Salary, SalaryPeriod, WorkType};

fn cook() -> Content {
    let text = |text: &str| Some(text.to_owned());
    let list = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect();
    Content {
        title: text("Line Cook"),
        location: text("Porto"),
        work_type: Some(WorkType::Onsite),
        employment_types: list(&["full_time"]),
        working_hours: list(&["38 hours a week"]),
        responsibilities: list(&["prepare fish", "keep the station clean."]),
        requirements: list(&["two years in a kitchen"]),
        skills: list(&["Sauces"]),
        benefits: list(&["free meals"]),
        salary: Salary {
            min: Some(Decimal::from(1_400)),
            max: Some(Decimal::from(1_400)),
            currency: crate::money::currency_named("EUR"),
            period: Some(SalaryPeriod::Month),
        },
        how_to_apply: text("by e-mail to jobs@harbour.example"),
        ..Content::default()
    }
}

#[test]
fn a_description_has_every_stated_value_in_every_language() {
    let content = cook();
    for language in Language::ALL {
        let text = compose(language, &content, "Harbour Foods", Style::default()).unwrap();
        for value in [
            "Harbour Foods",
            "Line Cook",
            "Porto",
            "38 hours",
            "prepare fish",
            "Sauces",
            "free meals",
            "jobs@harbour.example",
        ] {
            assert!(text.contains(value), "{language:?}: {text}");
        }
        assert!(!text.contains("..") && !text.contains("{ $"), "{text}");
    }
    assert_eq!(compose(Language::English, &Content::default(), "Harbour Foods", Style::default()), None);
}

#[test]
fn tone_and_length_differ_and_say_nothing_else() {
    let content = cook();
    let facts = Facts::new(&content, "Harbour Foods");
    for language in Language::ALL {
        let mut texts: Vec<String> = Vec::new();
        for tone in [Tone::Plain, Tone::Warm, Tone::Formal] {
            for length in [Length::Short, Length::Normal] {
                let text = compose(language, &content, "Harbour Foods", Style { tone, length }).unwrap();
                assert_eq!(facts.supported(&text), (text.clone(), Vec::new()), "{language:?}");
                assert!(!texts.contains(&text), "{text}");
                texts.push(text);
            }
        }
        assert!(texts[0].len() < texts[1].len(), "{texts:?}");
    }
}

/// Sentences that a model might add.
#[test]
fn additions_are_left_out() {
    let content = cook();
    let facts = Facts::new(&content, "Harbour Foods");
    let right = "Harbour Foods is looking for a Line Cook in Porto.";
    for added in [
        "We pay a market-leading salary.",
        "You will earn 2,000 euros a month.",
        "You bring at least five years of practice.",
        "A bachelor is welcome.",
        "You need a driving licence.",
        "We offer a pension and private insurance.",
        "There are 30 days of holiday.",
        "You can work remotely two days.",
        "The job is part-time.",
        "Our second kitchen is in Lisbon.",
        "You will train with chefs of the Ritz.",
        "We are an award-winning restaurant.",
        "There is room for career growth.",
        "Wir bieten einen Dienstwagen.",
        "Das Gehalt ist überdurchschnittlich.",
        "Der Arbeitsplatz ist in Berlin.",
        "Sie haben ein abgeschlossenes Studium.",
        "Nous offrons une mutuelle et des tickets restaurant.",
        "Le poste est basé à Lyon.",
        "Ofrecemos seguro médico.",
        "Se requiere un título universitario.",
        "Oferecemos plano de saúde.",
        "Offriamo buoni pasto e assicurazione.",
        "Wij bieden een pensioen.",
        "Oferujemy premię i ubezpieczenie.",
        "نقدم تأمين صحي وراتبا تنافسيا.",
    ] {
        let (kept, left_out) = facts.supported(&format!("{right} {added}"));
        assert_eq!(kept, right, "{added}");
        assert_eq!(left_out.len(), 1, "{added}");
    }
}

#[test]
fn right_writings_stay() {
    let content = cook();
    let facts = Facts::new(&content, "Harbour Foods");
    for right in [
        "Harbour Foods is looking for a Line Cook to join the team in Porto.",
        "You prepare fish and keep your station clean.",
        "Two years in a kitchen and a hand for sauces are what you bring.",
        "We pay 1,400 EUR a month and you get free meals.",
        "This is a full-time job with 38 hours a week, on-site in Porto.",
        "Does that sound like you? Then write to jobs@harbour.example.",
        "Harbour Foods sucht einen Line Cook für die Küche in Porto.",
        "Du arbeitest in Vollzeit, 38 Stunden in der Woche.",
        "Harbour Foods recrute un Line Cook à Porto.",
        "Vous préparez le poisson et gardez votre poste propre.",
    ] {
        let language = Language::of([right], None);
        assert_eq!(facts.unsupported_in(right, language), None, "{right}");
    }
}
