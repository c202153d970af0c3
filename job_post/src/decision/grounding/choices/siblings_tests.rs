//! More remote work that is denied, that is not the job's, and hybrid work without the word, in other languages.

use super::tests::all;

#[test]
fn denied_remote_work_means_onsite_in_every_language() {
    all(
        "o",
        &[
            "Buchhalter, Kassel. Remote leider nicht vorgesehen",
            "Remote arbeiten geht bei uns nicht",
            "Mobiles Arbeiten ist bei uns ausgeschlossen",
            "El teletrabajo por desgracia no está permitido",
            "no se puede teletrabajar",
            "Purtroppo lo smart working non è possibile",
            "non si può lavorare da remoto",
            "Niestety praca zdalna nie wchodzi w grę",
            "nie ma możliwości pracy z domu",
            "Thuiswerken kan helaas niet",
            "Infelizmente o teletrabalho não é possível",
            "não é possível trabalhar de casa",
            "Le télétravail n'est pas envisageable",
            "remote is sadly not an option",
            "Working from home isn't something we can offer",
            "Remote work won't be possible for this one",
            "Homeoffice gibt es bei uns leider keins",
            "praca zdalna odpada",
            "This role cannot be done remotely",
            "we've stopped remote working",
            "we no longer do remote",
            "sem teletrabalho",
            "bez pracy zdalnej",
        ],
    );
}

#[test]
fn remote_names_something_else_in_every_language() {
    all(
        "",
        &[
            "assistance à distance des clients",
            "formation à distance de nos clients",
            "zdalne wsparcie klientów",
            "atendimento remoto aos clientes",
            "Support unserer Remote-Kollegen",
            "crane operator for remote-controlled cranes",
            "nurse for the remote islands of Scotland",
            "teacher in a remote village in Alaska",
            "remote monitoring of wind farms",
            "GP in remote Western Australia",
            "ranger at remote campsites",
            "cloud engineer with AWS remote state",
            "driver for remote parts of Canada",
            "you maintain remote weather stations",
        ],
    );
}

#[test]
fn hybrid_is_read_without_the_word_in_every_language() {
    all(
        "h",
        &[
            "2 giorni in smart working",
            "três dias de teletrabalho por semana",
            "3 dni w tygodniu z domu",
            "twee dagen per week thuis",
            "lundi et vendredi en télétravail",
            "un día de teletrabajo a la semana",
            "dienstags und donnerstags Homeoffice",
            "zwei bis drei Tage Homeoffice",
            "one day per week working from home",
            "Remote on Mondays",
        ],
    );
}

#[test]
fn a_remark_on_the_office_is_no_work_type() {
    all(
        "",
        &[
            "Office is dog friendly, there's usually two labs under the desks",
            "our office has a gym",
            "there's a dog in the office",
            "Das Büro hat eine Dachterrasse",
            "im Büro gibt es einen Hund",
            "au bureau il y a un chien",
            "la oficina tiene terraza",
            "en la oficina hay un perro",
            "o escritório tem ginásio",
            "no escritório há um cão",
            "in ufficio c'è un cane, Otto, molto tranquillo",
            "nel nostro ufficio ci sono due cani",
            "het kantoor heeft een dakterras",
            "op kantoor is een hond",
            "w biurze jest pies",
            "في المكتب يوجد مطبخ",
        ],
    );
    all(
        "o",
        &[
            "you must be in the office",
            "the office is mandatory",
            "there's a position in our office",
            "Das Büro ist Pflicht",
            "es gibt eine Stelle im Büro",
            "la oficina es obligatoria",
            "hay que ir a la oficina",
            "praca jest w biurze",
            "het werk is op kantoor",
            "si lavora in ufficio",
            "o trabalho é no escritório",
            "العمل في المكتب",
        ],
    );
}
