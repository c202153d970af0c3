// Shown when another tab has switched the login to another organization: this tab's requests would be refused. The tab
// says so at once, and the server whenever it is asked.
import { useEffect, useState } from 'react';
import { onElsewhere } from '../api/elsewhere';
import { onOrganizationSwitched, useTenant } from '../api/tenant';
import { Button } from '../parts/button';
import { Empty } from '../parts/empty';
import { useWords } from '../words/words';

export function useIsElsewhere(): boolean {
  const { organization } = useTenant();
  const [isElsewhere, setElsewhere] = useState(false);
  useEffect(() => setElsewhere(false), [organization]);
  useEffect(() => onOrganizationSwitched((current) => setElsewhere(current !== organization)), [organization]);
  useEffect(() => onElsewhere(() => setElsewhere(true)), []);
  return isElsewhere;
}

export function Elsewhere() {
  const { t } = useWords();
  const { me, organization } = useTenant();
  const name = me.organizations.find((membership) => membership.id === organization)?.name ?? '';
  return (
    <Empty icon="organization" title={t('elsewhere-title')} text={t('elsewhere-text', { name })}>
      <Button kind="primary" onPress={() => location.reload()}>{t('elsewhere-action', { name })}</Button>
    </Empty>
  );
}
