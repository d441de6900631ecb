/** Two territories side by side; gathered and spaced by `fr.ts`. */
export const frCompare = {
  open: "Comparer",
  openWith: (name: string) => `Comparer ${name} à un autre territoire`,
  change: "Comparer à un autre",
  quit: "Quitter la comparaison",
  choose: "Comparer à…",
  search: "Commune, intercommunalité, département, région",
  near: "Proches",
  none: (text: string) => `Rien ne correspond à « ${text} ».`,
  label: "Comparaison de deux territoires",
  title: (a: string, b: string) => `${a} et ${b}`,
  subtitle: (profession: string, year: number) => `${profession} · indicateur officiel APL ${year}`,
  swap: "Échanger A et B",
  loading: "Chargement des deux territoires…",
  updating: "Mesure en cours…",
  sentences: {
    moreUnder: (threshold: string, more: string, moreShare: string, less: string, lessShare: string, times: string) =>
      `Sous ${threshold} : ${moreShare} des habitants (${more}), contre ${lessShare} (${less}), soit ${times} fois cette part.`,
    oneUnder: (threshold: string, more: string, moreShare: string, less: string) =>
      `Sous ${threshold} : ${moreShare} des habitants (${more}), contre personne (${less}).`,
    sameUnder: (threshold: string, share: string) => `Sous ${threshold} : ${share} des habitants, des deux côtés.`,
    mean: (a: string, aValue: string, b: string, bValue: string, unit: string) =>
      `En moyenne : ${aValue} ${unit} (${a}) et ${bValue} (${b}).`,
    wider: (wide: string, wideRatio: string, narrow: string, narrowRatio: string) =>
      `Écart entre les 10 % les mieux servis et les 10 % les moins bien servis : ${wideRatio} (${wide}), plus grand que ${narrowRatio} (${narrow}).`,
    sameGap: (ratio: string) =>
      `Écart entre les 10 % les mieux servis et les 10 % les moins bien servis : ${ratio}, des deux côtés.`,
    giniApart: (more: string, moreValue: string, less: string, lessValue: string) =>
      `Indices de Gini : ${moreValue} (${more}), plus inégal que ${lessValue} (${less}) ; leurs intervalles ne se touchent pas.`,
    giniClose: (aValue: string, bValue: string) =>
      `Indices de Gini : ${aValue} (A) et ${bValue} (B) ; leurs intervalles se recouvrent, l'écart peut tenir à quelques communes.`,
  },
  rows: {
    people: "Habitants",
    peopleUnder: "Habitants sous le seuil",
    lowestTenth: "1er dixième",
  },
  table: {
    title: "Chiffre par chiffre",
    caption: (a: string, b: string) => `${a} et ${b}, chiffre par chiffre`,
    figure: "Chiffre",
    a: "A",
    b: "B",
    difference: "A − B",
    points: (value: string) => `${value} pt`,
    note: "Écarts de parts en points de pourcentage. Même seuil des deux côtés.",
    download: "Télécharger en CSV",
  },
  maps: {
    label: (name: string) => `Carte de l'accès aux soins : ${name}`,
    byZoom:
      "Mêmes couleurs des deux côtés. Chaque carte est cadrée sur son territoire ; zoomer l'une zoome l'autre d'autant.",
    byPosition:
      "Mêmes couleurs des deux côtés. L'un contient l'autre : les deux cartes montrent toujours le même endroit.",
    zoomIn: "Zoomer sur les deux cartes",
    zoomOut: "Dézoomer sur les deux cartes",
    fit: "Revoir les deux territoires",
    failed: "La carte n'a pas pu être dessinée ; la table montre les mêmes chiffres.",
    noOutline: "Ce territoire n'a pas de contour dans les données.",
  },
};
