// The rows: name and e-mail, role, since when; changing the role and removing are in the row's menu.
import { useState } from 'react';
import type { components } from '../../../generated/api';
import { useTenant } from '../../api/tenant';
import { RowMenu } from '../../parts/row-menu';
import { Table, type Column } from '../../parts/table';
import { DateTime } from '../../parts/time';
import { useNamed, useWords } from '../../words/words';
import { ChangeRole } from './change-role';
import { RemoveMember } from './remove-member';
import { mayChange } from './roles';

export type Member = components['schemas']['Member'];

type Open = { action: string; member: Member };

export function MemberTable({ items }: { items: Member[] }) {
  const { t } = useWords();
  const { me } = useTenant();
  const named = useNamed('role');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const columns: Column<Member>[] = [
    { id: 'name', header: t('member'), isRowHeader: true, cell: (row) => <Person row={row} /> },
    { id: 'role', header: t('role'), cell: (row) => named(row.role) },
    { id: 'since', header: t('member-since'), cell: (row) => <DateTime value={row.created_at} /> },
  ];
  if (items.some((row) => actionsOf(row, me).length > 0)) {
    columns.push({
      id: 'actions',
      header: t('actions'),
      align: 'end',
      cell: (row) => (
        <RowMenu
          name={row.name}
          entries={actionsOf(row, me).map((id) => ({ id, text: t(`member-${id}`), icon: icons[id], isDanger: id !== 'change-role' }))}
          onAction={(action) => setOpen({ action, member: row })}
        />
      ),
    });
  }
  return (
    <>
      <Table label={t('nav-members')} columns={columns} rows={items} rowKey={(row) => row.user_id} />
      {open?.action === 'change-role' && <ChangeRole member={open.member} onClose={close} />}
      {open && open.action !== 'change-role' && <RemoveMember member={open.member} onClose={close} />}
    </>
  );
}

const icons = { 'change-role': 'edit', remove: 'trash', leave: 'forward' } as const;

function actionsOf(row: Member, me: { user_id?: string; role: string }): (keyof typeof icons)[] {
  if (row.user_id === me.user_id) return ['leave'];
  return mayChange(me.role, row.role) ? ['change-role', 'remove'] : [];
}

function Person({ row }: { row: Member }) {
  return (
    <span className="stack">
      <strong><bdi>{row.name}</bdi></strong>
      <bdi className="soft">{row.email}</bdi>
    </span>
  );
}
