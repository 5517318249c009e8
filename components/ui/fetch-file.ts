import { request, toProblem } from "@/components/ui/fetch-json";
import { ProblemError } from "@/components/ui/problem-error";

/** Why an address that a picture or a sound is loaded from gave none; null when it gives one now. */
export async function findProblem(url: string): Promise<ProblemError | null> {
  try {
    const response = await request(url, {});
    if (!response.ok) return await toProblem(response);
    await response.body?.cancel();
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}

/** A whole file, and the headers it came with. */
export async function fetchFile(url: string): Promise<{ file: Blob; headers: Headers }> {
  const response = await request(url, {});
  if (!response.ok) throw await toProblem(response);
  try {
    return { file: await response.blob(), headers: response.headers };
  } catch (error) {
    if (error instanceof TypeError) throw new ProblemError(0, "The file broke off on its way");
    throw error;
  }
}
