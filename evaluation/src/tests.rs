//! The stand-in against conversation files, each with its minimum score.

use super::*;

const SAMPLES: &str = include_str!("../../testing/data/conversations-sample.jsonl");
const SEEN: &str = include_str!("../../testing/data/conversations-seen.jsonl");
const FRESH: &str = include_str!("../../testing/data/conversations-fresh.jsonl");
const PLAIN_SENTENCES: &str = include_str!("../../testing/data/conversations-plain-sentences.jsonl");
const OUTSIDERS_SEEN: &str = include_str!("../../testing/data/conversations-outsiders-seen.jsonl");
const OUTSIDERS: &str = include_str!("../../testing/data/conversations-outsiders.jsonl");

const OPENINGS: &str = include_str!("../../testing/data/openings-seen.jsonl");
const FRESH_OPENINGS: &str = include_str!("../../testing/data/openings-fresh.jsonl");
const FRESH_ADS: &str = include_str!("../../testing/data/job-ads-fresh.jsonl");
const ADS: &str = include_str!("../../testing/data/job-ads.jsonl");
const WHOLE_CONVERSATIONS: &str = include_str!("../../testing/data/conversations-whole.jsonl");
const WHOLE_ADS: &str = include_str!("../../testing/data/job-ads-whole.jsonl");

async fn score(text: &str) -> Score {
    let mut score = Score::default();
    for conversation in read(text).unwrap() {
        play_model(&Model::Standin, &conversation, &mut score).await;
    }
    score
}

#[tokio::test]
async fn sample_conversations_hold() {
    let score = score(SAMPLES).await;
    assert!(score.mismatches.is_empty(), "\n{}", score.mismatches.join("\n"));
}

/// Conversations from before the latest change of the stand-in's rules.
#[tokio::test]
async fn seen_conversations_hold() {
    holds(&score(SEEN).await, 55, 0.95);
}

/// Conversations from after the rules were frozen: an estimate for unseen users.
///
/// A conversation for which a rule is changed moves to the seen ones, and another takes its place.
#[tokio::test]
async fn fresh_conversations_hold() {
    holds(&score(FRESH).await, 26, 0.75);
}

/// Benefits and requirements in plain sentences, short ads with headings and negated levels, in nine languages.
#[tokio::test]
async fn plain_sentences_hold() {
    holds(&score(PLAIN_SENTENCES).await, 56, 0.95);
}

/// Written by language models that have not seen the rules, and used to correct them.
#[tokio::test]
async fn conversations_of_outsiders_hold() {
    outsiders_hold(&score(OUTSIDERS_SEEN).await, 0.915, 1);
}

/// The same, written later; only the checks of pay were corrected with them.
#[tokio::test]
async fn unseen_conversations_of_outsiders_hold() {
    outsiders_hold(&score(OUTSIDERS).await, 0.9, 0);
}

/// Conversations and ads with all their facts listed, written by the same and used to correct the rules of notes.
#[tokio::test]
async fn little_of_what_is_stated_is_missing_from_the_post() {
    for (file, floor, percent, lost) in [(WHOLE_CONVERSATIONS, 0.99, 99, 0), (WHOLE_ADS, 0.97, 99, 0)] {
        let score = score(file).await;
        outsiders_hold(&score, floor, lost);
        let (stated, missing) = (score.facts.stated, &score.facts.missing);
        let kept = stated - missing.len();
        assert!(kept * 100 >= stated * percent, "{kept} of {stated}\n{}", missing.join("\n"));
    }
}

/// `lost` facts are known to be lost, and not wanted.
fn outsiders_hold(score: &Score, floor: f64, lost: usize) {
    let report = format!("\n{}\n\n{}", score.mismatches.join("\n"), as_text(score));
    assert!(score.accuracy() >= floor, "{report}");
    assert_eq!((score.salaries_invented, score.accidental_completions), (0, 0), "{report}");
    assert!(score.facts_lost <= lost, "{report}");
}

