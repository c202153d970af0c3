//! Clauses that no reader understood, and what they become: whole items, kinds of lists, parts of the way to apply.

use serde_json::json;

use crate::conversations_tests::hold;

#[test]
fn a_clause_takes_the_place_of_the_item_that_was_read_from_it() {
    hold(
        &json!({ "title": "Cook", "location": "Bath" }),
        &[
            (
                "vitto e alloggio gratis in camera singola",
                &["add benefits vitto e alloggio gratis in camera singola", "!add notes"],
            ),
            ("mittagessen gratis", &["add benefits mittagessen gratis", "!add notes"]),
            (
                "doświadczenie w sprzedaży min. 2 lata",
                &["add requirements doświadczenie w sprzedaży min. 2 lata", "!add notes"],
            ),
            (
                "hay casa para la familia con luz y wifi",
                &["add benefits hay casa para la familia con luz y wifi", "!add notes"],
            ),
            (
                "Need 5+ yrs payroll experience and the PCP designation",
                &["add requirements the PCP designation", "!add notes"],
            ),
        ],
    );
}

#[test]
fn items_that_say_all_of_a_clause_stay() {
    hold(
        &json!({ "title": "Cook", "location": "Bath" }),
        &[
            (
                "they will receive a pension and free meals",
                &["add benefits pension", "add benefits free meals"],
            ),
            ("you get a pension, and we pay for free meals", &["add benefits pension"]),
        ],
    );
}

#[test]
fn a_clause_that_goes_on_with_an_item_belongs_to_it() {
    hold(
        &json!({ "title": "Cook", "location": "Bath" }),
        &[
            (
                "30 hours a week, 8.45am to 3.15pm with half an hour unpaid for lunch",
                &["add workingHours 8.45am to 3.15pm with half an hour unpaid for lunch", "!add notes"],
            ),
            (
                "We supply the van (its electric) and phone",
                &["add benefits We supply the van (its electric)", "!add notes"],
            ),
            (
                "must have a DBS check, we pay for it",
                &["add requirements DBS check, we pay for it", "!add notes"],
            ),
        ],
    );
}

#[test]
fn whom_to_ask_for_and_when_to_call_belong_to_the_way_to_apply() {
    hold(
        &json!({ "title": "Cook", "location": "Bath" }),
        &[
            (
                "appeler Réjean au 819 555-0137 après 16h",
                &["set contact Réjean au 819 555-0137 après 16h", "!add notes"],
            ),
            (
                "llamar a Ernesto al 358 555-0164 a la noche",
                &["set contact Ernesto al 358 555-0164 a la noche", "!add notes"],
            ),
            (
                "Enviar CV para rh@foz.example, pessoa de contacto Marta Queirós",
                &["set howToApply Enviar CV para rh@foz.example, pessoa de contacto Marta Queirós"],
            ),
            ("telefon 71 555 01 38 pan Marek", &["set contact 71 555 01 38 pan Marek", "!add notes"]),
        ],
    );
}

#[test]
fn clauses_find_their_lists() {
    hold(
        &json!({ "title": "Cook", "location": "Bath", "salaryMin": 12 }),
        &[
            (
                "nvq level 2 would be nice but not essential, they do need an enhanced DBS",
                &[
                    "add requirements nvq level 2 would be nice but not essential",
                    "add requirements they do need an enhanced DBS",
                ],
            ),
            ("£12.85 an hour, £13.60 on nights", &["add additionalPay £13.60 on nights"]),
            (
                "elke week een fles melk mee naar huis",
                &["add benefits elke week een fles melk mee naar huis"],
            ),
            ("Winbooks ou Horus, c'est un plus", &["add requirements Winbooks ou Horus, c'est un plus"]),
            ("the vans are all electric", &["add notes the vans are all electric"]),
            ("we are a family business since 1987", &["add notes we are a family business since 1987"]),
        ],
    );
}

#[test]
fn a_department_keeps_the_letters_behind_it() {
    hold(
        &json!({ "title": "Przedstawiciel Handlowy" }),
        &[
            ("to dział sprzedaży B2B", &["set department Sprzedaży B2B"]),
            (
                "Przedstawiciel handlowy, woj. podkarpackie, biuro Rzeszów, dział sprzedaży B2B",
                &["set location Rzeszów", "add notes biuro Rzeszów", "set department Sprzedaży B2B"],
            ),
            ("to dział sprzedaży w Opolu", &["set department Sprzedaży"]),
        ],
    );
}

#[test]
fn polish_titles_are_set_in_the_nominative() {
    hold(
        &json!({}),
        &[
            ("szukam kierowcy C+E", &["set title Kierowca C+E"]),
            ("Szukamy kucharza do Poznania", &["set title Kucharz"]),
            ("zatrudnimy mechanika samochodowego", &["set title Mechanik samochodowy"]),
            ("potrzebny przedstawiciel handlowy", &["set title Przedstawiciel Handlowy"]),
        ],
    );
}
