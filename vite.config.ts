import { cpSync, existsSync } from "node:fs";
import react from "@vitejs/plugin-react";
import sirv from "sirv";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";

const PACK = "build/assets";

/** Relays on other addresses the built page may speak with, separated by spaces; the one that serves the page always is. */
const RELAYS = readRelays(process.env.OASIS_RELAYS);

/** Same policy on every host: this origin, the relays named, and IGN's map once somebody switches it on. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https://data.geopf.fr",
  ["connect-src 'self' data: blob: https://data.geopf.fr", ...RELAYS].join(" "),
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
].join("; ");

function readRelays(text = ""): readonly string[] {
  return text
    .split(/[\s,]+/)
    .filter((address) => address !== "")
    .map((address) => {
      const { origin, protocol, hostname } = new URL(address);
      const isSafe = protocol === "https:" || hostname === "127.0.0.1" || hostname === "localhost";
      if (!isSafe) throw new Error(`OASIS_RELAYS: ${address} is not HTTPS`);
      return origin;
    });
}

function pack(): Plugin {
  return {
    name: "oasis-pack",
    configureServer(server) {
      server.middlewares.use("/pack", sirv(PACK, { dev: true, etag: true }));
    },
    writeBundle() {
      if (!existsSync(`${PACK}/manifest.json`)) throw new Error(`${PACK} is empty: run "npm run build:assets" first`);
      cpSync(PACK, "dist/pack", { recursive: true });
    },
    transformIndexHtml: {
      order: "post",
      handler: (_, { server }) =>
        server
          ? []
          : [
              {
                tag: "meta",
                attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY },
                injectTo: "head-prepend",
              },
            ],
    },
  };
}

export default defineConfig({
  base: "./",
  plugins: [
    react(),
    pack(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/platform/browser",
      filename: "service-worker.ts",
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ["**/*.{js,mjs,css,html,woff2,wasm,svg,png,webmanifest}", "pack/**/*.{json,duckdb,pmtiles}"],
        maximumFileSizeToCacheInBytes: 64 * 1024 * 1024,
        rollupFormat: "iife",
      },
    }),
  ],
  worker: { format: "es" },
  build: { target: "es2023", sourcemap: false, chunkSizeWarningLimit: 1200, assetsInlineLimit: 0 },
  optimizeDeps: { exclude: ["@duckdb/duckdb-wasm"], include: ["apache-arrow"] },
});
