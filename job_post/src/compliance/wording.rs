//! Finds words that exclude people. Only whole words count, and none inside a technical term.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use super::finding::{Finding, texts};
use crate::language::list_file;
use crate::language::words::pattern;
use crate::writing::capitalised;
use crate::{Content, Field};

struct Wording {
    code: &'static str,
    advice: &'static str,
    source: &'static str,
    /// Regular expressions, separated by "; ".
    terms: &'static str,
}

const RULES: [Wording; 4] = [
    Wording {
        code: "gendered_wording",
        advice: "Use a word for all genders.",
        source: "42 U.S.C. § 2000e-3(b); Directive 2006/54/EC, Article 14(1)(a); AGG § 11",
        terms: "he; his; him; she; her; guys; gentlemen; ladies; girls?; boys?; salesm[ae]n; saleswom[ae]n; chairm[ae]n; \
            foreman; foremen; handym[ae]n; craftsm[ae]n; repairm[ae]n; policem[ae]n; firem[ae]n; mailm[ae]n; cameram[ae]n; \
            middlem[ae]n; businessm[ae]n; businesswom[ae]n; wait(?:er|ress|resses); hostess; stewardess(?:es)?; actress; \
            seamstress; barmaid; housekeeping lady; cleaning lady; man hours; manned; male; female; \
            putzfrau; krankenschwester; sekretärin; hausmeisterin; kaufmann; kauffrau; fachmann; männlich; weiblich",
    },
    Wording {
        code: "gender_coded_wording",
        advice: "Say what the work needs; words like this one keep part of the readers from applying.",
        source: "Gaucher, Friesen & Kay (2011), J. Personality and Social Psychology 101(1), 109–128",
        terms: "ninjas?; rock ?stars?; gurus?; aggressive(?:ly)?; dominant; dominate; fearless; hacker mentality; \
            superhero(?:es)?; work hard,? play hard; alpha; warriors?; durchsetzungsstark",
    },
    Wording {
        code: "age_coded_wording",
        advice: "Leave age out; say which skills are needed.",
        source: "29 CFR § 1625.4(a); Directive 2000/78/EC, Article 2; AGG § 11",
        terms: "young; youthful; recent (?:college )?graduates?; college students?; digital natives?; energetic; \
            under the age of [2-5][0-9]; under [2-5][0-9] years?(?: old| of age)?; aged? [2-6][0-9] ?(?:to|-|–) ?[2-6][0-9]; \
            mature (?:person|applicants?|candidates?); retired persons?; junge[sn]?; jung; jung und dynamisch; \
            altersgrenze; jeunes?; joven(?:es)?",
    },
    Wording {
        code: "language_by_birth",
        advice: "Ask for the level of the language, not for where it was learnt.",
        source: "29 CFR § 1606.1; Directive 2000/43/EC, Article 2; AGG § 11",
        terms: "native (?:english |german |french |spanish |arabic )?speakers?; mother tongue; muttersprachler(?:in)?; \
            muttersprache; muttersprachlich(?:e[smnr]?)?; madrelingua; langue maternelle; lengua materna; língua materna; \
            moedertaal; język ojczysty",
    },
];

/// Technical terms, products and names that contain one of the words.
const TECHNICAL: &str = "young'?s modulus; young people; young adults; young offenders?; young children; youth work; \
    her majesty'?s; his majesty'?s; girls who code; boys? (?:&|and) girls? clubs?; boy scouts; girl scouts; \
    foreman (?:and|/|&) (?:puppet|katello|ansible); puppet,? foreman; theforeman; ninja (?:build|build system|forms|rmm|one); \
    cmake (?:and|/|&|with) ninja; ninjarmm; ninjaone; aggressive (?:caching|optimi[sz]ation|inlining|prefetching); dominant \
    (?:frequency|eigenvalue|strategy); alpha (?:release|version|channel|beta|testing|compositing|blending); \
    (?:male|female) (?:connectors?|plugs?|headers?|threads?|patients?|fertility); manned (?:flight|spaceflight|aircraft); \
    energetic (?:particles?|materials?); jeunes? publics?; junge[sn]? (?:menschen|erwachsene[nr]?); \
    guru99; (?:male|female) ?/ ?(?:male|female); männlich ?/ ?weiblich; weiblich ?/ ?männlich";

static COMPILED: LazyLock<Vec<(&Wording, Regex)>> =
    LazyLock::new(|| RULES.iter().map(|rule| (rule, whole_words(rule.terms))).collect());

static ALLOWED: LazyLock<Regex> = LazyLock::new(|| whole_words(TECHNICAL));

/// Words for all genders, by words for one, in small letters.
static NEUTRAL: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let words = list_file::words(include_str!("../../data/neutral_words.txt"));
    words.filter_map(|pair| pair.split_once('=')).collect()
});

/// A pattern for any of the terms as whole words.
fn whole_words(terms: &str) -> Regex {
    let terms: Vec<_> = terms.split(';').map(str::trim).collect();
    pattern(&format!(r"(?i)\b(?:{})\b", terms.join("|")))
}

pub(crate) fn check(content: &Content) -> Vec<Finding> {
    let found = texts(content).flat_map(|(field, text)| in_text(field, text));
    let mut findings: Vec<Finding> = Vec::new();
    for finding in found {
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    }
    findings
}

/// The findings of one text.
pub(crate) fn in_text(field: Field, text: &str) -> Vec<Finding> {
    let allowed: Vec<_> = ALLOWED.find_iter(text).map(|term| term.range()).collect();
    let is_free = |at: usize| !allowed.iter().any(|range| range.contains(&at)) && !is_inside(text, at);
    let found = COMPILED.iter().flat_map(|(rule, terms)| {
        terms.find_iter(text).filter(|term| is_free(term.start())).map(|term| Finding {
            code: rule.code,
            field,
            words: Some(term.as_str().to_owned()),
            instead: neutral(term.as_str()),
            advice: rule.advice,
            source: rule.source,
        })
    });
    found.collect()
}

/// A word for all genders: "salesperson" for "salesman".
fn neutral(word: &str) -> Option<String> {
    let own = NEUTRAL.get(word.to_lowercase().as_str())?.replace('_', " ");
    Some(if word.starts_with(char::is_uppercase) { capitalised(&own) } else { own })
}

/// Is it the second part of a joined word: "Alpha-Guru", "mail@her.test"?
fn is_inside(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(['-', '\'', '’', '.', '@', '#', '_']);
    before.len() < at && before.ends_with(char::is_alphanumeric)
}
