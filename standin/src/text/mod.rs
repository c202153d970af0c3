//! Tools for text: sentences and words, lists of known phrases, place names and job titles.

pub(crate) mod casing;
pub(crate) mod gazetteer;
pub(crate) mod inclusive;
pub(crate) mod items;
pub(crate) mod occupations;
pub(crate) mod phrase_lists;
pub(crate) mod polish_places;
pub(crate) mod polish_titles;
pub(crate) mod sentences;
pub(crate) mod vocabulary;
