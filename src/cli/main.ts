import { FailureError } from "../core/failure.ts";

/** Runs a command with its own arguments; resolves when its output is written. */
type Command = (args: readonly string[]) => Promise<void>;

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  access: async () => (await import("./access.ts")).access,
  indicators: async () => (await import("./indicators.ts")).indicators,
  parity: async () => (await import("./parity.ts")).parity,
  travel: async () => (await import("./travel.ts")).travel,
  robustness: async () => (await import("./robustness.ts")).robustness,
  departures: async () => (await import("./departures.ts")).departures,
  cumulated: async () => (await import("./cumulated.ts")).cumulated,
  inequality: async () => (await import("./inequality.ts")).inequality,
  clusters: async () => (await import("./clusters.ts")).clusters,
  classes: async () => (await import("./classes.ts")).classes,
  crossed: async () => (await import("./crossed.ts")).crossed,
  zoning: async () => (await import("./zoning.ts")).zoning,
  place: async () => (await import("./place.ts")).place,
  rounds: async () => (await import("./rounds.ts")).rounds,
  scenario: async () => (await import("./scenario.ts")).scenario,
  log: async () => (await import("./log.ts")).log,
  relay: async () => (await import("./relay.ts")).relay,
  data: async () => (await import("./data.ts")).data,
};

