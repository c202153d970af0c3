// The first steps of an engineer: three commands that work as they stand here, once the key is put in.
import { Link } from '@tanstack/react-router';
import { useTenant } from '../../api/tenant';
import { Code } from '../../parts/copy';
import { useWords } from '../../words/words';
import { createSession, finalize, sendMessage } from './commands';

/** Open until there is a job post; then out of the way. */
export function FirstSteps() {
  const { t } = useWords();
  const { api, mode, organization } = useTenant();
  const posts = api.useQuery('get', '/v1/job-posts', { params: { query: { limit: 5 } } });
  if (!posts.data) return null;
  return (
    <details className="first-steps" open={posts.data.items.length === 0}>
      <summary>{t('home-steps')}</summary>
      <p className="soft">
        {t('home-steps-text')}{' '}
        <Link to="/$mode/$organization/keys" params={{ mode, organization }} search={{ create: true }}>{t('home-step-key')}</Link>
      </p>
      <ol className="steps">
        <li><Code label={t('home-step-start')} text={createSession()} /></li>
        <li><Code label={t('home-step-talk')} text={sendMessage()} /></li>
        <li><Code label={t('home-step-finish')} text={finalize()} /></li>
      </ol>
    </details>
  );
}
