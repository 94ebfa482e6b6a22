/** What the care around the implant needs to know of a patient, beside heart and rhythm. Names are checked by that part. */
import { z } from "zod";
import { text } from "./case-field.ts";

const LARGEST_VALUE = 100_000;

const fact = z
  .strictObject({
    fact: text("Name of the fact, for example nyhaClass; an unknown name is refused with the nearest one", 80),
    value: z
      .union([z.number().min(0).max(LARGEST_VALUE), z.boolean(), z.string().min(1).max(200)])
      .meta({ description: "A number in the unit of the name, true or false, one of the fact's words, or a date" }),
    date: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .max(10)
      .meta({ description: "Local date of the finding, 2026-11-27" })
      .exactOptional(),
  })
  .meta({ description: "One finding; two of one day that differ are a conflict and are both shown" });

const instant = (meaning: string) =>
  text(`${meaning}, with Z or an offset: 2027-03-30T08:00+02:00`, 40).exactOptional();

const schedule = z
  .strictObject({
    zone: text("Time zone of the site, for example Europe/Berlin", 60),
    anchors: z
      .strictObject({
        sedation: instant("Start of sedation"),
        incision: instant("Incision"),
        firstAntibiotic: instant("First dose of the antibiotic"),
        implant: instant("End of the implant"),
        discharge: instant("Discharge"),
      })
      .meta({ description: "Points in time that tasks are counted from" }),
  })
  .meta({ description: "When the procedure is" });

const staffMember = z
  .strictObject({
    name: text("Name or initials", 80),
    role: text("Role in the room, for example operator", 40),
    competences: z.array(text("A competence", 80)).max(20).meta({ description: "What the person is trained in" }),
    cover: text("Who steps in", 80).exactOptional(),
  })
  .meta({ description: "One person of the team" });

export const clinical = z
  .strictObject({
    facts: z.array(fact).max(500).meta({ description: "Findings of the clinic" }).exactOptional(),
    drugs: z
      .array(text("Generic name of a drug", 80))
      .max(100)
      .meta({ description: "Drugs the patient takes" })
      .exactOptional(),
    variant: text("Kind of implant, for example deNovoCrtD", 60).exactOptional(),
    schedule: schedule.exactOptional(),
    staff: z.array(staffMember).max(40).meta({ description: "The team of the day" }).exactOptional(),
    equipment: z
      .array(text("Id of an item", 60))
      .max(100)
      .meta({ description: "Items that are in the room" })
      .exactOptional(),
  })
  .meta({ description: "What the care around the implant needs; the plan does not depend on it" });
