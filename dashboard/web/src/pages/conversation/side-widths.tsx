// Which side has more room, where both are beside each other: by buttons, because a divider to drag needs a steady hand.
import { useWords } from '../../words/words';

export type Side = 'talk' | 'post';

type Props = { wide: Side | undefined; onWide: (wide: Side | undefined) => void };

export function SideWidths({ wide, onWide }: Props) {
  const { t } = useWords();
  return (
    <div className="side-widths" role="group" aria-label={t('conversation-widths')}>
      {(['talk', 'post'] as const).map((side) => (
        <button
          key={side}
          type="button"
          className="button button-icon"
          aria-label={t(`conversation-wide-${side}`)}
          title={t(`conversation-wide-${side}`)}
          aria-pressed={wide === side}
          onClick={() => onWide(wide === side ? undefined : side)}
        >
          <SidesIcon wide={side} />
        </button>
      ))}
    </div>
  );
}

/** A window with its divider; the stylesheet turns it round where text runs from right to left. */
function SidesIcon({ wide }: { wide: Side }) {
  const divider = wide === 'talk' ? 12.5 : 7.5;
  return (
    <svg className="icon" data-directed viewBox="0 0 20 20" aria-hidden="true">
      <path d={`M3 4.5h14v11H3zM${divider} 4.5v11`} />
    </svg>
  );
}
