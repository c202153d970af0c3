//! The conversation on the whole terminal, with the growing post beside it, or under it where there is no room.

use std::io;

use ratatui::crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::Stylize as _;
use ratatui::text::{Line, Text};
use ratatui::widgets::{Block, Paragraph, Wrap};
use ratatui::{DefaultTerminal, Frame};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::talk::Shown;

/// As wide as two columns that can be read.
const WIDE: u16 = 90;

#[derive(Default)]
struct Screen {
    /// What was said, and whether the person said it.
    said: Vec<(bool, String)>,
    answer: String,
    post: Vec<String>,
    input: String,
    is_ready: bool,
    /// Lines scrolled back from the end.
    back: u16,
}

/// # Errors
/// A terminal that cannot be drawn on.
pub async fn run(say: UnboundedSender<String>, shown: UnboundedReceiver<Shown>) -> io::Result<()> {
    let mut terminal = ratatui::try_init()?;
    let done = follow(&mut terminal, &say, shown).await;
    ratatui::try_restore()?;
    done
}

async fn follow(
    terminal: &mut DefaultTerminal,
    say: &UnboundedSender<String>,
    mut shown: UnboundedReceiver<Shown>,
) -> io::Result<()> {
    let mut screen = Screen { post: vec!["(nothing yet)".into()], ..Screen::default() };
    let mut typed = keyboard();
    loop {
        terminal.draw(|frame| screen.draw(frame))?;
        tokio::select! {
            next = shown.recv() => match next {
                Some(Shown::End) | None => return Ok(()),
                Some(next) => screen.take(next),
            },
            next = typed.recv() => match next {
                Some(Event::Key(key)) if key.kind != KeyEventKind::Release => {
                    if !screen.press(key, say) {
                        return Ok(());
                    }
                }
                Some(_) => {}
                None => return Ok(()),
            },
        }
    }
}

/// Keys, read by a thread of their own, which ends with the program.
fn keyboard() -> UnboundedReceiver<Event> {
    let (sender, receiver) = unbounded_channel();
    std::thread::spawn(move || {
        while let Ok(event) = event::read() {
            if sender.send(event).is_err() {
                break;
            }
        }
    });
    receiver
}

impl Screen {
    fn take(&mut self, shown: Shown) {
        match shown {
            Shown::Piece(piece) => self.answer.push_str(&piece),
            Shown::Reset => self.answer.clear(),
            Shown::Answer(text) => {
                self.answer.clear();
                self.said.push((false, text));
            }
            Shown::Note(text) => self.said.push((false, text)),
            Shown::Post(lines, _) => self.post = lines,
            Shown::Ready => {
                self.answer.clear();
                self.is_ready = true;
            }
            Shown::End => {}
        }
    }

    /// Whether to go on.
    fn press(&mut self, key: KeyEvent, say: &UnboundedSender<String>) -> bool {
        match key.code {
            KeyCode::Char('c' | 'd') if key.modifiers.contains(KeyModifiers::CONTROL) => return false,
            KeyCode::Char(letter) => self.input.push(letter),
            KeyCode::Backspace => drop(self.input.pop()),
            KeyCode::PageUp => self.back = self.back.saturating_add(10),
            KeyCode::PageDown => self.back = self.back.saturating_sub(10),
            KeyCode::Enter if self.is_ready && !self.input.trim().is_empty() => {
                let line = std::mem::take(&mut self.input);
                self.said.push((true, line.clone()));
                (self.is_ready, self.back) = (false, 0);
                return say.send(line).is_ok();
            }
            _ => {}
        }
        true
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        let [upper, input] =
            Layout::vertical([Constraint::Min(3), Constraint::Length(3)]).areas(frame.area());
        let [talk, post] = if upper.width >= WIDE {
            Layout::horizontal([Constraint::Percentage(60), Constraint::Percentage(40)]).areas(upper)
        } else {
            Layout::vertical([Constraint::Percentage(60), Constraint::Percentage(40)]).areas(upper)
        };
        self.draw_talk(frame, talk);
        let text = Paragraph::new(self.post.join("\n")).wrap(Wrap { trim: false });
        frame.render_widget(text.block(Block::bordered().title(" Job post ")), post);
        self.draw_input(frame, input);
    }

