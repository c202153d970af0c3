//! Benefits and requirements beside other facts, corrections of pay, scripts without spaces, and amounts in replies.

use serde_json::json;

use crate::conversations_tests::hold;
use crate::tests::answer;

#[test]
fn benefits_behind_a_position_are_read() {
    hold(
        &json!({}),
        &[
            (
                "Marketing Executive (12 month FTC, maternity cover) – London Bridge / hybrid, competitive. 25 days’ holiday, private healthcare and a season ticket loan",
                &[
                    "add benefits 25 days’ holiday",
                    "add benefits private healthcare",
                    "add benefits season ticket loan",
                ],
            ),
            (
                "Sous chef, Bath, 32k. 28 days' holiday, free meals and staff discount",
                &[
                    "set salaryMin 32000",
                    "add benefits 28 days' holiday",
                    "add benefits free meals",
                    "add benefits staff discount",
                ],
            ),
            (
                "Koch in Ulm. 30 Tage Urlaub, Jobticket und freies Essen",
                &[
                    "set location Ulm",
                    "add benefits 30 Tage Urlaub",
                    "add benefits Jobticket",
                    "add benefits freies Essen",
                ],
            ),
            (
                "Serveur à Lille. Mutuelle, chèques restaurant et 13e mois",
                &["set location Lille", "add benefits Mutuelle", "add benefits chèques restaurant"],
            ),
            (
                "Cuoco a Torino. Buoni pasto, 14 mensilità e alloggio",
                &["set location Torino", "add benefits Buoni pasto"],
            ),
            (
                "Kok in Utrecht. 25 vakantiedagen, reiskostenvergoeding en pensioen",
                &["set location Utrecht", "add benefits 25 vakantiedagen"],
            ),
        ],
    );
}

#[test]
fn a_dictated_requirement_ends_where_the_next_thing_begins() {
    hold(
        &json!({ "title": "Forklift Operator" }),
        &[
            (
                "second shift comma at least two years experience and no drug test problems",
                &["add requirements at least two years experience", "!experience and no"],
            ),
            ("minimaal 3 jaar ervaring en geen rugklachten", &["add requirements minimaal 3 jaar ervaring"]),
            (
                "almeno 3 anni di esperienza e senza precedenti",
                &["add requirements almeno 3 anni di esperienza"],
            ),
            (
                "dois anos de experiência em cozinha",
                &["add requirements dois anos de experiência em cozinha"],
            ),
            ("pelo menos 3 anos de experiência", &["add requirements pelo menos 3 anos de experiência"]),
            ("co najmniej 3 lata doświadczenia", &["add requirements co najmniej 3 lata doświadczenia"]),
            (
                "mindestens drei Jahre Erfahrung und kein Problem mit Schichten",
                &["add requirements mindestens drei Jahre Erfahrung"],
            ),
            (
                "al menos dos años de experiencia y sin antecedentes",
                &["add requirements al menos dos años de experiencia"],
            ),
            (
                "first shift, at least 3 years of welding experience and must pass a background check",
                &["add requirements at least 3 years of welding experience"],
            ),
        ],
    );
}

#[test]
fn replies_write_amounts_as_the_language_does() {
    for (message, amount) in [
        ("Chicos hace falta camarero finde en Lavapiés, 8,50€/h", "8,50"),
        ("Wir suchen einen Koch in Köln, 15,50 € die Stunde", "15,50"),
        ("On cherche un cuisinier à Lyon, 13,40 € de l'heure", "13,40"),
        ("we need a cook in Leeds, £12.20 an hour", "12.20"),
        ("Cerchiamo un cuoco a Torino, 9,50 € l'ora", "9,50"),
    ] {
        let reply = answer(&json!({}), &[], message)["reply"].as_str().unwrap().to_owned();
        let digits = amount.trim_end_matches('0');
        assert!(reply.contains(amount) || !reply.contains(digits), "{message}: {reply}");
    }
}

