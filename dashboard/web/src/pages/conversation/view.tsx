// The two sides of the conversation page: beside each other where there is room, else one at a time.
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { useMay } from '../../api/role';
import { useTenant } from '../../api/tenant';
import { ConversationPageProvider, type ConversationPage } from './context';
import { ConversationHeader } from './header';
import { MarksProvider } from './marks';
import { PostSide } from './post/post';
import { SideTabs } from './side-tabs';
import { SideWidths, type Side } from './side-widths';
import type { Connection } from './state/stream';
import type { Conversation } from './state/types';
import { Announcer } from './talk/announcer';
import { TalkSide } from './talk/talk';
import { useDraft } from './use-draft';
import { useEditing } from './use-editing';
import { useSending } from './use-sending';

const route = getRouteApi('/$mode/$organization/conversations/$session');

type Props = {
  conversation: Conversation;
  change: (apply: (conversation: Conversation) => Conversation) => void;
  connection: Connection;
};

export function ConversationView({ conversation, change, connection }: Props) {
  const { api } = useTenant();
  const { side = 'talk', wide } = route.useSearch();
  const navigate = route.useNavigate();
  const composer = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useDraft(conversation.session.id);
  const organization = api.useQuery('get', '/v1/organization');
  const isMember = useMay('member');

  function showSide(next: Side) {
    void navigate({ search: (search) => ({ ...search, side: next === 'post' ? 'post' : undefined }), replace: true });
  }

  function giveRoom(next: Side | undefined) {
    void navigate({ search: (search) => ({ ...search, wide: next }), replace: true });
  }

  function suggest(text: string) {
    setDraft(text);
    showSide('talk');
    requestAnimationFrame(() => composer.current?.focus());
  }

  function showField(name: string) {
    showSide('post');
    requestAnimationFrame(() => document.getElementById(`field-${name}`)?.focus());
  }

  const page: ConversationPage = {
    conversation,
    connection,
    sending: useSending(conversation.session.id, change),
    editing: useEditing(conversation, change),
    mayWrite: isMember && !conversation.session.is_expired,
    required: organization.data?.required_fields ?? [],
    draft,
    setDraft,
    suggest,
    showField,
  };

  return (
    <ConversationPageProvider value={page}>
      <MarksProvider>
        <div className="conversation" data-side={side} data-wide={wide}>
          <ConversationHeader widths={<SideWidths wide={wide} onWide={giveRoom} />} />
          <SideTabs side={side} onSide={showSide} />
          <TalkSide composer={composer} />
          <PostSide />
          <Announcer />
        </div>
      </MarksProvider>
    </ConversationPageProvider>
  );
}
