import type { MouseEvent } from "react";
import { goTo } from "../../app/commands.ts";
import { FRANCE } from "../../core/territory.ts";
import { useServices, useTexts } from "../services.tsx";
import classes from "./logo.module.css";

/** The name, its « a » in sand: the one dry letter of the oasis. Leads to the whole country. */
export function Logo() {
  const t = useTexts();
  const { store } = useServices();
  const [head, tail] = [t.app.name.slice(0, 1), t.app.name.slice(2)];
  const toCountry = (event: MouseEvent) => {
    event.preventDefault();
    goTo(store, FRANCE);
  };
  return (
    <a className={classes.logo} href="?territory=fr" onClick={toCountry}>
      <span className="visually-hidden">{t.app.home}</span>
      <span aria-hidden>
        {head}
        <span className={classes.accent}>{t.app.name.slice(1, 2)}</span>
        {tail}
      </span>
    </a>
  );
}
