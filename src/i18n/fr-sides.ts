/** Two maps on either side of a line, and who goes to which site, in room « Agir ». */
export const frSides = {
  handle: "Ligne entre avant et après",
  handleHelp: "Glissez la ligne, ou flèches du clavier : avant à gauche, après à droite",
  at: (percent: string) => `avant sur ${percent} % de la carte, après sur le reste`,
  before: "Avant",
  after: "Après",
  said: (side: string, value: string) => `${side} : ${value}`,
  links: {
    title: "Qui va où",
    toggle: "Lignes vers le centre le plus proche",
    help: (times: string) =>
      `Un trait par commune, vers le centre qui la dessert : plus épais quand plus d'habitants y vont. Choisissez un centre sur la carte pour suivre les siens. ${times}.`,
    hidden: "Les lignes se voient sur la carte « Après » ou « Les deux ».",
    equity:
      "Pas de lignes avec l'objectif Équité : personne n'y est affecté à un centre, chaque centre s'ajoute à l'accès de tous ceux qui l'ont à portée.",
    site: (communes: string) => `${communes} vont à un nouveau centre`,
    beyond: (communes: string, minutes: string) => `${communes} en ont un à plus de ${minutes} min`,
    today: (communes: string) => `${communes} restent plus près d'un lieu actuel`,
    nobody: (communes: string) => `${communes} ne vont nulle part`,
    uncounted: (communes: string) => `${communes} ne sont pas comptées`,
    header: "Desservie par",
    words: {
      beyond: (name: string, minutes: string) => `aucun en ${minutes} min (le plus proche : ${name})`,
      today: "un lieu actuel",
      nobody: "personne : hors d'atteinte ou sans place",
      uncounted: "non comptée",
      share: (name: string, part: string) => `${name} (${part})`,
      said: (name: string) => `desservie par : ${name}`,
      saidIn: (name: string, minutes: string, times: string) => `desservie par : ${name}, ${minutes} min (${times})`,
    },
  },
  methodLinks:
    "Qui va où : chaque commune entière va au site ouvert le plus proche en minutes, y compris les lieux actuels si l'on en tient compte, à égalité au premier de la liste ; avec des places limitées, le plan peut en partager une. En couverture, un site au-delà des minutes ne dessert pas. Les traits sont droits, les minutes estimées sauf temps apportés.",
  method:
    "« Les deux » partage une seule carte : à gauche de la ligne les communes ont leur couleur d'avant, à droite celle d'après, dans les mêmes classes, celles d'avant. Les barres de la légende comptent les habitants après.",
};
