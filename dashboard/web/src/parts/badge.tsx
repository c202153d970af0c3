// A state in one word. The colour repeats what the word says.
export type Tone = 'neutral' | 'good' | 'busy' | 'warning' | 'bad';

export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: string }) {
  return <span className="badge" data-tone={tone}>{children}</span>;
}
