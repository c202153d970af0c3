// Keeps the end of the talk in view while it grows, unless the person has scrolled up to read.
import { useEffect, useRef, useState } from 'react';

/** How far from the end somebody counts as reading further up. */
const AWAY_PX = 320;

export function useStayAtEnd(growth: unknown[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const [isAway, setAway] = useState(false);

  function toEnd() {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }

  function onScroll() {
    const element = scroller.current;
    if (element) setAway(element.scrollHeight - element.scrollTop - element.clientHeight > AWAY_PX);
  }

  useEffect(() => {
    if (!isAway) toEnd();
  }, growth);

  return { scroller, isAway, toEnd, onScroll };
}
