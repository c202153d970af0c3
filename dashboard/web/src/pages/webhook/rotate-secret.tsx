// A new secret, shown once; for a day deliveries are signed with both.
import { newKey } from '../../api/idempotency';
import { useChange } from '../../api/use-change';
import { FormDialog } from '../../parts/form-dialog';
import { SecretDialog } from '../../parts/secret-dialog';
import { useWords } from '../../words/words';
import { READS } from './trouble';

export function RotateSecret({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useWords();
  const rotate = useChange(
    (client) => client.POST('/v1/webhook-endpoints/{webhook_endpoint_id}/rotate-secret', {
      params: { path: { webhook_endpoint_id: id }, header: { 'Idempotency-Key': newKey() } },
    }),
    { reads: READS },
  );
  if (rotate.data?.secret) {
    return <SecretDialog title={t('webhook-rotate')} label={t('webhook-secret')} secret={rotate.data.secret} onClose={onClose} />;
  }
  return (
    <FormDialog
      title={t('webhook-rotate')}
      text={t('webhook-rotate-text')}
      action={t('webhook-rotate')}
      onSubmit={() => rotate.mutate()}
      onClose={onClose}
      isPending={rotate.isPending}
      error={rotate.error}
    />
  );
}
