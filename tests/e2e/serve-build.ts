import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    baseUrl: string;
  }
}

/** Serves the production build for the browser tests, with the same server as `npm start`. */
export async function setup(project: TestProject): Promise<() => void> {
  if (!existsSync("dist/index.html")) throw new Error('dist/ is empty: run "npm run build" first');
  const port = 4300 + (process.pid % 500);
  const server = spawn(process.execPath, ["scripts/serve.ts", "--port", String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await listening(server);
  project.provide("baseUrl", `http://127.0.0.1:${port}/`);
  return () => void server.kill();
}

function listening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.stdout?.once("data", () => resolve());
    server.once("exit", (code) => reject(new Error(`the server stopped with ${code}`)));
  });
}
