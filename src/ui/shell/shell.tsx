import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { dropUnknownPlaces } from "../../app/commands.ts";
import { MethodProvider, type MethodTopic, useQuestion, useServices, useTexts } from "../services.tsx";
import { MethodDrawer } from "../understand/method-drawer.tsx";
import { UnderstandRoom } from "../understand/understand-room.tsx";
import { usePlace, usePlaces } from "../use-answers.ts";
import { ProblemNotices } from "./problem-notices.tsx";
import { RoomRail } from "./room-rail.tsx";
import classes from "./shell.module.css";
import { TopBar } from "./top-bar.tsx";

const ActRoom = lazy(() => import("../act/act-room.tsx").then((module) => ({ default: module.ActRoom })));
const ParticipateRoom = lazy(() =>
  import("../participate/participate-room.tsx").then((module) => ({ default: module.ParticipateRoom })),
);
const VerifyPage = lazy(() => import("../verify/verify-page.tsx").then((module) => ({ default: module.VerifyPage })));

/** The frame that never leaves: top bar, rooms, and the room in force. */
export function Shell() {
  const t = useTexts();
  const place = usePlace();
  const { places } = usePlaces();
  const { store } = useServices();
  const territory = useQuestion((q) => q.territory);
  const selected = useQuestion((q) => q.selected);
  const page = useQuestion((q) => q.page);
  const [method, setMethod] = useState<{ readonly topic: MethodTopic; readonly isOpen: boolean }>({
    topic: "apl",
    isOpen: false,
  });
  const openMethod = useCallback((topic: MethodTopic) => setMethod({ topic, isOpen: true }), []);
  useEffect(() => {
    const name = place?.name ?? t.rooms.names.understand;
    document.title = {
      verify: t.verify.documentTitle,
      act: t.act.documentTitle(name),
      participate: t.participate.documentTitle(name),
      map: t.app.title(name),
    }[page];
  }, [t, place, page]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again whenever the places asked for change
  useEffect(() => {
    if (places) dropUnknownPlaces(store, places);
  }, [store, places, territory, selected]);
  return (
    <MethodProvider value={openMethod}>
      <a className={classes.skip} href="#content">
        {t.app.skip}
      </a>
      <div className={classes.shell}>
        <TopBar />
        <RoomRail />
        <main className={classes.main} id="content" tabIndex={-1}>
          <ProblemNotices />
          {page === "map" ? (
            <UnderstandRoom />
          ) : (
            <Suspense fallback={<p className={classes.loading}>{t.common.loading}</p>}>
              {page === "act" && <ActRoom />}
              {page === "participate" && <ParticipateRoom />}
              {page === "verify" && <VerifyPage />}
            </Suspense>
          )}
        </main>
      </div>
      <MethodDrawer
        topic={method.topic}
        isOpen={method.isOpen}
        onClose={() => setMethod((now) => ({ ...now, isOpen: false }))}
      />
    </MethodProvider>
  );
}
