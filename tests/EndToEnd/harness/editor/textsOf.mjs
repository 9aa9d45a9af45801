/** The texts of the elements that a locator finds, as they are seen. @param {import("playwright-core").Locator} locator */
export async function textsOf(locator) {
  return locator.allInnerTexts();
}
