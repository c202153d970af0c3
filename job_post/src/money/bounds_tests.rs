//! Words for the least and the most, on both sides of a number.

use super::*;

/// The bound of the first number of each text.
#[track_caller]
fn all(bound: Bound, texts: &[&str]) {
    let read = texts.iter().map(|text| (*text, numbers_in(text).first().map(|figure| figure.bound)));
    let wrong: Vec<_> = read.filter(|(_, read)| *read != Some(bound)).collect();
    assert!(wrong.is_empty(), "{bound:?} expected: {wrong:#?}");
}

#[test]
fn the_most_is_read_in_nine_languages() {
    all(
        Bound::AtMost,
        &[
            "the boss reckons cap it at 52",
            "the ceiling is 52",
            "no more than 52",
            "not above 52",
            "let's not go over 52",
            "we don't go above 52",
            "52, that's the max",
            "52 is the highest",
            "topping out at 52",
            "max. 52",
            "52 at most",
            "52 is the most we can pay",
            "52 is our limit",
            "höchstens 52",
            "nicht mehr als 52",
            "nicht über 52",
            "wir deckeln bei 52",
            "bis zu 52",
            "52 höchstens",
            "52 ist die Obergrenze",
            "plafonnez-le à 52",
            "pas plus de 52",
            "au plus 52",
            "52 au plus",
            "52 maxi",
            "on ne dépasse pas 52",
            "52, c'est notre plafond",
            "52 c'est le plafond",
            "el tope es 52",
            "no más de 52",
            "52 como máximo",
            "52 a lo sumo",
            "al massimo 52",
            "non più di 52",
            "fino a 52",
            "52 è il tetto",
            "até 52",
            "não mais de 52",
            "52 no máximo",
            "52 é o teto",
            "hooguit 52",
            "niet meer dan 52",
            "tot 52",
            "52 is het plafond",
            "najwyżej 52",
            "góra 52",
            "nie więcej niż 52",
            "52 to maksimum",
            "52 najwyżej",
            "حتى 52",
            "بحد أقصى 52",
            "لا يتجاوز 52",
            "52 كحد أقصى",
            "52 على الأكثر",
        ],
    );
}

#[test]
fn the_least_is_read_in_nine_languages() {
    all(
        Bound::AtLeast,
        &[
            "at least 18",
            "no less than 18",
            "not below 18",
            "18 at least",
            "18 is the floor",
            "26 is the lowest we'd go",
            "don't go below 18",
            "mindestens 18",
            "mind. 18",
            "nicht weniger als 18",
            "nicht unter 18",
            "18 mindestens",
            "au moins 18",
            "pas moins de 18",
            "18 au moins",
            "al menos 18",
            "18 como mínimo",
            "almeno 18",
            "non meno di 18",
            "pelo menos 18",
            "18 no mínimo",
            "minstens 18",
            "niet minder dan 18",
            "co najmniej 18",
            "nie mniej niż 18",
            "لا يقل عن 18",
            "18 على الأقل",
        ],
    );
}

#[test]
fn a_bound_of_another_number_is_none_of_this_one() {
    all(
        Bound::Exactly,
        &[
            "make it 52",
            "never mind 18",
            "18 an hour at least 20 hours a week",
            "18, the maximum is 20",
            "18, das Maximum ist 20",
            "18 € die Stunde, mindestens 20 Stunden",
            "18 e no máximo 20",
            "18 to 20 at most",
        ],
    );
    let second = |text: &str| numbers_in(text)[1].bound;
    for text in ["from 40 make it 52", "maximum 20 hours 52 an hour", "no más de 20 horas, 52 la hora"] {
        assert_eq!(second(text), Bound::Exactly, "{text}");
    }
}
