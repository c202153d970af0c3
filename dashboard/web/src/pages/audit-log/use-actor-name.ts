// Who acted, by name: the entry has ids only.
import type { components } from '../../../generated/api';
import { useTenant } from '../../api/tenant';
import { useNamed } from '../../words/words';

type Actor = components['schemas']['AuditActor'];

export function useActorName(): (actor: Actor) => string {
  const { api } = useTenant();
  const kind = useNamed('actor');
  const members = api.useQuery('get', '/v1/members', { params: { query: { limit: 100 } } });
  const keys = api.useQuery('get', '/v1/api-keys', { params: { query: { limit: 100 } } });
  return (actor) => {
    const person = members.data?.items.find(({ user_id }) => user_id === actor.user_id)?.name;
    const key = keys.data?.items.find(({ id }) => id === actor.api_key_id)?.name;
    return person ?? key ?? kind(actor.kind);
  };
}
