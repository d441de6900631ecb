export const MAIL_LANGUAGES = ["fr", "en"] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The only letter a relay writes: nothing in it was written by whoever asked for it. */
export function writeLetter(to: string, language: MailLanguage, link: string, code: string, site: string): Letter {
  const { subject, paragraphs } = TEXTS[language];
  return { to, subject, text: `${paragraphs(link, code, new URL(site).host).join("\n\n")}\n` };
}

const TEXTS: Readonly<
  Record<
    MailLanguage,
    { readonly subject: string; paragraphs(link: string, code: string, host: string): readonly string[] }
  >
> = {
  fr: {
    subject: "Oasis : confirmer votre soutien",
    paragraphs: (link, code, host) => [
      "Bonjour,",
      `Quelqu’un, sans doute vous, a demandé sur ${host} que cette adresse confirme un soutien.`,
      `Ouvrez ce lien dans le navigateur où vous l’avez demandé, puis confirmez :\n${link}`,
      `Si vous lisez ce message sur un autre appareil, tapez ce code là où vous l’avez demandé :\n${code}`,
      "Le lien et le code servent une seule fois, pendant une heure. Ne les donnez à personne.",
      "Votre adresse n’est ni gardée ni donnée à qui que ce soit. Si vous n’avez rien demandé, ne faites rien.",
    ],
  },
  en: {
    subject: "Oasis: confirm your support",
    paragraphs: (link, code, host) => [
      "Hello,",
      `Somebody, probably you, asked on ${host} that this address confirm a support.`,
      `Open this link in the browser where you asked for it, then confirm:\n${link}`,
      `If you read this on another device, type this code where you asked for it:\n${code}`,
      "Link and code work once, within an hour. Give them to nobody.",
      "Your address is neither kept nor given to anybody. If you asked for nothing, do nothing.",
    ],
  },
};
