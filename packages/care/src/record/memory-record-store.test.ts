import { createMemoryRecordStore } from "./memory-record-store.ts";
import { testRecordStore } from "./record-store.fixture.ts";

testRecordStore("a record in memory", async (name) => {
  const store = createMemoryRecordStore(name);
  return {
    store,
    reopen: async () => store,
    loseNewestEvent: async (caseId) => store.loseNewestEvent(caseId),
    close: async () => {},
  };
});
