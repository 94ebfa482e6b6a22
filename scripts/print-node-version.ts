// The first line of a judged run: which Node the project's scripts really run on.
console.log(process.version);