const USAGE = `oasis COMMAND … (a table of times is CSV or Parquet)
  access --origins F(id,demand) --destinations F(id,supply) --times F(origin,destination,minutes)
         --method ratio|2sfca|e2sfca|3sfca|m2sfca|kd2sfca|bfca|nearest|cumulative|raam [--max MINUTES]
         [--decay 10:1,20:0.68,30:0.22|gauss[:BETA]|exp:RATE|linear|epanechnikov|logistic:T,SD|power:A|empirical]
         [--bins inclusive|half-open] [--demand COLUMN] [--rescale-demand] [--cap SUPPLY] [--rank N]
         [--tau 60] [--rho R] [--cycles 150] [--out F.csv|-]
         [--preset apl-v1|apl-v2|dt70-fte|dt70-fte-capped|dt70-exp|dt70-gauss|dt70-empirical
                   |apl-v2-gp|apl-v2-nurse|apl-v2-physio|apl-v2-midwife|apl-v2-dentist]
  indicators --territory fr|53|35|epci:CODE|35360 --profession gp|nurse|physio|midwife|dentist
             [--indicator official-apl] [--year Y] [--ages all|le65|le62] [--out F.csv|-] [--summary F.json|-]
  parity [--profession gp] [--year 2023] [--times estimate|F(origin,destination,minutes) | --road F.road] [--seed 1] [--fast] [--out F.json|-]
  travel (--pbf F | --road F | --nodes F(id,lon,lat) --edges F(from,to,seconds) | --times F(origin,destination,minutes)
         | --osrm F.json | --estimate) --sources F(id[,lon,lat])
         [--targets F(id[,lon,lat])] [--limit-minutes 30] [--isochrones F.geojson] [--out F.csv|-]
  robustness --territory T [--year 2023] [--threshold same-share|same-ratio] [--out F.csv|-] [--summary F.json|-]
  departures --territory T [--year 2022] [--threshold 2.5] [--out F.csv|-] [--summary F.json|-]
  cumulated --territory T [--year 2023] [--pharmacy-minutes 10] [--emergency-minutes 30] [--out F.csv|-] [--summary F.json|-]
  inequality --values F --value COLUMN --weight COLUMN [--group COLUMN] [--rank COLUMN] [--poverty-line Z] [--bounds a,b]
             [--out F.json|-]
  inequality --territory T [--profession gp] [--year 2023] [--ages all|le65|le62] [--threshold Z] [--out F.json|-]
  clusters --values F(id,value) --neighbours F(id,neighbour,weight) [--standardise] [--permutations 999] [--seed 1]
           [--out F.csv|-] [--summary F.json|-]
  clusters --territory T [--profession gp] [--year Y] [--ages all] [--neighbour-kind queen|rook|nearest:K|minutes:M]
           [--reference country|territory] [--permutations 99999] [--seed 1] [--threshold Z] [--deserts F.csv|-]
           [--min-communes 3] [--min-people 0] [--bridge-minutes M] [--robustness] [--out F.csv|-] [--summary F.json|-]
  classes --values F(id,value) [--method fisher-jenks|quantiles|breaks] [--classes 5] [--breaks 1,2.5,4] [--out F.csv|-]
          [--summary F.json|-]
  crossed --territory T [--profession gp] [--year Y] [--ages all] [--reference country|territory] [--out F.csv|-]
          [--summary F.json|-]
  zoning --territory T --rule 2017|2021|gp-2017|F.json [--profession gp] [--year 2023] [--access F(code,value)]
         [--decisions F(area,class)] [--out F.csv|-] [--communes F.csv|-] [--summary F.json|-]
  place --objective p-median|mclp|lscp|p-center|shortfall --demand F(id,weight[,x,y][,access])
        [--candidates F(id[,x,y][,weighted_demand])] [--costs F(demand,candidate,cost) | --metric euclidean [--decimals 2]]
        [--p N] [--radius R] [--threshold T --supply S [--priority ALPHA]
        (--weights F(origin,site,weight) | --times F(origin,destination,minutes) --decay … [--max MINUTES] [--bins …])]
        [--existing A,B] [--mandatory A,B] [--excluded A,B] [--time-limit 60] [--out F.json|-] [--assignment F.csv|-]
        p-median, mclp: [--capacity PEOPLE], or a column capacity of the candidates; people are then shared between sites
  place --objective shortfall|p-median|mclp|lscp|p-center --territory T --p N --threshold T [--radius MINUTES]
        (--supply S | --staff gp:2,nurse:1[:IMPORTANCE]) [--budget B --sizes 0.5:300,1:500,2:900]
        [--capacity PEOPLE [--capacities CODE:PEOPLE,…] [--served all|under] [--flows F.csv|-]] with p-median or mclp
        [--profession gp] [--year 2023] [--priority 0] [--with-practices] [--with-pharmacy] [--with-france-services]
        [--min-people N] [--minutes-to-practice M] [--margin MINUTES] [--mandatory CODES] [--excluded CODES] [--out …]
  rounds --stops F(id,reward,service_minutes[,frequency][,days][,demand][,minimum_minutes][,lon,lat]) --depot F(id[,lon,lat])
         --times F(origin,destination,minutes) --vehicles N --days N [--days-per-week 5] --max-minutes M [--max-driving M]
         [--capacity N] [--minute-cost 0] [--seed 1] [--iterations N] [--seconds S] [--out F.json|-] [--csv F.csv|-]
         [--geojson F|-] [--calendar F.ics|- --start YYYY-MM-DD [--leave 08:30] [--stamp YYYYMMDDTHHMMSSZ]]
         frequency: 1, 2, … visits, weekly, fortnightly or monthly; days: allowed days (1 3 5)
  rounds --territory T --depot CODE [--profession gp] [--year 2023] [--threshold 2.5] [--vehicles 1] [--weeks 4] [--days-per-week 5]
         [--max-minutes 480] [--max-driving M] [--half-day-minutes 180] [--consultations 10] [--working-weeks 45] [--min-people N]
         [--rural] [--minutes-to-practice M] [--max-stops 60] [--fixed-care-minutes 10] [--seed …] [--out …] [--calendar … --start …] [--csv …] [--geojson …]
  scenario apply F.json [--baseline official|recomputed] [--out F.csv|F.json|-] [--summary F.json|-] [--save F.json]
                 [--without-car F.csv|-]
  scenario edit F.json [--edits F.json] [--title TITLE] [--out F.json|-]
  scenario merge OURS.json THEIRS.json BASE.json [--title TITLE] [--conflicts F.json|-] [--out F.json|-]
  scenario compare F1.json F2.json … [--baseline official|recomputed] [--out F.json|-]
  log verify|merge|export F.dmlog… [--genesis ID] [--as-of DAY] [--skip-refused] [--out F|-] [--data DIR]
  log corrected F.dmlog… --territory T [--profession gp] [--year 2023] [--threshold Z] [--corroborated] [--summary F.json|-] [--out F.csv|-]
  log objectives F.dmlog… [--as-of DAY] [--out F.json|-] | --draft gp/people-under/2.5 --territory T
  log attest F.dmlog… --key F --document F.json(person,missions[title,from,to,declared,confirmed]) --out F.json [--scope fr] [--record F|-]
  log check-attestation F.dmlog… --attestation F.json [--out F.json|-]
  log felt (F.dmlog… | --counts F.json…) --territory T [--profession gp] [--year 2023] [--threshold Z] [--cut RATE] [--grid departement|epci]
           [--out F.csv|-] [--summary F.json|-]
  log minutes F.dmlog… [--consultation ID] [--territory T] [--lang fr|en] [--format md|json] [--out F.md|-]
  log reports --sheet F.csv(commune,kind,profession,month[,delay,distance,text]) [--out F.json|-]
  log proof F.json(answer of a relay) [--since F.json(checkpoint kept)] [--key SEQUENCER] [--out F.json|-]
  log issued F.dmlog… --counts F.json(answer of /v1/issuance)… [--out F.json|-]
  log sign --key F --type TYPE --body F.json [--space public] [--scope fr] [--ts DAY] [--out F|-]
  log aggregate --cells F(unit,parent,key,reporters) [--fewest 11] [--out F.csv|-]
  relay --founder KEY [--port 8470] [--host 127.0.0.1] [--store sqlite:relay.sqlite|postgres://…] [--key F] [--space public]…
        [--app DIR] [--log] [--trust-proxy] [--data DIR]
        [--site URL [--mail smtp://USER@HOST:587 --mail-from ADDRESS [--mail-password-file F]]
        [--oidc-issuer URL --oidc-client ID [--oidc-name NAME] [--oidc-secret-file F] [--address URL]]]
  relay anomalies --space S [--domain D] [--store S] [--key F]
  relay codes --count N [--store S] [--key F]
  relay backup --out F [--store S] | restore [--from F] [--purged F]… [--store S]
  data check [--data DIR]
  data build --sources DIR | --download [--cache DIR] [--data DIR]`;

const [name, ...args] = process.argv.slice(2);
try {
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load) await (await load())(args);
  else {
    console.error(name === undefined || name === "--help" ? USAGE : `unknown command ${name}\n${USAGE}`);
    process.exitCode = name === "--help" ? 0 : 2;
  }
} catch (error) {
  process.exitCode = report(error);
}

/** One line on stderr for bad input (exit 2); the stack for a bug (exit 1). */
function report(error: unknown): number {
  if (error instanceof FailureError) {
    console.error(`oasis ${name}: ${describe(error)}`);
    return 2;
  }
  if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
    console.error(`oasis ${name}: ${error.message.replaceAll("\n", " ")}`);
    return 2;
  }
  console.error(error);
  return 1;
}

function describe({ failure }: FailureError): string {
  const { constraint } = failure.params;
  // A constraint says all there is to say; what goes with it is for other languages.
  const params = constraint === undefined ? failure.params : { constraint };
  const details = Object.entries(params).map(([key, value]) => `${key} ${value}`);
  return `${failure.code}: ${details.join(", ")}`;
}
