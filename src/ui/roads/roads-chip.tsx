import { Button } from "@mantine/core";
import { IconRoute } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useStore } from "zustand";
import { useFormats, useServices, useTexts } from "../services.tsx";
import classes from "./roads-chip.module.css";

const RoadsDialog = lazy(async () => ({ default: (await import("./roads-dialog.tsx")).RoadsDialog }));

/** Whether times are estimated or brought, and the way to change it. */
export function RoadsChip() {
  const t = useTexts();
  const f = useFormats();
  const { roads } = useServices();
  const brought = useStore(roads, (state) => state.brought);
  const [isWanted, setIsWanted] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const [said, setSaid] = useState("");
  const words = t.roads.chip;
  const open = () => {
    setIsWanted(true);
    setIsOpen(true);
  };
  const remove = async () => {
    await roads.forget();
    setSaid(words.removed);
  };
  const communes = brought ? t.common.communes(brought.communes, f.integer(brought.communes)) : "";
  const name =
    brought?.kind === "table" ? words.table(brought.name, communes) : words.network(brought?.name ?? "", communes);
  return (
    <section className={classes.chip} aria-label={words.label}>
      <p className={classes.line}>
        <IconRoute size={18} stroke={1.8} aria-hidden />
        <span className={classes.name}>{brought ? name : words.estimated}</span>
        <span className={classes.actions}>
          <Button size="compact-xs" variant={brought ? "default" : "light"} onClick={open}>
            {brought ? words.change : words.bring}
          </Button>
          {brought && (
            <Button size="compact-xs" variant="default" onClick={() => void remove()}>
              {words.remove}
            </Button>
          )}
        </span>
      </p>
      {brought?.isOpenStreetMap && <p className={classes.credit}>{t.roads.attribution}</p>}
      <span className="visually-hidden" role="status">
        {brought ? "" : said}
      </span>
      {isWanted && (
        <Suspense fallback={null}>
          <RoadsDialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}
