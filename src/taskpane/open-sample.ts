/**
 * Opens the sample as a new workbook. It comes with the program, as text in a chunk of its own, so that nothing is fetched.
 * False where Excel refuses.
 */
export async function openSample(): Promise<boolean> {
  try {
    const { default: sample } = await import(/* webpackChunkName: "sample" */ "./sample");
    await Excel.createWorkbook(sample);
    return true;
  } catch {
    return false;
  }
}
