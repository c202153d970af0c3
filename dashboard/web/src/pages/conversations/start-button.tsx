// The button that starts a conversation. Where the organization has named several languages, it asks for one of them.
import { useTenant } from '../../api/tenant';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { Menu } from '../../parts/menu';
import { asLanguage, languages } from '../../words/languages';
import { useWords } from '../../words/words';
import type { useStartConversation } from './use-start';

export function StartButton({ start }: { start: ReturnType<typeof useStartConversation> }) {
  const { t, language } = useWords();
  const { api } = useTenant();
  const offered = api.useQuery('get', '/v1/organization').data?.languages ?? [];
  if (offered.length < 2) {
    const only = asLanguage(offered[0]) ?? language;
    return (
      <Button kind="primary" icon="plus" onPress={() => start.start(only)} isPending={start.isPending}>{t('conversations-new')}</Button>
    );
  }
  // The person's own language first.
  const codes = [...offered].sort((one, other) => Number(other === language) - Number(one === language));
  const entries = codes.flatMap((code) => languages.filter((known) => known.code === code));
  return (
    <Menu
      label={t('conversations-new')}
      className="button button-primary"
      trigger={<><Icon name="plus" /><span>{t('conversations-new')}</span></>}
      entries={entries.map(({ code, name }) => ({ id: code, text: name, lang: code }))}
      onAction={start.start}
    />
  );
}
