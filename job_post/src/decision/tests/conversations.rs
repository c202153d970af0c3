//! The example of the original routes, and typical conversations.

use super::*;

#[test]
fn the_example_dialogue() {
    let mut session = Session::new();
    let first =
        session.say(".net developer full stack", &["title: .Net Developer Full Stack", "+skills: .net"]);
    assert_eq!(first.draft.content.title.as_deref(), Some(".Net Developer Full Stack"));
    assert_eq!(first.draft.content.skills, [".net"]);
    assert_eq!((first.step, asks(&first)), (Step::CollectingDetails, false));
    let proposals = [
        "title: Senior .Net Developer Full Stack",
        "experienceLevel: senior",
        "+requirements: 5+ years experience",
    ];
    let second = session.say("senior level with 5+ years experience", &proposals);
    let content = &second.draft.content;
    assert_eq!(content.title.as_deref(), Some(".Net Developer Full Stack"));
    assert_eq!(content.experience_level, Some(crate::ExperienceLevel::Senior));
    assert_eq!(content.requirements, ["5+ years experience"]);
    assert_eq!(content.skills, [".net"]);
    assert_eq!((second.step, second.complete, asks(&second)), (Step::CollectingDetails, false, false));
    assert_eq!(second.draft.evidence[&Field::Requirements][0].basis, Basis::Stated);
}

#[test]
fn one_fact_a_turn_to_publication() {
    let mut session = Session::new();
    session.say("Hi, I need to hire a backend engineer.", &["title: Senior Backend Engineer"]);
    assert_eq!(session.draft.content.title.as_deref(), Some("Backend Engineer"));
    session.say(
        "Senior level, at least six years of experience.",
        &["experienceLevel: senior", "+requirements: At least 6 years of experience"],
    );
    let skills = session.say("Rust, PostgreSQL and Kafka are a must.", &["+skills: Rust, PostgreSQL, Kafka"]);
    assert!(asks(&skills) && skills.step == Step::Finalizing);
    session.say(
        "They'd sit in our Lisbon office three days a week and work from home the other two.",
        &["location: Lisbon, Portugal", "workType: hybrid", "salaryPeriod: week"],
    );
    assert_eq!(session.draft.content.location.as_deref(), Some("Lisbon"));
    assert_eq!(session.draft.content.salary.period, None);
    let pay = session.say(
        "Budget is 65,000 to 80,000 euros a year.",
        &["salaryMin: 65000", "salaryMax: 80000", "currency: EUR", "salaryPeriod: year"],
    );
    assert!(pay.reply.contains("Salary: 65,000–80,000 EUR per year"), "{}", pay.reply);
    let last = session.turn("Looks good, publish it.", &finalize());
    assert!(last.publish && last.complete && last.step == Step::Complete);
    let thanks = session.say("thanks a lot!", &[]);
    assert!(thanks.complete && !thanks.publish);
    let again = session.turn("publish it", &finalize());
    assert!(again.complete && !again.publish);
    let changed = session.say("Actually make it remote", &["workType: remote"]);
    assert!(!changed.complete && !changed.publish && asks(&changed), "{changed:?}");
    assert!(session.turn("yes", &finalize()).publish);
    assert_eq!(session.published, 2);
}

#[test]
fn corrections() {
    let mut session = Session::new();
    session.say(
        "Looking for a mid-level QA engineer, onsite in Austin, Texas. Selenium and Cypress.",
        &[
            "title: QA Engineer",
            "experienceLevel: mid",
            "workType: onsite",
            "location: Austin, Texas",
            "+skills: Selenium, Cypress",
        ],
    );
    session
        .say("$85k to $100k", &["salaryMin: 85", "salaryMax: 100000", "currency: USD", "salaryPeriod: year"]);
    assert_eq!(session.draft.value(Field::SalaryMin).as_deref(), Some("85000"));
    assert_eq!(session.draft.content.salary.period, None);
    session.say("Actually make it hybrid.", &["workType: hybrid"]);
    session.say("Also drop Selenium, we use Playwright now.", &["skills: Playwright"]);
    assert_eq!(session.draft.content.skills, ["Cypress", "Playwright"]);
    session.say("And the title should be Software Engineer in Test.", &["title: Software Engineer in Test"]);
    let content = &session.draft.content;
    assert_eq!(content.title.as_deref(), Some("Software Engineer in Test"));
    assert_eq!(
        (content.work_type, content.location.as_deref()),
        (Some(crate::WorkType::Hybrid), Some("Austin, Texas"))
    );
    assert!(session.turn("ok that's everything, finalize", &finalize()).publish);
}

