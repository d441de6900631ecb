import type { frRights } from "./fr-rights.ts";

export const enRights: typeof frRights = {
  title: "Your rights",
  subtitle: "Access to care, representation of users, personal data in France: the essentials, and whom to ask.",
  notice:
    "This is general information, not legal advice. Written on 22 November 2026: check the texts in force, or ask one of the people below.",
  contacts: {
    title: "Whom to ask?",
    items: {
      emergency: {
        when: "Life-threatening emergency",
        who: "15 (SAMU) or 112; 114 by text message, video or chat for deaf, hard-of-hearing or aphasic people",
        how: "Free, day and night. Never use Oasis for an emergency.",
      },
      unscheduled: {
        when: "Needing a doctor soon, without danger to life",
        who: "The access to care service (SAS), by calling 15, or 116 117 where that number exists",
        how: "A professional answers, advises, and may find an appointment shortly.",
      },
      doctor: {
        when: "No family doctor accepts you",
        who: "Your health insurance office (CPAM or MSA)",
        how: "Tell them you find none: they can support you. If no answer comes, turn to their mediator.",
      },
      refusal: {
        when: "You are refused care",
        who: "The director of your insurance office, or the president of the council of the professional's order",
        how: "Care cannot be refused because of origin, health, disability, income, or solidarity cover or State medical aid (article L. 1110-3 of the public health code). Your letter counts as a complaint; conciliation is tried first.",
      },
      discrimination: {
        when: "Discrimination, or a public service that does not answer",
        who: "The Defender of Rights and their delegates, in every département",
        how: "Free; online, by letter without a stamp, or in person.",
      },
      hospital: {
        when: "Trouble with a hospital or clinic",
        who: "The users' commission of the establishment",
        how: "Write to the management: users' representatives sit on it, and a mediator can see you (article L. 1112-3).",
      },
      shortage: {
        when: "Your territory lacks professionals",
        who: "The regional health agency (ARS), the territorial professional community (CPTS), your elected officials",
        how: "The ARS organises supply and says which areas receive aid; the CPTS gathers the professionals of the territory, often with a desk for those looking for a doctor.",
      },
      associations: {
        when: "Being supported, or acting with others",
        who: "Approved associations of users of the health system",
        how: "They inform, support, and appoint users' representatives.",
      },
      offline: {
        when: "Trouble with an online procedure",
        who: "A France services house",
        how: "Somebody helps you, free of charge and in confidence.",
      },
    },
  },
  care: {
    title: "What the laws say",
    items: {
      march2002: {
        name: "Law of 4 March 2002 on the rights of patients and the quality of the health system",
        text: "Being informed, consenting, choosing one's doctor, reading one's medical record (within eight days, two months for information older than five years), naming a trusted person, being represented. It founds health democracy.",
      },
      january2002: {
        name: "Law of 2 January 2002 renewing social and medico-social action",
        text: "In establishments or services for elderly or disabled people: welcome booklet, charter of rights and freedoms, contract or care document, council of social life, a qualified person one can turn to.",
      },
      hpst2009: {
        name: "Law of 21 July 2009 (hospital, patients, health and territories)",
        text: "Creates the regional health agencies, which organise the supply of care in each region, and the regional conferences where users sit.",
      },
      january2016: {
        name: "Law of 26 January 2016 modernising the health system",
        text: "Creates the territorial professional communities, the territorial health councils and the national union of approved users' associations.",
      },
    },
  },
  democracy: {
    title: "Who represents you",
    intro:
      "Health democracy gives users a place in health decisions. A committee of Oasis is none of these bodies: it prepares their work, or sheds light on it.",
    items: {
      crsa: {
        name: "Regional conference for health and autonomy (CRSA)",
        text: "Advises the ARS on regional policy. Users' associations, elected officials and professionals sit in it by colleges.",
      },
      cts: {
        name: "Territorial health council (CTS)",
        text: "At the scale of a health territory, often the département: shared diagnosis, advice on the regional project, a commission where users speak.",
      },
      cdu: {
        name: "Users' commission (CDU)",
        text: "In every health establishment: examines complaints, watches over rights, proposes.",
      },
      cls: {
        name: "Local health contract (CLS)",
        text: "Signed by the ARS and a local authority: often where a measured objective can enter.",
      },
    },
  },
  data: {
    title: "Your data in Oasis",
    intro:
      "Looking, computing, simulating: nothing leaves this browser. What you write leaves it only if you send it, to a relay whose address is shown, or by a file you hand over.",
    items: {
      report: {
        name: "A report",
        text: "No name, no date of birth, no address: a commune of at least 1,000 people or an intercommunality, a month, a difficulty. A new key each time, so that two reports cannot be tied together. Write nothing about your health.",
      },
      published: {
        name: "What is published",
        text: "Counts, never fewer than 11 people a cell, rounded, on fixed dates. A text is published only after review.",
      },
      kept: {
        name: "For how long",
        text: "Raw text of a report: 90 days, then erased. A report set aside: 30 days. What is published: 3 years. Decisions of a committee, roles given and taken back: without limit, because others rely on them. Backups: 35 days at most. These are the rules planned: each relay names who answers for it and states its own.",
      },
      withdrawal: {
        name: "Withdrawing, erasing",
        text: "You withdraw a report from the browser that sent it. A signed text can be erased by its author: only its fingerprint stays, from which it cannot be found. A file already handed to somebody cannot be taken back.",
      },
      gdpr: {
        name: "General Data Protection Regulation (GDPR)",
        text: "As the case may be: access, rectification, erasure, restriction, portability, objection; consent withdrawn at any time, without a reason. Ask whoever the relay or the committee names as controller; without an answer within a month, the CNIL.",
      },
      notice: {
        name: "Reporting content",
        text: "Any published text can be reported to whoever runs the relay. A removal states its reasons, says who decided it, and can be contested (articles 16 and 17 of the European Digital Services Act).",
      },
      connection: {
        name: "Connection traces",
        text: "A relay may be bound by law to keep connection data, for about a year. They are never in the registers.",
      },
    },
  },
  link: (name, note) => `${name} (${note})`,
};
