//! Which notes a description has, and where.

use rust_decimal::Decimal;

use super::note_sections::Section;
use super::remarks::{Notes, sorted};
use crate::language::Language;
use crate::{Content, Salary, WorkType};

/// What candidates read of the notes, beside the pay.
fn page(notes: &Notes) -> Vec<String> {
    let others = notes.others.iter().map(|(_, note)| note);
    let all = notes.introduction.iter().chain(&notes.workplace).chain(&notes.districts).chain(&notes.of_work);
    all.chain(others).cloned().collect()
}

fn of(notes: &[&str]) -> Notes {
    let content = Content {
        title: Some("HVAC Technician".to_owned()),
        benefits: vec!["free parking in the yard".to_owned()],
        salary: Salary { min: Some(Decimal::from(3_000)), ..Salary::default() },
        notes: notes.iter().map(|note| (*note).to_owned()).collect(),
        ..Content::default()
    };
    let language = Language::of(notes.iter().copied(), None);
    sorted(language, &content, "Redbud Heating & Air")
}

#[test]
fn candidates_read_what_makes_the_place_special() {
    for note in [
        "The vans are all electric",
        "Hunde sind bei uns im Haus willkommen",
        "Le four est au bois",
        "Los carritos son eléctricos",
        "La lavanderia è interna",
        "A clínica fica em frente ao mar",
        "Bus is elektrisch",
        "Auta są z 2023 roku",
        "الورشة جنب موقف الباص رقم 9",
        "Hybrid, 3 days in the office",
        "There's a room upstairs if you need it",
    ] {
        assert_eq!(page(&of(&[note])), [note]);
    }
    for (note, text) in [
        ("oh and theres a bbq on fridays lol", "There's a bbq on Fridays"),
        (
            "we have a resident cat called Bertie so nobody with cat allergys pls",
            "We have a resident cat called Bertie",
        ),
        ("head chef forages her own seaweed", "Head chef forages her own seaweed"),
        ("And please say we have a garden with four hens", "We have a garden with four hens"),
    ] {
        assert_eq!(page(&of(&[note])), [text]);
    }
}

#[test]
fn what_the_company_is_introduces_it() {
    for note in [
        "We're a family outfit and have done heating since 1987",
        "Redbud Heating has 40 vans on the road",
        "Wir sind ein Familienbetrieb in dritter Generation",
        "Nous sommes une entreprise familiale",
        "Siamo un'azienda di 12 persone",
    ] {
        assert_eq!(of(&[note]).introduction, [note]);
    }
    let been = of(&["Been doing heating and air since 1987"]);
    assert_eq!(been.introduction, ["We have been doing heating and air since 1987"]);
    let notes = of(&["Garage familial depuis 1987"]);
    assert_eq!(notes.others, [(Section::More, "Garage familial depuis 1987".to_owned())], "no sentence");
    let content = Content {
        location: Some("Tulsa, OK".to_owned()),
        notes: vec!["We're a family outfit in Tulsa".to_owned(), "Our family has lived in Tulsa".to_owned()],
        ..Content::default()
    };
    let introduction = sorted(Language::English, &content, "Acme").introduction;
    assert_eq!(introduction, ["We're a family outfit", "Our family has lived in Tulsa"]);
}

#[test]
fn remarks_for_the_organization_stay_with_it() {
    for note in [
        "Boss says 42 is too low",
        "Nicht 19",
        "nobody with cat allergies",
        "new rates came through",
        "Kennziffer FE-2209 bitte angeben",
        "WAS DU MITBRINGST BEI UNS",
        "hotel",
        "Put the salary back in",
        "No publiques todavía",
        "Back to hybrid please",
        "We pay between",
        "Wir suchen eine",
        "Somebody with RICS membership",
        "What we ask for",
        "Pay and conditions",
        "Location: Leeds (LS10)",
        "HVAC Technician - 1st shift",
        "Salary of 3,000 EUR a month, paid on Fridays",
        "free parking in the yard",
        "we pay for it",
        "call Mr Jones on 01632 960182",
        "we want a young team",
    ] {
        let notes = of(&[note]);
        assert_eq!(page(&notes), [""; 0], "{note}: {notes:?}");
    }
}

