/** Straight lines from communes to what serves them, above the communes. */
export interface LinkOverlay {
  readonly lines: GeoJSON.FeatureCollection<GeoJSON.LineString, LinkProperties>;
  /** The site whose lines stand out; null: all are alike. */
  readonly emphasised: number | null;
}

export interface LinkProperties {
  /** Position of the site in the plan. */
  readonly site: number;
  /** CSS pixels. */
  readonly width: number;
}

/** People of one place who go to a site. */
export interface Link {
  /** [longitude, latitude] */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly site: number;
  readonly people: number;
}

/** CSS pixels: of a hamlet, of `MANY` people, and of any more. */
const WIDTHS = [0.5, 2, 3];
const MANY = 10_000;

/** As the root of people: the ink of two lines compares as they do roughly, and a hamlet is still seen. */
export function linkWidth(people: number): number {
  const [least, many, most] = WIDTHS;
  return Math.min(most, least + (many - least) * Math.sqrt(Math.max(0, people) / MANY));
}

/** A line per link, few people last so that none is hidden; a site's own commune has none. */
export function buildLinks(links: readonly Link[]): LinkOverlay["lines"] {
  const apart = links.filter(({ from, to }) => from[0] !== to[0] || from[1] !== to[1]);
  return {
    type: "FeatureCollection",
    features: apart
      .toSorted((a, b) => b.people - a.people)
      .map(({ from, to, site, people }) => ({
        type: "Feature",
        properties: { site, width: linkWidth(people) },
        geometry: { type: "LineString", coordinates: [[...from], [...to]] },
      })),
  };
}
