// Text to take along: an id, a secret, a command. The button says when it is copied.
import { useEffect, useState } from 'react';
import { useWords } from '../words/words';
import { Button } from './button';

export function CopyButton({ text }: { text: string }) {
  const { t } = useWords();
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  }

  return (
    <>
      <Button kind="quiet" icon={isCopied ? 'check' : 'copy'} onPress={copy}>{t(isCopied ? 'copied' : 'copy')}</Button>
      <span role="status" className="visually-hidden">{isCopied ? t('copied') : ''}</span>
    </>
  );
}

/** A block of code with its copy button; it reads from left to right in every language. */
export function Code({ text, label, shown = text }: { text: string; label: string; /** The text as it is easier to read. */ shown?: string }) {
  return (
    <figure className="code">
      <figcaption>
        <span>{label}</span>
        <CopyButton text={text} />
      </figcaption>
      <pre dir="ltr" tabIndex={0} role="region" aria-label={label}><code>{shown}</code></pre>
    </figure>
  );
}
