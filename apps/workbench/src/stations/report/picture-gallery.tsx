import type { Picture } from "@tributary/report";
import { useId, useState } from "react";
import { saveFile } from "../../cases/save-file.ts";
import { PictureView } from "../../design/picture-view.tsx";
import { useMessages } from "../../messages/use-messages.ts";
import { svgToPng } from "./svg-to-png.ts";

interface Props {
  readonly caseId: string;
  /** By file name, "sites.svg". */
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** The pictures of the report one at a time, each to be saved. */
export function PictureGallery({ caseId, pictures }: Props) {
  const { reportPage: words } = useMessages();
  const id = useId();
  const [chosen, setChosen] = useState([...pictures.keys()][0]!);
  const picture = pictures.get(chosen) ?? [...pictures.values()][0]!;
  const base = `${caseId}-${chosen.replace(/\.svg$/, "")}`;
  return (
    <section className="card stack">
      <h2>{words.pictures}</h2>
      <div className="row">
        <label htmlFor={id}>{words.picture}</label>
        <select id={id} className="field" value={chosen} onChange={({ target }) => setChosen(target.value)}>
          {[...pictures].map(([name, { title }]) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="button"
          onClick={() => saveFile(`${base}.svg`, new TextEncoder().encode(picture.svg), "image/svg+xml")}
        >
          {words.svg}
        </button>
        <button
          type="button"
          className="button"
          onClick={async () => saveFile(`${base}.png`, await svgToPng(picture), "image/png")}
        >
          {words.png}
        </button>
      </div>
      <div className="gallery-picture">
        <PictureView picture={picture} />
      </div>
    </section>
  );
}
