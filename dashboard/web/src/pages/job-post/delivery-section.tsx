// The delivery to the organization's own system: how far it is, why not, each attempt, and sending it again.
import { newKey } from '../../api/idempotency';
import { useMay } from '../../api/role';
import { usePoll } from '../../api/polling';
import { useTenant } from '../../api/tenant';
import { useChange } from '../../api/use-change';
import { Attempts } from '../../parts/attempts';
import { Button } from '../../parts/button';
import { DeliveryBadge } from '../../parts/delivery-badge';
import { Facts } from '../../parts/facts';
import { Loaded } from '../../parts/loaded';
import { ProblemNotice } from '../../parts/problem';
import { Section } from '../../parts/section';
import { DateTime, RelativeTime } from '../../parts/time';
import { useWords } from '../../words/words';
import { PublicationFault } from './publication-fault';

const POLL_MS = 3_000;

export function DeliverySection({ publicationId }: { publicationId: string }) {
  const { t } = useWords();
  const { api } = useTenant();
  const poll = usePoll(POLL_MS);
  const path = { publication_id: publicationId };
  const query = api.useQuery('get', '/v1/publications/{publication_id}', { params: { path } }, {
    refetchInterval: ({ state }) => state.data?.status === 'pending' && poll,
  });
  return (
    <Section title={t('job-post-delivery')} actions={<Redeliver publicationId={publicationId} />} isCard>
      <Loaded query={query}>
        {(publication) => (
          <>
            <p><DeliveryBadge status={publication.status} attempts={publication.attempts?.length} /></p>
            {publication.error && publication.status !== 'delivered' && <PublicationFault error={publication.error} />}
            <Facts
              facts={[
                [t('job-post-delivered-at'), publication.delivered_at && <DateTime value={publication.delivered_at} />],
                [t('delivery-next'), publication.next_attempt_at && <RelativeTime value={publication.next_attempt_at} />],
                [t('job-post-external'), publication.external_id && <code dir="ltr">{publication.external_id}</code>],
              ]}
            />
            <Attempts attempts={publication.attempts ?? []} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Redeliver({ publicationId }: { publicationId: string }) {
  const { t } = useWords();
  const isAdmin = useMay('admin');
  const redeliver = useChange(
    (client) => client.POST('/v1/publications/{publication_id}/redeliver', {
      params: { path: { publication_id: publicationId }, header: { 'Idempotency-Key': newKey() } },
    }),
    { reads: ['/v1/publications/{publication_id}', '/v1/publications', '/v1/job-posts'] },
  );
  if (!isAdmin) return null;
  return (
    <>
      <Button icon="retry" onPress={() => redeliver.mutate()} isPending={redeliver.isPending}>{t('delivery-resend')}</Button>
      {redeliver.error != null && <ProblemNotice error={redeliver.error} />}
    </>
  );
}
