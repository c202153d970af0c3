// Starts a conversation, and goes there.
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { newKey } from '../../api/idempotency';
import { useTenant } from '../../api/tenant';

export function useStartConversation() {
  const { client, mode, organization } = useTenant();
  const navigate = useNavigate();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();
  // The key stays until a conversation has begun: pressing again after a lost answer begins no second one.
  const key = useRef(newKey());

  async function start(locale: string) {
    setPending(true);
    setError(undefined);
    try {
      const { data, error: refused } = await client.POST('/v1/sessions', {
        params: { header: { 'Idempotency-Key': key.current } },
        body: { locale },
      });
      if (!data) throw refused;
      key.current = newKey();
      await navigate({
        to: '/$mode/$organization/conversations/$session',
        params: { mode, organization, session: data.id },
      });
    } catch (thrown) {
      setError(thrown);
    } finally {
      setPending(false);
    }
  }

  return { start: (locale: string) => void start(locale), isPending, error };
}
