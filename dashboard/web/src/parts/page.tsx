// The frame of every page: its title in the document and as the one h1, which takes the focus after a navigation.
import { useEffect, useRef, type ReactNode } from 'react';

type Props = { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode; width?: 'narrow' | 'full' };

export function Page({ title, lead, actions, children, width }: Props) {
  const heading = usePageHeading(title);
  return (
    <div className="page" data-width={width}>
      <header className="page-header">
        <div>
          <h1 ref={heading} tabIndex={-1}>{title}</h1>
          {lead && <p className="page-lead">{lead}</p>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

let hasNavigated = false;

/** Names the document; the ref moves the focus to the heading when the page has come by a navigation. */
export function usePageHeading(title: string, { takesFocus = true } = {}) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} · Postwright`;
  }, [title]);

  useEffect(() => {
    if (hasNavigated && takesFocus) heading.current?.focus();
    hasNavigated = true;
  }, [takesFocus]);

  return heading;
}
