/** The lens « Grappes »; gathered and spaced by `fr.ts`. */
export const frClusters = {
  label: {
    moran: "Habitants d'une grappe de peu d'accès",
    gi: "Habitants d'un point froid de l'accès",
    need: "Habitants où le besoin est fort et l'accès voisin faible",
  },
  sentence: {
    moran: (low: string, high: string) =>
      `${low} ont peu d'accès au milieu de communes qui en ont peu ; ${high} en ont beaucoup au milieu de communes qui en ont beaucoup.`,
    gi: (low: string, high: string) =>
      `${low} sont dans un point froid : la commune et ses voisines ensemble ont peu d'accès ; ${high} dans un point chaud.`,
    need: (low: string, high: string) =>
      `${low} ont un besoin fort entouré de peu d'accès ; ${high} un besoin fort entouré de beaucoup d'accès.`,
  },
  odd: (n: number, communes: string) =>
    `${communes} tranche${n >= 2 ? "nt" : ""} avec ${n >= 2 ? "leurs" : "ses"} voisines.`,
  chance:
    "Ce qui pourrait être dû au hasard n'est pas coloré : en moyenne, au plus 5 % des communes colorées le sont à tort (taux de fausses découvertes).",
  oldOnly: "La part des 65 ans et plus n'est connue qu'en Bretagne.",
  tooFew: "Trop peu de communes pour chercher des grappes ici.",
  toWider: "Comparer à la France entière",
  statistic: {
    label: "Que cherche-t-on ?",
    names: { moran: "Grappes (Moran)", gi: "Points chauds (Gi*)" },
    help: {
      moran: "La commune et ses voisines, l'une face aux autres : même côté de la moyenne, ou côtés opposés.",
      gi: "La commune et ses voisines ensemble : leur somme est-elle plus haute ou plus basse que le hasard ?",
    },
  },
  beside: {
    label: "Mettre en regard de l'accès des voisines",
    names: { itself: "L'accès de la commune", income: "Ses bas revenus", old: "Ses 65 ans et plus" },
    help: {
      itself: "Accès de la commune, accès de ses voisines.",
      income: "Besoin : un revenu médian bas (INSEE, Filosofi 2021). Accès : celui des communes voisines.",
      old: "Besoin : la part des 65 ans et plus (INSEE, recensement, Bretagne seulement). Accès : celui des voisines.",
    },
  },
  against: {
    label: "Haut et bas, par rapport à qui ?",
    names: { territory: "Au territoire", country: "À la France" },
    help: {
      territory:
        "La moyenne et le hasard sont ceux du territoire ; ses voisins de l'autre côté du bord ne comptent pas.",
      country: "La moyenne et le hasard sont ceux du pays ; les voisins comptent par-delà les bords.",
    },
  },
  near: {
    label: "Qui est voisin de qui ?",
    names: {
      queen: "Communes qui se touchent",
      rook: "Communes qui ont une frontière commune",
      "nearest:8": "Les 8 communes les plus proches",
      "minutes:10": "Communes à 10 minutes estimées",
    },
    slow: "Les minutes sont estimées à vol d'oiseau ; le voisinage est plus large, et le calcul plus long.",
  },
  draw: {
    title: "Le hasard, et comment le refaire",
    deals: "Tirages",
    seed: "Graine",
    help: (deals: string, seed: string) =>
      `${deals} redistributions au hasard des valeurs, graine ${seed} : la même graine redonne exactement les mêmes chiffres, ici comme en ligne de commande.`,
    few: "Avec peu de tirages sur le pays entier, les communes gardées changent beaucoup d'une graine à l'autre.",
    other: "Changer de graine",
  },
  global: {
    title: "Se ressemble-t-on entre voisins ?",
    value: (i: string) => `I de Moran : ${i}`,
    strong: "Oui, nettement : les communes voisines ont un accès proche.",
    some: "Un peu : les communes voisines ont un accès assez proche.",
    none: "Non : rien ne distingue cette carte d'une carte au hasard.",
    apart: "Au contraire : les communes voisines diffèrent plus que le hasard ne le ferait.",
    needGood: "Là où le besoin est fort, les communes voisines ont plutôt plus d'accès.",
    needBad: "Là où le besoin est fort, les communes voisines ont plutôt moins d'accès.",
    needNone: "Le besoin et l'accès des voisines n'ont pas de lien que le hasard n'explique.",
    p: (p: string, deals: string) => `Probabilité d'un tel résultat par hasard : ${p} (${deals} tirages).`,
    over: (communes: string, name: string, islands: string) =>
      `Calculé sur ${communes}, ${name}, dont ${islands} sans voisine.`,
    france: "France entière",
    built:
      "Prudence : l'accès officiel est calculé par zones qui se recouvrent. Deux communes voisines partagent leurs soignants, donc se ressemblent par construction ; une part de ce chiffre vient de là. Comparez-le entre années ou professions, pas à zéro.",
  },
  scatter: {
    title: "La commune face à ses voisines",
    label: "Nuage de Moran",
    summary: (slope: string) => `Chaque point est une commune ; pente ${slope}`,
    across: "commune (écarts-types)",
    acrossNeed: "besoin (écarts-types)",
    up: "voisines (écarts-types)",
    corners: ["haut, haut", "bas, haut", "bas, bas", "haut, bas"],
    slope: (slope: string) => `pente ${slope}`,
    help: "À droite, les communes au-dessus de la moyenne ; en haut, celles dont les voisines le sont. Les points vifs sont ceux que le hasard n'explique pas.",
    open: "Les plus extrêmes sont ramenés au bord.",
    columns: { group: "Groupe", communes: "Communes", people: "Habitants" },
  },
  classes: {
    moran: {
      HH: "haut entouré de haut",
      LL: "bas entouré de bas",
      HL: "haut entouré de bas",
      LH: "bas entouré de haut",
    },
    need: {
      HH: "besoin fort, accès voisin haut",
      LL: "besoin faible, accès voisin bas",
      HL: "besoin fort, accès voisin bas",
      LH: "besoin faible, accès voisin haut",
    },
    hot: "point chaud : beaucoup d'accès",
    cold: "point froid : peu d'accès",
    chance: "possible par hasard",
    island: "sans voisine",
  },
  legend: {
    moran: "Grappes d'accès (Moran local)",
    gi: "Points chauds et froids (Gi*)",
    income: "Bas revenus et accès des voisines",
    old: "65 ans et plus et accès des voisines",
  },
  note: "Seuil de 5 % après correction (fausses découvertes). Les zones de calcul se recouvrent : une part vient de là.",
  row: {
    moran: (own: string, lag: string) => `commune ${own}, voisines ${lag} (écarts-types)`,
    gi: (z: string) => `Gi* ${z}`,
  },
  table: {
    class: "Groupe",
    own: "Commune (é.-t.)",
    lag: "Voisines (é.-t.)",
    p: "p corrigé",
    gi: "Gi* (z)",
    local: "I local",
  },
  below: (limit: string) => `moins de ${limit}`,
  method:
    "Moran local (Anselin, 1995) : produit de l'écart de la commune à la moyenne et de l'écart moyen de ses voisines, en écarts-types. Pour juger du hasard, la commune garde sa valeur et celles de toutes les autres sont redistribuées autour d'elle ; p = min(1, 2·(min(#≥, #≤) + 1) ÷ (tirages + 1)). Les p sont corrigés du taux de fausses découvertes (Benjamini et Hochberg, 1995) sur toutes les communes du calcul, et l'on garde p ≤ 0,05.",
  methodFormula: "I_i = z_i · Σ_j w_ij z_j, w_ij = 1 ÷ nombre de voisines",
  methodGi:
    "Gi* (Ord et Getis, 1995) : somme de la commune et de ses voisines, comparée à ce qu'attendrait le hasard ; z sous hypothèse normale, p corrigé de même. Avec un besoin, c'est lui qu'on met en regard de l'accès des voisines (Moran bivarié), qui mélange leur lien sur place et leur lien entre voisines.",
  methodGlobal:
    "I global : n ÷ S₀ · Σ w_ij z_i z_j ÷ Σ z² (Cliff et Ord, 1981), p par 999 tirages au plus. Une commune sans voisine reste comptée, sans grappe. Paris, Lyon et Marseille sont prises entières.",
};
