//! Pay as people write it, and numbers that only look like pay.

use iso_currency::Currency;
use rust_decimal::Decimal;

use super::*;

/// "min-max CUR/period", with "_" for an unknown part.
pub(crate) fn shown(pay: &Pay) -> String {
    let amount = |value: Option<Decimal>| value.map_or("_".to_owned(), |value| value.to_string());
    let currency = pay.currency.map_or("_", |currency| currency.code());
    let period = pay.period.map_or("_", SalaryPeriod::as_str);
    format!("{}-{} {currency}/{period}", amount(pay.min), amount(pay.max))
}

#[test]
fn finds_pay() {
    let table = [
        ("Budget is 65,000 to 80,000 euros a year.", "65000-80000 EUR/year"),
        ("$85k to $100k", "85000-100000 USD/_"),
        (
            "Junior Frontend Developer in Toronto, Canada, fully remote, CAD 58k-66k, React",
            "58000-66000 CAD/_",
        ),
        ("Das Gehalt liegt zwischen 72.000 und 88.000 Euro brutto im Jahr.", "72000-88000 EUR/year"),
        ("Let's say KES 80,000 to 110,000 a month.", "80000-110000 KES/month"),
        ("SGD 7,000 - 8,500 monthly, hybrid.", "7000-8500 SGD/month"),
        ("Paralegal in Brussels, hybrid, 38-44k EUR, featured listing.", "38000-44000 EUR/_"),
        ("Salary from 90000 down to 70000 EUR", "70000-90000 EUR/_"),
        ("No: minimum 95k, maximum stays.", "95000-_ _/_"),
        ("OK then 95k to 110k.", "95000-110000 _/_"),
        ("45–52k EUR a year", "45000-52000 EUR/year"),
        ("25/h", "25-25 _/hour"),
        ("25 an hour", "25-25 _/hour"),
        ("25/h, euros", "25-25 EUR/hour"),
        ("12.50 an hour, pounds", "12.5-12.5 GBP/hour"),
        ("R25,000 to R30,000 per month", "25000-30000 ZAR/month"),
        ("12 € la hora", "12-12 EUR/hour"),
        ("Die Obergrenze bitte auf 4.100 €", "_-4100 EUR/_"),
        ("€25/h", "25-25 EUR/hour"),
        ("12-15 lakh per annum", "1200000-1500000 _/year"),
        ("8-10 LPA", "800000-1000000 INR/year"),
        ("₹12,50,000 CTC", "1250000-1250000 INR/year"),
        ("Rs 50,000 per month", "50000-50000 INR/month"),
        ("CHF 110'000 im Jahr", "110000-110000 CHF/year"),
        ("29 500 kr i månaden", "29500-29500 SEK/month"),
        ("29 500 kr, Oslo", "29500-29500 NOK/_"),
        ("up to 80k€", "_-80000 EUR/_"),
        ("bis zu 65 Tsd. Euro p.a.", "_-65000 EUR/year"),
        ("at least £45k", "45000-_ GBP/_"),
        ("80k+ USD", "80000-_ USD/_"),
        ("65000 EUR gross per year", "65000-65000 EUR/year"),
        ("annual salary: 80,000", "80000-80000 _/year"),
        ("US$120k", "120000-120000 USD/_"),
        ("C$58k", "58000-58000 CAD/_"),
        ("A$100,000 - A$120,000 per annum", "100000-120000 AUD/year"),
        ("Pay$40,000-$55,000Applying", "40000-55000 USD/_"),
        ("Asia$1,500 - $2,100 per monthFull time", "1500-2100 USD/month"),
        ("$18,000 a $22,000 MXN mensuales", "18000-22000 MXN/month"),
        ("$4.500.000 a $6.000.000 COP mensuales", "4500000-6000000 COP/month"),
        ("entre 14,20 € et 15,50 € de l'heure", "14.2-15.5 EUR/hour"),
        ("rémunération mensuelle brute : de 2 400 € à 2 900 €", "2400-2900 EUR/month"),
        ("EUR65.000,50", "65000.5-65000.5 EUR/_"),
        ("between 60 and 70 thousand dollars", "60000-70000 USD/_"),
        ("eighty thousand euros a year", "80000-80000 EUR/year"),
        ("£18.50 per hour", "18.5-18.5 GBP/hour"),
        ("18,50 € pro Stunde", "18.5-18.5 EUR/hour"),
        ("800万円", "8000000-8000000 JPY/_"),
        ("60 kEUR", "60000-60000 EUR/_"),
        ("35 000 - 40 000 € bruts par an", "35000-40000 EUR/year"),
        ("entre 30.000 y 36.000 euros brutos al año", "30000-36000 EUR/year"),
        ("راتب من ٨٠٠٠ إلى ١٠٠٠٠ ريال شهريا", "8000-10000 _/month"),
        ("30,000 pounds", "30000-30000 GBP/_"),
        ("no more than 60k", "_-60000 _/_"),
        ("90000 max", "_-90000 _/_"),
        ("Lohn: 25 Euro die Stunde", "25-25 EUR/hour"),
        ("de 30 000 à 35 000 € brut/an", "30000-35000 EUR/year"),
        ("R$ 8.000 por mês", "8000-8000 BRL/month"),
    ];
    let read = table.map(|(text, _)| (text, find(text).iter().map(shown).collect::<Vec<_>>().join("; ")));
    let wrong: Vec<_> = std::iter::zip(read, table).filter(|(read, expected)| read.1 != expected.1).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn finds_pay_in_french_spanish_and_arabic() {
    let table = [
        ("45 k€ brut annuel", "45000-45000 EUR/year"),
        ("entre 2 500 et 3 000 € par mois", "2500-3000 EUR/month"),
        ("2\u{202f}500 € nets par mois", "2500-2500 EUR/month"),
        ("28 K€ fixe + primes", "28000-28000 EUR/_"),
        ("$80k + bonus", "80000-80000 USD/_"),
        ("salaire : 38-42 K€ bruts annuels", "38000-42000 EUR/year"),
        ("à partir de 28 000 € par an", "28000-_ EUR/year"),
        ("jusqu'à 3 200 euros mensuels", "_-3200 EUR/month"),
        ("14,50 € de l'heure", "14.5-14.5 EUR/hour"),
        ("deux mille cinq cents euros par mois", "2500-2500 EUR/month"),
        ("trente-cinq mille euros par an", "35000-35000 EUR/year"),
        ("quatre-vingt-dix mille euros", "90000-90000 EUR/_"),
        ("300 € par jour", "300-300 EUR/day"),
        ("de 1.800 a 2.400 euros mensuales", "1800-2400 EUR/month"),
        ("entre treinta y cuarenta mil euros anuales", "30000-40000 EUR/year"),
        ("mil ochocientos euros al mes", "1800-1800 EUR/month"),
        ("desde 24.000 € brutos anuales", "24000-_ EUR/year"),
        ("hasta 30 mil euros", "_-30000 EUR/_"),
        ("18.000 pesos mexicanos al mes", "18000-18000 MXN/month"),
        ("sueldo de 18.000 pesos mensuales", "18000-18000 _/month"),
        ("12 € la hora", "12-12 EUR/hour"),
        ("1800 إلى 2400 دينار شهريا", "1800-2400 _/month"),
        ("من ١٨٠٠ إلى ٢٤٠٠ دينار أردني شهرياً", "1800-2400 JOD/month"),
        ("١٢ ألف درهم إماراتي في الشهر", "12000-12000 AED/month"),
        ("بين ۸۰۰۰ و ۱۰۰۰۰ ريال سعودي بالشهر", "8000-10000 SAR/month"),
        ("خمسة وعشرون ألف جنيه مصري شهريا", "25000-25000 EGP/month"),
        ("حتى 3000 يورو في الشهر", "_-3000 EUR/month"),
        ("لا يقل عن 5000 درهم في المغرب", "5000-_ MAD/_"),
        ("ألف دولار شهريا", "1000-1000 USD/month"),
        ("50 دولارا للساعة", "50-50 USD/hour"),
    ];
    let read = table.map(|(text, _)| (text, find(text).iter().map(shown).collect::<Vec<_>>().join("; ")));
    let wrong: Vec<_> = std::iter::zip(read, table).filter(|(read, expected)| read.1 != expected.1).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn ignores_other_numbers_in_french_spanish_and_arabic() {
    let table = [
        "5 ans d'expérience minimum",
        "une équipe de 12 personnes",
        "35 heures par semaine",
        "payé 1,5 SMIC",
        "au SMIC",
        "SMIC + 200 €",
        "un chiffre d'affaires de 3 M€",
        "un hôtel de 120 chambres à Nice",
        "más de 3 años de experiencia",
        "40 horas semanales",
        "un equipo de 15 personas",
        "facturamos 3 millones de euros",
        "خبرة 5 سنوات",
        "٤٠ ساعة في الأسبوع",
        "فريق من 12 موظفا",
        "مكافأة 500 دولار",
    ];
    for text in table {
        assert_eq!(find(text).iter().map(shown).collect::<Vec<_>>(), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_shared_name_needs_a_country() {
    let resolved = |context: &str| find_in("2000 دينار", context)[0].currency.map(|currency| currency.code());
    for (context, code) in [
        ("", None),
        ("في الكويت", Some("KWD")),
        ("مهندس بعمان", Some("JOD")),
        ("à Tunis", Some("TND")),
        ("تونس أو الجزائر", None),
    ] {
        assert_eq!(resolved(context), code, "{context}");
    }
    let mention = &currencies_in("40.000 pesos", "")[0];
    assert!(mention.meant.is_none() && mention.possible.contains(&Currency::COP));
}

#[test]
fn ignores_other_numbers() {
    let table = [
        "Able to lift 50 pounds",
        "lifting up to 50 pounds regularly",
        "owns a $100 million P&L",
        "closed a 50K deal",
        "managing a budget of $2M",
        "raised $40M last year",
        "5+ years of experience",
        "senior level with 5+ years experience",
        "at least six years of experience",
        "# 1Ruby on Rails",
        "40 hours a week",
        "three days a week and work from home the other two",
        "401k and dental",
        "a team of 12 people",
        "100k users",
        "founded in 2015",
        "referral bonus of $500",
        "TOP 10 employer",
        "a $500 referral bonus",
        "24/7 support",
        "he won 3 awards",
        "Mindestens acht Jahre Berufserfahrung, davon drei in einer Führungsposition.",
        "version 1.2.3 of 12.10.2026",
        "K8s, web3, B2B",
        "You earn trust of 20% more customers",
        "",
    ];
    for text in table {
        assert_eq!(find(text).iter().map(shown).collect::<Vec<_>>(), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn spans_are_the_read_text() {
    let text = "Budget is 65,000 to 80,000 euros a year, remote.";
    assert_eq!(&text[find(text)[0].span.clone()], "65,000 to 80,000 euros a year");
    let text = "Gehalt: 72.000 – 88.000 € brutto p.a.";
    assert_eq!(&text[find(text)[0].span.clone()], "72.000 – 88.000 € brutto p.a.");
}

#[test]
fn two_mentions_stay_two() {
    let found: Vec<String> = find("Minimum 60k, maximum 80k").iter().map(shown).collect();
    assert_eq!(found, ["60000-_ _/_", "_-80000 _/_"]);
    let found: Vec<String> = find("NYC: $120k-$140k. Remote: $100k-$110k").iter().map(shown).collect();
    assert_eq!(found, ["120000-140000 USD/_", "100000-110000 USD/_"]);
}

#[test]
fn a_number_has_all_its_possible_values() {
    let can_mean = |text: &str, value: &str| {
        let value: Decimal = value.parse().unwrap();
        numbers_in(text).iter().any(|figure| figure.values.contains(&value))
    };
    for (text, value) in [
        ("80k", "80000"),
        ("80k", "80"),
        ("38-44k", "38000"),
        ("1.234", "1234"),
        ("1.234", "1.234"),
        ("5+ years", "5"),
        ("at least six years", "6"),
        ("Mindestens acht Jahre", "8"),
        ("12 lakh", "1200000"),
        ("eighty-five thousand", "85000"),
        ("٦٥٠٠٠", "65000"),
    ] {
        assert!(can_mean(text, value), "{text} can mean {value}");
    }
    assert!(!can_mean("80k", "90000"));
    assert!(numbers_in("5+ years")[0].counts_something);
    assert!(!numbers_in("95k")[0].counts_something);
}

#[test]
fn names_of_currencies_and_periods() {
    for (value, code) in
        [("EUR", "EUR"), ("eur", "EUR"), ("€", "EUR"), ("Euro", "EUR"), ("US$", "USD"), ("$", "USD")]
    {
        assert_eq!(currency_named(value).map(|currency| currency.code()), Some(code), "{value}");
    }
    for value in ["", "XXX", "none", "money", "EURO PER YEAR"] {
        assert_eq!(currency_named(value), None, "{value}");
    }
    assert_eq!(periods_in("paid monthly")[0].0, SalaryPeriod::Month);
    assert_eq!(currencies_in("in Swiss francs please", "")[0].meant, Some(Currency::CHF));
    assert_eq!(currencies_in("$58k in Toronto", "Toronto")[0].meant, Some(Currency::CAD));
}

#[test]
fn nothing_makes_it_panic() {
    for text in [
        "€",
        "$$$",
        "1,,2",
        "9".repeat(400).as_str(),
        "- - 5 -",
        "k k k",
        "10 000 000 000 000 000 000 crore",
        "ééé5é",
        "５k",
    ] {
        find(text);
        numbers_in(text);
        currencies_in(text, text);
        periods_in(text);
    }
}

#[test]
fn addresses_and_codes_are_no_pay() {
    let pays =
        |text: &str| !find(text).is_empty() || numbers_in(text).iter().any(|figure| !figure.counts_something);
    for text in [
        "10115 Berlin",
        "our office at 4500 Mill Street",
        "Hauptstraße 4500",
        "we offer a job in Austin, TX 78701",
        "call 0228 44871",
        "PLZ 80331",
        "12,000 widgets a line",
        "٥٠٠٠ موظف",
    ] {
        assert!(!pays(text), "{text}");
    }
    for text in
        ["45000", "salary 45000 in Berlin", "Berlin, 45000-52000, hybrid", "72000 brutto", "80331 a year"]
    {
        assert!(pays(text), "{text}");
    }
}
