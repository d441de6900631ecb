import { Notice } from "../../parts/notice.tsx";
import { Section } from "../../parts/section.tsx";
import { useTexts } from "../../services.tsx";
import panel from "../../understand/access-panel.module.css";
import { hasSite, OFFICIAL_SITES } from "./official-sites.ts";
import classes from "./rights.module.css";

/** Information one can read and print: whom to ask, what the laws say, what becomes of one's data. */
export function RightsPart() {
  const { rights: words } = useTexts();
  const { contacts, care, democracy, data } = words;
  return (
    <article className={classes.page}>
      <div>
        <h1 className={panel.title}>{words.title}</h1>
        <p className={panel.subtitle}>{words.subtitle}</p>
      </div>
      <Notice text={words.notice} />
      <Section title={contacts.title}>
        <dl className={classes.list}>
          {(Object.keys(contacts.items) as (keyof typeof contacts.items)[]).map((id) => (
            <div key={id} className={classes.item}>
              <dt className={classes.name}>{contacts.items[id].when}</dt>
              <dd className={classes.text}>
                <strong>{contacts.items[id].who}</strong>
                <p>{contacts.items[id].how}</p>
                <OfficialSite id={id} />
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={care.title}>
        <Items items={care.items} />
      </Section>
      <Section title={democracy.title}>
        <p className={classes.text}>{democracy.intro}</p>
        <Items items={democracy.items} />
      </Section>
      <Section title={data.title}>
        <p className={classes.text}>{data.intro}</p>
        <Items items={data.items} />
      </Section>
    </article>
  );
}

type Item = { readonly name: string; readonly text: string };

function Items({ items }: { readonly items: Readonly<Record<string, Item>> }) {
  return (
    <dl className={classes.list}>
      {Object.keys(items).map((id) => (
        <div key={id} className={classes.item}>
          <dt className={classes.name}>{items[id].name}</dt>
          <dd className={classes.text}>
            <p>{items[id].text}</p>
            <OfficialSite id={id} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function OfficialSite({ id }: { readonly id: string }) {
  const t = useTexts();
  if (!hasSite(id)) return null;
  const { name, url } = OFFICIAL_SITES[id];
  return (
    <a className={classes.link} href={url} target="_blank" rel="noopener noreferrer">
      {t.rights.link(name, t.common.opensElsewhere)}
    </a>
  );
}
