import { TributaryError } from "@tributary/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EXCHANGE_CODES } from "../codes/sections.ts";
import { FULL_SNAPSHOT, SNAPSHOTS } from "../snapshot.fixture.ts";
import { decodeHl7 } from "./decode-hl7.ts";
import { escapeText, USUAL_ENCODING, unescapeText } from "./hl7-encoding.ts";
import { readHl7Time, writeHl7Time } from "./hl7-time.ts";
import { readOru } from "./read-oru.ts";
import { writeOru } from "./write-oru.ts";

const FILE = "device.hl7";
const WRITTEN = writeOru(FULL_SNAPSHOT);

function refuse(text: string) {
  try {
    readOru(text, FILE);
  } catch (error) {
    return error as { code: string; what: string; where: string; why: string; fix: string };
  }
  return expect.unreachable("the message was taken");
}

/** A message of another maker's system: the sheet's observed shape, without a count. */
function foreignMessage(...observations: readonly string[]): string {
  return foreignMessageOf("F", ...observations);
}

/** @param status  OBX-11 of every observation */
function foreignMessageOf(status: string, ...observations: readonly string[]): string {
  return [
    "MSH|^~\\&||MFR|||20110401120000+0200||ORU^R01^ORU_R01|1|P|2.5",
    "PID|||model:M7/serial:S9^^^MFR^U~42^^^clinic^SS||Doe^Jane||19400101|F",
    "OBR|1|||754051^MDC_IDC_ENUM_SESS_TYPE_Remote^MDC|||20110401113000|||||||||||||||||F",
    ...observations.map((observation, i) => {
      const fields = ["OBX", `${i + 1}`, ...observation.split("|")];
      return [...Array.from({ length: 11 }, (_, number) => fields[number] ?? ""), status].join("|");
    }),
    "",
  ].join("\r");
}

describe("a snapshot as ORU^R01", () => {
  test("reads back equal", () => {
    expect(readOru(WRITTEN, FILE)).toEqual({ snapshot: FULL_SNAPSHOT, unread: [], remarks: [] });
  });

  test("any snapshot reads back equal", () => {
    fc.assert(
      fc.property(SNAPSHOTS, (snapshot) => {
        expect(readOru(writeOru(snapshot), FILE)).toEqual({ snapshot, unread: [], remarks: [] });
      }),
      { numRuns: 150 },
    );
  });

  test("any beginning of a message is refused as a whole", () => {
    for (let length = 0; length < WRITTEN.length; length++) {
      expect(refuse(WRITTEN.slice(0, length)).code).toMatch(/^hl7-(?:truncated|foreign|malformed)$/);
    }
  });

  test("tells the left-ventricular threshold by 722179, the right one by 722177, never the other way round", () => {
    expect(WRITTEN).toContain("|NM|722179^MDC_IDC_MSMT_LEADCHNL_LV_PACING_THRESHOLD_AMPLITUDE^MDC||0.9|V^^UCUM|");
    expect(WRITTEN).toContain("|NM|722177^MDC_IDC_MSMT_LEADCHNL_RV_PACING_THRESHOLD_AMPLITUDE^MDC||0.7|V^^UCUM|");
  });

  test("writes no number that is not confirmed; those codes go by their name", () => {
    const unconfirmed = EXCHANGE_CODES.filter(({ code }) => code.system === "MDC" && !code.confirmed);
    expect(unconfirmed.map(({ code }) => code.referenceId)).toContain(
      "MDC_IDC_MSMT_LEADCHNL_LV_PACING_THRESHOLD_PULSEWIDTH",
    );
    for (const { code } of unconfirmed)
      if (code.number !== undefined) expect(WRITTEN).not.toContain(`|${code.number}^`);
    expect(WRITTEN).toContain("|NM|^MDC_IDC_MSMT_LEADCHNL_LV_PACING_THRESHOLD_PULSEWIDTH^MDC||0.5|ms^^UCUM|");
  });

  test("a mode has the standard's number and its own letters", () => {
    expect(WRITTEN).toContain(
      "|CWE|730752^MDC_IDC_SET_BRADY_MODE^MDC||754760^MDC_IDC_ENUM_BRADY_MODE_DDD^MDC^^^^^^DDDOV|",
    );
  });

  test("keeps two zones apart by their instance", () => {
    expect(WRITTEN).toMatch(/\|731648\^MDC_IDC_SET_ZONE_TYPE\^MDC\|1\|754946\^/);
    expect(WRITTEN).toMatch(/\|731648\^MDC_IDC_SET_ZONE_TYPE\^MDC\|2\|754945\^/);
  });
});