fn holds(score: &Score, conversations: usize, floor: f64) {
    let report = format!("\n{}\n\n{}", score.mismatches.join("\n"), as_text(score));
    assert!(score.conversations >= conversations, "{report}");
    assert!(score.accuracy() >= floor, "{report}");
    let never = [score.facts_lost, score.salaries_invented, score.accidental_completions];
    assert_eq!(never, [0, 0, 0], "lost, invented, accidental: {report}");
}

/// The checks accept what a right model proposes, and nothing that a wrong one invents.
#[tokio::test]
async fn right_proposals_pass_and_inventions_do_not() {
    let conversations = [SAMPLES, SEEN, FRESH, PLAIN_SENTENCES, OUTSIDERS];
    let openings_and_ads = [OPENINGS, FRESH_OPENINGS, ADS, FRESH_ADS];
    let guards = guards_hold(conversations.into_iter().chain(openings_and_ads), 0.005);
    assert!(guards.right > 2_000 && guards.wrong > 25_000, "{} {}", guards.right, guards.wrong);
}

/// The same with the conversations that the checks were corrected with.
#[tokio::test]
async fn right_proposals_of_corrected_conversations_pass_and_inventions_do_not() {
    let guards = guards_hold([OUTSIDERS_SEEN, WHOLE_CONVERSATIONS], 0.01);
    assert!(guards.right > 4_000 && guards.wrong > 65_000, "{} {}", guards.right, guards.wrong);
}

/// `most`: the share of right proposals that may be refused.
fn guards_hold(files: impl IntoIterator<Item = &'static str>, most: f64) -> GuardScore {
    let mut guards = GuardScore::default();
    for file in files {
        read(file).unwrap().iter().for_each(|conversation| guards::play(conversation, &mut guards));
    }
    let refused = guards.right_refused.len();
    let report = guards.right_refused.join("\n");
    assert!(rate(refused, guards.right) <= most, "{refused}/{}\n{report}", guards.right);
    assert_eq!(guards.wrong_accepted, [""; 0]);
    assert_eq!(guards.wrong_claimed, [""; 0]);
    guards
}

/// First messages that name a position in any trade.
#[tokio::test]
async fn positions_are_understood() {
    holds(&score(OPENINGS).await, 90, 0.95);
}

/// Written after the rules were frozen.
#[tokio::test]
async fn fresh_positions_and_ads_hold() {
    holds(&score(FRESH_OPENINGS).await, 30, 0.8);
    ads_hold(FRESH_ADS, 6, 5).await;
}

/// Whole job ads: the most important fields are right in nearly all, and no other number is read as a salary.
#[tokio::test]
async fn job_ads_hold() {
    ads_hold(ADS, 32, 28).await;
}

async fn ads_hold(text: &str, ads: usize, floor: usize) {
    const READ_FIRST: &[&str] =
        &["title", "location", "salaryMin", "salaryMax", "currency", "salaryPeriod", "experienceLevel"];
    let (mut right, mut wrong) = (0, Vec::new());
    let all = read(text).unwrap();
    for ad in &all {
        let mut score = Score::default();
        play_model(&Model::Standin, ad, &mut score).await;
        assert_eq!(score.salaries_invented, 0, "{}: {:?}", ad.id, score.mismatches);
        let held = |name: &&str| score.fields.get(*name).is_none_or(|field| field.held == field.expected);
        right += usize::from(READ_FIRST.iter().all(held));
        wrong.extend(
            score
                .mismatches
                .iter()
                .map(|it| format!("{}: {}", ad.id, it.rsplit("\": ").next().unwrap_or(it))),
        );
    }
    assert!(all.len() >= ads && right >= floor, "{right} of {}\n{}", all.len(), wrong.join("\n"));
}

