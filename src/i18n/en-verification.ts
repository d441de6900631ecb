import type { frVerification } from "./fr-verification.ts";

export const enVerification: typeof frVerification = {
  lead: "A support counts once the relay has made sure that the same person gives only one. Each way is counted apart; they are never added up.",
  choose: "Choose how",
  legend: "How do you want to be counted?",
  ways: {
    mail: "By e-mail",
    signIn: (name) => `Sign in with ${name}`,
    code: "With a paper code",
    none: "Without verification",
  },
  what: {
    mail: "A link comes to your address; opening it and confirming is enough. It is the lightest proof: one can have several addresses.",
    mailKept:
      "Your address is not kept: the relay forgets it once the e-mail has left. A fingerprint, from which it cannot be found without the secret key of the relay, keeps it from being used twice in this consultation; it stays with your support, which members of this register read. The link is erased after a day.",
    signIn: (name) =>
      `You go to ${name}, who recognises you, then come back here to confirm. ${name} sees that you come from this site, not what you support.`,
    signInKept: (name) =>
      `Neither your name nor your address is asked for: ${name} gives an identifier, of which only a fingerprint for this consultation stays, with your support.`,
    code: "The town hall, the association or France Services hands a code to each person it sees: it is the strongest proof.",
    codeKept: "A fingerprint of the code stays with your support; nothing says who received the code.",
    none: "Nothing is asked for. But a relay does not count these supports, since keys can be made without limit: they are only signals, in registers exchanged by files. A comment will be read.",
  },
  address: "Your e-mail address",
  send: "Get a link",
  sent: (address) =>
    `A link was asked for ${address}. Open it in this browser within an hour, or type the code of the message below. Nothing after ten minutes? Look among unwanted mail, then ask again: three messages a day at most.`,
  mailCode: "Code received by e-mail",
  mailCodeHelp: "The sixteen letters and digits of the message. Give it to nobody.",
  useCode: "Confirm my support",
  leave: (name) => `Go to ${name}`,
  verified: {
    L1: "Your voice is verified by e-mail in this consultation.",
    L2: "Your voice is verified by digital identity in this consultation.",
    L3: "Your voice is verified by paper code in this consultation.",
  },
  offline: "You are offline: verification takes the relay. Come back when there is a network.",
  confirm: {
    title: "Confirm your support",
    of: (title) => `You asked to support “${title}”.`,
    do: "Confirm my support",
    later: "Not now",
    elsewhere: "This link was asked for in another browser",
    type: "Type this code there, within an hour:",
    close: "Close",
  },
  failed: {
    refused: "Signing in did not succeed: nothing was counted. You can start again, or choose another way.",
    expired: "Signing in took too long, or was used already: start again.",
    busy: "The sign-in service does not answer: try again later, or choose another way.",
  },
  problems: {
    address: "This address cannot receive a link: write it like name@example.org, without accents before the @.",
    rate: "Too many requests: try again in an hour.",
    busy: "The relay is overloaded: try again in a few minutes.",
    unreachable: "The relay does not answer: check your connection, then try again.",
    expired: "This code is more than an hour old: ask for another one.",
    used: "This code was used already: ask for another one if your support is not counted.",
    person: "A support was already counted for you in this consultation, with another key.",
    unknown:
      "This code is not known for your key. Check it; if it was asked for in another browser, that is where it works.",
    notYet: "The relay has not received this proposal or consultation yet: try again in a moment.",
    clock: "The time of this device is wrong by more than five minutes: set it, then try again.",
    gone: "This relay no longer offers this way.",
  },
};
