// Sends again what failed, and what happened while the endpoint was off.
import { useChange } from '../../api/use-change';
import { Button } from '../../parts/button';
import { Dialog } from '../../parts/dialog';
import { FormDialog } from '../../parts/form-dialog';
import { Select } from '../../parts/select';
import { useFormat } from '../../words/format';
import { useWords } from '../../words/words';

const HOUR_MS = 3_600_000;
const hours = ['1', '24', '168', '720'] as const;

export function RecoverDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useWords();
  const format = useFormat();
  const recover = useChange(
    (client, since: string) => client.POST('/v1/webhook-endpoints/{webhook_endpoint_id}/recover', {
      params: { path: { webhook_endpoint_id: id } },
      body: { since },
    }),
    { reads: ['/v1/webhook-endpoints/{webhook_endpoint_id}/deliveries', '/v1/webhook-deliveries'] },
  );
  if (recover.data) {
    return (
      <Dialog title={t('webhook-recover')} onClose={onClose}>
        <p role="status">{t('webhook-recovered', { failed: recover.data.failed, missed: recover.data.missed })}</p>
        <div className="actions actions-end"><Button kind="primary" onPress={onClose}>{t('done')}</Button></div>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={t('webhook-recover')}
      text={t('webhook-recover-text')}
      action={t('webhook-recover-action')}
      onSubmit={({ since = '24' }) => recover.mutate(startOf(Number(since)))}
      onClose={onClose}
      isPending={recover.isPending}
      error={recover.error}
    >
      <Select
        label={t('webhook-recover-since')}
        name="since"
        defaultValue="24"
        options={hours.map((value) => ({ id: value, text: format.duration(Number(value) * HOUR_MS) }))}
      />
    </FormDialog>
  );
}

/** A minute short, because the server takes at most 30 days. */
function startOf(hoursAgo: number): string {
  return new Date(Date.now() - hoursAgo * HOUR_MS + 60_000).toISOString();
}
