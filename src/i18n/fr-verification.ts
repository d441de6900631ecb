/** Room « Participer »: how a person is verified before their support counts. */
export const frVerification = {
  lead: "Un soutien compte quand le relais s'est assuré que la même personne n'en donne qu'un. Chaque façon est comptée à part ; elles ne sont jamais additionnées.",
  choose: "Choisir comment",
  legend: "Comment voulez-vous être compté ?",
  ways: {
    mail: "Par courriel",
    signIn: (name: string) => `Se connecter avec ${name}`,
    code: "Avec un code papier",
    none: "Sans vérification",
  },
  what: {
    mail: "Un lien arrive à votre adresse ; l'ouvrir et confirmer suffit. C'est la preuve la plus légère : on peut avoir plusieurs adresses.",
    mailKept:
      "Votre adresse n'est pas gardée : le relais l'oublie dès le courriel parti. Une empreinte, d'où l'on ne peut pas la retrouver sans la clé secrète du relais, empêche qu'elle serve deux fois dans cette consultation ; elle reste avec votre soutien, que lisent les membres de ce registre. Le lien est effacé au bout d'un jour.",
    signIn: (name: string) =>
      `Vous allez chez ${name}, qui vous reconnaît, puis vous revenez ici confirmer. ${name} voit que vous venez de ce site, pas ce que vous soutenez.`,
    signInKept: (name: string) =>
      `Ni votre nom ni votre adresse ne sont demandés : ${name} donne un identifiant, dont seule une empreinte propre à cette consultation reste, avec votre soutien.`,
    code: "La mairie, l'association ou France Services remet un code à chaque personne qu'elle voit : c'est la preuve la plus forte.",
    codeKept: "Une empreinte du code reste avec votre soutien ; rien ne dit qui a reçu ce code.",
    none: "Rien n'est demandé. Mais un relais ne compte pas ces soutiens, car des clés se fabriquent sans limite : ils ne valent que comme signaux, dans les registres échangés par fichiers. Un commentaire, lui, sera lu.",
  },
  address: "Votre adresse de courriel",
  send: "Recevoir un lien",
  sent: (address: string) =>
    `Un lien a été demandé pour ${address}. Ouvrez-le dans ce navigateur avant une heure, ou tapez ci-dessous le code du message. Rien après dix minutes ? Regardez dans les indésirables, puis redemandez : trois messages par jour au plus.`,
  mailCode: "Code reçu par courriel",
  mailCodeHelp: "Les seize lettres et chiffres du message. Ne le donnez à personne.",
  useCode: "Confirmer mon soutien",
  leave: (name: string) => `Aller chez ${name}`,
  verified: {
    L1: "Votre voix est vérifiée par courriel dans cette consultation.",
    L2: "Votre voix est vérifiée par identité numérique dans cette consultation.",
    L3: "Votre voix est vérifiée par code papier dans cette consultation.",
  },
  offline: "Vous êtes hors ligne : la vérification se fait avec le relais. Revenez quand le réseau est là.",
  confirm: {
    title: "Confirmer votre soutien",
    of: (title: string) => `Vous avez demandé à soutenir « ${title} ».`,
    do: "Confirmer mon soutien",
    later: "Pas maintenant",
    elsewhere: "Ce lien a été demandé dans un autre navigateur",
    type: "Tapez ce code là-bas, avant une heure :",
    close: "Fermer",
  },
  failed: {
    refused: "La connexion n'a pas abouti : rien n'a été compté. Vous pouvez recommencer, ou choisir une autre façon.",
    expired: "La connexion a pris trop de temps, ou a déjà servi : recommencez.",
    busy: "Le service de connexion ne répond pas : réessayez plus tard, ou choisissez une autre façon.",
  },
  problems: {
    address: "Cette adresse ne peut pas recevoir de lien : écrivez-la comme nom@exemple.fr, sans accent avant le @.",
    rate: "Trop de demandes : réessayez dans une heure.",
    busy: "Le relais est débordé : réessayez dans quelques minutes.",
    unreachable: "Le relais ne répond pas : vérifiez votre connexion, puis réessayez.",
    expired: "Ce code a plus d'une heure : demandez-en un autre.",
    used: "Ce code a déjà servi : demandez-en un autre si votre soutien n'est pas compté.",
    person: "Un soutien a déjà été compté pour vous dans cette consultation, avec une autre clé.",
    unknown:
      "Ce code n'est pas connu pour votre clé. Vérifiez-le ; s'il a été demandé dans un autre navigateur, c'est là qu'il sert.",
    notYet: "Le relais n'a pas encore reçu cette proposition ou cette consultation : réessayez dans un instant.",
    clock: "L'heure de cet appareil est fausse de plus de cinq minutes : réglez-la, puis réessayez.",
    gone: "Ce relais ne propose plus cette façon.",
  },
};
