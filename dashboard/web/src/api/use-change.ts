// The one way in which a page changes something: send it, read again what it may have changed, show the problem if it fails.
import { useMutation } from '@tanstack/react-query';
import type { ApiClient } from './client';
import { useTenant } from './tenant';

type Sent<Result> = Promise<{ data?: Result; error?: unknown }>;

type Options<Result> = {
  /** The paths of the lists and objects to read again. */
  reads?: string[];
  onDone?: (result: Result) => void;
};

export function useChange<Input = void, Result = unknown>(
  send: (client: ApiClient, input: Input) => Sent<Result>,
  { reads = [], onDone }: Options<Result> = {},
) {
  const { client, cache } = useTenant();
  return useMutation({
    mutationFn: async (input: Input) => {
      const { data, error } = await send(client, input);
      if (error) throw error;
      return data as Result;
    },
    onSuccess: async (result) => {
      await Promise.all(reads.map((path) => cache.invalidateQueries({ queryKey: ['get', path] })));
      onDone?.(result);
    },
  });
}
