/** What a person prefers on this computer: nothing of a patient. Browsers may refuse to keep it; then it lasts a visit. */
const PREFIX = "tributary.";

export function readPreference(name: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + name) ?? undefined;
  } catch {
    return undefined;
  }
}

export function writePreference(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // The choice still holds until the page is closed.
  }
}
