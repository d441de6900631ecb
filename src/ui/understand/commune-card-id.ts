/** The card of the selected commune: Enter on the map moves the focus there. */
export const COMMUNE_CARD_ID = "commune-card";
