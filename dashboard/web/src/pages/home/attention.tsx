// What waits for somebody: each with what it is about, since when, and the page where it is put right.
import { Link } from '@tanstack/react-router';
import type { components } from '../../../generated/api';
import { usePoll } from '../../api/polling';
import { useTenant } from '../../api/tenant';
import { Icon } from '../../parts/icon';
import { Section } from '../../parts/section';
import { RelativeTime } from '../../parts/time';
import { useNamed, useWords } from '../../words/words';

type AttentionItem = components['schemas']['AttentionItem'];

const base = '/$mode/$organization';

/** Where each kind is put right. */
const pages = {
  publication_failed: `${base}/publication-target`,
  webhook_endpoint_failing: `${base}/webhooks/$endpoint`,
  webhook_endpoint_disabled: `${base}/webhooks/$endpoint`,
  api_key_ending: `${base}/keys`,
} as const;

export function Attention() {
  const { t } = useWords();
  const { api } = useTenant();
  const attention = api.useQuery('get', '/v1/attention', {}, { refetchInterval: usePoll(60_000) });
  const items = attention.data?.items ?? [];
  if (!attention.data) return null;
  if (items.length === 0) return <p className="all-well"><Icon name="check" />{t('home-attention-none')}</p>;
  return (
    <Section title={t('home-attention', { count: items.length })}>
      <ul className="attention">
        {items.map((item) => <Item key={`${item.kind} ${item.subject_id}`} item={item} />)}
      </ul>
    </Section>
  );
}

function Item({ item }: { item: AttentionItem }) {
  const { mode, organization } = useTenant();
  const named = useNamed('attention');
  const to = pages[item.kind];
  return (
    <li data-severity={item.kind === 'api_key_ending' ? 'warning' : 'bad'}>
      <Icon name="warning" />
      <Link
        className="row-link"
        to={to}
        params={{ mode, organization, endpoint: item.subject_id }}
        search={item.kind === 'publication_failed' ? { status: 'failed' } : {}}
      >
        {named(item.kind)}
      </Link>
      <bdi className="soft">{item.subject_name}</bdi>
      <span className="soft"><RelativeTime value={item.at} /></span>
      <Icon name="forward" />
    </li>
  );
}
