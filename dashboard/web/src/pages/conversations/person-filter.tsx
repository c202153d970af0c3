// Filters by the member who owns the conversation.
import { useTenant } from '../../api/tenant';
import { Select } from '../../parts/select';
import { useWords } from '../../words/words';

export function PersonFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords();
  const { api } = useTenant();
  const members = api.useQuery('get', '/v1/members', { params: { query: { limit: 100 } } });
  const people = (members.data?.items ?? []).map((member) => ({ id: member.user_id, text: member.name }));
  return (
    <Select
      label={t('conversations-person')}
      value={value}
      onChange={(next) => onChange(String(next))}
      options={[{ id: 'all', text: t('conversations-anybody') }, ...people]}
    />
  );
}
