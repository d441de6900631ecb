import { readFileSync, writeFileSync } from "node:fs";

/**
 * Puts back into package-lock.json the optional packages of other platforms (npm leaves out those it could not reach when
 * the lock file was written, and `npm ci` then refuses the file everywhere). `--check` only says whether any is missing.
 */
interface LockedPackage {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const FILE = "package-lock.json";
const OS = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "aix", "win32"];
const CPU = ["arm64", "arm", "x64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "mips64el", "wasm32"];

const lock = JSON.parse(readFileSync(FILE, "utf8")) as { packages: Record<string, LockedPackage> };
const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !isLocked(path, name))
    .map(([name, version]) => ({ name, version, dev })),
);

if (process.argv.includes("--check")) {
  for (const { name, version } of missing) console.error(`${FILE} lacks ${name}@${version}`);
  process.exit(missing.length > 0 ? 1 : 0);
}
for (const { name, version, dev } of missing) lock.packages[`node_modules/${name}`] = describe(name, version, dev);
const [root, ...others] = Object.entries(lock.packages);
others.sort(([a], [b]) => a.localeCompare(b, "en"));
lock.packages = Object.fromEntries([root, ...others]);
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} packages put back`);

/** Whether Node's resolution from a package finds the dependency in the lock file. */
function isLocked(from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (`${at === "" ? "" : `${at}/`}node_modules/${name}` in lock.packages) return true;
    if (at === "" || !at.includes("/node_modules/")) return `node_modules/${name}` in lock.packages;
  }
}

function describe(name: string, version: string, dev: boolean | undefined): LockedPackage {
  const words = name.replaceAll("/", "-").split("-");
  const pick = (known: readonly string[]) => known.filter((one) => words.some((word) => word === one)).slice(0, 1);
  const cpu = pick(CPU);
  const libc = words.some((word) => word.startsWith("musl")) ? ["musl"] : words.includes("gnu") ? ["glibc"] : [];
  const isLinux = words.includes("linux");
  return {
    version,
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(dev ? { dev } : {}),
    ...(isLinux && libc.length > 0 ? { libc } : {}),
    optional: true,
    ...(pick(OS).length > 0 ? { os: pick(OS) } : {}),
  };
}