/// The dialogue of the README, word by word.
#[tokio::test]
async fn seed_dialogue_holds() {
    let mut session = Session::new("papaya trading");
    let reply = session.say(&Model::Standin, ".net developer full stack").await.unwrap();
    assert!(reply.starts_with("Great! You're looking to hire a Full Stack .Net Developer"), "{reply}");
    assert_eq!(
        session.job_data(),
        serde_json::json!({ "title": ".Net Developer Full Stack", "skills": [".net"] })
    );
    assert!(!session.is_complete());
    session.say(&Model::Standin, "senior level with 5+ years experience").await.unwrap();
    let expected = serde_json::json!({
        "title": ".Net Developer Full Stack",
        "experienceLevel": "senior",
        "skills": [".net"],
        "requirements": ["5+ years experience"],
    });
    assert_eq!(session.job_data(), expected);
}

/// A plain yes confirms the suggested tasks, in each language with known tasks. A no does not.
#[tokio::test]
async fn a_yes_to_typical_tasks_adds_them() {
    for (title, ask, yes, no) in [
        ("I need a barista", "What tasks would you suggest?", "Yes, please", "No thanks"),
        ("Ich suche einen Kellner", "Welche Aufgaben schlagen Sie vor?", "Ja, gerne", "Nein danke"),
    ] {
        for (answer, expected) in [(yes, 3), (no, 0)] {
            let mut session = Session::new("Acme");
            session.say(&Model::Standin, title).await.unwrap();
            let offer = session.say(&Model::Standin, ask).await.unwrap();
            let reply = session.say(&Model::Standin, answer).await.unwrap();
            let again = session.say(&Model::Standin, ask).await.unwrap();
            assert!(again != offer, "offered twice: {again}");
            if expected > 0 {
                let tasks = session.job_data()["responsibilities"].as_array().map_or(0, Vec::len);
                assert_eq!(tasks, expected, "{offer}\n{answer}\n{reply}");
                assert!(session.is_established(job_post::Field::Responsibilities), "{answer}");
            } else {
                assert!(!session.is_established(job_post::Field::Responsibilities), "{answer}");
            }
        }
    }
}

/// The check itself: five wrong expectations are five mismatches of the right kind.
#[tokio::test]
async fn wrong_expectations_are_counted() {
    let wrong = r#"{"id": "wrong", "company": "Acme", "turns": [{"user": "a cook in Oslo", "complete": true,
        "reply": {"must_not": ["cook"]},
        "expect": {"title": {"contains": ["driver"]}, "location": {"empty": true}, "salaryMin": {"num": [1]}}}]}"#;
    let score = score(&wrong.replace('\n', " ")).await;
    assert_eq!(score.mismatches.len(), 5, "{:?}", score.mismatches);
    assert_eq!((score.missed_completions, score.replies - score.replies_held), (1, 1));
    let (title, place, pay) = (score.fields["title"], score.fields["location"], score.fields["salaryMin"]);
    assert_eq!((title.wrong, title.missing), (1, 1));
    assert_eq!((place.wrong, place.missing), (1, 0));
    assert_eq!((pay.wrong, pay.missing), (0, 1));
    assert!(score.accuracy() < f64::EPSILON);
}

/// A lost value, and pay that the user did not state.
#[tokio::test]
async fn losses_and_inventions_are_counted() {
    let lost = r#"{"id": "lost", "turns": [
        {"user": "a cook in Oslo, 30 EUR an hour", "expect": {"location": {"contains": ["oslo"]}}},
        {"user": "Make it Bergen", "expect": {"location": {"contains": ["oslo"]}, "salaryMax": {"empty": true}}}]}"#;
    let score = score(&lost.replace('\n', " ")).await;
    assert_eq!(score.facts_lost, 1, "{:?}", score.mismatches);
    assert_eq!(score.salaries_invented, 4);
}

#[test]
fn a_malformed_line_is_named() {
    let unknown = r#"{"id": "x", "turns": [{"user": "hi", "expect": {"title": {"roughly": ["a"]}}}]}"#;
    let error = read(&format!("\n{unknown}")).unwrap_err();
    assert_eq!(error.line, 2);
    assert!(error.to_string().contains("roughly"), "{error}");
}
