import { CATCHMENT_EXAMPLES } from "./catchment-examples.ts";
import { CONGESTION_EXAMPLE } from "./congestion-example.ts";
import type { Example } from "./example.ts";
import { INEQUALITY_EXAMPLES } from "./inequality-examples.ts";
import { PUBLISHED_EXAMPLES } from "./published-examples.ts";

const ALL = [...PUBLISHED_EXAMPLES, ...CATCHMENT_EXAMPLES, CONGESTION_EXAMPLE, ...INEQUALITY_EXAMPLES] as const;

export type ExampleId = (typeof ALL)[number]["id"];

/** Every worked example the application shows and its tests run. */
export const EXAMPLES: readonly Example<ExampleId>[] = ALL;
