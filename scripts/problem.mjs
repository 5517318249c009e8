/** Something the person at the console can mend: one clear sentence that says what is wrong and what to do. */
export class Problem extends Error {
  name = "Problem";
}

/** Runs a script's main function; a Problem is printed as its sentence alone, anything else with its stack. Exit code 1 for both. */
export async function runScript(main) {
  try {
    const code = await main();
    process.exitCode ||= code ?? 0;
  } catch (error) {
    console.error(error instanceof Problem ? `\n  ✗ ${error.message}\n` : error);
    process.exit(1);
  }
}
