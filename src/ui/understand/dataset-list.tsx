import { IconExternalLink } from "@tabler/icons-react";
import type { CatalogueDataset } from "../../core/catalogue.ts";
import { useFormats, useLocale, useTexts } from "../services.tsx";
import { useCatalogue } from "../use-answers.ts";
import classes from "./dataset-list.module.css";

/** Every dataset of the pack: producer, licence, vintage, credit, gaps, fingerprints. */
export function DatasetList() {
  const t = useTexts();
  const { data, error } = useCatalogue(true);
  if (error) return <p role="alert">{t.method.dataset.unavailable}</p>;
  if (!data) return <p>{t.common.loading}</p>;
  return (
    <>
      <p className={classes.release}>{`${t.method.release} ${data.release.slice(0, 12)}`}</p>
      {data.datasets.map((dataset) => (
        <Dataset key={dataset.id} dataset={dataset} />
      ))}
    </>
  );
}

function Dataset({ dataset }: { readonly dataset: CatalogueDataset }) {
  const t = useTexts();
  const f = useFormats();
  const isFrench = useLocale() === "fr";
  const words = t.method.dataset;
  const gaps = isFrench ? dataset.known_gaps_fr : dataset.known_gaps_en;
  return (
    <details className={classes.dataset}>
      <summary className={classes.summary}>
        <strong>{isFrench ? dataset.title_fr : dataset.title_en}</strong>
        <span className={classes.brief}>{`${dataset.producer} · ${dataset.vintage}`}</span>
      </summary>
      <p>{isFrench ? dataset.method_fr : dataset.method_en}</p>
      <dl className={classes.facts}>
        <dt>{words.producer}</dt>
        <dd>{dataset.producer}</dd>
        <dt>{words.vintage}</dt>
        <dd>{dataset.published ? `${dataset.vintage} (${f.date(dataset.published)})` : dataset.vintage}</dd>
        <dt>{words.licence}</dt>
        <dd>
          <Outside url={dataset.licence.url} text={dataset.licence.name} />
        </dd>
        <dt>{words.attribution}</dt>
        <dd>{isFrench ? dataset.attribution_fr : dataset.attribution_en}</dd>
        <dt>{words.gaps}</dt>
        <dd>
          {gaps.length === 0 ? (
            words.none
          ) : (
            <ul>
              {gaps.map((gap) => (
                <li key={gap}>{gap}</li>
              ))}
            </ul>
          )}
        </dd>
        {dataset.inputs.map((input) => (
          <div key={input.id} className={classes.input}>
            <dt>{`${words.page} · ${input.name} (${f.bytes(input.bytes)})`}</dt>
            <dd>
              <Outside url={input.official ?? input.url} text={input.official ?? input.url} />
            </dd>
            <dt>{words.sha256}</dt>
            <dd className={classes.hash}>{input.sha256}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** A link that leaves this site, and says so; nothing is fetched unless it is followed. */
function Outside({ url, text }: { readonly url: string; readonly text: string }) {
  const t = useTexts();
  return (
    <a className={classes.link} href={url} target="_blank" rel="noreferrer" title={t.common.opensElsewhere}>
      {text}
      <IconExternalLink size={13} aria-hidden />
    </a>
  );
}
