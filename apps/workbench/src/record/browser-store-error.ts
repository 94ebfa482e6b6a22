import { TributaryError } from "@tributary/model";

const WHERE = "storage of this browser";

export function errorBrowserStoreMissing(why: string): TributaryError {
  return new TributaryError({
    code: "browser-store-missing",
    what: "This browser keeps no cases.",
    where: WHERE,
    why,
    fix: "Leave the private window or allow this page to store data, or save cases as files; all else works without.",
  });
}

export function errorBrowserStoreNewer(version: number): TributaryError {
  return new TributaryError({
    code: "browser-store-newer",
    what: "A newer version of the workbench wrote the cases in this browser.",
    where: WHERE,
    why: `this version knows them up to schema ${version}; they were not touched`,
    fix: "Load the page again to have the newer version, or update the program.",
  });
}

export function errorBrowserStoreFull(): TributaryError {
  return new TributaryError({
    code: "browser-store-full",
    what: "The browser has no room for this case.",
    where: WHERE,
    why: "the share of the disk that it gives this page is used up; nothing was written, and what was there is as it was",
    fix: "Export cases to files and erase them here, or make room on the disk.",
  });
}

export function errorBrowserStoreBroken(why: string): TributaryError {
  return new TributaryError({
    code: "browser-store-broken",
    what: "The browser did not read or write its cases as it was asked to.",
    where: WHERE,
    why: `${why}; nothing was written`,
    fix: "Load the page again. If it stays so, restart the browser; import the cases again from files where they are lost.",
  });
}
