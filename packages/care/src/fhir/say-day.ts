/** The local day of a FHIR date or dateTime as part of a fact; a month or a year alone is no day and is left out. */
export function sayDay(dateTime: string | undefined): { readonly date?: string } {
  return dateTime === undefined || dateTime.length < 10 ? {} : { date: dateTime.slice(0, 10) };
}
