// The field that the person points at or has focused, shared by the talk and the post: each side marks what belongs to it.
import { createContext, use, useState, type ReactNode } from 'react';

type Marks = { active: string | null; setActive: (field: string | null) => void };

const MarksContext = createContext<Marks>({ active: null, setActive: () => {} });

export function MarksProvider({ children }: { children: ReactNode }) {
  const [active, setActive] = useState<string | null>(null);
  return <MarksContext value={{ active, setActive }}>{children}</MarksContext>;
}

/** Event handlers that mark a field while it is pointed at or holds the focus. */
export function useMarking(fields: string[]) {
  const { active, setActive } = use(MarksContext);
  const mark = () => setActive(fields[0] ?? null);
  const unmark = () => setActive(null);
  return {
    isActive: active !== null && fields.includes(active),
    handlers: { onPointerEnter: mark, onPointerLeave: unmark, onFocus: mark, onBlur: unmark },
  };
}
