import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";

/** Serves folders under prefixes on a free port of this machine. */
export async function serve(folders: Readonly<Record<string, string>>): Promise<{ url: string; close(): void }> {
  const handlers = Object.entries(folders).map(([prefix, folder]) => ({
    prefix,
    files: sirv(folder, { brotli: true, gzip: true }),
  }));
  const server = createServer((request, response) => {
    const handler = handlers.find(({ prefix }) => request.url?.startsWith(prefix));
    if (handler && handler.prefix !== "/") request.url = request.url?.slice(handler.prefix.length);
    if (handler) handler.files(request, response, () => void response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}
