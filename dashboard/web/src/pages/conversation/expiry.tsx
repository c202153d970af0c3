// How long the conversation stays open. Under half an hour it is announced; a message or an edit extends it.
import { Icon } from '../../parts/icon';
import { DateTime, useNow } from '../../parts/time';
import { useFormat } from '../../words/format';
import { useWords } from '../../words/words';
import type { Session } from './state/types';

const SOON_MS = 30 * 60_000;

export function Expiry({ session }: { session: Session }) {
  const { t } = useWords();
  const format = useFormat();
  const left = new Date(session.expires_at).getTime() - useNow();
  if (session.is_expired || left <= 0) {
    return (
      <span className="expiry" data-soon>
        <Icon name="clock" />
        {t('conversation-expired')} <DateTime value={session.expires_at} />
      </span>
    );
  }
  const isSoon = left < SOON_MS;
  const time = format.duration(left);
  return (
    <span className="expiry" data-soon={isSoon || undefined} title={format.utc(session.expires_at)}>
      <Icon name="clock" />
      <span role={isSoon ? 'status' : undefined}>
        {t(isSoon ? 'conversation-expires-soon' : 'conversation-expires', { time })}
      </span>
    </span>
  );
}
