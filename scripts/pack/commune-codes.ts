const COMMUNE = /^(?:[013-9]\d|2[AB1-9])\d{3}$/;
const FORMER_CORSICA = /^20\d{3}$/;

/** Five characters, Corsica included (`2A004`). A five-digit test drops 360 communes. */
export function isCommuneCode(code: string): boolean {
  return COMMUNE.test(code);
}

/** Also the codes Corsica had until 1976, still in the history of movements. */
export function isCommuneCodeOfAnyDay(code: string): boolean {
  return COMMUNE.test(code) || FORMER_CORSICA.test(code);
}
