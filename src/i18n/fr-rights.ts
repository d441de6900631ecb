/** « Vos droits »: information, dated; not legal advice. */
export const frRights = {
  title: "Vos droits",
  subtitle: "Accès aux soins, représentation des usagers, données personnelles : l'essentiel, et à qui demander.",
  notice:
    "Ceci est une information générale, pas un conseil juridique. Rédigé le 22 novembre 2026 : vérifiez les textes en vigueur, ou demandez à une des personnes ci-dessous.",
  contacts: {
    title: "À qui demander ?",
    items: {
      emergency: {
        when: "Urgence vitale",
        who: "Le 15 (SAMU) ou le 112 ; le 114 par SMS, visio ou tchat pour les personnes sourdes, malentendantes ou aphasiques",
        how: "Gratuit, jour et nuit. N'utilisez jamais Oasis pour une urgence.",
      },
      unscheduled: {
        when: "Besoin d'un médecin sans attendre, sans urgence vitale",
        who: "Le service d'accès aux soins (SAS), par le 15, ou le 116 117 là où ce numéro existe",
        how: "Un professionnel répond, conseille, et peut trouver une consultation sous peu.",
      },
      doctor: {
        when: "Aucun médecin traitant ne vous accepte",
        who: "Votre caisse d'assurance maladie (CPAM ou MSA)",
        how: "Dites-lui que vous n'en trouvez pas : elle peut vous accompagner. Si la réponse ne vient pas, saisissez son médiateur.",
      },
      refusal: {
        when: "On refuse de vous soigner",
        who: "Le directeur de votre caisse, ou le président du conseil de l'ordre du professionnel",
        how: "Un refus de soins ne peut pas tenir à l'origine, à l'état de santé, au handicap, aux revenus ni à la complémentaire santé solidaire ou à l'aide médicale de l'État (article L. 1110-3 du code de la santé publique). Votre lettre vaut plainte ; une conciliation est tentée d'abord.",
      },
      discrimination: {
        when: "Discrimination, ou service public qui ne répond pas",
        who: "Le Défenseur des droits et ses délégués, dans chaque département",
        how: "Gratuit ; en ligne, par courrier sans timbre, ou lors d'une permanence.",
      },
      hospital: {
        when: "Difficulté avec un hôpital ou une clinique",
        who: "La commission des usagers de l'établissement",
        how: "Écrivez à la direction : des représentants des usagers y siègent, et un médiateur peut vous recevoir (article L. 1112-3).",
      },
      shortage: {
        when: "Votre territoire manque de soignants",
        who: "L'agence régionale de santé (ARS), la communauté professionnelle territoriale de santé (CPTS), vos élus",
        how: "L'ARS organise l'offre et dit quelles zones reçoivent des aides ; la CPTS réunit les soignants du territoire, souvent avec une cellule pour qui cherche un médecin.",
      },
      associations: {
        when: "Être accompagné, ou défendre avec d'autres",
        who: "Les associations agréées d'usagers du système de santé",
        how: "Elles informent, accompagnent, et désignent les représentants des usagers.",
      },
      offline: {
        when: "Difficulté avec une démarche en ligne",
        who: "Une maison France services",
        how: "Une personne vous aide, gratuitement et en confidence.",
      },
    },
  },
  care: {
    title: "Ce que disent les lois",
    items: {
      march2002: {
        name: "Loi du 4 mars 2002 relative aux droits des malades et à la qualité du système de santé",
        text: "Être informé, consentir, choisir son médecin, accéder à son dossier médical (sous huit jours, deux mois pour des informations de plus de cinq ans), désigner une personne de confiance, être représenté. Elle fonde la démocratie sanitaire.",
      },
      january2002: {
        name: "Loi du 2 janvier 2002 rénovant l'action sociale et médico-sociale",
        text: "En établissement ou service pour personnes âgées ou handicapées : livret d'accueil, charte des droits et libertés, contrat ou document de prise en charge, conseil de la vie sociale, personne qualifiée que l'on peut saisir.",
      },
      hpst2009: {
        name: "Loi du 21 juillet 2009 (hôpital, patients, santé et territoires)",
        text: "Crée les agences régionales de santé, qui organisent l'offre de soins dans chaque région, et les conférences régionales où siègent les usagers.",
      },
      january2016: {
        name: "Loi du 26 janvier 2016 de modernisation de notre système de santé",
        text: "Crée les communautés professionnelles territoriales de santé, les conseils territoriaux de santé et l'union nationale des associations agréées d'usagers.",
      },
    },
  },
  democracy: {
    title: "Qui vous représente",
    intro:
      "La démocratie sanitaire donne une place aux usagers dans les décisions de santé. Un comité d'Oasis n'est aucune de ces instances : il prépare leurs travaux, ou les éclaire.",
    items: {
      crsa: {
        name: "Conférence régionale de la santé et de l'autonomie (CRSA)",
        text: "Donne son avis à l'ARS sur la politique régionale. Associations d'usagers, élus, professionnels y siègent par collèges.",
      },
      cts: {
        name: "Conseil territorial de santé (CTS)",
        text: "À l'échelle d'un territoire de santé, souvent le département : diagnostic partagé, avis sur le projet régional, commission pour l'expression des usagers.",
      },
      cdu: {
        name: "Commission des usagers (CDU)",
        text: "Dans chaque établissement de santé : examine les plaintes, veille aux droits, propose.",
      },
      cls: {
        name: "Contrat local de santé (CLS)",
        text: "Signé par l'ARS et une collectivité : c'est souvent là qu'un objectif chiffré peut entrer.",
      },
    },
  },
  data: {
    title: "Vos données dans Oasis",
    intro:
      "Regarder, calculer, simuler : rien ne quitte ce navigateur. Ce que vous écrivez n'en sort que si vous l'envoyez, à un relais dont l'adresse est affichée, ou par un fichier que vous remettez.",
    items: {
      report: {
        name: "Un signalement",
        text: "Ni nom, ni date de naissance, ni adresse : une commune d'au moins 1 000 habitants ou une intercommunalité, un mois, une difficulté. Une clé neuve chaque fois, pour que deux signalements ne se relient pas. N'écrivez rien sur votre santé.",
      },
      published: {
        name: "Ce qui est publié",
        text: "Des comptes, jamais moins de 11 personnes par case, arrondis, à date fixe. Un texte n'est publié qu'après relecture.",
      },
      kept: {
        name: "Combien de temps",
        text: "Texte brut d'un signalement : 90 jours, puis effacé. Signalement écarté : 30 jours. Ce qui est publié : 3 ans. Décisions d'un comité, rôles donnés et repris : sans limite, parce que d'autres s'y fient. Sauvegardes : 35 jours au plus. Ce sont les règles prévues : chaque relais nomme son responsable et dit les siennes.",
      },
      withdrawal: {
        name: "Retirer, effacer",
        text: "Vous retirez un signalement depuis le navigateur qui l'a envoyé. Un texte signé peut être effacé par son auteur : il ne reste que son empreinte, qui ne permet pas de le retrouver. Un fichier déjà remis à quelqu'un ne se reprend pas.",
      },
      gdpr: {
        name: "Règlement général sur la protection des données (RGPD)",
        text: "Selon les cas : accès, rectification, effacement, limitation, portabilité, opposition ; consentement retiré à tout moment, sans motif. Demandez au responsable nommé par le relais ou par le comité ; à défaut de réponse sous un mois, à la CNIL.",
      },
      notice: {
        name: "Signaler un contenu",
        text: "Tout texte publié peut être signalé à qui tient le relais. Une décision de retrait est motivée, dit qui l'a prise, et peut être contestée (articles 16 et 17 du règlement européen sur les services numériques).",
      },
      connection: {
        name: "Traces de connexion",
        text: "Un relais peut être tenu par la loi de garder des données de connexion, environ un an. Elles ne sont jamais dans les registres.",
      },
    },
  },
  link: (name: string, note: string) => `${name} (${note})`,
};
