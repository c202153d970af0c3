// What a User-Agent header says about the program and its system, in the few words that people know.
const programs: [string, RegExp][] = [
  ['Edge', /Edg\//],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrom(e|ium)\//],
  ['Safari', /Safari\//],
];

const systems: [string, RegExp][] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
];

/** "Firefox, Linux"; of another program its own first word, such as "curl/8.5.0". */
export function programOf(userAgent: string | undefined): string | undefined {
  if (!userAgent) return undefined;
  const find = (known: [string, RegExp][]) => known.find(([, pattern]) => pattern.test(userAgent))?.[0];
  const program = find(programs);
  if (!program) return userAgent.split(' ')[0];
  return [program, find(systems)].filter(Boolean).join(', ');
}
