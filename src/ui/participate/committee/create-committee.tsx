import { Button } from "@mantine/core";
import { useState } from "react";
import type { Board } from "../../../app/contributions/board.ts";
import { COLLEGES, type College } from "../../../core/contributions/record-types.ts";
import { formatTerritory } from "../../../core/territory.ts";
import { ChoiceBox } from "../../act/form-boxes.tsx";
import { useQuestion, useServices, useTexts } from "../../services.tsx";
import { usePlaces } from "../../use-answers.ts";
import classes from "./committee.module.css";
import { DeedProblem } from "./deed-problem.tsx";
import { TextField } from "./fields.tsx";
import { foundCommittee } from "./found-committee.ts";
import { type RelayDraft, RelayFields } from "./relay-fields.tsx";
import { addressOf } from "./space-name.ts";
import { useDeed } from "./use-deed.ts";

/** Begins a committee in plain steps: its name, its territory, its keys. */
export function CreateCommittee({ board, onClose }: { readonly board: Board; onClose(): void }) {
  const t = useTexts();
  const { contributions, store } = useServices();
  const territory = useQuestion((q) => q.territory);
  const participate = useQuestion((q) => q.participate);
  const { places } = usePlaces();
  const deed = useDeed();
  const [name, setName] = useState("");
  const [scope, setScope] = useState(formatTerritory(territory));
  const [college, setCollege] = useState<College | "">("");
  const [organisation, setOrganisation] = useState("");
  const [isOnRelay, setIsOnRelay] = useState(false);
  const [relay, setRelay] = useState<RelayDraft>({ address: window.location.origin, founder: board.key ?? "" });
  const [isTried, setIsTried] = useState(false);
  const words = t.committee.create;
  const address = addressOf(name);
  const space = `committee:${address}`;
  const isTaken = board.spaces.some((one) => one.space === space);
  const fault = address === "" ? words.noName : isTaken ? words.taken : undefined;
  const create = async () => {
    setIsTried(true);
    if (fault !== undefined || (isOnRelay && (relay.address.trim() === "" || relay.founder === ""))) return;
    const seat = college === "" ? null : { college, organisation: organisation.trim() };
    const labels = { founder: words.founderLabel(name.trim()), everyday: t.committee.key.everyday };
    const founding = { space, name: name.trim(), scope, seat, labels, relay: isOnRelay ? relay : null };
    const isDone = await deed.run(() => foundCommittee(contributions, founding));
    if (isDone) store.ask({ participate: { ...participate, space, record: null } }, "push");
  };
  return (
    <form
      className={classes.form}
      aria-label={words.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <h2 className={classes.subhead}>{words.title}</h2>
      <TextField
        label={words.name}
        value={name}
        longest={200}
        help={address === "" ? words.nameHelp : words.address(space)}
        fault={isTried ? fault : undefined}
        onChange={setName}
      />
      <ChoiceBox
        label={words.territory}
        value={scope}
        onChange={setScope}
        options={(places?.lineage(territory) ?? []).map((place) => ({
          value: formatTerritory(place),
          label: place.name,
        }))}
      />
      <ChoiceBox
        label={words.seat}
        value={college}
        onChange={(value) => setCollege(value as College | "")}
        options={[
          { value: "", label: words.noSeat },
          ...COLLEGES.map((value) => ({ value, label: t.committee.colleges[value] })),
        ]}
      />
      {college !== "" && (
        <TextField
          label={t.committee.enrol.organisation}
          longest={100}
          value={organisation}
          onChange={setOrganisation}
        />
      )}
      <ChoiceBox
        label={words.way}
        value={isOnRelay ? "relay" : "files"}
        onChange={(value) => setIsOnRelay(value === "relay")}
        options={[
          { value: "files", label: words.ways.files },
          { value: "relay", label: words.ways.relay },
        ]}
      />
      {isOnRelay ? (
        <RelayFields board={board} space={space} value={relay} isTried={isTried} onChange={setRelay} />
      ) : (
        <p className={classes.help}>{words.keys}</p>
      )}
      <p className={classes.help}>{words.twoStewards}</p>
      <div className={classes.actions}>
        <Button size="xs" type="submit" loading={deed.isBusy}>
          {words.submit}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t.committee.cancel}
        </Button>
      </div>
      <DeedProblem problem={deed.problem} />
    </form>
  );
}
