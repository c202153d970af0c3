//! Single messages in Portuguese, Italian, Dutch and Polish: what they change, and what they must not.

use crate::tests::check;

#[test]
fn portuguese() {
    check(&[
        ("melhor híbrido", &["set workType hybrid"]),
        ("teletrabalho", &["set workType remote"]),
        ("não é teletrabalho", &[]),
        ("retire Kafka e Selenium", &["remove skills Kafka", "remove skills Selenium"]),
        ("Pode remover Java, por favor?", &["remove skills Java"]),
        ("Apague o salário", &["clear salaryMin", "clear salaryMax"]),
        ("elimine a localização", &["clear location"]),
        (
            "de 1.800 a 2.400 euros por mês",
            &["set salaryMin 1800", "set salaryMax 2400", "set currency EUR", "set salaryPeriod month"],
        ),
        ("até 90.000 €", &["set salaryMax 90000", "set currency EUR"]),
        ("Quanto se paga normalmente em Lisboa?", &[]),
        ("muito obrigado", &[]),
        ("prefiro não indicar o salário", &["clear salaryMin", "clear salaryMax"]),
    ]);
}

#[test]
fn italian() {
    check(&[
        ("meglio ibrido", &["set workType hybrid"]),
        ("da remoto", &["set workType remote"]),
        ("togli Kafka e Selenium", &["remove skills Kafka", "remove skills Selenium"]),
        ("Può rimuovere Java, per favore?", &["remove skills Java"]),
        ("Cancella lo stipendio", &["clear salaryMin", "clear salaryMax"]),
        ("elimini la sede", &["clear location"]),
        (
            "da 1.800 a 2.400 euro al mese",
            &["set salaryMin 1800", "set salaryMax 2400", "set currency EUR", "set salaryPeriod month"],
        ),
        ("fino a 90.000 €", &["set salaryMax 90000", "set currency EUR"]),
        ("Quanto si paga di solito a Milano?", &[]),
        ("grazie mille", &[]),
        ("preferisco non indicare lo stipendio", &["clear salaryMin", "clear salaryMax"]),
    ]);
}

#[test]
fn dutch() {
    check(&[
        ("liever hybride", &["set workType hybrid"]),
        ("op afstand", &["set workType remote"]),
        ("verwijder Kafka en Selenium", &["remove skills Kafka", "remove skills Selenium"]),
        ("Kunt u Java verwijderen?", &["remove skills Java"]),
        ("Verwijder het salaris", &["clear salaryMin", "clear salaryMax"]),
        ("schrap de locatie", &["clear location"]),
        (
            "1.800 tot 2.400 euro per maand",
            &["set salaryMin 1800", "set salaryMax 2400", "set currency EUR", "set salaryPeriod month"],
        ),
        ("Hoeveel betaalt men meestal in Utrecht?", &[]),
        ("hartelijk dank", &[]),
        ("het salaris liever niet vermelden", &["clear salaryMin", "clear salaryMax"]),
    ]);
}

#[test]
fn polish() {
    check(&[
        ("raczej hybrydowo", &["set workType hybrid"]),
        ("zdalnie", &["set workType remote"]),
        ("usuń Kafka oraz Selenium", &["remove skills Kafka", "remove skills Selenium"]),
        ("Proszę usunąć Java", &["remove skills Java"]),
        ("Usuń wynagrodzenie", &["clear salaryMin", "clear salaryMax"]),
        ("usuń lokalizację", &["clear location"]),
        (
            "od 8000 do 9500 zł miesięcznie",
            &["set salaryMin 8000", "set salaryMax 9500", "set currency PLN", "set salaryPeriod month"],
        ),
        ("Ile się zwykle płaci w Krakowie?", &[]),
        ("dziękuję bardzo", &[]),
        ("wolę nie podawać wynagrodzenia", &["clear salaryMin", "clear salaryMax"]),
    ]);
}
