/** Lines from place to place above the communes, each with its colour, its dashes and what is written along it. */
export type RouteOverlay = GeoJSON.FeatureCollection<GeoJSON.LineString, RouteProperties>;

export interface RouteProperties {
  readonly colour: string;
  /** Position in `ROUTE_DASHES`. */
  readonly dash: number;
  readonly label: string;
}
