// One entry: who, from where, and the fields before and after.
import type { components } from '../../../generated/api';
import { useTenant } from '../../api/tenant';
import { Code } from '../../parts/copy';
import { Dialog } from '../../parts/dialog';
import { Facts } from '../../parts/facts';
import { Loaded } from '../../parts/loaded';
import { DateTime } from '../../parts/time';
import { useWords } from '../../words/words';
import { useActorName } from './use-actor-name';

type Entry = components['schemas']['AuditEntry'];

export function EntryDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useWords();
  const { api } = useTenant();
  const query = api.useQuery('get', '/v1/audit-log/{audit_entry_id}', { params: { path: { audit_entry_id: id } } });
  return (
    <Dialog title={query.data?.action ?? t('nav-audit-log')} onClose={onClose} size="wide">
      <Loaded query={query}>{(entry) => <EntryDetails entry={entry} />}</Loaded>
    </Dialog>
  );
}

function EntryDetails({ entry }: { entry: Entry }) {
  const { t } = useWords();
  const nameOf = useActorName();
  const { actor, object } = entry;
  return (
    <>
      <Facts
        facts={[
          [t('audit-when'), <DateTime value={entry.occurred_at} />],
          [t('request-by'), <bdi>{nameOf(actor)}</bdi>],
          [t('audit-address'), actor.address && <bdi>{actor.address}</bdi>],
          [t('sign-in-program'), actor.user_agent && <bdi>{actor.user_agent}</bdi>],
          [t('audit-object'), object && <code dir="ltr">{object.type} {object.id}</code>],
          [t('mode'), t(entry.livemode ? 'mode-live' : 'mode-test')],
          [t('request-id'), entry.request_id && <code dir="ltr">{entry.request_id}</code>],
        ]}
      />
      <Json label={t('audit-before')} value={entry.before} />
      <Json label={t('audit-after')} value={entry.after} />
      <Json label={t('audit-details')} value={entry.details} />
    </>
  );
}

function Json({ label, value }: { label: string; value: unknown }) {
  if (value === undefined) return null;
  return <Code label={label} text={JSON.stringify(value, null, 2)} />;
}
