// Revokes a key, after asking.
import { useChange } from '../../api/use-change';
import { Confirm } from '../../parts/confirm';
import { useWords } from '../../words/words';
import type { ApiKey } from './key-table';

export function RevokeKey({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useWords();
  const revoke = useChange(
    (client) => client.DELETE('/v1/api-keys/{api_key_id}', { params: { path: { api_key_id: apiKey.id } } }),
    { reads: ['/v1/api-keys', '/v1/attention'], onDone: onClose },
  );
  return (
    <Confirm
      title={t('key-revoke-title', { name: apiKey.name })}
      text={t('key-revoke-text')}
      action={t('key-revoke')}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
      isPending={revoke.isPending}
      error={revoke.error}
    />
  );
}
