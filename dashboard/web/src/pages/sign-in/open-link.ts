// Signs in with the token of a one-time link. What went wrong is said by the sign-in form.
import { publicClient } from '../../api/client';
import { beginSignIn } from './begin-sign-in';

/** Why a link did not sign in: it was used or is too old, it does not replace a second factor, or the server could not say. */
export const linkFaults = ['used', 'second-factor', 'failed'] as const;
export type LinkFault = (typeof linkFaults)[number];

export async function openLink(token: string) {
  const problem = await beginSignIn(() => publicClient.POST('/v1/auth/browser/open-link', { body: { token } }));
  if (!problem) return;
  history.replaceState(null, '', `/app/sign-in?link=${faults[problem.code] ?? 'failed'}`);
}

const faults: Record<string, LinkFault> = { link_ended: 'used', second_factor_required: 'second-factor' };
