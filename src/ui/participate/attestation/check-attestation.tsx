import { useState } from "react";
import type { SpaceView } from "../../../app/contributions/board.ts";
import {
  type AttestationDocument,
  type CheckedAttestation,
  parseAttestation,
} from "../../../core/participation/attestation.ts";
import { PickFile } from "../../parts/pick-file.tsx";
import { useFormats, useServices, useTexts } from "../../services.tsx";
import classes from "../committee/committee.module.css";
import { DeedProblem } from "../committee/deed-problem.tsx";
import { useDeed } from "../committee/use-deed.ts";

interface Checked {
  readonly document: AttestationDocument;
  readonly said: CheckedAttestation;
}

/** Any attestation against this committee's register, without any network. */
export function CheckAttestation({ view }: { readonly view: SpaceView }) {
  const t = useTexts();
  const f = useFormats();
  const { contributions } = useServices();
  const deed = useDeed();
  const [checked, setChecked] = useState<Checked | null>(null);
  const words = t.attestation;
  const check = (file: File) => {
    setChecked(null);
    void deed.run(async () => {
      const read = parseAttestation(await file.text());
      setChecked({ document: read.document, said: await contributions.checkAttestation(view.space, read) });
    });
  };
  return (
    <div className={classes.stack}>
      <div className={classes.actions}>
        <PickFile label={words.check} accept=".json,application/json" isBusy={deed.isBusy} onFile={check} />
      </div>
      <DeedProblem problem={deed.problem} />
      {checked && (
        <div className={classes.card} role="status" data-verdict={checked.said.verdict}>
          <strong>{words.verdicts[checked.said.verdict]}</strong>
          {checked.said.verdict !== "altered" && (
            <>
              <p className={classes.text}>{words.about(checked.document.person, f.date(checked.document.issued))}</p>
              <ul className={classes.list}>
                {checked.document.missions.map(({ title, from, to, declared, confirmed }) => (
                  <li key={`${title} ${from}`} className={classes.row}>
                    <span className={classes.grow}>{title}</span>
                    <span className={classes.quiet}>
                      {words.line(f.date(from), f.date(to), f.limit(Number(declared)), f.limit(Number(confirmed ?? 0)))}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </div>
  );
}
