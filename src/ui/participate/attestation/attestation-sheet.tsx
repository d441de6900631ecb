import { type AttestationFile, commitmentOf, formatAttestation } from "../../../core/participation/attestation.ts";
import { QrFigure } from "../../parts/qr-figure.tsx";
import { useFormats, useTexts } from "../../services.tsx";
import { TerritoryName } from "../committee/committee-list.tsx";
import { PrintSheet } from "../report/print-sheet.tsx";
import classes from "./attestation.module.css";

/** Bytes a code read by a telephone from paper can hold; beyond, the hash alone. */
const MOST_BYTES = 1200;

/** The same on one page, to print: who, what, when, how long, and what lets anybody check it. */
export function AttestationSheet({ file, onDone }: { readonly file: AttestationFile; onDone(): void }) {
  const t = useTexts();
  const f = useFormats();
  const words = t.attestation.sheet;
  const { document } = file;
  const commitment = commitmentOf(document);
  const compact = JSON.stringify(JSON.parse(formatAttestation(file)));
  const isWhole = new TextEncoder().encode(compact).length <= MOST_BYTES;
  const hours = (text: string) => f.limit(Number(text));
  return (
    <PrintSheet onDone={onDone}>
      <h1>{words.title}</h1>
      <p>{words.says(document.committee)}</p>
      <p className={classes.person}>{document.person}</p>
      <p>
        <TerritoryName scope={document.scope} />
      </p>
      <table className={classes.table}>
        <caption className="visually-hidden">{words.missions}</caption>
        <thead>
          <tr>
            <th scope="col">{words.mission}</th>
            <th scope="col">{words.period}</th>
            <th scope="col">{t.attestation.declared}</th>
            <th scope="col">{t.attestation.confirmed}</th>
          </tr>
        </thead>
        <tbody>
          {document.missions.map(({ title, from, to, declared, confirmed }) => (
            <tr key={`${title} ${from}`}>
              <th scope="row">{title}</th>
              <td>{words.days(f.date(from), f.date(to))}</td>
              <td>{hours(declared)}</td>
              <td>{confirmed === undefined ? words.notConfirmed : hours(confirmed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{words.issued(f.date(document.issued))}</p>
      <div className={classes.foot}>
        <QrFigure text={isWhole ? compact : commitment} label={words.qr} />
        <div>
          <p>{isWhole ? words.checkWhole : words.checkHash}</p>
          <p className={classes.hash}>{words.hash(commitment)}</p>
          <p className={classes.hash}>{words.issuer(document.issuer)}</p>
          <p>{words.facts}</p>
        </div>
      </div>
    </PrintSheet>
  );
}
