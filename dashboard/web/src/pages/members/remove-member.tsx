// Removes a member, or leaves. API keys that the person created need a choice, which the server asks for.
import { useState } from 'react';
import { leaveForSignIn } from '../../api/authentication';
import { asProblem } from '../../api/problem';
import { useTenant } from '../../api/tenant';
import { useChange } from '../../api/use-change';
import { FormDialog } from '../../parts/form-dialog';
import { Select } from '../../parts/select';
import { useWords } from '../../words/words';
import type { Member } from './member-table';

type Keys = 'keep' | 'revoke';

export function RemoveMember({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useWords();
  const { me } = useTenant();
  const isSelf = member.user_id === me.user_id;
  const [keys, setKeys] = useState<string[]>();
  const remove = useChange(
    (client, api_keys: Keys | undefined) => (isSelf
      ? client.DELETE('/v1/me/membership', { params: { query: { api_keys } } })
      : client.DELETE('/v1/members/{user_id}', { params: { path: { user_id: member.user_id }, query: { api_keys } } })),
    { reads: ['/v1/members', '/v1/api-keys'], onDone: isSelf ? leaveForSignIn : onClose },
  );

  function submit(values: Record<string, string>) {
    remove.mutate(values.keys as Keys | undefined, {
      onError: (error) => {
        if (isQuestion(error)) setKeys((asProblem(error).api_keys ?? []).map(({ name }) => name));
      },
    });
  }

  return (
    <FormDialog
      title={isSelf ? t('member-leave-title') : t('member-remove-title', { name: member.name })}
      text={t(isSelf ? 'member-leave-text' : 'member-remove-text')}
      action={t(isSelf ? 'member-leave' : 'member-remove')}
      onSubmit={submit}
      onClose={onClose}
      isPending={remove.isPending}
      error={isQuestion(remove.error) ? undefined : remove.error}
    >
      {keys && (
        <Select
          label={t('member-keys', { keys: keys.join(', ') })}
          name="keys"
          defaultValue="keep"
          options={[{ id: 'keep', text: t('member-keys-keep') }, { id: 'revoke', text: t('member-keys-revoke') }]}
        />
      )}
    </FormDialog>
  );
}

/** Whether the server asks what happens to the person's keys. */
function isQuestion(error: unknown): boolean {
  return error != null && asProblem(error).code === 'owns_api_keys';
}
