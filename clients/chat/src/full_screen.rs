//! The full-screen view: the conversation with the job post beside it, or below it on a narrow terminal.

use std::io;

use ratatui::crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::Stylize as _;
use ratatui::text::{Line, Text};
use ratatui::widgets::{Block, Paragraph, Wrap};
use ratatui::{DefaultTerminal, Frame};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::update::Update;

/// The least width for two readable columns.
const WIDE: u16 = 90;

#[derive(Default)]
struct Screen {
    /// Messages and notices, each with whether the person wrote it.
    messages: Vec<(bool, String)>,
    /// The pieces of the reply so far.
    reply: String,
    job_post: Vec<String>,
    input: String,
    is_ready: bool,
    /// Lines scrolled back from the end.
    scrolled: u16,
}

/// # Errors
/// The terminal cannot be used.
pub async fn run(lines: UnboundedSender<String>, updates: UnboundedReceiver<Update>) -> io::Result<()> {
    let mut terminal = ratatui::try_init()?;
    let done = show(&mut terminal, &lines, updates).await;
    ratatui::try_restore()?;
    done
}

async fn show(
    terminal: &mut DefaultTerminal,
    lines: &UnboundedSender<String>,
    mut updates: UnboundedReceiver<Update>,
) -> io::Result<()> {
    let mut screen = Screen { job_post: vec!["(nothing yet)".into()], ..Screen::default() };
    let mut events = keyboard();
    loop {
        terminal.draw(|frame| screen.draw(frame))?;
        tokio::select! {
            update = updates.recv() => match update {
                Some(Update::End) | None => return Ok(()),
                Some(update) => screen.apply(update),
            },
            event = events.recv() => match event {
                Some(Event::Key(key)) if key.kind != KeyEventKind::Release => {
                    if !screen.press(key, lines) {
                        return Ok(());
                    }
                }
                Some(_) => {}
                None => return Ok(()),
            },
        }
    }
}

