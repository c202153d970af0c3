//! Pay as people say and write it: spoken amounts, glued units, continental forms, marks of a range, corrections.

use super::tests::shown;
use super::*;

pub(crate) fn check(table: &[(&str, &str)]) {
    let read = |text: &str| find(text).iter().map(shown).collect::<Vec<_>>().join("; ");
    let wrong: Vec<_> = table
        .iter()
        .map(|(text, expected)| (text, read(text), expected))
        .filter(|(_, read, expected)| read != *expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn spoken_pay_is_read_in_full() {
    check(&[
        ("forklift operator in laredo texas pay is eighteen fifty an hour", "18.5-18.5 _/hour"),
        (
            "uh forklift operator in laredo texas period pay is eighteen fifty an hour comma second shift at least two years experience",
            "18.5-18.5 _/hour",
        ),
        ("cashier in Ohio, twelve seventy five an hour", "12.75-12.75 _/hour"),
        ("driver in Leeds, thirteen pound twenty an hour", "13.2-13.2 GBP/hour"),
        ("welder, twenty two dollars and fifty cents an hour", "22.5-22.5 USD/hour"),
        ("twenty five to thirty bucks an hour", "25-30 USD/hour"),
        ("eighteen fifty a month", "1850-1850 _/month"),
        ("pay is eighteen fifty", "18.5-18.5 _/_"),
        ("seven twenty five an hour", "7.25-7.25 _/hour"),
        ("one fifty a day", "150-150 _/day"),
        ("sixteen fifty to eighteen seventy five an hour", "16.5-18.75 _/hour"),
        ("twenty two fifty an hour", "22.5-22.5 _/hour"),
        ("one twenty to one forty k a year", "120000-140000 _/year"),
        ("between fifteen and sixteen fifty an hour", "15-16.5 _/hour"),
        ("twenty two hundred a month", "2200-2200 _/month"),
        ("a hundred and fifty a day", "150-150 _/day"),
        ("a thousand dollars a week", "1000-1000 USD/week"),
        ("twelve quid fifty an hour", "12.5-12.5 GBP/hour"),
        ("eleven pounds forty four an hour", "11.44-11.44 GBP/hour"),
        ("fourteen pounds and ten pence per hour", "14.1-14.1 GBP/hour"),
        ("eighteen and a half dollars an hour", "18.5-18.5 USD/hour"),
        ("eighteen point five an hour", "18.5-18.5 _/hour"),
        ("fünfundzwanzig Euro die Stunde", "25-25 EUR/hour"),
        ("achtzehn Euro fünfzig die Stunde", "18.5-18.5 EUR/hour"),
        ("zweitausendachthundert Euro im Monat", "2800-2800 EUR/month"),
        ("dreizehneinhalb Euro pro Stunde", "13.5-13.5 EUR/hour"),
        ("dix-huit euros cinquante de l'heure", "18.5-18.5 EUR/hour"),
        ("douze euros et quarante centimes de l'heure", "12.4-12.4 EUR/hour"),
        ("soixante-quinze mille euros par an", "75000-75000 EUR/year"),
        ("dieciocho con cincuenta la hora", "18.5-18.5 _/hour"),
        ("doce euros con cincuenta la hora", "12.5-12.5 EUR/hour"),
        ("veintidós dólares la hora", "22-22 USD/hour"),
        ("dezoito reais e cinquenta por hora", "18.5-18.5 BRL/hour"),
        ("dois mil e quinhentos reais por mês", "2500-2500 BRL/month"),
        ("vijfentwintig euro per uur", "25-25 EUR/hour"),
        ("tweeduizend achthonderd euro per maand", "2800-2800 EUR/month"),
        ("duemila euro al mese", "2000-2000 EUR/month"),
        ("pięć tysięcy złotych miesięcznie", "5000-5000 PLN/month"),
        ("dezoito e cinquenta por hora", "18.5-18.5 _/hour"),
        ("entre dieciocho y veinte la hora", "18-20 _/hour"),
        ("between eighteen and twenty an hour", "18-20 _/hour"),
    ]);
}

#[test]
fn written_pay_is_read_in_full() {
    check(&[
        ("nine oh five an hour", "9.05-9.05 _/hour"),
        ("twelve point two one an hour", "12.21-12.21 _/hour"),
        ("£11.44ph", "11.44-11.44 GBP/hour"),
        ("£12.21/ph", "12.21-12.21 GBP/hour"),
        ("oh wait min wage went up, make it 12.21 ph", "12.21-12.21 _/hour"),
        ("£13.68 p/h", "13.68-13.68 GBP/hour"),
        ("£150pd", "150-150 GBP/day"),
        ("£2,500pm", "2500-2500 GBP/month"),
        ("£600 pw", "600-600 GBP/week"),
        ("28k pa", "28000-28000 _/year"),
        ("550 €/j", "550-550 EUR/day"),
        ("TJM 550 €", "550-550 EUR/day"),
        ("2.800,- € brutto mtl.", "2800-2800 EUR/month"),
        ("2.800,- bis 3.200,- € brutto im Monat", "2800-3200 EUR/month"),
        ("2.800,-- bis 3.200,-- EUR mtl.", "2800-3200 EUR/month"),
        ("CHF 95'000.--", "95000-95000 CHF/_"),
        ("CHF 6'500.- bis 7'200.- pro Monat", "6500-7200 CHF/month"),
        ("R$ 2.500,00 a R$ 3.000,00 mensais", "2500-3000 BRL/month"),
        ("NT$45,000起/月", "45000-_ TWD/month"),
        ("時給１，２００円", "1200-1200 JPY/hour"),
        ("時給1,200円〜1,500円", "1200-1500 JPY/hour"),
        ("時給1200円～", "1200-_ JPY/hour"),
        ("月給25万円～30万円", "250000-300000 JPY/month"),
        ("月給25～30万円", "250000-300000 JPY/month"),
        ("年収600万円〜850万円", "6000000-8500000 JPY/year"),
        (
            "東京・渋谷でiOSエンジニアを募集します。年収600万円〜850万円、フルリモート可",
            "6000000-8500000 JPY/year",
        ),
        ("年収500万円以上", "5000000-_ JPY/year"),
        ("年収500万円から700万円", "5000000-7000000 JPY/year"),
        ("月薪8千-1.2万元", "8000-12000 CNY/month"),
        ("15k-25k元/月", "15000-25000 CNY/month"),
        ("1.5-2万/月", "15000-20000 _/month"),
        ("每月8000元至12000元", "8000-12000 CNY/month"),
        ("연봉 5,000만원", "50000000-50000000 KRW/year"),
        ("연봉 5천만원~7천만원", "50000000-70000000 KRW/year"),
        ("시급 12,000원", "12000-12000 KRW/hour"),
        ("월급 300만원", "3000000-3000000 KRW/month"),
        ("월 300만원 이상", "3000000-_ KRW/month"),
        ("35.000 kr/mån", "35000-35000 SEK/month"),
        ("250 kr i timen", "250-250 NOK/hour"),
        ("kr 250/t", "250-250 SEK/hour"),
        ("€ 16,50 per uur", "16.5-16.5 EUR/hour"),
        ("€ 2.800 t/m € 3.400 bruto per maand", "2800-3400 EUR/month"),
        ("€ 2.800,- tot € 3.400,- p/m", "2800-3400 EUR/month"),
        ("5000-7000 zł/mies.", "5000-7000 PLN/month"),
        ("30 zł/h", "30-30 PLN/hour"),
        ("35 zł za godzinę", "35-35 PLN/hour"),
        ("1.500 € al mese", "1500-1500 EUR/month"),
        ("RAL 30.000 - 35.000 €", "30000-35000 EUR/year"),
        ("12 € all'ora", "12-12 EUR/hour"),
        ("12 € l'ora", "12-12 EUR/hour"),
        ("60.000〜70.000 € im Jahr", "60000-70000 EUR/year"),
        ("60.000～70.000 € im Jahr", "60000-70000 EUR/year"),
        ("60.000 … 70.000 €", "60000-70000 EUR/_"),
        ("60.000 .. 70.000 €", "60000-70000 EUR/_"),
        ("60.000...70.000 €", "60000-70000 EUR/_"),
        ("60.000 ‥ 70.000 €", "60000-70000 EUR/_"),
        ("60.000⁓70.000 €", "60000-70000 EUR/_"),
        ("60.000―70.000 €", "60000-70000 EUR/_"),
        ("$123,684—$254,644 USD", "123684-254644 USD/_"),
        ("$150-190k", "150000-190000 USD/_"),
        ("60k~70k EUR", "60000-70000 EUR/_"),
        ("60k -> 70k EUR", "60000-70000 EUR/_"),
        ("38-42K€ brut/an", "38000-42000 EUR/year"),
        ("Salaire : 38-42K€ brut/an + 13e mois", "38000-42000 EUR/year"),
        ("de 38 à 42 K€", "38000-42000 EUR/_"),
        (
            "28k basic, OTE 45-50k uncapped, company car or 450pm allowance",
            "28000-28000 _/_; 45000-50000 _/_",
        ),
        ("sorry not 12 lpa its 1.2 lpa 😅 full time 9-6", "120000-120000 INR/year"),
        ("salary 12 LPA max", "_-1200000 INR/year"),
        ("Base $38.50/hr plus $4.50/hr night shift differential", "38.5-38.5 USD/hour"),
        ("$20-$25/hr DOE", "20-25 USD/hour"),
        ("hace falta camarero finde en Lavapiés, 8,50€/h", "8.5-8.5 EUR/hour"),
        ("£31,500 – £34,000 per annum pro rata (0.6 FTE)", "31500-34000 GBP/year"),
        ("₹25 हज़ार प्रति माह", "25000-25000 INR/month"),
        ("15-20 triệu/tháng", "15000000-20000000 _/month"),
        ("80 000 руб/мес", "80000-80000 RUB/month"),
        ("make it £20, not £18 an hour", "20-20 GBP/_"),
        ("not 18 an hour but 20 an hour", "20-20 _/hour"),
        ("nicht 2.800 € sondern 3.000 € im Monat", "3000-3000 EUR/month"),
        ("$20 instead of $18 an hour", "20-20 USD/_"),
        ("no, 20 an hour", "20-20 _/hour"),
        ("no 1200 al mes, 1500 al mes", "1500-1500 _/month"),
        ("no more than 60k", "_-60000 _/_"),
        ("make it 20, not 18 an hour", "20-20 _/hour"),
        ("20 instead of 18 an hour", "20-20 _/hour"),
    ]);
}

#[test]
fn a_spoken_pair_has_both_readings() {
    let values =
        |text: &str| numbers_in(text)[0].values.iter().map(Decimal::to_string).collect::<Vec<_>>().join(" ");
    for (text, expected) in [
        ("eighteen fifty", "18.5 1850"),
        ("eighteen fifty an hour", "18.5 1850"),
        ("eighteen fifty a month", "1850 18.5"),
        ("nine fifty a week", "950 9.5"),
        ("one twenty k", "120000 1200 1.2 120"),
        ("1.2 lpa", "120000 1.2"),
        ("38-42K€", "38000 38"),
    ] {
        assert_eq!(values(text), expected, "{text}");
    }
}

#[test]
fn a_range_is_no_amount_with_cents_and_a_number_keeps_its_zero() {
    check(&[
        ("between $18 and 20 per hour", "18-20 USD/hour"),
        ("entre 12 € et 15 € par heure", "12-15 EUR/hour"),
        ("12 point 05 an hour, pounds", "12.05-12.05 GBP/hour"),
    ]);
}

#[test]
fn long_words_cost_little() {
    let begin = std::time::Instant::now();
    find(&format!("{}zig", "venti".repeat(3_000)));
    assert!(begin.elapsed().as_secs() < 5);
}

#[test]
fn friday_is_no_currency() {
    check(&[
        ("lohn 4'900 bis 5'600 fr. im monat", "4900-5600 CHF/month"),
        ("Fr. 28.50 pro Stunde", "28.5-28.5 CHF/hour"),
        ("lohn 5000 fr im monat", "5000-5000 CHF/month"),
    ]);
    for text in ["mo-do 6:30-15:30 uhr, fr bis 11", "Mo-Do 7-16, Fr 7-12", "fr ab 13 uhr schluss"] {
        assert!(currencies_in(text, text).is_empty(), "{text}");
    }
}
