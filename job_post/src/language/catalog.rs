//! A catalog of texts in all languages: Fluent files (<https://projectfluent.org>), one a language, with an enum of keys.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};

use super::Language;
use super::words::pattern;

/// The Fluent files of a catalog, in the order of [`Language::ALL`].
pub type Files = [&'static str; Language::ALL.len()];

/// Texts in every language.
pub struct Catalog {
    languages: Vec<FluentBundle<FluentResource>>,
}

/// Declares `FILES` and `CATALOG` of a folder, which is named relative to the file: `catalog!("../phrases")`.
#[macro_export]
macro_rules! catalog {
    ($folder:literal) => {
        const FILES: $crate::catalog::Files = [
            include_str!(concat!($folder, "/en.ftl")),
            include_str!(concat!($folder, "/de.ftl")),
            include_str!(concat!($folder, "/fr.ftl")),
            include_str!(concat!($folder, "/es.ftl")),
            include_str!(concat!($folder, "/ar.ftl")),
            include_str!(concat!($folder, "/pt.ftl")),
            include_str!(concat!($folder, "/it.ftl")),
            include_str!(concat!($folder, "/nl.ftl")),
            include_str!(concat!($folder, "/pl.ftl")),
        ];

        static CATALOG: std::sync::LazyLock<$crate::catalog::Catalog> =
            std::sync::LazyLock::new(|| $crate::catalog::Catalog::of(FILES));
    };
}

/// Declares an enum whose variants are keys of a data file: `Yes => "yes"`.
#[macro_export]
macro_rules! data_names {
    ($(#[$meta:meta])* $visible:vis enum $of:ident {
        $($(#[$note:meta])* $name:ident => $key:literal),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $visible enum $of { $($(#[$note])* $name),* }

        impl $of {
            #[cfg_attr(not(test), allow(dead_code, reason = "of some enums only the test of the files lists all"))]
            $visible const ALL: &[Self] = &[$(Self::$name),*];

            /// The key in the files.
            $visible const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),* }
            }
        }
    };
}

impl Catalog {
    /// Parses the files. They are compiled in, and a test checks them, so a fault panics.
    pub fn of(files: Files) -> Self {
        let languages = Language::ALL.into_iter().zip(files).map(|(language, file)| bundle(language, file));
        Self { languages: languages.collect() }
    }

    /// The text of a key, with the values in place of its variables.
    pub fn text(&self, language: Language, key: &str, values: &[(&str, &str)]) -> String {
        let bundle = &self.languages[language as usize];
        let message = bundle.get_message(key).and_then(|message| message.value());
        let values: FluentArgs<'_> = values.iter().copied().collect();
        let text = message
            .map(|pattern| bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned());
        text.expect("a test checks that every language has every key")
    }
}

fn bundle(language: Language, file: &str) -> FluentBundle<FluentResource> {
    let locale = language.code().parse().expect("the code is a language tag");
    let resource = FluentResource::try_new(file.to_owned()).expect("a fixed file is Fluent");
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Without isolating marks: the texts are plain text, and are compared with it.
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).expect("a fixed file has each key once");
    bundle
}

/// The faults of the files: missing and unused keys, other variables than in English, and sentences that are equal in two
/// languages. Single words may be equal.
pub fn faults(files: Files, keys: &BTreeSet<String>) -> Vec<String> {
    let english = entries(files[Language::English as usize]);
    let mut faults = Vec::new();
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (language, file) in Language::ALL.into_iter().zip(files) {
        let (code, entries) = (language.code(), entries(file));
        let names: BTreeSet<String> = entries.keys().cloned().collect();
        faults.extend(keys.difference(&names).map(|key| format!("{code}: {key} is missing")));
        faults.extend(names.difference(keys).map(|key| format!("{code}: {key} is not used")));
        for (key, text) in entries {
            if english.get(&key).is_some_and(|english| variables(english) != variables(&text)) {
                faults.push(format!("{code}: {key} has other variables than in English"));
            }
            let is_sentence =
                text.split_whitespace().filter(|word| !word.contains(['{', '}', '$'])).count() > 2;
            if let Some(other) = seen.insert(text, code).filter(|other| is_sentence && *other != code) {
                faults.push(format!("{code}: {key} is as in {other}"));
            }
        }
    }
    faults
}

/// The texts of a file by key; each is one line.
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
                    "yes = sim\nhello = Seja bem-vindo aqui, { $name }!\n",
                    "yes = sì\nhello = Buongiorno anche a Lei, { $name }!\n",
                    "yes = ja\nhello = Ook u een goedendag, { $name }!\n",
                    "yes = tak\nhello = Witam bardzo serdecznie, { $name }!\n",
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
        assert_eq!(found(&*String::leak(format!("{others}no = nein\n"))), ["de: no is not used"]);
    }
}
