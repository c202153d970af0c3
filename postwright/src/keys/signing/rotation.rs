//! Rotates the signing keys: the next key signs, the present one only verifies, and a new next key is published.
//!
//! The file is `signing key, next key, earlier keys`. A comment before an earlier key says since when it signs nothing.

use std::path::Path;

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use secrecy::{ExposeSecret, SecretString};

use super::{new_key, parse, read};
use crate::{failure::Failure, private_files};

/// How long an earlier key verifies at least. No access token lives longer.
const KEPT: TimeDelta = TimeDelta::hours(24);
const COMMENT: &str = "# Signs nothing since ";
const END: &str = "-----END PRIVATE KEY-----";

/// What a rotation has done.
pub struct Rotated {
    /// The id of the key that signs now.
    pub signing: String,
    /// How many earlier keys still verify, the last one included.
    pub earlier: usize,
    /// How many earlier keys were removed.
    pub removed: usize,
}

/// A PEM block, and since when it signs nothing.
struct Block {
    pem: String,
    retired: Option<DateTime<Utc>>,
}

/// Whether the file has a key that verifies already and has not signed yet.
///
/// # Errors
/// As for [`super::load`].
pub fn has_next(path: &Path) -> Result<bool, Failure> {
    Ok(next_of(&blocks(&checked(path)?)).is_some())
}

/// Adds such a key. Every process has to read it before it may sign.
///
/// # Errors
/// As for [`super::load`].
pub fn prepare_next(path: &Path) -> Result<(), Failure> {
    rewrite(path, |mut blocks| {
        blocks.insert(1, Block { pem: new_key()?, retired: None });
        Ok((blocks, ()))
    })
}

/// Lets the next key sign, retires the present one, adds a new next key and removes keys that have long been retired.
///
/// # Errors
/// As for [`super::load`], and when there is no next key.
pub fn rotate(path: &Path, now: DateTime<Utc>) -> Result<Rotated, Failure> {
    let removed = rewrite(path, |blocks| {
        let next = next_of(&blocks).ok_or_else(|| Failure::SigningKeys {
            path: path.to_owned(),
            reason: "there is no next key in it".into(),
        })?;
        rotated(blocks, next, now)
    })?;
    let keys = super::load(path)?;
    let signing = keys.ids().next().unwrap_or_default().to_owned();
    Ok(Rotated { signing, earlier: keys.ids().count() - 2, removed })
}

fn rotated(mut blocks: Vec<Block>, next: usize, now: DateTime<Utc>) -> Result<(Vec<Block>, usize), Failure> {
    let next = blocks.remove(next);
    let before = blocks.len();
    blocks[0].retired = Some(now);
    blocks.retain(|block| block.retired.is_none_or(|retired| retired + KEPT > now));
    let removed = before - blocks.len();
    let new = Block { pem: new_key()?, retired: None };
    Ok(([next, new].into_iter().chain(blocks).collect(), removed))
}

fn next_of(blocks: &[Block]) -> Option<usize> {
    (1..blocks.len()).find(|number| blocks[*number].retired.is_none())
}

fn rewrite<T>(
    path: &Path,
    change: impl FnOnce(Vec<Block>) -> Result<(Vec<Block>, T), Failure>,
) -> Result<T, Failure> {
    let _lock = private_files::lock_directory(path).map_err(Failure::file(path))?;
    let (blocks, result) = change(blocks(&checked(path)?))?;
    let text = SecretString::from(blocks.iter().map(Block::text).collect::<String>());
    parse(&text, path)?;
    private_files::write(path, text.expose_secret()).map_err(Failure::file(path))?;
    Ok(result)
}

/// The file's text, if its keys are usable.
fn checked(path: &Path) -> Result<SecretString, Failure> {
    let text = read(path)?;
    parse(&text, path)?;
    Ok(text)
}

fn blocks(text: &SecretString) -> Vec<Block> {
    let blocks = text.expose_secret().split_inclusive(END).filter(|block| block.ends_with(END));
    blocks.map(Block::read).collect()
}

impl Block {
    fn read(text: &str) -> Self {
        let begin = text.find("-----BEGIN").unwrap_or_default();
        let (comments, pem) = text.split_at(begin);
        let retired = comments.lines().find_map(|line| line.strip_prefix(COMMENT)?.trim().parse().ok());
        Self { pem: format!("{pem}\n"), retired }
    }

    fn text(&self) -> String {
        let comment = self
            .retired
            .map(|retired| format!("{COMMENT}{}\n", retired.to_rfc3339_opts(SecondsFormat::Secs, true)));
        comment.unwrap_or_default() + &self.pem
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the ages of keys are in a file, beside no database")]
mod tests {
    use super::*;

    fn ids(path: &Path) -> Vec<String> {
        super::super::load(path).unwrap().ids().map(str::to_owned).collect()
    }

    #[test]
    fn a_rotation_keeps_the_earlier_key_until_no_token_of_it_is_left() {
        let path = std::env::temp_dir().join(format!("postwright-rotation-{}.pem", std::process::id()));
        super::super::create_file(&path).unwrap();
        let begun = Utc::now();
        let first = ids(&path);
        let rotated = rotate(&path, begun).unwrap();
        let second = ids(&path);
        assert_eq!((second.len(), &second[0], &second[2]), (3, &first[1], &first[0]));
        assert_eq!((rotated.signing, rotated.earlier, rotated.removed), (first[1].clone(), 1, 0));
        let rotated = rotate(&path, begun + TimeDelta::hours(1)).unwrap();
        let third = ids(&path);
        assert_eq!(third[0], second[1]);
        assert_eq!(third[2..], [second[0].clone(), first[0].clone()]);
        assert_eq!((rotated.earlier, rotated.removed), (2, 0));
        let rotated = rotate(&path, begun + TimeDelta::hours(24)).unwrap();
        assert_eq!(ids(&path)[2..], [third[0].clone(), second[0].clone()]);
        assert_eq!((rotated.earlier, rotated.removed), (2, 1));
        std::fs::remove_file(&path).unwrap();
    }

    #[test]
    fn a_file_with_one_key_gets_a_next_one_first() {
        let path = std::env::temp_dir().join(format!("postwright-one-key-{}.pem", std::process::id()));
        private_files::write(&path, &new_key().unwrap()).unwrap();
        assert!(!has_next(&path).unwrap());
        let first = ids(&path);
        assert!(rotate(&path, Utc::now()).is_err());
        prepare_next(&path).unwrap();
        assert!(has_next(&path).unwrap());
        let second = ids(&path);
        assert_eq!((second.len(), &second[0]), (2, &first[0]));
        rotate(&path, Utc::now()).unwrap();
        assert_eq!((&ids(&path)[0], &ids(&path)[2]), (&second[1], &first[0]));
        std::fs::remove_file(&path).unwrap();
    }
}
