/** Scenarios handed from one person to another: merged, and their figures found again. */
export const frScenarioMerge = {
  button: "Réunir avec un fichier",
  failed: "Ce fichier n'a pas été réuni ; rien n'a changé.",
  title: (file: string) => `Réunir avec « ${file} »`,
  origin: (n: number, shown: string) =>
    n === 0
      ? "Point de départ commun : un scénario vide."
      : `Point de départ commun : ${shown} changement${n >= 2 ? "s" : ""}.`,
  noOrigin: "Aucun point de départ commun n'est connu : rien ne sera retiré, et tout ce qui diffère vous est demandé.",
  same: "Rien à réunir : les deux disent la même chose.",
  arrivals: "Ce qui vient sans question",
  kinds: {
    added: (change: string) => `Ajouté : ${change}`,
    changed: (change: string) => `Modifié : ${change}`,
    removed: (change: string) => `Retiré : ${change}`,
  },
  conflict: "Changé des deux côtés",
  before: (change: string) => `Au départ : ${change}`,
  sides: { ours: "Garder le mien", theirs: "Prendre le sien" },
  absent: "Retiré",
  left: (_n: number, shown: string) => `Encore ${shown} à trancher ; rien n'est écrit d'ici là.`,
  settled: "Tout est tranché.",
  together: "Ces choix ne tiennent pas ensemble :",
  do: "Réunir",
  cancel: "Annuler",
  close: "Fermer",
  done: "Scénarios réunis",
  undoable: "« Défaire » revient à ce qui était là.",
};

export const frScenarioSeal = {
  checking: "On refait les chiffres du fichier…",
  same: "Mêmes chiffres que dans le fichier reçu.",
  different: "Autres chiffres que dans le fichier reçu.",
  neither: "Ni les données ni le calcul n'ont changé : d'autres temps de trajet ou un fichier modifié.",
  parts: {
    dataRelease: (before: string, now: string) => `Données : version ${before} dans le fichier, ${now} ici.`,
    engineVersion: (before: string, now: string) => `Calcul : version ${before} dans le fichier, ${now} ici.`,
  },
  facts: (release: string, engine: string, hash: string) => `Données ${release} · calcul ${engine} · empreinte ${hash}`,
};
