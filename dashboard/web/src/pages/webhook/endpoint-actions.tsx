// What can be done with an endpoint: test, change, rotate its secret, recover what it missed, switch off, delete.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey } from '../../api/idempotency';
import { useTenant } from '../../api/tenant';
import { useChange } from '../../api/use-change';
import { Button } from '../../parts/button';
import { Confirm } from '../../parts/confirm';
import { Icon } from '../../parts/icon';
import { Menu, type MenuEntry } from '../../parts/menu';
import { ProblemNotice } from '../../parts/problem';
import { useWords } from '../../words/words';
import { EndpointForm, type EndpointInput } from '../webhooks/endpoint-form';
import type { Endpoint } from '../webhooks/endpoint-status';
import { RecoverDialog } from './recover-dialog';
import { RotateSecret } from './rotate-secret';
import { READS } from './trouble';

type Open = 'edit' | 'rotate' | 'recover' | 'delete' | null;

export function EndpointActions({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useWords();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const { test, update, remove } = useEndpointChanges(endpoint.id, close);
  const entries: MenuEntry[] = [
    { id: 'rotate', text: t('webhook-rotate'), icon: 'key' },
    { id: 'recover', text: t('webhook-recover'), icon: 'retry' },
    ...(endpoint.enabled ? [{ id: 'disable', text: t('webhook-disable'), icon: 'stop' } as const] : []),
    { id: 'delete', text: t('delete'), icon: 'trash', isDanger: true },
  ];

  function act(id: string) {
    if (id === 'disable') update.mutate({ enabled: false });
    else setOpen(id as Open);
  }

  return (
    <>
      <Button icon="send" onPress={() => test.mutate()} isPending={test.isPending} isDisabled={!endpoint.enabled}>{t('webhook-test')}</Button>
      <Button icon="edit" onPress={() => setOpen('edit')}>{t('edit')}</Button>
      <Menu label={t('conversation-more')} className="button button-icon" trigger={<Icon name="more" />} entries={entries} onAction={act} />
      {test.error != null && <ProblemNotice error={test.error} />}
      {open === 'edit' && (
        <EndpointForm endpoint={endpoint} onSubmit={update.mutate} onClose={close} isPending={update.isPending} error={update.error} />
      )}
      {open === 'rotate' && <RotateSecret id={endpoint.id} onClose={close} />}
      {open === 'recover' && <RecoverDialog id={endpoint.id} onClose={close} />}
      {open === 'delete' && (
        <Confirm
          title={t('webhook-delete-title')}
          text={t('webhook-delete-text')}
          action={t('delete')}
          onConfirm={() => remove.mutate()}
          onClose={close}
          isPending={remove.isPending}
          error={remove.error}
        />
      )}
    </>
  );
}

type Update = Partial<EndpointInput> & { enabled?: boolean };

function useEndpointChanges(id: string, onUpdated: () => void) {
  const { mode, organization } = useTenant();
  const navigate = useNavigate();
  const params = { path: { webhook_endpoint_id: id } };
  const test = useChange(
    (client) => client.POST('/v1/webhook-endpoints/{webhook_endpoint_id}/test', {
      params: { ...params, header: { 'Idempotency-Key': newKey() } },
    }),
    { reads: ['/v1/webhook-endpoints/{webhook_endpoint_id}/deliveries', '/v1/webhook-deliveries'] },
  );
  const update = useChange(
    (client, body: Update) => client.PATCH('/v1/webhook-endpoints/{webhook_endpoint_id}', { params, body }),
    { reads: READS, onDone: onUpdated },
  );
  const remove = useChange(
    (client) => client.DELETE('/v1/webhook-endpoints/{webhook_endpoint_id}', { params }),
    {
      reads: ['/v1/webhook-endpoints', '/v1/attention'],
      onDone: () => void navigate({ to: '/$mode/$organization/webhooks', params: { mode, organization } }),
    },
  );
  return { test, update, remove };
}