/// The events of the terminal, read by a thread that ends with the program.
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
    fn apply(&mut self, update: Update) {
        match update {
            Update::Delta(piece) => self.reply.push_str(&piece),
            Update::Reset => self.reply.clear(),
            Update::Reply(text) => {
                self.reply.clear();
                self.messages.push((false, text));
            }
            Update::Notice(text) => self.messages.push((false, text)),
            Update::JobPost { lines, .. } => self.job_post = lines,
            Update::Ready => {
                self.reply.clear();
                self.is_ready = true;
            }
            Update::End => {}
        }
    }

    /// Handles a key. Returns whether the program goes on.
    fn press(&mut self, key: KeyEvent, lines: &UnboundedSender<String>) -> bool {
        match key.code {
            KeyCode::Char('c' | 'd') if key.modifiers.contains(KeyModifiers::CONTROL) => return false,
            KeyCode::Char(letter) => self.input.push(letter),
            KeyCode::Backspace => drop(self.input.pop()),
            KeyCode::PageUp => self.scrolled = self.scrolled.saturating_add(10),
            KeyCode::PageDown => self.scrolled = self.scrolled.saturating_sub(10),
            KeyCode::Enter if self.is_ready && !self.input.trim().is_empty() => {
                let line = std::mem::take(&mut self.input);
                self.messages.push((true, line.clone()));
                (self.is_ready, self.scrolled) = (false, 0);
                return lines.send(line).is_ok();
            }
            _ => {}
        }
        true
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        let [upper, input] =
            Layout::vertical([Constraint::Min(3), Constraint::Length(3)]).areas(frame.area());
        let [conversation, job_post] = if upper.width >= WIDE {
            Layout::horizontal([Constraint::Percentage(60), Constraint::Percentage(40)]).areas(upper)
        } else {
            Layout::vertical([Constraint::Percentage(60), Constraint::Percentage(40)]).areas(upper)
        };
        self.draw_conversation(frame, conversation);
        let text = Paragraph::new(self.job_post.join("\n")).wrap(Wrap { trim: false });
        frame.render_widget(text.block(Block::bordered().title(" Job post ")), job_post);
        self.draw_input(frame, input);
    }

    fn draw_conversation(&self, frame: &mut Frame<'_>, area: Rect) {
        let mut text = Text::default();
        for (is_own, message) in &self.messages {
            for line in message.lines() {
                let own = || Line::from(format!("> {line}")).cyan();
                text.push_line(if *is_own { own() } else { Line::from(line.to_owned()) });
            }
            text.push_line("");
        }
        text.extend(self.reply.lines().map(|line| Line::from(line.to_owned())));
        let paragraph = Paragraph::new(text).wrap(Wrap { trim: false });
        let (width, height) = (area.width.saturating_sub(2), area.height.saturating_sub(2));
        let all = u16::try_from(paragraph.line_count(width)).unwrap_or(u16::MAX);
        let from = all.saturating_sub(height).saturating_sub(self.scrolled);
        frame.render_widget(
            paragraph.scroll((from, 0)).block(Block::bordered().title(" Conversation ")),
            area,
        );
    }

    /// Scrolls so that the end of the input is visible.
    fn draw_input(&self, frame: &mut Frame<'_>, area: Rect) {
        let room = area.width.saturating_sub(3);
        let width = u16::try_from(Line::from(self.input.as_str()).width()).unwrap_or(u16::MAX);
        let title = if self.is_ready { " You  (/help, /quit) " } else { " The agent is replying … " };
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

    /// Presses these keys. Returns whether the program goes on.
    fn press(screen: &mut Screen, lines: &UnboundedSender<String>, text: &str) -> bool {
        let mut keys = text.chars().map(|letter| match letter {
            '\n' => KeyCode::Enter,
            letter => KeyCode::Char(letter),
        });
        keys.all(|code| screen.press(code.into(), lines))
    }

    /// The rows of a terminal with this width.
    fn drawn(screen: &Screen, width: u16) -> Vec<String> {
        let Ok(mut terminal) = Terminal::new(TestBackend::new(width, 20));
        let Ok(_) = terminal.draw(|frame| screen.draw(frame));
        let cells = terminal.backend().buffer().content();
        cells.chunks(width.into()).map(|row| row.iter().map(|cell| cell.symbol()).collect()).collect()
    }

    #[test]
    fn the_job_post_is_beside_the_conversation_or_below_it_on_a_narrow_terminal() {
        let mut screen = Screen::default();
        screen.apply(Update::JobPost { lines: vec!["Title: Cook".into()], is_requested: false });
        screen.apply(Update::Delta("Where".into()));
        let wide = drawn(&screen, 100);
        assert!(wide[0].contains("Conversation") && wide[0].contains("Job post"), "{wide:#?}");
        assert!(wide[1].contains("Where") && wide[1].contains("Title: Cook"), "{wide:#?}");
        let narrow = drawn(&screen, 60);
        assert!(!narrow[0].contains("Job post"), "{narrow:#?}");
        assert!(narrow.iter().any(|line| line.contains("Title: Cook")), "{narrow:#?}");
    }

    #[test]
    fn a_line_is_sent_once_and_the_reply_replaces_its_pieces() {
        let (lines, mut sent) = unbounded_channel();
        let mut screen = Screen::default();
        assert!(press(&mut screen, &lines, "a cook\n"));
        assert!(sent.try_recv().is_err(), "sent before the agent was ready");
        screen.apply(Update::Ready);
        assert!(press(&mut screen, &lines, "\n"));
        assert_eq!(sent.try_recv().ok().as_deref(), Some("a cook"));
        screen.apply(Update::Delta("wrong".into()));
        screen.apply(Update::Reset);
        screen.apply(Update::Delta("Whe".into()));
        screen.apply(Update::Reply("Where?".into()));
        let text = drawn(&screen, 60).join("\n");
        assert!(text.contains("> a cook") && text.contains("Where?") && !text.contains("wrong"), "{text}");
        assert!(!screen.press(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL), &lines));
    }
}
