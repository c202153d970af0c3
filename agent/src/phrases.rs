//! What the agent says in place of the LLM, in each language. The texts are Fluent files in `agent/phrases`.

use job_post::{Language, catalog, data_names};

catalog!("../phrases");

data_names! {
    pub(crate) enum Phrase {
        /// The LLM refused, or its reply must not be shown.
        NoAnswer => "no-answer",
        /// The answer was cut after its updates.
        NotedThat => "noted-that",
    }
}

pub(crate) fn phrase(language: Language, phrase: Phrase) -> String {
    CATALOG.text(language, phrase.key(), &[])
}

#[cfg(test)]
mod tests {
    use job_post::catalog;

    use super::*;

    #[test]
    fn every_language_has_every_text() {
        let keys = Phrase::ALL.iter().map(|phrase| phrase.key().to_owned()).collect();
        let faults = catalog::faults(FILES, &keys);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