#[test]
fn german_throughout() {
    let mut session = Session::new();
    session.say(
        "Guten Tag, wir suchen einen Produktionsleiter (m/w/d) für unser Werk in Stuttgart.",
        &["title: Produktionsleiter (m/w/d)", "location: Stuttgart, Deutschland"],
    );
    session.say(
        "Mindestens acht Jahre Berufserfahrung, davon drei in einer Führungsposition. Lean Management und SAP sind Pflicht.",
        &["experienceLevel: lead", "+skills: Lean Management, SAP", "+requirements: 8 Jahre Berufserfahrung"],
    );
    session.say(
        "Das Gehalt liegt zwischen 72.000 und 88.000 Euro brutto im Jahr.",
        &["salaryMin: 72000", "salaryMax: 88000", "currency: EUR", "salaryPeriod: year"],
    );
    let place = session.say("Vor Ort, keine Homeoffice-Möglichkeit.", &["workType: onsite"]);
    assert!(place.reply.contains("Gehalt: 72.000–88.000 EUR pro Jahr"), "{}", place.reply);
    assert_eq!(session.draft.content.requirements, ["8 Jahre Berufserfahrung"]);
    assert_eq!(session.draft.content.experience_level, Some(crate::ExperienceLevel::Lead));
    let mut other = session.clone();
    assert!(other.say("Vor Ort, keine Homeoffice-Möglichkeit.", &["workType: remote"]).changes.is_empty());
    let last = session.turn("Passt so, bitte veröffentlichen.", &finalize());
    assert!(last.publish && last.reply.starts_with("Vielen Dank"), "{}", last.reply);
}

#[test]
fn contradictory_pay() {
    let mut session = Session::new();
    session.say(
        "DevOps engineer, remote within the EU, Kubernetes, Terraform, AWS.",
        &["title: DevOps Engineer", "workType: remote", "+skills: Kubernetes, Terraform, AWS"],
    );
    session.say(
        "Salary from 90000 down to 70000 EUR",
        &["salaryMin: 90000", "salaryMax: 70000", "currency: EUR"],
    );
    let range = |session: &Session| {
        (session.draft.value(Field::SalaryMin).unwrap(), session.draft.value(Field::SalaryMax).unwrap())
    };
    assert_eq!(range(&session), ("70000".into(), "90000".into()));
    let asked = session.say("No: minimum 95k, maximum stays.", &["salaryMin: 95000", "salaryMax: 90000"]);
    assert!(asked.reply.contains("minimum salary (95,000) above the maximum (90,000)"), "{}", asked.reply);
    assert_eq!((asked.refusals[0].reason, asked.shown_hash), (RefusalReason::Contradictory, None));
    assert_eq!(range(&session), ("70000".into(), "90000".into()));
    session.say("OK then 95k to 110k.", &["salaryMin: 95000", "salaryMax: 110000"]);
    assert_eq!(range(&session), ("95000".into(), "110000".into()));
    assert!(session.turn("Approved. Submit it.", &finalize()).publish);
}

#[test]
fn without_a_salary() {
    let mut session = Session::new();
    let first = session
        .say("Content marketing manager, Berlin.", &["title: Content Marketing Manager", "location: Berlin"]);
    assert!(asks(&first));
    let refused = session.say("I'd rather not disclose the salary.", &["!salaryMin:", "salaryMin: 50000"]);
    assert!(refused.changes.is_empty() && refused.shown_hash.is_some());
    session.say("Skip the seniority too. Remote is fine.", &["!experienceLevel:", "workType: remote"]);
    session.say(
        "Tasks: run the blog, manage freelance writers, own the newsletter.",
        &["responsibilities: run the blog; manage freelance writers; own the newsletter"],
    );
    assert_eq!(session.draft.content.responsibilities.len(), 3);
    assert!(session.turn("Post it as is.", &finalize()).publish);
}

#[test]
fn questions_and_a_monthly_salary() {
    let mut session = Session::new();
    let first = session.say("What information do you need from me?", &["title: Information"]);
    assert!(first.changes.is_empty());
    session.say("Maths teacher, secondary school, Nairobi.", &["title: Maths Teacher", "location: Nairobi"]);
    session.say("What would be a fair salary?", &["salaryMin: 80000"]);
    assert_eq!(session.draft.content.salary.min, None);
    session.say(
        "Let's say KES 80,000 to 110,000 a month.",
        &["salaryMin: 960000", "salaryMax: 110000", "currency: KES", "salaryPeriod: month"],
    );
    assert_eq!(session.draft.value(Field::SalaryMin).as_deref(), Some("80000"));
    let so_far = session.say("What have we got so far?", &[]);
    assert!(so_far.shown_hash.is_some());
    assert!(session.turn("All correct. Publish.", &finalize()).publish);
}

