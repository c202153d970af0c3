// Signing in at the identity provider of one's organization: asks for the address, and leaves for the provider. If the sign-in
// is refused, it comes back here, and the page says why.
import { createRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSubmit } from '../../api/use-submit';
import { TextField } from '../../parts/field';
import { Form } from '../../parts/form';
import { usePageHeading } from '../../parts/page';
import { rootRoute } from '../../root-route';
import { useWords } from '../../words/words';
import { SignInFrame } from '../sign-in/frame';
import { asTarget } from '../sign-in/target';
import { leaveForProvider, takeRefusal, type Search } from './begin';

export const singleSignOnRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/single-sign-on',
  validateSearch: (search: Record<string, unknown>): Search => ({
    next: asTarget(search.next),
    fresh: search.fresh === true || undefined,
  }),
  component: SingleSignOn,
});

function SingleSignOn() {
  const { t } = useWords();
  const search = singleSignOnRoute.useSearch();
  const heading = usePageHeading(t('single-sign-on-title'));
  const [refusal] = useState(takeRefusal);
  const begin = useSubmit((email: string) => leaveForProvider(email, search), () => {});
  return (
    <SignInFrame>
      <h1 ref={heading} tabIndex={-1}>{t('single-sign-on-title')}</h1>
      <p>{t('single-sign-on-text')}</p>
      <Form action={t('single-sign-on-action')} onSubmit={({ email = '' }) => begin.submit(email)} isPending={begin.isPending} error={begin.error ?? refusal}>
        <TextField label={t('email')} name="email" type="email" autoComplete="username" autoFocus isRequired />
      </Form>
      <Link to="/sign-in" search={{ next: search.next }}>{t('single-sign-on-password')}</Link>
    </SignInFrame>
  );
}
