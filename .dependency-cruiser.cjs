/** Where code may run decides what it may import: one line per folder, see ARCHITECTURE.md. */
const NODE = ["platform/node/", "cli/", "relay/"];

const only = (from, allowed, npm = [], files = []) => ({
  name: `${from.replaceAll("/", "-")}-border`,
  severity: "error",
  from: { path: `^src/${from}` },
  to: {
    dependencyTypesNot: NODE.includes(from) ? ["core"] : [],
    pathNot: [
      `^src/(${[from, ...allowed].join("|")})`,
      ...[...npm.map((name) => `node_modules/${name}/`), ...files].map((path) => `^${path}`),
    ],
  },
});

const typesOnly = (name, from, to) => ({
  name,
  severity: "error",
  from: { path: `^src/${from}` },
  to: { path: `^src/${to}`, dependencyTypesNot: ["type-only"] },
});

module.exports = {
  forbidden: [
    { name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-unresolved",
      severity: "error",
      from: { path: "^(src|scripts)/" },
      to: { couldNotResolve: true, pathNot: ["\\?(url|raw)$", "\\.sql", "^(geojson|topojson-specification)$"] },
    },
    only("core/", []),
    only("engine/", ["core/"]),
    only(
      "platform/browser/",
      ["engine/ports", "engine/pack-tables", "core/"],
      ["@duckdb/duckdb-wasm", "apache-arrow", "workbox-.*", "idb"],
    ),
    only("platform/node/", ["engine/ports", "engine/pack-tables", "core/"], ["@duckdb/node-api"]),
    only("platform/parquet/", ["core/"], ["hyparquet", "hyparquet-compressors"]),
    only("platform/solver/", ["core/"], ["highs"]),
    only("platform/crypto/", ["core/"], ["@noble/curves", "@noble/hashes"]),
    only("worker/rpc", ["core/"]),
    only("worker/protocol", ["core/", "engine/"]),
    only("worker/client", ["core/", "worker/"]),
    only("worker/main", ["core/", "engine/", "platform/browser/", "platform/parquet/", "platform/solver/", "worker/"]),
    only("worker/solver-", ["core/", "engine/", "platform/solver/", "worker/"], ["highs"]),
    only("worker/roads-", ["core/", "engine/", "platform/browser/", "worker/"]),
    only("worker/records-", ["core/", "engine/territory-tree", "platform/crypto/", "worker/"]),
    only("i18n/", ["core/"]),
    only("charts/", ["core/", "i18n/"], ["d3-.*", "@types/d3-.*", "react", "@types/react"]),
    only(
      "app/",
      ["core/", "i18n/", "worker/", "engine/", "platform/browser/record-store", "platform/crypto/"],
      ["zustand", "@tanstack/.*"],
      ["data/rules/"],
    ),
    only(
      "map/",
      ["core/", "i18n/", "app/"],
      ["maplibre-gl", "pmtiles", "@turf/circle", "@types/geojson", "@fontsource.*"],
    ),
    only(
      "ui/",
      ["app/", "map/", "charts/", "i18n/", "core/", "engine/", "worker/client"],
      [
        "react",
        "@types/react",
        "react-dom",
        "@types/react-dom",
        "@mantine/.*",
        "@tabler/icons-react",
        "@tanstack/.*",
        "zustand",
        "@fontsource.*",
        "qrcode-generator",
        "jsqr",
      ],
    ),
    only(
      "relay/",
      ["core/contributions/", "core/(failure|run|text|territory|professions)", "platform/crypto/"],
      ["fastify", "nodemailer", "openid-client", "pg", "@types/pg", "sirv"],
    ),
    only("cli/", [
      "engine/",
      "platform/node/",
      "platform/parquet/",
      "platform/solver/",
      "platform/crypto/",
      "relay/",
      "core/",
      "i18n/",
    ]),
    typesOnly("protocol-takes-engine-types", "worker/(protocol|client|rpc|roads-|solver-(client|protocol))", "engine/"),
    {
      name: "app-takes-engine-types",
      severity: "error",
      from: { path: "^src/app/" },
      to: { path: "^src/engine/", pathNot: "^src/engine/access-json", dependencyTypesNot: ["type-only"] },
    },
    typesOnly("ui-takes-engine-types", "ui/", "engine/"),
    typesOnly("map-takes-app-types", "map/", "app/"),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\?(url|raw)$|\\.css$|\\.sql$" },
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "types"],
    },
  },
};
