// How far a delivery is: of a job post to the publication target, or of an event to a webhook endpoint.
import { useNamed } from '../words/words';
import { Badge, type Tone } from './badge';

const tones: Record<string, Tone> = { pending: 'busy', retrying: 'warning', delivered: 'good', failed: 'bad' };

type Props = { status: string; /** How many attempts have failed or are under way. */ attempts?: number };

export function DeliveryBadge({ status, attempts = 0 }: Props) {
  const named = useNamed('delivery');
  const state = status === 'pending' && attempts > 0 ? 'retrying' : status;
  return <Badge tone={tones[state]}>{named(state)}</Badge>;
}
