//! Descriptions from templates in every language, and planted additions.

use rust_decimal::Decimal;
use serde_json::Value;

use super::*;
use crate::language::Language;
use crate::{Content, Draft, Op, ProposedUpdate, Salary, SalaryPeriod, WorkType};

static UNSET: WritingSettings = WritingSettings {
    tone: Tone::Plain,
    length: Length::Normal,
    about_company: None,
    equal_opportunity_statement: None,
    standing_benefits: Vec::new(),
};

fn of(content: &Content) -> Sources<'_> {
    Sources { content, company: "Harbour Foods", settings: &UNSET }
}

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
        notes: list(&["the kitchen has a view of the river"]),
        ..Content::default()
    }
}

#[test]
fn a_description_has_every_stated_value_in_every_language() {
    let content = cook();
    for language in Language::ALL {
        let text = compose(language, of(&content), Style::default()).unwrap();
        for value in [
            "Harbour Foods",
            "Line Cook",
            "Porto",
            "38 hours",
            "- Prepare fish",
            "- Sauces",
            "- Free meals",
            "jobs@harbour.example",
        ] {
            assert!(text.contains(value), "{language:?}: {text}");
        }
        assert!(!text.contains("..") && !text.contains("{ $"), "{text}");
    }
    assert_eq!(compose(Language::English, of(&Content::default()), Style::default()), None);
}

#[test]
fn tone_and_length_differ_and_say_nothing_else() {
    let content = cook();
    let facts = Facts::new(of(&content));
    for language in Language::ALL {
        let mut texts: Vec<String> = Vec::new();
        for style in Style::all() {
            let text = compose(language, of(&content), style).unwrap();
            assert_eq!(facts.supported(&text), (text.clone(), Vec::new()), "{language:?}");
            assert_eq!(text.contains("\n"), style.length > Length::Short, "{text}");
            assert!(!texts.contains(&text), "{text}");
            texts.push(text);
        }
        assert!(texts[0].len() < texts[1].len() && texts[1].len() < texts[2].len(), "{texts:?}");
    }
}

/// Sentences that a model might add.
const ADDITIONS: [&str; 26] = [
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
    "You earn 1,400 EUR an hour.",
    "Der Arbeitsplatz ist in Berlin.",
    "Sie haben ein abgeschlossenes Studium.",
    "Nous offrons une mutuelle et des titres restaurant.",
    "Le poste est basé à Lyon.",
    "Ofrecemos seguro médico.",
    "Se requiere un título universitario.",
    "Oferecemos plano de saúde.",
    "Offriamo buoni pasto e assicurazione.",
    "Wij bieden een pensioen.",
    "Oferujemy premię i ubezpieczenie.",
    "نقدم تأمين صحي وراتبا تنافسيا.",
];

#[test]
fn additions_are_left_out() {
    let content = cook();
    let facts = Facts::new(of(&content));
    let right = "Harbour Foods is looking for a Line Cook in Porto.";
    for added in ADDITIONS {
        let (kept, left_out) = facts.supported(&format!("{right} {added}"));
        assert!(!kept.contains(added) && !left_out.is_empty(), "{added}");
    }
}

/// The rest of the text stays as it is, in every language and form.
#[test]
fn additions_to_headings_and_lists_are_left_out() {
    let content = cook();
    let styles = || {
        let of = |tone, length| Style { tone, length };
        [of(Tone::Plain, Length::Normal), of(Tone::Warm, Length::Long)].into_iter()
    };
    for (language, style) in Language::ALL.into_iter().flat_map(|one| styles().map(move |style| (one, style)))
    {
        let facts = Facts::new(of(&content));
        let text = compose(language, of(&content), style).unwrap();
        for added in ADDITIONS.into_iter().step_by(4) {
            for planted in [
                text.replacen("\n\n## ", &format!("\n\n## {added}\n\n## "), 1),
                text.replacen("\n- ", &format!("\n- {added}\n- "), 1),
                format!("{text}\n\n## {added}\n\n- {added}\n- {added}"),
                format!("{text} {added}"),
            ] {
                assert_eq!(facts.supported(&planted).0, text, "{added}");
            }
        }
    }
}

#[test]
fn right_writings_stay() {
    let content = cook();
    let facts = Facts::new(of(&content));
    for right in [
        "Harbour Foods is looking for a Line Cook to join the team in Porto.",
        "You prepare fish and keep your station clean.",
        "Two years in a kitchen and a hand for sauces are what you bring.",
        "We pay 1,400 EUR a month and you get free meals.",
        "This is a full-time job with 38 hours a week, on-site in Porto.",
        "Does that sound like you? Then write to jobs@harbour.example.",
        "Harbour Foods sucht einen Line Cook in Porto.",
        "Du arbeitest in Vollzeit, 38 Stunden in der Woche.",
        "Harbour Foods recrute un Line Cook à Porto.",
        "Vous travaillez à temps plein, 38 heures par semaine.",
    ] {
        let language = Language::of([right], None);
        assert_eq!(facts.unsupported_in(right, language), None, "{right}");
    }
}

/// Descriptions by language models that did not know the rules, each with two sentences that claim more.
const WRITINGS: &str = include_str!("../../../testing/data/writings.jsonl");

