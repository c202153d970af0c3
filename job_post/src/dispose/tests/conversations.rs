//! The example of the old routes, and conversations of the kinds people have.

use super::*;

#[test]
fn the_example_dialogue() {
    let mut talk = Talk::new();
    let first = talk.say(".net developer full stack", &["title: .Net Developer Full Stack", "+skills: .net"]);
    assert_eq!(first.draft.content.title.as_deref(), Some(".Net Developer Full Stack"));
    assert_eq!(first.draft.content.skills, [".net"]);
    assert_eq!((first.step, asks(&first)), (Step::CollectingDetails, false));
    let proposals = [
        "title: Senior .Net Developer Full Stack",
        "experienceLevel: senior",
        "+requirements: 5+ years experience",
    ];
    let second = talk.say("senior level with 5+ years experience", &proposals);
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
    let mut talk = Talk::new();
    talk.say("Hi, I need to hire a backend engineer.", &["title: Senior Backend Engineer"]);
    assert_eq!(talk.draft.content.title.as_deref(), Some("Backend Engineer"));
    talk.say(
        "Senior level, at least six years of experience.",
        &["experienceLevel: senior", "+requirements: At least 6 years of experience"],
    );
    let skills = talk.say("Rust, PostgreSQL and Kafka are a must.", &["+skills: Rust, PostgreSQL, Kafka"]);
    assert!(asks(&skills) && skills.step == Step::Finalizing);
    talk.say(
        "They'd sit in our Lisbon office three days a week and work from home the other two.",
        &["location: Lisbon, Portugal", "workType: hybrid", "salaryPeriod: week"],
    );
    assert_eq!(talk.draft.content.location.as_deref(), Some("Lisbon"));
    assert_eq!(talk.draft.content.salary.period, None);
    let pay = talk.say(
        "Budget is 65,000 to 80,000 euros a year.",
        &["salaryMin: 65000", "salaryMax: 80000", "currency: EUR", "salaryPeriod: year"],
    );
    assert!(pay.reply.contains("Salary: 65,000–80,000 EUR per year"), "{}", pay.reply);
    let last = talk.turn("Looks good, publish it.", &finalize());
    assert!(last.publish && last.complete && last.step == Step::Complete);
    let thanks = talk.say("thanks a lot!", &[]);
    assert!(thanks.complete && !thanks.publish);
    let again = talk.turn("publish it", &finalize());
    assert!(again.complete && !again.publish);
    let changed = talk.say("Actually make it remote", &["workType: remote"]);
    assert!(!changed.complete && !changed.publish && asks(&changed), "{changed:?}");
    assert!(talk.turn("yes", &finalize()).publish);
    assert_eq!(talk.published, 2);
}

#[test]
fn corrections() {
    let mut talk = Talk::new();
    talk.say(
        "Looking for a mid-level QA engineer, onsite in Austin, Texas. Selenium and Cypress.",
        &[
            "title: QA Engineer",
            "experienceLevel: mid",
            "workType: onsite",
            "location: Austin, Texas",
            "+skills: Selenium, Cypress",
        ],
    );
    talk.say("$85k to $100k", &["salaryMin: 85", "salaryMax: 100000", "currency: USD", "salaryPeriod: year"]);
    assert_eq!(talk.draft.value(Field::SalaryMin).as_deref(), Some("85000"));
    assert_eq!(talk.draft.content.salary.period, None);
    talk.say("Actually make it hybrid.", &["workType: hybrid"]);
    talk.say("Also drop Selenium, we use Playwright now.", &["skills: Playwright"]);
    assert_eq!(talk.draft.content.skills, ["Cypress", "Playwright"]);
    talk.say("And the title should be Software Engineer in Test.", &["title: Software Engineer in Test"]);
    let content = &talk.draft.content;
    assert_eq!(content.title.as_deref(), Some("Software Engineer in Test"));
    assert_eq!(
        (content.work_type, content.location.as_deref()),
        (Some(crate::WorkType::Hybrid), Some("Austin, Texas"))
    );
    assert!(talk.turn("ok that's everything, finalize", &finalize()).publish);
}

