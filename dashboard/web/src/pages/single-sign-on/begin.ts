// Leaves for the identity provider. It answers to the account page /account/single-sign-on, which completes the sign-in
// that this tab has begun, and comes back here.
import { publicClient } from '../../api/client';

/** The account page reads it. It stays in the tab: only who began a sign-in completes it. */
const STORED = 'postwright-single-sign-on';

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
  sessionStorage.setItem(STORED, JSON.stringify({ token: data.sign_in_token, next: `/app${next ?? '/'}` }));
  location.assign(data.authorization_url);
  return {};
}
