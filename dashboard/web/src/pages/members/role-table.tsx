// What each role may do.
import { Icon } from '../../parts/icon';
import { Table, type Column } from '../../parts/table';
import { hasRole, type Role } from '../../api/role';
import { useNamed, useWords } from '../../words/words';
import { roles } from './roles';

type Right = { id: string; needs: Role };

const rights: Right[] = [
  { id: 'read', needs: 'viewer' },
  { id: 'talk', needs: 'member' },
  { id: 'manage', needs: 'admin' },
  { id: 'own', needs: 'owner' },
];

export function RoleTable() {
  const { t } = useWords();
  const named = useNamed('role');
  const columns: Column<Right>[] = [
    { id: 'right', header: t('right'), isRowHeader: true, cell: ({ id }) => t(`right-${id}`) },
    ...roles.map((role) => ({ id: role, header: named(role), cell: ({ needs }: Right) => <Mark isGiven={hasRole(role, needs)} /> })),
  ];
  return (
    <details>
      <summary>{t('roles')}</summary>
      <Table label={t('roles')} columns={columns} rows={rights} rowKey={({ id }) => id} />
    </details>
  );
}

function Mark({ isGiven }: { isGiven: boolean }) {
  const { t } = useWords();
  if (!isGiven) return <span className="soft">{t('no')}</span>;
  return <span className="given"><Icon name="check" /> {t('yes')}</span>;
}
