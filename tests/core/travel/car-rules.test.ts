import { describe, expect, it } from "vitest";
import { isBlocked, readCarWay } from "../../../src/core/travel/car-rules.ts";

const way = (tags: Record<string, string>) => readCarWay(new Map(Object.entries(tags)));
const speeds = (tags: Record<string, string>) => {
  const rule = way(tags);
  return rule && [Number(rule.forward.toFixed(2)), Number(rule.backward.toFixed(2))];
};

describe("car rules", () => {
  it.each([
    [{ highway: "residential" }, [25, 25]],
    [{ highway: "primary", maxspeed: "80" }, [64, 64]],
    [{ highway: "primary", maxspeed: "80 km/h" }, [64, 64]],
    [{ highway: "primary", maxspeed: "50 mph" }, [64.37, 64.37]],
    [{ highway: "primary", maxspeed: "50mph" }, [64.37, 64.37]],
    [{ highway: "secondary", maxspeed: "FR:urban" }, [40, 40]],
    [{ highway: "secondary", maxspeed: "FR:rural" }, [64, 64]],
    [{ highway: "secondary", maxspeed: "FR:30" }, [24, 24]],
    [{ highway: "residential", maxspeed: "FR:zone30" }, [24, 24]],
    [{ highway: "residential", "zone:maxspeed": "FR:30" }, [24, 24]],
    [{ highway: "residential", "source:maxspeed": "FR:urban" }, [40, 40]],
    [{ highway: "living_street", maxspeed: "walk" }, [4.8, 4.8]],
    [{ highway: "trunk", maxspeed: "none" }, [112, 112]],
    [{ highway: "tertiary", maxspeed: "50;30" }, [40, 40]],
    [{ highway: "tertiary", maxspeed: "signals" }, [40, 40]],
    [{ highway: "tertiary", maxspeed: "0" }, [40, 40]],
    [{ highway: "tertiary", maxspeed: "70", "maxspeed:backward": "50" }, [56, 40]],
    [{ highway: "unclassified", maxspeed: "80", surface: "gravel" }, [40, 40]],
    [{ highway: "motorway" }, [90, 0]],
    [{ highway: "motorway", oneway: "no" }, [90, 90]],
    [{ highway: "tertiary", junction: "roundabout" }, [40, 0]],
    [{ highway: "tertiary", oneway: "-1" }, [0, 40]],
    [{ highway: "tertiary", oneway: "yes" }, [40, 0]],
    [{ highway: "tertiary", oneway: "yes", "oneway:motor_vehicle": "no" }, [40, 40]],
    [{ highway: "tertiary", oneway: "reversible" }, null],
    [{ highway: "footway" }, null],
    [{ highway: "track" }, null],
    [{ highway: "service", access: "private" }, null],
    [{ highway: "service", access: "private", motor_vehicle: "yes" }, [15, 15]],
    [{ highway: "residential", motor_vehicle: "no" }, null],
    [{ highway: "residential", area: "yes" }, null],
    [{ route: "ferry" }, [5, 5]],
    [{ route: "ferry", motor_vehicle: "no" }, null],
    [{ route: "bus" }, null],
  ])("%o → %o km/h", (tags, expected) => {
    expect(speeds(tags)).toEqual(expected);
  });

  it.each([
    ["12", 720],
    ["1:30", 5400],
    ["00:45:00", 2700],
    ["PT1H5M", 3900],
    ["soon", null],
    ["0", null],
  ])("a ferry of %s takes %s s", (duration, seconds) => {
    expect(way({ route: "ferry", duration })).toMatchObject({ seconds, open: false });
  });

  it("does not start or end trips on motorways", () => {
    expect(way({ highway: "motorway_link" })?.open).toBe(false);
    expect(way({ highway: "trunk" })?.open).toBe(true);
  });

  it.each([
    [{ barrier: "bollard" }, true],
    [{ barrier: "gate" }, false],
    [{ barrier: "gate", access: "private" }, true],
    [{ barrier: "bollard", motor_vehicle: "yes" }, false],
    [{ highway: "crossing" }, false],
  ])("barrier %o stops cars: %s", (tags, blocked) => {
    expect(isBlocked(new Map(Object.entries(tags)))).toBe(blocked);
  });
});
