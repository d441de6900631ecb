import { type ReactNode, useEffect, useRef, useState } from "react";

interface ScrollerProps {
  readonly className: string | undefined;
  /** Names it as a region; left out where what is inside names itself. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A box that scrolls where there is no room for what it holds, by keyboard too. */
export function Scroller({ className, label, children }: ScrollerProps) {
  const scroller = useRef<HTMLElement>(null);
  const [isCramped, setIsCramped] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setIsCramped(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight),
    );
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <section ref={scroller} className={className} aria-label={label} tabIndex={isCramped ? 0 : undefined}>
      {children}
    </section>
  );
}
