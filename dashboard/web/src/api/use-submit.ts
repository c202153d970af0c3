// Sends what belongs to the person, not to an organization: it needs no cache, and works before there is one.
import { useState } from 'react';

type Sent<Result> = Promise<{ data?: Result; error?: unknown }>;

export function useSubmit<Input, Result>(send: (input: Input) => Sent<Result>, onDone: (result: Result) => void) {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();

  async function submit(input: Input) {
    setPending(true);
    const { data, error: refused } = await send(input);
    setPending(false);
    setError(refused);
    if (refused === undefined) onDone(data as Result);
  }

  return { submit: (input: Input) => void submit(input), isPending, error };
}