describe("a message of another maker's system", () => {
  test("gives what it tells and nothing else; codes that are not known are kept", () => {
    const { snapshot, unread } = readOru(
      foreignMessage(
        "NM|722179^MDC_IDC_MSMT_LEADCHNL_LV_PACING_THRESHOLD_AMPLITUDE^MDC||900|mV",
        "NM|721344^MDC_IDC_MSMT_BATTERY_VOLTAGE^MDC||2.98|V",
        "NM|731840^MDC_IDC_SET_ZONE_DETECTION_INTERVAL^MDC|1|350|ms",
        "NM|999999^MDC_IDC_SOMETHING^MDC||5|V",
        "ED|18750-0^^LN||MFR^application^PDF^Base64^QQ==",
      ),
      FILE,
    );
    expect(snapshot).toMatchObject({
      session: { time: "2011-04-01T11:30:00.000+02:00", kind: "remote" },
      generator: { manufacturer: "MFR", model: "M7", serial: "S9" },
      chambers: { LV: { threshold_V: 0.9 } },
      battery: { voltage_V: 2.98 },
      settings: {},
      leads: [],
    });
    expect(unread.map(({ code, text, why }) => [code, text, why])).toEqual([
      ["999999 MDC_IDC_SOMETHING", "5 V", "unknown code"],
      ["18750-0 LN", "", "values of type ED are not read"],
      ["731840 MDC_IDC_SET_ZONE_DETECTION_INTERVAL", "350 ms", expect.stringContaining("shortestAtpInterval_ms")],
    ]);
  });

  test.each(["PG", "DEV"])("with names of the form MDC_IDC_%s_ gives equal objects", (name) => {
    const { snapshot } = readOru(
      foreignMessage(`ST|^MDC_IDC_${name}_SERIAL^MDC||A1`, `CWE|720897^MDC_IDC_${name}_TYPE^MDC||753667^x^MDC`),
      FILE,
    );
    expect(snapshot.generator).toEqual({ serial: "A1", kind: "CRT-D" });
  });

  test("of which nobody confirmed the values is taken with a remark; a maker told by a code goes by its name", () => {
    const observation = "CWE|720900^MDC_IDC_PG_MFG^MDC|1|753751^MDC_IDC_ENUM_MFG_STJ^MDC";
    const { snapshot, remarks } = readOru(foreignMessageOf("P", observation), FILE);
    expect(snapshot.generator).toEqual({ manufacturer: "MDC_IDC_ENUM_MFG_STJ" });
    expect(remarks).toEqual([expect.stringContaining("1 observation is preliminary")]);
  });

  test("that names the device in capitals, and has no zone anywhere, is read with the zone it is given", () => {
    const text = foreignMessage("NM|722432^^MDC||510|Ohm")
      .replace("+0200", "")
      .replace("model:M7/serial:", "MODEL:M7/SERIAL:");
    expect(readOru(text, FILE, "-05:00").snapshot).toMatchObject({
      session: { time: "2011-04-01T11:30:00.000-05:00" },
      generator: { model: "M7", serial: "S9" },
    });
  });

  test("a number counts before a name that contradicts it", () => {
    const observation = "NM|722177^MDC_IDC_MSMT_LEADCHNL_LV_PACING_THRESHOLD_AMPLITUDE^MDC||0.9|V";
    expect(readOru(foreignMessage(observation), FILE).snapshot.chambers).toEqual({ RV: { threshold_V: 0.9 } });
  });

  test("a value beyond the scale, or of a result that does not stand, is no value", () => {
    const observation = "NM|722432^^MDC||3000|Ohm";
    for (const [text, why] of [
      [foreignMessage(`${observation}||>`), "above the scale"],
      [foreignMessageOf("D", observation), "its result status is D"],
    ] as const) {
      const { snapshot, unread } = readOru(text, FILE);
      expect([snapshot.chambers, unread[0]?.why]).toEqual([{}, why]);
    }
  });

  test("other encoding characters and lines that end with LF are read", () => {
    const text = foreignMessage("ST|720898^^MDC||A\\S\\B\\X41\\").replaceAll("\\", "!").replaceAll("\r", "\n");
    expect(readOru(text.replace("^~!&", "^~!&"), FILE).snapshot.generator.model).toBe("A^BA");
  });
});

test("whatever a message is changed to, it is read or refused in five parts", () => {
  const pieces = ["|", "^", "~", "\\", "\\X0", "\r", "OBX", "constructor", "-1", "1e9", "\u0000", ""];
  fc.assert(
    fc.property(fc.nat(WRITTEN.length - 1), fc.nat(12), fc.constantFrom(...pieces), (at, length, piece) => {
      const text = WRITTEN.slice(0, at) + piece + WRITTEN.slice(at + length);
      try {
        expect(readOru(text, FILE).snapshot.session.time).toMatch(/^\d{4}-/);
      } catch (error) {
        expect(error).toBeInstanceOf(TributaryError);
      }
    }),
    { numRuns: 400 },
  );
});

