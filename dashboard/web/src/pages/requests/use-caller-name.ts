// Who sent a request, by name: the request has ids only.
import type { components } from '../../../generated/api';
import { useTenant } from '../../api/tenant';
import { useWords } from '../../words/words';

type RequestLogEntry = components['schemas']['RequestLogEntry'];

export function useCallerName(): (request: RequestLogEntry) => string {
  const { t } = useWords();
  const { api } = useTenant();
  const keys = api.useQuery('get', '/v1/api-keys', { params: { query: { limit: 100 } } });
  const members = api.useQuery('get', '/v1/members', { params: { query: { limit: 100 } } });
  return ({ api_key_id, user_id }) => {
    const key = keys.data?.items.find(({ id }) => id === api_key_id)?.name;
    if (api_key_id) return key ?? t('request-by-earlier-key');
    const person = members.data?.items.find((member) => member.user_id === user_id)?.name;
    return person ?? t('actor-person');
  };
}
