import { CompareButton } from "../compare/compare-button.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Logo } from "./logo.tsx";
import { PlaceSearch } from "./place-search.tsx";
import { ShareButton } from "./share-button.tsx";
import classes from "./top-bar.module.css";

export function TopBar() {
  return (
    <header className={classes.bar}>
      <Logo />
      <Breadcrumb />
      <CompareButton />
      <div className={classes.search}>
        <PlaceSearch />
      </div>
      <LanguageSwitch />
      <ShareButton />
    </header>
  );
}
