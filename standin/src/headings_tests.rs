//! More headings and bullets of short ads, and ads as Word pastes them.

use serde_json::json;

use crate::conversations_tests::hold;
use crate::postings_tests::missing;

#[test]
fn lists_are_found_under_headings_of_every_language() {
    let mut wrong = Vec::new();
    for headings in [
        ["Your responsibilities", "Who you are", "Why work with us"],
        ["Tasks", "Skills needed", "Benefits package"],
        ["**Deine Aufgaben**", "**Dein Profil**", "**Wir bieten**"],
        ["Ihre Aufgaben:", "Ihr Profil:", "Unser Angebot:"],
        ["Missions principales", "Compétences requises", "Ce que nous offrons"],
        ["Tus funciones", "Qué buscamos", "Qué ofrecemos"],
        ["Cosa farai", "Chi cerchiamo", "Cosa offriamo"],
        ["Le tue mansioni", "Il tuo profilo", "Cosa ti offriamo"],
        ["O que vais fazer", "O teu perfil", "O que oferecemos"],
        ["Funções", "Requisitos", "Oferecemos"],
        ["Taken", "Functie-eisen", "Arbeidsvoorwaarden"],
        ["Jouw taken", "Jouw profiel", "Ons aanbod"],
        ["Zakres obowiązków", "Oczekujemy", "Co oferujemy"],
        ["Czym będziesz się zajmować", "Czego oczekujemy", "Co oferujemy"],
        ["KEY DUTIES", "ESSENTIAL SKILLS", "BENEFITS"],
        ["__Responsibilities__", "__Requirements__", "__Benefits__"],
        ["Day to day", "You'll need", "You'll get"],
        ["### What you'll be doing", "### What we're looking for", "### What you'll get"],
        ["The role:", "The person:", "The rewards:"],
        ["Was dich erwartet", "Was du mitbringst", "Was wir dir bieten"],
    ] {
        wrong.extend(missing(headings, "- "));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn bullets_of_other_programs_are_no_text() {
    let bullets = ["‣ ", "▪ ", "– ", "→ ", "1) ", "■ ", "✔ ", "👉 ", "a) ", "- [ ] "];
    let wrong: Vec<_> =
        bullets.iter().flat_map(|bullet| missing(["Duties", "Requirements", "Benefits"], bullet)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn ads_from_word_are_read() {
    hold(
        &json!({}),
        &[
            (
                "Job title:\tPayroll Officer\nDepartment:\tFinance &amp;amp; Payroll\nSalary:\t£31,500 – £34,000 per annum pro rata (0.6 FTE)\nHybrid working (2 days home‑working)\nKey duties\n·\tRun the payroll\n·\tAnswer queries\n·\tFile returns\nRequirements\n§\tCIPP qualification\no\tGood Excel",
                &[
                    "set title Payroll Officer",
                    "set department Finance & Payroll",
                    "set workType hybrid",
                    "set salaryMin 31500",
                    "set salaryMax 34000",
                    "add responsibilities Run the payroll",
                    "add responsibilities File returns",
                    "add requirements CIPP qualification",
                    "add requirements Good Excel",
                ],
            ),
            (
                "Position:\tLab Technician\nDept:\tResearch &amp; Development\nPay:\t£24,000 per annum\nDuties\n§\tPrepare samples\n§\tLog results\nEssential criteria\n§\tA degree in chemistry",
                &[
                    "set title Lab Technician",
                    "set department Research & Development",
                    "set salaryMin 24000",
                    "add responsibilities Prepare samples",
                    "add requirements A degree in chemistry",
                ],
            ),
            (
                "Stelle:\tSachbearbeiter Einkauf\nAbteilung:\tEinkauf &amp; Logistik\nGehalt:\t3.200,- € mtl.\nIhre Aufgaben\n·\tBestellungen auslösen\n·\tLieferanten betreuen\nIhr Profil\n·\tKaufmännische Ausbildung",
                &[
                    "set title Sachbearbeiter Einkauf",
                    "set department Einkauf & Logistik",
                    "set salaryMin 3200",
                    "set salaryPeriod month",
                    "add responsibilities Bestellungen auslösen",
                    "add requirements Kaufmännische Ausbildung",
                ],
            ),
            (
                "Poste :\tAssistant comptable\nDépartement :\tAchats &amp; Ventes\nMissions\n·\tSaisir les factures\n·\tSuivre les paiements\nProfil recherché\n·\tBac+2 en comptabilité",
                &[
                    "set title Assistant comptable",
                    "set department Achats & Ventes",
                    "!responsibilities Assistant comptable",
                    "add responsibilities Saisir les factures",
                    "add requirements Bac+2 en comptabilité",
                ],
            ),
        ],
    );
}
