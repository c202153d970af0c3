// How a receiver verifies the signature, in three languages.
import { Code } from '../../parts/copy';
import { useWords } from '../../words/words';

const examples = [
  ['TypeScript', `import { Webhook } from "standardwebhooks";   // npm install standardwebhooks

const event = new Webhook(process.env.WEBHOOK_SECRET!).verify(rawBody, headers);`],
  ['Python', `from standardwebhooks.webhooks import Webhook   # pip install standardwebhooks

event = Webhook(os.environ["WEBHOOK_SECRET"]).verify(raw_body, headers)`],
  ['Rust', `use standardwebhooks::Webhook;   // cargo add standardwebhooks

Webhook::new(&secret)?.verify(&raw_body, &headers)?;`],
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