#[derive(serde::Deserialize)]
struct Sample {
    company: String,
    fields: serde_json::Map<String, Value>,
    writing: String,
    planted: Vec<String>,
}

impl Sample {
    fn content(&self) -> Content {
        let mut draft = Draft::default();
        for (name, value) in &self.fields {
            let items =
                |all: &Vec<Value>| all.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n");
            let text = value.as_array().map(items);
            let value = text.or(value.as_str().map(str::to_owned)).unwrap_or_else(|| value.to_string());
            let update =
                ProposedUpdate { op: Op::Set, field: name.parse().unwrap(), value, quote: String::new() };
            update.apply_unchecked(&mut draft);
        }
        draft.content
    }
}

#[test]
fn outsiders_descriptions_stay_and_their_additions_do_not() {
    let (mut sentences, mut refused, mut cut, mut through) = (0, 0, Vec::new(), Vec::new());
    let samples: Vec<Sample> = WRITINGS.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for sample in &samples {
        let content = sample.content();
        let facts = Facts::new(Sources { company: &sample.company, ..of(&content) });
        sentences += crate::decision::questions::sentences(&sample.writing).len();
        let (kept, left_out) = facts.supported(&sample.writing);
        refused += usize::from(crate::decision::questions::sentences(&kept).len() < 2);
        cut.extend(left_out.into_iter().map(|words| format!("{words}: {}", sample.writing)));
        for planted in &sample.planted {
            let writing = &sample.writing;
            let listed = format!("{writing}\n\n## {planted}\n\nWe offer:\n- {planted}\n- {planted}");
            for text in [format!("{writing} {planted}"), listed] {
                if facts.supported(&text).0.contains(planted.as_str()) {
                    through.push(planted);
                }
            }
        }
    }
    assert!(samples.len() >= 150 && sentences > 500, "{} {sentences}", samples.len());
    let report = cut.join("\n");
    assert!(through.is_empty(), "{through:#?}");
    // A cut sentence is often right, as it must have no other word; a whole description is hardly ever lost.
    assert!(refused * 50 < samples.len(), "{refused}");
    assert!(cut.len() * 8 < sentences, "{} of {sentences}\n{report}", cut.len());
}

#[test]
fn the_organization_s_own_texts_stand_in_each_description() {
    let content = cook();
    let settings = WritingSettings {
        about_company: Some("We have smoked fish since 1904. Our boats are electric.".to_owned()),
        equal_opportunity_statement: Some("We welcome everybody.".to_owned()),
        ..WritingSettings::default()
    };
    let sources = Sources { settings: &settings, ..of(&content) };
    let facts = Facts::new(sources);
    for style in Style::all() {
        let text = compose(Language::English, sources, style).unwrap();
        assert_eq!(text.contains("since 1904"), style.length > Length::Short, "{text}");
        assert!(text.contains("We welcome everybody."), "{text}");
        assert_eq!(facts.supported(&text).0, text);
    }
    let (kept, left_out) = facts.supported("We have smoked fish since 1904. We have won prizes since 1904.");
    assert_eq!((&*kept, left_out.len()), ("We have smoked fish since 1904.", 1));
}

#[test]
fn a_model_s_text_gets_the_organization_s_own_texts_once() {
    let settings = WritingSettings {
        about_company: Some("We have smoked fish since 1904.".to_owned()),
        equal_opportunity_statement: Some("We welcome everybody.".to_owned()),
        ..WritingSettings::default()
    };
    let text = "Cook with us. You prepare fish. We welcome everybody.";
    let normal = "Cook with us. We have smoked fish since 1904. You prepare fish. We welcome everybody.";
    assert_eq!(settings.framed(text, Style::default()), normal);
    assert_eq!(settings.framed(text, Style { length: Length::Short, ..Style::default() }), text);
}

#[test]
fn a_page_has_each_fact_once_and_where_candidates_look() {
    let text = |text: &str| Some(text.to_owned());
    let list = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect();
    let content = Content {
        title: text("Bakery Assistants"),
        location: text("York"),
        openings: Some(3),
        employment_types: list(&["full_time"]),
        requirements: list(&["French would be handy", "food hygiene certificate"]),
        benefits: list(&["free parking"]),
        salary: Salary {
            min: "12.5".parse().ok(),
            max: "12.5".parse().ok(),
            currency: crate::money::currency_named("GBP"),
            period: Some(SalaryPeriod::Hour),
        },
        how_to_apply: text("to apply phone Ann on 01904 960182"),
        apply_by: text("before 1 March"),
        notes: list(&[
            "for our shop",
            "everybody may take bread home",
            "no experience needed, we train",
            "gross",
            "our oven is from 1950",
        ]),
        ..Content::default()
    };
    let expected = "Harbour Foods is looking for 3 Bakery Assistants for its shop in York. Our oven is from 1950.\n\n\
        ## What you bring\n\n- No experience needed, we train\n\n\
        Required:\n\n- Food hygiene certificate\n\nNice to have:\n\n- French would be handy\n\n\
        ## What we offer\n\nThe pay is £12.50 gross per hour.\n\n- Free parking\n- Everybody may take bread home\n\n\
        ## How to apply\n\nWe would like to hear from you. Phone Ann on 01904 960182. Please apply before 1 March.";
    assert_eq!(compose(Language::English, of(&content), Style::default()).as_deref(), Some(expected));
}
