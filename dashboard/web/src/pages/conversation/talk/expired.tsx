// In place of the composer when the conversation has expired: what can still be done.
import { useState } from 'react';
import { useMay } from '../../../api/role';
import { useTenant } from '../../../api/tenant';
import { Button } from '../../../parts/button';
import { ProblemNotice } from '../../../parts/problem';
import { DateTime } from '../../../parts/time';
import { useWords } from '../../../words/words';
import { useConversationPage } from '../context';
import { useFork } from '../use-fork';

export function Expired() {
  const { t } = useWords();
  const { client, cache } = useTenant();
  const { session } = useConversationPage().conversation;
  const { fork } = useFork();
  const mayReopen = useMay('admin');
  const mayFork = useMay('member');
  const [error, setError] = useState<unknown>();

  async function reopen() {
    const params = { path: { session_id: session.id } };
    const { error: refused } = await client.POST('/v1/sessions/{session_id}/reopen', { params });
    if (refused) return setError(refused);
    await cache.invalidateQueries({ queryKey: ['conversation', session.id] });
  }

  return (
    <div className="composer expired">
      {error != null && <ProblemNotice error={error} />}
      <p>{t('conversation-expired-text')} <DateTime value={session.retained_until} /></p>
      <div className="actions">
        {mayReopen && <Button kind="primary" onPress={reopen}>{t('conversation-reopen')}</Button>}
        {mayFork && <Button icon="fork" onPress={() => fork()}>{t('conversation-fork')}</Button>}
      </div>
    </div>
  );
}
