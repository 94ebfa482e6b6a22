/** How far the work is; a page that shows another version than this one loads itself again. */
export interface PageState {
  readonly version: number;
  readonly stage: string;
  readonly percent: number;
}
