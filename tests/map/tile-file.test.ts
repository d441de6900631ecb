import { afterEach, describe, expect, test, vi } from "vitest";
import { TileFile, tileFailure } from "../../src/map/tile-file.ts";

const URL_OF_FILE = "http://localhost/pack/oasis.pmtiles";
const BYTES = Uint8Array.from({ length: 100 }, (_, i) => i);

function serve(answer: (range: string) => Response): ReturnType<typeof vi.fn> {
  const fetched = vi.fn(async (_url: string, init: { headers: { range: string } }) => answer(init.headers.range));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

async function failureOf(file: TileFile, offset: number, length: number) {
  const error = await file.getBytes(offset, length).then(
    () => expect.fail("no failure"),
    (thrown: unknown) => thrown,
  );
  return tileFailure(error, URL_OF_FILE);
}

afterEach(() => vi.unstubAllGlobals());

describe("reading", () => {
  test("asks for the range", async () => {
    const fetched = serve(() => new Response(BYTES.slice(10, 14), { status: 206 }));
    const { data } = await new TileFile(URL_OF_FILE).getBytes(10, 4);
    expect([...new Uint8Array(data)]).toEqual([10, 11, 12, 13]);
    expect(fetched.mock.calls[0][1].headers.range).toBe("bytes=10-13");
  });

  test("a server without ranges is asked once", async () => {
    const fetched = serve(() => new Response(BYTES, { status: 200 }));
    const file = new TileFile(URL_OF_FILE);
    await file.getBytes(0, 16);
    const { data } = await file.getBytes(50, 2);
    expect([...new Uint8Array(data)]).toEqual([50, 51]);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  test("an archive smaller than the first read is no failure", async () => {
    serve(() => new Response(BYTES, { status: 206 }));
    expect((await new TileFile(URL_OF_FILE).getBytes(0, 16_384)).data.byteLength).toBe(100);
  });
});

describe("failing", () => {
  test("not found is missing, with the file and the status", async () => {
    serve(() => new Response("", { status: 404 }));
    const failure = { code: "pack-file-missing", params: { file: "oasis.pmtiles", status: 404 } };
    expect(await failureOf(new TileFile(URL_OF_FILE), 0, 16)).toEqual(failure);
  });

  test("a page in its place is missing too", async () => {
    serve(() => new Response("<html>", { status: 200, headers: { "content-type": "text/html; charset=utf-8" } }));
    expect((await failureOf(new TileFile(URL_OF_FILE), 0, 16)).code).toBe("pack-file-missing");
  });

  test("a truncated archive is corrupt", async () => {
    serve(() => new Response(BYTES.slice(90), { status: 206 }));
    expect((await failureOf(new TileFile(URL_OF_FILE), 90, 30)).code).toBe("pack-file-corrupt");
    serve(() => new Response("", { status: 416 }));
    expect((await failureOf(new TileFile(URL_OF_FILE), 900, 30)).code).toBe("pack-file-corrupt");
  });

  test("no network is offline", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    expect((await failureOf(new TileFile(URL_OF_FILE), 0, 16)).code).toBe("pack-offline");
  });

  test("anything else is corruption", () => {
    expect(tileFailure(new Error("Wrong magic number"), URL_OF_FILE).code).toBe("pack-file-corrupt");
  });
});
