// Leaves for the identity provider. It answers to the account page /account/single-sign-on, which completes the sign-in
// that this tab has begun, and comes back here; also when it was refused.
import { publicClient } from '../../api/client';
import { isProblem, type Problem } from '../../api/problem';

/** The account page reads it. It stays in the tab: only who began a sign-in completes it. */
const STORED = 'postwright-single-sign-on';
/** The account page writes it. */
const REFUSAL = 'postwright-single-sign-on-refusal';

export type Search = {
  /** The page to go on to. */
  next?: string;
  /** Whether the person has to prove anew who they are. */
  fresh?: boolean;
};

/** The answer has the problem, if it fails; else the page is being left. */
export async function leaveForProvider(email: string, { next, fresh }: Search) {
  const { data, error } = await publicClient.POST('/v1/auth/single-sign-on', { body: { email, fresh } });
  if (!data) return { error };
  sessionStorage.setItem(STORED, JSON.stringify({
    token: data.sign_in_token,
    next: `/app${next ?? '/'}`,
    begunAt: location.pathname + location.search,
  }));
  location.assign(data.authorization_url);
  return {};
}

/** Why the sign-in that this tab has begun was refused, if it was. It is shown once: a reload begins anew. */
export function takeRefusal(): Problem | undefined {
  const stored = sessionStorage.getItem(REFUSAL);
  sessionStorage.removeItem(REFUSAL);
  const refusal: unknown = stored && JSON.parse(stored);
  return isProblem(refusal) ? refusal : undefined;
}
