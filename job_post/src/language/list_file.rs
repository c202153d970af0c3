//! The parser of the word lists in `data/`: text files with one entry or one named list a line.

/// The lines of a file, without empty ones and without comments, which begin with "# ".
pub fn lines(file: &str) -> impl Iterator<Item = &str> {
    file.lines().map(str::trim).filter(|line| !line.is_empty() && *line != "#" && !line.starts_with("# "))
}

/// The named lines of a file, `name: items`. A name may occur several times: its lists add up.
pub fn named(file: &str) -> impl Iterator<Item = (&str, &str)> {
    lines(file).filter_map(|line| line.split_once(": "))
}

/// The words of a file that has several a line and no names.
pub fn words(file: &str) -> impl Iterator<Item = &str> {
    lines(file).flat_map(str::split_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# a comment: none\n#\n\n  one two\nname: a, b\nname: c#: d\n#1\n";

    #[test]
    fn comments_and_empty_lines_are_left_out() {
        assert_eq!(lines(FILE).collect::<Vec<_>>(), ["one two", "name: a, b", "name: c#: d", "#1"]);
        assert_eq!(words(FILE).count(), 9);
    }

    #[test]
    fn a_name_ends_at_the_first_colon() {
        assert_eq!(named(FILE).collect::<Vec<_>>(), [("name", "a, b"), ("name", "c#: d")]);
    }
}
