import type { Parameter } from "./parameter.ts";

/** One number for each of a set of parameters, in the parameter's unit. */
export type ParameterValues<T extends Readonly<Record<string, Parameter>>> = { readonly [name in keyof T]: number };

/** The values of parameters as they stand. */
export function takeValues<T extends Readonly<Record<string, Parameter>>>(parameters: T): ParameterValues<T> {
  const entries = Object.entries(parameters).map(([name, { value }]) => [name, value]);
  return Object.fromEntries(entries) as ParameterValues<T>;
}
