// The end of the organization: asked for by an owner, due after a while, until then an owner can take it back.
import { useState } from 'react';
import { useChange } from '../../api/use-change';
import { Button } from '../../parts/button';
import { Confirm } from '../../parts/confirm';
import { ProblemNotice } from '../../parts/problem';
import { Section } from '../../parts/section';
import { useFormat } from '../../words/format';
import { useWords } from '../../words/words';
import type { Organization } from './use-save';

export function Deletion({ organization }: { organization: Organization }) {
  const { t } = useWords();
  const format = useFormat();
  const [isAsking, setAsking] = useState(false);
  const reads = ['/v1/organization'];
  const ask = useChange((client) => client.POST('/v1/organization/deletion'), { reads, onDone: () => setAsking(false) });
  const cancel = useChange((client) => client.DELETE('/v1/organization/deletion'), { reads });
  const due = organization.deletion?.due_at;
  return (
    <Section title={t('settings-deletion')} lead={due ? t('settings-deletion-due', { time: format.dateTime(due) }) : t('settings-deletion-text')} isCard>
      {cancel.error != null && <ProblemNotice error={cancel.error} />}
      <div className="actions actions-end">
        {due
          ? <Button kind="primary" onPress={() => cancel.mutate()} isPending={cancel.isPending}>{t('settings-deletion-cancel')}</Button>
          : <Button kind="danger" onPress={() => setAsking(true)}>{t('settings-deletion-action')}</Button>}
      </div>
      {isAsking && (
        <Confirm
          title={t('settings-deletion-title', { name: organization.name })}
          text={t('settings-deletion-text')}
          action={t('settings-deletion-action')}
          onConfirm={() => ask.mutate()}
          onClose={() => setAsking(false)}
          isPending={ask.isPending}
          error={ask.error}
        />
      )}
    </Section>
  );
}
