/** One BPE type of the pack. `types2018` are the codes of 2018 that count the same thing; the codes changed in 2023. */
export interface FacilityType {
  readonly type: string;
  readonly family: string;
  readonly fr: string;
  readonly en: string;
  readonly types2018: readonly string[];
  /** Label the carrier of BPE 2024 gives this type: its labels are shifted, and mostly wrong. */
  readonly carrierLabel: string;
}

const type = (
  code: string,
  family: string,
  fr: string,
  en: string,
  carrierLabel: string,
  ...types2018: readonly string[]
): FacilityType => ({ type: code, family, fr, en, types2018, carrierLabel });

export const FACILITY_TYPES: readonly FacilityType[] = [
  type(
    "D101",
    "hospital",
    "Établissement de soins de courte durée",
    "Short-stay hospital",
    "hopital_court_sejour",
    "D101",
  ),
  type(
    "D102",
    "hospital",
    "Établissement de soins de moyenne durée",
    "Medium-stay hospital",
    "hopital_moyen_sejour",
    "D102",
  ),
  type(
    "D103",
    "hospital",
    "Établissement de soins de longue durée",
    "Long-stay hospital",
    "hopital_long_sejour",
    "D103",
  ),
  type("D104", "hospital", "Établissement psychiatrique", "Psychiatric hospital", "hopital_psychiatrique", "D104"),
  type("D106", "emergency", "Urgences", "Emergency department", "urgences", "D106"),
  type("D107", "maternity", "Maternité", "Maternity unit", "maternite", "D107"),
  type("D108", "health-centre", "Centre de santé", "Health centre", "centre_sante", "D108"),
  type(
    "D113",
    "health-house",
    "Maison de santé pluridisciplinaire",
    "Multi-professional health house",
    "maison_sante_pluripro",
    "D113",
  ),
  type("D251", "specialist", "Allergologue", "Allergist", "medecin_generaliste"),
  type("D252", "specialist", "Anesthésiste-réanimateur", "Anaesthetist", "medecin_specialiste_chir"),
  type("D253", "specialist", "Chirurgien général", "General surgeon", "medecin_specialiste_dermato"),
  type(
    "D254",
    "specialist",
    "Chirurgien orthopédique, plastique, traumatologue",
    "Orthopaedic, plastic, trauma surgeon",
    "medecin_specialiste_gastro",
  ),
  type("D255", "specialist", "Endocrinologue", "Endocrinologist", "medecin_specialiste_psy"),
  type("D256", "specialist", "Gériatre", "Geriatrician", "medecin_specialiste_ophtalmo"),
  type("D259", "specialist", "Neurologue", "Neurologist", "medecin_specialiste_orl"),
  type("D261", "specialist", "Rhumatologue", "Rheumatologist", "medecin_specialiste_pediatre"),
  type("D262", "specialist", "Urologue, néphrologue", "Urologist, nephrologist", "medecin_specialiste_pneumo"),
  type("D265", "gp", "Médecin généraliste", "General practitioner", "medecin_specialiste_gyneco", "D201"),
  type("D266", "specialist", "Cardiologue", "Cardiologist", "medecin_specialiste_radio", "D202"),
  type("D268", "specialist", "Gastro-entérologue", "Gastroenterologist", "cardiologue", "D206"),
  type("D269", "specialist", "Psychiatre", "Psychiatrist", "medecin_autre", "D207"),
  type("D270", "specialist", "Ophtalmologue", "Ophthalmologist", "medecin_autre_2", "D208"),
  type("D274", "specialist", "Radiologue", "Radiologist", "orthophoniste", "D212"),
  type("D277", "dentist", "Chirurgien-dentiste", "Dentist", "chirurgien_dentiste", "D221"),
  type("D278", "midwife", "Sage-femme", "Midwife", "sage_femme", "D231"),
  type("D279", "physio", "Masseur-kinésithérapeute", "Physiotherapist", "kinesitherapeute", "D233"),
  type("D280", "podiatrist", "Pédicure-podologue", "Podiatrist", "pedicure_podologue", "D237"),
  type("D281", "nurse", "Infirmier", "Nurse", "infirmier", "D232"),
  type("D302", "laboratory", "Laboratoire d'analyses", "Medical laboratory", "laboratoire_analyses", "D302"),
  type("D303", "ambulance", "Ambulance", "Ambulance service", "ambulance", "D303"),
  type("D304", "blood", "Centre de transfusion sanguine", "Blood donation centre", "ets_sang", "D304"),
  type("D307", "pharmacy", "Pharmacie", "Pharmacy", "pharmacie", "D301"),
];

/** Types of the BPE 2018 health domain that the 2024 table at hand does not count: left out rather than shown alone. */
export const TYPES_2018_LEFT_OUT: readonly string[] =
  "D105 D109 D110 D111 D112 D203 D209 D210 D211 D213 D214 D235 D236 D238 D239 D240 D242 D243 D305".split(" ");
