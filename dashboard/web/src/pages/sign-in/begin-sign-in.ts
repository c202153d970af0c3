// Beginning a sign-in: by the form, or by the token of a link.
import { announceSignIn } from '../../api/tenant';
import { asProblem, type Problem } from '../../api/problem';

/** Returns the problem if it fails. */
export async function beginSignIn(send: () => Promise<{ error?: unknown }>): Promise<Problem | undefined> {
  const { error } = await send();
  if (error) return asProblem(error);
  announceSignIn();
}
