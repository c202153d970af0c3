// Invites a person by e-mail, in a language of choice.
import { newKey } from '../../api/idempotency';
import type { Role } from '../../api/role';
import { useTenant } from '../../api/tenant';
import { useChange } from '../../api/use-change';
import { TextField } from '../../parts/field';
import { FormDialog } from '../../parts/form-dialog';
import { Select } from '../../parts/select';
import { languages, type Language } from '../../words/languages';
import { useNamed, useWords } from '../../words/words';
import { rolesToGive } from './roles';

type Invitation = { email: string; role: Role; language: Language };

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t, language } = useWords();
  const { me } = useTenant();
  const named = useNamed('role');
  const invite = useChange(
    (client, body: Invitation) => client.POST('/v1/invitations', { params: { header: { 'Idempotency-Key': newKey() } }, body }),
    { reads: ['/v1/invitations'], onDone: onClose },
  );
  return (
    <FormDialog
      title={t('invite')}
      text={t('invite-text')}
      action={t('invite-action')}
      onSubmit={(values) => invite.mutate(values as Invitation)}
      onClose={onClose}
      isPending={invite.isPending}
      error={invite.error}
    >
      <TextField label={t('email')} name="email" type="email" autoComplete="off" isRequired autoFocus />
      <div className="form-row">
        <Select label={t('role')} name="role" defaultValue="member" options={rolesToGive(me.role).map((id) => ({ id, text: named(id) }))} />
        <Select label={t('invite-language')} name="language" defaultValue={language} options={languages.map(({ code, name }) => ({ id: code, text: name }))} />
      </div>
    </FormDialog>
  );
}