#[test]
fn removing_values() {
    let mut session = Session::new();
    session.say(
        "Paralegal in Brussels, hybrid, 38-44k EUR, featured listing.",
        &[
            "title: Paralegal",
            "location: Brussels",
            "workType: hybrid",
            "salaryMin: 38000",
            "salaryMax: 44000",
            "currency: EUR",
            "isFeatured: true",
        ],
    );
    session.say(
        "Remove the salary, partners don't want it public.",
        &["!salaryMin:", "!salaryMax:", "!currency:", "!location:"],
    );
    let content = &session.draft.content;
    assert_eq!((content.salary.min, content.salary.max), (None, None));
    assert_eq!(content.salary.currency.map(|currency| currency.code()), Some("EUR"));
    assert_eq!(content.location.as_deref(), Some("Brussels"));
    session.say("and un-feature it", &["isFeatured: false"]);
    assert!(!session.draft.content.is_featured);
    assert!(session.turn("Confirm and publish.", &finalize()).publish);
}

#[test]
fn editing_a_list() {
    let mut session = Session::new();
    let skills = |session: &Session| session.draft.content.skills.join(" ");
    session.say(
        "Data engineer, Warsaw. Skills: Hadoop, Hive, Scala.",
        &["title: Data Engineer", "location: Warsaw", "+skills: Hadoop, Hive, Scala"],
    );
    session.say("Replace the skills with Spark, dbt and Snowflake.", &["skills: Spark, dbt, Snowflake"]);
    assert_eq!(skills(&session), "Spark dbt Snowflake");
    session.say("Add Airflow.", &["skills: Airflow"]);
    assert_eq!(skills(&session), "Spark dbt Snowflake Airflow");
    session.say("spark and Airflow are the key ones, but keep all", &["skills: spark, Airflow"]);
    assert_eq!(skills(&session), "Spark dbt Snowflake Airflow");
    assert!(session.turn("finalize", &finalize()).publish);
}

#[test]
fn flags_in_prose() {
    let mut session = Session::new();
    session.say(
        "Talent acquisition partner, Singapore, SGD 7,000 - 8,500 monthly, hybrid.",
        &[
            "title: Talent Acquisition Partner",
            "location: Singapore",
            "salaryMin: 7000",
            "salaryMax: 8500",
            "currency: SGD",
            "workType: hybrid",
        ],
    );
    session.say("Candidates should be pre-screened by your AI interviewer.", &["enableAiInterview: true"]);
    assert!(session.draft.content.enable_ai_interview);
    session.say("hmm, no AI interview after all", &["enableAiInterview: false"]);
    assert!(!session.draft.content.enable_ai_interview);
    session.say("pay for the featured slot though", &["isFeatured: true"]);
    assert!(session.draft.content.is_featured);
    assert!(session.turn("submit", &finalize()).publish);
}

#[test]
fn everything_in_one_message() {
    let mut session = Session::new();
    let first = session.say(
        "Please create a posting: Junior Frontend Developer in Toronto, Canada, fully remote, CAD 58k-66k, React + TypeScript + CSS, \
         Product Engineering department, turn on the AI interview.",
        &[
            "title: Junior Frontend Developer", "experienceLevel: junior", "location: Toronto, Canada", "workType: remote",
            "salaryMin: 58000", "salaryMax: 66000", "currency: CAD", "skills: React, TypeScript, CSS",
            "department: Product Engineering", "enableAiInterview: true",
        ],
    );
    assert!(first.refusals.is_empty(), "{:#?}", first.refusals);
    assert_eq!(first.changes.len(), 12);
    assert!(asks(&first) && !first.publish);
    assert!(session.say("and mark it as featured please", &["isFeatured: true"]).draft.content.is_featured);
}

#[test]
fn a_post_that_says_little_is_announced_as_thin_once() {
    let mut session = Session::new();
    let first = session.say("a plumber in Leeds", &["title: Plumber", "location: Leeds"]);
    let notice = "What candidates will ask about: Salary, Responsibilities, Requirements, Working hours.";
    assert!(first.reply.contains(notice) && first.shown_hash.is_some(), "{}", first.reply);
    let again = session.say("mornings only", &["+workingHours: mornings"]);
    assert!(!again.reply.contains("says little"), "{}", again.reply);
    assert!(session.turn("yes, publish it", &finalize()).publish);
    let full = Session::new()
        .say("a plumber in Leeds, £30,000", &["title: Plumber", "location: Leeds", "salaryMin: 30000"]);
    assert!(!full.reply.contains("says little"), "{}", full.reply);
}
