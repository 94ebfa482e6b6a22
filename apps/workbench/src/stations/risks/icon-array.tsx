import { type Denominator, drawIconArray, type PeopleCount } from "@tributary/care";
import { useLayoutEffect, useRef } from "react";

interface Props {
  readonly people: PeopleCount;
  readonly denominator: Denominator;
  /** What is counted, and how many of how many. */
  readonly text: string;
}

/** People as squares; the same stands beside them in words. */
export function IconArray({ people, denominator, text }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const drawn = new DOMParser().parseFromString(drawIconArray(people, denominator), "text/html").body
      .firstElementChild!;
    place.current?.replaceChildren(document.importNode(drawn, true));
  }, [people, denominator]);
  return (
    <figure>
      <figcaption>{text}</figcaption>
      <div ref={place} />
    </figure>
  );
}
