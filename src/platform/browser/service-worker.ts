import { clientsClaim } from "workbox-core";
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from "workbox-precaching";
import { createPartialResponse } from "workbox-range-requests";
import { registerRoute } from "workbox-routing";

declare const self: {
  readonly __WB_MANIFEST: (string | { url: string; revision: string | null })[];
  skipWaiting(): Promise<void>;
};

// The vector tiles are read by ranges, which the precache does not answer by itself: this route comes first.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.endsWith(".pmtiles"),
  async ({ request, url }) => {
    const whole = await matchPrecache(url.href);
    if (!whole) return fetch(request);
    return request.headers.has("range") ? createPartialResponse(request, whole) : whole;
  },
);

precacheAndRoute(self.__WB_MANIFEST, { ignoreURLParametersMatching: [/.*/] });
cleanupOutdatedCaches();
void self.skipWaiting();
clientsClaim();
