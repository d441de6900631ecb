import { openVerifier } from "../platform/crypto/open-crypto.ts";
import { makeRecordsHandlers } from "./records-jobs.ts";
import type { RecordsJobs } from "./records-protocol.ts";
import { loadTerritoryTree } from "./records-territories.ts";
import { type Endpoint, serve } from "./rpc.ts";

serve<RecordsJobs>(
  self as unknown as Endpoint,
  makeRecordsHandlers({ verifier: openVerifier(), loadTree: loadTerritoryTree }),
);
