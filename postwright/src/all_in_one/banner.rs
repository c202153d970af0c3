//! The banner of the all-in-one start: addresses, logins and the first commands to paste.

use super::{database::Database, demo::Demo};
use crate::{cli::Settings, mailers};

pub fn text(
    demo: &Demo,
    sign_in_link: &str,
    settings: &Settings,
    database: &Database,
    model: &agent::Settings,
) -> String {
    let Demo { base_url, organization_id, email, password, access_token, test_key } = demo;
    let dashboard = match settings.server.dashboard {
        true => format!("{} (signs in, once, within an hour)", sign_in_link),
        false => "not served".to_owned(),
    };
    let data_dir = settings.server.data_dir.display();
    let database =
        if database.is_private() { "its own PostgreSQL" } else { "the PostgreSQL of DATABASE_URL" };
    let model = match settings.model.llm_base_url {
        Some(_) => format!("{} at {}", model.model, model.base_url),
        None => "the built-in stand-in: rules, not a language model (for one set LLM_BASE_URL, LLM_MODEL, LLM_API_KEY)"
            .to_owned(),
    };
    let emails = match mailers::folder(settings) {
        Some(folder) => {
            format!("written to {} instead of being sent; their links are in the log", folder.display())
        }
        None => "sent through the mail server of POSTWRIGHT_SMTP_URL".to_owned(),
    };
    format!(
        r#"
Postwright is listening on {base_url} (Ctrl-C stops it)

  dashboard      {dashboard}
  documentation  {base_url}/docs
  sign in as     {email} / {password}
  database       {database}
  model          {model}
  e-mails        {emails}
  test key       {test_key}
  for scripts    {data_dir}/demo.json

For a first conversation, paste:

BASE={base_url}
ORG={organization_id}
TOKEN={access_token}
ANSWER=$(curl -s $BASE/create-job-post -H "Authorization: Bearer $TOKEN" -d "message=.net developer full stack" -d "company_id=$ORG" -d "company_name=papaya trading")
printf '%s\n' "$ANSWER"
SESSION=$(printf '%s' "$ANSWER" | sed 's/.*"session_id":"\([^"]*\)".*/\1/')
curl -s $BASE/job-post-chat -H "Authorization: Bearer $TOKEN" -d "message=senior level with 5+ years experience" --data-urlencode "session_id=$SESSION"; echo
"#
    )
}
