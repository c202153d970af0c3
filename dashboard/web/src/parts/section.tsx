// A part of a page with its heading, and what can be done with it.
import { useId, type ReactNode } from 'react';

type Props = { title: string; lead?: ReactNode; actions?: ReactNode; isCard?: boolean; children: ReactNode };

export function Section({ title, lead, actions, isCard, children }: Props) {
  const id = useId();
  return (
    <section className="section" data-card={isCard || undefined} aria-labelledby={id}>
      <header className="section-header">
        <div>
          <h2 id={id}>{title}</h2>
          {lead && <p className="soft">{lead}</p>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
