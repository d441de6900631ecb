import { FailureError } from "../../core/failure.ts";

const FOLDER = "roads";
const ENDING = ".road";

interface SyncAccess {
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

/** Puts a road file in this browser's private file system (OPFS), in place of any other. Runs in a worker only. */
export async function keepRoads(name: string, bytes: Uint8Array): Promise<void> {
  await dropKeptRoads();
  const folder = await openFolder();
  const file = await folder.getFileHandle(`${encodeURIComponent(name)}${ENDING}`, { create: true });
  // Standard in workers; the page's own types leave it out.
  const access = await (file as unknown as { createSyncAccessHandle(): Promise<SyncAccess> }).createSyncAccessHandle();
  try {
    access.truncate(0);
    access.write(bytes, { at: 0 });
    access.flush();
  } finally {
    access.close();
  }
}

export async function listKeptRoads(): Promise<{ readonly name: string; readonly bytes: number } | null> {
  const file = await findKept().catch(() => null);
  return file && { name: nameOf(file.name), bytes: file.size };
}

/** Throws `bad-input` when nothing is kept. */
export async function openKeptRoads(): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const file = await findKept();
  if (!file) throw new FailureError("bad-input", { reason: "nothing kept in this browser" });
  return { name: nameOf(file.name), bytes: new Uint8Array(await file.arrayBuffer()) };
}

export async function dropKeptRoads(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(FOLDER, { recursive: true }).catch(() => undefined);
}

async function findKept(): Promise<File | null> {
  const folder = await openFolder();
  for await (const entry of folder.values()) {
    if (entry.kind === "file" && entry.name.endsWith(ENDING)) return (entry as FileSystemFileHandle).getFile();
  }
  return null;
}

async function openFolder(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
}

function nameOf(entry: string): string {
  return decodeURIComponent(entry.slice(0, -ENDING.length));
}