#[test]
fn german_throughout() {
    let mut talk = Talk::new();
    talk.say(
        "Guten Tag, wir suchen einen Produktionsleiter (m/w/d) für unser Werk in Stuttgart.",
        &["title: Produktionsleiter (m/w/d)", "location: Stuttgart, Deutschland"],
    );
    talk.say(
        "Mindestens acht Jahre Berufserfahrung, davon drei in einer Führungsposition. Lean Management und SAP sind Pflicht.",
        &["experienceLevel: lead", "+skills: Lean Management, SAP", "+requirements: 8 Jahre Berufserfahrung"],
    );
    talk.say(
        "Das Gehalt liegt zwischen 72.000 und 88.000 Euro brutto im Jahr.",
        &["salaryMin: 72000", "salaryMax: 88000", "currency: EUR", "salaryPeriod: year"],
    );
    let place = talk.say("Vor Ort, keine Homeoffice-Möglichkeit.", &["workType: onsite"]);
    assert!(place.reply.contains("Gehalt: 72.000–88.000 EUR pro Jahr"), "{}", place.reply);
    assert_eq!(talk.draft.content.requirements, ["8 Jahre Berufserfahrung"]);
    assert_eq!(talk.draft.content.experience_level, Some(crate::ExperienceLevel::Lead));
    let mut other = Talk {
        draft: talk.draft.clone(),
        log: talk.log.clone(),
        earlier: talk.earlier.clone(),
        ..Talk::new()
    };
    assert!(other.say("Vor Ort, keine Homeoffice-Möglichkeit.", &["workType: remote"]).changes.is_empty());
    let last = talk.turn("Passt so, bitte veröffentlichen.", &finalize());
    assert!(last.publish && last.reply.starts_with("Vielen Dank"), "{}", last.reply);
}

#[test]
fn contradictory_pay() {
    let mut talk = Talk::new();
    talk.say(
        "DevOps engineer, remote within the EU, Kubernetes, Terraform, AWS.",
        &["title: DevOps Engineer", "workType: remote", "+skills: Kubernetes, Terraform, AWS"],
    );
    talk.say(
        "Salary from 90000 down to 70000 EUR",
        &["salaryMin: 90000", "salaryMax: 70000", "currency: EUR"],
    );
    let range = |talk: &Talk| {
        (talk.draft.value(Field::SalaryMin).unwrap(), talk.draft.value(Field::SalaryMax).unwrap())
    };
    assert_eq!(range(&talk), ("70000".into(), "90000".into()));
    let asked = talk.say("No: minimum 95k, maximum stays.", &["salaryMin: 95000", "salaryMax: 90000"]);
    assert!(asked.reply.contains("minimum salary (95,000) above the maximum (90,000)"), "{}", asked.reply);
    assert_eq!((asked.refusals[0].reason, asked.shown_hash), (RefusalReason::Contradictory, None));
    assert_eq!(range(&talk), ("70000".into(), "90000".into()));
    talk.say("OK then 95k to 110k.", &["salaryMin: 95000", "salaryMax: 110000"]);
    assert_eq!(range(&talk), ("95000".into(), "110000".into()));
    assert!(talk.turn("Approved. Submit it.", &finalize()).publish);
}

#[test]
fn without_a_salary() {
    let mut talk = Talk::new();
    let first = talk
        .say("Content marketing manager, Berlin.", &["title: Content Marketing Manager", "location: Berlin"]);
    assert!(asks(&first));
    let refused = talk.say("I'd rather not disclose the salary.", &["!salaryMin:", "salaryMin: 50000"]);
    assert!(refused.changes.is_empty() && refused.shown_hash.is_some());
    talk.say("Skip the seniority too. Remote is fine.", &["!experienceLevel:", "workType: remote"]);
    talk.say(
        "Tasks: run the blog, manage freelance writers, own the newsletter.",
        &["responsibilities: run the blog; manage freelance writers; own the newsletter"],
    );
    assert_eq!(talk.draft.content.responsibilities.len(), 3);
    assert!(talk.turn("Post it as is.", &finalize()).publish);
}

