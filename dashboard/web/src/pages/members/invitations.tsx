// The invitations that were not accepted yet: send again, revoke.
import type { components } from '../../../generated/api';
import { useTenant } from '../../api/tenant';
import { useChange } from '../../api/use-change';
import { Badge } from '../../parts/badge';
import { Loaded } from '../../parts/loaded';
import { ProblemNotice } from '../../parts/problem';
import { RowMenu } from '../../parts/row-menu';
import { Section } from '../../parts/section';
import { Table, type Column } from '../../parts/table';
import { RelativeTime } from '../../parts/time';
import { useNamed, useWords } from '../../words/words';
import { mayChange } from './roles';

type Invitation = components['schemas']['Invitation'];

const open = ['pending', 'expired'];

export function Invitations() {
  const { t } = useWords();
  const { api } = useTenant();
  const query = api.useQuery('get', '/v1/invitations', { params: { query: { limit: 100 } } });
  return (
    <Section title={t('invitations')}>
      <Loaded query={query}>
        {({ items }) => <InvitationTable items={items.filter(({ status }) => open.includes(status))} />}
      </Loaded>
    </Section>
  );
}

function InvitationTable({ items }: { items: Invitation[] }) {
  const { t } = useWords();
  const { me } = useTenant();
  const role = useNamed('role');
  const status = useNamed('invitation');
  const { resend, revoke } = useInvitationChanges();
  const error = resend.error ?? revoke.error;
  const columns: Column<Invitation>[] = [
    { id: 'email', header: t('email'), isRowHeader: true, cell: (row) => <strong><bdi>{row.email}</bdi></strong> },
    { id: 'role', header: t('role'), cell: (row) => role(row.role) },
    { id: 'status', header: t('status'), cell: (row) => <Badge tone={row.status === 'pending' ? 'busy' : 'neutral'}>{status(row.status)}</Badge> },
    { id: 'expires', header: t('conversations-expires'), cell: (row) => <RelativeTime value={row.expires_at} /> },
    {
      id: 'actions',
      header: t('actions'),
      align: 'end',
      cell: (row) => mayChange(me.role, row.role) && (
        <RowMenu
          name={row.email}
          entries={[
            { id: 'resend', text: t('delivery-resend'), icon: 'send' },
            { id: 'revoke', text: t('invitation-revoke'), icon: 'trash', isDanger: true },
          ]}
          onAction={(id) => (id === 'resend' ? resend : revoke).mutate(row.id)}
        />
      ),
    },
  ];
  if (items.length === 0) return <p className="soft">{t('invitations-none')}</p>;
  return (
    <>
      {error != null && <ProblemNotice error={error} />}
      <Table label={t('invitations')} columns={columns} rows={items} rowKey={(row) => row.id} />
    </>
  );
}

function useInvitationChanges() {
  const reads = ['/v1/invitations'];
  const path = (id: string) => ({ params: { path: { invitation_id: id } } });
  const resend = useChange((client, id: string) => client.POST('/v1/invitations/{invitation_id}/resend', path(id)), { reads });
  const revoke = useChange((client, id: string) => client.DELETE('/v1/invitations/{invitation_id}', path(id)), { reads });
  return { resend, revoke };
}
