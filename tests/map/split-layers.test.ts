import type { Map as MapLibreMap } from "maplibre-gl";
import { describe, expect, test } from "vitest";
import { createSplit, LEFT_BASE, splitColumns } from "../../src/map/split-layers.ts";

describe("columns of a split map", () => {
  test("share the buffer between them at the line, in device pixels", () => {
    expect(splitColumns(100, 2, 1000)).toEqual({ left: [0, 200], right: [200, 800] });
  });

  test("one of them is empty where the line is at or beyond an edge", () => {
    expect(splitColumns(-4, 1, 300)).toEqual({ left: [0, 0], right: [0, 300] });
    expect(splitColumns(301, 1, 300)).toEqual({ left: [0, 300], right: [300, 0] });
  });
});

interface FakeLayer {
  readonly id: string;
  readonly type: string;
  readonly source?: string;
  render?(gl: unknown): void;
}

/** Layers in their order and what is drawn of them, as MapLibre draws a frame. */
function fakeMap() {
  const layers: FakeLayer[] = ["sea", "commune-fill", "pattern-zero", "commune-borders", "towns"].map((id) => ({
    id,
    type: "fill",
    source: "tiles",
  }));
  const idle: (() => void)[] = [];
  let scissor: string | null = null;
  const gl = {
    SCISSOR_TEST: 1,
    drawingBufferWidth: 400,
    drawingBufferHeight: 200,
    enable: () => undefined,
    disable: () => {
      scissor = null;
    },
    scissor: (...box: number[]) => {
      scissor = box.join();
    },
  };
  const map = {
    getLayer: (id: string) => layers.find((layer) => layer.id === id),
    addLayer: (layer: FakeLayer, before: string) => {
      layers.splice(
        layers.findIndex(({ id }) => id === before),
        0,
        layer,
      );
    },
    removeLayer: (id: string) => {
      const at = layers.findIndex((layer) => layer.id === id);
      if (at < 0) throw new Error(`no layer ${id}`);
      layers.splice(at, 1);
    },
    getPixelRatio: () => 1,
    getPaintProperty: () => 0.62,
    setPaintProperty: () => undefined,
    once: (_: string, run: () => void) => idle.push(run),
    triggerRepaint: () => undefined,
  } as unknown as MapLibreMap;
  const frame = () => {
    const drawn: Record<string, string | null> = {};
    for (const layer of layers) {
      if (layer.type === "custom") layer.render?.(gl);
      else drawn[layer.id] = scissor;
    }
    return { drawn, after: scissor };
  };
  const rest = () => {
    for (const run of idle.splice(0)) run();
  };
  return { map, frame, rest, ids: () => layers.map(({ id }) => id) };
}

describe("a split map", () => {
  test("draws each picture within its columns, and everything else whole", () => {
    const { map, frame, rest } = fakeMap();
    const split = createSplit(map);
    split.moveTo(150);
    split.toggle(true);
    rest();
    const { drawn, after } = frame();
    for (const id of ["left-fill", "left-pattern-zero", "left-pattern-secret"]) expect(drawn[id]).toBe("0,0,150,200");
    for (const id of ["commune-fill", "pattern-zero"]) expect(drawn[id]).toBe("150,0,250,200");
    for (const id of ["sea", LEFT_BASE, "commune-borders", "towns"]) expect(drawn[id]).toBeNull();
    expect(after).toBeNull();
  });

  test("marks the limits of its tiles before it clips anything", () => {
    const { map, ids } = fakeMap();
    createSplit(map).toggle(true);
    expect(ids().slice(0, 4)).toEqual(["sea", LEFT_BASE, "clip-left", "left-fill"]);
  });

  test("shows the right alone until the tiles know the left, never nothing", () => {
    const { map, frame } = fakeMap();
    const split = createSplit(map);
    split.moveTo(150);
    split.toggle(true);
    expect(frame().drawn["commune-fill"]).toBe("0,0,400,200");
  });

  test("leaves no layer behind, and can be split again", () => {
    const { map, frame, ids } = fakeMap();
    const before = ids();
    const split = createSplit(map);
    for (let again = 0; again < 2; again++) {
      split.toggle(true);
      split.toggle(true);
      split.toggle(false);
      split.toggle(false);
      expect(ids()).toEqual(before);
      expect(frame().drawn["commune-fill"]).toBeNull();
    }
  });
});
