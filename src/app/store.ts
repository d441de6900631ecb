import { createStore } from "zustand/vanilla";
import { formatQuestion, type Problem, parseQuestion, type Question } from "./question.ts";

/** The question in force, mirrored in the URL. */
export interface QuestionState {
  readonly question: Question;
  /** Values of the URL that could not be used; shown once, then dismissed. */
  readonly problems: readonly Problem[];
}

export type QuestionStore = ReturnType<typeof openQuestionStore>;

/** How a change enters the browser's history: a new place one can go back from, or a refinement of this one. */
export type HistoryStep = "push" | "replace";

/** Safari refuses more than 100 history writes in 30 seconds, so refinements are gathered. */
const WRITE_DELAY_MS = 300;

export function openQuestionStore(target: Window = window) {
  const store = createStore<QuestionState>(() => parseQuestion(target.location.search));
  let timer: number | undefined;

  const write = (step: HistoryStep) => {
    target.clearTimeout(timer);
    timer = undefined;
    const url = `${target.location.pathname}${formatQuestion(store.getState().question)}${target.location.hash}`;
    if (step === "push") target.history.pushState(null, "", url);
    else target.history.replaceState(null, "", url);
  };

  target.addEventListener("popstate", () => {
    // A refinement of the page just left must not be written over the one come back to.
    target.clearTimeout(timer);
    timer = undefined;
    store.setState(parseQuestion(target.location.search));
  });

  return {
    ...store,
    /** Changes part of the question; the URL follows. */
    ask(change: Partial<Question>, step: HistoryStep = "replace") {
      store.setState(({ question }) => ({ question: { ...question, ...change } }));
      if (step === "push") write("push");
      else timer ??= target.setTimeout(() => write("replace"), WRITE_DELAY_MS);
    },
    /** Adds values of the URL that turned out to be unusable once the data was there. */
    report: (found: readonly Problem[]) => store.setState(({ problems }) => ({ problems: [...problems, ...found] })),
    dismissProblems: () => store.setState({ problems: [] }),
    /** The link that brings somebody else here, with the language and the camera they should see. */
    shareUrl: (camera: Question["camera"]) =>
      `${target.location.origin}${target.location.pathname}${formatQuestion({ ...store.getState().question, camera })}`,
  };
}
