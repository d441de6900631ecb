import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { Part } from "../../app/participate-choices.ts";
import type { PartProps } from "./part-props.ts";

interface PartView {
  readonly Component: LazyExoticComponent<ComponentType<PartProps>>;
  /** More text than map. */
  readonly isWide: boolean;
  /** Without the map on a phone, where it would leave no room. */
  readonly isAlone?: boolean;
}

/** The code of each part comes when it is first opened. */
export const PART_VIEWS: Readonly<Partial<Record<Part, PartView>>> = {
  corrections: {
    Component: lazy(() =>
      import("./corrections/corrections-part.tsx").then(({ CorrectionsPart }) => ({ default: CorrectionsPart })),
    ),
    isWide: false,
  },
  moderation: {
    Component: lazy(() =>
      import("./moderation/moderation-part.tsx").then(({ ModerationPart }) => ({ default: ModerationPart })),
    ),
    isWide: true,
  },
  proposals: {
    Component: lazy(() =>
      import("./proposals/proposals-part.tsx").then(({ ProposalsPart }) => ({ default: ProposalsPart })),
    ),
    isWide: false,
  },
  report: {
    Component: lazy(() => import("./report/report-part.tsx").then(({ ReportPart }) => ({ default: ReportPart }))),
    isWide: false,
    isAlone: true,
  },
  committee: {
    Component: lazy(() =>
      import("./committee/committee-part.tsx").then(({ CommitteePart }) => ({ default: CommitteePart })),
    ),
    isWide: true,
  },
  records: {
    Component: lazy(() => import("./records/records-part.tsx").then(({ RecordsPart }) => ({ default: RecordsPart }))),
    isWide: true,
  },
  rights: {
    Component: lazy(() => import("./rights/rights-part.tsx").then(({ RightsPart }) => ({ default: RightsPart }))),
    isWide: true,
  },
  felt: {
    Component: lazy(() => import("./felt/felt-part.tsx").then(({ FeltPart }) => ({ default: FeltPart }))),
    isWide: false,
  },
};
