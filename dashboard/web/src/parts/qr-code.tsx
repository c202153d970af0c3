// A text as a QR code. It is dark on white in every theme, because cameras expect that.
import { generate } from 'lean-qr/nano';

/** The quiet zone around the code that the standard asks for, in modules. */
const MARGIN = 4;

export function QrCode({ text, label }: { text: string; label: string }) {
  const code = generate(text);
  const size = code.size + 2 * MARGIN;
  return (
    <svg className="qr-code" role="img" aria-label={label} viewBox={`${-MARGIN} ${-MARGIN} ${size} ${size}`}>
      <path d={pathOf(code)} />
    </svg>
  );
}

/** One square for each dark module. */
function pathOf(code: ReturnType<typeof generate>): string {
  const modules = Array.from({ length: code.size }, (_, index) => index);
  return modules.flatMap((y) => modules.filter((x) => code.get(x, y)).map((x) => `M${x} ${y}h1v1h-1z`)).join('');
}
