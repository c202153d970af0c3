// The target as it is set, changing it, and removing it.
import { useState } from 'react';
import type { components } from '../../../generated/api';
import { useTenant } from '../../api/tenant';
import { useChange } from '../../api/use-change';
import { Button } from '../../parts/button';
import { Confirm } from '../../parts/confirm';
import { Facts } from '../../parts/facts';
import { Section } from '../../parts/section';
import { DateTime } from '../../parts/time';
import { useNamed, useWords } from '../../words/words';

export type Target = components['schemas']['PublicationTarget'];

const PATH = '/v1/organization/publication-target';

export function TargetCard({ target, onEdit }: { target: Target; onEdit: () => void }) {
  const { t } = useWords();
  const { cache } = useTenant();
  const format = useNamed('target-format');
  const [isRemoving, setRemoving] = useState(false);
  const remove = useChange((client) => client.DELETE('/v1/organization/publication-target'), {
    onDone: () => {
      setRemoving(false);
      void cache.resetQueries({ queryKey: ['get', PATH] });
    },
  });
  const actions = (
    <>
      <Button icon="edit" onPress={onEdit}>{t('edit')}</Button>
      <Button icon="trash" onPress={() => setRemoving(true)}>{t('target-remove')}</Button>
    </>
  );
  return (
    <Section title={format(target.format)} actions={actions} isCard>
      <Facts
        facts={[
          [t('webhook-url'), <bdi dir="ltr">{target.url}</bdi>],
          [t('target-token'), target.format === 'ai_create' && t(target.has_bearer_token ? 'target-token-set' : 'target-token-none')],
          [t('target-changed'), <DateTime value={target.updated_at} />],
          [t('webhook-previous-secret'), target.previous_secret_until && <DateTime value={target.previous_secret_until} />],
        ]}
      />
      {isRemoving && (
        <Confirm
          title={t('target-remove-title')}
          text={t('target-remove-text')}
          action={t('target-remove')}
          onConfirm={() => remove.mutate()}
          onClose={() => setRemoving(false)}
          isPending={remove.isPending}
          error={remove.error}
        />
      )}
    </Section>
  );
}
