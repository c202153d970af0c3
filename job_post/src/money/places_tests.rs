//! The currency of a shared sign, by the place of work.

use super::tests::shown;
use super::*;

#[test]
fn the_place_of_work_decides_a_shared_sign() {
    let table = [
        ("Line cook for a Mexican restaurant in Austin, TX, $18/hr", "18-18 USD/hour"),
        ("Australian-style coffee bar in Chicago, $16 an hour", "16-16 USD/hour"),
        ("Bookkeeper in Denver for Canadian clients, $60k a year", "60000-60000 USD/year"),
        ("restaurante mexicano en East LA, $22 la hora", "22-22 USD/hour"),
        (
            "Busco cocinero/a para restaurante mexicano en East LA, full time, $22 la hora mas tips",
            "22-22 USD/hour",
        ),
        ("driver in Hobart, $30/h", "30-30 AUD/hour"),
        ("clerk in Winnipeg $22/h", "22-22 CAD/hour"),
        ("clerk in winnipeg $22/h", "22-22 CAD/hour"),
        ("barista toronto $18/h", "18-18 CAD/hour"),
        ("Barista, Kelowna BC, $19/hr", "19-19 CAD/hour"),
        ("Barista in Vancouver, WA, $19/hr", "19-19 USD/hour"),
        ("Barista in Vancouver, $19/hr", "19-19 CAD/hour"),
        ("Electrician in Perth, WA, $55/h", "55-55 AUD/hour"),
        ("Nurse in Dunedin $40 an hour", "40-40 NZD/hour"),
        ("Nurse in Hamilton, New Zealand, $40 an hour", "40-40 NZD/hour"),
        ("Nurse in Hamilton, ON, $40 an hour", "40-40 CAD/hour"),
        ("Cook in London, Ontario, $20/h", "20-20 CAD/hour"),
        ("Cook in Melbourne, FL, $20/h", "20-20 USD/hour"),
        ("Cook in Paris, TX, $20/h", "20-20 USD/hour"),
        ("Cook in Kerrville, TX for a Canadian chain, $20/h", "20-20 USD/hour"),
        ("Admin Asst @ Tuas, basic $2.4k-2.8k", "2400-2800 SGD/_"),
        (
            "hiring Admin Asst @ Tuas, basic $2.4k-2.8k + AWS 1 mth + VB, PR/Singaporean only",
            "2400-2800 SGD/_",
        ),
        ("Accountant in Hong Kong, $30k per month", "30000-30000 HKD/month"),
        ("Engineer in Hsinchu, $60,000 a month", "60000-60000 TWD/month"),
        ("cocinero en Guadalajara, $12,000 al mes", "12000-12000 MXN/month"),
        ("cocinero en la Ciudad de México, $12,000 mensuales", "12000-12000 MXN/month"),
        ("Vendedor en Bogotá, $1.800.000 mensuales", "1800000-1800000 COP/month"),
        ("Dev remoto en Bogotá, $3,000 al mes", "3000-3000 USD/month"),
        ("vendedor en Santiago, $650.000 mensuales", "650000-650000 CLP/month"),
        ("Montør i Tromsø, kr 250 i timen", "250-250 NOK/hour"),
        ("kokk, 29 500 kr, Oslo", "29500-29500 NOK/_"),
        ("Tjener i Aarhus, 160 kr. i timen", "160-160 DKK/hour"),
        ("kock i Umeå, 28 000 kr/mån", "28000-28000 SEK/month"),
        ("kr 550.000 – 620.000 pr. år", "550000-620000 NOK/year"),
        ("Software engineer for our German and Canadian offices, $100k", "100000-100000 USD/_"),
        ("Toronto-based company hiring in Denver, $60k", "60000-60000 USD/_"),
        ("Sushi chef for Japanese restaurant in Sydney, $32/h", "32-32 AUD/hour"),
        ("Irish pub in Calgary needs bartender, $17/hr", "17-17 CAD/hour"),
        ("Account manager for clients in Canada, $60k", "60000-60000 USD/_"),
        ("Sydney or Toronto, $90k", "90000-90000 USD/_"),
        ("New Zealand lamb importer in Boston, $25/h", "25-25 USD/hour"),
        ("taco truck in Brisbane, Mexican food, $28/h", "28-28 AUD/hour"),
        ("$28/h, Melbourne-style cafe in Seattle", "28-28 USD/hour"),
        ("Reading teacher in Mobile, $22/h", "22-22 USD/hour"),
        ("60,000 Canadian dollars", "60000-60000 CAD/_"),
        ("Denver, 60,000 Canadian dollars a year", "60000-60000 CAD/year"),
        ("60,000 dollars canadiens par an", "60000-60000 CAD/year"),
        ("18.000 pesos mexicanos al mes", "18000-18000 MXN/month"),
        ("2000 dinar jordano al mes", "2000-2000 JOD/month"),
        ("30 Hong Kong dollars an hour", "30-30 HKD/hour"),
        ("30 New Zealand dollars an hour", "30-30 NZD/hour"),
        ("30 US dollars an hour in Toronto", "30-30 USD/hour"),
        ("4.000 kanadische Dollar im Monat", "4000-4000 CAD/month"),
        ("30.000 dänische Kronen im Monat", "30000-30000 DKK/month"),
        ("5000 Egyptian pounds a month", "5000-5000 EGP/month"),
        ("25,000 pounds sterling", "25000-25000 GBP/_"),
        ("30.000 coronas noruegas al mes", "30000-30000 NOK/month"),
        ("restaurante mexicano, 18.000 pesos al mes", "18000-18000 _/month"),
        ("¥300,000 per month in Tokyo", "300000-300000 JPY/month"),
        ("¥20,000 per month, Shanghai", "20000-20000 CNY/month"),
        ("台北 月薪45,000元起", "45000-_ TWD/month"),
        ("$25/h in Queens", "25-25 USD/hour"),
        ("$25 an hour, Gold Coast", "25-25 AUD/hour"),
        ("$70k, remote within Canada", "70000-70000 CAD/_"),
        ("Remote (Canada), $70k", "70000-70000 CAD/_"),
        ("Standort: Toronto, 70.000 $", "70000-70000 CAD/_"),
        ("serveur à Montréal, 18 $ de l'heure", "18-18 CAD/hour"),
        ("serveur au Québec, 18 $ de l'heure", "18-18 CAD/hour"),
        ("barista em Lisboa, $15/h", "15-15 USD/hour"),
        ("LINE COOK IN AUSTIN, TX $18/HR", "18-18 USD/hour"),
        ("LINE COOK IN CALGARY, AB $18/HR", "18-18 CAD/hour"),
        ("Cook in Sudbury ON, $20/h", "20-20 CAD/hour"),
    ];
    let read = table.map(|(text, _)| (text, find(text).iter().map(shown).collect::<Vec<_>>().join("; ")));
    let wrong: Vec<_> = std::iter::zip(read, table).filter(|(read, expected)| read.1 != expected.1).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn an_adjective_alone_answers_the_question_for_the_country() {
    let meant =
        |context: &str| currencies_in("18.000 pesos", context)[0].meant.map(|currency| currency.code());
    for (context, code) in [
        ("18.000 pesos\nmexicanos", Some("MXN")),
        ("los mexicanos\n18.000 pesos", Some("MXN")),
        ("18.000 pesos\nMéxico", Some("MXN")),
        ("18.000 pesos\nen Bogotá", Some("COP")),
        ("18.000 pesos en un restaurante mexicano", None),
        ("18.000 pesos", None),
    ] {
        assert_eq!(meant(context), code, "{context}");
    }
}
