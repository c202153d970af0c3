// What is typed and not sent, for each conversation. It outlives the page's parts, not the window: nothing is stored.
import { useState } from 'react';

const drafts = new Map<string, string>();

export function useDraft(session: string): [string, (text: string) => void] {
  const [draft, setDraft] = useState(drafts.get(session) ?? '');

  function write(text: string) {
    drafts.set(session, text);
    setDraft(text);
  }

  return [draft, write];
}
