import { createHash } from "node:crypto";

/**
 * The policy of a report, which is one file with its style and pictures in it: no scripts at all, and of styles only those
 * that it was written with, known by their SHA-256.
 */
export function buildReportPolicy(html: string): string {
  const hashes = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(
    ([, style]) => `'sha256-${createHash("sha256").update(style!).digest("base64")}'`,
  );
  return [
    "default-src 'none'",
    `style-src ${hashes.length === 0 ? "'none'" : hashes.join(" ")}`,
    "img-src data:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
