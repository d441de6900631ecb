/** The lens « Départs »; gathered and spaced by `fr.ts`. */
export const frDepartures = {
  percent: (n: string) => `${n} %`,
  label: (threshold: string, age: string) =>
    `Habitants sous ${threshold} si les plus de ${age} ans partaient sans être remplacés`,
  ages: { le65: "65", le62: "62" },
  sentence: (now: string, more: string) => `${now} habitants y sont déjà ; ${more} y tomberaient.`,
  threshold: "Seuil (consultations par an)",
  thresholdReset: (shown: string) => `Revenir à ${shown}`,
  steps: {
    title: "Marche par marche",
    label: (name: string) => `Habitants de ${name} sous le seuil, départ après départ`,
    already: "Déjà sous le seuil",
    falls: { le65: "Sans les plus de 65 ans", le62: "Sans les plus de 62 ans" },
    above: "Restent au-dessus",
    out: "Non comparables",
    added: (people: string, percent: string) => `+ ${people} · ${percent}`,
    share: (people: string, percent: string) => `${people} · ${percent}`,
    source: (year: number, ages: string) => `DREES, APL ${year} : séries publiées ${ages}.`,
    series: { all: "tous âges", le65: "65 ans et moins", le62: "62 ans et moins" },
  },
  only65: (year: number) => `En ${year}, seule la série « 65 ans et moins » est publiée.`,
  inconsistent: (communes: string, people: string) =>
    `Non classées à la marche des 62 ans : ${communes} (${people}). La valeur y dépasse celle des 65 ans, ce qui est impossible. Les deux séries viennent de publications différentes ; les autres communes portent le même doute.`,
  missing: (communes: string, people: string) => `Sans valeur à l'une des marches : ${communes} (${people}).`,
  loss: {
    title: "Et si une part de tous les médecins partait ?",
    label: "Part des départs non remplacés",
    none: "Aucun départ : faites glisser.",
    sentence: (people: string, percent: string) => `${people} habitants seraient sous le seuil, ${percent}`,
    more: (people: string) => `dont ${people} de plus qu'aujourd'hui`,
    hypothesis:
      "Hypothèse, pas prévision : l'activité baisse partout du même pourcentage. L'accès officiel étant proportionnel à l'offre, il baisse d'autant.",
    back: "Revenir aux âges publiés",
  },
  classes: {
    already: "déjà sous le seuil",
    falls: { le65: "tombe sans les plus de 65 ans", le62: "tombe sans les plus de 62 ans" },
    fallsLoss: (percent: string) => `tombe si ${percent} partent`,
    above: "reste au-dessus",
    out: "non comparable ou sans donnée",
    missing: "sans donnée",
  },
  legend: (threshold: string) => `Quand la commune passe sous ${threshold}`,
  legendLoss: (threshold: string, percent: string) => `Sous ${threshold} si ${percent} de l'activité part`,
  note: "Personne ne remplace, personne ne travaille davantage : ce qui manquerait, pas une prévision.",
  table: { when: "Passe sous le seuil", after: "APL après départs" },
  value: (all: string, rest: string) => `${all} → ${rest}`,
  caveats: {
    title: "Ce que cette falaise ne dit pas",
    items: [
      "qui partira vraiment, ni quand : l'âge de départ varie ;",
      "qui s'installera : aucun remplacement n'est compté ;",
      "si les médecins restants travailleront plus ou moins ;",
      "ce qui se passe au-delà des communes : les patients des partants vont chez les voisins, dont l'accès baisse déjà ici.",
    ],
  },
  method:
    "La DREES publie l'APL sans les généralistes de plus de 65 ans (2022 et 2023) et sans ceux de plus de 62 ans (2022). Une commune tombe à la première série strictement sous le seuil. La série des 62 ans vient d'une autre publication que celle des 65 ans : là où elle la dépasse, la commune est laissée de côté à cette marche et comptée à part.",
  methodLoss:
    "L'APL est linéaire en l'offre : si x % de l'activité de tous les médecins disparaît partout, chaque valeur est multipliée par (1 − x). Les habitants sous le seuil T sont alors exactement ceux dont la valeur est sous T ÷ (1 − x). C'est une hypothèse de travail : de vrais départs ne sont pas répartis également.",
};
