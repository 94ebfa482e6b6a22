#!/usr/bin/env node
// The installed command: hands over to a recent enough Node, then runs the command line.
import { runScript } from "../../../scripts/with-node.mjs";

runScript("apps/cli/src/main.ts", process.argv.slice(2));