#[test]
fn corrections_of_pay_are_taken() {
    let paid = |min: &str, max: &str, currency: &str, period: &str| json!({ "title": "Cook", "salaryMin": min, "salaryMax": max, "currency": currency, "salaryPeriod": period });
    let lakhs =
        json!({ "title": "Receptionist", "salaryMax": "1200000", "currency": "INR", "salaryPeriod": "year" });
    hold(&lakhs, &[("sorry not 12 lpa its 1.2 lpa 😅 full time 9-6", &["set salaryMax 120000"])]);
    hold(
        &paid("11.44", "11.44", "GBP", ""),
        &[(
            "oh wait min wage went up, make it 12.21 ph",
            &["set salaryMin 12.21", "set salaryMax 12.21", "set salaryPeriod hour"],
        )],
    );
    hold(
        &paid("28000", "28000", "GBP", "year"),
        &[("sorry not 28k, its 38k", &["set salaryMin 38000", "set salaryMax 38000"])],
    );
    hold(
        &paid("2400", "2400", "EUR", "month"),
        &[
            ("nicht 2.400 € sondern 2.600 € im Monat", &["set salaryMin 2600", "set salaryMax 2600"]),
            ("non 2.400 ma 2.500 euro al mese", &["set salaryMin 2500"]),
            ("não 2.400 mas 2.700 euros por mês", &["set salaryMin 2700"]),
        ],
    );
    hold(
        &paid("14", "14", "EUR", "hour"),
        &[
            ("pas 14 € mais 15 € de l'heure", &["set salaryMin 15", "set salaryMax 15"]),
            ("no 14 € sino 15 € la hora", &["set salaryMin 15"]),
            ("niet 14 maar 15 euro per uur", &["set salaryMin 15"]),
        ],
    );
    hold(
        &paid("5000", "5000", "PLN", "month"),
        &[("nie 5000 tylko 5500 zł miesięcznie", &["set salaryMin 5500"])],
    );
    hold(
        &paid("12", "12", "GBP", ""),
        &[
            ("16-20 hrs per wk, must be 18+, tips approx £2-3/hr", &["!salary", "!currency"]),
            ("20-25 Std. pro Woche, Trinkgeld ca. 3 €/Std.", &["!salary", "!currency"]),
            ("25 h par semaine, pourboires environ 3 €/h", &["!salary", "!currency"]),
            ("20 horas a la semana, propinas de unos 3 €/h", &["!salary", "!currency"]),
        ],
    );
}

#[test]
fn scripts_without_spaces_are_read() {
    hold(
        &json!({}),
        &[
            (
                "東京・渋谷でiOSエンジニアを募集します。年収600万円〜850万円、フルリモート可、経験3年以上",
                &[
                    "set title iOSエンジニア",
                    "set location 東京・渋谷",
                    "set workType remote",
                    "set salaryMin 6000000",
                    "set salaryMax 8500000",
                    "set currency JPY",
                    "set salaryPeriod year",
                ],
            ),
            (
                "大阪・梅田で看護師を募集しています。月給28万円〜35万円",
                &[
                    "set title 看護師",
                    "set location 大阪・梅田",
                    "set salaryMin 280000",
                    "set salaryMax 350000",
                    "set salaryPeriod month",
                ],
            ),
            (
                "横浜でカフェスタッフ募集！時給1,200円〜",
                &[
                    "set title カフェスタッフ",
                    "set location 横浜",
                    "set salaryMin 1200",
                    "set salaryPeriod hour",
                ],
            ),
            (
                "福岡市でバックエンドエンジニアを募集中です。年俸700万円、リモート可",
                &["set title バックエンドエンジニア", "set location 福岡市", "set salaryMin 7000000"],
            ),
            ("名古屋で経理担当を探しています。", &["set title 経理担当", "set location 名古屋"]),
        ],
    );
}

#[test]
fn tools_beside_known_ones_and_parts_of_the_week_are_read() {
    hold(
        &json!({ "title": "Clerk", "skills": ["Linux", "Ansible"] }),
        &[
            ("Abacus und Excel sicher", &["add skills Abacus", "add skills Excel"]),
            ("Teamfähigkeit und Excel sicher", &["add skills Excel", "!skills Teamfähigkeit"]),
            ("tiene que manejar Tango y Excel", &["add skills Tango", "add skills Excel"]),
            ("saper usare Mexal e Excel", &["add skills Mexal"]),
            ("must know English and Excel", &["!skills English"]),
            ("statt Ansible bitte Puppet", &["remove skills Ansible", "add skills Puppet", "!skills statt"]),
            ("instead of Linux we use FreeBSD", &["remove skills Linux", "add skills FreeBSD"]),
            ("invece di Ansible mettiamo Puppet", &["remove skills Ansible", "add skills Puppet"]),
            ("Homeoffice 2 Tage pro Woche", &["set workType hybrid"]),
            ("télétravail 2 jours par semaine", &["set workType hybrid"]),
            ("praca zdalna 2 dni w tygodniu", &["set workType hybrid"]),
            ("remote, 4 days a week", &["set workType remote"]),
            ("home office não tem, é presencial", &["set workType onsite"]),
            ("maak de titel toch liever medewerker housekeeping", &["set title Medewerker housekeeping"]),
            ("cambia il titolo in Capocuoco", &["set title Capocuoco"]),
        ],
    );
}
