/** Two maps on either side of a line, in room « Agir ». */
export const frSides = {
  handle: "Ligne entre avant et après",
  handleHelp: "Glissez la ligne, ou flèches du clavier : avant à gauche, après à droite",
  at: (percent: string) => `avant sur ${percent} de la carte, après sur le reste`,
  before: "Avant",
  after: "Après",
  said: (side: string, value: string) => `${side} : ${value}`,
  method:
    "« Les deux » partage une seule carte : à gauche de la ligne les communes ont leur couleur d'avant, à droite celle d'après, dans les mêmes classes, celles d'avant. Les barres de la légende comptent les habitants après.",
};