describe("refused", () => {
  test.each([
    ["another kind of message", WRITTEN.replace("ORU^R01", "ADT^A01"), "hl7-foreign", "MSH-9 says ADT^A01"],
    ["no HL7 at all", '{"resourceType":"Bundle"}', "hl7-foreign", "it begins with"],
    ["two messages", WRITTEN + WRITTEN, "hl7-foreign", "2 messages"],
    ["encoding characters twice", WRITTEN.replace("^~\\&", "^^\\&"), "hl7-malformed", "^^"],
    ["an observation less", WRITTEN.replace(/OBX\|9\|.*?\r/, ""), "hl7-truncated", "observations of"],
    ["a wrong unit", WRITTEN.replace("||0.9|V^^UCUM", "||0.9|Ohm^^UCUM"), "exchange-unit", 'the unit is "Ohm"'],
    ["ppm for a rate", WRITTEN.replace("||50|/min^^UCUM", "||50|ppm"), "exchange-unit", "/min"],
    [
      "a word of the language for a unit",
      WRITTEN.replace("||0.9|V^^UCUM", "||0.9|constructor"),
      "exchange-unit",
      "V, mV",
    ],
    ["no unit", WRITTEN.replace("||0.9|V^^UCUM", "||0.9|"), "exchange-unit", "missing"],
    ["a setting out of range", WRITTEN.replace("||2.9|V", "||29|V"), "exchange-out-of-range", "0.5 to 7 V"],
    ["a share above 100 %", WRITTEN.replace("||96|%", "||960|%"), "exchange-out-of-range", "0 to 100 %"],
    [
      "a word for a number",
      WRITTEN.replace("|NM|722179", "|ST|722179").replace("||0.9|", "||low|"),
      "exchange-value",
      "low",
    ],
    ["a day that is none", WRITTEN.replaceAll("20260309080000", "20260230080000"), "bad-session-time", "calendar"],
  ])("%s", (_, text, code, why) => {
    const error = refuse(text);
    expect(error.code).toBe(code);
    expect(error.why).toContain(why);
    for (const part of [error.what, error.where, error.fix]) expect(part.length).toBeGreaterThan(5);
  });

  test("one thing told twice and not alike", () => {
    const error = refuse(foreignMessage("NM|722432^^MDC||510|Ohm", "NM|722432^^MDC||520|Ohm"));
    expect([error.code, error.why]).toEqual([
      "exchange-contradiction",
      "it is 520 Ohm here and 510 Ohm at device.hl7, OBX 1",
    ]);
  });

  test("an amplitude in force other than the programmed one", () => {
    const text = WRITTEN.replace(/(729984\^.*?\|\|)2.5/, "$13");
    expect(refuse(text).code).toBe("exchange-contradiction");
  });

  test("a session without a zone anywhere", () => {
    const text = foreignMessage("NM|722432^^MDC||510|Ohm").replace("+0200", "");
    expect(refuse(text).code).toBe("exchange-no-session");
  });
});

test("text with every separator and control character comes back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'|^~\\&\r\n\t\0"XFSTRE.ä→'), minLength: 1 }), (text) => {
      expect(unescapeText(escapeText(text), USUAL_ENCODING)).toBe(text);
      expect(escapeText(text)).not.toMatch(/[|^~&\r\n]/);
    }),
  );
});

test("times as HL7 writes them", () => {
  expect(writeHl7Time("2026-03-09T08:00:00.250-05:30")).toBe("20260309080000.250-0530");
  expect(readHl7Time("20260309080000.25", "-0530")).toBe("2026-03-09T08:00:00.25-05:30");
  expect([readHl7Time("202603"), readHl7Time("20260309"), readHl7Time("202603090800")]).toEqual([
    "2026-03",
    "2026-03-09",
    undefined,
  ]);
});

describe("characters", () => {
  const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  const inSet = (set: string) => foreignMessage("ST|720898^^MDC||M\u00fc").replace("|P|2.5", `|P|2.5||||||${set}`);

  test("are decoded by the set that the header names", () => {
    for (const bytes of [latin(inSet("8859/1")), new TextEncoder().encode(inSet("UNICODE UTF-8"))]) {
      expect(readOru(decodeHl7(bytes, FILE), FILE).snapshot.generator.model).toBe("M\u00fc");
    }
  });

  test.each([
    ["8859/7", "8859/7"],
    ["", "not utf-8"],
  ])("of another set, or not of the set that is told (%s), are refused", (set, why) => {
    expect(() => decodeHl7(latin(inSet(set)), FILE)).toThrow(
      expect.objectContaining({ code: "hl7-malformed", why: expect.stringContaining(why) }),
    );
  });
});