    fn draw_talk(&self, frame: &mut Frame<'_>, area: Rect) {
        let mut text = Text::default();
        for (is_own, words) in &self.said {
            for line in words.lines() {
                let own = || Line::from(format!("> {line}")).cyan();
                text.push_line(if *is_own { own() } else { Line::from(line.to_owned()) });
            }
            text.push_line("");
        }
        text.extend(self.answer.lines().map(|line| Line::from(line.to_owned())));
        let talk = Paragraph::new(text).wrap(Wrap { trim: false });
        let (width, height) = (area.width.saturating_sub(2), area.height.saturating_sub(2));
        let all = u16::try_from(talk.line_count(width)).unwrap_or(u16::MAX);
        let from = all.saturating_sub(height).saturating_sub(self.back);
        frame.render_widget(talk.scroll((from, 0)).block(Block::bordered().title(" Conversation ")), area);
    }

    /// The end of what is typed is always to be seen.
    fn draw_input(&self, frame: &mut Frame<'_>, area: Rect) {
        let room = area.width.saturating_sub(3);
        let width = u16::try_from(Line::from(self.input.as_str()).width()).unwrap_or(u16::MAX);
        let title = if self.is_ready { " You  (/help, /quit) " } else { " The agent answers … " };
        let line = Paragraph::new(self.input.as_str()).scroll((0, width.saturating_sub(room)));
        frame.render_widget(line.block(Block::bordered().title(title)), area);
        frame.set_cursor_position(Position::new(area.x + 1 + width.min(room), area.y + 1));
    }
}

#[cfg(test)]
mod tests {
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    use super::*;

    /// Whether to go on after these keys.
    fn press(screen: &mut Screen, say: &UnboundedSender<String>, text: &str) -> bool {
        let mut keys = text.chars().map(|letter| match letter {
            '\n' => KeyCode::Enter,
            letter => KeyCode::Char(letter),
        });
        keys.all(|code| screen.press(code.into(), say))
    }

    /// The lines of a terminal of this width.
    fn drawn(screen: &Screen, width: u16) -> Vec<String> {
        let Ok(mut terminal) = Terminal::new(TestBackend::new(width, 20));
        let Ok(_) = terminal.draw(|frame| screen.draw(frame));
        let cells = terminal.backend().buffer().content();
        cells.chunks(width.into()).map(|row| row.iter().map(|cell| cell.symbol()).collect()).collect()
    }

    #[test]
    fn the_post_is_beside_the_talk_where_there_is_room_and_under_it_elsewhere() {
        let mut screen = Screen::default();
        screen.take(Shown::Post(vec!["Title: Cook".into()], false));
        screen.take(Shown::Piece("Where".into()));
        let wide = drawn(&screen, 100);
        assert!(wide[0].contains("Conversation") && wide[0].contains("Job post"), "{wide:#?}");
        assert!(wide[1].contains("Where") && wide[1].contains("Title: Cook"), "{wide:#?}");
        let narrow = drawn(&screen, 60);
        assert!(!narrow[0].contains("Job post"), "{narrow:#?}");
        assert!(narrow.iter().any(|line| line.contains("Title: Cook")), "{narrow:#?}");
    }

    #[test]
    fn a_line_is_said_once_and_pieces_give_way_to_the_answer() {
        let (say, mut said) = unbounded_channel();
        let mut screen = Screen::default();
        assert!(press(&mut screen, &say, "a cook\n"));
        assert!(said.try_recv().is_err(), "said before the agent was ready");
        screen.take(Shown::Ready);
        assert!(press(&mut screen, &say, "\n"));
        assert_eq!(said.try_recv().ok().as_deref(), Some("a cook"));
        screen.take(Shown::Piece("wrong".into()));
        screen.take(Shown::Reset);
        screen.take(Shown::Piece("Whe".into()));
        screen.take(Shown::Answer("Where?".into()));
        let text = drawn(&screen, 60).join("\n");
        assert!(text.contains("> a cook") && text.contains("Where?") && !text.contains("wrong"), "{text}");
        assert!(!screen.press(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL), &say));
    }
}
