/** One thing the server hands out. */
export interface ServedFile {
  readonly contentType: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
  /** Its own content security policy, where it is not that of the pages. */
  readonly policy?: string;
  /** The address holds a hash of the content: a browser may keep it for good. */
  readonly isUnchanging?: true;
}
