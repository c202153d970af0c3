//! The most used passwords, as whole passwords and as what digits and symbols are added to.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::rule::letters_and_digits;

/// Passwords that many leaks contain, most used first; the head of the file names its source.
static LIST: &str = include_str!("../../../data/common_passwords.txt");
/// Phrases of well-known advice, which people take literally.
const PHRASES: [&str; 3] = ["correcthorsebatterystaple", "troubador", "thequickbrownfoxjumpsoverthelazydog"];

static COMMON: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let listed = LIST.lines().filter(|line| !line.starts_with("# ")).map(letters_and_digits);
    listed.chain(PHRASES.map(str::to_owned)).filter(|password| !password.is_empty()).collect()
});

/// Whether a password is a common one in any case, with any symbols in it, and any digits before and after it.
pub fn is_common(password: &str) -> bool {
    let folded = letters_and_digits(password);
    let word = folded.trim_matches(|c: char| c.is_numeric());
    COMMON.contains(&folded) || COMMON.contains(word)
}
