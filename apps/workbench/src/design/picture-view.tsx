import type { Picture } from "@tributary/report";
import { useLayoutEffect, useRef } from "react";
import { useMessages } from "../messages/use-messages.ts";
import "./picture-view.css";
import { ScrollRegion } from "./scroll-region.tsx";

/** A picture of the report, and the same information as a table below it. */
export function PictureView({ picture }: { readonly picture: Picture }) {
  const place = useRef<HTMLDivElement>(null);
  const { picture: words } = useMessages();
  useLayoutEffect(() => {
    const drawn = new DOMParser().parseFromString(picture.svg, "image/svg+xml").documentElement;
    drawn.removeAttribute("width");
    drawn.removeAttribute("height");
    place.current?.replaceChildren(document.importNode(drawn, true));
  }, [picture]);
  return (
    <figure className="card picture">
      <div ref={place} className="paper" />
      <details>
        <summary>{words.asTable}</summary>
        <ScrollRegion label={`${picture.title}: ${words.asTable}`}>
          <table>
            <caption>{picture.description}</caption>
            <thead>
              <tr>
                {picture.table.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {picture.table.rows.map((row) => (
                <tr key={row[0]}>
                  {row.map((cell, index) =>
                    index === 0 ? (
                      <RowHead key="head" text={cell} />
                    ) : (
                      <td key={picture.table.columns[index]}>{cell}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </figure>
  );
}

function RowHead({ text }: { readonly text: string }) {
  return <th scope="row">{text}</th>;
}
