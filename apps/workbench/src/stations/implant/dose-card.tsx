import { EXPOSURE_LEVELS, type GuidedRehearsal, NOTIFY_mGy, sumExposure } from "@tributary/care";
import { useFormat } from "../../messages/use-format.ts";
import { useMessages } from "../../messages/use-messages.ts";

/** X-ray and contrast so far, beside what they are held against. */
export function DoseCard({ rehearsal }: { readonly rehearsal: GuidedRehearsal }) {
  const { implantPage: words } = useMessages();
  const { number } = useFormat();
  const sum = sumExposure(rehearsal);
  const { fluoroscopy_min, kermaAreaProduct_GyCm2 } = EXPOSURE_LEVELS;
  const rows = [
    [
      words.contrast,
      `${number(sum.contrast_mL)} mL`,
      sum.contrastLimit_mL === undefined ? words.noLimit : `${number(sum.contrastLimit_mL)} mL`,
    ],
    [
      words.fluoroscopy,
      `${number(sum.fluoroscopy_min, 1)} min`,
      words.level(`${number(fluoroscopy_min.value, 1)} min`),
    ],
    [
      words.dose,
      `${number(sum.kermaAreaProduct_GyCm2, 1)} Gy·cm²`,
      words.level(`${number(kermaAreaProduct_GyCm2.value, 1)} Gy·cm²`),
    ],
    [words.airKerma, `${number(sum.airKerma_mGy)} mGy`, words.notified(`${number(NOTIFY_mGy)} mGy`)],
  ] as const;
  return (
    <section className="card">
      <h2>{words.doses}</h2>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col" className="number">
              {words.soFar}
            </th>
            <th scope="col">{words.limit}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, value, limit]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{value}</td>
              <td>{limit}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sum.remarks.length > 0 && (
        <ul className="dose-remarks" role="status">
          {sum.remarks.map((remark) => (
            <li key={remark}>{words.doseRemarks[remark]}</li>
          ))}
        </ul>
      )}
      <p className="quiet small">{words.doseNote}</p>
    </section>
  );
}
