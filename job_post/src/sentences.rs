//! Our own sentences as data: Fluent files (<https://projectfluent.org>), one a language, asked for by the names of an
//! enum.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};

use crate::language::Language;
use crate::words::pattern;

/// The files of a set, in the order of [`Language::ALL`].
pub type Files = [&'static str; Language::ALL.len()];

/// A set of sentences in every language we speak.
pub struct Sentences {
    languages: Vec<FluentBundle<FluentResource>>,
}

/// Makes an enum whose variants name what a data file holds: `Yes => "yes"`.
#[macro_export]
macro_rules! data_names {
    ($(#[$meta:meta])* $visible:vis enum $of:ident {
        $($(#[$note:meta])* $name:ident => $key:literal),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $visible enum $of { $($(#[$note])* $name),* }

        impl $of {
            #[cfg_attr(not(test), expect(dead_code, reason = "the test of the files walks over them"))]
            $visible const ALL: &[Self] = &[$(Self::$name),*];

            /// The name in the files.
            $visible const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),* }
            }
        }
    };
}

impl Sentences {
    /// Reads the files, which are part of the program: a fault in one is a fault of ours, and a test's to find.
    pub fn of(files: Files) -> Self {
        let languages = Language::ALL.into_iter().zip(files).map(|(language, file)| bundle(language, file));
        Self { languages: languages.collect() }
    }

    /// The sentence of that name with the values put in.
    pub fn say(&self, language: Language, key: &str, values: &[(&str, &str)]) -> String {
        let bundle = &self.languages[language as usize];
        let message = bundle.get_message(key).and_then(|message| message.value());
        let values: FluentArgs<'_> = values.iter().copied().collect();
        let said = message
            .map(|pattern| bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned());
        said.expect("every language has every sentence, by test")
    }
}

fn bundle(language: Language, file: &str) -> FluentBundle<FluentResource> {
    let locale = language.code().parse().expect("our codes are language tags");
    let resource = FluentResource::try_new(file.to_owned()).expect("a fixed file is Fluent");
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Isolating marks are for pages; we write plain text, and compare it.
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).expect("a fixed file names each sentence once");
    bundle
}

/// What is wrong with the files: sentences that are missing or that nobody asks for, other variables than in English,
/// and sentences that are the same in two languages. Names and single words may well be.
pub fn faults(files: Files, keys: &BTreeSet<String>) -> Vec<String> {
    let english = entries(files[Language::English as usize]);
    let mut faults = Vec::new();
    let mut told: BTreeMap<String, &str> = BTreeMap::new();
    for (language, file) in Language::ALL.into_iter().zip(files) {
        let (code, entries) = (language.code(), entries(file));
        let names: BTreeSet<String> = entries.keys().cloned().collect();
        faults.extend(keys.difference(&names).map(|key| format!("{code}: {key} is missing")));
        faults.extend(names.difference(keys).map(|key| format!("{code}: nobody says {key}")));
        for (key, text) in entries {
            if english.get(&key).is_some_and(|english| variables(english) != variables(&text)) {
                faults.push(format!("{code}: {key} has other variables than in English"));
            }
            let is_sentence =
                text.split_whitespace().filter(|word| !word.contains(['{', '}', '$'])).count() > 2;
            if let Some(other) = told.insert(text, code).filter(|other| is_sentence && *other != code) {
                faults.push(format!("{code}: {key} is as in {other}"));
            }
        }
    }
    faults
}

/// A file's sentences by name; each is one line.
fn entries(file: &str) -> BTreeMap<String, String> {
    let lines = file.lines().filter_map(|line| line.split_once(" = "));
    lines.map(|(key, text)| (key.to_owned(), text.to_owned())).collect()
}

fn variables(text: &str) -> BTreeSet<String> {
    pattern(r"\$\w+").find_iter(text).map(|found| found.as_str().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_found() {
        let english = "yes = yes\nhello = Well hello there, { $name }!\n";
        let others = "yes = ja\nhello = Schönen guten Tag auch, { $name }!\n";
        let keys = ["yes", "hello"].map(str::to_owned).into();
        let found = |german| {
            faults(
                [
                    english,
                    german,
                    "yes = oui\nhello = Bonjour à vous, { $name } !\n",
                    "yes = sí\nhello = ¡Hola a usted, { $name }!\n",
                    "yes = نعم\nhello = مرحبا بك يا { $name }!\n",
                ],
                &keys,
            )
        };
        assert_eq!(found(others), Vec::<String>::new());
        assert_eq!(found("yes = ja\n"), ["de: hello is missing"]);
        assert_eq!(
            found("yes = ja\nhello = Schönen guten Tag auch!\n"),
            ["de: hello has other variables than in English"]
        );
        assert_eq!(found(english), ["de: hello is as in en"]);
        assert_eq!(found(&*String::leak(format!("{others}no = nein\n"))), ["de: nobody says no"]);
    }
}
