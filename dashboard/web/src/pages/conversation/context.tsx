// What the parts of the conversation page share: the conversation, what can be done with it, and the composer's text.
import { createContext, use, type ReactNode } from 'react';
import type { Connection } from './state/stream';
import type { Conversation } from './state/types';
import type { Editing } from './use-editing';
import type { useSending } from './use-sending';

export type ConversationPage = {
  conversation: Conversation;
  connection: Connection;
  sending: ReturnType<typeof useSending>;
  editing: Editing;
  /** Whether the person may write here: not a viewer, and the session has not expired. */
  mayWrite: boolean;
  /** The fields that the organization requires. */
  required: readonly string[];
  draft: string;
  setDraft: (text: string) => void;
  /** Puts a text into the composer and moves the focus there. */
  suggest: (text: string) => void;
  showField: (name: string) => void;
};

const PageContext = createContext<ConversationPage | null>(null);

export function ConversationPageProvider({ value, children }: { value: ConversationPage; children: ReactNode }) {
  return <PageContext value={value}>{children}</PageContext>;
}

export function useConversationPage(): ConversationPage {
  const page = use(PageContext);
  if (!page) throw new Error('useConversationPage outside of the conversation page');
  return page;
}
