//! The commands that a person can type.

use uuid::Uuid;

pub const HELP: &str = "\
Describe the job and answer the questions. Commands:
  /post       show the job post
  /undo       undo the last change
  /finalize   confirm the job post
  /sessions   list your conversations
  /resume ID  continue one of them
  /help       show this text
  /quit       leave; the server keeps the conversation";

#[derive(Debug, PartialEq, Eq)]
pub enum Input {
    Message(String),
    Post,
    Undo,
    Finalize,
    Sessions,
    Resume(Uuid),
    Help,
    Quit,
    Nothing,
    /// Says what is wrong.
    Unknown(String),
}

/// Parses a line.
pub fn read(line: &str) -> Input {
    let line = line.trim();
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    match word {
        "" => Input::Nothing,
        "/post" => Input::Post,
        "/undo" => Input::Undo,
        "/finalize" => Input::Finalize,
        "/sessions" => Input::Sessions,
        "/resume" => match rest.trim().parse() {
            Ok(id) => Input::Resume(id),
            Err(_) => Input::Unknown("/resume takes the id of a conversation; /sessions lists them.".into()),
        },
        "/help" => Input::Help,
        "/quit" => Input::Quit,
        other if other.starts_with('/') => {
            Input::Unknown(format!("There is no command {other}; /help lists the commands."))
        }
        _ => Input::Message(line.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_messages_or_commands() {
        assert_eq!(read(" a cook in Oslo "), Input::Message("a cook in Oslo".into()));
        assert_eq!(read("/post"), Input::Post);
        assert_eq!(read(&format!("/resume {}", Uuid::nil())), Input::Resume(Uuid::nil()));
        assert_eq!(read("  "), Input::Nothing);
        for wrong in ["/resume", "/resume x", "/pots"] {
            assert!(matches!(read(wrong), Input::Unknown(_)), "{wrong}");
        }
    }
}
