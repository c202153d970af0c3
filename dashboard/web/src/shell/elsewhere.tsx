// Shown when another tab has switched the login to another organization: this tab's data would be refused, or be the wrong ones.
import { useEffect, useState } from 'react';
import { onOrganizationSwitched, useScope } from '../api/scope';
import { Button } from '../parts/button';
import { Empty } from '../parts/empty';
import { useWords } from '../words/words';

export function useIsElsewhere(): boolean {
  const { organization } = useScope();
  const [current, setCurrent] = useState(organization);
  useEffect(() => setCurrent(organization), [organization]);
  useEffect(() => onOrganizationSwitched(setCurrent), []);
  return current !== organization;
}

export function Elsewhere() {
  const { t } = useWords();
  const { me, organization } = useScope();
  const name = me.organizations.find((membership) => membership.id === organization)?.name ?? '';
  return (
    <Empty icon="organization" title={t('elsewhere-title')} text={t('elsewhere-text', { name })}>
      <Button kind="primary" onPress={() => location.reload()}>{t('elsewhere-action', { name })}</Button>
    </Empty>
  );
}