#[test]
fn qualifiers_belong_to_the_pay() {
    for note in [
        "brutto",
        "14x",
        "je nach Erfahrung",
        "depending on experience",
        "selon l'expérience",
        "en 14 pagas",
        "calcolato sul 100%",
        "auf 100% gerechnet",
        "na rękę",
        "en blanco",
        "bei 100%",
        "selon les cartes de compétence",
    ] {
        let notes = of(&[note]);
        let of_pay = [notes.basis, notes.of_pay].concat();
        assert_eq!((of_pay, notes.others), (vec![note.to_owned()], vec![]));
    }
    assert_eq!(of(&["Gross"]).basis, ["gross"]);
    for note in ["je nach Saison", "gross negligence", "experience with cows"] {
        assert_eq!(of(&[note]).of_pay, [""; 0], "{note}");
    }
}

#[test]
fn short_facts_are_no_remarks() {
    for (note, text) in [
        ("210 vacas", "210 vacas"),
        ("son 90 ovejas", "90 ovejas"),
        ("3 sites", "3 sites"),
        ("4x10", "4x10"),
        (
            "Wir backen jeden Tag und das Team isst gratis mit",
            "Wir backen jeden Tag und das Team isst gratis mit",
        ),
    ] {
        assert_eq!(page(&of(&[note])), [text]);
    }
    for note in ["nicht 19", "no 12", "19", "33.40"] {
        assert_eq!(page(&of(&[note])), [""; 0], "{note}");
    }
}

#[test]
fn a_kind_of_workplace_is_no_part_of_the_town() {
    for (language, note, text) in [
        (Language::English, "for our care home", "for our care home"),
        (Language::English, "at our guesthouse", "at our guesthouse"),
        (Language::English, "for Year 2", "for Year 2"),
        (Language::German, "für unser Hotel", "für unser Hotel"),
        (Language::German, "für die Werkstatt", "für die Werkstatt"),
        (Language::Spanish, "para mi mueblería", "para su mueblería"),
        (Language::Spanish, "para hotel de 4 estrellas", "para hotel de 4 estrellas"),
        (Language::Portuguese, "pra clínica odontológica", "para clínica odontológica"),
        (Language::Italian, "per la mia pizzeria", "per la propria pizzeria"),
        (Language::Dutch, "voor mijn kledingwinkel", "voor onze kledingwinkel"),
    ] {
        let content = Content { notes: vec![note.to_owned()], ..Content::default() };
        assert_eq!(sorted(language, &content, "Acme").workplace, [text], "{note}");
    }
    for note in
        ["for a long time", "for September", "with our boss", "for the right candidate", "from our hotel"]
    {
        assert_eq!(of(&[note]).workplace, [""; 0], "{note}");
    }
    for note in ["colonia Providencia", "zona Bolognina", "bairro Batel", "woj. podkarpackie"] {
        let content = Content {
            location: Some("Puebla".to_owned()),
            notes: vec![note.to_owned()],
            ..Content::default()
        };
        assert_eq!(sorted(Language::Spanish, &content, "Acme").districts, [note]);
    }
}

#[test]
fn what_makes_the_place_special_comes_first() {
    let notes = of(&["Parking is difficult here", "Our oven is from 1932", "The vans are electric"]);
    assert_eq!(notes.introduction, ["Our oven is from 1932"]);
    assert_eq!(notes.others.len(), 2);
}

#[test]
fn the_days_at_home_belong_to_the_work_type() {
    let content = Content {
        work_type: Some(WorkType::Hybrid),
        notes: vec!["hybrid with 2 days at home".to_owned()],
        ..Content::default()
    };
    assert_eq!(sorted(Language::English, &content, "Acme").of_work, ["Hybrid with 2 days at home"]);
}

#[test]
fn pay_by_a_scale_is_an_offer() {
    let content = Content { notes: vec!["Loon volgens barema 126".to_owned()], ..Content::default() };
    let notes = sorted(Language::Dutch, &content, "Acme");
    assert_eq!(notes.others, [(Section::Offer, "Loon volgens barema 126".to_owned())]);
    let notes = of(&["actual", "Grade 3", "base pay", "13 salaires", "en 13 salaires"]);
    assert_eq!(
        (notes.basis, notes.of_pay),
        (
            vec!["actual".to_owned(), "base".to_owned()],
            vec!["Grade 3".to_owned(), "en 13 salaires".to_owned()]
        )
    );
}
