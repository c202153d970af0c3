// How a receiver verifies the signature, and answers the challenge that comes before any event, in three languages.
import { Code } from '../../parts/copy';
import { useWords } from '../../words/words';

const examples = [
  ['TypeScript', `import { Webhook } from "standardwebhooks";   // npm install standardwebhooks

const event = new Webhook(process.env.WEBHOOK_SECRET!).verify(rawBody, headers) as { type: string; data: any };
if (event.type === "webhook_endpoint.verification") return { challenge: event.data.challenge };   // as JSON`],
  ['Python', `from standardwebhooks.webhooks import Webhook   # pip install standardwebhooks

event = Webhook(os.environ["WEBHOOK_SECRET"]).verify(raw_body, headers)
if event["type"] == "webhook_endpoint.verification":
    return {"challenge": event["data"]["challenge"]}   # as JSON`],
  ['Rust', `use standardwebhooks::Webhook;   // cargo add standardwebhooks

Webhook::new(&secret)?.verify(&raw_body, &headers)?;
let event: Value = serde_json::from_slice(&raw_body)?;
if event["type"] == "webhook_endpoint.verification" {
    return Ok(json!({ "challenge": event["data"]["challenge"] }).to_string());
}`],
] as const;

export function VerifyCode() {
  const { t } = useWords();
  return (
    <details>
      <summary>{t('webhook-verify')}</summary>
      {examples.map(([language, text]) => <Code key={language} label={language} text={text} />)}
    </details>
  );
}
