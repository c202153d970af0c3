// Starts a copy of the conversation and goes there.
import { useNavigate } from '@tanstack/react-router';
import { newKey } from '../../api/idempotency';
import { useTenant } from '../../api/tenant';
import { useConversationPage } from './context';

export function useFork() {
  const { client, mode, organization } = useTenant();
  const { conversation } = useConversationPage();
  const navigate = useNavigate();

  /** Copies up to a turn, or as the conversation is now. */
  async function fork(turnId?: string) {
    const { data } = await client.POST('/v1/sessions/{session_id}/fork', {
      params: { path: { session_id: conversation.session.id }, header: { 'Idempotency-Key': newKey() } },
      body: { turn_id: turnId },
    });
    if (!data) return;
    await navigate({
      to: '/$mode/$organization/conversations/$session',
      params: { mode, organization, session: data.id },
    });
  }

  return { fork };
}
