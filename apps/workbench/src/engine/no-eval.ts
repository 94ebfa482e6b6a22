import { config } from "zod";

// The page's policy forbids code made from text; the schemas then need not try.
config({ jitless: true });
