/** Official sites, by the item they belong to: front pages alone, which stay. */
export const OFFICIAL_SITES = {
  doctor: { name: "ameli.fr", url: "https://www.ameli.fr/" },
  discrimination: { name: "defenseurdesdroits.fr", url: "https://www.defenseurdesdroits.fr/" },
  shortage: { name: "ars.sante.fr", url: "https://www.ars.sante.fr/" },
  associations: { name: "france-assos-sante.org", url: "https://www.france-assos-sante.org/" },
  offline: { name: "france-services.gouv.fr", url: "https://www.france-services.gouv.fr/" },
  march2002: { name: "legifrance.gouv.fr", url: "https://www.legifrance.gouv.fr/" },
  gdpr: { name: "cnil.fr", url: "https://www.cnil.fr/" },
} as const;

export type SiteOwner = keyof typeof OFFICIAL_SITES;

export function hasSite(id: string): id is SiteOwner {
  return Object.hasOwn(OFFICIAL_SITES, id);
}
