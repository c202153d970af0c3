// Gives a member another role.
import { useTenant } from '../../api/tenant';
import { useChange } from '../../api/use-change';
import { FormDialog } from '../../parts/form-dialog';
import { Select } from '../../parts/select';
import type { Role } from '../../api/role';
import { useNamed, useWords } from '../../words/words';
import type { Member } from './member-table';
import { rolesToGive } from './roles';

export function ChangeRole({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useWords();
  const { me } = useTenant();
  const named = useNamed('role');
  const change = useChange(
    (client, role: Role) => client.PATCH('/v1/members/{user_id}', { params: { path: { user_id: member.user_id } }, body: { role } }),
    { reads: ['/v1/members'], onDone: onClose },
  );
  return (
    <FormDialog
      title={t('member-change-role')}
      text={`${member.name} · ${member.email}`}
      action={t('save')}
      onSubmit={({ role }) => change.mutate(role as Role)}
      onClose={onClose}
      isPending={change.isPending}
      error={change.error}
    >
      <Select label={t('role')} name="role" defaultValue={member.role} options={rolesToGive(me.role).map((id) => ({ id, text: named(id) }))} />
    </FormDialog>
  );
}
