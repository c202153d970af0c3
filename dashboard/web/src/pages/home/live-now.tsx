// The newest conversations that are not published yet.
import { Link } from '@tanstack/react-router';
import type { components } from '../../../generated/api';
import { usePoll } from '../../api/polling';
import { useTenant } from '../../api/tenant';
import { FieldBar } from '../../parts/field-bar';
import { Loaded } from '../../parts/loaded';
import { Section } from '../../parts/section';
import { RelativeTime } from '../../parts/time';
import { useWords } from '../../words/words';

type SessionSummary = components['schemas']['SessionSummary'];

const LATEST = { params: { query: { status: 'active', limit: 5 } } } as const;

export function LiveNow() {
  const { t } = useWords();
  const { api, mode, organization } = useTenant();
  const query = api.useQuery('get', '/v1/session-summaries', LATEST, { refetchInterval: usePoll(15_000) });
  const all = <Link to="/$mode/$organization/conversations" params={{ mode, organization }}>{t('home-all-conversations')}</Link>;
  return (
    <Section title={t('home-live')} actions={all} isCard>
      <Loaded query={query}>
        {({ items }) => items.length === 0
          ? <p className="soft">{t('home-live-none')}</p>
          : <ul className="short-list">{items.map((item) => <Item key={item.id} item={item} />)}</ul>}
      </Loaded>
    </Section>
  );
}

function Item({ item }: { item: SessionSummary }) {
  const { t } = useWords();
  const { mode, organization } = useTenant();
  return (
    <li>
      <div className="stack">
        <Link
          className="row-link"
          to="/$mode/$organization/conversations/$session"
          params={{ mode, organization, session: item.id }}
          dir="auto"
        >
          {item.title ?? t('conversations-untitled')}
        </Link>
        <span className="soft"><bdi>{item.user_name ?? t('conversations-by-key')}</bdi> · <RelativeTime value={item.updated_at} /></span>
      </div>
      <FieldBar filled={item.filled_fields} of={item.usual_fields} />
    </li>
  );
}
