import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import sirv from "sirv";

/** Serves the built application as any static host would, with the compressed copies made by the build. */
const { values } = parseArgs({
  options: { port: { type: "string", default: "4173" }, host: { type: "string", default: "127.0.0.1" } },
});
if (!existsSync("dist/index.html")) {
  console.error('dist/ is empty: run "npm run build" first');
  process.exit(2);
}
const assets = sirv("dist", {
  brotli: true,
  gzip: true,
  etag: true,
  setHeaders(response, path) {
    const hashed = path.startsWith("/assets/");
    response.setHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
  },
});
const server = createServer((request, response) =>
  assets(request, response, () => {
    response.statusCode = 404;
    response.end("404");
  }),
);
server.on("error", (error) => {
  console.error(`cannot listen on ${values.host}:${values.port}: ${error.message}`);
  process.exit(2);
});
server.listen(Number(values.port), values.host, () => console.log(`Oasis: http://${values.host}:${values.port}/`));
