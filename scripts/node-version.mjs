/** Stops with one sentence on a Node that is too old. Imported first, alone and in old words: everything else may not even parse there. */
const numbers = process.versions.node.split(".").map(Number);

if (numbers[0] < 20 || (numbers[0] === 20 && numbers[1] < 19)) {
  const remedy = "install a newer one from https://nodejs.org and start again.";
  console.error("\n  ✗ Postroom needs Node 20.19 or newer, this is " + process.versions.node + ": " + remedy + "\n");
  process.exit(1);
}
