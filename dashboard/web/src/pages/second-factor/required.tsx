// The page of a person whose organization requires an authenticator app that they do not have yet: adding one is all
// that their sign-in may do.
import { createRoute } from '@tanstack/react-router';
import { publicClient } from '../../api/client';
import { announceSignIn } from '../../api/tenant';
import { Button } from '../../parts/button';
import { usePageHeading } from '../../parts/page';
import { rootRoute } from '../../root-route';
import { useWords } from '../../words/words';
import { SignInFrame } from '../sign-in/frame';
import { asTarget } from '../sign-in/target';
import { Enrolment } from './enrolment';

export const requiredSecondFactorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/second-factor',
  validateSearch: (search: Record<string, unknown>): { next?: string } => ({ next: asTarget(search.next) }),
  component: RequiredSecondFactor,
});

function RequiredSecondFactor() {
  const { t } = useWords();
  const { next } = requiredSecondFactorRoute.useSearch();
  const heading = usePageHeading(t('second-factor-add'));

  // By a page load: what was refused before must not stay in memory as refused.
  const goOn = () => location.assign(`/app${next ?? '/'}`);

  async function signOut() {
    await publicClient.POST('/v1/auth/browser/sign-out');
    announceSignIn();
    location.assign('/app/sign-in');
  }

  return (
    <SignInFrame>
      <h1 ref={heading} tabIndex={-1}>{t('second-factor-add')}</h1>
      <p>{t('second-factor-required-text')}</p>
      <Enrolment onDone={goOn} />
      <Button kind="quiet" onPress={() => void signOut()}>{t('sign-out')}</Button>
    </SignInFrame>
  );
}
