// Adds an endpoint, then shows its secret once.
import { newKey } from '../../api/idempotency';
import { useChange } from '../../api/use-change';
import { SecretDialog } from '../../parts/secret-dialog';
import { useWords } from '../../words/words';
import { EndpointForm, type EndpointInput } from './endpoint-form';
import { VerifyCode } from './verify-code';

export function CreateEndpoint({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const create = useChange(
    (client, body: EndpointInput) => client.POST('/v1/webhook-endpoints', {
      params: { header: { 'Idempotency-Key': newKey() } },
      body: { ...body, description: body.description || undefined },
    }),
    { reads: ['/v1/webhook-endpoints'] },
  );
  if (create.data?.secret) {
    return (
      <SecretDialog title={t('webhook-created')} label={t('webhook-secret')} secret={create.data.secret} onClose={onClose}>
        <VerifyCode />
      </SecretDialog>
    );
  }
  return <EndpointForm onSubmit={create.mutate} onClose={onClose} isPending={create.isPending} error={create.error} />;
}
