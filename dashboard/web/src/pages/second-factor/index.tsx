// One's own authenticator app: adding it, what there is to know of it, removing it.
import { createRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { useTenant } from '../../api/tenant';
import { Button } from '../../parts/button';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { Section } from '../../parts/section';
import { shellRoute } from '../../shell/route';
import { useWords } from '../../words/words';
import { Enrolled } from './enrolled';
import { Enrolment } from './enrolment';

export const secondFactorRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/second-factor',
  component: SecondFactor,
});

function SecondFactor() {
  const { t } = useWords();
  const { api } = useTenant();
  const [isAdding, setAdding] = useState(false);
  const query = api.useQuery('get', '/v1/me/totp');

  // The state of the page follows the answer: the recovery codes stay until the person has stored them.
  async function readAgain() {
    await query.refetch();
    setAdding(false);
  }

  return (
    <Page title={t('nav-second-factor')} lead={t('second-factor-lead')} width="narrow">
      <Loaded query={query}>
        {(totp) => (
          <Section title={t(isAdding ? 'second-factor-add' : 'second-factor-state')} isCard>
            {isAdding && <Enrolment onDone={() => void readAgain()} onCancel={() => setAdding(false)} />}
            {!isAdding && totp.confirmed_at && <Enrolled totp={totp} onChanged={() => void readAgain()} />}
            {!isAdding && !totp.confirmed_at && (
              <>
                <p>{t('second-factor-off')}</p>
                <div className="actions">
                  <Button kind="primary" icon="plus" onPress={() => setAdding(true)}>{t('second-factor-add')}</Button>
                </div>
              </>
            )}
          </Section>
        )}
      </Loaded>
    </Page>
  );
}
