/** What the map can look at; gathered and spaced by `fr.ts`. */
export const frLenses = {
  label: "Ce que montre la carte",
  names: {
    level: "Niveau d'accès",
    deserts: "Déserts",
    clusters: "Grappes",
    crossed: "Accès × revenus",
    inequality: "Inégalités",
    recomputed: "Recalcul",
    robustness: "Robustesse",
    departures: "Départs",
    cumulated: "Difficultés cumulées",
    zoning: "Zonage (simulation)",
    reach: "À portée",
  },
  help: {
    level: "L'indicateur officiel, commune par commune.",
    deserts:
      "Les communes sous le seuil qui se touchent : chaque désert avec ses habitants, ses communes, sa profondeur.",
    clusters: "Où les communes qui se ressemblent se touchent, et ce que le hasard n'explique pas.",
    crossed: "Où peu d'accès rencontre de bas revenus, par tiers d'habitants.",
    inequality: "Comment l'accès se partage entre les habitants, et quelles communes s'en écartent.",
    recomputed: "Le même indicateur refait sous vos yeux : changez chaque hypothèse, comparez à l'officiel.",
    robustness: "Le diagnostic tient-il si l'on mesure l'accès autrement ?",
    departures: "Ce qui se passe si les médecins les plus âgés partent sans être remplacés.",
    cumulated: "Où plusieurs difficultés se rencontrent : professions, pharmacie, urgences.",
    zoning: "Ce que donnerait une règle datée, ses marges, et ce qu'il faudrait pour changer de classe.",
    reach: "Cliquez sur la carte : ce que l'on atteint en 10, 15, 20 ou 30 minutes.",
  },
};
