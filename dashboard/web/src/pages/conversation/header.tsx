// The title of the post, when the conversation expires, and what can be done with it as a whole.
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useMay } from '../../api/role';
import { useTenant } from '../../api/tenant';
import { Badge } from '../../parts/badge';
import { Confirm } from '../../parts/confirm';
import { Icon } from '../../parts/icon';
import { Menu } from '../../parts/menu';
import { usePageHeading } from '../../parts/page';
import { useWords } from '../../words/words';
import { useConversationPage } from './context';
import { Expiry } from './expiry';
import { useFork } from './use-fork';

export function ConversationHeader({ widths }: { widths: ReactNode }) {
  const { t } = useWords();
  const { mode, organization } = useTenant();
  const { conversation, connection, mayWrite } = useConversationPage();
  const { session } = conversation;
  const title = session.job_data.title ?? session.company_name;
  // Who may write begins in the composer.
  const heading = usePageHeading(title, { takesFocus: !mayWrite });
  return (
    <header className="conversation-header">
      <Link
        className="button button-icon"
        to="/$mode/$organization/conversations"
        params={{ mode, organization }}
        aria-label={t('conversation-back')}
      >
        <Icon name="back" />
      </Link>
      <h1 ref={heading} tabIndex={-1} dir="auto">{title}</h1>
      {session.is_complete && <Badge tone="good">{t('step-complete')}</Badge>}
      <div className="conversation-header-end">
        {connection === 'lost' && <span className="connection" role="status">{t('conversation-reconnecting')}</span>}
        <Expiry session={session} />
        {widths}
        <ConversationMenu />
      </div>
    </header>
  );
}

function ConversationMenu() {
  const { t } = useWords();
  const { client, cache, mode, organization } = useTenant();
  const { conversation } = useConversationPage();
  const mayWrite = useMay('member');
  const { fork } = useFork();
  const navigate = useNavigate();
  const [isDeleting, setDeleting] = useState(false);
  const [error, setError] = useState<unknown>();

  async function remove() {
    const params = { path: { session_id: conversation.session.id } };
    const { error: refused } = await client.DELETE('/v1/sessions/{session_id}', { params });
    if (refused) return setError(refused);
    cache.removeQueries({ queryKey: ['get', '/v1/session-summaries'] });
    await navigate({ to: '/$mode/$organization/conversations', params: { mode, organization } });
  }

  if (!mayWrite) return null;
  return (
    <>
      <Menu
        label={t('conversation-more')}
        className="button button-icon"
        trigger={<Icon name="more" />}
        entries={[
          { id: 'fork', text: t('conversation-fork'), icon: 'fork' },
          { id: 'delete', text: t('conversation-delete'), icon: 'trash', isDanger: true },
        ]}
        onAction={(id) => (id === 'fork' ? void fork() : setDeleting(true))}
      />
      {isDeleting && (
        <Confirm
          title={t('conversation-delete-title')}
          text={t('conversation-delete-text')}
          action={t('conversation-delete')}
          onConfirm={remove}
          onClose={() => setDeleting(false)}
          error={error}
        />
      )}
    </>
  );
}