#[test]
fn questions_and_a_monthly_salary() {
    let mut talk = Talk::new();
    let first = talk.say("What information do you need from me?", &["title: Information"]);
    assert!(first.changes.is_empty());
    talk.say("Maths teacher, secondary school, Nairobi.", &["title: Maths Teacher", "location: Nairobi"]);
    talk.say("What would be a fair salary?", &["salaryMin: 80000"]);
    assert_eq!(talk.draft.content.salary.min, None);
    talk.say(
        "Let's say KES 80,000 to 110,000 a month.",
        &["salaryMin: 960000", "salaryMax: 110000", "currency: KES", "salaryPeriod: month"],
    );
    assert_eq!(talk.draft.value(Field::SalaryMin).as_deref(), Some("80000"));
    let so_far = talk.say("What have we got so far?", &[]);
    assert!(so_far.shown_hash.is_some());
    assert!(talk.turn("All correct. Publish.", &finalize()).publish);
}

#[test]
fn taking_things_back() {
    let mut talk = Talk::new();
    talk.say(
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
    talk.say(
        "Remove the salary, partners don't want it public.",
        &["!salaryMin:", "!salaryMax:", "!currency:", "!location:"],
    );
    let content = &talk.draft.content;
    assert_eq!((content.salary.min, content.salary.max), (None, None));
    assert_eq!(content.salary.currency.map(|currency| currency.code()), Some("EUR"));
    assert_eq!(content.location.as_deref(), Some("Brussels"));
    talk.say("and un-feature it", &["isFeatured: false"]);
    assert!(!talk.draft.content.is_featured);
    assert!(talk.turn("Confirm and publish.", &finalize()).publish);
}

#[test]
fn editing_a_list() {
    let mut talk = Talk::new();
    let skills = |talk: &Talk| talk.draft.content.skills.join(" ");
    talk.say(
        "Data engineer, Warsaw. Skills: Hadoop, Hive, Scala.",
        &["title: Data Engineer", "location: Warsaw", "+skills: Hadoop, Hive, Scala"],
    );
    talk.say("Replace the skills with Spark, dbt and Snowflake.", &["skills: Spark, dbt, Snowflake"]);
    assert_eq!(skills(&talk), "Spark dbt Snowflake");
    talk.say("Add Airflow.", &["skills: Airflow"]);
    assert_eq!(skills(&talk), "Spark dbt Snowflake Airflow");
    talk.say("spark and Airflow are the key ones, but keep all", &["skills: spark, Airflow"]);
    assert_eq!(skills(&talk), "Spark dbt Snowflake Airflow");
    assert!(talk.turn("finalize", &finalize()).publish);
}

#[test]
fn flags_in_prose() {
    let mut talk = Talk::new();
    talk.say(
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
    talk.say("Candidates should be pre-screened by your AI interviewer.", &["enableAiInterview: true"]);
    assert!(talk.draft.content.enable_ai_interview);
    talk.say("hmm, no AI interview after all", &["enableAiInterview: false"]);
    assert!(!talk.draft.content.enable_ai_interview);
    talk.say("pay for the featured slot though", &["isFeatured: true"]);
    assert!(talk.draft.content.is_featured);
    assert!(talk.turn("submit", &finalize()).publish);
}

#[test]
fn everything_in_one_message() {
    let mut talk = Talk::new();
    let first = talk.say(
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
    assert!(talk.say("and mark it as featured please", &["isFeatured: true"]).draft.content.is_featured);
}
